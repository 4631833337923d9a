"""Score event types on sentences whose source, target and PLOVER root somebody labelled.

Usage: python benchmarks/events.py TABLE.tsv [--misses ROOT]

The table has the columns ``sentence``, ``marked_sentence`` (source in <s>, target in <t>) and
``gold_root``. Prints accuracy and macro-F1 over the roots, and the scores by root. Rules only:
nothing is trained, on this table or any other.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
from pathlib import Path

from parley.reading.events.plover import Coded, code_events, covers, filed_as
from parley.reading.pipeline import parse

_MARK = re.compile(r"</?[st]>")
NONE = "(none)"


def places(marked: str) -> dict[str, tuple[int, int]]:
    """Where source and target stand in the sentence without its marks."""
    found: dict[str, list[int]] = {"s": [], "t": []}
    dropped = 0
    for match in _MARK.finditer(marked):
        found[match.group().strip("</>")].append(match.start() - dropped)
        dropped += len(match.group())
    return {name: (ends[0], ends[1]) for name, ends in found.items() if len(ends) == 2}


def relevance(coded: Coded, spans: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """How well an event joins source and target; of equals the earlier in the sentence."""
    source = "s" in spans and covers(coded.actors, *spans["s"])
    target = "t" in spans and (
        covers(coded.recipients, *spans["t"]) or covers((t for r in coded.recipients for t in r.subtree), *spans["t"])
    )
    loosely = "t" in spans and covers(coded.trigger.subtree, *spans["t"])
    return 4 * source + 2 * target + loosely, -coded.trigger.i


def predict(marked: str) -> str:
    """The root of the event between source and target, filed as PLOVER does; ``(none)`` where none is read."""
    spans = places(marked)
    events = list(code_events(parse(_MARK.sub("", marked))))
    if not events:
        return NONE
    best = max(events, key=lambda coded: relevance(coded, spans))
    return filed_as(best.root, best.status).value


def score(gold: list[str], predicted: list[str]) -> tuple[dict[str, float], dict[str, tuple[float, float, float]]]:
    by_root = {}
    for root in sorted(set(gold)):
        hits = sum(g == root == p for g, p in zip(gold, predicted, strict=True))
        given, wanted = predicted.count(root), gold.count(root)
        by_root[root] = (hits / given if given else 0.0, hits / wanted, 2 * hits / (given + wanted))
    accuracy = sum(g == p for g, p in zip(gold, predicted, strict=True)) / len(gold)
    return {"accuracy": accuracy, "macro_f1": sum(f for *_, f in by_root.values()) / len(by_root)}, by_root


def main(table: str, *options: str) -> None:
    with Path(table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    started = time.perf_counter()
    predicted = [predict(row["marked_sentence"]) for row in rows]
    seconds = time.perf_counter() - started
    gold = [row["gold_root"] for row in rows]
    total, by_root = score(gold, predicted)
    print(json.dumps({**{k: round(v, 3) for k, v in total.items()}, "rows": len(rows), "seconds": round(seconds, 1)}))
    for root, (precision, recall, f1) in by_root.items():
        print(f"{root:10} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}  of {gold.count(root)}")
    print(f"{NONE:10} {predicted.count(NONE)} sentences in which nothing was read")
    if options[:1] == ("--misses",):
        for row, want, got in zip(rows, gold, predicted, strict=True):
            if want == options[1] != got:
                print(f"{want} read as {got}: {row['marked_sentence']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
