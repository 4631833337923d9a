"""Which kind of paper the bytes of a file are. What the bytes say counts more than how the file is called."""

from __future__ import annotations

import enum
import re
from pathlib import PurePath


class Kind(enum.StrEnum):
    """A kind of paper that is opened."""

    PLAIN = "plain text"
    PAGE = "a web page"
    PDF = "a PDF"
    OFFICE = "an office document"
    """A Word document or an OpenDocument text: which of them, its parts say."""
    MAIL = "an e-mail"


ENDINGS = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".text", ""), Kind.PLAIN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.PAGE),
    ".pdf": Kind.PDF,
    **dict.fromkeys((".docx", ".docm", ".dotx", ".odt", ".ott"), Kind.OFFICE),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), Kind.MAIL),
}
MARKDOWN = (".md", ".markdown")
REFUSED = {
    ".doc": "an old Word document (.doc)",
    ".rtf": "rich text (.rtf)",
    ".msg": "an Outlook message (.msg)",
    ".epub": "an EPUB book (.epub)",
    ".fodt": "a flat OpenDocument text (.fodt)",
}
"""Kinds that are known and not read, by their ending."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From |[A-Za-z][A-Za-z0-9_-]{1,60}:[ \t])")
_MAIL_HEADS = (b"mime-version:", b"message-id:", b"received:")


def ending(path: str) -> str:
    """The ending of a file's name, with its dot, in small letters."""
    return PurePath(path).suffix.lower()


def kind_of(data: bytes, path: str) -> Kind:
    """The kind of paper that ``data`` is; plain text where nothing says another."""
    called = ENDINGS.get(ending(path))
    if data.startswith(b"%PDF-") or (called is Kind.PDF and b"%PDF-" in data[:1024]):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.OFFICE
    if called is Kind.PAGE or _PAGE.match(data, 0, 2000):
        return Kind.PAGE
    if _HEAD.match(data) and (called is Kind.MAIL or (called is not Kind.PLAIN and _is_mail(data))):
        return Kind.MAIL
    return Kind.PLAIN


def _is_mail(data: bytes) -> bool:
    heads = re.split(rb"\r?\n\r?\n", data[:20_000], maxsplit=1)[0].lower()
    return any(b"\n" + head in b"\n" + heads for head in _MAIL_HEADS)


def is_locked(data: bytes) -> bool:
    """Whether an office document is locked with a password: it then lies within an old Office file."""
    return data.startswith(OLD_OFFICE) and _LOCKED in data
