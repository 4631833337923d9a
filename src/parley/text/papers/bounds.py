"""In a child process: what one file may take of the machine, held by the system where it can, by a clock anywhere."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from collections.abc import Iterator

from .limits import Limits

_OUTLIVES = 5.0
"""Seconds by which the child would outlive its time, should the parent not be there to end it."""


@contextlib.contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Bounds of memory and processor time where the system has them, and of time everywhere."""
    _bound(limits)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (a plain file object is what it takes)
        faulthandler.dump_traceback_later(limits.seconds + _OUTLIVES, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _bound(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for which, bound in bounds.items():
        with contextlib.suppress(OSError, ValueError):  # macOS knows some of them only by name
            hardest = resource.getrlimit(which)[1]
            resource.setrlimit(which, (bound if hardest == resource.RLIM_INFINITY else min(bound, hardest), hardest))
