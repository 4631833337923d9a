"""Whether a paper is the record of a meeting, by its heading: "MINUTES OF THE FOURTH MEETING", "Summary record"."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"\A\W*(?:[^\n]{0,60}\n\W*){0,2}(?:(?:Agreed|Approved|Confidential|Draft|Final|Joint|Official) ){0,2}"
    r"(?:Minutes\b(?! (?:after|ago|before|later))|Summary record\b|Record of (?:the )?(?:\w+ )?"
    r"(?:meeting|talks|discussions?|session)\b)[^\n]*",
    re.IGNORECASE,
)
"""In the first three lines, at the head of its line: "within minutes of the blast" is none."""


def heading(text: str) -> tuple[int, int] | None:
    """Where the line stands by which a paper calls itself the record of a meeting; ``None`` where it is none."""
    found = _HEADING.match(text)
    if found is None or found.group().rstrip().endswith("."):
        return None
    return text.rfind("\n", 0, found.end()) + 1, found.end()
