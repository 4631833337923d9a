"""How fast a text is parsed, checked and compared with another draft, and how that grows with its length.

Usage: python benchmarks/drafts.py [--largest ARTICLES]

The texts are invented: the demo's provisions over and over with other numbers, in as many articles as asked. Times
are of the processor, the best of three. The later draft has every tenth number changed and every twentieth
provision moved to the end. There is no program to compare with: none parses agreements.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from functools import partial
from importlib import resources

from parley.framework import check, diff, parse

DEMO = resources.files("parley").joinpath("data", "demo", "framework.md").read_text(encoding="utf-8")
HEAD, BODY = DEMO[: DEMO.index("## Cease-fire")], DEMO[DEMO.index("## Cease-fire") :]
ARTICLES = [part for part in re.split(r"\n(?=\d+\. )|\n##[^\n]*\n", BODY) if re.match(r"\d+\. ", part)]


def text(articles: int) -> str:
    parts = [HEAD]
    for number in range(articles):
        words = ARTICLES[number % len(ARTICLES)]
        words = re.sub(r"^\d+", str(number + 1), words)
        words = re.sub(r"\{#([\w-]+)\}", rf"{{#\1-{number}}}", words)
        parts.append(re.sub(r"D\+\d+", f"D+{number % 60 + 1}", words))
    return "\n\n".join(parts)


def later(draft: str) -> str:
    head, *parts = re.split(r"\n\n(?=\d+\. )", draft)
    parts = [re.sub(r"D\+(\d+)", r"D+9\1", each) if i % 10 == 0 else each for i, each in enumerate(parts)]
    moved = [each for i, each in enumerate(parts) if i % 20 == 3]
    return "\n\n".join([head, *(each for i, each in enumerate(parts) if i % 20 != 3), *moved])


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--largest", type=int, default=1000, metavar="ARTICLES")
    largest = parser.parse_args().largest
    print("| articles | characters | parse, s | check, s | diff of two parsed drafts, s |\n|---|---|---|---|---|")
    for articles in (50, 100, 200, 500, 1000):
        if articles <= largest:
            draft = text(articles)
            before, after = parse(draft), parse(later(draft))
            works = (partial(parse, draft), partial(check, before), partial(diff, before, after))
            print(
                f"| {articles} | {len(draft):,} | " + " | ".join(f"{best(work):.2f}" for work in works) + " |",
                flush=True,
            )


if __name__ == "__main__":
    main()
