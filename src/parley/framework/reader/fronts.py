"""What stands in front of a deed, or in its subject, laid behind it: exceptions, causes, places, marks of a list.

Each form is a row of ``FRONTS``; the words keep their places in the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re

from .anyone import anyone
from .names import Names
from .subjects import FRONTED
from .view import View

_BARRED = r"(?:prohibited|forbidden|banned|outlawed|(?:not\s+)?(?:permitted|allowed|permissible))"
_EXCEPT = (
    r"(?:other\s+than|except(?:ing)?(?:\s+for)?|save(?:\s+for)?|apart\s+from|excluding|"
    r"with\s+the\s+(?:(?:sole|only|single)\s+)?exception\s+of)"
)
_HAPPENING = (
    r"(?:violations?|breach(?:es)?|failures?|refusals?|absences?|incidents?|attacks?|delays?|obstructions?|losses?|infringements?|"
    r"non-[a-z]+|arrears|defaults?)"
)
_MARK = re.compile(
    r"(?<![\w)])(?:\((?:[a-h]|[ivx]{1,4}|\d)\)|(?<=[:;,]\s)(?:and\s+)?(?:first|second|third|fourth|fifth|lastly)(?:ly)?,)\s+"
)
_TO = re.compile(r"(?:not\s+)?to\s")
_FIRST_MARK = re.compile(r"\((?:a|i|1)\)")


@dataclass(frozen=True)
class Front:
    """One form: its pattern, and the parts of it in the usual order; ``"words=group"`` puts in words for a group.

    ``who`` must name somebody, where there is such a group.
    """

    name: str
    example: str
    pattern: re.Pattern[str]
    order: tuple[str, ...]


FRONTS = (
    Front(
        "a ban with its place, time or case in front",
        "Within the Zone it is forbidden to carry arms.",
        re.compile(
            rf"\A(?P<front>(?={FRONTED.pattern})(?:[^;:]|(?<=\d):(?=\d)){{3,120}}?),?\s+"
            rf"(?P<it>it\s+(?:is|shall\s+be|remains)\s+(?:(?:also|strictly|hereby)\s+)*{_BARRED}\s+to)\s+(?P<rest>(?:[^;:]|(?<=\d):(?=\d)){{3,300}}?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("it", "rest", "front"),
    ),
    Front(
        "an exception to who it is",
        "No ship other than a hospital ship may pass the boom.",
        re.compile(
            rf"\A(?P<before>(?:until|after|before|from|by|on|within|during|if|when|where|while|unless|once)\s[^,;:]{{2,100}},\s+)?"
            rf"(?P<who_or_what>[^,;:]{{3,100}}?)(?P<comma>,)?\s+(?P<except>{_EXCEPT}\s+[^,;:]{{2,100}}?)(?(comma),)\s+"
            r"(?P<modal>(?:shall|must|may|will)\b)(?P<rest>[^;:]*?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("before", "who_or_what", "modal", "rest", "except"),
    ),
    Front(
        "a time in front, and another's behind",
        "By D+5 Kestria shall withdraw its tanks, and Orlavia by D+7.",
        re.compile(
            r"\A(?P<front>(?i:by|from|on|until|before|within)\s[^,;:]{1,60}?),?\s+(?P<first>(?:[A-Z]|the\s)[^,;:]{1,80}?\s(?:shall|must|may|will)\s[^,;:]{3,200}?)"
            r"(?P<joint>,?\s+and\s+)(?P<who>(?:the\s+)?[A-Z][^,;:]{1,40}?)\s+(?P<time>(?:[\w\-]+\s+)??(?:by|from|on|until|before|within)\s[^,;:]{1,60})(?=[.;]?\Z)"
        ),
        ("first", "front", "joint", "who", "time"),
    ),
    Front(
        "something having been done",
        "The list having been checked, Kestria shall release the crew.",
        re.compile(
            r"\A(?P<cause>[^,;:]{3,120}?)\s+(?P<having>having)\s+(?P<done>(?:been\s+)?[a-z]+(?:ed|en|wn|nt|ld|t)\b[^,;:]*)(?P<comma>,)\s+"
            r"(?P<first>[^;:]*?\b(?:shall|must|may|will)\b[^;:]*?)(?=[.;]?\Z)"
        ),
        ("first", "once=comma", "cause", "has=having", "done"),
    ),
    Front(
        "a cause that entitles",
        "Three or more breaches in a week entitle the other Party to suspend its withdrawal.",
        re.compile(
            rf"\A(?P<cause>[^,;:]{{0,80}}?\b{_HAPPENING}\b[^,;:]{{0,80}}?)(?<!\bnot)(?<!\bnever)\s+(?P<may>(?:(?:shall|will|may)\s+)?(?P<verb>entitles?|allows?|permits?|authori[sz]es?))\s+"
            r"(?P<who>[^,;:]{2,60}?)\s+to\s+(?P<rest>[a-z][^;:]*?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("who", "may=may", "rest", "in the event of=verb", "cause"),
    ),
    Front(
        "a cause that obliges",
        "Any breach shall oblige the JVC to meet within a day.",
        re.compile(
            rf"\A(?P<cause>[^,;:]{{0,80}}?\b{_HAPPENING}\b[^,;:]{{0,80}}?)(?<!\bnot)(?<!\bnever)\s+(?P<shall>(?:(?:shall|will)\s+)?(?P<verb>obliges?|requires?|binds?|compels?))\s+"
            r"(?P<who>[^,;:]{2,60}?)\s+to\s+(?P<rest>[a-z][^;:]*?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("who", "shall=shall", "rest", "in the event of=verb", "cause"),
    ),
    Front(
        "a cause that suspends",
        "Each finding of a breach suspends Article 4 for five days.",
        re.compile(
            rf"\A(?P<cause>(?!no\b)[^,;:]{{0,80}}?\b{_HAPPENING}\b[^,;:]{{0,80}}?)(?<!\bnot)(?<!\bnever)\s+(?P<suspend>(?:shall|will)\s+suspend|suspends?(?<!\bto\ssuspend))\s+"
            r"(?P<what>(?:(?:the|all|any)\s+[^,;:]{2,60}?\s(?:under|of|in)\s+)?(?:articles?|paragraphs?|sections?|provisions?|points?)\s+\d[^,;:]*?|"
            r"this\s+(?:article|agreement))(?P<rest>\s+(?:for|until)\s[^;:]*?)?(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("what", "shall be suspended=suspend", "rest", "in the event of=suspend", "cause"),
    ),
)
"""In the order in which they are tried; the first that fits is used."""


def brought_behind(view: View, names: Names) -> View:
    """``view`` with what stands in front of its deed behind it; itself where nothing does."""
    view = _unmarked(view)
    for front in FRONTS:
        match = front.pattern.match(view.text)
        if match and ("who" not in match.groupdict() or anyone(match["who"], names)):
            return _laid_out(view, match, front.order)
    return view


def _laid_out(view: View, match: re.Match[str], order: tuple[str, ...]) -> View:
    whole = view.cut(0, match.start())
    for part in order:
        words, _, group = part.rpartition("=")
        start, end = match.span(group)
        if group == "cause":
            words = f"{match['cause'][0].lower()}{match['cause'][1:]}"
        if start < end:
            kept = view.cut(start, end)
            if group == "front":
                whole, kept = whole.add(view.over(",", start, start + 1)), kept.as_within()
            whole = whole.join(view.over(words, start, end) if words else kept)
    return whole.add(view.cut(match.end(), len(view.text)))


def _unmarked(view: View) -> View:
    """The words without the marks of a list within a sentence: "(i) to mark wrecks and (ii) to keep the lights"."""
    marks = list(_MARK.finditer(view.text))
    if len(marks) < 2 or (":" not in view.text[: marks[0].start()] and not _FIRST_MARK.match(marks[0].group().strip())):
        return view
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(view.text)]
    whole = view.cut(starts[0], ends[0])
    for start, end in zip(starts[1:], ends[1:], strict=True):
        item = view.cut(start, end)
        comma = len(item.text.rstrip()) - 1
        if end < len(view.text) and item.text[comma : comma + 1] == "," and _TO.match(item.text):
            # each item has its own times and places
            item = item.cut(0, comma).add(item.over(";", comma, comma + 1))
        whole = whole.join(item)
    return whole
