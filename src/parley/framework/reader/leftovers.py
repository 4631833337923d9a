"""What no slot took: words that may hide a condition or a time, and words that only describe or add."""

from __future__ import annotations

import re

_LEFT_OUT = re.compile(
    r"\b(?:if|neither|nor|when|whenever|unless|until|except|provided|while|after|before|(?<!at\s)once|upon|shall|must|(?-i:may)|will|"
    r"subject\s+to|no\s+later|not\s+later|"
    r"without(?!\s+(?:delay|prejudice|(?:pre)?conditions?|exception|distinction|hindrance|restriction|discrimination|"
    r"any\s+(?:formal\s+)?distinction))|"
    r"not|whether|should|deadline)\b"
    r"|__|\bD\s?[+\-−]\s?\d|\bD-day\b|\d{1,2}[:.]\d{2}\b|\b\d+\s*(?:hours?|days?|weeks?|months?|km|kilomet|"
    r"nautical|minutes?)\b",
    re.IGNORECASE,
)
_DESCRIPTIVE = re.compile(
    r"\b(?:not\s+more\s+than|not\s+exceeding)\s+(?=[\w,.]+\s+(?!hours?\b|days?\b|weeks?\b|months?\b|km\b|kilomet)[a-z])|"
    r"\b(?:(?:after|upon|on|with|by)\s+)?[\w\-]+\s+(?:hours?|days?|weeks?|months?)['’]\s+(?:(?:written|prior|advance)\s+)*notice\b"
    r"|\b\d+\s*-?(?:km|kilomet\w+)[\s\-]+(?:wide\s+|long\s+)?(?:\w+\s+)?(?:zone|strip|corridor|belt)\b"
    r"|\b\d+\s*-?(?:km|kilomet\w+|m|met\w+)\s+(?:wide|long|deep)\b"
    r"|\bof\s+\d+\s*-?(?:km|kilomet\w+)\s+(?:width|length|depth)\b|\bat\s+intervals\s+of\s+\d+\s*(?:km|kilomet\w+|m|met\w+)\b"
    r"|\b(?:who|that|which)\s+(?:[\w\-]+\s+){0,6}?(?:did|do|does|has|have|had|is|are|was|were)\s+not\b"
    r"|\b(?:who|that|which)\s+(?:may|might|could|would|will|shall|must)\b(?:\s+not\b)?"
    r"|\bnot\s+(?:(?:a\s+)?part(?:y|ies)?|signator(?:y|ies)|members?|covered|included|involved)\s+(?:of|to|by|in)\b"
    r"|\bby\s+(?:up\s+to\s+|another\s+|a\s+further\s+|at\s+most\s+)?[\w\-]+\s+(?:hours|days|weeks|months)\b"
    r"|,?\s*(?:where|when|if|as)\s+(?:appropriate|necessary|possible|required|applicable|feasible|practicable)\b",
    re.IGNORECASE,
)
"""Lengths, widths, denials and possibilities that only describe a thing, and bound no duty."""

ADDITION = re.compile(
    r",?\s+(?:including\s+(?:by|through|in|from|on|at|to)\b|without\s+prejudice\s+to|by\s+consensus|"
    r"by\s+mutual\s+(?:consent|agreement)|"
    r"(?:based\s+)?on\s+(?:the\s+)?(?:principles?|basis)\b|(?:beginning|starting)\s+(?:from|with)\b|based\s+on|in\s+order\s+to|with\s+a\s+view\s+to|"
    r"so\s+as\s+to|so\s+that|in\s+accordance\s+with|"
    r"pursuant\s+to|in\s+line\s+with|taking\s+into\s+account|on\s+equal\s+distances|in\s+parallel\s+with|"
    r"as\s+agreed\b|"
    r"in\s+a\s+timely\s+manner|in\s+the\s+implementation\s+of)\b.*"
    r"|\s+(?:by|on|upon|with|after)\s+(?:giving\s+)?(?:at\s+least\s+)?[\w\-]+\s+(?:hours?|days?|weeks?|months?)['’]?\s+"
    r"(?:(?:written|prior|advance)\s+)*notice\b.*"
    r"|,\s*(?:including|in\s+particular|such\s+as|especially|primarily|particularly|among\s+them|using|"
    r"failing\s+which|giving\s+priority|"
    r"with)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is added to an object and said back after it: examples, grounds, purposes."""


def may_hide_a_condition(words: str) -> bool:
    """Whether words that no slot took may bound the duty: then it is better not read at all."""
    return _LEFT_OUT.search(_DESCRIPTIVE.sub("", words)) is not None
