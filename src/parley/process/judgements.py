"""Judgements made once: one text, the same reports and one time give the same verdicts, whoever is to be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from parley.model import Framework, Revision, ShapeKind, Watch

if TYPE_CHECKING:
    from .receiving import Received
    from .view import View

_MOST = 8
"""So many judgements are kept, the last ones: a brief asks for four."""

_Judged = TypeVar("_Judged")


class Judgements:
    """The last judgements of a process, each with all that it rests on; a label is part of what carries it."""

    def __init__(self) -> None:
        self._kept: list[tuple[object, object]] = []

    def once(self, rests_on: object, judge: Callable[[], _Judged]) -> _Judged:
        for known, judged in self._kept:
            if known == rests_on:
                return judged  # type: ignore[return-value]  # what rests on the same is of one kind
        judged = judge()
        self._kept = [*self._kept[1 - _MOST :], (rests_on, judged)]
        return judged


def judged(view: View, text: Framework, got: Received, at: dt.datetime, *, with_trends: bool = True) -> Watch:
    """Verdicts and, unless they are not wanted, trends, as of a time."""
    from parley.monitoring import watch

    zone, actors = view.settings.zone, view.settings.actors
    land = tuple(shape for shape in view.drawn if shape.kind is ShapeKind.REGION)

    def held() -> Watch:
        return watch(
            text,
            view.shapes,
            got.rows,
            got.effort,
            at,
            zone=zone,
            actors=actors,
            regions=land,
            with_trends=with_trends,
            unread=got.unread,
        )

    return _once(view, text, got, ("verdicts", at, land, with_trends), held)


def revised(
    view: View, text: Framework, got: Received, found: Watch, since: dt.datetime | None = None
) -> tuple[tuple[Revision, ...], tuple[str, ...]]:
    """What late and corrected reports made of the verdicts ``found``, and notes on it."""
    from parley.monitoring import revisions

    zone, actors = view.settings.zone, view.settings.actors

    def told() -> tuple[tuple[Revision, ...], tuple[str, ...]]:
        return revisions(
            text, view.shapes, got.rows, got.effort, found, zone=zone, actors=actors, since=since, unread=got.unread
        )

    return _once(view, text, got, ("revisions", found.as_of, since), told)


def _once(view: View, text: Framework, got: Received, asked: object, judge: Callable[[], _Judged]) -> _Judged:
    """What is ``asked`` of a text and what was received; a table is too large to be kept and compared."""
    from parley.monitoring.table import ReportTable

    if isinstance(got.rows, ReportTable):
        return judge()
    rests_on = (asked, text, view.shapes, got.rows, got.effort, got.unread, view.settings.zone, view.settings.actors)
    return view.judgements.once(rests_on, judge)
