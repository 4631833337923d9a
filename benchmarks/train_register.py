"""Learns what each kind of evidence weighs for each act, from the project's own annotated sentences.

    python benchmarks/train_register.py [GOLD] [--errors train|dev]

Writes ``register_weights.json`` of ``parley.reading.statements`` and prints accuracy and macro-F1 on the dev part,
beside a majority baseline, a keyword baseline (the first hit of the lexicon) and the rules alone. The split is by the
sha256 of the id (below 25 of 100 test, below 40 dev, else train). The test part is never read past its id.
Deterministic: full batches, weights from zero, no random number.
"""

from __future__ import annotations

import argparse
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
STRENGTHS = (0.003, 0.006, 0.01, 0.02, 0.04)
"""Strengths of the quadratic penalty on the weights of features, of which dev chooses."""
SHARED_STRENGTH = 0.0005
STEPS, RATE, MOMENTUM = 600, 0.3, 0.9
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


def without_single(given: Sequence[Example], all: Sequence[Example]) -> list[Example]:
    """The same sentences without the hits of phrases of several words that stand in a single one of ``all``.

    Who wrote the lexicon knew the training sentences; a phrase that only one of them bears out may have been
    taken from it, and would seem surer than it is.
    """
    counts = Counter(phrase for each in all for phrase in register.phrases(each.utterance))
    return [replace(each, without=frozenset(p for p, n in counts.items() if n == 1 and len(p) > 1)) for each in given]


def examples(path: Path, wanted: str) -> list[Example]:
    """The sentences of one part that have an act."""
    texts = {item["id"]: item["text"] for item in lines(SENTENCES)}
    return [
        Example(item["id"], texts[item["id"]], Act(item["act"]), utterance(texts[item["id"]]))
        for item in lines(path)
        if part_of(item["id"]) == wanted and item.get("act")
    ]


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


def train(given: Sequence[Example], strength: float) -> Weights:
    """Gradient descent with momentum on the mean log loss, with quadratic penalties."""
    counts = Counter(feature for each in given for feature in each.seen.features)
    features = tuple(sorted(name for name, n in counts.items() if n >= LEAST))
    places = tuple(sorted({place for each in given for place, _ in each.seen.hits}))
    has = np.array([[name in each.seen.features for name in features] for each in given], dtype=float)
    hit = np.array([[[(p, act) in each.seen.hits for p in places] for act in ACTS] for each in given], dtype=float)
    gold = np.array([[each.act is act for act in ACTS] for each in given], dtype=float)
    free, shared = np.zeros((len(features), len(ACTS))), np.zeros(len(places))
    free_step, shared_step = np.zeros_like(free), np.zeros_like(shared)
    for _ in range(STEPS):
        score = has @ free + hit @ shared
        power = np.exp(score - score.max(axis=1, keepdims=True))
        error = (power / power.sum(axis=1, keepdims=True) - gold) / len(given)
        free_step = MOMENTUM * free_step + has.T @ error + strength * free
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="?", type=Path, default=GOLD)
    options.add_argument("--errors", choices=("train", "dev"), help="list what is wrong in a part")
    asked = options.parse_args()
    given, held = examples(asked.gold, "train"), examples(asked.gold, "dev")

    given, strict = without_single(given, [*given, *held]), without_single(held, [*given, *held])

    common = Counter(each.act for each in given).most_common(1)[0][0]
    print(line("majority", [(each.act, common) for each in held]))
    print(
        line("keyword: first lexicon hit", [(each.act, register.first_hit(each.utterance) or common) for each in held])
    )
    print(line("rules alone", [(each.act, each.rule or Act.STATE) for each in held]))
    best: tuple[float, float, Weights] | None = None
    for strength in STRENGTHS:
        weights = train(given, strength)
        pairs = [(each.act, ACTS[int(chances(weights, each).argmax())]) for each in strict]
        loss = -float(np.mean([np.log(chances(weights, each)[ACTS.index(each.act)]) for each in strict]))
        print(line(f"model, penalty {strength}", pairs), f" log loss {loss:.3f}")
        if best is None or loss < best[0]:
            best = (loss, strength, weights)
    assert best is not None
    _, strength, weights = best
    print(f"chosen: {strength}; {len(weights.features)} features")
    print("shared:", dict(zip(weights.places, weights.shared.round(2).tolist(), strict=True)))
    WEIGHTS.write_text(json.dumps(weights.as_json(), indent=1) + "\n", encoding="utf-8", newline="\n")
    register.forget_weights()
    report(strict)
    report(held)
    for each in {"train": given, "dev": strict}.get(asked.errors, []):
        found = register.probabilities(each.seen)
        act = max(found, key=found.__getitem__)
        if act is not each.act:
            print(f"{each.act.value:12} not {act.value:12} {found[act]:.2f} rule {each.rule} | {each.text}")
            hits = sorted(f"{place}:{shown.value}" for place, shown in each.seen.hits if shown in (act, each.act))
            print("    ", *hits)


def report(held: Sequence[Example]) -> None:
    """What the written weights do on dev, and by which probability they may overrule generic rules."""
    found = [(each, register.probabilities(each.seen)) for each in held]
    tops = [(each, max(f, key=f.__getitem__), max(f.values())) for each, f in found]
    print(line("model as written", [(each.act, act) for each, act, _ in tops]))
    for threshold in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        both = [
            (e.act, act if e.rule is None or (e.rule in register.GENERIC and p >= threshold) else e.rule)
            for e, act, p in tops
        ]
        over = [(e.act, act) for e, act, p in tops if e.rule in register.GENERIC and p >= threshold]
        right = sum(gold is act for gold, act in over)
        print(line(f"rules + model from {threshold}", both), f" overrules {len(over)}, right {right}")
    print("  ".join(f"{act} {f1:.2f}" for act, f1 in f1_by_label([(e.act, act) for e, act, _ in tops])))


if __name__ == "__main__":
    main()
