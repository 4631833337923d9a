"""Annexes that are dated later than the text of which they are to be a part."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY, instants
from .rule import Rule


class AnnexDatedLater(Rule):
    code = "K7.dated-later"
    title = "An annex of a day after the signature"
    reference = "Checklist K7: a later version than the text"
    applies_to = "sentences that give the date of an annex, in texts that say when they were signed"
    fix = "Annex the version that was there at the signature, with its date."
    dated = re.compile(
        r"\b(?:Annex(?:es)?|maps?|[Ss]chedules?)\b[^.;]{0,160}?\b(?:version|edition|state|dated|as\s+(?:of|at)|drawn\s+up\s+on|issued\s+on)\s+"
        r"(?:of\s+|on\s+|the\s+)*\Z"
    )
    signed = re.compile(
        r"\b(?:[Dd]one|[Ss]igned|[Aa]greed|[Cc]oncluded|[Mm]ade)\s+(?:at|in|on|by)\b|\bon\s+(?:its\s+|the\s+)?signature\b|\bmet\s+(?:at|in)\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        told = (each for each in draft.framework.sentences if self.signed.search(each.exact))
        days = [first for each in told for _, _, first, _ in instants(each.exact, draft.framework)]
        if not days:
            return
        for sentence in draft.operative:
            for start, end, first, _ in draft.days(sentence):
                if first >= max(days) + DAY and self.dated.search(sentence.exact[:start]):
                    at = sentence.start
                    why = "It is of a later day than the signature: the sides have not signed what it shows."
                    yield self.at(draft, at, at + end, why, provision=sentence.provision)
                    break


RULES: tuple[Rule, ...] = (AnnexDatedLater(),)
