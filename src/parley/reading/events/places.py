"""Where the words of a document say that a thing is: the places in it, and what looks like one."""

from __future__ import annotations

from functools import cached_property

from parley.model import Document, Span

from ..tokens import Doc, Token
from .calendar import Calendar
from .clauses import nouns, phrase

_SITES = nouns("sites")
_IN_PLACE = frozenset({"in", "at", "near", "outside", "inside", "on", "to"})


class Places:
    """The places of one document, by the words that say that something is there."""

    def __init__(self, doc: Doc, document: Document, calendar: Calendar) -> None:
        self._doc, self._document, self._calendar = doc, document, calendar

    def at(self, *tokens: Token) -> Span | None:
        """The place named at one of the words ("in Ostrava", "at the border")."""
        for token in tokens:
            for preposition in token.children:
                if preposition.dep_ != "prep" or preposition.lower_ not in _IN_PLACE:
                    continue
                for place in preposition.children:
                    if place.dep_ == "pobj" and self._is_place(place, preposition):
                        return self._words(place)
        return None

    def _is_place(self, token: Token, preposition: Token) -> bool:
        if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "PERSON", "NORP"):
            return False
        if self._calendar.stands_in_time(token):
            return False  # but "March 9 in Varn" names a place as well
        if token.lower_ == "front" and any(child.lower_ == "of" for child in token.rights):
            return False  # "in front of the cameras"
        named = token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "LOC", "FAC")
        if preposition.lower_ in ("on", "to"):
            return token.ent_type_ in ("LOC", "FAC") and preposition.lower_ == "on"  # "sanctions on Kestria" names none
        return named or token.lemma_.lower() in _SITES

    @staticmethod
    def is_named_site(token: Token) -> bool:
        """ "The town of Ostra", "the Ostra bridge": a place with a name, and not any bridge."""
        named = any(each.pos_ == "PROPN" and each.i != token.i for each in token.subtree)
        return token.lemma_.lower() in _SITES and named

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that stand after "in" or "the town of", in small letters."""
        found = set()
        for token in self._doc:
            if token.pos_ != "PROPN" or token.dep_ != "pobj" or token.i != token.left_edge.i:
                continue
            above = token.head
            of_site = above.lower_ == "of" and above.head.lemma_.lower() in _SITES
            if of_site or (above.lower_ in ("in", "near", "outside") and token.ent_type_ != "DATE"):
                found.add(token.lower_)
        return frozenset(found)

    def _words(self, token: Token) -> Span:
        """ "Vienna, Austria" and "the Austrian city of Vienna" whole."""
        timed = [
            child
            for child in token.children
            if child.dep_ == "prep" and any(map(self._calendar.is_time, child.children))
        ]
        start, end = phrase(token, timed)  # "a hotel on March 5"
        following = [child for child in token.rights if child.dep_ in ("appos", "conj") and child.ent_type_ == "GPE"]
        if following and token.ent_type_ in ("GPE", "LOC", "FAC") and "and" not in (c.lower_ for c in token.rights):
            between = self._document.text[end : following[0].idx]
            if between.strip(" ") == ",":
                end = following[0].idx + len(following[0].text)
        return Span.of(self._document.text, start, end, self._document.id)
