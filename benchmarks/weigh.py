"""How long the frontier, with all its packages, and the Nash package take; beside NegMAS where an environment has it.

Usage: python benchmarks/weigh.py [PYTHON_WITH_NEGMAS]

Cases are made from a seed: points that are drawn freely ("free"), and points of parties whose wishes are
opposed issue by issue ("opposed"). Time is that of the processor, from the tables of points to the option
numbers of every package of the frontier and of the Nash packages. The curve is of opposed wishes, from 1,000
packages to 1e14. With the path of a Python that has NegMAS 0.16 the same tables are given to its general filter,
``pareto_frontier``, and to ``nash_points``, in the same run; a case on which it would need many minutes is left
out. Where the frontier is too large to list, the time is that of the proven Nash and egalitarian (max-min)
packages, of all four solutions, and of the sample of the frontier with its bound. At last, how far an answer holds
over drawn profiles, for ranges and for rankings alone.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from parley.bargaining import load_case
from parley.bargaining.admissible import admissible
from parley.bargaining.coded import coded
from parley.bargaining.drawn import DRAWS, SEED, Drawn
from parley.bargaining.merging import Merged, TooManyStates, merge
from parley.bargaining.ranked import unranked
from parley.bargaining.sampling import sample
from parley.bargaining.solutions import choose
from parley.bargaining.standards import nash_packages, standards
from parley.bargaining.turns import Sums

FREE = ((2, 3, 10), (2, 5, 10), (2, 6, 10), (3, 5, 10), (3, 6, 10), (5, 4, 10), (5, 5, 10))
OPPOSED = ((2, 10, 5), (2, 20, 5), (2, 40, 5), (3, 12, 5), (3, 20, 5), (5, 8, 5))
CURVE = tuple((parties, issues, 10) for parties in (2, 3) for issues in (3, 4, 6, 8, 10, 12, 14))
"""From 1,000 packages to 1e14."""
SEARCHED = ((4, 20, 5), (5, 12, 5), (5, 20, 5), (5, 40, 5), (6, 12, 5), (6, 20, 5), (7, 20, 5))
DRAWN = (
    ("ranges", (2, 4, 4)),
    ("rankings", (2, 4, 4)),
    ("ranges", (2, 20, 5)),
    ("rankings", (2, 20, 5)),
    ("ranges", (3, 8, 5)),
    ("rankings", (3, 8, 5)),
)
FOR_THE_PEER = 1_000_000

_MADE = """
import json, sys, time
from itertools import product
from negmas.preferences.ops import nash_points, pareto_frontier
from negmas.preferences import LinearAdditiveUtilityFunction as U
from negmas.outcomes import make_issue, make_os
tables = json.load(open(sys.argv[1]))
issues = [make_issue([str(k) for k in range(len(rows))], f"i{n}") for n, rows in enumerate(tables[0])]
space = make_os(issues)
ufuns = [U(values={f"i{n}": {str(k): float(v) for k, v in enumerate(row)} for n, row in enumerate(t)},
           weights=None, outcome_space=space, reserved_value=0.0) for t in tables]
"""
PEER = (
    _MADE
    + """
outcomes = list(space.enumerate_or_sample())
quickest = float("inf")
for _ in range(5):
    start = time.process_time()
    frontier, _ = pareto_frontier(ufuns, outcomes, sort_by_welfare=False)
    nash_points(ufuns, frontier, outcome_space=space)
    quickest = min(quickest, time.process_time() - start)
    if quickest > 1:
        break
print(json.dumps([quickest, len(set(frontier))]))
"""
)
BY_ISSUE = (
    _MADE
    + """
