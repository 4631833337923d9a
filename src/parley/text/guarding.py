"""Files of hostile formats are opened in a child process; whatever happens there is one sentence here.

The guard's side (:func:`ask`, :func:`refuse`) and the child's (:func:`attempt`) of one exchange: what is asked as
JSON and the file's bytes go in, and what the file yields, a refusal or a fault of its parser comes back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from parley.model import NotYetHandled, UnusableInput

from .child import Child, ChildFailed, ChildLate, ChildVerbose
from .papers.bounds import within
from .papers.limits import Limits

_T = TypeVar("_T")
_Told = TypeVar("_Told")


@dataclass(frozen=True)
class Said:
    """How a file is spoken of: its ``path``, what it is read as (``called``), the ``mend``, of what an answer that
    is too large gives more (``too_much``), and what such a child opens (``opens``)."""

    path: str
    called: str
    mend: str
    too_much: str
    opens: str

    def unusable(self, problem: str) -> UnusableInput:
        return UnusableInput(self.path, problem, self.mend)


def ask(child: Child, asked: Mapping[str, Any], data: bytes, limits: Limits, said: Said) -> bytes:
    """The child's answer about ``data``. Raises :class:`UnusableInput` where it hangs, breaks down or overruns."""
    question = json.dumps({**asked, "path": said.path, "limits": asdict(limits)}).encode()
    try:
        with child.turn:
            return child.ask(question, data, seconds=limits.seconds, largest=limits.output)
    except ChildLate:
        raise said.unusable(f"reading it as {said.called} took more than {limits.seconds:g} seconds") from None
    except ChildVerbose:
        raise said.unusable(f"read as {said.called} it gives more {said.too_much}") from None
    except ChildFailed:
        raise said.unusable(f"the program part that reads {said.called} broke down on it") from None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise said.unusable(f"the process that opens {said.opens} of its kind can't be started ({why})") from error


def refuse(child: Child, found: Mapping[str, Any], said: Said) -> None:
    """Raise what an answer refuses, or the fault that it tells of; nothing where it tells what the file yields."""
    if "refused" in found:
        refusal = NotYetHandled if found["refused"] == "not yet" else UnusableInput
        raise refusal(said.path, found["problem"], found["mend"], found["where"])
    if "fault" in found:
        child.close()  # what a failed parser leaves behind is nobody's to know
        short = found["fault"] == "MemoryError"
        why = "it needs more memory than it may take" if short else f"its parser failed ({found['fault']})"
        raise said.unusable(f"it can't be read as {said.called}: {why}")


def attempt(
    limits: Mapping[str, Any], read: Callable[[], _T], tell: Callable[[_T], _Told]
) -> tuple[_Told | None, dict[str, Any]]:
    """In the child: what ``tell`` makes of what ``read`` gives within ``limits``; or ``None``, and the refusal or
    fault to answer with."""
    try:
        with within(Limits(**limits)):
            yielded = read()
        return tell(yielded), {}
    except UnusableInput as error:
        kind = "not yet" if isinstance(error, NotYetHandled) else "unusable"
        return None, {"refused": kind, "problem": error.problem, "mend": error.mend, "where": error.where}
    except Exception as error:  # a parser that fails on hostile bytes is expected, in whatever way it does
        return None, {"fault": type(error).__name__}
