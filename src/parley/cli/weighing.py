"""``weigh``, and how it takes several words after one option."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from ..model import Audience, NotPermitted, WrongUsage
from .app import AsJson, For, app, busy, choices_of, path_of, show

if TYPE_CHECKING:
    from ..model import ReleasedOutput
    from ..process import Process

_SEVERAL = ("--profiles", "--release", "--from")


class Method(StrEnum):
    PACKAGES = "packages"
    STABILITY = "stability"
    DIVIDE = "divide"


class _SeveralNames(typer.core.TyperCommand):
    """``--profiles A B C``: the words after such an option, up to the next option, are all its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        spread: list[str] = []
        inside = ""
        for word in args:
            inside = word if word in _SEVERAL else "" if word.startswith("-") else inside
            named = inside and word != inside and spread[-1:] != [inside]
            spread += [inside, word] if named else [word]
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
    draws: Annotated[
        int | None, typer.Option(metavar="N", help="Profiles drawn where something is uncertain; 1,000 by default.")
    ] = None,
    seed: Annotated[int | None, typer.Option(metavar="S", help="The seed of the draws.")] = None,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the packages into this file, as SVG.")] = None,
    start: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="LABEL=OPTION ...", help="Where the improvement path and the trades start."),
    ] = None,
    release: Annotated[
        list[str] | None, typer.Option(metavar="LABEL=OPTION ...", help="Show this package to others: with --to, --by.")
    ] = None,
    to: Annotated[str, typer.Option(metavar="AUDIENCE", help="To whom: party:NAME, team or public.")] = "",
    revoke: Annotated[str, typer.Option(metavar="ID", help="Show a released package no longer: with --by.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides; whom it is shown to can read that.")] = "",
    released: Annotated[bool, typer.Option("--released", help="Only list the packages that were released.")] = False,
    propose: Annotated[
        str, typer.Option(metavar="PARTY", help="Propose a first profile from public positions; -o FILE writes it.")
    ] = "",
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="A new file, for --propose.")] = None,
    audience: For = "mediator",
    as_json: AsJson = False,
) -> None:
    """Which packages all parties could accept, and what stands in the way. Exit code 1 if there are none.

    For anybody but the mediator: the packages that the mediator released to them.
    """
    from ..process import Process, divide_file, is_process, judge_file, refuse_existing, weigh_file

    who = Audience.parse(audience)
    deciding = release is not None or bool(revoke or to)
    if propose or out is not None:
        if not propose:
            raise WrongUsage("-o is the file for --propose PARTY; a weighing is written with --json.")
        if not is_process(path):
            raise WrongUsage("--propose reads what a process's papers tell; name its folder.")
        with busy("Reading", as_json):
            proposed = Process.open(path).propose_profile(propose, out, who)
        show(proposed, as_json)
        return
    if is_process(path) and (deciding or released or who != "mediator"):
        given = (start, profiles, normalise, reserve is not None, plot is not None, method is not Method.PACKAGES)
        others = any(given)
        if others and who != "mediator":
            raise NotPermitted(f"Weighing is for the mediator; {who} sees the packages released to it, with no option.")
        if others:
            raise WrongUsage("--release, --revoke and --released stand without the options of weighing.")
        shown = _released(Process.open(path), who, release, to, revoke, by)
        if not (shown.released or released or who == "mediator"):
            raise NotPermitted(f"Weighing is for the mediator, not for {who}, to whom no package was released.")
        show(shown, as_json)
        return
    if deciding or released or to or by:
        raise WrongUsage("Packages are released in a process: name its folder, and --release, --to and --by.")
    if is_process(path) and (reserve is not None or normalise or (profiles and method is not Method.DIVIDE)):
        raise WrongUsage("--profiles, --reserve and --normalise are for cases outside a process.")
    if method is Method.STABILITY and (profiles or reserve is not None or normalise):
        raise WrongUsage("--profiles, --reserve and --normalise are not for a graph model.")
    if method is Method.DIVIDE and reserve is not None:
        raise WrongUsage("--reserve is for packages; who divides has no reserve.")
    if method is not Method.PACKAGES and (draws is not None or seed is not None):
        raise WrongUsage("--draws and --seed are for packages; the other methods draw nothing.")
    if start is not None and method is not Method.PACKAGES:
        raise WrongUsage("--from is a package; the other methods have none.")
    begin = None if start is None else choices_of(start, "--from")
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
            output = Process.open(path).weigh(who, draws, seed, begin)
        else:
            output = weigh_file(path, who, profiles or (), reserve, normalise, draws, seed, begin)
    if plot is not None:
        from ..briefing import write_plot

        output = write_plot(output, plot)
    show(output, as_json)
    if output.agreement_zone.empty:
        raise typer.Exit(1)


def _released(
    process: Process, who: Audience, release: list[str] | None, to: str, revoke: str, by: str
) -> ReleasedOutput:
    """Record a release, or that one is taken back, if either was asked for; what is released then."""
    if release is not None and revoke:
        raise WrongUsage("--release and --revoke are two decisions; make one after the other.")
    if (release is not None or revoke) and not by:
        raise WrongUsage("A release is a decision of the mediator; say whose with --by NAME.")
    if release is not None and not to:
        raise WrongUsage("Say to whom the package is shown with --to party:NAME, team or public.")
    if release is None and to:
        raise WrongUsage("--to says to whom a package is released; name it with --release LABEL=OPTION ...")
    if release is not None:
        return process.release(choices_of(release, "--release"), to, by=by, audience=who)
    if revoke:
        return process.revoke_release(revoke, by=by, audience=who)
    return process.released(who)
