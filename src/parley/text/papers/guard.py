"""Opens papers of hostile formats in a child process; whatever happens there is one sentence here.

One child serves all papers of this process, for its start costs half a second; after a crash, a hang
or an overrun the next paper gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
from typing import Any, Protocol

from parley.model import parse_moment

from ..child import Child
from ..guarding import Said, ask, refuse
from .kinds import Kind, ending
from .limits import Limits
from .page import AS_TEXT, Page

LIMITS = Limits()


class Drawn(Protocol):
    """Where what papers gave is kept, so that none is opened twice: each as JSON, by a key of its bytes and name."""

    def get(self, key: str) -> str | None: ...

    def keep(self, key: str, page: str) -> None: ...


_child = Child("parley.text.papers.server")
atexit.register(_child.close)


def read_guarded(kind: Kind, data: bytes, path: str, drawn: Drawn | None = None) -> tuple[str, Page]:
    """The ending that fits the bytes of a file, and what it yields: from ``drawn``, if it was opened before.

    Raises :class:`UnusableInput` naming ``path`` and the mend, also where the parser fails, hangs or asks for
    more than ``LIMITS``.
    """
    if drawn is None:
        return _page(_opened(kind, data, path)[1])
    key = f"{hashlib.sha256(data).hexdigest()} {kind.value} {ending(path)}"
    before = drawn.get(key)
    if before is not None:
        with contextlib.suppress(ValueError, KeyError, TypeError):  # what was kept may be damaged
            return _page(json.loads(before))
    answer, found = _opened(kind, data, path)
    drawn.keep(key, answer)
    return _page(found)


def _opened(kind: Kind, data: bytes, path: str) -> tuple[str, dict[str, Any]]:
    """What the child answers, as it came and as it was understood."""
    said = Said(path, kind.value, AS_TEXT, too_much="text than any paper has", opens="papers")
    answer = ask(_child, {"kind": kind.value}, data, LIMITS, said).decode()
    found = json.loads(answer)
    refuse(_child, found, said)
    return answer, found


def _page(found: dict[str, Any]) -> tuple[str, Page]:
    page = found["page"]
    published = parse_moment(page["published"]) if page["published"] else None
    return found["ending"], Page(**{**page, "published": published, "notes": tuple(page["notes"])})
