"""What the papers say: what is new, the timeline, positions, measures, the next meeting, silences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.model import Act, Deadline, EventStatus, Interval, Meeting, Outcome, Position, Statement, first_instant

from ..facts import Facts
from ..lines import Line, Section, Table, day
from ..pictures import Mark, draw_timeline
from ..wording import measure_line, meeting_line, said_by, when

RECENT = dt.timedelta(days=14)
"""How far back "new" reaches from the day of the brief."""

STATEMENTS_PER_PAPER = 3
DATES_SHOWN = 8


def new_papers(facts: Facts) -> Section:
    """The papers of the last two weeks, newest first, each with what weighs most in it."""
    since = facts.as_of - RECENT
    lines = []
    for document in reversed(facts.sources.documents):
        if document.published is None or not since <= first_instant(document.published) <= facts.as_of:
            continue
        own = [s for s in facts.read.statements if s.document == document.id and s.within is None]
        chosen = sorted(own, key=_weight)[:STATEMENTS_PER_PAPER]
        lines.append(Line(facts.sources.cite(document.id), note=f"{len(own)} statements; the weightiest:"))
        lines += [Line(said_by(facts, s), (facts.sources.of_statement(s),), mark="said") for s in chosen]
    intro = "" if lines else f"No paper is dated within the {RECENT.days} days before {day(facts.as_of)}."
    return Section("new", "What is new", intro, tuple(lines))


def _weight(statement: Statement) -> tuple[int, int]:
    """Acts that move talks come before plain telling; then the order of the paper."""
    light = statement.act in (Act.STATE, Act.ASSESS, Act.PREDICT, Act.PRAISE)
    start = min((span.start for span in statement.content), default=0)
    return int(light), start


def _count(deadline: Deadline) -> str:
    return f" ({deadline.day})" if deadline.day else ""


def _where(deadline: Deadline) -> str:
    return f"Provision {deadline.provision}" + (f"; {deadline.assumed}" if deadline.assumed else "")


def timeline(facts: Facts) -> Section:
    marks = [
        Mark("papers", published, published, "paper", facts.sources.cite(document.id))
        for document in facts.sources.documents
        if (published := _date(document.published))
    ]
    for meeting in facts.read.meetings:
        start, end = _date(meeting.window.earliest), _date(meeting.window.latest)
        if start and end:
            marks.append(Mark("meetings", start, end, "meeting", meeting_line(facts, meeting).words))
    marks += [
        Mark("due", deadline.date, deadline.date, "deadline", f"{deadline.provision}: {deadline.what}")
        for deadline in facts.deadlines
        if deadline.date
    ]
    for verdict in facts.watch.verdicts:
        dates = [_date(facts.reports_by_id[id].event.earliest) for id in verdict.reports if id in facts.reports_by_id]
        if verdict.verdict is Outcome.BREACHED and (first := min(filter(None, dates), default=None)):
            marks.append(Mark("breaches", first, first, "breached", f"{verdict.provision}: {verdict.why}"))
    rows = ("papers", "meetings", "due", "breaches")
    marks.sort(key=lambda mark: rows.index(mark.row))
    lines = [
        Line(f"{day(deadline.date)}{_count(deadline)}: {deadline.what}", note=_where(deadline))
        for deadline in facts.still_to_come[:DATES_SHOWN]
    ]
    picture = draw_timeline(marks, facts.as_of.date(), facts.d_day)
    caption = "□ paper, ▬ meeting, ◇ due by the text, ✕ breach."
    intro = "Dates still to come:" if lines else "No date of the text is still to come."
    return Section("timeline", "Timeline", intro, tuple(lines), picture=picture, caption=caption)


def positions(facts: Facts) -> Section:
    """Parties across, issues down; every cell opens to the statements it rests on."""
    if not facts.positions:
        return Section("positions", "Positions", "No party has been heard on any issue of the text.")
    rows = []
    for issue in facts.issues:
        cells: list[tuple[Line, ...]] = [(Line(issue.title, note=f"#{issue.id}"),)]
        for party in facts.parties:
            held = [cell for cell in facts.positions if cell.issue == issue.id and cell.party == party.id]
            cells.append(_cell(facts, held))
        rows.append(tuple(cells))
    table = Table(("Issue", *(party.name for party in facts.parties)), tuple(rows))
    return Section("positions", "Positions", "As their own words have it; the newest first.", table=table)


def _cell(facts: Facts, held: list[Position]) -> tuple[Line, ...]:
    """One line for each option a party spoke to; the issue without an option only where that is all it did."""
    named = [cell for cell in held if cell.option is not None] or held
    if not named:
        return (Line("not heard", mark="silent"),)
    return tuple(_stance(facts, cell) for cell in sorted(named, key=lambda cell: _instant(cell.since), reverse=True))


def _stance(facts: Facts, cell: Position) -> Line:
    option = facts.option_text(cell.issue, cell.option) or "no option by name"
    statements = (facts.statements[id] for id in cell.statements if id in facts.statements)
    whose = " (not its own word)" if cell.second_hand else ""
    return Line(
        f"{cell.stance.value}: {option}{whose}",
        tuple(facts.sources.of_statement(statement) for statement in statements),
        note=when(cell.since) if cell.since else "",
    )


def _instant(interval: Interval | None) -> dt.datetime:
    moment = interval.earliest if interval else None
    return first_instant(moment) if moment else dt.datetime.min.replace(tzinfo=dt.UTC)


def measures(facts: Facts) -> Section:
    """Each measure once, however many papers tell of it; it opens to all of them."""
    told: dict[str, list[Line]] = {}
    for measure in facts.read.measures:
        line = measure_line(facts, measure)
        told.setdefault(line.words, []).append(line)
    lines = [
        Line(words, tuple(e for line in same for e in line.evidence), note=next((x.note for x in same if x.note), ""))
        for words, same in told.items()
    ]
    intro = "" if lines else "No paper tells of anything granted, withheld, suspended or resumed."
    return Section("measures", "Measures", intro, tuple(lines))


def next_meeting(facts: Facts) -> Section:
    """Planned meetings that are not over yet, the nearest first; those without a date after them."""
    planned = [m for m in facts.read.meetings if m.status is EventStatus.PLANNED and not _is_over(m, facts.as_of)]
    planned.sort(key=lambda meeting: (meeting.window.earliest is None, _instant(meeting.window)))
    lines = tuple(meeting_line(facts, meeting) for meeting in planned)
    intro = "" if lines else "No paper names a meeting still to come."
    return Section("meeting", "Next meeting", intro, lines)


def _is_over(meeting: Meeting, as_of: dt.datetime) -> bool:
    latest = meeting.window.latest
    return latest is not None and first_instant(latest) < as_of.replace(hour=0, minute=0, second=0, microsecond=0)


def silences(facts: Facts) -> Section:
    """What nobody has said: parties not heard on an issue, options nobody spoke to."""
    lines = []
    for issue in facts.issues:
        heard = {cell.party for cell in facts.positions if cell.issue == issue.id}
        missing = [party.name for party in facts.parties if party.id not in heard]
        if missing:
            lines.append(Line(f"{issue.title}: not heard from {' or '.join(missing)}."))
        spoken = {cell.option for cell in facts.positions if cell.issue == issue.id}
        unspoken = [option.text for option in issue.options if option.id not in spoken]
        if unspoken:
            lines.append(Line(f"{issue.title}: nobody spoke to {_listed(unspoken)}."))
    lines += [Line(f"{paper.path}: {note}") for paper in facts.sources.documents for note in paper.notes]
    intro = "" if lines else "Every party has been heard on every issue of the text."
    return Section("silences", "What nobody has said", intro, tuple(lines))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"\u201c{word}\u201d" for word in words)


def _date(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
