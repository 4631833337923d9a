"""Meetings: who sits at the table, where, when, on what, and whether it was, will be or may be.

A paper speaks of one meeting many times ("a meeting in Ostra", "the meeting", "next week's talks").
Each time is a mention (``meeting_mentions``); here mentions become one meeting where nothing
contradicts it. Whom a meeting only concerns ("the fighting between X and Y") doesn't sit at it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from parley.model import (
    Document,
    EventStatus,
    Interval,
    Meeting,
    Ref,
    first_instant,
    last_instant,
)

from ..events.setting import Setting, unique
from ..speakers.countries import country_named
from .mention import Mention
from .mentions import mentions

_RECENT = 100
"""So many meetings back a mention can mean one: in a text that tells of thousands, who says "the meeting" means none
of the first."""
_SAME_PLACE = frozenset({"the same city", "the same place", "the same town", "the same venue", "the same capital"})


def find_meetings(setting: Setting) -> tuple[Meeting, ...]:
    """The meetings of a document, in the order of their first mention.

    ``window`` is the narrowest interval that all mentions allow; ``convenor``, ``level`` and
    ``delegates`` are empty where the text doesn't say. A plan whose day has passed by the time of
    writing stays a plan: only the text can say that it was held. A meeting of which the text tells
    neither who, where nor when ("after that meeting") is none that could be listed.
    """
    groups: list[Mention] = []
    waiting: list[Mention] = []
    for mention in mentions(setting):
        known = None if mention.another else _same_meeting(mention, groups)
        if known is not None:
            _merge(mention, known)
        elif mention.only_known:
            continue
        elif mention.names_delegates:
            waiting.append(mention)  # "X will lead the delegation to talks": the meeting comes after
        else:
            _as_before(mention, groups)
            groups.append(mention)
    for mention in waiting:
        if (known := _same_meeting(mention, groups)) is not None:
            _merge(mention, known)
    told = [group for group in groups if group.parties or group.venue or group.window]
    told = [group for group in told if group.venue or group.window or not (group.again and _is_wish(group))]
    return tuple(_meeting(group, setting.document, number) for number, group in enumerate(told, 1))


def _as_before(mention: Mention, groups: Sequence[Mention]) -> None:
    """ "They will meet again", "the two leaders", "there": who and where the meeting told before was."""
    if mention.again and groups and not mention.parties:
        mention.parties = list(groups[-1].parties)
    elif mention.of_known and not mention.parties:
        pairs = [group.parties for group in groups if len(group.parties) == 2]
        mention.parties = list(pairs[-1]) if pairs else []
    same = mention.venue is not None and mention.venue.casefold() in _SAME_PLACE
    if (same or (mention.there and mention.venue is None)) and groups:
        mention.venue = groups[-1].venue


def _is_wish(group: Mention) -> bool:
    """ "I hope we meet again": neither where nor when."""
    return group.status is EventStatus.HYPOTHETICAL and not group.silent


def _same_meeting(mention: Mention, groups: Sequence[Mention]) -> Mention | None:
    """The meeting last spoken of that this mention can mean."""
    if mention.only_known and mention.delegates:  # "in Varn she discussed ..."
        ours = _names(mention.delegates)
        groups = [each for each in groups if each.venue and ours & _names(each.delegates)]
    elif mention.only_known:
        groups = groups[-1:]
    return next((group for group in reversed(groups[-_RECENT:]) if _compatible(mention, group)), None)


def _compatible(mention: Mention, group: Mention) -> bool:
    held = EventStatus.HAPPENED
    quiet = mention.silent or group.silent
    ours, theirs = _names(mention.parties), _names(group.parties)
    if mention.held and not ours and not mention.venue and not mention.window:
        return group.status in (EventStatus.PLANNED, held)  # told as planned, and then as held
    if mention.unnamed != group.unnamed and not mention.definite and len(ours | theirs) == 1:
        return False  # "a meeting with the Ukrainians"; "they will meet the crown prince"
    if not quiet and (mention.status is held) != (group.status is held):
        return False
    if not quiet and EventStatus.DENIED in (mention.status, group.status) and not mention.definite:
        return mention.status is group.status
    if mention.window and group.window and not mention.moved and not mention.window.overlaps(group.window):
        return False
    if mention.venue and group.venue and not same_place(mention.venue, group.venue):
        return False
    if not ours or not theirs or ours <= theirs or theirs <= ours or len(ours & theirs) >= 2:
        return True
    return mention.definite and len(ours) == 1  # "Halvern will join the talks"


def _names(refs: Iterable[Ref]) -> set[str]:
    return {ref.id or ref.name.casefold() for ref in refs}


def same_place(one: str, other: str) -> bool:
    """The same words, one within the other, or a capital and its country."""
    (first, words, states), (second, others, theirs) = _place(one), _place(other)
    return first in second or second in first or not words.isdisjoint(others) or not states.isdisjoint(theirs)


@functools.lru_cache(maxsize=1024)
def _place(written: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """A place in small letters, its words and the states that they name."""
    plain = written.casefold()
    states = {state.id for part in (written, *written.split(", ")) if (state := country_named(part))}
    return plain, frozenset(plain.split()) - {"the", "of", "city", "in"}, frozenset(states)


def _merge(mention: Mention, group: Mention) -> None:
    group.spans += mention.spans
    group.statements += [each for each in mention.statements if each not in group.statements]
    group.absent = list(unique([*group.absent, *mention.absent]))
    group.parties = list(unique([*group.parties, *mention.parties]))
    group.delegates = list(unique([*group.delegates, *mention.delegates]))
    if mention.venue and (
        group.venue is None
        or (len(mention.venue) > len(group.venue) and group.venue.casefold() in mention.venue.casefold())
    ):
        group.venue = mention.venue
    doubted = mention.status is EventStatus.HYPOTHETICAL and group.status is EventStatus.DENIED
    if not doubted:  # "they will hardly meet before spring" gives no day to talks that were called off
        group.window = (mention.moved and mention.window) or _narrowest(group.window, mention.window)
    group.convenor = group.convenor or mention.convenor
    group.level = group.level or mention.level
    group.purpose = group.purpose or mention.purpose
    group.agenda += [each for each in mention.agenda if each not in group.agenda]
    if mention.silent or mention.names_delegates:
        return
    if group.silent:
        group.status, group.silent = mention.status, False
        return
    if mention.held:
        group.status = EventStatus.HAPPENED
    elif mention.status is EventStatus.DENIED:
        group.status = EventStatus.DENIED
    elif EventStatus.PLANNED in (mention.status, group.status) and group.status is not EventStatus.DENIED:
        group.status = EventStatus.PLANNED


def _narrowest(one: Interval | None, other: Interval | None) -> Interval | None:
    """What two intervals have in common, said in the words of the narrower."""
    if one is None or other is None:
        return one or other
    earliest = max((m for m in (one.earliest, other.earliest) if m is not None), key=first_instant, default=None)
    latest = min((m for m in (one.latest, other.latest) if m is not None), key=last_instant, default=None)
    said = other.said if other.within(one) else one.said
    return Interval(earliest=earliest, latest=latest, said=said)


def _meeting(group: Mention, document: Document, number: int) -> Meeting:
    absent = _names(group.absent)
    return Meeting(
        id=f"{document.id[:12]}-m{number}",
        document=document.id,
        status=group.status,
        parties=tuple(ref for ref in group.parties if (ref.id or ref.name.casefold()) not in absent),
        venue=group.venue,
        window=group.window or Interval(),
        convenor=group.convenor,
        level=group.level,
        purpose=group.purpose,
        delegates=tuple(ref for ref in group.delegates if (ref.id or ref.name.casefold()) not in absent),
        agenda=tuple(group.agenda),
        statements=tuple(group.statements),
        spans=tuple(group.spans),
    )
