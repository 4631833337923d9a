"""What holds in all profiles that fit rankings, ranges and stakes: against plain enumeration of their extremes."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parley.bargaining import load_case, weigh
from parley.bargaining.admissible import Admissible, admissible
from parley.bargaining.draws import draw_profiles
from parley.bargaining.ranked import rank_table, utilities_of
from parley.model import Case, Profile, Range, UnusableInput

OPTIONS = ["a", "b", "c"]


@st.composite
def rankings(draw: st.DrawFn, options: list[str], all_of_them: bool = False) -> list[list[str]]:
    order = draw(st.permutations(options))
    if not all_of_them:
        order = order[: draw(st.integers(0, len(order)))]
    tiers: list[list[str]] = []
    for option in order:
        if tiers and draw(st.integers(0, 3)) == 0:
            tiers[-1].append(option)
        else:
            tiers.append([option])
    return tiers


@st.composite
def parties(draw: st.DrawFn, issues: dict[str, list[str]], id: str, scored: bool = True) -> dict[str, Any]:
    party: dict[str, Any] = {"id": id, "scores": {}, "rankings": {}, "stakes": {}, "can_live_with": {}, "cannot": {}}
    party["places"] = {}
    for issue, options in issues.items():
        tiers = draw(rankings(options))
        if scored and draw(st.integers(0, 2)) == 0:
            lows = {option: draw(st.integers(0, 3)) for option in options}
            party["scores"][issue] = {option: [low, low + draw(st.integers(0, 2))] for option, low in lows.items()}
            if draw(st.booleans()) and all(len(tier) == 1 for tier in tiers):
                top = [tier[0] for tier in tiers]
                for place, option in enumerate(reversed(top)):
                    party["scores"][issue][option] = [place, place + 2]
                party["rankings"][issue] = tiers
            continue
        party["rankings"][issue] = tiers
        if not tiers and len(options) > 1 and draw(st.booleans()):
            party["can_live_with"][issue], party["cannot"][issue] = options[:1], options[1:2]
        if scored and not tiers and draw(st.booleans()):
            for option in draw(st.lists(st.sampled_from(options), unique=True)):
                low = draw(st.integers(0, 2))
                party["places"].setdefault(issue, {})[option] = [low / 2, draw(st.integers(low, 2)) / 2]
        if scored and draw(st.booleans()):
            low = draw(st.integers(0, 3))
            party["stakes"][issue] = [low, low + draw(st.integers(1, 3))]
    if not party["scores"] and draw(st.booleans()):
        party["issue_ranking"] = draw(rankings(list(issues)))
    return party


@st.composite
def cases(draw: st.DrawFn, count: int = 1, scored: bool = True) -> Case:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    issues = {f"i{n}": OPTIONS[:size] for n, size in enumerate(sizes)}
    listed = [{"id": issue, "options": options} for issue, options in issues.items()]
    told = {"issues": listed, "parties": [draw(parties(issues, f"P{n}", scored)) for n in range(count)]}
    try:
        case = load_case(told, "case.json")
        for profile in case.parties:
            admissible(case, profile, "case.json")
    except UnusableInput as error:
        assume("the ranking puts" not in str(error))  # stakes that contradict their ranking
        assume("no values fit" not in str(error))  # places that contradict what can and cannot be lived with
        raise
    return case


Function = dict[tuple[str, str], Fraction]


def compares(profile: Profile, issue: str, value: dict[str, Fraction], strict: bool) -> bool:
    """Whether values of an issue's options stand in the order that the profile tells."""
    tiers = profile.rankings.get(issue, ())
    for n, tier in enumerate(tiers):
        if any(value[a] != value[b] for a in tier for b in tier):
            return False
        for worse in [each for other in tiers[n + 1 :] for each in other]:
            if value[tier[0]] < value[worse] or (strict and value[tier[0]] == value[worse]):
                return False
    if issue in profile.scores:
        return True
    pairs = itertools.product(profile.can_live_with.get(issue, ()), profile.cannot.get(issue, ()))
    return all(value[a] > value[b] or (value[a] == value[b] and not strict) for a, b in pairs)


def sure(profile: Profile, issue: str, values: list[dict[str, Fraction]]) -> tuple[set[Any], set[Any]]:
    """Pairs of options of which one is surely better than the other, and of which one is at least as good."""
    pairs = list(itertools.permutations(values[0], 2))
    least = {(a, b): min(value[a] - value[b] for value in values) for a, b in pairs}
    at_least = {pair for pair in pairs if least[pair] >= 0}
    tiers = profile.rankings.get(issue, ())
    better = {pair for pair in pairs if least[pair] > 0}
    better |= {(a, b) for n, tier in enumerate(tiers) for a in tier for other in tiers[n + 1 :] for b in other}
    better |= set(itertools.product(profile.can_live_with.get(issue, ()), profile.cannot.get(issue, ())))
    for through in values[0]:
        ahead, behind = ({p for p in pairs if through in p and p[n] == through} for n in (1, 0))
        better |= {
            (a, b)
            for a, _ in ahead
            for _, b in behind
            if a != b and {(a, through), (through, b)} <= at_least | better and {(a, through), (through, b)} & better
        }
    return better, at_least


