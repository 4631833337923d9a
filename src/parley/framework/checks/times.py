"""When it starts, what is due after the end, and who is due before existing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import (
    DayCount,
    Finding,
    FindingKind,
    Instant,
    Modality,
    Obligation,
    Sentence,
    SentenceForm,
    Severity,
    first_instant,
)
from parley.text import day_counts

from .draft import Draft
from .rule import Rule, phrase

_HOUR = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*(?:a\.?m|p\.?m)\b|\bmidnight\b|\bnoon\b|\b\d{4}\s*(?:hours|hrs)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:UTC|GMT|[A-Z]{2,4}T)\b|\b(?:local|standard|summer|universal)\s+time\b|\(?\b[A-Z]\w+\s+time\b|\btime\s+zone\b"
    r"|\d(?:Z|[+\-]\d{2}:?\d{2})\b"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_START_DATE = re.compile(
    r"(?:\b(?:from|as\s+of|starting|beginning|with\s+effect|effective)\b[^.;]{0,60}?|\b(?P<on>on"
    r"|at)\s+(?:the\s+)?)(?<!\bof\s)"
    rf"(?P<date>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?"
    rf"|\b{_MONTH}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    r"|\b\d{4}-\d{2}-\d{2})"
)
_STANDS_STILL = re.compile(
    r"cease-?\s?fire|cessation\s+of|truce|pause\b|cease\s+(?:all\s+)?(?:fire|hostil|(?:hostile\s+)?military)"
    r"|\b(?:stop|freeze)\b|shall\s+not\s+(?:fire|attack|shoot)|cease\s+to",
    re.IGNORECASE,
)


class StartWithoutHour(Rule):
    code = "C1.hour"
    title = "A start without an hour or a time zone"
    severity = Severity.BLOCKER
    reference = "HH: who, when and where; HRC 2.0"
    applies_to = "the sentences that stop the fire, and D-day"
    fix = "Write the hour and the zone: 'at 06:00 (UTC+3) on ...'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = _START_DATE.search(sentence.exact) if _STANDS_STILL.search(sentence.exact) else None
            if not match or match.start() > 200 or (match["on"] and not draft.binds(sentence)):
                continue  # far from the stop, or a date in passing ("the talks held on 7 May")
            lacking = self._lacking(sentence.exact)
            if lacking:
                start = sentence.start + match.start("date")
                why = f"The day of the start is given without {lacking}."
                yield self.at(draft, start, sentence.start + match.end("date"), why, provision=sentence.provision)
        yield from self._d_day(draft)

    def _lacking(self, words: str) -> str:
        return " and ".join(
            name for name, pattern in (("an hour", _HOUR), ("a time zone", _ZONE)) if not pattern.search(words)
        )

    def _d_day(self, draft: Draft) -> Iterator[Finding]:
        sentence, d_day = draft.uses_d_day, draft.framework.d_day
        if sentence is None:
            return
        said = _d_day_definition(draft)
        words = (said.exact if said else "") + " " + (d_day.isoformat() if d_day else "")
        if (said is None and d_day is None) or (said is not None and d_day is None and not _START_DATE.search(words)):
            return  # when D-day is, isn't fixed yet or hangs on an event: another rule's matter
        lacking = self._lacking(words)
        if lacking and not any(_HOUR.search(s.exact) and _ZONE.search(s.exact) for s in draft.stops):
            where = said or sentence
            start, end = where.start, where.end
            if said is None:
                first, last, _ = day_counts(sentence.exact)[0]
                start, end = sentence.start + first, sentence.start + last
            yield self.at(draft, start, end, f"D-day is fixed without {lacking}.", provision=where.provision)


class DDayUndefined(Rule):
    code = "C1.d-day"
    title = "D-day is used and never fixed"
    severity = Severity.SERIOUS
    reference = "Checklist K1: D used before it is defined"
    applies_to = "texts that count from D-day"
    fix = "Write '**D-day** means ... at 06:00 (UTC+3)', or that the text enters into force on D-day and when."

    def find(self, draft: Draft) -> Iterator[Finding]:
        sentence = draft.uses_d_day
        if sentence is None or draft.framework.d_day is not None or _d_day_definition(draft):
            return
        start, end, _ = day_counts(sentence.exact)[0]
        if draft.framework.status != "final":
            why, severity = "Days are counted from D-day, and the draft doesn't say yet when that is.", Severity.SERIOUS
        else:
            why, severity = "Days are counted from D-day, and nothing says when that is.", Severity.BLOCKER
        start, end = sentence.start + start, sentence.start + end
        yield self.at(draft, start, end, why, provision=sentence.provision, severity=severity)


class AfterTheEnd(Rule):
    code = "E2.after-end"
    title = "A deadline after the text has ended"
    severity = Severity.BLOCKER
    reference = "Checklist E2 and K3"
    applies_to = "deadlines counted from D-day"
    fix = "Let the text last longer, bring the deadline forward, or say that this duty outlives the end."
    outlives = phrase("(?:continues? to|shall) apply after|outlives?|survives?|remains? (?:binding|in force) after")

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.term is None or draft.renews:
            return
        until, length = draft.term
        if length.months or any(self.outlives.search(sentence.exact) for sentence in draft.operative):
            return
        for sentence in draft.duties:
            for start, end, day in day_counts(sentence.exact):
                if day.days > length.timedelta.days and sentence.start != until.start:
                    why = f"{day} is later than the end of the text, which lasts {length.timedelta.days} days."
                    yield self.at(
                        draft, sentence.start + start, sentence.start + end, why,
                        provision=sentence.provision, also=(until.provision,),
                    )  # fmt: skip


class WindowUpsideDown(Rule):
    code = "E2.window"
    title = "A window that ends before it starts"
    severity = Severity.BLOCKER
    reference = "Checklist E2, D4: start after end"
    applies_to = "windows of obligations"
    fix = "Put the two dates in order."

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen = set()
        for sentence, each in draft.obligations:
            window = each.window.value if each.window else None
            if window is None or window.start is None or window.end is None or sentence.start in seen:
                continue
            if surely_after(window.start, window.end):
                seen.add(sentence.start)
                spans = each.window.spans if each.window else ()
                start, end = (spans[0].start, spans[-1].end) if spans else (sentence.start, sentence.end)
                why = "The time that this runs from is later than the time that it runs to."
                yield self.at(draft, start, end, why, provision=sentence.provision)


class DueBeforeItExists(Rule):
    code = "E7.before-it-exists"
    title = "A body that is due before it exists"
    reference = "Checklist E7"
    applies_to = "bodies and what they are to do"
    fix = "Set the body up and name its members before its first deadline."
    made = re.compile(
        r"\b(?:established|set\s+up|created|constituted|formed|named|appointed|designated|operational)\b", re.IGNORECASE
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for body in draft.framework.bodies:
            born = self._born(draft, body.id, body.name)
            if born is None:
                continue
            origin, day = born
            for sentence, each in draft.obligations:
                due = each.window.value.end if each.window else None
                if body.id in draft.bearers(each) and due and due.day and due.day.days < day.days:
                    why = f"{body.name} is due by {due.day}, and exists only by {day}."
                    yield self.at(
                        draft, sentence.start, sentence.end, why, provision=sentence.provision, also=(origin.provision,)
                    )

    def _born(self, draft: Draft, id: str, name: str) -> tuple[Sentence, DayCount] | None:
        """The last day by which the body is set up or its members are named, and the sentence that says so."""
        found: list[tuple[Sentence, DayCount]] = []
        for sentence in draft.operative:
            mentions = id in sentence.exact or name in sentence.exact or name.split()[-1] in sentence.exact
            if not (mentions and self.made.search(sentence.exact)):
                continue
            if sentence.form in (SentenceForm.ESTABLISHMENT, SentenceForm.COMPOSITION) or "members" in sentence.exact:
                found += [(sentence, day) for _, _, day in day_counts(sentence.exact)]
        return max(found, key=lambda pair: pair[1].days, default=None)


class MonitoringStartsLate(Rule):
    code = "G10.late"
    title = "Monitoring that starts after what it watches"
    reference = "Checklist G10: before or on D"
    applies_to = "sentences on monitoring"
    fix = "Let monitoring start with the cease-fire, on D-day or before."
    watching = re.compile(r"\b(?:monitor|verif|observ)\w*", re.IGNORECASE)
    late = re.compile(
        r"\b(?:from|starting|beginning|as\s+of)\s+(?:on\s+)?(?:the\s+)?day\s+\d+\s+(?:of|after)\s+(?:the\s+)?"
        r"(?!cease|truce|signature|entry|agreement|start)\w+",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if not self.watching.search(sentence.exact) or not _STANDS_STILL.search(sentence.exact):
                continue
            match = self.late.search(sentence.exact)
            if match:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                why = "The cease-fire starts before anybody is there to see it."
                yield self.at(draft, start, end, why, provision=sentence.provision)
        for sentence, each in draft.obligations:
            begins = each.window.value.start if each.window else None
            watches = each.act is not None and each.act.value in ("monitor", "verify")
            if watches and begins and begins.day and begins.day.days > 0 and self._something_runs(draft):
                why = f"Monitoring starts on {begins.day}, and duties run from D-day."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _something_runs(self, draft: Draft) -> bool:
        return any(_is_ban(each) and _starts_by_d_day(each) for _, each in draft.obligations)


def _is_ban(each: Obligation) -> bool:
    return each.modality is not None and each.modality.value is Modality.MUST_NOT


def _starts_by_d_day(each: Obligation) -> bool:
    start = each.window.value.start if each.window else None
    return start is None or (start.day is not None and start.day.days <= 0)


class ConditionOfTheOther(Rule):
    code = "E4.agreement"
    title = "A step that waits for the other side's agreement"
    severity = Severity.BLOCKER
    kind = FindingKind.DEFECT
    reference = "Checklist E4: a condition only the other party can fulfil, with no remedy"
    applies_to = "operative sentences"
    fix = "Say by when it is agreed, who decides if it is not, and what holds meanwhile."
    waits = phrase(
        "(?:upon|on|subject to|conditional on) (?:the )?(?:prior )?(?:agreement|consent|approval) (?:by|of|with|from)"
        "|(?:discussed and )?agreed(?: upon)? (?:with|by) (?:the )?representatives"
        "|with the (?:prior )?consent of the (?:side|sides|other)"
        "|agreeing on [^.;]{1,60} with (?:the )?representatives"
    )
    remedy = phrase("failing|if no agreement|in the absence of (?:an )?agreement|if there is no|otherwise|by D\\+\\d+")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if self.remedy.search(sentence.exact):
                continue
            for match in self.waits.finditer(sentence.exact):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                why = "One side can hold this step for ever by not agreeing."
                yield self.at(draft, start, end, why, provision=sentence.provision)


def surely_after(one: Instant, other: Instant) -> bool:
    """Whether the first is later than the second for certain: two dates, or two counts of D-day."""
    if one.day is not None and other.day is not None:
        return one.day.days > other.day.days
    if one.moment is not None and other.moment is not None:
        return first_instant(one.moment) > first_instant(other.moment)
    return False


def _d_day_definition(draft: Draft) -> Sentence | None:
    """The sentence that says when D-day is."""
    defines = re.compile(
        r"\b(?:[Hh]our|[Dd]ay)\s+D\b\W{1,4}(?:means|is|:)|\bD-?[Dd]ay\W{0,4}\s+(?:means|is\s+(?:the|at|on))"
        r"|enters?\s+into\s+force\s+on\s+D-?[Dd]ay,?\s+(?:if|when|once|which|being)\b"
        r"|\(\s*[\"“]?D(?:-?[Dd]ay)?[\"”]?\s*\)"
    )
    defined = [sentence for sentence in draft.framework.sentences if defines.search(sentence.exact)]
    return defined[0] if defined else None


RULES: tuple[Rule, ...] = (
    StartWithoutHour(),
    DDayUndefined(),
    AfterTheEnd(),
    WindowUpsideDown(),
    DueBeforeItExists(),
    MonitoringStartsLate(),
    ConditionOfTheOther(),
)
