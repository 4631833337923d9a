"""Criticism of a named country in speeches: how often the reader finds it, sentence by sentence.

Usage: python benchmarks/criticism.py conflict_annotations_sentences.csv [--misses]

The file is that of UNSCon (K. Zaczynska, P. Bourgonje and M. Stede, "How Diplomats Dispute", LREC-COLING 2024),
which is no part of the project and taught it nothing. A sentence counts as criticism where the annotation gives a
direct or indirect negative evaluation of a country; as found where the reader holds it to find fault with an actor
that is a state, or that belongs to one. Each speech is read whole, for its sentences lean on each other. Errors
were looked at in every second speech ("seen"); the others were only counted. --misses prints those of the seen half.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from parley.model import ActorKind, Document
from parley.reading import read

_BY_WORD = re.compile(
    r"\b(?:condemn|denounc|deplor|accus|blam|violat|aggress|occupation|annex|illegal|provoc|unacceptable)",
    re.IGNORECASE,
)
Row = dict[str, str]


def main(path: Path, misses: bool) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        speeches: dict[str, list[Row]] = defaultdict(list)
        for row in csv.DictReader(file):
            speeches[row["filename"]].append(row)
    names = sorted(speeches)
    for half, some in (("seen", names[::2]), ("unseen", names[1::2])):
        rows = [row for name in some for row in _in_order(speeches[name])]
        found = [hit for name in some for hit in found_in([_words(row) for row in _in_order(speeches[name])])]
        gold = [_is_gold(row, ("Direct_NegEval", "Indirect_NegEval")) for row in rows]
        direct = [_is_gold(row, ("Direct_NegEval",)) for row in rows]
        by_word = [_BY_WORD.search(_words(row)) is not None for row in rows]
        print(f"{half}: {len(some)} speeches, {len(rows)} sentences, {sum(found)} held to criticise a country")
        for name, right in (("direct or indirect", gold), ("direct alone", direct)):
            print(f"  {name:<20} of {sum(right):>4}: {_scores(right, found)}")
            print(f"  {'':<20} by key words: {_scores(right, by_word)}")
            print(f"  {'':<20} all called so: {_scores(right, [True] * len(right))}")
        if misses and half == "seen":
            for row, right, hit in zip(rows, gold, found, strict=True):
                if right != hit:
                    print("  missed" if right else "  wrong ", _words(row)[:300])
    return 0


def found_in(sentences: list[str]) -> list[bool]:
    """For each sentence of a speech, whether the reader holds it to find fault with a state."""
    starts, text = [], ""
    for sentence in sentences:
        starts.append(len(text))
        text += sentence + " "
    reading = read(Document(id="0" * 64, path="speech.txt", text=text, language="en"))
    states = {actor.id for actor in reading.actors if actor.kind is ActorKind.STATE}
    hits = [each.words[0].start for each in reading.criticisms if each.target.id in states or each.target.of in states]
    ends = [*starts[1:], len(text)]
    return [any(start <= hit < end for hit in hits) for start, end in zip(starts, ends, strict=True)]


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: int(row["sentence_char_offsets"].split("-")[0]))


def _words(row: Row) -> str:
    """The sentence, without the spaces that the file has round its marks."""
    text = re.sub(r" (?=[,.;:?!)]|'s\b|n't\b)|(?<=\() | (?=-)(?=- \w)", "", " ".join(row["sentence_text"].split()))
    return re.sub(r"(?<=\w)- (?=\w)", "-", text)


def _is_gold(row: Row, kinds: tuple[str, ...]) -> bool:
    return row["A0"] in kinds and row["A2"] == "Country"


def _scores(gold: list[bool], found: list[bool]) -> str:
    right = sum(g and f for g, f in zip(gold, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(gold))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), "--misses" in sys.argv))
