"""Two lengths for one text: how long it holds, said twice."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import durations
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY
from .phrases import phrase
from .quantities import CONDITION
from .rule import Rule

_LONGER = phrase("extend\\w*|extension|prolong\\w*|renew\\w*|each time|more days|goes on|continues")
_YEAR = re.compile(r"\b\d{4}\b")
_ROUNDED = 3
"""By so many days two lengths may differ where one of them is told in months or by its last day."""


class TwoLengths(Rule):
    code = "L7.two-lengths"
    title = "Two lengths for one text"
    severity = Severity.BLOCKER
    reference = "Checklist L7 and K2: two numbers for one thing"
    applies_to = "sentences that say how long the text holds"
    fix = "Keep one of the two."
    lasts = phrase("{lasts}|is (?:good|made|meant|concluded) for")
    and_longer = re.compile(
        r",?\s+and\s+(?:it\s+|they\s+)?(?:is|are|shall\s+be|will\s+be|may\s+be)\s+(?:\w+\s+)?(?:of\s+itself\s+)?"
        r"(?:extended|prolonged|renewed)\b.*",
        re.IGNORECASE | re.DOTALL,
    )
    """What the same sentence says of its extension."""

    until = re.compile(
        r"\W*(?:\(?\w{1,3}\)\s+)?(?:It|(?:The|This|These)\s+(?:[\w-]+\s+){1,4}?)\s*(?:shall\s+|will\s+)?(?:(?:ends?|expires?|lapses?|terminates?"
        r"|is\s+over|stops?)\s+(?:on|with|at)|(?:lasts?|holds?|(?:is|remains|stays)\s+in\s+force|continues?|runs?|applies)\s+until)\s+"
        r"(?:the\s+end\s+of\s+)?",
        re.IGNORECASE,
    )
    """What stands before the day with which the text ends."""
    afterwards = re.compile(
        r"\W*(?:Upon|On|Following)\s+(?:the|its)\s+(?:end|expiry|termination|lapse)\b"
        r"|\b[Aa]fter\s+(?:the|its)\s+(?:end|expiry|termination|lapse)\b"
    )
    """What outlives the text."""
    its = re.compile(r"\W*(?:Its|The)\s+(?:duration|term|validity)\s+(?:is|shall\s+be)\b")
    stop = re.compile(r"\W*(?:The|This)\s+(?:stop|halt|suspension|lull)\b")

    def find(self, draft: Draft) -> Iterator[Finding]:
        before: tuple[Sentence, int] | None = None
        for sentence, lower in draft.lowered:
            if not any(unit in lower for unit in ("day", "week", "month", "year", "d+")) and not _YEAR.search(lower):
                continue
            if not self._of_the_text(draft, sentence) or self.afterwards.search(sentence.exact):
                continue
            words = self.and_longer.sub("", sentence.exact)
            lasts = self.lasts.search(words)
            if clash := self._until_another_day(draft, sentence, words, lasts):
                why = f"{clash[0]} and {clash[1]} are not the same length."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
            length = self._length(draft, sentence, words, lasts)
            rest = f"{words[: lasts.start()]} {words[lasts.end() :]}" if lasts else words
            if length is None or CONDITION.search(words) or _LONGER.search(rest):
                continue
            if before and abs(before[1] - length) > _ROUNDED and before[0].start != sentence.start:
                why = "Another sentence gives the text another length."
                for here, there in ((before[0], sentence), (sentence, before[0])):
                    yield self.at(draft, here.start, here.end, why, provision=here.provision, also=(there.provision,))
            before = before or (sentence, length)

    def _of_the_text(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it speaks of the text or of its stop; "It" goes on about what the sentence before speaks of."""
        if draft.about_the_text(sentence) or self.stop.match(sentence.exact) or self.its.match(sentence.exact):
            return True
        if sentence.form is SentenceForm.DURATION and sentence.exact.startswith("It "):
            return True
        last = draft.before(sentence)
        return sentence.exact.startswith("It ") and last is not None and self._of_the_text(draft, last)

    def _until_another_day(
        self, draft: Draft, sentence: Sentence, words: str, lasts: re.Match[str] | None
    ) -> tuple[str, str] | None:
        """A number of days and a last day in one breath, "for 30 days, until D+33", if they don't agree."""
        told = [each for each in durations(words) if self._is_length(words, lasts, each[0])]
        if not told or told[0][2].months:
            return None
        start, end, length = told[0]
        for day, after, first, last in draft.days(sentence):
            if day > end and self.up_to.search(words[end:day]) and not _LONGER.search(words[end:day]):
                whole = int(length.timedelta.total_seconds()) // 60
                if first - DAY > whole or whole > last + 1 + DAY:
                    return words[start:end], words[day:after]
        return None

    a_term_of = re.compile(
        r".{0,11}|\s*(?:(?:for|of|over|an?|the|its|initial|first|fixed|total|whole|period|term|duration|span)\s+)*"
    )

    def _is_length(self, words: str, lasts: re.Match[str] | None, at: int) -> bool:
        """Whether the length of time at ``at`` is how long a thing lasts: "in force for a term of 60 days"."""
        return lasts is not None and at >= lasts.end() and bool(self.a_term_of.fullmatch(words[lasts.end() : at]))

    up_to = re.compile(
        r"^[^;.]{0,60}\b(?:until|till|up\s+to|through|ending\s+(?:on|at|with)|to)\s+(?:the\s+)?(?:[\w:.()+]+\s+){0,8}?$"
    )
    """What stands between a length and the last day of it."""

    def _length(self, draft: Draft, sentence: Sentence, words: str, lasts: re.Match[str] | None) -> int | None:
        """The days for which a sentence says that the text holds; ``lasts`` is where it speaks of lasting."""
        for start, _, value in durations(words) if lasts else ():
            if self._is_length(words, lasts, start):
                return value.months * 30 + value.days
        for start, _, first, _ in draft.days(sentence):
            if first > 0 and self.until.fullmatch(words[:start]):
                return first // DAY
        return None


RULES: tuple[Rule, ...] = (TwoLengths(),)
