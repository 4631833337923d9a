"""The provisions that words of the text name: "Articles 1 to 3", "paragraph 4"."""

from __future__ import annotations

import re

from parley.model import Framework, provision_number

_NUMBER = r"\d{1,4}\w?(?:\.\d{1,3}){0,3}(?:\(\w{1,4}\)){0,3}"
_ARTICLES = re.compile(
    rf"\b(?:articles?|paragraphs?|provisions?|sections?|points?|clauses?|rules?|items?)\s+((?:{_NUMBER}(?:\s*(?:,|and|to)\s*)?)+)",
    re.I,
)
_MOST = 200
"""So many provisions a span of numbers may name."""


def articles_named(words: str, framework: Framework) -> tuple[str, ...]:
    """The ids of the provisions that the words name by number, in the order of the text."""
    numbers: list[str] = []
    for match in _ARTICLES.finditer(words):
        listed = re.findall(rf"{_NUMBER}|to", match[1])
        for place, number in enumerate(listed):
            if number == "to" and 0 < place < len(listed) - 1:
                first, last = (int(re.sub(r"\D.*", "", listed[at]) or 0) for at in (place - 1, place + 1))
                numbers += [str(each) for each in range(first + 1, min(last, first + _MOST))]
            elif number != "to":
                numbers.append(number)
    named = {provision_number(number) for number in numbers}
    ids = [each.id for each in framework.provisions if each.printed in named or each.id in named]
    return tuple(dict.fromkeys(ids))
