"""Terms in verdicts: what came after the end is held against nothing, and what may have, is in doubt.

D-day is 1 March 2031. The text lasts 30 days; the shelling is of 10 April.
"""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring import watching

CALM = "1. No Party shall carry out shelling. {#calm}\n\n"
FIXED = f"{CALM}2. This Agreement shall remain in force for 30 days. {{#term}}\n"
MAY = f"{CALM}2. This Agreement shall remain in force for 30 days, unless the Parties extend it. {{#term}}\n"
RENEWS = (
    f"{CALM}2. This Agreement shall last 30 days. It shall be renewed automatically for further periods of 30 days "
    "unless a Party gives notice 10 days before its end. {#term}\n"
)
LEAVE = f"{CALM}2. A Party may terminate this Agreement with 14 days' notice. {{#term}}\n"


def row(id: str, day: str, act: str, thing: str = "", **more: Any) -> dict[str, Any]:
    when = f"2031-{day}T10:00"
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": act, "object": thing}
    return {**given, "claimant": "JVC", **more}


SHOT = row("shot", "04-10", "shelling", actor="KES", counterpart="ORL")


@pytest.fixture(params=["one by one", "as columns"])
def calm(held: Any, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    if request.param == "as columns":
        monkeypatch.setattr(watching, "MANY", 0)

    def of(text: str, *rows: dict[str, Any], as_of: str = "2031-05-20T12:00") -> tuple[str, str]:
        verdicts = held(text, [SHOT, *rows], as_of=as_of).verdicts
        one = next(one for one in verdicts if one.provision == "calm" and one.bearer == "KES")
        return str(one.verdict), one.why

    return of


def test_after_a_term_nothing_is_held_against_the_text(calm: Any) -> None:
    verdict, why = calm(FIXED)
    assert verdict == "cannot tell"  # nobody watched
    assert why.startswith("No report of a breach stands")
    assert why.endswith("The term of the text (#term) ended on 31 March.")
    assert calm(FIXED, row("early", "03-10", "shelling", actor="KES"))[0] == "breached"


def test_what_is_extended_holds_on(calm: Any) -> None:
    told = row("more", "03-20", "extension", "the Agreement by 30 days")
    verdict, why = calm(MAY, told)
    assert verdict == "breached"
    assert why.endswith("The term of the text (#term) ended on 30 April, extended to then (more).")
    assert calm(MAY)[1].endswith("ended on 31 March, and no report tells that it was extended.")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (row("more", "03-20", "extension", "the Agreement by 30 days", actor="KES", claimant="KES"), "not both sides"),
        (row("more", "03-20", "extension", "the Agreement"), "until when is not said"),
    ],
)
def test_an_extension_in_doubt_leaves_what_came_after_in_doubt(calm: Any, told: dict[str, Any], why: str) -> None:
    verdict, said = calm(MAY, told)
    assert verdict == "cannot tell"
    assert "whether the text still held then is not known" in said
    assert why in said


def test_both_sides_words_for_an_extension_are_enough(calm: Any) -> None:
    told = [
        row(who, "03-20", "extension", "the Agreement by 30 days", actor=who, claimant=who) for who in ("KES", "ORL")
    ]
    assert calm(MAY, *told)[0] == "breached"


def test_an_extension_of_something_else_is_none(calm: Any) -> None:
    assert calm(MAY, row("more", "03-20", "extension", "the pier by 30 days"))[1].endswith("that it was extended.")


def test_a_term_that_renews_itself_ends_by_a_notice_in_time(calm: Any) -> None:
    notice = {"act": "notice", "thing": "non-renewal of the Agreement", "actor": "ORL", "claimant": "ORL"}
    assert calm(RENEWS)[0] == "breached"
    assert calm(RENEWS, row("no", "03-15", **notice))[1].endswith("so it ended on 31 March.")
    late = calm(RENEWS, row("no", "03-28", **notice))
    assert late[0] == "breached"
    assert late[1].endswith("so it ended on 30 April.")


def test_a_denied_notice_ends_nothing_for_sure(calm: Any) -> None:
    notice = row("no", "03-15", "notice", "non-renewal of the Agreement", actor="ORL", claimant="KES")
    verdict, why = calm(RENEWS, notice, row("deny", "03-16", "deny", about="no", actor="ORL", claimant="ORL"))
    assert verdict == "cannot tell"
    assert "ended on 31 March if this is so" in why


def test_whoever_may_leave_ends_the_text_after_the_notice(calm: Any) -> None:
    assert calm(LEAVE)[0] == "breached"
    verdict, why = calm(LEAVE, row("out", "03-20", "termination", "the Agreement", actor="ORL", claimant="ORL"))
    assert verdict == "cannot tell"
    assert why.endswith("so by #term the text ended on 3 April, 10:00.")


def test_what_outlives_the_text_still_holds(calm: Any) -> None:
    verdict, why = calm(f"{FIXED}\n3. Article 1 continues to apply after the end of this Agreement. {{#after}}\n")
    assert (verdict, "ended on" in why) == ("breached", False)


def test_what_was_due_only_after_the_end_is_not_overdue(held: Any) -> None:
    text = FIXED + "\n3. Each Party shall withdraw its artillery by D+40. {#out}\n"
    for as_of, verdict in (("2031-03-20T12:00", "pending"), ("2031-05-20T12:00", "cannot tell")):
        found = [one for one in held(text, [SHOT], as_of=as_of).verdicts if one.provision == "out"]
        assert {str(one.verdict) for one in found} == {verdict}
    assert "it was due only after the term" in found[0].why


def test_what_has_to_be_so_all_the_time_is_not_due_at_the_end(held: Any) -> None:
    text = "1. Each Party shall maintain a hotline. {#line}\n\n2. This Agreement shall remain in force for 30 days.\n"
    (line, *_) = held(text, [], as_of="2031-05-20T12:00").verdicts
    assert (line.provision, line.verdict) == ("line", "cannot tell")


def test_the_days_since_the_start_are_those_of_the_text(held: Any) -> None:
    (trend, *_) = held(FIXED, [row("shot", "03-12", "shelling", actor="KES")], as_of="2031-05-20T12:00").trends
    assert trend.words[0] == "1 in 20 days that were counted since the start."


@pytest.mark.parametrize("many", [0, watching.MANY])
def test_reports_that_extended_the_text_decided_something(
    held: Any, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MANY", many)
    more = row("more", "03-20", "extend", "this Agreement by 30 days")
    assert held(MAY, [SHOT, more], as_of="2031-05-20T12:00").notes == ()
    assert any("more" in one for one in held(CALM, [SHOT, more], as_of="2031-05-20T12:00").notes)


def test_a_term_that_is_held_is_not_told_as_unread(held: Any) -> None:
    notes = held(f"{CALM}2. Article 1 lapses after 10 days. {{#term}}\n", []).notes
    assert not [note for note in notes if "was not read" in note]
    notes = held(f"{CALM}2. Article 1 whereas ten of the aforesaid. {{#term}}\n", []).notes
    assert [note for note in notes if "was not read" in note]
