"""The persons whom a document names: their mentions, titles and countries, gathered once.

Full names come from the pipeline's names, cleaned of titles and possessives, and from capitalised words
beside a title; a single name is a person's surname where the document, or the process, has one person of
that name. Spellings of one name are one person.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model import Actor, ActorKind

from ..attribution.cues import quotation_act
from ..concordance import concordance
from ..tokens import Doc, Span, Token
from .countries import country_named
from .descriptions import Description, describe, titled
from .names import UNSEEN, as_name, folded, is_male, people_words, spelling, surname

OFFICES, GOVERNMENTS, PAPERS = people_words("offices"), people_words("governments"), people_words("papers")
HEADINGS, TURNS = people_words("headings"), people_words("turns")
_HONORIFICS, _INSTITUTIONS = people_words("honorifics"), people_words("institutions")
_ABBREVIATED, _PARTICLES = people_words("abbreviated"), people_words("particles")
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
        found = (*_name_spans(self._doc), *_overlooked(self._doc), *_beside_titles(self._doc))
        spans = _longest([s for s in found if self._is_free(s) and not _is_whereabouts(s)])
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
        inside = {token.i for ent in self._doc.ents for token in ent if ent.label_ == "DATE" or _is_one_name(ent)}
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
        form = _form_before(span)
        if fits and form in _HIS | _HERS:
            fits = {name: person for name, person in fits.items() if person.male in (None, form in _HIS)}
        if fits and len(fits) > 1:
            shared.update(range(span.start, span.end))  # nobody in particular
            return None
        if fits:
            return next(iter(fits.values()))
        if form in _HONORIFICS and span.label_ == "PERSON" and not country_named(name) and _is_word(name):
            person = Person(name)
            self._enter(name, person)
            return person
        return None


def _is_one_name(ent: Span) -> bool:
    """A name of several words: "Brandt told Lantern", which the pipeline may take for a title, is none."""
    return len(ent) > 1 and not any(token.pos_ == "VERB" and token.text.islower() for token in ent)


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


def _overlooked(doc: Doc) -> Iterator[Span]:
    """Two capitalised words that say something, at a sentence's start, where the pipeline saw no name."""
    for sentence in doc.sents:
        words = [token for token in sentence[:4] if not token.is_space and not token.is_quote][:3]
        if len(words) < 3 or any(token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for token in words[:2]):
            continue
        first, last, verb = words
        named = all(token.pos_ == "PROPN" and token.text.istitle() and token.is_alpha for token in (first, last))
        if named and verb.pos_ == "VERB" and quotation_act(verb.lemma_) and last.lower_ not in _INSTITUTIONS:
            yield Span(doc, first.i, last.i + 1, label_="PERSON")


def _beside_titles(doc: Doc) -> Iterator[Span]:
    """Capitalised words that are a name by what stands around them.

    Right after a title, in apposition to an office, led by a well-known first name, alone after "By" in their
    line, or ending in a word that speaks elsewhere by itself.
    """
    capitals = [doc[i] for i in concordance(doc).capitals]
    speaking = {
        token.text
        for token in capitals
        if token.dep_ == "nsubj" and _is_name_word(token) and quotation_act(token.head.lemma_) and not _is_led(token)
    } | {token.text for token in capitals if _is_addressed(token)}
    for token in capitals:
        if not _is_name_word(token) or (token.i and not token.is_sent_start and _is_name_word(doc[token.i - 1])):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < 4 and _is_name_word(doc[end]) and not doc[end].is_sent_start:
            end += 1
        span = Span(doc, token.i, end, label_="PERSON")
        if doc[end - 1].lower_ in _INSTITUTIONS or country_named(span.text) or not _ends_name(doc, end):
            continue
        title = _form_before(span) in _HONORIFICS
        beside = is_male(span.text) is not None or _stands_beside_office(span) or _is_one_of_two_offices(span)
        led = title or (len(span) > 1 and beside)
        if led or (len(span) > 1 and (doc[end - 1].text in speaking or _is_byline(span))):
            yield span


def _is_addressed(token: Token) -> bool:
    """ "Ms. Nkemdi": whoever is called so is a person, and so is the longer name that ends alike."""
    return _is_name_word(token) and _form_before(Span(token.doc, token.i, token.i + 1)) in _HIS | _HERS


def _is_led(token: Token) -> bool:
    """Whether a word belongs to a longer name or phrase."""
    before = token.doc[token.i - 1] if token.i and not token.is_sent_start else None
    return before is not None and (before.text[:1].isupper() or before.pos_ in ("DET", "ADJ", "NOUN", "PROPN"))


def _is_byline(span: Span) -> bool:
    doc = span.doc
    ends = span.end >= len(doc) or "\n" in doc[span.end - 1].whitespace_ or doc[span.end].is_space
    return ends and span.start > 0 and doc[span.start - 1].text in ("By", "BY") and span.start < 60


