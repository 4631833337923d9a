"""Where the daily report goes: a new file, whose ending says its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from parley import __version__
from parley.model import Audience, DailyOutput, WrongUsage, first_instant
from parley.process import Process, refuse_existing, write_new

from ..lines import day
from ..named import names_of
from ..page import templates
from ..pictures import draw_map, verdict_marks
from ..trends import trend_charts
from .table import as_table
from .telling import daily_sections, heading
from .text import as_text

KINDS = (".txt", ".html", ".csv", ".svg")
_SHOWN = dt.timedelta(days=6)
"""Beside the reporting day, reports of so many days before it are on the map."""


def refuse_kind(out: Path) -> None:
    """Raise :class:`WrongUsage` for a file of a form that isn't written, or that is there already."""
    if out.suffix.lower() not in KINDS:
        raise WrongUsage(f"A daily report is written as {', '.join(KINDS[:-1])} or {KINDS[-1]}, not '{out.suffix}'.")
    refuse_existing(out)


def write_daily(process: Process, daily: DailyOutput, out: Path) -> DailyOutput:
    """Write it to the new file ``out`` as text, HTML, CSV, or its map as SVG; the output names the file."""
    refuse_kind(out)
    names = names_in(process, daily)
    kind = out.suffix.lower()
    if kind == ".csv":
        write_new(out, as_table(daily).decode("utf-8"))
    elif kind == ".txt":
        write_new(out, as_text(daily, names))
    elif kind == ".svg":
        picture = daily_map(process, daily)
        if picture is None:
            raise WrongUsage("There is nothing to draw: neither an annex nor a report gives a place.")
        write_new(out, f"{picture}\n")
    else:
        write_new(out, _page(process, daily, names))
    return daily.replace(files=(out.as_posix(),))


def names_in(process: Process, daily: DailyOutput) -> dict[str, str]:
    """What its readers know actors and provisions by."""
    return names_of(process.settings.actors, process.framework(Audience.parse(daily.audience)))


def daily_map(process: Process, daily: DailyOutput) -> Markup | None:
    """The reports of the day, of the days before, and those that decide a verdict; hatched where nobody looked."""
    audience = Audience.parse(daily.audience)
    marks = verdict_marks(daily.provisions)
    today = {report.id for report in daily.reports}
    since = daily.day.start - _SHOWN
    reports = [
        report
        for report in process.standing_reports(daily.as_of, audience)
        if report.id in today or report.id in marks or first_instant(report.reported, process.settings.zone) > since
    ]
    return draw_map(
        process.drawn(audience),
        reports,
        marks,
        process.rule_distances(audience),
        unwatched=daily.unwatched,
        blind=daily.blind,
        today=today,
        cell_m=daily.cell_m,
    )


def _page(process: Process, daily: DailyOutput, names: dict[str, str]) -> str:
    environment: Environment = templates()
    d_day = process.framework(Audience.parse(daily.audience)).d_day
    *sections, trends = daily_sections(daily, names)
    charts = trend_charts(daily.trends, names, d_day, regions=True)
    return environment.get_template("daily.html.j2").render(
        daily=daily,
        heading=heading(daily),
        notice=process.settings.notice,
        sections=(*sections, replace(trends, picture=charts)),
        map=daily_map(process, daily),
        notes=[note for note in dict.fromkeys(daily.notes) if note != process.settings.notice],
        day=day,
        version=__version__,
        style=environment.get_template("brief.css").render(),
    )
