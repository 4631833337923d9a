"""Where a sentence speaks of a period that the text fixes by dates: "during the Pause", "by the end of the Truce"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from parley.model import Instant, Window
from parley.text import patterns as re

from .found import FoundInstant, FoundWindow
from .ordinals import ORDINAL, number_of
from .reckoning import later, moved

_START = r"(?:start|beginning|outset|commencement|opening|onset)"
_END = r"(?:end|expiry|expiration|close|conclusion|completion|lapse|(?:last|final)\s+day)"
_WHOLE = (
    r"(?:\s+(?:the\s+)?(?:whole|entire|full|entirety|course|duration|length|rest|remainder|days|nights|time)(?:\s+of)?)"
)
_BEFORE_ITS_START = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of|by|until|till|from|since|as\s+(?:of|from)|(?:no|not)\s+later\s+than|"
    r"(?:first|next)\s+[\w\-]+\s+(?:hours|days|weeks|months)\s+of)\s+\Z",
    re.IGNORECASE,
)
_BEFORE_ITS_END = re.compile(r"\b(?:after|following)\s+\Z", re.IGNORECASE)
_BESIDE_ITS_END = re.compile(r"\b(?:before|prior\s+to|ahead\s+of|from|since|as\s+(?:of|from))\s+\Z", re.IGNORECASE)
"""Before an end that is a whole day: what is from it begins with the next, and what is before it has all of it."""
_BEHIND = (
    r"(?=\s*(?:[,;.:)\0]|\Z)|\s+(?:the|each|every|no|nobody|none|all|both|neither|either|any|its|their|an?|by|at|to|in|on|from|until|unless|except|"
    r"if|and|or|for|with|within|shall|must|may|will|is|lasts?|continues?|runs?|goes|holds?|endures?|begins|starts|commences|"
    r"ends|expires|comes|(?-i:[A-Z]))\b)"
)
"""Behind the name of a period: what else stands there may go on with it ("the truce talks")."""
_DAYS = re.compile(r"(?:Days?|Nights?|Dates?|Weeks?|Weekend)\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Periods:
    """The periods that the text fixes, by what it calls them: each a window with a start, and an end or a length.

    ``others`` are the other names of the text, which may begin with that of a period ("Truce Zone").
    """

    fixed: Mapping[str, Window] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @cached_property
    def _term(self) -> str:
        names = "|".join(re.escape(term) for term in sorted(self.fixed, key=len, reverse=True))
        longer = "|".join(
            re.escape(name) for name in self.others if any(name.startswith(f"{one} ") for one in self.fixed)
        )
        return rf"(?:(?:the|this|that)\s+)?(?:said\s+)?(?!{longer or '(?!)'})(?P<term>(?-i:{names})){_BEHIND}"

    @cached_property
    def _point(self) -> re.Pattern[str]:
        edge = rf"(?:the\s+)?(?:(?P<start>{_START})|(?P<end>{_END})|(?P<nth>{ORDINAL})\s+day)\s+(?P<join>of|after)\s+"
        happens = r"\s+(?:(?P<begins>begins|starts|commences)|ends|expires|is\s+over|comes\s+to\s+an\s+end)\b"
        return re.compile(rf"(?<!\w)(?:{edge})?{self._term}(?P<happens>{happens})?", re.IGNORECASE)

    @cached_property
    def _during(self) -> re.Pattern[str]:
        inside = rf"(?:during|throughout|in(?:\s+the\s+course\s+of)?|within|over|(?P<on>on)|for(?={_WHOLE})){_WHOLE}*"
        lasting = r"(?:(?:for\s+)?(?:as|so)\s+long\s+as|while|whilst)"
        lasts = (
            r"(?:lasts?|continues?|runs?|goes\s+on|holds?|endures?|is\s+(?:in\s+(?:force|effect)|running|under\s+way))"
        )
        return re.compile(
            rf"(?:,\s*)?\b(?:{inside}|(?P<while>{lasting}))\s+{self._term}(?(while)\s+{lasts}\b)"
            r"(?P<after>,?\s+(?:or|and)\s+(?:after\s+(?:it|that)|afterwards?|thereafter)\b)?",
            re.IGNORECASE,
        )

    def points(self, text: str) -> Iterator[FoundInstant]:
        """The points in ``text`` that a period tells: its start, its end, its third day."""
        for match in self._point.finditer(text) if self.fixed else ():
            at = _told(match, self.fixed[match["term"]], text[: match.start()])
            if at is not None:
                yield FoundInstant(match.start(), match.end(), at)

    def windows(self, text: str) -> Iterator[FoundWindow]:
        """Where ``text`` says that something holds, or is due, in a period."""
        for match in self._during.finditer(text) if self.fixed else ():
            if not match["on"] or _DAYS.search(match["term"]):  # "a report on the Pause" is in no time
                period = self.fixed[match["term"]]
                window = period.replace(end=None, lasts=None) if match["after"] else period
                yield FoundWindow(match.start(), match.end(), window)


def _told(match: re.Match[str], period: Window, before: str) -> Instant | None:
    first = period.start
    last = period.end or (later(first, period.lasts) if first and period.lasts else None)
    if first is None or last is None:
        return None
    if match["nth"]:
        if match["join"].lower() == "of" and (number := number_of(match["nth"])):
            return moved(_day(first), number - 1)
        return moved(_day(last), number_of(match["nth"])) if match["join"].lower() == "after" else _day(last)
    if match["start"] or match["begins"]:
        return first
    if match["end"] or match["happens"]:
        return moved(last, 1) if _BESIDE_ITS_END.search(before) else last
    if _BEFORE_ITS_START.search(before):
        return first
    return last if _BEFORE_ITS_END.search(before) else None


def _day(at: Instant) -> Instant:
    """The day of a moment; a midnight that ends a day is of that day."""
    if isinstance(at.moment, dt.datetime):
        return Instant(moment=at.moment.date())
    return at.replace(time=None)
