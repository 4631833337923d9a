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

_ACTS = tuple(Act)
_NUMBER = {act: number for number, act in enumerate(_ACTS)}
"""The model counts in lists: to look an act up by its name takes longer than to add a weight."""

GENERIC = frozenset({Act.STATE, Act.ANNOUNCE, Act.ASSESS})
"""Acts of cues that tell little of what is done: there the content may show more."""

SURE = 0.25
"""The probability from which the model overrules a generic act of the rules in words told by another."""
SURE_OF_OWN_WORDS = 0.15
"""The same where speakers are heard themselves: in quotation marks, in a transcript, or by an "I" or a "we"."""
SURE_OF_STRONG = 0.5
"""The same where another is told to have demanded, bound himself, agreed, refused or put a condition."""
SURE_OF_MILD = 0.25
"""The same where one generic act gives way to another, or to a forecast: that does no harm."""
SURE_AGAINST_CUE = 0.4
"""The probability from which it overrules a cue that names another act ("promised to shoot" threatens)."""
_ABOVE_CUES = frozenset({Act.THREATEN, Act.THANK, Act.APOLOGISE, Act.CONDITION, Act.REQUEST})
"""Acts that a cue of another may bring: "vowed to sink them", "offered its apologies", "asked them to wait"."""
_ABOVE_FORECAST = _ABOVE_CUES | {Act.COMMIT, Act.OFFER, Act.REJECT}
"""Acts that a "will" may do which the rules take for a forecast."""
_MILD = frozenset({Act.STATE, Act.ANNOUNCE, Act.ASSESS, Act.PREDICT})
_BINDING = frozenset({Act.ACCEPT, Act.REJECT, Act.COMMIT, Act.OFFER})
"""Acts that are not done by who only may, might or could do them."""
_STRONG = frozenset({Act.DEMAND, Act.CONDITION, Act.ACCEPT, Act.REJECT, Act.COMMIT})
_BY_ONESELF = _BINDING | {Act.EXPRESS_WILLINGNESS, Act.ADMIT, Act.APOLOGISE, Act.THANK}
"""Acts that nobody does for another: who tells that "both governments had accepted" has accepted nothing."""
_HARD_WORDS = frozenset({Act.ACCUSE, Act.DENY, Act.THREATEN})
_SAYING = frozenset({"acknowledge", "announce", "claim", "confirm", "declare", "mention", "say", "state", "tell"})
_ASKING = frozenset({"ask", "inquire", "enquire", "know", "question", "wonder"})
_SURE_OF_HARD_WORDS = 0.75
_SURE_OF_OWN_HARD_WORDS = 0.3
"""A charge, a denial or a threat laid in somebody's mouth does harm: of them the model must be surer still."""
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
    """The act of a statement by its words, where they show another than its cue.

    A wrong stronger act does more harm than "state": the model must be sure (:data:`SURE` and its kin), some word
    or turn of the sentence must itself speak for the act, and of content longer than one sentence nothing is said.
    """
    if not content or len(content) > _LONGEST:
        return act
    heard = _is_quoted(content) or not any(token.is_alpha for token in cue)  # "A:" before a turn is no word of saying
    if content[0].sent != content[-1].sent and not (heard and len(content) <= _A_FEW_WORDS):
        return act
    main = main if main is not None else head_of(content)
    if main is None or (not heard and main.pos_ not in ("VERB", "AUX") and act in GENERIC):
        return act  # "emphasised the threat": a thing that is named is neither threatened nor promised
    tokens = sorted((*source, *cue, *content), key=lambda token: token.i)
    seen = evidence(Utterance(tokens, cue, content, main, act))
    best, chance = _likeliest(seen)
    if best in _HARD_WORDS and content[0].sent != content[-1].sent:
        return act  # "Perhaps somebody fired. It was not us.": one of its sentences denies, and not the whole
    if best is Act.DENY and _tells_who_was_silent(main, seen):
        return act
    if best is Act.ASK and not heard and main.lemma_ not in _ASKING and any(c.lower_ == "that" for c in main.lefts):
        return act  # "said that she had a question about whether": that somebody has a question asks nothing
    if act is Act.PREDICT and best is Act.THREATEN and seen.features.isdisjoint(("person=own", "person=back")):
        return act  # "Orlavia will strike again": what another will do is foretold
    heard = heard or "own voice" in seen.features
    return best if chance >= _enough(act, best, heard) and _may_be(best, seen) else act


