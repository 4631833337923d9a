"""Count what ``check`` says of sound texts, whose every finding of kind ``defect`` is a false alarm.

Usage: python benchmarks/clean.py [FOLDER] [--list]

Articles are the headings of the second rank of a text. ``--list`` tells each defect with its words. Prints Markdown.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from parley.framework import check, parse
from parley.model import FindingKind

STYLES = Path(__file__).parents[1] / "tests" / "golden" / "styles"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=STYLES)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    print("| text | articles | defects | absences |\n|---|---|---|---|")
    articles = defects = 0
    told = []
    for path in sorted(options.folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = check(parse(text, path.name)).findings
        alarms = [each for each in found if each.kind is FindingKind.DEFECT]
        absent = sum(each.kind is FindingKind.ABSENT for each in found)
        headings = len(re.findall(r"^## ", text, re.MULTILINE))
        print(f"| {path.stem} | {headings} | {len(alarms)} | {absent} |")
        articles, defects = articles + headings, defects + len(alarms)
        told += [f"- {path.stem} {each.code} {each.provision}: {each.quote!r}" for each in alarms]
    print(f"\n{defects} defects on {articles} articles: {10 * defects / articles:.1f} per ten.")
    if options.list:
        print("\n".join(told))


if __name__ == "__main__":
    main()
