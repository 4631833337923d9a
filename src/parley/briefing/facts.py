"""Everything a brief is written from, gathered once through the process and for one audience."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from parley.model import (
    Actor,
    Audience,
    Check,
    DailyOutput,
    Deadline,
    Finding,
    FindingKind,
    Framework,
    Issue,
    Label,
    Outcome,
    Position,
    ReadOutput,
    ReleasedPackage,
    Report,
    Shape,
    Statement,
    Verdict,
    WatchOutput,
    Weighing,
    first_instant,
)
from parley.process import Process

from .lines import Sources
from .named import names_of


@dataclass(frozen=True)
class Facts:
    """What an audience may know of a process.

    ``text`` is the framework in force (the draft with the recorded choices taken), ``taken`` the
    option by label. ``kept_back`` says why this audience sees nothing of the text, ``None`` where it
    does. ``weighing`` is ``None`` for everybody but the mediator, and where there are no profiles.
    ``read`` lists what the papers say. ``daily`` is the report of the last reporting day, ``None`` where the text is
    kept back; ``distances`` are those that the text makes a rule of. ``shapes`` are all that the annexes draw, and the
    places of ``reports`` are as coarse as this audience may know them.
    """

    audience: Audience
    title: str
    notice: str | None
    head: str | None
    as_of: dt.datetime
    zone: dt.tzinfo
    actors: tuple[Actor, ...]
    read: ReadOutput
    positions: tuple[Position, ...]
    issues: tuple[Issue, ...]
    draft: Framework
    text: Framework
    kept_back: str | None
    taken: dict[str, str]
    check: Check
    weighing: Weighing | None
    released: tuple[ReleasedPackage, ...]
    watch: WatchOutput
    daily: DailyOutput | None
    distances: tuple[tuple[str, float], ...]
    shapes: tuple[Shape, ...]
    reports: tuple[Report, ...]
    standing: tuple[Report, ...]
    """Those of the reports that stand, each as it was last told."""

    @cached_property
    def sources(self) -> Sources:
        """The documents, numbered oldest first."""
        return Sources(sorted(self.read.documents, key=lambda document: (_order(document.published), document.path)))

    @cached_property
    def statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.read.statements}

    @cached_property
    def reports_by_id(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def parties(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.actors if actor.is_party)

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The dates that follow from the text in force, each said as it was understood."""
        from parley.framework import timeline  # most commands ask for no brief

        readings = {o.id: sentence.reading for sentence in self.text.sentences for o in sentence.obligations}
        return tuple(
            deadline.replace(what=readings.get(deadline.obligation) or deadline.what)
            for deadline in timeline(self.text)
        )

    @property
    def still_to_come(self) -> tuple[Deadline, ...]:
        return tuple(d for d in self.deadlines if d.date is not None and d.date >= self.as_of.date())

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What was said while reading and watching: files not used, reports set aside, what was assumed."""
        said = dict.fromkeys((*self.read.notes, *self.watch.notes))
        of_papers = {f"{paper.path}: {note}" for paper in self.read.documents for note in paper.notes}
        return tuple(note for note in said if note not in of_papers | {self.notice, self.kept_back})

    @property
    def d_day(self) -> dt.date | None:
        moment = self.text.d_day
        return moment.date() if isinstance(moment, dt.datetime) else moment

    @cached_property
    def names(self) -> dict[str, str]:
        """What readers know actors, parties, bodies and provisions by."""
        return names_of(self.actors, self.text)

    def name(self, actor_id: str | None) -> str:
        """An actor's name as people read it; the id itself where nobody has it."""
        if actor_id is None:
            return "nobody named"
        return self.names.get(actor_id, actor_id)

    def option_text(self, issue_id: str, option_id: str | None) -> str:
        """The words of an option; its id where the text no longer has it."""
        for issue in self.issues:
            if issue.id == issue_id:
                return next((option.text for option in issue.options if option.id == option_id), option_id or "")
        return option_id or ""

    def verdicts(self, outcome: Outcome) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.watch.verdicts if verdict.verdict is outcome)

    def findings(self, kind: FindingKind) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.check.findings if finding.kind is kind)


def gather(process: Process, audience: Audience) -> Facts:
    """Ask the process for all of it; the weighing only for the mediator."""
    read = process.read(audience)
    watch = process.watch(audience)
    kept_back = process.text_kept_back(audience)
    may_weigh = audience.may_see(Label("mediator")) and bool(process.profiles(audience))
    return Facts(
        audience=audience,
        title=process.settings.title,
        notice=process.settings.notice,
        head=read.head,
        as_of=watch.as_of,
        zone=process.settings.zone,
        actors=process.settings.actors,
        read=read,
        positions=process.positions(audience).cells,
        issues=process.issues(audience),
        draft=process.draft(audience),
        text=process.framework(audience),
        kept_back=kept_back,
        taken=process.taken(audience),
        check=process.check(audience),
        weighing=process.weigh(audience) if may_weigh else None,
        released=process.released(audience).released,
        watch=watch,
        daily=None if kept_back else process.daily(audience),
        distances=process.rule_distances(audience),
        shapes=process.drawn(audience),
        reports=process.told_reports(audience),
        standing=process.standing_reports(watch.as_of, audience),
    )


def _order(moment: dt.date | None) -> dt.datetime:
    """Undated papers first, so that the dated ones stand in their order."""
    return first_instant(moment) if moment else dt.datetime.min.replace(tzinfo=dt.UTC)
