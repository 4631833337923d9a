"""Statements."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from parley.model import Document, Statement, TimeExpression
from .speakers import Resolver


def find_statements(
    doc: Doc, document: Document, times: Sequence[TimeExpression], resolver: Resolver
) -> tuple[Statement, ...]:
    """The statements that ``document`` reports, in reading order."""
    return ()
