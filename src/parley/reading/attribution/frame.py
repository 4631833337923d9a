"""A frame: a possible attribution, as grammar pairs a cue with its source and its content."""

from __future__ import annotations

from dataclasses import dataclass, field

RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True)
class Frame:
    """A possible attribution. Members are token indices.

    ``kind`` is how the content hangs on the cue: ``ccomp``, ``xcomp``, ``dobj``, ``prep:of``...
    """

    lemma: str
    pos: str
    kind: str
    head: int
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    source_head: int | None = None
    passive: bool = False
    addressee: frozenset[int] = field(default_factory=frozenset)
    content_head: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.pos, self.lemma, self.kind
