"""What is distinctive in a name: "Alda" in "Republic of Alda", and in "Aldan army" by its adjective."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from parley.text import patterns as re

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_OWNED = re.compile(r"['’]s?\Z")
_LEFT_OUT = frozenset({"the", "of", "and", "government", "governments"})
_STATES = frozenset(
    {"republic", "state", "states", "kingdom", "union", "federation", "confederation", "commonwealth", "emirate"}
    | {"emirates", "principality", "sultanate", "empire", "duchy"}
)
_WHICH = frozenset(
    {"people", "peoples", "islamic", "arab", "democratic", "popular", "socialist", "federal", "federative", "united"}
    | {"transitional", "interim", "provisional", "national", "central", "sovereign", "independent", "grand"}
)
"""What stands beside the word for a state, and tells it from no other party."""
_OF_IT = ("n", "an", "ian", "ean", "ese", "ish", "ic", "i", "ite", "er")
"""What makes an adjective of a name, as it is or without its last vowels: Aldan, Borunese."""
_LEAST = 3
Words = tuple[str, ...]


@lru_cache(maxsize=16_384)
def words_of(name: str) -> Words:
    """The words of a name that tell whose it is, in small letters, without a possessive's ending or full stops."""
    words = (_OWNED.sub("", word).replace(".", "") for word in _WORD.findall(name.casefold()))
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
    stems = {stem for stem in (name, name.rstrip("aeoyi")) if len(stem) >= _LEAST}
    return any(word in (f"{stem}{ending}", f"{stem}{ending}s") for stem in stems for ending in _OF_IT)


def akin(words: Words, core: Words) -> bool:
    """Whether the words are those of a core, or their adjectives."""
    return len(words) == len(core) and all(map(of_one_stem, words, core))


def _is_its_name(words: Words, core: Words) -> bool:
    """Whether the core is the adjective of a name: "Orlavian Union" of Orlavia."""
    return len(words) == len(core) == 1 and _adjective(core[0], words[0])


def has(words: Words, core: Words) -> bool:
    """Whether a core stands among the words, or its adjective: "alda-backed militia"."""
    split = tuple(part for word in words for part in word.split("-"))
    return any(
        akin(each[start : start + len(core)], core)
        for each in {words, split}
        for start in range(len(each) - len(core) + 1)
        if core
    )


class Cores:
    """The distinctive words of every name that leads to a key, and which of the keys those of others come to."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[frozenset[str], set[str]] = {}
        self._cores: dict[Words, set[str]] = {}
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

    def in_name(self, name: str, keys: frozenset[str]) -> bool:
        """Whether the distinctive words of one of these stand in a name, or their adjectives."""
        words = words_of(name)
        return any(has(words, core) for core, of in self._cores.items() if not of.isdisjoint(keys))
