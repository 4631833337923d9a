"""Verbs that watch and brief, and the record."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from ..model import Audience, WrongUsage
from .app import AsJson, AsOf, Folder, For, app, busy, date_of, hour_of, print_words, record, show, time_of

if TYPE_CHECKING:
    from ..process import Process


class _SeveralFiles(typer.core.TyperCommand):
    """``DIR --reports A B C``: behind the folder, the words after this option, up to the next, are all its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        valued = {name for one in self.params if not getattr(one, "is_flag", False) for name in one.opts}
        spread: list[str] = []
        before, folder, inside = "", False, False
        for word in args:
            if word.startswith("-"):
                inside = word == "--reports" and folder
            elif before not in valued:
                folder = folder or not inside
                spread += ["--reports"] if inside else []
            spread.append(word)
            before = word
        return super().parse_args(ctx, spread)


@app.command(cls=_SeveralFiles)
def watch(
    folder: Folder,
    reports: Annotated[
        list[Path] | None, typer.Option(metavar="FILE ...", help="Reports; the folder's by default.")
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(metavar="NAME|FILE", help="How the files of --reports are written: a ready mapping, or a file."),
    ] = None,
    duplicates: Annotated[bool, typer.Option(help="Propose reports of several sources that may be one event.")] = False,
    as_of: AsOf = None,
    rehearse: Annotated[bool, typer.Option(help="Hold the reports against a text that is not in force.")] = False,
    script: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Rehearse with a scripted week in place of reports.")
    ] = None,
    d_day: Annotated[
        str | None, typer.Option("--d-day", metavar="DATE", help="Suppose this D-day for a rehearsal.")
    ] = None,
    daily: Annotated[bool, typer.Option("--daily", help="The daily report of the last reporting day.")] = False,
    day: Annotated[
        str | None, typer.Option(metavar="DATE", help="With --daily: the reporting day that ends on this day.")
    ] = None,
    hour: Annotated[
        str | None, typer.Option(metavar="HH:MM", help="With --daily: the local hour at which the reporting day ends.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="With --daily: FILE.txt, .html, .csv or .svg."),
    ] = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What was kept, what was broken, what can't be told. Exit code 1 if there is a breach."""
    from ..model import Outcome
    from ..process import Process

    who, moment = Audience.parse(audience), time_of(as_of)
    if daily:
        if reports or mapping or rehearse or duplicates or script or d_day:
            raise WrongUsage("--daily is of the process's own reports and the text in force; leave the other options.")
        _daily(Process.open(folder), who, date_of(day), hour_of(hour), moment, out, as_json)
        return
    for option, given in (("--day", day), ("--hour", hour), ("--out", out)):
        if given is not None:
            raise WrongUsage(f"{option} belongs to --daily; add it.")
    supposed = time_of(d_day) if d_day and "T" in d_day else date_of(d_day)
    with busy("Watching", as_json):
        output = Process.open(folder).watch(
            who,
            as_of=moment,
            reports=reports or None,
            rehearse=rehearse,
            mapping=mapping,
            duplicates=duplicates,
            d_day=supposed,
            script=script,
        )
    show(output, as_json)
    if any(verdict.verdict is Outcome.BREACHED for verdict in output.verdicts):
        raise typer.Exit(1)


def _daily(
    process: Process,
    who: Audience,
    day: dt.date | None,
    hour: dt.time | None,
    moment: dt.datetime | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Print the daily report, or write it to a file; exit code 1 if a breach stands."""
    from ..briefing.daily import as_text, names_in, refuse_kind, write_daily
    from ..model import Outcome

    if out is not None:
        refuse_kind(out)  # before the work
    with busy("Writing the daily report", as_json):
        output = process.daily(who, day=day, hour=hour, as_of=moment)
        if out is not None:
            output = write_daily(process, output, out)
    if as_json:
        show(output, as_json)
    elif out is None:
        print_words(as_text(output, names_in(process, output)))
    else:
        print_words(f"→ {output.files[0]}")
    if any(each.verdict is Outcome.BREACHED for each in output.provisions):
        raise typer.Exit(1)


@app.command()
def brief(
    folder: Folder,
    audience: For = "team",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it here, in place of the folder's out/.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write the brief: one self-contained HTML file in out/, and a summary here."""
    from ..briefing import brief as write
    from ..process import Process

    with busy("Writing the brief", as_json):
        output = write(Process.open(folder), Audience.parse(audience), out)
    show(output, as_json)


@record.command("verify")
def record_verify(
    folder: Folder,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head printed earlier; it must be in the chain.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that no decision was changed, moved, added or cut. Exit code 4 if the chain is broken."""
    from ..process import Process

    show(Process.open(folder).verify(head=head), as_json)


@app.command("schema")
def print_schema(name: Annotated[str, typer.Argument(metavar="NAME", help="The verb whose output it is.")]) -> None:
    """Print the JSON Schema of a verb's output."""
    from ..model import OUTPUTS, schema

    if name not in OUTPUTS:
        raise WrongUsage(f"There is no output '{name}'; there are: {', '.join(OUTPUTS)}.")
    typer.echo(json.dumps(schema(name), indent=2, ensure_ascii=False))
