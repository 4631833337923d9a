"""The sentences of diplomatic register: enough of them, each once, plainly invented, and labelled twice."""

from __future__ import annotations

import collections
import itertools
import json
import re
from importlib.resources import files

from parley.model import Act, Commitment
from parley.reading.speakers.countries import country_named

FOLDER = files("parley") / "data" / "register"
SENTENCES = [json.loads(line) for line in (FOLDER / "sentences.jsonl").read_text("utf-8").splitlines()]
TEXTS = [sentence["text"] for sentence in SENTENCES]
SOURCES = {"wire", "readout", "letter", "transcript", "communique", "speech", "headline"}


def trigrams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(itertools.pairwise(itertools.pairwise(words)))


def test_there_are_at_least_four_hundred_and_the_card_says_how_many():
    assert len(SENTENCES) >= 400
    assert f"\n{len(SENTENCES):,} invented English sentences" in (FOLDER / "README.md").read_text("utf-8")


def test_a_sentence_has_its_id_its_text_and_its_source_and_no_label():
    assert all(set(sentence) == {"id", "text", "source"} for sentence in SENTENCES)
    ids = [sentence["id"] for sentence in SENTENCES]
    assert all(re.fullmatch(r"[rstu]\d{3}", id) for id in ids)
    assert ids == sorted(set(ids))
    assert {sentence["source"] for sentence in SENTENCES} == SOURCES
    assert all(text == " ".join(text.split()) and 6 <= len(text.split()) <= 45 for text in TEXTS)


def test_no_sentence_stands_twice_or_nearly_so():
    assert len({text.casefold() for text in TEXTS}) == len(TEXTS)
    grams = [trigrams(text) for text in TEXTS]
    holders = collections.defaultdict(list)
    for number, found in enumerate(grams):
        for gram in found:
            holders[gram].append(number)
    shared = collections.Counter(pair for held in holders.values() for pair in itertools.combinations(held, 2))
    near = [(a, b) for (a, b), n in shared.items() if n > 0.6 * min(len(grams[a]), len(grams[b]))]
    assert [(TEXTS[a], TEXTS[b]) for a, b in near] == []


def test_no_real_country_is_named():
    words = {run for text in TEXTS for run in re.findall(r"[A-Z][\w’']*(?: [A-Z][\w’']*)*", text)}
    parts = {part for run in words for part in (run, *run.split())}
    assert sorted(part for part in parts if country_named(part)) == []


def test_the_guidelines_explain_every_act_and_every_commitment():
    guidelines = (FOLDER / "GUIDELINES.md").read_text("utf-8")
    tables = re.findall(r"^\| `([\w-]+)` \|", guidelines, re.MULTILINE)
    assert {act.value for act in Act} <= set(tables)
    ranked = re.findall(r"^\d\. `(\w+)`: ", guidelines, re.MULTILINE)
    assert set(ranked) == {commitment.value for commitment in Commitment}


def test_an_example_of_the_guidelines_is_no_sentence_of_the_set():
    examples = re.findall(r'"([^"]+[.?])"', (FOLDER / "GUIDELINES.md").read_text("utf-8"))
    assert len(examples) >= 2 * len(Act)
    assert [
        (example, text) for example in examples for text in TEXTS if example[:-1].casefold() in text.casefold()
    ] == []


def test_every_item_is_labelled_twice_and_settled_where_the_labels_differ():
    first, second, gold = (lines(name) for name in ("annotations-a", "annotations-b", "gold"))
    assert [each["id"] for each in first] == [each["id"] for each in second] == [each["id"] for each in gold]
    for text, a, b, one in zip(TEXTS, first, second, gold, strict=True):
        differ = [key for key in ("act", "commitment", "hedges", "conditions") if a[key] != b[key]]
        assert one["settled"] == differ
        assert one["issue"] == (a["issue"] if a["issue"] == b["issue"] else None)
        assert one["act"] in set(Act)
        assert one["commitment"] in set(Commitment)
        assert all(words in text for words in (*one["hedges"], *one["conditions"]))
        assert all(one[key] == a[key] for key in ("act", "commitment", "hedges", "conditions") if key not in differ)


def lines(name):
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
