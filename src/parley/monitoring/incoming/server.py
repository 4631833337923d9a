"""The child process that opens workbooks and Parquet tables: one question in, one answer out, within limits.

Started by :mod:`parley.monitoring.incoming.guard` as ``python -m parley.monitoring.incoming.server``. A question is
two frames: what is asked as JSON, and the bytes of the file. The answer is a length (8 bytes), JSON of so many
bytes with the words of each column, and then the rows: the codes of each column and the numbers, 4 bytes each.
"""

from __future__ import annotations

import json
from typing import Any

from parley.text.child import serve
from parley.text.guarding import attempt
from parley.text.papers.page import AS_TEXT

from .raw import RawTable


def answer(question: list[bytes]) -> bytes:
    """The table in a file, a refusal, or a fault of the parser."""
    asked = json.loads(question[0])
    told, refused = attempt(
        asked["limits"], lambda: read(asked, question[1]), lambda table: (_told(table), _rows(table))
    )
    if "mend" in refused:
        refused["mend"] = _mend(refused["mend"])
    found, rows = told or (refused, b"")
    said = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")
    return len(said).to_bytes(8, "big") + said + rows


def read(asked: dict[str, Any], data: bytes) -> RawTable:
    """Each parser is loaded when it is first needed."""
    if asked["kind"] == "parquet":
        from .parquet import read_parquet

        return read_parquet(data, asked["path"])
    from .excel import read_excel

    return read_excel(data, asked["path"], asked["sheet"], asked["header_row"])


def _mend(mend: str) -> str:
    """The archive is opened as one of a paper is; what helps a table is another form of it."""
    return mend.replace(AS_TEXT, "save it as CSV and name that")


def _told(table: RawTable) -> dict[str, Any]:
    return {
        "columns": [[name, column.values] for name, column in table.columns.items()],
        "rows": len(table),
        "unusable": [[one.row, one.column, one.why] for one in table.unusable],
        "notes": table.notes,
    }


def _rows(table: RawTable) -> bytes:
    arrays = [*(column.codes for column in table.columns.values()), table.numbers]
    return b"".join(array.astype("<i4").tobytes() for array in arrays)


if __name__ == "__main__":
    serve(answer, frames=2)
