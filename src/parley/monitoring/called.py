"""Which shapes of the annexes a place of the text is: those of its name, or what its annex draws without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from parley.model import Framework, Shape
from parley.text import patterns as re
from parley.text.listing import listed

from .names import Names, fold
from .notyet import NotYet

_TOLD = 4
"""So many shapes are named in a sentence."""


class CalledShapes:
    """The shapes by the names that a text has for them; they are told by their number in ``shapes``."""

    def __init__(self, framework: Framework, shapes: Sequence[Shape], names: Names) -> None:
        self._shapes, self._names = shapes, names
        self._annexes = {fold(one.term): one.annex for one in framework.definitions if one.annex}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for index, shape in enumerate(shapes):
            self._by_name[fold(shape.name)].append(index)
        places = (name for one in framework.obligations if one.place for name in one.place.value.of)
        said = (*(one.exact for one in framework.sentences), *(one.meaning for one in framework.definitions))
        terms = [one.term for one in framework.definitions]
        self._terms = frozenset(map(fold, terms))
        self._text = "\n".join(map(fold, (*said, *terms, *places)))

    def by(self, name: str, bearer: str | None, term: str | None) -> list[int]:
        """The shapes of a place for one bearer and one thing.

        What names a party or a thing counts for these alone, and before what names none. Where none names the thing,
        all are given: which of them count is for a report's own thing to say, see :class:`.bounded.ByThing`.
        """
        found = self.all_of(name)
        theirs = [i for i in found if self._names.same(self._shapes[i].party, bearer)]
        found = theirs or [i for i in found if self._shapes[i].party is None]
        return [i for i in found if self._names.same(self._shapes[i].object, term)] or found

    def all_of(self, name: str) -> list[int]:
        """The shapes of a place, whoever's and whatever they are for."""
        found = self._by_name.get(fold(name)) or [i for i in self._of_annex(name) if _is_nameless(self._shapes[i])]
        return found or self._each_of(name)

    def _each_of(self, name: str) -> list[int]:
        """The shapes of its annex that have a term in their names, where several places go by it: of "Storage Sites"
        the "Storage Site Orda" and the "Orda Storage Site"; none that is a term of its own.
        """
        own = [i for i in self._of_annex(name) if fold(self._shapes[i].name) not in self._terms]
        return [i for i in own if _is_one_of(fold(self._shapes[i].name), fold(name))]

    def none(self, name: str, bearer: str | None) -> NotYet:
        """That there is no shape of a place, and what its annex draws in its stead."""
        why = f"no annex gives the shape of '{name}' for {bearer or 'all'}"
        if others := [self._shapes[i].name for i in self._of_annex(name) if not self._by_name.get(fold(name))]:
            why += f", but Annex {self._annexes[fold(name)]} draws {_quoted(others)}"
        return NotYet(why, f"A GeoJSON file in annexes/ with a shape called '{name}'.")

    def notes(self) -> list[str]:
        """On shapes whose names the text never says."""
        named = dict.fromkeys(one.name for one in self._shapes if not (one.annex and _is_nameless(one)))
        meant = {self._shapes[i].name for term in self._annexes for i in self._each_of(term)}
        strange = [name for name in named if fold(name) not in self._text and name not in meant]
        if not strange:
            return []
        return [
            f"The annexes draw {_quoted(strange)}, of which the text says nothing: shapes are found by their names."
        ]

    def _of_annex(self, name: str) -> list[int]:
        """The shapes of the annex that is to show the place."""
        annex = self._annexes.get(fold(name)) or self._annexes.get(f"{fold(name)}s")
        if annex is None:
            return []
        return [i for i, shape in enumerate(self._shapes) if shape.annex and fold(shape.annex) == fold(annex)]


def _is_nameless(shape: Shape) -> bool:
    """Whether a shape has no name but that of its file or its annex."""
    file = PurePosixPath(shape.path or "").stem
    return shape.name == file or fold(shape.name) == f"annex {fold(shape.annex or '')}"


def _is_one_of(name: str, term: str) -> bool:
    """Whether a name is a term in the singular with a name, a number or a letter of its own before or behind it."""
    singular = re.sub(r"ies\Z", "y", term) if term.endswith("ies") else term.removesuffix("s")
    one, own = rf"{re.escape(singular)}(?:es|s)?", r"(?!of\b|and\b)[\w’'-]+(?:\s[\w’'-]+)?"
    return re.fullmatch(rf"{one}\s+(?:no\.?\s*)?{own}|{own}\s+{one}", name) is not None


def _quoted(names: Sequence[str]) -> str:
    more = len(names) - _TOLD
    return listed([*(f"'{name}'" for name in names[:_TOLD]), *([f"{more} more"] if more > 0 else [])])
