"""Concepts that signs and numbers tell: times, provisions, annexes, calibres, years before the text's own."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Framework, Modality, Sentence
from parley.text import durations
from parley.text import patterns as re

_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred)\b")
_MARKS = {
    "article": re.compile(
        r"\b(?:Articles?|[Pp]oints?|[Pp]aragraphs?|[Ss]ections?|[Cc]lauses?|[Rr]ules?|[Ii]tems?|[Pp]arts?)\s+(?:\d+|[IVX]+\b)|§+\s*\d+"
    ),
    "annex": re.compile(r"\b(?:Annex|Appendix|Schedule)(?:es)?\s+(?:[A-Z]|[IVX]+|\d+)\b"),
    "calibre": re.compile(
        r"\d\s*-?\s*(?:mm|millimet\w+|cm|centimet\w+|inch\w*|km|kilomet\w+|m\b|met(?:re|er)s?|tonn?es?|tons?)"
    ),
    "to_name": re.compile(
        r"\b(?:to|into|towards)\s+(?:the\s+)?(?:[a-z]+\s+(?:of|at|in)\s+)?(?!Part|Side|Joint|Commission)[A-Z]\w+"
    ),
    "clock": re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b"),
}
_OF_A_TEXT = re.compile(
    r"\b(?:of|dated|signed\s+on)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+\s+\d{4}$"
)
"""The date of an earlier text, by which nothing is due: "the Accord of Velm of 3 May 2030"."""
_SINCE = re.compile(
    r"\b(?:from|since|as\s+of|starting|beginning|effective|takes?\s+effect|into\s+(?:force|effect))\s+(?:(?:from|on|at|the|as\s+of)\s+)*"
    r"(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\([^)]*\)|\s+[A-Z]{3}\S*)?,?\s+(?:on|of)?\s*)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a day with which something begins: it is no length and no end."""
_YEAR = re.compile(r"(?<![\d./:-])(?:1[5-9]|20|21)\d{2}(?![\d:/-])")


def marks(
    words: str, framework: Framework, days: Sequence[tuple[int, int, int, int]]
) -> dict[str, list[tuple[int, int]]]:
    """The concepts in ``words`` that signs and numbers tell, and where; ``days`` are those in the words."""
    found = {name: [match.span() for match in pattern.finditer(words)] for name, pattern in _MARKS.items()}
    if _NUMBER.search(words):
        times = [(start, end) for start, end, *_ in days]
        times += [(start, end) for start, end, _ in durations(words)]
        found["when"] = sorted(times)
        found["when_not_since"] = [place for place in found["when"] if not _SINCE.search(words[: place[0]])]
        own = framework.d_day.year if framework.d_day else None
        found["past"] = [
            match.span()
            for match in _YEAR.finditer(words)
            if own
            and int(match.group()) < own
            and (
                not any(start <= match.start() < end for start, end in times) or _OF_A_TEXT.search(words[: match.end()])
            )
        ]
    return {name: places for name, places in found.items() if places}


def commanded(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a sentence without "shall" commands: before each act that it demands ("Each Party opens ...")."""
    must = (each for each in sentence.obligations if each.modality and each.modality.value is Modality.MUST)
    acts = [each.act for each in must if each.act]
    starts = sorted({span.start - sentence.start for act in acts for span in act.spans[:1]})
    return [(max(0, start - 1), start) for start in starts if start > 0]
