"""Days that a text tells by the one it named before: "by the same date", "on the same day", "from that day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model import Instant, Obligation, Sentence, Window
from parley.text import patterns as re

_SAME = re.compile(
    r"(?:the )?(?:(?:very )?same|that(?: same)?|said) (?:day|date|night|moment|deadline)|then", re.IGNORECASE
)


def with_same_days(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with the day that was named last, in the same provision, for each that points back to it.

    "On the same day" as something that is due by a day is whenever that is done, which no text can tell.
    """
    return tuple(_pointed(sentences))


def _pointed(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    last: Window | None = None
    provision: str | None = None
    for sentence in sentences:
        last = last if sentence.provision == provision else None
        provision = sentence.provision
        found = []
        for each in sentence.obligations:
            told = _told(each, last)
            found.append(told)
            window = told.window.value if told.window else None
            last = window if window and any(_is_dated(at) for at in (window.end, window.start)) else last
        yield sentence.replace(obligations=tuple(found)) if found else sentence


def _is_dated(at: Instant | None) -> bool:
    return at is not None and (at.moment is not None or at.day is not None)


def _told(each: Obligation, last: Window | None) -> Obligation:
    window = each.window.value if each.window else None
    if each.window is None or window is None or last is None:
        return each
    day = last.end if _is_dated(last.end) else last.start
    one_day = window.start is not None and window.start == window.end
    if day is None or (one_day and last.start != last.end):
        return each
    start, end = (
        day if at and not at.offset and _SAME.fullmatch(at.event or "") else at for at in (window.start, window.end)
    )
    return each.replace(window=each.window.replace(value=window.replace(start=start, end=end)))
