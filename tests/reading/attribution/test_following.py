"""Quotations that no cue brings, after a sentence that tells who speaks."""

from __future__ import annotations

import pytest

from reading.papers import statements, words


@pytest.mark.parametrize(
    "text",
    [
        "Larsen said the road was shut. “It will stay so until May.” It rained.",
        "The road would stay “shut for weeks,” Larsen said. “It will stay so until May.”",
    ],
)
def test_a_quotation_after_who_speaks_is_theirs_and_doubted(text: str) -> None:
    _, quoted = statements(text)
    assert quoted.direct
    assert (words(quoted, "source"), words(quoted, "content")) == (["Larsen"], ["“It will stay so until May.”"])
    assert quoted.doubts == (
        "The text names nobody for these words; they are taken for those of who speaks right before.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Larsen visited the bridge. “It will stay so until May.” It rained.",
        "Larsen said the road was shut.\n\nIt rained. “It will stay so until May.” It rained.",
        "Larsen said the road was shut. The play was “Nothing Will Stay So.”",
    ],
)
def test_a_quotation_after_something_else_is_nobodys(text: str) -> None:
    assert not any(each.direct for each in statements(text))
