"""Dates as an iCalendar file, RFC 5545: what a calendar program opens, the same bytes for the same text."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from parley.model import CheckOutput, DateKind, Deadline, Duration
from parley.version import __version__

_OCTETS = 75
"""A line's length at most, its end not counted (RFC 5545, 3.1)."""
_SUMMARY = 120
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def calendar(checked: CheckOutput, title: str | None) -> bytes:
    """The dates of a checked text as events, one for each; those without a date are left out.

    A day is an event of that day; an hour is given in UTC. ``UID`` follows from the title, the obligation and
    the kind of date alone, so that a calendar moves an event when its date changes. ``DTSTAMP`` is D-day's
    date (or 2000-01-01): the file says nothing of when it was made.
    """
    rows = [row for row in checked.timeline if row.date is not None]
    name = title or checked.path
    stamp = next((row.date for row in rows if row.kind is DateKind.D_DAY and row.date), None)
    stamped = _utc(dt.datetime.combine(stamp, dt.time(), tzinfo=dt.UTC) if stamp else _STAMP)
    last = max((row.date for row in rows if row.kind is DateKind.ENDS and row.date), default=None)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Parley//Parley {__version__}//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    left_out = [f"{row.provision or ''}: {row.counted}".lstrip(": ") for row in checked.timeline if row.counted]
    if left_out:
        told = f"Not in this calendar, as the text does not say when it is that they count from: {'; '.join(left_out)}."
        lines.append(f"X-WR-CALDESC:{_text(told)}")
    seen: set[str] = set()
    for row in rows:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_uid(row, name, seen)}",
            f"DTSTAMP:{stamped}",
            *_event(row, last),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _event(row: Deadline, last: dt.date | None) -> Iterator[str]:
    assert row.date is not None
    if isinstance(row.time, dt.datetime) and row.time.tzinfo is not None:
        yield f"DTSTART:{_utc(row.time)}"
    elif isinstance(row.time, dt.datetime):
        yield f"DTSTART:{row.time:%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{row.date:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{row.date + dt.timedelta(days=1):%Y%m%d}"
    if row.every is not None and (rule := _rule(row.every)):
        yield f"RRULE:{rule}" + (f";UNTIL={last:%Y%m%d}" if last and last > row.date else "")
    where = f" ({row.provision})" if row.provision else ""
    words = row.what.partition(": ")[2] or row.what
    kind = "D-day" if row.kind is DateKind.D_DAY else row.kind.value
    said = kind if row.kind is DateKind.D_DAY else f"{kind.capitalize()}{where}: {words}"
    yield f"SUMMARY:{_text(said if len(said) <= _SUMMARY else said[: _SUMMARY - 1].rstrip() + '…')}"
    details = [] if row.kind is DateKind.D_DAY else [row.what]
    details += [f"Provision: {row.provision}"] if row.provision else []
    details += [f"Who: {', '.join(row.bearers)}"] if row.bearers else []
    details += [str(row.day)] if row.day else []
    details += ["The latest day that follows, if what it counts from is done on its last day."] if row.latest else []
    details += [f"Assumed: {row.assumed}."] if row.assumed else []
    yield f"DESCRIPTION:{_text(chr(10).join(details))}"
    yield f"CATEGORIES:{_text(kind)}"
    yield "TRANSP:TRANSPARENT"


def _rule(every: Duration) -> str:
    """How often; nothing for a length that is no whole number of days or of months."""
    if every.months and not every.days and not every.minutes:
        return f"FREQ=MONTHLY;INTERVAL={every.months}"
    days, rest = divmod(every.minutes, 24 * 60)
    return "" if every.months or rest or not every.days + days else f"FREQ=DAILY;INTERVAL={every.days + days}"


def _uid(row: Deadline, name: str, seen: set[str]) -> str:
    base = key = "\n".join((name, row.obligation or row.provision or "", row.kind.value))
    number = 2
    while key in seen:
        key, number = f"{base}\n{number}", number + 1
    seen.add(key)
    return f"{hashlib.sha256(key.encode('utf-8')).hexdigest()[:32]}@parley.invalid"


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """A value of type TEXT, escaped (RFC 5545, 3.3.11); what is no character of a text is left out."""
    kept = "".join(letter for letter in words if letter == "\n" or letter >= " ")
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 octets, each further one after a blank; no letter is cut."""
    pieces: list[str] = []
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return [*pieces, piece]
