"""The text of an OpenDocument text (ISO/IEC 26300), read from its raw XML, all tracked changes accepted."""

from __future__ import annotations

import re

from lxml import etree

from parley.model import UnusableInput

from ..listing import counted
from ..wordlist import word_set
from .archive import Archive, attribute, child, local
from .numbering import Level, Numbered
from .page import AS_TEXT, Blocks, Page, is_page_number
from .properties import author_note, believable_date, believable_title
from .tracked import Changes, comment_notes

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_INDEXES = word_set("table-of-content illustration-index table-index alphabetical-index bibliography")
_PASSED_OVER = _INDEXES | word_set(
    "tracked-changes forms sequence-decls user-field-decls variable-decls annotation-end"
)
_WIDEST = 500
"""Blanks or columns that one element may stand for."""


def read_odt(archive: Archive, path: str) -> Page:
    """Text, title and date of an OpenDocument text. Raises :class:`UnusableInput` naming the file and the mend."""
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(each) == "encryption-data" for each in manifest.iter()):
        raise UnusableInput(path, "it is locked with a password", "save a copy without a password and open that")
    root, styles = archive.xml("content.xml"), archive.xml("styles.xml")
    body = child(root, "body", "text") if root is not None else None
    if root is None or body is None:
        raise UnusableInput(path, "it is damaged: it has no part 'content.xml' with a text", AS_TEXT)
    reader = _Reader(root, styles)
    reader.around("header")
    reader.blocks(body)
    reader.footnotes()
    reader.around("footer")
    meta = _properties(archive)
    author = meta.get("initial-creator") or meta.get("creator")
    published, dated = believable_date(meta.get("creation-date"), meta.get("date"), author)
    return Page(
        text=reader.out.text(),
        title=reader.title or believable_title(meta.get("title")),
        published=published,
        notes=(*reader.notes(), *dated, *author_note(author)),
    )


def _properties(archive: Archive) -> dict[str, str]:
    root = archive.xml("meta.xml")
    meta = child(root, "meta") if root is not None else None
    return {local(each): "".join(map(str, each.itertext())) for each in meta} if meta is not None else {}


