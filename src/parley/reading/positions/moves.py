"""How one party's stance on one option moved: its statements in their order, its changes, its contradictions.

Two statements whose times overlap have no order. Where they are for and against the same option that
is a contradiction: it is shown, and neither is taken for the later.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from parley.model import Actor, Contradiction, Interval, Moment, Move, Ref, Stance, Voice, first_instant, last_instant

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_ALWAYS = dt.datetime.max.replace(tzinfo=dt.UTC)
_FOR = frozenset({Stance.DEMANDS, Stance.SUPPORTS, Stance.OPEN})
_BELOW = frozenset({"deputy", "vice", "assistant", "junior", "under", "adviser", "advisor", "aide"}) | frozenset(
    {"spokesman", "spokeswoman", "spokesperson"}
)
"""Words that put an office below the one named beside them ("deputy foreign minister")."""
_SMALL = frozenset({"of", "the", "to", "for", "and", "s", "a"})

Moments = Sequence[Sequence[Voice]]


def order(voice: Voice) -> tuple[dt.datetime, dt.datetime]:
    """By when it was said; a statement without a date comes first, so that it never counts as the newest."""
    if voice.interval is None:
        return _NEVER, _NEVER
    return _end(voice), _start(voice)


def in_moments(voices: Sequence[Voice]) -> list[list[Voice]]:
    """Voices in their order, those together of which none is surely later than another; the undated are the first."""
    moments: list[list[Voice]] = []
    for voice in voices:
        last = moments[-1][-1] if moments else None
        if last is None or (last.interval is None) != (voice.interval is None):
            moments.append([voice])
        elif voice.interval is None or _start(voice) <= _end(last):
            moments[-1].append(voice)
        else:
            moments.append([voice])
    return moments


def is_contradictory(moment: Sequence[Voice]) -> bool:
    """Whether somebody speaks for it and somebody against. A condition is neither."""
    stances = {voice.stance for voice in moment}
    return Stance.OPPOSES in stances and bool(stances & _FOR)


def contradictions(moments: Moments) -> tuple[Contradiction, ...]:
    """The moments at which the party spoke both for and against."""
    return tuple(
        Contradiction(
            date=_span(moment),
            stances=tuple(dict.fromkeys(voice.stance for voice in moment)),
            statements=tuple(dict.fromkeys(voice.statement for voice in moment)),
        )
        for moment in moments
        if is_contradictory(moment)
    )


def history(moments: Moments, known: Mapping[str, Actor]) -> tuple[Move, ...]:
    """The changes of stance from one moment to the next, oldest first; ``known`` holds the actors by id.

    What has no date, and what contradicts itself, is no change.
    """
    moves: list[Move] = []
    before: Voice | None = None
    for moment in moments:
        now = moment[-1]
        if now.interval is None or is_contradictory(moment):
            continue
        first = next(voice for voice in moment if voice.stance is now.stance)
        if before is None or before.stance is not now.stance:
            move = Move(
                from_=before.stance if before else None,
                to=now.stance,
                date=first.interval or now.interval,
                statement=first.statement,
                speaker=first.speaker,
                doubts=_doubts(before, first, known),
            )
            moves.append(move)
        before = now
    return tuple(moves)


def _doubts(before: Voice | None, now: Voice, known: Mapping[str, Actor]) -> tuple[str, ...]:
    """That somebody lower spoke against somebody higher, where their posts themselves tell which is which."""
    if before is None or before.speaker is None or now.speaker is None:
        return ()
    for higher in _posts(before.speaker, known):
        for lower in _posts(now.speaker, known):
            if _is_below(lower, higher):
                return (f"It was said by the {lower}, the earlier by the {higher}.",)
    return ()


def _posts(speaker: Ref, known: Mapping[str, Actor]) -> list[str]:
    actor = known.get(speaker.id or "")
    return [affiliation.post for affiliation in actor.affiliations if affiliation.post] if actor else []


def _is_below(lower: str, higher: str) -> bool:
    """Whether one post is named by the other and a word for those below it."""
    low, high = _words(lower), _words(higher)
    return bool(high) and high < low and bool((low - high) & _BELOW)


def _words(post: str) -> set[str]:
    return set(re.findall(r"\w+", post.casefold())) - _SMALL


def _start(voice: Voice) -> dt.datetime:
    earliest = voice.interval.earliest if voice.interval else None
    return first_instant(earliest) if earliest else _NEVER


def _end(voice: Voice) -> dt.datetime:
    latest = voice.interval.latest if voice.interval else None
    return last_instant(latest) if latest else _ALWAYS


def _span(moment: Sequence[Voice]) -> Interval | None:
    if any(voice.interval is None for voice in moment):
        return None
    starts = [voice.interval.earliest for voice in moment if voice.interval]
    ends = [voice.interval.latest for voice in moment if voice.interval]
    return Interval(earliest=_extreme(starts, first=True), latest=_extreme(ends, first=False))


def _extreme(moments: Sequence[Moment | None], first: bool) -> Moment | None:
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(moments):
        return None
    return min(known, key=first_instant) if first else max(known, key=last_instant)
