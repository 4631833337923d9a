"""How long checking takes: texts of growing length, and hostile geometry in their annexes.

Run it by ``python benchmarks/checks.py``. Texts are the clean text of the tests, its articles repeated under new
numbers; the shapes are made here: a million positions, rings and lines that cross themselves, collections in one
another. Printed are the seconds of ``check`` alone, after ``parse``.
"""

from __future__ import annotations

import math
import random
import re
import time
from pathlib import Path
from typing import Any

from parley.framework import check, parse
from parley.model import Framework, Shape, ShapeKind

CLEAN = Path(__file__).parents[1] / "tests" / "framework" / "clean.md"
PLACE = "# Agreement\n\n**North Zone** means the area shown in Annex A.\n\n1. No Party shall fire in the North Zone.\n"


def text_of(articles: int) -> str:
    head, body = CLEAN.read_text(encoding="utf-8").split("## Cease-fire", 1)
    found = [each.split("## ")[0] for each in re.split(r"(?m)^(?=\d+\. )", body) if re.match(r"\d+\. ", each)]
    rows = []
    for number in range(1, articles + 1):
        words = re.sub(r"\{#([\w-]+)\}", rf"{{#\1-{number}}}", found[(number - 1) % len(found)])
        rows.append(re.sub(r"^\d+\.", f"{number}.", words))
    return f"{head}## Cease-fire\n\n{''.join(rows)}"


def seconds(framework: Framework, *shapes: Shape) -> tuple[float, int]:
    start = time.perf_counter()
    found = check(framework, shapes)
    return time.perf_counter() - start, len(found.findings)


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


def main() -> None:
    seconds(parse(CLEAN.read_text(encoding="utf-8")))  # the lexicon and the patterns are made once
    print("| articles | seconds of check | findings |\n|---|---|---|")
    for articles in (50, 100, 200, 400, 800):
        spent, findings = seconds(parse(text_of(articles)))
        print(f"| {articles} | {spent:.2f} | {findings} |")
    framework = parse(PLACE)
    print("\n| annex | seconds of check | findings |\n|---|---|---|")
    for name, shape in hostile().items():
        spent, findings = seconds(framework, shape)
        print(f"| {name} | {spent:.2f} | {findings} |")


if __name__ == "__main__":
    main()
