"""Two periods for one notice: the same report, to the same body, within 3 hours here and within 12 there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import durations
from parley.text import patterns as re

from .draft import Draft
from .rule import Rule
from .steps import Names, stem, stems

_TELLS = re.compile(
    r"\b(?:(?:shall|must|will|is\s+to|are\s+to|undertakes?\s+to)\s+(?P<passive>be\s+)?|(?P<now>is|are)\s+(?=\w+(?:ed|old)\b))(?:\w+ly\s+)?"
    r"(?:(?P<verb>report|notif(?:y|i)|tell|told|inform|announce?|acknowledge?|answer|signal|communicate?)(?:ed|d)?\b"
    r"|give\b(?=[^.;]*\bnotice\b))(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:,\s+and|;)\s+(?=(?:the|each|it|that|both)\b[^,;]{2,40}\b(?:shall|must|will|may)\b)", re.IGNORECASE
)
_SPOKEN_OF = re.compile(r"\b(?:one|it|such|this|that)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:with)?in|after|at\s+the\s+latest|not\s+later\s+than|at\s+least|not\s+less\s+than)\s+$", re.IGNORECASE
)
_AHEAD = re.compile(r"[’']?\s*(?:(?:prior|written|advance)\s+)?(?:notice|beforehand|before|in\s+advance|ahead)\b", re.I)
"""Behind a length of time: what is told comes so long before the thing itself."""
_BY = re.compile(r"\bby\s+(?:the\s+|each\s+|a\s+)?(?=[A-Z])[^,;]*")
_PARTY = re.compile(r"\b(?:each|either|every|a|any|the|that)\s+Part(?:y|ies)\b|\bParties\b")
_ENDS = re.compile(
    r"\b(?:terminat|denounc|denunciat)\w*\s+(?:(?:of\s+)?(?:this|the)\s+(?:present\s+)?(?:[Tt]reaty|[Aa]greement|[Aa]ccord|[Cc]onvention|[Pp]rotocol"
    r"|[Pp]act|[Tt]ruce|[Cc]ease-?[Ff]ire|[Mm]emorandum|[Uu]nderstanding|[Aa]rmistice|it\b))|\bnotice\s+of\s+(?:the\s+|its\s+)?(?:terminat|denunciat|the\s+end)"
)
_THE_END = "the end"
"""What a notice is of by which the text ends."""
_REPLIES = stems("acknowledge answer")
"""What is done towards whoever has asked or reported, whom nobody need name."""
_LIGHT = stems(
    "receipt report reports message notice each either every Party Parties side concerned before prior learn learning"
    " know knowing hear aware become occur occurrence happen event day beforehand advance least time latest"
)
"""What says nothing of the thing that is told."""


@dataclass(frozen=True)
class _Notice:
    sentence: Sentence
    verb: str
    of: frozenset[str]
    """What is told, and in which case: the stems of the words."""
    to: frozenset[str]
    by: frozenset[str]
    """Who tells it; empty where the sentence doesn't say."""
    hours: float
    ahead: bool

    def same_as(self, other: _Notice) -> bool:
        """Whether it is one notice, by somebody who owes both."""
        same = (self.verb, self.to, self.of, self.ahead) == (other.verb, other.to, other.of, other.ahead)
        return same and (not self.by or not other.by or bool(self.by & other.by))


class TwoPeriods(Rule):
    code = "L7.two-periods"
    title = "Two periods for one notice"
    severity = Severity.BLOCKER
    reference = "Checklist L7"
    applies_to = "reports, notices and answers within a number of hours or days"
    fix = "Write one period, in one place, and refer to it elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        names = draft.names
        notices = [each for sentence in draft.operative for each in _notices(draft, sentence, names)]
        for one, other in combinations(notices, 2):
            if one.sentence is other.sentence or one.hours == other.hours or not one.same_as(other):
                continue
            if one.verb in _REPLIES or one.of & {"incident", _THE_END} or (one.to and one.of):
                yield from (self._told(draft, *pair) for pair in ((one, other), (other, one)))

    def _told(self, draft: Draft, one: _Notice, other: _Notice) -> Finding:
        """The clash at one of its places: nobody can tell which of the two is the one to mend."""
        why = f"Provision {one.sentence.provision} says within {one.hours:g} hours, this says {other.hours:g}."
        where, also = other.sentence, (one.sentence.provision,)
        return self.at(draft, where.start, where.end, why, provision=where.provision, also=also)


def _notices(draft: Draft, sentence: Sentence, names: Names) -> Iterator[_Notice]:
    if sentence.form is SentenceForm.DEFINITION:
        return
    for clause in _CLAUSE.split(sentence.exact):
        match = _TELLS.search(clause)
        times = durations(match["rest"]) if match else []
        if match is None or len(times) != 1 or times[0][2].months:
            continue
        before, (start, end, length) = clause[: match.start()], times[0]
        rest = match["rest"]
        ahead = _AHEAD.match(rest, end)
        behind = _BY.sub("", rest[ahead.end() if ahead else end :])
        told = f"{_TIME.sub('', rest[:start])} {behind}"
        case = stems(names.without(f"{before} {told}")) - _LIGHT
        if "incident" in rest.lower() or (_SPOKEN_OF.search(before + rest) and _of_an_incident(draft, sentence)):
            case |= {"incident"}
        verb = stem(match["verb"] or "tell")
        agent = _BY.search(rest) if match["passive"] or match["now"] else re.search(".*", before, re.DOTALL)
        doer = agent.group() if agent else ""
        by = names.within(doer) | (draft.party_ids if _PARTY.search(doer) else frozenset())
        to = names.within(told) or (names.within(before) if match["passive"] or match["now"] else frozenset())
        hours = length.timedelta.total_seconds() / 3600
        verb = verb if verb in _REPLIES else "tell"
        if ahead is not None and _of_the_end(draft, sentence):
            yield _Notice(sentence, "tell", frozenset({_THE_END}), frozenset(), frozenset(), hours, True)
            continue
        yield _Notice(sentence, verb, frozenset(case), to, by, hours, ahead is not None)


def _of_the_end(draft: Draft, sentence: Sentence) -> bool:
    """Whether it is the notice by which somebody ends the text, told here or in the sentence that it goes on from."""
    last = draft.just_before(sentence) if sentence.exact.startswith("It ") else None
    return any(each is not None and _ENDS.search(each.exact) for each in (sentence, last))


def _of_an_incident(draft: Draft, sentence: Sentence) -> bool:
    """Whether the sentence before speaks of an incident."""
    near = draft.beside(sentence)
    at = near.index(sentence.exact) if sentence.exact in near else 0
    return any("incident" in words.lower() for words in near[max(0, at - 1) : at])


RULES: tuple[Rule, ...] = (TwoPeriods(),)
