"""Opens tables of hostile formats in a child process; whatever happens there is one sentence here."""

from __future__ import annotations

import atexit
import json

import numpy as np

from parley.text.child import Child
from parley.text.guarding import Said, ask, refuse
from parley.text.papers.limits import Limits

from ..table import Words
from .mapping import Mapping, Unusable
from .raw import RawTable

LIMITS = Limits(seconds=120.0, cpu_seconds=110, memory=3_000_000_000, output=1_000_000_000)
_MEND = "save it as CSV and name that"
_CALLED = {"excel": "an Excel workbook", "parquet": "a Parquet table"}

_child = Child("parley.monitoring.incoming.server")
atexit.register(_child.close)


def read_guarded(kind: str, data: bytes, path: str, mapping: Mapping | None) -> RawTable:
    """The table in the bytes of a workbook ("excel") or of a "parquet" file.

    Raises :class:`UnusableInput` naming ``path`` and the mend, also where the parser fails, hangs or asks for
    more than ``LIMITS``.
    """
    said = Said(path, _CALLED[kind], _MEND, too_much="than any table has", opens="tables")
    sheet, header_row = (mapping.sheet, mapping.header_row) if mapping else (None, 1)
    asked = {"kind": kind, "sheet": sheet, "header_row": header_row}
    told = ask(_child, asked, data, LIMITS, said)
    length = int.from_bytes(told[:8], "big")
    found = json.loads(told[8 : 8 + length])
    refuse(_child, found, said)
    rows = found["rows"]
    arrays = np.frombuffer(told, dtype="<i4", offset=8 + length).reshape(-1, rows).astype(np.int32) if rows else None
    codes = list(arrays) if arrays is not None else [np.empty(0, dtype=np.int32)] * (len(found["columns"]) + 1)
    columns = {name: Words(code, tuple(values)) for (name, values), code in zip(found["columns"], codes, strict=False)}
    unusable = tuple(Unusable(*one) for one in found["unusable"])
    return RawTable(path, columns, codes[-1], unusable, tuple(found["notes"]))
