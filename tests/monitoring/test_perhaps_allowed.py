"""What an incident sets off, where the ban that it broke was suspended then, or may have been."""

from __future__ import annotations

from typing import Any

import pytest

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
MAY = "2. If a Party attacks the other Party, the other Party may suspend Article 1 for 48 hours. {#may}\n\n"
ITSELF = MAY.replace("may suspend Article 1 for 48 hours", "is not bound by Article 1 for 48 hours after it")
TALKS = "2. Article 1 is suspended during talks. {#may}\n\n"
INQUIRY = "3. The Commission shall investigate every incident within 5 days. {#duty}\n"
NOTICE = "3. Each Party shall report every incident to the Commission within 24 hours. {#duty}\n"
REMEDY = "3. A Party shall make good every violation by its forces within 10 days of the finding. {#duty}\n"


def row(id: str, day: int, **more: Any) -> dict[str, Any]:
    at = f"2031-03-{day:02}T10:00"
    return {"id": id, "event_earliest": at, "event_latest": at, "reported": at, "act": "shell", "place": id, **more}


def shot(id: str, day: int, by: str = "KES", at: str = "ORL", **more: Any) -> dict[str, Any]:
    return row(id, day, **{"object": "mortar", "actor": by, "counterpart": at, "claimant": at, **more})


FIRST, ANSWER, LATER = shot("i1", 5), shot("i2", 6, "ORL", "KES"), shot("i3", 15, "ORL", "KES")
DENIED = row("d1", 5, act="deny", actor="KES", claimant="KES", about="i1")
SUSPENDED = row("s1", 5, act="suspend", object="Article 1", actor="ORL", claimant="ORL")


def told(held: Any, text: str, *rows: dict[str, Any]) -> dict[tuple[Any, Any], str]:
    result = held(text, list(rows))
    return {(one.bearer, one.occasion): one.verdict.value for one in result.verdicts if one.provision == "duty"}


@pytest.mark.parametrize(
    ("suspends", "rows", "first", "answer"),
    [
        (MAY, (), "overdue", "cannot tell"),  # no report tells whether Orlavia used its right
        (MAY, (SUSPENDED,), "overdue", "cannot tell"),
        (ITSELF, (), "overdue", "cannot tell"),
        (ITSELF, (DENIED,), "cannot tell", "cannot tell"),  # the ground is contested
        (TALKS, (), "cannot tell", "cannot tell"),  # when it suspends was not read
        ("", (), "overdue", "overdue"),
    ],
)
def test_an_inquiry_into_what_was_perhaps_allowed_is_not_surely_overdue(
    held: Any, suspends: str, rows: tuple[dict[str, Any], ...], first: str, answer: str
) -> None:
    verdicts = told(held, FIRE + suspends + INQUIRY, FIRST, ANSWER, *rows)
    assert verdicts == {("Commission", "i1"): first, ("Commission", "i2"): answer}


def test_what_was_done_after_the_suspension_sets_off_what_it_always_does(held: Any) -> None:
    verdicts = told(held, FIRE + ITSELF + INQUIRY, FIRST, ANSWER, LATER)
    assert verdicts["Commission", "i3"] == "overdue"


def test_a_notice_and_a_remedy_are_in_doubt_alike(held: Any) -> None:
    assert told(held, FIRE + ITSELF + NOTICE, FIRST, ANSWER)["ORL", "i2"] == "cannot tell"
    found = {**ANSWER, "claimant": "JVC", "life": "found", "found_by": "JVC"}
    assert told(held, FIRE + ITSELF + REMEDY, FIRST, found)["ORL", "i2"] == "cannot tell"
    assert told(held, FIRE + REMEDY, FIRST, found)["ORL", "i2"] == "overdue"


def test_what_broke_another_ban_too_is_an_incident_all_the_same(held: Any) -> None:
    other = "4. No Party shall use mortars from D-day. {#mortars}\n"
    verdicts = told(held, FIRE + ITSELF + INQUIRY + "\n" + other, FIRST, {**ANSWER, "act": "fire mortar"})
    assert verdicts["Commission", "i2"] == "overdue"


def test_of_three_in_a_week_each_has_to_have_been_forbidden(held: Any) -> None:
    count = "3. Upon three violations within 7 days the Commission shall meet within 24 hours. {#duty}\n"
    rows = [FIRST, ANSWER, shot("i3", 7)]
    assert told(held, FIRE + ITSELF + count, *rows) == {("Commission", "i3"): "cannot tell"}
    assert told(held, FIRE + count, *rows) == {("Commission", "i3"): "overdue"}


def test_what_is_in_doubt_is_said(held: Any) -> None:
    result = held(FIRE + ITSELF + INQUIRY, [FIRST, ANSWER])
    [why] = [one.why for one in result.verdicts if one.occasion == "i2"]
    assert "whether i2 was forbidden is in doubt: #may had #fire suspended from 5 March, 10:00 until" in why
