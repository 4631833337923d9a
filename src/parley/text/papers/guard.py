"""Opens papers of hostile formats in a child process; whatever happens there is one sentence here.

One child serves all papers of this process, for its start costs half a second; after a crash, a hang
or an overrun the next paper gets a new one.
"""

from __future__ import annotations

import atexit
import json
import threading
from dataclasses import asdict

from parley.model import NotYetHandled, UnusableInput, parse_moment

from ..child import Child, ChildFailed, ChildLate, ChildVerbose
from .kinds import Kind
from .limits import Limits
from .page import AS_TEXT, Page

LIMITS = Limits()

_child = Child("parley.text.papers.server")
_turn = threading.Lock()
atexit.register(_child.close)


def read_guarded(kind: Kind, data: bytes, path: str) -> tuple[str, Page]:
    """The ending that fits the bytes of a file, and what it yields.

    Raises :class:`UnusableInput` naming ``path`` and the mend, also where the parser fails, hangs or asks for
    more than ``LIMITS``.
    """
    asked = json.dumps({"kind": kind.value, "path": path, "limits": asdict(LIMITS)}).encode()
    try:
        with _turn:
            told = _child.ask(asked, data, seconds=LIMITS.seconds, largest=LIMITS.output)
    except ChildLate:
        problem = f"reading it as {kind.value} took more than {LIMITS.seconds:g} seconds"
        raise UnusableInput(path, problem, AS_TEXT) from None
    except ChildVerbose:
        raise UnusableInput(path, f"read as {kind.value} it gives more text than any paper has", AS_TEXT) from None
    except ChildFailed:
        raise UnusableInput(path, f"the program part that reads {kind.value} broke down on it", AS_TEXT) from None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        problem = f"the process that opens papers of its kind can't be started ({why})"
        raise UnusableInput(path, problem, AS_TEXT) from error
    found = json.loads(told)
    if "refused" in found:
        refusal = NotYetHandled if found["refused"] == "not yet" else UnusableInput
        raise refusal(path, found["problem"], found["mend"], found["where"])
    if "fault" in found:
        _child.close()  # what a failed parser leaves behind is nobody's to know
        short = found["fault"] == "MemoryError"
        why = "it needs more memory than it may take" if short else f"its parser failed ({found['fault']})"
        raise UnusableInput(path, f"it can't be read as {kind.value}: {why}", AS_TEXT)
    page = found["page"]
    published = parse_moment(page["published"]) if page["published"] else None
    return found["ending"], Page(**{**page, "published": published, "notes": tuple(page["notes"])})
