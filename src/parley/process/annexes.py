"""The annexes of a text as a check looks at them: what they draw, however badly, and which of them aren't there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from parley.model import Framework, Label, Shape, UnusableInput

from .inputs import read_bytes
from .names import inside

SHAPES = (".geojson", ".json")
"""How the files end that draw zones and lines."""


@dataclass(frozen=True)
class Annexes:
    """Shapes that need not be sound, what is wrong with the files of the front matter by their paths, and notes."""

    shapes: tuple[Shape, ...] = ()
    unusable: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def look_at(
    framework: Framework, root: Path, label_of: Callable[[str], Label | None], said_in: str, beside: Iterable[str] = ()
) -> Annexes:
    """The annexes that the front matter names, and the drawings ``beside`` them.

    ``label_of`` says whose a file is; ``None`` is for one of which nothing may be said.
    """
    from parley.monitoring.shapes import shapes_as_drawn

    letters = {annex.path: annex.letter for annex in framework.annexes}
    shapes: list[Shape] = []
    unusable: dict[str, str] = {}
    notes: list[str] = []
    for name in sorted({*letters, *beside}):
        if (label := label_of(name)) is None or "://" in name:
            continue
        try:
            file = inside(root, name, said_in)
            if not file.is_file():
                unusable[name] = "there is no such file beside the text"
            elif name.lower().endswith(SHAPES):
                found, problems = shapes_as_drawn(read_bytes(file, name), name, label)
                shapes += [lettered(each, letters.get(name)) for each in found]
                notes += problems
        except UnusableInput as error:
            if name in letters and error.path == name:
                unusable[name] = f"it can't be used, for {error.problem}"
            else:
                notes.append(str(error))
    return Annexes(tuple(shape for shape in shapes if shape.kind.of_the_text), unusable, tuple(notes))


def lettered(shape: Shape, letter: str | None) -> Shape:
    """The shape with the letter that the text gives its file, unless its file gives it one."""
    return shape if letter is None or shape.annex is not None else shape.replace(annex=letter)
