"""The provisions of a framework that words of it name: "Articles 1 to 3", "paragraph 4"."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Framework, Provision, provision_number
from parley.text import patterns as re
from parley.text.citing import by_heading, heading_key, provisions_cited

_OF = re.compile(r"\s+(?:of|in|under)\s+", re.I)


def articles_named(words: str, framework: Framework) -> tuple[str, ...]:
    """The ids of the provisions that the words name by number, in the order of the text.

    Where headings have numbers ("## Article 2"), "Article 2" is what stands under that one, whatever numbers its points
    have; a "paragraph 3 of Article 2" is that paragraph alone.
    """
    numbered = _Numbered(framework)
    named: set[str] = set()
    within: frozenset[str] = frozenset()
    after = -1
    for cited in reversed(list(provisions_cited(words))):
        found = frozenset(id for number in cited.numbers for id in numbered.called(cited.kind, number))
        if after >= 0 and _OF.fullmatch(words[cited.end : after]) and (narrower := found & within):
            named -= within - narrower
            found = narrower
        named |= found
        within, after = found, cited.start
    return tuple(dict.fromkeys(each.id for each in framework.provisions if each.id in named))


class _Numbered:
    """The provisions by their own numbers and by those of the headings over them."""

    def __init__(self, framework: Framework) -> None:
        self._provisions = framework.provisions
        self._headed = by_heading(framework.provisions)

    def called(self, kind: str, number: str) -> list[str]:
        whole, _, part = number.partition("(")
        under = self._headed.get(heading_key(kind, whole), [])
        if under and part:
            under = [*_of_number(under, number), *_of_number(under, part.rstrip(")"))]
        if not under:  # not what has that number as a point of another article
            points = {each.id for key, parts in self._headed.items() if _is_of(key, kind) for each in parts}
            under = [each for each in _of_number(self._provisions, number) if each.id not in points]
        return [each.id for each in under]


def _is_of(key: str, kind: str) -> bool:
    return key.startswith(heading_key(kind, ""))


def _of_number(provisions: Iterable[Provision], number: str) -> list[Provision]:
    said = provision_number(number)
    return [each for each in provisions if said in (each.printed, each.id)]
