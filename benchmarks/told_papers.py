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
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from told import events_of, meeting_rows, measure_rows, reading_of_paper, with_blanks  # noqa: E402

IDENTIFYING = {"meetings": ("status", "parties", "venue", "window"), "measures": ("by", "towards", "status", "what")}


def pairs(told: list[dict[str, Any]], read: list[dict[str, Any]], fields: tuple[str, ...]) -> list[tuple[int, int]]:
    """Told and read things that are the same: those most alike first, by half or more of what identifies them."""
    alike = {
        (t, r): sum(one[field] == other[field] for field in fields)
        for t, one in enumerate(told)
        for r, other in enumerate(read)
    }
    found: list[tuple[int, int]] = []
    for (t, r), points in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        if 2 * points >= len(fields) and all(t != a and r != b for a, b in found):
            found.append((t, r))
    return found


def main(*options: str) -> None:
    names = [each for each in options if not each.startswith("--")]
    counts: dict[str, Counter[str]] = {"meetings": Counter(), "measures": Counter(), "events": Counter()}
    fields: Counter[tuple[str, str, str]] = Counter()
    for path in sorted((ROOT / "tests/golden/articles").glob("*.toml")):
        if names and path.stem not in names:
            continue
        paper = tomllib.loads(path.read_text(encoding="utf-8"))
        reading = reading_of_paper(paper)
        misses: list[str] = []
        for kind, read in (("meetings", meeting_rows(reading)), ("measures", measure_rows(reading))):
            told = with_blanks(kind, paper.get(kind, ()))
            same = pairs(told, read, IDENTIFYING[kind])
            counts[kind].update(found=len(same), missed=len(told) - len(same), invented=len(read) - len(same))
            misses += [f"missed {kind[:-1]} {row}" for n, row in enumerate(told) if n not in [t for t, _ in same]]
            misses += [f"invented {kind[:-1]} {row}" for n, row in enumerate(read) if n not in [r for _, r in same]]
            for t, r in same:
                for field, want in told[t].items():
                    got = read[r][field]
                    if want or got:
                        verdict = "right" if want == got else "missed" if want and not got else "wrong"
                        fields[kind, field, verdict] += 1
                        if verdict != "right":
                            misses.append(f"{verdict} {kind[:-1]} {field}: {got} for {want}")
        events = events_of(reading)
        wanted = paper["events"]["read"]
        never = [row for row in events if any(row[: len(rule)] == rule for rule in paper["events"].get("never", ()))]
        lacking = [row for row in wanted if row not in events]
        counts["events"].update(found=len(wanted) - len(lacking), missed=len(lacking), invented=len(never))
        misses += [f"missed event {row}" for row in lacking] + [f"invented event {row}" for row in never]
        if "--misses" in options:
            print(f"{path.stem}:", *misses, sep="\n  ")
    for kind, counted in counts.items():
        print(f"{kind:9}", *(f"{name} {counted[name]}" for name in ("found", "missed", "invented")))
    for kind, field in dict.fromkeys((kind, field) for kind, field, _ in fields):
        verdicts = ("right", "wrong", "missed")
        print(f"{kind:9} {field:11}", *(f"{name} {fields[kind, field, name]}" for name in verdicts))


if __name__ == "__main__":
    main(*sys.argv[1:])
