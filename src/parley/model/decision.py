"""What people decided: the entries of the chain, and what they leave on a statement."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

from .value import Value


class DecisionKind(enum.StrEnum):
    """What a person can decide. Reading a paper or meeting somebody is never recorded.

    A chain only grows: a decision is taken back by another one, ``revoke``, whose subject is the hash of
    the first. ``accept`` takes a finding of the check as it is. A ``note`` says something of a statement and
    decides nothing.
    """

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SETTLE = "settle"
    RELEASE = "release"
    FORGET = "forget"
    ACCEPT = "accept"
    REVOKE = "revoke"
    NOTE = "note"


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


class Reviewed(Value):
    """What a person decided on a statement: ``kind`` is confirm, correct, reject or merge.

    ``by`` is ``None`` in an output for an audience that the chain of decisions is not for. ``was`` has
    what the reader had read, by the name of each field that the person corrected. ``same_as`` is the id
    of the statement into which this one was merged, ``also`` those that were merged into this one.
    """

    kind: DecisionKind
    at: dt.datetime
    by: str | None = None
    was: dict[str, Any] = {}
    same_as: str | None = None
    also: tuple[str, ...] = ()
