"""At what an attack must not be aimed, and whose that is: "ports of the other Party", "Melk's villages", "each other".

Whose it was a report tells by its counterpart, and what it was by its thing; both have to be what the sentence means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.model import Obligation
from parley.text import patterns as re
from parley.text.acts import act_entails

from .kinds import are_of, kinds_named, kinds_of, may_be_of
from .names import Names
from .objects import stems
from .truth import NO, YES, Fact, Truth

_PARTY = r"(?:part(?:y|ies)|sides?|states?|clans?|tribes?|governments?|countr(?:y|ies)|nations?|camps?|factions?)"
_OTHER = (
    r"(?:the\s+others?|each\s+other|one\s+another|(?:(?:the|any|an)\s*)?other\s+(?:(?:high\s+)?contracting\s+)?{party}|"
    r"the\s+(?:opposing|opposite|adverse)\s+{party}|(?:(?:any|either|each|both|all|the)\s+)(?:of\s+the\s+)?{party})"
)
"""Those at whom one attacks: whoever is a party, and not oneself."""
_HAVE = r"(?:of|(?:belonging|loyal)\s+to|(?:owned|held|controlled)\s+by|under\s+the\s+(?:control|authority|flag)\s+of)"
_FORCES = (
    r"(?:forces?|troops?|units?|soldiers?|fighters?|combatants?|army|armies|positions?|posts?|lines?|territor(?:y|ies))"
)
_THEIRS = re.compile(
    rf"(?:(?:the|any|all|armed|military|regular|security|ground|naval|air|defensive|fighting|combat|front)\s+)*{_FORCES}",
    re.I,
)
"""What stands for a side as a whole: what is aimed at it is aimed at these."""
_POPULATION = re.compile(r"(?:the\s+)?(?:civilian\s+)?(?:population|people|inhabitants|citizens|nationals)", re.I)
"""What beside the forces leaves out nobody of a side."""
_ITEMS = re.compile(r"\s*,\s*(?:(?:and|or|nor)\s+)?|\s+(?:and|or|nor)\s+", re.I)
_IN_WAR = ("force", "soldier", "weapon", "position", "fortification", "warship")
"""Kinds of thing that may be what a side fights with, or from."""
_WHATEVER = re.compile(
    r"(?:(?:any|all|every|each|a|an|the|no)\s+)*(?:(?:other|kind|sort|type)s?\s+(?:of\s+)?)?"
    r"(?:targets?|objects?|objectives?|things?|sites?|places?|points?|locations?)(?:\s+(?:what(?:so)?ever|at\s+all))?|"
    r"any(?:thing|one|body)(?:\s+(?:what(?:so)?ever|at\s+all))?|everything|everyone|everybody",
    re.I,
)
"""What leaves out nothing: whatever was hit, it was aimed at this."""
_AT = re.compile(r"\b(?:at|on|upon|against)\Z", re.I)
_AT_WHOM = "at whom it was aimed"


_NAME = re.compile(r"(?:the\s+)?(?P<name>(?:[A-Z][\w-]*\s+)+|[\w-]+['’]s?\s+)(?=[a-z])")
"""Which one it was, or whose: "Kolda | port", "miller's | house"."""
_NO_NAME = re.compile(
    r"\b(?:former|ex|mock|dummy|fake|decoy|simulated|false|empty|near|no|own|possible|some|future|old|\w+(?:ed|ing|ly|al|ble))\b",
    re.I,
)


@dataclass(frozen=True)
class Target:
    """What is not to be attacked: a kind of ``thing`` or, without one, all that is theirs; ``whose``, by name, or
    ``others``: the other side's. Without either it is the thing, whoever's it is.
    """

    words: str
    thing: str | None = None
    whose: str | None = None
    others: bool = False
    at: bool = False
    """Whether it surely is what was aimed at, and no weapon: it is somebody's, or the verb says so ("fire at")."""

    @property
    def stands_for_all(self) -> bool:
        """Whether the thing stands for a side as a whole ("the forces or positions of the other Party")."""
        return self.thing is None or any(map(_THEIRS.fullmatch, _ITEMS.split(self.thing)))

    def owner(self, other: str | None, bearer: str | None, names: Names) -> Fact:
        """Whether ``other``, at whom a report says that it was aimed, is whose the sentence means."""
        if self.whose is None and not self.others:
            return YES
        if other is None:
            return Fact(Truth.UNKNOWN, f"{_AT_WHOM} is not said", _AT_WHOM)
        if bearer is not None and names.same(other, bearer):
            return NO
        known, is_party = names.knows(other), names.key(other) in names.parties
        if self.others:
            return self._unsaid if known and not is_party else YES
        did = names.did(other, self.whose or "")
        return did if did is YES or known or is_party else self._unsaid

    def taken(self, told: str | None, other: str | None, bearer: str | None, names: Names) -> Fact:
        """The same of what is not attacked but stopped, searched or taken; whose it is may stand in its words, too
        ("Meridian Cross car"). Of the other side's it is taken as said unless somebody else is named.
        """
        if self.others and other is None:
            return YES
        if self.whose is not None and stems(self.whose) <= stems(told or ""):
            return YES
        fact = self.owner(other, bearer, names)
        return Fact(fact.truth, "whose it was is not said", "whose it was") if fact.truth is Truth.UNKNOWN else fact

    def hit(self, told: str | None, other: str | None, is_it: Callable[[str | None], Truth]) -> Fact:
        """Whether what a report tells of (its thing, or its counterpart) is what the sentence means."""
        if self.thing is None:
            return YES
        facts = [is_it(_without_its_name(one)) for one in (told, other)]
        if Truth.YES in facts:
            return YES
        if self.stands_for_all and (self.others or self.whose):
            if any(map(_POPULATION.fullmatch, _ITEMS.split(self.thing))):
                return YES
            kinds = kinds_named(told or "")
            return YES if not kinds or may_be_of(kinds, _IN_WAR) else self._unsaid
        if facts[0] is Truth.NO and are_of(kinds_of(told or ""), kinds_of(self.thing)):
            return NO  # a warship is no merchant ship, though both are ships
        return self._unsaid

    @property
    def _unsaid(self) -> Fact:
        return Fact(Truth.UNKNOWN, f"whether it was aimed at {self.words} is not said", "at what it was aimed")


