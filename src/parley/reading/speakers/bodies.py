"""Organisations by the names that a paper gives them: the full one, letters in brackets, and short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.model import Actor, ActorKind

from ..concordance import concordance, tokens_of
from ..tokens import Doc, Span, Token
from .countries import country_named
from .mentions import OFFICES, TURNS, plain
from .names import folded, people_words

_INSTITUTIONS = people_words("institutions")
_OWNED = people_words("governments")
_NAMING = _INSTITUTIONS - _OWNED
_PLURALS = frozenset({"delegations", "heads", "leaders", "participants", "parties", "secretaries", "sides"})
_LETTERS = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]s?")
_OPENING = frozenset({"("})
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "&", "de", "des", "der"})


@dataclass(frozen=True)
class Body:
    """An organisation: its name as first written, or the process's own actor."""

    name: str
    given: Actor | None = None


def find_bodies(doc: Doc, claimed: Mapping[int, Actor], persons: Iterable[int]) -> dict[int, Body]:
    """The organisations named at each token, those by short names included.

    "The Road Safety Council (RSC)" makes RSC that council wherever it stands. "The council" is the one body
    here whose name ends so; where two do it is nobody. ``claimed`` are the process's own actors by token,
    ``persons`` the tokens that name persons.
    """
    taken = {*persons, *(i for i, actor in claimed.items() if actor.kind is not ActorKind.STATE)}
    named: dict[int, Body] = {}
    bodies: dict[str, Body] = {}
    for actor in claimed.values():
        if " " in actor.name:
            bodies.setdefault(folded(actor.name), Body(actor.name, actor))
    short: dict[str, Body] = {}
    for span in sorted((*_introduced(doc), *_entities(doc), *_runs(doc)), key=lambda span: (span.start, -len(span))):
        name = plain(span.text)
        is_states_own = span[-1].lower_ in _OWNED and any(i in claimed for i in range(span.start, span.end))
        if (
            not is_states_own
            and " " in name
            and span.end - 1 not in claimed
            and not _is_holders(span)
            and taken.isdisjoint(range(span.start, span.end))
            and not country_named(name)
        ):
            body = bodies.setdefault(folded(name), Body(name))
            named.update((i, body) for i in range(span.start, span.end))
            taken.update(range(span.start, span.end))
    for letters, span in _acronyms(doc):
        holder = named.get(span.end - 1) or _given_at(claimed, span.end - 1)
        if holder is not None:
            short.setdefault(letters, holder)
    last = _by_last_word(bodies.values())
    alone = {ent.start for ent in doc.ents if ent.label_ == "ORG" and len(ent) == 1}
    forms = {word.lower() for word in short} | last.keys()
    for token in (doc[i] for i in sorted(alone.union(concordance(doc).places(forms=forms)))):
        if token.i in taken or token.i in claimed:
            continue
        found = short.get(token.text) or (last.get(token.lower_) if _stands_for_a_name(token) else None)
        if found is not None:
            named[token.i] = found
        elif token.i in alone and not _is_office(token) and not (token.tag_ == "NNS" and token.is_sent_start):
            word = plain(token.text)
            if word and word[0].isupper() and word.casefold() not in TURNS and token.lower_ not in _INSTITUTIONS:
                named[token.i] = bodies.setdefault(folded(word), Body(word))
    return named


def _is_office(token: Token) -> bool:
    """ "The Chair", "the Ministers", "the Parties", as communiqués and minutes write them: no body of that name."""
    word = token.lower_
    return word in OFFICES or word in _PLURALS or word.removesuffix("s") in OFFICES


def _is_holders(span: Span) -> bool:
    """ "Ministers of Foreign Affairs": several who hold an office, and no body of that name."""
    end = next((token.i for token in span if token.lower_ in _SMALL), span.end)
    word = span.doc[max(span.start, end - 1)].lower_
    return word.endswith("s") and (word in _PLURALS or word.removesuffix("s") in OFFICES)


def _given_at(claimed: Mapping[int, Actor], i: int) -> Body | None:
    actor = claimed.get(i)
    return Body(actor.name, actor) if actor is not None else None


def _entities(doc: Doc) -> Iterable[Span]:
    """What the pipeline takes for organisations, by names of several words, without an article or brackets."""
    for ent in doc.ents:
        if ent.label_ == "ORG" and not ent.text.islower():
            start, end = ent.start, ent.end
            while start < end and (doc[start].lower_ == "the" or doc[start].is_space):
                start += 1
            while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
                end -= 1
            if start < end:
                yield doc[start:end]


def _runs(doc: Doc) -> Iterable[Span]:
    """Capitalised words that end in a word for an institution: "the Valley Relief Council"."""
    for token in tokens_of(doc, forms=_NAMING):
        if not token.text[:1].isupper():
            continue
        start = token.i
        while start > 0 and not doc[start].is_sent_start and _is_capital(doc[start - 1]):
            start -= 1
        if start < token.i and token.i - start < 6 and not (token.i + 1 < len(doc) and _is_capital(doc[token.i + 1])):
            yield doc[start : token.i + 1]


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and token.lower_ not in ("the", "a", "an")


def _acronyms(doc: Doc) -> Iterable[tuple[str, Span]]:
    """Capital letters in brackets, and the words before them whose initials they are."""
    for before in concordance(doc).places(forms=_OPENING):
        if before + 2 >= len(doc) or doc[before + 2].text != ")":
            continue
        token = doc[before + 1]
        if _LETTERS.fullmatch(token.text) and (span := _spelt_out(token)) is not None:
            yield token.text, span


def _introduced(doc: Doc) -> Iterable[Span]:
    return (span for _, span in _acronyms(doc))


def _spelt_out(letters: Token) -> Span | None:
    """The words before the bracket that begin with its letters, small words passed over."""
    wanted = [letter for letter in letters.text.rstrip("s") if letter.isupper()]
    i = letters.i - 2
    end = i + 1
    while i >= 0 and wanted and end - i < 12:
        token = letters.doc[i]
        if token.text[:1].upper() == wanted[-1]:
            wanted.pop()
        elif token.lower_ not in _SMALL and token.tag_ != "POS":
            return None
        i -= 1
    return letters.doc[i + 1 : end] if not wanted else None


def _by_last_word(bodies: Iterable[Body]) -> dict[str, Body]:
    """The bodies by the last word of their names, where one alone ends so."""
    ends: dict[str, set[Body]] = {}
    for body in bodies:
        ends.setdefault(body.name.split()[-1].casefold(), set()).add(body)
    return {word: next(iter(found)) for word, found in ends.items() if len(found) == 1 and word in _INSTITUTIONS}


def _stands_for_a_name(token: Token) -> bool:
    """ "The council", "the Front", with nothing between: not "the city council"."""
    return token.i > 0 and token.doc[token.i - 1].lower_ == "the" and token.tag_ in ("NN", "NNP")
