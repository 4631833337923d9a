"""Starts that nobody can keep: before the text is in force, and on a D-day that is no day."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY
from .phrases import MONTHS
from .rule import Rule

_ENTERS = re.compile(
    r"\b(?:enters?|comes?)\s+into\s+(?:force|effect)\b|\bis\s+in\s+force\s+(?:from|as\s+of)\b|\btakes\s+effect\b",
    re.IGNORECASE,
)
_STOP = r"(?:cease-?\s?fire|truce|armistice|pause|cessation\s+of\s+hostilities|silence|lull)"
_BEGINS = r"(?:begins?|starts?|commences?|takes?\s+(?:effect|hold))"


class StartBeforeForce(Rule):
    code = "C1.early"
    title = "A stop that starts before the text is in force"
    severity = Severity.BLOCKER
    reference = "Checklist C1: start before entry into force"
    applies_to = "sentences that say on which day the stop starts, in texts that say from which day they are in force"
    fix = "Let the text enter into force on the day of the start or before."
    starts = re.compile(rf"\b(?:{_STOP}|It)\b[^.;]{{0,40}}?\s{_BEGINS}\b(?P<when>[^.;,]{{0,60}})", re.IGNORECASE)
    ceases = re.compile(
        r"\A\W*(?P<when>(?:From|As\s+of|On|At|Starting\s+from)\s[^.;]{3,60}?),?\s+(?:and\s[^,]{3,60},\s+)?"
        r"(?i:each|both|the|all|neither|no)\s+(?:two\s+)?Part(?:y|ies)\s+(?:shall|must|will|may)\s+"
        r"(?:not\s+(?:fire|attack|shoot)|fire\b|refrain\s+from\s+the|abstain\s+from\s+the"
        r"|cease\s+(?:all\s+)?(?:fire|hostil|the\s+following)"
        r"|stop\s+(?:all\s+)?(?:fire|firing|fighting|shooting|the\s+following))",
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        in_force = self._in_force(draft)
        if in_force is None:
            return
        enters, at, day = in_force
        for sentence in draft.operative:
            match = self.starts.search(sentence.exact) or self.ceases.match(draft.nameless[sentence.start])
            if match is None or sentence is enters:
                continue
            days = [each for each in draft.days(sentence) if match.start("when") <= each[0] < match.end("when") + 1]
            if len(days) == 1 and days[0][2] < day - DAY + 1 and self._of_the_stop(draft, sentence, match):
                late = (day - days[0][2]) // DAY
                span = f"{late} day{'s' if late > 1 else ''}"
                why = f"It starts {span} before the text is in force, and until then nobody has to heed it."
                yield self.on(draft, sentence, match, why, also=(enters.provision,))
                back = f"The stop starts {span} earlier, when nobody has to heed it yet."
                start, end = enters.start + at[0], enters.start + at[1]
                yield self.at(draft, start, end, back, provision=enters.provision, also=(sentence.provision,))
                return

    def _of_the_stop(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        if not match.group().startswith("It"):
            return True
        before = draft.just_before(sentence) if match.start() < len("** It") else sentence
        return before is not None and re.search(_STOP, before.exact, re.IGNORECASE) is not None

    def _in_force(self, draft: Draft) -> tuple[Sentence, tuple[int, int], int] | None:
        """The sentence that says from when the text is in force, where in it, and the first minute of that day."""
        for sentence in draft.operative:
            match = _ENTERS.search(sentence.exact)
            if match is None or sentence.form is SentenceForm.DEFINITION or not draft.about_the_text(sentence):
                continue
            after = [each for each in draft.days(sentence) if each[0] >= match.end()]
            if len(after) == 1:
                return sentence, (match.start(), after[0][1]), after[0][2]
        return None


class DDayNoDay(Rule):
    code = "C1.no-day"
    title = "A D-day that is no day"
    severity = Severity.BLOCKER
    reference = "Checklist C1: exact date, hour, time zone, or a condition with a finder"
    applies_to = "definitions of D-day"
    fix = "Write '**D-day** means ... at 06:00 (UTC+3)', or who declares that the day has come."
    term = re.compile(r"(?i:D-?day|day D|hour D|day (?:0|zero)|day of (?:effect|start))")
    fixed = re.compile(
        rf"\d{{1,2}}\s*(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?:{MONTHS})|(?:{MONTHS})\s+\d{{1,2}}\b"
        rf"|\d{{4}}-\d{{2}}-\d{{2}}|\bArticle|\bAnnex"
        r"|\b(?:sign\w*|entry\s+into\s+force|enters?\s+into|takes?\s+effect|in\s+force|notif\w*|announc\w*"
        r"|proclaim\w*|declar\w*|certif\w*"
        r"|confirm\w*|find(?:s|ing)?|found|determin\w*|deposit\w*|ratif\w*|receipt|receives?|decid\w*|begins?"
        r"|starts?)\b"
    )
    opinion = re.compile(
        r"\b(?:quiet|calm|peaceful|suitable|convenient|agreed|free|good|right|fit|first\s+possible|silent)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in draft.definitions:
            if not self.term.fullmatch(each.term):
                continue
            fixed = self.fixed.search(each.meaning)
            hollow = self.opinion.search(each.meaning) and not re.search(r"\d", each.meaning.split(".")[0])
            if fixed is None or hollow:
                why = f"'{each.term}' is no day that anybody could find in a calendar, and nobody declares it."
                yield self.on_definition(draft, each, why)


RULES: tuple[Rule, ...] = (StartBeforeForce(), DDayNoDay())
