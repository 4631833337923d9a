"""What opens a sentence and says nothing of its duty: "Moreover,", "The Parties agree that"."""

from __future__ import annotations

from parley.text import patterns as re

_AGREED_THAT = re.compile(
    r"\A(?P<lead>(?:(?:The|Both|All|Both\s+the|The\s+two)\s+)?(?:Parties|[Ss]ides|[Ss]ignatories)\s+(?:hereby\s+|also\s+|further\s+)*"
    r"(?:agree|declare|decide|confirm|affirm|reaffirm|have\s+agreed|resolve|accept|acknowledge|recogni[sz]e|concur|understand|stipulate)"
    r"(?:\s+that)\s+)(?=.*\b(?:shall|will|must|may|(?:is|are)\s+to)\b)",
    re.DOTALL,
)
_PROMISED_THAT = re.compile(
    r"\A(?P<lead>[A-Z][^,;:.]{2,60}?\s+(?:promises?|swears?|vows?|pledges?|undertakes?|agrees?)(?:\s+(?:to\s+)?(?:each\s+other|one\s+another))?\s+"
    r"that\s+)(?=.*\b(?:shall|will|must|may|(?:is|are)\s+to)\b)",
    re.DOTALL,
)
_IN_FORCE_AND = re.compile(
    r"(?:\A|,\s+)(?P<lead>(?:an?|the|this)\s+(?:[\w\-()]+\s+){1,7}?(?:shall|will)\s+(?:come|"
    r"enter)\s+into\s+(?:force|effect),?\s+and\s+)",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"\A\s*(?P<lead>(?:(?:moreover|furthermore|further|likewise|similarly|equally|in\s+addition|additionally|besides|also|consequently|"
    r"therefore|thus|hence|in\s+consequence|as\s+a\s+consequence|meanwhile|in\s+the\s+meantime|finally|lastly|in\s+particular|"
    r"in\s+like\s+manner|in\s+the\s+same\s+(?:way|manner|spirit)|by\s+the\s+same\s+token|conversely|however|"
    r"first(?:ly)?|second(?:ly)?|third(?:ly)?|next)\s*,\s+)+|(?:to|for)\s+th(?:at|is)\s+(?:end|purpose|effect)\s+(?=[A-Z]|the\s|each\s|both\s))",
    re.IGNORECASE,
)
"""What joins a sentence to the one before, and bounds nothing."""


def without_lead(text: str) -> str:
    """The words with "Moreover,", "The Parties agree that" and "the truce shall come into force, and" blanked."""
    for lead in (_CONNECTIVE, _AGREED_THAT, _PROMISED_THAT, _IN_FORCE_AND):
        match = lead.search(text, 0, 300)
        if match:
            text = text[: match.start("lead")] + " " * len(match["lead"]) + text[match.end("lead") :]
    return text
