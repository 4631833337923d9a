"""What is done to a zone by its name alone, as its annex draws it: "enter the Lane", "shell the Old Quarter".

A text that only an annex tells that these are places is read with them as things; who holds the shapes knows better.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Modality, Obligation, Relation, Shape, ShapeKind, Slot, Where
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.everywhere import all_of

from .names import fold
from .plainly import LOOKS

_SUFFERS = frozenset({"enter", "occupy", "overfly", "cross", "lay-mines", "damage", "destroy", "loot"})
"""Acts that are done in the zone that they are done to, as all that attacks it is; who must not watch it must not do so
in it, and one who has to may tell of it without a place.
"""
_STAYS_OUT = re.compile(
    r"(?:exit|leav|vacat|evacuat|quit|(?:keep|stay|remain)s?\s+(?:out\s+of|clear\s+of|away\s+from))", re.I
)
_OR = re.compile(r",?\s+(?:or|and|nor)\s+|,\s+")
_THE = re.compile(r"(?:the|that|either|any|both)\s+", re.I)


class Zones:
    """The zones that a text's annexes draw, by their names."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._names = {fold(one.name): one.name for one in shapes if one.kind is ShapeKind.ZONE}

    def named(self, words: str) -> tuple[str, ...] | None:
        """The zones that the words name, each by its whole name, and nothing besides ("any part of the Lane")."""
        plain = " ".join(words.split())
        plain = plain[all_of(plain) or 0 :]
        whole = self._names.get(fold(plain))
        if whole is not None:
            return (whole,)
        found = [self._names.get(fold(_THE.sub("", part, count=1))) for part in _OR.split(plain)]
        known = tuple(one for one in found if one is not None)
        return known if len(known) == len(found) else None


def at_what_is_drawn(one: Obligation, zones: Zones) -> Obligation:
    """The obligation with the zones that it has for its thing as the place where it is done, or that is left."""
    act, thing, place = one.act, one.object, one.place
    if act is None:
        return one
    if place is not None and act.value == "cross" and all(zones.named(name) for name in place.value.of):
        within = place.value.replace(relation=Relation.IN)  # who crosses a zone is in it
        return one.replace(place=place.replace(value=within)) if place.value.relation is Relation.ACROSS else one
    if thing is None or place is not None:
        return one
    out = act.value == "withdraw" and _STAYS_OUT.match(" ".join(act.words.split())) is not None
    watched = act.value in LOOKS and one.modality is not None and one.modality.value is not Modality.MUST
    suffers = out or watched or act.value in _SUFFERS or act_covers("attack", act.value)
    named = zones.named(thing.value.text) if suffers else None
    if named is None:
        return one
    where = Where(relation=Relation.OUTSIDE if out else Relation.IN, of=named)
    return one.replace(
        place=Slot[Where](words=thing.words, value=where, spans=thing.spans), object=None if out or watched else thing
    )
