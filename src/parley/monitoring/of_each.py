"""What each thing that a duty asks for is about: "a finding on every incident", "an inquiry into any complaint".

The time runs from what it is about. The finding, the inquiry, the reply is what is owed, and sets nothing off.
"""

from __future__ import annotations

from parley.model import Obligation, Slot, Span, Thing, Trigger
from parley.text import patterns as re
from parley.text.acts import noun_at_start

from .doers import INCIDENT

_STOP = (
    r"(?:in|on|at|by|within|of|to|from|into|that|which|who|whose|where|for|about|between|during|under|and|or|but|"
    r"committed|reported|alleged|told|found|made|lodged|received|brought|involving|causing|shall|must|will|may|is|are|"
    r"not|no)\b"
)
_ABOUT = re.compile(
    r"\s*\b(?:(?:on|upon|into|about|over|against|regarding|concerning|after|as\s+to|in\s+(?:respect|case)\s+of|"
    r"with\s+(?:regard|respect)\s+to|in\s+(?:answer|reply|response)\s+to)\s+(?:each(?:\s+and\s+every)?|every|any|all|an?)|"
    r"(?:of|to|for)\s+(?:each(?:\s+and\s+every)?|every|any))\s+"
    rf"(?:(?:one\s+)?of\s+the\s+)?(?:such\s+)?(?P<what>(?!{_STOP})[\w’'-]+(?:\s+(?!{_STOP})[\w’'-]+){{0,4}})",
    re.I,
)
_TOLD_OF = re.compile(
    r"(?:complaint|notice|notification|allegation|accusation|claim|protest|grievance|petition|finding|request|report)s?",
    re.I,
)
"""What somebody says of a happening, and what is answered or looked into."""
_EACH = re.compile(r"(?:each|every|any|all)\s+(?P<what>.+)", re.I | re.S)
_ENDS = re.compile(r"\s*(?:[,;.]|\bwithin\b|\b(?:no|not)\s+later\s+than\b|\Z|\b(?:and\s+)?(?:shall|must|will)\b)", re.I)


_MADE = re.compile(
    r"(?:(?:an?|its|their|the)\s+)?(?:(?:first|written|full|final|preliminary|joint|public|detailed|short|own|initial|interim|"
    r"verification|incident)\s+)*(?:reports?|replies|reply|complaints?|statements?|accounts?)",
    re.I,
)
"""What somebody who has to tell or publish it has made himself, and not what happened to set that off."""
_FINDING = re.compile(r"(?:an?\s+)(?:[\w-]+\s+){0,2}findings?|findings", re.I)
_GIVES = frozenset({"publish", "report", "notify", "deliver", "share", "submit", "refer", "record", "find"})


_FROM_IT = re.compile(r"\s+(?:of|after|from|following)\s+(?:it|that|this|its\s+occurrence)\b(?!\s+\w+ing\b)", re.I)


def is_made(one: Obligation) -> bool:
    """Whether the thing of a duty is what has to be made ("publish a finding"), not what somebody found or told."""
    if one.act is None or one.object is None or one.act.value not in _GIVES:
        return False
    thing = " ".join(one.object.value.text.split())
    return _MADE.fullmatch(thing) is not None or _FINDING.fullmatch(thing) is not None


