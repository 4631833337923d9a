"""The provisions that words of the text name: "Articles 1 to 3", "paragraph 4"."""

from __future__ import annotations

import re

from parley.model import Framework

_ARTICLES = re.compile(
    r"\b(?:articles?|paragraphs?|provisions?|sections?)\s+((?:\d{1,4}\w?(?:\s*(?:,|and|to)\s*)?)+)", re.I
)
_MOST = 200
"""So many provisions a span of numbers may name."""


def articles_named(words: str, framework: Framework) -> tuple[str, ...]:
    """The ids of the provisions that the words name by number, in the order of the text."""
    numbers: list[str] = []
    for match in _ARTICLES.finditer(words):
        listed = re.findall(r"\d{1,4}\w?|to", match[1])
        for place, number in enumerate(listed):
            if number == "to" and 0 < place < len(listed) - 1:
                first, last = (re.sub(r"\D", "", listed[at]) for at in (place - 1, place + 1))
                numbers += [str(each) for each in range(int(first) + 1, min(int(last), int(first) + _MOST))]
            elif number != "to":
                numbers.append(number)
    ids = [each.id for each in framework.provisions if each.number in numbers or each.id in numbers]
    return tuple(dict.fromkeys(ids))
