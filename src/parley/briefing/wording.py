"""How the brief puts things: statements, verdicts, measures and meetings in one plain line each."""

from __future__ import annotations

from parley.model import Act, Interval, Measure, Meeting, Remedy, Report, Statement, Verdict, exact_words
from parley.text.acts import noun_of
from parley.text.listing import how_many

from .facts import Facts
from .lines import Evidence, Line, day, place

_VERBS = {
    Act.DEMAND: "demands",
    Act.REQUEST: "asks",
    Act.PROPOSE: "proposes",
    Act.OFFER: "offers",
    Act.COMMIT: "commits itself",
    Act.ACCEPT: "accepts",
    Act.REJECT: "rejects",
    Act.CONDITION: "sets a condition",
    Act.THREATEN: "threatens",
    Act.WARN: "warns",
    Act.ACCUSE: "accuses",
    Act.DENY: "denies",
    Act.ADMIT: "admits",
    Act.APOLOGISE: "apologises",
    Act.THANK: "thanks",
    Act.PRAISE: "praises",
    Act.CRITICISE: "criticises",
    Act.EXPRESS_WILLINGNESS: "is willing",
    Act.ANNOUNCE: "announces",
    Act.PREDICT: "predicts",
    Act.ASSESS: "assesses",
    Act.ASK: "asks",
    Act.STATE: "says",
}


STANDARDS = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai\u2013Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""The standards of fairness as people write them."""


def said_by(facts: Facts, statement: Statement) -> str:
    """``Name demands: words``; a hedge is said, and the teller is named where another tells it.

    Only what was quoted stands in quotation marks: they are the paper's own.
    """
    speaker = statement.speaker.name if statement.speaker else "Somebody not named"
    firm = "" if statement.commitment.value == "asserted" else f" ({statement.commitment.value})"
    return f"{speaker} {_VERBS[statement.act]}{firm}: {exact_words(statement.content)}{told_by(facts, statement)}"


def told_by(facts: Facts, statement: Statement) -> str:
    outer = facts.statements.get(statement.within or "")
    return f", as told by {outer.speaker.name}" if outer and outer.speaker else ""


def when(interval: Interval | None) -> str:
    """``12 March 2031`` or ``10 to 16 March 2031``; ``no date given`` where there is none."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return "no date given"
    start, end = interval.earliest, interval.latest
    if start is None:
        return f"until {day(end)}"
    if end is None:
        return f"from {day(start)}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month) and not hasattr(start, "hour"):
        return f"{start.day} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def verdict_line(facts: Facts, verdict: Verdict) -> Line:
    """The verdict with why, opening to the sentence it rests on and each deciding report."""
    found = f" ({verdict.finding})" if verdict.finding else ""
    words = f"{facts.name(verdict.bearer)}: {verdict.verdict.value}{found}. {verdict.why}"
    return Line(words, verdict_evidence(facts, verdict), verdict.verdict.value, would_change(verdict))


def verdict_evidence(facts: Facts, verdict: Verdict) -> tuple[Evidence, ...]:
    """The sentence of the text, then each deciding report."""
    spans = [obligation.sentence for obligation in facts.text.obligations if obligation.id == verdict.obligation]
    reports = [facts.reports_by_id[id] for id in verdict.reports if id in facts.reports_by_id]
    return (
        *(Evidence(span.exact, facts.text.path, place([span])) for span in spans),
        *(report_evidence(facts, report) for report in reports),
        *(remedy_evidence(facts, remedy) for remedy in verdict.remedies),
    )


def remedy_evidence(facts: Facts, remedy: Remedy) -> Evidence:
    """What the text foresees for a breach, in its own words."""
    who = " and ".join(map(facts.name, remedy.by)) or "nobody named"
    foreseen = f"What the text foresees ({who}{' may' if remedy.may else ''})"
    when = ", once a body has found it" if remedy.once_found else ""
    when += f", after {remedy.after}" if remedy.after else ""
    return Evidence(remedy.sentence, f"{foreseen}{when}", f"provision {remedy.provision}")


def would_change(verdict: Verdict) -> str:
    return f"What would change it: {verdict.would_change}"


def report_evidence(facts: Facts, report: Report) -> Evidence:
    """A report in a line: what, when, where and how precisely, who is said to have done it, who says so."""
    where = report.place.name or (
        f"{report.place.latitude:.3f}, {report.place.longitude:.3f}"
        if report.place.latitude is not None
        else "no place"
    )
    radius = f" (within {report.place.radius_m:g} m)" if report.place.radius_m is not None else ""
    parts = (
        f"{report.worded or noun_of(report.act or 'report')}{f', {report.object}' if report.object else ''}",
        how_many(report.count, report.qualifier),
        when(report.event),
        f"{where}{radius}",
        f"alleged doer {facts.name(report.actor)}" if report.actor else "doer not named",
        f"claimed by {facts.name(report.claimant)}" if report.claimant else "claimant not named",
        report.life.value + (f" by {facts.name(report.found_by)}" if report.found_by else ""),
        report.note or "",
    )
    return Evidence("; ".join(part for part in parts if part), f"Report {report.id}", report.origin)


def measure_line(facts: Facts, measure: Measure) -> Line:
    by = measure.by.name if measure.by else "Somebody not named"
    towards = f" towards {measure.towards.name}" if measure.towards else ""
    since = f", {when(measure.since)}" if measure.since else ""
    until = f", until {when(measure.until)}" if measure.until else ""
    hangs = "; ".join(condition.words for condition in measure.conditions)
    ahead = f"; announced: {measure.announced.value}" if measure.announced else ""
    what = ", ".join(measure.what) or "something not named"
    spared = f" (except {', '.join(measure.exempt)})" if measure.exempt else ""
    words = f"{by}: {what}{spared} {measure.status.value}{towards}{since}{until}{ahead}"
    note = f"Said to hang on: {hangs}" if hangs else ""
    return Line(words, (facts.sources.of_spans(measure.spans, measure.document),), note=note)


def meeting_line(facts: Facts, meeting: Meeting) -> Line:
    parties = " and ".join(party.name for party in meeting.parties) or "parties not named"
    about = f", on {'; '.join(meeting.agenda)}" if meeting.agenda else ""
    where = meeting.venue or "place not named"
    words = f"{meeting.status.value.capitalize()}: {parties}, {where}, {when(meeting.window)}{about}"
    missing = [
        name
        for name, value in (("who convenes it", meeting.convenor), ("the delegates", meeting.delegates))
        if not value
    ]
    note = f"Not said: {' and '.join(missing)}." if missing else ""
    return Line(words, (facts.sources.of_spans(meeting.spans, meeting.document),), note=note)
