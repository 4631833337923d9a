"""Numbers, times and distances that differ between two drafts are told, wherever in a sentence they stand."""

from __future__ import annotations

import pytest

from parley.framework import diff, parse
from parley.model import Change

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"


def changes(before: str, after: str) -> tuple[Change, ...]:
    return diff(parse(HEAD + before), parse(HEAD + after)).changes


@pytest.mark.parametrize(
    ("before", "after", "kind", "meaning"),
    [
        (
            "Either Party may terminate this Agreement upon 30 days' notice.",
            "Either Party may terminate this Agreement upon 7 days' notice.",
            "window",
            "“upon 30 days' notice” became “upon 7 days' notice”: shorter",
        ),
        (
            "Kestria shall withdraw its forces within 10 working days.",
            "Kestria shall withdraw its forces within 15 working days.",
            "amount",
            "from 10 working days to 15 working days",
        ),
        (
            "If a violation lasts more than 24 hours, Kestria may suspend the talks.",
            "If a violation lasts more than 48 hours, Kestria may suspend the talks.",
            "trigger",
            "from 24 hours to 48 hours: longer",
        ),
        (
            "The Commission shall be composed of five members.",
            "The Commission shall be composed of seven members.",
            "amount",
            "The number went from five to seven",
        ),
        (
            "Decisions are taken by a two-thirds majority.",
            "Decisions are taken by a three-quarters majority.",
            "amount",
            "from two-thirds to three-quarters",
        ),
        (
            "Kestria shall hand over 30% of its tanks.",
            "Kestria shall hand over 50 per cent of its tanks.",
            "object",
            "The percentage went from 30% to 50 per cent",
        ),
        (
            "The Parties shall meet on the first Monday of each month.",
            "The Parties shall meet on the second Monday of each month.",
            "amount",
            "The number went from first to second",
        ),
        (
            "Kestria shall report under Resolution 1701 (2006).",
            "Kestria shall report under Resolution 1701 (2015).",
            "object",
            "The number went from 2006 to 2015",
        ),
        (
            "Kestria shall double the pay.",
            "Kestria shall triple the pay.",
            "amount",
            "The number went from double to triple",
        ),
        (
            "Under Article 1, Kestria shall open the road.",
            "Under Article 2, Kestria shall open the road.",
            "amount",
            "The reference went from Article 1 to Article 2",
        ),
        (
            "**Zone** means the area within 5 km of the Line.",
            "**Zone** means the area within 10 km of the Line.",
            "definition",
            "from 5 km to 10 km: longer",
        ),
    ],
)
def test_an_amount_that_differs_is_told_whatever_holds_it(before: str, after: str, kind: str, meaning: str) -> None:
    (change,) = changes(f"1. {before}", f"1. {after}")
    assert (change.kind, meaning in (change.meaning or "")) == (kind, True), change


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        ("shall remain in force for 90 days", "shall remain in force for 30 days", "from 90 days to 30 days: shorter"),
        ("is extended by 90 days", "is extended by 60 days", "from 90 days to 60 days: shorter"),
        ("is valid for two years", "is valid for six months", "from two years to six months: shorter"),
        ("remains in force until 1 March 2026", "remains in force until 31 May 2026", "to 31 May 2026: later"),
        ("enters into force on 15 March 2026", "enters into force on 1 March 2026", "to 1 March 2026: earlier"),
        ("enters into force on D+3", "enters into force on D+5", "from D+3 to D+5: later"),
        ("shall remain in force for one year", "shall remain in force indefinitely", "was taken out: one year"),
    ],
)
def test_how_long_an_agreement_holds_and_from_when_is_compared(before: str, after: str, meaning: str) -> None:
    told = changes(f"1. This Agreement {before}.", f"1. This Agreement {after}.")[0]
    assert (told.kind, meaning in (told.meaning or "")) == ("window", True), told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Kestria shall withdraw its forces 5 km from the line within thirty (30) days.",
            "Kestria shall withdraw its forces five kilometres from the line within 30 days.",
        ),
        ("Kestria shall release prisoners within two weeks.", "Kestria shall release prisoners within 14 days."),
        ("Kestria shall release 500 prisoners.", "Kestria shall release five hundred (500) prisoners."),
        ("Kestria shall hand over 30% of its tanks.", "Kestria shall hand over thirty percent of its tanks."),
        ("Kestria shall release prisoners by D+30.", "Kestria shall release prisoners within 30 days of D-day."),
        ("The Parties shall help one another.", "The Parties shall help each other."),
    ],
)
def test_the_same_amount_in_other_words_is_the_same(before: str, after: str) -> None:
    (change,) = changes(f"1. {before}", f"1. {after}")
    assert "is the same" in (change.meaning or "")


