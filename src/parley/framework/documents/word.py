"""The text as a Word document, by python-docx (writing only)."""

from __future__ import annotations

import datetime as dt
import io

import docx as python_docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from parley.model import Framework

from .notes import stand
from .paragraphs import Kind, Paragraph
from .xml import storable

_INDENT = {Kind.PROVISION: 1.1, Kind.ITEM: 2.0}


def docx(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    """Numbers are words of their paragraph, so that they stay what they are when it is copied; brackets are marked."""
    document = python_docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = storable(framework.title or ""), "", ""
    properties.created = properties.modified = dt.datetime(2000, 1, 1)
    document.styles["Normal"].font.size = Pt(11)
    top = next((row for row in rows if row.kind is Kind.HEADING and row.level == 1), None)
    document.add_heading(storable(top.text if top else framework.title or "Untitled agreement"), 0)
    under = document.add_paragraph(storable(stand(framework)))
    under.alignment = WD_ALIGN_PARAGRAPH.CENTER
    under.runs[0].font.size = Pt(9)
    for row in rows:
        if row is top:
            continue
        if row.kind is Kind.HEADING:
            document.add_heading(storable(row.text), min(max(row.level - 1, 1), 4))
        else:
            _write(document.add_paragraph(), row)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(paragraph: WordParagraph, row: Paragraph) -> None:
    indent = _INDENT.get(row.kind)
    if indent is not None:
        paragraph.paragraph_format.left_indent = Cm(indent)
        if row.number:
            paragraph.paragraph_format.first_line_indent = Cm(-1.0)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(indent))
    if row.number:
        paragraph.add_run(f"{row.number}\t")
    for run in row.runs:
        written = paragraph.add_run(storable(run.text))
        written.bold, written.italic = run.bold or None, run.italic or None
        if run.bracket is not None:
            written.bold = True
            written.font.highlight_color = WD_COLOR_INDEX.YELLOW
