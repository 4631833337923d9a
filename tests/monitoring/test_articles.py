"""Which provisions words name by number. Headings may carry the numbers of articles, and points run on through them."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring.articles import articles_named

HEADED = """## Article 1. Hostilities

1. The Parties confirm the truce. {#truce}

2. No Party shall shell the other Party. {#shells}

## Article 2. Tanks

3. No Party shall place tanks in the Gulf Zone. {#tanks}

4. Kestria shall withdraw its tanks by D+5. {#withdrawal}
"""
PLAIN = "1. No Party shall shell the other Party. {#shells}\n\n2. No Party shall place tanks there. {#tanks}\n"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("a violation of Article 2", ("tanks", "withdrawal")),
        ("a violation of Article 1", ("truce", "shells")),
        ("a breach of Articles 1 and 2", ("truce", "shells", "tanks", "withdrawal")),
        ("a breach of Article II", ("tanks", "withdrawal")),
        ("a violation of point 2", ("shells",)),
        ("a violation of paragraph 3", ("tanks",)),
        ("paragraph 3 of Article 2", ("tanks",)),
        ("paragraphs 3 and 4 of Article 2", ("tanks", "withdrawal")),
        ("Article 2(4)", ("withdrawal",)),
        ("Article 4", ()),
    ],
)
def test_an_article_is_the_heading_s_and_a_point_the_point_s(framework_of: Any, words: str, named: Any) -> None:
    assert articles_named(words, framework_of(HEADED)) == named


@pytest.mark.parametrize("kind", ["Article", "paragraph", "point"])
def test_without_such_headings_every_kind_is_the_number_s(framework_of: Any, kind: str) -> None:
    assert articles_named(f"{kind} 2", framework_of(PLAIN)) == ("tanks",)
