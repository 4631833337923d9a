"""What comes before what: clashing limits, steps that wait for one another, "then" after nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.framework import parse
from parley.framework.checks import Draft, order, sequence
from parley.framework.checks.network import Constraint, feasible, smallest_clash
from parley.framework.checks.times import AfterTheEnd, WindowUpsideDown
from parley.model import Finding, FindingKind

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

1. A Joint Commission (the Commission) is established on D-day.
"""


def findings(*articles: str) -> list[Finding]:
    text = HEAD + "".join(f"{number}. {words}\n" for number, words in enumerate(articles, 2))
    draft = Draft(parse(text))
    return [
        finding
        for rule in (*order.RULES, *sequence.RULES, AfterTheEnd(), WindowUpsideDown())
        for finding in rule.find(draft)
    ]


CLASHES = [
    # the articles, the provisions that clash, the clean twin of the last article
    (["Kestria shall open the dam not earlier than D+12.", "Orlavia shall inspect the dam within 2 days of its "
      "opening.", "Kestria shall open the dam by D+10."], {"2", "4"}, "Kestria shall open the dam by D+14."),
    (["The exchange of lists shall not begin before D+10.",
      "The release of prisoners shall take place no earlier than 5 days after the exchange of lists.",
      "The release of prisoners shall be completed by 15 March 2031."], {"2", "3", "4"},
     "The release of prisoners shall be completed by 25 March 2031."),
    (["Orlavia shall give Kestria the keys of the dam not before day 9.",
      "Kestria shall repair the dam only after Orlavia has given it the keys.",
      "Kestria shall repair the dam by D+5."], {"2", "3", "4"}, "Kestria shall repair the dam by D+15."),
    (["The withdrawal of tanks shall take 20 days.", "The withdrawal of tanks shall begin on D+5.",
      "The withdrawal of tanks shall be completed by D+14."], {"2", "3", "4"},
     "The withdrawal of tanks shall be completed by D+30."),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "provisions", "twin"), CLASHES)
def test_limits_that_clash_name_the_fewest_provisions(articles: list[str], provisions: set[str], twin: str) -> None:
    filler = "Kestria shall close the camps by D+3."
    [clash] = [each for each in findings(*articles, filler) if each.code == "E2.clash"]
    assert {clash.provision, *clash.also} == provisions
    assert "miss by" in clash.why
    assert findings(*articles[:-1], twin, filler) == []


def test_one_article_can_clash_with_itself() -> None:
    [clash] = findings("Kestria shall open the dam by D+4. Kestria shall open the dam not before D+9.")
    assert (clash.code, clash.also, clash.quote) == ("E2.clash", (), "not before D+9")


@pytest.mark.parametrize(
    ("articles", "late"),
    [
        (["Kestria shall withdraw its tanks by D+14.", "Orlavia shall close its camps by D+9, once Kestria has "
          "withdrawn its tanks."], True),
        (["Kestria shall withdraw its tanks by D+14. The Commission shall confirm the withdrawal by D+10."], True),
        (["Kestria shall withdraw its tanks by D+14. The Commission shall confirm the withdrawal by D+16."], False),
        (["Kestria shall withdraw its tanks by D+14.", "The Commission shall confirm the release of prisoners by "
          "D+10."], False),
    ],
)  # fmt: skip
def test_what_waits_is_not_due_before_what_it_waits_for(articles: list[str], late: bool) -> None:
    """Each of the two has a finding: nobody can tell which of them is to be mended."""
    assert [each.code for each in findings(*articles)] == (["E2.order"] * 2 if late else [])


RINGS = [
    ["Kestria shall open the harbour only after Orlavia has opened the road.",
     "Orlavia shall open the road once Kestria has opened the harbour."],
    ["Kestria shall return the ferry upon the return of the tugs.",
     "Orlavia shall return the tugs on condition that Kestria has returned the dredger.",
     "Kestria shall return the dredger when it has returned the ferry."],
    ["Kestria shall lift the blockade after implementation of Article 3.",
     "Orlavia shall disarm its militia once Kestria has lifted the blockade."],
]  # fmt: skip


