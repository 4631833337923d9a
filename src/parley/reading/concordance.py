"""A concordance: where each word of a document stands, made in one pass and asked by every reader.

To make a token object of every word of a paper costs more than to judge the few that matter; so each reader asks
here for the words on its list and looks at these alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.attrs import IDX, LEMMA, LOWER
from spacy.tokens import Doc, Token

from .pipeline import text_of

_KEPT = "parley concordance"


class Concordance:
    """The places of the words of one document. Forms and lemmas are in lower case."""

    def __init__(self, doc: Doc) -> None:
        columns = doc.to_array([IDX, LEMMA, LOWER])
        self.starts: list[int] = columns[:, 0].tolist()
        """The code point at which each token begins."""
        text = text_of(doc)
        self.capitals = [i for i, start in enumerate(self.starts) if text[start].isupper()]
        """The indices of the tokens that begin with a capital."""
        self._by_lemma = _places(doc, columns[:, 1].tolist())
        self._by_form = _places(doc, columns[:, 2].tolist())

    @property
    def lemmas(self) -> Set[str]:
        return self._by_lemma.keys()

    def places(self, lemmas: Set[str] = frozenset(), forms: Set[str] = frozenset()) -> list[int]:
        """The indices of the tokens with one of these lemmas or forms, in reading order."""
        found = {i for lemma in self._by_lemma.keys() & lemmas for i in self._by_lemma[lemma]}
        found.update(i for form in self._by_form.keys() & forms for i in self._by_form[form])
        return sorted(found)


def concordance(doc: Doc) -> Concordance:
    """The concordance of a document, made when it is first asked for."""
    kept = doc.user_data.get(_KEPT)
    if not isinstance(kept, Concordance):
        kept = doc.user_data[_KEPT] = Concordance(doc)
    return kept


def tokens_of(doc: Doc, lemmas: Set[str] = frozenset(), forms: Set[str] = frozenset()) -> Iterator[Token]:
    """The tokens of a document with one of these lemmas or forms, in reading order."""
    for i in concordance(doc).places(lemmas, forms):
        yield doc[i]


def _places(doc: Doc, words: list[int]) -> dict[str, list[int]]:
    strings = doc.vocab.strings
    by_id: dict[int, list[int]] = {}
    for i, word in enumerate(words):
        by_id.setdefault(word, []).append(i)
    found: dict[str, list[int]] = {}
    for word, places in by_id.items():
        found.setdefault(strings[word].lower(), []).extend(places)  # one lemma may stand in two cases
    return found
