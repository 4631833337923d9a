"""Doors that are opened when somebody comes: a room's functions, imported when they are first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def opened_when_used(room: str, doors: Mapping[str, str]) -> Callable[[str], Any]:
    """A room's ``__getattr__`` (PEP 562): ``doors`` names the module of each door, ``.watching`` for one of the room's.

    A door must not be called as a module beside it, for importing that would put the module in its place.
    """

    def open_door(name: str) -> Any:
        if name not in doors:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        behind = getattr(import_module(doors[name], room), name)
        setattr(sys.modules[room], name, behind)
        return behind

    return open_door
