"""What surrounds a word of a document: who speaks there, when, where, who is meant, and how surely.

One ``Setting`` a document, made from what the other readers found; events, meetings and measures
ask it the same five questions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from parley.model import (
    Act,
    Actor,
    ActorKind,
    Commitment,
    Document,
    EventStatus,
    Interval,
    Ref,
    Span,
    Statement,
    TimeExpression,
)

from ..speakers.cast import Resolved
from ..speakers.descriptions import is_plural
from ..statements.condition_words import OPEN
from ..statements.conditions import Proviso, find_provisos
from ..tokens import Doc, Token
from .calendar import Calendar
from .clauses import nouns, objects, phrase, with_conjuncts, words
from .moods import in_open_clause, mood, weakest
from .places import Places

NATIONAL = frozenset({"GPE", "NORP"})
NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
_OF_COMMITMENT = {
    Commitment.ASSERTED: EventStatus.HAPPENED,
    Commitment.HEDGED: EventStatus.HYPOTHETICAL,
    Commitment.POSSIBLE: EventStatus.HYPOTHETICAL,
    Commitment.ASKED: EventStatus.HYPOTHETICAL,
    Commitment.DENIED: EventStatus.DENIED,
}
_FEASTS = frozenset({"christmas", "easter", "eid", "hanukkah", "midsummer", "passover", "ramadan", "whitsun"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_SENT = frozenset({"delegation", "delegate", "envoy", "negotiator", "representative", "team", "official", "diplomat"})
_BELONGING = frozenset({"across", "against", "along", "between", "of", "through", "to", "via"})
_HUMAN = nouns("people")


_ARMS = nouns("arms")
"""Things that act for those to whom they belong: "Orlavian artillery shelled the town"."""


class Refers(Protocol):
    """What this module asks of a resolver of mentions."""

    @property
    def actors(self) -> Sequence[Actor]: ...

    def actor(self, ref: Ref) -> Actor | None: ...

    def resolve(self, start: int, end: int) -> Ref | None: ...

    def author(self, several: bool) -> Resolved | None: ...


class Setting:
    """The surroundings of every word of one document."""

    def __init__(
        self,
        doc: Doc,
        document: Document,
        statements: Sequence[Statement],
        times: Sequence[TimeExpression],
        resolver: Refers,
    ) -> None:
        self.doc, self.document, self.resolver = doc, document, resolver
        self._told: dict[int, list[Statement]] = {}
        self._cued: dict[int, list[Statement]] = {}
        for statement in statements:
            for held, spans in ((self._told, statement.content), (self._cued, statement.cue)):
                for span in spans:
                    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
                    for i in range(inside.start, inside.end) if inside is not None else ():
                        held.setdefault(i, []).append(statement)
        self._entity_at = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}
        self.calendar = Calendar(doc, document, times)
        self.places = Places(doc, document, self.calendar)

    @property
    def published(self) -> dt.date | None:
        return self.calendar.published

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.document.text, start, end, self.document.id)

    def words(self, token: Token, stop: Iterable[Token] = ()) -> Span:
        """The span of the noun phrase around a head."""
        return self.span(*phrase(token, stop))

    def whole_words(self, token: Token) -> Span:
        """The noun phrase with what follows it at once and belongs to it, though the parser hangs it on the verb:
        "discuss a halt | to artillery fire", "ordered a freeze on transit | through the gulf"."""
        words = self.words(token)
        above = {each.i for each in token.ancestors}
        for after in token.doc[token.i : token.sent.end]:
            belongs = after.dep_ in ("prep", "aux", "dative") and after.lower_ in _BELONGING and after.head.i in above
            if after.idx == words.end + 1 and belongs and not any(map(self.calendar.is_time, after.subtree)):
                goals = [child for child in after.children if child.dep_ == "pobj"]
                return self.span(words.start, self.words(goals[-1]).end) if goals else words
        return words

    def in_condition(self, token: Token) -> bool:
        """Whether the word stands in a condition ("until it reopens the crossing")."""
        return token.i in self._in_conditions

    # Who tells it, and how surely

    def statements(self, token: Token, *, cued: bool = False) -> list[Statement]:
        """The statements in whose content the word stands (``cued``: or in whose cue), the innermost first."""
        held = (*self._told.get(token.i, ()), *(self._cued.get(token.i, ()) if cued else ()))
        found = {statement.id: statement for statement in held}
        return sorted(found.values(), key=lambda statement: sum(len(span.exact) for span in statement.content))

    def status(self, token: Token) -> EventStatus:
        """What grammar says of the word, weakened by how far those who tell it stand behind it."""
        grammar = mood(token)
        said = [
            EventStatus.HYPOTHETICAL if self._is_silence(statement) else _OF_COMMITMENT[statement.commitment]
            for statement in self.statements(token)
            if (statement.commitment is not Commitment.HEDGED or grammar is EventStatus.HAPPENED)
            and not (statement.commitment is Commitment.DENIED and self._only_regards(statement))
        ]  # "I think they will meet" is still a plan
        tenses = {token.tag_, *(child.tag_ for child in token.lefts if child.dep_ in ("aux", "auxpass"))}
        conditional = bool(tenses & {"VBZ", "VBP"}) and token.i in self._in_conditions
        conditional |= token.tag_ == "VBD" and token.i in self._in_past_conditions
        open_clause = [EventStatus.HYPOTHETICAL] if conditional or in_open_clause(token) else []
        return weakest([grammar, *said, *open_clause])

    def _is_silence(self, statement: Statement) -> bool:
        """ "Has never said that it attacked": that somebody did not say it denies nothing."""
        if statement.commitment is not Commitment.DENIED or statement.act is Act.DENY:
            return False
        cues = (self.doc.char_span(span.start, span.end, alignment_mode="expand") or () for span in statement.cue)
        return any(token.lemma_ in words("telling") for cue in cues for token in cue)

    def _only_regards(self, statement: Statement) -> bool:
        """ "Does not recognise the occupation" denies the recognising: of what it is said, there is."""
        cues = (self.doc.char_span(span.start, span.end, alignment_mode="expand") or () for span in statement.cue)
        return any(token.lemma_ in words("regarding") for cue in cues for token in cue)

    @cached_property
    def _provisos(self) -> list[tuple[Proviso, range]]:
        found = []
        for each in find_provisos(self.doc, self.document, ((0, len(self.document.text)),), OPEN):
            words = self.doc.char_span(each.condition.spans[0].start, each.condition.spans[0].end)
            if words is not None:
                found.append((each, range(words.start, words.end)))
        return found

    @cached_property
    def _in_conditions(self) -> frozenset[int]:
        """Where conditions stand ("until it pays its debts and reopens the crossing"), by the places of the words."""
        return frozenset(i for _, places in self._provisos for i in places)

    @cached_property
    def _in_past_conditions(self) -> frozenset[int]:
        """Those of what would be ("would stay until it paid"): their past tense tells nothing that was done."""
        return frozenset(
            i
            for each, places in self._provisos
            if any(child.lower_ in ("would", "could", "might") for child in each.governor.children)
            for i in places
        )

    # When

    def when(self, *tokens: Token) -> Interval | None:
        """The time attached to one of the words: the first of them that has one decides."""
        return self.calendar.when(*tokens)

    def times_in_sentence(self, token: Token) -> list[tuple[Token, Interval]]:
        return self.calendar.in_sentence(token)

    def lies_ahead(self, when: Interval) -> bool:
        """Whether the interval lies wholly after the day of publication; ``False`` where that day is unknown."""
        return self.calendar.lies_ahead(when)

    # Where

    def place(self, *tokens: Token) -> Span | None:
        """The place named at one of the words ("in Ostrava", "at the border")."""
        return self.places.at(*tokens)

    def names_place(self, ref: Ref, token: Token) -> bool:
        """Whether a name that is no party's stands elsewhere in the paper after "in" or "the town of": a place, though
        it looks like somebody ("the shelling of Ostra")."""
        actor = self.actor(ref)
        local = ref.id is None or (actor is not None and actor.kind is ActorKind.ORGANISATION)
        return local and not (actor is not None and actor.is_party) and token.lower_ in self.places.names

    # Who

    def refs(self, token: Token) -> tuple[Ref, ...]:
        """Who is meant by a noun phrase and its conjuncts; nobody for a thing."""
        return unique(ref for each in with_conjuncts([token]) for ref in self._one(each))

    def subject_before(self, pronoun: Token) -> tuple[Ref, ...]:
        """Whom "it" at the head of a sentence means: the one state, group or body of which the sentence before told."""
        sentence = pronoun.sent
        if pronoun.i != sentence.start or sentence.start == 0:
            return ()
        root = self.doc[sentence.start - 1].sent.root
        doers = [each for each in root.children if each.dep_ == "nsubj"] or objects(root, "by")
        refs = unique(ref for each in doers for ref in self.refs(each))
        actor = self.actor(refs[0]) if len(refs) == 1 else None
        sides = (ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.BODY)
        return refs if actor is not None and actor.kind in sides else ()

    def refs_beside(self, token: Token) -> tuple[Ref, ...]:
        """Whose somebody or something is, by the state that stands beside it: "the Kestrian leader's", "convoy"."""
        nouns = [child for child in token.children if child.dep_ in ("amod", "compound", "poss", "nmod")]
        found = [ref for each in nouns if each.ent_type_ in NATIONAL for ref in self._named(each)]
        return unique(found or self._modifying(token))

    def _one(self, token: Token) -> list[Ref]:
        if token.lower_ in _FIRST_PERSON:
            return self._speaking(token)
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "DT", "EX"):
            ref = (
                self.resolver.resolve(token.idx, token.idx + len(token.text))
                if token.lower_ not in ("it", "this", "that", "there", "which", "what")
                else None
            )
            return [ref] if ref and (ref.id or ref.members) else []
        if token.lower_ in _FEASTS:
            return []  # "a truce for Easter"
        if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"):
            counted = (child for child in token.children if child.dep_ == "prep" and child.lower_ == "of")
            return [ref for of in counted for each in of.children for ref in self._one(each)]  # "hundreds of Kestrians"
        person = next(
            (child for child in token.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"), None
        )
        if person is not None and token.ent_type_ != "PERSON":
            token = person  # "the foreign minister, Ana Brel"
        whole = self._resolve(*phrase(token))
        if whole:
            actor = self.actor(whole)
            misread = actor is not None and actor.kind is ActorKind.ORGANISATION and token.lemma_.lower() in _HUMAN
            return (self._modifying(token) if misread else []) or [whole]  # "Delegations of Kestria" is no name
        several = self.resolver.resolve(*phrase(token)) if is_plural(token) else None
        if several is not None and several.members and all(each.id for each in several.members):
            return [several]  # "the two ministers"
        entity = self._entity_at.get(token.i)
        if entity is not None:
            named = self._resolve(entity.start_char, entity.end_char)
            if named:
                return [named]
        alone = self._resolve(token.idx, token.idx + len(token.text)) if token.pos_ == "PROPN" else None
        if alone:
            return [alone]
        national = self._modifying(token) or self._from_unknown(token)
        if national:
            return national
        if several is not None and len(several.members) > 1 and all(each.of for each in several.members):
            sides = (self.actor(Ref(id=each.of, name=each.name)) for each in several.members)
            return [side.ref for side in sides if side is not None]  # "the Ministers of Defence of Kestria and Orlavia"
        if (entity is not None and entity.label_ in NAMED) or token.pos_ == "PROPN" or token.lemma_.lower() in _HUMAN:
            return [Ref(id=None, name=self.words(token).exact)]
        return []

    def _speaking(self, token: Token) -> list[Ref]:
        """Who says "I" or "we" there: the innermost whose own words they are, else the paper's writer."""
        told = self.statements(token)
        direct = next((each.speaker for each in told if each.direct), None)
        if told and direct is None:
            return []
        author = self.resolver.author(token.lower_ in ("we", "us")) if direct is None else None
        ref = author.ref if author is not None else direct
        return [ref] if ref is not None and ref.id is not None else []

    def _resolve(self, start: int, end: int) -> Ref | None:
        ref = self.resolver.resolve(start, end)
        return ref if ref is not None and ref.id is not None else None

    def _modifying(self, token: Token) -> list[Ref]:
        """Whose they are: "Kestrian officials", "delegations of Kestria and Orlavia"."""
        if token.lemma_.lower() not in _HUMAN | _ARMS and token.ent_type_ not in NAMED and token.pos_ != "PROPN":
            return []
        nouns = [child for child in token.children if child.dep_ in ("amod", "compound", "poss", "nmod")]
        for preposition in token.children:
            if preposition.dep_ == "prep" and preposition.lower_ in ("of", "from"):
                nouns += [child for child in preposition.children if child.dep_ == "pobj"]
        found: list[Ref] = []
        for each in with_conjuncts(nouns):
            if each.tag_ == "PRP$":  # "its artillery"
                found += self._one(each) or (self.subject_before(each) if each.lower_ == "its" else ())
            elif each.ent_type_ in NATIONAL or each.pos_ == "PROPN" or each.text[:1].isupper():
                found += self._named(each)
        return list(unique(found))

    def _from_unknown(self, token: Token) -> list[Ref]:
        """ "Delegations from Kestria and Orlavia", "the foreign ministers of Kestria and Orlavia" are the two, though
        nothing knows these names."""
        of_two = token.tag_ == "NNS" and token.lemma_.lower() in _HUMAN and len(objects(token, "of")) > 1
        if token.lemma_.lower() not in _SENT and not of_two:
            return []
        people = [each for each in objects(token, "of") if each.ent_type_ == "PERSON"]
        names = [each for each in objects(token, "from", "of") if each.pos_ == "PROPN" and each not in people]
        return [each for name in names for each in self._named(name) or [Ref(id=None, name=self.words(name).exact)]]

    def _named(self, token: Token) -> list[Ref]:
        """The actor whom a name or an adjective of nationality names, by itself or with the whole of the name."""
        entity = self._entity_at.get(token.i)
        ref = self._resolve(token.idx, token.idx + len(token.text))
        if ref is None and entity is not None:
            ref = self._resolve(entity.start_char, entity.end_char)
        return [ref] if ref else []

    @cached_property
    def _sides(self) -> dict[str, Ref]:
        """Whose people are, by what stands beside their names: "Orlavian envoy Lena Voss", "Ivo Tarn of Kestria"."""
        sides: dict[str, Ref] = {}
        for entity in self.doc.ents:
            if entity.label_ != "PERSON":
                continue
            name = entity.root
            beside = [name, *(child for child in name.children if child.dep_ in ("appos", "compound", "nmod"))]
            if name.dep_ == "appos":
                beside.append(name.head)
            ref = self._resolve(entity.start_char, entity.end_char)
            if ref is None or ref.id is None:
                continue
            found = [side for each in beside for side in self._modifying(each)]
            states = [side for side in found if (actor := self.actor(side)) and actor.kind is ActorKind.STATE]
            if len(unique(states)) == 1:
                sides.setdefault(ref.id, states[0])
        return sides

    def actor(self, ref: Ref | None) -> Actor | None:
        return self.resolver.actor(ref) if ref is not None else None

    def represented(self, ref: Ref) -> Ref:
        """The state or other party for which a person, office or body acts, if that is known; else itself."""
        seen: set[str] = set()
        actor = self.actor(ref)
        while actor is not None and actor.id not in seen:
            if actor.is_party or actor.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP):
                return actor.ref
            seen.add(actor.id)
            beside = self._sides.get(actor.id)
            above = actor.affiliations[0].to if actor.affiliations else beside.id if beside else None
            known = self.resolver.actors if above else ()
            actor = next((each for each in known if above in (each.id, each.name)), None)
        return ref


def unique(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Each actor once, in order of first mention."""
    found: dict[str, Ref] = {}
    for ref in refs:
        found.setdefault(ref.id or ref.name, ref)
    return tuple(found.values())
