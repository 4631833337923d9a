"""What a mediator asks next: where to go from here, what each bracket decides, what would open an empty zone.

Every answer is held against trying out all packages of small random cases, by both engines.
"""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bargaining import naive
from parley.bargaining import load_case, weigh
from parley.bargaining.large import weigh_large
from parley.bargaining.names import settle_names
from parley.model import Case, Range, Weighing, WrongUsage

TALKS = {
    "issues": [
        {"id": "prisoners", "options": ["all", "500", "100"]},
        {"id": "duration", "options": ["30", "60", "90"]},
        {"id": "port", "options": ["open", "closed"]},
    ],
    "parties": [
        {
            "id": "KES",
            "reserve": 12,
            "scores": {
                "prisoners": {"all": 10, "500": 4, "100": 0},
                "duration": {"30": 5, "60": 4, "90": 0},
                "port": {"open": 2, "closed": 1},
            },
        },
        {
            "id": "ORL",
            "reserve": 8,
            "red_lines": [{"prisoners": "all", "port": "closed"}],
            "scores": {
                "prisoners": {"all": 0, "500": 3, "100": 4},
                "duration": {"30": 0, "60": 2, "90": 8},
                "port": {"open": 3, "closed": 1},
            },
        },
    ],
}
CASE = load_case(TALKS, "case")


@st.composite
def cases(draw: st.DrawFn, reserves: bool = True) -> Case:
    issues = {f"i{n}": [f"o{m}" for m in range(draw(st.integers(1, 3)))] for n in range(draw(st.integers(1, 3)))}
    point = st.integers(-2, 5)
    score = st.one_of(
        point, point, point, point, point, st.tuples(point, st.integers(0, 3)).map(lambda ends: [ends[0], sum(ends)])
    )

    def combination(least: int = 1) -> st.SearchStrategy[dict[str, str]]:
        names = st.lists(st.sampled_from(sorted(issues)), min_size=least, max_size=2, unique=True)
        return names.flatmap(lambda some: st.fixed_dictionaries({n: st.sampled_from(issues[n]) for n in some}))

    parties = []
    for party in ("KES", "ORL", "HAL")[: draw(st.integers(1, 3))]:
        links = [{"with": draw(combination()), "worth": draw(score)} for _ in range(draw(st.integers(0, 1)))]
        if len(issues) > 1 and draw(st.booleans()):
            first, second = draw(st.permutations(sorted(issues)))[:2]
            one, other = draw(st.sampled_from(issues[first])), draw(st.sampled_from(issues[second]))
            links.append({"if": {first: one}, "then": {second: other}})
        data = {
            "id": party,
            "scores": {issue: {option: draw(score) for option in options} for issue, options in issues.items()},
            "red_lines": draw(st.lists(combination(), max_size=2)),
            "links": links,
        }
        if reserves and draw(st.booleans()):
            data["reserve"] = draw(st.integers(0, 14))
        parties.append(data)
    return load_case({"issues": [{"id": i, "options": o} for i, o in issues.items()], "parties": parties}, "case")


def value(case: Case, party: int, package: naive.Package, end: str) -> Fraction:
    """A party's utility with all its numbers at one end, or in the middle, of their ranges."""
    [numbers] = naive.realisations(case, (end,))
    return naive.utilities(package, case, numbers)[party]


def closed_by(case: Case, package: naive.Package) -> frozenset[tuple[str, str, int]]:
    """Everything that closes a package; a reserve closes what falls below it in every realisation."""
    broken = set(naive.breaks(package, case))
    for number, party in enumerate(case.parties):
        if party.reserve is not None and value(case, number, package, "high") < party.reserve:
            broken.add((party.id, "reserve", 0))
    return frozenset(broken)


def engines(case: Case) -> list[Weighing]:
    """Both engines, and the large one where the frontier counts as too large to list."""
    settled = settle_names(case, "case")
    return [weigh(case, draws=0), weigh_large(settled, "case"), weigh_large(settled, "case", most=1)]


def least_gains(case: Case, before: naive.Package, after: naive.Package) -> list[Fraction]:
    """By party the least that going from one package to another gives, in any realisation: each number moved alone."""
    corners = naive.realisations(case)
    changes = [
        [a - b for a, b in zip(naive.utilities(after, case, n), naive.utilities(before, case, n), strict=True)]
        for n in corners
    ]
    return [min(column) for column in zip(*changes, strict=True)]


