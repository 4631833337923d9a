"""Verbs that begin something."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .app import AsJson, app, busy, path_of, show


@app.command()
def demo(
    folder: Annotated[Path, path_of("DIR", "Where to put it.")] = Path("parley-demo"),
    as_json: AsJson = False,
) -> None:
    """Copy the shipped fictional process, run the whole journey on it and write the brief."""
    from ..briefing import demo as run

    with busy("Running the journey on a fictional process", as_json):
        output = run(folder)
    show(output, as_json)


@app.command()
def new(
    folder: Annotated[Path, path_of("DIR", "The folder to make.")],
    framework: Annotated[str, typer.Option(metavar="KIND", help="The kind of text to start from.")] = "blank",
    as_json: AsJson = False,
) -> None:
    """Scaffold a process folder, with a text to start from."""
    from ..process import Process

    show(Process.new(folder, framework=framework), as_json)
