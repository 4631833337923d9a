"""Learns what each kind of evidence weighs for each act, from the project's own annotated sentences.

    python benchmarks/train_register.py [GOLD] [--errors]

Writes ``register_weights.json`` of ``parley.reading.statements``, learnt from the train and dev parts together, and
prints accuracy and macro-F1 of five-fold cross-validation on them, beside a keyword baseline (the first hit of the
lexicon) and the rules alone. The test part (u001 ...) is never read past its id.
Deterministic: full batches, weights from zero, folds by the hash of the id.

Who wrote the lexicon knew these sentences, so each score is given twice: with the whole lexicon, and without the
hits of phrases that stand in a single sentence, which is what a sentence that nobody knew can count on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from register_corpus import FOLDER, Pairs, accuracy, f1_by_label, lines, macro_f1, part_of

from parley.model import Act
from parley.reading.statements import register
from parley.reading.statements.own_voice import utterance

ROOT = Path(__file__).parents[1]
GOLD = FOLDER / "gold.jsonl"
SENTENCES = FOLDER / "sentences.jsonl"
WEIGHTS = ROOT / "src/parley/reading/statements/register_weights.json"
ACTS = tuple(Act)
STRENGTH = 0.01
"""Strength of the quadratic penalty on the weights of features."""
SHARED_STRENGTH = 0.0005
EVENNESS = 0.5
"""How far rare acts count as much as common ones: a sentence weighs its act's count to the power of minus this."""
FOLDS = 5
STEPS, RATE, MOMENTUM = 300, 0.3, 0.9
LEAST = 2
"""A feature that stands in fewer training sentences gets no weight."""


@dataclass
class Example:
    """An annotated sentence, what the rules say of it, and what the model sees."""

    id: str
    text: str
    act: Act
    utterance: register.Utterance
    without: frozenset[register.Phrase] = frozenset()

    @property
    def rule(self) -> Act | None:
        return self.utterance.rule

    @cached_property
    def seen(self) -> register.Evidence:
        return register.evidence(self.utterance, self.without)


def without_single(given: Sequence[Example]) -> list[Example]:
    """The same sentences without the hits of phrases of several words that stand in a single one of them.

    A phrase that only one sentence bears out may have been taken from it, and would seem surer than it is.
    """
    counts = Counter(phrase for each in given for phrase in register.phrases(each.utterance))
    single = frozenset(phrase for phrase, n in counts.items() if n == 1 and len(phrase) > 1)
    return [replace(each, without=single) for each in given]


def examples(path: Path) -> list[Example]:
    """The sentences outside the test part that have an act."""
    texts = {item["id"]: item["text"] for item in lines(SENTENCES)}
    return [
        Example(item["id"], texts[item["id"]], Act(item["act"]), utterance(texts[item["id"]]))
        for item in lines(path)
        if part_of(item["id"]) != "test" and item.get("act")
    ]


def fold_of(id: str) -> int:
    return int(hashlib.md5(id.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True)
class Weights:
    places: tuple[str, ...]
    features: tuple[str, ...]
    shared: np.ndarray
    """One weight a place."""
    free: np.ndarray
    """Features x acts."""

    def as_json(self) -> dict[str, object]:
        return {
            "shared": {place: round(float(w), 2) for place, w in zip(self.places, self.shared, strict=True)},
            "features": {
                feature: kept
                for feature, row in zip(self.features, self.free, strict=True)
                if (kept := {act.value: round(float(w), 2) for act, w in zip(ACTS, row, strict=True) if abs(w) >= 0.03})
            },
        }


def train(given: Sequence[Example]) -> Weights:
    """Gradient descent with momentum on the weighted mean log loss, with quadratic penalties."""
    counts = Counter(feature for each in given for feature in each.seen.features)
    features = tuple(sorted(name for name, n in counts.items() if n >= LEAST))
    places = tuple(sorted({place for each in given for place, _ in each.seen.hits}))
    has = np.array([[name in each.seen.features for name in features] for each in given], dtype=float)
    hit = np.array([[[(p, act) in each.seen.hits for p in places] for act in ACTS] for each in given], dtype=float)
    gold = np.array([[each.act is act for act in ACTS] for each in given], dtype=float)
    often = Counter(each.act for each in given)
    weight = np.array([often[each.act] ** -EVENNESS for each in given])[:, None]
    weight /= weight.sum()
    free, shared = np.zeros((len(features), len(ACTS))), np.zeros(len(places))
    free_step, shared_step = np.zeros_like(free), np.zeros_like(shared)
    for _ in range(STEPS):
        score = has @ free + hit @ shared
        power = np.exp(score - score.max(axis=1, keepdims=True))
        error = (power / power.sum(axis=1, keepdims=True) - gold) * weight
        free_step = MOMENTUM * free_step + has.T @ error + STRENGTH * free
        shared_step = MOMENTUM * shared_step + np.einsum("na,nap->p", error, hit) + SHARED_STRENGTH * shared
        free, shared = free - RATE * free_step, shared - RATE * shared_step
    return Weights(places, features, shared, free)


def chances(weights: Weights, each: Example) -> np.ndarray:
    """The probability of each act, as :func:`parley.reading.statements.register.probabilities` has it."""
    places, names = {p: i for i, p in enumerate(weights.places)}, {f: i for i, f in enumerate(weights.features)}
    score = np.zeros(len(ACTS))
    for place, act in each.seen.hits:
        if place in places:
            score[ACTS.index(act)] += weights.shared[places[place]]
    for feature in each.seen.features:
        if feature in names:
            score += weights.free[names[feature]]
    power = np.exp(score - score.max())
    return np.asarray(power / power.sum())


def line(name: str, pairs: Pairs) -> str:
    return f"{name:32} accuracy {accuracy(pairs):.3f}  macro-F1 {macro_f1(pairs):.3f}"


def cross_validated(given: Sequence[Example]) -> list[tuple[Example, Act, float]]:
    """Each sentence with the act, and its probability, that weights learnt without its fold give it."""
    strict = without_single(given)
    found = []
    for fold in range(FOLDS):
        weights = train([each for each in strict if fold_of(each.id) != fold])
        for each in given:
            if fold_of(each.id) == fold:
                by_act = chances(weights, each)
                found.append((each, ACTS[int(by_act.argmax())], float(by_act.max())))
    return found


def first_hit(each: Example) -> Act:
    return register.first_hit(each.utterance, each.without) or Act.STATE


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="?", type=Path, default=GOLD)
    options.add_argument("--errors", action="store_true", help="list what cross-validation gets wrong")
    asked = options.parse_args()
    given = examples(asked.gold)
    strict = without_single(given)
    for name, sentences in (("whole lexicon", given), ("without phrases of one sentence", strict)):
        print(f"{len(sentences)} sentences, {name}")
        print(line("  keyword: first lexicon hit", [(each.act, first_hit(each)) for each in sentences]))
        print(line("  rules alone", [(each.act, each.rule or Act.STATE) for each in sentences]))
        found = cross_validated(sentences)
        print(line("  model, cross-validated", [(each.act, act) for each, act, _ in found]))
    print("  ".join(f"{act} {f1:.2f}" for act, f1 in f1_by_label([(each.act, act) for each, act, _ in found])))
    for each, act, chance in found if asked.errors else ():
        if act is not each.act:
            print(f"{each.act.value:12} not {act.value:12} {chance:.2f} rule {each.rule} | {each.text}")
    weights = train(strict)
    print(f"{len(weights.features)} features; shared:", weights.as_json()["shared"])
    WEIGHTS.write_text(json.dumps(weights.as_json(), indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
