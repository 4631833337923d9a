"""``weigh``, and how it takes several names after one option."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from ..model import Audience, WrongUsage
from .app import AsJson, For, app, busy, path_of, show


class Method(StrEnum):
    PACKAGES = "packages"
    STABILITY = "stability"
    DIVIDE = "divide"


class _SeveralNames(typer.core.TyperCommand):
    """``--profiles A B C``: the words after it, up to the next option, are all its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        spread: list[str] = []
        inside = False
        for word in args:
            inside = word == "--profiles" or (inside and not word.startswith("-"))
            named = inside and word != "--profiles" and spread[-1:] != ["--profiles"]
            spread += ["--profiles", word] if named else [word]
        return super().parse_args(ctx, spread)


@app.command(cls=_SeveralNames)
def weigh(
    path: Annotated[Path, path_of("DIR|CASE", "A process, a case as JSON or TOML, or a Genius or NegMAS folder.")],
    profiles: Annotated[
        list[str] | None, typer.Option(metavar="A B ...", help="These parties of the case, by their files' names.")
    ] = None,
    reserve: Annotated[float | None, typer.Option(metavar="N", help="Every party's reserve, in points.")] = None,
    normalise: Annotated[
        bool, typer.Option("--normalise", help="Divide each issue's scores by their maximum.")
    ] = False,
    method: Annotated[
        Method, typer.Option(help="Packages; the states of a graph model; or two parties divide issues.")
    ] = Method.PACKAGES,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the packages into this file, as SVG.")] = None,
    audience: For = "mediator",
    as_json: AsJson = False,
) -> None:
    """Which packages all parties could accept, and what stands in the way. Exit code 1 if there are none."""
    from ..process import Process, divide_file, is_process, judge_file, refuse_existing, weigh_file

    who = Audience.parse(audience)
    if is_process(path) and (reserve is not None or normalise or (profiles and method is not Method.DIVIDE)):
        raise WrongUsage("--profiles, --reserve and --normalise are for cases outside a process.")
    if method is Method.STABILITY and (profiles or reserve is not None or normalise):
        raise WrongUsage("--profiles, --reserve and --normalise are not for a graph model.")
    if method is Method.DIVIDE and reserve is not None:
        raise WrongUsage("--reserve is for packages; who divides has no reserve.")
    if plot is not None:
        if method is not Method.PACKAGES:
            raise WrongUsage("--plot draws packages; the other methods have tables alone.")
        refuse_existing(plot)
    with busy("Weighing", as_json):
        if method is Method.STABILITY:
            show(judge_file(path, who), as_json)
            return
        if method is Method.DIVIDE:
            show(divide_file(path, who, profiles or (), normalise), as_json)
            return
        if is_process(path):
            output = Process.open(path).weigh(who)
        else:
            output = weigh_file(path, who, profiles or (), reserve, normalise)
    if plot is not None:
        from ..briefing import write_plot

        output = write_plot(output, plot)
    show(output, as_json)
    if output.agreement_zone.empty:
        raise typer.Exit(1)
