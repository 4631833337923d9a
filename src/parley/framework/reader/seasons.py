"""Times told by a name: seasons, feasts, weeks of a month, the hours of daylight, prayers; and what is still to come.

Each form is a row of ``SEASONS``: its name, an example, its pattern and what it makes of a match.
"""

from __future__ import annotations

from parley.model import Instant, Window
from parley.text import patterns as re

from .ordinals import ORDINAL
from .reckoning import plain
from .stretch import MONTH, Stretch, between, led

_NAMED = (
    r"(?:spring|summer|autumn|winter|harvest|Ramadan|Lent|(?:dry|rainy|wet|cold|hot|planting|growing|sowing|harvest|lambing|fishing|grazing)\s+season|"
    r"(?:harvest|sowing|planting|school)\s+time|(?:holy|fasting)\s+month|(?:fiscal|financial|school|academic|agricultural|calendar)\s+year|season)"
)
_WHICH = r"(?:(?:the|each|every|this)\s+)?(?:(?:coming|next|following|current|present|first)\s+)?"
_SETTLED = (
    r"(?:an?|any|the)\s+(?:(?:final|definitive|lasting|political|comprehensive|negotiated|permanent|just|and)\s+)*"
    r"(?:settlement|solution|peace|agreement|treaty|referendum|census|plebiscite|election)"
)
"""What is still to come."""

SEASONS = (
    Stretch(
        "by a season of a year",
        "... by the spring of 2031",
        re.compile(
            r"(?:,\s*)?\b(?P<lead>by|before|until|(?:not|no)\s+later\s+than)\s+(?:the\s+)?(?P<event>(?:(?:early|late|(?:end|middle|beginning|start|onset|close|height)\s+of(?:\s+the)?)\s+)?"
            r"(?:(?:first|second|third|last|next|coming|spring|summer|autumn|winter|main|wheat|grain|rice|maize|olive|grape|hay|date)\s+){0,2}"
            r"(?:Easter|Christmas|Ramadan|Eid|Michaelmas|Whitsun|Pentecost|Nowruz|New\s+Year|Passover|Lent|spring|summer|autumn|winter|harvest|rains|monsoon|thaw|snow(?:s|fall)?|frosts?|floods|"
            r"sowing|ploughing|planting(?!\s+of)|lambing|(?:dry|rainy|wet|cold|hot|planting|growing|sowing|harvest|lambing|fishing|grazing)\s+season)(?:\s+(?:of\s+)?\d{4})?)(?![\w\-])(?!\s+of\s)",
            re.IGNORECASE,
        ),
        lambda match: led(match["lead"], Instant(event=plain(match["event"]))),
    ),
    Stretch(
        "in the seasons of a year",
        "... in spring and in autumn, in the course of the winter",
        re.compile(
            rf"(?:,\s*)?\b(?:in|in\s+the\s+course\s+of)\s+(?P<what>{_WHICH}{_NAMED}(?:\s+(?:and|or)\s+(?:in\s+)?{_WHICH}{_NAMED})?)"
            r"(?=\s*(?:[,;.\0]|\Z)|\s+(?:by|at|on|to|from|and|or|only|alone|if|unless)\b)",
            re.IGNORECASE,
        ),
        lambda match: between(plain(match["what"]), named=" and " in match["what"] or " or " in match["what"]),
    ),
    Stretch(
        "from a season on",
        "... with effect from this season, as of the coming fiscal year",
        re.compile(
            rf"(?:,\s*)?\b(?:with\s+effect\s+(?:from|as\s+of)|as\s+(?:of|from)|starting\s+(?:from|with)|beginning\s+with|from)\s+"
            rf"(?P<what>(?:the|this|each)\s+(?:(?:coming|next|following|current|present)\s+)?{_NAMED})(?![\w\-])",
            re.IGNORECASE,
        ),
        lambda match: Window(start=Instant(event=plain(match["what"]))),
    ),
    Stretch(
        "from a month on",
        "... beginning in March",
        re.compile(
            rf"(?:,\s*)?\b(?:beginning|starting|commencing)\s+in\s+(?P<what>{MONTH}(?:\s+\d{{4}})?)(?![\w\-])",
            re.IGNORECASE,
        ),
        lambda match: Window(start=Instant(event=f"start of {match['what']}")),
    ),
    Stretch(
        "in a week of a month",
        "... in the last week of November",
        re.compile(
            rf"(?:,\s*)?\b(?:in|during|within)\s+the\s+(?P<what>(?:{ORDINAL}|last|opening|closing)\s+(?:week|days?|half)\s+of\s+{MONTH}(?:\s+\d{{4}})?)(?!\w)"
        ),
        lambda match: between(match["what"]),
    ),
    Stretch(
        "by the end of a month of this year",
        "... before the end of the month of December",
        re.compile(
            rf"(?:,\s*)?\b(?P<lead>by|before|until|not\s+later\s+than|no\s+later\s+than|from)\s+(?P<what>the\s+(?:end|beginning|start|middle|close)\s+of\s+"
            rf"(?:the\s+month\s+of\s+)?{MONTH})(?!\s+(?:of\s+)?\d)(?!\w)"
        ),
        lambda match: led(match["lead"], Instant(event=plain(match["what"]))),
    ),
    Stretch(
        "in the hours of light",
        "... in the hours of daylight",
        re.compile(
            r"(?:,\s*)?\b(?:only\s+)?in\s+the\s+hours\s+of\s+(?:(?P<dark>darkness)|daylight|light)(?!\w)", re.IGNORECASE
        ),
        lambda match: Window(
            start=Instant(event="dusk" if match["dark"] else "dawn"),
            end=Instant(event="dawn" if match["dark"] else "dusk"),
        ),
    ),
    Stretch(
        "before what is still to come",
        "... before a final settlement",
        re.compile(
            rf"(?:,\s*)?\b(?P<lead>before|until|pending|prior\s+to)\s+(?P<what>{_SETTLED})(?=\s*(?:[,;.\0]|\Z))",
            re.IGNORECASE,
        ),
        lambda match: Window(end=Instant(event=plain(match["what"]))),
    ),
    Stretch(
        "on each day of something",
        "On each day of transfer ...",
        re.compile(
            r"(?:,\s*)?\bon\s+(?P<what>(?:each|every|the)\s+day\s+of\s+(?!the\b|each\b|every\b|its\b)[a-z]+(?:er|al|ing|ion|ure|ment|ange|ease|ival|ery|urn|ction)s?(?:\s+at\s+an?\s+[a-z]+)?)(?![\w\-])",
            re.IGNORECASE,
        ),
        lambda match: led("on", Instant(event=plain(match["what"]))),
    ),
    Stretch(
        "at a prayer",
        "... after the noon prayer",
        re.compile(
            r"(?:,\s*)?\b(?P<lead>after|before|at)\s+(?P<what>(?:the\s+)?(?:(?:noon|midday|Friday|morning|evening|dawn|sunset|afternoon|night)\s+)?(?:prayers?|Mass))(?!\w)",
            re.IGNORECASE,
        ),
        lambda match: (
            Window(end=Instant(event=plain(match["what"])))
            if match["lead"].lower() == "before"
            else Window(start=Instant(event=plain(match["what"])))
        ),
    ),
)
"""In the order in which they are tried."""
