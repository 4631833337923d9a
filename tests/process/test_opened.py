"""Archives of tables and maps: each file in them is read as if it lay beside the others."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from parley.model import UnusableInput
from parley.process.opened import opened


def packed(folder: Path, **members: str) -> Path:
    path = folder / "maps.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, words in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), words)
    return path


def test_a_file_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n")
    assert list(opened(tmp_path / "a.csv", "reports/a.csv")) == [(b"id\n", "reports/a.csv")]


def test_an_archive_is_its_tables_and_maps_in_order_of_their_names(tmp_path: Path) -> None:
    path = packed(
        tmp_path,
        b_dot_geojson="{}",
        more__a_dot_csv="id",
        README_dot_txt="words",
        _dot_DS_Store="",
        more___dot_x_dot_csv="",
    )
    assert [name for _, name in opened(path, "m.zip")] == ["m.zip/b.geojson", "m.zip/more/a.csv"]


def test_an_archive_without_any_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"this archive holds no table and no map; pack files that end in \.csv"):
        list(opened(packed(tmp_path, a_dot_txt="words"), "m.zip"))


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.zip").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(UnusableInput, match="it is damaged"):
        list(opened(tmp_path / "m.zip", "m.zip"))
