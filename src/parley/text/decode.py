"""Bytes to text, without losing a character and without a silent guess.

Offsets into the text are the file's own: a byte order mark stays in it as U+FEFF, line ends are
never normalised. What had to be assumed or could not be read is said in a note.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from parley.model import UnusableInput

from .listing import counted

MAX_BYTES = 20_000_000
"""The largest file that is opened, in bytes."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, xlsx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

_AS_TEXT = "save its text as UTF-8 (.txt) and open that"

_LEGACY_NAMES = {
    "cp1252": "Windows-1252 (Western European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8-u": "KOI8-U (Cyrillic)",
    "cp1256": "Windows-1256 (Arabic)",
}

# Letters that make up most of running text, commonest first; enough to tell the code pages apart.
_FREQUENT = {
    "cp1251": "оаиентсрвлкмдпуія",
    "koi8-u": "оаиентсрвлкмдпуія",
    "cp1256": "اليمونرتبعدةسفهكقح",
}

_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.05
"""The share of control bytes up to which a file is text."""
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_DECLARABLE = re.compile(
    r"(?:iso-8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|macintosh|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr))"
)


def decode(data: bytes, path: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and notes about what had to be assumed or could not be read.

    UTF-8, and UTF-16 or UTF-32 with a byte order mark, are read without a note. UTF-16 without a
    mark is read where it is evident. Anything else is taken for the encoding that the file itself
    ``declared`` (a web page does), or for a legacy code page judged by the frequency of letters,
    and the note says which. Raises :class:`UnusableInput` for a file too large and for one that is
    no text; the sentence says what it seems to be.
    """
    refuse_oversize(data, path)
    if not data:
        return "", ("the file is empty",)
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_with_mark(data, codec, name)
    for magic, seeming in _MAGIC:
        if data.startswith(magic):
            raise UnusableInput(path, f"it is no plain text but seems to be {seeming}", _AS_TEXT)
    if b"\x00" in data:
        return _decode_with_nuls(data, path)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if len(_CONTROL.findall(data)) > _MOST_CONTROL * len(data):
        raise UnusableInput(path, "it is no text: it holds control bytes, as programs and pictures do", _AS_TEXT)
    if declared and _DECLARABLE.fullmatch(declared.strip().lower()):
        name = declared.strip().lower()
        return _lossy(data, name, f"it is not UTF-8 and was read as {name}, as its head declares")
    return _decode_legacy(data)


def refuse_oversize(data: bytes, path: str) -> None:
    """Raise :class:`UnusableInput` for more than ``MAX_BYTES`` bytes."""
    if len(data) > MAX_BYTES:
        size = f"it has {len(data):,} bytes and at most {MAX_BYTES:,} are opened"
        raise UnusableInput(path, size, "split it into smaller files")


def _decode_with_mark(data: bytes, codec: str, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError:
        return _lossy(data, codec, f"it says that it is {name}, but is damaged")


def _decode_with_nuls(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """UTF-16 without a mark has a NUL in every blank; any other file with NULs is no text."""
    for codec, order in (("utf-16-le", "little"), ("utf-16-be", "big")):
        if _is_evidently(data, codec):
            note = f"it has no byte order mark and was read as UTF-16 ({order} endian), an assumption"
            return data.decode(codec), (note,)
    raise UnusableInput(path, "it is no text: it holds NUL bytes, as programs and pictures do", _AS_TEXT)


def _is_evidently(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    usual = sum(
        character in "\t\n\r" or " " <= character < "\u0800" or "\u2010" <= character < "\u2070" for character in text
    )
    blanks = text.count(" ") + text.count("\n") + text.count("\r")
    return "\x00" not in text and blanks > 0 and usual >= 0.9 * len(text)


def _decode_legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    if (mixed := _decode_mixed(data)) is not None:
        return mixed
    damaged = data.decode("utf-8", errors="replace")
    bad = damaged.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in damaged) - bad
    if beyond_ascii > bad:  # as in no older encoding: its letters hardly ever make up characters of UTF-8
        return _lossy(data, "utf-8", "it is UTF-8, but damaged")
    codec = _likeliest_code_page(data)
    said = f"it is not UTF-8 and was read as {_LEGACY_NAMES[codec]}, an assumption; save it as UTF-8 to be sure"
    return _lossy(data, codec, said)


def _decode_mixed(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """A file put together of UTF-8 and of an older encoding, line by line; ``None`` where it is none.

    A line with more whole characters of UTF-8 than broken ones is a damaged one of UTF-8.
    """
    older: list[int] = []
    whole = False
    lines = data.splitlines(keepends=True)
    for number, line in enumerate(lines):
        read = line.decode("utf-8", errors="replace")
        bad = read.count("\ufffd")
        beyond_ascii = sum(character > "\x7f" for character in read) - bad
        whole |= beyond_ascii > bad
        if bad > beyond_ascii:
            older.append(number)
    if not whole or not older:
        return None
    codec = _likeliest_code_page(b"".join(lines[number] for number in older))
    old = set(older)
    text = "".join(line.decode(codec if n in old else "utf-8", errors="replace") for n, line in enumerate(lines))
    lost = text.count("\ufffd")
    said = f"it mixes UTF-8 with {counted(len(older), 'line')} read as {_LEGACY_NAMES[codec]}, an assumption"
    also = f"; {counted(lost, 'place')} could not be read (shown as U+FFFD)" if lost else ""
    return text, (f"{said}; save it as UTF-8 to be sure{also}",)


def _lossy(data: bytes, codec: str, said: str) -> tuple[str, tuple[str, ...]]:
    """Decode with U+FFFD for what cannot be read, and say how often that happened."""
    text = data.decode(codec, errors="replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, (said,)
    places = counted(lost, "place")
    return text, (
        f"{said}; {places} could not be read, the first at offset {text.index(chr(0xFFFD))} (shown as U+FFFD)",
    )


def _likeliest_code_page(data: bytes) -> str:
    """Judge by words, then by letters.

    Western European words mix high bytes with ASCII letters, so the high bytes stand alone or in
    pairs; Cyrillic and Arabic words are made of them. Between those, the page wins under which the
    commonest small letters of the language are the commonest in the text.
    """
    runs = [len(run) for run in _HIGH_RUN.findall(data)]
    if 2 * sum(length for length in runs if length > 2) <= sum(runs):
        return "cp1252"
    counts = Counter(byte for byte in data if byte > 0x7F)

    def score(codec: str) -> int:
        weights = {letter: len(_FREQUENT[codec]) - rank for rank, letter in enumerate(_FREQUENT[codec])}
        return sum(
            count * weights.get(bytes([byte]).decode(codec, errors="replace"), -2) for byte, count in counts.items()
        )

    return max(_FREQUENT, key=score)
