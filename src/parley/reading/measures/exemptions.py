"""What a measure spares, though it is of that kind: "except medical flights", "medicine is exempt", "food is not
affected". The words are in ``measures.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from parley.model import EventStatus, Ref, Span

from ..events.clauses import agents, is_passive, is_verb, objects, patients, with_conjuncts
from ..events.setting import Setting
from ..tokens import Token
from .things import lexicon, statuses

_OPENS_NO_THING = frozenset({"as", "because", "by", "if", "that", "unless", "when", "where", "while"})
_ATTACHED = frozenset({"cc", "conj", "appos", "parataxis", "advcl"})
_THEM = frozenset({"it", "them"})
_UNSURE = frozenset({"can", "could", "may", "might", "must", "should", "ought"})


@dataclass(frozen=True)
class Exemption:
    """Things that are spared: the word that says so, who tells it, and how far back what spares them may stand."""

    cue: Token
    spared: tuple[str, ...]
    told_by: tuple[Ref, ...]
    reach: int
    """Sentences back: 0 for "except", which bounds its own sentence only."""

    def distance(self, spans: Sequence[Span]) -> int | None:
        """How far back the nearest of the spans stands: 0 and more code points within the sentence of "except", else
        sentences; ``None`` where it is out of reach."""
        sentence = self.cue.sent
        for back in range(self.reach + 1):
            here = [span for span in spans if sentence.start_char <= span.start < sentence.end_char]
            if back == 0:
                here = [span for span in here if self._bounds(span)]
            if here:
                return back if self.reach else min(abs(self.cue.idx - span.end) for span in here)
            if sentence.start == 0:
                return None
            sentence = self.cue.doc[sentence.start - 1].sent
        return None

    def _bounds(self, span: Span) -> bool:
        """Within its own sentence nothing else may be told between the two."""
        if span.start > self.cue.idx:
            return self.reach == 0 and self.cue.i - self.cue.sent.start < 2  # "Except for grain, all trade was ..."
        between = (t for t in self.cue.sent if span.end <= t.idx < self.cue.idx)
        return self.reach > 0 or not any(is_verb(t) and t.tag_ in ("VBD", "VBZ", "VBP") for t in between)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon()["exemptions"][kind])


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """The longest first."""
    return tuple(sorted((tuple(each.split()) for each in lexicon()["exemptions"]["phrases"]), key=len, reverse=True))


def exemptions(setting: Setting, sentences: Sequence[Token]) -> Iterator[Exemption]:
    """What is told to be spared in the sentences of some words and in the one after each, in reading order."""
    near: dict[int, Token] = {}
    for token in sentences:
        near[token.sent.start] = token
        if token.sent.end < len(token.doc):
            after = token.doc[token.sent.end]
            near[after.sent.start] = after
    for start in sorted(near):
        sentence = near[start].sent
        for token in sentence:
            found = _after_phrase(token, setting) or _told(token, setting)
            if found is not None:
                yield found


def _after_phrase(token: Token, setting: Setting) -> Exemption | None:
    """ "..., with the exception of medical cargo"."""
    sentence = token.sent
    for phrase in _phrases():
        if token.lower_ != phrase[0] or token.i + len(phrase) >= sentence.end:
            continue
        if any(token.doc[token.i + n].lower_ != word for n, word in enumerate(phrase)):
            continue
        first = token.doc[token.i + len(phrase)]
        if first.pos_ == "ADP" and first.lower_ not in _OPENS_NO_THING:
            first = token.doc[min(first.i + 1, sentence.end - 1)]
        if first.lower_ in _OPENS_NO_THING or first.is_punct:
            return None
        return _of([_head_from(first)], token, 0, setting)
    return None


def _head_from(first: Token) -> Token:
    """The head of the noun phrase that begins there."""
    head = first
    while head.head.i > first.i and head.head.i != head.i and head.pos_ not in ("NOUN", "PROPN"):
        head = head.head
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    return head


def _told(verb: Token, setting: Setting) -> Exemption | None:
    """ "Medicine is exempt", "exempted clinics from the cap", "the embargo does not apply to spare parts"."""
    if not is_verb(verb) or setting.in_condition(verb):
        return None
    if any(child.dep_ == "aux" and child.lower_ in _UNSURE for child in verb.children):
        return None
    denied = any(child.dep_ == "neg" for child in verb.children)
    if denied:
        return _of(_not_struck(verb), verb, 1, setting)
    if still := _still_given(verb):
        return _of(still, verb, 0, setting)
    if setting.status(verb) not in (EventStatus.HAPPENED, EventStatus.PLANNED):
        return None
    if verb.lemma_ in _words("exempting"):
        named = objects(verb, "from") + [far for each in patients(verb) for far in objects(each, "from")]
        if (verb.lemma_ != "exempt" or named) and not any(_is_measure(each) or each.lower_ in _THEM for each in named):
            return None if named or not is_passive(verb) else _of(_no_actors(patients(verb)), verb, 1, setting)
        return _of(patients(verb), verb, 1, setting)
    if any(child.dep_ in ("acomp", "oprd") and child.lower_ in _words("spared") for child in verb.children):
        return _of(agents(verb), verb, 1, setting)
    return None


def _not_struck(verb: Token) -> list[Token]:
    if is_passive(verb) and verb.lemma_ in _words("striking"):
        return _no_actors(patients(verb))
    if any(_is_measure(each) for each in agents(verb)):
        if verb.lemma_ in _words("striking"):
            return patients(verb)
        if verb.lemma_ in _words("applying"):
            return objects(verb, "to")
    return []


def _still_given(verb: Token) -> list[Token]:
    """ "Halted supplies but would continue to supply the clinic"."""
    if verb.lemma_ != "continue" or verb.dep_ != "conj" or any(child.dep_ == "nsubj" for child in verb.children):
        return []
    before = verb.doc[verb.i - 1]
    while before.dep_ == "aux":
        before = before.nbor(-1)
    if before.lower_ != "but" or statuses(nouns=False).get(verb.head.lemma_) is None:
        return []
    giving = [child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ in lexicon()["granted"]]
    return [each for one in giving for each in patients(one)]


def _is_measure(noun: Token) -> bool:
    return noun.lemma_.lower() in _words("measures")


def _no_actors(tokens: list[Token]) -> list[Token]:
    return [each for each in tokens if each.pos_ == "NOUN" and each.ent_type_ not in ("GPE", "NORP", "PERSON", "ORG")]


def _of(heads: list[Token], cue: Token, reach: int, setting: Setting) -> Exemption | None:
    named = [
        each
        for each in with_conjuncts(heads)
        if each.pos_ in ("NOUN", "PROPN") or each.lower_ in ("those", "ones") or each.dep_ == "pcomp"
        if each.ent_type_ not in ("DATE", "TIME") and not _is_measure(each)
    ]
    if not named:
        return None
    told = tuple(each.speaker for each in setting.statements(cue) if each.speaker is not None)
    return Exemption(cue, tuple(_phrase(each, setting) for each in named), told, reach)


def _phrase(noun: Token, setting: Setting) -> str:
    """The noun with what narrows it ("contracts signed before May"), up to a comma or what it is spared from."""
    last = noun
    for child in noun.rights:
        opens = child.doc[child.left_edge.i]
        after_comma = opens.i > noun.i and opens.nbor(-1).text == ","
        if child.dep_ in _ATTACHED or child.is_punct or after_comma or child.lower_ == "from":
            break
        last = child.doc[child.right_edge.i]
    first = noun.doc[noun.left_edge.i]
    return setting.span(first.idx, last.idx + len(last.text)).exact
