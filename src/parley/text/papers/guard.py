"""Opens papers of hostile formats in a child process; whatever happens there is one sentence here.

One child serves all papers of this process, for its start costs half a second; after a crash, a hang
or an overrun the next paper gets a new one.
"""

from __future__ import annotations

import atexit
import json

from parley.model import parse_moment

from ..child import Child
from ..guarding import Said, ask, refuse
from .kinds import Kind
from .limits import Limits
from .page import AS_TEXT, Page

LIMITS = Limits()

_child = Child("parley.text.papers.server")
atexit.register(_child.close)


def read_guarded(kind: Kind, data: bytes, path: str) -> tuple[str, Page]:
    """The ending that fits the bytes of a file, and what it yields.

    Raises :class:`UnusableInput` naming ``path`` and the mend, also where the parser fails, hangs or asks for
    more than ``LIMITS``.
    """
    said = Said(path, kind.value, AS_TEXT, too_much="text than any paper has", opens="papers")
    found = json.loads(ask(_child, {"kind": kind.value}, data, LIMITS, said))
    refuse(_child, found, said)
    page = found["page"]
    published = parse_moment(page["published"]) if page["published"] else None
    return found["ending"], Page(**{**page, "published": published, "notes": tuple(page["notes"])})
