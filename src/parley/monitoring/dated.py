"""What a text asks for on several days: what was done on one of them is done for that one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parley.model import Framework, Obligation

from .doers import bearers
from .forbids import forbidden_act
from .matching import Doing
from .objects import stems
from .standing import Known
from .truth import NO, YES, Fact, Truth
from .windows import Bounds, in_window


def other_days(doing: Doing, framework: Framework, window_of: Callable[[Obligation], Bounds]) -> tuple[Bounds, ...]:
    """The windows in which other sentences ask the same; none where this one has no first day of its own."""
    if not _is_dated(doing.obligation):
        return ()
    windows = (window_of(one) for one in _asking_the_same(doing, framework))
    return tuple(one for one in windows if one.open is None and one != doing.window)


def done_then(doing: Doing, entry: Known) -> Fact:
    """Whether what a report tells was done on no day of another sentence, and so for this one."""
    first, last = doing.window.start, doing.window.end
    own = (first is None or entry.span.last >= first) and (last is None or entry.span.first <= last)
    if own or not any(in_window(entry.span, one).truth is Truth.YES for one in doing.other_days):
        return YES
    return NO


def _asking_the_same(doing: Doing, framework: Framework) -> Iterator[Obligation]:
    own = doing.obligation
    for one in framework.obligations:
        if one.id == own.id or one.act is None or own.act is None or one.act.value != own.act.value:
            continue
        if _is_dated(one) and forbidden_act(one) is None and doing.bearer in bearers(one) and _of_one_thing(own, one):
            yield one


def _is_dated(one: Obligation) -> bool:
    """Whether it is asked for once, from one day to another or on one alone."""
    window = one.window.value if one.window else None
    return window is not None and window.start is not None and window.end is not None and window.every is None


def _of_one_thing(one: Obligation, other: Obligation) -> bool:
    """Whether the things are called alike: "40 prisoners", "a second group of 40 prisoners"."""
    if one.object is None or other.object is None:
        return one.object is other.object
    return bool(stems(one.object.value.text) & stems(other.object.value.text))
