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
from parley.text import act_named

from .checks.draft import Draft

_AFTER = frozenset({"after", "of", "following", "upon", "when", "once"})


def timeline(framework: Framework) -> tuple[Deadline, ...]:
    """D-day, every start, end and return that an obligation's window names, and the end of the text, earliest first.

    ``date`` is ``None`` while D-day isn't fixed. A window that is counted from an event ("within 5 days of the
    withdrawal") has a date only where a deadline of the text says by when that event is due: it is then the
    latest day that follows, and marked so. Others ("within 24 hours of an incident") are not listed.
    """
    draft = Draft(framework)
    found: dict[tuple[str, str | None, str], Deadline] = {}
    obligations = [each for _, each in draft.obligations]
    due = _due_by_act(obligations)
    for each in obligations:
        for deadline in (*_of(each, framework), *_after_others(each, due, framework)):
            found.setdefault((deadline.what, deadline.provision, str(deadline.day or deadline.date)), deadline)
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
        yield from _row(each, DateKind.RETURNS, first, framework, window.every)
    elif window.start is not None and not (on_one_day and _must(each)):
        yield from _row(each, DateKind.STARTS, window.start, framework)
    if window.end is not None:
        yield from _row(each, _at_the_end(each), window.end, framework)
    elif window.lasts is not None:
        yield from _lapse(each, window, framework)


def _row(
    each: Obligation, kind: DateKind, instant: Instant, framework: Framework, every: Duration | None = None
) -> Iterator[Deadline]:
    dated = _dated(instant, framework)
    if dated is not None:
        day, date, time = dated
        yield _deadline(each, kind, day, date, time=time, every=every)


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
        yield _deadline(each, DateKind.ENDS, counted, ends.date() if ends else None, time=exact)


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


# -- the text itself -----------------------------------------------------------------------------------


def _end(draft: Draft) -> Iterator[Deadline]:
    """The last day of the text, where it lasts a number of days from D-day."""
    term = draft.term
    if term is None or any(
        bracket.start < term[0].end and term[0].start < bracket.end for bracket in draft.framework.brackets
    ):
        return
    sentence, length = term
    d_day = _day(draft.framework.d_day)
    what = "ends, unless extended: " if draft.renews else "ends: "
    yield Deadline(
        obligation=sentence.obligations[0].id if sentence.obligations else "",
        provision=sentence.provision,
        kind=DateKind.ENDS,
        what=what + " ".join(sentence.exact.split()),
        day=None if length.months or length.minutes else DayCount(days=length.days),
        date=length.after(dt.datetime.combine(d_day, dt.time())).date() if d_day else None,
    )


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
    date = deadline.date or dt.date.min
    return deadline.date is None, date, days, deadline.kind is not DateKind.D_DAY, deadline.obligation
