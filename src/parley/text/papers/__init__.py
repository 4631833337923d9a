"""Papers of every kind to their text: PDF, Word, OpenDocument, e-mail, web pages."""
