"""What was read, as files that researchers' tools take: JSON Lines, CSV, W3C Web Annotation.

Pure: an output already made for its audience goes in, bytes come out. Every export says for whom it was made,
and the head of the chain of decisions at that time.
"""

from .formats import Exported, Format, export, format_named
from .jsonl import load_jsonl

__all__ = ["Exported", "Format", "export", "format_named", "load_jsonl"]
