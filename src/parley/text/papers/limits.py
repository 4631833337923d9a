"""How much of a machine one paper may cost; what goes past it is refused in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

MAX_CHARACTERS = 20_000_000
"""Code points of text that are drawn from one paper."""
MAX_MEMBERS = 5_000
"""Parts in an office document."""
MAX_PART = 100_000_000
"""Bytes of one unpacked part of an office document that is read."""
MAX_UNPACKED = 400_000_000
"""Bytes of all parts of an office document, unpacked, pictures included, by its own directory."""
MAX_RATIO = 200
"""How many times larger a part may become by unpacking, once it has more than a million bytes."""
MAX_PAGES = 5_000
"""Pages of a PDF."""
MAX_NESTED_MAIL = 5
"""Mails within mails."""

MAX_MAIL_PARTS = 1_000
"""Parts of a mail, those of mails within it included."""


@dataclass(frozen=True)
class Limits:
    """What the process that opens papers may take for one of them.

    ``seconds`` is wall time and ``cpu_seconds`` processor time. ``memory`` is address space in bytes, the
    interpreter and its libraries included; it holds on Linux only, for neither macOS nor Windows have such a bound.
    ``output`` is the bytes of the answer.
    """

    seconds: float = 60.0
    cpu_seconds: int = 50
    memory: int = 1_500_000_000
    output: int = 150_000_000
