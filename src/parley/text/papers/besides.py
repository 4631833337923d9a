"""What a PDF's pages hold besides the words that are read: comments, form fields, words that nobody sees."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..listing import counted, listed
from .lines import Line

_COMMENTS = frozenset(
    {raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE,
     raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_CARET}
)  # fmt: skip
_MOST = 2_000
"""Annotations of one page that are looked at."""
_UNSEEN = 1.5
"""Letters lower than this, in points, nobody reads."""


class Besides:
    """Counts, page by page, what isn't read."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()
        self._unseen = 0

    def look(self, page: pdfium.PdfPage) -> None:
        """Count a page's comments and filled form fields, by what they hold."""
        for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind in _COMMENTS and _said(annotation, b"Contents"):
                self._found["comment"] += 1
            elif kind == raw.FPDF_ANNOT_WIDGET and _said(annotation, b"V") not in ("", "Off"):
                self._found["filled form field"] += 1
            raw.FPDFPage_CloseAnnot(annotation)

    def seen(self, page: pdfium.PdfPage, lines: Iterator[Line]) -> Iterator[Line]:
        """The lines that whoever looks at the page sees: within its edges, and no smaller than can be read."""
        left, bottom, right, top = page.get_cropbox()
        for line in lines:
            outside = line.right < left or line.left > right or line.top < bottom or line.bottom > top
            if outside or 0 < line.top - line.bottom < _UNSEEN:
                self._unseen += 1
            else:
                yield line

    def notes(self) -> Iterator[str]:
        if self._unseen:
            where = counted(self._unseen, "line")
            yield f"words off the page or too small to be seen stand in {where} and are left out"
        if self._found:
            yield f"{listed([counted(number, what) for what, number in sorted(self._found.items())])} in it not read"


def _said(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    """The words under a key of an annotation."""
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").strip("\0 \r\n")
