"""The act of one sentence, by a lexicon of diplomatic English and weights learnt from annotated sentences.

Which words show which act is written down (``register.toml``); how much a hit at which place counts,
and what mood, person and tense add, is learnt (``register_weights.json``; ``benchmarks/train_register.py``
writes it). A few hundred sentences are too few to learn words from, but enough to weigh some dozens of
kinds of evidence. The model is a conditional logit (McFadden 1974): an act's score is the sum of the weights
of its own lexicon's hits, shared by all acts, and of what the sentence's features weigh for that act.
"""

from __future__ import annotations

import functools
import json
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from importlib import resources
from typing import TypeVar

from parley.model import Act

from ..tokens import Token

GENERIC = frozenset({Act.STATE, Act.ANNOUNCE, Act.ASSESS})
"""Acts of cues that tell little of what is done: there the content may show more."""

SURE = 0.7
"""The probability from which the model overrules a generic act of the rules; chosen on the dev part for precision."""
_BINDING = frozenset({Act.ACCEPT, Act.REJECT, Act.COMMIT, Act.OFFER})
"""Acts that are not done by who only may, might or could do them."""
_BY_ONESELF = _BINDING | {Act.EXPRESS_WILLINGNESS, Act.ADMIT, Act.APOLOGISE, Act.THANK}
"""Acts that nobody does for another: who tells that "both governments had accepted" has accepted nothing."""
_HARD_WORDS = frozenset({Act.ACCUSE, Act.THREATEN})
_SURE_OF_HARD_WORDS = 0.9
"""A charge or a threat laid in somebody's mouth does harm: of them the model must be surer still."""
_LONGEST = 80
"""Tokens of a content beyond which its words speak for too many things."""

Phrase = tuple[frozenset[str] | None, ...]
"""A phrase of the lexicon: the words that may stand at each place, ``None`` for a gap."""

_OWN = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine"})
_WILDCARDS = {"<own>": _OWN, "<not>": frozenset({"not", "never", "no", "nor", "hardly"})}
_PLAIN = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would",
          "ca": "can", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have"}  # fmt: skip
_GAP = ".."
_WIDEST_GAP = 4
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_ENDINGS = ("ing", "ed", "es", "s", "d")
_SIDES = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as the model sees it.

    ``sentence`` are all tokens of its sentence, ``cue`` and ``content`` those of its words of saying and of what is
    said (no cue where the writer speaks), ``main`` the verb or other word that heads the content, and ``rule``
    the act that the rules find, ``None`` where they find no statement.
    """

    sentence: Sequence[Token]
    cue: Sequence[Token]
    content: Sequence[Token]
    main: Token | None
    rule: Act | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the acts: ``hits`` are pairs of a place in the sentence and the act whose word stands there."""

    hits: frozenset[tuple[str, Act]]
    features: frozenset[str]


def likeliest(utterance: Utterance) -> tuple[Act, float]:
    """The act that the evidence speaks for most, and its probability (0 to 1) under the model."""
    chances = probabilities(evidence(utterance))
    best = max(chances, key=chances.__getitem__)
    return best, chances[best]


def shown_by_words(
    act: Act, source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token], main: Token | None
) -> Act:
    """The act of a statement whose rules found a generic one, if the words of its content show more.

    A wrong stronger act does more harm than "state": the model must be sure (:data:`SURE`), some word or turn of the
    content must itself speak for the act, and of content longer than one sentence nothing is said.
    """
    if act not in GENERIC or not content or len(content) > _LONGEST or content[0].sent != content[-1].sent:
        return act
    tokens = sorted((*source, *cue, *content), key=lambda token: token.i)
    seen = evidence(Utterance(tokens, cue, content, main if main is not None else head_of(content), act))
    chances = probabilities(seen)
    best = max(chances, key=chances.__getitem__)
    shown = any(of is best and place.startswith(("main", "content")) for place, of in seen.hits)
    open_still = best in _BINDING and not seen.features.isdisjoint(_OPEN)
    anothers = best in _BY_ONESELF and seen.features.isdisjoint(("person=own", "person=back"))
    enough = _SURE_OF_HARD_WORDS if best in _HARD_WORDS else SURE
    return best if chances[best] >= enough and shown and not open_still and not anothers else act


def head_of(content: Sequence[Token]) -> Token | None:
    """The word on which the rest of some content hangs, a verb where there is one."""
    inside = {token.i for token in content}
    tops = [t for t in content if not t.is_punct and not t.is_space and (t.head.i not in inside or t.dep_ == "ROOT")]
    return next((token for token in tops if token.pos_ in ("VERB", "AUX")), tops[0] if tops else None)


