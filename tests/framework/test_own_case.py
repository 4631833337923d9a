"""A case in front of a second deed bounds that deed alone; a second time or place of the same deed has its own."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\n---\n\n1. "


def read(words: str) -> list[tuple[str, str | None, str | None]]:
    """Act, window and trigger of each duty, in the words of the text."""
    return [
        (
            each.act.words if each.act else "",
            each.window.words if each.window else None,
            each.trigger.words if each.trigger else None,
        )
        for each in parse(HEAD + words).obligations
    ]


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "Kestria shall withdraw its tanks by D+5 and, should it fail to do so, pay a fine by D+9.",
            [("withdraw", "by D+5", None), ("pay", "by D+9", "should it fail to do so")],
        ),
        (
            "Kestria shall withdraw its tanks, and if it fails to do so by D+7, Halvern shall impose a fine.",
            [("withdraw", None, None), ("impose", None, "if it fails to do so by D+7")],
        ),
        (
            "Halvern may inspect any depot and, if it finds mines, seal it.",
            [("inspect", None, None), ("seal", None, "if it finds mines")],
        ),
        (
            "The guards shall stop every lorry and, if it carries arms, turn it back and inform Halvern.",
            [
                ("stop", None, None),
                ("turn it back", None, "if it carries arms"),
                ("inform", None, "if it carries arms"),
            ],
        ),
        (
            "The Parties shall meet every week and, when shots are fired, within 24 hours.",
            [("meet", "every week", None), ("meet", "within 24 hours", "when shots are fired")],
        ),
        (
            "Each Party shall report to Halvern and, if asked, to the public.",
            [("report", None, None), ("report", None, "if asked")],
        ),
        (
            "Each Party shall withdraw its tanks and, unless Halvern objects within 2 days, its guns.",
            [("withdraw", None, None), ("withdraw", None, "unless Halvern objects within 2 days")],
        ),
    ],
)
def test_the_case_is_the_second_deeds_alone(words: str, duties: list[tuple[str, str | None, str | None]]) -> None:
    assert read(words) == duties


def test_a_hedge_is_no_case() -> None:
    assert read("Each Party shall protect civilians and, where necessary, evacuate them.") == [
        ("protect", None, None),
        ("evacuate", None, None),
    ]
