"""Which document is meant, and its bytes."""

from __future__ import annotations

from collections.abc import Callable

from parley.model import Framework

from .akn import akn
from .html import html
from .paragraphs import Paragraph, paragraphs
from .plain import plain

Writer = Callable[[Framework, tuple[Paragraph, ...]], bytes]


def write(framework: Framework, kind: str) -> bytes:
    """The text as ``txt``, ``docx``, ``odt``, ``html``, ``pdf``, ``akn`` (XML) or ``json``.

    Numbers are computed, comments and word ids left out (``akn`` keeps them as ``eId``), and open brackets stand
    as in the text, with their label and owners. Raises :class:`WrongUsage` where an extra is missing.
    """
    return DOCUMENTS[kind](framework, paragraphs(framework))


def _docx(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    from .word import docx

    return docx(framework, rows)


def _odt(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    from .opendocument import odt

    return odt(framework, rows)


def _pdf(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    from .pdf import pdf

    return pdf(framework, rows)


def _json(framework: Framework, _rows: tuple[Paragraph, ...]) -> bytes:
    return (framework.model_dump_json(indent=2) + "\n").encode("utf-8")


DOCUMENTS: dict[str, Writer] = {
    "txt": plain,
    "docx": _docx,
    "odt": _odt,
    "html": html,
    "pdf": _pdf,
    "akn": akn,
    "json": _json,
}
