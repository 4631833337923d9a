"""The register corpus and the scores on it: used by the script that trains and by the one that measures."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "src/parley/data/register"

Pairs = Sequence[tuple[str, str | None]]
"""The gold label and the one found, for each sentence."""
Words = Sequence[str]


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def part_of(id: str) -> str:
    """Whether an item is for ``test`` (u001 ...), ``dev`` or ``train``."""
    number = int(hashlib.sha256(id.encode()).hexdigest(), 16) % 100
    return "test" if id.startswith("u") else "dev" if number < 20 else "train"


def accuracy(pairs: Pairs) -> float:
    return sum(gold == found for gold, found in pairs) / len(pairs)


def f1_by_label(pairs: Pairs) -> Iterator[tuple[str, float]]:
    """F1 of each label that stands in the gold part."""
    for label in sorted({gold for gold, _ in pairs}):
        right = sum(gold == found == label for gold, found in pairs)
        wrong = sum((gold == label) != (found == label) for gold, found in pairs)
        yield label, 2 * right / (2 * right + wrong)


def macro_f1(pairs: Pairs) -> float:
    """The mean of F1 over the labels that stand in the gold part."""
    scores = [f1 for _, f1 in f1_by_label(pairs)]
    return sum(scores) / len(scores)


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond what the two distributions of labels give by chance."""
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2
    return (accuracy(pairs) - chance) / (1 - chance)


def span_f1(pairs: Sequence[tuple[Words, Words]], exact: bool) -> float:
    """Micro-F1 of spans: the same words, or (not ``exact``) words of which one holds the other."""
    hit: Callable[[str, Words], bool] = (
        (lambda span, others: span in others)
        if exact
        else (lambda span, others: any(span in other or other in span for other in others))
    )
    found = sum(hit(span, gold) for gold, got in pairs for span in got)
    met = sum(hit(span, got) for gold, got in pairs for span in gold)
    precision = found / max(1, sum(len(got) for _, got in pairs))
    recall = met / max(1, sum(len(gold) for gold, _ in pairs))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
