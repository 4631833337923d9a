"""Where and when of the day what sets a duty off has to have happened: "every shelling in the Buffer Zone", "firing in
the City between 08:00 and 14:00", "any shot at night".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from parley.model import Framework, Obligation, Relation, Slot, Where
from parley.text import distances
from parley.text import patterns as re

from .hours import between
from .names import Names, fold
from .notyet import NotYet
from .occasions import Occasion
from .places import PlaceRule, Places
from .standing import Known
from .truth import YES, Fact, Truth, unsaid

_IN = r"\b(?:in|inside|within|into|at|on|over|through|across|along|near)\s+(?:(?:any|some)\s+part\s+of\s+)?(?:the\s+)?"
_OF = re.compile(r"\s+(?:of|from|off)\s+(?:the\s+)?", re.I)
_NEARER = re.compile(r"\b(?:within|less\s+than|closer\s+than|nearer\s+than|up\s+to|under)\s+\Z", re.I)
_SOME_PLACE = re.compile(r"\b(?:in|inside|at)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})")
_HOUR = r"(\d{1,2})[:.](\d{2})"
_HOURS = re.compile(
    rf"\b(?:between|from)\s+{_HOUR}(?:\s*hours)?\s+(?:and|to|until|till)\s+{_HOUR}(?!\s*[ap]\.?m)", re.I
)
_LIGHT = re.compile(
    r"\b(?:(?:at|by|during\s+the)\s+night|after\s+dark|(?:between|from)\s+(?:dusk|sunset)\b[^,;]*)", re.I
)
Condition = Callable[[Known], Fact]


def there(
    found: Sequence[Occasion],
    obligation: Obligation,
    places: Places,
    framework: Framework,
    names: Names,
    zone: dt.tzinfo,
) -> list[Occasion] | NotYet:
    """The occasions that surely or perhaps were there, and then, or why nobody can tell; all, where neither is asked.

    The place is of what sets the duty off where it stands right behind it, or in its words; else it is where the duty
    is done.
    """
    asked: list[Condition] = []
    if is_of_the_event(obligation) and obligation.place is not None:
        rule = places.rule(obligation.place, None, None)
        if isinstance(rule, NotYet):
            return rule
        asked.append(rule.fact)
    asked += _conditions(obligation, places, framework, names, zone)
    kept = []
    for one in found:
        facts = [max((fact(entry) for entry in one.entries), key=lambda each: each.truth) for fact in asked]
        if all(each.truth is not Truth.NO for each in facts):
            doubts = tuple(each for each in facts if each.truth is Truth.UNKNOWN)
            kept.append(replace(one, doubts=(*one.doubts, *doubts)) if doubts else one)
    return kept


def is_of_the_event(obligation: Obligation) -> bool:
    """Whether the place of a sentence is that of what sets its duty off."""
    trigger, thing, place = obligation.trigger, obligation.object, obligation.place
    if place is None or thing is None or not place.spans:
        return False
    if trigger is None:  # "the place of every shelling in the Zone"
        return bool(thing.spans) and place.spans[0].start - thing.spans[-1].end in (0, 1)
    if not trigger.spans:
        return False
    return thing.words == trigger.words and place.spans[0].start - trigger.spans[-1].end in (0, 1)


def says_where_or_when(one: Obligation, framework: Framework) -> bool:
    """Whether the words for what sets a duty off say where, or at what hours, it has to have been."""
    words = " ".join(one.trigger.words.split()) if one.trigger is not None else ""
    terms = (each.term for each in framework.definitions if each.annex)
    return bool(_HOURS.search(words) or _LIGHT.search(words) or any(term in words for term in terms))


def _conditions(
    one: Obligation, places: Places, framework: Framework, names: Names, zone: dt.tzinfo
) -> Iterator[Condition]:
    """What the words for what sets a duty off say of where and when it was."""
    if one.trigger is None:
        return
    words = " ".join(one.trigger.words.split())
    rule = _drawn(words, places, framework)
    if rule is not None:
        yield rule.fact
    elif (named := _SOME_PLACE.search(words)) is not None and not _is_known(named["name"], framework, names):
        yield lambda entry: _at_name(named["name"], entry)
    if (hours := _HOURS.search(words)) is not None:
        first, last, other, end = map(int, hours.groups())
        if max(first, other) < 24 and max(last, end) < 60:
            held = between((dt.time(first, last), dt.time(other, end)), zone)
            yield lambda entry: held.fact(entry.span)
    elif (light := _LIGHT.search(words)) is not None:
        yield lambda _: unsaid(light[0])


def _drawn(words: str, places: Places, framework: Framework) -> PlaceRule | None:
    """The rule of a place that is drawn, and that the words name as where it was, or how far from it."""
    known = {one.term for one in framework.definitions if one.annex} | {one.name for one in places.shapes}
    for name in sorted(known, key=len, reverse=True):
        place = _where(words, name)
        rule = None if place is None else places.rule(Slot[Where](words=words, value=place, spans=()), None, None)
        if isinstance(rule, PlaceRule):
            return rule
    return None


def _where(words: str, name: str) -> Where | None:
    called = re.compile(rf"{re.escape(name)}(?!\w)", re.I)
    for start, end, distance in distances(words):
        of = _OF.match(words, end)
        if of is not None and _NEARER.search(words[:start]) and called.match(words, of.end()):
            return Where(relation=Relation.WITHIN_DISTANCE, of=(name,), distance=distance)
    if re.search(_IN + called.pattern, words, re.I):
        return Where(relation=Relation.IN, of=(name,))
    return None


def _is_known(name: str, framework: Framework, names: Names) -> bool:
    """Whether a name is somebody's, or a word of the text's own, and no place of which nothing is drawn."""
    terms = {fold(one.term) for one in framework.definitions}
    return names.knows(name) or fold(name) in terms or re.match(r"(?:Article|Annex|Point|Section|D-)", name) is not None


def _at_name(name: str, entry: Known) -> Fact:
    told = entry.report.place.name
    if told is not None and fold(name) in fold(told):
        return YES
    return Fact(Truth.UNKNOWN, f"whether that was in {name} is not said", f"whether it was in {name}")
