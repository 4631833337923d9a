"""A sheet of an Excel workbook (ECMA-376, part 1) as rows of words, read as a hostile input: no formula is run.

Of a formula the result counts that the program left when it saved. Numbers whose format is one of dates become
ISO 8601. It runs in the child process; :class:`parley.text.papers.archive.Archive` bounds what is unpacked.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from parley.model import NotYetHandled, UnusableInput
from parley.text import patterns as re
from parley.text.papers.archive import Archive, attribute, local

from .raw import MOST_COLUMNS, RawTable, from_rows, header_names
from .times import EXCEL_ZERO

MEND = "save it as CSV and name that"
_DATES = frozenset([*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)])
"""Built-in formats of dates and times (section 18.8.30)."""
_TIMES = frozenset([18, 19, 20, 21, 22, 45, 46, 47])
_ELSEWHERE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LETTERS = re.compile("[A-Z]{1,3}")
_AT_ONCE = 1_000
"""So many emptied rows are dropped at a time."""
_1904 = dt.timedelta(days=1462)


@dataclass(frozen=True)
class _Book:
    shared: tuple[str, ...]
    dates: dict[str, bool]
    """By the number of a cell's style: whether its format shows a time of day; styles of no dates are left out."""
    from_1904: bool


def read_excel(data: bytes, path: str, sheet: str | None = None, header_row: int = 1) -> RawTable:
    """The rows of ``sheet``, by default the only sheet that is not hidden and holds something.

    Raises :class:`UnusableInput` for a workbook that is damaged, locked, or has no such sheet, or several.
    """
    archive = Archive(data, path)
    workbook = archive.xml("xl/workbook.xml")
    if workbook is None:
        raise UnusableInput(path, "it is a zip archive and no workbook", MEND)
    name, part = _chosen(archive, workbook, path, sheet)
    book = _Book(_shared(archive), _dates(archive), _from_1904(workbook))
    told: dict[str, int] = {}
    rows = _rows(archive.part(part) or b"", book, path, name, told)
    header: list[str] = []
    for number, cells in rows:
        if number >= header_row and any(cells):
            header = header_names(cells, path)
            break
    if not header:
        raise UnusableInput(path, f"its sheet {name!r} has no header", "write the names of its columns in a row")
    table = from_rows(path, header, _of_width(rows, len(header)))
    notes = [f"the sheet {name!r} was read"]
    if formulas := told.get("formulas"):
        notes.append(f"{formulas:,} cells hold formulas: the results that were saved with them are taken")
    return RawTable(table.path, table.columns, table.numbers, table.unusable, (*table.notes, *notes))


