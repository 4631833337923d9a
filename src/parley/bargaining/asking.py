"""What to ask next: the unknown whose answer would most often, and by most, change which package is the best.

The best package is the one with the largest mean share of the joint gain over all draws. An answer is told by its
quarter: the draws are split by the unknown, and the best is chosen in each part anew. How much larger the mean then
is, is the expected value of knowing this one number (Strong and Oakley, "An efficient method for computing
single-parameter partial expected value of perfect information", Medical Decision Making 33, 2013). Parts chosen
blindly seem to gain something too; that much is taken off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Question

from .coded import in_words
from .draws import Draws, Floats, Unknown
from .tally import Tally

MOST_ASKED = 8
_PARTS = 4
_BLIND = 8
_LEAST = 0.001
_COMPARED = 5
"""So many of the best packages that some draw chooses are asked about."""


@dataclass(frozen=True)
class _Asked:
    kind: str
    party: int
    issue: str | None
    option: str | None
    words: str
    parts: NDArray[np.intp]


def questions(case: Case, draws: Draws, tally: Tally, open_to: Sequence[NDArray[np.bool_]]) -> tuple[Question, ...]:
    """The questions that matter, most first. ``open_to`` says by party which of the packages it surely accepts."""
    if not tally.drawn or not len(tally.picks) or not tally.has_zone.any():
        return ()
    value = tally.value
    best = int(value.mean(axis=0).argmax())
    blind = _blind(value, best)
    asked = [_about(case, unknown, tally.drawn) for unknown in draws.unknowns]
    asked += _accepting(case, tally, open_to)
    found: dict[str, Question] = {}
    for each in asked:
        worth, flips = _worth(value, each.parts, best, blind if each.kind != "accept" else 0.0)
        if worth >= _LEAST and each.words not in found:
            found[each.words] = Question(
                kind=each.kind,
                party=case.parties[each.party].id,
                issue=each.issue,
                option=each.option,
                words=each.words,
                worth=_rounded(worth),
                flips=_rounded(flips),
            )
    return tuple(sorted(found.values(), key=lambda each: (-each.worth, -each.flips, each.words))[:MOST_ASKED])


def _worth(value: Floats, parts: NDArray[np.intp], best: int, blind: float) -> tuple[float, float]:
    """How much the mean rises when the best is chosen in each part, and the share of draws in which it is another."""
    gained, flipped = 0.0, 0.0
    for part in range(int(parts.max()) + 1):
        of = parts == part
        share = float(of.mean())
        if not share:
            continue
        means = value[of].mean(axis=0)
        more = float(means.max() - means[best])
        gained += share * more
        if more > max(blind, 1e-9):
            flipped += share
    return gained - blind, flipped


def _blind(value: Floats, best: int) -> float:
    """What parts of the same size seem to gain that were chosen blindly."""
    draw = np.random.default_rng(0)
    count = len(value)
    tried = [_worth(value, draw.permutation(count) * _PARTS // count, best, 0.0)[0] for _ in range(_BLIND)]
    return float(np.mean(tried))


def _about(case: Case, unknown: Unknown, drawn: int) -> _Asked:
    party = case.parties[unknown.party]
    issue = case.issues[unknown.issue] if unknown.issue >= 0 else None
    option = issue.options[unknown.option] if issue is not None and unknown.option >= 0 else None
    values = unknown.values[:drawn]
    parts = np.empty(drawn, dtype=np.intp)
    parts[np.argsort(values, kind="stable")] = np.arange(drawn) * _PARTS // drawn
    if unknown.kind == "reserve":
        words = f"Ask {party.id} below what it would rather have no agreement."
    elif unknown.kind == "worth":
        links = [link for link in party.links if link.with_ is not None]
        words = f"Ask {party.id} how much it gains from {in_words(links[unknown.option].with_ or {})} together."
    elif unknown.kind == "stake":
        assert issue is not None
        words = f"Ask {party.id} how much #{issue.id} matters to it beside its other issues."
    else:
        assert issue is not None
        assert option is not None
        how = "near its best there, or near its worst" if unknown.kind == "place" else "worth much to it, or little"
        words = f"Ask {party.id} whether {option.id} in #{issue.id} is {how}."
    return _Asked(
        unknown.kind,
        unknown.party,
        None if issue is None else issue.id,
        None if option is None else option.id,
        words,
        parts,
    )


def _accepting(case: Case, tally: Tally, open_to: Sequence[NDArray[np.bool_]]) -> list[_Asked]:
    """Whether a party would sign one of the best packages: asked by the options that it is not known to live with."""
    found = []
    ranked = np.argsort(-tally.value.mean(axis=0), kind="stable")
    chosen = np.asarray((tally.chosen["nash"] | tally.chosen["egalitarian"]).any(axis=0))
    for place in ranked[chosen[ranked]][:_COMPARED].tolist():
        for party in range(len(case.parties)):
            if open_to[party][place] or tally.accepted[:, place, party].all():
                continue
            words, issue, option = accepting_words(case, party, tally.picks[place])
            found.append(_Asked("accept", party, issue, option, words, tally.accepted[:, place, party].astype(np.intp)))
    return found


def accepting_words(case: Case, party: int, pick: NDArray[np.intp]) -> tuple[str, str | None, str | None]:
    """The question, and the issue and the option that it is about where that is one alone."""
    profile = case.parties[party]
    package = {issue.id: issue.options[n].id for issue, n in zip(case.issues, pick, strict=True)}
    unsure = {issue: o for issue, o in package.items() if o not in profile.can_live_with.get(issue, ())}
    if not unsure:
        return f"Ask {profile.id} whether it could live with {in_words(package)} together.", None, None
    if len(unsure) == len(package) > 1:
        return f"Ask {profile.id} whether it could live with {in_words(package)}.", None, None
    rest = {issue: option for issue, option in package.items() if issue not in unsure}
    beside = f", beside {in_words(rest)}" if rest else ""
    issue, option = next(iter(unsure.items())) if len(unsure) == 1 else (None, None)
    return f"Ask {profile.id} whether it can live with {in_words(unsure)}{beside}.", issue, option


def _rounded(number: float) -> Fraction:
    return Fraction(round(max(number, 0.0), 4)).limit_denominator(10_000)
