"""Which words of a row anybody may be told who sees the text: names that it has, words for acts and things, its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.model import Actor, Framework, Shape
from parley.text import patterns as re
from parley.text.acts import act_named
from parley.text.wordlist import word_set

from ..accounted import says_how
from ..coverage import known_places
from ..kinds import kind_words, stem
from ..names import Names, fold

PLACE = "a place that is not told here"
SOMETHING = "something that is not told here"
_PLAIN = word_set(
    "not no nor none without was were is are be been it one two three other more less than up off out back small "
    "big deny denies denied denial dispute disputes disputed reply replies replied answer answers answered "
    "suspected possible unconfirmed confirmed unknown unidentified person persons people men women children"
)
"""Words that name nobody and no place."""
_NUMBER = re.compile(r"\b\d{1,3}(?:\.\d)?\s*-?\s*mm\b|\A\d{1,6}\s+(?=[a-z])", re.IGNORECASE)
"""A calibre, and how many; other figures may be coordinates."""
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_DANGLING = re.compile(r"(?:\s+(?:a|an|and|by|for|from|of|or|the|to|with))+\Z")
"""What would stand before nothing."""
_WHERE = re.compile(
    r"\s(?:at|in|inside|near|on|outside|towards?|around|along|behind|opposite|off|beside|(?:north|south|east|west)\s+of)\s+(?P<place>\S.*)"
)
"""Where something is, in the words for it: "tanks at Velm"."""


@dataclass(frozen=True, eq=False)
class Shown:
    """What a text, its map and the process's actors show to everybody who sees them."""

    framework: Framework
    shapes: Sequence[Shape] = ()
    actors: Iterable[Actor] = ()

    @cached_property
    def names(self) -> Names:
        return Names(self.framework, self.actors)

    @cached_property
    def places(self) -> frozenset[str]:
        """The folded names of the places that the text and its map have."""
        return known_places(self.framework, self.shapes)

    @cached_property
    def _words(self) -> frozenset[str]:
        """Plain words, those that the text has in small letters (proper names are none), and those of its terms."""
        own = {word for word in _WORD.findall(self.framework.text) if word.islower()}
        terms = {word.casefold() for one in self.framework.definitions for word in _WORD.findall(one.term)}
        return _PLAIN | own | terms

    def place_in(self, said: str) -> str | None:
        """The place that a cell's words end on, unless the text or its map has it."""
        found = _WHERE.search(said)
        return found["place"] if found and fold(found["place"]) not in self.places else None

    def free_in(self, said: str) -> tuple[str, ...]:
        """The words of a cell, apart from a place at its end, that may name somebody or some place."""
        place = self.place_in(said)
        left = _NUMBER.sub(" ", said.removesuffix(place) if place else said)
        return tuple(word for word in _WORD.findall(left) if not self._is_told(word))

    def may_be_told(self, said: str) -> bool:
        """Whether a cell holds nothing but words that anybody may be told."""
        return fold(said) in self.places or self.names.knows(said) or not (self.place_in(said) or self.free_in(said))

    def told(self, said: str) -> str:
        """A cell as anybody may be told of it: without what may name somebody, and its place told as withheld."""
        if self.may_be_told(said):
            return said
        place, free = self.place_in(said), set(self.free_in(said))
        head = said.removesuffix(place) if place else said
        left = " ".join(word for word in head.split() if free.isdisjoint(_WORD.findall(word)))
        if all(word.casefold() in _PLAIN or says_how(word) for word in _WORD.findall(left)):
            return SOMETHING
        return f"{left} {PLACE}" if place else _DANGLING.sub("", left)

    def _is_told(self, word: str) -> bool:
        folded = word.casefold()
        known = (
            folded in self._words
            or stem(folded) in kind_words(of_forces=True)
            or says_how(folded)
            or self.names.knows(word)
        )
        return known or act_named(folded) is not None
