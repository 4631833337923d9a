"""The text of a Word document (Office Open XML), read from its raw XML.

Libraries for writing such files drop what was inserted with changes tracked; here the text is the one
that stands once all changes are accepted. Names are compared without their namespace, for the strict
and the transitional edition of the standard (ISO/IEC 29500) differ in nothing else that matters here.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from parley.model import UnusableInput

from ..listing import counted, listed
from ..wordlist import word_set
from .archive import Archive, attribute, child, local
from .numbering import Level, Numbered
from .page import AS_TEXT, Blocks, Page, is_page_number
from .properties import author_note, believable_date, believable_title
from .tracked import Changes, comment_notes

_OFF = ("0", "false", "off", "none")
_THROUGH = word_set("hyperlink smartTag customXml fldSimple dir bdo sdtContent ruby rubyBase")
_KEPT, _GONE = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})


def read_docx(archive: Archive, path: str) -> Page:
    """Text, title and date of a Word document. Raises :class:`UnusableInput` naming the file and the mend."""
    main = _related(archive, "").get("officeDocument", ["word/document.xml"])[0]
    root = archive.xml(main)
    body = child(root, "body") if root is not None else None
    if body is None:
        raise UnusableInput(path, f"it is damaged: it has no part {main!r} with a text", AS_TEXT)
    reader = _Reader(archive, _related(archive, main))
    reader.around("header")
    reader.blocks(body)
    reader.footnotes()
    reader.around("footer")
    text = reader.out.text()
    core = _properties(archive)
    published, dated = believable_date(core.get("created"), core.get("modified"), core.get("creator"))
    return Page(
        text=text,
        title=reader.title or believable_title(core.get("title")),
        published=published,
        notes=(*reader.notes(), *dated, *author_note(core.get("creator"))),
    )


def _related(archive: Archive, part: str) -> dict[str, list[str]]:
    """The parts that ``part`` is related to, by the last word of the relation; none outside the file."""
    folder, name = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, list[str]] = {}
    for relation in root if root is not None else ():
        if local(relation) == "Relationship" and relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
            found.setdefault((relation.get("Type") or "").rpartition("/")[2], []).append(target)
    return found


def _properties(archive: Archive) -> dict[str, str]:
    core = _related(archive, "").get("core-properties", ["docProps/core.xml"])[0]
    root = archive.xml(core)
    return {local(each): "".join(map(str, each.itertext())) for each in root} if root is not None else {}


class _Style(NamedTuple):
    based_on: str | None
    list_id: str | None
    depth: int
    title: bool


class _Reader:
    """Walks a document's parts and writes their blocks; what is left out is counted."""

    def __init__(self, archive: Archive, related: dict[str, list[str]]) -> None:
        self.out = Blocks()
        self.title: str | None = None
        self.changes = Changes()
        self._archive, self._related = archive, related
        self._styles = self._read_styles()
        self._levels, self._lists = self._read_lists(), dict[str, Numbered]()
        self._notes_cited: list[tuple[str, str]] = []
        self._boxes: list[etree._Element] = []
        self._hiding = self._hiding_styles()
        self._hidden = self._embedded = 0
        self._unread: Counter[str] = Counter()

    # -- blocks ----------------------------------------------------------------------------------------

    def blocks(self, parent: etree._Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tr":
                self._row(element)
            elif name in _GONE:
                self._left_out(element)
            elif name in _KEPT:
                self._accepted(element)
                self.blocks(element)
            elif name == "AlternateContent":  # the same thing for newer and for older programs
                self.blocks(_one_of(element))
            elif name == "altChunk":
                self._embedded += 1
            elif name in ("tbl", "tc", "sdt", "sdtContent", "customXml", "smartTag"):
                self.blocks(element)

    def _row(self, row: etree._Element) -> None:
        properties = child(row, "trPr")
        if properties is not None and child(properties, "del") is not None:
            self._left_out(child(properties, "del"))
            return
        if properties is not None and (inserted := child(properties, "ins")) is not None:
            self._accepted(inserted)
        self.blocks(row)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "pPr")
        style = self._style(properties)
        self.out.write(self._number(properties, style))
        self._inline(paragraph)
        mark = child(properties, "rPr") if properties is not None else None
        joined = child(mark, "del") if mark is not None else None
        if joined is not None:  # its end was deleted: the next paragraph goes on with it
            self._left_out(joined)
            return
        if mark is not None and (inserted := child(mark, "ins")) is not None:
            self._accepted(inserted)
        words = self.out.end()
        if words and self.title is None and any(each.title for each in style):
            self.title = " ".join(words.split())
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _inline(self, parent: etree._Element) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element)
            elif name in _GONE:
                self._left_out(element)
            elif name in _KEPT:
                self._accepted(element)
                self._inline(element)
            elif name == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    self._inline(content)
            elif name in _THROUGH:
                self._inline(element)
            elif name == "AlternateContent":
                self._inline(_one_of(element))
            elif name in ("oMath", "oMathPara"):
                self.out.write("".join(each.text or "" for each in element.iter() if local(each) == "t"))

    def _run(self, run: etree._Element) -> None:
        if (properties := child(run, "rPr")) is not None and self._is_hidden(properties):
            self._hidden += any(local(each) == "t" and each.text for each in run)
            return
        for element in run:
            name = local(element)
            if name == "t":
                self.out.write(element.text or "")
            elif name in ("tab", "ptab"):
                self.out.write("\t")
            elif name in ("br", "cr"):
                self.out.write("\n")
            elif name == "noBreakHyphen":
                self.out.write("-")
            elif name in ("footnoteReference", "endnoteReference"):
                self._cite(name.removesuffix("Reference"), attribute(element, "id") or "")
            elif name == "ruby":
                self._inline(element)
            elif name == "sym":
                self._unread["symbol"] += 1
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                boxes = _text_boxes(element)
                self._boxes += boxes
                kinds = {*map(local, element.iter()), *(attribute(each, "uri") or "" for each in element.iter())}
                if any("diagram" in kind or "/chart" in kind for kind in kinds):
                    self._unread["diagram"] += 1
                elif not boxes or not kinds.isdisjoint(("pic", "imagedata")):
                    self._unread["picture"] += 1

    def _cite(self, kind: str, id: str) -> None:
        self._notes_cited.append((kind, id))
        self.out.write(f"[{len(self._notes_cited)}]")

    # -- what stands around the text -------------------------------------------------------------------

    def around(self, kind: str) -> None:
        """The words of every page's head or foot, each once; a page's number is none of them."""
        seen: set[str] = set()
        for name in self._related.get(kind, ()):
            root = self._archive.xml(name)
            words = "".join(each.text or "" for each in root.iter() if local(each) == "t") if root is not None else ""
            if root is not None and words not in seen and words.strip() and not is_page_number(words):
                seen.add(words)
                self.blocks(root)

    def footnotes(self) -> None:
        """The notes that the text cites, in the order in which it does."""
        parts = {kind: self._by_id(kind) for kind in ("footnote", "endnote")}
        number = 0
        while number < len(self._notes_cited):  # a note may cite another
            kind, id = self._notes_cited[number]
            number += 1
            note = parts[kind].pop(id, None)
            if note is not None:
                self.out.write(f"[{number}] ")
                self.blocks(note)
                self.out.end()

    def _by_id(self, kind: str) -> dict[str, etree._Element]:
        name = self._related.get(f"{kind}s", [f"word/{kind}s.xml"])[0]
        root = self._archive.xml(name)
        return {attribute(note, "id") or "": note for note in root if local(note) == kind} if root is not None else {}

    def notes(self) -> tuple[str, ...]:
        comments = self._archive.xml(self._related.get("comments", ["word/comments.xml"])[0])
        authors = [attribute(each, "author") or "" for each in comments] if comments is not None else []
        hidden = f"hidden words stand in {counted(self._hidden, 'place')} and are left out"
        embedded = f"{counted(self._embedded, 'embedded document')} in it not read"
        unread = listed([counted(number, what) for what, number in sorted(self._unread.items())])
        return (
            *self.changes.notes(self.out.marks),
            *comment_notes(authors),
            *((hidden,) if self._hidden else ()),
            *((embedded,) if self._embedded else ()),
            *((f"{unread} in it not read",) if unread else ()),
        )

    def _is_hidden(self, properties: etree._Element) -> bool:
        """Whether a run's own properties, or else its style, hide it."""
        vanish, style = child(properties, "vanish"), child(properties, "rStyle")
        if vanish is not None:
            return _is_on(vanish)
        return style is not None and attribute(style, "val") in self._hiding

    def _hiding_styles(self) -> set[str | None]:
        root = self._archive.xml(self._related.get("styles", ["word/styles.xml"])[0])
        return {
            attribute(style, "styleId")
            for style in (root if root is not None else ())
            if local(style) == "style" and _is_on(child(style, "rPr", "vanish"))
        }

    def _accepted(self, change: etree._Element) -> None:
        self.changes.inserted[attribute(change, "author") or ""] += 1

    def _left_out(self, change: etree._Element | None) -> None:
        if change is not None:
            self.changes.deleted[attribute(change, "author") or ""] += 1
            self.out.mark()

    # -- styles and lists ------------------------------------------------------------------------------

    def _style(self, properties: etree._Element | None) -> tuple[_Style, ...]:
        """The style of a paragraph and those that it is based on, nearest first."""
        said = child(properties, "pStyle") if properties is not None else None
        id = attribute(said, "val") if said is not None else None
        found: list[_Style] = []
        while id in self._styles and self._styles[id] not in found and len(found) < 20:
            found.append(self._styles[id])
            id = found[-1].based_on
        return tuple(found)

    def _number(self, properties: etree._Element | None, styles: tuple[_Style, ...]) -> str:
        list_id, depth = _list_of(properties)
        for style in styles:
            if list_id is None:
                list_id, depth = style.list_id, style.depth
        if list_id is None or list_id not in self._levels:
            return ""
        base, levels = self._levels[list_id]
        return self._lists.setdefault(base, Numbered(levels)).next(depth)

    def _read_styles(self) -> dict[str, _Style]:
        root = self._archive.xml(self._related.get("styles", ["word/styles.xml"])[0])
        found: dict[str, _Style] = {}
        for style in root if root is not None else ():
            if local(style) == "style" and attribute(style, "type") in (None, "paragraph"):
                id = attribute(style, "styleId") or ""
                list_id, depth = _list_of(child(style, "pPr"))
                based_on, name = child(style, "basedOn"), child(style, "name")
                found[id] = _Style(
                    attribute(based_on, "val") if based_on is not None else None,
                    list_id,
                    depth,
                    id == "Title" or (name is not None and attribute(name, "val") == "Title"),
                )
        return found

    def _read_lists(self) -> dict[str, tuple[str, dict[int, Level]]]:
        """Lists by id: what they are counted with (lists of one kind go on with one another), and their levels."""
        root = self._archive.xml(self._related.get("numbering", ["word/numbering.xml"])[0])
        kinds: dict[str, dict[int, Level]] = {}
        found: dict[str, tuple[str, dict[int, Level]]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                kinds[attribute(element, "abstractNumId") or ""] = dict(_levels(element))
            elif local(element) == "num":
                id, kind = attribute(element, "numId") or "", child(element, "abstractNumId")
                base = (attribute(kind, "val") if kind is not None else None) or ""
                levels = dict(kinds.get(base, {}))
                changed = False
                for override in element:
                    if local(override) == "lvlOverride":
                        depth, start = _number(attribute(override, "ilvl"), 0), child(override, "startOverride")
                        levels |= dict(_levels(override))
                        if start is not None and depth in levels:
                            levels[depth] = Level(
                                levels[depth].form, levels[depth].pattern, _number(attribute(start, "val"), 1)
                            )
                        changed = True
                found[id] = (f"{base} {id}" if changed else base, levels)
        return found


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent:
        if local(element) == "lvl":
            values = {local(each): attribute(each, "val") or "" for each in element}
            pattern, form = values.get("lvlText", ""), values.get("numFmt", "decimal")
            yield _number(attribute(element, "ilvl"), 0), Level(form, pattern, _number(values.get("start"), 1))


def _list_of(properties: etree._Element | None) -> tuple[str | None, int]:
    said = child(properties, "numPr") if properties is not None else None
    if said is None:
        return None, 0
    id, depth = child(said, "numId"), child(said, "ilvl")
    return (
        attribute(id, "val") if id is not None else None,
        _number(attribute(depth, "val"), 0) if depth is not None else 0,
    )


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, each once: it stands there for newer and again for older programs."""
    found: list[etree._Element] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if local(each) == "txbxContent":
            found.append(each)
        elif local(each) == "AlternateContent":
            waiting.append(_one_of(each))
        else:
            waiting.extend(reversed(each))
    return found


def _one_of(alternatives: etree._Element) -> etree._Element:
    """What stands in a file twice, for newer and for older programs: the one for newer ones."""
    choice, fallback = child(alternatives, "Choice"), child(alternatives, "Fallback")
    return next((each for each in (choice, fallback) if each is not None), etree.Element("none"))


def _is_on(toggle: etree._Element | None) -> bool:
    return toggle is not None and attribute(toggle, "val") not in _OFF


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 6 else otherwise
