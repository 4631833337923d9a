"""To keep something in a place, or to stay there, is to have none of it elsewhere: held as that ban."""

from __future__ import annotations

from collections.abc import Container

from parley.model import Modality, Obligation, Relation, Slot
from parley.text import patterns as re

from .lasting import is_lasting
from .names import fold

_STAYS = re.compile(r"(?:be\s+)?(?:kept|keep|remain|stay|confine|hold|held|retain|station|leave)\w*\Z", re.I)
_STAYS_OUT = re.compile(r"(?:keep|stay|remain)s?\s+(?:out\s+of|clear\s+of|away\s+from)\Z", re.I)
_ELSEWHERE = {
    Relation.IN: Relation.OUTSIDE,
    Relation.OUTSIDE: Relation.IN,
    Relation.WITHIN_DISTANCE: Relation.BEYOND_DISTANCE,
    Relation.BEYOND_DISTANCE: Relation.WITHIN_DISTANCE,
    Relation.NORTH_OF: Relation.SOUTH_OF,
    Relation.SOUTH_OF: Relation.NORTH_OF,
    Relation.EAST_OF: Relation.WEST_OF,
    Relation.WEST_OF: Relation.EAST_OF,
}
_THERE, _IN = "place", "enter"


def not_elsewhere(one: Obligation, drawn: Container[str]) -> Obligation:
    """A duty to keep something in a place whose shape is drawn, or to stay there, as a ban on placing it elsewhere.

    ``drawn`` are the names of shapes, folded. Of so many that have to be there, others elsewhere break nothing.
    """
    act, place, thing = one.act, one.place, one.object
    if act is None or place is None or not is_lasting(one):
        return one
    words = " ".join(act.words.split())
    stays_out = _STAYS_OUT.match(words) is not None
    if not stays_out and not _STAYS.match(words):
        return one
    counted = thing is not None and (thing.value.number is not None or thing.value.most is not None)
    elsewhere = _ELSEWHERE.get(place.value.relation)
    if counted or elsewhere is None or not all(fold(name) in drawn for name in place.value.of):
        return one
    return one.replace(
        modality=Slot[Modality](words="", value=Modality.MUST_NOT),
        act=act.replace(value=_IN if stays_out and thing is None else _THERE),
        place=place.replace(value=place.value.replace(relation=elsewhere)),
    )
