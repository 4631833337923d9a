"""Tables of cells: text without a quotation mark is cut many lines at once, and says the same as cell by cell."""

from __future__ import annotations

import csv
import io

import pytest

from parley.model import UnusableInput
from parley.monitoring.incoming import header_of, open_table, raw
from parley.monitoring.incoming.raw import RawTable, read_csv

HEADER = "id,act,place"


def told(table: RawTable) -> tuple[object, ...]:
    rows = {name: [words.at(row) for row in range(len(table))] for name, words in table.columns.items()}
    return rows, table.numbers.tolist(), table.unusable


@pytest.mark.parametrize(
    "lines",
    [
        ["1,shelling,Hill", "2,,", "3, crossing ,Dell"],
        ["1,shelling,Hill", "", "   ,,", "2,shelling,Dell"],
        ["1,shelling", "2,shelling,Dell,,", "3,shelling,Dell,West", "4,a,b"],
        ["1,shelling,Hill\r2,crossing,Dell", "3,a,b\x0bc", "4,a,b\u2028c"],
        [],
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("at_once", [1, 2, 1_000])
def test_with_and_without_a_quotation_mark_a_table_is_the_same(
    lines: list[str], end: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "_AT_ONCE", at_once)
    plain = read_csv(end.join([HEADER, *lines]).encode(), "table.csv")
    quoted = read_csv(end.join([f'"id"{HEADER[2:]}', *lines]).encode(), "table.csv")
    assert told(plain) == told(quoted)


def test_a_line_counts_as_the_row_that_it_is_in_the_file() -> None:
    table = read_csv(f"exported today\n{HEADER}\n\n1,a,b\n".encode(), "table.csv", header_row=2)
    assert table.numbers.tolist() == [4]
    assert table.columns["place"].values == ("b",)


def test_a_row_with_a_cell_too_long_cannot_be_used_and_the_others_can() -> None:
    long = "x" * (raw.LONGEST_CELL + 1)
    stream = io.StringIO()
    csv.writer(stream).writerows([["1", long, "Hill"], ["2", 'a "hill"', "Mill"]])
    table = read_csv(f"{HEADER}\n{stream.getvalue()}".encode(), "table.csv")
    assert table.numbers.tolist() == [3]
    assert [one.row for one in table.unusable] == [2]
    assert table.unusable[0].why.startswith("one of its cells has more than 1,000,000 characters")


@pytest.mark.parametrize("coding", ["utf-16", "utf-32", "utf-8-sig", "utf-16-be"])
@pytest.mark.parametrize("rows", [1, 5_000])
def test_a_byte_order_mark_says_how_a_table_is_written(coding: str, rows: int) -> None:
    mark = b"\xfe\xff" if coding == "utf-16-be" else b""
    table = mark + ("id,місце\n" + "".join(f"r{row},Київ {row}\n" for row in range(rows))).encode(coding)
    assert header_of(table, "x.csv") == ("id", "місце")
    assert open_table(table, "x.csv").columns["місце"].at(rows - 1) == f"Київ {rows - 1}"
    records = mark + '[{"id": "r1", "місце": "Київ"}]'.encode(coding)
    assert header_of(records, "x.json") == ("id", "місце")


@pytest.mark.parametrize("data", [b"\x00" * 2_000, bytes(range(128, 256)) * 40, b"\x93PK\x03\x04" + b"\x00\xff" * 500])
def test_what_is_called_a_workbook_and_is_none_is_told_so(data: bytes) -> None:
    for read in (header_of, open_table):
        with pytest.raises(UnusableInput, match="called an Excel workbook and is none, or a damaged one; save it anew"):
            read(data, "reports/log.xlsx")
    assert header_of(b"id,act\nr1,fire\n", "reports/log.xlsx") == ("id", "act")
