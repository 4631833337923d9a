"""Who must have done, or suffered, what sets a duty off or suspends something, as the sentence itself asks for it.

"If a Party opens fire" asks for a party, "if fire is opened" for nobody: then it counts whoever did it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.model import Framework, Obligation
from parley.text import act_covers
from parley.text import patterns as re

from .acts import act_of
from .names import Names
from .standing import Known, says_no
from .truth import NO, YES, Fact, Truth

_PARTY = (
    r"(?:(?:the\s+)?(?:[\w-]+\s+)?(?:forces|troops|fighters|units|agents|members|soldiers)\s+of\s+)?"
    r"(?:an?|any|either|each|every|one|another|the|that|such|any\s+of\s+the|either\s+of\s+the|one\s+of\s+the)\s+"
    r"(?P<other>other\s+)?(?:part(?:y|ies)|sides?)\b"
    r"(?:['’]s?\s+(?:[\w-]+\s+)?(?:forces|troops|fighters|units|agents|members|soldiers))?(?!['’])"
)
_OPENING = (
    r"\A\W*(?:if|should|when|whenever|where|after|once|upon|while|as\s+soon\s+as|(?:each|every)\s+time|in\s+case|"
    r"in\s+the\s+event\s+that)\s+"
)
_DOES = re.compile(rf"(?:{_OPENING}|\bby\s+){_PARTY}(?!\s+(?:is|are|was|has\s+been|comes?|suffers?)\b)", re.I)
_BY_SOME = re.compile(r"\bby\s+(?:either|any|one)(?:\s+of\s+them)?\s*(?:\Z|[,.;])", re.I)
OTHER_SIDE = re.compile(r"\b(?:the|an)\s?(?:other|injured|aggrieved) (?:party|side)\s+(?:may|shall|must|is)\b", re.I)
_SUFFERS = re.compile(
    r"\b(?:on|upon|at|against|to)\s+(?:it\b(?!s)|its\s|them\b|their\s)|"
    r"\b(?:it|its\s+[\w-]+(?:\s+[\w-]+)?|they|their\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:is|are|has\s+been|have\s+been|comes?)\s+"
    r"(?:under\s+)?(?:attack|fire|shell|struck|hit|shot|bomb)\w*",
    re.I,
)
_UNKNOWN = Fact(Truth.UNKNOWN, "who did it is not known", "who did it")
_AT_WHOM = Fact(Truth.UNKNOWN, "at whom it was aimed is not said", "at whom it was aimed")


@dataclass(frozen=True)
class Asked:
    """Whom the words ask for: an ``actor`` by name, some ``party``, another side than the bearer (``other``); and
    whether the bearer must have suffered it.
    """

    actor: str | None = None
    party: bool = False
    other: bool = False
    suffered: bool = False

    def fact(self, event: Sequence[Known], bearer: str | None, framework: Framework, names: Names) -> Fact:
        """Whether a happening is of such a doer, for one bearer of the sentence."""
        facts = [self._doer(event, bearer, framework, names), self._target(event[0].root, bearer, names)]
        return min(facts, key=lambda fact: fact.truth)

    def _doer(self, event: Sequence[Known], bearer: str | None, framework: Framework, names: Names) -> Fact:
        parties = [one.id for one in framework.parties]

        def fits(who: str) -> bool:
            if self.actor is not None and not names.same(who, self.actor):
                return False
            if self.party and not any(names.same(who, each) for each in parties):
                return False
            return not ((self.other or self.suffered) and names.same(who, bearer))

        return done_by(event, fits, names) if self != Asked() else YES

    def _target(self, entry: Known, bearer: str | None, names: Names) -> Fact:
        if not self.suffered or bearer is None:
            return YES
        target = entry.report.counterpart
        return _AT_WHOM if target is None else YES if names.same(target, bearer) else NO


def done_by(event: Sequence[Known], fits: Callable[[str], bool], names: Names) -> Fact:
    """Whether the doer of a happening fits: unknown where nobody is named, or where another report names another
    and only one of the two fits.
    """
    actor = event[0].root.report.actor
    if actor is None or names.nobody(actor):
        return _UNKNOWN
    found = any(entry.found for entry in event)
    denials = [] if found else [denial for entry in event for denial in entry.denials if not says_no(denial.act)]
    answers = {fits(who) for who in (actor, *(denial.actor for denial in denials if denial.actor is not None))}
    return _UNKNOWN if len(answers) > 1 else YES if answers.pop() else NO


def asked(one: Obligation) -> Asked:
    """Whom a duty's trigger asks for, or a sentence that suspends."""
    trigger = one.trigger
    act = act_of(trigger.value.event) if trigger else None
    harms = trigger is None or (act is not None and (act_covers("attack", act) or act_covers("incident", act)))
    words = " ".join((trigger.words if trigger else one.object.value.text if one.object else "").split())
    does = _DOES.search(words)
    side = bool(OTHER_SIDE.search(" ".join(one.sentence.exact.split()))) and trigger is not None
    return Asked(
        actor=trigger.value.actor if trigger else None,
        party=does is not None or bool(_BY_SOME.search(words)),
        other=side or bool(does and does["other"]),
        suffered=harms and bool(_SUFFERS.search(words)),
    )


def bearers(obligation: Obligation) -> tuple[str | None, ...]:
    """Who bears it; a passive sentence without a bearer is judged once, for whoever does the act."""
    return obligation.bearer.value if obligation.bearer and obligation.bearer.value else (None,)


def unbound(obligation: Obligation, framework: Framework) -> tuple[str, ...]:
    """The parties whom a sentence that binds parties alone does not bind."""
    bound, parties = bearers(obligation), [party.id for party in framework.parties]
    return tuple(one for one in parties if one not in bound) if set(bound) <= set(parties) else ()