def _is_name_word(token: Token) -> bool:
    word = token.text
    return (
        token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
        and word[:1].isupper()
        and _is_word(word)
        and not (_is_title(token) or token.lower_ in OFFICES | _INSTITUTIONS | TURNS | HEADINGS)
        and token.ent_type_ not in ("DATE", "NORP")
        and country_named(word) is None
    )


def _is_word(name: str) -> bool:
    return len(name) > 1 and name.replace("-", "").replace("'", "").replace("’", "").isalpha()


def _ends_name(doc: Doc, end: int) -> bool:
    """Whether no capitalised word follows that would make it a name of something else."""
    return end >= len(doc) or doc[end].is_sent_start or not (doc[end].pos_ == "PROPN" and not doc[end].is_punct)


def _stands_beside_office(span: Span) -> bool:
    """ "the envoy, Petra Lunde": between commas, right after an office or right before one."""
    doc = span.doc
    if _office_before_comma(span) is not None:
        return span.end < len(doc) and doc[span.end].text in (",", ".", "”", '"')
    if span.end + 1 < len(doc) and doc[span.end].text == ",":
        following = list(doc[span.end + 1 : span.end + 8])
        stop = next((k for k, t in enumerate(following) if t.text == "," or t.pos_ in ("VERB", "AUX")), len(following))
        return any(t.lower_ in OFFICES for t in following[:stop])
    return False


def _is_one_of_two_offices(span: Span) -> bool:
    """ "The ministers of A and B, Ina Brask and Teo Vance": the second name, joined to the first."""
    first = span.root.head
    return span.root.dep_ == "conj" and first.dep_ == "appos" and first.head.lemma_.lower() in OFFICES


def _is_whereabouts(span: Span) -> bool:
    """A single name after "in" or "at" is a place, whatever the pipeline takes it for."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return len(span) == 1 and before in ("in", "at", "near", "outside")


def _name_spans(doc: Doc) -> Iterator[Span]:
    """Names as the pipeline found them, cut at line breaks, without titles before them."""
    for ent in doc.ents:
        if ent.label_ not in ("PERSON", "ORG", "GPE", "NORP", "LOC", "PRODUCT", "WORK_OF_ART", "FAC"):
            continue
        if len(ent) > 1 and not _is_one_name(ent):
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
        person = ent.label_ == "PERSON" and not (end - start > 1 and doc[end - 1].lower_ in _INSTITUTIONS)
        if start < end:
            yield Span(doc, start, end, label_="PERSON" if person else "ORG")


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _HONORIFICS


def _form_before(span: Span) -> str:
    """The word before a name, by which it may be addressed ("mr", "sister", "president")."""
    i = span.start - 1
    stopped = i > 0 and span.doc[i].text == "."  # "MS. VENN", which the pipeline takes apart
    word = span.doc[i - stopped].lower_.rstrip(".") if i >= 0 else ""
    return word if not span[0].is_sent_start or (stopped and word in _ABBREVIATED) else ""


def _note_titles(person: Person, span: Span) -> None:
    """Titles before the name, and an office in apposition to it or to which it stands in apposition."""
    form = _form_before(span)
    if person.male is None and form in _HIS | _HERS:
        person.male = form in _HIS
    if (title := titled(span[0], span[-1])) is not None:
        person.described.append(title)
    elif span.start and (span.doc[span.start - 1].tag_ == "POS" or _is_of(span)):
        person.described.append(describe(span[-1] if _is_of(span) else span[0]))  # "Kestria's Ana Kov"
    beside = [child for child in span.root.children if child.dep_ == "appos" and _is_next(span, child)]
    if span.root.dep_ == "appos" or (span.root.head.dep_ in ("nsubj", "nsubjpass") and span.root.dep_ == "compound"):
        beside.append(span.root.head)
    if form in _ABBREVIATED | _HIS | _HERS and (before := _office_before_comma(span, form)) is not None:
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


def _office_before_comma(span: Span, form: str = "") -> Token | None:
    """The office in "the envoy, Petra Lunde" and "the envoy of Halvern, Ms. Lunde"; ``form`` is "ms" there."""
    doc, start = span.doc, span.start
    while form and start > 1 and doc[start - 1].text != "," and doc[start - 1].lower_.rstrip(".") in (form, ""):
        start -= 1
    i = start - 2
    if i < 0 or doc[i + 1].text != ",":
        return None
    while i > 1 and start - i < 6 and (doc[i].pos_ == "PROPN" or doc[i].lower_ == "the"):
        if doc[i].lower_ in OFFICES:
            break
        i -= 1
    if i < start - 2 and doc[i].lower_ in ("of", "for", "from"):
        i -= 1
    return doc[i] if doc[i].lower_ in OFFICES and doc[i].tag_ in ("NN", "NNP") else None


def _between_commas(span: Span) -> list[Token]:
    """ "Ana Kov, Kestria's foreign minister," where the parser sees no apposition."""
    doc = span.doc
    if (office := _office_before_comma(span)) is not None:
        return [office]
    end = _behind_bracket(span)
    if end < len(doc) and doc[end].text == ",":
        for token in doc[end + 1 : end + 8]:
            if token.lower_ in OFFICES:
                return [token]
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                break
    return []