def _of_width(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    """A sheet leaves out what is empty: short rows are filled up."""
    for number, cells in rows:
        yield number, cells + [""] * (width - len(cells))


def _chosen(archive: Archive, workbook: etree._Element, path: str, sheet: str | None) -> tuple[str, str]:
    links = archive.xml("xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target") or "" for link in links} if links is not None else {}
    sheets: dict[str, str] = {}
    for one in workbook.iter():
        if local(one) == "sheet":
            target = targets.get(attribute(one, "id"), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.names and (one.get("state") in (None, "visible") or one.get("name") == sheet):
                sheets[one.get("name") or ""] = part
    if sheet is not None:
        if sheet not in sheets:
            raise UnusableInput(path, f"it has no sheet '{sheet}' but {', '.join(sheets)[:200]}", "name one of them")
        return sheet, sheets[sheet]
    filled = {name: part for name, part in sheets.items() if _holds_something(archive.part(part) or b"")}
    if not filled:
        raise UnusableInput(path, "none of its sheets holds anything", MEND)
    if len(filled) > 1:
        mend = 'say in a mapping which is meant: sheet = "NAME"'
        raise UnusableInput(path, f"it has several sheets ({', '.join(filled)[:200]})", mend)
    return next(iter(filled.items()))


def _holds_something(sheet: bytes) -> bool:
    return b"<v>" in sheet or b"<t>" in sheet or b"<t " in sheet or b":v>" in sheet


def _from_1904(workbook: etree._Element) -> bool:
    return any(local(one) == "workbookPr" and one.get("date1904") in ("1", "true") for one in workbook.iter())


def _shared(archive: Archive) -> tuple[str, ...]:
    """The words that cells name by their number, without the readings (``rPh``) that stand beside them in Japanese."""
    data = archive.part("xl/sharedStrings.xml")
    if data is None:
        return ()
    return tuple(_words(item) for item in _elements(data, archive.path, "si"))


@lru_cache(maxsize=1024)
def _name(tag: object) -> str:
    """A tag without its namespace; a sheet has a handful of them, a million times."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _words(item: etree._Element) -> str:
    if len(item) == 1 and _name(item[0].tag) == "t":
        return item[0].text or ""
    said = []
    for one in item.iter():
        if local(one) == "t" and not any(local(above) == "rPh" for above in one.iterancestors()):
            said.append(one.text or "")
    return "".join(said)


def _dates(archive: Archive) -> dict[str, bool]:
    styles = archive.xml("xl/styles.xml")
    if styles is None:
        return {}
    own: dict[int, bool | None] = {}
    for one in styles.iter():
        if local(one) == "numFmt":
            code = _ELSEWHERE.sub("", one.get("formatCode") or "").lower()
            is_date = bool(re.search("[dyh]|m+[^.0#]|:ss", code)) and "general" not in code
            own[_whole(one.get("numFmtId"))] = bool(re.search("h|s", code)) if is_date else None
    found: dict[str, bool] = {}
    for cells in styles.iter():
        if local(cells) != "cellXfs":
            continue
        for place, style in enumerate(cells):
            number = _whole(style.get("numFmtId"))
            shows = own.get(number, number in _TIMES if number in _DATES else None)
            if shows is not None:
                found[str(place)] = shows
    return found


def _whole(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 10 else -1


def _elements(data: bytes, path: str, tag: str) -> Iterator[etree._Element]:
    """Each element of this name, freed once the next is asked for."""
    stream = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=f"{{*}}{tag}",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        first = True
        for _, element in stream:
            if first and element.getroottree().docinfo.doctype:
                raise UnusableInput(path, "a part of it declares a document type, as no office program does", MEND)
            first = False
            yield element
            element.clear()
            above = element.getparent()
            if above is not None and len(above) > _AT_ONCE:
                del above[:-1]
    except etree.XMLSyntaxError as error:
        raise UnusableInput(path, "it is damaged: a part of it is no XML", f"save it anew, or {MEND}") from error


def _rows(data: bytes, book: _Book, path: str, sheet: str, told: dict[str, int]) -> Iterator[tuple[int, list[str]]]:
    before = 0
    for row in _elements(data, path, "row"):
        number = _whole(row.get("r"))
        before = number if number > before else before + 1
        cells: list[str] = []
        for cell in row:
            if _name(cell.tag) != "c":
                continue
            place = _column(cell.get("r"), len(cells))
            if place >= MOST_COLUMNS:
                problem = f"its sheet {sheet!r} has more than {MOST_COLUMNS:,} columns"
                raise NotYetHandled(path, problem, "remove some", f"row {before}")
            cells += [""] * (place - len(cells) + 1)
            cells[place] = _cell(cell, book, told)
        yield before, cells


def _column(reference: str | None, following: int) -> int:
    """The place of a column by its letters, from nought; cells without any follow each other."""
    return following if not reference else _place(reference.rstrip("0123456789"), following)


@lru_cache(maxsize=4096)
def _place(letters: str, following: int) -> int:
    if not _LETTERS.fullmatch(letters):
        return following
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _cell(cell: etree._Element, book: _Book, told: dict[str, int]) -> str:
    value, kind = "", cell.get("t")
    for one in cell:
        name = _name(one.tag)
        if name == "f":
            told["formulas"] = told.get("formulas", 0) + 1
        elif name == "v":
            value = one.text or ""
        elif name == "is":
            return _words(one)
    if kind == "s":
        place = _whole(value)
        return book.shared[place] if 0 <= place < len(book.shared) else ""
    if kind == "b":
        return "true" if value == "1" else "false"
    if kind in ("str", "d", "inlineStr"):
        return value
    if kind == "e":
        return ""  # an error such as #N/A says nothing
    shows = book.dates.get(cell.get("s") or "0")
    return _number(value) if shows is None else _date(value, shows, book.from_1904)


def _number(value: str) -> str:
    """A number as people write it: 5 and not 5.0, 0.1 and not 0.1000000000000000055."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _date(value: str, shows_time: bool, from_1904: bool) -> str:
    """The day, with its time where the format shows one or the number has one; a time alone as it is."""
    try:
        days = float(value)
        moment = EXCEL_ZERO + dt.timedelta(days=days) + (_1904 if from_1904 else dt.timedelta(0))
    except (ValueError, OverflowError):
        return value
    moment = (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    if 0 <= days < 1 and shows_time:
        return moment.time().isoformat()
    return moment.date().isoformat() if days.is_integer() and not shows_time else moment.isoformat()
