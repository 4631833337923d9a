"""The text of a framework: its parts, its open points, its obligations, and the clean text."""

from .buffers import buffers
from .check import check
from .comparing.diff import diff
from .documents import write
from .nearest import nearest_form
from .parse import parse
from .precedents import meant_by, precedents
from .settle import settle, still_open
from .timeline import timeline

__all__ = [
    "buffers",
    "check",
    "diff",
    "meant_by",
    "nearest_form",
    "parse",
    "precedents",
    "settle",
    "still_open",
    "timeline",
    "write",
]
