"""The text as plain text, one line for each paragraph, so that it can be read again."""

from __future__ import annotations

from parley.model import Framework

from .notes import stand
from .paragraphs import Kind, Paragraph


def plain(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    """The title as it is, further headings in capitals."""
    top = next((row for row in rows if row.kind is Kind.HEADING and row.level == 1), None)
    lines = [top.text if top else framework.title] if top or framework.title else []
    lines += [stand(framework)] if framework.parties else []
    for row in rows:
        words = row.text.upper() if row.kind is Kind.HEADING else row.text
        if row is not top:
            lines.append(f"{row.number} {words}" if row.number else words)
    return ("\n\n".join(filter(None, lines)) + "\n").encode("utf-8")