def first_hit(utterance: Utterance) -> Act | None:
    """The act of the first phrase of the lexicon in the sentence, the longest that begins there: a baseline."""
    tokens = [token for token in utterance.sentence if not token.is_space]
    found = min(_phrases_in(tokens, _lexicon()), key=lambda hit: (hit[0], -hit[1]), default=None)
    return found[3] if found else None


def probabilities(seen: Evidence) -> dict[Act, float]:
    """The probability of each act; they add up to 1."""
    shared, by_feature = _weights()
    scores = dict.fromkeys(Act, 0.0)
    for place, act in seen.hits:
        scores[act] += shared.get(place, 0.0)
    for feature in sorted(seen.features):  # in one order on every machine: sums of floats depend on it
        for act, weight in by_feature.get(feature, {}).items():
            scores[act] += weight
    top = max(scores.values())
    powers = {act: math.exp(score - top) for act, score in scores.items()}
    total = sum(powers.values())
    return {act: power / total for act, power in powers.items()}


def phrases(utterance: Utterance) -> frozenset[Phrase]:
    """The phrases of the lexicon that stand in a sentence."""
    tokens = [token for token in utterance.sentence if not token.is_space]
    return frozenset(phrase for _, _, phrase, _ in _phrases_in(tokens, _lexicon()))


def evidence(utterance: Utterance, without: Set[Phrase] = frozenset()) -> Evidence:
    """What of the lexicon (``without`` some phrases) and the grammar of a sentence bears on its act."""
    tokens = [token for token in utterance.sentence if not token.is_space]
    places = _Places(utterance)
    hits: set[tuple[str, Act]] = set()
    features = {"bias", f"rule={utterance.rule.value if utterance.rule else 'none'}"}
    found = [hit for hit in _phrases_in(tokens, _lexicon()) if hit[2] not in without]
    longest = _longest(found)
    for first, last, _, act in found:
        if longest[first] > last or any(longest[i] >= last for i in range(max(first - 8, 0), first)):
            continue  # "concur" in "not in a position to concur" is part of what is said by the longer phrase
        part = places.of(tokens[first : last + 1])
        hits.add((f"{part}:{'phrase' if last > first else 'word'}", act))
        features.add(f"{part}={act.value}")
    if utterance.rule is not None:
        hits.add(("rule", utterance.rule))
    shape = _shape(utterance, tokens)
    features |= shape
    said = [token for token in utterance.content if not token.is_space]
    classes = {name for _, _, _, name in _phrases_in(said, _classes())}
    features |= {f"has={name}" for name in classes}
    features |= {f"{kind}+{name}" for kind in shape if kind.startswith("form=") for name in classes & _TELLING}
    hits |= {(f"grammar:{act.value}", act) for act in _shown_by_grammar(shape, classes)}
    return Evidence(frozenset(hits), frozenset(features))


def _longest(found: Iterable[tuple[int, int, Phrase, Act]]) -> dict[int, int]:
    """For each token at which a phrase begins, where the longest ends; -1 where none begins."""
    ends: dict[int, int] = defaultdict(lambda: -1)
    for first, last, _, _ in found:
        ends[first] = max(ends[first], last)
    return ends


_TELLING = frozenset({"harm", "benefit", "wrong", "calamity", "condition"})
_AHEAD = ("form=will", "form=shall", "form=would")
_OPEN = ("form=may", "form=might", "form=could", "form=can")
_DONE = ("form=past", "form=perfect", "form=progressive")


def _shown_by_grammar(shape: Set[str], classes: Set[str]) -> Iterator[Act]:
    """The acts for which mood, person and the kind of the words speak together."""

    def any_of(*wanted: str) -> bool:
        return any(each in shape for each in wanted)

    own, other = any_of("person=own", "person=back"), any_of("person=other", "person=you", "person=it")
    negated = "negated" in shape
    if "question" in shape:
        yield Act.ASK
    if "form=imperative" in shape:
        yield Act.REQUEST if "polite" in shape else Act.DEMAND
    if own and any_of(*_AHEAD):
        yield Act.REJECT if negated else Act.COMMIT
        if not negated:
            yield from [Act.THREATEN] * ("harm" in classes) + [Act.OFFER] * ("benefit" in classes)
    if other and "form=must" in shape:
        yield Act.DEMAND
    if any_of("form=should", "form=ought"):
        yield Act.PROPOSE
    if other and any_of(*_AHEAD[:2], *_OPEN):
        yield Act.WARN if "calamity" in classes else Act.PREDICT
    if any_of(*_DONE) and "wrong" in classes:
        yield Act.DENY if negated else Act.ADMIT if "person=own" in shape else Act.ACCUSE
    if negated and any_of(*_DONE):
        yield Act.DENY
    if "copula" in shape or "form=present" in shape:
        yield from [Act.CRITICISE] * ("bad" in classes) + [Act.PRAISE] * ("good" in classes and not negated)
        yield Act.DENY if negated and "claim" in classes else Act.ASSESS
    if other and any_of("form=past") and not negated:
        yield Act.STATE


