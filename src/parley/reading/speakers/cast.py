"""Everybody whom one document names outright, by token: actors of the process, persons, states, organisations."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.model import Actor, ActorKind, Affiliation, Ref
from parley.text import slug

from ..tokens import Doc, Token
from .bodies import Body, find_bodies
from .countries import country_named
from .mentions import Mention, Person, find_people, plain
from .names import folded, people_words, unaccented


@dataclass(frozen=True)
class Resolved:
    """Whom a mention names, and a sentence of doubt where that rests on recency alone."""

    ref: Ref
    doubt: str | None = None


Meant = Callable[[Token], Resolved | None]
"""Whom a noun names or describes."""


class Cast:
    """The process's actors win over whatever the pipeline takes a word for.

    States have ISO 3166 alpha-3 codes, persons and organisations an id made of their name.
    """

    def __init__(self, doc: Doc, actors: Sequence[Actor], publisher: str | None) -> None:
        self.doc, self.text = doc, doc.text
        self.given = {actor.id: actor for actor in actors}
        self._aliases = {_key(name): actor for actor in actors for name in (actor.name, *actor.aliases)}
        self.claimed = self._find_given()
        people = find_people(doc, self.claimed, actors)
        self.persons, self.mentions, self.shared = people.persons, people.mentions, people.shared
        self.known_persons = people.given
        self._starts = [mention.first for mention in self.mentions]
        self.person_at = {i: mention.person for mention in self.mentions for i in range(mention.first, mention.last)}
        self._body_at = find_bodies(doc, self.claimed, {*self.person_at, *self.shared})
        self._entity_at = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}
        self.sentence_starts = list(_sentence_starts(doc))
        self.home = self._actor_of(publisher or "") or self._actor_of(_heading_body(self.text))
        """Whose paper it is: the state or body that publishes it, or by whose ministry its heading says it is."""
        self._found: dict[str, Actor] = {}
        self._sides: dict[int, Actor | None] = {}
        self._ids: dict[str, str] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """In the order of their first mention."""
        return tuple(self._found.values())

    def with_id(self, id: str | None) -> Actor | None:
        """The actor named so far who has this id."""
        return self._found.get(id or "")

    def note_all(self) -> None:
        """Everybody named, entered in reading order."""
        for i in sorted({*self.claimed, *self.person_at, *self._body_at, *self._entity_at}):
            self.at(self.doc[i])

    def called(self, written: str) -> Actor | None:
        """The actor of the process, or the state, that has just this name."""
        if actor := self._aliases.get(_key(written)):
            return self.note(actor)
        state = country_named(plain(written))  # "Downing Street", which the pipeline takes for no name
        return self.note(self.given.get(state.id, state)) if state else None

    def at(self, token: Token) -> Actor | None:
        """The actor that this token names by itself."""
        if self._is_plain(token):
            return None
        if token.i in self.claimed:
            return self.note(self.claimed[token.i])
        if token.i in self.person_at:
            return self.note_person(self.person_at[token.i])
        if token.i in self.shared:
            return None
        ent = self._entity_at.get(token.i)
        if ent is None and token.pos_ not in ("PROPN", "NOUN", "ADJ") and token.i not in self._body_at:
            return None
        name = plain(ent.text if ent else token.text)
        if state := country_named(name) or (country_named(plain(token.text)) if ent is None else None):
            return self.note(self.given.get(state.id, state))
        body = self._body_at.get(token.i)
        return self._note_body(body) if body is not None else None

    def _is_plain(self, token: Token) -> bool:
        """Whether a word is in small letters, as no country's name is, and part of no name found here, as most are."""
        i = token.i
        named = i in self.claimed or i in self.person_at or i in self._entity_at or i in self._body_at
        return token.text == token.lower_ and not named

    def note(self, actor: Actor) -> Actor:
        return self._found.setdefault(actor.id, actor)

    def note_person(self, person: Person) -> Actor:
        """The person as an actor, with the affiliations known so far."""
        if person.given is not None:
            return self.note(person.given)
        told = sorted({(title.of, title.post) for title in person.titles if title.of})
        affiliations = tuple(Affiliation(to=of, post=post or None) for of, post in told)
        id = self._free_id(person.name)
        known = self._found.get(id)
        if known is None or (known.kind is ActorKind.PERSON and known.affiliations != affiliations):
            actor = Actor(id=id, name=person.name, kind=ActorKind.PERSON, affiliations=affiliations)
            self._found[id] = actor
            return actor
        return known

    def _note_body(self, body: Body) -> Actor:
        if body.given is not None:
            return self.note(body.given)
        id = self._free_id(body.name)
        return self._found.get(id) or self.note(Actor(id=id, name=body.name, kind=ActorKind.ORGANISATION))

    def _free_id(self, name: str) -> str:
        """An id made of the name that no actor of the process has."""
        if name not in self._ids:
            made = slug(name) or "unnamed"
            self._ids[name] = f"{made}-named" if made in self.given else made
        return self._ids[name]

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions of persons from one token to another."""
        return self.mentions[bisect.bisect_left(self._starts, first) : bisect.bisect_left(self._starts, last)]

    def sentence_of(self, token: Token) -> int:
        """The number of the sentence in which a token stands."""
        return bisect.bisect_right(self.sentence_starts, token.i) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First token of a sentence, and the one after its last."""
        ends = self.sentence_starts[sentence + 1 : sentence + 2]
        return self.sentence_starts[sentence], ends[0] if ends else len(self.doc)

    def side_named(self, token: Token) -> Actor | None:
        """The state, body or other party, no person, that a word within a phrase names ("the Kestrian minister")."""
        if self._is_plain(token):
            return None
        if token.i not in self._sides:
            actor = self.at(token) or country_named(plain(token.text))
            named = actor is not None and actor.kind is not ActorKind.PERSON
            self._sides[token.i] = self.note(self.given.get(actor.id, actor)) if actor is not None and named else None
        return self._sides[token.i]

    @cached_property
    def sides(self) -> tuple[tuple[int, Actor], ...]:
        """States, armed groups and parties, each with the index of the token that first names it."""
        first: dict[str, tuple[int, Actor]] = {}
        for token in self.doc:
            actor = self.side_named(token)
            if actor is not None and is_side(actor):
                first.setdefault(actor.id, (token.i, actor))
        return tuple(first.values())

    def above(self, actor: Actor) -> Actor | None:
        """To whom an actor belongs."""
        if not actor.affiliations:
            return None
        to = actor.affiliations[0].to
        return next(
            (each for each in (*self.given.values(), *self._found.values()) if to in (each.id, each.name)), None
        )

    def _find_given(self) -> dict[int, Actor]:
        """The tokens at which the process's own actors are named."""
        names = sorted((name for name in self._aliases if name), key=len, reverse=True)
        if not names:
            return {}
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_loosely, names)) + r")(?!\w)", re.IGNORECASE)
        claimed: dict[int, Actor] = {}
        for match in pattern.finditer(unaccented(self.text)):
            actor = self._aliases.get(_key(match.group()))
            span = self.doc.char_span(match.start(), match.end(), alignment_mode="expand") if actor else None
            if actor is not None and span is not None:
                claimed.update((token.i, actor) for token in span)
        return claimed

    def _actor_of(self, publisher: str) -> Actor | None:
        """The one state or body that a publisher's name names ("Office of the President of Kestria")."""
        text = folded(publisher)
        kinds = (ActorKind.STATE, ActorKind.BODY, ActorKind.ARMED_GROUP)
        found = {
            actor.id: actor
            for name, actor in self._aliases.items()
            if actor.kind in kinds and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text)
        }
        return next(iter(found.values())) if len(found) == 1 else None