def test_a_path_names_each_step_and_the_trade_that_leads_on():
    found = weigh(CASE, start={"prisoners": "500", "duration": "30", "port": "closed"})
    assert found.path is not None
    assert [(step.issue, step.before, step.after) for step in found.path.steps] == [("port", "closed", "open")]
    assert found.path.steps[0].why == (
        "Changing port from closed to open is better for KES (by 1) and ORL (by 2), that is for everybody."
    )
    assert found.path.end == {"prisoners": "500", "duration": "30", "port": "open"}
    assert found.path.next is not None
    assert found.path.next.changes == {"prisoners": "all", "duration": "90"}
    assert "neither change alone is" in found.path.next.why


def test_trades_may_be_asked_for_from_any_package():
    start = {"prisoners": "100", "duration": "30", "port": "open"}
    found = weigh(CASE, start=start, trades_from_start=True)
    assert found.trades
    assert all(trade.start == start for trade in found.trades)
    with pytest.raises(WrongUsage, match="name one of port too"):
        weigh(CASE, start={"prisoners": "all", "duration": "30"})
    with pytest.raises(WrongUsage, match="has no option '5'"):
        weigh(CASE, start={**start, "duration": "5"})


def test_what_a_bracket_decides_is_said_in_words_with_numbers_behind():
    prisoners = weigh(CASE).decides[0]
    assert prisoners.issue == "prisoners"
    assert prisoners.depends == {"KES": Fraction(10, 16), "ORL": Fraction(1, 3)}
    by_option = {each.option: each for each in prisoners.options}
    assert by_option["100"].costs == {"KES": 10, "ORL": 0}
    assert by_option["all"].against == ("ORL's red line on prisoners = all with port = closed",)
    assert by_option["100"].in_zone is False
    assert by_option["100"].against == ("KES's reserve of 12 points, which no allowed package with it reaches",)
    assert prisoners.why.startswith("Of the whole range, so much hangs on prisoners: KES 62%, ORL 33%.")


def test_an_empty_zone_tells_what_each_smallest_set_would_open():
    parties = [{**party, "reserve": reserve} for party, reserve in zip(TALKS["parties"], (15, 12), strict=True)]
    zone = weigh(load_case({**TALKS, "parties": parties}, "case")).agreement_zone
    assert zone.empty
    assert [each.give_up for each in zone.opened] == list(zone.openings)
    first = zone.opened[0]
    assert first.give_up == ("KES's reserve of 15 points",)
    assert first.why == (
        "Without KES's reserve of 15 points 4 packages would open: for instance "
        "prisoners = 500, duration = 90 and port = open. KES gets 6 there, 9 short of its reserve."
    )


def test_an_obstacle_says_what_would_meet_it_and_labels_nobody():
    met = {each.why.split(" closes")[0]: each.met_by for each in weigh(CASE).obstacles}
    assert met["ORL's red line on prisoners = all with port = closed"] == ("prisoners = 500 or 100", "port = open")
    assert met["KES's reserve of 12 points"] == (
        "prisoners = all with duration = 30, whatever the rest (at least 16 points)",
    )


@settings(max_examples=25)
@given(cases(), st.data())
def test_every_step_worsens_nobody_and_a_path_ends_where_none_is_left(case: Case, data: st.DataObject) -> None:
    packages = naive.packages(case)
    start = data.draw(st.sampled_from(packages))
    path = weigh(case, draws=0, start=dict(start)).path
    assert path is not None
    at = start
    for step in path.steps:
        following = tuple((issue, step.after if issue == step.issue else option) for issue, option in at)
        assert dict(at)[step.issue] == step.before
        gains = least_gains(case, at, following)
        assert min(gains) >= 0 < max(gains)
        assert [step.gains[party.id].low for party in case.parties] == gains
        assert naive.breaks(following, case) <= naive.breaks(at, case)
        at = following
    assert dict(at) == path.end

    def helps(package: naive.Package) -> bool:
        gains = least_gains(case, at, package)
        return min(gains) >= 0 < max(gains) and naive.breaks(package, case) <= naive.breaks(at, case)

    changed = {package: sum(a != b for a, b in zip(package, at, strict=True)) for package in packages}
    assert not any(helps(package) for package in packages if changed[package] == 1)
    pairs = [package for package in packages if changed[package] == 2 and helps(package)]
    assert (path.next is not None) == bool(pairs)
    assert path.next is None or tuple(path.next.end.items()) in pairs