class _Places:
    """Where in a sentence a word stands: in the cue, at the head of the content, elsewhere in it, or outside."""

    def __init__(self, utterance: Utterance) -> None:
        self._cue = {token.i for token in utterance.cue}
        self._content = {token.i for token in utterance.content}
        main = utterance.main
        self._main = {main.i} if main is not None else set()
        self._negated = False
        if main is not None:
            near = [child for child in main.children if child.dep_ in ("aux", "auxpass", "acomp", "attr", "neg", "prt")]
            self._main |= {child.i for child in near}
            self._negated = is_negated(main)

    def of(self, hit: Sequence[Token]) -> str:
        found = {token.i for token in hit}
        if found & self._cue:
            return "cue"
        if found & self._main:
            negated_itself = any(token.dep_ == "neg" for token in hit)
            return "main not" if self._negated and not negated_itself else "main"
        return "content" if found & self._content else "outside"


_NEGATIVE = frozenset({"no", "never", "neither", "nor", "nobody", "none", "nothing"})


def is_negated(verb: Token) -> bool:
    """Whether a clause is negative: "did not", "nobody came", "at no time", "by no means"."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in _NEGATIVE:
            return True
        if child.dep_ in (*_SUBJECTS, "prep", "dobj", "attr", "npadvmod"):
            below = [child, *child.children, *(each for grand in child.children for each in grand.children)]
            if any(each.lower_ in _NEGATIVE and each.dep_ != "pobj" for each in below):
                return True
    return False


def _shape(utterance: Utterance, tokens: list[Token]) -> set[str]:
    """Person, mood, tense and voice of the content's main clause, and what kind of text it stands in."""
    found: set[str] = set()
    said = [token for token in utterance.content if not token.is_space]
    words = [token.lower_ for token in said]
    if any(word == "?" for word in words):
        found.add("question")
    if any(word in ("i", "we", "my", "our", "us", "me") for word in words):
        found.add("own voice")
    if any(word in ("you", "your", "yours") for word in words):
        found.add("addressed")
    if "please" in words or "kindly" in words:
        found.add("polite")
    if not utterance.cue:
        found.add("no cue")
    if tokens and not tokens[-1].is_punct:
        found.add("headline")
    if any(token.is_quote for token in tokens):
        found.add("quotes")
    if words[:1] and words[0] in ("no", "not", "neither", "nobody", "never", "none"):
        found.add("opens with no")
    for modal in {"must", "should", "may", "might", "could", "would", "will", "shall", "can"} & {
        _plain(token) for token in said
    }:
        found.add(f"modal={modal}")
    verb = utterance.main
    if verb is None:
        return found | {"no main"}
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    person = _person(subject, utterance)
    form = _form(verb, subject)
    found |= {f"person={person}", f"form={form}", f"person={person} form={form}"}
    if is_negated(verb):
        found |= {"negated", f"negated form={form}", f"negated person={person}"}
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        found.add("passive")
    if verb.lemma_ == "be":
        found.add("copula")
    return found


def _person(subject: Token | None, utterance: Utterance) -> str:
    """Whose deed the main verb tells: the speaker's ("own"), the other's ("you"), somebody's or nobody's."""
    if subject is None:
        return "none"
    word = subject.lower_
    if word in _OWN or any(child.dep_ == "poss" and child.lower_ in _OWN for child in subject.children):
        return "own"
    if word in ("you",):
        return "you"
    if word in ("it", "there", "this", "that"):
        return "it"
    if word in ("he", "she", "they"):
        return "back" if utterance.cue else "other"
    # "Kestria would sign, its minister said": whoever speaks is of the subject's side.
    content = {token.i for token in utterance.content}
    of_its = any(t.lower_ in _SIDES and t.dep_ == "poss" and t.i not in content for t in utterance.sentence)
    return "back" if of_its and subject.pos_ in ("PROPN", "NOUN") else "other"


