"""What a verdict says, in words: acts in the past form, numbers, times, names."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.framework import parse
from parley.model import Interval, Report
from parley.monitoring import phrases
from parley.monitoring.names import Names
from parley.monitoring.telling import Telling, listed_some
from parley.monitoring.windows import Span
from parley.text.acts import acts
from parley.text.listing import listed

ZONE = dt.timezone(dt.timedelta(hours=3))
TELLING = Telling(Names(parse("")), ZONE, dt.datetime(2031, 5, 4, tzinfo=ZONE))


def report(act: str | None, thing: str | None = None, count: int | None = None, actor: str | None = "KES") -> Report:
    day = dt.date(2031, 3, 1)
    told = dt.datetime(2031, 3, 2, tzinfo=dt.UTC)
    return Report(id="r1", event=Interval(earliest=day), reported=told, act=act, object=thing, count=count, actor=actor)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (report("place", "152 mm howitzer", 3), "placed three 152 mm howitzers"),
        (report("place", "82 mm mortar", 1), "placed an 82 mm mortar"),
        (report("withdraw", "Heavy Weapons", 1112), "withdrew 1,112 Heavy Weapons"),
        (report("withdraw", "one tank", 1), "withdrew a tank"),
        (report("withdraw", "two tanks", 2), "withdrew two tanks"),
        (report("withdraw", "one tank"), "withdrew one tank"),
        (report("fire", "fishing vessel", 1), "fired at a fishing vessel"),
        (report("fire", "rocket", 2), "fired with two rockets"),
        (report("shell", "mortar"), "shelled with mortars"),
        (report("fire", "small arms"), "fired with small arms"),
        (report("overfly", "unmanned aircraft", 1), "flew an unmanned aircraft"),
        (report("deliver", "list of prisoners of war", 913), "delivered a list of prisoners of war (913)"),
        (report("release", "prisoners of war", 212), "released 212 prisoners of war"),
        (report("deny-access", "relief convoy", 18), "denied access to 18 relief convoys"),
        (report("attack", "port of Ebrin"), "attacked the port of Ebrin"),
        (report("attack", "assaults", 19), "attacked (19 assaults)"),
        (report("shelling", "rounds", 30), "shelled (30 rounds)"),
        (report("shelling", "mortars", 12), "shelled with mortars (12)"),
        (report("denial of access", "convoy"), "denied access to the convoy"),
        (report("order", "forces"), "gave orders to forces"),
        (report("killed or injured", "people", 5), "killed or injured five people"),
        (report("casualties", "people", 5), "killed or injured five people"),
        (report("shelling", "wheat field", 8), "shelled the wheat field (8)"),
        (report("missile strike", "Kolda substation", 2), "struck Kolda substation (2) ('missile strike')"),
        (report("shelling", "houses", 3), "shelled three houses"),
        (report("attack", "fishing vessel", 2), "attacked two fishing vessels"),
        (report("withdraw", "all fighters", 18), "withdrew all 18 fighters"),
        (report("went to look", "mill"), "went to look at the mill"),
        (report("withdraw", "its tanks", 4), "withdrew its tanks (4)"),
        (report("notice", "Varta", 1), "gave notice of Varta"),
        (report("complaint"), "complained"),
        (report("complaint", "shelling"), "complained of the shelling"),
        (report("meet"), "met"),
        (report("explode", None, 2, actor=None), "there was an explosion"),
        (report("damage", actor=None), "something was damaged"),
        (report("shelling", actor=None), "there was shelling"),
        (report("shelling", "houses", actor=None), "somebody not named shelled houses"),
        (report("shell", "mortar", actor=None), "somebody not named shelled with mortars"),
        (report("wobble"), "did what the report calls 'wobble'"),
        (report(None), "did something that is not named"),
    ],
)
def test_an_act_is_told_in_the_past_form(told: Report, words: str) -> None:
    assert phrases.told(told) == words


def test_what_follows_calls_what_it_is_about_it() -> None:
    told = [phrases.told(report(act, "152 mm howitzer", 3), follows=True) for act in ("remedy", "notify", "meet")]
    assert told == ["remedied it", "gave notice of it", "met"]


@pytest.mark.parametrize("act", [one.id for one in acts()])
def test_every_act_of_the_lexicon_can_be_told(act: str) -> None:
    assert "the report calls" not in phrases.told(report(act, "thing"))


def at(day: int, hour: int, minute: int = 0, year: int = 2031) -> dt.datetime:
    return dt.datetime(year, 4, day, hour, minute, tzinfo=ZONE)


def whole(first: int, last: int) -> Span:
    return Span(at(first, 0), dt.datetime.combine(dt.date(2031, 4, last), dt.time.max, ZONE))


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(at(22, 10, 15), at(22, 10, 15)), "on 22 April, 10:15"),
        (Span(at(22, 10, 15), at(22, 10, 25)), "on 22 April, 10:15 to 10:25"),
        (Span(at(16, 23), at(17, 1)), "between 16 April, 23:00 and 17 April, 01:00"),
        (whole(22, 22), "on 22 April"),
        (whole(5, 7), "from 5 to 7 April"),
        (Span(at(1, 10, year=2030), at(1, 10, year=2030)), "on 1 April 2030, 10:00"),
        (Span(at(22, 7).astimezone(dt.UTC), at(22, 7).astimezone(dt.UTC)), "on 22 April, 07:00"),
    ],
)
def test_times_are_told_once_and_in_the_zone(span: Span, words: str) -> None:
    assert TELLING.when(span) == words


def test_lists_are_short() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed_some(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


@pytest.mark.parametrize(
    ("thing", "two", "one"),
    [
        ("injured", "two injured", "1 injured"),
        ("fisherman", "two fishermen", "a fisherman"),
        ("fishermen", "two fishermen", "a fisherman"),
        ("German drone", "two German drones", "a German drone"),
        ("child", "two children", "a child"),
        ("dead", "two dead", "1 dead"),
        ("shed", "two sheds", "a shed"),
        ("box of ammunition", "a box of ammunition (2)", "a box of ammunition"),
        ("rounds of ammunition", "two rounds of ammunition", "a round of ammunition"),
        ("ferry", "two ferries", "a ferry"),
        ("knife", "two knives", "a knife"),
        ("minibus", "two minibuses", "a minibus"),
        ("aircraft", "two aircraft", "an aircraft"),
        ("UAV", "two UAVs", "a UAV"),
        ("RPG", "two RPGs", "an RPG"),
        ("soldiers", "two soldiers", "a soldier"),
    ],
)
def test_things_agree_with_their_number(thing: str, two: str, one: str) -> None:
    assert [phrases._number_of(thing, number) for number in (2, 1)] == [two, one]
