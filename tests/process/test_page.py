"""The page on the process folder says what is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import ActorKind, DecisionKind, Role, UnusableInput
from parley.process.inputs import MAX_BYTES
from parley.process.settings import load_settings

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "process-folder.md").read_text(encoding="utf-8")


def test_its_settings_can_be_used_as_they_stand() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    settings = load_settings(block.encode())
    assert [actor.id for actor in settings.actors] == ["KES", "OSKELD"]
    assert settings.issues[0].options[0].keywords == ("all for all",)


def test_its_lists_are_whole() -> None:
    for words in (ActorKind, Role, DecisionKind):
        assert all(f"`{word.value}`" in PAGE for word in words)
    assert f"to {MAX_BYTES // 1_000_000} MB each" in " ".join(PAGE.split())


def test_the_complaint_it_shows_is_the_one_that_is_made(make: Callable[..., Path]) -> None:
    settings = (make() / "process.toml").read_text().replace('aliases = ["Kestria"]', 'alises = ["Kestria"]')
    line = 1 + settings[: settings.index("alises")].count("\n")
    shown = re.sub(r"line \d+", f"line {line}", " ".join(PAGE.split()))
    with pytest.raises(UnusableInput) as complaint:
        load_settings(settings.encode())
    assert str(complaint.value) in shown
