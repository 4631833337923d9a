"""Invented agency sentences with the values of their times (``golden/timex``), and how they are judged."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from parley.text import times

SETS = tuple(sorted((Path(__file__).parent / "golden" / "timex").glob("*.toml")))
_MARKED = re.compile(r"\{(?P<words>[^|{}]+)\|(?P<value>[^|{}]+)(?P<set>\|SET)?\}")


_LENGTH = re.compile(r"P(?:T|X|\d)")


class Time(NamedTuple):
    """Words in a sentence, with their value."""

    start: int
    end: int
    value: str


class Judged(NamedTuple):
    """A sentence with its right, wrong, missed and false values; lengths and what recurs are left out."""

    sentence: str
    right: int
    wrong: list[tuple[str, str]]
    missed: list[str]
    false: list[tuple[str, str]]


def plain(marked: str) -> tuple[str, list[Time], list[Time]]:
    """The sentence without its marks, its dates and times, and what else stands marked."""
    text, counted, others, reached = "", [], [], 0
    for match in _MARKED.finditer(marked):
        text += marked[reached : match.start()]
        time = Time(len(text), len(text) + len(match["words"]), match["value"])
        (others if match["set"] or _LENGTH.match(match["value"]) else counted).append(time)
        text += match["words"]
        reached = match.end()
    return text + marked[reached:], counted, others


def judged(golden: Path) -> Iterator[Judged]:
    """A value is right where its words overlap and it is the same, character by character."""
    for paper in tomllib.loads(golden.read_text())["paper"]:
        for marked in paper["sentences"]:
            yield _judge(*plain(marked), paper["published"])


def _judge(text: str, counted: list[Time], others: list[Time], published: dt.date) -> Judged:
    found = [
        Time(time.span.start, time.span.end, time.timex)
        for time in times(text, published)
        if time.kind in ("DATE", "TIME") and time.timex
    ]
    found = [time for time in found if not any(_overlap(time, other) for other in others)]
    right, wrong, missed = 0, [], []
    for gold in counted:
        read = next((time for time in found if _overlap(time, gold)), None)
        if read is None:
            missed.append(gold.value)
            continue
        found.remove(read)
        right += read.value == gold.value
        if read.value != gold.value:
            wrong.append((gold.value, read.value))
    return Judged(text, right, wrong, missed, [(text[time.start : time.end], time.value) for time in found])


def _overlap(one: Time, other: Time) -> bool:
    return one.start < other.end and other.start < one.end


def f1(results: list[Judged]) -> tuple[float, float, float]:
    """Precision, recall and F1 of values, in per cent."""
    right = sum(each.right for each in results)
    gold = right + sum(len(each.wrong) + len(each.missed) for each in results)
    read = right + sum(len(each.wrong) + len(each.false) for each in results)
    return 100 * right / read, 100 * right / gold, 200 * right / (read + gold)
