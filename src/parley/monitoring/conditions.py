"""What has to be so of what sets a duty off: "any shelling in which a person is killed", "any shelling of a hospital".

A condition of which nobody says whether it was met leaves it open whether anything is owed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from parley.model import Framework, Obligation, Slot, Thing
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_in

from .articles import articles_named
from .kinds import are_of, is_weapon, kinds_of
from .matching import Doing
from .names import Names
from .objects import stems
from .occasions import Occasion
from .standing import Known
from .targets import target_of
from .truth import NO, YES, Fact, Truth
from .windows import Bounds

_KILLS = re.compile(
    r"\b(?:kill\w*|die[ds]?|dying|dead|deadly|deaths?|fatal\w*|lethal|loss\s+of\s+(?:\w+\s+)?li(?:fe|ves))\b", re.I
)
_HURTS = re.compile(r"\b(?:wound\w*|injur\w*|hurt\w*|casualt\w*|victims?|harm\w*)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:no\s*(?:body|one)|none|no|without|zero)\s+(?:\w+\s+){0,3}?"
    r"(?:kill\w*|hurt|harm\w*|dead|died|deaths?|fatalit\w+|casualt\w+|victims?|wound\w*|injur\w*)\b|\bunhurt\b|\bunharmed\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:may|might|perhaps|possibly|reportedly|allegedly|unconfirmed|not|never|rumou?red)\b|\?", re.I
)
_CLAUSE = re.compile(
    r"\b(?:in|by|through|from|during)\s+which\b|\bwhere(?:by|in)?\b|\b(?:that|which)\s+(?!(?:has|have|had|was|were|is|are)\s+(?:been\s+)?"
    r"(?:report|alleg|notif|found|commit|occur|happen|tak))|\b(?:caus|kill|wound|injur|damag|destroy|involv|affect|hitt|result|lead)ing\b|\bwith\b",
    re.I,
)
"""What opens the words for what came of it, or for with what it was done."""
_GRAVE = re.compile(r"\b(?:serious|grave|major|significant|large-scale|heavy|severe|massive)\b", re.I)
_AIMED = re.compile(r"\s+(?:(?:by|from)\s+.+?\s+)?(?:of|on|upon|at|against)\s+(?P<what>.+)", re.I | re.S)
_ENDS = re.compile(
    r"\s+(?:in|within|inside|near|from|by|across|along|during|after|before|between|under|to)\s|[,;(]", re.I
)
_OF_TEXT = re.compile(
    r"\b(?:agreement|protocol|memorandum|truce|cease-?fire|articles?|points?|text|provisions?|this|that|such)\b", re.I
)
_WHOSE = re.compile(r"\b(?:its|their|it|them|they|part(?:y|ies)|sides?|forces?|responsib\w+)\b", re.I)
"""In a clause that tells whose it was, which is asked of each bearer: see :mod:`.doers`."""
_ITS = re.compile(r"(?:its|their|it|them)\b", re.I)
Condition = Callable[[Known], Fact]


def with_conditions(found: Sequence[Occasion], one: Obligation, framework: Framework, names: Names) -> list[Occasion]:
    """The occasions that meet, or may meet, what the sentence says of what sets its duty off."""
    asked = list(_conditions(one, framework, names))
    kept = []
    for each in found:
        facts = [max((fact(row) for row in each.entries), key=lambda said: said.truth) for fact in asked]
        if NO not in facts:
            doubts = tuple(fact for fact in facts if fact.truth is Truth.UNKNOWN)
            kept.append(replace(each, doubts=(*each.doubts, *doubts)) if doubts else each)
    return kept


def _conditions(one: Obligation, framework: Framework, names: Names) -> list[Condition]:
    trigger = one.trigger
    if trigger is None or trigger.value.kind.casefold() not in (
        "after",
        "upon",
        "of",
        "each",
        "every",
        "following",
        "within",
    ):
        return []
    words = " ".join(trigger.words.split())
    named = acts_in(words)
    if not named and not re.search(r"\bincident|\bviolation|\bbreach", words, re.I):
        return []
    asked: list[Condition] = []
    clause = _CLAUSE.search(words)
    front = words[: clause.start()] if clause else words
    if clause is not None and (came := words[clause.start() :]):
        of_whose = _WHOSE.search(came) and not (_KILLS.search(came) or _HURTS.search(came))
        asked += [] if of_whose else [_came_of_it(came)]
    if _KILLS.search(front) and not any(act_covers("kill", act) for act, _, _ in acts_in(front)):
        asked.append(_harm(front))
    elif (grave := _GRAVE.search(front)) is not None:
        asked.append(_said(grave[0]))
    if not articles_named(words, framework):
        asked += _aimed_at(front, one, framework, names)
    return asked


def _came_of_it(clause: str) -> Condition:
    """What a clause behind the happening asks for."""
    if _KILLS.search(clause) or _HURTS.search(clause):
        return _harm(clause)
    by = re.match(r"with\s+(?P<what>.+)", clause, re.I)
    if by is not None and is_weapon(by["what"]):
        return _armed(by["what"])
    return _said(clause)


def _said(words: str) -> Condition:
    unsaid = Fact(Truth.UNKNOWN, f"whether it was '{words}' is not said", f"whether it was '{words}'")
    return lambda _: unsaid


def _armed(weapon: str) -> Condition:
    """With what it was done, as the words for the act or the thing tell."""
    unsaid = Fact(Truth.UNKNOWN, "with what it was done is not said", "with what it was done")

    def fact(entry: Known) -> Fact:
        told = f"{entry.report.act_said or ''} {entry.report.object or ''}"
        if stems(weapon) <= stems(told) or are_of(kinds_of(told), kinds_of(weapon)):
            return YES
        return NO if is_weapon(entry.report.object or "") else unsaid

    return fact


def _harm(clause: str) -> Condition:
    """Whether anybody was killed, or hurt, by it: what the reports of it say, or deny, also in their notes."""
    dead = _KILLS.search(clause) is not None and _HURTS.search(clause) is None
    what = "killed" if dead else "hurt"
    asked = kinds_of(clause) & {"civilian", "child", "woman", "soldier", "police", "observer"}
    unsaid = Fact(Truth.UNKNOWN, f"whether anybody was {what} is not said", f"whether anybody was {what}")

    def fact(entry: Known) -> Fact:
        told = [entry.report, *entry.found]
        said = filter(None, (each for one in told for each in (one.act_said, one.object, one.note)))
        clauses = [clause for each in said for clause in re.split(r"[.;\n]", each)]
        if any(map(_NOBODY.search, clauses)):
            return NO
        of_it = [one for one in clauses if _KILLS.search(one) or (not dead and _HURTS.search(one))]
        sure = [one for one in of_it if not _UNSURE.search(one) and (not asked or are_of(kinds_of(one), asked))]
        return YES if sure else unsaid

    return fact


def _aimed_at(front: str, one: Obligation, framework: Framework, names: Names) -> list[Condition]:
    """The thing at which what happened has to have been aimed: "any shelling of a hospital"."""
    named = [(act, last) for act, _, last in acts_in(front) if act_covers("attack", act)]
    behind = _AIMED.match(front[named[0][1] :]) if named else None
    if behind is None or one.trigger is None:
        return []
    what = _ENDS.split(behind["what"])[0].strip(" .")
    if not what or _ITS.match(what) or _OF_TEXT.search(what):
        return []
    spans = one.trigger.spans
    verb = Slot[str](words=named[0][0], value=named[0][0], spans=spans)
    asked = one.replace(act=verb, object=Slot[Thing](words=what, value=Thing(text=what), spans=spans), counterpart=None)
    target = target_of(asked, names)
    if target is None or target.thing is None or target.stands_for_all:
        return []
    return [Doing(asked, named[0][0], None, Bounds(), None, framework, names).target_fact]
