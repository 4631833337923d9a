"""Judges obligations as read against answers that a person wrote from the text alone.

An answer is one line of JSON: ``file``, the sentence's ``exact`` words (``start`` and ``end`` where they stand more
than once) and its ``obligations``. Each of those has slots: ``words`` that would be right, one way or another, and for
``modality`` and ``act`` the ``value``s that would be. A slot or an obligation that is ``optional`` may be missing.

A slot is right when its words share half their tokens (F1 >= .5) with one of the answers' and, for modality and act,
its value is one of theirs; a modality needs no words. A slot that the answer doesn't have is wrong. Obligations are
paired so that most slots are right; one without a partner is wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

from parley.framework import parse
from parley.model import Framework, Obligation

SLOTS = ("bearer", "modality", "act", "object", "place", "window")
Answer = dict[str, Any]


@dataclass
class Tally:
    """Counts of slots (``right``, ``wrong``, ``missed``), of obligations read and of those with a wrong slot."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    silent: int = 0
    read: int = 0
    false: int = 0

    def f1(self, slot: str | None = None) -> float:
        """Micro F1 of one slot or of all."""
        right, wrong, missed = (
            count[slot] if slot else sum(count.values()) for count in (self.right, self.wrong, self.missed)
        )
        return 2 * right / max(1, 2 * right + wrong + missed)

    @property
    def wrong_readings(self) -> float:
        return self.false / max(1, self.read)


@dataclass(frozen=True)
class Judged:
    """One sentence: its answer, what was read, and what is wrong or missing in words."""

    answer: Answer
    obligations: tuple[Obligation, ...]
    faults: tuple[str, ...]


def judge(answers: Path, folder: Path) -> tuple[Tally, list[Judged]]:
    """Read the texts in ``folder`` that the answers name, and judge each sentence."""
    tally, told = Tally(), []
    for line in answers.read_text("utf-8").splitlines():
        answer: Answer = json.loads(line)
        obligations = tuple(_of_sentence(read(folder / answer["file"]), answer))
        told.append(Judged(answer, obligations, tuple(_compare(answer["obligations"], obligations, tally))))
    return tally, told


def read(text: Path) -> Framework:
    return _parsed(text.read_bytes().decode("utf-8"), text.name)


@lru_cache(maxsize=4)
def _parsed(text: str, name: str) -> Framework:
    return parse(text, name)


def _of_sentence(framework: Framework, answer: Answer) -> Iterator[Obligation]:
    start = answer["start"] if "start" in answer else framework.text.index(answer["exact"])
    end = answer.get("end", start + len(answer["exact"]))
    for obligation in framework.obligations:
        middle = (obligation.sentence.start + obligation.sentence.end) // 2
        if start <= middle < end:
            yield obligation


def _compare(answers: list[Answer], obligations: tuple[Obligation, ...], tally: Tally) -> Iterator[str]:
    tally.sentences += 1
    tally.silent += bool(answers) and not obligations
    tally.read += len(obligations)
    pairs = _paired(answers, obligations)
    for answer, obligation in pairs:
        slots = {slot: getattr(obligation, slot) if obligation else None for slot in SLOTS}
        if answer is None:
            tally.false += 1
            tally.wrong.update(slot for slot, said in slots.items() if said)
            yield f"too much: {said_back(obligation)}"
            continue
        if obligation is None:
            if not answer.get("optional"):
                tally.missed.update(slot for slot in SLOTS if slot in answer and not answer[slot].get("optional"))
                yield f"missed: {answer.get('act')}"
            continue
        false = False
        for slot, said in slots.items():
            verdict = _verdict(slot, answer.get(slot), said)
            optional = slot not in answer or answer[slot].get("optional") or answer.get("optional")
            if verdict == "right" and not optional:
                tally.right[slot] += 1
            if verdict in ("missed", "wrong") and not optional:
                tally.missed[slot] += 1
            if verdict == "wrong":
                false = True
                tally.wrong[slot] += 1
            if verdict == "wrong" or (verdict == "missed" and not optional):
                yield f"{verdict} {slot}: {said.words if said else None!r} for {answer.get(slot)}"
        tally.false += false


def _verdict(slot: str, answer: Answer | None, said: Any) -> str:
    if said is None:
        return "missed" if answer else "nothing"
    if answer is None:
        return "wrong"
    value = said.value.value if slot == "modality" else said.value
    if "value" in answer and value not in answer["value"]:
        return "wrong"
    near = slot == "modality" or any(overlap(said.words, words) >= 0.5 for words in answer["words"])
    return "right" if near else "wrong"


def overlap(one: str, other: str) -> float:
    """F1 of the two texts' words, each counted as often as it stands in both."""
    first, second = (Counter(re.findall(r"\w+", words.lower())) for words in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _paired(
    answers: list[Answer], obligations: tuple[Obligation, ...]
) -> list[tuple[Answer | None, Obligation | None]]:
    """Each answer with an obligation, so that most slots are right; what is left stands alone."""
    if len(answers) > 6 or len(obligations) > 6:
        obligations, answers = obligations[:6], answers[:6]
    wide = max(len(answers), len(obligations))
    padded = [*answers, *[None] * (wide - len(answers))]
    best = max(
        permutations([*obligations, *[None] * (wide - len(obligations))]),
        key=lambda order: sum(_worth(*pair) for pair in zip(padded, order, strict=True)),
    )
    return [pair for pair in zip(padded, best, strict=True) if pair != (None, None)]


def _worth(answer: Answer | None, obligation: Obligation | None) -> float:
    if answer is None or obligation is None:
        return 0
    verdicts = [_verdict(slot, answer.get(slot), getattr(obligation, slot)) for slot in SLOTS]
    same_act = _verdict("act", answer.get("act"), obligation.act) == "right"
    return verdicts.count("right") - 0.5 * verdicts.count("wrong") + same_act - (0.1 if answer.get("optional") else 0)


def said_back(obligation: Obligation | None) -> str:
    """The slots of an obligation in their words, one after the other."""
    slots = [(slot, getattr(obligation, slot)) for slot in SLOTS if obligation and getattr(obligation, slot)]
    return "; ".join(f"{slot}={said.words!r}" for slot, said in slots)
