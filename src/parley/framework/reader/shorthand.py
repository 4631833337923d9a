"""Turns of speech for who alone may, who is not to be the first, a stop to something, and who bears what share."""

from __future__ import annotations

from parley.text import patterns as re

from .layouts import WHO, Rewording

_RESERVED = r"(?:(?:is|are|shall\s+be|remains?)\s+(?:exclusively\s+|solely\s+|strictly\s+)?reserved)\s+(?:to|for)\s+"
SHORTHAND = (
    Rewording(
        "a stop to",
        "Full stop to all hostilities from D-day.",
        (" to ",),
        re.compile(
            r"\A(?P<stop>(?:(?:full|complete|total|general|immediate|lasting|permanent)(?:\s+and\s+[a-z]+)?\s+)?(?:stop|halt|end)\s+to)\s+"
            r"(?P<rest>(?:all|the|any|every|further)\s(?!.*\b(?:shall|must|may|will|is|are)\b).*)",
            re.IGNORECASE | re.DOTALL,
        ),
        ("Cease=stop", "rest"),
    ),
    Rewording(
        "a cost and who bears what share of it",
        "Costs: two thirds to be borne by Kestria, one third by Orlavia.",
        (" to be ",),
        re.compile(
            r"\A[A-Z][a-z]+(?:\s[a-z]+){0,3}:\s+(?P<share>(?:the\s+other\s+)?(?:half|(?:an?|one|two|three)\s+(?:third|quarter)s?|\d+\s*(?:%|per\s?cent)))"
            r"\s+(?P<to>to)\s+(?=be\s)"
        ),
        ("share", "shall=to"),
    ),
    Rewording(
        "not the first to",
        "Neither Party shall be the first to open fire.",
        (" the first to ",),
        re.compile(
            r"\A(?P<before>(?:(?:neither|no|none|nobody)\b[^;]*?|[^;]*?\bnot\s+(?:to\s+)?))(?P<be>be\s+the)\s+(?P<first>first)\s+(?P<to>to)\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("before", "first"),
    ),
    Rewording(
        "a right that is reserved to somebody",
        "The right to inspect depots is reserved to the Commission.",
        (" reserved ",),
        re.compile(
            rf"\A(?P<only>the\s+(?:right|power)\s+to)\s+(?P<what>[a-z][^,;]*?)\s+(?P<may>{_RESERVED})(?P<who>{WHO})(?=[\s.;]*\Z)",
            re.IGNORECASE,
        ),
        ("Only=only", "who", "may=may", "what"),
    ),
    Rewording(
        "what is reserved for somebody's use",
        "The use of the mill road is reserved for ambulances.",
        (" reserved ",),
        re.compile(
            rf"\A(?P<only>(?:the\s+)?use\s+of)\s+(?P<what>[^,;]{{2,80}}?)\s+(?P<may>{_RESERVED})(?P<who>{WHO})(?=[\s.;]*\Z)",
            re.IGNORECASE,
        ),
        ("Only=may", "who", "may use=only", "what"),
    ),
)
"""In the order in which they are tried."""
