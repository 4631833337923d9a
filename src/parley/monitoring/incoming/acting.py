"""What the words for an act say besides, in columns: see :mod:`..besides`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..besides import besides, may_say_more
from ..grouping import firsts, joined
from ..replies import DENIAL, is_denial, may_deny
from ..table import Words


def read_besides(words: dict[str, Words], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """Fills the columns "act", "actor" and "object" of ``words`` anew, and returns the counts, -1 for none."""
    act, actor, thing = words["act"], words["actor"], words["object"]
    rows = np.flatnonzero(act.among(set(filter(may_say_more, act.values))))
    if not rows.size:
        return count
    asked = (act, actor, thing, words["claimant"])
    kind = joined([column.codes[rows] for column in asked])
    first = rows[firsts(kind)].tolist()
    told = [besides(*(column.at(row) for column in asked)) for row in first]
    is_other = np.array(
        [(one.act, one.actor) != (act.at(row), actor.at(row)) for row, one in zip(first, told, strict=True)]
    )
    other = is_other[kind]
    words["act"] = act.replaced(rows[other], [told[each].act for each in kind[other].tolist()])
    words["actor"] = actor.replaced(rows[other], [told[each].actor for each in kind[other].tolist()])
    lacking = np.array([one.thing is not None for one in told])[kind] & (thing.codes[rows] < 0)
    words["object"] = thing.replaced(rows[lacking], [told[each].thing for each in kind[lacking].tolist()])
    numbers = np.array([-1 if one.count is None else one.count for one in told], dtype=np.int64)[kind]
    count = count.copy()
    count[rows] = np.where(lacking & (count[rows] < 0), numbers, count[rows])
    return count


def read_denials(words: dict[str, Words]) -> None:
    """Fills the column "act" of ``words`` anew where it denies another report: see :func:`..replies.is_denial`."""
    act, asked = words["act"], [words[name] for name in ("about", "object", "found_by")]
    rows = np.flatnonzero(act.among(set(filter(may_deny, act.values)))).tolist()
    denials = [row for row in rows if is_denial(act.at(row) or "", *(column.at(row) for column in asked))]
    if denials:
        words["act"] = act.replaced(np.array(denials), [DENIAL] * len(denials))
