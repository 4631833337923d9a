"""Tasks of a body or an expert of whom the text only says "a": a committee of elders, a joint patrol service."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, SentenceForm, Severity
from parley.text import patterns as re

from .bearers import UnnamedBody
from .draft import Draft
from .rule import Rule

_KIND = (
    r"(?:committee|commission|board|panel|council|body|group|team|service|force|mission|tribunal|court|jury|assembly"
    r"|bureau|agency|authority|mechanism|delegation|inspectorate|guard|corps|working\s+party|study\s+party|conference"
    r"|expert|surveyor|valuer|assessor|auditor|umpire|arbiter|referee|ombudsman|trustee|engineer|jurist)"
)
_TASK = (
    r"(?:shall|must|will|(?:is|are|has|have)\s+to)\s+"
    r"(?!(?:not|carry|have|wear|consist|comprise|number|be|never|only)\b)"
)


class SomeBody(Rule):
    code = "B7.some-body"
    title = "A body of which nobody knows who it is"
    severity = Severity.BLOCKER
    reference = "Checklist B7: an international mechanism with no one named"
    applies_to = "tasks of a body that only has 'a' before it"
    fix = "Name the body, its members and who sets it up, or give the task to one that the text has."
    named = re.compile(
        rf"(?:(?:By|From|On|At|Within|Until|After|Before)\s+[^,.;]{{1,40}}?,?\s+)?"
        rf"(?P<who>[Aa]n?\s+(?:[\w-]+\s+){{0,3}}?(?P<kind>{_KIND})(?:\s+of\s+(?!the\b|each\b|either\b"
        rf"|both\b)[a-z]+)?)\s+{_TASK}",
    )
    by_whom = re.compile(
        rf"\b(?:shall|must|(?:is|are)\s+to)\s+be\s+\w+ed\s+by\s+(?P<who>an?\s+(?:[\w-]+\s+){{0,3}}?(?P<kind>{_KIND})"
        rf"(?:\s+of\s+(?!the\b|each\b|either\b|both\b)[a-z]+)?)(?=\s*(?:[,.;]|not\s+later|by\b|within\b|on\b|from\b))"
    )
    told = (
        r"\b(?:appoint|nam(?:e|es|ed|ing)\b|choos|chosen|elect|designat|nominat|establish|set\w*\s+up|form(?:s|ed)?\b"
        r"|creat|constitut|consist"
        r"|compos|compris|made\s+up|members?\b|send|sent\b|second(?:s|ed)?\b|provid|call(?:s|ed)?\s+(?:in|up)on)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            match = self.named.match(sentence.exact) or self.by_whom.search(sentence.exact)
            if match is None or UnnamedBody.body.search(sentence.exact) or self._is_told(draft, match["kind"]):
                continue
            if draft.concepts(sentence).keys() & {"an_unnamed", "nobody_named"}:
                continue  # told by B7.unnamed-body
            start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
            who = " ".join(match["who"].split())
            why = f"Nothing says who '{who}' is, or who names it, so nobody has the task."
            yield self.at(draft, start, end, why, provision=sentence.provision)

    def _is_told(self, draft: Draft, kind: str) -> bool:
        """Whether some sentence says of such a body who names it or of whom it consists."""
        head = re.compile(rf"\b{re.escape(kind.split()[-1])}s?\b", re.IGNORECASE)
        says = re.compile(self.told, re.IGNORECASE)
        own = (each.name for each in draft.framework.bodies)
        return any(head.search(each.exact) and says.search(each.exact) for each in draft.operative) or any(
            head.search(name) for name in own
        )


RULES: tuple[Rule, ...] = (SomeBody(),)
