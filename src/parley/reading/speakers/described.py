"""Whom a description means: "its transport minister", "the Kestrian delegation", "a spokesman for the council".

A description with one holder is that person; of a government, ministry or delegation it is whose they are;
of somebody not named it is nobody, with whom they belong to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parley.model import Actor, ActorKind, Ref

from ..concordance import tokens_of
from ..tokens import Token
from .authors import OURS, Authors
from .cast import Cast, Meant, Resolved, is_channel
from .countries import country_named
from .descriptions import (
    GOVERNMENTS,
    HEADS,
    KINDS,
    LANDS,
    OFFICES,
    OFFICIALS,
    SIDES,
    Description,
    describe,
    noun_of,
    office_of,
)
from .groups import group, two_bodies, two_persons, two_sides
from .holders import LOOSE, REACH, Holders, words_of
from .mentions import Title
from .pronouns import PRONOUNS
from .titles import (
    counterparts,
    note_bracketed,
    note_by_turn,
    note_described,
    note_left_out,
    whose_counterpart,
)

_PEOPLE = OFFICES | OFFICIALS
_ROLES = _PEOPLE | GOVERNMENTS
_SERVING = frozenset({"spokesperson", "adviser", "lawyer", "attorney", "negotiator", "envoy", "representative"})
_PLURALS = frozenset(f"{role}s" for role in _ROLES)


class Described:
    """The descriptions of one document."""

    def __init__(self, cast: Cast, word: Meant, authors: Authors) -> None:
        self._cast, self._word, self._authors = cast, word, authors
        self._holders = Holders(cast)
        self._by_role: dict[str, list[Description]] = {}
        for token in tokens_of(cast.doc, lemmas=_ROLES, forms=_PLURALS):
            if token.i not in cast.person_at:
                described = describe(token)
                self._by_role.setdefault(described.role, []).append(described)
        note_described(cast, self.owners, anaphoric=False)
        note_bracketed(cast)
        note_left_out(cast)
        plurals = (each for some in self._by_role.values() for each in some if each.plural)
        note_by_turn(cast, plurals, self.owners)

    def note_titles(self) -> None:
        """Gives persons the offices whose owners only pronouns tell ("its spokesman, Karim Noll")."""
        note_described(self._cast, self.owners, anaphoric=True)

    # ---- whose somebody is

    def owners(self, described: Description, anaphoric: bool = True) -> list[Ref]:
        """To whom a description says that somebody belongs; empty where it says nothing or nothing resolves it."""
        found: list[Ref] = []
        for token in described.possessors:
            if token.lower_ in OURS:
                found += [self._cast.note(side).ref for side in self._authors.sides(both=described.plural)]
            elif token.lower_ in PRONOUNS or token.lower_ in LANDS | KINDS:
                resolved = self._word(token) if anaphoric else None
                found += [resolved.ref] if resolved is not None else []
            else:
                found += self._owner(token, anaphoric)
        if described.possessors:
            return [ref for ref in found if ref.id]
        for token in (*described.modifiers, *described.after):
            found += self._owner(token, anaphoric and token in described.after)
        return list({ref.id: ref for ref in found if ref.id}.values())

    def _owner(self, token: Token, anaphoric: bool) -> list[Ref]:
        if token.i in self._cast.person_at:
            return [self._cast.note_person(self._cast.person_at[token.i]).ref] if anaphoric else []
        if (side := self._cast.side_named(token)) is not None:
            return [side.ref]
        if not anaphoric or noun_of(token) not in _ROLES | SIDES:
            return []
        resolved = self._word(token)
        if resolved is None:
            return []
        if resolved.ref.of is not None:
            owner = self._cast.with_id(resolved.ref.of)
            return [owner.ref] if owner is not None else []
        return list(resolved.ref.members) or [resolved.ref]

    # ---- descriptions

    def citizen(self, token: Token) -> Resolved | None:
        """ "The Orlavian": one of that people, and not the state: the one person here who belongs to it."""
        state = self._cast.side_named(token) if token.text[:1].isupper() and token.i else None
        article = token.doc[token.i - 1].lower_ if token.i else ""
        if (
            state is None
            or article not in ("the", "a", "an")
            or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj")
        ):
            return None
        if not self._names_a_people(token, state):
            return None
        theirs = {p.name: p for p in self._cast.persons if any(title.of == state.id for title in p.titles)}
        if article == "the" and len(theirs) == 1:
            ((name, person),) = theirs.items()
            doubt = f"'{token.text}' is taken to be {name}, the only one here who belongs to it."
            return Resolved(self._cast.note_person(person).ref, doubt)
        return Resolved(Ref(id=None, name=f"{article} {token.text}", of=state.id))

    def _names_a_people(self, token: Token, state: Actor) -> bool:
        names = {*state.aliases, *(known.aliases if (known := country_named(token.text)) else ())}
        return f"{token.text}s" in names and token.tag_ not in ("NNS", "NNPS")

    def institution(self, token: Token) -> Resolved | None:
        """What speaks for its state or party: a government, ministry, delegation, embassy, army."""
        if token.lower_ not in GOVERNMENTS:
            return None
        described = describe(token)
        itself = self._cast.at(token)  # "the Ministry of Foreign Affairs" is no part of itself
        owners = [ref for ref in self.owners(described) if itself is None or ref.id != itself.id]
        if len(owners) == 1:
            return self._of_owner(token, owners[0])
        if owners:
            return group(token.text, [Resolved(ref) for ref in owners])
        if not described.definite:
            return None
        before = None if described.possessors else self._same_before(described)
        home = self._cast.home or next(iter(self._authors.sides()), None)
        if before is None and home is not None and home.kind is ActorKind.STATE and not described.modifiers:
            doubt = f"'{words_of(described)}' is taken to be that of {home.name}, whose paper it is."
            return Resolved(self._cast.note(home).ref, doubt)
        return before

    def _of_owner(self, token: Token, owner: Ref) -> Resolved:
        actor = self._cast.with_id(owner.id)
        if actor is None or actor.kind is ActorKind.PERSON:
            return Resolved(Ref(id=None, name=token.text, of=owner.id))
        return Resolved(owner)

    def resolve(self, token: Token) -> Resolved | None:
        """Whom a common noun describes; ``None`` where the text tells of nobody in particular."""
        token = office_of(token)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ not in _ROLES:
            return None
        lemma = noun_of(token)
        if lemma in SIDES | LANDS | KINDS | _ROLES:
            described = describe(token)
            if described.plural:
                return self._several(described, lemma)
            if lemma in _PEOPLE:
                return self._one(described)
            if described.definite and not described.possessors and not self.owners(described):
                return self._land(described) if lemma in LANDS else self._kind(described) if lemma in KINDS else None
        return None

    def _one(self, described: Description) -> Resolved | None:
        owners = self.owners(described)
        if len(owners) > 1 or (not owners and (described.possessors or _serves_unknown(described))):
            return None
        owner = owners[0] if owners else None
        unnamed = Resolved(Ref(id=None, name=words_of(described), of=owner.id)) if owner is not None else None
        if not described.definite:
            return unnamed
        if described.role in OFFICES and (holder := self._holders.one(described, owner)) is not None:
            return holder
        if described.role == "counterpart" and (other := self._counterpart(described, owner)) is not None:
            return other
        home = self._cast.home
        if unnamed is not None and not self._is_person(owner):
            return unnamed
        before = self._same_before(described)
        if owner is not None and before is not None and before.ref.of != owner.id:
            before = None  # "the spokesman for Brask" is not the spokesman of whom we just heard, who is Lunde's
        if before is None and unnamed is None and described.role in OFFICES and self._holders.are_there(described):
            return None
        if before is None and unnamed is None and home is not None and described.role in OFFICES:
            doubt = f"'{words_of(described)}' is taken to be one of {home.name}, whose paper it is."
            return Resolved(Ref(id=None, name=words_of(described), of=home.id), doubt)
        return before or unnamed

    def of_teller(self, token: Token, teller: Ref) -> Resolved | None:
        """ "The president", of several here, in the mouth of Kestria's envoy: hers, or the one who is nobody else's."""
        described = describe(office_of(token))
        if described.role not in OFFICES or described.plural or not described.definite or self.owners(described):
            return None
        sides = self._sides_of(teller)
        holders = [person for person in self._cast.persons if self._holders.holds(person, described)]
        if len(holders) < 2 or not sides:
            return None
        whose = {person.name: {t.of for t in person.titles if t.role == described.role} for person in holders}
        own = [person for person in holders if whose[person.name] & sides]
        own = own or [person for person in holders if whose[person.name] == {None}]
        if len(own) != 1:
            return None
        doubt = f"'{words_of(described)}' is taken to be {own[0].name}, as {teller.name} would call its own."
        return Resolved(self._cast.note_person(own[0]).ref, doubt)

    def _sides_of(self, ref: Ref) -> set[str | None]:
        """Whom somebody belongs to, as far as the text tells; a state or body is its own side."""
        actor = self._cast.with_id(ref.id)
        if actor is None or actor.kind is not ActorKind.PERSON:
            return {ref.id, ref.of} - {None}
        return {affiliation.to for affiliation in actor.affiliations}

    def _counterpart(self, described: Description, owner: Ref | None) -> Resolved | None:
        """ "Her Orlavian counterpart": the one here who has her office there."""

        def meant(word: Token) -> Ref | None:
            resolved = self._word(word)
            return resolved.ref if resolved is not None else None

        one = whose_counterpart(self._cast, described, meant)
        found = counterparts(self._cast, described, one, owner.id if owner else None) if one is not None else []
        if one is None or len(found) != 1:
            return None
        doubt = f"'{words_of(described)}' is taken to be {found[0].name}, who has the office of {one.name} there."
        return Resolved(self._cast.note_person(found[0]).ref, doubt)

    def _is_person(self, ref: Ref | None) -> bool:
        actor = self._cast.with_id(ref.id) if ref is not None else None
        return actor is not None and actor.kind is ActorKind.PERSON

    def _several(self, described: Description, lemma: str) -> Resolved | None:
        """Plurals: of one owner they are nobody named who belong to it, of two one of each; else those just named."""
        words = words_of(described)
        owners = self.owners(described)
        if len(owners) == 1 and lemma in _PEOPLE:
            return Resolved(Ref(id=None, name=words, of=owners[0].id))
        if len(owners) > 1:
            return group(words, [self._one_of(described, owner, lemma) for owner in owners])
        if described.possessors or not (described.definite or described.two):
            return None
        if lemma in SIDES | {"delegation"} and (described.two or not described.modifiers):
            return two_sides(self._cast, described.head, words)
        if lemma in KINDS and described.two:
            return two_bodies(self._cast, described.head, words)
        if lemma in _PEOPLE:
            role = described.role
            two = two_persons(self._cast, described.head, words, lambda person: _is_one(person.titles, role))
            return two or self._same_before(described) or (self._only_two(described, words) if described.two else None)
        return None

    def _only_two(self, described: Description, words: str) -> Resolved | None:
        """ "Both leaders", where the text gives one of the only two persons that office, and whose the other is."""
        role = described.role
        two = two_persons(self._cast, described.head, words, lambda _: True)
        names = {ref.id for ref in two.ref.members} if two is not None else set()
        titles = [person.titles for person in self._cast.persons if self._cast.note_person(person).id in names]
        fit = all(_is_one(each, role) or (each and not any(t.role for t in each)) for each in titles)
        sides = [frozenset(t.of for t in each if t.of) for each in titles]
        apart = len(sides) == 2 and all(sides) and not sides[0] & sides[1]
        return two if fit and apart and any(_is_one(each, role) for each in titles) else None

    def _one_of(self, described: Description, owner: Ref, lemma: str) -> Resolved:
        if lemma not in _PEOPLE:
            return Resolved(owner)
        holder = self._holders.one(described, owner) if lemma in OFFICES else None
        return holder or Resolved(Ref(id=None, name=f"{lemma} of {owner.name}", of=owner.id))

    def _same_before(self, described: Description) -> Resolved | None:
        """The same noun a little earlier, where it told whose it was: "a Kestrian officer ... the officer"."""
        here = self._cast.sentence_of(described.head)
        wanted = described.words - LOOSE
        found: dict[tuple[str | None, str | None], Resolved] = {}
        for other in reversed(self._by_role.get(described.role, ())):
            if other.head.i >= described.head.i or other.plural != described.plural or not wanted <= other.words:
                continue
            if here - self._cast.sentence_of(other.head) > REACH and not _is_term(described):
                break
            if other.head.i + 1 in self._cast.person_at:
                continue  # "Orlavian President Tress": a title, and the person is not whom "the president" must mean
            if other.possessors or other.after or any(self._cast.side_named(t) for t in other.modifiers):
                resolved = self._word(other.head)
                if resolved is not None and (resolved.ref.id or resolved.ref.of or resolved.ref.members):
                    found.setdefault((resolved.ref.id, resolved.ref.of), resolved)
        if len(found) != 1:
            return None
        (resolved,) = found.values()
        ref = resolved.ref if resolved.ref.id else resolved.ref.replace(name=words_of(described))
        return Resolved(ref, resolved.doubt)

    # ---- "the country", "the group"

    def _land(self, described: Description) -> Resolved | None:
        """The state of which the text just spoke."""
        return self._just_named(described, lambda actor: actor.kind is ActorKind.STATE)

    def _kind(self, described: Description) -> Resolved | None:
        """The body of which the text just spoke."""
        kinds = (ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.ARMED_GROUP)
        return self._just_named(described, lambda actor: actor.kind in kinds)

    def _just_named(self, described: Description, fits: Callable[[Actor], bool]) -> Resolved | None:
        here = self._cast.sentence_of(described.head)
        for at in range(here, max(-1, here - REACH), -1):
            first, last = self._cast.bounds(at)
            before = self._cast.doc[first : min(last, described.head.i)]
            named = {actor.id: actor for actor in self._actors(before) if fits(actor) and not is_channel(actor)}
            first_named = self._actors(t for t in before if t.dep_ in ("nsubj", "nsubjpass"))
            subjects = {actor.id: actor for actor in first_named if actor.id in named}
            one = subjects if len(subjects) == 1 else named
            if len(one) == 1:
                (actor,) = one.values()
                return Resolved(actor.ref, f"'{words_of(described)}' is taken to be {actor.name}, named just before.")
            if named:
                return None
        return None

    def _actors(self, tokens: Iterable[Token]) -> Iterator[Actor]:
        return (actor for token in tokens if (actor := self._cast.at(token)) is not None)


def _serves_unknown(described: Description) -> bool:
    """ "The spokesman for Brask", whoever that is: of all spokesmen here it need be none."""
    return described.role in _SERVING and any(token.pos_ == "PROPN" for token in described.after)


def _is_term(described: Description) -> bool:
    """ "The Ministers", in a capital: a communiqué calls the same ones so from its beginning to its end."""
    return described.plural and described.head.text[:1].isupper() and not described.head.is_sent_start


def _is_one(titles: Iterable[Title], role: str) -> bool:
    return any(title.role == role or (role == "leader" and title.role in HEADS) for title in titles)