def reach_the_ends(profile: Profile, issue: str, value: dict[str, Fraction], told: tuple[set[Any], set[Any]]) -> bool:
    """The surely best option is worth the whole stake, the surely worst nothing; all equal ones nothing if they may."""
    better, at_least = told
    for option, worth in value.items():
        rest = {b for b in value if b != option and not {(option, b), (b, option)} <= at_least}
        ends = profile.places.get(issue, {}).get(option, Range(low=Fraction(0), high=Fraction(1)))
        if not rest and worth != 0 and ends.low == 0:
            return False
        best = all((option, each) in better for each in rest)
        if (rest or ends.low) and best and worth != 1 and ends.high == 1:
            return False
        if rest and all((each, option) in better for each in rest) and worth != 0 and ends.low == 0:
            return False
    return True


def of_issue(profile: Profile, issue: str, options: list[str]) -> list[dict[str, Fraction]]:
    """The extreme values of an issue's options: points, or shares of the stake."""
    if issue in profile.scores:
        ends = sorted({end for s in profile.scores[issue].values() for end in (s.low, s.high)})
        within = [[end for end in ends if s.low <= end <= s.high] for s in profile.scores[issue].values()]
        names = list(profile.scores[issue])
    else:
        told = profile.places.get(issue, {})
        ends = [(told[o].low, told[o].high) if o in told else (Fraction(0), Fraction(1)) for o in options]
        levels = sorted({end for each in ends for end in each})
        within, names = [[each for each in levels if low <= each <= high] for low, high in ends], options
    values = [dict(zip(names, each, strict=True)) for each in itertools.product(*within)]
    values = [value for value in values if compares(profile, issue, value, strict=False)]
    if issue in profile.scores:
        return values
    told = sure(profile, issue, values)
    return [value for value in values if reach_the_ends(profile, issue, value, told)]


def stakes(case: Case, profile: Profile) -> list[dict[str, Fraction]]:
    """The extreme stakes of the issues without scores."""
    ranked = [issue.id for issue in case.issues if issue.id not in profile.scores]
    if not profile.scores and not profile.stakes:
        tiers = [*profile.issue_ranking]
        free = [issue for issue in ranked if not any(issue in tier for tier in tiers)]
        found = []
        for n in range(len(tiers)):
            first = [issue for tier in tiers[: n + 1] for issue in tier]
            found.append({issue: Fraction(100, len(first)) if issue in first else Fraction(0) for issue in ranked})
        return found + [{issue: Fraction(100 if issue == one else 0) for issue in ranked} for one in free]
    most = sum(stake.high for stake in profile.stakes.values())
    for issue in case.issues:
        if issue.id in profile.scores:
            values = of_issue(profile, issue.id, [])
            most += max(max(value.values()) - min(value.values()) for value in values)
    most = most or Fraction(100)
    ends = {issue: (profile.stakes[issue].low, profile.stakes[issue].high) for issue in profile.stakes}
    ends = {issue: ends.get(issue, (Fraction(0), most)) for issue in ranked}
    levels = {end for each in ends.values() for end in each}
    within = [[level for level in levels if low <= level <= high] for low, high in ends.values()]
    found = [dict(zip(ranked, each, strict=True)) for each in itertools.product(*within)]
    tiers = profile.issue_ranking
    equal = [(a, b) for tier in tiers for a in tier for b in tier]
    more = [(a, b) for n, tier in enumerate(tiers) for a in tier for other in tiers[n + 1 :] for b in other]
    return [w for w in found if all(w[a] == w[b] for a, b in equal) and all(w[a] >= w[b] for a, b in more)]


def extremes(case: Case, profile: Profile) -> list[Function]:
    values = [of_issue(profile, issue.id, [o.id for o in issue.options]) for issue in case.issues]
    found = []
    for stake in stakes(case, profile):
        for chosen in itertools.product(*values):
            found.append(
                {
                    (issue.id, option): stake.get(issue.id, Fraction(1)) * worth
                    for issue, value in zip(case.issues, chosen, strict=True)
                    for option, worth in value.items()
                }
            )
    return found


WHOLE = 12
"""Makes every extreme number here whole."""


def worths(case: Case, profile: Profile, picks: Any) -> Any:
    """Extreme functions x packages, times ``WHOLE``."""
    keys = [(issue.id, option.id) for issue in case.issues for option in issue.options]
    functions = np.array([[int(each[key] * WHOLE) for key in keys] for each in extremes(case, profile)])
    has = [[case.issues[n].options[k].id for n, k in enumerate(pick)] for pick in picks]
    chosen = np.array([[(i.id, o) in zip([j.id for j in case.issues], row, strict=True) for i in case.issues
                        for o in [each.id for each in i.options]] for row in has])  # fmt: skip
    return functions @ chosen.T.astype(int)


