"""Words that look like a name of the text and are another word: what a person reads would not be what is held."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from parley.text import patterns as re
from parley.text.alphabets import alphabet, is_mixed, skeleton, strangers

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
_FEWEST = 3
"""Letters of a name's word: shorter ones are numbers, units and initials."""
_FEWEST_PLAIN = 4
"""The same where only "I", "l", "1" and "0" stand for one another: shorter ones are numerals ("III")."""
_SHOWN = 5


def look_alikes(text: str, start: int, end: int, path: str, names: Iterable[str]) -> list[str]:
    """A sentence for each word between ``start`` and ``end`` that can pass for one of ``names``, or mixes alphabets.

    A name of the text that can pass for one before it is told too. A text whose names are wholly in another
    alphabet has none of this.
    """
    names = tuple(names)
    own = _own_words(names)
    places = {match.group(): start for name in names for match in _WORD.finditer(name)}
    for match in _WORD.finditer(text, start, end):
        places[match.group()] = min(places.get(match.group(), end), match.start())
    found = [(place, word, like) for word, place in places.items() if (like := _passes_for(word, own)) is not None]
    told = [
        f"{path}, line {text.count(chr(10), 0, at) + 1}: {_told(word, like)}"
        for at, word, like in sorted(found)[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        told.append(f"{path}: {len(found) - _SHOWN:,} further words are in look-alike letters; mend them alike.")
    return told


@lru_cache(maxsize=8)
def _own_words(names: tuple[str, ...]) -> dict[str, str]:
    """The words of names by what they look like."""
    own: dict[str, str] = {}
    for name in names:
        for match in _WORD.finditer(name):
            word = match.group()
            if word[0].isupper() and len(word) >= _FEWEST:
                for form in (word, word.upper(), word.capitalize()):
                    own.setdefault(skeleton(form), word)
    return own


def look_alike_of(words: str, names: tuple[str, ...]) -> str | None:
    """The name of the text that a word of ``words`` can be taken for without being it."""
    own = _own_words(names)
    alike = (_passes_for(match.group(), own) for match in _WORD.finditer(words))
    return next((name for name in alike if name), None)


def _passes_for(word: str, own: dict[str, str]) -> str | None:
    """The name that a word can be taken for; nothing where it only mixes alphabets; ``None`` where it is what it is."""
    name = own.get(skeleton(word), "")
    name = "" if name == word else name
    if not word.isascii() and is_mixed(word):
        return name
    if not name or name.casefold() == word.casefold() or len(word) < _FEWEST or word[0].islower() or word.isdecimal():
        return None
    plain = word.isascii() and name.isascii()
    if plain and (len(word) < _FEWEST_PLAIN or set(name) <= set("IVXLl")):
        return None
    return name


def _told(word: str, name: str) -> str:
    odd = [char for char in word if alphabet(char) != "LATIN"]
    why = f" ({strangers(word)})" if odd and is_mixed(word) else ""
    if name:
        told = f"looks like \u201c{name}\u201d and is taken for another name; write it in the same letters"
    else:
        told = "has letters of two alphabets; write it in those of its neighbours"
    return f"\u201c{word}\u201d{why} {told}."
