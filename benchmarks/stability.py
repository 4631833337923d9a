"""How long a dense graph model takes: every decision-maker can go from every state to every other.

Usage: python benchmarks/stability.py

Invented conflicts, preferences drawn with a fixed seed; time of the processor, once. No program to compare with runs
here; what other programs found for two published conflicts is a test.
"""

from __future__ import annotations

import random
import time

from parley.bargaining import judge, load_conflict

CASES = ((2, 16), (2, 64), (3, 64), (4, 128), (2, 256), (8, 256))


def dense(makers: int, states: int) -> dict[str, object]:
    draw = random.Random(states * 100 + makers)
    names = [f"P{n}" for n in range(makers)]
    options = max(1, (states - 1).bit_length())
    return {
        "decision_makers": names,
        "options": [f"o{n}" for n in range(options)],
        "states": [f"{n:0{options}b}".replace("0", "N").replace("1", "Y") for n in range(states)],
        "payoffs": {name: [draw.randrange(states) for _ in range(states)] for name in names},
        "moves": {name: [[end for end in range(states) if end != n] for n in range(states)] for name in names},
    }


if __name__ == "__main__":
    print(f"{'decision-makers':>16}{'states':>8}{'moves':>10}{'seconds':>9}{'coalitions':>12}")
    for makers, states in CASES:
        conflict = load_conflict(dense(makers, states), "case")
        start = time.process_time()
        found = judge(conflict)
        spent = time.process_time() - start
        judged = "all" if getattr(found, "coalition_stable", None) is not None else "some"
        print(f"{makers:>16}{states:>8}{makers * states * (states - 1):>10,}{spent:>9.2f}{judged:>12}", flush=True)