_HEADING = re.compile(
    r"(?i)\W*(?:press\s+|official\s+|joint\s+)?(?:statement|communiqu[eé]|declaration|press\s+release|message|note"
    r"|read-?out)\s+(?:by|from|of)\s+(.+)"
)
_TAIL = re.compile(r"(?i)\s(?:on|about|regarding|concerning|to|at|after|following)\s|[,;:(]")
_FIRST_LINES = 6


def _heading_body(text: str) -> str:
    """ "Statement by the Ministry of Foreign Affairs of Kestria", in the first lines: the words that say by whom;
    nothing unless a government, or an office in one, is among them."""
    for line in [each for each in text[:2000].splitlines() if each.strip()][:_FIRST_LINES]:
        if (match := _HEADING.fullmatch(line.strip())) is not None:
            named = _TAIL.split(match[1], maxsplit=1)[0]
            words = set(re.findall(r"\w+", named.casefold()))
            return "" if words.isdisjoint(people_words("governments") | people_words("offices")) else named
    return ""


def is_channel(actor: Actor) -> bool:
    """Whether an actor is where people post: "on its Telegram channel, the group said" tells of no group Telegram."""
    return actor.name.casefold() in people_words("channels")


def is_side(actor: Actor) -> bool:
    """Whether an actor may be one of "both sides"."""
    return actor.is_party or actor.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP)


def _key(name: str) -> str:
    """A name for comparing: case and accents don't count, but for short capitals ("US" is not "us")."""
    name = unaccented(plain(name))
    return name if len(name) <= 3 and name.isupper() else name.casefold()


def _loosely(name: str) -> str:
    """A pattern for the name over line breaks and either apostrophe."""
    return re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")


def _sentence_starts(doc: Doc) -> Iterator[int]:
    """Where sentences begin; the number of a paragraph ("3.") is part of the sentence after it."""
    numbered: int | None = None
    for sentence in doc.sents:
        start = sentence.start if numbered is None else numbered
        if len(sentence) <= _NUMBER and not any(map(str.isalpha, sentence.text)):
            numbered = start
        else:
            yield start
            numbered = None
    if numbered is not None:
        yield numbered


_NUMBER = 4
