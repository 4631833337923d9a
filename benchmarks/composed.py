"""How well sentences are read that are put together from known parts: every doer, deed, place, time and case by chance.

Usage: python benchmarks/composed.py [NUMBER] [--seed N] [--faults]

``NUMBER`` sentences of each shape (100 without) are composed (``tests/composed.py``), read and judged by the rule in
``tests/obligation_answers.py``. Prints Markdown; ``--faults`` prints each sentence that isn't read as it was composed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from composed import judged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("number", nargs="?", type=int, default=100, help="sentences of each shape")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    print("| shape | sentences | F1 | wrong readings |\n|---|---|---|---|")
    for shape, (tally, told) in judged(options.seed, options.number).items():
        print(f"| {shape} | {tally.sentences} | {tally.f1():.3f} | {tally.false} of {tally.read} |")
        for each in told if options.faults else ():
            if each.faults:
                print(f"\n{each.answer['exact']}", *each.faults, sep="\n    ")


if __name__ == "__main__":
    main()
