"""The command line: one verb each, thin. What a verb does is a method or function of the same name."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import traceback
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic_core import PydanticSerializationError

from . import __version__
from .model import (
    OUTPUTS,
    YEARS,
    Audience,
    Every,
    Outcome,
    Output,
    ParleyError,
    Severity,
    WrongUsage,
    near_enough,
    schema,
)

app = typer.Typer(
    name="parley",
    help="A framework for peace: from what the parties say, to the text they could sign, to what is kept of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
record = typer.Typer(help="The record: the chain of decisions.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(record, name="record")


def _path(metavar: str, help: str) -> Any:
    """An argument that is a path; whether it can be read is said by whoever opens it."""
    return typer.Argument(readable=False, metavar=metavar, help=help)


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document (see: parley schema NAME).")]
For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="public, team, mediator or party:NAME.")]
Folder = Annotated[Path, _path("DIR", "A process folder.")]
Papers = Annotated[list[Path], _path("PATH", "Papers, or one process folder.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The papers' date, as 2031-03-06.")]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"parley {__version__}")
        raise typer.Exit


@app.command()
def demo(
    folder: Annotated[Path, _path("DIR", "Where to put it.")] = Path("parley-demo"),
    as_json: AsJson = False,
) -> None:
    """Copy the shipped fictional process, run the whole journey on it and write the brief."""
    from .briefing import demo as run

    with _busy("Running the journey on a fictional process", as_json):
        output = run(folder)
    _print(output, as_json)


@app.command()
def new(
    folder: Annotated[Path, _path("DIR", "The folder to make.")],
    framework: Annotated[str, typer.Option(metavar="KIND", help="The kind of text to start from.")] = "blank",
    as_json: AsJson = False,
) -> None:
    """Scaffold a process folder, with a text to start from."""
    from .process import Process

    _print(Process.new(folder, framework=framework), as_json)


@app.command()
def read(
    paths: Papers,
    published: Published = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Who said what, to whom, when, how firmly: read papers, or all those of a process."""
    from .process import Process, is_process, read_files

    date, who = _date(published), Audience.parse(audience)
    with _busy("Reading", as_json):
        if len(paths) == 1 and is_process(paths[0]):
            _refuse_date(date)
            output = Process.open(paths[0]).read(who)
        else:
            output = read_files(paths, published=date, audience=audience)
    _print(output, as_json)


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
    from .process import Filters, Process

    who, filters = Audience.parse(audience), Filters(issue, party, paper)
    process = Process.open(folder)
    if listed or report or as_json:
        with _busy("Reading", as_json):
            output = process.review(who, filters, certain, sample, seed)
        _print(output, as_json, report=report)
        return
    if not by.strip():
        raise WrongUsage("A decision is somebody's: say whose with --by NAME, or print what is open with --list.")
    from .briefing.terminal import console
    from .review import Sitting, keys_of

    with _busy("Reading", as_json):
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
    from .process import Process

    _print(Process.open(folder).search(words, Audience.parse(audience)), as_json)


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
    from .process import Process

    who = Audience.parse(audience)
    with _busy("Reading", as_json):
        output = Process.open(folder).positions(who, since=since, tone=tone, every=by)
    _print(output, as_json, changes=changes or since is not None)


