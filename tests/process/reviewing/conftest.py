"""A process with invented papers and a reader that takes each line as a statement: ``NAME: words``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from parley.model import Actor, Document, Issue, Reading, Ref, Span, Statement
from parley.process import Process, Reader
from process.conftest import NOON

PAPER = """\
Kestria: we want every prisoner home
somebody: every prisoner should come home
Orlavia: the prisoner lists are ready
Orlavia: it rained in Lindholt
"""
LINE = re.compile(r"^(?P<who>[^:\n]+): (?P<what>[^\n]+)", re.MULTILINE)


def read_lines(document: Document, actors: Sequence[Actor], issues: Sequence[Issue], shift: int = 0) -> Reading:
    """Each line a statement; ``shift`` leaves out as many characters at the end of each content."""
    known = {name: actor for actor in actors for name in (actor.id, actor.name, *actor.aliases)}
    known |= {"Orlavia": next(actor for actor in actors if actor.id == "ORL")}
    found = []
    for number, match in enumerate(LINE.finditer(document.text), 1):
        who, what = match["who"], match["what"]
        actor = known.get(who)
        content = Span.of(document.text, match.start("what"), match.end("what") - shift, document.id)
        found.append(
            Statement(
                id=f"{document.id[:8]}-s{number}",
                document=document.id,
                speaker=actor.ref if actor else Ref(id=None, name=who),
                issues=tuple(issue.id for issue in issues if any(word in what for word in issue.keywords)),
                source=(Span.of(document.text, match.start("who"), match.end("who"), document.id),),
                content=(content,),
                doubts=("It is about the weather.",) if "rained" in what else (),
            )
        )
    return Reading(document=document.id, statements=tuple(found))


def reader(version: str = "lines-1", shift: int = 0) -> Reader:
    return Reader(version, lambda document, actors, issues: read_lines(document, actors, issues, shift))


Lines = Callable[..., Process]


@pytest.fixture(scope="session")
def lines() -> Lines:
    """Open a process with the reader of lines."""
    return lambda folder, how=None: Process.open(Path(folder), reader=how or reader(), clock=lambda: NOON)
