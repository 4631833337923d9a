"""Count in how many wordings of each defect the checks see it, and in how many sound sentences that look like it.

Usage: python benchmarks/wordings.py [CODE...] [--misses]

The wordings stand in tests/golden/wordings. ``--misses`` lists those that are not seen, and the sound ones that are.
Prints Markdown.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from wordings import Row, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("code", nargs="*", help="codes of the checklist; all without")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    wanted = [row for row in rows() if not options.code or any(code in options.code for code in row.codes)]
    for title, chosen in (
        ("Defects", [row for row in wanted if not row.of_the_text]),
        ("What a text must settle", [row for row in wanted if row.of_the_text]),
    ):
        if chosen:
            _count(title, chosen, options.misses)


def _count(title: str, chosen: list[Row], misses: bool) -> None:
    print(f"\n## {title}\n\n| code | case | wordings seen | sound ones seen |\n|---|---|---|---|")
    total = [0, 0, 0, 0]
    lines = []
    for row in chosen:
        seen, false = ([words for words in each if row.sees(words)] for each in (row.seen, row.not_seen))
        counts = f"{len(seen)} of {len(row.seen)} | {len(false)} of {len(row.not_seen)}"
        print(f"| {' '.join(row.codes)} | {row.case} | {counts} |")
        total = [a + b for a, b in zip(total, map(len, (seen, row.seen, false, row.not_seen)), strict=True)]
        lines += [f"* not seen ({row.codes[0]}): {words}" for words in row.seen if words not in seen]
        lines += [f"* seen and sound ({row.codes[0]}): {words}" for words in false]
    print(f"\nSeen: {total[0]} of {total[1]} ({total[0] / total[1]:.1%}); of the sound ones {total[2]} of {total[3]}.")
    if misses:
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
