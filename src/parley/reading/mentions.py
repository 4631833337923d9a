"""The persons whom a document names: their mentions, titles and countries, gathered once.

Full names come from the pipeline's names, cleaned of titles and possessives; a single name is a
person's surname where the document has a full name that ends in it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources

from spacy.tokens import Doc, Span, Token

from parley.model import Actor, ActorKind

from .countries import country_named
from .cues import quotation_act

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(resources.files(__package__).joinpath("people.toml").read_text("utf-8")).items()
}
OFFICES, GOVERNMENTS, PAPERS = _WORDS["offices"], _WORDS["governments"], _WORDS["papers"]
HEADINGS, TURNS = _WORDS["headings"], _WORDS["turns"]


@dataclass
class Person:
    """Somebody the document names. ``offices`` pairs an office with the code of its country, if told."""

    name: str
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    male: bool | None = None
    given: Actor | None = None
    """The process's own actor that this person is."""


@dataclass(frozen=True)
class Mention:
    """A person named at tokens ``first`` to ``last`` (exclusive)."""

    person: Person
    first: int
    last: int


def plain(words: str) -> str:
    """A name without line breaks, article or possessive ending, apostrophes straight."""
    words = re.sub(r"\s+", " ", words).strip(' \t\n"“”„«»`*_').replace("’", "'")
    words = re.sub(r"'s?$", "", words)
    return re.sub(r"^(?:the|The)\s+", "", words)


def surname(name: str) -> str:
    words = [word for word in name.split() if word.casefold() not in _WORDS["suffixes"]]
    return words[-1] if words else name


def find_persons(doc: Doc, given: Mapping[int, Actor] | None = None) -> tuple[list[Person], list[Mention]]:
    """All persons and their mentions in reading order.

    ``given`` are the tokens at which the process's own actors are named; persons among them count.
    """
    given = given or {}
    persons: dict[str, Person] = {}
    mentions: list[Mention] = []
    by_surname: dict[str, set[str]] = defaultdict(set)
    spans = [span for span in (*_name_spans(doc), *_overlooked(doc)) if given.keys().isdisjoint(_indices(span))]
    spans = [span for span in spans if not _is_whereabouts(span)]
    for span in spans:
        name = plain(span.text)
        if span.label_ == "PERSON" and len(span) > 1 and " " in name:
            by_surname[surname(name)].add(name)
    inside = {token.i for ent in doc.ents for token in ent}
    spans += [
        Span(doc, token.i, token.i + 1, label="PERSON")
        for token in doc
        if token.text in by_surname and token.i not in inside and token.pos_ == "PROPN" and token.i not in given
    ]
    for span in sorted((*spans, *_given_spans(doc, given)), key=lambda span: span.start):
        if own := given.get(span.start):
            person = persons.setdefault(own.name, Person(own.name, posts(own), given=own))
            mentions.append(Mention(person, span.start, span.end))
            _note_offices(person, span, given)
            continue
        name = plain(span.text)
        known = by_surname.get(surname(name), set())
        if " " not in name:
            if len(known) == 1:
                name = next(iter(known))
            elif known or span.label_ != "PERSON" or country_named(name):
                continue  # two persons share it, or it is no person's name
        elif span.label_ != "PERSON" and name not in known:
            continue
        person = persons.setdefault(name, Person(name))
        mentions.append(Mention(person, span.start, span.end))
        _note_offices(person, span, given)
    return list(persons.values()), mentions


def _indices(span: Span) -> range:
    return range(span.start, span.end)


def _given_spans(doc: Doc, given: Mapping[int, Actor]) -> Iterator[Span]:
    """The mentions of persons among the process's own actors."""
    start: int | None = None
    for i in sorted(i for i, actor in given.items() if actor.kind is ActorKind.PERSON):
        if start is None:
            start = i
        if given.get(i + 1) is not given[i]:
            yield Span(doc, start, i + 1, label="PERSON")
            start = None


def posts(actor: Actor) -> set[tuple[str, str | None]]:
    """The offices that the process tells of an actor: "foreign minister" of KES is minister there."""
    return {
        (word, affiliation.to)
        for affiliation in actor.affiliations
        for word in (affiliation.post or "").casefold().split()
        if word in OFFICES
    }


def _overlooked(doc: Doc) -> Iterator[Span]:
    """Two capitalised words that say something, at a sentence's start, where the pipeline saw no name."""
    for sentence in doc.sents:
        words = [token for token in sentence[:4] if not token.is_space and not token.is_quote][:3]
        if len(words) < 3 or any(token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for token in words[:2]):
            continue
        first, last, verb = words
        named = all(token.pos_ == "PROPN" and token.text.istitle() and token.is_alpha for token in (first, last))
        if named and verb.pos_ == "VERB" and quotation_act(verb.lemma_) and last.lower_ not in _WORDS["institutions"]:
            yield Span(doc, first.i, last.i + 1, label="PERSON")


def _is_whereabouts(span: Span) -> bool:
    """A single name after "in" or "at" is a place, whatever the pipeline takes it for."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return len(span) == 1 and before in ("in", "at", "near", "outside")


def _name_spans(doc: Doc) -> Iterator[Span]:
    """Names as the pipeline found them, cut at line breaks, without titles before them."""
    for ent in doc.ents:
        if ent.label_ not in ("PERSON", "ORG", "GPE", "NORP", "LOC", "PRODUCT", "WORK_OF_ART", "FAC"):
            continue
        start, end = ent.start, ent.end
        for token in ent:
            if token.is_space:
                end = token.i
                break
        while start < end - 1 and _is_title(doc[start]):
            start += 1
        while end > start and (doc[end - 1].text in ("'s", "’s", "'", "’") or doc[end - 1].is_punct):
            end -= 1
        if start < end:
            yield Span(doc, start, end, label=ent.label_)


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _WORDS["honorifics"]


def _note_offices(person: Person, span: Span, given: Mapping[int, Actor]) -> None:
    """Titles before the name and an apposition after it: offices, a country, "Mr" or "Ms"."""
    doc = span.doc
    i = span.start - 1
    words: list[Token] = []
    while i >= 0 and span.start - i <= 6 and (doc[i].pos_ in ("NOUN", "PROPN", "ADJ") or _is_title(doc[i])):
        if doc[i].is_space or (doc[i].is_sent_start and i != span.start - 1 and doc[i].is_space):
            break
        words.insert(0, doc[i])
        i -= 1
    titled = next((k for k in range(len(words) - 1, -1, -1) if words[k].lower_ in OFFICES), None)
    if titled is not None and titled == len(words) - 1:
        person.offices.add((words[titled].lower_, _country_of(words, given)))
    if words and (form := words[-1].lower_.rstrip(".")) in _WORDS["male"] | _WORDS["female"]:
        person.male = form in _WORDS["male"]
    for noun in span.root.children:
        if noun.dep_ == "appos" and noun.lower_ in OFFICES:
            person.offices.add((noun.lower_, _country_of(list(noun.subtree), given)))


def _country_of(words: list[Token], given: Mapping[int, Actor]) -> str | None:
    for word in words:
        own = given.get(word.i)
        if own is not None and own.kind is not ActorKind.PERSON:
            return own.id
        state = country_named(plain(word.text))
        if state is not None:
            return state.id
    return None
