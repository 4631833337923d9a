"""Papers of every format, made from their parts: what a word processor, a scanner or a mail program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_NAMES = " ".join(
    f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "style", "table", "meta", "manifest")
) + (
    f' xmlns:draw="{_ODF}:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 3, 6, 9, 0, 0)), content, method)
    return out.getvalue()


def w(words: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def word_xml(body: str, root: str = "document") -> str:
    inner = f"<w:body>{body}</w:body>" if root == "document" else body
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        f' xmlns:v="urn:schemas-microsoft-com:vml">{inner}</w:{root}>'
    )


def relations(kinds: Mapping[str, str], external: str = "") -> str:
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{lines}{external}</Relationships>'


def docx(body: str, core: str = "", related: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A Word document; ``related`` are further parts (XML by kind: footnotes, header1, comments, styles, numbering)."""
    others = {kind: f"{kind}.xml" for kind in related or {}}
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
            "word/document.xml": word_xml(body),
            "word/_rels/document.xml.rels": relations(others),
            "docProps/core.xml": properties,
            **{f"word/{others[kind]}": xml for kind, xml in (related or {}).items()},
            **parts,
        }
    )


def odt(body: str, styles: str = "", meta: str = "", automatic: str = "", **parts: str) -> bytes:
    """An OpenDocument text."""

    def root(name: str, content: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {ODT_NAMES}>{content}</office:{name}>'

    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": root("document-content", content),
            "styles.xml": root("document-styles", f"<office:master-styles>{styles}</office:master-styles>"),
            "meta.xml": root("document-meta", f"<office:meta>{meta}</office:meta>"),
            **parts,
        }
    )


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]] | None],
    info: str = "",
    size: float = 11,
    letters: str = "",
    more: str = "",
    annotations: str = "",
) -> bytes:
    """A PDF of pages of 595 x 842 points; each is lines (left, height above the foot, words), or ``None`` for a scan.

    A line's words may begin with ``[6]``: that they are set in this size, and not in ``size``. ``letters`` are
    those beyond Latin that the words have, which stand as a typesetter draws them, from left to right; ``more``
    is added to the catalogue, ``annotations`` to each page.
    """
    objects: list[bytes] = [f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode(), b""]
    font, picture, meant = 3, 4, 5
    codes = {letter: chr(_FIRST_CODE + place) for place, letter in enumerate(dict.fromkeys(letters))}
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
                   b"/ToUnicode %d 0 R >>" % meant)  # fmt: skip
    objects.append(_stream(b"\x40", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
                                    " /BitsPerComponent 8"))  # fmt: skip
    objects.append(_stream(_meanings(codes)))
    kids = []
    for lines in pages:
        drawn = (
            b"q 595 0 0 842 0 0 cm /P Do Q"
            if lines is None
            else b"\n".join(_drawn(*line, size, codes) for line in lines)
        )
        objects.append(_stream(drawn))
        resources = f"<< /Font << /F {font} 0 R >> /XObject << /P {picture} 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} "
            f"/Annots [{annotations}] "
            f"/Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< {info} >>".encode("latin-1"))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        table,
    )
    return bytes(out)


def _stream(data: bytes, more: str = "") -> bytes:
    return f"<< {more} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


_FIRST_CODE = 0xA1


def _meanings(codes: Mapping[str, str]) -> bytes:
    """What the codes of a font mean in Unicode, as a map that a PDF holds."""
    pairs = b"\n".join(b"<%02X> <%04X>" % (ord(code), ord(letter)) for letter, code in codes.items())
    latin = b"<20> <7E> <0020>"
    return (
        b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Meant def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange %s endbfrange\n%d beginbfchar\n%s\nendbfchar\nendcmap end" % (latin, len(codes), pairs)
        if codes
        else b"begincmap endcmap"
    )


def _drawn(left: float, height: float, words: str, size: float, codes: Mapping[str, str]) -> bytes:
    if words.startswith("["):
        said, _, words = words[1:].partition("]")
        size = float(said)
    coded = "".join(codes.get(letter, letter) for letter in words)
    escaped = (
        coded.encode("latin-1" if codes else "cp1252")
        .replace(b"\\", b"\\\\")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
    )
    return b"BT /F %f Tf 1 0 0 1 %f %f Tm (%s) Tj ET" % (size, left, height, escaped)


def set_lines(
    words: str, top: float = 780, left: float = 72, step: float = 13, width: int = 80
) -> list[tuple[float, float, str]]:
    """Lines of at most ``width`` letters, as a typesetter would set ``words``; a blank line parts paragraphs."""
    lines: list[tuple[float, float, str]] = []
    height = top
    for paragraph in words.split("\n\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append((left, height, line))
                line, height = "", height - step
            line = f"{line} {word}".strip()
        lines.append((left, height, line))
        height -= 2.2 * step
    return lines


def eml(heads: str, body: str | bytes = "", charset: str = "utf-8") -> bytes:
    """A mail with lines that end as mail's do."""
    content = body.encode(charset) if isinstance(body, str) else body
    return heads.strip().replace("\n", "\r\n").encode() + b"\r\n\r\n" + content.replace(b"\n", b"\r\n")