@pytest.mark.parametrize("articles", RINGS)
def test_a_circle_is_named_in_order(articles: list[str]) -> None:
    [ring] = findings(*articles)
    assert ring.code == "E3.circle"
    assert {ring.provision, *ring.also} == {str(number) for number in range(2, 2 + len(articles))}
    assert ring.why.count("->") == len(articles)
    assert findings(*articles[:-1], "Orlavia shall pay its soldiers by D+9.") == []


def test_the_waiting_of_different_things_is_no_circle() -> None:
    assert findings(
        "Kestria shall open the harbour only after Orlavia has opened the road.",
        "Orlavia shall open the airport once Kestria has opened the harbour.",
    ) == []  # fmt: skip


@pytest.mark.parametrize("opener", ["Then", "After that,", "In a second phase", "Thereafter"])
def test_then_needs_an_event(opener: str) -> None:
    [found] = findings(f"The Parties shall respect the cease-fire. {opener} each Party shall reopen its schools.")
    assert (found.code, found.quote) == ("E1.after-what", opener.rstrip(","))
    assert (
        findings(f"Each Party shall open the road by D+5. {opener} each Party shall reopen its schools by D+9.") == []
    )


@pytest.mark.parametrize(
    ("words", "twin"),
    [
        ("It shall begin on D+25 and complete the withdrawal by D+15.",
         "It shall begin on D+5 and complete the withdrawal by D+15."),
        ("Kestria shall keep the canal open from D+19 until D+14.",
         "Kestria shall keep the canal open from D+9 to D+14."),
        ("Kestria shall visit the mill not before D+15 and not later than D+13.",
         "Kestria shall visit the mill not before D+5 and not later than D+13."),
        ("Kestria shall move its boats between 20 March 2031 and 12 March 2031.",
         "Kestria shall move its boats between 12 March 2031 and 20 March 2031."),
    ],
)  # fmt: skip
def test_a_window_ends_after_it_starts(words: str, twin: str) -> None:
    assert [each.code for each in findings(words)] == ["E2.window"]
    assert findings(twin) == []


LASTS = "This agreement remains in force for 60 days."


def test_a_deadline_after_the_end_counts_dates_and_extensions() -> None:
    late = "Kestria shall repair the dam by 30 June 2031."
    assert [(each.code, each.quote) for each in findings(late, LASTS)] == [("E2.after-end", "30 June 2031")]
    longer = LASTS + " It is extended by 90 days each time."
    assert [each.kind for each in findings(late, longer)] == [FindingKind.NOTE]
    assert [each.kind for each in findings(late, LASTS + " It may be extended by 90 days.")] == [FindingKind.DEFECT]
    assert findings(late, LASTS, "Article 2 continues to apply after the end of this agreement.") == []
    assert len(findings(late, LASTS, "Article 1 continues to apply after the end of this agreement.")) == 1


owned = st.builds(
    Constraint,
    source=st.sampled_from("abcd"),
    target=st.sampled_from("abcd"),
    minutes=st.integers(-4, 4),
    owner=st.sampled_from("123456"),
)


@given(st.lists(owned, max_size=8, unique=True))
@settings(max_examples=150, deadline=None)
def test_the_clash_is_as_small_as_any(constraints: list[Constraint]) -> None:
    clash = smallest_clash(constraints)
    owners = sorted({str(each.owner) for each in constraints})
    clashing = [
        size
        for size in range(1, len(owners) + 1)
        for some in itertools.combinations(owners, size)
        if not feasible([each for each in constraints if each.owner in some])
    ]
    assert len({each.owner for each in clash}) == min(clashing, default=0)
    assert not clash or not feasible(clash)
