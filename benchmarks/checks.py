"""How long checking takes: texts of growing length, and hostile geometry in their annexes.

Run it by ``python benchmarks/checks.py``. Thin texts are the clean text of the tests, its articles (one sentence each)
repeated under new numbers; dense ones are the paragraphs of the numbered texts of ``tests/golden``, two or three
sentences each, joined under one numbering. The shapes are made here: a million positions, rings and lines that cross
themselves, collections in one another. Printed are the seconds of the processor for ``parse`` and for ``check``; and
what the first text of a new process costs, with Python's bytecode and the patterns compiled anew, and with both kept.
"""

from __future__ import annotations

import math
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parley.framework import check, parse
from parley.model import Framework, Shape, ShapeKind

TESTS = Path(__file__).parents[1] / "tests"
CLEAN = TESTS / "framework" / "clean.md"
NUMBERED = ("saltroad", "mill", "line", "harbour", "belt", "numbered", "plateau", "delta", "glacier")
PLACE = "# Agreement\n\n**North Zone** means the area shown in Annex A.\n\n1. No Party shall fire in the North Zone.\n"


def text_of(articles: int) -> str:
    head, body = CLEAN.read_text(encoding="utf-8").split("## Cease-fire", 1)
    found = [each.split("## ")[0] for each in re.split(r"(?m)^(?=\d+\. )", body) if re.match(r"\d+\. ", each)]
    rows = []
    for number in range(1, articles + 1):
        words = re.sub(r"\{#([\w-]+)\}", rf"{{#\1-{number}}}", found[(number - 1) % len(found)])
        rows.append(re.sub(r"^\d+\.", f"{number}.", words))
    return f"{head}## Cease-fire\n\n{''.join(rows)}"


def dense(articles: int) -> str:
    """So many paragraphs of the numbered texts as articles; the opening and the definitions are those of the first."""
    texts = [(TESTS / "golden" / f"planted_{name}" / "agreement.md").read_text(encoding="utf-8") for name in NUMBERED]
    head = re.split(r"(?m)^(?=## \S*\s*2\.)", texts[0])[0]
    parts = (part for text in texts for part in re.split(r"(?m)^(?=\d+\.\d+\.? |## )", text))
    rows = [match[1] for part in parts if (match := re.match(r"(?!1\.)\d+\.\d+\.? (.*)", part, re.DOTALL))]
    return head + "".join(f"{number}. {row}" for number, row in enumerate(rows[:articles], 2))


def seconds(framework: Framework, *shapes: Shape) -> tuple[float, int]:
    start = time.process_time()
    found = check(framework, shapes)
    return time.process_time() - start, len(found.findings)


def row(articles: int, text: str) -> str:
    start = time.process_time()
    framework = parse(text)
    read = time.process_time() - start
    spent, findings = seconds(framework)
    return f"| {articles} | {len(framework.sentences)} | {read:.2f} | {spent:.2f} | {findings} |"


def zone(ring: list[list[float]]) -> Shape:
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return Shape(name="North Zone", kind=ShapeKind.ZONE, annex="A", geometry=geometry)


def hostile() -> dict[str, Shape]:
    draw = random.Random(1)

    def circle(n: int) -> list[list[float]]:
        return [[20 + math.cos(2 * math.pi * i / n), 45 + math.sin(2 * math.pi * i / n)] for i in range(n)]

    wild = [[20 + draw.random(), 45 + draw.random()] for _ in range(49_000)]
    nested: dict[str, Any] = {"type": "Polygon", "coordinates": [circle(4)]}
    for _ in range(2_000):
        nested = {"type": "GeometryCollection", "geometries": [nested]}
    line = {"type": "LineString", "coordinates": wild[:19_000]}
    return {
        "a sound ring of 49,000 positions": zone(circle(49_000)),
        "a ring of 1,000,000 positions": zone(circle(1_000_000)),
        "a ring of 49,000 positions at random": zone(wild),
        "a line of 19,000 positions at random": Shape(name="Line", kind=ShapeKind.LINE, annex="A", geometry=line),
        "2,000 collections in one another": Shape(name="North Zone", kind=ShapeKind.ZONE, annex="A", geometry=nested),
    }


FIRST = """
import sys, time
at = [time.process_time()]
from parley.framework import check, parse
at.append(time.process_time())
framework = parse(sys.stdin.read())
at.append(time.process_time())
check(framework)
at.append(time.process_time())
print(*(f"{after - before:.2f}" for before, after in zip(at, at[1:])), sep=" | ")
"""


def first(text: str, folder: str) -> str:
    """What importing, parsing and checking take in a new process that keeps its bytecode and patterns in ``folder``."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**plain, "PYTHONPYCACHEPREFIX": folder}
    told = subprocess.run([sys.executable, "-c", FIRST], input=text, env=environment, stdout=subprocess.PIPE, text=True)
    return told.stdout.strip()


def main() -> None:
    print("| the first text of a process | seconds of importing | of parse | of check |\n|---|---|---|---|")
    for name, text in (("one article", PLACE), ("200 thin articles", text_of(200))):
        with TemporaryDirectory() as folder:
            print(f"| {name}, nothing kept | {first(text, folder)} |")
            print(f"| {name}, bytecode and patterns kept | {first(text, folder)} |")
    seconds(parse(dense(700)))  # the lexicon and the patterns are made once
    for kind, made in (("thin", text_of), ("dense", dense)):
        print(f"\n| {kind} articles | sentences | seconds of parse | seconds of check | findings |")
        print("|---|---|---|---|---|")
        for articles in (50, 100, 200, 400, 700):
            print(row(articles, made(articles)))
    framework = parse(PLACE)
    print("\n| annex | seconds of check | findings |\n|---|---|---|")
    for name, shape in hostile().items():
        spent, findings = seconds(framework, shape)
        print(f"| {name} | {spent:.2f} | {findings} |")


if __name__ == "__main__":
    main()
