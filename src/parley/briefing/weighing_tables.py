"""Packages as tables and sentences for people."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from rich.table import Table
from rich.text import Text

from parley.model import (
    BracketDecides,
    FrontierRow,
    Question,
    Range,
    Robustness,
    WeighOutput,
    plain_number,
)
from parley.text.listing import counted, in_figures, listed
from parley.text.visible import visible, visible_name

from .pictures.numbered import how_drawn, told_of, worth_in_words
from .tables import add, table

_YES_NO = {True: "yes", False: "no", None: "not known"}
_HELD = 8
"""So many packages are printed with how far they hold; the others are in the JSON."""
_BRACKETS = 20
"""So many brackets are printed with what they decide: those on which the most hangs."""
_COLUMNS, _SHOWN = 9, 20
"""Packages of more parties and issues are told in one cell; so many packages are shown of a table."""
_WHOLE = 12
"""Of packages of more issues only the first of a table is printed whole."""


def weighed(output: WeighOutput, **_options: Any) -> Iterable[Table | Text]:
    """What all could accept, in words; then the packages, what the brackets decide, obstacles and trades as tables."""
    zone = output.agreement_zone
    whole = counted(int(output.packages), "package")
    yield Text(visible(f"{whole}; {_number(zone.packages)} that all could accept. {zone.why}"), "bold")
    for sentence in (*output.assumptions, *output.unproven):
        yield Text(visible(sentence))
    if output.bound is not None:
        share = f"{float(100 * output.bound):.4g} percent"
        yield Text(f"Every other package is better than some row by at most {share} of each party's span.")
    yield from in_words(output)
    if output.ranking:
        yield Text(visible(how_drawn(output)))
    some = "" if output.exact else " (a sample)"
    yield from _packages(output, f"Packages that no other beats for everyone{some}", output.frontier)
    if any(solution for _, solution in output.solutions):
        for name, solution in output.solutions:
            yield from _packages(output, name.replace("_", "-"), solution)
    else:
        yield Text(f"No standard of fairness chooses a package: {nothing_chosen(output)}.")
    yield from brackets(output)
    if output.obstacles:
        yield _obstacles(output)
    if output.trades:
        trades = table("Trades", "change", "why")
        for trade in output.trades:
            add(trades, ("; ".join(f"{issue}: {option}" for issue, option in trade.changes.items()), trade.why))
        yield trades
    yield from holding(output.robustness)
    for file in output.files:
        yield Text(f"Wrote {visible_name(file)}")


def _packages(output: WeighOutput, title: str, rows: Sequence[FrontierRow]) -> Iterable[Table | Text]:
    """Packages with what each party makes of them, as many as a person reads."""
    options = {(issue.id, option.id): option.text for issue in output.issues for option in issue.options}
    wide = len(output.parties) + len(output.issues) > _COLUMNS
    parties = told_of(output)
    found = table(title, *parties, *(["package"] if wide else (issue.id for issue in output.issues)))
    packages = [
        (row, {issue: options.get((issue, o), o) for issue, o in package.items()})
        for row, package in itertools.islice(((row, each) for row in rows for each in row.packages), _SHOWN)
    ]
    for row, package in packages:
        points = [_worth(row, party) for party in parties]
        add(found, (*points, *([package_in_a_cell(package, packages[0][1])] if wide else package.values())))
    yield found
    more = sum(int(row.tied or len(row.packages)) for row in rows) - len(packages)
    if more:
        yield Text(f"and {in_figures(more)} more (see --json)")


def _obstacles(output: WeighOutput) -> Table:
    found = table("Obstacles", "party", "issue", "why", "met by", "closes", "would open")
    for obstacle in output.obstacles:
        met_by = "; or ".join(obstacle.met_by)
        closes, opens = _number(obstacle.closes), _number(obstacle.opens)
        add(found, (obstacle.party, obstacle.issue or "", obstacle.why, met_by, closes, opens))
    return found


def _number(written: str) -> str:
    return in_figures(int(written)) if written.isdigit() else written


def in_words(output: WeighOutput) -> Iterable[Table | Text]:
    """What opens an empty zone, what each bracket decides, the steps from the present text, how far it holds, and
    what to ask next: all of it without a table."""
    for opening in output.agreement_zone.opened:
        yield Text(visible(opening.why))
    shown = weightiest(output.decides)
    for bracket in shown:
        if bracket.why:
            yield Text(visible(bracket.why))
    if len(shown) < len(output.decides):
        more = counted(len(output.decides) - len(shown), "bracket")
        yield Text(f"{more} more, on which less hangs: --json has what they decide.")
    if output.path is not None:
        start = ", ".join(f"{issue} = {option}" for issue, option in output.path.start.items())
        yield Text(visible(f"From {start}:"), "bold")
        for number, step in enumerate(output.path.steps, 1):
            yield Text(visible(f"{number}. {step.why}"))
        for sentence in output.path.why:
            yield Text(visible(sentence))
    if output.robustness.why:
        yield Text(visible(output.robustness.why))
    if output.robustness.ask:
        yield Text("What to ask next, the answer that matters most first:", "bold")
        for question in output.robustness.ask:
            yield Text(visible(f"  {question.words} {what_it_changes(question)}"))


def nothing_chosen(output: WeighOutput) -> str:
    """Why no standard of fairness has a package."""
    if output.agreement_zone.empty:
        return "none is acceptable to all"
    drawn = output.robustness.draws
    return "in no drawn profile is one acceptable to all" if drawn else "where parties rank, only draws tell"


def weightiest(decides: Sequence[BracketDecides]) -> list[BracketDecides]:
    """The brackets on which the most hangs for somebody, as many as a person reads, in the order of the text."""
    most = sorted(decides, key=lambda bracket: -max(bracket.depends.values(), default=0))
    kept = {bracket.issue for bracket in most[:_BRACKETS]}
    return [bracket for bracket in decides if bracket.issue in kept]


def brackets(output: WeighOutput) -> Iterable[Table | Text]:
    """What each bracket decides, option by option."""
    decides = table(
        "What each bracket decides", "issue", "option", "in the zone", "on the frontier", "costs", "against"
    )
    for bracket in weightiest(output.decides):
        for option in bracket.options:
            costs = ", ".join(f"{party} {plain_number(cost):.4g}" for party, cost in option.costs.items() if cost)
            places = [_YES_NO[option.in_zone], _YES_NO[option.on_frontier]]
            told = list(option.costs)
            nobody = "nobody anything" if len(told) == len(output.parties) else f"{listed(told)} nothing"
            costs = costs or (nobody if told else "")
            add(decides, (bracket.issue, option.option, *places, costs, "; ".join(option.against)))
    yield decides


def _worth(row: FrontierRow, party: str) -> str:
    return worth_in_words(row, party) if party in row.drawn else points_of(row.utilities[party])


def points_of(utility: Range) -> str:
    """Points, or the ends of what they may be."""
    low, high = (f"{plain_number(end):.6g}" for end in (utility.low, utility.high))
    return low if utility.is_point else f"[{low}, {high}]"


def package_in_a_cell(package: Mapping[str, str], first: Mapping[str, str]) -> str:
    """The options of a package; where issues are many only how it differs from the first of its table."""
    differing = {issue: option for issue, option in package.items() if option != first[issue]}
    as_the_first = len(package) > _WHOLE and 0 < len(differing) < len(package)
    told = "; ".join(f"{issue}: {option}" for issue, option in (differing if as_the_first else package).items())
    return f"as the first, but {told}" if as_the_first else told


def holding(robustness: Robustness, most: int = _HELD) -> Iterable[Table | Text]:
    """How far packages hold, those with the least regret first."""
    if not robustness.packages:
        return
    title = f"How far packages hold, in percent of {robustness.draws:,} drawn profiles"
    found = table(title, "package", "acceptable", "frontier", "Nash", "even", "regret")
    for held in robustness.packages[:most]:
        zone = "always" if held.necessarily_in_zone else _percent(held.zone) if held.possibly_in_zone else "never"
        frontier = "always" if held.necessarily_on_frontier else _percent(held.frontier)
        package = package_in_a_cell(held.package, robustness.packages[0].package)
        regret = f"{float(held.mean_regret):.2f}, at most {float(held.max_regret):.2f}"
        add(found, (package, zone, frontier, _percent(held.nash), _percent(held.egalitarian), regret))
    yield found
    if len(robustness.packages) > most:
        yield Text(f"and {len(robustness.packages) - most} more (see --json)")


def what_it_changes(question: Question) -> str:
    """How much the answer to a question would change, in words."""
    return (
        f"The answer makes another package the best in {_percent(question.flips)} percent of the draws; it is worth "
        f"{float(100 * question.worth):.2g} percent of the joint gain."
    )


def _percent(share: Fraction | None) -> str:
    return "not known" if share is None else f"{float(100 * share):.3g}"
