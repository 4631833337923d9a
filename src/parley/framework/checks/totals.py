"""What "the 140 observers" speaks of where the text has counted 160 of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Finding, Sentence, Severity
from parley.text import patterns as re

from .draft import Draft
from .rule import Rule

_NOT_COUNTED = (
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|times|km|kilomet\w+|m|met(?:re|er)s?|miles?|mm|per|percent|copies|articles?|paragraphs?"
    r"|points?|sections?|parties|sides|signatories|annexes|languages|o['’]clock|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|North|South|East|West|N|S|E|W)"
)
_COUNT = re.compile(
    r"(?<![\w.+:-])(?P<number>\d{1,3}(?:[,.]\d{3})+|\d{2,6})\s+"
    rf"(?!{_NOT_COUNTED}\b)(?P<adjective>(?:(?!of\b|and\b|or\b)[a-z][\w-]+\s+)?)(?!{_NOT_COUNTED}\b)(?P<noun>[a-z]{{3,}}s)\b"
    r"(?:\s+of\s+(?P<stuff>(?!the\b|its\b|their\b|each\b|both\b|all\b|which\b|whom\b)[a-z]{3,})\b)?"
)
_DEFINITE = re.compile(r"\b(?:the|these|those)\s+(?:whole\s+|full\s+|entire\s+)?\Z", re.IGNORECASE)
_OF_SOME = re.compile(
    r"\s*(?:,\s+)?(?:that|which|who|whom|whose|in|on|at|from|for|under|listed|named|held|stationed|posted|not|still|already|remaining|to\s+be)\b"
)
"""What tells of which ones: "the 12 observers who guard the bridge" are some of them."""
_PART = re.compile(
    r"\b(?:first|last|other|remaining|further|additional|next|rest|half|(?:one|two|some|any|each|most|none|all|\d+)\s+of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Counted:
    sentence: Sentence
    start: int
    end: int
    number: int
    what: tuple[str, str | None]
    definite: bool


class AnotherTotal(Rule):
    code = "L7.total"
    title = "A total that is another one elsewhere"
    severity = Severity.BLOCKER
    reference = "Checklist L7: two numbers for one quantity"
    applies_to = "numbers behind 'the', where the text counts the same things once more"
    fix = "Write the number in one place, and 'the observers' elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        by_thing: dict[tuple[str, str | None], list[_Counted]] = {}
        for sentence in draft.operative:
            for each in self._counted(sentence):
                by_thing.setdefault(each.what, []).append(each)
        for (noun, _), alike in by_thing.items():
            definite = [each for each in alike if each.definite]
            numbers = {each.number for each in alike if each not in definite}
            for each in definite:
                others = numbers or {one.number for one in alike if one is not each}
                if len(others) == 1 and each.number not in others and self._apart(each, alike):
                    other = next(one for one in alike if one.number in others)
                    why = (
                        f"Here they are {each.number:,} {noun}, elsewhere {other.number:,}: which of the two is meant?"
                    )
                    yield self.at(
                        draft, each.start, each.end, why,
                        provision=each.sentence.provision, also=(other.sentence.provision,),
                    )  # fmt: skip

    @staticmethod
    def _apart(each: _Counted, alike: list[_Counted]) -> bool:
        """Whether the other count stands in another sentence."""
        return all(one.sentence is not each.sentence for one in alike if one is not each)

    def _counted(self, sentence: Sentence) -> Iterator[_Counted]:
        words = sentence.exact
        for match in _COUNT.finditer(words):
            before = words[: match.start()]
            if _PART.search(before):
                continue
            definite = _DEFINITE.search(before) is not None and not _OF_SOME.match(words, match.end())
            number = int(re.sub(r"[,.]", "", match["number"]))
            what = (match["noun"], match["stuff"])
            yield _Counted(
                sentence, sentence.start + match.start(), sentence.start + match.end(), number, what, definite
            )


RULES: tuple[Rule, ...] = (AnotherTotal(),)
