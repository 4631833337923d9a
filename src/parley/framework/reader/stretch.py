"""One way to name a stretch of time, and the windows that such words make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.model import Instant, Window
from parley.text import patterns as re

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"


@dataclass(frozen=True)
class Stretch:
    """One way to name a stretch: ``window`` is ``None`` where its words name none after all."""

    name: str
    example: str
    pattern: re.Pattern[str]
    window: Callable[[re.Match[str]], Window | None]


def between(event: str, named: bool = False) -> Window:
    of = event if named or re.match(r"(?:those|these|such|this|that|the)\b", event, re.IGNORECASE) else f"the {event}"
    return Window(start=Instant(event=f"start of {of}"), end=Instant(event=f"end of {of}"))


def led(lead: str, at: Instant) -> Window:
    lead = " ".join(lead.lower().split())
    if lead in ("by", "until", "not later than", "no later than", "before"):
        return Window(end=at)
    if lead.endswith(("from", "as of", "starting", "since")) or lead.startswith(("starting", "beginning")):
        return Window(start=at)
    return Window(start=at, end=at)