def known_and_picks(case: Case) -> tuple[Admissible, Any]:
    sizes = [len(issue.options) for issue in case.issues]
    return admissible(case, case.parties[0], "case.json"), np.indices(sizes).reshape(len(sizes), -1).T


def test_what_its_place_makes_the_best_is_worth_the_whole_stake() -> None:
    party = {"id": "P0", "places": {"i0": {"a": 0, "b": 0, "c": [0.5, 1]}}}
    told = {"issues": [{"id": "i0", "options": ["a", "b", "c"]}], "parties": [party]}
    known, picks = known_and_picks(load_case(told, "case.json"))
    assert known.gain(picks, picks[0])[0].tolist() == [0, 0, 100 * known.scale]


@given(cases())
@settings(deadline=None, max_examples=40)
def test_the_least_gain_is_the_least_over_all_extreme_functions(case: Case) -> None:
    known, picks = known_and_picks(case)
    values = worths(case, case.parties[0], picks)
    for start in range(len(picks)):
        gains, never = known.gain(picks, picks[start])
        least = (values - values[:, [start]]).min(axis=0)
        assert (gains * WHOLE == least * known.scale).all()
        assert not never[start]
    assert (known.lowest(picks) * WHOLE == values.min(axis=0) * known.scale).all()
    assert (known.highest(picks) * WHOLE == values.max(axis=0) * known.scale).all()


@given(cases())
@settings(deadline=None, max_examples=60)
def test_every_draw_fits_what_is_known_and_no_gain_is_below_the_least(case: Case) -> None:
    [profile] = case.parties
    known, picks = known_and_picks(case)
    draws = draw_profiles(case, [known], 25, 7)
    for n in range(draws.count):
        for issue, points in zip(case.issues, draws.points, strict=True):
            value = {o.id: Fraction(int(points[n, k, 0]), draws.units[0]) for k, o in enumerate(issue.options)}
            assert compares(profile, issue.id, value, strict=issue.id not in profile.scores)
            for option, score in profile.scores.get(issue.id, {}).items():
                assert score.low <= value[option] <= score.high
    utilities = utilities_of(case, draws, picks, slice(0, draws.count))[:, :, 0]
    for start in range(len(picks)):
        gains, never = known.gain(picks, picks[start])
        least = gains * draws.units[0]
        more = (utilities - utilities[:, [start]]) * known.scale
        slack = known.scale * draws.units[0] // 10**4  # what rounding stakes to whole numbers can take
        assert (more >= least - slack).all()
        if not case.parties[0].rankings.keys() & profile.scores.keys():
            sure = never & (gains == 0)
            assert (more[:, sure] > -slack).all()


@given(cases(count=2))
@settings(deadline=None, max_examples=40)
def test_what_is_settled_holds_in_every_draw(case: Case) -> None:
    weighing = weigh(case, draws=60)
    held = weighing.robustness
    on_frontier = [package for row in weighing.frontier for package in row.packages]
    for each in held.packages:
        if each.necessarily_in_zone:
            assert each.zone == 1
        if not each.possibly_in_zone:
            assert each.zone == 0
        if each.necessarily_on_frontier:
            assert each.frontier == 1
        if each.possibly_on_frontier is False:
            assert each.frontier == 0
            assert each.package not in on_frontier
    if held.draws and held.in_zone is not None:
        assert int(held.in_zone.necessarily) <= int(held.in_zone.possibly)


@given(cases(count=2, scored=False))
@settings(deadline=None, max_examples=25)
def test_a_package_is_off_the_frontier_exactly_where_another_beats_it_in_all_profiles(case: Case) -> None:
    sets = [admissible(case, profile, "case.json") for profile in case.parties]
    picks = rank_table(case, sets).picks
    values = [worths(case, profile, picks) for profile in case.parties]
    banned = {
        n
        for n, pick in enumerate(picks)
        for profile in case.parties
        for line in profile.red_lines
        if all(case.issues[[i.id for i in case.issues].index(i)].options[pick[
            [j.id for j in case.issues].index(i)]].id == o for i, o in line.items())
    }  # fmt: skip
    allowed = [n for n in range(len(picks)) if n not in banned]
    shown = {tuple(sorted(p.items())) for row in weigh(case, draws=10).frontier for p in row.packages}
    for one in allowed:
        named = {i.id: i.options[k].id for i, k in zip(case.issues, picks[one], strict=True)}
        never_worse = [
            other
            for other in allowed
            if other != one and all((each[:, other] >= each[:, one]).all() for each in values)
        ]
        surely = any((each[:, other] > each[:, one]).all() for each in values for other in never_worse)
        if surely:
            assert tuple(sorted(named.items())) not in shown
        if not never_worse:
            assert tuple(sorted(named.items())) in shown
