"""The text of a framework: its parts, its open points, its obligations, and the clean text."""

from .check import check
from .parse import parse
from .settle import settle
from .timeline import timeline

__all__ = ["check", "parse", "settle", "timeline"]