def test_amounts_of_one_kind_are_told_each_in_its_place() -> None:
    found = changes(
        "1. Kestria shall not place artillery within 10 km, and mortars within 5 km, of the Line.",
        "1. Kestria shall not place artillery within 20 km, and mortars within 10 km, of the Line.",
    )
    assert [each.meaning for each in found] == [
        "The distance went from 10 km to 20 km: longer.",
        "The distance went from 5 km to 10 km: longer.",
    ]


def test_numbers_that_changed_places_are_not_the_same() -> None:
    (change,) = changes("1. Kestria shall use 2 cars and 5 vans.", "1. Kestria shall use 5 cars and 2 vans.")
    assert "the same" not in (change.meaning or "")


@pytest.mark.parametrize(
    ("before", "after", "meaning", "side"),
    [
        ("shall not deploy more than 200 guards", "shall not deploy more than 100 guards", "the ban is wider", "gave"),
        ("may deploy up to 200 guards", "may deploy up to 300 guards", "the permission is wider", "took"),
        ("shall keep no more than 300 guards", "shall keep no more than 200 guards", "the limit is narrower", "gave"),
    ],
)
def test_the_most_there_may_be_says_which_way_it_bears(before: str, after: str, meaning: str, side: str) -> None:
    (change,) = changes(f"1. Kestria {before}.", f"1. Kestria {after}.")
    assert (meaning in (change.meaning or ""), change.moved) == (True, {"KES": side})


@pytest.mark.parametrize(
    ("before", "after", "meaning", "side"),
    [
        ("detain civilians", "detain or question civilians", "widened: it now covers “question”", "gave"),
        ("attack or fire", "attack", "narrowed: it no longer covers “fire”", "took"),
    ],
)
def test_a_ban_on_one_act_more_is_the_same_ban_widened(before: str, after: str, meaning: str, side: str) -> None:
    (change,) = changes(f"1. Kestria shall not {before}.", f"1. Kestria shall not {after}.")
    assert (change.kind, meaning in (change.meaning or ""), change.moved) == ("act", True, {"KES": side})


def test_what_a_permission_hung_on_fell_with_it() -> None:
    may, ban = "1. Kestria may deploy guards if Orlavia agrees.", "1. Kestria shall not deploy guards."
    (change,) = changes(may, ban)
    assert (change.meaning, change.moved) == (
        "A permission became a ban, without “if Orlavia agrees”.",
        {"KES": "gave"},
    )
    (change,) = changes(ban, may)
    assert (change.meaning, change.moved) == ("A ban became a permission, with “if Orlavia agrees”.", {"KES": "took"})


def test_a_point_settled_by_words_of_nobody_is_told_once_and_with_those_words() -> None:
    (change,) = changes(
        "1. Kestria shall release prisoners [#when KES: by D+5 | ORL: by D+15].",
        "1. Kestria shall release prisoners by D+10.",
    )
    assert (change.kind, change.after) == ("settled", "by D+10")
    *points, words = changes(
        "1. The Parties shall meet [#when KES: by D+5 | ORL: by D+15] in [#where KES: Tamsen | ORL: Dorel].",
        "1. The Parties shall meet by D+10 in Orun.",
    )
    assert [each.kind for each in points] == ["settled", "settled"]
    assert words.meaning == "These words stand now where the point was open."


ROADS = "# Article 2\n\n2.1 Kestria shall open the road.\n\n2.2 Orlavia may close it under paragraph 2.1.\n\n"
TALKS = "# Article 2\n\n2.1 The Parties shall meet weekly.\n\n"


@pytest.mark.parametrize(
    ("cites", "now", "kinds"),
    [
        ("Either Party may suspend Article 2.", "Either Party may suspend Article 3.", []),
        ("The dam of paragraph 2.1 shall be repaired.", "The dam of paragraph 3.1 shall be repaired.", []),
        ("Either Party may suspend Article 2.", "Either Party may suspend Article 5.", ["object"]),
        (
            "Kestria may suspend Article 2 of the Geneva Convention.",
            "Kestria may suspend Article 3 of the Geneva Convention.",
            ["object"],
        ),
    ],
)
def test_a_reference_that_only_follows_a_new_number_is_no_change(cites: str, now: str, kinds: list[str]) -> None:
    moved = ROADS.replace("2.", "3.").replace("Article 2", "Article 3")
    found = changes(f"{ROADS}# Article 3\n\n3.1 {cites}\n", f"{TALKS}{moved}# Article 4\n\n4.1 {now}\n")
    assert [each.kind for each in found if each.kind not in ("renumbered", "added")] == kinds


def test_references_follow_numbered_provisions_too() -> None:
    found = changes(
        "1. Kestria shall open the road.\n2. Orlavia may suspend Articles 1 and 3.\n3. Orlavia shall free all.",
        "1. The Parties shall meet.\n2. Kestria shall open the road.\n3. Orlavia may suspend Articles 2 and 4.\n"
        "4. Orlavia shall free all.",
    )
    assert {each.kind for each in found} == {"added", "renumbered"}


