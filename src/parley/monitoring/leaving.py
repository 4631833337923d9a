"""Who left the place from which somebody has to go, in words of going that are no withdrawal by themselves."""

from __future__ import annotations

from parley.text import patterns as re

from .matching import Doing
from .names import fold
from .standing import Known

_WENT_FROM = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|go(?:es|ing|ne)?|went|climb(?:s|ed|ing)?|descend(?:s|ed|ing)?|walk(?:s|ed|ing)?|dr[io]v(?:e|es|ing|en)|"
    r"r[io]d(?:e|es|ing|den)|march(?:es|ed|ing)?|mov(?:e|es|ed|ing|ement)|head(?:s|ed|ing)?|depart(?:s|ed|ing|ures?)?|sail(?:s|ed|ing)?|"
    r"trek(?:s|ked|king)?)\b(?:\s+\w+){0,3}?\s+from\s+(?:the\s+)?(?P<place>[^,;]+)",
    re.I,
)


def went_from(doing: Doing, entry: Known) -> bool:
    """Whether a report's words for what was done are of going from the very place that has to be left: "came down from
    the Saddle", "gone from the Zone".
    """
    slot = doing.obligation.place
    if doing.act != "withdraw" or slot is None:
        return False
    told = _WENT_FROM.search(entry.report.act_said or "")
    names = (*slot.value.of, *(doing.place.names if doing.place else ()))
    return told is not None and any(fold(told["place"]).startswith(fold(name)) for name in names if name)
