"""Dates that follow from the text: what starts, is due, ends and returns when, counted from D-day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parley.model import (
    DateKind,
    DayCount,
    Deadline,
    Duration,
    Framework,
    Instant,
    Modality,
    Moment,
    Obligation,
    Window,
)
from parley.text import act_named, day_counts, durations
from parley.text import patterns as re

from .checks.draft import Draft
from .origins import Origin, in_force, origin_behind, origin_of
from .reader.said_values import say_duration

_AFTER = frozenset({"after", "of", "following", "upon", "when", "once"})


def timeline(framework: Framework) -> tuple[Deadline, ...]:
    """D-day, every start, end and return that an obligation's window names, and the end of the text, earliest first.

    ``date`` is ``None`` while D-day isn't fixed. A window that is counted from an event ("within 5 days of the
    withdrawal") has a date only where a deadline of the text says by when that event is due: it is then the
    latest day that follows, and marked so. What is counted from the text's signature, entry into force or the like
    has a date where the text dates that, and else says what it counts from: nothing makes signature D-day but the
    text itself. Others ("within 24 hours of an incident") are not listed.
    """
    draft = Draft(framework)
    found: dict[tuple[str, str | None, str], Deadline] = {}
    obligations = [each for _, each in draft.obligations]
    due = _due_by_act(obligations)
    for each in obligations:
        for deadline in (*_of(each, framework), *_after_others(each, due, framework), *_binding(each, due, framework)):
            when = str(deadline.day or deadline.date or deadline.counted)
            found.setdefault((deadline.what, deadline.provision, when), deadline)
    rows = [*found.values(), *_end(draft)]
    return tuple(sorted([*_d_day(framework, rows), *rows], key=_order))


def _d_day(framework: Framework, rows: Sequence[Deadline]) -> Iterator[Deadline]:
    if framework.d_day is not None or any(row.day is not None for row in rows):
        yield Deadline(
            obligation="",
            provision=None,
            kind=DateKind.D_DAY,
            what="D-day",
            day=DayCount(days=0),
            date=_day(framework.d_day),
            time=framework.d_day if isinstance(framework.d_day, dt.datetime) else None,
        )


def _of(each: Obligation, framework: Framework) -> Iterator[Deadline]:
    window = each.window.value if each.window else None
    if window is None:
        return
    on_one_day = window.start is not None and window.start == window.end
    if window.every is not None:
        first = window.start or Instant(day=DayCount(days=0))
        if window.hours is not None and first.day is not None:
            first = first.replace(time=window.hours[0])
        assumed = None if window.start or window.end else _FROM_D_DAY
        yield from _row(each, DateKind.RETURNS, first, framework, every=window.every, assumed=assumed)
    elif window.start is not None and not (on_one_day and _must(each)):
        yield from _row(each, _at_the_start(each, window), window.start, framework)
    if window.end is not None:
        yield from _row(each, _at_the_end(each), window.end, framework)
    elif window.lasts is not None:
        yield from _lapse(each, window, framework)


_FROM_D_DAY = "the text does not say from when; counted from D-day"


def _row(each: Obligation, kind: DateKind, instant: Instant, framework: Framework, **more: Any) -> Iterator[Deadline]:
    dated = _dated(instant, framework)
    if dated is not None:
        day, date, time = dated
        yield _deadline(each, kind, day, date, time=time, **more)


def _deadline(each: Obligation, kind: DateKind, day: DayCount | None, date: dt.date | None, **more: Any) -> Deadline:
    return Deadline(
        obligation=each.id,
        provision=each.provision,
        kind=kind,
        what=f"{kind.value}: {' '.join(each.sentence.exact.split())}",
        bearers=each.bearer.value if each.bearer else (),
        day=day,
        date=date,
        **more,
    )


def _at_the_start(each: Obligation, window: Window) -> DateKind:
    """What begins then, or stops: "cease fire from D-day", "lift the siege from D+2" have no end that is missing."""
    if window.end is not None or window.lasts is not None or each.modality is None or each.act is None:
        return DateKind.STARTS
    stops = _STOPPING.search(each.modality.words) if not _must(each) else _STOPPING.match(each.act.words)
    return DateKind.STOPS if stops and each.modality.value is not Modality.MAY else DateKind.STARTS


_STOPPING = re.compile(
    r"\b(?:stop|cease|halt|discontinue|end|terminate|lift|clos|dissolve|abolish|expire|lapse|disband)\w*",
    re.IGNORECASE,
)


def _at_the_end(each: Obligation) -> DateKind:
    window = each.window.value if each.window else Window()
    return DateKind.DUE if _must(each) and window.every is None else DateKind.ENDS


def _must(each: Obligation) -> bool:
    return each.modality is not None and each.modality.value is Modality.MUST


def _lapse(each: Obligation, window: Window, framework: Framework) -> Iterator[Deadline]:
    """The end of what lasts a length of time from a start that is known."""
    start = _dated(window.start or Instant(day=DayCount(days=0)), framework)
    if start is None or window.lasts is None:
        return
    day, date, time = start
    length = window.lasts
    whole = day is not None and not length.months and not length.minutes
    counted = DayCount(days=day.days + length.days) if whole and day is not None else None
    if date is not None or counted is not None:
        begins = time if isinstance(time, dt.datetime) else dt.datetime.combine(date, dt.time()) if date else None
        ends = length.after(begins) if begins else None
        exact = ends if ends is not None and (length.minutes or isinstance(time, dt.datetime)) else None
        assumed = None if window.start else _FROM_D_DAY
        yield _deadline(each, DateKind.ENDS, counted, ends.date() if ends else None, time=exact, assumed=assumed)


# -- counted from what another deadline bounds ---------------------------------------------------------


def _due_by_act(obligations: Sequence[Obligation]) -> Mapping[str, Instant]:
    """By which instant each act is due at the latest; of an act with two deadlines it stays open which is meant."""
    found: dict[str, Instant | None] = {}
    for each in obligations:
        window = each.window.value if each.window else None
        if each.act is None or not _must(each) or window is None or window.end is None or window.end.event:
            continue
        act = each.act.value
        found[act] = window.end if found.get(act, window.end) == window.end else None
    return {act: instant for act, instant in found.items() if instant is not None}


def _after_others(each: Obligation, due: Mapping[str, Instant], framework: Framework) -> Iterator[Deadline]:
    """What is counted from an act that is due by a known day: at the latest so long after that day."""
    if not _must(each) or each.window is None:
        return
    window, trigger = each.window.value, each.trigger.value if each.trigger else None
    if window.end is not None and window.end.event is not None and window.end.offset is not None:
        event, length = window.end.event, window.end.offset
    elif window.within is not None and trigger is not None and trigger.kind in _AFTER and trigger.count is None:
        event, length = trigger.event, window.within
    else:
        return
    base = due.get(act_named(event) or event)
    if base is None or length.minutes % 1440 or length.months:
        return
    days = length.days + length.minutes // 1440
    dated = _dated(base, framework)
    if dated is not None:
        day, date, _ = dated
        later = DayCount(days=day.days + days) if day is not None else None
        yield _deadline(each, DateKind.DUE, later, date + dt.timedelta(days=days) if date else None, latest=True)


# -- counted from what makes the text binding ----------------------------------------------------------


def _binding(each: Obligation, due: Mapping[str, Instant], framework: Framework) -> Iterator[Deadline]:
    """What starts with, or is due so long after, signature, entry into force and the like."""
    window, trigger = each.window.value if each.window else Window(), each.trigger.value if each.trigger else None
    start, end = window.start, window.end
    if start is not None and start.event and (origin := origin_of(start.event, framework)) and start != end:
        yield _counted(each, DateKind.STARTS, origin, start.offset, framework)
    if end is not None and end.event and (origin := origin_of(end.event, framework)):
        length = end.offset
    elif window.within is not None and each.trigger and trigger and trigger.kind in _AFTER and trigger.count is None:
        origin, length = origin_of(_LED.sub("", each.trigger.words), framework), window.within
    else:
        return
    if origin is not None and (origin.instant or not due.get(act_named(origin.what) or "")):
        yield _counted(each, _at_the_end(each), origin, length, framework)


_LED = re.compile(r"\A\W*(?:(?:of|after|from|following|upon|since)\s+)?", re.IGNORECASE)


def _counted(
    each: Obligation, kind: DateKind, origin: Origin, length: Duration | None, framework: Framework
) -> Deadline:
    day, date, time, counted = _after(origin, length, framework)
    return _deadline(each, kind, day, date, time=time, counted=counted)


def _after(
    origin: Origin, length: Duration | None, framework: Framework
) -> tuple[DayCount | None, dt.date | None, Moment | None, str | None]:
    """The day so long after ``origin``, its date and time as far as they follow; else the words for it."""
    words = f"{say_duration(length)} from {origin.what}" if length else origin.what
    dated = _dated(origin.instant, framework) if origin.instant else None
    if dated is None:
        return None, None, None, words
    day, date, _ = dated
    whole = length is None or (not length.months and not length.minutes % 1440)
    days = length.days + length.minutes // 1440 if length else 0
    later = DayCount(days=day.days + days) if day is not None and whole else None
    at = length.after(dt.datetime.combine(date, dt.time())) if date and length else None
    falls = at.date() if at else date
    return (later, falls, None, None) if later or falls else (None, None, None, words)


# -- the text itself -----------------------------------------------------------------------------------


def _end(draft: Draft) -> Iterator[Deadline]:
    """The last day of the text, where it lasts a number of days: from what it names, else from its start."""
    term, framework = draft.term, draft.framework
    if term is None or any(
        bracket.start < term[0].end and term[0].start < bracket.end for bracket in framework.brackets
    ):
        return
    sentence, length = term
    behind = max((end for _, end, value in durations(sentence.exact) if value == length), default=0)
    named = origin_behind(sentence.exact, behind, framework)
    from_day = day_counts(sentence.exact) or _FROM_START.search(sentence.exact)
    origin = named or (None if from_day else in_force(framework))
    assumed = None
    if origin is None:
        assumed = None if from_day else _FROM_D_DAY
        origin = Origin("D-day", Instant(day=DayCount(days=0)))
    day, date, time, counted = _after(origin, length, framework)
    what = "ends, unless extended: " if draft.renews else "ends: "
    yield Deadline(
        obligation=sentence.obligations[0].id if sentence.obligations else "",
        provision=sentence.provision,
        kind=DateKind.ENDS,
        what=what + " ".join(sentence.exact.split()),
        day=day,
        date=date,
        time=time,
        counted=counted,
        assumed=assumed,
    )


_FROM_START = re.compile(r"\b(?:start|beginning|commencement|outset)\s+of\b|\bD-?day\b", re.IGNORECASE)


def _dated(instant: Instant, framework: Framework) -> tuple[DayCount | None, dt.date | None, Moment | None] | None:
    """Its count from D-day, its date and its exact time, as far as each is known; ``None`` for an event's own time."""
    if instant.day is not None:
        d_day = _day(framework.d_day)
        date = instant.day.on(d_day) if d_day else None
        return instant.day, date, dt.datetime.combine(date, instant.time) if date and instant.time else None
    if instant.moment is not None and instant.event is None:
        return None, _day(instant.moment), instant.moment if isinstance(instant.moment, dt.datetime) else None
    return None


def _day(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _order(deadline: Deadline) -> tuple[bool, dt.date, int, bool, str]:
    """By date where there is one, then by the count from D-day; D-day first on its day."""
    days = deadline.day.days if deadline.day else 0
    if deadline.counted:  # behind those that count from D-day
        lengths = [length for *_, length in durations(deadline.counted)]
        days = 10**6 + sum(each.days + each.minutes // 1440 + 30 * each.months for each in lengths)
    date = deadline.date or dt.date.min
    return deadline.date is None, date, days, deadline.kind is not DateKind.D_DAY, deadline.obligation
