"""How disputes end: with somebody who decides, or with those who have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from parley.model import Finding, Sentence
from parley.text import patterns as re

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_DISPUTE = phrase("{dispute}")
_SETTLED = phrase("{settled}")
_DECIDER = phrase("{decider}")
_AMONG_THEMSELVES = phrase("{among_themselves}")
_LAST = phrase("{last_step}")
_GOES_ON = re.compile(
    r"\W*(?:If|Failing|It|They|The\s+matter|Then\b|Thereafter|After|Otherwise|Should|Unless|When|Where|Finally"
    r"|Lastly|In\s+(?:the\s+)?case|In\s+the\s+(?:end"
    r"|last)|Such|Those|These|Until|Any\s+(?:of\s+)?th|As\s+a\s+last)",
)
_UNSETTLED = re.compile(r"\b(?:not|un|without|fail\w*|still)\s*(?:\w+\s+){0,3}?(?:settle|resolve|decid|agree)", re.I)
"""What takes a dispute to the next level, also in the next paragraph."""
_TEXTS_DIFFER = re.compile(
    r"\b(?:accords?|agreements?|texts?|versions?|maps?|treat(?:y|ies)|understandings?)\b[^.]*\b(?:in\s+force|prevails?|lapses?"
    r"|gives?\s+way|authentic)\b",
    re.IGNORECASE,
)
"""Where texts differ, and no parties do."""


@dataclass(frozen=True)
class Ladder:
    """The sentences of one provision that tell how a dispute is settled, joined, each with its place."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> str:
        return " ".join(each.exact for each in self.sentences)

    def place(self, start: int, end: int) -> tuple[Sentence, int, int]:
        """The sentence in which a stretch of the joined words begins, and where it stands in the text."""
        at = 0
        for each in self.sentences:
            if start < at + len(each.exact):
                first = each.start + start - at
                return each, first, min(first + end - start, each.end)
            at += len(each.exact) + 1
        last = self.sentences[-1]
        return last, last.start, last.end


def ladders(draft: Draft) -> Iterator[Ladder]:
    """Each dispute clause: a sentence that says how disputes are settled, and those after it that go on about it."""
    run: list[Sentence] = []
    for sentence in draft.operative:
        opens = bool(_DISPUTE.search(sentence.exact)) and not _TEXTS_DIFFER.search(sentence.exact)
        goes_on = bool(_GOES_ON.match(sentence.exact))
        same = bool(run) and run[-1].provision == sentence.provision
        next_one = bool(run) and goes_on and _UNSETTLED.search(sentence.exact) and sentence in draft.close_to(run[-1])
        if (same and (opens or goes_on)) or next_one:
            run.append(sentence)
            continue
        if run:
            yield Ladder(tuple(run))
        run = [sentence] if opens else []
    if run:
        yield Ladder(tuple(run))


class EndsWithTheParties(Rule):
    code = "H3.consensus"
    title = "Disputes that end with the parties"
    reference = "Checklist H3: the ladder ends in consensus of the parties"
    applies_to = "sentences on disputes"
    fix = "Name who decides when the parties do not agree within n days, as a last resort that is of neither side."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for ladder in ladders(draft):
            words = ladder.words
            own = list(_AMONG_THEMSELVES.finditer(words))
            if not own or not _SETTLED.search(words):
                continue
            last = own[-1]
            deciders = [match.end() for match in _DECIDER.finditer(words) if not self._a_party(draft, match.group())]
            decided = max(deciders, default=-1)
            clause = re.split(r"[.;,]", words[: last.start()])[-1]
            whole = re.split(r"[.;]", words[: last.start()])[-1]
            back = bool(_LAST.search(whole)) and decided < last.start()
            if decided >= 0 and not back:
                continue
            start = last.start() - len(clause.lstrip())
            stop = re.compile(r"[.;]|$").search(words, last.end())
            sentence, first, end = ladder.place(start, stop.start() if stop else last.end())
            said = " ".join(draft.framework.text[first:end].split())
            why = f"'{said}' leaves a dispute with those who have it."
            yield self.at(draft, first, end, why, provision=sentence.provision)

    parties = re.compile(r"\W*(?:(?:The|Both|Each)\s+)?(?:Part(?:y|ies)|Sides?|They)\b")

    def _a_party(self, draft: Draft, words: str) -> bool:
        """Whether who settles it here is a party: "Parties shall settle"."""
        named = draft.names.within(words)
        return bool(self.parties.match(words)) or (bool(named) and named <= draft.party_ids)


class LevelWithoutTime(Rule):
    code = "H3.level"
    title = "A level of disputes without time, between levels that have it"
    reference = "Checklist H3: levels, time per level, last resort"
    applies_to = "clauses on disputes of three levels or more that give time to some of them"
    fix = "Give this level its days too: '..., the Commission settles it within 5 further days'."

    passed_on = re.compile(
        r"\W*(?:(?:If|Where|When|Should|Unless)\b[^.;,]*?\b(?:not|un\w+|fails?|failing|cannot)\b|Failing\b)[^.;,]*,",
        re.I,
    )
    """How a sentence opens that comes to the next level when the one before has not settled it."""

    next_level = re.compile(
        r"[,;]\s*(?:and\s+)?(?:fail\w*\s+(?:which|that|this|(?:an?\s+)?(?:agreement|settlement|solution))|if\s+(?:not|this\s+fails)|otherwise|then"
        r"|thereafter|after\s+that|afterwards|finally|lastly|in\s+the\s+(?:last|second|third)\s+(?:resort|instance|place))\b",
        re.IGNORECASE,
    )
    """What stands before the next level where one sentence names them all."""

    time = re.compile(r"\b(?:day|hour|week|month)s?\b", re.IGNORECASE)
    each_level = re.compile(
        r"\b(?:each|every|any|either)\s+(?:of\s+(?:th\w+|which)|level|step|stage|instance|case)\b", re.I
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for ladder in ladders(draft):
            if self.each_level.search(ladder.words):
                continue
            yield from self._in_one_sentence(draft, ladder)
            steps = [each for each in ladder.sentences if self.passed_on.match(each.exact)]
            if len(steps) < 2 or not self.time.search(ladder.words):
                continue
            for step, after in pairwise(steps):
                opening = self.passed_on.match(after.exact)
                between = [each.exact for each in ladder.sentences if step.start <= each.start < after.start]
                if not self.time.search(" ".join([*between, opening.group() if opening else ""])):
                    why = (
                        f"'{' '.join(step.exact.split())}' has no number of days, so a dispute can rest there for ever."
                    )
                    yield self.at(draft, step.start, step.end, why, provision=step.provision)

    def _in_one_sentence(self, draft: Draft, ladder: Ladder) -> Iterator[Finding]:
        """The levels but the last one that a sentence names one behind the other, and gives no time to."""
        for sentence in ladder.sentences:
            marks = [match.start() for match in self.next_level.finditer(sentence.exact)]
            levels = [sentence.exact[start:end] for start, end in pairwise([0, *marks, len(sentence.exact)])]
            if len(levels) < 3 or not any(map(self.time.search, levels)):
                continue
            for start, level in zip([0, *marks], levels[:-1], strict=False):
                if not self.time.search(level):
                    at = sentence.start + start + len(level) - len(level.lstrip(" ,;"))
                    words = " ".join(level.strip(" ,;").split())
                    why = f"'{words}' has no number of days, so a dispute can rest there for ever."
                    yield self.at(draft, at, sentence.start + start + len(level), why, provision=sentence.provision)


RULES: tuple[Rule, ...] = (EndsWithTheParties(), LevelWithoutTime())
