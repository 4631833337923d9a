"""Bytes to text; spans, sentences, times, numbers and units. Used by reading and framework alike."""

from typing import TYPE_CHECKING

from ..doors import opened_when_used
from .acts import act_covers, act_named
from .decode import MAX_BYTES, decode
from .numbers import numbers
from .slug import slug

if TYPE_CHECKING:
    from .document import open_document
    from .language import language_of
    from .papers.guard import Drawn
    from .quantities import day_counts, distances, durations
    from .sentences import split_sentences
    from .timex import times

__getattr__ = opened_when_used(
    __name__,
    {
        "Drawn": ".papers.guard",
        "day_counts": ".quantities",
        "distances": ".quantities",
        "durations": ".quantities",
        "language_of": ".language",
        "open_document": ".document",
        "split_sentences": ".sentences",
        "times": ".timex",
    },
)

__all__ = [
    "MAX_BYTES",
    "Drawn",
    "act_covers",
    "act_named",
    "day_counts",
    "decode",
    "distances",
    "durations",
    "language_of",
    "numbers",
    "open_document",
    "slug",
    "split_sentences",
    "times",
]
