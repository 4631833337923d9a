"""What readers know things by: actors by their names, provisions by their numbers and their headings or first words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from parley.model import Actor, Framework

Names = Mapping[str, str]
"""The name of an actor by its id; and, by ``#`` and the id of a provision, its number and first words."""

_LONGEST = 44
"""Characters of the first words of a provision."""


def names_of(actors: Iterable[Actor], text: Framework) -> dict[str, str]:
    """The names of a process's actors, and of its text's actors, bodies and provisions."""
    of_the_text = {party.id: party.name for party in (*text.parties, *text.others, *text.bodies)}
    return {actor.id: actor.name for actor in actors} | of_the_text | dict(_provisions(text))


def called(provision: str | None, names: Names) -> str:
    """A provision as a reader finds it: "4. No Party shall place Heavy Weapons …"; its id where no more is known."""
    return "whole text" if provision is None else names.get(f"#{provision}", provision)


def number_of(provision: str | None, names: Names) -> str:
    """Its number alone, where it has one: "4"."""
    number, dot, _ = called(provision, names).partition(". ")
    return number if dot else called(provision, names)


def _provisions(text: Framework) -> Iterator[tuple[str, str]]:
    """A heading names a provision where no other stands under it; else its first words do."""
    first: dict[str | None, str] = {}
    headed = Counter(one.heading for one in text.provisions)
    for sentence in text.sentences:
        first.setdefault(sentence.provision, " ".join(sentence.exact.split()))
    for one in text.provisions:
        words = one.heading if one.heading and headed[one.heading] == 1 else first.get(one.id, "")
        if one.number or words:
            yield f"#{one.id}", f"{one.printed}. {_cut(words)}" if one.number else _cut(words)


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words.rstrip(".;:, ")
    return f"{words[:_LONGEST].rpartition(' ')[0].rstrip('.;:, ')} …"
