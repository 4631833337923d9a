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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from importlib import resources

from parley.model import Act

from ..tokens import Token
from .clause_shape import is_negated, shape_of
from .phrasebook import Phrase, act_phrases, phrases_in, word_classes

GENERIC = frozenset({Act.STATE, Act.ANNOUNCE, Act.ASSESS})
"""Acts of cues that tell little of what is done: there the content may show more."""

SURE = 0.55
"""The probability from which the model overrules a generic act of the rules in words told by another."""
SURE_OF_OWN_WORDS = 0.35
"""The same where speakers are heard themselves: in quotation marks, in a transcript, or by an "I" or a "we"."""
_BINDING = frozenset({Act.ACCEPT, Act.REJECT, Act.COMMIT, Act.OFFER})
"""Acts that are not done by who only may, might or could do them."""
_BY_ONESELF = _BINDING | {Act.EXPRESS_WILLINGNESS, Act.ADMIT, Act.APOLOGISE, Act.THANK}
"""Acts that nobody does for another: who tells that "both governments had accepted" has accepted nothing."""
_HARD_WORDS = frozenset({Act.ACCUSE, Act.THREATEN})
_SURE_OF_HARD_WORDS = 0.9
_SURE_OF_OWN_HARD_WORDS = 0.6
"""A charge or a threat laid in somebody's mouth does harm: of them the model must be surer still."""
_LONGEST = 80
"""Tokens of a content beyond which its words speak for too many things."""
_A_FEW_WORDS = 25
"""Tokens up to which a turn or a quotation of several sentences does one thing."""


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
    return _likeliest(evidence(utterance))


def _likeliest(seen: Evidence) -> tuple[Act, float]:
    chances = probabilities(seen)
    best = max(chances, key=chances.__getitem__)
    return best, chances[best]


def shown_by_words(
    act: Act, source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token], main: Token | None
) -> Act:
    """The act of a statement whose rules found a generic one, if the words of its content show more.

    A wrong stronger act does more harm than "state": the model must be sure (:data:`SURE`,
    :data:`SURE_OF_OWN_WORDS`), some word or turn of the content must itself speak for the act, and of content
    longer than one sentence nothing is said.
    """
    if act not in GENERIC or not content or len(content) > _LONGEST:
        return act
    heard = _is_quoted(content) or not any(token.is_alpha for token in cue)  # "A:" before a turn is no word of saying
    if content[0].sent != content[-1].sent and not (heard and len(content) <= _A_FEW_WORDS):
        return act
    main = main if main is not None else head_of(content)
    if main is None or (not heard and main.pos_ not in ("VERB", "AUX")):
        return act  # "emphasised the threat": a thing that is named is neither threatened nor promised
    tokens = sorted((*source, *cue, *content), key=lambda token: token.i)
    seen = evidence(Utterance(tokens, cue, content, main, act))
    best, chance = _likeliest(seen)
    shown = any(of is best and place.startswith(("main", "content")) for place, of in seen.hits)
    open_still = best in _BINDING and not seen.features.isdisjoint(_OPEN)
    anothers = best in _BY_ONESELF and seen.features.isdisjoint(("person=own", "person=back"))
    if best is Act.CONDITION and seen.features.isdisjoint((*_AHEAD, *_OPEN, "person=own", "person=back")):
        return act  # "a million jobs depend on it" puts no condition
    if heard or "own voice" in seen.features:
        enough = _SURE_OF_OWN_HARD_WORDS if best in _HARD_WORDS else SURE_OF_OWN_WORDS
    else:
        enough = _SURE_OF_HARD_WORDS if best in _HARD_WORDS else SURE
    return best if chance >= enough and shown and not open_still and not anothers else act


def _is_quoted(content: Sequence[Token]) -> bool:
    first = content[0]
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)


def head_of(content: Sequence[Token]) -> Token | None:
    """The word on which the rest of some content hangs, a verb where there is one."""
    inside = {token.i for token in content}
    tops = [t for t in content if not t.is_punct and not t.is_space and (t.head.i not in inside or t.dep_ == "ROOT")]
    return next((token for token in tops if token.pos_ in ("VERB", "AUX")), tops[0] if tops else None)


def first_hit(utterance: Utterance, without: Set[Phrase] = frozenset()) -> Act | None:
    """The act of the first phrase of the lexicon in the sentence, the longest that begins there: a baseline."""
    tokens = [token for token in utterance.sentence if not token.is_space]
    hits = (hit for hit in phrases_in(tokens, act_phrases()) if hit[2] not in without)
    found = min(hits, key=lambda hit: (hit[0], -hit[1]), default=None)
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
    return frozenset(phrase for _, _, phrase, _ in phrases_in(tokens, act_phrases()))


def evidence(utterance: Utterance, without: Set[Phrase] = frozenset()) -> Evidence:
    """What of the lexicon (``without`` some phrases) and the grammar of a sentence bears on its act."""
    tokens = [token for token in utterance.sentence if not token.is_space]
    places = _Places(utterance)
    hits: set[tuple[str, Act]] = set()
    features = {"bias", f"rule={utterance.rule.value if utterance.rule else 'none'}"}
    found = [hit for hit in phrases_in(tokens, act_phrases()) if hit[2] not in without]
    longest = _longest(found)
    for first, last, _, act in found:
        if longest[first] > last or any(longest[i] >= last for i in range(max(first - 8, 0), first)):
            continue  # "concur" in "not in a position to concur" is part of what is said by the longer phrase
        part = places.of(tokens[first : last + 1])
        hits.add((f"{part}:{'phrase' if last > first else 'word'}", act))
    if utterance.rule is not None:
        hits.add(("rule", utterance.rule))
    said = [token for token in utterance.content if not token.is_space]
    shape = shape_of(tokens, utterance.cue, said, utterance.main)
    features |= shape
    classes = {name for _, _, _, name in phrases_in(said, word_classes())}
    features |= {f"has={name}" for name in classes}
    hits |= {(f"grammar:{act.value}", act) for act in _shown_by_grammar(shape, classes)}
    return Evidence(frozenset(hits), frozenset(features))


def _longest(found: Iterable[tuple[int, int, Phrase, Act]]) -> dict[int, int]:
    """For each token at which a phrase begins, where the longest ends; -1 where none begins."""
    ends: dict[int, int] = defaultdict(lambda: -1)
    for first, last, _, _ in found:
        ends[first] = max(ends[first], last)
    return ends


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


@functools.cache
def _weights() -> tuple[dict[str, float], dict[str, dict[Act, float]]]:
    """Weights shared by all acts, by place of a hit; and weights by feature and act."""
    raw = json.loads(resources.files(__package__).joinpath("register_weights.json").read_text(encoding="utf-8"))
    return raw["shared"], {
        feature: {Act(act): weight for act, weight in acts.items()} for feature, acts in raw["features"].items()
    }
