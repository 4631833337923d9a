"""Zones that a text asks for by weapon, each side measuring from a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Buffer, Framework, Span
from parley.text import distances
from parley.text import patterns as re

_SIDE = re.compile(
    r"\bfor\s+(?:the\s+)?(?P<party>[^:;]{3,160}?)\s*[:,]?\s+(?:measured\s+)?from\s+"
    r"(?P<line>the\s+(?:[\w-]+\s+){0,5}?line\b[^;.]*)",
    re.I,
)
_WEAPONS = re.compile(r"\bfor\s+(?:the\s+)?(?P<weapons>\S.*)", re.I | re.S)
_LEADS_ON = re.compile(r"[\s,;:\-\u2013]*(?:\b(?:and|or|of|a|an|the|at|least|[\w-]+\s+zone)\b[\s,;:\-\u2013]*)*$", re.I)
_FAR = 400
"""So many letters after its width the weapons of a zone are looked for."""
_ZONE = re.compile(r"\bzones?\b", re.I)


def buffers(framework: Framework) -> tuple[Buffer, ...]:
    """What each side has to keep clear of which weapons: how wide, and from which line, in the text's own words.

    Only where one provision gives widths of a zone by weapon and then lines by party ("for A: from the ...; for B:
    from the ..."): each width holds for each party. The width is the zone's, as the text says it; how it is shared
    between the sides is for the text to say.
    """
    return tuple(row for provision in framework.provisions for row in _of(framework, provision.start, provision.end))


def _of(framework: Framework, start: int, end: int) -> Iterator[Buffer]:
    text = framework.text[start:end]
    widths = distances(text)
    if not widths or not _ZONE.search(text):
        return
    sides = list(_SIDE.finditer(text, widths[-1][1]))
    sides = [side for side in sides if not distances(side["party"])]
    provision = next((one.id for one in framework.provisions if one.start == start), None)
    stops = [first for first, _, _ in widths[1:]] + [sides[0].start() if sides else len(text)]
    for (first, last, width), stop in zip(widths, stops, strict=True):
        found = _WEAPONS.search(text, last, min(stop, last + _FAR))
        if found is None:
            continue
        weapons = _LEADS_ON.sub("", found["weapons"])
        for side in sides:
            yield Buffer(
                provision=provision,
                party=" ".join(side["party"].split()),
                weapons=" ".join(weapons.split()),
                width=width,
                line=" ".join(side["line"].split()),
                spans=tuple(
                    Span(start=start + a, end=start + b, exact=text[a:b])
                    for a, b in (
                        (first, last),
                        (found.start("weapons"), found.start("weapons") + len(weapons)),
                        side.span(),
                    )
                ),
            )
