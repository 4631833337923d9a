"""The text as one self-contained page: no script, no font and nothing from a network."""

from __future__ import annotations

from html import escape

from parley.model import Framework
from parley.text.visible import visible

from .notes import stand
from .paragraphs import Kind, Paragraph, Run

_STYLE = """
body { font: 17px/1.5 Georgia, "Times New Roman", serif; max-width: 42em; margin: 3em auto; padding: 0 1em }
h1 { font-size: 1.5em; text-align: center } h2 { font-size: 1.15em; margin-top: 2em } h3 { font-size: 1em }
p { margin: .7em 0 } .stand { text-align: center; color: #555; font-size: .85em }
.provision { padding-left: 2.6em; text-indent: -2.6em } .item { padding-left: 4.6em; text-indent: -2em }
.number { display: inline-block; min-width: 2.6em; text-indent: 0 } .item .number { min-width: 2em }
.more { padding-left: 2.6em }
.bracket { background: #fff3cd; border-bottom: 1px solid #b58900; font-weight: 600 }
@media print { body { margin: 0; max-width: none } .bracket { background: none } }
"""


def html(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    title = framework.title or "Untitled agreement"
    body = []
    if not any(row.kind is Kind.HEADING and row.level == 1 for row in rows):
        body.append(f"<h1>{_said(title)}</h1>")
    seen = False
    for row in rows:
        body.append(_paragraph(row))
        if not seen and row.kind is Kind.HEADING and row.level == 1:
            seen = True
            body.append(f'<p class="stand">{_said(stand(framework))}</p>')
    if not seen:
        body.insert(1, f'<p class="stand">{_said(stand(framework))}</p>')
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_said(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _paragraph(row: Paragraph) -> str:
    words = "".join(map(_run, row.runs))
    if row.kind is Kind.HEADING:
        level = min(max(row.level, 1), 6)
        return f"<h{level}>{words}</h{level}>"
    id = f' id="{_said(row.id)}"' if row.number and row.id else ""
    number = f'<span class="number">{_said(row.number)}</span> ' if row.number else ""
    kind = row.kind.value if row.number or row.kind is Kind.TEXT else "more"
    return f'<p class="{kind}"{id}>{number}{words}</p>'


def _run(run: Run) -> str:
    words = _said(run.text)
    if run.bracket is not None:
        return f'<span class="bracket">{words}</span>'
    if run.bold:
        return f"<strong>{words}</strong>"
    return f"<em>{words}</em>" if run.italic else words


def _said(words: str) -> str:
    return escape(visible(words), quote=True)
