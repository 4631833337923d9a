"""What else than the drawing bounds a shape: the things for which it counts alone, and properties that nobody reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Framework, Shape, Thing
from parley.text.listing import listed

from .names import Names, fold
from .objects import is_of
from .truth import Truth


class ByThing:
    """Which of the shapes of one place count for a thing: a zone for tanks, a wider one for howitzers."""

    def __init__(self, framework: Framework, shapes: Sequence[Shape], names: Names) -> None:
        self._shapes, self._framework, self._names = shapes, framework, names
        self._known: dict[tuple[str, str | None], Truth] = {}

    def decides(self, chosen: Iterable[int], term: str | None) -> bool:
        """Whether some of the shapes count for things of one kind alone, of which the sentence does not speak."""
        kinds = {self._shapes[index].object for index in chosen} - {None}
        return any(not self._names.same(kind, term) for kind in kinds)

    def sets(self, chosen: tuple[int, ...], thing: str | None) -> list[tuple[int, ...]]:
        """Every set of the chosen shapes that may be those which count for a thing: its own, else those for all.

        An empty one: there is none for it.
        """
        own = [(index, self._is_for(index, thing)) for index in chosen if self._shapes[index].object is not None]
        sure = tuple(index for index, truth in own if truth is Truth.YES)
        perhaps = tuple(index for index, truth in own if truth is Truth.UNKNOWN)
        others = sure or tuple(index for index in chosen if self._shapes[index].object is None)
        return [others, *((*sure, index) for index in perhaps), (*sure, *perhaps)] if perhaps else [others]

    def _is_for(self, index: int, thing: str | None) -> Truth:
        kind = self._shapes[index].object or ""
        if (kind, thing) not in self._known:
            term = next((one.term for one in self._framework.definitions if fold(one.term) == fold(kind)), None)
            self._known[kind, thing] = is_of(thing, Thing(text=kind, term=term), self._framework).truth
        return self._known[kind, thing]


def told_unread(shapes: Sequence[Shape]) -> list[str]:
    """A note on each property of shapes that reads like a bound and is not read."""
    names: dict[str, dict[str, None]] = {}
    for shape in shapes:
        for name in shape.unread:
            names.setdefault(name, {})[f"'{shape.name}'"] = None
    return [
        f"The property '{name}' of {listed([*of][:3])}{' and others' if len(of) > 3 else ''} is not read: "
        "what bounds a shape is its party, weapon, valid_from and valid_to."
        for name, of in names.items()
    ]
