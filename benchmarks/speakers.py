"""Who speaks, in short invented papers: right, wrong, nobody, unread.

Usage: python benchmarks/speakers.py [first|held-out|both] [--misses]

The passages and their judge stand with the tests (``tests/golden/speakers``, ``tests/passages.py``).
``--misses`` prints each that is not right.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from passages import FOLDER, judged

SETS = ("first", "held-out", "held-out-2")


def main(arguments: list[str]) -> int:
    chosen = [each for each in arguments if not each.startswith("--")] or ["both"]
    for name in SETS if chosen == ["both"] else chosen:
        told = list(judged(FOLDER / f"{name}.toml"))
        counts = Counter(verdict for verdict, _ in told)
        figures = ", ".join(f"{counts[each]} {each}" for each in ("right", "wrong", "nobody", "unread"))
        print(f"{name}: {len(told)} speakers and addressees: {figures}")
        if "--misses" in arguments:
            print(*(f"  {verdict}: {line}" for verdict, line in told if verdict != "right"), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
