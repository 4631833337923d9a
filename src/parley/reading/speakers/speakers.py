"""Who is meant: from a mention in the text to an actor, and to nobody where the text leaves doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parley.model import Actor, ActorKind, Ref

from ..grammar import own_subject
from ..tokens import Doc, Span, Token
from .authors import Authors
from .cast import Cast, Resolved
from .described import Described
from .descriptions import OFFICES, OFFICIALS, describe
from .groups import group
from .mentions import PAPERS, Person
from .names import UNSEEN, folded, surname
from .pronouns import PRONOUNS, Pronouns

__all__ = ["Resolved", "Resolver"]


class Resolver:
    """Names of one document.

    ``actors`` afterwards are the document's actors: those of the process keep their ids, states have
    ISO 3166 alpha-3 codes, persons and organisations an id made of their name. ``publisher`` is who
    issued the paper, in words: in a government's own paper "the minister" is that government's.
    """

    def __init__(self, doc: Doc, actors: Sequence[Actor] = (), publisher: str | None = None) -> None:
        self._doc = doc
        self._cast = Cast(doc, actors, publisher)
        self._open: set[int] = set()
        self._meant: dict[int, Resolved | None] = {}
        self._resolved: dict[tuple[int, int], Resolved | None] = {}
        self._pronouns: Pronouns | None = None
        self._authors = Authors(self._cast)
        self._described = Described(self._cast, self._word, self._authors)
        self._pronouns = Pronouns(self._cast, self._word)
        self._meant.clear()  # what was asked before all pronouns were known
        self._described.note_titles()
        self._meant.clear()
        self._cast.note_all()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors named in the document, in the order of their first mention."""
        return self._cast.actors

    def actor(self, ref: Ref) -> Actor | None:
        """The actor named so far whom ``ref`` means, if it has an id."""
        return self._cast.with_id(ref.id)

    def resolve(self, start: int, end: int) -> Ref | None:
        """The actor named by the code points ``start`` to ``end``; ``None`` where no words stand there.

        A reference with ``id`` ``None`` and the name as written is somebody whom nothing resolves.
        """
        resolved = self.resolve_with_doubt(start, end)
        return resolved.ref if resolved else None

    def resolve_with_doubt(self, start: int, end: int, teller: Ref | None = None) -> Resolved | None:
        """As :meth:`resolve`, with what is unsure about it; ``teller`` is in whose quoted words they stand."""
        if teller is not None:
            return self._find(start, end, teller)
        if (start, end) not in self._resolved:  # events and meetings ask for the same words many times
            self._resolved[start, end] = self._find(start, end, None)
        return self._resolved[start, end]

    def _find(self, start: int, end: int, teller: Ref | None) -> Resolved | None:
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if span is None or not span.text.strip():
            return None
        written = re.sub(r"\s+", " ", self._cast.text[start:end].translate(UNSEEN)).strip(' ,;:—–-"“”')
        if not any(map(str.isalnum, written)):
            return None
        head = span.root
        if (citizen := self._described.citizen(head)) is not None and len(span) <= 3:
            return citizen
        person = head.i in self._cast.person_at  # "Dane accused them", of a Mira Dane told of before
        if not person and (actor := self._cast.called(written)):
            return Resolved(actor.ref)
        several = _but_not([head, *_joined(head, span)], span)
        if len(several) > 1:
            return group(written, [self._word(each) or Resolved(_as_written(each, span)) for each in several])
        resolved = self._described.of_teller(head, teller) if teller is not None else None
        resolved = resolved or self._word(several[-1]) or self._named_beside(head, span)
        if resolved is None:
            return Resolved(Ref(id=None, name=written))
        if resolved.ref.id is None:
            return Resolved(resolved.ref.replace(name=written), resolved.doubt)
        return resolved

    def author(self, several: bool) -> Resolved | None:
        """Who says "I" (``several``: "we") in the paper itself: whose name stands under or over it, whose it is."""
        word = "We" if several else "I"
        if several and (home := self._cast.home) is not None:
            return Resolved(self._cast.note(home).ref, f"'{word}' is taken to be {home.name}, whose paper it is.")
        if (writer := self._authors.writer) is None:
            return None
        signed = self._cast.note_person(writer).ref
        return Resolved(signed, f"'{word}' is taken to be {signed.name}, whose name the paper bears.")

    @property
    def recipient(self) -> Ref | None:
        """To whom the paper itself is written, if it is a signed letter."""
        return self._authors.recipient

    def in_turn(self, start: int, end: int) -> Resolved | None:
        """Who takes a turn of a transcript: as :meth:`resolve_with_doubt`, and whom its heading has in that office."""
        resolved = self.resolve_with_doubt(start, end)
        if resolved is not None and resolved.ref.id is not None:
            return resolved
        alone = folded(self._cast.text[start:end].strip())
        named = [person for person in self._cast.persons if folded(surname(person.name)) == alone]
        if len(named) == 1:
            return Resolved(self._cast.note_person(named[0]).ref)  # "TESK:", who is Mr. Tesk elsewhere
        person = self._authors.in_office(start, end)
        if person is None:
            return resolved
        ref = self._cast.note_person(person).ref
        return Resolved(ref, f"'{self._cast.text[start:end]}' is taken to be {ref.name}, whom the heading calls so.")

    def speaks_for(self, ref: Ref, token: Token) -> bool:
        """Whether a word names ``ref`` itself, or whom it belongs to: a minister says what her state demands."""
        actor = self._cast.with_id(ref.id or ref.of)
        named = self._cast.at(token)
        seen: set[str] = set()
        while actor is not None and named is not None and actor.id not in seen:
            if actor.id == named.id:
                return True
            seen.add(actor.id)
            actor = self._cast.above(actor)
        return False

    # ---- one noun or pronoun

    def _word(self, token: Token) -> Resolved | None:
        """Whom a noun, a name or a pronoun means; each is looked for once."""
        if token.i not in self._meant:
            if token.i in self._open:
                return None  # it would be explained by itself
            self._open.add(token.i)
            self._meant[token.i] = self._look(token)
            self._open.discard(token.i)
        return self._meant[token.i]

    def _look(self, token: Token) -> Resolved | None:
        if token.lower_ in PRONOUNS:
            return self._pronouns.resolve(token) if self._pronouns is not None else None
        if token.lower_ in ("former", "latter"):
            return self._of_two(token)
        if (citizen := self._described.citizen(token)) is not None:
            return citizen
        if (office := self._described.institution(token)) is not None:
            return office
        if actor := self._cast.at(token):
            return Resolved(actor.ref, self._doubt_of_namesake(token, actor))
        if (person := self._person_beside(token)) is not None:
            return person
        if token.lower_ in PAPERS or token.lower_ in ("reply", "answer", "response"):
            return self._author_of(token)
        return self._described.resolve(token)

    def _person_beside(self, token: Token) -> Resolved | None:
        """ "Its spokesman, Karim Noll": the name that stands in apposition; of several all that do."""
        if token.tag_ in ("NNS", "NNPS"):
            beside = [t for child in token.children if child.dep_ == "appos" for t in child.subtree]
            named = {person.name: person for t in beside if (person := self._cast.person_at.get(t.i)) is not None}
            persons = [Resolved(self._cast.note_person(person).ref) for person in named.values()]
            return group(token.text, persons) if len(persons) > 1 else None
        if token.dep_ != "appos" and (person := self._person_behind(token)) is not None:
            return Resolved(self._cast.note_person(person).ref)
        if token.dep_ == "appos" and token.lower_ in OFFICIALS - OFFICES and token.head.i in self._cast.person_at:
            return Resolved(self._cast.note_person(self._cast.person_at[token.head.i]).ref)  # "Thorne, a diplomat"
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod") and child.i in self._cast.person_at:
                return Resolved(self._cast.note_person(self._cast.person_at[child.i]).ref)
        return None

    def _person_behind(self, token: Token) -> Person | None:
        """ "A senior official of the Front, Basim Orad,": the name between commas after whose official it is."""
        if token.lower_ not in OFFICES | OFFICIALS or token.tag_ not in ("NN", "NNP"):
            return None
        if token.i + 1 >= len(self._doc) or self._doc[token.i + 1].lower_ not in (
            "of",
            "for",
            "from",
            "at",
            "in",
            "to",
        ):
            return None
        comma = next(
            (t for t in self._doc[token.i + 2 : token.i + 10] if t.is_punct or t.pos_ in ("VERB", "AUX")), None
        )
        if comma is None or comma.text != "," or comma.i + 1 not in self._cast.person_at:
            return None
        (mention, *_) = self._cast.between(comma.i + 1, comma.i + 2) or (None,)
        if mention is None or mention.last >= len(self._doc) or self._doc[mention.last].text != ",":
            return None
        return mention.person

    def _named_beside(self, head: Token, span: Span) -> Resolved | None:
        """The one person named within words of which the parser made something else ("ENVOY LUNDE")."""
        named = {
            person.name: person
            for i in range(span.start, span.end)
            if (person := self._cast.person_at.get(i)) and not _is_addressed(self._doc[i], head)
        }
        if len(named) == 1 and not describe(head).possessors:
            return Resolved(self._cast.note_person(next(iter(named.values()))).ref)
        return None

    def _doubt_of_namesake(self, token: Token, actor: Actor) -> str | None:
        """Where only a surname stands for somebody whom the process knows and this paper never names in full."""
        person = self._cast.person_at.get(token.i)
        if person is None or person.given is None or token.i in self._cast.claimed:
            return None
        full = any(claimed.id == actor.id for claimed in self._cast.claimed.values())
        return None if full else f"'{token.text}' is taken to be {actor.name}, whom the process knows by that name."

    def _of_two(self, word: Token) -> Resolved | None:
        """ "The former", "the latter": of the two persons, else the two states, that the sentence before names."""
        here = self._cast.sentence_of(word)
        for at in (here, here - 1):
            if at < 0:
                break
            first, last = self._cast.bounds(at)
            named = [a for t in self._doc[first : word.i if at == here else last] if (a := self._cast.at(t))]
            for persons in (True, False):
                two = list({a.id: a for a in named if (a.kind is ActorKind.PERSON) is persons}.values())
                if len(two) == 2:
                    return Resolved(two[word.lower_ == "latter"].ref)
        before = self._cast.bounds(here - 2)[0] if here > 1 else 0
        two = list({a.id: a for t in self._doc[before : word.i] if (a := self._cast.at(t))}.values())
        return Resolved(two[word.lower_ == "latter"].ref) if len(two) == 2 else None

    def _author_of(self, paper: Token) -> Resolved | None:
        """ "A letter from X", "X's statement", "in a letter, X said ... The letter said": the words are X's."""
        for owner in describe(paper).possessors:
            if owner.lower_ == "your" and (reader := self.recipient) is not None:
                return Resolved(
                    reader, f"'{owner.text}' is taken to be {reader.name}'s, to whom the letter is written."
                )
            return self._word(owner)
        for child in paper.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
                for named in child.children:
                    if named.dep_ == "pobj":
                        return self._word(named)
        return self._author_told(paper)

    def _author_told(self, paper: Token) -> Resolved | None:
        """ "In a letter to the Council, Kestria said ...": whose the letter of that sentence was."""
        at = self._cast.sentence_of(paper)
        for sentence in range(at - 1, max(-1, at - 4), -1):
            first, last = self._cast.bounds(sentence)
            for token in self._doc[first:last]:
                if token.lower_ == paper.lower_ and token.dep_ == "pobj" and token.head.lower_ == "in":
                    verb = token.head.head
                    subject = own_subject(verb)
                    return self._word(subject) if subject is not None else None
        return None


def _is_addressed(name: Token, head: Token) -> bool:
    """ "A draft sent to President Vask", "a book about her", "the convoy carrying her": to whom or with whom something
    is done, these are not the words of."""
    between = [each for each in name.ancestors if head.i < each.i]
    led_to = ("to", "for", "about", "on", "against", "with", "of")
    return any((each.dep_ == "prep" and each.lower_ in led_to) or each.dep_ in ("acl", "relcl") for each in between)


def _joined(head: Token, span: Span) -> list[Token]:
    found = []
    for child in head.children:
        if child.dep_ == "conj" and span.start <= child.i < span.end:
            found += [child, *_joined(child, span)]
    return found


def _but_not(several: list[Token], span: Span) -> list[Token]:
    """ "Not Kestria but Orlavia": only the other has spoken."""
    if len(several) != 2 or span[0].lower_ != "not":
        return several
    return several[1:] if any(t.lower_ == "but" for t in span.doc[several[0].i : several[1].i]) else several


def _as_written(token: Token, span: Span) -> Ref:
    words: Iterable[Token] = (t for t in token.subtree if t.i <= token.i and span.start <= t.i)
    return Ref(id=None, name="".join(t.text_with_ws for t in words).strip() or token.text)
