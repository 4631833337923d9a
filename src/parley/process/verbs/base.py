"""What every verb works on: the folder, its settings, what an audience sees of it, and its decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from parley.model import (
    Audience,
    Decision,
    Framework,
    Issue,
    NotPermitted,
    Reading,
    WrongUsage,
)

from ..chain import Choice
from ..compartments import caucus_of, shared
from ..judgements import Judgements
from ..readings import (
    Opened,
    Progress,
    Reader,
    Shelf,
    open_shelves,
    parley_reader,
    read_shelves,
)
from ..reviewing import After, Read, after_review
from ..settings import Settings
from ..view import View

_TEAM = Audience("team")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Verbs:
    """The folder of a process and what an audience sees of it."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        clock: Callable[[], dt.datetime] = _now,
        reader: Reader | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.folder, self.settings = folder, settings
        self._clock, self._reader, self._progress = clock, reader or parley_reader(), progress
        self._memory: dict[str, Reading] = {}
        self._judgements = Judgements()

    def _view(self, audience: Audience) -> View:
        return View(self.folder, self.settings, Audience.parse(audience), self._judgements)

    def _seen(self, audience: Audience) -> View:
        """What the audience sees, for verbs that are about the text; NotPermitted where that isn't for it."""
        view = self._view(audience)
        if not view.sees_text:
            raise NotPermitted(view.text_kept_back)
        return view

    def _opened(self, view: View) -> tuple[list[tuple[Shelf, list[Opened]]], list[str]]:
        shelves, notes = view.shelves()
        opened, more = open_shelves(shelves, self._reader.version)
        return opened, [*notes, *more]

    def _read(self, view: View) -> tuple[tuple[Read, ...], tuple[str, ...]]:
        """Every paper with what the reader makes of it."""
        opened, notes = self._opened(view)
        issues, about_issues = view.issues
        readings, more = read_shelves(opened, self._reader, self.settings.actors, issues, self._memory, self._progress)
        where = {entry.document.id: shelf.compartment for shelf, entries in opened for entry in entries}
        read = tuple(Read(document, reading, where[document.id]) for document, reading in readings)
        return read, (*view.notes, *dict.fromkeys((*notes, *more)), *about_issues)

    def _after(self, view: View) -> tuple[After, tuple[str, ...]]:
        """What was read, as the decisions on it leave it."""
        read, notes = self._read(view)
        after = after_review(view, read)
        return after, (*notes, *after.notes)

    def _record(self, choices: Sequence[Choice], caucus: str | None = None) -> tuple[Decision, ...]:
        if any(not choice.by.strip() for choice in choices):
            raise WrongUsage("A decision is somebody's: say who decides.")
        where = caucus_of(self.folder, caucus) if caucus else shared(self.folder, self.settings.audience)
        return where.chain.append(choices, self._clock())

    def draft(self, audience: Audience = _TEAM) -> Framework:
        """The framework as written in ``framework.md``; empty for an audience that may not see it."""
        return self._view(audience).draft.framework

    def text_kept_back(self, audience: Audience = _TEAM) -> str | None:
        """Why nothing of the text is in an output for ``audience``, in a sentence; ``None`` where it may be."""
        view = self._view(audience)
        return None if view.sees_text else view.text_kept_back

    def framework(self, audience: Audience = _TEAM) -> Framework:
        """The text in force: the draft with the recorded choices taken."""
        return self._view(audience).in_force.framework

    def taken(self, audience: Audience = _TEAM) -> dict[str, str]:
        """The recorded option by label."""
        return dict(self._view(audience).in_force.taken)

    def issues(self, audience: Audience = _TEAM) -> tuple[Issue, ...]:
        """The issues: the labelled brackets of the draft, and those that ``process.toml`` adds."""
        return self._view(audience).issues[0]
