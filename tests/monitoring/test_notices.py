"""Of what a notice is: a duty to answer or to look into it is set off by a notice of what broke the text."""

from __future__ import annotations

import pytest

from .conftest import Held, Row

TEXT = """1. No Party shall shell the other Party. {#fire}

2. No Party shall fly drones over the Gulf Zone, except for flights notified to the Commission. {#drones}

3. The Commission shall open an inquiry within 48 hours of each notice. {#inquiry}

4. The Commission shall inspect the place within two days of a complaint. {#visit}

5. Each Party shall reply within 24 hours of a notice by the other Party. {#reply}
"""


def notice(**more: str) -> Row:
    told = {"id": "n1", "event_earliest": "2031-03-05T10:00", "event_latest": "2031-03-05T10:00", "act": "notice"}
    return {**told, "actor": "ORL", "counterpart": "Commission", "claimant": "Commission", **more}


def occasions(held: Held, row: Row, provision: str, text: str = TEXT) -> list[str]:
    return [v.verdict.value for v in held(text, [row]).verdicts if v.provision == provision and v.occasion]


@pytest.mark.parametrize("provision", ["inquiry", "visit"])
@pytest.mark.parametrize(
    ("act", "thing"),
    [
        ("notice", ""),
        ("written notice", ""),
        ("complaint", "house"),
        ("notification", "violation"),
        ("notification of shelling", ""),
        ("incident notification", ""),
        ("notice", "drone attack"),
    ],
)
def test_a_notice_of_what_broke_the_text_or_of_nothing_named_sets_it_off(
    held: Held, provision: str, act: str, thing: str
) -> None:
    assert occasions(held, notice(act=act, object=thing), provision) == ["overdue"]


@pytest.mark.parametrize("provision", ["inquiry", "visit", "reply"])
@pytest.mark.parametrize(
    ("act", "thing"),
    [
        ("flight notification", "drone"),
        ("notification of a flight", ""),
        ("convoy notification", ""),
        ("notification", "military exercise"),
        ("notice", "leave of the chairman"),
    ],
)
def test_what_is_announced_breaks_nothing_and_sets_nothing_off(
    held: Held, provision: str, act: str, thing: str
) -> None:
    assert occasions(held, notice(act=act, object=thing), provision) == []


def test_of_a_thing_alone_nobody_can_tell_what_the_notice_says(held: Held) -> None:
    [verdict] = [v for v in held(TEXT, [notice(object="tank")]).verdicts if v.provision == "inquiry"]
    assert verdict.verdict == "cannot tell"
    assert "of what it gives notice is not said" in verdict.why


@pytest.mark.parametrize("act", ["informed", "told both sides", "notice"])
def test_what_a_body_tells_others_is_no_notice_to_itself(held: Held, act: str) -> None:
    shelled = {"id": "r1", "event_earliest": "2031-03-04", "act": "shelling", "actor": "KES", "counterpart": "ORL"}
    rows = [{**shelled, "claimant": "ORL"}, notice(act=act, actor="Commission", counterpart="", about="r1")]
    told = [v for v in held(TEXT, rows).verdicts if v.provision in ("inquiry", "visit") and v.occasion]
    assert told == []


def test_what_the_sentence_before_asks_to_announce_is_the_notice(held: Held) -> None:
    text = (
        "1. No Party shall shell the other Party.\n\n2. Each Party shall notify the Commission of convoys. {#tell}\n\n"
        "3. The Commission shall inspect the trucks within 24 hours of the notification. {#look}\n"
    )
    assert occasions(held, notice(act="convoy notification"), "look", text) == ["overdue"]
    flights = text.replace("of the notification.", "of a notification of a flight.")
    assert occasions(held, notice(act="flight notification"), "look", flights) == ["overdue"]
