"""The daily report for people: as text, as one HTML file, as a table, and its map."""

from .telling import daily_sections
from .text import as_text
from .writing import daily_map, names_in, refuse_kind, write_daily

__all__ = ["as_text", "daily_map", "daily_sections", "names_in", "refuse_kind", "write_daily"]