@settings(max_examples=25)
@given(cases())
def test_what_brackets_decide_is_what_all_packages_say(case: Case) -> None:
    packages = naive.packages(case)
    allowed = [package for package in packages if not naive.breaks(package, case)]
    zone = [package for package in packages if not closed_by(case, package)]
    best_of_all = naive.frontier(case)
    for found in engines(case):
        for decided in found.decides:
            best = {
                each.option: [
                    max(value(case, n, p, "middle") for p in allowed if (decided.issue, each.option) in p)
                    for n in range(len(case.parties))
                ]
                for each in decided.options
                if any((decided.issue, each.option) in p for p in allowed)
            }
            for each in decided.options:
                place = (decided.issue, each.option)
                assert each.in_zone == any(place in package for package in zone)
                on_frontier = any(place in package for package in best_of_all)
                assert each.on_frontier == on_frontier or (not found.exact and each.on_frontier is None)
                assert bool(each.costs) == (each.option in best)
                for n, party in enumerate(case.parties if each.costs else ()):
                    assert each.costs[party.id] == max(row[n] for row in best.values()) - best[each.option][n]
            for n, party in enumerate(case.parties if best else ()):
                column, every = [row[n] for row in best.values()], [value(case, n, p, "middle") for p in allowed]
                span = max(every) - min(every)
                assert decided.depends[party.id] == ((max(column) - min(column)) / span if span else 0)


@settings(max_examples=25)
@given(cases())
def test_the_openings_of_an_empty_zone_are_all_there_are_and_none_can_be_smaller(case: Case) -> None:
    packages = naive.packages(case)
    closed = {package: closed_by(case, package) for package in packages}
    if not all(closed.values()):
        return
    things = sorted(set().union(*closed.values()))
    opening = [
        set(some)
        for size in range(1, len(things) + 1)
        for some in itertools.combinations(things, size)
        if any(each <= set(some) for each in closed.values())
    ]
    smallest = [one for one in opening if not any(other < one for other in opening)]
    counts = sorted((len(one), sum(each <= one for each in closed.values())) for one in smallest)
    for found in engines(case):
        zone = found.agreement_zone
        assert zone.empty
        assert sorted((len(each.give_up), int(each.packages)) for each in zone.opened) == counts
        for each in zone.opened:
            package = tuple(each.package.items())
            assert len(closed[package]) == len(each.give_up)
            for n, party in enumerate(case.parties):
                given_up = (party.id, "reserve", 0) in closed[package]
                assert (party.id in each.reserves) == given_up
                assert not given_up or each.reserves[party.id] == value(case, n, package, "high")


@settings(max_examples=25)
@given(cases())
def test_what_is_said_to_meet_a_reserve_meets_it_whatever_the_rest(case: Case) -> None:
    allowed = [package for package in naive.packages(case) if not naive.breaks(package, case)]
    for each in weigh(case, draws=0).obstacles:
        for words in each.met_by if "reserve of" in each.why.split(" closes")[0] else ():
            wanted = [tuple(part.split(" = ")) for part in words.split(", whatever")[0].split(" with ")]
            number = [party.id for party in case.parties].index(each.party)
            reserve = case.parties[number].reserve
            assert reserve is not None
            for package in allowed:
                if all(place in package for place in wanted):
                    assert value(case, number, package, "low") >= reserve


def test_answers_are_given_for_cases_too_large_to_look_at_each_package():
    issues = [{"id": f"i{n}", "options": [f"o{m}" for m in range(5)]} for n in range(8)]
    parties = []
    for party in range(3):
        scores = {f"i{n}": {f"o{m}": (m * (7 * party + n + 3) * 13 + party) % 11 for m in range(5)} for n in range(8)}
        parties.append({"id": f"P{party}", "reserve": 30, "scores": scores, "red_lines": [{"i0": "o4"}]})
    case = load_case({"issues": issues, "parties": parties}, "case")
    found = weigh(case, draws=0, start={f"i{n}": "o0" for n in range(8)}, trades_from_start=True)
    assert found.path is not None
    assert found.trades or found.path.steps
    assert all(isinstance(gain, Range) and gain.low >= 0 for trade in found.trades for gain in trade.gains.values())
    assert [each.in_zone for each in found.decides[0].options][4] is False
    assert all(each.in_zone for each in found.decides[1].options if each.on_frontier and not found.agreement_zone.empty)
