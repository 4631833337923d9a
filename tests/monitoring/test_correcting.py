"""A source corrects its own reports; what anybody else would correct or withdraw stays, and is contested."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.test_watching import FIRE, kestria, shot

pytestmark = pytest.mark.usefixtures("both_ways")

AFTER = "2031-03-12"
FOUND = {"life": "found", "found_by": "JVC", "claimant": "JVC", "reported": "2031-03-11"}


def later(id: str, **more: Any) -> dict[str, Any]:
    return {**shot(id, reported=AFTER), **more}


def stands(result: Any) -> tuple[Any, Any, tuple[str, ...]]:
    verdict = kestria(result)
    return verdict.verdict.value, verdict.finding, verdict.reports


@pytest.mark.parametrize("claimant", ["KES", "Republic of Kestria", "HAL", "The Mirror", "JVC", ""])
@pytest.mark.parametrize("more", [{"act": "fly"}, {"life": "withdrawn"}, {"act": "fly", "actor": "ORL"}])
def test_what_another_corrects_or_withdraws_stays_and_is_contested(held: Any, claimant: str, more: Any) -> None:
    result = held(FIRE, [shot(), later("c1", claimant=claimant, corrects="r1", **more)])
    assert stands(result) == ("breached", "alleged", ("r1",))
    whose = {"": "an unnamed source", "Republic of Kestria": "KES", "JVC": "Commission"}.get(claimant, claimant)
    how = "denies it" if "life" in more else "says that it was otherwise"
    assert f"and {whose} {how} (c1)" in kestria(result).why
    [note] = [note for note in result.notes if note.startswith("c1 would")]
    assert "r1, which is ORL's, and " in note
    assert note.endswith(": it counts as a denial, for a source corrects only its own.")


@pytest.mark.parametrize("claimant", ["ORL", "Orlavian Union", "the Orlavian Union", "Orlavian Union's army"])
def test_its_own_source_corrects_and_withdraws(held: Any, claimant: str) -> None:
    for more in ({"act": "fly"}, {"life": "withdrawn"}):
        result = held(FIRE, [shot(), later("c1", claimant=claimant, corrects="r1", **more)])
        assert kestria(result).reports == ()


def test_what_nobody_is_named_for_is_corrected_by_one_who_is_not_named(held: Any) -> None:
    rows = [shot(claimant=""), later("c1", claimant="", corrects="r1", act="fly")]
    assert kestria(held(FIRE, rows)).reports == ()
    assert kestria(held(FIRE, [rows[0], {**rows[1], "claimant": "KES"}])).reports == ("r1",)


def test_who_takes_anothers_id_has_one_of_its_own(held: Any) -> None:
    result = held(FIRE, [shot(), later("r1", claimant="KES", corrects="r1", act="fly")])
    assert stands(result) == ("breached", "alleged", ("r1",))
    assert "KES says that it was otherwise (r1 (KES))" in kestria(result).why
    twice = [shot(), *(later("r1", claimant="KES", corrects="r1", act=act) for act in ("fly", "mine", "fly"))]
    assert "(see also r1 (KES) 2)" in kestria(held(FIRE, twice)).why


def test_the_keeper_of_a_list_names_its_sources_anew(held: Any) -> None:
    rows = [shot(claimant="Radio Temmick"), later("r1", claimant="Radio Temmick; The Mirror", corrects="r1", act="fly")]
    assert kestria(held(FIRE, rows)).reports == ()


def test_an_early_date_gives_nobody_anothers_report(held: Any) -> None:
    early = shot("r1", claimant="KES", corrects="r1", act="fly", event_earliest="2031-03-02", reported="2031-03-02")
    assert stands(held(FIRE, [shot(), early])) == ("breached", "alleged", ("r1",))


def test_what_another_would_correct_is_a_claim_of_its_own(held: Any) -> None:
    text = FIRE + "2. No Party shall lay mines from D-day. {#mines}\n"
    result = held(text, [shot(), later("c1", claimant="KES", corrects="r1", act="lay", object="mines", actor="ORL")])
    [mines] = [one for one in result.verdicts if (one.provision, one.bearer) == ("mines", "ORL")]
    assert (mines.verdict, mines.finding, mines.reports) == ("breached", "alleged", ("c1",))


def test_a_chain_of_ones_own_corrections_reaches_what_another_would_correct(held: Any) -> None:
    rows = [shot(), later("r2", corrects="r1"), later("c1", claimant="KES", corrects="r1", life="withdrawn")]
    assert stands(held(FIRE, rows))[2] == ("r2",)
    assert "(r2, which corrects r1), and KES denies it (c1)" in kestria(held(FIRE, rows)).why
    again = later("c2", claimant="KES", corrects="c1", life="withdrawn", reported="2031-03-13")
    assert "denies" not in kestria(held(FIRE, [*rows[:2], later("c1", claimant="KES", corrects="r1"), again])).why


def test_a_body_finds_that_a_claim_was_otherwise(held: Any) -> None:
    result = held(FIRE, [shot(), later("f1", **FOUND, corrects="r1", act="fly")])
    assert kestria(result).reports == ()
    assert "r1 was corrected by f1 and no longer counts." in result.notes
    told = later("f1", **{**FOUND, "claimant": "KES"}, corrects="r1", act="fly")
    assert stands(held(FIRE, [shot(), told])) == ("breached", "alleged", ("r1",))
    denied = later("f1", **{**FOUND, "claimant": "KES"}, about="r1", act="deny")
    assert stands(held(FIRE, [shot(), denied])) == ("breached", "alleged", ("r1",))


@pytest.mark.parametrize("claimant", ["KES", "ORL", "HAL"])
@pytest.mark.parametrize("more", [{"life": "withdrawn"}, {"act": "fly"}, {"life": "found", "found_by": "HAL"}])
def test_a_finding_is_superseded_by_its_own_body_alone(held: Any, claimant: str, more: Any) -> None:
    rows = [shot(), {**shot("f1", **FOUND), "about": "r1", "act": "find"}]
    result = held(FIRE, [*rows, later("c1", **{"claimant": claimant, "corrects": "f1", **more})])
    assert stands(result)[:2] == ("breached", "found")
    assert any("which is Commission's finding, and" in note for note in result.notes)
    own = later("f2", corrects="f1", claimant="JVC", life="withdrawn", found_by="JVC")
    assert stands(held(FIRE, [*rows, own])) == ("breached", "alleged", ("r1",))


def test_a_finding_that_its_source_told_in_its_own_row_is_the_bodys(held: Any) -> None:
    found = shot(life="found", found_by="JVC")
    taken_back = later("c1", corrects="r1", life="withdrawn")
    assert stands(held(FIRE, [found, taken_back])) == ("breached", "found", ("r1",))


def test_a_bodys_last_word_is_its_word(held: Any) -> None:
    yes = {**shot("f1", **FOUND), "about": "r1", "act": "find"}
    no = later("f2", about="r1", act="deny", **{**FOUND, "reported": AFTER})
    result = held(FIRE, [shot(), yes, no])
    assert kestria(result).reports == ()
    assert "JVC found otherwise since than f1 says (f2): it counts no more." in result.notes
    first = {**no, "reported": "2031-03-10"}
    assert stands(held(FIRE, [shot(), first, yes])) == ("breached", "found", ("r1",))


def test_a_finding_denied_by_a_party_stays_and_the_denial_is_told(held: Any) -> None:
    yes = {**shot("f1", **FOUND), "about": "r1", "act": "find"}
    result = held(FIRE, [shot(), yes, later("d1", claimant="KES", about="f1", act="deny")])
    assert stands(result)[:2] == ("breached", "found")
    assert "though KES denies it (d1)" in kestria(result).why


def test_what_a_body_finds_that_another_did_is_found_of_the_other(held: Any) -> None:
    result = held(FIRE, [shot(), later("f1", **FOUND, about="r1", actor="ORL", counterpart="KES")])
    assert kestria(result).reports == ()
    [other] = [one for one in result.verdicts if one.bearer == "ORL"]
    assert (other.verdict, other.finding, other.reports) == ("breached", "found", ("f1",))


def test_a_contested_happening_sets_nothing_off_for_certain(held: Any) -> None:
    text = FIRE + "2. The Commission shall meet within 48 hours of any breach of Article 1. {#meet}\n"
    rows = [shot(), later("c1", claimant="KES", corrects="r1", act="fly")]
    meet = [[one.verdict for one in held(text, some).verdicts if one.provision == "meet"] for some in (rows[:1], rows)]
    assert meet == [["overdue"], ["cannot tell"]]
