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
    Label,
    Moment,
    NotPermitted,
    Report,
    Shape,
    ShapeKind,
    Watch,
    WatchOutput,
    WrongUsage,
    first_instant,
)

from ..rehearsing import Rehearsed, ends_of, rehearsed, scripted
from ..text import FILE as FRAMEWORK
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
        from parley.framework import buffers
        from parley.monitoring import lives, revisions, watch
        from parley.monitoring import rehearse as rehearsal
        from parley.monitoring.holding.areas import area_trends

        from ..receiving import Received, clusters_of

        rehearse = rehearse or script is not None
        if d_day is not None and not rehearse:
            raise WrongUsage("--d-day supposes a D-day for a rehearsal; give --rehearse, too.")
        if script is not None and reports is not None:
            raise WrongUsage("--script and --reports are two things to rehearse with; give one.")

        view = self._view(audience)
        moment = first_instant(as_of, self.settings.zone) if as_of else self.settings.as_of or self._clock()
        if not view.sees_text:
            notes = (*view.notes, view.text_kept_back)
            return WatchOutput(audience=audience, head=view.head, notes=notes, as_of=moment)
        text, said = view.in_force.framework, [*view.notes, *view.in_force.notes]
        held: Rehearsed | None = None
        if script is not None:
            held = scripted(view, text, Path(script), d_day)
            got = Received(held.reports, held.effort, (), (), ())
            moment = first_instant(as_of, self.settings.zone) if as_of else held.until or moment
        else:
            files, now = None if reports is None else [Path(path) for path in reports], self.settings.as_of
            got = view.received(files, mapping, now or self._clock())
            said += [*view.report_notes(), *got.notes]
            held = rehearsed(text, got.reports, d_day) if rehearse else None
        rows, effort = got.rows, got.effort
        if held is not None:
            text, said = held.text, [*said, *held.notes]
        elif text.status != "final":
            said.append("The text is a draft and binds nobody yet: a breach is what would have been one.")
        shapes = view.shapes
        land = [shape for shape in view.drawn if shape.kind is ShapeKind.REGION]
        zone, actors = self.settings.zone, self.settings.actors
        found = watch(text, shapes, rows, effort, moment, zone=zone, actors=actors, regions=land)
        labels = {*(s.audience for s in shapes), *got.labels, *(e.audience for e in effort)}
        label = Label.union(labels) | view.label_of(FRAMEWORK)
        fields = dict(found)
        fields["verdicts"] = tuple(verdict.replace(audience=label) for verdict in found.verdicts)
        fields |= {"notes": (*said, *found.notes), "received": got.files, "recoded": got.recoded}
        fields["clusters"] = clusters_of(view, got.reports) if duplicates else ()
        if held is None:
            revised, more = revisions(text, shapes, rows, effort, found, zone=zone, actors=actors)
            fields["revisions"] = tuple(one.replace(audience=label) for one in revised)
            fields["notes"] = (*fields["notes"], *more)
        told = lives(text, rows, found, zone=zone, actors=actors)
        fields["lives"] = tuple(life if life.audience == label else life.replace(audience=label) for life in told)
        fields["buffers"] = buffers(text)
        if held is not None:
            fields["rehearsal"] = rehearsal(
                text,
                found,
                told,
                supposed=held.supposed,
                script=held.script,
                ends=ends_of(text),
                zone=zone,
                actors=actors,
            )
        start = None if text.d_day is None else first_instant(text.d_day, zone)
        fields["areas"] = tuple(area_trends(got.maps, start, moment, zone))
        return WatchOutput(audience=audience, head=view.head, **fields)

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
        then the report is a revised one. Others than the team are told of places by cells alone.
        """
        from parley.monitoring import daily, revisions, watch

        view = self._view(audience)
        if not view.sees_text:
            raise NotPermitted(view.text_kept_back)
        zone, text = self.settings.zone, view.in_force.framework
        now = first_instant(as_of, zone) if as_of else self.settings.as_of or self._clock()
        named, said_by = self._reporting_hour(hour, text)
        days = daily.reporting_day(day, named, said_by, now, zone)
        moment = now if as_of else days[0].end
        got = view.received(None, None, moment)
        rows, effort = got.reports, got.effort

        def stood(at: dt.datetime) -> Watch:
            return watch(text, view.shapes, rows, effort, at, zone=zone, actors=self.settings.actors, with_trends=False)

        watches = stood(moment), stood(days[0].start)
        actors = self.settings.actors
        revised, more = revisions(
            text, view.shapes, rows, effort, watches[0], zone=zone, actors=actors, since=days[0].start
        )
        coarse = daily.coarsened(rows, view.audience)
        found = daily.daily(
            text, view.drawn, coarse, effort, watches, days, moment, zone=zone, actors=actors, revised=revised
        )
        fields = dict(found)
        about_files = (*view.report_notes(), *got.notes)
        if view.audience not in (_TEAM, _MEDIATOR):
            fields["cell_m"] = daily.cell_metres(coarse)
            # A verdict's reasons measure places, what would change it doesn't; notes on files may quote their rows.
            fields["provisions"] = tuple(each.replace(why=None) for each in found.provisions)
            fields["revisions"] = tuple(each.without_reasons() for each in found.revisions)
            about_files = ()
        notes = (*view.notes, *view.in_force.notes, *about_files, *watches[0].notes, *more)
        return DailyOutput(audience=audience, head=view.head, notes=notes, title=self.settings.title, **fields)

    def _reporting_hour(self, hour: dt.time | None, text: Framework) -> tuple[dt.time, str]:
        from parley.monitoring.daily import hour_of_text

        if hour is not None:
            return hour, "as asked"
        if (of_text := hour_of_text(text)) is not None:
            return of_text, "as the text says"
        if self.settings.reporting_hour is not None:
            return self.settings.reporting_hour, "as process.toml says"
        return dt.time(), "nobody stated an hour, so midnight"

    def rule_distances(self, audience: Audience = _TEAM) -> tuple[tuple[str, float], ...]:
        """The distances in metres from a line or zone, by its name, that the text makes a rule of; widest first."""
        places = [each.place.value for each in self.framework(audience).obligations if each.place]
        found = {(name, rule.distance.metres) for rule in places if rule.distance for name in rule.of}
        return tuple(sorted(found, key=lambda band: -band[1]))

    def told_reports(self, audience: Audience = _TEAM) -> tuple[Report, ...]:
        """The reports as the audience may be told of them: for others than the team places are coarse."""
        from parley.monitoring.daily import coarsened

        view = self._view(audience)
        return coarsened(view.reports()[0], view.audience)

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
