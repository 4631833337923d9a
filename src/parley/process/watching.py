"""A text held against the ground: what it is held against, and everything that comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.model import Framework, IncidentLife, Label, Moment, Watch, first_instant
from parley.monitoring.table import ReportTable

from .coarse import coarsely, hidden, sees_cells_alone
from .judgements import judged, revised
from .receiving import Received, clusters_of
from .rehearsing import Rehearsed, ends_of, rehearsed, scripted
from .text import FILE as FRAMEWORK

if TYPE_CHECKING:
    from .view import View


@dataclass(frozen=True, eq=False)
class Ground:
    """A text and what it is held against as of a time; ``rehearsed`` where it binds nobody, or not yet."""

    text: Framework
    received: Received
    as_of: dt.datetime
    notes: tuple[str, ...]
    rehearsed: Rehearsed | None = None


def of_script(view: View, script: Path, d_day: Moment | None, asked: dt.datetime | None, now: dt.datetime) -> Ground:
    """The text in force over a scripted week, as of its end where no time is ``asked`` for."""
    held = scripted(view, view.in_force.framework, script, d_day)
    notes = (*view.notes, *view.in_force.notes, *held.notes)
    told = Received(held.reports, held.effort, (), (), ())
    return Ground(held.text, told, asked or held.until or now, notes, held)


def of_reports(
    view: View,
    files: Sequence[Path] | None,
    mapping: str | None,
    asked: dt.datetime | None,
    now: dt.datetime,
    *,
    rehearse: bool = False,
    d_day: Moment | None = None,
) -> Ground:
    """The text in force over reports: those of ``files``, or of the folder."""
    text = view.in_force.framework
    got = view.received(files, mapping, now)
    about_files = () if sees_cells_alone(view.audience) else (*view.report_notes(), *got.notes)  # they quote rows
    notes = [*view.notes, *view.in_force.notes, *about_files]
    if mapping is not None and not got.files:
        notes.append(
            f"The mapping {mapping} was used for nothing, for no file of reports was read: name it in --reports."
        )
    held = rehearsed(text, got.reports, d_day) if rehearse else None
    if held is not None:
        text, notes = held.text, [*notes, *held.notes]
    elif text.status != "final":
        notes.append("The text is a draft and binds nobody yet: a breach is what would have been one.")
    return Ground(text, got, asked or now, tuple(notes), held)


def watched(view: View, ground: Ground, *, duplicates: bool) -> dict[str, Any]:
    """The fields of an output: verdicts and what goes with them, revisions or a rehearsal, lives, zones and areas."""
    from parley.framework import buffers
    from parley.monitoring import lives
    from parley.monitoring.holding.areas import area_trends

    text, got = ground.text, ground.received
    zone, actors = view.settings.zone, view.settings.actors
    found = judged(view, text, got, ground.as_of)
    label = _label(view, got)
    told = lives(text, got.rows, found, zone=zone, actors=actors)
    start = None if text.d_day is None else first_instant(text.d_day, zone)
    fields = {
        **dict(found),
        "verdicts": tuple(verdict.replace(audience=label) for verdict in found.verdicts),
        "notes": (*ground.notes, *found.notes),
        "received": got.files,
        "recoded": got.recoded,
        "clusters": clusters_of(view, got.reports) if duplicates else (),
        "lives": tuple(life if life.audience == label else life.replace(audience=label) for life in told),
        "buffers": buffers(text),
        "areas": tuple(area_trends(got.maps, start, ground.as_of, zone)),
    } | _beside(view, ground, found, told, label)
    if not duplicates:
        fields["notes"] = (*fields["notes"], *_told_twice(view, ground))
    if not sees_cells_alone(view.audience):
        return fields
    return coarsely(fields, view.audience, hidden(view, got))


def _beside(view: View, ground: Ground, found: Watch, told: Sequence[IncidentLife], label: Label) -> dict[str, Any]:
    """What a rehearsal shows or, of a text that is in force, how verdicts stood before late reports came."""
    from parley.monitoring import rehearse

    zone, actors, held = view.settings.zone, view.settings.actors, ground.rehearsed
    if held is not None:
        ends = ends_of(ground.text)
        shown = rehearse(
            ground.text, found, told, supposed=held.supposed, script=held.script, ends=ends, zone=zone, actors=actors
        )
        return {"rehearsal": shown}
    late, more = revised(view, ground.text, ground.received, found)
    return {
        "revisions": tuple(one.replace(audience=label) for one in late),
        "notes": (*ground.notes, *found.notes, *more),
    }


def _told_twice(view: View, ground: Ground) -> Iterator[str]:
    """The note on what may be one event and counts as several; of so many reports that they are a table it is left."""
    from parley.monitoring.names import Names
    from parley.monitoring.standing import standing

    if isinstance(ground.received.rows, ReportTable):
        return
    zone = view.settings.zone
    record = standing(ground.received.rows, ground.as_of, Names(ground.text, view.settings.actors), zone)
    several = [
        one.reports
        for one in clusters_of(view, [entry.report for entry in record.known])
        if one.decided is None and len({record.by_id[id].root.id for id in one.reports}) > 1
    ]
    if several:
        told = ("1 event seems", "counts") if len(several) == 1 else (f"{len(several)} events seem", "count each")
        which = ", ".join(several[0]) + (", …" if len(several) > 1 else "")
        yield (
            f"{told[0]} to be told by several sources and {told[1]} as several ({which}): --duplicates lists what may "
            "be one."
        )


def _label(view: View, got: Received) -> Label:
    """Of everything that a verdict is derived from."""
    labels = {*(shape.audience for shape in view.shapes), *got.labels, *(one.audience for one in got.effort)}
    return Label.union(labels) | view.label_of(FRAMEWORK)
