"""Somebody else and the rest of a deed: "A shall refrain from shelling and B from mining", "and so shall B".

The modal, and the verb or the words that lead to it, are said once; they are put in again before what somebody else
does, and keep the places of the words that they repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import PATTERN

from .modals import MODALS, SHALL, modality_of
from .names import Names, plain_agent
from .unlisted import unlisted_verb
from .view import View
from .windows import windows

_BE = r"(?:is|are|(?:shall|will|must)\s+be)\s+(?:(?:also|strictly|hereby|solely|jointly)\s+)?"
_LEAD = re.compile(
    r"\b(?:(?:(?:shall|must|will|undertakes?\s+to|agrees?\s+to|pledges?\s+to|promises?\s+to|is\s+to|are\s+to)\s+(?:[a-z]+ly\s+)?"
    r"(?:refrain|abstain|desist)|(?:refrains|abstains|desists)"
    rf"|{_BE}(?:prohibited|barred|banned|forbidden|precluded|debarred))\s+(?P<from>from)"
    rf"|{_BE}(?:responsible|accountable|answerable)\s+(?P<for>for)"
    rf"|{_BE}(?:charged|tasked|entrusted)\s+(?P<with>with)"
    r"|(?:shall|must|will)\s+(?:(?:immediately|at\s+once|henceforth)\s+)?(?P<cease>cease|stop|discontinue))\s+"
)
"""What somebody is kept from or charged with; the deed follows."""
_GERUND = re.compile(r"(?:[a-z]+\s+or\s+)?[a-z]{2,}ing\b")
_KEEPS = re.compile(
    r"\b(?:prevent|keep|stop|hinder|bar|discourage|dissuade|prohibit|restrain|exclude|deter|blam|punish|fin|thank|prais|reward|"
    r"compensat|pay|hold)(?:e?s|ing|ping|ring)?\b[^,;]*\Z"
)
"""Verbs with "from" or "for" of their own: "refrain from preventing A and B from voting"."""
_MOST_GAPS = 12
_WHO = re.compile(r"(?:the|its|their|all|both)\s+(?:[a-z\-]+\s+){0,2}?[a-z\-]+(?=\s)")
_GAP = re.compile(r"\s*[,;]\s+(?:(?:and\s+)?nor\s+|(?:and|but)\s+)?|\s+(?:nor|and)\s+")
_LETS = re.compile(
    r"\b(?:that|whether|how|what|where|when|why|if|which|who|whom|let|lets|letting|help|helps|helping|make|makes|making|have|see|sees|watch|between|"
    r"grants?|gives?|offers?|guarantees?|allows?|permits?|den(?:y|ies)|refuses?|affords?|accords?)\b[^,;]*\Z"
)
"""What somebody sees to, or lets others do: "shall see that its guards and the villagers leave"."""
_TO_DO = re.compile(
    r"\b(?:allow|permit|enable|help|invite|request|ask|urge|encourage|order|require|cause|force|compel|persuade|authori[sz]e|instruct|call|"
    r"send|tell|oblige|leave|expect|want|wish|for|that|which|who)(?:e?d|e?s|ing)?\b[^;]*\Z"
)
"""What somebody is told or helped to do: "undertakes to allow A and B to pass"."""


_THING = r"(?:the|an?|its|their|all|any|every|each|both|them|it|no|\d|[A-Z]|[a-z]{2,}ing\s)"
_DOES_IT = re.compile(rf"[a-z]+(?:\s+(?:up|out|down|back|over|off|from))?\s+{_THING}")
"""A verb, and what it is done to: behind a plain "and" a noun might stand ("the guards present in Tarn")."""
_DOES_ON_IT = re.compile(rf"[a-z]+\s+(?:on|upon|to|in|at|by|for|from|with|of)\s+{_THING}")
"""The same of somebody who is named: "and Kestria report on it"."""


@dataclass(frozen=True)
class _Other:
    """Where the joint begins, the name of somebody else stands, and their deed begins."""

    joint: int
    who: tuple[int, int]
    does: int


def others_kept_from(view: View, names: Names) -> View:
    """ "A shall refrain from shelling and B from mining": so shall B."""
    lead = _LEAD.search(view.text)
    if not lead or "not" in lead.group().split() or MODALS.search(view.text, lead.end()):
        return view
    word = "" if lead["cease"] else lead.group().split()[-1]
    others = list(_others(view.text, lead.end(), rf"{word}\s+" if word else "", names))
    return _laid_out(view, others, view.put(lead.group().rstrip(), lead.start(), lead.end() - 1))


def others_promise(view: View, names: Names) -> View:
    """ "A undertakes to free hostages and B to lift the blockade": so does B."""
    modal = MODALS.search(view.text)
    if not modal or not modal.group().endswith(" to") or MODALS.search(view.text, modal.end() + 1):
        return view
    others = []
    for gap, who in _somebody(view.text, modal.end(), names):
        to = re.compile(r"\s+(?:(?:not|never)\s+)?to\s+").match(view.text, who[1])
        if not to or not _begins_verb(view.text[to.end() :]) or _TO_DO.search(view.text, modal.end(), gap):
            continue
        others.append(_Other(gap, who, to.start()))
    again = modal.group().removesuffix(" to").removesuffix(" not").removesuffix(" never")
    return _laid_out(view, others, view.put(again, modal.start(), modal.end()))


def others_do(view: View, names: Names) -> View:
    """ "A shall not shell Tarn, nor B lay mines", "A shall free the crews and B lift the blockade": so shall B."""
    modal = MODALS.search(view.text)
    if not modal or MODALS.search(view.text, modal.end() + 1) or modal.group().endswith(" to"):
        return view
    barred = modality_of(modal, False) is Modality.MUST_NOT
    others = []
    for gap, who in _somebody(view.text, modal.end(), names):
        joint = view.text[gap : who[0]].strip(" ,;")
        if barred != joint.endswith("nor") or _LETS.search(view.text, modal.end(), gap):
            continue
        does = view.text[who[1] :].lstrip()
        known = any(first == who[0] for first, _, _ in names.doers_in(view.text))
        if not _begins_verb(does) or not (barred or _DOES_IT.match(does) or (known and _DOES_ON_IT.match(does))):
            continue
        others.append(_Other(gap, who, who[1]))
    again = SHALL.get(modality_of(modal, False) or Modality.MUST, "shall")
    return _laid_out(view, others, view.put(again, *modal.span()))


_SO_DOES = re.compile(
    r",?\s+(?P<so>(?:and\s+)?so|as|(?:and\s+)?likewise)\s+(?P<modal>shall|must|will|may|is|are)\s+(?P<who>[^,;]{2,60}?)[\s.;]*\Z"
)


def so_does(view: View, names: Names) -> View:
    """ "A shall withdraw, and so shall B": B shall do the same."""
    so = _SO_DOES.search(view.text)
    modal = MODALS.search(view.text, 0, so.start()) if so else None
    if not so or not modal or modal.group().split()[0] != so["modal"] or not names.bearers(so["who"]):
        return view
    if MODALS.search(view.text, modal.end() + 1, so.start()):
        return view
    again = view.put(view.text[modal.start() : so.start()], modal.start(), so.start())
    who = view.put(", and", so.start(), so.start("who")).join(view.cut(*so.span("who"))).join(again)
    return view.cut(0, so.start()).add(who).add(view.cut(so.end("who"), len(view.text)))


_AFTER = re.compile(
    r",?\s+and\s+(?P<who>[^,;]{2,60}?)\s+(?P<then>thereafter|afterwards|after\s+that|from\s+then\s+on(?:wards)?)[\s.;]*\Z"
)


def others_after(view: View, names: Names) -> View:
    """ "A shall pay for it in the first three months and B thereafter": B shall pay for it after that."""
    after = _AFTER.search(view.text)
    modal = MODALS.search(view.text, 0, after.start()) if after else None
    if not after or not modal or not names.bearers(after["who"]) or MODALS.search(view.text, modal.end() + 1):
        return view
    timed = windows(view.text[modal.end() : after.start()], lambda _: False, names.dated)
    stop = modal.end() + min((each.start for each in timed), default=0)
    if not view.text[modal.end() : stop].strip(" ,"):
        return view
    who = view.put(", and", after.start(), after.start("who")).join(view.cut(*after.span("who")))
    again = view.put(view.text[modal.start() : stop].rstrip(" ,"), modal.start(), stop)
    then = view.over("after that", *after.span("then"))
    return view.cut(0, after.start()).add(who).join(again).join(then).add(view.cut(after.end("then"), len(view.text)))


_WHILE = re.compile(
    r"(?P<joint>,?\s+(?:while|whilst|whereas)\s+)(?P<who>[^,;]{2,80}?)\s+(?=(?:shall|must|undertakes?|agrees?|(?:is|are)\s+to)\s)"
)


def while_others(view: View, names: Names) -> View:
    """ "A shall refrain from shelling while B shall not lay mines": two duties, and no time of the first."""
    against = _WHILE.search(view.text)
    first = MODALS.search(view.text, 0, against.start()) if against else None
    if not against or not first or not names.bearers(against["who"]):
        return view
    both = view.cut(0, against.start()).add(view.put(", and", *against.span("joint")))
    return both.join(view.cut(against.start("who"), len(view.text)))


def _begins_verb(words: str) -> bool:
    """Whether a verb in its base form opens ``words``, and no number and no verb of somebody alone."""
    verb = verb_at_start(words, base=True) or unlisted_verb(words)
    return verb is not None and words[:1].islower() and not _NO_BASE.match(words)


_NO_BASE = re.compile(rf"(?:{PATTERN})\b|[a-z]+(?<![su])s\b", re.IGNORECASE)


def _others(text: str, start: int, word: str, names: Names) -> Iterator[_Other]:
    """Those whom ``word`` and a deed follow."""
    for gap, who in _somebody(text, start, names):
        led = re.compile(rf"\s+{word}").match(text, who[1])
        deed = led is not None and _GERUND.match(text, led.end())
        named = led is not None and bool(word) and noun_at_start(text[led.end() :])
        if led and (deed or named) and not (word and _KEEPS.search(text, start, gap)):
            yield _Other(gap, who, led.end())


def _somebody(text: str, start: int, names: Names) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each joint behind which somebody is named: where it begins, and where the name does and ends."""
    for gap in islice(_GAP.finditer(text, start), _MOST_GAPS):
        known = next((stop for first, stop, _ in names.doers_in(text[gap.end() : gap.end() + 80]) if first == 0), None)
        plain = None if known else _WHO.match(text, gap.end())
        if known is None and plain and plain_agent(plain.group()):
            known = len(plain.group())
        before = text[start : gap.start()]
        if known and not any(stop == len(before) for _, stop, _ in names.doers_in(before)):
            yield gap.start(), (gap.end(), gap.end() + known)


def _laid_out(view: View, others: list[_Other], again: View) -> View:
    if not others:
        return view
    whole = view.cut(0, others[0].joint)
    for other, last in zip(others, [*(each.joint for each in others[1:]), len(view.text)], strict=True):
        does = view.cut(*other.who).join(again).join(view.cut(other.does, last))
        whole = whole.add(view.put(", and", other.joint, other.who[0])).join(does)
    return whole
