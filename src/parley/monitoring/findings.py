"""What bodies of the text found of a report, where one of them found it not to be so."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, MutableMapping
from typing import Any, TypeVar

One = TypeVar("One", bound=Hashable)
"""A report, however it is held."""
Said = MutableMapping[One, list[One]]
"""What is said of each report, in other reports."""


def settle(
    found: Said[One],
    untrue: Mapping[One, list[One]],
    denials: Said[One],
    told: Callable[[One], Any],
    body: Callable[[One], str],
) -> tuple[dict[One, One], dict[One, One]]:
    """Settles reports that a body found ``untrue``; what is set aside leaves ``found`` and ``denials``.

    A body's last word on a report is its word. A report that one body found so and another not stays found, and
    the other's word is a denial. Returns the reports that are refuted and the findings that their own body took
    back, each with the finding that did it. ``told`` says when a finding was told, ``body`` whose it is.
    """
    refuted: dict[One, One] = {}
    taken_back: dict[One, One] = {}
    for one in sorted(untrue, key=told, reverse=True):  # what is said of a finding was said after it
        aside = {**refuted, **taken_back}
        so, not_so = ([each for each in said if each not in aside] for said in (found.get(one, []), untrue[one]))
        last = {body(each): each for each in sorted([*so, *not_so], key=told)}
        for each in (*so, *not_so):
            if each != one and (each in not_so) is not (last[body(each)] in not_so):
                taken_back[each] = last[body(each)]
        so = [each for each in so if last[body(each)] not in not_so]
        not_so = [each for each in not_so if last[body(each)] in not_so]
        if so:
            found[one] = so
            denials.setdefault(one, []).extend(not_so)
        elif not_so:
            refuted[one] = not_so[-1]
    if refuted or taken_back:
        for said in (found, denials):
            for one in said:
                said[one] = [each for each in said[one] if each not in refuted and each not in taken_back]
    return refuted, taken_back


def untrue_note(id: str, body: str, finding: str) -> str:
    return f"{id} was found not to be so by {body} ({finding}) and does not count."


def taken_back_note(id: str, body: str, finding: str) -> str:
    return f"{body} found otherwise since than {id} says ({finding}): it counts no more."
