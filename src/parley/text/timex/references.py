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


_UNITS = r"(?:hours|days|weeks|months|years|decades)"

RULES = (
    Rule(
        _words(
            rf"\b(?:right{S})?now\b(?!{S}that\b|-)|\bcurrently\b|\bpresently\b|\bnowadays\b|\bthese{S}days\b"
            rf"|\bat{S}(?:present|the{S}(?:moment|present{S}time)|this{S}(?:time|point|stage|moment))\b(?!{S}(?:of|when|that|the|he|she|it|they)\b|{S}(?-i:[A-Z]))"
        ),
        _means("PRESENT_REF"),
        triggers.REFERENCES,
    ),
    Rule(
        _words(
            rf"\b(?:recently|lately)\b(?!{S}(?:as\b|(?:in|on){S}(?-i:{MONTH}|{WEEKDAY}|[1-9])|last\b|this\b|yesterday\b))"
            rf"|\b(?:in|over|during|for){S}(?:the{S})?(?:most{S})?recent{S}{_UNITS}\b|\bthe{S}other{S}(?:day|week|night)\b(?!{S}of\b)"
            rf"|\bin{S}the{S}(?:recent{S})?past\b(?!{S}(?:{NUMBER}|few|several|couple|{UNIT})\b)"
            rf"|\b(?:not{S})?long{S}ago\b|\b{_UNITS}{S}ago\b|\b(?:a|some){S}(?:(?:short|long){S}(?:time|while)|time|while){S}ago\b"
        ),
        _means("PAST_REF"),
        triggers.REFERENCES,
    ),
    Rule(
        _words(
            rf"\bin{S}the{S}(?:(?:near|foreseeable|distant|not-too-distant){S})?future\b|\bthe{S}(?:near|foreseeable){S}future\b"
            rf"|\b(?:in|over|during|for){S}(?:the{S})?coming{S}{_UNITS}\b|\b(?:in|over){S}the{S}{_UNITS}{S}ahead\b|\bfuture\b(?=\s{{1,8}}[a-z])(?!{S}(?:of|in|for|as|is|was|and|to)\b)"
        ),
        _means("FUTURE_REF"),
        triggers.REFERENCES,
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
