"""Who must have done, or suffered, what sets a duty off or suspends something, as the sentence itself asks for it.

"If a Party opens fire" asks for a party, "if fire is opened" for nobody: then it counts whoever did it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.model import Framework, Obligation, Party
from parley.text import act_covers
from parley.text import patterns as re

from .acts import act_meant, act_of
from .alleged import alleged
from .bearing import says_no
from .itself import Itself, itself
from .names import Names
from .standing import Known
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
_POINTS_BACK = re.compile(r"(?:the|that|such|this)\s", re.I)
_DOES = re.compile(rf"(?:{_OPENING}|\bby\s+){_PARTY}(?!\s+(?:is|are|was|has\s+been|comes?|suffers?)\b)", re.I)
_BY_SOME = re.compile(r"\bby\s+(?:either|any|one)(?:\s+of\s+them)?\s*(?:\Z|[,.;])", re.I)
OTHER_SIDE = re.compile(
    r"(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bon )(?<!\bat )(?<!\bfrom )(?<!\bagainst )"
    r"\b(?:the|an)\s?(?:other|injured|aggrieved) (?:party|side)\s+(?:may|shall|must|is)\b",
    re.I,
)
"""Who bears it; not in "a Party that detains a vessel of the other Party shall"."""
_SUFFERS = re.compile(
    r"\b(?:on|upon|at|against|to)\s+(?:it\b(?!s)|its\s|them\b|their\s)|"
    r"\b(?:it|its\s+[\w-]+(?:\s+[\w-]+)?|they|their\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:is|are|has\s+been|have\s+been|comes?)\s+"
    r"(?:under\s+)?(?:attack|fire|shell|struck|hit|shot|bomb)\w*",
    re.I,
)
FINDING = re.compile(
    r"\b(?:found|finds?|finding|confirmed|confirms?|recorded|determine[sd]|establish(?:ed|es)|verified|verifies|conclude[sd]?|"
    r"attribute[sd]?|(?:ruled|rules?|decide[sd]?|held|holds?|satisfied)\s+that)\b|\b(?:holds?|held)\s+(?=[^,;]*\b(?:responsible|liable)\b)",
    re.I,
)
"""What a body says of a happening; who finds it did not do it."""
_WHO = rf"(?:{_PARTY}|it\b(?!s)|they\b|(?:the\s+)?(?-i:[A-Z])[\w’'-]+(?:\s+(?:of\s+)?(?-i:[A-Z])[\w’'-]+)*)"
_BLAMES = re.compile(
    rf"(?:{FINDING.pattern})[\s,]*(?:by\s+(?:the\s+)?\w+\s+)?(?:that\s+)?(?:the\s+(?:forces|troops)\s+of\s+)?(?P<who>{_WHO})"
    r"(?:['’]s?\s+\w+)?\s+(?:has|have|had|is|are|was|were|to\b|[a-z]+(?:ed|es)\b|br(?:oke|eaks)|shot|laid|struck|took|did|responsible|guilty|liable|at\s+fault|"
    r"in\s+(?:breach|violation))",
    re.I,
)
_BLAMED_FOR = re.compile(
    r"\b(?:against|attributed\s+to|(?:violations?|breach(?:es)?|incidents?|attacks?)(?:\s+of\s+[\w\s]+?)?(?:\s+committed)?\s+by)"
    rf"\s+(?P<who>{_WHO})",
    re.I,
)
"""Of whom a body finds that it did so: "finds that a Party has violated", "a violation by Orlavia"."""
_GIVEN_BY = re.compile(
    r"\b(?:complaints?|notices?|notifications?|allegations?|protests?|petitions?)\s+(?:(?:lodged|made|given|sent|brought)\s+)?"
    rf"(?:of|by|from)\s+(?P<who>{_WHO})",
    re.I,
)
"""Whose word sets a duty off: "every complaint of a Party", "a notice from Kestria"."""
_THAT_PARTY = re.compile(r"it|they|(?:that|such|the|the\s+same|the\s+said|this)\s+(?:party|side)", re.I)
"""Who bears a duty, where that is who was spoken of in front."""
_ITS = r"\b(?:its|their)\b"
_BY_ITS = re.compile(
    rf"\bby\s+(?:it\b|them\b|itself\b|themselves\b|(?:(?!part(?:y|ies)\b|sides?\b|by\b)[\w-]+\s+){{0,4}}?{_ITS})|"
    rf"\b(?:of|under)\s+(?:its|their)\s+(?:[\w-]+\s+)?(?:obligations?|dut(?:y|ies)|undertakings?|commitments?)\b",
    re.I,
)
_FOR_WHICH_IT = re.compile(
    r"\b(?:(?:attributed|imputed|ascribed)\s+to\s+(?:it|them)|for\s+which\s+(?:it|they)\s+(?:is|are|was|were|has|have))\b",
    re.I,
)
_ITS_DOES = re.compile(
    rf"(?:{_OPENING}|\b(?:that|which|whom)\s+)(?:(?:any|some|one|members|units|elements)\s+(?:of\s+)?)*{_ITS}"
    r"(?!\s+[\w\s-]*?\b(?:(?:is|are|was|were|been|comes?)\s+(?!(?:the\s+)?(?:responsible|involved|at\s+fault)\b)|"
    r"f[io]u?nds?\b|confirm|record|determine|establish|verif|observe|receive|learn|suffer))|"
    rf"{_ITS}(?:\s+[\w-]+){{1,2}}\s+(?:(?:may|might|have|has)\s+)?"
    r"(?:commit|carr[iy]|launch|ma[dk]e|conduct|caus|perpetrat)\w*",
    re.I,
)
"""That the bearer's own do it: "if its forces attack", "for which its troops are responsible"."""
_ITS_THAT = re.compile(
    rf"{_ITS}(?:\s+[\w-]+){{1,4}}?\s+"
    r"(?:(?:who|that|which)\s+(?P<does>[\w-]+(?:\s+[\w-]+)?)|responsible|involved|at\s+fault)",
    re.I,
)
"""Those of the bearer's own who did it: "those of its forces who attack"."""
_THEY_DID = re.compile(
    r"(?:committed|carried|carry|took|take|ordered|did|caused|(?:are|were|is|was|be)\s+(?:responsible|involved|guilty))\b",
    re.I,
)
_ITS_ACT = re.compile(rf"{_ITS}(?:\s+own)?(?:\s+(?:alleged|suspected|possible|any))*\s+(?P<act>[\w-]+)", re.I)
_NOT_BY = re.compile(
    r"\b(?:on|upon|at|against|to|in|into|within|from|over|near|along|across|inside|outside|towards?|through)\s+"
    r"(?:[\w-]+\s+(?:of\s+)?){0,2}(?:its|their)\b",
    re.I,
)
"""What is the bearer's is where it was done, or suffered it."""
_TOLD_BY = re.compile(
    r"\b(?:found|confirmed|recorded|determined|established|verified|observed|reported|notified|received|alleged)\s+by\b"
    r"[^,;]*?\b(?:its?|them|their)\b",
    re.I,
)
"""Who found it or told of it did not do it."""
_INVOLVES = re.compile(
    rf"\b(?:involv|implicat|concern)ing\s+(?:(?:any|some|members|units|elements)\s+(?:of\s+)?)*{_ITS}", re.I
)
"""That the bearer's own took part, on whichever side."""
INCIDENT = re.compile(r"\b(?:incidents?|violat\w+|breach(?:es|ed)?|infring\w+)\b", re.I)
_FORCES = re.compile(
    rf"{_ITS}(?:\s+[\w-]+){{0,2}}?\s+(?:forces|troops|fighters|units?|agents|members|soldiers|personnel|army|armies|"
    r"militias?|police|officers|commanders|combatants|men|sides?|nationals|people|citizens|allies|positions?|vessels|"
    r"aircraft)\b",
    re.I,
)
_UNKNOWN = Fact(Truth.UNKNOWN, "who did it is not known", "who did it")
_WHOSE = Fact(Truth.UNKNOWN, "whether it has to be the bearer's own doing was not read", "who has to have done it")
_INVOLVED = Fact(Truth.UNKNOWN, "whether what it was aimed at was the bearer's own is not said", "what it was aimed at")
_KNEW = Fact(Truth.UNKNOWN, "whether and when the bearer came to know of it is not said", "who knew of it, and when")
_AT_WHOM = Fact(Truth.UNKNOWN, "at whom it was aimed is not said", "at whom it was aimed")


