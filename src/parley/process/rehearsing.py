"""A rehearsal: the text held against reports, or against a scripted week, as if it had been in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parley.model import DateKind, Effort, Framework, Moment, Report, first_instant

from .inputs import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from .view import View


@dataclass(frozen=True)
class Rehearsed:
    """The text with the D-day that was taken, what it is held against until when, and what has to be said of it."""

    text: Framework
    supposed: bool
    notes: tuple[str, ...]
    reports: tuple[Report, ...] = ()
    effort: tuple[Effort, ...] = ()
    until: dt.datetime | None = None
    script: str | None = None


def scripted(view: View, text: Framework, path: Path, d_day: Moment | None) -> Rehearsed:
    """The week that a script tells. Raises :class:`UnusableInput` that names the line and the mend."""
    from parley.monitoring import load_script
    from parley.text import decode

    path, name, label = view.named_file(path)
    words, notes = decode(read_bytes(path, name, MAX_BYTES), name)
    settings = view.settings
    told = load_script(words, name, text, d_day, zone=settings.zone, actors=settings.actors, label=label)
    said = [*(f"{name}: {note}." for note in notes), f"A rehearsal: the text is held against what {name} tells."]
    if told.d_day != text.d_day:
        said.append(_supposed(text, told.d_day))
    return Rehearsed(
        text.replace(d_day=told.d_day),
        told.d_day != text.d_day,
        (*said, *told.notes),
        told.reports,
        told.effort,
        told.until,
        name,
    )


def rehearsed(text: Framework, reports: Iterable[Report], d_day: Moment | None = None) -> Rehearsed:
    """The text as for a rehearsal over ``reports``: with ``d_day``, else its own, else the day of the first of them."""
    notes = ["A rehearsal: the text is held against the reports as if it had been in force."]
    if d_day is None and text.d_day is None:
        days = [report.event.earliest or report.event.latest or report.reported for report in reports]
        if days:
            first = min(days, key=first_instant)
            day = first.date() if isinstance(first, dt.datetime) else first
            notes.append(f"No D-day is fixed; {day}, the day of the first report, was supposed.")
            return Rehearsed(text.replace(d_day=day), True, tuple(notes))
    if d_day is None or d_day == text.d_day:
        return Rehearsed(text, False, tuple(notes))
    return Rehearsed(text.replace(d_day=d_day), True, (*notes, _supposed(text, d_day)))


def _supposed(text: Framework, d_day: Moment) -> str:
    own = f"the text's own is {text.d_day}" if text.d_day is not None else "the text fixes none"
    return f"D-day is supposed to be {d_day}; {own}."


def ends_of(text: Framework) -> Moment | None:
    """When the text ends if nobody extends it, where it says how long it remains in force."""
    from parley.framework import timeline

    forms = {one.provision for one in text.sentences if one.form == "duration"}
    rows = [row for row in timeline(text) if row.kind is DateKind.ENDS and row.provision in forms and row.date]
    last = rows[-1] if rows else None
    return None if last is None else last.time or last.date
