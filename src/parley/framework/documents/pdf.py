"""The text as PDF, typeset by typst (the extra ``pdf``)."""

from __future__ import annotations

import json

from parley.model import Framework, WrongUsage

from .notes import stand
from .paragraphs import Kind, Paragraph, Run
from .xml import storable

_HEAD = """
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(size: 10.5pt, lang: "en")
#set par(justify: true, leading: 0.7em)
#show heading.where(level: 1): it => align(center, text(size: 15pt, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, text(size: 12pt, it.body))
#let row(inset, number, body) = block(above: 0.9em, pad(left: inset, grid(columns: (2.6em, 1fr), number, body)))
#let open(body) = highlight(fill: rgb("#fff3cd"), strong(body))
"""


def pdf(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    """Raises :class:`WrongUsage` where typst is not installed."""
    try:
        import typst
    except ImportError:
        raise WrongUsage("PDF needs the extra 'pdf'; install it with: pip install 'parley-peace[pdf]'.") from None
    return bytes(typst.compile(markup(framework, rows).encode("utf-8"), format="pdf"))


def markup(framework: Framework, rows: tuple[Paragraph, ...]) -> str:
    """What typst is given. Words go in as strings, never as markup: no text can run code or open a file."""
    title = framework.title or "Untitled agreement"
    top = next((row for row in rows if row.kind is Kind.HEADING and row.level == 1), None)
    lines = [_HEAD.replace("{title}", _string(title))]
    lines.append(f"#heading(level: 1, {_string(top.text if top else title)})")
    lines.append(f"#align(center, text(size: 8.5pt, fill: luma(90), {_string(stand(framework))}))")
    lines += [_row(row) for row in rows if row is not top]
    return "\n\n".join(lines) + "\n"


def _row(row: Paragraph) -> str:
    words = " + ".join(map(_run, row.runs))
    if row.kind is Kind.HEADING:
        return f"#heading(level: {min(max(row.level, 2), 4)}, {_string(row.text)})"
    if row.kind is Kind.TEXT:
        return f"#par({words})"
    inset = "2.6em" if row.kind is Kind.ITEM else "0em"
    return f"#row({inset}, {_string(row.number or '')}, {words})"


def _run(run: Run) -> str:
    words = f"text({_string(run.text)})"
    if run.bracket is not None:
        return f"open({words})"
    if run.bold:
        return f"strong({words})"
    return f"emph({words})" if run.italic else words


def _string(words: str) -> str:
    r"""A string of typst: as in JSON, but that a code point is ``\u{41}``."""
    plain = json.dumps(storable(words), ensure_ascii=False)
    return "".join(letter if letter >= " " else f"\\u{{{ord(letter):x}}}" for letter in plain)
