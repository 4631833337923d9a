"""The page that documents the language is true: each of its examples is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.framework import parse
from parley.model import SentenceForm

PAGE = (Path(__file__).parents[2] / "docs/reference/framework-language.md").read_text("utf-8")
HEAD = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)[0]
EXAMPLES = re.findall(r"^> (.+)\n>\n> \*(.+)\*$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("words", "reading"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(words: str, reading: str) -> None:
    sentences = [each for each in parse(f"{HEAD}\n2. {words}\n").sentences if each.provision == "2"]
    assert " ".join(each.reading or each.form.value for each in sentences) == reading


def test_the_page_shows_every_form() -> None:
    forms = {parse(f"{HEAD}\n2. {words}\n").sentences[-1].form for words, _ in EXAMPLES}
    forms |= {each.form for each in parse(HEAD).sentences}
    assert forms == set(SentenceForm)
