"""The text of a PDF, by PDFium: its lines with their places on the page, what is a picture, its properties."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from parley.model import NotYetHandled, UnusableInput

from ..listing import counted
from .besides import Besides
from .columns import GUTTER
from .layout import assembled
from .limits import MAX_CHARACTERS, MAX_PAGES
from .lines import Line
from .page import AS_TEXT, Page, listed_some
from .properties import author_note, believable_date, believable_title

_LOCKED = "save a copy without a password and open that"
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:([+-])(\d{2})'?(\d{2})?'?|Z.*)?")
_FEW = 100
"""A page that is mostly a picture may bear so many letters (a stamp, a scanner's mark) and is a scan still."""
_MOSTLY = 0.6
_RAISED = 0.8
"""A figure whose letters are smaller than this part of the others is a mark and no number."""
_CUT = "\x02\ufffe"
"""How PDFium gives a hyphen that it takes for one of a word cut at a line's end."""
_RIGHT_TO_LEFT = ("R", "AL")


def read_pdf(data: bytes, path: str) -> Page:
    """Text, title and date of a PDF; what isn't read of it is said. Raises :class:`UnusableInput` with the mend."""
    try:
        document = pdfium.PdfDocument(data)
        number = len(document)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnusableInput(path, "it is locked with a password", _LOCKED) from error
        raise UnusableInput(path, "it is damaged: PDFium can't open it", "save it anew, or " + AS_TEXT) from error
    if number > MAX_PAGES:
        problem = f"it has {number:,} pages, and the most is {MAX_PAGES:,}"
        raise NotYetHandled(path, problem, "divide it into several files")
    survey, pages = _Survey(number), list[list[Line]]()
    characters = 0
    for index in range(number):
        pages.append(survey.lines(document, index))
        characters += sum(len(line.words) for line in pages[-1])
        if characters > MAX_CHARACTERS:
            problem = f"its text has more than {MAX_CHARACTERS:,} characters"
            raise NotYetHandled(path, problem, "divide it into several files")
    text, laid_out = assembled(pages)
    said = {key: _property(document, key) for key in ("Title", "Author", "CreationDate", "ModDate")}
    published, dated = believable_date(_iso(said["CreationDate"]), _iso(said["ModDate"]), said["Author"])
    return Page(
        text=text,
        title=believable_title(said["Title"]),
        published=published,
        notes=(
            *survey.notes(),
            *survey.besides.notes(),
            *laid_out,
            *_beside(document, text),
            *dated,
            *author_note(said["Author"]),
        ),
    )


class _Survey:
    """Which pages of a PDF give no words, and why."""

    def __init__(self, number: int) -> None:
        self.besides = Besides()
        self._number = number
        self._scans: list[int] = []
        self._empty: list[int] = []
        self._damaged: list[int] = []
        self._unmapped: list[int] = []

    def lines(self, document: pdfium.PdfDocument, index: int) -> list[Line]:
        """The lines of a page; none where it gives none, which is remembered."""
        try:
            page = document[index]
            lines = list(self.besides.seen(page, _lines(page)))
            self.besides.look(page)
            pictured = _pictured(page)
            page.close()
        except pdfium.PdfiumError:
            self._damaged.append(index + 1)
            return []
        letters = sum(len(line.words) for line in lines)
        if letters < _FEW and pictured > (_MOSTLY if letters else 0):
            self._scans.append(index + 1)
        elif not letters:
            self._empty.append(index + 1)
        elif _unreadable(lines) > letters / 4:
            self._unmapped.append(index + 1)
        return lines

    def notes(self) -> Iterator[str]:
        """Sentences about pages whose words aren't in the text."""
        if self._scans:
            which = _pages(self._scans, "an image", "images")
            if len(self._scans) == self._number:
                which = f"all its {self._number} pages are images" if self._number > 1 else "its one page is an image"
            whose = "its words" if len(self._scans) == 1 else "their words"
            yield f"{which}; {whose} are not read: have text recognition (OCR) read them and open what it gives"
        if self._empty:
            yield _pages(self._empty, "empty", "empty")
        if self._damaged:
            yield f"{_pages(self._damaged, 'damaged', 'damaged')} and not read"
        if self._unmapped:
            which = _pages(self._unmapped, "not readable", "not readable")
            yield f"{which}: which letters its fonts mean can't be told"


def _pages(numbers: Sequence[int], one: str, many: str) -> str:
    """ "page 2 is an image", "pages 2, 5 to 9 and 12 are images"."""
    runs: list[list[int]] = []
    for page in numbers:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    named = [words for run in runs for words in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))]
    return f"page {numbers[0]} is {one}" if len(numbers) == 1 else f"pages {listed_some(named)} are {many}"


