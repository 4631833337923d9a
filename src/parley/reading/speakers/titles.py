"""The offices that a text gives to persons: before or beside the name, in brackets behind it, two at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parley.model import Ref

from .cast import Cast, is_side
from .descriptions import OFFICES, Description, possessor
from .mentions import Person, Title

Owners = Callable[[Description, bool], list[Ref]]
"""To whom a description says that somebody belongs; the second says whether pronouns may tell it."""


def note_described(cast: Cast, owners: Owners, anaphoric: bool) -> None:
    """Gives persons the offices that stand before or beside their names; ``anaphoric``: also where only a pronoun
    tells whose they are ("its spokesman, Karim Noll")."""
    for person in cast.persons:
        for described in person.described:
            found = [ref.id for ref in owners(described, anaphoric)]
            if described.role == "counterpart" and anaphoric:
                person.titles.update(_titles_of_counterpart(cast, described, found))
            if described.role in OFFICES or found:
                person.titles.update(_titles(cast, described, found))


def note_bracketed(cast: Cast) -> None:
    """ "Mr. Danquist (Orlavia)", as records of meetings write it: who speaks for that side there."""
    for mention in cast.mentions:
        behind = cast.doc[mention.last : mention.last + 7]
        closed = next((k for k, token in enumerate(behind) if token.text in (")", "):")), 0)
        if closed and behind[0].text == "(":
            inside = behind[1:closed]
            sides = {side.id: side for token in inside if (side := cast.side_named(token)) is not None}
            of = next(iter(sides)) if len(sides) == 1 and all(map(is_side, sides.values())) else None
            office = next((token for token in inside if token.lower_ in OFFICES), None)
            if office is not None:
                words = [token.lower_ for token in inside if token.i < office.i and not cast.side_named(token)]
                role = "premier" if "prime" in words else office.lower_
                post = " ".join((*words, office.lower_))
                mention.person.titles.add(Title(role, frozenset(words), of, post))
            elif of is not None:
                mention.person.titles.add(Title("representative", frozenset(), of))


def note_left_out(cast: Cast) -> None:
    """ "Kestria's premier, Lena Vost, called Orlavia's, Bram Eckel": he is Orlavia's, and nothing says what."""
    for mention in cast.mentions:
        before = cast.doc[max(0, mention.first - 3) : mention.first]
        elliptic = len(before) == 3 and before[1].tag_ == "POS" and before[2].text == ","
        if elliptic and (side := cast.side_named(before[0])) is not None:
            mention.person.titles.add(Title("", frozenset(), side.id))


def note_by_turn(cast: Cast, plurals: Iterable[Description], owners: Owners) -> None:
    """ "The foreign ministers of Kestria and Orlavia, Ina Brask and Teo Vance": the first is the first's."""
    for described in plurals:
        if len(described.after) != 2 or described.role not in OFFICES:
            continue
        first = max(token.i for token in described.after) + 2
        two = cast.between(first, first + 12)[:2]
        whose = [ref.id for ref in owners(described, False)]
        if len(two) != 2 or len(whose) != 2 or two[0].first != first or cast.doc[first - 1].text != ",":
            continue
        if two[1].first == two[0].last + 1 and cast.doc[two[0].last].lower_ == "and":
            for mention, owner in zip(two, whose, strict=True):
                mention.person.titles.update(_titles(cast, described, [owner]))


def counterparts(cast: Cast, described: Description, of: Person, owner: str | None) -> list[Person]:
    """Who has the office of ``of`` elsewhere: with ``owner``, where one is named."""
    wanted = {(title.role, title.words) for title in of.titles if title.role}
    own = {title.of for title in of.titles}
    return [
        person
        for person in cast.persons
        if person is not of
        and any(
            (title.role, title.words) in wanted and title.of and (title.of == owner if owner else title.of not in own)
            for title in person.titles
        )
        and any(mention.person is person for mention in cast.between(0, described.head.i))
    ]


def whose_counterpart(cast: Cast, described: Description, person_meant: Callable[..., Ref | None]) -> Person | None:
    """Whose counterpart a description means ("her", "Brask's"), where that is a person of this paper."""
    word = possessor(described.head)
    if word is None:
        return None
    if word.i in cast.person_at:
        return cast.person_at[word.i]
    ref = person_meant(word)
    return next((each for each in cast.persons if ref is not None and cast.note_person(each).id == ref.id), None)


def _titles(cast: Cast, described: Description, owners: list[str | None]) -> Iterator[Title]:
    held = described.role in OFFICES
    words = [t.lower_ for t in described.modifiers if not cast.side_named(t) and t.is_alpha]
    head = described.head.lemma_.lower() if described.plural else described.head.lower_
    post = " ".join([*words, head]) + (f"-{described.suffix}" if described.suffix else "") if held else ""
    for of in owners or [None]:
        yield Title(described.role if held else "", described.words, of, post)


def _titles_of_counterpart(cast: Cast, described: Description, owners: list[str | None]) -> Iterator[Title]:
    """ "Minister Ana Kov met her Orlavian counterpart": he is minister too, in his own state."""
    first, _ = cast.bounds(cast.sentence_of(described.head))
    before = {m.person.name: m.person for m in cast.between(first, described.head.i)}
    if len(before) == 1 and len(owners) == 1:
        (other,) = before.values()
        for title in other.titles:
            yield Title(title.role, title.words, owners[0], title.post)
