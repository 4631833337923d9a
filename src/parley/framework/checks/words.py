"""Which sentences of a framework may say something, by the words that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from parley.model import Sentence
from parley.text import patterns as re
from parley.text.holding import Holding
from parley.text.needed import folded

from .layout import Layout


class Words(Layout):
    """The sentences of a framework by their words."""

    @cached_property
    def lowered(self) -> tuple[tuple[Sentence, str], ...]:
        """The operative sentences with their words in small letters, for what looks for a hint first."""
        return tuple((sentence, sentence.exact.lower()) for sentence in self.operative)

    @cached_property
    def telling(self) -> tuple[Sentence, ...]:
        """The operative sentences, and those of a preamble that introduce what follows ("... these measures:")."""
        return tuple(s for s in self.framework.sentences if s.operative or s.exact.rstrip(" *").endswith(":"))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether some operative sentence says this."""
        may = self.may_say(pattern)
        return any(sentence.start in may and pattern.search(sentence.exact) for sentence in self.operative)

    def may_say(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Where those sentences start that ``pattern`` may match in, of :attr:`telling`."""
        return self._words.may_match(pattern)

    def hinted(self, hints: Iterable[str]) -> Iterator[Sentence]:
        """The operative sentences that hold one of these words or parts of words, in small letters."""
        hints = tuple(hints)
        may = self._words.any_of(map(folded, hints))
        for sentence in self.operative:
            if sentence.start in may and any(hint in sentence.exact.lower() for hint in hints):
                yield sentence

    @cached_property
    def _words(self) -> Holding:
        return Holding({sentence.start: sentence.exact for sentence in self.telling})
