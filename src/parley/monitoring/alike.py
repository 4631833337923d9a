"""Reports that say the same but for their time and place, gathered once: what they have in common is looked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .matching import Doing
from .standing import Known
from .truth import Truth

Kinds = dict[tuple[object, ...], list[Known]]
"""Reports by all of what they say that is no time and no place: tables repeat the same few kinds."""


def by_kind(known: Iterable[Known]) -> Kinds:
    kinds: Kinds = defaultdict(list)
    for entry in known:
        report = entry.report
        said = report.act, report.worded, report.object
        kinds[*said, entry.actor, report.counterpart, report.count == 0, report.about is None].append(entry)
    return kinds


def candidates(kinds: Kinds, doing: Doing) -> list[Known]:
    """The reports whose act is, or may be, the obligation's, in their order."""
    found = [entry for rows in kinds.values() if doing.act_fact(rows[0]).truth is not Truth.NO for entry in rows]
    return sorted(found, key=lambda entry: entry.number)
