"""The persons whom a document names: their mentions, titles and countries, gathered once.

Full names come from ``full_names``; a single name is a person's surname where the document, or the process, has
one person of that name. Spellings of one name are one person.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model import Actor, ActorKind

from ..concordance import concordance
from ..tokens import Doc, Span, Token
from .countries import country_named
from .descriptions import Description, describe, titled
from .full_names import find_names, form_before, is_one_name, is_whereabouts, is_word, office_before_comma
from .names import UNSEEN, as_name, folded, is_male, people_words, spelling, surname

OFFICES, PAPERS = people_words("offices"), people_words("papers")
HEADINGS, TURNS = people_words("headings"), people_words("turns")
_HONORIFICS, _ABBREVIATED = people_words("honorifics"), people_words("abbreviated")
_PARTICLES = people_words("particles")
_HIS, _HERS = people_words("male"), people_words("female")


@dataclass(frozen=True)
class Title:
    """An office that the text, or the process, gives to somebody: "foreign minister" of KES."""

    role: str
    words: frozenset[str]
    of: str | None = None
    post: str = field(default="", compare=False)
    """As the text has it, in small letters."""


@dataclass
class Person:
    """Somebody the document names. ``described`` are its titles and appositions, whose owners are found later."""

    name: str
    titles: set[Title] = field(default_factory=set)
    described: list[Description] = field(default_factory=list)
    male: bool | None = None
    given: Actor | None = None
    """The process's own actor that this person is."""


@dataclass(frozen=True)
class Mention:
    """A person named at tokens ``first`` to ``last`` (exclusive)."""

    person: Person
    first: int
    last: int


@dataclass(frozen=True)
class People:
    """All persons, their mentions in reading order, and the tokens of names that several share."""

    persons: list[Person]
    mentions: list[Mention]
    shared: frozenset[int]
    given: list[Person]
    """The persons of the process, named here or not."""


@functools.lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """A name without line breaks, marks of direction, article or possessive ending, apostrophes straight."""
    words = " ".join(words.translate(UNSEEN).split()).strip(' "“”„«»`*_').replace("’", "'")
    words = words.removesuffix("'s") if words.endswith("'s") else words.removesuffix("'")
    return words[4:].lstrip() if words.startswith(("the ", "The ")) else words


def find_people(doc: Doc, claimed: Mapping[int, Actor], given: Sequence[Actor] = ()) -> People:
    """The persons named in a document.

    ``claimed`` are the tokens at which the process's own actors are named; ``given`` are those actors, of
    whom persons are known by their surnames too.
    """
    return _Census(doc, claimed, given).taken()


def titles_given(actor: Actor) -> set[Title]:
    """The offices that the process tells of an actor: "foreign minister" of KES is minister there."""
    found = set()
    for affiliation in actor.affiliations:
        words = (affiliation.post or "").casefold().split()
        role = next((word for word in reversed(words) if word in OFFICES), None)
        if role is not None:
            role = "premier" if role == "minister" and "prime" in words else role
            found.add(Title(role, frozenset(words), affiliation.to, " ".join(words)))
    return found


class _Census:
    def __init__(self, doc: Doc, claimed: Mapping[int, Actor], given: Sequence[Actor]) -> None:
        self._doc, self._claimed = doc, claimed
        self._by_name: dict[str, Person] = {}
        self._by_surname: dict[str, dict[str, Person]] = defaultdict(dict)
        self._by_sound: dict[str, dict[str, Person]] = defaultdict(dict)
        self._given: list[Person] = []
        for actor in given:
            if actor.kind is ActorKind.PERSON:
                person = Person(actor.name, titles_given(actor), male=is_male(actor.name), given=actor)
                self._given.append(person)
                for name in (actor.name, *actor.aliases):
                    self._enter(name, person)

    def taken(self) -> People:
        spans = _longest([s for s in find_names(self._doc) if self._is_free(s) and not is_whereabouts(s)])
        names = (as_name(plain(span.text)) for span in spans if span.label_ == "PERSON")
        full = [name for name in dict.fromkeys(names) if " " in name]
        for name in sorted(full, key=_is_particled):  # "bin Rashwan" after "Khalid bin Rashwan"
            bearers = self._with_surname(name)
            if _key(name) not in self._by_name and len(bearers) < 2:
                self._enter(name, bearers[0] if bearers else Person(name, male=is_male(name)))
        spans += _given_spans(self._doc, self._claimed)
        spans += self._single_names({i for span in spans for i in range(span.start, span.end)})
        mentions, shared = list[Mention](), set[int]()
        for span in sorted(spans, key=lambda span: span.start):
            person = self._who(span, shared)
            if person is not None:
                mentions.append(Mention(person, span.start, span.end))
                _note_titles(person, span)
        named = {id(mention.person): mention.person for mention in mentions}
        return People(list(named.values()), mentions, frozenset(shared), self._given)

    def _is_free(self, span: Span) -> bool:
        return self._claimed.keys().isdisjoint(range(span.start, span.end))

    def _enter(self, name: str, person: Person) -> None:
        self._by_name.setdefault(_key(name), person)
        self._by_surname[folded(surname(name))][person.name] = person
        self._by_sound[spelling(surname(name))][person.name] = person

    def _with_surname(self, name: str) -> list[Person]:
        """The persons whose surname, with the small words that begin it, is this name."""
        whole = self._by_surname.get(folded(surname(name)), {}).values() if _is_particled(name) else ()
        return [person for person in whole if folded(person.name).endswith(f" {folded(name)}")]

    def _single_names(self, taken: set[int]) -> Iterator[Span]:
        inside = {token.i for ent in self._doc.ents for token in ent if ent.label_ == "DATE" or is_one_name(ent)}
        for i in concordance(self._doc).capitals:
            if i in taken or i in inside or i in self._claimed:
                continue
            token = self._doc[i]
            if token.pos_ in ("PROPN", "NOUN", "X", "ADJ") and folded(token.text) in self._by_surname:
                yield Span(self._doc, token.i, token.i + 1, label_="PERSON")

    def _who(self, span: Span, shared: set[int]) -> Person | None:
        """The person named by a span, a new one where a full or a titled name is heard of for the first time."""
        if (own := self._claimed.get(span.start)) is not None:
            person = self._by_name.get(_key(own.name))
            return person if person is not None and person.given is own else None
        name = as_name(plain(span.text))
        if " " in name:
            known = self._by_name.get(_key(name))
            bearers = self._with_surname(name)
            known = known or (bearers[0] if len(bearers) == 1 else None)
            sure = span.label_ == "PERSON" or _is_particled(name) or (known is not None and known.name == name)
            return known if sure else None
        fits = self._by_surname.get(folded(name)) or (self._by_sound.get(spelling(name)) if len(name) > 3 else None)
        form = form_before(span)
        if fits and form in _HIS | _HERS:
            fits = {name: person for name, person in fits.items() if person.male in (None, form in _HIS)}
        if fits and len(fits) > 1:
            shared.update(range(span.start, span.end))  # nobody in particular
            return None
        if fits:
            return next(iter(fits.values()))
        if form in _HONORIFICS and span.label_ == "PERSON" and not country_named(name) and is_word(name):
            person = Person(name)
            self._enter(name, person)
            return person
        return None


