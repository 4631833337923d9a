"""Acts named in reports and texts, looked up once each: tables of reports repeat the same few words."""

from __future__ import annotations

from functools import lru_cache

from parley.text import act_named
from parley.text import patterns as re

act_of = lru_cache(maxsize=4096)(act_named)
"""``parley.text.act_named``, remembered."""

_OUT = re.compile(
    r"\A\W*(?:(?:is|was|went|goes|has\s+been)\s+)?(?:out\s+of\s+(?:service|order|use|action|operation)|broken(?:\s+down)?|inoperat\w+|"
    r"un(?:answered|available|reachable|usable)|down|dead|silent|no\s+(?:answer|response|connection|signal|line)|"
    r"not\s+(?:answer|respond|work|avail|operat|function|reach|connect|in\s+(?:service|order|use|operation))\w*)\b",
    re.I,
)
_UP = re.compile(
    r"\A\W*(?:(?:is|was|has\s+been)\s+)?(?:in\s+(?:service|order|use|operation)|work(?:s|ing)|operational|functional|function(?:s|ing)|"
    r"available|reachable|up)\b",
    re.I,
)


def is_out(said: str) -> bool:
    """Whether a report's act is no deed, but that a thing does not work ("out of service", "no answer")."""
    return act_of(said) is None and _OUT.match(said) is not None


def is_up(said: str) -> bool:
    """Whether a report's act is no deed, but that a thing works ("in service", "working")."""
    return act_of(said) is None and _UP.match(said) is not None