@dataclass(frozen=True)
class Asked:
    """Whom the words ask for: an ``actor`` by name, some ``party``, another side than the bearer (``other``), or the
    bearer (``own``: unknown where it is in doubt what the bearer's in the words did); and whether the bearer must have
    suffered it, or may have (``involved``), or has to have come to know of it (``learnt``) or to have
    reported it (``told_by``).
    """

    actor: str | None = None
    party: bool = False
    other: bool = False
    suffered: bool = False
    own: Truth = Truth.NO
    involved: bool = False
    learnt: bool = False
    told_by: bool = False

    def fact(self, event: Sequence[Known], bearer: str | None, framework: Framework, names: Names) -> Fact:
        """Whether a happening is of such a doer, for one bearer of the sentence."""
        doer, target = self._doer(event, bearer, framework, names), event[0].root.report.counterpart
        if self.involved and doer is NO and names.same(target, bearer):
            return _INVOLVED
        facts = [doer, self._target(event[0].root, bearer, names)]
        if (
            self.learnt
            and bearer is not None
            and not any(names.did(entry.report.claimant, bearer) is YES for entry in event)
        ):
            facts.append(_KNEW)
        if self.told_by and bearer is not None:
            facts.append(YES if any(names.same(entry.report.claimant, bearer) for entry in event) else NO)
        if self.own is Truth.UNKNOWN and bearer is not None:
            facts.append(_WHOSE)
        return min(facts, key=lambda fact: fact.truth)

    def _doer(self, event: Sequence[Known], bearer: str | None, framework: Framework, names: Names) -> Fact:
        parties = [one.id for one in framework.parties]

        def fits(who: str) -> bool:
            if self.actor is not None and not names.same(who, self.actor):
                return False
            if self.party and not any(names.same(who, each) for each in parties):
                return False
            if self.own is Truth.YES and bearer is not None and not names.same(who, bearer):
                return False
            return not ((self.other or self.suffered) and names.same(who, bearer))

        report = event[0].root.report
        if report.actor is None and report.claimant is not None and act_of(report.act or "") == "notify":
            return YES if self == Asked() or fits(report.claimant) else NO  # who tells of its own notice gave it
        return done_by(event, fits, names) if self != Asked() else YES

    def _target(self, entry: Known, bearer: str | None, names: Names) -> Fact:
        if not self.suffered or bearer is None:
            return YES
        target = entry.report.counterpart
        return _AT_WHOM if target is None else YES if names.same(target, bearer) else NO


