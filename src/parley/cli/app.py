"""The application, what its verbs have in common, and how they print."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic_core import PydanticSerializationError

from .. import __version__
from ..model import YEARS, WrongUsage, near_enough

if TYPE_CHECKING:
    from ..model import Output

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


def path_of(metavar: str, help: str) -> Any:
    """An argument that is a path; whether it can be read is said by whoever opens it."""
    return typer.Argument(readable=False, metavar=metavar, help=help)


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document (see: parley schema NAME).")]
For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="public, team, mediator or party:NAME.")]
Folder = Annotated[Path, path_of("DIR", "A process folder.")]
Papers = Annotated[list[Path], path_of("PATH", "Papers, or one process folder.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="TIME", help="As of this time (ISO 8601): what was reported later doesn't count."),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The papers' date, as 2031-03-06.")]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"parley {__version__}")
        raise typer.Exit


def show(output: Output, as_json: bool, **options: Any) -> None:
    """Print an output: for people, or as JSON."""
    try:
        if as_json:
            typer.echo(_json(output))
        else:
            from ..briefing.terminal import show as show_to_people

            show_to_people(output, **options)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of_output()  # and end with the exit code that the output deserves


def print_words(words: str) -> None:
    """Print what is for other programs, as it is."""
    try:
        typer.echo(words)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of_output()


def _json(output: Output) -> str:
    try:
        return output.model_dump_json(indent=2, by_alias=True)
    except PydanticSerializationError:
        # Half a surrogate pair, as in a file's name that is no UTF-8: JSON can hold it as an escape.
        return json.dumps(output.model_dump(mode="json", by_alias=True), indent=2)


def busy(what: str, as_json: bool) -> AbstractContextManager[Any]:
    """A sign of life on standard error, where a person is looking."""
    if as_json or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"{what} …")


def refuse_date(date: dt.date | None) -> None:
    if date:
        raise WrongUsage(
            "--published is for single papers; in a process the date stands in the paper's .meta.toml file."
        )


def date_of(words: str | None) -> dt.date | None:
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise WrongUsage(f"'{words}' is not a date; write it as 2031-03-06.") from None


def choices_of(given: Iterable[str], option_name: str) -> dict[str, str]:
    """The option by label of every LABEL=OPTION given with an option called ``option_name``."""
    taken: dict[str, str] = {}
    for words in given:
        label, sign, option = words.partition("=")
        label = label.strip().removeprefix("#")
        if not sign or not label:
            raise WrongUsage(f"'{words}' is not of the form LABEL=OPTION.")
        if label in taken:
            raise WrongUsage(f"{option_name} names #{label} twice; keep one of the two.")
        taken[label] = option.strip()
    return taken


def time_of(words: str | None) -> dt.datetime | None:
    if words is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        raise WrongUsage(f"'{words}' is not a time; write it as 2031-03-06 or 2031-03-06T12:00+02:00.") from None
    if not near_enough(moment):
        raise WrongUsage(f"'{words}' is too far away to reckon with; write a year from {YEARS[0]} to {YEARS[1]}.")
    return moment


def hour_of(words: str | None) -> dt.time | None:
    from ..process.settings import hour_named

    if words is None:
        return None
    hour = hour_named(words)
    if hour is None:
        raise WrongUsage(f"'{words}' is no hour; write it as 19:30.")
    return hour


def let_go_of_output() -> None:
    """The reader of our output went away (`| head`): keep the interpreter from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
