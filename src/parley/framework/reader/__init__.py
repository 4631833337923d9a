"""The sentences of a framework and the obligations in them.

``sentences`` goes through the text and asks, for every wording of its brackets, what a sentence does:
``forms`` knows those that lay something down, ``clauses`` those that oblige, forbid or allow. A clause
is its subject (``subjects``, ``anyone``), its deed (``deeds``, ``phrasal``; ``bans`` where a noun names it) and
the slots around them (``slots``, with ``instants``, ``places``, ``conditions``). ``saying`` says back what was
understood, ``verifiers`` tells who verifies it. ``names`` knows whom and what the text names, ``view`` where in the
file each word stands.
"""

from __future__ import annotations

from .sentences import Read, read_sentences
from .wordings import Piece

__all__ = ["Piece", "Read", "read_sentences"]
