"""The text with "Party" for its own word for one: "each a State", "neither clan" of two clans.

What sets a duty off, and whose doing it has to be, is told by such words, and is looked for in those of all texts.
Whatever stands in the text stays where it was: a shorter word has its place filled with blanks.
"""

from __future__ import annotations

from parley.model import Framework, Obligation, Sentence, Slot, Span
from parley.text import patterns as re
from parley.text.party_word import with_party, word_for_parties

_SLOTS = ("bearer", "modality", "act", "object", "place", "window", "trigger", "exception", "counterpart", "verifier")


def with_parties_so_called(framework: Framework) -> Framework:
    """The same text, in which a party is called one."""
    others = (*framework.others, *framework.bodies)
    own = word_for_parties(framework.text, [one.name for one in framework.parties], [one.name for one in others])
    text = framework.text if own is None else with_party(framework.text, own)
    if own is None or text == framework.text:
        return framework
    sentences = tuple(_sentence(one, text, own) for one in framework.sentences)
    return framework.replace(text=text, sentences=sentences)


def _sentence(one: Sentence, text: str, own: re.Pattern[str]) -> Sentence:
    obligations = tuple(_obligation(each, text, own) for each in one.obligations)
    return one.replace(exact=text[one.start : one.end], obligations=obligations)


def _obligation(one: Obligation, text: str, own: re.Pattern[str]) -> Obligation:
    slots = {name: _slot(getattr(one, name), text, own) for name in _SLOTS}
    return one.replace(sentence=_span(one.sentence, text), **slots)


def _slot(slot: Slot[object] | None, text: str, own: re.Pattern[str]) -> Slot[object] | None:
    if slot is None:
        return None
    whole = len(slot.spans) == 1 and slot.spans[0].exact == slot.words
    spans = tuple(_span(each, text) for each in slot.spans)
    return slot.replace(words=spans[0].exact if whole else with_party(slot.words, own), spans=spans)


def _span(span: Span, text: str) -> Span:
    return span.replace(exact=text[span.start : span.end])
