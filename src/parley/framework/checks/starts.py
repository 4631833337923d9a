"""When it starts: the hour and the zone of the stop, and the day that the text counts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parley.model import Definition, Finding, Sentence, SentenceForm, Severity
from parley.text import day_counts
from parley.text import patterns as re

from .concepts import first, frames
from .draft import Draft
from .instants import DAY, instants
from .rule import Rule

_HOUR = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*(?:a\.?m|p\.?m)\b|\bmidnight\b|\bnoon\b|\b\d{4}\s*(?:hours|hrs)\b|\bmidday\b"
    r"|\bo['’]clock\b|\bof\s+the\s+clock\b|\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+in\s+the"
    r"\s+(?:morning|evening|afternoon)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:UTC|GMT|[A-Z]{2,4}T|[Zz]ulu)\b|\b(?i:local|standard|summer|universal|co-?ordinated)\s+[Tt]ime\b"
    r"|\(?\b[A-Z]\w+\s+[Tt]ime\b|\btime\s+zone\b"
    r"|\d(?:Z|[+\-]\d{2}:?\d{2})\b"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_START_DATE = re.compile(
    r"(?:\b(?i:from|as\s+of|starting|beginning|with\s+effect|effective)\b[^.;]{0,60}?|\b(?P<on>[Oo]n"
    r"|[Aa]t|(?:morning|afternoon|evening|night|noon|midnight|midday|dawn|dusk|sunrise|sunset|daybreak)\s+of)\s+(?:the\s+)?)"
    rf"(?P<date>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?"
    rf"|\b{_MONTH}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    r"|\b\d{4}-\d{2}-\d{2})"
)
_STANDS_STILL = re.compile(
    r"cease-?\s?fire(?!(?-i:\s+[A-Z]))|cessation\s+of|truce|pause\b|cease\s+(?:all\s+)?(?:fire|hostil|(?:hostile\s+)?military)"
    r"|\b(?:fire|firing|shooting|fighting|hostilities)\s+(?:\w+\s+)?(?:ceases?|stops?|ends?)\b|\bguns\s+(?:\w+\s+)?silent"
    r"|\b(?:halt|end|suspend)s?\s+(?:all\s+)?(?:hostilit|fire\b|firing|fighting|shooting)"
    r"|\b(?:stop|freeze)\b|shall\s+not\s+(?:fire|attack|shoot)|cease\s+to"
    r"|\b(?:no|neither)\s+(?:party|side)\s+(?:shall|may|will)\s+(?:fire|shoot|attack)\b(?=\s*[,.;]|\s+any\s+weapon|\s+at\s+the\s+other)",
    re.IGNORECASE,
)


_OF_A_BODY = re.compile(  # a body is set up or meets on a day: that is no start of the stop
    r"\b(?:observers?|monitors|corps|watch|council|board|commission|office|mission|team|committee)\b[^.;]{0,80}"
    r"\b(?:established|set\s+up|meets?|meet|placed?|deploy\w*|named?|in\s+(?:place|position)|at\s+(?:its|their)\s+posts?|keeps?\s+watch|on\s+station)\b|\b(?:place|deploy"
    r"|name)\s+\d*\s*(?:observers|monitors)\b",
    re.IGNORECASE,
)
_STOPS_NOW = re.compile(
    r"\b(?:cease|stop|halt|end|lay|silen|begin|start|enter|take|fall|hold)\w*|\bin\s+force|\bD-?[Dd]ay|\bDay\b|\bHour\b"
    r"|\bshall\s+not|\bno\s+(?:party|fire)|\bneither"
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
            still = _STANDS_STILL.search(sentence.exact) and not _OF_A_BODY.search(sentence.exact)
            match = _START_DATE.search(sentence.exact) if still else None
            if not match or match.start() > 200 or (match["on"] and not self._begins(draft, sentence)):
                continue  # far from the stop, or a date in passing ("the talks held on 7 May")
            if self._of_others(draft, sentence):
                continue  # "The Delegation shall take up its posts by 7 September": nothing stops on that day
            lacking = self._lacking(draft, sentence.exact)
            if lacking:
                start = sentence.start + match.start("date")
                why = f"The day of the start is given without {lacking}."
                yield self.at(draft, start, sentence.start + match.end("date"), why, provision=sentence.provision)
        yield from self._d_day(draft)
        yield from self._named_day(draft)

    def _of_others(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether all that was read in it are tasks of somebody who is no party."""
        bearers = [set(each.bearer.value) for each in sentence.obligations if each.bearer]
        return bool(bearers) and not any(each & draft.party_ids for each in bearers)

    def _begins(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it stops the fire, by binding somebody or by saying that it stops."""
        return draft.binds(sentence) or bool(self.now.search(sentence.exact))

    now = re.compile(
        r"\b(?:fire|firing|shooting|fighting|hostilities|guns|Parties|sides)\s+(?:\w+\s+)?(?:ceases?|stops?|halts?|falls?)\b"
        r"|\b(?:cease-?\s?fire|truce|armistice|pause|cessation\s+of\s+hostilities)\s+(?:\w+\s+)?(?:begins?|starts?|commences?)\b",
        re.IGNORECASE,
    )

    named = re.compile(r"(?:Day|Hour|Date|Moment|Start)\b|.*\b(?:Day|Hour|Date)$|D$")

    def _named_day(self, draft: Draft) -> Iterator[Finding]:
        """A day that the text gives a name of its own ("Day 0", "Hour of Armistice"), and on which the fire stops."""
        if isinstance(draft.framework.d_day, dt.datetime):
            return
        for each in draft.definitions:
            days = instants(each.meaning, draft.framework) if self.named.match(each.term) else []
            stops = [
                stop
                for stop in draft.stops
                if days and each.term in stop.exact and "begins_stop" in draft.concepts(stop)
            ]
            if not stops:
                continue
            own = " ".join([each.meaning, *(stop.exact for stop in stops)])
            zoned = any(_ZONE.search(other.exact) and "day" in other.exact.lower() for other in draft.around(stops[0]))
            told = draft.says(self.reckoned) or self._zone_told(draft)
            known = (("an hour", _HOUR.search(own)), ("a time zone", _ZONE.search(own) or zoned or told))
            lacking = [name for name, there in known if not there]
            if lacking:
                timed = next((stop for stop in stops if _HOUR.search(stop.exact)), None)
                start, end = (timed.start, timed.end) if timed else (each.span.start, each.span.end)
                provision = (timed or stops[0]).provision
                why = f"'{each.term}', on which the fire stops, is told without {' and '.join(lacking)}."
                yield self.at(draft, start, end, why, provision=provision)

    reckoned = re.compile(
        r"\b(?:all|every|each)\s+(?:days?|hours?|times?)\s+(?:runs?|is|are|being|counts?|counted|reckoned)\b[^.;]{0,60}\b(?:UTC|GMT|local\s+time|standard\s+time)\b",
        re.IGNORECASE,
    )

    zone_of_all = re.compile(
        r"\b(?:(?:[Tt]imes?|[Hh]ours?|[Cc]locks?)\b[^.;]{0,60}\b(?:is|are|means?|being|given|stated|expressed|counted|reckoned|in)\b|[Tt]ime\W{1,4}(?:means|is)\b)"
        r"[^.;]{0,60}(?:\bUTC|\bGMT|\b[Zz]ulu|\blocal\s+time|\bstandard\s+time)"
    )
    """That all times of the text are told in one zone: "Treaty Time means UTC+3", "all hours are in UTC"."""

    def _zone_told(self, draft: Draft) -> bool:
        known = draft.notes.get("zone told")  # looked for once, and not anew for each start
        if not isinstance(known, bool):
            known = draft.notes["zone told"] = draft.says(self.zone_of_all)
        return known

    def _lacking(self, draft: Draft, words: str) -> str:
        zoned = _ZONE.search(words) or self._zone_told(draft)
        return " and ".join(
            name for name, there in (("an hour", _HOUR.search(words)), ("a time zone", zoned)) if not there
        )

    def _d_day(self, draft: Draft) -> Iterator[Finding]:
        sentence, d_day = draft.uses_d_day, draft.framework.d_day
        if sentence is None:
            return
        said = _d_day_definition(draft)
        words = (said.exact if said else "") + " " + (d_day.isoformat() if d_day else "")
        if (said is None and d_day is None) or (said is not None and d_day is None and not _START_DATE.search(words)):
            return  # when D-day is, isn't fixed yet or hangs on an event: another rule's matter
        if d_day and any(self._is_that_day(draft, each) for each in draft.definitions):
            return  # "Appointed Day", which has its hour and zone
        lacking = self._lacking(draft, words)
        if lacking and not any(
            _of_the_stop(each) and not self._lacking(draft, each.exact)
            for each in (*draft.stops, *self._on_d_day(draft))
        ):
            where = said or sentence
            start, end = where.start, where.end
            if said is None:
                first, last, _ = day_counts(sentence.exact)[0]
                start, end = sentence.start + first, sentence.start + last
            yield self.at(draft, start, end, f"D-day is fixed without {lacking}.", provision=where.provision)
            yield from self._starts_then(draft, where, lacking)

    starts = re.compile(
        r"\b(?:starts?|begins?|commences?)\b(?:\s+(?:at\s+)?[^.;,]{0,30}?)?\s+on\s+D-?[Dd]ay\b", re.IGNORECASE
    )

    def _starts_then(self, draft: Draft, told: Sentence, lacking: str) -> Iterator[Finding]:
        """Where the stop begins on that day: nobody can tell which of the two is to get the hour."""
        for sentence in draft.operative:
            match = self.starts.search(sentence.exact)
            before = draft.just_before(sentence) if re.match(r"\W*It\b", sentence.exact) else sentence
            if match and sentence is not told and before is not None and _STANDS_STILL.search(before.exact):
                yield self.on(draft, sentence, match, f"It starts without {lacking}.", also=(told.provision,))
                return

    on_d_day = re.compile(
        r"\b(?:starts?|begins?|commences?|takes?\s+effect|enters?\s+into\s+force|from|as\s+of)\b[^.;]{0,60}\b(?:on|of)\s+D-?[Dd]ay\b"
    )

    def _on_d_day(self, draft: Draft) -> list[Sentence]:
        """What says when on D-day it starts, be it in the definition of another term ("Cease-fire means ...")."""
        return [each for each in draft.operative if self.on_d_day.search(each.exact)]

    def _is_that_day(self, draft: Draft, definition: Definition) -> bool:
        """Whether a term means D-day by another name, with its hour and zone."""
        days = instants(definition.meaning, draft.framework)
        return any(0 <= first < DAY for _, _, first, _ in days) and not self._lacking(draft, definition.meaning)


_NEAR_HEAD = 8
"""So far from its start a sentence is opened by "It"."""


class StartOnEvent(Rule):
    code = "C1.event"
    title = "A start that waits for an event that nobody declares"
    severity = Severity.BLOCKER
    reference = "Checklist C1: a date and hour, or a condition with a finder"
    applies_to = "the sentence that stops the fire, in texts that give the stop no day"
    fix = "Write the date and the hour, or who declares that the event has come, and by when."
    waits = frames(("^start_waits party>>ceases must !when !clock !unless_found !article",))
    dated = frames(("party>ceases when|clock",))
    starts = re.compile(
        r"\b(?:(?:cease-?\s?fire|truce|armistice|pause|stand-?still|(?:cessation|suspension)\s+of\s+(?:fire|hostilities|arms))"
        r"\s+(?:(?:shall|will|is\s+to|must)\s+)?(?:begins?|starts?|commences?|takes?\s+(?:effect|hold)|comes?\s+into\s+(?:effect|force))"
        r"|(?:fire|firing|shooting|fighting|hostilities|guns|arms)\s+(?:(?:shall|will|must)\s+)?(?:ceases?|stops?|ends?|falls?\s+silent))\s+"
        r"(?P<event>(?:as\s+soon\s+as|once|when|after|upon|following|with\s+the|on\s+the\s+(?:\w+\s+)?\w+\s+after|\w+\s+(?:hours?|days?|minutes?)\s+after"
        r"|on\s+(?:a|the|such)\s+(?:date|day|hour|time)\s+(?:(?:that|which)\s+)?(?:(?:is|are)\s+)?(?:still\s+|yet\s+)?(?:to\s+be\s+)?"
        r"(?:set|fixed|agreed|named|chosen|determined))\s[^.;]{3,80})",
        re.IGNORECASE,
    )
    ranges = re.compile(
        r"\b(?:(?:cease-?\s?fire|truce|armistice|pause|cessation\s+of\s+(?:fire|hostilities))\s+(?:(?:shall|will)\s+)?"
        r"(?:begins?|starts?|commences?|takes?\s+effect)|(?:shall|will|must|to)\s+(?:cease|stop)\s+(?:all\s+)?(?:fire|firing|hostilities"
        r"|fighting|shooting)|(?:fire|hostilities|fighting)\s+(?:ceases?|stops?|ends?))\s+within\s+[\w-]+\s+(?:hours|days)\s+"
        r"(?:of|after|from|following)\s+(?:the\s+|its\s+)?(?:sign|entr|accept|approv|adopt|publi|conclu)\w*",
        re.IGNORECASE,
    )
    settled = re.compile(
        r"\b(?:sign(?:s|ed|ature|ing)?|entr(?:y|ies)\s+into\s+force|notif\w*|announc\w*|proclaim\w*|receipt|receives?|D-?day|order\w*"
        r"|[Aa]rticles?|[Pp]oints?|[Pp]aragraphs?|possible|white\s+flag|signal|ambulance|medical|repair)\b"
    )
    """Events that show by themselves, and what lets a stop in one place wait."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        begun = list(self._started_by(draft))
        yield from begun
        yield from self._goes_on_so(draft, {each.start for each in begun})
        found = [
            (each, place)
            for each in draft.duties
            if each.form is not SentenceForm.DEFINITION and (place := first(self.waits, draft.concepts(each)))
        ]
        told = (each for each in draft.operative if each.form is not SentenceForm.DEFINITION)
        if not found or any(first(self.dated, draft.concepts(each)) for each in told):
            return
        sentence, (start, end) = found[0]
        why = "Nobody is to declare that this has come, so nobody knows when it starts."
        yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)

    it_starts = re.compile(
        r"\bIt\s+(?:(?:shall|will|is\s+to|must)\s+)?(?:begins?|starts?|commences?|takes?\s+(?:effect|hold)|comes?\s+into\s+(?:effect|force))\s+"
        r"(?P<event>(?:as\s+soon\s+as|once|when|if|after|upon|on\s+the\s+(?:arrival|return|departure|end|completion|withdrawal)|following|with\s+the"
        r"|at\s+an?\s+(?:hour|time|moment|day|date)\s+(?:that|which|of|to|when)|at\s+(?:dawn|dusk|sunrise|sunset|nightfall)\s+(?:after|when|on\s+the)"
        r"|on\s+(?:a|the|such)\s+(?:date|day|hour|time)\s+(?:that|which|when|of|after))\s[^.;]{3,80}?)(?=\s+and\s+(?:lasts?|holds?|continues?|ends?)\b|[.;,]|$)"
    )
    """As the sentence after the one that names the stop says it, or the second of a definition."""
    dated_event = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\bD[+-]?\d*\b|\bD-?day\b")

    opens = re.compile(
        r"\A\W*(?P<event>(?:After|Once|(?:When|If)(?=[^,.;:]*\s(?:has|have)\s)|As\s+soon\s+as|Upon|On\s+the\s+(?:arrival|departure|end|completion)|Provided\s+that)\s"
        r"[^,.;:]{4,80}),\s+(?:and\s[^,]{3,60},\s+)?(?:each|both|the|all|neither|no)\s+(?:two\s+)?Part(?:y|ies)\s+(?:shall|must|will|may)\s+"
        r"(?:not\s+(?:fire|attack|shoot)\b|(?:refrain|abstain|desist)\s+from\s+the\s+following|cease\s+(?:all\s+)?(?:fire|hostil|the\s+following)"
        r"|stop\s+(?:all\s+)?(?:fire|firing|fighting|shooting|hostil|the\s+following))"
    )
    """What a ban of fire waits for, told before it."""

    def _goes_on_so(self, draft: Draft, told: set[int]) -> Iterator[Finding]:
        """A stop that begins with an event though another sentence gives it an hour: one of the two is wrong."""
        for sentence in draft.operative:
            opened = self.opens.match(draft.nameless[sentence.start])
            match = opened or self.it_starts.search(sentence.exact)
            before = draft.just_before(sentence) if match and match.start() < _NEAR_HEAD else sentence
            stop = opened or (
                (before is not None) and (_STANDS_STILL.search(before.exact) or _STANDS_STILL.search(sentence.exact))
            )
            if (
                match is None
                or not stop
                or self.settled.search(match["event"])
                or self.dated_event.search(match["event"])
            ):
                continue
            start, end = sentence.start + match.start("event"), sentence.start + match.end("event")
            if "unless_found" in draft.concepts(sentence) or start in told:
                continue
            why = "Nobody is to declare that this has come, so nobody knows when it starts."
            yield self.at(draft, start, end, why, provision=sentence.provision)

    def _started_by(self, draft: Draft) -> Iterator[Finding]:
        """The stop itself begins with an event, in a text that nowhere gives it a day."""
        told = (each for each in draft.stops if each.form is not SentenceForm.DEFINITION and _begins_stop(each))
        fixed = (each for each in told if not self.ranges.search(each.exact))
        if any(draft.days(each) or _HOUR.search(each.exact) for each in fixed):
            return
        for sentence in draft.operative:
            if ranged := self.ranges.search(sentence.exact):
                why = "The fire may stop at any hour within this time, on either side at another."
                yield self.on(draft, sentence, ranged, why)
                return
            match = self.starts.search(sentence.exact)
            if match and not self.settled.search(match["event"]) and "unless_found" not in draft.concepts(sentence):
                start, end = match.span("event")
                why = "Nobody is to declare that this has come, so nobody knows when it starts."
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)
                return


