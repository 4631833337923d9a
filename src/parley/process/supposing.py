"""A first profile of a party, proposed from its public positions, as the text of a file that a person looks through."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from parley.model import Assumption, plain_number


def profile_text(party: str, assumptions: Sequence[Assumption], place: str) -> str:
    """The profile in TOML; ``place`` is where it belongs once somebody stands by it."""
    return "\n".join(_lines(party, assumptions, place)) + "\n"


def _lines(party: str, assumptions: Sequence[Assumption], place: str) -> Iterator[str]:
    yield f"# A first profile of {_plain(party)}, proposed from positions in the shared papers. It is nobody's word."
    yield "# Every value is an assumption and a range: 0 is the worst option of an issue, 1 the best."
    yield "# It has no reserve, no red line, and nothing that the party can live with, for no public word tells these."
    yield f"# Look through it, mend it, strike [assumed.*] where somebody knows, and put it at {_plain(place)}."
    for issue, group in groupby(assumptions, key=lambda each: each.issue):
        rows = list(group)
        yield ""
        yield f"[places.{_key(issue)}]"
        for each in rows:
            yield f"# {_plain(each.why)}"
            low, high = (plain_number(end) for end in (each.place.low, each.place.high))
            yield f"{_key(each.option)} = [{low}, {high}]"
        yield ""
        yield f"[assumed.{_key(issue)}]"
        for each in rows:
            yield f"{_key(each.option)} = {json.dumps(list(each.statements))}"


def _key(name: str) -> str:
    """A key as TOML writes it: a basic string has the escapes of JSON."""
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else json.dumps(name, ensure_ascii=True)


def _plain(words: str) -> str:
    """Words that can stand in a comment: on one line, printable."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
