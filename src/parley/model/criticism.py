"""Criticism: a sentence that finds fault with a named actor, and who says it."""

from __future__ import annotations

from .actor import Ref
from .span import Span
from .time import Interval, Moment
from .value import Value


class Criticism(Value):
    """Somebody is found fault with.

    ``target`` is who; ``speaker`` who says so: that of the ``statement`` (its id) in which the words stand, or
    ``None`` where the paper says it in its own voice. ``words`` are the word that finds fault and, where the
    sentence has them, those that name the target; ``sentence`` is all of it. ``doubts`` says what is unsure.
    ``interval`` is when it was said, that of the statement, ``None`` where the paper tells no time for it;
    ``published`` is the date of the paper.
    """

    id: str
    document: str
    published: Moment | None = None
    target: Ref
    speaker: Ref | None = None
    statement: str | None = None
    interval: Interval | None = None
    sentence: Span
    words: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()
