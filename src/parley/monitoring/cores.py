"""What is distinctive in a name: "Alda" in "Republic of Alda", and in "Aldan army" by its adjective."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from parley.text import patterns as re

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_OWNED = re.compile(r"['’]s?\Z")
_LEFT_OUT = frozenset({"the", "of", "and", "government", "governments"})
_STATES = frozenset(
    {"republic", "state", "states", "kingdom", "union", "federation", "confederation", "commonwealth", "emirate"}
    | {
        "emirates",
        "principality",
        "sultanate",
        "empire",
        "duchy",
        "canton",
        "realm",
        "confederacy",
        "province",
        "county",
    }
    | {"khanate", "caliphate", "dominion", "oblast", "voivodeship"}
)
_WHICH = frozenset(
    {"people", "peoples", "islamic", "arab", "democratic", "popular", "socialist", "federal", "federative", "united"}
    | {"transitional", "interim", "provisional", "national", "central", "sovereign", "independent", "grand"}
    | {"free", "autonomous"}
)
"""What stands beside the word for a state, and tells it from no other party."""
_OF_IT = ("n", "an", "ian", "ean", "ese", "ish", "ic", "i", "ite", "er")
"""What makes an adjective of a name, as it is or without its last vowels: Aldan, Borunese."""
_INITIALS = re.compile(r"(?:the\s+)?((?:[A-Z](?:o?[A-Z])+|(?:[A-Z]\.)+|[A-Z]\Z))(?!\w)")
_ENDS = "afngps"
"""On what initials of forces end: army, forces, navy, guard, police, ship."""
_LEAST = 3
Words = tuple[str, ...]


def bare(words: str) -> str:
    """Words without the accents on their letters."""
    if words.isascii():
        return words
    return "".join(one for one in unicodedata.normalize("NFKD", words) if not unicodedata.combining(one))


@lru_cache(maxsize=16_384)
def words_of(name: str) -> Words:
    """The words of a name that tell whose it is, in small letters, without a possessive's ending or full stops."""
    words = (_OWNED.sub("", word).replace(".", "") for word in _WORD.findall(bare(name).casefold()))
    return tuple(word for word in words if word not in _LEFT_OUT)


@lru_cache(maxsize=16_384)
def core_of(name: str) -> Words:
    """The words of a name that no other of its kind has, without what calls it a state; nothing if none is left."""
    words = words_of(name)
    is_state = not _STATES.isdisjoint(words) or re.search(r"\bgovernment", name, re.I)
    if not is_state:
        return words
    core = tuple(word for word in words if word not in _STATES and word not in _WHICH)
    return core if any(len(word) >= _LEAST for word in core) else ()


@lru_cache(maxsize=16_384)
def of_one_stem(one: str, other: str) -> bool:
    """Whether one is the other, or its adjective ("Aldan" of "Alda")."""
    return one == other or _adjective(one, other) or _adjective(other, one)


def _adjective(word: str, name: str) -> bool:
    return word in _adjectives(name)


@lru_cache(maxsize=4096)
def _adjectives(name: str) -> frozenset[str]:
    stems = {stem for stem in (name, name.rstrip("aeoyi")) if len(stem) >= _LEAST}
    return frozenset(f"{stem}{ending}{plural}" for stem in stems for ending in _OF_IT for plural in ("", "s"))


def akin(words: Words, core: Words) -> bool:
    """Whether the words are those of a core, or their adjectives."""
    return len(words) == len(core) and all(map(of_one_stem, words, core))


def _is_its_name(words: Words, core: Words) -> bool:
    """Whether the core is the adjective of a name: "Orlavian Union" of Orlavia."""
    return len(words) == len(core) == 1 and _adjective(core[0], words[0])


def may_have(words: Words, core: Words) -> bool:
    """Whether a core may stand among the words: itself, its adjective ("alda-backed militia"), or one in other letters
    ("kestira"), or its beginning ("kestr").
    """
    split = tuple(part for word in words for part in word.split("-"))
    return any(
        all(map(_may_be, each[start : start + len(core)], core))
        for each in {words, split}
        for start in range(len(each) - len(core) + 1)
        if core
    )


@lru_cache(maxsize=16_384)
def _may_be(word: str, name: str) -> bool:
    if of_one_stem(word, name) or (len(word) > _LEAST and name.startswith(word)):
        return True
    turned = [form for form in _adjectives(name) if len(name) > _LEAST and sorted(form) == sorted(word)]
    return any(_within_a_letter(word, form) for form in (name, *turned))


def _within_a_letter(word: str, name: str) -> bool:
    """Whether one letter too many, too few or another makes one of the other, or two that changed places."""
    if abs(len(word) - len(name)) > 1:
        return False
    start = _alike(word, name)
    end = _alike(word[start:][::-1], name[start:][::-1])
    left, right = word[start : len(word) - end], name[start : len(name) - end]
    turned = len(left) == len(right) == 2 and left == right[::-1]
    return turned or (len(left) <= 1 and len(right) <= 1 and min(len(word), len(name)) > _LEAST)


def _alike(one: str, other: str) -> int:
    """With how many letters alike they begin."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _short_for(letters: str, name: Words) -> bool:
    """Whether initials are those of a name ("OU" of Orlavian Union), or of forces of its own ("KAF" of Kestria)."""
    whole = "".join(word[0] for word in name)
    own = "".join(word[0] for word in name if word not in _STATES)
    return letters in (whole, own) or (len(letters) > 2 and letters.startswith((whole, own)) and letters[-1] in _ENDS)


class Cores:
    """The distinctive words of every name that leads to a key, and which of the keys those of others come to."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[frozenset[str], set[str]] = {}
        self._cores: dict[Words, set[str]] = {}
        self._names = [(words_of(name), key) for name, key in names]
        for name, key in names:
            self._whole.setdefault(frozenset(words_of(name)), set()).add(key)
            self._cores.setdefault(core_of(name), set()).add(key)

    def key(self, name: str, *, adjective: bool = False) -> str | None:
        """Whose name that is, if it is one's alone: by all its words, or those that are distinctive; nobody's if it
        is that of another kind of state ("Kingdom of Alda" beside "Republic of Alda").
        """
        words = words_of(name)
        found = self._whole.get(frozenset(words), set()) if words else set()
        if not found and words and core_of(name) == words:
            found = self._cores.get(words, set())
            if not found:
                fits = akin if adjective else _is_its_name
                found = {key for core, keys in self._cores.items() if fits(words, core) for key in keys}
        elif not found and core_of(name):
            found = self._whole.get(frozenset(core_of(name)), set())
        return next(iter(found)) if len(found) == 1 else None

    def may_name(self, name: str, keys: frozenset[str]) -> bool:
        """Whether a name may be that of one of these, or have it in it: written otherwise, or for short."""
        words, initials = words_of(name), _INITIALS.match(name)
        if any(may_have(words, core) for core, of in self._cores.items() if not of.isdisjoint(keys)):
            return True
        letters = re.sub(r"[^A-Z]", "", initials[1]).casefold() if initials else ""
        return bool(letters) and any(_short_for(letters, each) for each, of in self._names if of in keys)
