"""Patterns that wait for their first use are those of ``re``; and each that the package holds can be compiled."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from parley.text import patterns


def test_a_pattern_finds_what_that_of_re_finds() -> None:
    asked, text = (r"(?P<word>b\w+)|c", patterns.IGNORECASE), "a Bee, c"
    waiting, compiled = patterns.compile(*asked), re.compile(*asked)
    assert waiting.pattern == compiled.pattern
    assert [one.groupdict() for one in waiting.finditer(text)] == [one.groupdict() for one in compiled.finditer(text)]
    assert waiting.sub("-", text) == compiled.sub("-", text)
    assert (waiting.groups, waiting.groupindex) == (compiled.groups, compiled.groupindex)


def test_a_pattern_that_is_wrong_says_so_when_it_is_used() -> None:
    waiting = patterns.compile("(")
    with pytest.raises(re.error):
        waiting.search("a")


@pytest.mark.parametrize("room", ["parley.framework", "parley.monitoring"])
def test_every_pattern_of_a_room_can_be_compiled(room: str) -> None:
    package = importlib.import_module(room)
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(package.__path__, f"{room}.")]
    values = (value for module in modules for value in vars(module).values())
    held = [value for value in values if type(value).__module__ == patterns.__name__]
    assert held
    for pattern in held:
        assert pattern.groups >= 0
