"""Learns how faulty sentences are worded, from the project's own planted mistakes, twins and sound texts.

    python benchmarks/train_alike.py [--folds N] [--budget RATE] [--list] [--told FILE]

Writes ``alike.npz`` of ``parley.framework.checks`` and prints what three-fold cross-validation over *hands* gives: no
sentence is judged by a model that has seen another sentence of the same writer, text or file. A sentence counts as
found where the item told is one of those that its planter accepts. Needs scikit-learn (the extra ``train``). What
cross-validation told of each sentence is kept in a file on demand, so that a budget can be weighed without learning.

The project's own generator (``tests/golden/planted``) is not learnt from: its figure stays a measure of the checks. Nor
are the mistakes of ``tests/golden/alike``, single sentences in as many wordings as four hands could think of: learnt
from as well, they made the model surer of what a sentence leaves out and its neighbour says (44 instead of 47 per cent
of the planted mistakes told, at 16 instead of 11 of 7,484 sound sentences). What is sound there is learnt from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from parley.framework.checks.alike import SOUND, heard  # noqa: E402
from planting import clean_texts, plants  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"
MODEL = ROOT / "src/parley/framework/checks/alike.npz"
COMPUTED = frozenset({"L1", "L2", "L3", "L4", "L7", "L9", "L12", "J4", "D11", "B1", "E2", "E3", "E7", "K7", "G10"})
"""Items that a sentence alone seldom shows: they lie between sentences, and rules compute them."""
WHOLE = (
    *sorted((GOLDEN / "styles").glob("*.md")),
    *sorted((GOLDEN / "sound").glob("*.md")),
    *sorted((GOLDEN / "alike").glob("*.md")),
    ROOT / "tests/framework/clean.md",
    *sorted((ROOT / "src/parley/process/starters/frameworks").glob("*.md")),
)
"""Sound texts without mistakes to plant."""
BY_RULES = frozenset({"B7"})
"""Items of which only what was read can tell: "the removal by both Parties shall be completed" has a bearer."""
IN_CONTEXT = 3.0
"""What a sentence of a sound text counts for, against one that stands alone: its neighbours may say what it doesn't."""
STRENGTH = 20.0
LEAST_SEEN = 3
LEAST = 0.25
LEAST_RIGHT = 6
"""An item told rightly less often is left alone: nobody can say how often it is wrong."""
NEVER = 1.1
"""The threshold of such an item."""


@dataclass(frozen=True)
class Example:
    hand: str
    text: str
    items: tuple[str, ...]
    """The items that name its fault rightly, the best one first; none if it is sound."""
    case: str = ""

    @property
    def label(self) -> str:
        return self.items[0] if self.items and self.items[0] not in COMPUTED else SOUND


Told = tuple[Example, str, float]
"""An example, the item that a model without its hand tells of it, and how likely that is."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Where its sentences stand, roughly: lines, cut behind full stops, semicolons and colons."""
    ends = r".+?(?:(?<!\bp\.m)(?<!\ba\.m)(?<!\bNo)[.;:!?][”\"»)]*(?=\s)|$)"
    return [
        (line.start() + each.start(), line.start() + each.end())
        for line in re.finditer(r"[^\n]+", text)
        for each in re.finditer(ends, line[0])
    ]


def of_planted(folder: Path) -> list[Example]:
    found = []
    for clean in clean_texts(folder):
        found += of_clean(clean.text, folder.name)
        for plant in plants(clean, folder, 1, 99):
            if not plant.spans or plant.kind == "absent":
                continue
            start, end = plant.spans[0]
            hit = [(a, b) for a, b in sentences(plant.planted) if a < end and start < b]
            words = " ".join(plant.planted[a:b].strip() for a, b in hit)
            if words not in clean.text:
                found.append(Example(folder.name, words, plant.codes, plant.case))
    return found


def of_clean(text: str, hand: str) -> list[Example]:
    body = re.sub(r"(?<=\S)\n(?=[^\W\d_]|\[)", " ", text.split("\n---\n", 1)[-1])  # lines that only wrap
    return [Example(hand, body[a:b].strip(), ()) for a, b in sentences(body) if b - a > 8]


def of_rows(path: Path) -> list[Example]:
    """Rows of mistakes and of sound sentences that look like them; of several provisions the last one counts."""
    found = []
    for row in tomllib.loads(path.read_text("utf-8"))["row"]:
        item = row["code"].partition(".")[0]
        if path.parent.name != "alike":
            found += [Example(path.stem, _plain(each), (item,)) for each in row["defects"]]
        found += [Example(path.stem, _plain(each), ()) for each in row["sound"]]
    return found


def _plain(text: str) -> str:
    return text.rpartition(" || ")[2].replace("«", "").replace("»", "").strip()


def corpus() -> list[Example]:
    found = []
    for folder in sorted(GOLDEN.glob("planted_*")):
        found += of_planted(folder)
    for path in WHOLE:
        found += [each for each in of_clean(path.read_text("utf-8"), path.stem) if "[#" not in each.text]
    for folder in ("sound", "alike"):
        for path in sorted((GOLDEN / folder).glob("*.toml")):
            found += of_rows(path)
    return list(dict.fromkeys(found))


def in_whole_text(example: Example) -> bool:
    return example.hand.startswith("planted_") or example.hand in {path.stem for path in WHOLE}


def features(text: str) -> list[str]:
    return list(dict.fromkeys(each for each, _, _ in heard(text)[1]))


