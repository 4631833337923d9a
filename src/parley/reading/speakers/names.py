"""Names compared: case, accents and the spellings that transliteration gives one name; what a first name tells."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(resources.files(__package__).joinpath("people.toml").read_text("utf-8")).items()
}
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "’": "'"})
"""Letters of the Latin script that do not come apart into a letter and a mark."""

UNSEEN = dict.fromkeys((0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
"""Marks of direction and joining, to be taken out of names (``str.translate``): nobody sees them."""

_SPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"['`-]", ""),
        (r"[ijy]+", "i"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"zh", "z"),
        (r"s?ch|sh", "s"),
        (r"t[sz]|cz", "c"),
        (r"ck|q|c(?!$)", "k"),
        (r"x", "ks"),
        (r"ou|oo", "u"),
        (r"(?:f+|w)$", "v"),
        (r"w", "v"),
        (r"(.)\1", r"\1"),
    )
)
"""What systems of transliteration write differently: Zelinsky, Zelinskyy and Zelinskij are one name."""


def people_words(name: str) -> frozenset[str]:
    """A list of ``people.toml``."""
    return _WORDS[name]


def unaccented(words: str) -> str:
    """Without accents; every code point stays one code point, so that places stay what they are."""
    return words if words.isascii() else "".join(map(_bare, words))


@cache
def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter.translate(_LETTERS))
    return base[0] if base and all(map(unicodedata.combining, base[1:])) else letter


def folded(words: str) -> str:
    """Without case and accents."""
    return unaccented(words).casefold()


@cache
def spelling(name: str) -> str:
    """One form for the spellings of a name; words of three letters and fewer keep theirs."""
    return " ".join(_sounded(word) for word in folded(name).split())


def _sounded(word: str) -> str:
    if len(word) < 4:
        return word
    for pattern, to in _SPELLINGS:
        word = pattern.sub(to, word)
    return word


def is_male(name: str) -> bool | None:
    """Whether the first name is a man's; ``None`` where it tells nothing."""
    first = folded(name).split()[:1]
    if not first or len(name.split()) < 2:
        return None
    his, hers = first[0] in _WORDS["mens_names"], first[0] in _WORDS["womens_names"]
    return his if his is not hers else None


def surname(name: str) -> str:
    """The last word that is no "Jr."."""
    words = [word for word in name.split() if word.casefold() not in _WORDS["suffixes"]]
    return words[-1] if words else name


def as_name(words: str) -> str:
    """A name in capitals ("ANA KOV") as names are written elsewhere."""
    return words.title() if words.isupper() and len(words) > 2 else words
