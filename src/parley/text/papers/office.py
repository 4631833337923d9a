"""A zip that may be an office document: which one its parts say."""

from __future__ import annotations

from parley.model import NotYetHandled, UnusableInput

from .archive import Archive
from .docx import read_docx
from .kinds import REFUSED
from .odt import read_odt
from .page import AS_TEXT, Page

_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook (xlsx)", "save its sheets as text and open those"),
    ("ppt/presentation.xml", "a PowerPoint presentation (pptx)", AS_TEXT),
    ("META-INF/container.xml", REFUSED[".epub"], AS_TEXT),
    ("Index/Document.iwa", "a Pages document", "save it as docx or PDF and open that"),
)


def read_office(data: bytes, path: str) -> tuple[str, Page]:
    """The ending that would be right, and the text of a Word document or an OpenDocument text.

    Raises :class:`NotYetHandled` for other office documents, :class:`UnusableInput` for other zips.
    """
    archive = Archive(data, path)
    kind = (archive.part("mimetype") or b"")[:100].decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return ".odt", read_odt(archive, path)
    if kind.startswith("application/vnd.oasis.opendocument"):
        raise NotYetHandled(path, f"it is an OpenDocument file of another kind ({kind.rpartition('.')[2]})", AS_TEXT)
    for part, what, mend in _OTHERS:
        if part in archive.names:
            raise NotYetHandled(path, f"it is {what}, which is not read", mend)
    if "word/document.xml" in archive.names or "_rels/.rels" in archive.names:
        return ".docx", read_docx(archive, path)
    if "content.xml" in archive.names:
        return ".odt", read_odt(archive, path)
    raise UnusableInput(path, "it is a zip archive and no document", "unpack it and open the papers in it")
