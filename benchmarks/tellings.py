"""Score proposals on papers of which somebody wrote down what they tell in common, before they were read.

Usage: python benchmarks/tellings.py CASES.toml [--show]

CASES has ``[[case]]`` with ``papers`` (a name, the day of publication, the text) and, for each thing that
several tell, ``[[case.one]]`` with its kind and, by paper, a word with which it is told. Counted are pairs of
tellings: right, missed (wanted and not proposed) and wrong (proposed and not wanted).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from parley.model import Actor, ActorKind, Document, Proposal, Telling
from parley.reading import propose, read

ACTORS = (
    Actor(id="KES", name="Kestria", kind=ActorKind.STATE, aliases=("Kestrian", "Kestrians")),
    Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE, aliases=("Orlavian", "Orlavians")),
    Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, aliases=("Halvernian",)),
)


def proposals(case: Mapping[str, Any]) -> tuple[dict[str, Document], tuple[Proposal, ...]]:
    """The papers of a case by name, and what is proposed of them."""
    papers = {
        name: Document(
            id=hashlib.sha256((name + text).encode()).hexdigest(),
            path=name,
            text=text,
            published=dt.date.fromisoformat(day),
        )
        for name, (day, text) in case["papers"].items()
    }
    found, _ = propose([(paper, read(paper, ACTORS)) for paper in papers.values()])
    return papers, found


def wanted(case: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
    """The pairs that should be proposed: kind, then paper and word of each."""
    for one in case.get("one", ()):
        for ours, theirs in itertools.combinations(sorted(one["told"].items()), 2):
            yield one["kind"], ours, theirs


def tells(telling: Telling, paper: Document, word: str) -> bool:
    return telling.document == paper.id and any(word in span.exact for span in telling.spans)


def score(case: Mapping[str, Any]) -> tuple[int, list[str], list[str], list[str]]:
    """Pairs that are right; those missed and those wrong, in words; and differences that aren't as wanted."""
    papers, found = proposals(case)
    left = [(p.kind.value, *pair) for p in found for pair in itertools.combinations(p.tellings, 2)]
    right, missed = 0, []
    for kind, *places in wanted(case):
        hit = next(
            (
                pair
                for pair in left
                if pair[0] == kind and all(any(tells(t, papers[name], word) for t in pair[1:]) for name, word in places)
            ),
            None,
        )
        if hit is None:
            missed.append(f"{kind}: {places}")
        else:
            right += 1
            left.remove(hit)
    wrong = [f"{kind}: {[t.spans[0].exact for t in pair]}" for kind, *pair in left]
    differ = [
        f"{one['kind']}: wanted {sorted(one['differ'])}, found {sorted({d.about for d in p.differences})}"
        for one in case.get("one", ())
        for p in found
        if all(any(tells(t, papers[n], w) for t in p.tellings) for n, w in one["told"].items())
        if not set(one["differ"]) <= {d.about for d in p.differences}
    ]
    return right, missed, wrong, differ


def main() -> None:
    cases = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["case"]
    total = {"right": 0, "missed": 0, "wrong": 0, "differences missed": 0}
    for case in cases:
        right, missed, wrong, differ = score(case)
        for name, number in zip(total, (right, len(missed), len(wrong), len(differ)), strict=True):
            total[name] += number
        print(f"{case['title']}: {right} right, {len(missed)} missed, {len(wrong)} wrong")
        for line in (*(f"missed {m}" for m in missed), *(f"wrong {w}" for w in wrong), *differ):
            print(f"    {line}")
        if "--show" in sys.argv:
            for p in proposals(case)[1]:
                print(f"    {p.kind} {p.sure}: {[t.spans[0].exact for t in p.tellings]} {p.why}")
                print(f"        {[(d.about, [v.words for v in d.versions]) for d in p.differences]}")
    print(json.dumps({"cases": len(cases), **total}))


if __name__ == "__main__":
    main()
