"""What is not told to an audience that learns places by cells alone: names of places, long words, files and rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from parley.model import Audience, Effort, Report
from parley.text import patterns as re
from parley.text.acts import word_alone

from ..acts import act_of
from ..names import fold

PLACE = "a place that is not told here"
_HIDDEN = {"said": "words that are not told here", "place": PLACE, "file": "a row that is not told here"}


_WHERE = re.compile(
    r"\s(?:at|in|inside|near|on|outside|towards?|around|along|behind|opposite|off|beside|(?:north|south|east|west)\s+of)\s+(?P<place>\S.*)"
)
"""Where a thing is, in the words for it: "tanks at Velm"."""


def may_name_a_place(act: str) -> bool:
    """Whether a report's act is several words of which no lexicon makes an act: one of them may be a place."""
    return " " in act.strip() and act_of(act) is None


def told_as_it_is(audience: Audience, origin: str) -> bool:
    """Whether the audience is told exactly what lies in this file: the mediator and the team, and a party its own.

    Not by its label: what was released to somebody carries the label of whom it was released to.
    """
    own = f"caucus/{audience.party}/" if audience.party else None
    return audience in ("mediator", "team") or (own is not None and origin.startswith(own))


def withheld(
    audience: Audience,
    reports: Iterable[Report],
    known: Collection[str] = (),
    effort: Iterable[Effort] = (),
    files: Iterable[str] = (),
) -> re.Pattern[str] | None:
    """What finds in a sentence all that is not told: names of places but those ``known``, which the text and its map
    show; what a report calls an act at some length, and an act that no lexicon has, for these may name a place; and
    files, with their rows. ``None`` where there is nothing.
    """
    shown = {fold(name) for name in known}
    reports = [one for one in reports if not told_as_it_is(audience, one.origin)]
    effort = [one for one in effort if not told_as_it_is(audience, one.origin)]
    several = [each for one in reports for each in one.place.candidates]
    names = {one.place.name for one in reports} | {name for one in several for name in (one.name, one.told_apart)}
    names |= {one.place for one in effort}
    names |= {found["place"] for one in reports if one.object and (found := _WHERE.search(one.object))}
    said = {one.worded for one in reports if one.worded and word_alone(one.worded) is None}
    said |= {one.act for one in reports if one.act and may_name_a_place(one.act)}
    said |= {act for one in effort for act in one.acts if act_of(act) is None}
    paths = {path for path in files if not told_as_it_is(audience, path)}
    return named(said, {name for name in names if name and fold(name) not in shown}, paths)


def named(said: Collection[str], places: Collection[str], files: Collection[str] = ()) -> re.Pattern[str] | None:
    """What finds such phrases, such places and such files in a sentence."""
    kinds = []
    for kind, words in {"said": said, "place": places, "file": files}.items():
        if words:
            either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
            where = rf"(?:row [\d,]+ of )?(?:{either})(?:, row [\d,]+)?"
            kinds.append(f"(?P<{kind}>{where if kind == 'file' else either})")
    return re.compile(rf"(?:\bthe (?:place|act) )?'?(?<!\w)(?:{'|'.join(kinds)})(?!\w)'?") if kinds else None


def without(words: str, pattern: re.Pattern[str] | None) -> str:
    """The words with what is withheld told as withheld."""
    if pattern is None:
        return words
    told = pattern.sub(lambda found: _HIDDEN[found.lastgroup or ""], words)
    return told if told == words else told[:1].upper() + told[1:] if words[:1] != told[:1] else told