def _form(verb: Token, subject: Token | None) -> str:
    """A modal, or else the tense: present, progressive, perfect, past, infinitive, imperative, or no verb."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    for child in auxiliaries:
        if child.tag_ == "MD":
            return _plain(child)
    if verb.pos_ not in ("VERB", "AUX"):
        return "no verb"
    if any(child.lemma_ == "have" for child in auxiliaries):
        return "perfect"
    if verb.tag_ == "VB" or (verb.tag_ == "VBP" and subject is None and not auxiliaries):
        if any(child.lower_ == "to" for child in auxiliaries):
            return "to"
        return "subjunctive" if subject is not None else "imperative"
    if verb.tag_ == "VBG":
        return "progressive"
    first = auxiliaries[0] if auxiliaries else verb
    return "past" if first.tag_ in ("VBD", "VBN") else "present"


_T = TypeVar("_T")
_LABEL = re.compile(r"(?:[A-Z]\.?|[A-Z][A-Z.' -]{2,40}|[A-Z][\w.' -]{2,40} \([^)]*\)):\s")


def words_after_label(text: str) -> str:
    """A turn of a transcript without the name before it ("MS. SELWIN: Fine." -> "Fine.")."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


# ---- the lexicon


def _phrases_in(
    tokens: Sequence[Token], lexicon: dict[str, list[tuple[Phrase, _T]]]
) -> Iterator[tuple[int, int, Phrase, _T]]:
    """First token, last token and meaning of each phrase of ``lexicon`` that stands in ``tokens``."""
    forms = [_forms(token) for token in tokens]
    for start, here in enumerate(forms):
        for form in here:
            for phrase, meaning in lexicon.get(form, ()):
                end = _match(phrase, forms, start)
                if end is not None:
                    yield start, end, phrase, meaning


def _match(phrase: Phrase, forms: list[frozenset[str]], start: int) -> int | None:
    place = start + 1
    skip = 0
    for wanted in phrase[1:]:
        if wanted is None:
            skip = _WIDEST_GAP
            continue
        found = next((i for i in range(place, min(place + skip + 1, len(forms))) if forms[i] & wanted), None)
        if found is None:
            return None
        place, skip = found + 1, 0
    return place - 1


def _plain(token: Token) -> str:
    return _PLAIN.get(token.lower_, token.lower_)


def _forms(token: Token) -> frozenset[str]:
    """The word, its lemma, and its stems: the pipeline takes "hopes" for a form of "hop"."""
    return _forms_of(token.lower_, token.lemma_.lower(), token.pos_ in ("VERB", "NOUN"))


@functools.lru_cache(maxsize=8192)
def _forms_of(word: str, lemma: str, inflects: bool) -> frozenset[str]:
    word = _PLAIN.get(word, word)
    found = {word, lemma}
    if inflects and len(word) > 4:
        stem = next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)), word)
        found |= {stem, f"{stem}e"}
    return frozenset(found)


@functools.cache
def _lexicon() -> dict[str, list[tuple[Phrase, Act]]]:
    return _indexed((words, Act(name)) for name, words in _raw()["acts"].items())


@functools.cache
def _classes() -> dict[str, list[tuple[Phrase, str]]]:
    return _indexed((words, name) for name, words in _raw()["words"].items())


def _indexed(lists: Iterable[tuple[str, _T]]) -> dict[str, list[tuple[Phrase, _T]]]:
    index: dict[str, list[tuple[Phrase, _T]]] = {}
    for words, meaning in lists:
        for written in re.split(r"[,\n]", words):
            parts = written.split()
            if not parts:
                continue
            phrase = tuple(None if part == _GAP else _WILDCARDS.get(part, frozenset(part.split("|"))) for part in parts)
            for form in phrase[0] or ():
                index.setdefault(form, []).append((phrase, meaning))
    return index


@functools.cache
def _raw() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("register.toml").read_text(encoding="utf-8"))


@functools.cache
def _weights() -> tuple[dict[str, float], dict[str, dict[Act, float]]]:
    """Weights shared by all acts, by place of a hit; and weights by feature and act."""
    raw = json.loads(resources.files(__package__).joinpath("register_weights.json").read_text(encoding="utf-8"))
    return raw["shared"], {
        feature: {Act(act): weight for act, weight in acts.items()} for feature, acts in raw["features"].items()
    }


def forget_weights() -> None:
    """Reads the weights anew at the next call: for who has just written them."""
    _weights.cache_clear()
