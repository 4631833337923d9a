"""Duties that are kept by anything or nothing: to help, to cooperate, to pay attention, and no word of how."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule


class HollowDuty(Rule):
    code = "B6.hollow"
    title = "A duty to help, with no word of how"
    reference = "Checklist B6: vague verbs as the only content of a duty"
    applies_to = "sentences that bind a party to help or to cooperate and say nothing else"
    fix = "Say what is done, where, from when, and how one sees that it was done."
    duty = phrase(
        "^(?:(?:from|by|until|after|as of|within) [^,.;]{1,30}, )?(?:each|both|the|all|every"
        "|either)? ?(?:two )?Part(?:y|ies)"
        " (?:shall|must|will|undertakes? to|agrees? to|(?:is|are) to) (?:also |fully |closely |actively |jointly "
        "|duly )?"
        "(?P<act>(?:support|assist|help|facilitate|cooperate|co-operate|collaborate|coordinate|co-ordinate|aid|ease"
        "|foster|further"
        "|contribute|care for|attend to|pay (?:\\w+ )?attention|be (?:helpful|mindful|considerate|supportive"
        "|cooperative)"
        "|improve|strengthen|safeguard the interests|heed|mind|accommodate|respond (?:favou?rably|constructively)"
        "|concern (?:itself|themselves)|interest (?:itself|themselves)|keep in touch"
        "|maintain good)(?: [\\w’'-]+){0,9})[.;]?$"
    )
    told = phrase(
        "\\d+|by \\w+ing|through|annex|article|(?:each|every) (?:\\d+|\\w+ days|hour|day|week|month|\\w+day)|weekly"
        "|daily|(?:its|their) costs?|reports?|lists?|vehicles?"
        "|guards?|escorts?|boats?|fuel|transport|free of charge|hours?|days?|roads?|routes?|maps?|entry|visas?"
        "|access|passage"
        "|investigat\\w+|inspect\\w*|verif\\w+|search\\w*|clear\\w*|repairs?|with (?:\\w+ )?(?:crews?|teams?"
        "|persons|men|engineers)"
    )
    dates = re.compile(
        r"\b(?:from|by|until|as\s+of|after|starting\s+from|not\s+later\s+than)\s+(?:D-?day|D[+-]\d+)\b|\bD[+-]?\d+\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            words = draft.nameless[sentence.start]
            bare = self.dates.sub(lambda match: " " * len(match.group()), words)
            match = self.duty.search(" ".join(bare.split()).replace(" .", "."))
            if match is None or self.told.search(match["act"]):
                continue
            if draft.concepts(sentence).keys() & {"body", "other"}:
                continue  # whom it helps says in its own mandate what that takes
            said = match["act"]  # one blank between its words, as the pattern asks for
            at = sentence.exact.find(said.split()[0])
            if at >= 0:
                why = f"To '{said}' is whatever a Party takes for it: nobody can tell whether it was done."
                yield self.at(draft, sentence.start + at, sentence.end, why, provision=sentence.provision)


RULES: tuple[Rule, ...] = (HollowDuty(),)
