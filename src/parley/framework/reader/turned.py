"""Sentences in another order than "who shall do what", laid out in that order: "At no time shall Kestria fire".

The words are moved within their sentence, so that the verb and all behind it keep their places; what was read of the
moved words is then put back where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from parley.text.acts import verb_at_start

from .anyone import anyone
from .craft import craft
from .names import Names
from .slots import Clause, Part
from .unlisted import unlisted_verb

_NEVER = re.compile(
    r"(?P<modal>(?:under\s+no\s+(?:circumstances?|pretext|conditions?)|at\s+no\s+(?:time|point|moment|stage|hour)|"
    r"in\s+(?:no|neither)\s+(?:case|event|circumstances?|instance|way|manner|wise)|never(?:\s+again)?|"
    r"(?:on|for|upon)\s+no\s+(?:account|pretext|grounds?|occasion|conditions?|reason|purpose|consideration)|nowhere|by\s+no\s+means)"
    r"(?:\s+(?:whatsoever|whatever))?\s+(?P<shall>shall|must|may|will))\s+",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?P<modal>it\s+(?:(?:is|shall\s+be|will\s+be)\s+(?:for|up\s+to|incumbent\s+(?:up)?on|"
    r"the\s+(?:duty|responsibility|task|obligation|business|role|part)\s+of)|(?:shall\s+|will\s+)?(?:falls?\s+to|rests?\s+with|lies?\s+with)))\s+(?P<who>[^,;]{2,120}?)\s+(?=to\s+[a-z])",
    re.IGNORECASE,
)
_MOST_WORDS = 12


@dataclass(frozen=True)
class Turned:
    """A sentence in the usual order: its words, who stood where, and where "shall" stood."""

    text: str
    who: Part
    moved_to: int
    modal: Part

    def put_back(self, clause: Clause) -> None:
        """Give what was read of the moved words the places where they stand."""
        end = self.moved_to + self.who[1] - self.who[0]
        for slot, parts in clause.said.items():
            if slot == "modality":
                clause.said[slot] = [self.modal]
                continue
            shift = self.who[0] - self.moved_to
            clause.said[slot] = [
                (start + shift, stop + shift) if self.moved_to <= start and stop <= end else (start, stop)
                for start, stop in parts
            ]


def turned(text: str, names: Names) -> Turned | None:
    """``text`` in the usual order, or ``None`` where it is in it already."""
    never = _NEVER.match(text)
    if never:
        for stop, verb in _gaps(text, never.end()):
            who = text[never.end() : stop]
            begins = verb_at_start(text[verb:], base=True) or unlisted_verb(text[verb:])
            if text.startswith("be ", verb) or (begins and (anyone(who, names) or craft(who))):
                return _laid_out(text, (never.end(), stop), f" {never['shall']} not ", verb, never.span("modal"))
        return None
    charged = _FOR.match(text)
    if charged and names.bearers(charged["who"]):
        verb = charged.end() + len("to ")
        return _laid_out(text, charged.span("who"), " shall ", verb, charged.span("modal"))
    return None


def _gaps(text: str, start: int) -> Iterator[Part]:
    return (
        (gap.start(), gap.end())
        for gap in islice(re.finditer(r"\s+", text[:400]), _MOST_WORDS * 2)
        if gap.start() > start
    )


def _laid_out(text: str, who: Part, shall: str, verb: int, modal: Part) -> Turned | None:
    words = text[who[0] : who[1]] + shall
    at = verb - len(words)
    return Turned(" " * at + words + text[verb:], who, at, modal) if at >= 0 else None
