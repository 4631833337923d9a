"""What ordinary words of reports tell of, and what an ordinary reader says without thinking that they do not."""

from __future__ import annotations

import pytest

from parley.monitoring.acts import told_by
from parley.monitoring.truth import Truth
from parley.text.acts import acts_by_id
from parley.text.wordlist import word_set

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
ACTS = word_set(
    "attack fire shell strike overfly advance enter cross deploy place occupy lay-mines clear-mines withdraw release "
    "return detain deny-access grant-access recruit kill damage abuse threaten incite meet inspect investigate board "
    "confiscate tax close suspend build dismantle jam displace fortify"
)
"""Acts that texts forbid, demand or ask to be looked into."""


def _told(act: str, thing: str | None) -> tuple[set[str], set[str]]:
    """The acts that a report surely, and perhaps, tells of."""
    truths = {one: told_by(one, act, thing, act, happened=True).truth for one in ACTS}
    return {one for one in ACTS if truths[one] is YES}, {one for one in ACTS if truths[one] is UNKNOWN}


@pytest.mark.parametrize(
    ("act", "thing", "surely", "perhaps"),
    [
        ("grazing", "sheep", "", ""),
        ("village feast", None, "", ""),
        ("wedding held", None, "", ""),
        ("forest fire", None, "", ""),
        ("oil spill", None, "", ""),
        ("patrol", "infantry", "enter", "deploy place advance cross"),
        ("foot patrol", None, "enter", "deploy place"),
        ("passage", "trucks of food", "grant-access", "enter cross advance"),
        ("cattle stolen", "cattle", "confiscate", "damage deny-access"),
        ("nurse taken away", "nurse", "", "detain withdraw displace"),
        ("tanks taken away", "tanks", "withdraw", "confiscate"),
        ("aid convoy seized", "aid convoy", "", "occupy confiscate attack deny-access board"),
        ("barn set alight", "barn", "damage", "attack dismantle"),
        ("road closed", "road", "close", "deny-access suspend"),
        ("blockade lifted", "port", "", "grant-access"),
        ("power cut", "electricity", "suspend", "damage close deny-access jam"),
        ("nurse shot dead", "nurse", "kill attack", "fire shell strike abuse"),
        ("mayor arrested", "mayor", "detain", "deny-access recruit"),
        ("pilgrims turned away", "pilgrims", "deny-access", "close"),
        ("barge boarded", "barge", "board", "inspect deny-access"),
        ("press conference", None, "", "meet incite"),
        ("tractor stopped", "tractor", "", "detain deny-access close suspend"),
        ("school bus driven through", "school bus", "grant-access", "enter cross advance"),
        ("homecoming", "refugees", "return", "displace release withdraw"),
        ("dug in", "platoon", "fortify", "build deploy place"),
        ("machine-gun fire", None, "fire attack", "damage kill"),
        ("bursts of heavy machine-gun fire", "machine gun", "fire attack", "damage kill"),
        ("rifle shots", None, "fire attack", "damage kill"),
        ("assault-rifle fire", None, "fire attack", "damage kill"),
        ("recoilless-rifle fire", None, "fire attack", "damage kill"),
        ("tracer fire", None, "fire attack", "shell strike damage kill"),
        ("hand grenades thrown", "hand grenades", "", "fire attack damage abuse"),
        ("stone-throwing", None, "", "attack damage abuse"),
        ("picked up", "civilian", "", "withdraw detain return tax"),
        ("held for questioning", "civilian", "detain", "deny-access recruit"),
        ("brought in", "tanks", "deploy place", "advance enter cross store withdraw occupy"),
        ("turned round at the barrier", "aid trucks", "deny-access", "close"),
        ("mines dropped overboard", "sea mines", "lay-mines", "place deploy"),
        ("barricades cleared away", "barricades", "withdraw", ""),
        ("completed withdrawal", "tanks", "withdraw", "dismantle displace"),
        ("sat together", None, "meet", ""),
        ("woman shot by a sniper", "woman", "fire attack", "kill damage"),
        ("landing", "helicopter", "enter overfly", "attack advance cross deploy place occupy grant-access"),
    ],
)
def test_what_words_of_monitors_tell_of(act: str, thing: str | None, surely: str, perhaps: str) -> None:
    yes, unknown = _told(act, thing)
    assert set(surely.split()) <= yes
    assert not unknown - {*surely.split(), *perhaps.split()}


@pytest.mark.parametrize(
    ("wanted", "wording", "said", "truth"),
    [
        ("damage", "loot", "looted", YES),
        ("damage", "plunder", "plundered", YES),
        ("damage", "loot", "stolen", UNKNOWN),
        ("damage", "damage", "looted", UNKNOWN),
        ("report", "report", "report handed to both Parties", YES),
        ("report", "report", "submitted report", YES),
        ("report", "report", "sent weekly report", YES),
        ("report", "report", "promised to send report", UNKNOWN),
        ("report", "report", "list handed over", UNKNOWN),
    ],
)
def test_what_is_told_in_the_words_of_the_text(wanted: str, wording: str, said: str, truth: Truth) -> None:
    assert told_by(wanted, said, None, None, wording, happened=True).truth is truth


def test_no_air_strike_is_of_water() -> None:
    assert told_by("strike", "xyzzy", "water", "xyzzy", "air strike", happened=True).truth is NO
    assert told_by("strike", "xyzzy", "aid trucks", "xyzzy", "air strike", happened=True).truth is UNKNOWN


@pytest.mark.parametrize("act", sorted(acts_by_id()))
def test_what_is_called_by_the_id_of_an_act_is_that_act_whatever_its_words_would_say(act: str) -> None:
    assert told_by(act, act, None, happened=True).truth is YES