class _Reader:
    """Walks the parts of a document and writes their blocks; what is left out is counted."""

    def __init__(self, root: etree._Element, styles: etree._Element | None) -> None:
        self.out = Blocks()
        self.title: str | None = None
        self.comments: list[str] = []
        self.changes = Changes()
        self._trees = [tree for tree in (root, styles) if tree is not None]
        self._titles = self._title_styles()
        self._hiding = self._hiding_styles()
        self._hidden = self._indexes = self._pictures = 0
        self._kinds = self._list_styles()
        self._changed = self._changed_regions(root)
        self._lists: list[tuple[str, Numbered]] = []
        self._last: dict[str, Numbered] = {}
        self._cited: list[etree._Element] = []
        self._boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element) -> None:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                self._paragraph(element)
            elif name == "list":
                self._list(element)
            elif name in ("change", "change-start"):
                self._change(element)
            elif name == "section" and attribute(element, "display") == "none":
                self._hidden += 1
            elif name == "covered-table-cell" or name in _PASSED_OVER:
                self._indexes += name in _INDEXES
            elif name in ("annotation", "frame"):
                self._inline_element(element)
            else:
                self.blocks(element)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _paragraph(self, paragraph: etree._Element) -> None:
        if attribute(paragraph, "style-name") in self._hiding:
            self._hidden += 1
            return
        self._inline(paragraph)
        words = self.out.end()
        if words and self.title is None and (attribute(paragraph, "style-name") or "") in self._titles:
            self.title = " ".join(words.split())
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _list(self, element: etree._Element) -> None:
        kind = attribute(element, "style-name") or (self._lists[-1][0] if self._lists else "")
        if self._lists:
            counter = self._lists[-1][1]
        elif (attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")) and (
            kind in self._last
        ):
            counter = self._last[kind]
        else:
            counter = self._last[kind] = Numbered(self._kinds.get(kind, {}))
        self._lists.append((kind, counter))
        for item in element:
            if local(item) == "list-item" and len(item):
                if local(item[0]) in ("p", "h"):
                    self.out.write(counter.next(len(self._lists) - 1))
                self.blocks(item)
            elif local(item) == "list-header":
                self.blocks(item)
        self._lists.pop()

    def _inline(self, parent: etree._Element) -> None:
        self.out.write(_plain(parent.text))
        for element in parent:
            self._inline_element(element)
            self.out.write(_plain(element.tail))

    def _inline_element(self, element: etree._Element) -> None:
        name = local(element)
        if name == "s":
            self.out.write(" " * min(_number(attribute(element, "c")), _WIDEST))
        elif name == "tab":
            self.out.write("\t")
        elif name == "line-break":
            self.out.write("\n")
        elif name == "note":
            self._cited.append(element)
            self.out.write(f"[{len(self._cited)}]")
        elif name == "annotation":
            author = child(element, "creator")
            self.comments.append("".join(map(str, author.itertext())) if author is not None else "")
        elif name in ("change", "change-start"):
            self._change(element)
        elif (name == "hidden-text" and attribute(element, "is-hidden") != "false") or (
            attribute(element, "style-name") in self._hiding
        ):
            self._hidden += bool("".join(map(str, element.itertext())).strip())
        elif name in ("frame", "custom-shape", "text-box", "g", "rect"):
            framed = [element] if name != "frame" else _framed(element)
            self._pictures += not framed
            self._boxes += framed
        elif name not in _PASSED_OVER and name != "ruby-text":
            self._inline(element)

    def _change(self, element: etree._Element) -> None:
        kind, author = self._changed.get(attribute(element, "change-id") or "", ("", ""))
        if kind == "insertion":
            self.changes.inserted[author] += 1
        elif kind == "deletion":
            self.changes.deleted[author] += 1
            self.out.mark()

    def footnotes(self) -> None:
        """The notes that the text cites, in its order."""
        number = 0
        while number < len(self._cited):  # a note may cite another
            body = child(self._cited[number], "note-body")
            number += 1
            if body is not None:
                self.out.write(f"[{number}] ")
                self.blocks(body)
                self.out.end()

    def around(self, kind: str) -> None:
        """The words of every page's head or foot, each once; a page's number is none of them."""
        seen: set[str] = set()
        for tree in self._trees[1:]:
            for element in tree.iter():
                words = "".join(map(str, element.itertext())) if local(element) == kind else ""
                if words.strip() and words not in seen and not is_page_number(words):
                    seen.add(words)
                    self.blocks(element)

    def _changed_regions(self, root: etree._Element) -> dict[str, tuple[str, str]]:
        """Tracked changes by id: what kind, and by whom. The deleted words themselves stand in here."""
        found: dict[str, tuple[str, str]] = {}
        for region in root.iter():
            if local(region) == "changed-region" and len(region):
                author = child(region[0], "change-info", "creator")
                name = "".join(map(str, author.itertext())) if author is not None else ""
                for id in (attribute(region, "id"), region.get("{http://www.w3.org/XML/1998/namespace}id")):
                    if id:
                        found[id] = (local(region[0]), name)
        return found

    def notes(self) -> tuple[str, ...]:
        """What was left out."""
        hidden = f"hidden words stand in {counted(self._hidden, 'place')} and are left out"
        indexes = f"{counted(self._indexes, 'table of contents or index', 'tables of contents and indexes')} left out"
        return (
            *self.changes.notes(self.out.marks),
            *comment_notes(self.comments),
            *((hidden,) if self._hidden else ()),
            *((indexes,) if self._indexes else ()),
            *((f"{counted(self._pictures, 'picture')} in it not read",) if self._pictures else ()),
        )

    def _hiding_styles(self) -> frozenset[str]:
        """Styles by which a person hid words."""
        return frozenset(
            attribute(style, "name") or "unnamed"
            for tree in self._trees
            for style in tree.iter()
            if local(style) == "style"
            and any(local(each) == "text-properties" and attribute(each, "display") == "none" for each in style)
        )

    def _title_styles(self) -> set[str]:
        titles = {"Title"}
        for tree in self._trees:
            for style in tree.iter():
                if local(style) == "style" and attribute(style, "parent-style-name") == "Title":
                    titles.add(attribute(style, "name") or "")
        return titles

    def _list_styles(self) -> dict[str, dict[int, Level]]:
        found: dict[str, dict[int, Level]] = {}
        for tree in self._trees:
            for style in tree.iter():
                if local(style) == "list-style":
                    levels = dict(level for each in style if (level := _level(each)) is not None)
                    found[attribute(style, "name") or ""] = levels
        return found


def _level(element: etree._Element) -> tuple[int, Level] | None:
    depth = _number(attribute(element, "level")) - 1
    if local(element) == "list-level-style-bullet":
        return depth, Level("bullet")
    if local(element) != "list-level-style-number":
        return None
    shown = min(_number(attribute(element, "display-levels")), depth + 1)
    places = ".".join(f"%{each + 1}" for each in range(depth + 1 - shown, depth + 1))
    pattern = f"{attribute(element, 'num-prefix') or ''}{places}{attribute(element, 'num-suffix') or ''}"
    form = _FORMS.get(attribute(element, "num-format") or "", "decimal")
    return depth, Level(form, pattern, _number(attribute(element, "start-value")))


def _framed(frame: etree._Element) -> list[etree._Element]:
    return [each for each in frame if local(each) == "text-box"]


def _plain(words: str | None) -> str:
    """White space in the file is one blank; wider space has elements of its own."""
    return re.sub(r"[ \t\r\n]+", " ", words or "")


def _number(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 6 else 1
