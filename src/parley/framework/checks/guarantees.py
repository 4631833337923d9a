"""What a guarantor promises: an act, upon a finding, within a time; or nothing that anybody could see done."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule


class EmptyGuarantee(Rule):
    code = "H5.empty"
    title = "A guarantee without an act"
    reference = "Checklist H5: act promised, trigger, time"
    applies_to = "guarantees by third parties"
    fix = "Say what the guarantor does, upon whose finding, and within how many days."
    hints = (
        "guarant",
        "vouch",
        "surety",
        "sureties",
        "underwrit",
        "warrant",
        "stand",
        "pledge",
        "assur",
        "respected",
        "kept",
        "observed",
        "carried out",
        "honour",
    )
    guarantees = phrase("{guarantees}")
    of_parties = re.compile(
        r"\W*(?:(?:The|Each|Both|Neither|No|Either|All|Any)\s+(?:of\s+the\s+)?(?:\w+\s+)?(?:Part(?:y|ies)|sides?)\b"
        r"|It\s+is\s+guaranteed)",
        re.IGNORECASE,
    )
    acts = phrase("{guarantor_acts}")
    goes_on = re.compile(
        r"\W*(?:It|They|The\s+guarantors?|Upon|If|When|In\s+case|Should|To\s+this\s+end|For\s+this|As\s+guarantor"
        r"|(?:Within|By|On|Not\s+later\s+than|No\s+later\s+than)\s[^.;]{0,80}?\b(?:(?:it|they|the\s+guarantors?)\s+(?:shall|will|must)|it\s+[a-z]+s|they\s+[a-z]+"
        r"|its\s+\w+\s+[a-z]+s|(?!Part)[A-Z][\w’'-]+\s+(?:shall|will|must|[a-z]+s)))\b"
    )
    signs = re.compile(r"\W*(?:For|On\s+behalf\s+of|As\s+(?:\w+\s+){1,5}?for)\b[^.;]*:\s")
    """A line with a signature says in what part somebody signs; what he promises stands in the text."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.hinted(self.hints):
            match = self.guarantees.search(sentence.exact)
            of_another = match is not None and re.search(
                r"guarantee\s+of|guaranteed\s+by", match.group(), re.IGNORECASE
            )
            if (
                match is None
                or self.signs.match(sentence.exact)
                or (not of_another and self._by_a_party(draft, sentence, match))
                or self._promises(draft, sentence, match)
            ):
                continue
            words = " ".join(match.group().split())
            why = f"'{words}' promises nothing that anybody could see done."
            yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _by_a_party(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether a party itself promises something here, which is then its duty and no guarantee."""
        if self.of_parties.match(sentence.exact):
            return True
        before = sentence.exact[: match.start()].strip()
        own = (name for party in draft.framework.parties for name in (party.id, party.name, party.name.split()[-1]))
        return any(before.endswith(name) or sentence.exact.lstrip().startswith((name, f"The {name}")) for name in own)

    def _promises(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        words = f"{sentence.exact[: match.start()]} {sentence.exact[match.end() :]}"
        if self.role.search(sentence.exact) and any(
            other is not sentence and self.guarantees.search(other.exact) for other in draft.operative
        ):
            return True  # the other sentence tells what a guarantor does, or is found itself
        if self.acts.search(words):
            return True
        if self._acts_nearby(draft, sentence):
            return True
        near = draft.beside(sentence)
        at = near.index(sentence.exact) if sentence.exact in near else len(near)
        after = (words for words in near[at + 1 : at + 3] if self.goes_on.match(words) and self.acts.search(words))
        return any(self._of_the_guarantor(draft, sentence, words) for words in after) or any(
            re.search(r"\bguarantors?\s+(?:shall|will)\b", words) for words in near
        )

    def _acts_nearby(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a sentence close by was read as a duty of who guarantees, due within a time."""
        third = {who for each in sentence.obligations if each.bearer for who in each.bearer.value} - draft.party_ids
        return any(
            each.bearer is not None
            and set(each.bearer.value) & third
            and each.window is not None
            and each.window.value.within
            for near in draft.close_to(sentence)
            if near is not sentence
            for each in near.obligations
        )

    def _of_the_guarantor(self, draft: Draft, sentence: Sentence, words: str) -> bool:
        """Whether a later sentence is of who guarantees: it names him, or nobody else before "it" that acts."""
        third = draft.names.within(sentence.exact) - draft.party_ids
        return bool(self.by_pronoun.search(words) or not third or draft.names.within(words) & third)

    role = re.compile(r"\b(?:is|are)\s+(?:an?\s+|the\s+)?(?:joint\s+)?guarantors?\b(?!\s+that)", re.IGNORECASE)
    """What somebody is called, in a list of who has which part."""
    by_pronoun = re.compile(
        r"^\W*(?:It|They|To\s+this\s+end)\b|\b(?:it|they|the\s+guarantors?)\s+(?:shall|will|must|[a-z]{4,}s)\b",
        re.IGNORECASE,
    )


RULES: tuple[Rule, ...] = (EmptyGuarantee(),)
