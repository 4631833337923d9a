"""Duties that undo one another: who is to keep a bridge open may not close it, who is to hold a post may not clear it.

Each is held against the other and not against a ban made of it, for what is to last and what is to be done once need
not be at odds: who keeps a bridge open until the ninth day may close it by the twelfth.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from parley.model import Modality
from parley.text import patterns as re

from .deeds import Deed, apart, deeds
from .draft import Draft
from .quantities import pairs
from .steps import stems
from .times import surely_after

_BARRING = "close deny-access block"
_SIDES = (
    ("open grant-access let admit", _BARRING, True),
    ("light", "darken", True),
    ("publish", "hide", False),
    ("place maintain leav", "withdraw dismantle dissolve close", False),
    ("maintain continue resume operate run", "suspend stop discontinu interrupt", False),
)
"""Acts, by their heads, of which those of the one side undo those of the other; and whether what they bring about is a
state that a thing is in."""
_BARS = frozenset(_BARRING.split())
_UNDOES = {
    pair: state
    for acts, others, state in _SIDES
    for act, other in product(acts.split(), others.split())
    for pair in ((act, other), (other, act))
}
"""Which heads undo one another, and whether what they bring about is a state that a thing is in or not."""
_HEADS = frozenset(head for pair in _UNDOES for head in pair)
_BY_THE_CLOCK = re.compile(r"\d[:.]\d\d|\b(?:if|when|while|during|unless|where|(?:by|at)\s+night|day\s*time)\b", re.I)
"""A duty of some hours, or of a case, leaves room for its contrary at others."""
_UNTIL = re.compile(r"\b(?:until|till|up\s+to)\b", re.IGNORECASE)
_KEEPS = re.compile(
    r"\b(?:keep|kept|leave|left|remain|stay|hold|held|maintain|(?:be|is|are)\s+(?:open|closed|shut))", re.IGNORECASE
)
_AWAY = "outside None"
"""Among the things of a deed: that it leads out of its place."""
_WHO = stems(
    "military civilian civil relief humanitarian aid troops soldier army armed warship merchant commercial private "
    "fisherman fishing trade goods heavy weapons tank lorry bus vehicle pedestrian ambulance convoy food foreign"
)
"""For whom a place is open or closed; what stands for everybody is left out."""


def contraries(draft: Draft) -> Iterator[tuple[Deed, Deed]]:
    """Pairs of duties of one actor on the same thing of which the one undoes the other, each sentence once."""
    lasting = [
        each
        for each in deeds(draft)
        if each.modality is Modality.MUST and each.things and not each.hangs and each.head in _HEADS
    ]
    told: set[int] = set()
    for one, other in pairs(lasting):
        both = {one.sentence.start, other.sentence.start}
        if len(both) == 2 and not both & told and _undo(one, other):
            told |= both
            yield one, other


def _undo(one: Deed, other: Deed) -> bool:
    heads = (one.head, other.head)
    if heads not in _UNDOES or not (one.actors is None or other.actors is None or one.actors & other.actors):
        return False
    if any(_BY_THE_CLOCK.search(each.sentence.exact) or (each.head == "withdraw") > (_AWAY in each.things)
           for each in (one, other)):  # fmt: skip
        return False
    state = _UNDOES[heads]
    first, second = (each.things - {_AWAY} - each.numbers for each in (one, other))
    if not (first == second or (state and (first <= second or second <= first))):
        return False
    if state and one.window != other.window and not (_lasts(one) or _lasts(other)):
        return False
    return not _for_others(one, other) and not _one_after_the_other(one, other, state)


def _lasts(deed: Deed) -> bool:
    """Whether it is to be kept so, and not only done."""
    return deed.window.start is not None or _KEEPS.search(deed.sentence.exact) is not None


def _for_others(one: Deed, other: Deed) -> bool:
    """Whether what is barred to some is left to others: a road that is open to relief and closed to troops."""
    if one.head in _BARS:
        one, other = other, one
    if other.head not in _BARS:
        return False
    left, barred = (stems(each.sentence.exact) & _WHO for each in (one, other))
    return bool(left and barred - left)


def _one_after_the_other(one: Deed, other: Deed, state: bool) -> bool:
    """Whether there is time for both: one is over before the other begins, or needs not begin before it is."""
    if apart(one.window, other.window):
        return True
    for first, then in ((one, other), (other, one)):
        start, end = first.window.start, first.window.end
        if end and not then.window.start and _is_free_later(first, then):
            return True
        if not state and start and not end and not then.window.start and then.window.end:
            return True  # "keep guards there from D+2", and "withdraw them by D+30"
    return False


def _is_free_later(first: Deed, then: Deed) -> bool:
    """Whether the second may be done when the first is over, or by a later day; what lasts until a day has begun."""
    if _UNTIL.search(then.sentence.exact):
        return False
    if then.window.end is None:
        return _UNTIL.search(first.sentence.exact) is not None
    return first.window.end is not None and surely_after(then.window.end, first.window.end)
