"""How well two annotators agree on the register corpus, and how well the reader does on its test part.

Usage: python benchmarks/register.py [train|dev|test]

Agreement on single labels is Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal
scales", Educational and Psychological Measurement 20, 1960); on hedges and conditions it is the F1 of
exact words, one annotator held against the other. The reader's answer for a sentence is that of its
first top-level statement; where it finds none, of the sentence as its writer's own words.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from parley.model import Act, Document, Statement
from parley.reading import act_of, parse, read
from parley.reading.conditions import conditions_of
from parley.reading.hedges import hedges_of
from parley.reading.own_voice import utterance
from parley.reading.register import first_hit

FOLDER = files("parley") / "data" / "register"
Item = dict[str, Any]
Words = Sequence[str]


@dataclass(frozen=True)
class Answer:
    act: str
    commitment: str
    hedges: Words
    conditions: Words


def main(part: str) -> int:
    first, second = _lines("annotations-a"), _lines("annotations-b")
    print(f"{len(first)} sentences, two annotators")
    for label in ("act", "commitment", "issue"):
        pairs = [(a[label], b[label]) for a, b in zip(first, second, strict=True)]
        print(f"  {label:<12} kappa {kappa(pairs):.3f}  same {sum(a == b for a, b in pairs) / len(pairs):.3f}")
    for label in ("hedges", "conditions"):
        held = [(a[label], b[label]) for a, b in zip(first, second, strict=True)]
        print(f"  {label:<12} F1 of exact words {span_f1(held, exact=True):.3f}")

    gold = {each["id"]: each for each in _lines("gold")}
    sentences = [each for each in _lines("sentences") if part_of(each["id"]) == part]
    settled = sum(bool(gold[each["id"]]["settled"]) for each in sentences)
    print(f"\nThe part '{part}': {len(sentences)} sentences, {settled} of them with a label settled by a third reading")
    answers = [answer(each["text"]) for each in sentences]
    golds = [gold[each["id"]] for each in sentences]
    majority = Counter(each["act"] for each in gold.values() if part_of(each["id"]) == "train").most_common(1)[0][0]
    acts = [each["act"] for each in golds]
    _print_macro("act", acts, [each.act for each in answers])
    _print_macro("  the commonest act for all", acts, [majority] * len(acts))
    _print_macro("  the first key word's act", acts, [first_class(each["text"]) for each in sentences])
    firm = [each["commitment"] for each in golds]
    _print_macro("commitment", firm, [each.commitment for each in answers])
    _print_macro("  all asserted", firm, ["asserted"] * len(firm))
    for label, pick in (("hedges", lambda each: each.hedges), ("conditions", lambda each: each.conditions)):
        _print_spans(label, [(each[label], pick(got)) for each, got in zip(golds, answers, strict=True)])
    _print_each(acts, [each.act for each in answers])
    return 0


def answer(text: str) -> Answer:
    statements = read(Document(id="0" * 64, path="item.txt", text=text, language="en")).statements
    statement: Statement | None = next((each for each in statements if each.within is None), None)
    if statement is None:
        return own_words(text)
    return Answer(
        act=statement.act.value,
        commitment=statement.commitment.value,
        hedges=[span.exact for span in statement.hedges],
        conditions=[span.exact for condition in statement.conditions for span in condition.spans],
    )


def own_words(text: str) -> Answer:
    """What the reader makes of a sentence in which it finds nobody speaking."""
    doc = parse(text)
    document = Document(id="0" * 64, path="item.txt", text=text, language="en")
    act, _ = act_of(text)
    hedges = hedges_of(list(doc))
    firm = "possible" if any(hedge.possible for hedge in hedges) else "hedged" if hedges else "asserted"
    return Answer(
        act=act.value,
        commitment={Act.ASK: "asked", Act.DENY: "denied"}.get(act, firm),
        hedges=[doc[hedge.tokens[0].i : hedge.tokens[-1].i + 1].text for hedge in hedges],
        conditions=[s.exact for each in conditions_of(doc, document, ((0, len(text)),)) for s in each.spans],
    )


def first_class(text: str) -> str:
    """The act of the first word or phrase of the lexicon in the sentence, "state" if it has none."""
    hit = first_hit(utterance(text))
    return hit.value if hit else "state"


def part_of(id: str) -> str:
    number = int(hashlib.sha256(id.encode()).hexdigest(), 16) % 100
    return "test" if number < 25 else "dev" if number < 40 else "train"


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond what the two distributions of labels give by chance."""
    same = sum(a == b for a, b in pairs) / len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2
    return (same - chance) / (1 - chance)


def macro_f1(gold: Sequence[str], got: Sequence[str]) -> float:
    """The mean of F1 over the labels that stand in ``gold``."""
    labels = sorted(set(gold))
    return sum(_f1(gold, got, label) for label in labels) / len(labels)


def span_f1(pairs: Sequence[tuple[Words, Words]], exact: bool) -> float:
    """Micro-F1 of spans: the same words, or (not ``exact``) words of which one holds the other."""
    hit: Callable[[str, Words], bool] = (
        (lambda span, others: span in others)
        if exact
        else (lambda span, others: any(span in other or other in span for other in others))
    )
    found = sum(hit(span, gold) for gold, got in pairs for span in got)
    met = sum(hit(span, got) for gold, got in pairs for span in gold)
    precision = found / max(1, sum(len(got) for _, got in pairs))
    recall = met / max(1, sum(len(gold) for gold, _ in pairs))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _f1(gold: Sequence[str], got: Sequence[str], label: str) -> float:
    right = sum(a == b == label for a, b in zip(gold, got, strict=True))
    return 2 * right / (gold.count(label) + got.count(label))


def _print_macro(name: str, gold: Sequence[str], got: Sequence[str]) -> None:
    draw = random.Random(1)
    scores = []
    for _ in range(1000):
        places = draw.choices(range(len(gold)), k=len(gold))
        scores.append(macro_f1([gold[i] for i in places], [got[i] for i in places]))
    scores.sort()
    right = sum(a == b for a, b in zip(gold, got, strict=True)) / len(gold)
    spread = f"{scores[25]:.3f} to {scores[974]:.3f}"
    print(f"  {name:<28} macro-F1 {macro_f1(gold, got):.3f} (95 % of bootstraps: {spread})  right {right:.3f}")


def _print_spans(name: str, pairs: Sequence[tuple[Words, Words]]) -> None:
    print(f"  {name:<28} F1 exact {span_f1(pairs, exact=True):.3f}, overlapping {span_f1(pairs, exact=False):.3f}")


def _print_each(gold: Sequence[str], got: Sequence[str]) -> None:
    for label in sorted(set(gold)):
        print(f"    {label:<20} F1 {_f1(gold, got, label):.2f} of {gold.count(label)}")


def _lines(name: str) -> list[Item]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "test"))
