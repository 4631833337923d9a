"""Many papers on all cores: the same readings in the same order, and nothing left running."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from papers import ACTORS, paper
from parley.model import Document, Issue, Reading, WrongUsage
from parley.process import workers
from parley.process.files import read_files
from parley.process.workers import read_each
from parley.reading import read
from parley.text.child import Child, ChildFailed

PAPERS = [
    paper(f"Kestria said on {day} March that the road was open. “We agree,” Orlavia's minister said.\n" * length)
    for day, length in ((1, 1), (2, 30), (3, 2), (4, 1))
]
ISSUES = (Issue(id="road", title="The road", keywords=("road",)),)


@pytest.fixture(name="two_cores")
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """Workers are used for whatever papers; the children that were started."""
    started: list[Child] = []

    class Noted(Child):
        def __init__(self, module: str) -> None:
            super().__init__(module)
            started.append(self)

    monkeypatch.setattr(workers, "WORTH_IT", 0)
    monkeypatch.setattr(workers, "Child", Noted)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    return started


def test_workers_read_the_same_in_the_same_order_as_one_process(two_cores: list[Child]) -> None:
    alone = list(read_each(read, PAPERS, ACTORS, ISSUES, apart=False))
    assert two_cores == []
    assert list(read_each(read, PAPERS, ACTORS, ISSUES, apart=True)) == alone
    assert len(two_cores) == 2
    assert [reading.document for reading in alone if isinstance(reading, Reading)] == [each.id for each in PAPERS]
    assert [child.pid for child in two_cores] == [None, None]


def test_who_stops_listening_leaves_no_worker_behind(two_cores: list[Child]) -> None:
    readings = read_each(read, PAPERS, ACTORS, (), apart=True)
    next(readings)
    assert any(child.pid for child in two_cores)
    readings.close()
    assert [child.pid for child in two_cores] == [None, None]


@pytest.mark.usefixtures("two_cores")
def test_a_worker_that_dies_costs_the_paper_that_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(_: Child, *question: bytes) -> bytes:
        if PAPERS[1].id.encode() in question[2]:
            raise ChildFailed
        return b"F" + hashlib.sha256(question[2]).hexdigest().encode()

    monkeypatch.setattr(Child, "ask", ask)
    found = list(read_each(read, PAPERS, ACTORS, (), apart=True))
    assert found[1] == "its process ended"
    assert len(set(found)) == 4


@pytest.mark.usefixtures("two_cores")
def test_a_pipeline_that_is_not_there_stops_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_PIPELINE", "no_such_pipeline")
    with pytest.raises(WrongUsage, match="no_such_pipeline"):
        list(read_each(read, PAPERS, ACTORS, (), apart=True))


def test_few_short_papers_are_read_here(two_cores: list[Child], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_IT", 60_000)
    assert len(list(read_each(read, PAPERS[:2], ACTORS, (), apart=True))) == 2
    assert two_cores == []


def test_a_paper_on_which_the_reader_fails_does_not_cost_the_others() -> None:
    def fails(document: Document, *_: object) -> Reading:
        if document is PAPERS[0]:
            raise RecursionError
        return Reading(document=document.id)

    found = list(read_each(fails, PAPERS, (), (), apart=False))
    assert found[0] == "RecursionError"
    assert all(isinstance(each, Reading) for each in found[1:])


def test_papers_named_on_the_command_line_use_them_too(two_cores: list[Child], tmp_path: Path) -> None:
    for number, each in enumerate(PAPERS):
        (tmp_path / f"{number}.txt").write_text(each.text, encoding="utf-8")
    names = [str(tmp_path / f"{number}.txt") for number in range(len(PAPERS))]
    assert [document.path for document in read_files(names).documents] == names
    assert len(two_cores) == 2
