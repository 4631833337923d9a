"""What happened on the ground, held against the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from parley.model import (
    Audience,
    DailyOutput,
    Decision,
    Effort,
    Framework,
    Moment,
    NotPermitted,
    Report,
    Shape,
    WatchOutput,
    WrongUsage,
    first_instant,
)

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
        d_day: Moment | None = None,
        script: str | Path | None = None,
    ) -> WatchOutput:
        """What was kept, what was broken, what can't be told, as of a time.

        ``as_of`` is by default the process's own clock, or else now; without a zone it is in the
        process's. ``reports`` are files to use in place of the folder's, read by ``mapping`` (the name of a
        ready one, or a file) where one is given; ``duplicates`` proposes what may be one event. The text is the one in
        force; ``rehearse`` holds the reports against it although it is a draft, and adds what it would have
        meant, with ``d_day`` as D-day, or the day of the first report if none is fixed. ``script``, a scripted
        week, is rehearsed in place of reports; its end is then the time as of which it is judged.
        """
        from ..watching import of_reports, of_script, watched

        rehearse = rehearse or script is not None
        if d_day is not None and not rehearse:
            raise WrongUsage("--d-day supposes a D-day for a rehearsal; give --rehearse, too.")
        if script is not None and reports is not None:
            raise WrongUsage("--script and --reports are two things to rehearse with; give one.")

        view = self._view(audience)
        asked = first_instant(as_of, self.settings.zone) if as_of else None
        now = self.settings.as_of or self._clock()
        if not view.sees_text:
            notes = (*view.notes, view.text_kept_back)
            return WatchOutput(audience=audience, head=view.head, notes=notes, as_of=asked or now)
        if script is not None:
            ground = of_script(view, Path(script), d_day, asked, now)
        else:
            files = None if reports is None else [Path(path) for path in reports]
            ground = of_reports(view, files, mapping, asked, now, rehearse=rehearse, d_day=d_day)
        return WatchOutput(audience=audience, head=view.head, **watched(view, ground, duplicates=duplicates))

    def daily(
        self,
        audience: Audience = _TEAM,
        day: dt.date | None = None,
        hour: dt.time | None = None,
        as_of: dt.date | None = None,
    ) -> DailyOutput:
        """The daily report of the reporting day that ends on ``day``, by default the last one that is over.

        ``hour`` is the local hour at which it ends: by default the text's, else that of ``process.toml``, else
        midnight; the report says which. Only what was reported by its end counts, or by ``as_of`` where that is given:
        then the report is a revised one. Of a day that is not over by then, or now, it says so. Others than the team
        are told of places by cells alone.
        """
        from parley.monitoring import daily
        from parley.monitoring.holding.areas import area_trends

        from ..coarse import coarsely, hidden, sees_cells_alone
        from ..judgements import judged, revised

        view = self._view(audience)
        if not view.sees_text:
            raise NotPermitted(view.text_kept_back)
        zone, text = self.settings.zone, view.in_force.framework
        now = first_instant(as_of, zone) if as_of else self.settings.as_of or self._clock()
        named, said_by = self._reporting_hour(hour, text)
        days = daily.reporting_day(day, named, said_by, now, zone)
        moment = now if as_of else min(now, days[0].end)
        got = view.received(None, None, moment)
        rows, effort, actors = got.reports, got.effort, self.settings.actors
        watches = (
            judged(view, text, got, moment),
            judged(view, text, got, min(days[0].start, moment), with_trends=False),
        )
        late, more = revised(view, text, got, watches[0], since=days[0].start)
        coarse = daily.coarsened(rows, view.audience, view.shown)
        looked = daily.coarsened_effort(effort, view.audience, view.shown)
        found = daily.daily(
            text, view.drawn, coarse, looked, watches, days, moment, zone=zone, actors=actors, revised=late
        )
        start = None if text.d_day is None else first_instant(text.d_day, zone)
        areas = tuple(area_trends(got.maps, start, moment, zone))
        fields = dict(found) | {"trends": watches[0].trends, "areas": areas}
        about_files = (*view.report_notes(), *got.notes)
        if sees_cells_alone(view.audience):
            fields["cell_m"] = daily.cell_metres(coarse)
            about_files = ()  # they may quote rows
        ahead = daily.still_to_come(days[0], moment, zone)
        fields["notes"] = (*ahead, *view.notes, *view.in_force.notes, *about_files, *watches[0].notes, *more)
        if sees_cells_alone(view.audience):
            fields = coarsely(fields, view.audience, hidden(view, got))
        return DailyOutput(audience=audience, head=view.head, title=self.settings.title, **fields)

    def _reporting_hour(self, hour: dt.time | None, text: Framework) -> tuple[dt.time, str]:
        from parley.monitoring.daily import hour_of_text

        if hour is not None:
            return hour, "as asked"
        if (of_text := hour_of_text(text)) is not None:
            return of_text, "as the text says"
        if self.settings.reporting_hour is not None:
            return self.settings.reporting_hour, "as process.toml says"
        return dt.time(), "is midnight, for nobody stated one"

    def rule_distances(self, audience: Audience = _TEAM) -> tuple[tuple[str, float], ...]:
        """The distances in metres from a line or zone, by its name, that the text makes a rule of; widest first."""
        places = [each.place.value for each in self.framework(audience).obligations if each.place]
        found = {(name, rule.distance.metres) for rule in places if rule.distance for name in rule.of}
        return tuple(sorted(found, key=lambda band: -band[1]))

    def told_reports(self, audience: Audience = _TEAM) -> tuple[Report, ...]:
        """The reports as the audience may be told of them: for others than the team places are coarse."""
        from parley.monitoring.daily import coarsened

        view = self._view(audience)
        return coarsened(view.reports()[0], view.audience, view.shown)

    def standing_reports(self, as_of: dt.datetime, audience: Audience = _TEAM) -> tuple[Report, ...]:
        """Of :meth:`told_reports` those made by ``as_of``, each as it was last told, without what was withdrawn."""
        from parley.monitoring.correcting import last_told
        from parley.monitoring.names import Names

        names = Names(self.framework(audience), self.settings.actors)
        return last_told(self.told_reports(audience), as_of, names, self.settings.zone)

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
