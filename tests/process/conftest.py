"""An invented process in a temporary folder, and a reader that is fast because it is no reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from parley.model import Actor, Document, Issue, Reading, Ref, Span, Statement
from parley.process import Process, Reader

NOON = dt.datetime(2031, 4, 2, 12, 0, tzinfo=dt.UTC)

SETTINGS = """\
[process]
title = "Kestria and Orlavia"
time_zone = "+03:00"
as_of = 2031-05-01
notice = "Everything here is invented."

[[actors]]
id = "KES"
name = "Republic of Kestria"
kind = "state"
aliases = ["Kestria"]
roles = ["party"]

[[actors]]
id = "ORL"
name = "Orlavian Union"
kind = "state"
roles = ["party"]

[issues.prisoners]
title = "Exchange of prisoners"
keywords = ["prisoner"]
"""

FRAMEWORK = """\
---
title: Initial cease-fire
status: draft
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
d_day: 2031-04-01T06:00+03:00
---

# Initial cease-fire

1. No Party shall fire at the forces of the other Party from D-day. {#cease-fire}

2. The Parties shall exchange [#prisoners KES: all | ORL: 500 each of their] prisoners by D+21. {#exchange}
"""


def fake_read(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
    """One statement: the paper's first line, said by the first actor whose name is in it."""
    line = document.text.splitlines()[0] if document.text.splitlines() else ""
    speaker = next((actor for actor in actors if actor.name in line), None)
    start = document.text.find(line)
    span = Span(start=start, end=start + len(line), exact=line, document=document.id)
    statement = Statement(
        id=f"{document.id[:8]}-1",
        document=document.id,
        speaker=Ref(id=speaker.id, name=speaker.name) if speaker else None,
        issues=tuple(issue.id for issue in issues if any(word in line for word in issue.keywords)),
        content=(span,) if line else (),
    )
    return Reading(document=document.id, statements=(statement,))


FAKE = Reader("fake-1", fake_read)

Make = Callable[..., Path]


def write_process(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, content in {"process.toml": SETTINGS, "framework.md": FRAMEWORK, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a process folder from the files given by name; ``process.toml`` and ``framework.md`` are there."""
    return lambda files=None, name="process": write_process(tmp_path / name, files or {})


@pytest.fixture(scope="module")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """As ``make``, for a folder that a whole module of tests only reads."""
    return lambda files=None, name="process": write_process(tmp_path_factory.mktemp(name), files or {})


@pytest.fixture(scope="session")
def opened() -> Callable[[Path], Process]:
    """Open a process with the fake reader and a clock that stands still."""
    return lambda folder: Process.open(folder, reader=FAKE, clock=lambda: NOON)
