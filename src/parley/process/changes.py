"""What moved among the positions, since when, and the tone between two actors of a process."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from parley.model import (
    Actor,
    Document,
    Every,
    Joined,
    Position,
    PositionChange,
    Proposal,
    Reading,
    Ref,
    TargetKind,
    Tone,
    WrongUsage,
    last_instant,
    near_enough,
)

_DAYS = re.compile(r"([0-9]{1,5})d")


def changes_since(cells: Iterable[Position], since: dt.date | None, zone: dt.tzinfo) -> tuple[PositionChange, ...]:
    """The moves of all cells, the oldest first; with ``since`` those that may have been made on that day or later."""
    changes = [
        PositionChange(party=cell.party, issue=cell.issue, option=cell.option, audience=cell.audience, **dict(move))
        for cell in cells
        for move in cell.history
    ]
    ordered = sorted(changes, key=lambda change: _latest(change, zone))
    return tuple(change for change in ordered if since is None or _latest(change, zone).date() >= since)


def day_meant(words: str, today: dt.date) -> dt.date:
    """The day of ``2031-03-06``, or of ``14d``: fourteen days before ``today``. Raises :class:`WrongUsage` for else."""
    try:
        day = today - dt.timedelta(int(days[1])) if (days := _DAYS.fullmatch(words)) else dt.date.fromisoformat(words)
    except (ValueError, OverflowError):
        raise WrongUsage(f"'{words}' is no day to count from; write 2031-03-06, or 14d for the last 14 days.") from None
    if not near_enough(day):
        raise WrongUsage(f"'{words}' is too far away to reckon with; name a nearer day.")
    return day


def tone_between(
    readings: Sequence[tuple[Document, Reading]],
    actors: Sequence[Actor],
    pair: tuple[str, str],
    every: Every,
    proposals: Iterable[Proposal],
) -> Tone:
    """How the first of ``pair``, two ids or names, acts towards the second; :class:`WrongUsage` for who isn't there."""
    from parley.reading import tone

    everybody = {actor.id: actor for _, reading in readings for actor in reading.actors}
    everybody |= {actor.id: actor for actor in actors}
    first, second = (_actor(name, everybody.values(), actors) for name in pair)
    if first.id == second.id:
        raise WrongUsage(f"Tone is between two actors, and both are {first.id}; name two.")
    of_events = [each for each in proposals if each.kind is TargetKind.EVENT]
    return tone(
        readings,
        actors,
        first,
        second,
        every,
        merged=[each.members for each in of_events if each.decided is Joined.ONE],
        proposed=[each.members for each in of_events if each.decided is None],
    )


def _actor(name: str, everybody: Iterable[Actor], own: Iterable[Actor]) -> Ref:
    """The one actor of this id, or else of this name or alias."""
    found = {each.id: each for each in everybody if name == each.id}
    if not found:
        wanted = name.casefold()
        found = {a.id: a for a in everybody if wanted in [words.casefold() for words in (a.id, a.name, *a.aliases)]}
    if len(found) == 1:
        return next(iter(found.values())).ref
    known = ", ".join(each.id for each in own) or "none"
    if found:
        raise WrongUsage(f"'{name}' is the name of several actors; use one of the ids {', '.join(sorted(found))}.")
    raise WrongUsage(f"'{name}' is no actor here; the process has {known}.")


def _latest(change: PositionChange, zone: dt.tzinfo) -> dt.datetime:
    latest = change.date.latest
    return last_instant(latest, zone) if latest else dt.datetime.max.replace(tzinfo=dt.UTC)
