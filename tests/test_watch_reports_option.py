"""``--reports`` takes several files behind the folder, and one each time that it is repeated, wherever that stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

ROW = "id,event_earliest,reported,act,actor,claimant\n{id},2026-04-20,2026-04-20T12:00,shelling,KES,ORL\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{name}.csv" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text(ROW.format(id=path.stem), "utf-8")
    return list(map(str, paths))


@pytest.mark.parametrize(
    "given",
    [
        ["DIR", "--reports", "A", "B", "C", "--json"],
        ["--json", "DIR", "--reports", "A", "B", "C"],
        ["DIR", "--reports", "A", "--reports", "B", "C", "--as-of", "2026-05-01", "--json"],
        ["DIR", "--reports", "A", "--reports", "B", "--reports", "C", "--json"],
        ["--reports", "A", "--reports", "B", "--reports", "C", "DIR", "--json"],
    ],
)
def test_several_files_after_one_option(parley, finished_demo, tmp_path, files, given: list[str]) -> None:
    folder = shutil.copytree(finished_demo, tmp_path / "demo")
    words = {"DIR": str(folder), **dict(zip("ABC", files, strict=True))}
    ran = parley("watch", *(words.get(one, one) for one in given))
    read = [Path(one["path"]).name for one in json.loads(ran.out)["received"]]
    assert read == ["a.csv", "b.csv", "c.csv"]


def test_a_word_too_many_is_still_one(parley, finished_demo, files) -> None:
    assert parley("watch", finished_demo, files[0], "--json").code == 2
    assert parley("watch", "--reports", files[0], finished_demo, files[1]).code == 2
