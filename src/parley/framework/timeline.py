"""Dates that follow from the text: what is due, and when, counted from D-day where that is fixed."""

from __future__ import annotations

import datetime as dt

from parley.model import DayCount, Deadline, Framework, Instant, Modality, Obligation

from .checks.draft import Draft


def timeline(framework: Framework) -> tuple[Deadline, ...]:
    """Every start and end that an obligation's window names, and the end of the text, earliest first.

    ``date`` is ``None`` while D-day isn't fixed. Windows that run from an event ("within 24 hours
    of an incident") have no date before the event, and are not listed.
    """
    draft = Draft(framework)
    found: dict[tuple[str, str | None, str], Deadline] = {}
    for _, each in draft.obligations:
        for deadline in _of(each, framework):
            found.setdefault((deadline.what, deadline.provision, str(deadline.day or deadline.date)), deadline)
    end = _end(draft)
    return tuple(sorted([*found.values(), *([end] if end else [])], key=_order))


def _of(each: Obligation, framework: Framework) -> list[Deadline]:
    window = each.window.value if each.window else None
    if window is None:
        return []
    words = " ".join(each.sentence.exact.split())
    found = []
    for instant, verb in ((window.start, "starts"), (window.end, _at_the_end(each))):
        dated = _dated(instant, framework) if instant else None
        if dated:
            day_count, date = dated
            what = f"{verb}: {words}"
            found.append(Deadline(obligation=each.id, provision=each.provision, what=what, day=day_count, date=date))
    return found


def _at_the_end(each: Obligation) -> str:
    due = each.modality is not None and each.modality.value is Modality.MUST
    return "due" if due else "ends"


def _dated(instant: Instant, framework: Framework) -> tuple[DayCount | None, dt.date | None] | None:
    if instant.day is not None:
        d_day = _day(framework.d_day)
        return instant.day, instant.day.on(d_day) if d_day else None
    if instant.moment is not None and instant.event is None:
        return None, _day(instant.moment)
    return None


def _end(draft: Draft) -> Deadline | None:
    """The last day of the text, where it lasts a number of days from D-day."""
    term = draft.term
    if term is None or any(
        bracket.start < term[0].end and term[0].start < bracket.end for bracket in draft.framework.brackets
    ):
        return None
    sentence, length = term
    d_day = _day(draft.framework.d_day)
    what = "ends, unless extended: " if draft.renews else "ends: "
    return Deadline(
        obligation=sentence.obligations[0].id if sentence.obligations else "",
        provision=sentence.provision,
        what=what + " ".join(sentence.exact.split()),
        day=None if length.months or length.minutes else DayCount(days=length.days),
        date=length.after(dt.datetime.combine(d_day, dt.time())).date() if d_day else None,
    )


def _day(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _order(deadline: Deadline) -> tuple[bool, dt.date, int, str]:
    """By date where there is one, then by the count from D-day."""
    days = deadline.day.days if deadline.day else 0
    return deadline.date is None, deadline.date or dt.date.min, days, deadline.obligation
