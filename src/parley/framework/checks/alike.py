"""Sentences worded like those in which readers found a fault, where no rule by meaning names one: a second ear.

The rules of the other modules say what is wrong because they know it. Drafters have more words than rules know, so
this one only compares: a linear model over the words of a sentence and the concepts in them (concepts.toml), learnt
from the project's own faulty and sound sentences (``benchmarks/train_alike.py``, which says how it is measured). It is
asked last, tells nothing of a sentence of which a rule of the same item has said something, and keeps still below the
likelihood at which, on texts that it was not learnt from, it seldom cried wolf. alike.toml says what each item means.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate
from typing import Any, Final, cast

import numpy as np

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .concepts import concepts_in
from .draft import Draft
from .rule import Rule

SOUND: Final = "-"
"""The class of sentences without a fault."""

_NUMBERING = re.compile(r"^\W*(?:\(?[0-9a-z]{1,3}\)|\d+(?:\.\d+)*\.?|[-•*–])\s+")
_DAY = re.compile(r"\b(?:D\s?[+-]\s?\d+|[Dd]ay\s\+?\d+|D-?[Dd]ay)\b")
_POSITION = re.compile(
    r"\d{1,3}(?:[.,]\d+)?\s?°(?:\s?\d{1,2}(?:[.,]\d+)?\s?[′'’])?(?:\s?\d{1,2}(?:[.,]\d+)?\s?[″\"”])?\s?(?:[NSEW]\b|north|south|east|west)?"
)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+(?:[’']s)?")
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_LONGEST: Final = 3
"""So many words stand together at most."""
_MOST: Final = 120
"""Of a longer sentence so many words are heard: what goes on for pages is no single sentence."""
_LEAST: Final = 5
"""Fewer words are a heading or a caption, and say nothing."""
_LEAST_QUOTED: Final = 3


def heard(text: str) -> tuple[list[tuple[int, int]], list[tuple[str, int, int]]]:
    """The places of a sentence's words, and what is heard in it, each with the first word and the one after the last.

    Days, positions, numbers and names are heard as such: which day it is makes nothing a fault. Concepts are heard
    anywhere, and have no words of their own.
    """
    places: list[tuple[int, int]] = []
    words: list[str] = []
    numbering = _NUMBERING.match(text)
    days = dict(match.span() for match in _DAY.finditer(text))
    names = {match.start() for match in _NAME.finditer(text)}
    at = numbering.end() if numbering else 0
    while len(words) < _MOST:
        match = _TOKEN.search(text, at)
        if match is None:
            break
        start, end = match.span()
        if start in days:
            end, word = days[start], "<day>"
        elif position := _POSITION.match(text, start):
            end, word = position.end(), "<position>"
        elif number := _NUMBER.match(text, start):
            end, word = number.end(), "<number>"
        elif start in names:
            word = "<name>"
        else:
            word = match.group().lower().replace("’", "'")
        places.append((start, end))
        words.append(word)
        at = end
    told = [
        (" ".join(words[start : start + length]), start, start + length)
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    ]
    return places, [*told, *((f"#{concept}", 0, 0) for concept in concepts_in(text))]


@dataclass(frozen=True)
class Model:
    """What a sentence's words weigh for each class: ``weights`` are features x classes, in units of ``scale``."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    rarity: np.ndarray
    """Of each feature: what it counts for in the length of a sentence."""
    weights: np.ndarray
    scale: float
    base: np.ndarray
    least: np.ndarray
    """Of each class: the likelihood below which nothing is told."""

    def hear(self, text: str) -> tuple[str, tuple[int, int]] | None:
        """The item of the fault that the sentence most likely has, with the words that speak for it; None if unsure."""
        places, told = heard(text)
        known = [(self.rows[each], start, end) for each, start, end in dict.fromkeys(told) if each in self.rows]
        once = list(dict.fromkeys(row for row, _, _ in known))
        if not once or len(places) < _LEAST:
            return None
        length = float(np.sqrt((self.rarity[once] ** 2).sum()))
        scores = self.weights[once].sum(axis=0, dtype=float) * (self.scale / length) + self.base
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        sound = self.classes.index(SOUND)
        likely[sound] = 0.0
        best = int(likely.argmax())
        if likely[best] < self.least[best]:
            return None
        speaks = [0.0] * len(places)
        for row, start, end in known:
            for word in range(start, end):
                speaks[word] += (float(self.weights[row, best]) - float(self.weights[row, sound])) / (end - start)
        first, last = _loudest(speaks)
        return self.classes[best], (places[first][0], places[last][1])


