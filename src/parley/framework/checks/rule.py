"""What a check is: a rule with its code, its reason and its mend, that finds places in a draft."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from parley.model import Definition, Finding, FindingKind, Sentence, Severity
from parley.text import patterns as re

if TYPE_CHECKING:  # a draft asks for its profile, whose patterns are made here
    from .draft import Draft


class Rule(ABC):
    """One check.

    ``code`` is the checklist's, finer after a dot. ``title`` says in a few words what is wrong;
    ``severity`` is that of a finding unless a finding says otherwise; ``reference`` is where the
    demand comes from; ``applies_to`` names what is looked at; ``fix`` says what to write instead.
    """

    code: str
    title: str
    kind: FindingKind = FindingKind.DEFECT
    severity: Severity = Severity.SERIOUS
    reference: str
    applies_to: str
    fix: str

    @abstractmethod
    def find(self, draft: Draft) -> Iterable[Finding]:
        """Everything in the draft that breaks this rule, in the order of the text."""

    def on(
        self,
        draft: Draft,
        sentence: Sentence,
        match: re.Match[str],
        why: str,
        *,
        also: Iterable[str | None] = (),
        severity: Severity | None = None,
        fix: str | None = None,
    ) -> Finding:
        """A finding at the words of a match in a sentence, as :meth:`at` makes it, in the sentence's provision."""
        start, end = sentence.start + match.start(), sentence.start + match.end()
        return self.at(draft, start, end, why, provision=sentence.provision, also=also, severity=severity, fix=fix)

    def on_definition(self, draft: Draft, definition: Definition, why: str, also: Iterable[str | None] = ()) -> Finding:
        """A finding at a whole definition."""
        span = definition.span
        return self.at(draft, span.start, span.end, why, provision=draft.provision_of(span), also=also)

    def at_both(self, draft: Draft, here: Sentence, there: Sentence, why: str, back: str) -> Iterator[Finding]:
        """Findings at two sentences that can't both hold, as nobody can tell which of them is to be mended: ``why`` is
        told of the first, ``back`` of the other."""
        yield self.at(draft, here.start, here.end, why, provision=here.provision, also=(there.provision,))
        yield self.at(draft, there.start, there.end, back, provision=there.provision, also=(here.provision,))

    def at(
        self,
        draft: Draft,
        start: int,
        end: int,
        why: str,
        *,
        provision: str | None = None,
        also: Iterable[str | None] = (),
        severity: Severity | None = None,
        fix: str | None = None,
    ) -> Finding:
        """A finding at ``start`` to ``end`` without the white space at its ends; ``also`` leaves ``provision`` out."""
        text = draft.framework.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        others = dict.fromkeys(id for id in also if id is not None and id != provision)
        return Finding(
            code=self.code,
            kind=self.kind,
            severity=severity or self.severity,
            provision=provision,
            also=tuple(others),
            start=start,
            end=end,
            quote=text[start:end],
            why=why,
            fix=fix or self.fix,
        )
