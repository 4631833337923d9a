"""The status of a text, put into whatever front matter it has."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.process.text import with_status


@pytest.mark.parametrize(
    "words",
    [
        "1. The Parties shall meet.\n",
        "---\ntitle: Cease-fire\nstatus: draft\n---\n1. The Parties shall meet.\n",
        "---\ntitle: Cease-fire\n---\n1. The Parties shall meet.\n",
        "---\r\ntitle: Cease-fire\r\n---\r\n1. The Parties shall meet.\r\n",
        "---\r\nstatus: draft\r\n---\r\n1. The Parties shall meet.\r\n",
        "\ufeff---\ntitle: Cease-fire\n---\n1. The Parties shall meet.\n",
        "---\ntitle: Cease-fire\n---\nstatus: what this line says is no front matter\n",
    ],
)
def test_a_text_gets_its_status_and_keeps_every_other_word(words: str) -> None:
    final = with_status(words, "final")
    assert parse(final).status == "final"
    assert parse(final).title == parse(words).title
    assert final.endswith(words.rpartition("---")[2])
