"""Tone between two actors: which events count, in which week or month, with which value, and what is not said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import (
    PUBLIC,
    TEAM,
    Actor,
    ActorKind,
    Affiliation,
    Criticism,
    Document,
    Event,
    EventStatus,
    Every,
    Interval,
    Label,
    PloverRoot,
    Reading,
    Ref,
    Span,
    Tone,
)
from parley.reading import goldstein, tone

KES = Actor(id="KES", name="Kestria", kind=ActorKind.STATE)
ORL = Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE)
HAL = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE)
BREL = Actor(id="BREL", name="Ana Brel", kind=ActorKind.PERSON, affiliations=(Affiliation(to="KES"),))
MONDAY = dt.date(2031, 3, 3)


def event(
    id: str,
    cameo: str,
    actor: Actor | None = KES,
    recipient: Actor | None = ORL,
    day: int | None = None,
    **more: object,
) -> Event:
    when = None if day is None else Interval(earliest=dt.date(2031, 3, day), latest=dt.date(2031, 3, day))
    fields: dict[str, object] = {"status": EventStatus.HAPPENED, "interval": when, **more}
    ref, towards = actor and actor.ref, recipient and recipient.ref
    return Event(id=id, document="d", type=PloverRoot.ACCUSE, cameo=cameo, actor=ref, recipient=towards, **fields)


def paper(*events: Event, day: dt.date | None = MONDAY, label: Label = TEAM) -> tuple[Document, Reading]:
    document = Document(id="d", path="d.txt", text="", published=day, audience=label)
    return document, Reading(document="d", events=events)


def between(*events: Event, **how: object) -> Tone:
    return tone([paper(*events)], (KES, ORL, HAL, BREL), KES.ref, ORL.ref, **how)


def rows(found: Tone) -> list[tuple[str, str, int, float, float, float]]:
    return [(p.period, p.status.value, p.number, p.mean, p.lowest, p.highest) for p in found.periods]


def test_values_are_those_of_the_scale() -> None:
    assert [goldstein(code) for code in ("190", "112", "036", "042", "057", "0874")] == [-10, -2, 4, 1.9, 8, 10]


@pytest.mark.parametrize("code", ["164", "016", "0999", "", None])
def test_a_code_on_which_the_tables_differ_has_no_value(code: str | None) -> None:
    assert goldstein(code) is None


def test_number_mean_and_range_by_week() -> None:
    found = between(event("a", "112", day=3), event("b", "190", day=9), event("c", "051", day=10))
    assert rows(found) == [("2031-W10", "happened", 2, -6.0, -10.0, -2.0), ("2031-W11", "happened", 1, 3.4, 3.4, 3.4)]
    first = found.periods[0]
    assert (first.earliest, first.latest) == (MONDAY, dt.date(2031, 3, 9))
    assert [(each.event, each.cameo, each.value) for each in first.events] == [("a", "112", -2), ("b", "190", -10)]


def test_by_month() -> None:
    found = between(event("a", "112", day=3), event("b", "190", day=31), every=Every.MONTH)
    assert [(p.period, p.number, p.latest.day) for p in found.periods] == [("2031-03", 2, 31)]


class TestWhoCounts:
    def test_the_pair_is_ordered(self) -> None:
        assert between(event("a", "112", actor=ORL, recipient=KES)).periods == ()

    def test_whoever_belongs_to_an_actor_acts_for_it(self) -> None:
        assert between(event("a", "112", actor=BREL)).periods[0].number == 1

    @pytest.mark.parametrize(("actor", "recipient"), [(KES, HAL), (HAL, ORL), (None, ORL), (KES, None), (ORL, ORL)])
    def test_nobody_else(self, actor: Actor | None, recipient: Actor | None) -> None:
        assert between(event("a", "112", actor=actor, recipient=recipient)).periods == ()

    @pytest.mark.parametrize("code", ["040", "046", "057"])
    def test_a_meeting_counts_both_ways(self, code: str) -> None:
        assert between(event("a", code, actor=ORL, recipient=KES)).periods[0].number == 1


class TestWhen:
    def test_without_a_date_it_is_the_day_of_the_paper_and_that_is_said(self) -> None:
        (row,) = between(event("a", "112")).periods[0].events
        assert (row.by_paper, row.interval.earliest) == (True, MONDAY)

    def test_a_plan_counts_when_it_is_told_apart_from_what_happened(self) -> None:
        found = between(event("a", "040", day=25, status=EventStatus.PLANNED), event("b", "040", day=3))
        assert [(p.period, p.status.value) for p in found.periods] == [
            ("2031-W10", "happened"),
            ("2031-W10", "planned"),
        ]

    def test_what_fits_in_no_one_week_is_listed_and_not_placed(self) -> None:
        long = Interval(earliest=dt.date(2031, 3, 1), latest=dt.date(2031, 3, 31))
        found = between(event("a", "112", interval=long), event("b", "112", interval=Interval()))
        assert (found.undated, found.periods) == (("a", "b"), ())
        assert between(event("a", "112", interval=long), every=Every.MONTH).periods[0].number == 1

    def test_a_paper_without_a_date_dates_nothing(self) -> None:
        found = tone([paper(event("a", "112"), day=None)], (KES, ORL), KES.ref, ORL.ref)
        assert found.undated == ("a",)

    @given(st.dates(), st.sampled_from(Every))
    def test_any_day_lies_in_its_period_or_nowhere(self, day: dt.date, every: Every) -> None:
        found = tone([paper(event("a", "112"), day=day)], (KES, ORL), KES.ref, ORL.ref, every)
        assert (
            found.undated == ("a",)
            if not found.periods
            else found.periods[0].earliest <= day <= found.periods[0].latest
        )


def test_what_is_denied_hypothetical_or_without_value_counts_nowhere_and_is_listed() -> None:
    found = between(
        event("a", "190", status=EventStatus.DENIED),
        event("b", "190", status=EventStatus.HYPOTHETICAL),
        event("c", "164"),
    )
    assert (found.unreal, found.unvalued, found.periods) == (("a", "b"), ("c",), ())


class TestTellings:
    def test_what_a_person_merged_counts_once(self) -> None:
        found = between(event("a", "190", day=3), event("b", "190", day=3), merged=[("b", "a")])
        (period,) = found.periods
        assert (period.number, period.may_repeat) == (1, 0)
        assert (period.events[0].event, period.events[0].also) == ("a", ("b",))

    def test_several_of_one_code_may_be_one_event_and_that_is_said(self) -> None:
        found = between(event("a", "190", day=3), event("b", "190", day=4), event("c", "112", day=4))
        assert (found.periods[0].number, found.periods[0].may_repeat) == (3, 2)

    def test_so_may_those_that_are_proposed_for_merging(self) -> None:
        found = between(event("a", "190", day=3), event("b", "194", day=4), proposed=[("a", "b")])
        assert found.periods[0].may_repeat == 2


def test_a_mean_of_few_events_has_no_word() -> None:
    assert between(*(event(str(n), "190", day=3) for n in range(4))).periods[0].tone is None
    assert between(*(event(str(n), "190", day=3) for n in range(5))).periods[0].tone == "strong conflict"


def test_it_carries_the_labels_of_its_papers() -> None:
    papers = [paper(event("a", "112"), label=Label("party:KES")), paper(event("b", "112"), label=PUBLIC)]
    assert tone(papers, (KES, ORL), KES.ref, ORL.ref).audience == "party:KES"
    assert tone(papers[1:], (KES, ORL), KES.ref, ORL.ref).audience == "public"


def test_a_meeting_of_both_in_one_phrase_counts_and_an_act_of_both_against_a_third_does_not() -> None:
    both = Ref(id=None, name="the two ministers", members=(BREL.ref, ORL.ref))
    met = event("e1", "040", None, None).replace(actor=both)
    accused = event("e2", "112", None, HAL).replace(actor=both)
    found = between(met, accused)
    assert [row.event for period in found.periods for row in period.events] == ["e1"]


def test_each_of_several_acts_towards_the_other() -> None:
    both = Ref(id=None, name="Kestria and Halvern", members=(KES.ref, HAL.ref))
    found = between(event("e1", "112", None).replace(actor=both))
    assert [row.event for period in found.periods for row in period.events] == ["e1"]


class TestCriticism:
    @staticmethod
    def voiced(id: str, speaker: Actor | None, target: Actor, day: int | None = None) -> Criticism:
        when = None if day is None else Interval(earliest=dt.date(2031, 3, day), latest=dt.date(2031, 3, day))
        sentence = Span(document="d", start=0, end=4, exact="Bad!")
        by = speaker and speaker.ref
        return Criticism(id=id, document="d", speaker=by, target=target.ref, interval=when, sentence=sentence)

    def found(self, *criticisms: Criticism, day: dt.date | None = MONDAY, **how: object) -> Tone:
        document, reading = paper(event("a", "112", day=3), day=day)
        readings = [(document, reading.replace(criticisms=criticisms))]
        return tone(readings, (KES, ORL, HAL, BREL), KES.ref, ORL.ref, **how)

    def test_it_is_listed_by_time_beside_the_events_and_counts_in_no_number(self) -> None:
        found = self.found(self.voiced("c1", KES, ORL, 12), self.voiced("c2", BREL, ORL, 4))
        assert [(each.criticism, each.period) for each in found.criticisms] == [("c2", "2031-W10"), ("c1", "2031-W11")]
        assert rows(found) == rows(self.found())

    def test_only_that_of_the_one_against_the_other_is(self) -> None:
        found = self.found(self.voiced("c1", ORL, KES), self.voiced("c2", KES, HAL), self.voiced("c3", None, ORL))
        assert found.criticisms == ()

    def test_one_without_a_date_has_the_day_of_the_paper_and_says_so(self) -> None:
        (found,) = self.found(self.voiced("c1", KES, ORL), every=Every.MONTH).criticisms
        assert (found.period, found.by_paper) == ("2031-03", True)
        (undated,) = self.found(self.voiced("c1", KES, ORL), day=None).criticisms
        assert (undated.period, undated.interval) == (None, None)

    def test_it_carries_the_label_of_its_paper(self) -> None:
        document, reading = paper(label=Label("party:KES"))
        readings = [(document, reading.replace(criticisms=(self.voiced("c1", KES, ORL),)))]
        assert tone(readings, (KES, ORL), KES.ref, ORL.ref).audience == "party:KES"
