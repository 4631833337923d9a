"""The provisions of a framework that words of it name: "Articles 1 to 3", "paragraph 4"."""

from __future__ import annotations

from parley.model import Framework, provision_number
from parley.text.citing import numbers_cited


def articles_named(words: str, framework: Framework) -> tuple[str, ...]:
    """The ids of the provisions that the words name by number, in the order of the text."""
    named = set(map(provision_number, numbers_cited(words)))
    ids = [each.id for each in framework.provisions if each.printed in named or each.id in named]
    return tuple(dict.fromkeys(ids))
