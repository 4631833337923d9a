"""Access, passage and movement: who was refused, by whom, and where. D-day is 1 March 2031."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("both_ways")

INSIDE = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100}
OUTSIDE = {"latitude": -30.0, "longitude": 92.5, "radius_m": 100}
WATCHED = "JVC,patrols,everywhere,2031-02-20,2031-04-30,1,\n"
GOES = "humanitarian convoys"


def told(act: str = "denial of access", **more: Any) -> dict[str, Any]:
    when = "2031-03-10T10:00Z"
    given = {"id": "r1", "event_earliest": when, "event_latest": when, "reported": when, "act": act, "actor": "KES"}
    return {**given, "claimant": "JVC", **more}


def of(held: Any, sentence: str, *rows: dict[str, Any], bearer: str | None = "KES") -> Any:
    text = f"1. {sentence}. {{#duty}}\n"
    found = held(text, list(rows), as_of="2031-03-20T12:00", effort=WATCHED).verdicts
    return next(one for one in found if one.provision == "duty" and one.bearer in (bearer, None))


@pytest.mark.parametrize(
    "sentence",
    [
        "Each Party shall grant the Commission access to the Gulf Zone",
        "The Parties shall grant humanitarian convoys and the Commission access to the Gulf Zone",
        "Each Party shall grant humanitarian convoys and the Commission access",
        "The Parties shall allow the Commission free movement in the Gulf Zone",
        "The Parties shall guarantee the freedom of movement of the Commission",
        "The Parties shall ensure the freedom of movement of the Commission throughout the Gulf Zone",
        "Each Party shall let the Commission pass",
        "Each Party shall admit the Commission to the Gulf Zone",
        "No Party shall deny the Commission access",
        "No Party shall refuse the Commission entry to the Gulf Zone",
        "The Parties shall not obstruct the Commission",
        "No Party shall hinder the work of the Commission",
        "The movement of the Commission shall not be restricted",
        "The Commission shall have access to the Gulf Zone",
        "The Commission shall enjoy full freedom of movement",
    ],
)
def test_a_refusal_breaks_it_whatever_its_words(held: Any, sentence: str) -> None:
    assert of(held, sentence, told(counterpart="JVC", **INSIDE)).verdict == "breached"
    assert of(held, sentence, told(object="JVC patrol", **INSIDE)).verdict == "breached"
    assert of(held, sentence, told(counterpart="ORL", **INSIDE)).verdict == "kept"
    assert of(held, sentence, told("access granted", counterpart="JVC", **INSIDE)).verdict == "kept"
    assert of(held, sentence, told(actor="ORL", counterpart="JVC", **INSIDE)).verdict in ("kept", "breached")
    assert of(held, sentence, told(claimant="ORL", **INSIDE)).verdict == "cannot tell"  # to whom is not said


@pytest.mark.parametrize(
    "sentence",
    [
        f"Each Party shall provide safe passage to {GOES}",
        f"Each Party shall ensure safe passage for {GOES}",
        f"Each Party shall grant {GOES} safe passage",
        f"Each Party shall facilitate the passage of {GOES}",
        f"Neither Party shall impede {GOES}",
        "No Party shall deny humanitarian convoys passage",
        "Humanitarian convoys shall be granted access to the Gulf Zone",
        "Humanitarian convoys shall not be delayed",
    ],
)
def test_who_comes_through_is_known_by_kind(held: Any, sentence: str) -> None:
    assert of(held, sentence, told(object="humanitarian convoy", **INSIDE)).verdict == "breached"
    assert of(held, sentence, told(counterpart="JVC", **INSIDE)).verdict == "kept"
    assert of(held, sentence, told(object="trucks", **INSIDE)).verdict == "cannot tell"


@pytest.mark.parametrize(
    ("sentence", "place", "verdict"),
    [
        ("Each Party shall grant the Commission access to the Gulf Zone", {"place": "Gulf Zone"}, "breached"),
        ("Each Party shall grant the Commission access to the Gulf Zone", {"object": "Gulf Zone"}, "breached"),
        ("Each Party shall grant the Commission access to the Gulf Zone", OUTSIDE, "cannot tell"),  # before its border
        ("Each Party shall grant the Commission access to the Gulf Zone", {"place": "Harrowell"}, "cannot tell"),
        ("Each Party shall grant the Commission access to the Gulf Zone", {}, "cannot tell"),
        ("The Parties shall allow the Commission free movement in the Gulf Zone", OUTSIDE, "kept"),
        ("Each Party shall give the Commission access to its depots", {"object": "depot at Osk"}, "breached"),
        ("Each Party shall give the Commission access to its depots", INSIDE, "cannot tell"),
        ("The Commission shall have access to all places of detention", INSIDE, "cannot tell"),
        ("The Commission shall have access to all places in the Gulf Zone", INSIDE, "breached"),
    ],
)
def test_where_it_was(held: Any, sentence: str, place: dict[str, Any], verdict: str) -> None:
    assert of(held, sentence, told(counterpart="JVC", **place)).verdict == verdict


@pytest.mark.parametrize(("how", "verdict"), [("", "cannot tell"), ("unhindered ", "breached")])
def test_a_delay_is_the_end_of_unhindered_access_alone(held: Any, how: str, verdict: str) -> None:
    sentence = f"Each Party shall grant the Commission {how}access to the Gulf Zone"
    assert of(held, sentence, told("delay", counterpart="JVC", **INSIDE)).verdict == verdict


def test_who_tells_of_a_refusal_and_names_nobody_was_refused_itself(held: Any) -> None:
    sentence = "Each Party shall grant the Commission access to the Gulf Zone"
    assert of(held, sentence, told(**INSIDE)).verdict == "breached"
    assert of(held, sentence, told(object="patrol", **INSIDE)).verdict == "breached"
    assert of(held, sentence, told(object="humanitarian convoy", **INSIDE)).verdict == "cannot tell"
