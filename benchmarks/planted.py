"""Plant one defect at a time into clean texts and count which ``check`` finds where they stand.

Usage: python benchmarks/planted.py [TEXT...] [--misses] [--false] [--folder FOLDER] [--seed N] [--wordings N]
    [--every N]

A defect is found when a finding with its code, or a finer one, lies on the planted words and the clean text
has none like it; what is taken out is found when it is reported absent. A finding of kind ``defect`` in a clean text
is a false alarm. ``--misses`` lists the defects that are not found, with what was said instead, ``--false`` the
false alarms. Prints Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from parley.framework.checks.catalogue import RULES  # noqa: E402
from parley.model import Finding, FindingKind  # noqa: E402
from planting import HERE, Clean, Plant, clean_texts, findings, found, plants  # noqa: E402

Row = Counter[tuple[str, str]]


def main() -> None:
    options = _options()
    texts = [each for each in clean_texts(options.folder) if not options.text or each.name in options.text]
    hits: Row = Counter()
    sown: Row = Counter()
    missed: list[tuple[Plant, list[Finding]]] = []
    alarms: list[tuple[str, Finding]] = []
    for clean in texts:
        before = findings(clean)
        alarms += [(clean.name, each) for each in before if each.kind is not FindingKind.NOTE]
        for plant in islice(plants(clean, options.folder, options.seed, options.wordings), 0, None, options.every):
            row = plant.codes[0], plant.case
            hit, new = found(plant, before)
            sown[row] += 1
            hits[row] += hit
            if not hit:
                missed.append((plant, new))
    _figures(texts, hits, sown, alarms)
    if options.misses:
        _misses(missed)
    if options.false:
        _false(alarms)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("text", nargs="*", help="names of clean texts; all without")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--false", action="store_true")
    parser.add_argument("--folder", type=Path, default=HERE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wordings", type=int, default=2, help="of each common defect in each text")
    parser.add_argument("--every", type=int, default=1, help="try every Nth defect only")
    return parser.parse_args()


def _figures(texts: list[Clean], hits: Row, sown: Row, alarms: list[tuple[str, Finding]]) -> None:
    print("| code | planted | found |\n|---|---|---|")
    for row in sorted(sown):
        print(f"| {row[0]} {row[1]} | {sown[row]} | {hits[row]} |")
    total, right = sum(sown.values()), sum(hits.values())
    print(f"\nFound {right} of {total} planted defects ({right / total:.1%}).\n")
    print("| clean text | articles | false defects | false absences |\n|---|---|---|---|")
    for clean in texts:
        kinds = Counter(each.kind for name, each in alarms if name == clean.name)
        print(
            f"| {clean.name} | {clean.data['articles']} | {kinds[FindingKind.DEFECT]} | {kinds[FindingKind.ABSENT]} |"
        )
    defects = [(name, each.code) for name, each in alarms if each.kind is FindingKind.DEFECT]
    articles = sum(clean.data["articles"] for clean in texts)
    cells, count = len(RULES) * len(texts), len(set(defects))
    print(f"\nFalse defects: {count} of {cells} checks x clean texts ({count / cells:.1%}); "
          f"{len(defects)} on {articles} articles ({10 * len(defects) / articles:.2f} "
          "per 10 articles).")  # fmt: skip


def _misses(missed: list[tuple[Plant, list[Finding]]]) -> None:
    print("\n## Missed\n")
    for plant, new in sorted(missed, key=lambda each: (each[0].codes, each[0].case, each[0].text)):
        said = ", ".join(sorted({each.code for each in new})) or "nothing"
        words = plant.words or f"(absent of the whole text, {plant.kind})"
        print(f"* {'/'.join(plant.codes)} {plant.case} [{plant.text}]: {words!r}; said instead: {said}")


def _false(alarms: list[tuple[str, Finding]]) -> None:
    print("\n## False alarms on the clean texts\n")
    for name, each in alarms:
        print(f"* {each.code} ({each.kind.value}) [{name} {each.provision}]: {' '.join(each.quote.split())!r}")


if __name__ == "__main__":
    main()