def test_a_paragraph_by_its_number_alone_is_one_of_the_same_article() -> None:
    road = "# Article 1\n\n1. Kestria shall open the road.\n\n# Article 2\n\n1. "
    found = changes(
        f"{road}Orlavia shall free all.\n\n2. Either Party may suspend paragraph 1.",
        f"{road}The Parties shall meet.\n\n2. Orlavia shall free all.\n\n3. Either Party may suspend paragraph 2.",
    )
    assert {each.kind for each in found} == {"added", "renumbered"}


def test_a_reference_that_did_not_follow_a_new_number_is_told() -> None:
    found = changes(
        "1. Kestria shall open the road.\n2. Either Party may suspend Article 1.",
        "1. The Parties shall meet.\n2. Kestria shall open the road.\n3. Either Party may suspend Article 1.",
    )
    (told,) = [each.meaning for each in found if each.kind == "amount"]
    assert told == "“Article 1” is said as before, and what it named has the number 2 now."


def test_a_heading_is_the_same_under_a_new_number() -> None:
    found = changes(
        "# Article 1: Roads\n\n1.1 Kestria shall open the road.\n",
        "# Article 1: Talks\n\n1.1 The Parties shall meet.\n\n# Article 2: Roads\n\n2.1 Kestria shall open the road.\n",
    )
    assert [each.after for each in found if each.kind == "added"] == ["Article 1: Talks", "The Parties shall meet."]
    assert {each.kind for each in found} == {"added", "renumbered"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "1. Kestria shall release 500 prisoners by D+30.",
            "2. Kestria shall release 300 prisoners within two weeks of D-day.",
        ),
        (
            "1. Kestria shall release 500 prisoners by D+30.\n\n2. Orlavia shall repair the road.",
            "1. Orlavia shall repair the road.\n\n2. Kestria shall release 300 prisoners within two weeks of D-day.",
        ),
        (
            "1. Orlavia shall repair the road. Kestria shall release 500 prisoners by D+30.\n\n2. Talks go on.",
            "1. Orlavia shall repair the road.\n\n2. Talks go on. Within two weeks of D-day, Kestria shall release 300"
            " prisoners.",
        ),
    ],
)
def test_a_duty_that_moved_and_changed_is_one_duty(before: str, after: str) -> None:
    told = [each for each in changes(before, after) if each.kind not in ("renumbered", "moved")]
    assert [(each.kind, each.provision, each.was) for each in told] == [("window", "2", "1"), ("object", "2", "1")]


def test_two_duties_of_the_same_are_not_guessed_to_be_the_one_that_moved() -> None:
    found = changes(
        "1. Kestria shall release 500 prisoners by D+30.",
        "2. Within two weeks of the signature of this Agreement, and in the presence of the Commission, Kestria shall"
        " release 10 prisoners.\n\n3. Within six weeks of the signature of this Agreement, and in the presence of the"
        " Commission, Kestria shall release 300 prisoners.",
    )
    assert not {"window", "object"} & {each.kind for each in found}


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("withdraw its tanks to 15 km from the Line", "withdraw its tanks to 30 km from the Line", {"KES": "gave"}),
        ("patrol within 15 km of the Line", "patrol within 30 km of the Line", {}),
        ("release all prisoners", "release all prisoners at the bridge of Tamsen", {}),
    ],
)
def test_who_moved_with_the_place_of_a_duty(before: str, after: str, moved: dict[str, str]) -> None:
    (change,) = changes(f"1. Kestria shall {before}.", f"1. Kestria shall {after}.")
    assert (change.kind, change.moved) == ("place", moved)


def test_provisions_that_changed_places_keep_their_bearers() -> None:
    found = changes(
        "1. Kestria shall withdraw its tanks to 15 km from the Line by D+5.\n"
        "2. Orlavia shall withdraw its tanks to 15 km from the Line by D+5.",
        "1. Orlavia shall withdraw its tanks to 30 km from the Line within a week of D-day.\n"
        "2. Kestria shall withdraw its tanks to 30 km from the Line by D+5.",
    )
    assert "bearer" not in {each.kind for each in found}


def test_duties_that_changed_places_and_numbers_keep_what_they_are_about() -> None:
    found = changes(
        "1. Kestria shall release 500 prisoners by D+30.\n\n2. Kestria shall release 100 hostages by D+5.",
        "1. Kestria shall release 80 hostages within three days of D-day.\n\n"
        "2. Kestria shall release 300 prisoners within two weeks of D-day.",
    )
    assert [each.meaning for each in found if each.kind == "object"] == [
        "The number went from 100 to 80.",
        "The number went from 500 to 300.",
    ]


def test_more_of_another_thing_is_not_more() -> None:
    (change,) = changes("1. Kestria shall release 500 prisoners.", "1. Kestria shall release 80 hostages.")
    assert ("The object changed" in (change.meaning or ""), change.moved) == (True, {})
