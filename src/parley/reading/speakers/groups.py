"""Several together: "both sides", "Kestria and Orlavia", "the two ministers", as a reference with members."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Sequence

from parley.model import Actor, ActorKind, Ref

from ..concordance import concordance
from ..grammar import is_main_subject, own_subject
from ..tokens import Token
from .cast import Cast, Resolved, is_side
from .mentions import Person

_BODY_KINDS = (ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.ARMED_GROUP)
_REACH = 3


def group(written: str, several: Sequence[Resolved]) -> Resolved:
    """Several as one reference; members of members are its members."""
    members: dict[tuple[str | None, str], Ref] = {}
    for each in several:
        for ref in each.ref.members or (each.ref,):
            members.setdefault((ref.id, "" if ref.id else ref.name), ref)
    doubts = [each.doubt for each in several if each.doubt]
    return Resolved(Ref(id=None, name=written, members=tuple(members.values())), " ".join(doubts) or None)


_MEETING = frozenset({"confer", "meet", "negotiate", "speak", "talk"})
_BETWEEN = frozenset({"between"})
_LATELY = 20
"""Of so many meetings told before a word, the last counts: a paper costs what it is long."""
_TELLING = frozenset({"add", "note", "report", "say", "tell", "write"})


def two_sides(cast: Cast, head: Token, written: str) -> Resolved | None:
    """The two that the text spoke of last, where it names two together; else the parties; else the only two so far.

    ``None`` where three or more could be meant, or the paper names fewer than two. Only states, armed groups
    and parties are sides.
    """
    parties = [actor for actor in cast.given.values() if actor.is_party]
    here = cast.sentence_of(head)
    table = _at_the_table(cast, head)
    if len(parties) == 2 and not all(actor.is_party for actor in table):
        if _are_acting(cast, parties, head):
            return _pair(written, parties, "the parties of the process")
        return _pair(written, table, "who talk or meet here")
    for at in range(here, max(-1, here - _REACH - 1), -1):
        first, last = cast.bounds(at)
        told = [token for token in cast.doc[first : min(last, head.i)] if not _is_tellers(token)]
        named = _named(cast, told, lambda actor: is_side(actor) and not (len(parties) > 1 and _stands_between(actor)))
        coupled = _coupled(cast, cast.doc[first : min(last, head.i)], is_side)
        two = coupled if len(coupled) == 2 else named
        ours = [actor for actor in named.values() if actor.is_party]
        if len(two) > 2 and len(ours) == 2:
            two = {actor.id: actor for actor in ours}
        if len(two) == 2:
            return _pair(written, list(two.values()), "named just before")
        if len(two) > 2:
            return None
    if table:
        return _pair(written, table, "who talk or meet here")
    if len(parties) == 2 and {actor.id for actor in parties} <= {actor.id for actor in cast.claimed.values()}:
        return _pair(written, parties, "the parties of the process")
    so_far = [actor for first, actor in cast.sides if first < head.i]
    return _pair(written, so_far, "the only two named so far") if len(so_far) == 2 else None


def _at_the_table(cast: Cast, head: Token) -> list[Actor]:
    """The last two sides that "met" or talked, or between whom something was, before a word; else none.

    Whoever they are in the process: where the paper tells of talks of a facilitator with one party, they are these two.
    """
    places = concordance(cast.doc).places(lemmas=_MEETING, forms=_BETWEEN)
    for i in reversed(places[: bisect.bisect_left(places, head.i)][-_LATELY:]):
        token = cast.doc[i]
        who = token if token.lower_ in _BETWEEN else own_subject(token)
        two = _coupled(cast, who.subtree, is_side) if who is not None else {}
        if len(two) == 2:
            return list(two.values())
    return []


def _are_acting(cast: Cast, parties: Sequence[Actor], head: Token) -> bool:
    """Whether each of them did something in the sentences before: the story is then of these."""
    here = cast.sentence_of(head)
    first = cast.bounds(max(0, here - _REACH))[0]
    subjects = (t for t in cast.doc[first : head.i] if is_main_subject(t) and not _is_negated(t.head))
    acting = {actor.id for token in subjects if (actor := cast.side_named(token)) is not None}
    return {actor.id for actor in parties} <= acting


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _stands_between(actor: Actor) -> bool:
    """Somebody whom the process has as facilitator, host, guarantor or monitor is no side of it."""
    return bool(actor.roles) and not actor.is_party


def _is_tellers(token: Token) -> bool:
    """ "Kestria handed over its list, a Halvernian diplomat said": whose people tell it is no side by that."""
    noun = token.head
    return token.dep_ in ("amod", "compound", "poss") and noun.dep_ == "nsubj" and noun.head.lemma_ in _TELLING


def two_persons(cast: Cast, head: Token, written: str, fits: Callable[[Person], bool]) -> Resolved | None:
    """The two persons who fit, where the sentences before name no third; else the only two named so far."""
    here = cast.sentence_of(head)
    found: dict[str, Person] = {}
    for at in range(here, max(-1, here - _REACH - 1), -1):
        first, last = cast.bounds(at)
        found |= {m.person.name: m.person for m in cast.between(first, min(last, head.i)) if fits(m.person)}
        if len(found) >= 2:
            break
    if len(found) < 2:
        for mention in cast.between(0, head.i):
            if fits(mention.person):
                found[mention.person.name] = mention.person
            if len(found) > 2:
                break
    if len(found) != 2:
        return None
    actors = [cast.note_person(person) for person in found.values()]
    return _pair(written, sorted(actors, key=lambda actor: actor.id), "named just before")


def two_bodies(cast: Cast, head: Token, written: str) -> Resolved | None:
    """ "The two organisations": those joined with "and" in the sentence before."""
    here = cast.sentence_of(head)
    first = cast.bounds(max(0, here - 1))[0]
    two = _coupled(cast, cast.doc[first : head.i], lambda actor: actor.kind in _BODY_KINDS)
    return _pair(written, list(two.values()), "named just before") if len(two) == 2 else None


def _named(cast: Cast, tokens: Iterable[Token], fits: Callable[[Actor], bool]) -> dict[str, Actor]:
    named = (cast.side_named(token) for token in tokens)
    return {actor.id: actor for actor in named if actor is not None and fits(actor)}


def _coupled(cast: Cast, tokens: Iterable[Token], fits: Callable[[Actor], bool]) -> dict[str, Actor]:
    """Two joined with "and"."""
    for token in tokens:
        if token.dep_ == "conj" and token.head.i < token.i:
            two = _named(cast, (token.head, token), fits)
            if len(two) == 2:
                return two
    return {}


def _pair(written: str, two: Sequence[Actor], why: str) -> Resolved:
    names = " and ".join(actor.name for actor in two)
    members = tuple(actor.ref for actor in two)
    return Resolved(Ref(id=None, name=written, members=members), f"'{written}' are taken to be {names}, {why}.")
