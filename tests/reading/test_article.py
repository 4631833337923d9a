"""A real news article, where it is at hand: what was said is told whole, apart, and by the right speaker."""

from __future__ import annotations

import hashlib

import pytest

from parley.model import Act, Commitment, Document, Reading
from parley.reading import read
from shared import shared


@pytest.fixture(scope="module")
def reading() -> Reading:
    data = shared("data", "reading", "sources", "2025-03-06-cease-fire-framework-talks.txt").read_bytes()
    id = hashlib.sha256(data).hexdigest()
    return read(Document(id=id, path="article.txt", text=data.decode(), published="2025-03-06", language="en"))


def test_quotations_are_whole_and_the_envoys(reading: Reading) -> None:
    direct = [each for each in reading.statements if each.direct]
    assert len(direct) == 3
    for each in direct:
        assert each.within is None
        assert each.speaker is not None
        assert each.speaker.name.startswith("Steve ")
        assert each.content[0].exact.startswith("“")
        assert each.content[-1].exact.endswith("”")


def test_top_level_statements_and_those_told_within_them(reading: Reading) -> None:
    top = [each for each in reading.statements if each.within is None]
    nested = [each for each in reading.statements if each.within is not None]
    assert 9 <= len(top) <= 11
    ids = {each.id for each in reading.statements}
    assert nested
    assert all(each.within in ids for each in nested)
    assert any(each.act is Act.EXPRESS_WILLINGNESS for each in nested)


def test_nothing_possible_is_asserted(reading: Reading) -> None:
    resume = [each for each in reading.statements if any("might resume" in span.exact for span in each.content)]
    assert [each.commitment for each in resume] == [Commitment.POSSIBLE]
    accused = [each for each in reading.statements if each.act is Act.ACCUSE]
    assert len(accused) == 1