def with_its_occasion(one: Obligation, before: Obligation | None, following: Obligation | None) -> Obligation:
    """A duty within a time of nothing, with what it asks something about as what sets it off, where that happens; of
    what is to be made of what the duty in front is about, that ("investigate each incident and publish a report").
    """
    if one.trigger is not None or one.act is None or one.window is None or one.window.value.within is None:
        return one
    if before is not None and before.bearer == one.bearer and is_made(one):
        return one.replace(trigger=before.trigger or _of_its_thing(before))
    if before is not None and before.bearer == one.bearer and _is_counted_from_it(one):
        return one.replace(trigger=before.trigger or _of_its_thing(before, timed=False))
    begin, end = _part(one, following)
    told = one.sentence.exact[begin:end]
    about = next((each for each in _ABOUT.finditer(told) if _happens(each)), None)
    if about is None:
        return one
    tail = _ENDS.search(told, about.end())
    last = min(tail.start() if tail else len(told), *_before_window(one, begin + about.end(), begin, len(told)))
    first = re.search(r"\b(?:each|every|any|all|an?)\s", told[about.start() :], re.I)
    assert first is not None, "the pattern has one of them"
    start = about.start() + first.start()
    words = told[start:last].rstrip(" ,")
    at = one.sentence.start + begin + start
    span = Span(start=at, end=at + len(words), exact=words, document=one.sentence.document)
    event = " ".join(words.split()[1:])
    trigger = Slot[Trigger](words=words, value=Trigger(kind="upon", event=event), spans=(span,))
    return one.replace(trigger=trigger, object=_asked_for(one.object))


def _is_counted_from_it(one: Obligation) -> bool:
    """Whether a duty's time runs from what the duty in front is about: "and send its finding within 5 days of it"."""
    ends = [span.end - one.sentence.start for span in one.window.spans] if one.window is not None else []
    return bool(ends) and _FROM_IT.match(one.sentence.exact, max(ends)) is not None


def _of_its_thing(before: Obligation, *, timed: bool = True) -> Slot[Trigger] | None:
    """What sets a duty off that names it as its thing: "investigate each incident"; ``timed``: within a time, too."""
    thing, window = before.object, before.window
    if thing is None or not (of_each := _EACH.match(thing.value.text)) or (timed and window is None):
        return None
    if window is not None and window.value.within is None:
        return None
    if not (INCIDENT.search(of_each["what"]) or _TOLD_OF.search(of_each["what"])):
        return None
    return Slot[Trigger](words=thing.words, value=Trigger(kind="upon", event=of_each["what"]), spans=thing.spans)


def what_it_is_about(one: Obligation) -> str | None:
    """The happening, or what is told, that the duty asks something about, with "each" or the like in front of it."""
    begin, end = _part(one, None)
    about = next((each for each in _ABOUT.finditer(one.sentence.exact[begin:end]) if _happens(each)), None)
    if about is None:
        return None
    return re.search(r"\b(?:each|every|any|all|an?)\s.*", about.group(), re.I | re.S)[0]  # type: ignore[index]


def _part(one: Obligation, following: Obligation | None) -> tuple[int, int]:
    """The part of the sentence that is the duty's own, from its verb or its thing on."""
    start = one.sentence.start
    slots = [slot for slot in (one.act, one.object) if slot is not None and slot.spans]
    first = min((span.start for slot in slots for span in slot.spans), default=start) - start
    ends = [span.start - start for span in following.act.spans] if following is not None and following.act else []
    later = [each for each in ends if each > first]
    return max(first, 0), min(later, default=len(one.sentence.exact))


def _before_window(one: Obligation, behind: int, begin: int, last: int) -> list[int]:
    """Where the duty's time begins, if that is behind what it is about."""
    spans = one.window.spans if one.window else ()
    places = [span.start - one.sentence.start for span in spans]
    return [min([each for each in places if each >= behind], default=begin + last) - begin]


def _happens(about: re.Match[str]) -> bool:
    """Whether what a duty asks something about is what happens, or what somebody says of that."""
    words = about["what"].split()
    head = next((word for word in reversed(words) if INCIDENT.fullmatch(word) or _TOLD_OF.fullmatch(word)), None)
    if head is not None:
        return True
    one_of_many = re.search(r"\b(?:each|every|any)\b", about.group(), re.I)
    return one_of_many is not None and noun_at_start(words[-1]) is not None


def _asked_for(thing: Slot[Thing] | None) -> Slot[Thing] | None:
    """The thing of the duty without what it is about; none, where that alone was taken for it."""
    if thing is None:
        return None
    about = next((each for each in _ABOUT.finditer(thing.value.text) if _happens(each)), None)
    if about is not None and about.start() > 0:
        return thing.replace(value=thing.value.replace(text=thing.value.text[: about.start()].rstrip()))
    return thing