@app.command()
def check(
    path: Annotated[Path, _path("FILE|DIR", "A text, or a process folder.")],
    explain: Annotated[bool, typer.Option(help="Say each sentence back in plain words.")] = False,
    timeline: Annotated[bool, typer.Option(help="Show the dates that follow from D-day.")] = False,
    d_day: Annotated[
        str | None, typer.Option("--d-day", metavar="DATE", help="Suppose this D-day for the dates.")
    ] = None,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the dates as bars, into this file.")] = None,
    ics: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the dates as a calendar.")] = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What the text forgot, contradicts, or leaves for nobody to verify. Exit code 1 if there is a blocker."""
    from .briefing import write_dates
    from .process import Process, check_file, is_process

    who, day = Audience.parse(audience), _time(d_day) if d_day and "T" in d_day else _date(d_day)
    output = Process.open(path).check(who, day) if is_process(path) else check_file(path, who, day)
    output = write_dates(output, svg, ics)
    _print(output, as_json, explain=explain, timeline=timeline or svg is not None or ics is not None)
    if any(finding.severity is Severity.BLOCKER for finding in output.findings):
        raise typer.Exit(1)


@app.command()
def diff(
    before: Annotated[Path, _path("A", "The earlier text, or a process folder for its draft.")],
    after: Annotated[Path, _path("B", "The later one.")],
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What changed between two drafts, by provision and by meaning, and who moved."""
    from .process import diff_files

    _print(diff_files(before, after, Audience.parse(audience)), as_json)


@app.command()
def precedents(
    folder: Annotated[Path, _path("DIR", "A folder of agreements, or a process with one called precedents.")],
    like: Annotated[str, typer.Option(metavar="PROVISION", help="A provision, FILE#PROVISION, or a sentence.")],
    most: Annotated[int, typer.Option(min=1, help="So many at most.")] = 10,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """The same duty in other agreements, by what it means and not by its words."""
    from .process import find_precedents

    with _busy("Reading agreements", as_json):
        output = find_precedents(folder, like, most, Audience.parse(audience))
    _print(output, as_json)


@app.command()
def settle(
    path: Annotated[Path, _path("FILE|DIR", "A text, or a process folder.")],
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
    from .process import Process, is_process, refuse_existing, settle_file, write_new

    taken = _choices(take or ())
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
    _print(output, as_json)


@app.command()
def convert(
    paths: Papers,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The file to write; for CSV a folder.")],
    to: Annotated[str | None, typer.Option(metavar="FORMAT", help="By default as OUT ends.")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="CSV with a byte order mark, for Excel.")] = False,
    published: Published = None,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """Write for other programs what papers say (jsonl, csv with CAMEO and PLOVER codes, webanno), or a text: as a
    document (txt, docx, odt, html, pdf, akn, json), as formulas of temporal logic (mfotl), and reports as a log for
    them (trace).
    """
    from .process import Process, convert_files, is_process

    date, who = _date(published), Audience.parse(audience)
    with _busy("Reading", as_json):
        if len(paths) == 1 and is_process(paths[0]):
            _refuse_date(date)
            output = Process.open(paths[0]).convert(out, to, who, bom)
        else:
            output = convert_files(paths, out, to, date, who, bom)
    _print(output, as_json)


@app.command()
def weigh(
    path: Annotated[Path, _path("DIR|CASE", "A process folder, or a case as JSON or TOML.")],
    audience: For = "mediator",
    as_json: AsJson = False,
) -> None:
    """Which packages all parties could accept, and what stands in the way. Exit code 1 if there are none."""
    from .process import Process, is_process, weigh_file

    who = Audience.parse(audience)
    with _busy("Weighing", as_json):
        output = Process.open(path).weigh(who) if is_process(path) else weigh_file(path, who)
    _print(output, as_json)
    if output.agreement_zone.empty:
        raise typer.Exit(1)


@app.command()
def watch(
    folder: Folder,
    reports: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Reports; the folder's by default.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="TIME", help="Judge as of this time (ISO 8601).")] = None,
    rehearse: Annotated[bool, typer.Option(help="Hold the reports against a text that is not in force.")] = False,
    audience: For = "team",
    as_json: AsJson = False,
) -> None:
    """What was kept, what was broken, what can't be told. Exit code 1 if there is a breach."""
    from .process import Process

    who, moment = Audience.parse(audience), _time(as_of)
    with _busy("Watching", as_json):
        output = Process.open(folder).watch(who, as_of=moment, reports=reports or None, rehearse=rehearse)
    _print(output, as_json)
    if any(verdict.verdict is Outcome.BREACHED for verdict in output.verdicts):
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
    from .briefing import brief as write
    from .process import Process

    with _busy("Writing the brief", as_json):
        output = write(Process.open(folder), Audience.parse(audience), out)
    _print(output, as_json)


@record.command("verify")
def record_verify(
    folder: Folder,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head printed earlier; it must be in the chain.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that no decision was changed, moved, added or cut. Exit code 4 if the chain is broken."""
    from .process import Process

    _print(Process.open(folder).verify(head=head), as_json)


@app.command("schema")
def print_schema(name: Annotated[str, typer.Argument(metavar="NAME", help="The verb whose output it is.")]) -> None:
    """Print the JSON Schema of a verb's output."""
    if name not in OUTPUTS:
        raise WrongUsage(f"There is no output '{name}'; there are: {', '.join(OUTPUTS)}.")
    typer.echo(json.dumps(schema(name), indent=2, ensure_ascii=False))


def main() -> None:
    """Run the command line; every error a user can meet is one sentence on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page that cannot hold our papers' scripts.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        raise SystemExit(app(standalone_mode=False) or 0)
    except ParleyError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        _let_go_of_output()
    except PermissionError as error:
        _fail(
            f"{error.filename}: this may not be read or written here; change its permissions or choose another place.",
            5,
        )
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        _fail(f"{error.filename or 'standard output'}: {why}; check the path and the disk.", 3)
    except MemoryError:
        _fail("the input is too large for this machine's memory; split it and try again.", 3)
    except KeyboardInterrupt:
        _fail("stopped; what was already written is whole.", 130)
    except Exception as error:
        if hasattr(error, "format_message"):  # the command line's own complaint, a class that typer does not hand out
            _wrong_usage(error)
        # A fault of ours. A traceback would print pieces of papers, so only the place in the code is told.
        if os.environ.get("PARLEY_DEBUG"):
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        _fail(f"a fault in Parley itself ({type(error).__name__} in {where}); set PARLEY_DEBUG=1 to see all of it.", 70)


def _fail(sentence: str, code: int) -> NoReturn:
    from .text.visible import visible

    line = visible(sentence.replace("\r", "\\r").replace("\n", "\\n"))  # a file's name may hold a line's end
    sys.stderr.write(f"parley: {line}\n")
    raise SystemExit(code)


def _wrong_usage(error: Any) -> NoReturn:
    """An unknown command or option, a missing word: one sentence, or the help where nothing was asked for."""
    message = error.format_message().strip()
    if "\n" in message:
        sys.stderr.write(f"{message}\n")
        raise SystemExit(2)
    command = error.ctx.command_path if error.ctx else "parley"
    _fail(f"{message.rstrip('.')}; see: {command} --help.", 2)


def _let_go_of_output() -> None:
    """The reader of our output went away (`| head`): keep the interpreter from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(output: Output, as_json: bool, **options: Any) -> None:
    try:
        if as_json:
            typer.echo(_json(output))
        else:
            from .briefing.terminal import show

            show(output, **options)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()  # and end with the exit code that the output deserves


def _json(output: Output) -> str:
    try:
        return output.model_dump_json(indent=2, by_alias=True)
    except PydanticSerializationError:
        # Half a surrogate pair, as in a file's name that is no UTF-8: JSON can hold it as an escape.
        return json.dumps(output.model_dump(mode="json", by_alias=True), indent=2)


def _busy(what: str, as_json: bool) -> AbstractContextManager[Any]:
    """A sign of life on standard error, where a person is looking."""
    if as_json or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"{what} …")


def _choices(take: Iterable[str]) -> dict[str, str]:
    """The option by label of every ``--take``."""
    taken: dict[str, str] = {}
    for words in take:
        label, sign, option = words.partition("=")
        label = label.strip().removeprefix("#")
        if not sign or not label:
            raise WrongUsage(f"'{words}' is not of the form LABEL=OPTION.")
        if label in taken:
            raise WrongUsage(f"--take names #{label} twice; keep one of the two.")
        taken[label] = option.strip()
    return taken


def _refuse_date(date: dt.date | None) -> None:
    if date:
        raise WrongUsage(
            "--published is for single papers; in a process the date stands in the paper's .meta.toml file."
        )


def _date(words: str | None) -> dt.date | None:
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise WrongUsage(f"'{words}' is not a date; write it as 2031-03-06.") from None


def _time(words: str | None) -> dt.datetime | None:
    if words is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        raise WrongUsage(f"'{words}' is not a time; write it as 2031-03-06 or 2031-03-06T12:00+02:00.") from None
    if not near_enough(moment):
        raise WrongUsage(f"'{words}' is too far away to reckon with; write a year from {YEARS[0]} to {YEARS[1]}.")
    return moment


if __name__ == "__main__":
    main()
