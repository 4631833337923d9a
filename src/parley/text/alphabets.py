"""Several alphabets in one text: names in look-alike letters, and parts that are not in English's letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LIKE = {
    **dict(
        zip("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb", "aeopcyxijsdh", strict=True)
    ),
    **dict(
        zip(
            "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405",
            "ABEKMHOPCTYXIJS",
            strict=True,
        )
    ),
    **dict(
        zip(
            "\u03bf\u03b1\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
            "oavABEZHIKMNOPTYX",
            strict=True,
        )
    ),
}
"""Letters of Cyrillic and Greek, and the Latin ones that they look like (the most used of Unicode's confusables, UTS
39)."""
_LIKE_LATIN = frozenset(_LATIN_LIKE)
_ROUGHLY_LIKE = dict(
    zip(
        "\u043a\u0442\u043c\u0432\u043d\u051b\u051d\u04af\u03b9\u03ba\u03c1\u03c4\u03c5\u0578\u0585\u057d\u0570"
        "\u0131\u0251\u0261\u00f8\u0111\u0142\u0127\u00d8\u0110\u0141",
        "ktmbhqwyikptunouhiagodlhODL",
        strict=True,
    )
)
"""Letters that look like Latin ones among Latin ones: small Cyrillic, Greek and Armenian ones, a stroke, a lost dot."""
_SKELETON = str.maketrans({**_LATIN_LIKE, **_ROUGHLY_LIKE, "I": "1", "l": "1", "0": "o"})
_ALIKE = ("CYRILLIC", "GREEK")
_UNIT = 3
"""A Greek letter in so short a word is a unit or a sign ("μSv", "kΩ")."""
_FEWEST, _LEAST = 40, 0.05
"""From so many letters and such a share on, a part in another alphabet is one that a reader would miss."""
_SHOWN = 3


def alphabet_notes(text: str, *, read: bool = True) -> list[str]:
    """What a reader should know of the letters of a text: names that mix alphabets, and parts in another one.

    ``read`` is false where the text as a whole is in no language that is read, which is said elsewhere.
    """
    if text.isascii():
        return []
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    scripts = Counter(script for word in words for char in word if (script := alphabet(char)) != "LATIN")
    letters = sum(map(len, _WORD.findall(text)))
    foreign = scripts.total()
    much = foreign >= _FEWEST and foreign >= _LEAST * letters
    notes = list(_mixed(words, alone=read and not much))
    if read and much:
        name = scripts.most_common(1)[0][0].title()
        notes.append(
            f"about {round(100 * foreign / letters)} % of its letters are {name}: that part is kept and searchable, "
            "not yet read"
        )
    return notes


def _mixed(words: list[str], *, alone: bool) -> Iterator[str]:
    """Words of two alphabets that look like one; ``alone``: also those wholly in letters that look like Latin ones."""
    found = [word for word in dict.fromkeys(words) if is_mixed(word) or (alone and is_disguised(word))]
    if found:
        shown = ", ".join(f"“{word}” ({strangers(word)})" for word in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        yield (
            f"letters of another alphabet stand in for those that they look like: {shown}{more}; such a name is taken "
            "for another one, so write it in the letters of its neighbours"
        )


def is_mixed(word: str) -> bool:
    """Whether a word has Latin letters and such of an alphabet that has look-alikes of them; a unit is none."""
    scripts = {alphabet(char) for char in word if char.isalpha()}
    unit = "GREEK" in scripts and len(word) <= _UNIT
    return "LATIN" in scripts and not scripts.isdisjoint(_ALIKE) and not unit


def is_disguised(word: str) -> bool:
    """Whether a word of another alphabet has only letters that look like Latin ones."""
    return len(word) > 1 and _LIKE_LATIN.issuperset(word)


def skeleton(word: str) -> str:
    """What is left of a word for the eye: look-alike letters are one letter, and marks on Latin letters are gone.

    Two words of one skeleton that are not the same word can pass for each other. Letters of other alphabets that
    look like no Latin one keep their marks, which there are often written or left out at will.
    """
    bare = unicodedata.normalize("NFKD", word).translate(_SKELETON)
    bare = "".join(char for char in bare if not unicodedata.combining(char)).casefold()
    return bare if bare.isascii() else word.casefold()


def strangers(word: str) -> str:
    """The letters of a mixed word that are not Latin, by code and name."""
    strangers = dict.fromkeys(char for char in word if alphabet(char) in _ALIKE)
    first = next(iter(strangers))
    more = " and others" if len(strangers) > 1 else ""
    return f"U+{ord(first):04X} {unicodedata.name(first).lower()}{more}"


def alphabet(char: str) -> str:
    """The alphabet of a letter, as Unicode names it ("LATIN", "CYRILLIC", "CJK")."""
    return (
        "LATIN" if char.isascii() else unicodedata.name(char, "LATIN").split(" ", 1)[0].removesuffix("-COMPATIBILITY")
    )
