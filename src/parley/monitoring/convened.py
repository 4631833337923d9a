"""What has to be held, by its own name: "shall hold a radio check every Monday" is done by a "radio check"."""

from __future__ import annotations

from parley.model import Obligation
from parley.text import patterns as re

from .objects import stems

_HOLDS = re.compile(r"(?:hold|conduct|carry\s+out|organi[sz]e|arrange)", re.I)
_HEAD = re.compile(r"\s(?:with|of|on|at|in|for|to|between|about|by)\s")
_TOOK_PLACE = re.compile(
    r"\b(?:held|holds?|conducted|carried\s+out|done|made|took\s+place|completed|organi[sz]ed)\b", re.I
)


def is_convened(one: Obligation, said: str) -> bool:
    """Whether a report's words for its act are no more than the name of what the duty asks to hold."""
    if one.act is None or one.object is None or not _HOLDS.match(one.act.words.strip()):
        return False
    head = stems(_HEAD.split(one.object.value.text)[0])
    told = stems(_HEAD.split(_TOOK_PLACE.sub(" ", said))[0])
    return bool(head) and told == head
