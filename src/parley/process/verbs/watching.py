"""What happened on the ground, held against the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from parley.model import (
    Audience,
    Decision,
    Effort,
    Label,
    Report,
    Shape,
    WatchOutput,
    WrongUsage,
    first_instant,
)

from ..text import FILE as FRAMEWORK
from ..text import rehearsed
from .base import Verbs

_TEAM = Audience("team")
_MEDIATOR = Audience("mediator")


class WatchingVerbs(Verbs):
    """The verbs about reports."""

    def shapes(self, audience: Audience = _TEAM) -> tuple[Shape, ...]:
        """The zones and lines of the annexes."""
        return self._view(audience).shapes

    def drawn(self, audience: Audience = _TEAM) -> tuple[Shape, ...]:
        """Zones and lines, and beside them the regions by which reports are told and the borders that are claimed."""
        return self._view(audience).drawn

    def reports(self, audience: Audience = _TEAM) -> tuple[tuple[Report, ...], tuple[Effort, ...]]:
        """The reports, and what was watched."""
        return self._view(audience).reports()

    def watch(
        self,
        audience: Audience = _TEAM,
        as_of: dt.date | None = None,
        reports: Sequence[str | Path] | None = None,
        rehearse: bool = False,
        mapping: str | None = None,
        duplicates: bool = False,
    ) -> WatchOutput:
        """What was kept, what was broken, what can't be told, as of a time.

        ``as_of`` is by default the process's own clock, or else now; without a zone it is in the
        process's. ``reports`` are files to use in place of the folder's, read by ``mapping`` (the name of a
        ready one, or a file) where one is given; ``duplicates`` proposes what may be one event. The text is the one in
        force; ``rehearse`` holds the reports against it although it is a draft, with the day of the
        first report as D-day if none is fixed.
        """
        from parley.monitoring import lives, watch

        from ..receiving import clusters_of

        view = self._view(audience)
        moment = first_instant(as_of, self.settings.zone) if as_of else self.settings.as_of or self._clock()
        if not view.sees_text:
            notes = (*view.notes, view.text_kept_back)
            return WatchOutput(audience=audience, head=view.head, notes=notes, as_of=moment)
        files, now = None if reports is None else [Path(path) for path in reports], self.settings.as_of or self._clock()
        got = view.received(files, mapping, now)
        rows, effort = got.reports, got.effort
        text, said = view.in_force.framework, [*view.notes, *view.in_force.notes, *view.report_notes(), *got.notes]
        if rehearse:
            text, rehearsal = rehearsed(text, rows)
            said += rehearsal
        elif text.status != "final":
            said.append("The text is a draft and binds nobody yet: a breach is what would have been one.")
        shapes = view.shapes
        found = watch(text, shapes, rows, effort, moment, zone=self.settings.zone, actors=self.settings.actors)
        labels = {*(s.audience for s in shapes), *(r.audience for r in rows), *(e.audience for e in effort)}
        label = Label.union(labels) | view.label_of(FRAMEWORK)
        fields = dict(found)
        fields["verdicts"] = tuple(verdict.replace(audience=label) for verdict in found.verdicts)
        fields |= {"notes": (*said, *found.notes), "received": got.files, "recoded": got.recoded}
        fields["clusters"] = clusters_of(view, rows) if duplicates else ()
        told = lives(text, rows, found, zone=self.settings.zone, actors=self.settings.actors)
        fields["lives"] = tuple(life.replace(audience=label) for life in told)
        return WatchOutput(audience=audience, head=view.head, **fields)

    def join_reports(
        self,
        cluster: str,
        *,
        by: str,
        groups: Sequence[Sequence[str]] | None = None,
        reason: str = "",
        audience: Audience = _MEDIATOR,
    ) -> Decision:
        """Record that the reports of a cluster of :meth:`watch` tell of one event; or, with ``groups``, which do.

        As :meth:`join` does for papers. Raises :class:`WrongUsage` where no cluster has this id.
        """
        from ..receiving import cluster_choice, clusters_of

        view = self._view(audience)
        found = next((one for one in clusters_of(view, view.received().reports) if one.id == cluster), None)
        if found is None:
            raise WrongUsage(f"'{cluster}' is no cluster of reports; take an id from the output of watch.")
        choice, caucus = cluster_choice(found, groups, by, reason)
        return self._record([choice], caucus)[0]
