"""Who is meant: from a mention in the text to an actor, and to nobody where the text leaves doubt."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from parley.model import Actor, ActorKind, Affiliation, Ref
from parley.text import slug

from .countries import country_named
from .mentions import GOVERNMENTS, OFFICES, PAPERS, TURNS, Mention, Person, find_persons, plain, posts
from .pipeline import text_of

_PERSONAL = {"he": True, "him": True, "his": True, "himself": True, "she": False, "her": False, "hers": False}
_PERSONAL |= {"herself": False}
_REACH = 3
"""A pronoun is followed back over this many sentences; further off is guessing."""


@dataclass(frozen=True)
class Resolved:
    """Whom a mention names, and a sentence of doubt where that rests on recency alone."""

    ref: Ref
    doubt: str | None = None


class Resolver:
    """Names of one document. The process's actors win over whatever the pipeline takes a word for.

    ``actors`` afterwards are the document's actors: those of the process keep their ids, states have
    ISO 3166 alpha-3 codes, persons and organisations an id made of their name. ``publisher`` is who
    issued the paper, in words: in a government's own paper "the minister" is that government's.
    """

    def __init__(self, doc: Doc, actors: Sequence[Actor] = (), publisher: str | None = None) -> None:
        self._doc, self._text = doc, text_of(doc)
        self._given = {actor.id: actor for actor in actors}
        self._aliases = {_key(name): actor for actor in actors for name in (actor.name, *actor.aliases)}
        self._claimed = self._find_given()
        self._persons, self._mentions = find_persons(doc, self._claimed)
        self._starts = [mention.first for mention in self._mentions]
        self._person_at = {i: mention.person for mention in self._mentions for i in range(mention.first, mention.last)}
        self._entity_at = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}
        self._sentence_starts = [sentence.start for sentence in doc.sents]
        self._home = self._state_of(publisher or "")
        self._found: dict[str, Actor] = {}
        for i in sorted({*self._claimed, *self._person_at, *self._entity_at}):
            self._named_at(doc[i])

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors named in the document, in the order of their first mention."""
        return tuple(self._found.values())

    def resolve(self, start: int, end: int) -> Ref | None:
        """The actor named by the code points ``start`` to ``end``; ``None`` where no words stand there.

        A reference with ``id`` ``None`` and the name as written is somebody whom nothing resolves.
        """
        resolved = self.resolve_with_doubt(start, end)
        return resolved.ref if resolved else None

    def resolve_with_doubt(self, start: int, end: int) -> Resolved | None:
        """As :meth:`resolve`, with what is unsure about it."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if span is None or not span.text.strip():
            return None
        written = re.sub(r"\s+", " ", self._text[start:end]).strip(' ,;:—–-"“”')
        unknown = Resolved(Ref(id=None, name=written))
        if actor := self._aliases.get(_key(written)):
            return Resolved(self._note(actor).ref)
        if state := country_named(plain(written)):  # "Downing Street", which the pipeline takes for no name
            return Resolved(self._note(self._given.get(state.id, state)).ref)
        head = span.root
        if any(child.dep_ == "conj" and child in span for child in head.children):
            return unknown  # several together: no one actor
        if head.lower_ in GOVERNMENTS and (government := self._government(span)) is not None:
            return government
        if actor := self._named_at(head):
            return Resolved(actor.ref)
        if head.lower_ in _PERSONAL:
            return self._pronoun(head, written) or unknown
        if head.lower_ in ("former", "latter"):
            return self._of_two(head) or unknown
        if head.lower_ == "it":
            return self._it(head, written) or unknown
        for child in head.children:
            if child.dep_ in ("appos", "compound", "nmod") and child in span and child.i in self._person_at:
                return Resolved(self._note_person(self._person_at[child.i]).ref)
        if head.lower_ in OFFICES and head.tag_ == "NN":
            return self._office(head, span, written) or unknown
        if head.lower_ in PAPERS and (author := self._author(head)) is not None:
            return author
        return unknown

    def name_at(self, index: int) -> Ref | None:
        """The actor that the token with this index names by itself, or ``None``."""
        actor = self._named_at(self._doc[index])
        return actor.ref if actor else None

    def _named_at(self, token: Token) -> Actor | None:
        if token.i in self._claimed:
            return self._note(self._claimed[token.i])
        if token.i in self._person_at:
            return self._note_person(self._person_at[token.i])
        ent = self._entity_at.get(token.i)
        name = plain(ent.text if ent else token.text)
        if ent is None and token.pos_ not in ("PROPN", "NOUN"):
            return None
        if state := country_named(name) or (country_named(plain(token.text)) if ent is None else None):
            return self._note(self._given.get(state.id, state))
        if ent is not None and ent.label_ == "ORG" and name and not ent.text.islower() and name.casefold() not in TURNS:
            return self._note(Actor(id=self._free_id(name), name=name, kind=ActorKind.ORGANISATION))
        return None

    def _note(self, actor: Actor) -> Actor:
        return self._found.setdefault(actor.id, actor)

    def _note_person(self, person: Person) -> Actor:
        if person.given is not None:
            return self._note(person.given)
        told = sorted((code, office) for office, code in person.offices if code)
        affiliations = tuple(Affiliation(to=code, post=office) for code, office in told)
        actor = Actor(id=self._free_id(person.name), name=person.name, kind=ActorKind.PERSON, affiliations=affiliations)
        return self._note(actor)

    def _free_id(self, name: str) -> str:
        """An id made of the name that no actor of the process has."""
        made = slug(name) or "unnamed"
        return f"{made}-named" if made in self._given else made

    def _find_given(self) -> dict[int, Actor]:
        """The tokens at which the process's own actors are named."""
        names = sorted((name for name in self._aliases if name), key=len, reverse=True)
        if not names:
            return {}
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_loosely, names)) + r")(?!\w)", re.IGNORECASE)
        claimed: dict[int, Actor] = {}
        for match in pattern.finditer(self._text):
            actor = self._aliases.get(_key(match.group()))
            span = self._doc.char_span(match.start(), match.end(), alignment_mode="expand") if actor else None
            if actor is not None and span is not None:
                claimed.update((token.i, actor) for token in span)
        return claimed

    def _pronoun(self, token: Token, written: str) -> Resolved | None:
        """The person named last, a grammatical subject before others, sentence by sentence backwards."""
        male = _PERSONAL[token.lower_]
        here = at = bisect.bisect_right(self._sentence_starts, token.i) - 1
        reach = _REACH
        while at >= 0 and reach:
            first = self._sentence_starts[at]
            last = token.i if at == here else self._sentence_starts[at + 1]
            found = [m for m in self._named_between(first, last) if m.person.male in (None, male)]
            subjects = [m for m in found if _is_subject(self._doc[m.last - 1])]
            names = Counter(mention.person.name for mention in (subjects or found))
            if len(names) > 1:
                return None
            if names:
                person = (subjects or found)[0].person
                others = {mention.person.name for mention in found} - {person.name}
                doubt = f"'{written}' is taken to be {person.name}, named just before." if others else None
                return Resolved(self._note_person(person).ref, doubt)
            at -= 1
            if not any(_PERSONAL.get(each.lower_) is male for each in self._doc[first:last]):
                reach -= 1  # where the same pronoun stands, the story is still of the same person
        return None

    def _named_between(self, first: int, last: int) -> list[Mention]:
        """The persons named from one token to another, and those meant there by their office."""
        low, high = bisect.bisect_left(self._starts, first), bisect.bisect_left(self._starts, last)
        found = self._mentions[low:high]
        if found:
            return found
        for token in self._doc[first:last]:
            if token.lower_ in OFFICES and token.tag_ == "NN" and token.i not in self._claimed:
                span = self._doc[token.left_edge.i : token.i + 1]
                meant = self._office(token, span, span.text)
                if meant is not None:
                    known = next((p for p in self._persons if p.name == meant.ref.name), None)
                    person = known or Person(meant.ref.name, given=self._given.get(meant.ref.id or ""))
                    found.append(Mention(person, token.i, token.i + 1))
        return found

    def _of_two(self, word: Token) -> Resolved | None:
        """ "The former", "the latter": of the two persons, else the two states, that the sentence before names."""
        here = bisect.bisect_right(self._sentence_starts, word.i) - 1
        for at in (here, here - 1):
            if at < 0:
                break
            last = word.i if at == here else self._sentence_starts[at + 1]
            named = [a for t in self._doc[self._sentence_starts[at] : last] if (a := self._named_at(t)) is not None]
            for persons in (True, False):
                two = list({a.id: a for a in named if (a.kind is ActorKind.PERSON) is persons}.values())
                if len(two) == 2:
                    return Resolved(two[word.lower_ == "latter"].ref)
        return None

    def _it(self, token: Token, written: str) -> Resolved | None:
        """The state or body that was the subject of the sentence before, where "it" is one itself."""
        here = bisect.bisect_right(self._sentence_starts, token.i) - 1
        if here < 1 or token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        before = self._doc[self._sentence_starts[here - 1] : self._sentence_starts[here]].root
        subject = next((child for child in before.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        actor = self._named_at(subject) if subject is not None else None
        if actor is None or actor.kind is ActorKind.PERSON:
            return None
        return Resolved(actor.ref, f"'{written}' is taken to be {actor.name}, named just before.")

    def _office(self, head: Token, span: Span, written: str) -> Resolved | None:
        """ "the president": the one person of the document who is called so, of that country if one is named."""
        if any(child.dep_ == "det" and child.lower_ in ("a", "an", "another", "one") for child in head.children):
            return None
        country = next((actor.id for token in span if (actor := self._state_at(token))), None)
        named = {
            (person.name, code): self._note_person(person)
            for person in self._persons
            for office, code in person.offices
            if office == head.lower_
        }
        known = {
            (actor.name, code): actor
            for actor in self._given.values()
            if actor.kind is ActorKind.PERSON
            for office, code in posts(actor)
            if office == head.lower_
        }
        for holders, whence in ((named, "here"), (known, "in this process")):
            fits = {name: each for (name, code), each in holders.items() if country in (None, code)}
            if country is None and len(fits) > 1:
                fits = {name: each for (name, code), each in holders.items() if code == self._home}
            if len(fits) == 1:
                ((name, actor),) = fits.items()
                doubt = None if country else f"'{written}' is taken to be {name}, the only one {whence} called so."
                return Resolved(self._note(actor).ref, doubt)
            if fits:
                return None
        return None

    def _state_at(self, token: Token) -> Actor | None:
        """The state or other party, no person, that a word within a phrase names ("the Kestrian minister")."""
        own = self._claimed.get(token.i)
        if own is not None:
            return own if own.kind is not ActorKind.PERSON else None
        return country_named(plain(token.text))

    def _state_of(self, publisher: str) -> str | None:
        """The one state that a publisher's name names ("Office of the President of Kestria")."""
        names = [*(name for name, actor in self._aliases.items() if actor.kind is ActorKind.STATE)]
        text = publisher.casefold()
        found = {self._aliases[n].id for n in names if re.search(rf"(?<!\w){re.escape(n.casefold())}(?!\w)", text)}
        return found.pop() if len(found) == 1 else None

    def speaks_for(self, ref: Ref, token: Token) -> bool:
        """Whether a word names ``ref`` itself, or whom it belongs to: a minister says what her state demands."""
        actor, named = self._found.get(ref.id or ""), self._named_at(token)
        seen: set[str] = set()
        while actor is not None and named is not None and actor.id not in seen:
            if actor.id == named.id:
                return True
            seen.add(actor.id)
            above = actor.affiliations[0].to if actor.affiliations else None
            actor = next((a for a in (*self._given.values(), *self._found.values()) if above in (a.id, a.name)), None)
        return False

    def _author(self, paper: Token) -> Resolved | None:
        """ "a letter from X", "X's statement": the words are X's."""
        for child in paper.children:
            if child.dep_ == "poss" and child.lower_ not in _PERSONAL:
                return self.resolve_with_doubt(*_extent(child))
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
                for named in child.children:
                    if named.dep_ == "pobj":
                        return self.resolve_with_doubt(*_extent(named))
        return None

    def _government(self, span: Span) -> Resolved | None:
        states = {actor.id: actor for token in span if (actor := self._named_at(token)) and token != span.root}
        (found,) = states.values() if len(states) == 1 else (None,)
        home = self._given.get(self._home or "")
        if not states and home is not None and len(span) == 2 and span[0].lower_ == "the":
            return Resolved(
                self._note(home).ref, f"'{span.text}' is taken to be that of {home.name}, whose paper it is."
            )
        return Resolved(found.ref) if found and found.kind is ActorKind.STATE else None


def _is_subject(token: Token) -> bool:
    """A grammatical subject, or one of several joined with "and"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def _extent(head: Token) -> tuple[int, int]:
    """Code points of a name and what stands before it, without what follows."""
    words = [token for token in head.subtree if token.i <= head.i]
    return words[0].idx, head.idx + len(head.text)


def _key(name: str) -> str:
    """A name for comparing: case does not count, but for short capitals ("US" is not "us")."""
    name = plain(name)
    return name if len(name) <= 3 and name.isupper() else name.casefold()


def _loosely(name: str) -> str:
    """A pattern for the name over line breaks and either apostrophe."""
    return re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")
