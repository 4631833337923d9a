"""Times counted from when something was received or lodged: "every complaint within 5 days of receiving it"."""

from __future__ import annotations

from parley.model import Obligation, Slot, Span, Trigger
from parley.text import patterns as re

from .of_each import what_it_is_about

_TOLD = r"(?:complaints?|notices?|notifications?|allegations?|accusations?|protests?|grievances?|petitions?|requests?)"
"""What is told to somebody."""
_RECEIVING = r"(?:receipts?|receiving|reception|submission|filing|lodging|lodgement|delivery|arrival|presentation)"
_RECEIVED = r"(?:received|lodged|submitted|filed|made|delivered|given|presented|brought|raised)"
_IT = re.compile(
    rf"(?:upon|on|after|of)?\s*(?:(?:(?:the|its|their)\s+)?{_RECEIVING}(?:\s+(?:of\s+)?(?:it|them|the\s+same|thereof))?|"
    rf"(?:it|they)\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+{_RECEIVED}|comes?\s+in|came\s+in|arrives?|arrived)|(?:its|their)\s+being\s+{_RECEIVED})",
    re.I,
)
_OF_SOMETHING = re.compile(
    rf"(?:(?:upon|on|after|when|whenever|if|once|where|of)\s+)?(?:(?:the\s+)?{_RECEIVING}\s+(?:of\s+)?|"
    rf"(?:(?:it|they|the\s+\w+(?:\s+\w+){{0,3}}?)\s+(?:receives?|has\s+received|have\s+received)\s+))"
    rf"(?P<what>(?:an?|the|any|each|every|such\s+an?)\s+(?:[\w-]+\s+){{0,2}}?{_TOLD}\b.*)|"
    rf"(?:(?:upon|on|after|when|whenever|if|once|where|of)\s+)?"
    rf"(?P<told>(?:an?|the|any|each|every|such\s+an?)\s+(?:[\w-]+\s+){{0,2}}?{_TOLD}\b(?:\s+(?:of|by|from|about|concerning)\s+.+?)?)\s+"
    rf"(?:being|is|are|was|were|has\s+been|have\s+been)\s+{_RECEIVED}(?P<behind>\b.*)",
    re.I | re.S,
)
_DETERMINER = re.compile(r"(?:each|every|any|all|an?|the|such\s+an?)\s+", re.I)
_IS_TOLD = re.compile(rf"(?:[\w-]+\s+){{0,3}}?{_TOLD}\b", re.I)


def with_what_was_received(one: Obligation) -> Obligation:
    """The duty with what was received as what sets it off, where its words say that it was and it, or what it is about,
    is told ("receipt of a complaint"); else that this very thing was received, and no other ("the records within 5 days
    of receiving them").
    """
    trigger = one.trigger
    if trigger is None:
        return one
    words = " ".join(trigger.words.split())
    if _IT.fullmatch(words):
        about = what_it_is_about(one)
        if about is not None and _IS_TOLD.match(_DETERMINER.sub("", about, count=1)):
            return _set_off(one, about, _DETERMINER.sub("", about, count=1), trigger.spans)
        if one.object is None:
            return one
        thing = " ".join(one.object.value.text.split())
        bare = _DETERMINER.sub("", thing, count=1)
        if _IS_TOLD.match(bare):
            return _set_off(one, thing, bare, (*trigger.spans, *one.object.spans))
        return _set_off(one, f"upon receiving {bare}", "receiving", trigger.spans)
    found = _OF_SOMETHING.fullmatch(words)
    if found is None:
        return one
    what = found["what"] or f"{found['told']}{found['behind']}"
    return _set_off(one, what, _DETERMINER.sub("", what, count=1), trigger.spans)


def _set_off(one: Obligation, words: str, event: str, spans: tuple[Span, ...]) -> Obligation:
    assert one.trigger is not None, "only what something sets off is told otherwise"
    told = one.trigger.value.replace(kind="upon", event=event, actor=None)
    return one.replace(trigger=Slot[Trigger](words=words, value=told, spans=spans))
