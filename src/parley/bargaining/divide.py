"""Adjusted Winner: two parties divide issues so that nobody can gain without the other's loss and both get the same.

The method is that of Brams and Taylor, "Fair Division" (1996), chapter 4, in exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from parley.model import (
    Case,
    DividedIssue,
    Division,
    Issue,
    Option,
    Profile,
    Range,
    Transfer,
    UnusableInput,
)
from parley.text.listing import listed

from .kinds import Kind, refuse_others
from .load import load_case
from .names import settle_names
from .table import option_points

_TOTAL = 100
_WON, _LOST = "won", "lost"


def load_division(data: Mapping[str, Any], path: str) -> Case:
    """A case to divide: any bargaining case, or the short form where parties give ``points`` by issue.

    The short form is ``{"issues": ["a", {"id": "b", "title": "..."}], "parties": [{"id", "points": {"a": 60}}]}``.
    Raises :class:`UnusableInput` as :func:`load_case` does.
    """
    refuse_others(data, path, Kind.DIVIDE, Kind.PACKAGES)
    parties = data.get("parties")
    if not isinstance(parties, list) or not any(isinstance(each, Mapping) and "points" in each for each in parties):
        return load_case(data, path)
    issues = [_titled(issue) for issue in data.get("issues", ())] if isinstance(data.get("issues"), list) else []
    written = [
        {key: value for key, value in party.items() if key != "points"} | {"scores": _scores(party, path)}
        if isinstance(party, Mapping)
        else party
        for party in parties
    ]
    return load_case({**data, "issues": issues, "parties": written}, path)


def _titled(issue: Any) -> Any:
    table = {"id": issue} if isinstance(issue, str) else issue
    return table if not isinstance(table, Mapping) else {**table, "options": [_WON, _LOST]}


def _scores(party: Mapping[str, Any], path: str) -> dict[str, Any]:
    points = party.get("points")
    if not isinstance(points, Mapping) or "scores" in party:
        where = f"party {party.get('id')}"
        raise UnusableInput(path, "it has no points by issue", "give each party points = {issue = number}", where)
    return {issue: {_WON: value, _LOST: 0} for issue, value in points.items()}


def divide(case: Case, path: str = "the case") -> tuple[Division, tuple[str, ...]]:
    """The division of a case of two parties, and notes about issues that aren't divided.

    What an issue is worth to a party is the span from its worst option to its best, weighted; the points of each
    party are brought to 100. Raises :class:`UnusableInput` where there are other than two parties, where points are
    ranges, or where links or red lines tie issues together.
    """
    case = settle_names(case, path)
    if len(case.parties) != 2:
        raise UnusableInput(
            path, f"it has {len(case.parties)} parties, and two can divide", "pick two with --profiles A B", "parties"
        )
    for party in case.parties:
        _separable(party, path)
    best = [_best(case, party) for party in case.parties]
    notes: list[str] = []
    issues: list[Issue] = []
    for number, issue in enumerate(case.issues):
        tops = [options[number][1] for options in best]
        stakes = [options[number][0] for options in best]
        if not any(stakes):
            notes.append(f"#{issue.id} is not divided, for it makes no difference to either.")
        elif all(stakes) and tops[0] & tops[1] and _WON not in {option.id for option in issue.options}:
            agreed = min(tops[0] & tops[1], key=[option.id for option in issue.options].index)
            notes.append(f"#{issue.id} is not divided, for both want the same option ('{agreed}').")
        else:
            issues.append(issue)
    kept = [case.issues.index(issue) for issue in issues]
    sums = [sum((options[number][0] for number in kept), Fraction(0)) for options in best]
    for party, total in zip(case.parties, sums, strict=True):
        if not total:
            mend = "give it points for at least one issue"
            raise UnusableInput(path, "nothing that is to be divided matters to it", mend, f"party {party.id}")
        if total != _TOTAL:
            notes.append(f"{party.id}: its {_plain(total)} points were brought to {_TOTAL}.")
    points = [tuple(best[side][number][0] * _TOTAL / sums[side] for side in (0, 1)) for number in kept]
    wants = [[best[side][number][1] for side in (0, 1)] for number in kept]
    return _adjusted(issues, [party.id for party in case.parties], points, wants), tuple(notes)


def _separable(party: Profile, path: str) -> None:
    where = f"party {party.id}"
    if party.links or party.red_lines:
        mend = "take its links and red lines out, or weigh packages"
        raise UnusableInput(path, "dividing knows neither links nor red lines", mend, where)
    if any(not score.is_point for row in party.scores.values() for score in row.values()):
        raise UnusableInput(path, "points that are ranges can't be divided", "give single numbers", where)


def _best(case: Case, party: Profile) -> list[tuple[Fraction, set[str]]]:
    """For each issue what lies between the worst and the best option, and the best ones."""
    points = iter(option_points(case, party))
    found = []
    for issue in case.issues:
        row: dict[str, Range] = {option.id: next(points) for option in issue.options}
        values = [value.low for value in row.values()]
        found.append((max(values) - min(values), {id for id, value in row.items() if value.low == max(values)}))
    return found


def _adjusted(
    issues: Sequence[Issue],
    parties: Sequence[str],
    points: Sequence[tuple[Fraction, ...]],
    wants: Sequence[Sequence[set[str]]],
) -> Division:
    """First each issue to whom it is worth more; then from the one ahead to the other, until both have the same."""
    holds = [
        0 if mine >= theirs else 1 for mine, theirs in points
    ]  # a tie goes first to the first; it also moves first
    share = [[Fraction(1 - holder), Fraction(holder)] for holder in holds]
    before = _received(points, share)
    ahead = 0 if before[0] >= before[1] else 1
    behind = 1 - ahead
    transfers: list[Transfer] = []
    split: str | None = None
    movable = [number for number, holder in enumerate(holds) if holder == ahead and points[number][behind]]
    for number in sorted(movable, key=lambda number: points[number][ahead] / points[number][behind]):
        gap = _received(points, share)[ahead] - _received(points, share)[behind]
        if gap <= 0:
            break
        moved = min(Fraction(1), gap / sum(points[number]))
        share[number][ahead] -= moved
        share[number][behind] += moved
        if moved < 1:
            split = issues[number].id
        ratio = points[number][ahead] / points[number][behind]
        transfers.append(
            Transfer(
                issue=issues[number].id,
                giver=parties[ahead],
                receiver=parties[behind],
                share=moved,
                fraction=str(moved),
                ratio=str(ratio),
            )
        )
    received = _received(points, share)
    divided = tuple(
        DividedIssue(
            issue=issue.id,
            title=issue.title,
            points=dict(zip(parties, points[number], strict=True)),
            first=parties[holds[number]],
            shares=dict(zip(parties, share[number], strict=True)),
            fractions=dict(zip(parties, map(str, share[number]), strict=True)),
            wants=_wanted(issue.options, parties, wants[number]),
        )
        for number, issue in enumerate(issues)
    )
    return Division(
        parties=tuple(parties),
        issues=divided,
        before=dict(zip(parties, before, strict=True)),
        transfers=tuple(transfers),
        split=split,
        received=dict(zip(parties, received, strict=True)),
        exactly=dict(zip(parties, map(str, received), strict=True)),
        efficient=_efficient(points, share),
        equitable=received[0] == received[1],
        envy_free=all(2 * received[side] >= sum((row[side] for row in points), Fraction(0)) for side in (0, 1)),
        why=_why(parties, before, received, transfers, split, ahead),
    )


def _received(points: Sequence[tuple[Fraction, ...]], share: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    return [
        sum((row[side] * part[side] for row, part in zip(points, share, strict=True)), Fraction(0)) for side in (0, 1)
    ]


def _efficient(points: Sequence[tuple[Fraction, ...]], share: Sequence[Sequence[Fraction]]) -> bool:
    """Whether no trade of parts helps one and hurts nobody: all that the first holds is worth relatively more to it."""
    firsts = [row for row, part in zip(points, share, strict=True) if part[0]]
    seconds = [row for row, part in zip(points, share, strict=True) if part[1]]
    return all(mine[0] * theirs[1] >= theirs[0] * mine[1] for mine in firsts for theirs in seconds)


def _wanted(options: Sequence[Option], parties: Sequence[str], wants: Sequence[set[str]]) -> dict[str, str]:
    """The first of each party's best options; none where winning alone is at stake."""
    if {option.id for option in options} == {_WON, _LOST}:
        return {}
    return {
        party: next(option.id for option in options if option.id in best)
        for party, best in zip(parties, wants, strict=True)
    }


def _why(
    parties: Sequence[str],
    before: Sequence[Fraction],
    received: Sequence[Fraction],
    transfers: Sequence[Transfer],
    split: str | None,
    ahead: int,
) -> str:
    first = " and ".join(f"{party} {_plain(value)}" for party, value in zip(parties, before, strict=True))
    sentences = [f"Each issue first goes to whom it is worth more: {first} points."]
    if transfers:
        gives = listed(
            [f"#{each.issue}" if each.fraction == "1" else f"{each.fraction} of #{each.issue}" for each in transfers]
        )
        sentences.append(f"{parties[ahead]} then gives {gives}, what costs it least for each point of the other.")
    sentences.append(f"Each gets {_plain(received[0])} of its own {_TOTAL} points.")
    sentences.append(f"Only #{split} has to be shared." if split else "Nothing has to be shared.")
    return " ".join(sentences)


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.4g}"
