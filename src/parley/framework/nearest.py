"""What a sentence that isn't understood would have to be like: the nearest form of the language, with its example.

The forms are those of ``docs/reference/framework-language.md``. The hints are tried in order; the last fits all.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .reader.deeds import ADVERBS
from .reader.modals import MODALS


@dataclass(frozen=True)
class Hint:
    """Why sentences with these words aren't read, and a sentence of the nearest form."""

    name: str
    words: re.Pattern[str]
    why: str
    form: str


_HINTS = (
    Hint("blank", re.compile(r"__"), "it holds a blank", "No Party shall fire from D-day."),
    Hint(
        "should",
        re.compile(r"\b(?:should|ought\s+to|would|could)\b", re.IGNORECASE),
        "“should” binds nobody",
        "The Parties shall meet within 7 days of D-day.",
    ),
    Hint(
        "ban",
        re.compile(r"\b(?:prohibit|forbid|ban(?:s|ned)?\b|not\s+allowed|not\s+permitted)", re.IGNORECASE),
        "what it forbids was not understood",
        "The laying of mines in the Bay Zone is prohibited.",
    ),
)


def nearest_form(words: str) -> str:
    """One sentence on why ``words`` (a sentence of a text) weren't read, and the nearest form that would be."""
    hint = next((each for each in _HINTS if each.words.search(words)), None)
    if hint:
        return _said(hint.why, hint.form)
    modal = MODALS.search(words)
    if modal is None:
        if noun_at_start(words) or verb_at_start(words, base=True):
            return _said("what it names has no object, or no time", "Release of all hostages by both sides by D+3.")
        return _said("no word in it obliges, forbids or allows", "Each Party shall release all hostages by D+3.")
    rest = words[modal.end() :].lstrip(" ,")
    adverbs = ADVERBS.match(rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    if rest.startswith("be "):
        return _said("who does what to what was not understood", "All tanks shall be withdrawn by Kestria by D+3.")
    verb = re.match(r"[a-z\-]+", rest)
    if verb and verb_at_start(rest) is None:
        why = f"“{verb.group()}” is no act that is known"
        return _said(why, "Each Party shall withdraw its tanks from the Bay Zone by D+3.")
    if re.search(r"\b(?:if|when|unless|while|until|after|before|provided)\b", words, re.IGNORECASE):
        return _said(
            "its conditions and times can't be told apart", "If a Party fires, the JVC shall meet within 24 hours."
        )
    return _said("who bears it was not understood", "Each Party shall withdraw its tanks from the Bay Zone by D+3.")


def _said(why: str, form: str) -> str:
    return f"{why}; nearest form: “{form}”"