def done_by(event: Sequence[Known], fits: Callable[[str], bool], names: Names) -> Fact:
    """Whether the doer of a happening, or one of several, fits: unknown where nobody is named, or where another
    report names another and only one of the two fits.
    """
    doers = names.doers(event[0].root.report.actor)
    if not doers.names:
        return NO if doers.among and not any(map(fits, doers.among)) else _UNKNOWN
    found = any(entry.found for entry in event)
    denials = [] if found else [denial for entry in event for denial in entry.denials if not says_no(denial.act)]
    answers = {any(map(fits, doers.names)), *(fits(denial.actor) for denial in denials if denial.actor is not None)}
    left_open = doers.open and True not in answers
    return _UNKNOWN if len(answers) > 1 or left_open else YES if answers.pop() else NO


def asked(one: Obligation, framework: Framework) -> Asked:
    """Whom a duty's trigger asks for, or a sentence that suspends."""
    trigger = one.trigger
    act = act_meant(trigger.value.event) if trigger else None
    harms = trigger is None or _harms(act)
    words = " ".join((trigger.words if trigger else one.object.value.text if one.object else "").split())
    words = f"{told_in_front(one)} {words}".strip()
    reported = alleged(one)
    if reported is not None:
        return Asked(told_by=reported.bearer)
    does = _DOES.search(words)
    side = bool(OTHER_SIDE.search(" ".join(one.sentence.exact.split()))) and trigger is not None
    of_bearer = itself(one)
    actor = trigger.value.actor if trigger else None
    learnt = of_bearer is Itself.LEARNT
    suffered = of_bearer is Itself.SUFFERED or bool(_SUFFERS.search(words))
    if FINDING.search(words) and actor not in [party.id for party in framework.parties]:
        actor = None
    own = Truth.NO if does or actor or suffered else _is_own(words, act, harms)
    of_whom = blamed(words, framework)
    giver = _named(_GIVEN_BY, words, framework)
    if isinstance(of_whom, str):
        actor, own = of_whom, Truth.NO
    elif isinstance(giver, str):
        actor = giver
    if of_bearer is Itself.DID or (of_whom is True and _is_who_was_blamed(one, words, framework)):
        own = Truth.YES
    elif of_bearer is Itself.UNREAD or (of_bearer is Itself.SUFFERED and not harms and act != "notify"):
        own = max(own, Truth.UNKNOWN)
    if own is Truth.NO and trigger is not None and one.object is not None:
        what = " ".join(one.object.value.text.split())
        own = Truth.YES if _those_who(what, act) or _own_breach(what) else Truth.NO
    return Asked(
        actor=actor,
        party=(does is not None and not learnt) or giver is not False or bool(_BY_SOME.search(words)),
        other=side or bool(does and does["other"]) or giver is OTHER,
        suffered=harms and suffered,
        own=own,
        involved=_INVOLVES.search(words) is not None,
        learnt=learnt,
    )


