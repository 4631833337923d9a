"""What a bearer answers for that others do: an inner ban, held against its own forces and those it may stand behind."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Actor, Affiliation

from .conftest import Held, Row

WATCHED = "Commission,posts,everywhere,2031-03-01,2031-03-31,,\n"


def shelled(actor: str, **more: Any) -> list[Row]:
    times = {"event_earliest": "2031-03-10T10:00", "reported": "2031-03-10T18:00"}
    found = {"life": "found", "found_by": "Commission", "claimant": "Commission"}
    return [{"id": "R-1", "act": "shelling", "actor": actor, "counterpart": "ORL", **times, **found, **more}]


def verdicts(held: Held, provision: str, rows: list[Row], **more: Any) -> dict[str | None, str]:
    result = held(f"1. {provision}\n", rows, effort=WATCHED, **more)
    return {one.bearer: one.verdict for one in result.verdicts}


@pytest.mark.parametrize(
    ("provision", "itself", "stranger"),
    [
        ("Kestria shall ensure that no armed group shells the Orlavian Union.", "cannot tell", "cannot tell"),
        ("Kestria shall guarantee that no one shells the Orlavian Union.", "breached", "cannot tell"),
        ("Kestria shall prevent its forces from shelling the Orlavian Union.", "breached", "cannot tell"),
        ("Kestria shall prevent any shelling of the Orlavian Union.", "breached", "cannot tell"),
        ("Kestria shall not allow its forces to shell the Orlavian Union.", "cannot tell", "cannot tell"),
        ("Kestria shall not let its forces shell the Orlavian Union.", "cannot tell", "cannot tell"),
        ("Kestria shall not tolerate the shelling of the Orlavian Union by its forces.", "cannot tell", "cannot tell"),
        ("Kestria shall observe the cease-fire.", "breached", "kept"),
        ("Kestria shall maintain the truce.", "breached", "kept"),
        ("Kestria shall comply with the cessation of hostilities.", "breached", "kept"),
    ],
)
def test_who_does_what_the_bearer_was_to_see_to(held: Held, provision: str, itself: str, stranger: str) -> None:
    assert verdicts(held, provision, shelled("KES")) == {"KES": itself}
    assert verdicts(held, provision, shelled("Free Riders")) == {"KES": stranger}
    assert verdicts(held, provision, shelled("ORL", counterpart="KES")) == {"KES": "kept"}
    assert verdicts(held, provision, []) == {"KES": "kept"}


def test_the_reason_names_whom_it_may_have_to_answer_for(held: Held) -> None:
    provision = "1. Kestria shall not allow its forces to shell the Orlavian Union.\n"
    [one] = held(provision, shelled("Free Riders")).verdicts
    assert "whether KES has to answer for Free Riders is not said" in one.why
    assert one.would_change == "For R-1 a finding whether KES has to answer for Free Riders."


@pytest.mark.parametrize(
    "provision", ["Kestria shall not shell the Orlavian Union.", "Kestria shall respect the cease-fire."]
)
def test_who_belongs_to_a_party_may_have_acted_for_it(held: Held, provision: str) -> None:
    group = Actor(id="BRG", name="Grey Brigade", kind="armed group", affiliations=(Affiliation(to="KES"),))
    assert verdicts(held, provision, shelled("Grey Brigade"), actors=[group]) == {"KES": "cannot tell"}


@pytest.mark.parametrize(
    "provision",
    [
        "Kestria shall maintain the cease-fire line markers.",
        "Kestria shall allow observers to enter the Gulf Zone.",
        "Kestria shall not allow access to the depots.",
        "Kestria shall ensure that observers can move freely.",
    ],
)
def test_what_speaks_of_something_else_answers_for_no_shelling(held: Held, provision: str) -> None:
    assert verdicts(held, provision, shelled("Free Riders")) == {"KES": "kept"}


@pytest.mark.parametrize(
    "provision", ["Kestria shall respect this Agreement.", "Kestria shall comply with the provisions of Article 2."]
)
def test_what_points_at_the_rest_of_the_text_is_told_by_the_verdicts_there(held: Held, provision: str) -> None:
    assert verdicts(held, provision, shelled("KES")) == {"KES": "cannot tell"}
