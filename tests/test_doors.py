"""The doors of the rooms: what a room hands out is imported when it is asked for, and is never a module."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

LAZY = ["parley", "parley.model", "parley.monitoring", "parley.process", "parley.text"]


@pytest.mark.parametrize("room", LAZY)
def test_every_door_leads_somewhere(room: str) -> None:
    module = import_module(room)
    for name in module.__all__:
        assert not isinstance(getattr(module, name), ModuleType), name


@pytest.mark.parametrize("room", LAZY)
def test_a_door_that_is_not_there_is_said_to_be_missing(room: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{room}' has no attribute 'back_door'"):
        import_module(room).back_door  # noqa: B018


def test_who_reads_reports_waits_for_no_reader_of_papers() -> None:
    program = (
        "import sys\n"
        "from parley.monitoring import load_shapes\n"
        "from parley.monitoring.incoming.own import own_table\n"
        "from parley.process.mappings import named_mapping\n"
        "print(*sorted(name for name in sys.modules if name.startswith('parley.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    imported = set(done.stdout.split())
    assert "parley.monitoring.shapes" in imported
    dear = (
        "parley.text.timex",
        "parley.framework",
        "parley.bargaining",
        "parley.process.verbs",
        "parley.process.chain",
        "parley.reading",
        "parley.model.outputs.base",
        "parley.model.framework",
        "parley.model.bargaining",
    )
    assert not imported & set(dear)


def test_who_asks_for_help_waits_for_no_capability() -> None:
    program = "import sys, parley.cli\nprint(*sorted(name for name in sys.modules if name.startswith('parley.')))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms <= {"version", "doors", "model", "cli"}
    assert not {"parley.model.framework", "parley.model.monitoring"} & set(done.stdout.split())
