"""What is declared or confirmed to be finished before it may be: "by D+5 ... that the move is complete", until D+12."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .rule import Rule

_DEED = (
    r"(?:withdrawals?|moves?|movements?|removals?|pull-?backs?|transfers?|hand-?overs?|releases?|clearances?|clearing|disengagement"
    r"|redeployment|relocation|evacuation|repatriation|demolition|destruction|dismantling|collection|storage|cantonment)"
)
_FINISHED = re.compile(
    rf"\b(?:declare|notif|report|inform|announce|certif|confirm|attest|state|record)\w*\b[^.;]*?(?:\bthat\s+(?:its|the|this|that|their)\s+(?:\w+\s+)?{_DEED}"
    rf"[^.;]{{0,40}}?\s(?:is|are|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:complete|completed|finished|done|over|at\s+an\s+end|ended|carried\s+out)"
    rf"|\b(?:the\s+)?(?:end|completion|conclusion)\s+of\s+(?:the|this|its|that|their)\s+(?:\w+\s+)?{_DEED})\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|before|until|(?:no|not)\s+later\s+than|at\s+the\s+latest(?:\s+on)?|on)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_DOES = re.compile(
    r"\b(?:withdr[ae]w|mov|remov|pull|transfer|hand|releas|clear|disengag|redeploy|relocat|evacuat|repatriat|demolish|destroy"
    r"|dismantl|collect|stor|bring|take|draw)\w*\b",
    re.IGNORECASE,
)


class FinishedEarly(Rule):
    code = "E2.done-early"
    title = "Declared finished before it ends"
    severity = Severity.BLOCKER
    reference = "Checklist E2 and D4: the confirmation comes after the deed"
    applies_to = "declarations and confirmations that something is complete"
    fix = "Let the declaration be due on the last day of the deed, and the confirmation after it."

    def find(self, draft: Draft) -> Iterator[Finding]:
        before: list[Sentence] = []
        for sentence in draft.operative:
            if before and before[-1].provision != sentence.provision:
                before = []
            due = self._last(draft, sentence) if _FINISHED.search(sentence.exact) else None
            deed = next((each for each in reversed(before) if self._is_deed(draft, each)), None)
            before.append(sentence)
            if due is None or deed is None:
                continue
            ends = self._last(draft, deed, window=True)
            if ends and due[0] < ends[0]:
                why = f"This is due by {due[1]}, and what it says is finished may take until {ends[1]}."
                back = f"It is to be declared finished by {due[1]} already."
                yield from self.at_both(draft, sentence, deed, why, back)

    def _is_deed(self, draft: Draft, sentence: Sentence) -> bool:
        duty = sentence.form is not SentenceForm.BAN and not _FINISHED.search(sentence.exact)
        return duty and bool(_DOES.search(sentence.exact) and draft.days(sentence))

    def _last(self, draft: Draft, sentence: Sentence, window: bool = False) -> tuple[int, str] | None:
        """The minute after the last day that is named for it, and the day as written."""
        days = [
            (last, " ".join(sentence.exact[start:end].split()))
            for start, end, _, last in draft.days(sentence)
            if window or start == 0 or _BY.search(sentence.exact[:start])
        ]
        if not days:
            return None
        return max(days) if window else min(days)


RULES: tuple[Rule, ...] = (FinishedEarly(),)
