"""What the text foresees for a breach is named in its verdict. D-day is 1 March 2031."""

from __future__ import annotations

from typing import Any

import pytest

from parley.briefing.verdict_tables import remedies_told
from parley.model import Outcome

MINES = "1. No Party shall lay mines. {#mines}\n\n"
GUNS = "2. No Party shall place Heavy Weapons. {#guns}\n\n"
REMEDY = "3. A Party shall remedy a Confirmed Violation by its forces within 5 days of the finding. {#remedy}\n"


def row(id: str, act: str = "lay", **more: Any) -> dict[str, Any]:
    when = "2031-03-05T10:00"
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": act, "object": "mines"}
    return {**given, "actor": "KES", "claimant": "ORL", **more}


FOUND = {"life": "found", "found_by": "JVC", "claimant": "JVC"}


def remedies(held: Any, text: str, *rows: dict[str, Any], bearer: str | None = "KES") -> Any:
    verdicts = held(text, list(rows)).verdicts
    return next(one for one in verdicts if one.bearer == bearer and one.verdict in (Outcome.BREACHED, Outcome.OVERDUE))


def test_a_remedy_is_the_breakers_own_and_waits_for_the_finding(held: Any) -> None:
    (remedy,) = remedies(held, MINES + REMEDY, row("a")).remedies
    assert (remedy.provision, remedy.by, remedy.may, remedy.once_found) == ("remedy", ("KES",), False, True)
    assert remedy.sentence.startswith("A Party shall remedy a Confirmed Violation")
    (remedy,) = remedies(held, MINES + REMEDY, row("a", **FOUND)).remedies
    assert remedy.once_found is False


@pytest.mark.parametrize("whose", ["a Confirmed Violation by its forces", "its violations of Article 1"])
def test_the_other_party_owes_no_remedy_for_what_it_did_not_break(held: Any, whose: str) -> None:
    text = f"{MINES}3. A Party shall remedy {whose} within 5 days of the finding. {{#remedy}}\n"
    owed = [one for one in held(text, [row("a", **FOUND)]).verdicts if one.provision == "remedy"]
    assert {one.bearer for one in owed if one.verdict is Outcome.OVERDUE} == {"KES"}


@pytest.mark.parametrize(
    ("sentence", "by", "may"),
    [
        ("If a Party breaches this Agreement, the other Party may suspend Article 2.", ("ORL",), True),
        ("Each violation of Article 1 shall be remedied within 24 hours.", (), False),
        ("The Commission shall investigate every incident within 3 days.", ("Commission",), False),
        ("In the event of a breach of Article 1, Kestria shall pay compensation to the other Party.", ("KES",), False),
    ],
)
def test_whose_it_is_and_whether_it_is_owed(held: Any, sentence: str, by: tuple[str, ...], may: bool) -> None:
    (remedy,) = remedies(held, f"{MINES}2. {sentence}\n", row("a")).remedies
    assert (remedy.by, remedy.may, remedy.once_found) == (by, may, False)


def test_a_remedy_of_another_article_is_none_of_this(held: Any) -> None:
    other = "3. Upon a violation of Article 2, the Party concerned shall withdraw its forces within 12 hours.\n"
    assert remedies(held, MINES + GUNS + other, row("a")).remedies == ()


def test_what_is_no_breach_has_no_remedy_and_telling_of_it_is_none(held: Any) -> None:
    told = "3. Each Party shall report every incident to the Commission within 24 hours. {#report}\n"
    verdicts = held(MINES + told, [row("a")]).verdicts
    assert all(one.remedies == () for one in verdicts)


def test_what_is_told_of_it(held: Any) -> None:
    assert remedies_told(remedies(held, MINES, row("a"))) == "The text foresees no remedy."
    told = remedies_told(remedies(held, MINES + REMEDY, row("a")))
    assert told == "The text foresees, once it is found: remedy (KES must)."


