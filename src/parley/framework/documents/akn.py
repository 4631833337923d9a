"""The text as Akoma Ntoso 3.0 (OASIS LegalDocML), an agreement as an act in chapters and articles."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from parley.model import Framework
from parley.text import patterns as re
from parley.text import slug

from .paragraphs import Kind, Paragraph, Run
from .xml import storable

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PARLEY = "#parley"


def akn(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    """Chapters are headings, articles provisions, and paragraphs what stands in them.

    ``eId`` follows the naming convention (``art_3``); a word id is the article's ``wId``. A wording in a bracket is
    inline text named ``bracket``, as it stands with its label and owners. The date of the work is D-day's, else
    0001-01-01: nothing in the text says when it was drafted.
    """
    root = etree.Element(f"{{{_AKN}}}akomaNtoso", nsmap={None: _AKN})  # type: ignore[dict-item]
    act = _sub(root, "act", name="agreement", contains="originalVersion")
    _meta(act, framework)
    top = next((row for row in rows if row.kind is Kind.HEADING and row.level == 1), None)
    rest = [row for row in rows if row is not top]
    opening = [row for row in rest[: _first_heading(rest)] if row.kind is Kind.TEXT]
    preface = _sub(act, "preface")
    _sub(_sub(preface, "p"), "docTitle").text = storable(top.text if top else framework.title or "Untitled agreement")
    if opening:
        preamble = _sub(act, "preamble")
        for row in opening:
            _words(_sub(preamble, "p"), row)
    _Body(_sub(act, "body")).write([row for row in rest if row not in opening])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _first_heading(rows: list[Paragraph]) -> int:
    return next((i for i, row in enumerate(rows) if row.kind in (Kind.HEADING, Kind.PROVISION)), len(rows))


class _Body:
    """Writes row after row into the chapter and the article that are open."""

    def __init__(self, body: etree._Element) -> None:
        self._body = body
        self._chapter: etree._Element | None = None
        self._article: etree._Element | None = None
        self._counts: dict[str, int] = {}

    def write(self, rows: list[Paragraph]) -> None:
        for row in rows:
            if row.kind is Kind.HEADING:
                self._chapter = self._hierarchy(self._body, "chapter", "chp", None)
                _sub(self._chapter, "heading").text = storable(row.text)
                self._article = None
            elif row.kind is Kind.PROVISION and row.number:
                parent = self._chapter if self._chapter is not None else self._body
                self._article = self._hierarchy(parent, "article", "art", row.number.rstrip("."))
                if row.id and not row.id[0].isdigit():
                    self._article.set("wId", _ncname(row.id))
                _sub(self._article, "num").text = row.number
                self._content(self._article, row)
            else:
                self._content(self._open(), row, row.number)
        if len(self._body) == 0:
            self._content(self._open(), Paragraph(Kind.TEXT, (Run(" "),)))

    def _open(self) -> etree._Element:
        """The article that is open, or a hierarchy without a number for what stands in none."""
        if self._article is not None:
            return self._article
        return self._chapter if self._chapter is not None else self._body

    def _content(self, parent: etree._Element, row: Paragraph, number: str | None = None) -> None:
        paragraph = self._hierarchy(parent, "paragraph", "para", None)
        if number:
            _sub(paragraph, "num").text = storable(number)
        _words(_sub(_sub(paragraph, "content"), "p"), row)

    def _hierarchy(self, parent: etree._Element, tag: str, short: str, number: str | None) -> etree._Element:
        prefix = f"{parent.get('eId')}__" if tag == "paragraph" and parent.get("eId") else ""
        base = f"{prefix}{short}"
        self._counts[base] = rank = self._counts.get(base, 0) + 1
        eid = f"{base}_{_ncname(number) if number else rank}"
        again = self._counts[eid] = self._counts.get(eid, 0) + 1
        return _sub(parent, tag, eId=eid if again == 1 else f"{eid}-{again}")


def _words(paragraph: etree._Element, row: Paragraph) -> None:
    last: etree._Element | None = None
    for run in row.runs:
        words = storable(run.text)
        if run.bracket is not None:
            last = _sub(paragraph, "inline", name="bracket")
        elif run.bold or run.italic:
            last = _sub(paragraph, "b" if run.bold else "i")
        elif last is None:
            paragraph.text = (paragraph.text or "") + words
            continue
        else:
            last.tail = (last.tail or "") + words
            continue
        last.text = words


def _meta(act: etree._Element, framework: Framework) -> None:
    meta = _sub(act, "meta")
    identification = _sub(meta, "identification", source=_PARLEY)
    d_day = framework.d_day
    date = (d_day.date() if isinstance(d_day, dt.datetime) else d_day or dt.date.min).isoformat()
    work = f"/akn/un/act/agreement/{date}/{_ncname(slug(framework.title or 'agreement')) or 'agreement'}"
    for tag, uri, kind in (
        ("FRBRWork", work, "work"),
        ("FRBRExpression", f"{work}/eng@", "expression"),
        ("FRBRManifestation", f"{work}/eng@.xml", "manifestation"),
    ):
        level = _sub(identification, tag)
        _sub(level, "FRBRthis", value=uri)
        _sub(level, "FRBRuri", value=uri)
        _sub(level, "FRBRdate", date=date, name=kind)
        _sub(level, "FRBRauthor", href=_PARLEY)
        if kind == "work":
            _sub(level, "FRBRcountry", value="un")
        if kind == "expression":
            _sub(level, "FRBRlanguage", language="eng")
    references = _sub(meta, "references", source=_PARLEY)
    _sub(references, "TLCOrganization", eId="parley", href="/ontology/organization/parley", showAs="Parley")
    for each in (*framework.parties, *framework.others):
        eid = f"org_{_ncname(each.id)}"
        href = f"/ontology/organization/{_ncname(each.id)}"
        _sub(references, "TLCOrganization", eId=eid, href=href, showAs=storable(each.name))


def _sub(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_AKN}}}{tag}", attributes)


def _ncname(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.\-]+", "-", words).strip("-")
