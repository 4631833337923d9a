"""What the text foresees where it is broken: named in each verdict of a breach, and of a duty that is overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Framework, Modality, Obligation, Outcome, Remedy, Verdict
from parley.text import patterns as re

from .articles import articles_named
from .counting import count_told
from .doers import OTHER_SIDE, asked, bearers
from .failing import duties_failed
from .forbids import forbidden_act
from .names import Names
from .roles import Role, role_of
from .suspensive import waits
from .truth import Truth

_BROKEN = re.compile(
    r"\b(?:violat\w+|breach(?:es|ed)?|infring\w+|incidents?|non-?compliance|fail(?:s|ed|ure)?\s+to\s+comply|"
    r"(?:finds?|finding|found|rul(?:es?|ed|ing)|decides?|decision)\s+against|(?:found|held|finds?|holds?)\s+(?:[\w\s]+?\s+)?(?:responsible|guilty|liable|at\s+fault))\b",
    re.I,
)
_BREACH = re.compile(r"\b(?:violat|breach|infring|non-?compl|fail|against|responsible|guilty|liable|fault)", re.I)
"""What any provision may suffer; an incident is of a ban, or of the articles by which the text defines it."""
_FINDING = re.compile(r"\b(?:found|finds?|findings?|confirmed|confirms?|determined|established|verified)\b", re.I)
_OWN = re.compile(
    r"\b(?:its|by it|their|the party (?:concerned|responsible|in (?:breach|default))|"
    r"that (?:breach|violat|infring)\w*)\b",
    re.I,
)
_BY_ITSELF = re.compile(r"\bby\s+(?:its|their|it|them)\b", re.I)
_WORD_OF_IT = frozenset({"report", "notify", "share", "record", "monitor"})
"""To tell of what happened is no remedy, unless it was found: then it is the next step."""


@dataclass(frozen=True)
class Foreseen:
    """A sentence on what follows a breach: of which provisions (none: of any), whether it has to be found, and
    whether it is of the bearers' own breaches alone ("a violation by its forces"); ``after`` how many it follows,
    ``actor`` of whose breach it is, where it names a party, ``breakers``: whether it is whose breach that is.
    """

    obligation: Obligation
    of: tuple[str, ...]
    found: bool
    own: bool
    after: str
    actor: str | None = None
    breakers: bool = False


def foreseen(framework: Framework) -> list[Foreseen]:
    """The duties and permissions of the text that a breach sets off, in its order."""
    told = (_foreseen(one, framework) for one in framework.obligations)
    return [one for one in told if one is not None]


def _foreseen(one: Obligation, framework: Framework) -> Foreseen | None:
    if one.act is None or one.labels or one.modality is None or one.modality.value is Modality.MUST_NOT:
        return None
    slots = [" ".join(slot.words.split()) for slot in (one.trigger, one.object) if slot is not None]
    told = [(words, (words, *_meanings(words, framework))) for words in slots]
    of_breaches = [(words, meant) for words, meant in told if any(map(_BROKEN.search, meant))]
    if not of_breaches:
        failed = {} if waits(one) and one.act.value != "suspend" else duties_failed(one, framework)
        of = tuple(each.provision or "" for each in framework.obligations if each.id in failed)
        return Foreseen(one, of, found=False, own=False, after="") if failed else None
    found = any(_FINDING.search(each) for _, meant in told for each in meant)
    if one.act.value in _WORD_OF_IT and not (found and one.trigger is not None):
        return None
    of = articles_named(" ".join(words for words, _ in of_breaches), framework)
    of = of or articles_named(" ".join(each for _, meant in of_breaches for each in meant), framework)
    if not of and not any(_BREACH.search(each) for _, meant in of_breaches for each in meant):
        of = tuple(each.provision or "" for each in framework.obligations if forbidden_act(each))
        if not of:
            return None
    own = any(_BY_ITSELF.search(words) for words, _ in of_breaches)
    asks = asked(one, framework)
    breakers = asks.own is Truth.YES or role_of(one) is Role.ACCUSED
    return Foreseen(one, of, found, own, count_told(one), asks.actor, breakers)


def _meanings(words: str, framework: Framework) -> list[str]:
    """What the defined terms in the words mean."""
    return [one.meaning for one in framework.definitions if re.search(rf"\b{re.escape(one.term)}s?\b", words)]


def with_remedies(verdicts: Sequence[Verdict], framework: Framework, names: Names) -> list[Verdict]:
    """The verdicts, each of a breach or of something overdue with what the text foresees for it."""
    known = foreseen(framework)
    reached = _reached(verdicts, known)
    return [
        one.replace(remedies=tuple(_remedies(one, known, reached, names)))
        if one.verdict in (Outcome.BREACHED, Outcome.OVERDUE)
        else one
        for one in verdicts
    ]


def _reached(verdicts: Sequence[Verdict], known: Sequence[Foreseen]) -> dict[str, set[str]]:
    """The reports that surely made so many, by the obligations that so many set off."""
    counted = {one.obligation.id: set[str]() for one in known if one.after}
    for verdict in verdicts if counted else ():
        if verdict.occasion is not None and verdict.verdict is not Outcome.CANNOT_TELL:
            counted.get(verdict.obligation, set()).update(verdict.reports)
    return counted


def _remedies(
    verdict: Verdict, known: Sequence[Foreseen], reached: Mapping[str, set[str]], names: Names
) -> list[Remedy]:
    """Each sentence once, though it demands several acts ("shall verify and record every breach")."""
    told: dict[Remedy, Remedy] = {}
    for one in known:
        own = one.obligation
        if own.id == verdict.obligation or (one.of and verdict.provision not in one.of):
            continue
        if one.actor is not None and verdict.bearer is not None and not names.same(one.actor, verdict.bearer):
            continue
        if one.breakers and names.is_body(verdict.bearer):
            continue
        if one.own and verdict.bearer and not any(names.same(each, verdict.bearer) for each in bearers(own)):
            continue
        assert own.modality is not None
        remedy = Remedy(
            provision=own.provision,
            obligation=own.id,
            by=_whose(one, verdict.bearer, names),
            may=own.modality.value is Modality.MAY,
            sentence=" ".join(own.sentence.exact.split()),
            once_found=one.found and verdict.finding != "found",
            after=one.after if one.after and reached[own.id].isdisjoint(verdict.reports) else None,
        )
        told.setdefault(remedy.replace(obligation=""), remedy)
    return list(told.values())


def _whose(one: Foreseen, breaker: str | None, names: Names) -> tuple[str, ...]:
    """Whose the remedy is: the breaker's where the sentence is of its own breach, the others' where it says so."""
    own = one.obligation
    if one.breakers and breaker is not None and names.key(breaker) in names.parties:
        return (breaker,)
    named = tuple(each for each in bearers(own) if each is not None)
    if breaker is None or not any(names.same(each, breaker) for each in named):
        return named
    if OTHER_SIDE.search(own.sentence.exact):
        return tuple(each for each in named if not names.same(each, breaker))
    return (breaker,) if _OWN.search(own.sentence.exact) else named