def test_an_incident_is_of_a_ban_or_of_the_articles_that_define_it(held: Any) -> None:
    list_ = "2. Each Party shall hand over a list of prisoners by D+3. {#list}\n\n"
    look = "3. The Commission shall investigate every incident within 3 days. {#look}\n"
    assert [one.provision for one in remedies(held, MINES + list_ + look, row("a")).remedies] == ["look"]
    assert remedies(held, list_ + look).remedies == ()
    defined = "**Incident** means an act that may be a breach of Article 2.\n\n"
    every = look.replace("incident", "Incident")
    assert remedies(held, defined + MINES + GUNS + every, row("a")).remedies == ()
    placed = row("a", "place", object="152 mm howitzers")
    assert [one.provision for one in remedies(held, defined + MINES + GUNS + every, placed).remedies] == ["look"]


def test_a_body_that_is_late_has_no_forces_whose_violations_a_party_would_remedy(held: Any) -> None:
    look = "2. The Commission shall investigate every incident within 3 days. {#look}\n\n"
    late = next(one for one in held(MINES + look + REMEDY, [row("a")]).verdicts if one.provision == "look")
    assert (late.verdict, late.remedies) == ("overdue", ())


def test_what_the_text_does_by_itself_is_nobodys_task(held: Any) -> None:
    text = MINES + "2. Article 1 is suspended while a Confirmed Violation is not remedied. {#pause}\n"
    assert remedies_told(remedies(held, text, row("a"))) == "The text foresees, once it is found: pause (nobody named)."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commission shall verify and investigate every breach of this Agreement within 2 days.",
        "The Commission shall investigate and verify each Confirmed Violation within 3 days.",
    ],
)
def test_a_sentence_that_demands_several_acts_is_told_once(held: Any, sentence: str) -> None:
    verdict = remedies(held, f"{MINES}9. {sentence} {{#task}}\n", row("a", **FOUND))
    assert [one.sentence for one in verdict.remedies] == [sentence]
    assert remedies_told(verdict) == "The text foresees: task (Commission must)."


def test_two_sentences_of_one_provision_are_two_remedies_of_one_task(held: Any) -> None:
    text = MINES + "9. The Commission shall verify every breach within 2 days. The Commission shall investigate every"
    verdict = remedies(held, f"{text} breach within 3 days. {{#task}}\n", row("a", **FOUND))
    assert [one.sentence.split()[3] for one in verdict.remedies] == ["verify", "investigate"]
    assert remedies_told(verdict) == "The text foresees: task (Commission must)."


THREE = "4. {when} the Commission shall meet within 24 hours. {{#meet}}\n"


@pytest.mark.parametrize(
    ("when", "after"),
    [
        ("Upon three violations of Article 1 within 7 days", "3 in 7 days"),
        ("Upon a third violation within 7 days", "3 in 7 days"),
        ("If Article 1 is violated three times within 7 days,", "3 in 7 days"),
        ("When more than two violations have been reported in one week,", "3 in 7 days"),
        ("In case of repeated violations", "repeated violations"),
        ("After the second violation,", "2"),
    ],
)
def test_what_follows_so_many_is_told_of_one_with_that_condition(held: Any, when: str, after: str) -> None:
    verdict = remedies(held, MINES + THREE.format(when=when), row("a"))
    assert [(one.provision, one.after) for one in verdict.remedies] == [("meet", after)]
    assert remedies_told(verdict) == f"The text foresees, after {after}: meet (Commission must)."


def test_what_follows_so_many_follows_once_they_were_that_many(held: Any) -> None:
    later = [row(id, event_earliest=f"2031-03-0{day}T10:00", event_latest="", reported="2031-03-20", place=id)
             for id, day in (("b", 6), ("c", 7))]  # fmt: skip
    text = MINES + THREE.format(when="Upon three violations of Article 1 within 7 days") + "\n" + REMEDY
    assert [one.after for one in remedies(held, text, row("a"), later[0]).remedies] == ["3 in 7 days", None]
    verdict = remedies(held, text, row("a"), *later)
    assert remedies_told(verdict) == ("The text foresees: meet (Commission must). Once it is found: remedy (KES must).")


def test_a_right_after_so_many_is_told_with_its_condition(held: Any) -> None:
    text = MINES + "3. If three or more violations occur within 7 days, the other Party may suspend Article 1. {#may}\n"
    assert remedies_told(remedies(held, f"{REMEDY}\n{text}", row("a"))) == (
        "The text foresees, once it is found: remedy (KES must). After 3 in 7 days: may (ORL may)."
    )
