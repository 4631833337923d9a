"""Rows of things in one sentence: "guns, craft or troops" that nobody may bring are three bans."""

from __future__ import annotations

from collections.abc import Iterator

from parley.text import patterns as re

SEVERAL = re.compile(r"(?:[^s]s|aircraft|craft|troops|artillery|ammunition|weaponry)\Z")
"""How a noun ends that stands for itself in a row: "mines or nets", and not "merchant or fishing vessels"."""
_BANS = re.compile(r"\b(?:no|neither|nobody|not)\b", re.IGNORECASE)
_ROW = re.compile(
    r"\b(?:shall|may|must|will)\s+(?:not\s+)?\w+\s+(?:(?:any|additional|more|further|new)\s+)?"
    r"(?P<row>(?:[\w-]+\s+){0,2}?[\w-]+(?:,\s+(?:[\w-]+\s+){0,2}?[\w-]+)*,?\s+(?:or|nor)\s+(?:[\w-]+\s+){0,1}?[\w-]+)"
    r"(?=\s+(?:in|into|on|onto|to|over|within|inside|across|from|at|near)\b|[.;,]|$)"
)


def each_banned(words: str) -> Iterator[str]:
    """A ban of a row of things as one of each: "neither may bring guns, craft or troops into the Area"."""
    row = _ROW.search(words)
    row = row if row and _BANS.search(words[: row.start("row")]) else None
    things = re.split(r",\s+(?:or\s+|nor\s+)?|\s+(?:or|nor)\s+", row["row"]) if row else []
    if row is None or not all(SEVERAL.search(thing) for thing in things):
        yield words
        return
    for thing in things:
        yield f"{words[: row.start('row')]}{thing}{words[row.end('row') :]}"
