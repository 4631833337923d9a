"""Score meetings, measures and events on whole papers whose answers stand beside them.

Usage: python benchmarks/told_papers.py [NAME...] [--misses]

Each paper of ``tests/golden/articles`` has its text and what a careful reader would write down. A thing
that the text tells is found or missed; one that is read and not told is invented. Of what is found, each
field is right, wrong (it says something else, or something where the text says nothing) or missed.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from told import Finding, compare, reading_of_paper  # noqa: E402


def main(*options: str) -> None:
    names = [each for each in options if not each.startswith("--")]
    found: list[Finding] = []
    for path in sorted((ROOT / "tests/golden/articles").glob("*.toml")):
        if names and path.stem not in names:
            continue
        paper = tomllib.loads(path.read_text(encoding="utf-8"))
        of_paper = list(compare(paper, reading_of_paper(paper)))
        found += of_paper
        if "--misses" in options:
            print(f"{path.stem}:")
            for each in filter(lambda each: each.is_fault, of_paper):
                print(f"  {each.verdict} {each.kind} {each.field} {each.words}")
    counts = Counter((each.kind, each.field, each.verdict) for each in found)
    for kind, field in sorted({(kind, field) for kind, field, _ in counts}):
        verdicts = ("right", "wrong", "missed") if field else ("found", "missed", "invented")
        print(f"{kind:9} {field:11}", *(f"{verdict} {counts[kind, field, verdict]}" for verdict in verdicts))


if __name__ == "__main__":
    main(*sys.argv[1:])
