"""Sentences in another order than "who shall do what", laid out in that order: "At no time shall Kestria fire".

The words are moved within their sentence, so that the verb and all behind it keep their places; what was read of the
moved words is then put back where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .anyone import anyone
from .clause import Clause, Part
from .craft import craft
from .names import Names
from .unlisted import unlisted_verb

_NEVER = re.compile(
    r"(?P<modal>(?:under\s+no\s+(?:circumstances?|pretext|conditions?)|at\s+no\s+(?:time|point|moment|stage|hour)|"
    r"in\s+(?:no|neither)\s+(?:case|event|circumstances?|instance|way|manner|wise)|never(?:\s+again)?|"
    r"(?:on|for|upon)\s+no\s+(?:account|pretext|grounds?|occasion|conditions?|reason|purpose|consideration)|nowhere|nor|by\s+no\s+means)"
    r"(?:\s+(?:whatsoever|whatever))?\s+(?P<shall>shall|must|may|will))\s+",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?P<modal>it\s+(?:(?:is|shall\s+be|will\s+be|remains)\s+(?:for|up\s+to|(?:incumbent|obligatory|binding|compulsory|mandatory)\s+(?:(?:up)?on|for)|"
    r"the\s+(?:[a-z]+\s+)?(?:duty|responsibility|task|job|work|mission|function|obligation|business|role|part|competence)\s+of)|(?:shall\s+|will\s+)?(?:falls?\s+(?:to|(?:up)?on)|corresponds\s+to|belongs\s+to|(?:rests?|lies?)\s+(?:with|(?:up)?on))))\s+(?P<who>[^,;]{2,120}?)\s+(?=to\s+[a-z])",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(
    r"(?P<modal>it\s+(?:(?:is|shall\s+be|remains)\s+(?:(?:also|strictly)\s+)*(?:unlawful|illegal|forbidden|prohibited|not\s+lawful|"
    r"not\s+(?:permitted|permissible|allowed)|inadmissible)|shall\s+not\s+be\s+(?:lawful|permissible|permitted|allowed))\s+for)\s+"
    r"(?P<who>[^,;]{2,80}?)\s+(?=to\s+[a-z])",
    re.IGNORECASE,
)
_AND_FOR = re.compile(
    r"(?:,\s+|,?\s+and\s+)(?P<modal>for|up\s+to|of|to|with|(?:up)?on)\s+(?P<who>[^,;]{2,80}?)\s+(?=to\s+[a-z])"
)
_NO_END = re.compile(
    r"\b(?:the|an?|its|their|all|any|each|every|no|of|or|and|in|on|at|to|for|with|by|from)\Z", re.IGNORECASE
)
"""Where nobody's name has ended."""
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


def turned(text: str, names: Names) -> list[Turned]:
    """``text`` in the usual order, one for each who is charged with something; empty where it is in it already."""
    never = _NEVER.match(text)
    if never:
        for stop, verb in _gaps(text, never.end()):
            who = text[never.end() : stop]
            begins = verb_at_start(text[verb:], base=True) or unlisted_verb(text[verb:])
            if _NO_END.search(who):
                continue  # "a school or a | place of worship"
            if text.startswith("be ", verb) or (begins and (anyone(who, names) or craft(who))):
                return _laid_out(text, (never.end(), stop), f" {never['shall']} not ", verb, never.span("modal"))
        return []
    barred = _NOT_FOR.match(text)
    if barred and (anyone(barred["who"], names) or craft(barred["who"])):  # "unlawful for either Party to levy tolls"
        return _laid_out(text, barred.span("who"), " shall not ", barred.end() + len("to "), barred.span("modal"))
    charged = _FOR.match(text)
    found: list[Turned] = []
    while charged and anyone(charged["who"], names):
        verb = charged.end() + len("to ")
        other = next((each for each in _AND_FOR.finditer(text, verb) if anyone(each["who"], names)), None)
        end = other.start() if other else len(text)
        found += _laid_out(text[:end], charged.span("who"), " shall ", verb, charged.span("modal"))
        charged = other  # "and for each Party to clear them"
    return found


def _gaps(text: str, start: int) -> Iterator[Part]:
    return (
        (gap.start(), gap.end())
        for gap in islice(re.finditer(r"\s+", text[:400]), _MOST_WORDS * 2)
        if gap.start() > start
    )


def _laid_out(text: str, who: Part, shall: str, verb: int, modal: Part) -> list[Turned]:
    words = text[who[0] : who[1]] + shall
    at = verb - len(words)
    return [Turned(" " * at + words + text[verb:], who, at, modal)] if at >= 0 else []
