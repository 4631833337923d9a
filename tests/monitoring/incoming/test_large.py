"""Large tables are read by another reader where it is there, and come out the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.monitoring.incoming import raw
from parley.monitoring.incoming.large import read_large

pytest.importorskip("pyarrow")

cells = st.text(st.sampled_from('ab ,;"\nї٣'), max_size=4)


def written(rows: list[list[str]]) -> bytes:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "\n".join(quoted).encode() + b"\n"


def table(found: raw.RawTable) -> object:
    columns = [[column.at(row) for row in range(len(found))] for column in found.columns.values()]
    return columns, found.numbers.tolist(), found.unusable


@given(st.lists(st.lists(cells, min_size=1, max_size=3), max_size=4))
def test_both_readers_give_the_same(rows: list[list[str]]) -> None:
    data = b"one,two\n" + written(rows)
    fast = read_large(data, "x", ["one", "two"], ",", 8)
    if any(len(row) > 2 for row in rows):
        assert fast is None
        return
    assert fast is not None
    slow = raw.read_csv(data, "x")
    assert [str(one) for one in fast.unusable] == [str(one) for one in slow.unusable]
    assert table(fast)[:2] == table(slow)[:2]  # type: ignore[index]


def test_blank_lines_and_rows_of_another_length_are_counted_alike() -> None:
    data = b'one,two\n1,2\n\n3,4\n5\n"x\ny",7\n ,\n8,9\n'
    fast, slow = read_large(data, "x", ["one", "two"], ",", 8), raw.read_csv(data, "x")
    assert fast is not None
    assert table(fast) == table(slow)


def test_a_large_table_is_read_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "LARGE", 10)
    found = raw.read_csv("\ufeffдата;два\n1;2\n".encode(), "x")
    assert table(found) == ([["1"], ["2"]], [2], ())


def test_what_is_no_utf_8_is_left_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "LARGE", 10)
    found = raw.read_csv("one;two\nобстріл з мінометів;Тамсень над рікою\n".encode("cp1251"), "x")
    assert found.columns["one"].at(0) == "обстріл з мінометів"