def _loudest(speaks: Sequence[float]) -> tuple[int, int]:
    """The first and last of the words that together speak most for it: each has to outweigh a quarter of the mean."""
    even = sum(speaks) / (4 * len(speaks))
    sums = [0.0, *accumulate(each - max(even, 0.0) for each in speaks)]
    low, best, place = 0, float("-inf"), (0, len(speaks) - 1)
    for end in range(1, len(sums)):
        if sums[end] - sums[low] > best:
            best, place = sums[end] - sums[low], (low, end - 1)
        if sums[end] < sums[low]:
            low = end
    first, last = place
    return max(0, min(first, last - _LEAST_QUOTED + 1)), last


@cache
def model() -> Model:
    """The model as it was learnt."""
    raw = np.load(BytesIO(files(__package__).joinpath("alike.npz").read_bytes()), allow_pickle=False)
    return Model(
        classes=tuple(raw["classes"].tolist()),
        rows={feature: row for row, feature in enumerate(raw["features"].tobytes().decode().split("\n"))},
        rarity=raw["rarity"].astype(float),
        weights=raw["weights"],
        scale=float(raw["scale"]),
        base=raw["base"].astype(float),
        least=raw["least"].astype(float),
    )


class Alike(Rule):
    """A sentence worded like those in which readers found this item at fault."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.item = row["code"]
        self.code, self.fix = f"{self.item}.alike", row["fix"]
        self.title = f"Worded like what leaves open {row['open']}"
        self.severity = Severity(row.get("severity", "serious"))
        self.reference = f"Checklist {self.item}"
        self.applies_to = "operative sentences in which no rule found this item at fault"
        self._why = f"'{{words}}' is worded like sentences that leave open {row['open']}; no rule says why, so read it."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence, (start, end) in _told(draft).get(self.item, ()):
            at = sentence.start
            words = " ".join(draft.framework.text[at + start : at + end].split())
            yield self.at(
                draft, at + start, at + end, self._why.replace("{words}", words), provision=sentence.provision
            )


_Heard = Mapping[str, list[tuple[Sentence, tuple[int, int]]]]
"""By item the sentences in which it is heard, with the words that speak for it."""


def _told(draft: Draft) -> _Heard:
    """What the model hears in the draft; once for all items."""
    if "alike" not in draft.notes:
        draft.notes["alike"] = _hear(draft.operative)
    return cast("_Heard", draft.notes["alike"])


def _hear(sentences: Iterable[Sentence]) -> _Heard:
    found: dict[str, list[tuple[Sentence, tuple[int, int]]]] = {}
    for sentence in sentences:
        if sentence.form is SentenceForm.DEFINITION:
            continue  # what a term means is looked at by checks of their own
        if len(_POSITION.findall(sentence.exact)) > 1:
            continue  # corners and points are computed, and sound like one another
        told = model().hear(sentence.exact)
        if told is not None:
            found.setdefault(told[0], []).append((sentence, told[1]))
    return found


def without_echoes(findings: Iterable[Finding], sentences: Sequence[Sentence]) -> list[Finding]:
    """The findings without those of a likeness beside a rule that says why: in sentences of which one says the same
    item, and on words on which one found a defect."""
    told = list(findings)
    starts = [each.start for each in sentences]
    rules = [each for each in told if not _is_alike(each) and each.kind is not FindingKind.ABSENT]
    items = {(_item(each), bisect_right(starts, place)) for each in rules for place in (each.start, each.end - 1)}
    defects = [each for each in rules if each.kind is FindingKind.DEFECT]

    def is_echo(finding: Finding) -> bool:
        if (_item(finding), bisect_right(starts, finding.start)) in items:
            return True
        return any(each.start < finding.end and finding.start < each.end for each in defects)

    return [each for each in told if not (_is_alike(each) and is_echo(each))]


def _is_alike(finding: Finding) -> bool:
    return finding.code.endswith(".alike")


def _item(finding: Finding) -> str:
    return finding.code.partition(".")[0]


RULES: tuple[Rule, ...] = tuple(
    Alike(row) for row in tomllib.loads(files(__package__).joinpath("alike.toml").read_text("utf-8"))["alike"]
)
