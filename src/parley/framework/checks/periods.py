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
    r"\b(?:shall|must|will|is\s+to|are\s+to|undertakes?\s+to)\s+(?:\w+ly\s+)?(?P<verb>report|notify|tell|inform|announce"
    r"|acknowledge|answer|signal)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:,\s+and|;)\s+(?=(?:the|each|it|that|both)\b[^,;]{2,40}\b(?:shall|must|will|may)\b)", re.IGNORECASE
)
_SPOKEN_OF = re.compile(r"\b(?:one|it|such|this|that)\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:within|after|at\s+the\s+latest|not\s+later\s+than)\b.*", re.IGNORECASE | re.DOTALL)
_SAME = {"notify": "tell", "report": "tell", "inform": "tell", "signal": "tell"}

_REPLIES = stems("acknowledge answer")
"""What is done towards whoever has asked or reported, whom nobody need name."""
_LIGHT = stems("receipt report reports message")
"""What is acknowledged."""


@dataclass(frozen=True)
class _Notice:
    sentence: Sentence
    verb: str
    of: frozenset[str]
    """Who and in which case: the stems before the verb."""
    to: frozenset[str]
    hours: float


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
            if one.sentence is other.sentence or (one.verb, one.to) != (other.verb, other.to):
                continue
            if not one.to and one.verb not in _REPLIES and "incident" not in one.of:
                continue
            if one.hours != other.hours and one.of == other.of:
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
        before = clause[: match.start()]
        told = _TIME.sub("", match["rest"][: times[0][0]])
        case = stems(before) | (stems(names.without(told)) - _LIGHT)
        case |= {"incident"} if "incident" in match["rest"].lower() else set()
        if _SPOKEN_OF.search(before + match["rest"]) and "incident" not in case:
            near = draft.beside(sentence)
            at = near.index(sentence.exact) if sentence.exact in near else 0
            if any("incident" in words.lower() for words in near[max(0, at - 1) : at]):
                case |= {"incident"}
        verb = _SAME.get(match["verb"].lower(), stem(match["verb"]))
        hours = times[0][2].timedelta.total_seconds() / 3600
        yield _Notice(sentence, verb, frozenset(case), names.within(match["rest"]), hours)


RULES: tuple[Rule, ...] = (TwoPeriods(),)