def _begins_stop(sentence: Sentence) -> bool:
    """Whether a sentence about the stop says that it starts, or binds somebody to stop."""
    return bool(_STOPS_NOW.search(sentence.exact)) and not _ENDS_STOP.search(sentence.exact)


_ENDS_STOP = re.compile(r"\b(?:lasts?|expires?|terminat\w+|remains?\s+in\s+force|extended|renewed|prolonged)\b")


class DDayUndefined(Rule):
    code = "C1.d-day"
    title = "D-day is used and never fixed"
    severity = Severity.SERIOUS
    reference = "Checklist K1: D used before it is defined"
    applies_to = "texts that count from D-day"
    fix = "Write '**D-day** means ... at 06:00 (UTC+3)', or that the text enters into force on D-day and when."

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.framework.d_day is not None or _d_day_definition(draft):
            return
        sentence = draft.uses_d_day
        if sentence is None:
            yield from self._numbered(draft)
            return
        start, end, _ = day_counts(sentence.exact)[0]
        if draft.framework.status != "final":
            why, severity = "Days are counted from D-day, and the draft doesn't say yet when that is.", Severity.SERIOUS
        else:
            why, severity = "Days are counted from D-day, and nothing says when that is.", Severity.BLOCKER
        start, end = sentence.start + start, sentence.start + end
        yield self.at(draft, start, end, why, provision=sentence.provision, severity=severity)

    numbered = re.compile(r"\bDay\s+\d{1,3}\b(?!\s+(?:of|after)\b)")
    first_day = re.compile(r"\bDay\s+(?:0|1|[Zz]ero|[Oo]ne|N)\W{0,4}\s+(?:means|is|falls|begins)\b|\bcount\w*\s+from\b")

    def _numbered(self, draft: Draft) -> Iterator[Finding]:
        """Days that are told by number ("by Day 5"), where no first day is fixed."""
        found = [
            (each, match)
            for each in draft.operative
            if (match := self.numbered.search(each.exact)) and not each.exact.lstrip(" |*").startswith("Day")
        ]
        if len(found) > 2 and not draft.says(self.first_day):
            sentence, match = found[0]
            yield self.on(
                draft, sentence, match, "Days are told by number, and nothing says when the first of them is."
            )


