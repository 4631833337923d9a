"""What parties are called besides their names: by their people, or by their home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Party
from parley.text import patterns as re
from parley.text.wordlist import word_set

JOINS = word_set("the of and")
_PEOPLES = frozenset({"clan", "tribe", "family"})
_COMPASS = word_set("northern southern eastern western central upper lower old new great greater united free")


def peoples(parties: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """What is left of the parties' names without the word for what all of them are, each with its id."""
    names = {party.id: party.name.split() for party in parties}
    shared = frozenset.intersection(*map(frozenset, names.values())) if len(names) > 1 else frozenset()
    if not any(word.lower() in _PEOPLES for word in shared):
        return
    for id, words in names.items():
        own = [word for word in words if word not in shared and word.lower() not in JOINS]
        if len(own) == 1 and own[0][0].isupper() and own[0].lower() not in _COMPASS:
            yield own[0], id


_HOME = re.compile(r"(?:[\w’'\-]+\s+){1,4}of\s+(?P<home>[A-Z][\w’'\-]{3,})")


def homes(parties: Sequence[Party], actors: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """Where parties are at home, each with its id, where nobody else has the name: "Hadra" of the Command of Hadra."""
    for party in parties:
        named = _HOME.fullmatch(party.name)
        if named and not any(named["home"] in other.name for other in actors if other is not party):
            yield named["home"], party.id
