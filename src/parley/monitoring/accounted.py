"""Whether every word that stands beside an act in a report is accounted for, so that the act was done without doubt.

Accounted for are the words of the acts themselves, things, names, numbers with their units, words that join others, and
those that say no more than how, when or how much (``accounted.toml``). Any other word may say that it was no such deed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from parley.text import patterns as re
from parley.text.numbers import WORDS
from parley.text.wordlist import word_set

from .objects import is_weapon, kind_words, stem

_NUMBER = re.compile(rf"\d\w*|{WORDS}", re.I)
_PREDICATE = re.compile(r"\w+(?:ed|ing|ly|ete|ial|able|ible|way)\Z", re.I)
"""The form of words that tell what became of something, and are seldom names."""
_MEANS = word_set("air boat foot hand helicopter land night day plane rail road sea ship truck vessel vehicle")
"""By what an act is done, though nobody is named by it."""
Stretch = tuple[int, int]
"""From one character to another, exclusive."""


def unaccounted(said: str, acts: Sequence[Stretch], thing: str | None = None) -> tuple[str, ...]:
    """The words beside these acts that are not accounted for; those of the ``thing`` that is reported are."""
    mixed = any(one.islower() for one in said)
    named = frozenset(map(stem, _parts(thing.casefold()))) if thing else frozenset()
    words = list(_words_beside(said, acts))
    left = []
    is_led = False
    for number, (word, start) in enumerate(words):
        low = word.casefold()
        is_behind = is_led or any(last <= start for _, last in acts)
        is_led = is_led or low not in _words("links")
        ahead = words[number + 1] if number + 1 < len(words) else ("", len(said))
        act_ahead = any(start < first < ahead[1] for first, _ in acts)
        if mixed and is_behind and word[0].isupper() and not _PREDICATE.match(word):
            continue
        if low == "by":
            known = act_ahead or _is_means(ahead[0].casefold())
        elif low == "to":
            known = not act_ahead
        elif low in _words("behind"):
            known = is_behind
        else:
            known = _is_known(low, named)
        if not known:
            left.append(word)
    return tuple(left)


def in_part(said: str) -> bool:
    """Whether words for an act that was done leave open whether all of it was, or for good."""
    return any(word.endswith("%") or _hyphened(word) in _words("in_part") for word, _ in _words_beside(said, ()))


def is_aside(word: str, behind: bool) -> bool:
    """Whether a word of the lexicon may be no act beside another: "mine", "patrol", or ``behind`` it "observed"."""
    parts = _parts(word.casefold())
    return all(_is_known(part, frozenset()) or (behind and part in _words("behind")) for part in parts)


def without_compounds(said: str) -> str:
    """The words with crosses for what is no act, whatever its parts are: "cease-fire", "cross-border"."""
    return _compound().sub(lambda match: "x" * len(match[0]), said)


def says_how(word: str) -> bool:
    """Whether a word says no more than how, when or how much it was, or joins others: it names nobody and nothing."""
    lists = ("plain", "in_part", "links", "units")
    return any(one in _words(name) for one in (word.casefold(), stem(word.casefold())) for name in lists)


def _is_means(word: str) -> bool:
    """Whether what stands behind "by" names nobody: "by drone", "by 20 soldiers"."""
    return is_weapon(word) or stem(word) in _MEANS or _NUMBER.fullmatch(word) is not None


def _is_known(word: str, named: frozenset[str]) -> bool:
    if word.endswith("%") or _NUMBER.fullmatch(word) or _hyphened(word) in _known():
        return True
    return all(stem(part) in _known() or stem(part) in named or _NUMBER.fullmatch(part) for part in _parts(word))


def _words_beside(said: str, acts: Sequence[Stretch]) -> Iterator[tuple[str, int]]:
    """The words that are none of the acts', each with its first character."""
    left = "".join(" " if any(first <= at < last for first, last in acts) else one for at, one in enumerate(said))
    for match in _word().finditer(left):
        yield match[0], match.start()


def _parts(words: str) -> list[str]:
    return re.findall(r"[^\W_]+|\?", words)


def _hyphened(word: str) -> str:
    return stem("-".join(word.casefold().split()))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lists = ("plain", "in_part", "links", "things", "units")
    return kind_words().union(stem(word) for name in lists for word in _words(name))


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("accounted.toml").read_text("utf-8"))
    return word_set(table[name])


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    told = sorted((word for name in ("plain", "in_part", "things") for word in _words(name) if "-" in word), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(word.replace('-', '[- ]') for word in reversed(told))})s?(?!\w)", re.I)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_compound().pattern}|[^\W_]+(?:['’-][^\W_]+)*(?:\s*%)?|\?", re.I)
