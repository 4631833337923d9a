"""The words and phrases of diplomatic English that show an act, and where they stand in a sentence.

They are data (``register.toml``), looked up by the form, the lemma or a stem of each word.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Generic, TypeVar

from parley.model import Act

from ..tokens import Token

Phrase = tuple[frozenset[str] | None, ...]
"""A phrase of the lexicon: the words that may stand at each place, ``None`` for a gap."""

OWN = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine"})
"""Words by which speakers speak of themselves and their side."""
_WILDCARDS = {"<own>": OWN, "<not>": frozenset({"not", "never", "no", "nor", "hardly"})}
_PLAIN = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would",
          "ca": "can", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have"}  # fmt: skip
_GAP = ".."
_WIDEST_GAP = 4
_ENDINGS = ("ing", "ed", "es", "s", "d")

_T = TypeVar("_T")


class _Opening(Generic[_T]):
    """The phrases of a lexicon that begin with one word: that word alone, by the word that comes second, with a gap."""

    def __init__(self) -> None:
        self.alone: list[tuple[Phrase, _T]] = []
        self.by_second: dict[str, list[tuple[Phrase, _T]]] = {}
        self.gapped: list[tuple[Phrase, _T]] = []

    def add(self, phrase: Phrase, meaning: _T) -> None:
        if len(phrase) == 1:
            self.alone.append((phrase, meaning))
        elif phrase[1] is None:
            self.gapped.append((phrase, meaning))
        else:
            for form in phrase[1]:
                self.by_second.setdefault(form, []).append((phrase, meaning))


Lexicon = dict[str, _Opening[_T]]
"""Phrases and what each means, by their first words."""


def phrases_in(tokens: Sequence[Token], lexicon: Lexicon[_T]) -> Iterator[tuple[int, int, Phrase, _T]]:
    """First token, last token and meaning of each phrase of ``lexicon`` that stands in ``tokens``.

    One that fits by several forms of a word may come several times.
    """
    forms = [_forms(token) for token in tokens]
    for start, here in enumerate(forms):
        after = forms[start + 1] if start + 1 < len(forms) else ()
        for form in here:
            opening = lexicon.get(form)
            if opening is None:
                continue
            for phrase, meaning in opening.alone:
                yield start, start, phrase, meaning
            for phrase, meaning in itertools.chain(
                opening.gapped, *(opening.by_second[second] for second in after if second in opening.by_second)
            ):
                end = _match(phrase, forms, start)
                if end is not None:
                    yield start, end, phrase, meaning


def _match(phrase: Phrase, forms: list[frozenset[str]], start: int) -> int | None:
    place = start + 1
    skip = 0
    for wanted in phrase[1:]:
        if wanted is None:
            skip = _WIDEST_GAP
            continue
        for i in range(place, min(place + skip + 1, len(forms))):
            if not wanted.isdisjoint(forms[i]):
                break
        else:
            return None
        place, skip = i + 1, 0
    return place - 1


def plain(token: Token) -> str:
    """The word in small letters, a short form written out ("wo" in "won't" is "will")."""
    return _PLAIN.get(token.lower_, token.lower_)


def _forms(token: Token) -> frozenset[str]:
    """The word, its lemma, and its stems: the pipeline takes "hopes" for a form of "hop"."""
    return _forms_of(token.lower_, token.lemma_.lower(), token.pos_ in ("VERB", "NOUN"))


@functools.lru_cache(maxsize=8192)
def _forms_of(word: str, lemma: str, inflects: bool) -> frozenset[str]:
    word = _PLAIN.get(word, word)
    found = {word, lemma}
    if inflects and len(word) > 4:
        stem = next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)), word)
        found |= {stem, f"{stem}e"}
    return frozenset(found)


@functools.cache
def act_phrases() -> Lexicon[Act]:
    """The phrases that show an act, by their first words."""
    return _indexed((words, Act(name)) for name, words in _raw()["acts"].items())


@functools.cache
def word_classes(*names: str) -> Lexicon[str]:
    """Kinds of words (``harm``, ``benefit``, ``wrong`` ...) that tell near acts apart, all or those of these names, by
    their first words."""
    return _indexed((words, name) for name, words in _raw()["words"].items() if not names or name in names)


def _indexed(lists: Iterable[tuple[str, _T]]) -> Lexicon[_T]:
    index: Lexicon[_T] = {}
    for words, meaning in lists:
        for written in re.split(r"[,\n]", words):
            parts = written.split()
            if not parts:
                continue
            phrase = tuple(None if part == _GAP else _WILDCARDS.get(part, frozenset(part.split("|"))) for part in parts)
            for form in phrase[0] or ():
                index.setdefault(form, _Opening()).add(phrase, meaning)
    return index


@functools.cache
def _raw() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("register.toml").read_text(encoding="utf-8"))
