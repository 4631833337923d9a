"""Times without a date: now, lately, in future, at some point."""

from __future__ import annotations

import re

from ..numbers import PATTERN as NUMBER
from . import triggers
from .lexicon import MONTH, UNIT, WEEKDAY, S
from .reading import Resolve, Rule, Situation, TimeReading, undated


def _means(value: str | None) -> Resolve:
    def resolve(_match: re.Match[str], _situation: Situation) -> TimeReading | None:
        return undated(value)

    return resolve


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_CLAUSE_BEFORE = re.compile(r"(?:(?:^|\n|[.!?:][\"”’»')]{0,2})\s{0,3}|\b(?:and|but)\s)[\"“‘„«']{0,2}$", re.IGNORECASE)
_MODAL_BEFORE = re.compile(r"\b(?:can|could|may|might|must|shall|should|will|would)\s$", re.IGNORECASE)
_COPULA_BEFORE = re.compile(r"(?:\b(?:is|are|am|was|were)|['’](?:s|re|m))\s$", re.IGNORECASE)
_CLAUSE_AFTER = re.compile(r"\s(?:\w|['’])")
_NOUN_AFTER = re.compile(r"\s(?:an?|the|its|his|her|their|our|your|my)\b", re.IGNORECASE)


def _now(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """The present, unless the word only says that something has changed.

    It does where it opens a clause ("Now the war ..."), after a modal verb ("can now take part") and between a copula
    and a noun ("is now the second"): a time without a date would tell nobody more there.
    """
    before, after = match.string[max(0, match.start() - 12) : match.start()], match.string[match.end() :][:8]
    opens = _CLAUSE_BEFORE.search(before) and _CLAUSE_AFTER.match(after)
    becomes = _COPULA_BEFORE.search(before) and _NOUN_AFTER.match(after)
    return None if opens or becomes or _MODAL_BEFORE.search(before) else undated("PRESENT_REF")


_UNITS = r"(?:hours|days|weeks|months|years|decades)"

RULES = (
    Rule(_words(rf"\bnow\b(?!{S}that\b|-)"), _now, triggers.NOWS),
    Rule(
        _words(
            rf"\bright{S}now\b|\bcurrently\b|\bpresently\b|\bnowadays\b|\bthese{S}days\b"
            rf"|\bat{S}(?:present|the{S}(?:moment|present{S}time)|this{S}(?:time|point|stage|moment))\b(?!{S}(?:of|when|that|the|he|she|it|they)\b|{S}(?-i:[A-Z]))"
        ),
        _means("PRESENT_REF"),
        triggers.REFERENCES,
    ),
    Rule(
        _words(
            rf"\b(?:recently|lately)\b(?!{S}(?:as\b|(?:in|on){S}(?-i:{MONTH}|{WEEKDAY}|[1-9])|last\b|this\b|yesterday\b))"
            rf"|\b(?:the{S})?(?:most{S})?recent{S}{_UNITS}\b|\bthe{S}other{S}(?:day|week|night)\b(?!{S}of\b)"
            rf"|(?<=\bin\s)the{S}(?:recent{S})?past\b(?!{S}(?:{NUMBER}|few|several|couple|{UNIT})\b)"
            rf"|\b(?:not{S})?long{S}ago\b|\b{_UNITS}{S}ago\b|\b(?:a|some){S}(?:(?:short|long){S}(?:time|while)|time|while){S}ago\b"
        ),
        _means("PAST_REF"),
        triggers.LATELY,
    ),
    Rule(
        _words(
            rf"(?<=\bin\s)the{S}(?:(?:near|foreseeable|distant|not-too-distant){S})?future\b|\bthe{S}(?:near|foreseeable){S}future\b"
            rf"|(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bover\s)|(?<=\bduring\s))coming{S}{_UNITS}\b|\bthe{S}coming{S}{_UNITS}\b|\bthe{S}{_UNITS}{S}ahead\b|\bfuture\b(?=\s{{1,8}}[a-z])(?!{S}(?:of|in|for|as|is|was|and|to)\b)"
        ),
        _means("FUTURE_REF"),
        triggers.AHEAD,
    ),
    Rule(
        _words(
            rf"\bat{S}(?:some{S}(?:point|stage|time)|an{S}(?:unspecified|unknown){S}(?:time|date))\b|\bsome{S}?day\b|\bsometime\b(?!s)"
        ),
        _means(None),
        triggers.REFERENCES,
    ),
)
"""Patterns with what they mean."""
