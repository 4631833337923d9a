"""Reports from other people's tables, by mappings: bytes in, a table of reports out, and what could not be used."""

from .fill import Incoming, fill
from .gazetteer import Gazetteer, load_places
from .mapping import Mapping, Part, Source, Target, Unusable
from .opening import header_of, open_table
from .raw import RawTable

__all__ = [
    "Gazetteer",
    "Incoming",
    "Mapping",
    "Part",
    "RawTable",
    "Source",
    "Target",
    "Unusable",
    "fill",
    "header_of",
    "load_places",
    "open_table",
]
