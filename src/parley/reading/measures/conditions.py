"""Conditions of measures: on what they hang, one by one (``answers`` says whether each is met)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from parley.model import Condition, Ref, Span

from ..concordance import tokens_of
from ..events.clauses import agents, governing_verb, is_verb, objects, patients, with_conjuncts
from ..events.setting import Setting
from ..statements.conditions import find_provisos
from ..tokens import Token
from .tellings import TYING, Telling


@cache
def word_list(kind: str) -> frozenset[str]:
    """A list of the conditions in ``measures.toml``."""
    lists = tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))
    return frozenset(lists["conditions"][kind])


@cache
def same_deeds(lemma: str) -> frozenset[str]:
    """The verbs that may tell the same deed done to the same thing: "freed" of who was to release somebody."""
    lists = tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))
    return frozenset(word for line in lists["conditions"]["same_deeds"] if lemma in line for word in line)


@dataclass(frozen=True)
class Hanging:
    """A condition, and the word for what has to be done: a verb or a noun."""

    condition: Condition
    deed: Token
    answer: Token | None = None
    """The verb that says it was answered, where the text says that and no more ("satisfied the desire for")."""


@dataclass(frozen=True)
class Demand:
    """What somebody wanted and is said to have got, or not: whose it was, and where the sentence stands."""

    owner: Ref | None
    wanted: tuple[Hanging, ...]
    sentence: tuple[int, int]

    def near(self, span: Span) -> bool:
        """Whether the span stands in the same sentence."""
        return span.start < self.sentence[1] and self.sentence[0] < span.end


def hanging_on(telling: Telling, setting: Setting, cues: frozenset[str]) -> list[Hanging]:
    """The conditions on the trigger or its things, coordinated ones apart; a mere date is a time and no condition."""
    tied = [part for verb in telling.carried_by for part in _tied(telling, verb, setting)]
    if tied:
        return tied
    sentence = ((telling.trigger.sent.start_char, telling.trigger.sent.end_char),)
    heads = {telling.trigger.i, *(thing.i for thing in telling.things), *(verb.i for verb in telling.carried_by)}
    return [
        part
        for each in find_provisos(setting.doc, setting.document, sentence, cues)
        if each.governor.i in heads and not _is_date(each.head, setting)
        for part in _apart(each.condition, each.head, setting)
    ]


def _tied(telling: Telling, verb: Token, setting: Setting) -> Iterator[Hanging]:
    """ "Conditioned the resumption of transit on an apology and the return of the crew": two conditions."""
    if verb.lemma_ not in TYING:
        return
    noun = telling.trigger
    tie = next((c for c in (*verb.rights, *noun.rights) if c.dep_ == "prep" and c.lower_ in ("on", "to")), None)
    if tie is None:
        return
    named = [*objects(noun, tie.lower_), *objects(verb, tie.lower_)]
    named += [each for each in with_conjuncts([noun]) if each.i > tie.i]  # the parser hangs the last one higher
    for thing in sorted({each.i: each for each in named if each.i > tie.i}.values(), key=lambda each: each.i):
        words, cue = setting.words(thing), setting.span(tie.idx, tie.idx + len(tie.text))
        yield Hanging(
            Condition(cue=f"{verb.lemma_} {tie.lower_}", words=words.exact, spans=(words,), cue_span=cue), thing
        )


def _is_date(head: Token, setting: Setting) -> bool:
    """ "after March 12" is a date; "after the meeting on March 12" is not."""
    named = [each for each in head.children if each.dep_ == "pobj"]
    return head.dep_ == "prep" and any(
        each.ent_type_ in ("DATE", "TIME") or any(root.i == each.i for root, _ in setting.times_in_sentence(each))
        for each in named
    )


def _apart(condition: Condition, head: Token, setting: Setting) -> list[Hanging]:
    """ "Until it apologises, frees the crew and a meeting takes place" are three conditions; "or" leaves them one."""
    first = condition.cue_span.end if condition.cue_span is not None else condition.spans[0].start
    inside = [t for t in head.doc if first <= t.idx < condition.spans[0].end and not t.is_space]
    if is_verb(head):
        parts = {_beginning(c).i: c for c in with_conjuncts([head]) if c.i != head.i and _has_subject(c)}
        parts |= {token.i: token for token in _verbs_in_series(inside, head)}
        begun = _deed(head) if not parts or head.i < min(parts) else _subject_before(head, min(parts))
    else:
        nouns = with_conjuncts(child for child in head.children if child.dep_ in ("pobj", "pcomp"))
        parts = {_beginning(noun).i: noun for noun in nouns[1:]}
        begun = _deed(nouns[0] if nouns else head)
    if not parts or any(token.lower_ in ("or", "either") for token in inside):
        return [Hanging(condition, _deed(head) if is_verb(head) else begun)]
    found: list[Hanging] = []
    starts = [inside[0].i, *(i for i in sorted(parts) if inside[0].i < i <= inside[-1].i)]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else inside[-1].i + 1
        own = [token for token in inside if start <= token.i < end]
        while own and (own[-1].is_punct or own[-1].dep_ == "cc"):
            own.pop()
        if not own:
            continue
        words = setting.span(own[0].idx, own[-1].idx + len(own[-1].text))
        spans = (setting.span(condition.spans[0].start if number == 0 else words.start, words.end),)
        deed = begun if number == 0 else _deed(parts[start])
        found.append(Hanging(condition.replace(words=words.exact, spans=spans), deed))
    return found


def _beginning(part: Token) -> Token:
    """The first word of a coordinated part, after its conjunction."""
    return part.doc[part.left_edge.i]


def _subject_before(head: Token, end: int) -> Token:
    """The deed of a first clause whose verb the parser took for a noun, and so for the subject of the next."""
    return next((child for child in head.children if child.dep_ == "nsubj" and child.i < end), head)


def _verbs_in_series(inside: Sequence[Token], head: Token) -> Iterator[Token]:
    """Verbs that open a further part ("A frees the crew, withdraws its boats and pays"), read off the words.

    After a comma that opened one, the last "and" opens one too, though the parser takes "returns to" for a noun.
    """
    listed = False
    for before, token, after in zip(inside, inside[1:], [*inside[2:], None], strict=False):
        alike = token.tag_ == head.tag_ or (token.tag_, head.tag_) == (
            "VBN",
            "VBD",
        )  # "handed over", read as a participle
        finite = alike and is_verb(token) and head.tag_ in ("VBZ", "VBP", "VBD")
        if before.text == "," and finite and not _has_subject(token, after=before.i):
            listed = True
            yield token
        elif before.lower_ == "and" and token.dep_ != "nsubj":
            noun_like = (
                head.tag_ == "VBZ" and token.tag_ == "NNS" and after is not None and after.pos_ in ("ADP", "DET")
            )
            if (finite and not _has_subject(token, after=before.i)) or (listed and noun_like):
                yield token


def _has_subject(verb: Token, after: int = -1) -> bool:
    return is_verb(verb) and any(
        child.dep_ in ("nsubj", "nsubjpass") and after < child.i < verb.i for child in verb.children
    )


def _deed(head: Token) -> Token:
    """The word that says what has to be done: of "a meeting takes place" or "makes an apology" the noun."""
    if not is_verb(head):
        return head
    nouns = [each for each in (*patients(head), *agents(head)) if each.pos_ == "NOUN"]
    if head.lemma_ in word_list("putting_into_force"):
        return head  # "signs the repeal": parliament's repeal is another deed
    if head.lemma_ in word_list("making"):
        nouns = [each for each in patients(head) if each.pos_ == "NOUN"]
    return nouns[0] if nouns and head.lemma_ in word_list("making") | word_list("arriving") else head


def demands_answered(setting: Setting) -> Iterator[Demand]:
    """What the paper says was wanted and was given, or not: "met Halvern's demand for an apology and a meeting"."""
    for noun in tokens_of(setting.doc, lemmas=word_list("wanting")):
        if noun.pos_ != "NOUN":
            continue
        verb = governing_verb(noun)
        if verb is None or verb.lemma_ not in word_list("answering") or noun not in patients(verb):
            continue
        preposition = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "for"), None)
        if preposition is None:
            continue
        cue = setting.span(noun.idx, preposition.idx + len(preposition.text))
        wanted = []
        for thing in objects(noun, "for"):
            words = _with_its_of(thing, setting)
            condition = Condition(cue=cue.exact.lower(), words=words.exact, spans=(words,), cue_span=cue)
            wanted.append(Hanging(condition, thing, verb))
        yield Demand(_owner(noun, setting), tuple(wanted), (noun.sent.start_char, noun.sent.end_char))


def _with_its_of(thing: Token, setting: Setting) -> Span:
    """ "An apology and display of gratitude": the parser hangs the last words on the first thing."""
    words = setting.words(thing)
    first = thing.head if thing.dep_ == "conj" else thing
    for child in first.children if first is not thing else ():
        if child.dep_ == "prep" and child.lower_ == "of" and child.idx == words.end + 1:
            last = max(child.subtree, key=lambda each: each.i)
            return setting.span(words.start, last.idx + len(last.text))
    return words


def _owner(noun: Token, setting: Setting) -> Ref | None:
    """Whose wish it is: the state for which its owner stands, as far as the words tell it."""
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "nmod", "compound"):
            refs = setting.refs(child) or setting.refs_beside(child)
            if refs:
                return setting.represented(refs[0])
    return None
