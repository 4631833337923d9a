"""The text of an e-mail (RFC 5322, MIME): its heads as lines, the best of its bodies, then mails within it."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.errors import InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from parley.model import UnusableInput, near_enough
from parley.model.time import Moment

from ..decode import decode
from ..listing import counted
from .html import declared_charset, read_page
from .limits import MAX_MAIL_PARTS, MAX_NESTED_MAIL
from .masthead import host_of
from .page import AS_TEXT, Blocks, Page, listed_some
from .wrapped import unwrapped

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_DEEPEST = 30
"""Parts within parts that are followed."""

_A_GREETING = 200
_LONGEST_LINE = 200
_LONGEST_HEAD = 20_000
_USUAL = re.compile(r"(?i)\bmulti-?part\b.*\bMIME\b")
_PASSED_ON = re.compile(
    r"(?i)[\s>]*(?:[-_=*]{2,}\s*(?:original message|forwarded message|forwarded by\b.*|reply message)\s*[-_=*]{2,}"
    r"|begin forwarded message:|on\b.{5,150}\bwrote:)\s*"
)
"""The lines with which mail programs begin an earlier mail."""
_SAVED = ("<Saved by", '"Saved by')
_MBOX = "it holds {} mails one after another, read as one; divide it into a file for each"
_ONE_AFTER_ANOTHER = re.compile(rb"^From \S+ .{10,30}\d{4}\r?$", re.M)

_BASE64 = (InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_Mail = Message


def read_eml(data: bytes, path: str) -> Page:
    """Text of a mail; its subject as title, its sender as publisher, its date. Raises :class:`UnusableInput`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(_head(message, name) for name in _SHOWN):
        raise UnusableInput(path, "it is no e-mail: it begins with no heads such as From: and Subject:", AS_TEXT)
    reader = _Reader(path)
    if (saved := _saved_page(cast("_Mail", message))) is not None:
        return reader.saved(saved, _head(message, "Snapshot-Content-Location"), _head(message, "Date"))
    reader.mail(cast("_Mail", message), 0)
    several = len(_ONE_AFTER_ANOTHER.findall(data)) if data.startswith(b"From ") else 0
    published, dated = _date(_head(message, "Date"))
    name, address = parseaddr(_head(message, "From"))
    return Page(
        text=reader.out.text(),
        title=_head(message, "Subject") or None,
        publisher=name or address or None,
        published=published,
        notes=(*reader.notes(), *dated, *((_MBOX.format(several),) if several > 1 else ())),
    )


