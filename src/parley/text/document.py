"""A file's bytes to a document: its text, what is known of it, and notes about what was noticed."""

from __future__ import annotations

import hashlib
import unicodedata

from parley.model import TEAM, Credibility, Document, Label, NotYetHandled, Reliability, UnusableInput
from parley.model.time import Moment

from .alphabets import alphabet_notes
from .decode import decode, refuse_oversize
from .language import language_of, may_be, why_unread
from .papers.guard import Drawn, read_guarded
from .papers.kinds import ENDINGS, MARKDOWN, OLD_OFFICE, REFUSED, RICH_TEXT, Kind, ending, is_locked, kind_of
from .papers.markdown import read_markdown
from .papers.page import AS_TEXT, Page

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
    drawn: Drawn | None = None,
) -> Document:
    """Open the bytes of a file called ``path``: plain text and Markdown as decoded (but for front
    matter, which says what the file is), of other kinds the main text.

    The kind is what the bytes say; an ending that says another gets a note. All kinds but plain text are read in a
    child process with limits, unless ``drawn`` has what they gave before. What is given by name overrules what the
    file says of itself. The id is the sha256 of the bytes. Raises :class:`NotYetHandled` for kinds that are not read
    and :class:`UnusableInput` for what is no paper, damaged, locked or too large; each names the mend.
    """
    refuse_oversize(data, path)
    _refuse_kinds_not_read(data, path)
    page, notes = _read(data, path, drawn)
    if page.text.strip("\ufeff \t\r\n") == "" and data:
        notes.append("it holds no text")
    said = page.language if page.language and may_be(page.language, page.text) else None
    language = language or language_of(page.text) or said
    if (why := why_unread(language, page.text)) is not None:
        notes.append(why)
    notes.extend(alphabet_notes(page.text, read=why is None))
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


def _refuse_kinds_not_read(data: bytes, path: str) -> None:
    said = REFUSED.get(ending(path))
    if is_locked(data):
        raise UnusableInput(path, "it is locked with a password", "save a copy without a password and open that")
    if data.startswith(RICH_TEXT):
        said = REFUSED[".rtf"]
    elif data.startswith(OLD_OFFICE) and said is None:
        said = "an old Office document (doc, xls, msg)"
    elif said is not None and kind_of(data, path) is not Kind.PLAIN:
        return  # called so, and something else that is read
    if said is not None:
        raise NotYetHandled(path, f"it is {said}, which is not read yet", AS_TEXT)


def _read(data: bytes, path: str, drawn: Drawn | None) -> tuple[Page, list[str]]:
    kind, called = kind_of(data, path), ENDINGS.get(ending(path))
    if kind is Kind.PLAIN:
        text, notes = decode(data, path)
        page = read_markdown(text) if ending(path) in MARKDOWN else Page(text)
        notes += page.notes
        if called is None:
            return page, [*notes, f"the ending {ending(path)} is unknown; it was read as plain text"]
        return page, [*notes, *_surprise(data, path, called, kind, "plain text")]
    right, page = read_guarded(kind, data, path, drawn)
    what = {".docx": "a Word document", ".odt": "an OpenDocument text"}.get(right, kind.value)
    surprise = _surprise(data, path, called, kind, what)
    if kind is Kind.OFFICE and right[:3] != ending(path)[:3]:
        surprise = [f"its ending is {ending(path) or 'missing'}, but it is {what} and was read as such"]
    return page, [*surprise, *page.notes]


def _surprise(data: bytes, path: str, called: Kind | None, kind: Kind, what: str) -> list[str]:
    """A note where the bytes are of another kind than the file's name says."""
    if called is kind or not data:
        return []
    return [f"its ending is {ending(path) or 'missing'}, but it is {what} and was read as such"]


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