from negmas.preferences.pareto_sampler.mobanos import MOBANOSParetoSampler as Sampler
start = time.process_time()
sampler = Sampler()
sampler.init(*ufuns)
frontier = {tuple(float(u(outcome)) for u in ufuns) for outcome in sampler.pareto_outcomes(min_util=float("-inf"))}
print(json.dumps([time.process_time() - start, len(frontier)]))
"""
)
"""The fair rival for two opposed parties: issue by issue, exact, without the Nash packages."""


def tables(parties: int, issues: int, options: int, opposed: bool) -> list[list[list[int]]]:
    """Points by party, issue and option."""
    draw = np.random.default_rng([parties, issues, options, opposed])
    found: list[list[list[int]]] = [[] for _ in range(parties)]
    for _ in range(issues):
        for party in range(parties):
            points = draw.integers(0, 100_000, size=options)
            if opposed:
                points = np.sort(points)[:: -1 if party == 1 or (party > 1 and draw.random() < 0.5) else 1]
            found[party].append(points.tolist())
    return found


def ours(case: list[list[list[int]]]) -> tuple[float, int, int]:
    """Seconds of the quickest of five runs (of one that takes more than a second), rows of the frontier, packages
    listed."""
    points = tuple(np.array(rows, dtype=np.int64).T for rows in zip(*case, strict=True))
    quickest = float("inf")
    for _ in range(5):
        start = time.process_time()
        merged = merge(Sums(points))
        _, picks = merged.packages(10_000)
        best = choose(merged.vectors, merged.vectors.max(axis=0), [1] * len(case))["nash"]
        Merged(merged.vectors[best], merged.layers, merged.ends[best]).packages(10_000)
        quickest = min(quickest, time.process_time() - start)
        if quickest > 1:
            break
    return quickest, len(merged.ends), len(picks)


def peer(python: str, case: list[list[list[int]]], program: str = PEER) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        answer: Any = subprocess.run(
            [python, "-c", program, str(path)], check=True, capture_output=True, text=True, timeout=600
        ).stdout
    seconds, rows = json.loads(answer.splitlines()[-1])
    return seconds, rows


def searched(case: list[list[list[int]]]) -> str:
    issues = [{"id": f"i{n}", "options": [str(k) for k in range(len(rows))]} for n, rows in enumerate(case[0])]
    parties = [
        {
            "id": f"P{p}",
            "reserve": 0,
            "scores": {f"i{n}": {str(k): v for k, v in enumerate(row)} for n, row in enumerate(points)},
        }
        for p, points in enumerate(case)
    ]
    code = coded(load_case({"issues": issues, "parties": parties}, "the case"))
    start = time.process_time()
    nash_packages(code, code.middle())
    two = time.process_time()
    chosen = standards(code, code.middle())
    four = time.process_time()
    some = sample(code, chosen)
    end = time.process_time()
    rows = sum(len(part.merged.ends) for part in some.parts)
    bound = "-" if some.bound is None else f"{float(some.bound):.3f}"
    told = f"{two - start:>10.2f}{four - two:>10.2f}{end - four:>10.2f}{rows:>7}{bound:>8}"
    return told + "".join(f"  ({why})" for why in chosen.why)


def drawn(kind: str, case: list[list[list[int]]]) -> str:
    """Seconds, draws made, packages that all accept surely and possibly, of a case with ranges or rankings alone."""
    issues = [{"id": f"i{n}", "options": [str(k) for k in range(len(rows))]} for n, rows in enumerate(case[0])]
    parties: list[dict[str, Any]] = []
    for p, points in enumerate(case):
        rows = {f"i{n}": row for n, row in enumerate(points)}
        if kind == "ranges":  # two options of each issue
            vague = {i: {str(k): [v, v + 8000] if k in (1, 2) else v for k, v in enumerate(r)} for i, r in rows.items()}
            parties.append({"id": f"P{p}", "scores": vague})
        else:
            best_first = {i: [str(k) for k in sorted(range(len(r)), key=lambda k: -r[k])] for i, r in rows.items()}
            issue_ranking = sorted(rows, key=lambda i: -max(rows[i]))
            parties.append({"id": f"P{p}", "rankings": best_first, "issue_ranking": issue_ranking})
    loaded = load_case({"issues": issues, "parties": parties}, "the case")
    sets = [admissible(loaded, profile, "the case") for profile in loaded.parties]
    start = time.process_time()
    found = Drawn(loaded, coded(unranked(loaded)), sets, DRAWS, SEED).robustness(None, "", empty=False)
    asked = f"{len(found.ask)} questions, {len(found.packages)} packages shown"
    return f"{time.process_time() - start:>10.2f}{found.draws:>8}  {asked}"


def main(python: str | None) -> int:
    print(f"{'case':<26}{'packages':>10}{'frontier':>10}{'seconds':>10}{'NegMAS':>10}{'ratio':>8}")
    for opposed, kinds in ((False, FREE), (True, OPPOSED)):
        for parties, issues, options in kinds:
            case = tables(parties, issues, options, opposed)
            name = f"{'opposed' if opposed else 'free'}, {parties} parties, {issues}x{options}"
            packages = math.prod([options] * issues)
            try:
                seconds, rows, _ = min(ours(case) for _ in range(3))
            except TooManyStates:
                print(f"{name:<26}{packages:>10.1e}  its frontier is too large to list")
                continue
            beside = f"{'-':>10}{'':>8}"
            program = BY_ISSUE if opposed else PEER
            if python is not None and (parties == 2 if opposed else packages <= FOR_THE_PEER):
                theirs, others = peer(python, case, program)
                beside = f"{theirs:>10.3f}{theirs / seconds:>8.0f}" + ("" if others == rows else f"  ({others} rows)")
            print(f"{name:<26}{packages:>10.1e}{rows:>10}{seconds:>10.4f}{beside}")
    print()
    print(f"{'curve':<26}{'packages':>10}{'frontier':>10}{'seconds':>10}")
    for parties, issues, options in CURVE:
        seconds, rows, _ = ours(tables(parties, issues, options, True))
        name = f"opposed, {parties} parties, {issues}x{options}"
        print(f"{name:<26}{options**issues:>10.1e}{rows:>10}{seconds:>10.4f}")
    print()
    print(
        f"{'too large to list':<26}{'packages':>10}{'Nash, min':>10}{'all four':>10}"
        f"{'sample':>10}{'rows':>7}{'bound':>8}"
    )
    for kind in SEARCHED:
        name = "opposed, {} parties, {}x{}".format(*kind)
        print(f"{name:<26}{math.prod([kind[2]] * kind[1]):>10.1e}{searched(tables(*kind, True))}", flush=True)
    print()
    print(f"{'draws':<26}{'packages':>10}{'seconds':>10}{'draws':>8}")
    for kind, shape in DRAWN:
        name = "{}, {} parties, {}x{}".format(kind, *shape)
        print(f"{name:<26}{math.prod([shape[2]] * shape[1]):>10.1e}{drawn(kind, tables(*shape, True))}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"at most {peak:.0f} MB of memory in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
