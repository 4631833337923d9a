"""Criticism of a named country in speeches: how often the reader finds it, sentence by sentence.

Usage: python benchmarks/criticism.py conflict_annotations_sentences.csv

The file is that of UNSCon (K. Zaczynska, P. Bourgonje and M. Stede, "How Diplomats Dispute", LREC-COLING 2024),
which is no part of the project and taught it nothing. A sentence counts as criticism where the
annotation gives a direct or indirect negative evaluation of a country; as found where the reader holds the act of
the sentence, or of a statement in it, to be to accuse or to criticise.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from parley.model import Act, Document
from parley.reading import act_of, read

CRITICAL = frozenset({Act.ACCUSE, Act.CRITICISE})


def main(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [is_criticism(" ".join(row["sentence_text"].split())) for row in rows]
    direct = [row["A0"] == "Direct_NegEval" and row["A2"] == "Country" for row in rows]
    either = [row["A0"] in ("Direct_NegEval", "Indirect_NegEval") and row["A2"] == "Country" for row in rows]
    print(f"{len(rows)} sentences, {sum(found)} held to be criticism")
    for name, gold in (("direct or indirect", either), ("direct alone", direct)):
        print(f"  {name:<20} of {sum(gold):>4}: {_scores(gold, found)}")
        print(f"  {'':<20} all called so: {_scores(gold, [True] * len(gold))}")
    return 0


def is_criticism(text: str) -> bool:
    if not text:
        return False
    statements = read(Document(id="0" * 64, path="sentence.txt", text=text, language="en")).statements
    return act_of(text)[0] in CRITICAL or any(each.act in CRITICAL for each in statements)


def _scores(gold: list[bool], found: list[bool]) -> str:
    right = sum(g and f for g, f in zip(gold, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(gold))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
