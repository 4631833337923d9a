"""CSV: one table for each kind of thing, and ``datapackage.json``, which describes them (Frictionless Data)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from parley.model import ReadOutput

from .cells import as_csv
from .columns import TABLES, Column
from .made_by import made_by

_DIALECT = {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "quoteChar": '"', "header": True}


def tables(read: ReadOutput, bom: bool, before: str = "", before_description: str = "") -> dict[str, bytes]:
    """The files by name, the description last. ``before`` stands before each table's name."""
    documents = {document.id: document for document in read.documents}
    files: dict[str, bytes] = {}
    resources = []
    for name, columns in TABLES.items():
        rows = [[column.value(item, documents) for column in columns] for item in getattr(read, name)]
        path = f"{before}{name}.csv"
        files[path] = as_csv([column.name for column in columns], rows, bom)
        resources.append(_resource(name, path, files[path], columns))
    package = {
        "profile": "tabular-data-package",
        "name": "parley-export",
        **made_by(read),
        "resources": resources,
    }
    files[f"{before_description}datapackage.json"] = f"{json.dumps(package, indent=2)}\n".encode()
    return files


def _resource(name: str, path: str, data: bytes, columns: tuple[Column, ...]) -> dict[str, Any]:
    fields = [{"name": each.name, "type": each.type, "description": each.says} for each in columns]
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": _DIALECT,
        "schema": {"fields": fields, "missingValues": [""]},
    }
