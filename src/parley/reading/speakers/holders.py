"""Who holds an office: the persons to whom the paper, or the process, gives the title that a description has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Ref

from ..tokens import Token
from .cast import Cast, Resolved
from .descriptions import HEADS, RANKS, Description
from .mentions import Person

REACH = 3
"""So many sentences back an office is looked for."""
LOOSE = frozenset({"two", "both", "senior", "new", "this", "that", "these", "those"})
"""Words of a description that are no part of a title."""


class Holders:
    """The holders of offices of one document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def are_there(self, described: Description) -> bool:
        """Whether anybody in the paper or the process is called so."""
        return any(self.holds(person, described) for person in self._all_persons(described, None))

    def _all_persons(self, described: Description, owner: Ref | None) -> Iterator[Person]:
        """Those whom the paper names, then the process's others: where it is a government's paper and nothing tells
        whose office it is, only that government's."""
        yield from self._cast.persons
        here = {person.given.id for person in self._cast.persons if person.given is not None}
        home = self._cast.home if owner is None else None
        known = (person for person in self._cast.known_persons if person.given and person.given.id not in here)
        yield from (each for each in known if home is None or self.holds(each, described, home.id))

    def one(self, described: Description, owner: Ref | None) -> Resolved | None:
        """The one person who is called so: in the paper, else in the process; of that owner, if one is named."""
        for persons, whence in (
            (self._cast.persons, "here"),
            (list(self._all_persons(described, owner)), "in this process"),
        ):
            holders = [each for each in persons if self.holds(each, described, owner.id if owner else None)]
            if owner is not None and not holders and described.role in HEADS:
                continue
            chosen = holders
            doubt = f"the only one {whence} called so"
            if len(holders) > 1 and owner is None:
                chosen, doubt = self._nearer(described, holders)
            if len(chosen) == 1:
                (person,) = chosen
                words = words_of(described)
                return Resolved(
                    self._cast.note_person(person).ref,
                    f"'{words}' is taken to be {person.name}, {doubt}." if owner is None else None,
                )
            if holders:
                return None
        return None

    def holds(self, person: Person, described: Description, owner: str | None = None) -> bool:
        """Whether a title fits a description: its words among the title's, the same rank, that owner if any."""
        whose = {t.lower_ for t in described.modifiers if self._cast.side_named(t)}
        wanted = described.words - LOOSE - whose - {"prime"}
        leads = described.role == "leader" and owner is not None
        for title in person.titles:
            same = title.role == described.role or (leads and title.role in HEADS)
            named = described.role == "leader" or wanted <= title.words | {title.role}
            if same and named and owner in (None, title.of) and described.rank == title.words & RANKS:
                return True
        return False

    def _nearer(self, described: Description, holders: list[Person]) -> tuple[list[Person], str]:
        """Of several holders the one of the paper's own state, or the one of whom, or of whose state, it just spoke."""
        home = self._cast.home
        if home is not None:
            own = [p for p in holders if self.holds(p, described, home.id)]
            if len(own) == 1:
                return own, f"of {home.name}, whose paper it is"
        here = self._cast.sentence_of(described.head)
        for at in range(here, max(-1, here - REACH), -1):
            first, last = self._cast.bounds(at)
            until = min(last, described.head.i)
            named = {m.person.name for m in self._cast.between(first, until)}
            sides = {side.id for t in self._cast.doc[first:until] if (side := self._cast.side_named(t)) is not None}
            just = [person for person in holders if person.name in named]
            if just:
                ours = [] if _is_quoted(described.head) else _without_state(just, described.role)
                return (ours, "whose office the paper gives without a state") if ours else (just, "named just before")
            theirs = [p for p in holders if any(title.of in sides and title.of for title in p.titles)]
            if theirs:
                return theirs, "of whose side the text just spoke"
        return holders, ""


def _without_state(holders: Sequence[Person], role: str) -> list[Person]:
    """ "President Voss" beside "Kestrian President Keller": the one whose state nobody needs to be told."""
    bare = [each for each in holders if all(title.of is None for title in each.titles if title.role == role)]
    return bare if len(bare) == 1 < len(holders) else []


def _is_quoted(token: Token) -> bool:
    """Whether a word stands within marks in its paragraph: there the paper's own custom tells nothing."""
    text = token.doc.text
    before = text[text.rfind("\n", 0, token.idx) + 1 : token.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def words_of(described: Description) -> str:
    """The phrase as written, from its first word to its noun."""
    doc, head = described.head.doc, described.head
    first = min((t.i for t in (*described.possessors, *described.modifiers)), default=head.i)
    while first > 0 and doc[first - 1].lower_ in ("the", "a", "an", "both", "two", "these", "those", "this", "that"):
        first -= 1
    return doc[first : head.i + 1].text
