"""The text as a document for other programs: plain text, Word, OpenDocument, HTML, PDF, Akoma Ntoso, JSON."""

from .write import DOCUMENTS, write

__all__ = ["DOCUMENTS", "write"]