def _tells_who_was_silent(main: Token, seen: Evidence) -> bool:
    """ "Kestria has never said that it would leave": another's silence is told, and nothing is denied."""
    silent = main.lemma_ in _SAYING and is_negated(main)
    return silent and seen.features.isdisjoint(("person=own", "person=back"))


def _enough(act: Act, best: Act, heard: bool) -> float:
    """How sure the model must be of an act to give it in place of that of the rules."""
    if act is Act.COMMIT and best is Act.THREATEN:
        return SURE_AGAINST_CUE  # "vowed to sink them"
    if best in _HARD_WORDS:
        enough = _SURE_OF_OWN_HARD_WORDS if heard else _SURE_OF_HARD_WORDS
    elif best in _MILD:
        enough = SURE_OF_MILD
    elif best in _STRONG and not heard:
        enough = SURE_OF_STRONG
    else:
        enough = SURE_OF_OWN_WORDS if heard else SURE
    if act in GENERIC:
        return enough
    against = _ABOVE_FORECAST if act is Act.PREDICT else _ABOVE_CUES
    return max(enough, SURE_AGAINST_CUE) if best in against else 1.1


def _may_be(best: Act, seen: Evidence) -> bool:
    """Whether a sentence can do an act at all: some evidence names it, and it is the speaker's own to do."""
    if best in _MILD:
        return True
    places = ("main", "content", "cue") if best in _HARD_WORDS else ("main", "content", "cue", "grammar")
    shown = any(of is best and place.startswith(places) for place, of in seen.hits)
    own = not seen.features.isdisjoint(("person=own", "person=back"))
    if best is Act.DEMAND and own and not seen.features.isdisjoint(("form=will", "form=would")):
        return False  # "said that it would lift the ban at once": what one will do oneself
    open_still = best in _BINDING and best is not Act.OFFER and not seen.features.isdisjoint(_OPEN)
    anothers = best in _BY_ONESELF and seen.features.isdisjoint(("person=own", "person=back", "person=none"))
    if best is Act.CONDITION and seen.features.isdisjoint(("has=strict", *_AHEAD, *_OPEN, "person=own", "person=back")):
        return False  # "a million jobs depend on it" puts no condition
    return shown and not open_still and not anothers


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
    scores = [0.0] * len(_ACTS)
    for place, act in seen.hits:
        scores[_NUMBER[act]] += shared.get(place, 0.0)
    for feature in sorted(seen.features):  # in one order on every machine: sums of floats depend on it
        for number, weight in by_feature.get(feature, ()):
            scores[number] += weight
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return {act: power / total for act, power in zip(_ACTS, powers, strict=True)}


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
    classes: set[str] = set()
    near = _near(utterance.main)
    for first, last, _, name in phrases_in(said, word_classes()):
        classes.add(name)
        here = {token.i for token in said[first : last + 1]}
        for place, members in near.items():
            if here & members:
                classes.add(f"{place} {name}")
    if any(token.lower_ == "without" for token in tokens) and any(token.lower_ in _NO for token in tokens):
        classes.add("strict")
    classes |= {name for _, _, _, name in phrases_in(tokens, word_classes("strict", "condition"))}
    features |= {f"has={name}" for name in classes}
    hits |= {(f"grammar:{act.value}", act) for act in _shown_by_grammar(shape, classes)}
    return Evidence(frozenset(hits), frozenset(features))