class _Reader:
    """Walks the parts of a mail and writes their blocks; what isn't read is named."""

    def __init__(self, path: str) -> None:
        self.out = Blocks()
        self._path = path
        self._said: dict[str, None] = {}
        self._attached: list[str] = []
        self._quoted = self._passed_on = self._parts = 0
        self._announced = False
        self._mails: list[_Mail] = []

    def saved(self, part: _Mail, address: str, date: str) -> Page:
        """A web page that a browser saved into one file, which has the form of a mail."""
        page = read_page(self._words(part), self._path)
        publisher, notes = page.publisher, [*self._said, *page.notes]
        if publisher is None and (publisher := host_of(address)) is not None:
            notes.append(f"its publisher is named nowhere; it was saved from {publisher}")
        if date:
            notes.append(f"a web page, saved on {date}")
        return replace(page, publisher=publisher, notes=tuple(notes))

    def mail(self, message: _Mail, depth: int) -> None:
        """A mail, and after it those that it holds."""
        for name in _SHOWN:
            if words := _head(message, name):
                self._block(f"{name}: {words}")
        self._part(message, 0)
        inner, self._mails = self._mails, []
        for each in inner:
            if depth + 1 > MAX_NESTED_MAIL:
                self._said[f"mails within mails were read {MAX_NESTED_MAIL} deep, and not deeper"] = None
                break
            self._block("[A mail within this mail]")
            self.mail(each, depth + 1)

    def _part(self, part: _Mail, depth: int) -> None:
        kind, payload = part.get_content_type(), part.get_payload()
        self._parts += 1
        if self._parts > MAX_MAIL_PARTS:
            self._said[f"of its parts the first {MAX_MAIL_PARTS:,} were read, and no more"] = None
        elif depth > _DEEPEST:
            self._said[f"parts within parts were read {_DEEPEST} deep, and not deeper"] = None
        elif kind == "message/rfc822" and isinstance(payload, list) and payload:
            self._mails.append(_unpacked(part, cast("_Mail", payload[0])))
        elif kind == "multipart/alternative" and isinstance(payload, list):
            self._best([cast("_Mail", each) for each in payload], depth)
        elif part.get_content_maintype() == "multipart" and isinstance(payload, list):
            self._around(part)
            for each in payload:
                self._part(cast("_Mail", each), depth + 1)
        elif part.get_content_maintype() == "multipart" and isinstance(payload, str):
            self._said["it names no mark between its parts; they were read as one text"] = None
            self._plain(part, payload)
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            words = self._words(part)
            self._page(words) if kind == "text/html" else self._plain(part, words)
        else:
            self._attachment(part)

    def _best(self, parts: list[_Mail], depth: int) -> None:
        """Of the same words in several forms the plain one, or the last that is read where it is blank or says less."""
        plain = [part for part in parts if part.get_content_type() == "text/plain" and self._words(part).strip()]
        rich = [part for part in parts if part.get_content_type() == "text/html"]
        if plain and rich:
            page = read_page(self._words(rich[-1]), self._path, mail=True).text
            if len(page) > 2 * len(self._words(plain[0])) + _A_GREETING:
                self._said["its plain form says less than its page, which was read instead"] = None
                plain = []
        compound = [part for part in parts if part.get_content_maintype() == "multipart"]
        for part in (plain[:1] or rich[-1:] or compound[-1:]) + (compound if plain or rich else []):
            if part in compound and (plain or rich):
                self._beside(part, depth + 1)
            else:
                self._part(part, depth + 1)
        for part in parts:
            if part not in plain + rich + compound and part.get_content_type() != "text/plain":
                self._part(part, depth + 1)

    def _beside(self, part: _Mail, depth: int) -> None:
        """What a richer form of a body that is read already brings besides: its pictures and files are named."""
        payload = part.get_payload()
        for each in payload if isinstance(payload, list) and depth <= _DEEPEST else ():
            inner = cast("_Mail", each)
            if inner.get_content_maintype() == "multipart":
                self._beside(inner, depth + 1)
            elif inner.get_content_maintype() != "text" or inner.get_content_disposition() == "attachment":
                self._part(inner, depth + 1)

    def _plain(self, part: _Mail, words: str) -> None:
        for paragraph in unwrapped(words, flowed=str(part.get_param("format") or "").lower() == "flowed"):
            self._quoted += paragraph.startswith(">")
            self._block(paragraph)

    def _page(self, words: str) -> None:
        page = read_page(words, self._path, mail=True)
        self._said |= dict.fromkeys(page.notes)
        for line in page.text.splitlines():
            self._quoted += line.startswith(">")
            self._block(line)

    def _around(self, part: _Mail) -> None:
        """What stands before the first part and after the last: old programs show it, new ones don't."""
        for words, where in ((part.preamble, "before its first part"), (part.epilogue, "after its last part")):
            if words and (said := " ".join(words.split())) and not _USUAL.search(said):
                self._said[f"{counted(len(said), 'character')} {where} left out, which mail programs don't show"] = None

    def _block(self, words: str) -> None:
        self._passed_on += self._announced and not words.startswith(">")
        self._announced = len(words) < _LONGEST_LINE and _PASSED_ON.fullmatch(words) is not None
        self.out.write(words)
        self.out.end()

    def _words(self, part: _Mail) -> str:
        """The words of a body, in the character set that it declares, or else the likeliest, which is said."""
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            return ""
        if any(isinstance(defect, _BASE64) for defect in part.defects):
            self._said["a body of this mail is damaged: not all of its base64 can be decoded"] = None
        declared = part.get_content_charset()
        if part.get_content_type() == "text/html":
            declared = declared or declared_charset(data)
        try:
            return data.decode(declared or "utf-8")
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
        try:
            words, notes = decode(data, self._path, declared)
        except UnusableInput:  # it holds zero bytes, or begins as another kind of file does
            words, notes = data.decode("utf-8", errors="replace"), ("not all of it could be read as text",)
        self._said |= dict.fromkeys(f"a body of this mail: {note}" for note in notes)
        return words

    def _attachment(self, part: _Mail) -> None:
        data = part.get_payload(decode=True)
        name = " ".join((part.get_filename() or "without a name").split())
        size = f", {counted(len(data), 'byte')}" if isinstance(data, bytes) else ""
        self._attached.append(f"{name} ({part.get_content_type()}{size})")

    def notes(self) -> tuple[str, ...]:
        """What was left out or assumed."""
        files = (
            f"{counted(len(self._attached), 'attachment')} not read: {listed_some(self._attached)}; save and open them"
        )
        passed_on = f"{counted(self._passed_on, 'earlier mail')} without marks in it, read as part of it"
        quoted = f"{counted(self._quoted, 'paragraph')} of it, marked with >, quote earlier mails"
        return (
            *self._said,
            *((quoted,) if self._quoted else ()),
            *((passed_on,) if self._passed_on else ()),
            *((files,) if self._attached else ()),
        )


def _saved_page(message: _Mail) -> _Mail | None:
    """The page in a file that a browser saved (MHTML, RFC 2557); ``None`` for a mail."""
    if not message.get("Snapshot-Content-Location") and not _head(message, "From").startswith(_SAVED):
        return None
    return next((part for part in message.walk() if part.get_content_type() == "text/html"), None)


def _unpacked(part: _Mail, inner: _Mail) -> _Mail:
    """A mail that somebody sent packed (base64), though the rules of mail don't allow it: its heads are then text."""
    packed = inner.get_payload()
    if inner.keys() or not isinstance(packed, str) or not part.get("Content-Transfer-Encoding"):
        return inner
    carrier = email.message.Message()
    carrier["Content-Transfer-Encoding"] = str(part["Content-Transfer-Encoding"])
    carrier.set_payload(packed)
    data = carrier.get_payload(decode=True)
    return email.message_from_bytes(data, policy=email.policy.default) if isinstance(data, bytes) else inner


def _head(message: Message, name: str) -> str:
    """A head's words on one line; as written in the file where they break the rules of mail."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if len(raw) > _LONGEST_HEAD:  # to understand it takes the standard library time that grows with its square
        return " ".join(raw[:_LONGEST_HEAD].split()) + " (cut)"
    try:
        found = message.get(name)
    except Exception:  # the standard library fails in many ways on heads that break the rules
        found = raw
    return " ".join(str(found).split()) if found is not None else ""


def _date(said: str) -> tuple[Moment | None, tuple[str, ...]]:
    if not said:
        return None, ()
    try:
        moment = parsedate_to_datetime(said)
        if near_enough(moment):
            return moment, ()
    except (TypeError, ValueError, OverflowError):
        pass
    return None, (f"its date {said[:40]!r} can't be understood; give it by hand",)
