"""Two numbers for the members or things of one body: "consists of 40 monitors", "the 60 monitors of the Mission".

Only whole numbers of somebody's own are held against each other: what a body consists of, "its three members", "the 40
monitors of the Mission". A part of them ("14 of the monitors", "two further members") has a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.model import Finding, Sentence, Severity
from parley.text import patterns as re
from parley.text.numbers import numbers

from .draft import Draft
from .rule import Rule
from .steps import Names, stem, stems

_CONSISTS = re.compile(
    r"\b(?:consists?|composed|comprises?|made\s+up|formed|has|have|numbers|employs)(?:\s+(?:of|by))?\s+(?:a\s+staff\s+of\s+|\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|their)\s+(?:own\s+)?$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|all)\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:one|any)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:(?!of\b|and\b|or\b|for\b|from\b|in\b|to\b)[a-z-]+\s+){0,2}?(?P<noun>[A-Za-z][a-z-]{3,}s)\b")
_OF = re.compile(r"\s+(?:of|in|for|from)\s+(?:the\s+|each\s+|every\s+)?(?:[a-z]+\s+of\s+the\s+)?(?=[A-Z])")
_PART = re.compile(
    r"\b(?:further|additional|other|more|another|first|second|third|least|most|fewer|than|up\s+to|about|over|under|every)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\W*(?:It|They)\b")
_TIMES = stems("days hours weeks months minutes years times kilometres metres miles percent")
_PLACE = re.compile(r"\b(?:from|in|at|out\s+of|near|leave\w*)\s+(?:the\s+)?(?P<name>[A-Z]\w+(?:\s+[A-Z]\w+)*)")
_MANY = 60
"""More such numbers of one noun than any text has: not all pairs of them are compared."""


@dataclass(frozen=True)
class _Strength:
    """How many of a thing somebody has: whom they belong to, a noun's stem, the number and where it stands."""

    sentence: Sentence
    owner: str
    noun: str
    value: float
    start: int
    end: int
    whole: bool
    """Whether it is what somebody consists of, or a term's own number."""
    places: frozenset[str]


class TwoStrengths(Rule):
    code = "L7.two-strengths"
    title = "Two numbers for the members or things of one body"
    severity = Severity.BLOCKER
    reference = "Checklist L7: two numbers for one quantity (days, km, persons)"
    applies_to = "numbers of what a body or a party has: 'consists of 40 monitors', 'its three members'"
    fix = "Write one number, in one place, and refer to it elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        alike: dict[tuple[str, str], list[_Strength]] = {}
        for each in _strengths(draft):
            alike.setdefault((each.owner, each.noun), []).append(each)
        for same in alike.values():
            for one, other in combinations(same[:_MANY], 2):
                if one.value != other.value and one.sentence is not other.sentence and _of_one_thing(draft, one, other):
                    yield from (self._told(draft, *pair) for pair in ((one, other), (other, one)))

    def _told(self, draft: Draft, there: _Strength, here: _Strength) -> Finding:
        why = f"Here it is {here.value:g}; provision {there.sentence.provision} says {there.value:g} of the same."
        also, where = (there.sentence.provision,), here.sentence.provision
        return self.at(draft, here.start, here.end, why, provision=where, also=also)


def _of_one_thing(draft: Draft, one: _Strength, other: _Strength) -> bool:
    """Whether one of them tells the whole; of a party's own men both have to be told of one place."""
    if one.owner in draft.party_ids:
        return bool(one.places & other.places) and one.places == other.places
    return one.whole or other.whole


def _strengths(draft: Draft) -> Iterator[_Strength]:
    names = draft.names
    terms = frozenset(stem(each.term.lower()) for each in draft.definitions if " " not in each.term)
    for sentence in draft.operative:
        words = sentence.exact
        for start, end, value in numbers(words):
            noun = _NOUN.match(words, end)
            if noun is None or value != int(value) or stem(noun["noun"].lower()) in _TIMES:
                continue
            before = words[:start]
            if _PART.search(before):
                continue
            owner, whole = _owner(draft, names, sentence, before, words[noun.end() :])
            kind = stem(noun["noun"].lower())
            if owner is None and kind in terms and _THE.search(before):
                each = re.compile(r"\s+(?:of|for)\s+(?:each|every)\b").match(words, noun.end())
                owner, whole = f"term {kind}{' each' if each else ''}", bool(_ONE_OF.search(_THE.sub("", before)))
            if owner is None:
                continue
            places = frozenset(match["name"] for match in _PLACE.finditer(words))
            at = sentence.start
            yield _Strength(sentence, owner, kind, float(value), at + start, at + noun.end(), whole, places)
        yield from _for_each(sentence, terms)


def _for_each(sentence: Sentence, terms: frozenset[str]) -> Iterator[_Strength]:
    """What a definition says of how many each party has: "one of the four depots, two for each Party"."""
    opened = re.compile(r"\W*(?P<term>[A-Z]\w+)\W+means\b").match(sentence.exact)
    if opened is None or stem(opened["term"].lower()) not in terms:
        return
    kind = stem(opened["term"].lower())
    for start, end, value in numbers(sentence.exact):
        if re.compile(r"\s+(?:for|of|on\s+the\s+side\s+of)\s+each\b").match(sentence.exact, end):
            at = sentence.start
            yield _Strength(sentence, f"term {kind} each", kind, float(value), at + start, at + end, True, frozenset())


def _owner(draft: Draft, names: Names, sentence: Sentence, before: str, behind: str) -> tuple[str | None, bool]:
    """Whose they are, and whether that is told as what somebody consists of."""
    if _CONSISTS.search(before):
        return _one(names.within(_CONSISTS.sub("", before)) or _spoken_of(draft, names, sentence)), True
    if _OWN.search(before):
        clause = re.split(r"[;,]|\band\b(?=\s+(?:the|each)\b)", before)[-1]
        return _one(names.within(clause)) or _one(names.within(before)), False
    of = _OF.match(behind)
    if of and _THE.search(before):
        return _one(names.within(re.split(r"[,;.]|\s(?:and|to|in|by|shall|is|are)\s", behind[of.end() :])[0])), False
    return None, False


def _spoken_of(draft: Draft, names: Names, sentence: Sentence) -> frozenset[str]:
    """Who is meant by the "It" that a sentence opens with."""
    last = draft.just_before(sentence) if _GOES_ON.match(sentence.exact) else None
    return names.within(last.exact.split(" is ")[0]) if last is not None else frozenset()


def _one(ids: frozenset[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None


RULES: tuple[Rule, ...] = (TwoStrengths(),)
