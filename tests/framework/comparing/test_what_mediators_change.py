"""The edits that mediators make between two drafts, and what is said of them: what changed, and who gave."""

from __future__ import annotations

import pytest

from parley.framework import diff, parse
from parley.model import ChangeKind, Comparison

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\n---\n\n"


def compared(before: str, after: str) -> Comparison:
    return diff(parse(f"{HEAD}{before}\n"), parse(f"{HEAD}{after}\n"))


def told(comparison: Comparison) -> list[tuple[str, str, dict[str, str]]]:
    return [
        (each.kind.value, each.meaning or "", {party: side.value for party, side in each.moved.items()})
        for each in comparison.changes
        if each.kind is not ChangeKind.RENUMBERED
    ]


@pytest.mark.parametrize(
    ("before", "after", "meaning", "moved"),
    [
        (
            "Kestria shall withdraw all weapons by D+9.",
            "Kestria shall withdraw heavy weapons by D+9.",
            "narrower",
            "took",
        ),
        ("Kestria shall withdraw tanks and guns.", "Kestria shall withdraw tanks, guns and mortars.", "wider", "gave"),
        ("Kestria shall release 100 prisoners.", "Kestria shall release all prisoners.", "wider", "gave"),
        (
            "Kestria shall release all prisoners.",
            "Kestria shall release all prisoners who are ill.",
            "narrower",
            "took",
        ),
        ("Kestria shall not fly any aircraft.", "Kestria shall not fly military aircraft.", "narrower", "took"),
        ("Kestria may keep tanks in Tarn.", "Kestria may keep light tanks in Tarn.", "narrower", "gave"),
        (
            "Kestria shall limit its guards to 200.",
            "Kestria shall limit its guards to 150.",
            "limit is narrower",
            "gave",
        ),
        ("Kestria shall limit its guards to 200.", "Kestria shall limit its guards to 300.", "limit is wider", "took"),
        (
            "Kestria shall reduce its garrison to 500 men by D+9.",
            "Kestria shall reduce its garrison to 300 men by D+9.",
            "from 500 to 300: the limit is narrower",
            "gave",
        ),
        (
            "Kestria shall not lay mines in Tarn and Velm.",
            "Kestria shall not lay mines in Tarn.",
            "no longer holds for Velm",
            "took",
        ),
        (
            "Kestria shall withdraw its tanks.",
            "Kestria shall endeavour to withdraw its tanks.",
            "made weaker: “endeavour to” was added",
            "took",
        ),
        (
            "Kestria shall, as far as possible, spare the mills.",
            "Kestria shall spare the mills.",
            "made firmer: “as far as possible” was taken out",
            "gave",
        ),
    ],
)
def test_more_or_less_is_told_with_who_gave_or_took(before: str, after: str, meaning: str, moved: str) -> None:
    found = told(compared(f"1. {before} {{#it}}", f"1. {after} {{#it}}"))
    assert len(found) == 1
    assert meaning in found[0][1]
    assert found[0][2] == {"KES": moved}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kestria shall destroy its weapons.", "Kestria shall destroy its arms."),
        ("Kestria shall withdraw its tanks.", "Kestria shall withdraw its tanks, including those in store."),
        ("Kestria shall deliver a list of all mines.", "Kestria shall deliver a list of all mines and traps."),
    ],
)
def test_what_the_words_do_not_show_moves_nobody(before: str, after: str) -> None:
    assert all(not moved for _, _, moved in told(compared(f"1. {before} {{#it}}", f"1. {after} {{#it}}")))


ONE = (
    "1. Kestria shall withdraw its tanks by D+3 and shall open the bridge by D+5.\n\n2. The Parties shall meet in Velm."
)
TWO = (
    "1. Kestria shall withdraw its tanks by D+3.\n\n2. Kestria shall open the bridge by D+5.\n\n"
    "3. The Parties shall meet in Velm."
)


@pytest.mark.parametrize(("before", "after"), [(ONE, TWO), (TWO, ONE)])
def test_a_paragraph_split_in_two_or_two_merged_moves_nobody(before: str, after: str) -> None:
    found = told(compared(before, after))
    assert [(kind, moved) for kind, _, moved in found] == [("moved", {})]
    assert "stood in" in found[0][1]


def test_what_changed_in_a_duty_on_its_way_is_told() -> None:
    found = told(compared(ONE, TWO.replace("D+5", "D+9")))
    assert [(kind, moved) for kind, _, moved in found] == [("moved", {}), ("window", {"KES": "took"})]


def test_a_duty_that_was_taken_out_is_said_alone() -> None:
    after = "1. Kestria shall withdraw its tanks by D+3.\n\n2. The Parties shall meet in Velm."
    found = told(compared(ONE, after))
    assert [meaning for _, meaning, _ in found] == ["A duty was taken out: Kestria must open the bridge, by D+5."]


@pytest.mark.parametrize("label", ["#court ", ""])
def test_a_paragraph_in_brackets_that_fell_is_not_taken_out_a_second_time(label: str) -> None:
    before = (
        f"1. The Parties shall meet. {{#m}}\n\n[{label}KES: Kestria shall open a court by D+9.]\n\n"
        "2. The Parties shall report. {#r}"
    )
    after = "1. The Parties shall meet. {#m}\n\n2. The Parties shall report. {#r}"
    found = told(compared(before, after))
    assert [(kind, moved) for kind, _, moved in found] == [("settled", {"KES": "gave"})]
    assert "KES's wording was left out, “Kestria shall open a court by D+9.”" in found[0][1]


def test_of_two_unlabelled_paragraphs_the_one_that_stands_was_taken_and_the_other_given() -> None:
    before = (
        "1. The Parties shall meet.\n\n[KES: Kestria shall open a court in Tarn by D+9.]\n\n"
        "[ORL: Orlavia shall open a court in Velm by D+9.]\n\n2. The Parties shall report."
    )
    after = "1. The Parties shall meet.\n\nOrlavia shall open a court in Velm by D+9.\n\n2. The Parties shall report."
    found = told(compared(before, after))
    assert [(kind, moved) for kind, _, moved in found] == [("settled", {"KES": "gave"}), ("settled", {"ORL": "took"})]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("guns above 100 mm", "guns above 82 mm", "takes in more now"),
        ("guns of 82 mm or more", "guns of 100 mm or more", "takes in less now"),
        ("tanks", "tanks and guns", "takes in more now"),
        ("tanks, guns and rockets", "tanks and guns", "takes in less now"),
    ],
)
def test_a_definition_says_on_whom_it_bears(before: str, after: str, says: str) -> None:
    rule = "1. Kestria shall withdraw its Heavy Weapons. {#out}"
    found = told(
        compared(f"**Heavy Weapons** means {before}.\n\n{rule}", f"**Heavy Weapons** means {after}.\n\n{rule}")
    )
    assert len(found) == 1
    assert says in found[0][1]
    assert "uses the word: out" in found[0][1]
    assert found[0][2] == {"KES": "gave" if "more" in says else "took"}


def test_words_that_no_part_holds_are_named_and_not_called_the_same() -> None:
    found = told(
        compared("1. The Commission shall decide by consensus.", "1. The Commission shall decide by majority.")
    )
    assert "“consensus” became “majority”" in found[0][1]
    assert "compare them" in found[0][1]


def test_notice_is_said_in_the_words_of_the_text() -> None:
    found = told(
        compared(
            "1. Either Party may terminate this agreement on 30 days' notice.",
            "1. Either Party may terminate this agreement on 90 days' notice.",
        )
    )
    assert found[0][1] == "“on 30 days' notice” became “on 90 days' notice”: longer."
