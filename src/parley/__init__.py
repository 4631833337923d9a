"""Parley: a framework for peace.

The verbs of the command line are functions here and methods of :class:`Process`; all of them take
and return the values of :mod:`parley.model`. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .briefing import brief, demo
    from .model import schema
    from .process import Process
    from .process.cases import weigh_file as weigh
    from .process.files import check_file as check
    from .process.files import convert_files as convert
    from .process.files import diff_files as diff
    from .process.files import read_files as read
    from .process.files import settle_file as settle

_DOORS = {
    "Process": ("parley.process", "Process"),
    "brief": ("parley.briefing", "brief"),
    "check": ("parley.process.files", "check_file"),
    "convert": ("parley.process.files", "convert_files"),
    "demo": ("parley.briefing", "demo"),
    "diff": ("parley.process.files", "diff_files"),
    "read": ("parley.process.files", "read_files"),
    "schema": ("parley.model", "schema"),
    "settle": ("parley.process.files", "settle_file"),
    "weigh": ("parley.process.cases", "weigh_file"),
}

__all__ = ["Process", "__version__", "brief", "check", "convert", "demo", "diff", "read", "schema", "settle", "weigh"]


def __getattr__(name: str) -> Any:
    try:
        module, attribute = _DOORS[name]
    except KeyError:
        raise AttributeError(f"module 'parley' has no attribute {name!r}") from None
    return getattr(import_module(module), attribute)
