"""Short invented papers (``golden/speakers``) and how far reading gets their speakers right.

Each passage has the speaker of each statement written down before the reader saw it. A verdict is *right*;
*wrong*, an actor, a member or an affiliation that the passage does not have there; *nobody*, silence where any
reader could tell; or *unread*, a statement that reading did not find at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parley.model import Actor, Document, Ref, Statement
from parley.reading import read

FOLDER = Path(__file__).resolve().parent / "golden" / "speakers"


def judged(path: Path) -> Iterator[tuple[str, str]]:
    """A verdict and a line that says what was expected and read, for each speaker and addressee written down."""
    data = tomllib.loads(path.read_text("utf-8"))
    actors = [Actor.model_validate(each) for each in data["actor"]]
    for number, passage in enumerate(data["passage"], 1):
        reading = statements_of(passage, actors)
        for words, who, *to in passage["said"]:
            found = statement_with(words, _text_of(passage), reading)
            roles = [(who, found and found.speaker)] + [(whom, found and found.addressee) for whom in to]
            for expected, ref in roles:
                verdict = judge(expected, named(ref)) if found else "unread"
                yield verdict, f"{number} «{words}»: {expected}, read as {named(ref)} ({ref.name if ref else ''})"


def statements_of(passage: dict[str, Any], actors: list[Actor]) -> tuple[Statement, ...]:
    named_here = [Actor.model_validate(each) for each in passage.get("actor", ())]
    document = Document(id="passage", path="passage.txt", text=_text_of(passage), publisher=passage.get("publisher"))
    return read(document, (*actors, *named_here)).statements


def _text_of(passage: dict[str, Any]) -> str:
    """The text as a paper has it: the file breaks lines only because it would be too wide."""
    text = str(passage["text"])
    return text if passage["style"] == "transcript" else re.sub(r"(.{60,})\n(?=\S)", r"\1 ", text)


def statement_with(words: str, text: str, statements: tuple[Statement, ...]) -> Statement | None:
    """The innermost statement in whose content the words stand."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), text)
    if match is None:
        raise ValueError(f"no passage says «{words}»: {text[:60]!r}")
    start, end = match.span()
    around = [
        (sum(len(span.exact) for span in each.content), place, each)
        for place, each in enumerate(statements)
        if any(span.start < end and start < span.end for span in each.content)
    ]
    return min(around)[2] if around else None


def named(ref: Ref | None) -> str:
    if ref is None:
        return "-"
    if ref.members:
        return "+".join(named(member) for member in ref.members)
    return ref.id or (f"-@{ref.of}" if ref.of else "-")


def judge(expected: str, read_as: str) -> str:
    person, _, side = expected.partition("@") if not expected.startswith("-") else (expected, "", "")
    if side and read_as == f"-@{side}":
        return "nobody"  # the right side, and no name
    expected = person
    if sorted(expected.split("+")) == sorted(read_as.split("+")):
        return "right"
    if read_as in ("-", f"-@{expected}"):
        return "nobody"  # the second: the right side, and no more
    return "wrong"
