"""Reports by the thousand stay columns from the file to the verdict: what comes out is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.monitoring import watching
from parley.process import Process, receiving

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

OURS = """id,event_earliest,reported,act,count,actor,counterpart,claimant,about,corrects,life,found_by
r1,2031-04-05T10:00,2031-04-06T08:00,shelling,3,KES,ORL,ORL,,,,
r2,2031-04-07,2031-04-08,deny,,KES,,KES,r1,,,
r3,2031-04-09T11:15,2031-04-09T12:00,shelling,,ORL,KES,KES,,,,
r4,2031-04-09T11:10,2031-04-10T12:00,shelling,2,ORL,KES,KES,,r3,,
r5,2031-04-19,2031-04-20,presence,1,ORL,,JVC,,,withdrawn,
"""
THEIRS = "n,day,what,who\n7,2031-04-11,shelling,KES\n8,2031-04-12,explosion,\n"
HOW = 'title = "A log"\n[columns]\nid = "n"\nevent = "day"\nact = "what"\nactor = "who"\n'


@pytest.mark.parametrize("duplicates", [False, True])
def test_the_same_output(make: Make, opened: Opened, monkeypatch: pytest.MonkeyPatch, duplicates: bool) -> None:
    folder = make({"reports/a.csv": OURS, "reports/log.csv": THEIRS, "reports/log.mapping.toml": HOW})
    outputs: list[Any] = []
    for many in (10**9, 0):
        monkeypatch.setattr(receiving, "LARGE", many)
        monkeypatch.setattr(receiving, "MANY", many)
        monkeypatch.setattr(watching, "MANY", many)
        outputs.append(opened(folder).watch(duplicates=duplicates))
    few, as_columns = (
        one.replace(revisions=(), notes=[n for n in one.notes if "late reports" not in n]) for one in outputs
    )
    assert as_columns == few  # but for what late reports made of verdicts, which is told of few reports alone
    assert [one.incident for one in few.lives] == ["r1"]


def test_a_row_that_is_set_aside_is_told_in_the_same_words(
    make: Make, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make({"reports/a.csv": OURS.replace("2031-04-19", "2031-04-31")})
    said = []
    for many in (10**9, 0):
        monkeypatch.setattr(receiving, "LARGE", many)
        said.append([note for note in opened(folder).watch().notes if "row 6" in note])
    assert said[0] == said[1]
    assert said[0]


@pytest.mark.parametrize("large", ["a", "b", "ab"])
def test_an_id_of_two_files_is_told_the_same_whichever_of_them_is_large(
    make: Make, opened: Opened, monkeypatch: pytest.MonkeyPatch, large: str
) -> None:
    plain = "\n".join(line for line in OURS.splitlines() if not line.startswith("r2")) + "\n"
    other = plain.replace("shelling,3", "shelling,4").replace("\nr3,", "\nr9,")
    files = {"a": plain + " " * (50 if "a" in large else 0), "b": other + " " * (50 if "b" in large else 0)}
    folder = make({f"reports/{name}.csv": data for name, data in files.items()})
    outputs: list[Any] = []
    for many in (10**9, min(len(data) for name, data in files.items() if name in large)):
        monkeypatch.setattr(receiving, "LARGE", many)
        monkeypatch.setattr(receiving, "MANY", 10**9 if many == 10**9 else 0)
        outputs.append(opened(folder).watch())
    few, as_columns = outputs
    assert as_columns.verdicts == few.verdicts
    assert [(one.reports, one.unusable) for one in few.received] == [(4, 0), (3, 1)]
    assert as_columns.received == few.received
