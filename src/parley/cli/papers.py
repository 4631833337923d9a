"""Verbs about what papers say."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..model import Audience, Every, WrongUsage
from .app import AsJson, Folder, For, Papers, Published, app, busy, date_of, refuse_date, show


@app.command()
def read(
    paths: Papers,
    published: Published = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Who said what, to whom, when, how firmly: read papers, or all those of a process."""
    from ..process import Process, is_process, read_files

    date, who = date_of(published), Audience.parse(audience)
    with busy("Reading", as_json):
        if len(paths) == 1 and is_process(paths[0]):
            refuse_date(date)
            output = Process.open(paths[0]).read(who)
        else:
            output = read_files(paths, published=date, audience=audience)
    show(output, as_json)


@app.command()
def review(
    folder: Folder,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides; without it nothing is asked.")] = "",
    issue: Annotated[str | None, typer.Option(metavar="ID", help="Only statements on this issue.")] = None,
    party: Annotated[str | None, typer.Option(metavar="ID", help="Only statements of this party.")] = None,
    paper: Annotated[str | None, typer.Option(metavar="NAME", help="Only statements of this paper.")] = None,
    certain: Annotated[bool, typer.Option("--all", help="The certain ones too, not the uncertain alone.")] = False,
    sample: Annotated[
        int | None, typer.Option(metavar="N", help="A random sample of N, by which precision is measured.")
    ] = None,
    seed: Annotated[int, typer.Option(metavar="S", help="Which random sample; the same for the same S.")] = 1,
    listed: Annotated[bool, typer.Option("--list", help="Print what is open, and ask nothing.")] = False,
    report: Annotated[bool, typer.Option("--report", help="Print how often the reading was right.")] = False,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Settle what is uncertain, one statement after the other, by keyboard: accept, correct, reject, merge."""
    from ..process import Filters, Process

    who, filters = Audience.parse(audience), Filters(issue, party, paper)
    process = Process.open(folder)
    if listed or report or as_json:
        with busy("Reading", as_json):
            output = process.review(who, filters, certain, sample, seed)
        show(output, as_json, report=report)
        return
    if not by.strip():
        raise WrongUsage("A decision is somebody's: say whose with --by NAME, or print what is open with --list.")
    from ..briefing.terminal import console
    from ..review import Sitting, keys_of

    with busy("Reading", as_json):
        desk = process.desk(who)
    screen = console()
    keys = keys_of(sys.stdin, lambda words: screen.print(words, markup=False))
    Sitting(desk, by, keys, screen, filters, certain, sample, seed).run()


@app.command()
def search(
    folder: Folder,
    words: Annotated[str, typer.Argument(help="Words to look for, in any script.")],
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Find words in the papers of a process, in any language, read or not."""
    from ..process import Process

    show(Process.open(folder).search(words, Audience.parse(audience)), as_json)


@app.command()
def positions(
    folder: Folder,
    changes: Annotated[bool, typer.Option("--changes", help="Show what moved, in place of where all stand.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE|Nd", help="What moved since a day, or in the last N days.")
    ] = None,
    tone: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="How A acts towards B, over time.")
    ] = None,
    by: Annotated[Every, typer.Option(help="Tone by week or by month.")] = Every.WEEK,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Where each party stands on each issue, with the statements behind it; what moved; the tone between two."""
    from ..process import Process

    who = Audience.parse(audience)
    with busy("Reading", as_json):
        output = Process.open(folder).positions(who, since=since, tone=tone, every=by)
    show(output, as_json, changes=changes or since is not None)
