"""Two drafts compared: what changed by provision and by meaning, and who moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.framework import diff, parse
from parley.model import Change, ChangeKind, Comparison, Side

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern, JVC: Joint Verification Commission}\n---\n\n"
LINE = "1. **Line** means the line in Annex A. {#line}\n"


def compared(before: str, after: str) -> Comparison:
    return diff(parse(HEAD + before), parse(HEAD + after))


def only(comparison: Comparison) -> Change:
    assert len(comparison.changes) == 1, comparison.changes
    return comparison.changes[0]


@pytest.mark.parametrize(
    ("before", "after", "kind", "meaning", "moved"),
    [
        (
            "Kestria shall open the road.",
            "Kestria may open the road.",
            "modality",
            "duty became a permission",
            "KES took",
        ),
        ("Kestria may fly drones.", "Kestria shall not fly drones.", "modality", "permission became a ban", "KES gave"),
        (
            "Kestria shall withdraw its troops within 14 days.",
            "Kestria shall withdraw its troops within 30 days.",
            "window",
            "longer",
            "KES took",
        ),
        (
            "Kestria shall withdraw its troops by D+30.",
            "Kestria shall withdraw its troops by D+14.",
            "window",
            "earlier",
            "KES gave",
        ),
        (
            "Kestria shall not fly drones until D+30.",
            "Kestria shall not fly drones until D+60.",
            "window",
            "later",
            "KES gave",
        ),
        ("Kestria may fly drones until D+30.", "Kestria may fly drones until D+60.", "window", "later", "KES took"),
        (
            "Kestria shall report to the JVC every 24 hours.",
            "Kestria shall report to the JVC every 12 hours.",
            "window",
            "more often",
            "KES gave",
        ),
        (
            "Kestria shall withdraw its troops within 1 month.",
            "Kestria shall withdraw its troops within 30 days.",
            "window",
            "became",
            "",
        ),
        (
            "Kestria shall withdraw its troops.",
            "Kestria shall withdraw its troops by D+9.",
            "window",
            "A time was set",
            "KES gave",
        ),
        ("Kestria shall not fire.", "Kestria shall not fire until D+9.", "window", "A time was set", "KES took"),
        (
            "Kestria shall not place tanks within 15 km of the Line.",
            "Kestria shall not place tanks within 30 km of the Line.",
            "place",
            "from 15 km to 30 km: farther",
            "KES gave",
        ),
        (
            "Kestria shall release 100 prisoners.",
            "Kestria shall release 500 prisoners.",
            "object",
            "from 100 to 500",
            "KES gave",
        ),
        (
            "Kestria shall release 100 prisoners to Orlavia.",
            "Kestria shall release 50 prisoners to Orlavia.",
            "object",
            "100 to 50",
            "KES took, ORL gave",
        ),
        (
            "Kestria shall not fly drones, except for rescue.",
            "Kestria shall not fly drones, except for rescue or for survey.",
            "exception",
            "widened",
            "KES took",
        ),
        (
            "Kestria shall not fly drones.",
            "Kestria shall not fly drones, except for rescue.",
            "exception",
            "An exception was added",
            "KES took",
        ),
        (
            "Kestria shall open the road.",
            "Kestria shall open the road if Orlavia withdraws its troops.",
            "trigger",
            "A condition was added",
            "KES took",
        ),
        (
            "Each Party shall open the road.",
            "Orlavia shall open the road.",
            "bearer",
            "no longer binds KES",
            "KES took",
        ),
        (
            "Kestria shall open the road.",
            "Orlavia shall open the road.",
            "bearer",
            "now binds ORL and no longer binds KES",
            "KES took, ORL gave",
        ),
        ("Each Party shall report by D+9.", "Each Party shall report by D+3.", "window", "earlier", ""),
    ],
)
def test_a_change_is_told_by_its_meaning_and_by_who_moved(
    before: str, after: str, kind: str, meaning: str, moved: str
) -> None:
    change = only(compared(f"{LINE}2. {before} {{#a}}", f"{LINE}2. {after} {{#a}}"))
    assert change.kind == kind
    assert meaning in (change.meaning or "")
    assert ", ".join(f"{party} {side}" for party, side in sorted(change.moved.items())) == moved


def test_the_same_words_are_no_change_however_they_are_wrapped() -> None:
    comparison = compared(
        "1. Kestria shall open\nthe road by D+9. {#a}", "1. Kestria shall open the road   by D+9. {#a}"
    )
    assert comparison.changes == ()
    assert [(each.party, each.gave, each.took) for each in comparison.who_moved] == [("KES", (), ()), ("ORL", (), ())]


def test_a_word_id_holds_a_provision_however_its_words_and_number_change() -> None:
    before = "1. Kestria shall open the road. {#road}\n\n2. Orlavia shall release 100 prisoners. {#free}\n"
    after = "1. Orlavia shall release 100 prisoners. {#free}\n\n2. Halvern shall repair every bridge. {#road}\n"
    changes = compared(before, after).changes
    assert {change.kind for change in changes if change.provision == "free"} == {"renumbered", "moved"}
    assert [change.kind for change in changes if change.provision == "road"] == [
        "renumbered",
        "bearer",
        "act",
        "object",
    ]


def test_without_ids_words_say_which_provision_is_which() -> None:
    sentences = [
        "Kestria shall open the road to Tamsen by D+9.",
        "Orlavia shall release 100 prisoners by D+3.",
        "No Party shall fly drones in the Coastal Zone.",
    ]
    before = "\n\n".join(f"{n}. {words}" for n, words in enumerate(sentences, 1))
    after = "\n\n".join(
        f"{n}. {words}" for n, words in enumerate(["Halvern shall host all talks.", *sentences[:2]], 1)
    ).replace("D+3", "D+7")
    changes = compared(before, after).changes
    assert [(each.was, each.provision) for each in changes if each.kind is ChangeKind.RENUMBERED] == [
        ("1", "2"),
        ("2", "3"),
    ]
    assert [each.after for each in changes if each.kind is ChangeKind.ADDED] == ["Halvern shall host all talks."]
    assert [each.was for each in changes if each.kind is ChangeKind.REMOVED] == ["3"]
    assert [(each.before, each.after) for each in changes if each.kind is ChangeKind.WINDOW] == [("by D+3", "by D+7")]


def test_a_settled_bracket_says_whose_wording_stands_and_not_the_duties_anew() -> None:
    before = "1. Kestria shall release [#who KES: 100 | ORL: all] prisoners [#when KES: by D+30 | ORL: by D+9]. {#a}"
    comparison = compared(before, "1. Kestria shall release all prisoners [#when KES: by D+30 | ORL: by D+9]. {#a}")
    change = only(comparison)
    assert (change.kind, change.label, change.after) == (ChangeKind.SETTLED, "who", "all")
    assert change.moved == {"KES": Side.GAVE, "ORL": Side.TOOK}
    assert [len(each.gave) for each in comparison.who_moved] == [1, 0]


def test_a_label_of_several_places_is_settled_once_and_only_if_its_places_agree() -> None:
    before = (
        "1. No Party shall place tanks within [#far KES: 15 | ORL: 30] km of the Line. {#ban}\n\n"
        "2. Each Party shall withdraw its tanks to [#far KES: 15 | ORL: 30] km from the Line. {#back}"
    )
    agreed = compared(before, before.replace("[#far KES: 15 | ORL: 30]", "30"))
    assert (only(agreed).label, only(agreed).after) == ("far", "30")
    apart = compared(
        before, before.replace("[#far KES: 15 | ORL: 30]", "15", 1).replace("[#far KES: 15 | ORL: 30]", "30")
    )
    told = next(each for each in apart.changes if each.kind is ChangeKind.SETTLED)
    assert "different wordings of it stand at different places" in (told.meaning or "")
    assert told.moved == {}


def test_where_nobodys_wording_stands_all_owners_gave_and_a_mediator_never_moves() -> None:
    before = "1. Kestria shall release [#who KES: 100 | HAL: 300 | ORL: 900] prisoners. {#a}"
    middle = next(
        each for each in compared(before, before.replace("[#who KES: 100 | HAL: 300 | ORL: 900]", "400")).changes
    )
    assert (middle.kind, middle.moved) == (ChangeKind.SETTLED, {"KES": Side.GAVE, "ORL": Side.GAVE})
    bridge = only(compared(before, before.replace("[#who KES: 100 | HAL: 300 | ORL: 900]", "300")))
    assert bridge.moved == {"KES": Side.GAVE, "ORL": Side.GAVE}


def test_what_was_agreed_and_is_open_again() -> None:
    after = "1. Kestria shall release [#who KES: 100 | ORL: all] prisoners. {#a}"
    change = only(compared("1. Kestria shall release 100 prisoners. {#a}", after))
    assert (change.kind, change.before, change.moved) == (ChangeKind.OPENED, "100", {})
    assert "“100” stood there, which is KES's" in (change.meaning or "")


@pytest.mark.parametrize(
    ("after", "meaning", "moved"),
    [
        ("[#who KES: 300 | ORL: all]", "KES changed its wording from “100” to “300”", {}),
        ("[#who KES, ORL: all]", "KES came over to “all”, the wording of ORL", {"KES": "gave", "ORL": "took"}),
        ("[#who ORL: all | HAL: half of the]", "KES's wording “100” is no longer there", {"KES": "gave"}),
        ("[#who KES: 100 | ORL: all | HAL: half of the]", "HAL put forward “half of the”", {}),
    ],
)
def test_a_point_that_stays_open_shows_who_changed_its_wording(after: str, meaning: str, moved: dict[str, str]) -> None:
    before = "1. Kestria shall release [#who KES: 100 | ORL: all] prisoners. {#a}"
    changes = compared(before, before.replace("[#who KES: 100 | ORL: all]", after)).changes
    told = next(each for each in changes if meaning in (each.meaning or ""))
    assert (told.kind, told.label, told.moved) == (ChangeKind.BRACKET, "who", moved)


def test_words_that_are_not_understood_are_shown_and_not_interpreted() -> None:
    change = only(compared("1. The Parties should try hard. {#a}", "1. The Parties should try harder. {#a}"))
    assert change.kind is ChangeKind.REWORDED
    assert "does not understand these sentences: compare them" in (change.meaning or "")


def test_other_words_for_the_same_duty_are_said_to_be_the_same() -> None:
    change = only(compared("1. Kestria shall open the road. {#a}", "1. Kestria must open the road. {#a}"))
    assert "what Parley understands of them is the same" in (change.meaning or "")


def test_a_sentence_that_moved_to_another_provision_is_not_told_as_gone_and_new() -> None:
    roads, prisoners, talks = (
        "Kestria shall open the road.",
        "Orlavia shall release 100 prisoners.",
        "Halvern hosts talks.",
    )
    before = f"1. {roads} {prisoners} {{#a}}\n\n2. {talks} {{#b}}"
    after = f"1. {roads} {{#a}}\n\n2. {talks} {prisoners} {{#b}}"
    change = only(compared(before, after))
    assert (change.kind, change.provision, change.was) == (ChangeKind.MOVED, "b", "a")


_PIECES = st.sampled_from(
    [
        "1. ",
        "\n\n",
        "2. Kestria shall ",
        "open the road",
        " by D+9",
        ". ",
        "{#a}",
        "[#x KES: a | ORL: b]",
        "[",
        "]",
        "Orlavia may ",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join), st.lists(_PIECES, max_size=12).map("".join))
def test_any_two_texts_can_be_compared_and_a_text_does_not_differ_from_itself(one: str, other: str) -> None:
    assert compared(one, one).changes == ()
    compared(one, other)


def test_a_point_within_a_wording_that_was_not_taken_fell_with_it():
    head = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
    before = parse(head + "1. Each Party shall free [#who KES: all | ORL: [#n ORL: 100 | KES: 200]] prisoners. {#a}\n")
    found = diff(before, parse(head + "1. Each Party shall free all prisoners. {#a}\n"))
    nested = next(change for change in found.changes if change.label == "n")
    assert (nested.meaning, dict(nested.moved)) == ("#n fell with the wording of #who that held it.", {})


def test_two_owners_of_the_same_wording_both_see_it_stand():
    head = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
    before = parse(head + "1. Each Party shall meet by [#t KES: D+1 | HAL: D+1 | ORL: D+2]. {#a}\n")
    found = diff(before, parse(head + "1. Each Party shall meet by D+1. {#a}\n"))
    assert found.changes[0].meaning.startswith("#t is settled: ")
    assert "“D+1”" in found.changes[0].meaning
