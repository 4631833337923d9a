"""What else weighing gives, as tables for people: divisions, graph models, proposed profiles, released packages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.table import Table
from rich.text import Text

from parley.model import DivideOutput, ProposedOutput, ReleasedOutput, StabilityOutput, plain_number
from parley.text.listing import listed
from parley.text.visible import visible

from .tables import add, table

_NOTIONS = ("nash", "gmr", "smr", "seq")
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
