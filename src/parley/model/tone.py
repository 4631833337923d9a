"""Tone: how one actor acts towards another over time, on a published scale of conflict and cooperation."""

from __future__ import annotations

import datetime as dt

from .actor import Ref
from .audience import TEAM, Label
from .event import EventStatus
from .time import Every, Interval
from .value import Value


class ToneEvent(Value):
    """One event that counts, with its value on the scale.

    ``also`` are the ids of further tellings that a person decided to be the same event. ``interval`` is
    by when it was placed; ``by_paper`` says that this is the day of the paper, for the text tells none.
    """

    event: str
    also: tuple[str, ...] = ()
    document: str
    cameo: str
    value: float
    interval: Interval
    by_paper: bool = False
    statement: str | None = None
    words: str = ""


class TonePeriod(Value):
    """What happened, or what was planned, in one week or month, by ``status``.

    ``mean``, ``lowest`` and ``highest`` are values of the scale over the ``number`` of events. ``tone`` is
    a word for the mean, ``None`` where there are too few events for one. ``may_repeat`` counts events of
    which another in the period may be a further telling, so that one thing may be counted several times.
    """

    period: str
    earliest: dt.date
    latest: dt.date
    status: EventStatus
    number: int
    mean: float
    lowest: float
    highest: float
    tone: str | None = None
    may_repeat: int = 0
    events: tuple[ToneEvent, ...] = ()


class ToneCriticism(Value):
    """A reproach of the one to the other, listed beside the events: it has no value on the scale.

    ``period`` is the week or month in which it lies, ``None`` where it lies in no one; ``interval`` and
    ``by_paper`` are as with events. ``sentence`` is what was said, ``doubts`` what is unsure.
    """

    criticism: str
    document: str
    period: str | None = None
    interval: Interval | None = None
    by_paper: bool = False
    speaker: Ref
    target: Ref
    statement: str | None = None
    sentence: str
    doubts: tuple[str, ...] = ()


class Tone(Value):
    """The acts of ``actor`` towards ``recipient``, each with those who belong to it, by period.

    ``scale`` names the source of the values. Ids of events that are about the two and count nowhere:
    ``unvalued`` have a code without a value, ``undated`` fit in no one period, ``unreal`` are
    hypothetical or denied. ``criticisms`` are listed in the order of time and count in no number.
    """

    actor: Ref
    recipient: Ref
    every: Every
    scale: str
    periods: tuple[TonePeriod, ...] = ()
    unvalued: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    criticisms: tuple[ToneCriticism, ...] = ()
    audience: Label = TEAM
