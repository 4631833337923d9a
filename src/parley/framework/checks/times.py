"""When it starts, what is due after the end, and who is due before existing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parley.model import (
    Duration,
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
from parley.text import day_counts, durations
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY, minutes_of
from .rule import Rule

_WATCHES = frozenset({"monitor", "verify"})
"""Acts of those who watch."""
_OPENING = 30
"""So far from the start of a sentence its subject stands at the latest."""
_STANDS_STILL = re.compile(
    r"cease-?\s?fire|cessation\s+of|truce|pause\b|cease\s+(?:all\s+)?(?:fire|hostil|(?:hostile\s+)?military)"
    r"|\b(?:stop|freeze)\b|shall\s+not\s+(?:fire|attack|shoot)|cease\s+to",
    re.IGNORECASE,
)


class AfterTheEnd(Rule):
    code = "E2.after-end"
    title = "A deadline after the text has ended"
    severity = Severity.BLOCKER
    reference = "Checklist E2 and K3"
    applies_to = "deadlines counted from D-day"
    fix = "Let the text last longer, bring the deadline forward, or say that this duty outlives the end."
    outlives = re.compile(
        r"\b(?:outlives?|survives?|whatever\s+becomes\s+of)\b"
        r"|\b(?:appl|hold|bind|remain|stay|continu|in\s+force|valid)\w*\b[^.;]{0,60}\b(?:after|beyond|when|if)\b"
        r"[^.;]{0,40}\b(?:ends?|terminat|expir|laps)"
        r"|\bafter\s+(?:the|its)\s+end\b(?:[^.;]|\.(?=\d)){0,80}\b(?:appl(?:y|ies)|holds?|binds?|remains?|stays?"
        r"|continues?)\b",
        re.IGNORECASE,
    )
    numbers = re.compile(r"\d{1,3}(?:\.\d{1,2})*(?:\([a-z0-9]+\))?(?:\s*(?:to|[-\u2013])\s*\d{1,3})?")
    provisions = re.compile(
        r"\b(?:articles?|paragraphs?|points?|sections?|chapters?|parts?|numbers?)\s+\d[\d.]*(?:\(\w+\))?"
        r"(?:(?:\s*(?:,|and|or|to|[-\u2013])\s*)+\d[\d.]*(?:\(\w+\))?)*",
        re.IGNORECASE,
    )
    """Provisions that are told by their numbers."""
    winds_up = re.compile(
        r"\b(?:final|last|closing)\s+report\b|\b(?:dissolv|wound\s+up|disband|goes?\s+home|leaves?\s+the\s+area)\w*",
        re.IGNORECASE,
    )
    """What a body does when all is over."""
    automatic = re.compile(r"\b(?:is|are|be)\s+(?:automatically\s+)?(?:extended|renewed|prolonged)\b", re.IGNORECASE)
    by_act = re.compile(r"\b(?:not|may|can)\s+(?:be\s+)?(?:\w+\s+)?(?:extend|renew|prolong)", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.term is None:
            return
        until, length = draft.term
        minutes = minutes_of(length) or length.months * 31 * 1440 + length.days * 1440
        if not minutes or any(each.start < until.end and until.start < each.end for each in draft.framework.brackets):
            return
        spared = self._spared(draft)
        if spared is None:
            return
        yield from self._asked_late(draft, until, length, minutes)
        more = self._extension(draft)
        for sentence in draft.duties:
            if sentence.start == until.start or self._is_spared(sentence.provision, spared):
                continue
            if self.winds_up.search(sentence.exact):
                continue
            for start, end, first, _ in draft.days(sentence):
                if first <= minutes or self._about_the_end(sentence.exact, start):
                    continue
                day = " ".join(sentence.exact[start:end].split())
                why = f"{day} is later than the end of the text, which lasts {_length(length)}"
                if more:
                    why += f" and is extended by {_length(more)} at a time, if it is"
                found = self.at(
                    draft, sentence.start + start, sentence.start + end, why + ".",
                    provision=sentence.provision, also=(until.provision,),
                )  # fmt: skip
                within = more and first <= minutes + (minutes_of(more) or more.months * 31 * 1440)
                yield found.replace(kind=FindingKind.NOTE, severity=Severity.MINOR) if within else found

    extends = re.compile(r"\b(?:exten[ds]\w*|renew\w*|prolong\w*|continu\w+|longer)\b", re.IGNORECASE)
    asked = re.compile(
        r"\b(?:notice|notif\w*|object\w*|declar\w*|ask\w*|request\w*|propos\w*|agree\w*|decid\w*)\b", re.I
    )
    by_then = re.compile(r"\b(?:by|until|before|(?:not|no)\s+later\s+than|on|at\s+the\s+latest)\s+(?:the\s+)?$", re.I)

    def _asked_late(self, draft: Draft, until: Sentence, length: Duration, minutes: int) -> Iterator[Finding]:
        """A notice for or against the first extension that may come when there is nothing left to extend."""
        for sentence in draft.operative:
            words = sentence.exact
            if not (self.extends.search(words) and self.asked.search(words)) or draft.binds(sentence):
                continue
            for start, end, first, _ in draft.days(sentence):
                about = draft.about_the_text(sentence) or words.startswith("It ")
                if first > minutes and about and self.by_then.search(words[:start]):
                    day = " ".join(words[start:end].split())
                    why = f"{day} is later than the end of the text, which lasts {_length(length)}."
                    at = sentence.start
                    yield self.at(
                        draft, at + start, at + end, why, provision=sentence.provision, also=(until.provision,)
                    )

    def _extension(self, draft: Draft) -> Duration | None:
        """By how long the text is extended each time without anybody's act; ``None`` where it isn't."""
        for sentence in draft.operative:
            match = self.automatic.search(sentence.exact) or re.search(r"\bmore\s+each\s+time\b", sentence.exact)
            if match and not self.by_act.search(sentence.exact):
                found = durations(sentence.exact[match.start() :]) or durations(sentence.exact)
                if found:
                    return found[0][2]
        return None

    all_of_it = re.compile(
        r"\b(?:[Aa]greement|[Tt]ext|dut(?:y|ies)|obligations?|provisions?|commitments?|undertakings?|everything"
        r"|rules)\b"
    )

    of_its_own = re.compile(
        r"^(?:(?:This|The)\s+(?:article|chapter|point|part|section)|The\s+Parties)"
        r"|\b(?:of|in|under)\s+this\s+(?:article|chapter|point|part|section|paragraph)\b",
        re.IGNORECASE,
    )
    """What outlives the end is told as "the duties of this point"."""

    def _spared(self, draft: Draft) -> frozenset[str] | None:
        """The numbers of the provisions that hold after the end; ``None`` where all do."""
        found: set[str] = set()
        for sentence in draft.operative:
            match = self.outlives.search(sentence.exact)
            if match is None:
                continue
            own = sentence.provision.split("(")[0] if sentence.provision else None
            told = " ".join(each.group() for each in self.provisions.finditer(sentence.exact, 0, match.end()))
            numbers = self.numbers.findall(told)
            if not numbers and own and self.of_its_own.search(sentence.exact):
                found.update({own, own.split(".")[0]})
            elif not numbers and self.all_of_it.search(sentence.exact, 0, match.start() + 1):
                return None
            elif not numbers and own:
                found.add(own)
            for each in numbers:
                ends = re.findall(r"\d+(?:\.\d+)*(?:\([a-z0-9]+\))?", each)
                found.update(ends)
                if len(ends) == 2 and all(end.isdecimal() for end in ends):
                    found.update(map(str, range(int(ends[0]), min(int(ends[1]), int(ends[0]) + 200) + 1)))
        numbers_of = {each.number: each.id for each in draft.framework.provisions if each.number}
        return frozenset(found | {numbers_of[number] for number in found if number in numbers_of})

    def _is_spared(self, provision: str | None, spared: frozenset[str]) -> bool:
        return provision is not None and bool({provision, *re.split(r"[(.]", provision)[:1]} & spared)

    def _about_the_end(self, words: str, at: int) -> bool:
        """ "remains in force until D+120", "may be extended until D+150" speak of the end itself."""
        return bool(re.search(r"\b(?:in\s+force|extend\w*|lasts?|expire\w*|ends?)\b[^.;]{0,60}$", words[:at]))


def _length(length: Duration) -> str:
    for number, unit in ((length.months, "month"), (length.days, "day"), (length.minutes // 60, "hour")):
        if number:
            return f"{number} {unit}{'s' if number != 1 else ''}"
    return f"{length.minutes} minutes"


class WindowUpsideDown(Rule):
    code = "E2.window"
    title = "A window that ends before it starts"
    severity = Severity.BLOCKER
    reference = "Checklist E2, D4: start after end"
    applies_to = "windows of obligations"
    fix = "Put the two dates in order."

    begins = re.compile(
        r"(?:\bafter\s+[^.;,]{3,70}?\s(?:on|by)|\b(?:from|after|between|as\s+(?:of|from)|(?:start|begin|commenc|open)\w*\s+[^.;]{0,40}?(?:on|at"
        r"|from|before)"
        r"|(?:start|begin|commenc|open)\w*|(?:not"
        r"|no)\s+(?:before"
        r"|earlier\s+than|sooner\s+than))"
        r"|[Ss]tart:)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )
    over = re.compile(r"\b(?:finish|complet|accomplish|end|conclud|done|over)\w*\b", re.IGNORECASE)
    between = re.compile(
        r"[\s,]*(?:at\s+the\s+earliest[\s,]*)?(?:(?:and|to|until|till|through|by|but)\b|[-\u2013]|(?:and\s+)?(?:(?:not"
        r"|no)\s+later|complet|finish|end)\w*|(?:at|on)\s+the\s+latest)",
        re.IGNORECASE,
    )
    ends = re.compile(
        r"(?:\b(?:by|until|to|till|through|and|on|(?:no|not)\s+later\s+than|on\s+or\s+before|end\w*(?:\s+(?:on"
        r"|at|by))?)|[Ee]nd:"
        r"|[-\u2013])\s*(?:the\s+)?$",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen = set()
        for sentence in draft.operative:
            for start, end, why in self._in_words(sentence, draft):
                seen.add(sentence.start)
                yield self.at(draft, start, end, why, provision=sentence.provision)
                break
        yield from self._in_two_sentences(draft)
        for sentence, each in draft.obligations:
            window = each.window.value if each.window else None
            if window is None or window.start is None or window.end is None or sentence.start in seen:
                continue
            if surely_after(window.start, window.end):
                seen.add(sentence.start)
                spans = each.window.spans if each.window else ()
                if len(spans) > 1 and self._quoted_between(draft, spans[0].start, spans[-1].end):
                    continue  # "By 1 May each chief must send this order: "From 3 May ...""
                start, end = (spans[0].start, spans[-1].end) if spans else (sentence.start, sentence.end)
                why = "The time that this runs from is later than the time that it runs to."
                yield self.at(draft, start, end, why, provision=sentence.provision)

    @staticmethod
    def _quoted_between(draft: Draft, one: int, other: int) -> bool:
        """Whether one of two places stands in words that are quoted, and the other before them."""
        return re.search(r"[\"“]", draft.framework.text[min(one, other) : max(one, other)]) is not None

    def _in_words(self, sentence: Sentence, draft: Draft) -> Iterator[tuple[int, int, str]]:
        words = sentence.exact
        found = draft.days(sentence)
        for (start, end, first, _), (start2, end2, _, last2) in pairwise(found):
            lead = self.begins.search(words, max(0, start - 80), start)
            gap = words[end:start2]
            if lead is None or first < last2 or re.search(r"[.;]\s", gap) or len(gap) > 80:
                continue
            if re.search(r"\bshall\b", gap) and not self.over.search(gap):
                continue  # somebody else's deed
            if self.between.match(gap) and self.ends.search(gap):
                one, two = (" ".join(words[a:b].split()) for a, b in ((start, end), (start2, end2)))
                why = f"It begins on {one} and is to be over by {two}, which is earlier."
                yield sentence.start + lead.start(), sentence.start + end2, why

    def _in_two_sentences(self, draft: Draft) -> Iterator[Finding]:
        """ "Start: D+9. End: D+4." """
        for one, two in pairwise(draft.operative):
            if one.provision != two.provision:
                continue
            if re.match(r"(?:Start|Begin)\w*\s*:", one.exact) and re.match(r"(?:End|Completion)\s*:", two.exact):
                starts, ends = draft.days(one), draft.days(two)
                if starts and ends and starts[0][2] >= ends[0][3]:
                    why = f"The end ({two.exact.strip(' .')}) is earlier than the start ({one.exact.strip(' .')})."
                    yield self.at(draft, one.start, two.end, why, provision=one.provision)


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
                why = "The cease-fire starts before anybody is there to see it."
                yield self.on(draft, sentence, match, why)
        for sentence, each in draft.obligations:
            begins = each.window.value.start if each.window else None
            watches = each.act is not None and each.act.value in _WATCHES
            watches = watches and not draft.bearers(each) & draft.party_ids  # who certifies its own deed watches nobody
            if watches and begins and begins.day and begins.day.days > 0 and self._something_runs(draft):
                why = f"Monitoring starts on {begins.day}, and duties run from D-day."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        yield from self._in_words(draft)
        yield from self._of_the_text(draft)

    def _of_the_text(self, draft: Draft) -> Iterator[Finding]:
        """Who watches, the text or its articles, and from a day after the first, in whatever words."""
        if not self._something_runs(draft):
            return
        watchers = self._watchers(draft)
        for sentence in draft.operative:
            hits = draft.concepts(sentence)
            themselves = any(start < _OPENING for start, _ in hits.get("monitor", ()))
            by_name = self.watchers_by_name.match(sentence.exact) is not None
            before_posts = hits.get("takes_post", ((0, 0),))[0][0]
            posted = (
                (
                    any(start < before_posts for start, _ in hits.get("monitor", ()))
                    or (by_name and "starts_work" in hits)
                )
                and "confirms" not in hits
                and ("must" in hits or themselves)
            )
            before = sentence.exact[: hits["starts_work"][0][0]] if "starts_work" in hits else ""
            at_work = bool(watchers & draft.names.within(before))
            watches = "monitor" in hits and (posted or at_work or "watch" in hits or self.sends.search(sentence.exact))
            if not (watches or "watch_begins" in hits) or sentence.form is SentenceForm.DEFINITION:
                continue
            sent = self.sends.search(sentence.exact) is not None
            opens = posted or at_work or sent or hits.keys() & {"watch_starts", "watch_begins"}
            if not (opens or hits.keys() & {"article", "text", "stop", "neg"}):
                continue
            for start, end, first, _ in draft.days(sentence):
                lead = sentence.exact[max(0, start - 30) : start]
                begun = self.since.search(lead) or (opens and self.on_a_day.search(lead))
                if first >= DAY and (begun or ("neg" in hits and self.until.search(lead))):
                    day = " ".join(sentence.exact[start:end].split())
                    why = f"Monitoring starts on {day}, and duties run from D-day."
                    yield self.at(draft, sentence.start, sentence.start + end, why, provision=sentence.provision)
                    break

    sends = re.compile(
        r"\b(?:deploys?|sends?|stations?|posts?)\s+(?:the|its|all|these)\s+(?:[\w-]+\s+){0,3}?"
        r"(?:Mission|[Oo]bservers?|[Mm]onitors?|[Ii]nspectors?|[Vv]erifiers?|Watch)\b"
    )
    """Who sends those who watch."""
    watchers_by_name = re.compile(
        r"\W*(?:[\w.()]+\s+)?(?:the\s+)?(?:\w+\s+)?(?:observers|monitors|inspectors|verifiers)\b", re.I
    )
    """How a sentence opens on those whose one task is to watch."""

    def _watchers(self, draft: Draft) -> frozenset[str]:
        """Who is to watch, of those who are no parties."""
        watch = (each for _, each in draft.obligations if each.act is not None and each.act.value in _WATCHES)
        return frozenset(name for each in watch for name in draft.bearers(each)) - draft.party_ids

    since = re.compile(
        r"\b(?:from|as\s+(?:of|from)|beginning|starting|only\s+after|after)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
    )
    on_a_day = re.compile(r"\b(?:on|by|at|within)\s+(?:the\s+)?$", re.IGNORECASE)
    until = re.compile(r"\b(?:until|before)\s+(?:the\s+)?$", re.IGNORECASE)

    begins = re.compile(
        r"\b(?:begins?|starts?|commences?|takes?\s+up)\s+(?:to\s+|its\s+|the\s+)?(?:monitor|observ|verif|watch"
        r"|inspect)\w*[^.;]{0,60}?"
        r"\b(?:on|from|by|as\s+of)\s+(?=D\+)",
        re.IGNORECASE,
    )

    with_another = re.compile(
        r"\b(?:begins?|starts?|commences?|takes?\s+up)\s+(?:to\s+|its\s+|the\s+)?(?:monitor|observ|verif|watch)\w*"
        r"(?:\s+(?:and\s+\w+|events|compliance|(?:(?:with|of)\s+)?(?:the|this|these)\s+(?:cease-?fire|truce|agreement|text|points|line|area)))*"
        r"\s+(?:only\s+)?(?:when|once|after|upon|as\s+soon\s+as|with)\s+(?:the\s+)?(?:\w+\s+){0,4}?"
        r"(?:withdrawals?|disengagement|separation|pull-?back|redeployment|transfer|move|storage|cantonment|release|exchange|clearance|demining|hand-?over)\b",
        re.IGNORECASE,
    )
    """Watching in general that begins with one deed of many: "shall begin to observe when the withdrawal begins"."""

    def _in_words(self, draft: Draft) -> Iterator[Finding]:
        """ "shall begin to observe the line on D+20", which is read as a beginning and not as watching."""
        for sentence in draft.operative:
            begun = self.begins.search(sentence.exact)
            days = day_counts(sentence.exact[begun.end() :]) if begun else []
            if begun and days and days[0][2].days > 0 and self._something_runs(draft):
                why = f"Monitoring starts on {days[0][2]}, and duties run from D-day."
                yield self.on(draft, sentence, begun, why)
            late = self.with_another.search(sentence.exact)
            if late and self._something_runs(draft):
                yield self.on(draft, sentence, late, "Monitoring waits for another deed, and duties run from D-day.")

    def _something_runs(self, draft: Draft) -> bool:
        return any(_is_ban(each) and _starts_by_d_day(each) for _, each in draft.obligations)


def _is_ban(each: Obligation) -> bool:
    return each.modality is not None and each.modality.value is Modality.MUST_NOT


def _starts_by_d_day(each: Obligation) -> bool:
    start = each.window.value.start if each.window else None
    return start is None or (start.day is not None and start.day.days <= 0)


def surely_after(one: Instant, other: Instant) -> bool:
    """Whether the first is later than the second for certain: two dates, or two counts of D-day."""
    if one.day is not None and other.day is not None:
        return one.day.days > other.day.days
    if one.moment is not None and other.moment is not None:
        return first_instant(one.moment) > first_instant(other.moment)
    return False


RULES: tuple[Rule, ...] = (
    AfterTheEnd(),
    WindowUpsideDown(),
    MonitoringStartsLate(),
)
