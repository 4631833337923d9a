"""Divisions and graph models as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from rich.table import Table
from rich.text import Text

from parley.model import (
    BracketDecides,
    DivideOutput,
    ProposedOutput,
    Question,
    Range,
    ReleasedOutput,
    Robustness,
    StabilityOutput,
    WeighOutput,
    plain_number,
)
from parley.text.listing import counted, listed
from parley.text.visible import visible

from .tables import add, table

_YES_NO = {True: "yes", False: "no", None: "not known"}
_NOTIONS = ("nash", "gmr", "smr", "seq")
_HELD = 8
"""So many packages are printed with how far they hold; the others are in the JSON."""
_BRACKETS = 20
"""So many brackets are printed with what they decide: those on which the most hangs."""
_WHOLE = 12
"""Of packages of more issues only the first of a table is printed whole."""
_LISTED = 60
"""So many reasons are printed; all are in the JSON."""


def division(output: DivideOutput, **_options: Any) -> Iterable[Table | Text]:
    """Who gets which issue, with the points and the fraction; then what was given up, and what holds."""
    yield Text(visible(output.why), "bold")
    parties = output.parties
    found = table("Who gets what", "issue", *(f"points of {party}" for party in parties), *parties)
    for row in output.issues:
        points = [f"{plain_number(row.points[party]):.4g}" for party in parties]
        parts = [_part(row.fractions[party], row.wants.get(party)) for party in parties]
        add(found, (row.title, *points, *parts))
    add(found, ("in all", *("" for _ in parties), *(_points(output.exactly[party]) for party in parties)))
    yield found
    if output.transfers:
        given = table("Given up to make it even", "issue", "by", "to", "part", "costs per point")
        for each in output.transfers:
            add(given, (each.issue, each.giver, each.receiver, _part(each.fraction, None), each.ratio))
        yield given
    checks = {
        "efficient": output.efficient,
        "equitable": output.equitable,
        "envy-free": output.envy_free,
    }
    yield Text(f"Checked: {', '.join(name if holds else f'not {name}' for name, holds in checks.items())}.")


def _part(fraction: str, option: str | None) -> str:
    if fraction == "0":
        return ""
    part = "all" if fraction == "1" else fraction
    return f"{part} ({option})" if option else part


def _points(exact: str) -> str:
    above, _, below = exact.partition("/")
    return f"{int(above) / int(below or 1):.6g}" + (f" ({exact})" if below else "")


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
            nothing = "nobody anything" if option.costs else ""
            add(decides, (bracket.issue, option.option, *places, costs or nothing, "; ".join(option.against)))
    yield decides


def released(output: ReleasedOutput, **_options: Any) -> Iterable[Table | Text]:
    """The packages that were released, a table for each; for the mediator with to whom, and the id to revoke it by."""
    whose = "Packages released" if output.audience == "mediator" else f"Packages released to {output.audience}"
    if not output.released:
        yield Text(f"{whose}: none.")
    for number, package in enumerate(output.released, 1):
        to = f" to {package.to} (id {package.id})" if package.to else f", {number} of {len(output.released)}"
        found = table(f"{whose}{to}", "issue", "option")
        for each in package.options:
            add(found, (each.title, each.text))
        yield found


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


def proposed(output: ProposedOutput, **_options: Any) -> Iterable[Table | Text]:
    """The file that was proposed, or where it was written, after what it is."""
    guessed = [each for each in output.assumptions if each.stance is not None or each.proposed]
    yield Text(
        visible(
            f"A first profile of {output.party}, from positions in the shared papers: {len(guessed)} of "
            f"{len(output.assumptions)} places rest on its words or the text; all are assumptions and none its word."
        ),
        "bold",
    )
    if output.path is not None:
        yield Text(visible(f"Wrote {output.path}"))
    else:
        yield Text(visible(output.text), no_wrap=True, overflow="ignore")


def stability(output: StabilityOutput, **_options: Any) -> Iterable[Table | Text]:
    """The states that hold for everybody, then for each state why it holds, or doesn't, for whom."""
    for notion in _NOTIONS:
        numbers = [str(number) for number in getattr(output.stable, notion)]
        yield Text(f"{notion.upper() if notion != 'nash' else 'Nash'}: {listed(numbers) or 'no state'}")
    for sentence in output.unproven:
        yield Text(visible(sentence))
    if output.coalition_stable is not None and len(output.decision_makers) > 1:
        for notion in _NOTIONS:
            numbers = [str(number) for number in getattr(output.coalition_stable, notion)]
            name = notion.upper() if notion != "nash" else "Nash"
            yield Text(f"{name}, against every coalition too: {listed(numbers) or 'no state'}")
    states = table("States", "state", "", "what is done", *(notion for notion in _NOTIONS))
    for state in output.states:
        holds = ["yes" if state.number in getattr(output.stable, notion) else "" for notion in _NOTIONS]
        add(states, (str(state.number), state.name, ", ".join(state.taken) or "nothing", *holds))
    yield states
    why = table("Why", "state", "decision-maker", "holds by", "why")
    for each in output.standings[:_LISTED]:
        by = [notion for notion in _NOTIONS if getattr(each, notion)]
        add(why, (str(each.state), each.decision_maker, ", ".join(by) or "none", each.why))
    yield why
    together = table("What coalitions could do", "state", "coalition", "holds by", "why")
    for found in output.coalitions[:_LISTED]:
        by = [notion for notion in _NOTIONS if getattr(found, notion)]
        add(together, (str(found.state), ", ".join(found.members), ", ".join(by) or "none", found.why))
    if output.coalitions:
        yield together
    if len(output.coalitions) > _LISTED:
        yield Text(f"and {len(output.coalitions) - _LISTED:,} more (see --json)")
    if len(output.standings) > _LISTED:
        yield Text(f"and {len(output.standings) - _LISTED:,} more (see --json)")
