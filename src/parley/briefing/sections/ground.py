"""What happens on the ground: obligations with verdicts, the map, what can't be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parley.model import GRAVITY, Outcome, Verdict, first_instant
from parley.text.listing import each_of

from ..daily.telling import heading, summary
from ..facts import Facts
from ..lines import Evidence, Line, Section, Table
from ..pictures import draw_map, verdict_marks
from ..trends import area_lines, trend_charts, trend_lines
from ..verdict_tables import revision_told
from ..wording import report_evidence, verdict_evidence

MAPPED = dt.timedelta(days=7)
"""So far back the map shows reports that decide no verdict."""


def obligations(facts: Facts) -> Section:
    """Every verdict that reports bear on, in the order of the text; each opens to its sentence and reports.

    Obligations that no report was held against stand under what can't be told.
    """
    held = [verdict for verdict in facts.watch.verdicts if verdict.verdict is not Outcome.CANNOT_TELL or verdict.window]
    rows = tuple(_row(facts, alike) for alike in _alike(held))
    if not rows:
        return Section("obligations", "Obligations", "No obligation of the text could be held against reports.")
    counts = [(outcome, len(facts.verdicts(outcome))) for outcome in GRAVITY]
    intro = "; ".join(f"{count} {outcome.value}" for outcome, count in counts if count) + "."
    table = Table(("Provision", "Verdict", "Why"), rows)
    return Section("obligations", "Obligations and verdicts", intro, table=table)


def _alike(verdicts: Sequence[Verdict]) -> list[tuple[Verdict, ...]]:
    """Verdicts to be told in one row: of one obligation, outcome and bearer, or of bearers of whom all is the same."""
    own: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in verdicts:
        own.setdefault((verdict.obligation, verdict.verdict, verdict.finding, verdict.bearer), []).append(verdict)
    shared: dict[tuple[object, ...], list[Verdict]] = {}
    for (*what, _), some in own.items():
        shared.setdefault((*what, *(each.why for each in some)), []).extend(some)
    return [tuple(some) for some in shared.values()]


def _row(facts: Facts, alike: tuple[Verdict, ...]) -> tuple[tuple[Line, ...], ...]:
    verdict = alike[0]
    provision = facts.text.provision(verdict.provision)
    number = f"{provision.number}. " if provision and provision.number else ""
    found = f" ({verdict.finding})" if verdict.finding else ""
    occasions = sum(1 for each in alike if each.bearer == verdict.bearer)
    times = f" \u00d7 {occasions}" if occasions > 1 else ""
    return (
        (Line(f"{number}{verdict.provision or 'whole text'}"),),
        (Line(f"{verdict.verdict.value}{found}{times}", mark=verdict.verdict.value, note=_bearers(facts, alike)),),
        (*(_why(facts, each) for each in {each.why: each for each in alike}.values()), *_revised(facts, alike)),
    )


def _revised(facts: Facts, alike: Iterable[Verdict]) -> Iterator[Line]:
    """What late or corrected reports made of these verdicts."""
    of = {(each.obligation, each.bearer, each.occasion) for each in alike}
    for one in facts.watch.revisions:
        if (one.obligation, one.bearer, one.occasion) in of:
            stood = [("Until then", one.before), ("Since", one.after)]
            yield Line(revision_told(one), tuple(Evidence(each.why, when) for when, each in stood if each is not None))


def _why(facts: Facts, verdict: Verdict) -> Line:
    return Line(
        verdict.why, (*verdict_evidence(facts, verdict), Evidence(verdict.would_change, "What would change it"))
    )


def _bearers(facts: Facts, alike: Iterable[Verdict]) -> str:
    who = list(dict.fromkeys(facts.name(verdict.bearer) for verdict in alike))
    return each_of(who)


def the_day(facts: Facts) -> Section | None:
    """The last reporting day in short."""
    if facts.daily is None:
        return None
    told = summary(facts.daily, facts.names)
    head = f"Reporting day: {heading(facts.daily)}."
    return replace(told, title="The last reporting day", intro=f"{head} {told.intro}")


def over_time(facts: Facts) -> Section:
    """How often something was reported, in each stretch of time, with the effort behind it."""
    picture = trend_charts(facts.watch.trends, facts.names, facts.text.d_day)
    intro = "" if picture else "No report concerns a ban of the text, so there is nothing to count."
    lines = (*trend_lines(facts.watch.trends, facts.names), *area_lines(facts.watch.areas))
    return Section("trends", "Over time", intro, lines, picture=picture)


def on_the_map(facts: Facts) -> Section:
    """The text's lines and zones with every report that decided a verdict, and the newest others as dots."""
    marks = verdict_marks(facts.watch.verdicts)
    daily, since = facts.daily, facts.as_of - MAPPED
    recent = [each for each in facts.standing if each.id in marks or since < first_instant(each.reported, facts.zone)]
    picture = draw_map(
        facts.shapes,
        recent,
        marks,
        facts.distances,
        unwatched=daily.unwatched if daily else (),
        blind=daily.blind if daily else (),
        today=[each.id for each in daily.reports] if daily else (),
        cell_m=daily.cell_m if daily else None,
    )
    if picture is None:
        return Section("map", "Map", "Neither the text's annexes nor the reports give a place.")
    without = [report for report in facts.standing if report.place.latitude is None]
    evidence = tuple(report_evidence(facts, report) for report in without)
    lines = (Line(f"{len(without)} reports name no point and are not drawn.", evidence),) if without else ()
    caption = f"Reports that decide a verdict, and all of the last {MAPPED.days} days."
    return Section("map", "Map", lines=lines, picture=picture, caption=caption)


def cannot_tell(facts: Facts) -> Section:
    """What can't be told, each with what would settle it; sentences that were not read; files and reports set aside."""
    settlers: dict[str, list[Verdict]] = {}
    for verdict in facts.verdicts(Outcome.CANNOT_TELL):
        settlers.setdefault(verdict.would_change, []).append(verdict)
    lines = [
        Line(
            would_change,
            tuple(Evidence(verdict.why, f"{verdict.provision}, {facts.name(verdict.bearer)}") for verdict in verdicts),
            note="Would settle: "
            + "; ".join(dict.fromkeys(f"{v.provision}, {facts.name(v.bearer)}" for v in verdicts)),
        )
        for would_change, verdicts in settlers.items()
    ]
    unread = [sentence for sentence in facts.text.sentences if sentence.operative and sentence.reading is None]
    if unread:
        where = ", ".join(dict.fromkeys(sentence.provision or "not numbered" for sentence in unread))
        quotes = tuple(Evidence(each.exact, facts.text.path, f"provision {each.provision}") for each in unread)
        lines.append(Line(f"Sentences that were not read, and are not watched: {where}.", quotes))
    if facts.remarks:
        notes = tuple(Evidence(note, "Remark") for note in facts.remarks)
        counted = "1 remark" if len(notes) == 1 else f"{len(notes)} remarks"
        lines.append(Line(f"{counted} on papers and reports: what was set aside, corrected, counted once.", notes))
    intro = "What would settle it, for whom:" if settlers else "Every obligation that was read has a verdict."
    return Section("unknown", "What can't be told", intro, tuple(lines))