def _of_the_stop(sentence: Sentence) -> bool:
    """Whether the hour in a sentence is that of the stop, and not the hour of a body, a convoy or a report."""
    return bool(_STOPS_NOW.search(sentence.exact)) and not _OF_A_BODY.search(sentence.exact)


def _d_day_definition(draft: Draft) -> Sentence | None:
    """The sentence that says when D-day is."""
    defines = re.compile(
        r"\b(?:[Hh]our|[Dd]ay)\s+D\b\W{1,4}(?:means|is|:)|\bD-?[Dd]ay\W{0,4}\s+(?:means|denotes|is\s+(?:the\b|at\b|on\b|\d|[A-Z]))"
        r"|enters?\s+into\s+force\s+on\s+D-?[Dd]ay,?\s+(?:if|when|once|which|being)\b"
        r"|\b(?:called|named|known\s+as|referred\s+to\s+as)\s+[\"“*]{0,2}D-?[Dd]ay\b"
        r"|\(\s*[\"“]?D(?:-?[Dd]ay)?[\"”]?\s*\)"
    )
    terms = [each.span for each in draft.definitions if re.fullmatch(r"(?i:D-?day|day D|hour D)", each.term)]
    defined = (
        sentence
        for sentence in draft.framework.sentences
        if defines.search(sentence.exact) or any(sentence.start <= span.start < sentence.end for span in terms)
    )
    return next(defined, None)


RULES: tuple[Rule, ...] = (StartWithoutHour(), StartOnEvent(), DDayUndefined())