def _property(document: pdfium.PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except (pdfium.PdfiumError, UnicodeDecodeError, ValueError):
        return ""


def _iso(said: str) -> str | None:
    """A date of a PDF, ``D:20310306093000+02'00'``, as ISO 8601."""
    match = _DATE.fullmatch(said.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, sign, ahead, minutes = match.groups()
    zone = f"{sign}{ahead}:{minutes or '00'}" if sign else ""
    return f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"


def _beside(document: pdfium.PdfDocument, text: str) -> Iterator[str]:
    """Sentences about what a PDF may hold besides its pages' words."""
    if attached := document.count_attachments():
        yield f"{counted(attached, 'file')} attached to it not read"
    if _runs_left(text):
        yield "it has words that run from right to left, in the order in which PDFium gives them"


# -- one page ------------------------------------------------------------------------------------------


def _lines(page: pdfium.PdfPage) -> Iterator[Line]:
    """The pieces of lines of a page in the order of the file, with their places in points from its lower left."""
    textpage = page.get_textpage()
    height, width = page.get_height(), page.get_width()
    mark: Line | None = None
    for begin, letters in _pieces(textpage):
        line = _line(textpage, begin, letters, height, width)
        if line is None:
            continue
        if mark is not None and _raised(mark, line):
            line = replace(line, words=f"[{mark.words.strip()}] {line.words}", left=mark.left)
        elif mark is not None:
            yield mark
        mark = line if line.words.strip().isdecimal() else None
        if mark is None:
            yield line
    if mark is not None:
        yield mark


def _pieces(textpage: pdfium.PdfTextPage) -> Iterator[tuple[int, list[str]]]:
    """Where pieces of lines begin, and their letters: PDFium's lines, parted where wide white space is in them."""
    begin, letters = 0, list[str]()
    number = textpage.count_chars()
    for index in range(number + 1):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index)) if index < number else "\n"
        if letter not in "\r\n":
            letters.append(letter)
            if letter not in _CUT:  # after a cut PDFium goes on with the next line as if it were the same
                continue
        edges = [0, *_wide_gaps(textpage, begin, letters), len(letters)]
        yield from ((begin + edge, letters[edge:end]) for edge, end in itertools.pairwise(edges))
        begin, letters = index + 1, []


def _wide_gaps(textpage: pdfium.PdfTextPage, begin: int, letters: list[str]) -> list[int]:
    """Before which letters of a line white space stands that is as wide as that between columns may be."""
    solid = [place for place, letter in enumerate(letters) if not letter.isspace() and letter not in _CUT]
    parted = [(one, other) for one, other in itertools.pairwise(solid) if other > one + 1]
    if not parted:
        return []
    wide = GUTTER * max(1.0, raw.FPDFText_GetFontSize(textpage, begin + solid[0]))
    if not _runs_left("".join(letters)):
        return [o for one, o in parted if _box(textpage, begin + o)[0] - _box(textpage, begin + one)[1] > wide]
    # Where words run to the left, figures and foreign words between them run to the right: neighbours in the
    # text may stand far apart on the page, with other words and no white between them.
    boxes = sorted((_box(textpage, begin + place)[:2], place) for place in solid)
    piece, group, reach = dict[int, int](), 0, boxes[0][0][1]
    for (left, right), place in boxes:
        group += left - reach > wide
        reach = max(reach, right)
        piece[place] = group
    return [other for one, other in parted if piece[one] != piece[other]]


def _runs_left(words: str) -> bool:
    """Whether it holds words that run from right to left."""
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words)


def _raised(mark: Line, line: Line) -> bool:
    """Whether a small figure stands right before a line, at the height of its letters' heads: a footnote's mark."""
    beside = mark.right <= line.left + 1 and line.bottom < mark.top <= line.top + line.size
    return beside and mark.size < _RAISED * line.size


def _line(textpage: pdfium.PdfTextPage, begin: int, letters: list[str], height: float, width: float) -> Line | None:
    words = _mended("".join(_cited(textpage, begin, letters)))
    if not words.strip():
        return None
    solid = [begin + place for place, letter in enumerate(letters) if not letter.isspace() and letter not in _CUT]
    boxes = [_box(textpage, index) for index in (*solid[:1], *solid[len(solid) // 2 :][:1], *solid[-1:])] or [
        (0.0,) * 4
    ]
    first = next((index for index in solid if letters[index - begin].isalpha()), solid[0] if solid else None)
    size = raw.FPDFText_GetFontSize(textpage, first) if first is not None else 0.0
    return Line(
        words=words,
        left=min(box[0] for box in boxes),
        right=max(box[1] for box in boxes),
        bottom=min(box[2] for box in boxes),
        top=max(box[3] for box in boxes),
        size=round(float(size), 1),
        page_height=height,
        page_width=width,
    )


def _cited(textpage: pdfium.PdfTextPage, begin: int, letters: list[str]) -> Iterator[str]:
    """The letters of a line, with raised figures in brackets: ``peace[1]`` and not ``peace1``."""
    first = next((place for place, letter in enumerate(letters) if letter.isalpha()), None)
    body = raw.FPDFText_GetFontSize(textpage, begin + first) if first is not None else 0.0
    inside = False
    for place, letter in enumerate(letters):
        if letter.isdecimal() and 0 < raw.FPDFText_GetFontSize(textpage, begin + place) < _RAISED * body:
            yield letter if inside else f"[{letter}"
            inside = True
            continue
        yield f"]{letter}" if inside else letter
        inside = False
    if inside:
        yield "]"


def _box(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, ...]:
    """Left, right, bottom and top of a letter with the room that its font gives it, so that a line is level."""
    rectangle = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rectangle)):
        return float(rectangle.left), float(rectangle.right), float(rectangle.bottom), float(rectangle.top)
    return (0.0,) * 4


def _mended(words: str) -> str:
    """Letters that a font joins or shapes as the letters that they are; surrogate pairs as one character."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(
        unicodedata.normalize("NFKC", each) if "\ufb00" <= each <= "\ufdff" or "\ufe70" <= each <= "\ufefc" else each
        for each in whole
    ).replace("\x00", "")


def _unreadable(lines: Sequence[Line]) -> int:
    """How many characters stand for nothing: of no category, or a font's own."""
    return sum(
        unicodedata.category(each) in ("Co", "Cn", "Cc") or each == "\ufffd"
        for line in lines
        for each in line.words
        if each not in _CUT and each != "\t"
    )


def _pictured(page: pdfium.PdfPage) -> float:
    """The share of a page that its largest picture covers; 0 without any."""
    area = page.get_width() * page.get_height()
    largest = 0.0
    for found, image in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])):
        left, bottom, right, top = image.get_bounds()
        largest = max(largest, abs((right - left) * (top - bottom)))
        if found > 500:
            break
    return largest / area if area else 0.0
