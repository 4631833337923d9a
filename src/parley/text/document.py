"""A file's bytes to a document: its text, what is known of it, and notes about what was noticed."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import PurePath

from parley.model import TEAM, Credibility, Document, Label, NotYetHandled, Reliability
from parley.model.time import Moment

from .decode import decode, refuse_oversize
from .html import Page, declared_charset, read_page
from .language import language_of

_PLAIN = frozenset({".txt", ".md", ".markdown", ".text", ""})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_NOT_YET = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "old Word",
    ".odt": "OpenDocument",
    ".rtf": "rich text",
    ".eml": "e-mail",
    ".msg": "Outlook",
    ".epub": "EPUB",
}

_DIRECTIONS = {
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u061c": "Arabic letter mark",
}
_HARMLESS = frozenset("\t\n\r\f\v\ufeff\u200c\u200d\u00ad\u200b\u2060")


def open_document(
    data: bytes,
    path: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: Moment | None = None,
    retrieved: Moment | None = None,
    language: str | None = None,
    reliability: Reliability = Reliability.CANNOT_BE_JUDGED,
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED,
    audience: Label = TEAM,
) -> Document:
    """Open the bytes of a file called ``path``: plain text and Markdown as decoded, HTML as its main text.

    What is given by name overrules what the file says of itself. The id is the sha256 of the bytes.
    Raises :class:`NotYetHandled` for formats still to come and :class:`UnusableInput` for what is
    no text or too large; each names the mend.
    """
    extension = PurePath(path).suffix.lower()
    refuse_oversize(data, path)
    if extension in _NOT_YET:
        problem = f"{_NOT_YET[extension]} files ({extension}) are not read yet"
        raise NotYetHandled(path, problem, "save its text as UTF-8 (.txt) and open that")
    page, decoding_notes = _read(data, path, extension)
    notes = [*decoding_notes, *page.notes]
    if extension not in _PLAIN | _PAGES:
        notes.append(f"the ending {extension} is unknown; it was read as plain text")
    if page.text.strip("\ufeff \t\r\n") == "" and data:
        notes.append("it holds no text")
    language = language or language_of(page.text) or page.language
    if language not in (None, "en"):
        notes.append(f"kept and searchable, not yet read: language {language}")
    notes.extend(_control_notes(page.text))
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        path=path,
        text=page.text,
        title=title or page.title,
        publisher=publisher or page.publisher,
        published=published or page.published,
        retrieved=retrieved,
        language=language,
        reliability=reliability,
        credibility=credibility,
        audience=audience,
        notes=tuple(notes),
    )


def _read(data: bytes, path: str, extension: str) -> tuple[Page, tuple[str, ...]]:
    if extension in _PAGES:
        source, notes = decode(data, path, declared=declared_charset(data))
        return read_page(source, path), notes
    text, notes = decode(data, path)
    return Page(text=text), notes


def _control_notes(text: str) -> list[str]:
    """Characters that make a text look other than it is: said by name, left where they are."""
    unseen = sorted({character for character in text if _is_control(character)})
    if not unseen:
        return []
    named = [f"U+{ord(character):04X} {_name(character)}" for character in unseen[:6]]
    more = f" and {len(unseen) - 6} more" if len(unseen) > 6 else ""
    places = sum(text.count(character) for character in unseen)
    times = "once" if places == 1 else f"{places} times"
    return [f"the text holds control characters that can hide or reorder words ({', '.join(named)}{more}; {times})"]


def _is_control(character: str) -> bool:
    if character < "\x7f":
        return character < " " and character not in _HARMLESS
    return unicodedata.category(character) in ("Cc", "Cf") and character not in _HARMLESS and character != "\x85"


def _name(character: str) -> str:
    return _DIRECTIONS.get(character) or unicodedata.name(character, "control").lower()