def _without_its_name(thing: str | None) -> str | None:
    """The words for a thing without the name of a place or of somebody in front of them."""
    named = _NAME.match(thing or "")
    return thing if thing is None or named is None or _NO_NAME.search(named["name"]) else thing[named.end() :]


def target_of(one: Obligation, names: Names) -> Target | None:
    """At what the sentence forbids, or demands, to aim; ``None`` where it names nothing."""
    if one.object is None:
        return None
    words = " ".join(one.object.value.text.split())
    if _WHATEVER.fullmatch(words):
        return None
    if words.endswith(" belonging") and one.counterpart is not None:
        words = f"{words} to {re.sub(r'^to ', '', ' '.join(one.counterpart.words.split()))}"
    others = re.compile(_OTHER.format(party=_party_word(one)), re.I)
    if others.fullmatch(words):
        return Target(words, others=True, at=True)
    if _is_known(words, names):
        return Target(words, whose=words, at=True)
    behind = re.fullmatch(rf"(?P<thing>.+?)\s+{_HAVE}\s+(?P<whose>.+)", words, re.I)
    front = re.fullmatch(r"(?P<whose>.+?)['’]s?\s+(?P<thing>.+)", words)
    for found in (behind, front):
        if found is not None and others.fullmatch(found["whose"]):
            return Target(words, found["thing"], others=True, at=True)
        if found is not None and _is_known(found["whose"], names):
            return Target(words, found["thing"], whose=found["whose"], at=True)
    act = one.act
    at = act is not None and _AT.search(" ".join(act.words.split())) is not None
    harms = act is not None and act_entails(act.value, "attack")  # who moves troops aims at none
    return Target(words, words, others=harms and all(map(_THEIRS.fullmatch, _ITEMS.split(words))), at=at)


def _party_word(one: Obligation) -> str:
    """The words for a party, with the sentence's own ("neither Camp shall attack the other Camp")."""
    bearer = one.bearer.words.split() if one.bearer else []
    return f"(?:{_PARTY}|{re.escape(bearer[-1])})" if bearer else _PARTY


def _is_known(name: str, names: Names) -> bool:
    return names.knows(name) or names.key(name) in names.parties
