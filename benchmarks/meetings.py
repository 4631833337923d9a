"""Meetings of single sentences, held against answers that were written before the reader saw them.

Usage: python benchmarks/meetings.py [first|held-out|held-out-2] [--misses]

The sentences stand with the tests (``tests/golden/meetings``), the comparison in ``tests/told.py``: a meeting is
found, missed or invented, and each field of a found one right, wrong or missed. ``--misses`` prints each fault.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from told import meetings_of_sentences  # noqa: E402

SETS = ("first", "held-out", "held-out-2")


def main(*options: str) -> None:
    names = [each for each in options if not each.startswith("--")]
    for name in names or SETS:
        told = tomllib.loads((ROOT / f"tests/golden/meetings/{name}.toml").read_text(encoding="utf-8"))
        counts: Counter[tuple[str, str]] = Counter()
        print(f"{name}: {len(told['sentence'])} sentences")
        for sentence, findings in meetings_of_sentences(told):
            counts.update((each.field, each.verdict) for each in findings)
            faults = [each for each in findings if each.is_fault]
            if faults and "--misses" in options:
                print(f"  {sentence}", *(f"    {each.verdict} {each.field} {each.words}" for each in faults), sep="\n")
        for field in sorted({field for field, _ in counts}):
            verdicts = ("right", "wrong", "missed") if field else ("found", "missed", "invented")
            print(f"  {field or 'meetings':10}", *(f"{verdict} {counts[field, verdict]}" for verdict in verdicts))


if __name__ == "__main__":
    main(*sys.argv[1:])