def _key(name: str) -> str:
    """First and last name in one spelling, without initials between."""
    words = [word for word in name.split() if word.casefold() not in people_words("suffixes")]
    return spelling(" ".join((words[0], words[-1])) if len(words) > 1 else name)


def _is_particled(name: str) -> bool:
    return folded(name.split()[0]) in _PARTICLES


def _longest(spans: list[Span]) -> list[Span]:
    """Of spans that overlap the longest, persons before others."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (span.label_ != "PERSON", -len(span))):
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return kept


def _given_spans(doc: Doc, claimed: Mapping[int, Actor]) -> Iterator[Span]:
    """The mentions of persons among the process's own actors."""
    start: int | None = None
    for i in sorted(i for i, actor in claimed.items() if actor.kind is ActorKind.PERSON):
        if start is None:
            start = i
        if claimed.get(i + 1) is not claimed[i]:
            yield Span(doc, start, i + 1, label_="PERSON")
            start = None


def _note_titles(person: Person, span: Span) -> None:
    """Titles before the name, and an office in apposition to it or to which it stands in apposition."""
    form = form_before(span)
    if person.male is None and form in _HIS | _HERS:
        person.male = form in _HIS
    if (title := titled(span[0], span[-1])) is not None:
        person.described.append(title)
    elif span.start and (span.doc[span.start - 1].tag_ == "POS" or _is_of(span)):
        person.described.append(describe(span[-1] if _is_of(span) else span[0]))  # "Kestria's Ana Kov"
    beside = [child for child in span.root.children if child.dep_ == "appos" and _is_next(span, child)]
    if span.root.dep_ == "appos" or (span.root.head.dep_ in ("nsubj", "nsubjpass") and span.root.dep_ == "compound"):
        beside.append(span.root.head)
    if form in _ABBREVIATED | _HIS | _HERS and (before := office_before_comma(span, form)) is not None:
        beside = [before]  # of "the President of Halvern, Mr. Tesk, the Premier of Kestria, Ms. Brandt," the one before
    for noun in [noun for noun in beside if noun.lower_ in OFFICES] or _between_commas(span):
        if noun.tag_ in ("NN", "NNP"):
            person.described.append(describe(noun))
            if person.male is None and noun.lower_ in _HIS | _HERS:
                person.male = noun.lower_ in _HIS


def _is_next(span: Span, noun: Token) -> bool:
    """Whether nothing but a bracket and commas stands between a name and what the parser sets beside it."""
    return noun.i < span.end or noun.left_edge.i <= _behind_bracket(span) + 1


def _behind_bracket(span: Span) -> int:
    """The place behind a name and what stands in brackets after it: "Ana Kov (Kestria), chair"."""
    behind = span.doc[span.end : span.end + 7]
    if not len(behind) or behind[0].text != "(":
        return span.end
    return next((token.i + 1 for token in behind if token.text == ")"), span.end)


def _is_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ == "of"


def _acts_itself(office: Token) -> bool:
    """ "Asked if he would meet Oda Lind, the envoy said no": the envoy is somebody else."""
    after = office.right_edge.i + 1
    return office.dep_ in ("nsubj", "nsubjpass") and after < len(office.doc) and office.doc[after].text != ","


def _between_commas(span: Span) -> list[Token]:
    """ "Ana Kov, Kestria's foreign minister," where the parser sees no apposition."""
    doc = span.doc
    if (office := office_before_comma(span)) is not None:
        return [office]
    end = _behind_bracket(span)
    if end < len(doc) and doc[end].text == ",":
        for token in doc[end + 1 : end + 8]:
            if token.lower_ in OFFICES:
                return [] if _acts_itself(token) else [token]
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                break
    return []
