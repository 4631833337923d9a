"""The text as an OpenDocument text (ODF 1.3): four small XML files in a zip."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from parley.model import Framework

from .notes import stand
from .paragraphs import Kind, Paragraph
from .xml import storable

_MIME = "application/vnd.oasis.opendocument.text"
_SPACES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "meta": "meta",
        "manifest": "manifest",
        "fo": "xsl-fo-compatible",
    }.items()
} | {"dc": "http://purl.org/dc/elements/1.1/"}
_MADE = (2000, 1, 1, 0, 0, 0)


def odt(framework: Framework, rows: tuple[Paragraph, ...]) -> bytes:
    """The same bytes for the same text."""
    files = {
        "content.xml": _content(framework, rows),
        "styles.xml": _root("document-styles"),
        "meta.xml": _meta(framework),
        "META-INF/manifest.xml": _manifest(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _MADE), _MIME)  # first, and not compressed (ODF 1.3 part 2, 3.3)
        for name, root in files.items():
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _content(framework: Framework, rows: tuple[Paragraph, ...]) -> etree._Element:
    root = _root("document-content")
    styles = etree.SubElement(root, _name("office:automatic-styles"))
    _style(styles, "Bold", "text", {"fo:font-weight": "bold"})
    _style(styles, "Italic", "text", {"fo:font-style": "italic"})
    _style(styles, "Bracket", "text", {"fo:font-weight": "bold", "fo:background-color": "#fff3cd"})
    _style(
        styles, "Provision", "paragraph", {"fo:margin-left": "1.1cm", "fo:text-indent": "-1cm", "fo:margin-top": "2mm"}
    )
    _style(styles, "Item", "paragraph", {"fo:margin-left": "2cm", "fo:text-indent": "-0.9cm", "fo:margin-top": "1mm"})
    _style(styles, "Plain", "paragraph", {"fo:margin-top": "2mm"})
    body = etree.SubElement(etree.SubElement(root, _name("office:body")), _name("office:text"))
    top = next((row for row in rows if row.kind is Kind.HEADING and row.level == 1), None)
    _heading(body, top.text if top else framework.title or "Untitled agreement", 1)
    under = etree.SubElement(body, _name("text:p"), {_name("text:style-name"): "Plain"})
    under.text = storable(stand(framework))
    for row in rows:
        if row.kind is Kind.HEADING and row is not top:
            _heading(body, row.text, max(row.level, 2))
        elif row is not top:
            _paragraph(body, row)
    return root


def _heading(body: etree._Element, words: str, level: int) -> None:
    etree.SubElement(body, _name("text:h"), {_name("text:outline-level"): str(level)}).text = storable(words)


def _paragraph(body: etree._Element, row: Paragraph) -> None:
    style = {Kind.PROVISION: "Provision", Kind.ITEM: "Item"}.get(row.kind, "Plain")
    paragraph = etree.SubElement(body, _name("text:p"), {_name("text:style-name"): style})
    if row.number:
        paragraph.text = row.number
        etree.SubElement(paragraph, _name("text:tab"))
    for run in row.runs:
        named = "Bracket" if run.bracket is not None else "Bold" if run.bold else "Italic" if run.italic else None
        span = etree.SubElement(paragraph, _name("text:span"))
        if named:
            span.set(_name("text:style-name"), named)
        span.text = storable(run.text)


def _style(styles: etree._Element, name: str, family: str, properties: dict[str, str]) -> None:
    style = etree.SubElement(styles, _name("style:style"))
    style.set(_name("style:name"), name)
    style.set(_name("style:family"), family)
    given = {_name(key): value for key, value in properties.items()}
    etree.SubElement(style, _name(f"style:{family}-properties"), given)


def _meta(framework: Framework) -> etree._Element:
    root = _root("document-meta")
    etree.SubElement(etree.SubElement(root, _name("office:meta")), _name("dc:title")).text = storable(
        framework.title or ""
    )
    return root


def _manifest() -> etree._Element:
    root = etree.Element(_name("manifest:manifest"), nsmap={"manifest": _SPACES["manifest"]})
    root.set(_name("manifest:version"), "1.3")
    for path, kind in (("/", _MIME), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")):
        entry = etree.SubElement(root, _name("manifest:file-entry"))
        entry.set(_name("manifest:full-path"), path)
        entry.set(_name("manifest:media-type"), kind)
    return root


def _root(name: str) -> etree._Element:
    spaces = {prefix: space for prefix, space in _SPACES.items() if prefix != "manifest"}
    root = etree.Element(_name(f"office:{name}"), nsmap=spaces)
    root.set(_name("office:version"), "1.3")
    return root


def _name(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"
