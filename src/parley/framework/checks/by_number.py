"""What a sentence does to other provisions by naming them: humanitarian duties that it makes wait for something."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.citing import provisions_cited

from .concepts import concepts_in
from .draft import Draft
from .rule import Rule

_PEOPLE = frozenset({"needy"})


class HumaneByNumber(Rule):
    code = "E6.by-number"
    title = "Articles on people that hold only as long as something else does"
    severity = Severity.BLOCKER
    reference = "Checklist E6: humanitarian duties are never conditional; VCLT 60(5)"
    applies_to = "sentences that make the duties of other articles conditional, where those are on prisoners or relief"
    fix = "Take the condition out, and say that these articles hold whatever becomes of the rest."
    conditions = re.compile(
        r"\b(?:only\s+(?:if|while|when|after|once|in\s+return)|(?:only\s+)?(?:for\s+)?(?:as|so)\s+long\s+as|provided\s+that|unless"
        r"|on\s+(?:the\s+)?condition|subject\s+to|depends?\s+(?:up)?on|(?:is|are)\s+conditional\s+(?:up)?on|in\s+return\s+for"
        r"|lapses?\s+(?:if|when|where)|(?:is|are|may\s+be)\s+suspended)\b",
        re.IGNORECASE,
    )
    number = re.compile(r"\W*(?:[A-Z][a-z]+\s+|§\s*)?(\d{1,3})\b")
    """The number of a heading: "Article 8. Relief", "## 8. Relief", "§8"."""
    not_so = re.compile(r"\b(?:not|no|never|neither|nothing|whatever|independent\w*)\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        on_people = self._on_people(draft)
        for sentence in draft.operative if on_people else ():
            match = self.conditions.search(sentence.exact)
            if match is None or sentence.form is SentenceForm.DEFINITION:
                continue
            before = sentence.exact[: match.start()]
            cited = {number.split("(")[0] for one in provisions_cited(before) for number in one.numbers}
            denied = self.not_so.search(before) or self.not_so.match(sentence.exact, match.end() + 1)
            if cited & on_people and not denied:
                said = " ".join(sentence.exact[match.start() :].split()[:8])
                why = f"'{said} ...' makes people wait for what they have no part in."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _on_people(self, draft: Draft) -> set[str]:
        """The numbers of the articles whose headings are on people in need."""
        headings = {each.heading for each in draft.framework.provisions if each.heading}
        numbered = ((self.number.match(each), each) for each in headings)
        return {match[1] for match, each in numbered if match and concepts_in(each).keys() & _PEOPLE}


RULES: tuple[Rule, ...] = (HumaneByNumber(),)
