"""The child process that opens papers of hostile formats: one question in, one answer out, within limits.

It is started by :mod:`parley.text.papers.guard` as ``python -m parley.text.papers.server``. A question is
two frames: what is asked as JSON, and the bytes of the file. The answer is JSON.
"""

from __future__ import annotations

import json
from typing import Any

from parley.model import NotYetHandled

from ..child import serve
from ..decode import decode
from ..guarding import attempt
from .kinds import Kind, ending
from .limits import MAX_CHARACTERS
from .page import Page


def answer(question: list[bytes]) -> bytes:
    """What one paper yields: its page and the ending that its bytes deserve, a refusal, or a fault of the parser."""
    asked = json.loads(question[0])
    yielded, refused = attempt(
        asked["limits"],
        lambda: read(Kind(asked["kind"]), question[1], asked["path"]),
        lambda got: {"ending": got[0], "page": _told(got[1])},
    )
    return json.dumps(yielded or refused).encode()


def read(kind: Kind, data: bytes, path: str) -> tuple[str, Page]:
    """The ending that fits the bytes, and the page. Each parser is loaded when it is first needed."""
    if kind is Kind.PDF:
        from .pdf import read_pdf

        right, page = ".pdf", read_pdf(data, path)
    elif kind is Kind.OFFICE:
        from .office import read_office

        right, page = read_office(data, path)
    elif kind is Kind.MAIL:
        from .eml import read_eml

        right, page = ".eml", read_eml(data, path)
    else:
        right, page = ending(path), _web_page(data, path)
    if len(page.text) > MAX_CHARACTERS:
        problem = f"its text has {len(page.text):,} characters, and the most is {MAX_CHARACTERS:,}"
        raise NotYetHandled(path, problem, "divide it into several files")
    return right, page


def _web_page(data: bytes, path: str) -> Page:
    from .html import declared_charset, read_page

    source, notes = decode(data, path, declared=declared_charset(data))
    page = read_page(source, path)
    return Page(**{**vars(page), "notes": (*notes, *page.notes)})


def _told(page: Page) -> dict[str, Any]:
    """A page as JSON can hold it; half a surrogate pair, which no text may have, becomes U+FFFD."""
    said: dict[str, Any] = {**vars(page), "published": page.published.isoformat() if page.published else None}
    return {key: _whole(value) if isinstance(value, str) else value for key, value in said.items()}


def _whole(words: str) -> str:
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


if __name__ == "__main__":
    serve(answer, frames=2)
