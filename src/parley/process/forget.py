"""Forgetting a paper: its content goes for good; its hash, the date, who decided and why stay in the chain."""

from __future__ import annotations

import hashlib

from parley.model import UnusableInput

from .atomic import cannot_write
from .compartments import Compartment
from .inputs import read_bytes
from .papers import META, Paper
from .reviewing.records import erase_records
from .view import View

_SHORTEST_PREFIX = 8


def find_paper(view: View, document: str) -> tuple[Compartment, Paper, str]:
    """The paper called ``document`` (its name, or its id or the first eight or more characters of it), and its id.

    Raises :class:`UnusableInput` where none or several are called so.
    """
    found: list[tuple[Compartment, Paper, str]] = []
    for shelf in view.shelves()[0]:
        for paper in shelf.papers:
            id = hashlib.sha256(read_bytes(paper.path, paper.name)).hexdigest()
            if document == paper.name or (len(document) >= _SHORTEST_PREFIX and id.startswith(document)):
                found.append((shelf.compartment, paper, id))
    if not found:
        raise UnusableInput(document, "no paper has this name or id", "give it as the output of read does")
    if len(found) > 1:
        names = ", ".join(paper.name for _, paper, _ in found)
        raise UnusableInput(document, f"several papers are called so ({names})", "give the name of one of them")
    return found[0]


def erase(compartment: Compartment, paper: Paper, id: str) -> None:
    """Delete the paper, what describes it, what decisions say of its statements, and the cache that holds its words."""
    described = [paper.path.with_name(paper.path.name + META)]
    by_stem = paper.path.with_name(paper.path.stem + META)
    alike = [path for path in paper.path.parent.iterdir() if path.stem == paper.path.stem and path != paper.path]
    if not alike:  # it describes no other paper
        described.append(by_stem)
    try:
        for path in (paper.path, *described, *compartment.cache.parent.glob(f"{compartment.cache.name}*")):
            path.unlink(missing_ok=True)
        erase_records(compartment, id)
    except OSError as error:
        raise cannot_write(compartment.name(path), error) from error