def _near(main: Token | None) -> dict[str, set[int]]:
    """The places of the word that heads what is said with what completes it ("main"), and of its subject."""
    if main is None:
        return {}
    found: dict[str, set[int]] = {"main": {main.i}, "subject": set()}
    for child in main.children:
        if child.dep_ in ("acomp", "attr", "oprd", "dobj", "prt", "advmod", "xcomp"):
            found["main"] |= {child.i, *(grand.i for grand in child.children if grand.dep_ in ("amod", "compound"))}
        elif child.dep_ in ("nsubj", "nsubjpass"):
            found["subject"] |= {child.i, *(grand.i for grand in child.children if grand.dep_ == "compound")}
    return found


def _longest(found: Iterable[tuple[int, int, Phrase, Act]]) -> dict[int, int]:
    """For each token at which a phrase begins, where the longest ends; -1 where none begins."""
    ends: dict[int, int] = defaultdict(lambda: -1)
    for first, last, _, _ in found:
        ends[first] = max(ends[first], last)
    return ends


_NO = frozenset({"no", "not", "nobody", "nothing", "never", "neither", "none"})
_AHEAD = ("form=will", "form=shall", "form=would")
_OPEN = ("form=may", "form=might", "form=could", "form=can")
_DONE = ("form=past", "form=perfect", "form=progressive")


def _shown_by_grammar(shape: Set[str], classes: Set[str]) -> Iterator[Act]:
    """The acts for which mood, person and the kind of the words speak together."""

    def any_of(*wanted: str) -> bool:
        return any(each in shape for each in wanted)

    own, other = any_of("person=own", "person=back"), any_of("person=other", "person=you", "person=it")
    negated = "negated" in shape
    conditional = "condition" in classes or "strict" in classes
    if "question" in shape:
        yield Act.ASK
    if "strict" in classes:
        yield Act.CONDITION
    if other and conditional and any_of("form=can", "form=will", "form=shall"):
        yield Act.CONDITION
    if "sides" in classes and any_of("form=could", "form=might", "form=should", "form=ought"):
        yield Act.PROPOSE
    if own and conditional and "benefit" in classes and any_of(*_AHEAD, *_OPEN):
        yield Act.OFFER
    if "person=you" in shape and any_of("form=can", "form=will", "form=shall") and "benefit" in classes:
        yield Act.OFFER
    if own and any_of(*_AHEAD, *_OPEN) and "main talk" in classes and not negated:
        yield Act.EXPRESS_WILLINGNESS
    if "headline" in shape and any_of("form=to"):
        yield Act.ANNOUNCE
    if any_of("form=progressive", *_AHEAD[:2]) and any_of("person=other", "person=back", "person=it"):
        yield from [Act.ANNOUNCE] * ("event" in classes and ("now" in classes or "numbers" in classes))
    if any_of("form=past", "form=perfect", "form=present") and "main fact" in classes and not own:
        yield Act.STATE
    if "subject work" in classes or "subject other" in shape:
        yield from [Act.CRITICISE] * ("main bad" in classes) + [Act.PRAISE] * ("main good" in classes and not negated)
    if "subject affairs" in classes and any_of("form=present", "copula"):
        yield Act.ASSESS
    if own and negated and any_of(*_DONE):
        yield Act.DENY
    if own and not negated and any_of(*_DONE) and "bad" in classes:
        yield Act.ADMIT
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
def _weights() -> tuple[dict[str, float], dict[str, tuple[tuple[int, float], ...]]]:
    """Weights shared by all acts, by place of a hit; and weights by feature, each with the number of its act."""
    raw = json.loads(resources.files(__package__).joinpath("register_weights.json").read_text(encoding="utf-8"))
    return raw["shared"], {
        feature: tuple((_NUMBER[Act(act)], weight) for act, weight in acts.items())
        for feature, acts in raw["features"].items()
    }
