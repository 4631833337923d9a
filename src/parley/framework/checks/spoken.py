"""In which sentences of a draft frames may stand: those that speak of their concepts. To lay each frame on each
sentence would take most of the time of a check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .concepts import Frame, Hits


class Spoken:
    """Sentences, by where they start, as the concepts that they speak of."""

    def __init__(self, hits: Mapping[int, Hits]) -> None:
        self._of: dict[str, set[int]] = {}
        for start, concepts in hits.items():
            for concept in concepts:
                self._of.setdefault(concept, set()).add(start)
        self._either: dict[tuple[str, ...], frozenset[int]] = {}

    def may_tell(self, frames: Iterable[Frame]) -> frozenset[int]:
        """The sentences that have all concepts of one of the frames, be they in whatever order."""
        return frozenset[int]().union(*map(self._all_of, frames))

    def _all_of(self, frame: Frame) -> frozenset[int]:
        found: frozenset[int] | None = None
        for side in frame.sides:
            of_side = self._one_of(side)
            found = of_side if found is None else found & of_side
            if not found:
                break
        return found or frozenset()

    def _one_of(self, concepts: tuple[str, ...]) -> frozenset[int]:
        known = self._either.get(concepts)
        if known is None:
            known = self._either[concepts] = frozenset[int]().union(*(self._of.get(each, ()) for each in concepts))
        return known
