"""Speech after a dash: "— We will not leave, said Kov. — We have time." as quotations without marks.

Only paragraphs that name their speaker are read so: in a dialogue turns change without a word, and whose the others
are nobody could tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"(?m)^[ \t]*[—–―][ \t]*(?=\S)([^\n]+)$")
_SAID = (
    r"(?:said|says|asked|asks|replied|replies|answered|added|insisted|warned|told|continued|noted|repeated|objected|"
    r"countered|explained|admitted|conceded|remarked|declared|went on)"
)
_CUE = re.compile(
    r"(?:,|(?<=[?!…]))[ \t]+"
    rf"(?:{_SAID}\b[^.?!\n]{{2,80}}|[A-Z][^,.?!\n]{{1,60}}[ \t]{_SAID}(?:[ \t][^,.?!\n]{{1,60}})?)[.,:]"
)
"""Where a dash's words are broken by who says them: after a comma, or after the mark of a question."""
_OFFICE = re.compile(
    r"(?:,|(?<=[?!…]))[ \t]+(?:(?:an?|the|his|her|its|their)[ \t][^,.?!\n]{1,60}|he|she|they)[ \t]"
    rf"{_SAID}(?:[ \t][^,.?!\n]{{1,60}})?[.,:]"
)
"""The same of somebody without a name ("the minister replied"): where the words are speech by themselves."""
_HEARD = re.compile(r"\A(?:yes|no)\b|\b(?:I|we|you|us|me|my|our|your)\b|\?", re.IGNORECASE)
"""What tells speech from a list of news: "— Kestria freed 40 prisoners, the ministry said." stays told."""
_AGAIN = re.compile(r"[ \t]+[—–―][ \t]*(?=\S)")


def dash_speech(text: str) -> Iterator[tuple[int, int]]:
    """Code points of what is said after dashes: up to the cue, and what goes on after the next dash."""
    paragraphs = list(_PARAGRAPH.finditer(text))
    if not any(_HEARD.search(paragraph[1]) for paragraph in paragraphs):
        return
    for paragraph in paragraphs:
        start, end = paragraph.span(1)
        cue = _CUE.search(text, start, end) or (
            _OFFICE.search(text, start, end) if _HEARD.search(paragraph[1]) else None
        )
        if cue is None:
            continue
        yield start, cue.start()
        again = _AGAIN.match(text, cue.end(), end)
        if again is not None:
            stop = _CUE.search(text, again.end(), end)
            yield again.end(), stop.start() if stop is not None else len(text[:end].rstrip())
