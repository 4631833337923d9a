"""What must stand in a text for a pattern to match there: words, one of which every match holds.

Most patterns match in few sentences, and to look for a dozen plain words is many times faster than to try a long
pattern at every character. :func:`needed` reads the words off the pattern as ``re`` itself parses it; what it gives is
a necessary condition, so that a pattern that is asked only where it holds finds what it would have found anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from itertools import product
from math import prod
from typing import Any

_parser: Any = import_module("re._parser")

_MOST_EXACT = 32
"""Strings that one part of a pattern may stand for, letter by letter, before only its needed words are kept."""
_MOST_TIMES = 4
"""How often a part may be repeated and yet be told letter by letter: four digits are a year."""
_USUAL = frozenset(["the", "and", "shall", "all", "part", "party", "parties", "each", "for", "with", "day", "0"])
_FREQUENCY = {1: 0.95, 2: 0.35, 3: 0.06, 4: 0.02}
"""In how many sentences of an agreement a string of so many letters stands, roughly."""
_FREQUENCY_OF_LONGER, _FREQUENCY_OF_USUAL = 0.01, 0.4
_USEFUL = 0.9
"""Words that stand in more of the sentences than this, taken together, spare hardly one of them the pattern."""

Strings = frozenset[str]
Part = tuple[Strings | None, Strings | None]
"""Of a part of a pattern: every string that it matches, in small letters, where they are few; else its needed words."""
_NOTHING: Strings = frozenset([""])


def needed(pattern: str, flags: int = 0) -> tuple[str, ...] | None:
    """Words in small letters, one of which is in :func:`folded` of any text that ``pattern`` matches in; usual first.

    ``None`` where the pattern needs no word that is worth looking for. An error of the pattern is that of ``re``.
    """
    words = _best(_row(_parser.parse(pattern, flags)))
    if words is None or _share(words) > _USEFUL:
        return None
    return tuple(sorted(words, key=lambda word: (-_frequency(word), word)))


def folded(text: str) -> str:
    """``text`` in small letters and with 0 for each digit, so that no pattern needs a word that isn't in it."""
    return _of_sentence(text) if len(text) < LONG else _of_text(text)


LONG = 1_000
"""Characters beyond which a text is no sentence."""
_DIGITS = str.maketrans(dict.fromkeys("123456789", "0"))
_DIGIT = re.compile(r"\d")


def _fold(text: str) -> str:
    small = text.lower()
    if small.isascii():
        return small.translate(_DIGITS)
    small = small.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")  # as "ignore case" takes them
    return _DIGIT.sub("0", small)


_of_sentence, _of_text = lru_cache(maxsize=4_096)(_fold), lru_cache(maxsize=2)(_fold)
"""Kept, as many patterns are tried on each."""


def _frequency(word: str) -> float:
    return _FREQUENCY_OF_USUAL if word in _USUAL else _FREQUENCY.get(len(word), _FREQUENCY_OF_LONGER)


def _share(words: Strings) -> float:
    return 1 - prod(1 - _frequency(word) for word in words)


def _rarest(found: Iterable[Strings | None]) -> Strings | None:
    told = [_shortest(words) for words in found if words is not None and "" not in words]
    return min(told, key=_share) if told else None


def _shortest(words: Strings) -> Strings:
    """Without those that hold another: where "accepts" stands, "accept" does."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return frozenset(kept)


def _best(part: Part) -> Strings | None:
    exact, words = part
    return words if exact is None else _rarest([exact])


def _row(row: Iterable[tuple[Any, Any]]) -> Part:
    """One thing after the other: what is known letter by letter is joined as long as it is little."""
    run, found, whole = _NOTHING, list[Strings | None](), True
    for operation, argument in row:
        exact, words = _READ.get(operation.name, _unknown)(argument)
        if words is not None:
            found.append(words)
        if exact is not None and len(run) * len(exact) <= _MOST_EXACT:
            run = frozenset(map("".join, product(run, exact)))
            continue
        found.append(run)
        run, whole = exact or _NOTHING, False
    return (run, None) if whole and not found else (None, _rarest([*found, run]))


def _branch(argument: tuple[None, list[Any]]) -> Part:
    parts = [_row(each) for each in argument[1]]
    exact = [one for one, _ in parts if one is not None]
    if len(exact) == len(parts) and sum(map(len, exact)) <= _MOST_EXACT:
        return frozenset().union(*exact), None
    words = [_best(each) for each in parts]
    told = [each for each in words if each is not None]
    return None, frozenset().union(*told) if len(told) == len(words) else None


def _repeat(argument: tuple[int, int, Any]) -> Part:
    least, most, row = argument
    part = _row(row)
    exact = part[0]
    if exact is not None and most <= _MOST_TIMES and len(exact) ** most <= _MOST_EXACT:
        times = range(least, most + 1)
        return frozenset("".join(each) for number in times for each in product(exact, repeat=number)), None
    return None, _best(part) if least else None


def _letter(code: int) -> Part:
    return (frozenset([_fold(chr(code))]), None) if code < 128 else (None, None)


def _letters(argument: list[tuple[Any, Any]]) -> Part:
    """A class of characters: its letters where they are told one by one, 0 where they are digits, else nothing."""
    told: set[str] = set()
    for operation, value in argument:
        if operation.name == "LITERAL" and value < 128:
            told.add(_fold(chr(value)))
        elif (operation.name == "RANGE" and _fold(chr(value[0])) == _fold(chr(value[1])) == "0") or (
            operation.name == "CATEGORY" and value.name == "CATEGORY_DIGIT"
        ):
            told.add("0")
        else:
            return None, None
    return frozenset(told), None


def _ahead(argument: tuple[int, Any]) -> Part:
    """What must follow is needed and takes no place; what must stand before may lie outside of where is searched."""
    direction, row = argument
    return _NOTHING, _best(_row(row)) if direction > 0 else None


def _unknown(_: Any) -> Part:
    return None, None


_READ: dict[str, Callable[[Any], Part]] = {
    "AT": lambda _: (_NOTHING, None),
    "ASSERT": _ahead,
    "ASSERT_NOT": lambda argument: (_NOTHING if list(argument[1]) else frozenset(), None),
    "ATOMIC_GROUP": lambda argument: _row(argument),
    "BRANCH": _branch,
    "FAILURE": lambda _: (frozenset(), None),
    "IN": _letters,
    "LITERAL": _letter,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "SUBPATTERN": lambda argument: _row(argument[3]),
}
