"""Several together: "both sides", "Kestria and Orlavia", "the two ministers", as a reference with members."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parley.model import Actor, ActorKind, Ref

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


_TELLING = frozenset({"add", "note", "report", "say", "tell", "write"})


def two_sides(cast: Cast, head: Token, written: str) -> Resolved | None:
    """The two that the text spoke of last, where it names two together; else the parties; else the only two so far.

    ``None`` where three or more could be meant, or the paper names fewer than two. Only states, armed groups
    and parties are sides.
    """
    parties = [actor for actor in cast.given.values() if actor.is_party]
    here = cast.sentence_of(head)
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
    if len(parties) == 2 and {actor.id for actor in parties} <= {actor.id for actor in cast.claimed.values()}:
        return _pair(written, parties, "the parties of the process")
    so_far = [actor for first, actor in cast.sides if first < head.i]
    return _pair(written, so_far, "the only two named so far") if len(so_far) == 2 else None


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
