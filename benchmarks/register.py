"""How well two annotators agree on the register corpus, and how well the reader does on its test part.

Usage: python benchmarks/register.py [train|dev|test]

Agreement on single labels is Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal
scales", Educational and Psychological Measurement 20, 1960); on hedges and conditions it is the F1 of
exact words, one annotator held against the other. The reader's answer for a sentence is that of its
first top-level statement; where it finds none, of the sentence as its writer's own words.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from register_corpus import FOLDER, Pairs, Words, accuracy, f1_by_label, kappa, lines, macro_f1, part_of, span_f1

from parley.model import Commitment, Document, Span
from parley.reading import act_of, parse, read
from parley.reading.statements.commitment import how_firm
from parley.reading.statements.conditions import conditions_of
from parley.reading.statements.hedges import hedges_of
from parley.reading.statements.own_voice import is_aside, utterance
from parley.reading.statements.register import first_hit
from parley.reading.tokens import Doc

_WEAKEST_FIRST = (
    Commitment.DENIED, Commitment.ASKED, Commitment.POSSIBLE, Commitment.HEDGED, Commitment.ASSERTED,
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    act: str
    commitment: str
    hedges: Words
    conditions: Words


def main(part: str) -> int:
    first, second = lines(FOLDER / "annotations-a.jsonl"), lines(FOLDER / "annotations-b.jsonl")
    print(f"{len(first)} sentences, two annotators")
    for label in ("act", "commitment", "issue"):
        pairs = [(a[label], b[label]) for a, b in zip(first, second, strict=True)]
        print(f"  {label:<12} kappa {kappa(pairs):.3f}  same {accuracy(pairs):.3f}")
    for label in ("hedges", "conditions"):
        held = [(a[label], b[label]) for a, b in zip(first, second, strict=True)]
        print(f"  {label:<12} F1 of exact words {span_f1(held, exact=True):.3f}")

    labels = {each["id"]: each for each in lines(FOLDER / "gold.jsonl")}
    sentences = [each for each in lines(FOLDER / "sentences.jsonl") if part_of(each["id"]) == part]
    if not sentences:
        print(f"\nThe part '{part}' has no sentences yet in {FOLDER.name}/sentences.jsonl: nothing to score.")
        return 0
    settled = sum(bool(labels[each["id"]]["settled"]) for each in sentences)
    print(f"\nThe part '{part}': {len(sentences)} sentences, {settled} of them with a label settled by a third reading")
    answers = [answer(each["text"]) for each in sentences]
    golds = [labels[each["id"]] for each in sentences]
    majority = Counter(each["act"] for each in labels.values() if part_of(each["id"]) == "train").most_common(1)[0][0]
    acts = [(each["act"], got.act) for each, got in zip(golds, answers, strict=True)]
    _print_macro("act", acts)
    _print_macro("  the commonest act for all", [(act, majority) for act, _ in acts])
    first_words = [first_class(each["text"]) for each in sentences]
    _print_macro("  the first key word's act", [(act, word) for (act, _), word in zip(acts, first_words, strict=True)])
    firm = [(each["commitment"], got.commitment) for each, got in zip(golds, answers, strict=True)]
    _print_macro("commitment", firm)
    _print_macro("  all asserted", [(gold, "asserted") for gold, _ in firm])
    for label, pick in (("hedges", lambda each: each.hedges), ("conditions", lambda each: each.conditions)):
        _print_spans(label, [(each[label], pick(got)) for each, got in zip(golds, answers, strict=True)])
    _print_each(acts)
    return 0


def answer(text: str) -> Answer:
    """What the reader makes of a sentence: of the statements that it reports, else of its writer's own words."""
    doc = parse(text)
    document = Document(id="0" * 64, path="item.txt", text=text, language="en")
    found = [each for each in read(document).statements if each.within is None]
    first = next((each for each in found if not is_aside(doc, each)), None)
    if first is None:
        return own_words(doc, document)
    told = found[found.index(first) :]  # what comes after is said by the way, but said ("..., adding that")
    firm = [each.commitment for each in told if each.act is first.act]
    return Answer(
        act=first.act.value,
        commitment=min(firm, key=_WEAKEST_FIRST.index).value,
        hedges=_once(span for each in told for span in each.hedges),
        conditions=_once(span for each in told for condition in each.conditions for span in condition.spans),
    )


def _once(spans: Iterable[Span]) -> list[str]:
    return [span.exact for span in sorted({each.start: each for each in spans}.values(), key=lambda each: each.start)]


def own_words(doc: Doc, document: Document) -> Answer:
    """What the reader makes of a sentence in which it finds nobody speaking."""
    act, _ = act_of(document.text)
    hedges = hedges_of(list(doc))
    return Answer(
        act=act.value,
        commitment=how_firm(act, hedges).value,
        hedges=[doc[hedge.tokens[0].i : hedge.tokens[-1].i + 1].text for hedge in hedges],
        conditions=[s.exact for each in conditions_of(doc, document, ((0, len(document.text)),)) for s in each.spans],
    )


def first_class(text: str) -> str:
    """The act of the first word or phrase of the lexicon in the sentence, "state" if it has none."""
    hit = first_hit(utterance(text))
    return hit.value if hit else "state"


def _print_macro(name: str, pairs: Pairs) -> None:
    draw = random.Random(1)
    scores = sorted(macro_f1(draw.choices(pairs, k=len(pairs))) for _ in range(1000))
    spread = f"{scores[25]:.3f} to {scores[974]:.3f}"
    print(f"  {name:<28} macro-F1 {macro_f1(pairs):.3f} (95 % of bootstraps: {spread})  right {accuracy(pairs):.3f}")


def _print_spans(name: str, pairs: Sequence[tuple[Words, Words]]) -> None:
    print(f"  {name:<28} F1 exact {span_f1(pairs, exact=True):.3f}, overlapping {span_f1(pairs, exact=False):.3f}")


def _print_each(pairs: Pairs) -> None:
    of = Counter(gold for gold, _ in pairs)
    for label, f1 in f1_by_label(pairs):
        print(f"    {label:<20} F1 {f1:.2f} of {of[label]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "test"))
