"""Opens tables of hostile formats in a child process; whatever happens there is one sentence here."""

from __future__ import annotations

import atexit
import json
import threading
from dataclasses import asdict
from typing import Any

import numpy as np

from parley.model import NotYetHandled, UnusableInput
from parley.text.child import Child, ChildFailed, ChildLate, ChildVerbose
from parley.text.papers.limits import Limits

from ..table import Words
from .mapping import Mapping, Unusable
from .raw import RawTable

LIMITS = Limits(seconds=120.0, cpu_seconds=110, memory=3_000_000_000, output=1_000_000_000)
_MEND = "save it as CSV and name that"
_CALLED = {"excel": "an Excel workbook", "parquet": "a Parquet table"}

_child = Child("parley.monitoring.incoming.server")
_turn = threading.Lock()
atexit.register(_child.close)


def read_guarded(kind: str, data: bytes, path: str, mapping: Mapping | None) -> RawTable:
    """The table in the bytes of a workbook ("excel") or of a "parquet" file.

    Raises :class:`UnusableInput` naming ``path`` and the mend, also where the parser fails, hangs or asks for
    more than ``LIMITS``.
    """
    asked: dict[str, Any] = {"kind": kind, "path": path, "limits": asdict(LIMITS)}
    asked |= {"sheet": mapping.sheet if mapping else None, "header_row": mapping.header_row if mapping else 1}
    called = _CALLED[kind]
    try:
        with _turn:
            told = _child.ask(json.dumps(asked).encode(), data, seconds=LIMITS.seconds, largest=LIMITS.output)
    except ChildLate:
        problem = f"reading it as {called} took more than {LIMITS.seconds:g} seconds"
        raise UnusableInput(path, problem, _MEND) from None
    except ChildVerbose:
        raise UnusableInput(path, f"read as {called} it gives more than any table has", _MEND) from None
    except ChildFailed:
        raise UnusableInput(path, f"the program part that reads {called} broke down on it", _MEND) from None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        problem = f"the process that opens tables of its kind can't be started ({why})"
        raise UnusableInput(path, problem, _MEND) from error
    length = int.from_bytes(told[:8], "big")
    found = json.loads(told[8 : 8 + length])
    if "refused" in found:
        refusal = NotYetHandled if found["refused"] == "not yet" else UnusableInput
        raise refusal(path, found["problem"], found["mend"], found["where"])
    if "fault" in found:
        _child.close()  # what a failed parser leaves behind is nobody's to know
        short = found["fault"] == "MemoryError"
        why = "it needs more memory than it may take" if short else f"its parser failed ({found['fault']})"
        raise UnusableInput(path, f"it can't be read as {called}: {why}", _MEND)
    rows = found["rows"]
    arrays = np.frombuffer(told, dtype="<i4", offset=8 + length).reshape(-1, rows).astype(np.int32) if rows else None
    codes = list(arrays) if arrays is not None else [np.empty(0, dtype=np.int32)] * (len(found["columns"]) + 1)
    columns = {name: Words(code, tuple(values)) for (name, values), code in zip(found["columns"], codes, strict=False)}
    unusable = tuple(Unusable(*one) for one in found["unusable"])
    return RawTable(path, columns, codes[-1], unusable, tuple(found["notes"]))
