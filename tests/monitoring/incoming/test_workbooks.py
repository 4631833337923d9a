"""Excel workbooks and Parquet tables, opened in a child process: hostile ones are one sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest

from mapped_tables import refusal, reports, taken
from parley.model import UnusableInput
from parley.monitoring.incoming import guard, header_of, open_table
from parley.text.papers.limits import Limits

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HOW = '[columns]\nid = "n"\nevent = "day"\nact = "what"\ncount = "how many"\n'
ROWS = [["n", "day", "what", "how many"], ["r1", 47912, "shelling", 4], ["r2", 47913.5, "shelling", None]]


def cell(value: object, style: int) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, int | float):
        return f'<c s="{style}"><v>{value}</v></c>'
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(rows: Sequence[Sequence[object]]) -> str:
    lines = ["".join(cell(value, 1 if column == 1 else 0) for column, value in enumerate(row)) for row in rows]
    return f"<worksheet {MAIN}><sheetData>{''.join(f'<row>{line}</row>' for line in lines)}</sheetData></worksheet>"


def workbook(*sheets: str, **parts: str) -> bytes:
    """A workbook of these sheets, called S1, S2 ...; ``parts`` are further parts by the end of their name."""
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1))
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in range(1, len(sheets) + 1))
    styles = f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    files = {
        "xl/workbook.xml": f"<workbook {MAIN} {REL}><sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
        "xl/styles.xml": styles,
        **{f"xl/worksheets/s{n}.xml": body for n, body in enumerate(sheets, 1)},
        **{f"xl/{name}.xml": body for name, body in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return buffer.getvalue()


def test_dates_numbers_and_blanks_of_a_sheet() -> None:
    one, other = reports(workbook(sheet(ROWS)), HOW)
    assert (one.id, one.event.earliest.isoformat(), one.count) == ("r1", "2031-03-05", 4)  # type: ignore[union-attr]
    assert (other.event.earliest.isoformat(), other.count) == ("2031-03-06T12:00:00+00:00", None)  # type: ignore[union-attr]
    assert header_of(workbook(sheet(ROWS)), "x") == tuple(ROWS[0])


def test_shared_words_formulas_errors_and_cells_that_are_left_out() -> None:
    body = (
        f"<worksheet {MAIN}><sheetData>"
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>'
        '<row r="4"><c r="A4" t="str"><f>"r"&amp;1</f><v>r1</v></c><c r="B4" s="2"><f>TODAY()</f><v>47912.25</v></c>'
        '<c r="D4" t="e"><v>#N/A</v></c></row></sheetData></worksheet>'
    )
    shared = f"<sst {MAIN}><si><t>n</t></si><si><r><t>da</t></r><r><t>y</t></r></si><si><t>how many</t></si></sst>"
    got = taken(workbook(body, sharedStrings=shared), HOW)
    [row] = got.reports.reports()
    assert (row.id, row.count, row.origin) == ("r1", None, "reports/x.csv, row 4")
    assert row.event.earliest is not None
    assert row.event.earliest.isoformat() == "2031-03-05T06:00:00+00:00"
    assert any("2 cells hold formulas" in note for note in got.notes)


def test_one_of_several_sheets_is_named() -> None:
    two = workbook(sheet(ROWS), sheet(ROWS[:2]), sheet([]))
    assert "it has several sheets (S1, S2); say in a mapping which is meant" in refusal(two, HOW)
    assert len(reports(two, f'sheet = "S2"\n{HOW}')) == 1
    assert "it has no sheet 'S9' but S1, S2, S3" in refusal(two, f'sheet = "S9"\n{HOW}')


def test_the_header_may_stand_lower() -> None:
    assert len(reports(workbook(sheet([["A log"], [], *ROWS])), f"header_row = 3\n{HOW}")) == 2


FAR = '<sheetData><row><c r="ZZZ1"><v>1</v></c></row>'


def bomb() -> bytes:
    return workbook(f"<worksheet {MAIN}><sheetData>{' ' * 3_000_000}</sheetData></worksheet>")


def entity() -> bytes:
    return workbook('<!DOCTYPE x [<!ENTITY e "aaaa">]>' + sheet(ROWS).replace("shelling", "&e;"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (workbook(sheet(ROWS))[:400], "it is damaged: its directory of parts can't be read"),
        (bomb(), "grows more than 200 times by unpacking"),
        (entity(), "declares a document type"),
        (workbook(sheet(ROWS)[:-30]), "it is damaged: a part of it is no XML"),
        (workbook(), "none of its sheets holds anything"),
        (workbook(sheet([]).replace("<sheetData>", FAR)), "more than 2,000 columns"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 500, "it is an old or a locked Excel workbook; save it as .xlsx"),
    ],
)
def test_a_hostile_workbook_is_one_sentence(data: bytes, says: str) -> None:
    assert says in refusal(data, HOW)


def test_a_zip_that_is_no_workbook() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.txt", "x")
    assert "it is a zip archive and no workbook; save it as CSV" in refusal(buffer.getvalue(), HOW)


def test_what_takes_too_long_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LIMITS", Limits(seconds=0.0))
    with pytest.raises(UnusableInput, match="took more than 0 seconds; save it as CSV"):
        open_table(workbook(sheet(ROWS)), "reports/x.xlsx")


def parquet(**columns: Any) -> bytes:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def test_a_parquet_table() -> None:
    import datetime as dt

    rows = parquet(n=["r1", None], day=[dt.date(2031, 3, 5), None], what=["shelling", "x"], **{"how many": [4.0, None]})
    got = taken(rows, HOW)
    [row] = got.reports.reports()
    assert (row.id, row.act, row.count, row.origin) == ("r1", "shell", 4, "reports/x.csv, row 1")
    assert len(got.unusable) == 1


def test_a_damaged_parquet_table_or_none_to_read_it_with() -> None:
    message = refusal(b"PAR1" + b"x" * 100 + b"PAR1", HOW)
    assert "it is no sound Parquet table" in message or "needs the extra 'tables'; install it with" in message