def blamed(words: str, framework: Framework) -> str | bool:
    """Of whom a body has to have found it: a party by its id, or (``True``) any party or the bearer; else ``False``."""
    if FINDING.search(words) is None:
        return False
    of_whom = _named(_BLAMES, words, framework) or _named(_BLAMED_FOR, words, framework)
    return False if of_whom is OTHER else of_whom


class Other(enum.Enum):
    """That the words speak of another party."""

    PARTY = "the other party"


OTHER = Other.PARTY


def _named(pattern: re.Pattern[str], words: str, framework: Framework) -> str | bool | Other:
    """The party that stands there: by its id, as any party or the bearer (``True``), or as another; else ``False``."""
    for found in pattern.finditer(words):
        who = found["who"]
        if re.fullmatch(rf"{_PARTY}|it|they", who, re.I):
            return OTHER if found["other"] else True
        told = re.findall(r"[A-Z]\w+", who)
        named = [each.id for each in framework.parties if any(is_called(each, word) for word in told)]
        if len(named) == 1:
            return named[0]
    return False


def _is_who_was_blamed(one: Obligation, words: str, framework: Framework) -> bool:
    """Whether the bearer is that party: "that Party", the bearer itself in "a finding that it violated"."""
    if not any(party.id in bearers(one) for party in framework.parties):
        return False
    bearer = " ".join(one.bearer.words.split()) if one.bearer else ""
    by_itself = re.search(r"\b(?:that|to|against|by)\s+(?:it|they|them)\b", words, re.I)
    return by_itself is not None or _THAT_PARTY.fullmatch(bearer) is not None


def is_called(party: Party, word: str) -> bool:
    """Whether a word is a party's id, or of one stem with its name ("Orlavia" of the Orlavian Union)."""
    stem = word.casefold().rstrip("aeiou")
    return word == party.id or any(len(stem) > 3 and each.casefold().startswith(stem) for each in party.name.split())


def told_in_front(one: Obligation) -> str:
    """The case in front at which a trigger points back: "If the Commission finds a breach, ... within 5 days of the
    finding".
    """
    trigger, bearer = one.trigger, one.bearer
    if trigger is None or bearer is None or not _POINTS_BACK.match(trigger.words):
        return ""
    front = " ".join(one.sentence.exact[: max(0, bearer.spans[0].start - one.sentence.start)].split())
    return front if re.match(_OPENING, front, re.I) else ""


def _is_own(words: str, act: str | None, harms: bool) -> Truth:
    """Whether what sets a duty off is the bearer's own doing: "an attack by its forces", "if its troops open fire"."""
    words = _TOLD_BY.sub(" ", words)
    if _INVOLVES.search(words) or _BY_ITS.search(words) or _ITS_DOES.search(words) or _those_who(words, act):
        return Truth.YES
    named = _ITS_ACT.search(words)
    if named and (INCIDENT.fullmatch(named["act"]) or _harms(act_meant(named["act"]))):
        return Truth.YES
    left = _NOT_BY.sub(" ", words)
    in_doubt = (harms and re.search(_ITS, left, re.I)) or _FORCES.search(left)
    return Truth.UNKNOWN if in_doubt else Truth.NO


def _own_breach(words: str) -> bool:
    """Whether the words name what the bearer's own broke: "remedy a Confirmed Violation by its forces"."""
    named = _ITS_ACT.search(words)
    its = _BY_ITS.search(words) or _FOR_WHICH_IT.search(words) or (named and INCIDENT.fullmatch(named["act"]))
    return its is not None and INCIDENT.search(words) is not None


def _harms(act: str | None) -> bool:
    return act is not None and (act_covers("attack", act) or act_covers("incident", act))


def _those_who(words: str, act: str | None) -> bool:
    """Whether the words name those of the bearer's own who did it."""
    found = _ITS_THAT.search(words)
    if found is None or found["does"] is None:
        return found is not None
    return _THEY_DID.match(found["does"]) is not None or (
        act is not None and act_meant(found["does"].split()[0]) == act
    )


def bearers(obligation: Obligation) -> tuple[str | None, ...]:
    """Who bears it; a passive sentence without a bearer is judged once, for whoever does the act."""
    return obligation.bearer.value if obligation.bearer and obligation.bearer.value else (None,)


def unbound(obligation: Obligation, framework: Framework) -> tuple[str, ...]:
    """The parties whom a sentence that binds parties alone does not bind."""
    bound, parties = bearers(obligation), [party.id for party in framework.parties]
    return tuple(one for one in parties if one not in bound) if set(bound) <= set(parties) else ()