def fitted(given: Sequence[Example]) -> tuple[TfidfVectorizer, LogisticRegression]:
    vectorizer = TfidfVectorizer(analyzer=features, min_df=LEAST_SEEN)
    model = LogisticRegression(C=STRENGTH, max_iter=120)
    seen = vectorizer.fit_transform([each.text for each in given])
    counts = [IN_CONTEXT if not each.items and in_whole_text(each) else 1.0 for each in given]
    model.fit(seen, [each.label for each in given], sample_weight=counts)
    return vectorizer, model


def fold_of(hand: str, folds: int) -> int:
    return int(hashlib.md5(hand.encode()).hexdigest(), 16) % folds


def crossed(given: Sequence[Example], folds: int) -> list[Told]:
    """Each example with the item that a model without its hand tells, and how likely that is."""
    told = []
    for fold in range(folds):
        rest = [each for each in given if fold_of(each.hand, folds) != fold]
        held = [each for each in given if fold_of(each.hand, folds) == fold]
        vectorizer, model = fitted(rest)
        likely = model.predict_proba(vectorizer.transform([each.text for each in held]))
        classes = list(model.classes_)
        likely[:, classes.index(SOUND)] = 0
        told += [(each, classes[row.argmax()], float(row.max())) for each, row in zip(held, likely, strict=True)]
        print(f"fold {fold}: {len(rest)} learnt, {len(held)} held", file=sys.stderr, flush=True)
    return told


def kept(given: Sequence[Example], path: Path) -> list[Told]:
    """What an earlier run told of these examples; of others, and of those that are gone, nothing."""
    known = {(hand, text): (item, likely) for hand, text, item, likely in json.loads(path.read_text())}
    return [(each, *known[each.hand, each.text]) for each in given if (each.hand, each.text) in known]


def thresholds(told: Sequence[Told], budget: float) -> dict[str, float]:
    """For each item the likelihood from which on wrong ones are at most ``budget`` of the right ones."""
    least = {}
    for item in {item for _, item, _ in told} - BY_RULES:
        right = wrong = 0
        least[item] = NEVER
        for example, _, likely in sorted((e for e in told if e[1] == item), key=lambda each: -each[2]):
            if likely < LEAST:
                break
            if item in example.items:
                right += 1
            elif not example.items:
                wrong += 1
            if wrong <= budget * right and right >= LEAST_RIGHT:
                least[item] = min(least[item], likely)
    return least


def write(given: Sequence[Example], least: dict[str, float], path: Path) -> None:
    vectorizer, model = fitted(given)
    names = vectorizer.get_feature_names_out()
    weights = (model.coef_ * vectorizer.idf_).T
    weights -= weights.mean(axis=1, keepdims=True)
    strong = np.abs(weights).max(axis=1) >= 0.5
    scale = float(np.abs(weights).max() / 127)
    np.savez_compressed(
        path,
        classes=np.array(model.classes_, dtype="U4"),
        features=np.frombuffer("\n".join(names[strong]).encode(), dtype=np.uint8),
        rarity=vectorizer.idf_[strong].astype(np.float16),
        weights=np.clip(np.round(weights[strong] / scale), -127, 127).astype(np.int8),
        scale=np.float64(scale),
        base=(model.intercept_ - model.intercept_.mean()).astype(np.float32),
        least=np.array([least.get(each, NEVER) for each in model.classes_], dtype=np.float32),
    )
    print(f"{path.name}: {strong.sum()} of {len(names)} features, {path.stat().st_size / 1024:.0f} kB")


def report(told: Sequence[Told], least: dict[str, float], listed: bool) -> None:
    """What is told over the thresholds: of the planted texts, of all, and by item; with ``listed`` what is wrong."""
    over = [each for each in told if each[2] >= least.get(each[1], NEVER)]
    for name, hands in (("planted texts", "planted_"), ("all", "")):
        of = [each for each in told if each[0].hand.startswith(hands)]
        here = [each for each in over if each[0].hand.startswith(hands)]
        faulty, right = sum(bool(each.items) for each, _, _ in of), sum(item in each.items for each, item, _ in here)
        false = sum(not each.items for each, _, _ in here)
        print(f"{name}: {right} of {faulty} faulty told, {len(here) - right - false} as another item; "
              f"{false} of {len(of) - faulty} sound told")  # fmt: skip
    for item in sorted(least):
        of = [each for each, told_item, _ in over if told_item == item]
        right, false = sum(item in each.items for each in of), sum(not each.items for each in of)
        print(f"  {item:4} from {least[item]:.2f}: {right} right, {len(of) - right - false} another, {false} sound")
    for each, item, likely in sorted(over, key=lambda each: -each[2]) if listed else ():
        if item not in each.items:
            print(f"    {likely:.2f} {item} {' '.join(each.items) or 'sound'} {each.hand} | {each.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--budget", type=float, default=0.03, help="sound sentences told for each faulty one, at most")
    parser.add_argument("--without", nargs="*", default=(), help="hands that are not learnt from, to be measured on")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--told", type=Path, help="keeps what each sentence is told for; read if it is there")
    options = parser.parse_args()
    given = [each for each in corpus() if each.hand not in options.without]
    print(len(given), "sentences,", sum(bool(each.items) for each in given), "faulty")
    known = options.told and options.told.exists()
    told = kept(given, options.told) if known else crossed(given, options.folds)
    if options.told and not known:
        options.told.write_text(json.dumps([[each.hand, each.text, item, likely] for each, item, likely in told]))
    # whole texts alone say how often a sentence of them is taken for a mistake
    of_texts = [each for each in told if in_whole_text(each[0])]
    least = thresholds(of_texts, options.budget)
    report(told, least, options.list)
    write(given, least, options.out)


if __name__ == "__main__":
    main()
