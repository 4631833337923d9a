"""What people decided: the entries of the chain."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

from .value import Value


class DecisionKind(enum.StrEnum):
    """What a person can decide. Reading a paper or meeting somebody is never recorded."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SETTLE = "settle"
    RELEASE = "release"
    FORGET = "forget"


class Decision(Value):
    """One entry of ``decisions.jsonl``.

    ``number`` counts from 1; ``previous`` is the hash of the entry before (64 zeros for the first)
    and ``hash`` that of this one: sha256 over its canonical JSON without ``hash`` itself.
    ``subject`` is what it is about (a label, a statement's id, a document's), ``detail`` the rest.
    """

    number: int
    at: dt.datetime
    by: str
    kind: DecisionKind
    subject: str
    detail: dict[str, Any] = {}
    reason: str = ""
    previous: str
    hash: str
