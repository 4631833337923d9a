"""Bytes to text; spans, sentences, times, numbers and units. Used by reading and framework alike."""

from .acts import act_covers, act_named
from .decode import MAX_BYTES, decode
from .document import open_document
from .language import language_of
from .numbers import numbers
from .papers.guard import Drawn
from .quantities import day_counts, distances, durations
from .sentences import split_sentences
from .slug import slug
from .timex import times

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
