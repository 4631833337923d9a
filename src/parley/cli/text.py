"""Verbs about the text of an agreement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..model import Audience, WrongUsage
from .app import (
    AsJson,
    AsOf,
    For,
    Papers,
    Published,
    app,
    busy,
    choices_of,
    date_of,
    path_of,
    print_words,
    refuse_date,
    show,
    time_of,
)


@app.command()
def check(
    path: Annotated[Path, path_of("FILE|DIR", "A text, or a process folder.")],
    explain: Annotated[bool, typer.Option(help="Say each sentence back in plain words.")] = False,
    timeline: Annotated[bool, typer.Option(help="Show the dates that follow from D-day.")] = False,
    d_day: Annotated[
        str | None, typer.Option("--d-day", metavar="DATE", help="Suppose this D-day for the dates.")
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--as", metavar="PROFILE", help="The kind of text it is; else the text shows it."),
    ] = None,
    accept: Annotated[
        str | None, typer.Option(metavar="CODE@PROVISION", help="Accept a finding as it is; needs --by, --reason.")
    ] = None,
    revoke: Annotated[
        str | None, typer.Option(metavar="CODE@PROVISION", help="Take an acceptance back; needs --by.")
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who accepts or revokes.")] = "",
    reason: Annotated[str, typer.Option(help="Why it is accepted.")] = "",
    expect: Annotated[
        bool, typer.Option("--expect", help="Compare with the expected findings beside the text; 1 if they differ.")
    ] = False,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Write the findings as the expected ones beside the text.")
    ] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Print SARIF 2.1.0, for editors.")] = False,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the dates as bars, into this file.")] = None,
    ics: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the dates as a calendar.")] = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What the text forgot, contradicts, or leaves for nobody to verify. Exit code 1 if there is a blocker that
    nobody accepted.
    """
    from ..briefing import sarif, write_dates
    from ..model import Severity
    from ..process import Process, check_file, compare_expected, is_process, regenerate_expected, words_of

    who, day = Audience.parse(audience), time_of(d_day) if d_day and "T" in d_day else date_of(d_day)
    if as_sarif and as_json:
        raise WrongUsage("--json and --sarif are two outputs; ask for one.")
    if accept is not None or revoke is not None:
        _decide(path, who, accept, revoke, by, reason)
    output = Process.open(path).check(who, day, profile) if is_process(path) else check_file(path, who, day, profile)
    output = write_dates(output, svg, ics)
    if regenerate:
        output = regenerate_expected(output, path)
    if expect:
        output = compare_expected(output, path)
    if as_sarif:
        print_words(sarif(output, words_of(path, who), str(path / output.path if is_process(path) else path)))
    else:
        show(output, as_json, explain=explain, timeline=timeline or svg is not None or ics is not None)
    differs = output.expectation is not None and (output.expectation.missing or output.expectation.unexpected)
    open_blocker = any(f.severity is Severity.BLOCKER and f.accepted is None for f in output.findings)
    if differs or (open_blocker and not expect):
        raise typer.Exit(1)


def _decide(path: Path, who: Audience, accept: str | None, revoke: str | None, by: str, reason: str) -> None:
    """Record that a finding is accepted, or that this is taken back."""
    from ..process import Process, is_process

    if not is_process(path):
        raise WrongUsage("Accepting a finding is a decision of a process; for a text alone keep expected findings.")
    if not by:
        raise WrongUsage("Accepting a finding is a decision; say whose with --by NAME.")
    process = Process.open(path)
    if revoke is not None:
        process.revoke_acceptance(revoke, by=by, audience=who)
    if accept is not None:
        process.accept(accept, by=by, reason=reason, audience=who)


@app.command()
def diff(
    before: Annotated[Path, path_of("A", "The earlier text, or a process folder for its draft.")],
    after: Annotated[Path, path_of("B", "The later one.")],
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What changed between two drafts, by provision and by meaning, and who moved."""
    from ..process import diff_files

    show(diff_files(before, after, Audience.parse(audience)), as_json)


@app.command()
def precedents(
    folder: Annotated[Path, path_of("DIR", "A folder of agreements, or a process with one called precedents.")],
    like: Annotated[str, typer.Option(metavar="PROVISION", help="A provision, FILE#PROVISION, or a sentence.")],
    most: Annotated[int, typer.Option(min=1, help="So many at most.")] = 10,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """The same duty in other agreements, by what it means and not by its words."""
    from ..process import find_precedents

    with busy("Reading agreements", as_json):
        output = find_precedents(folder, like, most, Audience.parse(audience))
    show(output, as_json)


@app.command()
def settle(
    path: Annotated[Path, path_of("FILE|DIR", "A text, or a process folder.")],
    take: Annotated[
        list[str] | None, typer.Option(metavar="LABEL=OPTION", help="An option for a bracket; repeatable.")
    ] = None,
    final: Annotated[bool, typer.Option("--final", help="Record that this very text is what was agreed.")] = False,
    by: Annotated[str, typer.Option(help="Who decides; recorded in a process.")] = "",
    reason: Annotated[str, typer.Option(help="Why; recorded in a process.")] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the clean text here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Choose options for brackets and get the clean text. In a process the choice is recorded as a decision."""
    from ..process import Process, is_process, refuse_existing, settle_file, write_new

    taken = choices_of(take or (), "--take")
    if out is not None:
        refuse_existing(out)  # before anything is recorded
    if is_process(path):
        if not by:
            raise WrongUsage("Settling a bracket of a process is a decision; say whose with --by NAME.")
        output = Process.open(path).settle(taken, by=by, reason=reason, final=final)
    elif final:
        raise WrongUsage("--final is recorded in a process; for a single file write status: final in its front matter.")
    else:
        output = settle_file(path, taken)
    if out is not None:
        write_new(out, output.text)
        output = output.replace(path=str(out))
    show(output, as_json)


@app.command()
def convert(
    paths: Papers,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The file to write; for CSV a folder.")],
    to: Annotated[str | None, typer.Option(metavar="FORMAT", help="By default as OUT ends.")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="CSV with a byte order mark, for Excel.")] = False,
    published: Published = None,
    as_of: AsOf = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Write for other programs what papers say (jsonl, csv with CAMEO and PLOVER codes, webanno), or a text: as a
    document (txt, docx, odt, html, pdf, akn, json), as formulas of temporal logic (mfotl), and reports as a log for
    them (trace).
    """
    from ..process import Process, convert_files, is_process

    date, who, moment = date_of(published), Audience.parse(audience), time_of(as_of)
    with busy("Reading", as_json):
        if len(paths) == 1 and is_process(paths[0]):
            refuse_date(date)
            output = Process.open(paths[0]).convert(out, to, who, bom, moment)
        elif moment is not None:
            raise WrongUsage("--as-of says up to when a process's reports count; name a process folder.")
        else:
            output = convert_files(paths, out, to, date, who, bom)
    show(output, as_json)
