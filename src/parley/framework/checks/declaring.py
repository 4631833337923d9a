"""Declarations and inventories: to whom, and before what is held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.model import Finding, Sentence, SentenceForm
from parley.text import durations
from parley.text import patterns as re

from .draft import Draft
from .instants import minutes_of
from .rule import Rule
from .steps import BODY_KINDS, stems

_PAPERS = ("declar", "list", "inventor", "regist", "notif", "statement", "return", "record")
_NAMED_PAPER = re.compile(
    r"\b(?:the|this|that|these|those|its|their|each|both|such)\s+(?:\w+\s+){0,2}?(?P<paper>declar|list|inventor|regist|statement)"
    r"(?:ation|y|ies|er|s)*\b"
    r"|\b(?:(?:the|its|their)\s+)(?P<done>declared|listed|registered|notified|inventoried)\s+(?=[a-z])",
    re.IGNORECASE,
)
"""A paper, or what stands in one, that the text has told of: "the declaration", "the declared locations"."""


def _papers(words: str) -> frozenset[str]:
    """The kinds of papers that the words speak of as known."""
    named = ((match["paper"] or match["done"]).lower() for match in _NAMED_PAPER.finditer(words))
    return frozenset(root for name in named for root in _PAPERS if name.startswith(root))


def _made(words: str) -> frozenset[str]:
    """The kinds of papers that the words have made or handed in."""
    return frozenset(root for root in _PAPERS if re.search(rf"\b{root}", words, re.IGNORECASE))


_WHO_CONFIRMS = frozenset({"must", "body", "other"})
"""Without one of these nobody confirms anything: "the others are counted from it"."""


_TELLS = 2
"""So many words has a confirmation in common with the declaration elsewhere that it is held against."""


class ConfirmedEarly(Rule):
    code = "D5.early"
    title = "Confirmed before it is declared"
    reference = "Checklist D5: confirmation due before the declaration"
    applies_to = "declarations, and the confirmations that rest on them"
    fix = "Let the confirmation be due after the declaration."
    late = "What is held against this is due before it."
    due = re.compile(r"\b(?:by|before|(?:not|no)\s+later\s+than|on|until|within)\s+(?:the\s+)?$", re.IGNORECASE)
    idle = stems(
        "list declaration declare inventory register notify notified check count compare certify verify hand give "
        "deliver Party Parties day bear hold against due confirm stand whether was what true"
    )
    """What says nothing of the things that are declared."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        by_start = {sentence.start: sentence for sentence in draft.operative}
        for each in self._early(draft):
            sentence = by_start.get(each.start)
            of_people = sentence is not None and "needy" in draft.concepts(sentence)
            yield each.replace(code="E2.order") if of_people else each  # D5 is on arms and troops

    def _early(self, draft: Draft) -> Iterator[Finding]:
        named = stems(" ".join(each.name for each in (*draft.framework.bodies, *draft.framework.others)))
        idle = self.idle | named | stems(BODY_KINDS.replace("|", " "))
        dated = [(each, last) for each in draft.operative if (last := self._due(draft, each)) is not None]
        declared = [(each, last) for each, last in dated if self._declares(draft, each)]
        for sentence, _ in dated:
            if self._checked_first(draft, sentence):
                why = "This is to be confirmed before it is declared."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        for sentence, last in dated if declared else ():
            hits = draft.concepts(sentence)
            if "confirms" not in hits or not hits.keys() & _WHO_CONFIRMS or self._declares(draft, sentence):
                continue
            referred = self.under.findall(sentence.exact)
            meant = next((each for each, due in declared if each.provision in referred and due > last), None)
            if meant is not None:
                why = "This is due before the declaration that it is held against."
                yield from self.at_both(draft, sentence, meant, why, self.late)
                continue
            told = [(each, due) for each, due in declared if each.provision == sentence.provision is not None]
            before = [(each, due) for each, due in told if each.start < sentence.start]
            if before and before[-1][1] > last and self.that.search(sentence.exact):
                why = "This is due before the declaration that it confirms."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
                continue
            told = self._told_of(draft, sentence, declared)
            if told and all(due > last for _, due in told):
                why = "This is due before the declaration that it is held against."
                yield from self.at_both(draft, sentence, told[0][0], why, self.late)
                continue
            if "against_list" not in hits and not any(self._same_arms(draft, sentence, each) for each, _ in declared):
                continue
            about = stems(sentence.exact) - idle
            alike = [(each, due, len(about & stems(each.exact))) for each, due in declared
                     if self._people(each) == self._people(sentence)]  # fmt: skip
            best = max((same for *_, same in alike), default=0)
            nearest = [(each, due) for each, due, same in alike if same == best > 0]
            if best < _TELLS and all(each.provision != sentence.provision for each, _ in nearest):
                continue  # one word in common says little, and lists of other things come when they come
            if nearest and all(due > last for _, due in nearest):
                first = nearest[0][0]
                why = "This is due before what it is held against: the lists may rightly come later."
                yield from self.at_both(draft, sentence, first, why, self.late)

        yield from self._resting(draft, declared)

    def _told_of(
        self, draft: Draft, sentence: Sentence, declared: Sequence[tuple[Sentence, int]]
    ) -> list[tuple[Sentence, int]]:
        """The declarations of which a sentence speaks as known: those of its own article, the likest of them."""
        papers = _papers(sentence.exact)
        if not papers or sentence.provision is None:
            return []
        article = sentence.provision.split(".")[0]
        pool = [
            (each, due, len(self._about(draft, each) & self._about(draft, sentence)))
            for each, due in declared
            if each is not sentence
            and each.provision is not None
            and each.provision.split(".")[0] == article
            and papers & _made(each.exact)
            and not self._complete.search(each.exact)
            and self._people(each) == self._people(sentence)
        ]
        best = max((same for *_, same in pool), default=0)
        return [(each, due) for each, due, same in pool if same == best]

    _complete = re.compile(
        r"\bthat\s+(?:its|their|the|it|they)\b[^.;]*\b(?:complete\w*|finished|done|ended)\b", re.IGNORECASE
    )
    """Who notifies that something is done declares none of it."""

    def _about(self, draft: Draft, sentence: Sentence) -> frozenset[str]:
        """What a sentence is about, apart from who it is that declares and confirms."""
        names = stems(" ".join(each.name for each in (*draft.framework.bodies, *draft.framework.others)))
        return stems(sentence.exact) - self.idle - names

    def _resting(self, draft: Draft, declared: Sequence[tuple[Sentence, int]]) -> Iterator[Finding]:
        """What is done to the declared things, or to those on a list, by a day before they are declared."""
        for sentence in draft.duties if declared else ():
            if "confirms" in draft.concepts(sentence) or draft.in_list(sentence):
                continue
            own = self._due(draft, sentence)
            dues = [own] if own is not None else [due for each in draft.items_of(sentence)
                                                  if (due := self._due(draft, each)) is not None]  # fmt: skip
            told = self._told_of(draft, sentence, [each for each in declared if each[0].start < sentence.start])
            if dues and told and all(due > min(dues) for _, due in told):
                why = "This is due before the declaration on which it rests."
                yield from self.at_both(draft, sentence, told[0][0], why, "What rests on this is due before it.")

    clause = re.compile(r"[;,]\s+(?:(?:and|but|while|of)\s+)?|\s+(?=(?:that|which)\s+(?:each|the|it|both|every)\b)")
    checks = re.compile(r"\b(?:confirm|verif|certif|check|inspect|compar|count|test)\w*", re.IGNORECASE)
    hands_in = re.compile(
        r"\b(?:declar|regist|report|notif|submit|file|furnish|suppl|deliver|provid|lodg|present|hand(?:s|ed)?\s+(?:over|in)|giv|send)\w*\b",
        re.IGNORECASE,
    )
    paper = re.compile(
        r"\b(?:lists?|declarations?|inventor(?:y|ies)|registers?|returns?|statements?|declared|listed|notified|registered)\b",
        re.IGNORECASE,
    )

    def _checked_first(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether one clause of a sentence checks, by a day, what another hands in by a later one."""
        if not self.paper.search(sentence.exact):
            return False
        days = [(start, last) for start, _, _, last in draft.days(sentence) if self.due.search(sentence.exact[:start])]
        starts = [0, *(match.end() for match in self.clause.finditer(sentence.exact)), len(sentence.exact)]
        checked, handed = [], []
        for start, end in pairwise(starts):
            words = sentence.exact[start:end]
            due = [last for at, last in days if start <= at < end]
            if due and self.checks.search(words):
                checked.append(due[-1])
            elif due and self.hands_in.search(words):
                handed.append(due[-1])
        return bool(checked and handed) and max(checked) < min(handed)

    that = re.compile(
        r"\b(?:confirm|verif|certif|den(?:y|ies)|check|test)\w*\s+(?:or\s+\w+\s+)?(?:this|it|that|them|these"
        r"|(?:the|these|those|both|all)\s+(?:declarations?|lists?|inventor(?:y|ies)|registers?|statements?))\b"
    )
    """What was declared in the sentence before."""
    under = re.compile(
        r"\b(?:declarations?|lists?|inventor(?:y|ies)|statements?|registers?)\s+(?:made\s+|given\s+)?(?:under|of"
        r"|in|by)\s+"
        r"(?:[Pp]aragraphs?|[Aa]rticles?|[Pp]oints?|[Ss]ections?)\s+(\d[\d.]*(?:\(\w+\))*)(?<!\.)"
    )
    """A declaration by the provision that demands it."""

    def _same_arms(self, draft: Draft, one: Sentence, other: Sentence) -> bool:
        """Whether both speak of weapons or forces that the text defines: nobody confirms the whole of what is not yet
        declared."""
        terms = (each.term for each in draft.definitions if each.term in one.exact and each.term in other.exact)
        return "of_arms" in draft.concepts(other) and any(terms)

    done = re.compile(r"\b(?:stated|given|told|signed|recorded|agreed|drawn\s+up|exchanged)\b[^.;,]{0,40}\bon\s+$")
    """What was so already: "the numbers stated at Hallmere on 8 September"."""
    counted = re.compile(r"\s+(?:of|after|from)\s+(?:the\s+)?", re.IGNORECASE)
    """Between a length and the day from which it is counted."""

    def _due(self, draft: Draft, sentence: Sentence) -> int | None:
        """The minute after the day by which the sentence is due."""
        days = [each for each in draft.days(sentence) if not self.done.search(sentence.exact[: each[0]])]
        by = [last for start, _, _, last in days if start == 0 or self.due.search(sentence.exact[:start])]
        for length in durations(sentence.exact):
            counted = self.counted.match(sentence.exact, length[1])
            day = next((last for start, _, _, last in days if counted and start == counted.end()), None)
            minutes = minutes_of(length[2])
            if day is not None and minutes is not None and self.due.search(sentence.exact[: length[0]]):
                by.append(day + minutes)
        return by[-1] if by else None

    def _declares(self, draft: Draft, sentence: Sentence) -> bool:
        hits = draft.concepts(sentence)
        if self.passes_on.search(sentence.exact):
            return False  # what others have declared goes further
        told = [place for place in hits.get("declares", ()) if not self.known_as.search(sentence.exact, 0, place[1])]
        return bool(told) and "confirms" not in hits

    known_as = re.compile(r"\b(?:every|each|all|the|any|its|their)\s+declared\Z", re.IGNORECASE)
    """What has been declared already: "at every declared Camp"."""

    passes_on = re.compile(
        r"\b(?:pass(?:es)?|forwards?|relays?|(?:sends?|hands?)\s+on)\s+(?:on\s+)?(?:the|all|these|those|both)\b",
        re.IGNORECASE,
    )

    def _people(self, sentence: Sentence) -> bool:
        """Whether it speaks of persons: the lists of prisoners and those of weapons are not the same."""
        return bool(
            re.search(
                r"\b(?:prisoner|detain|child|person|people|captive|interned|missing|dead|grave|fallen)\w*",
                sentence.exact,
                re.IGNORECASE,
            )
        )


_DRAWS_UP = re.compile(
    r"\b(?:draws?\s+up|mak(?:e|es)|keeps?|compiles?|prepares?|establish(?:es)?|maintains?|sets?\s+up|writes?(?:\s+up)?|takes?|produces?"
    r"|opens?)\s+(?:(?:for\s+(?:itself|themselves|its\s+own\s+use|their\s+own\s+use)|[^.;]{0,40}?)[,\s]+)?"
    r"(?:an?|the|its|their)\s+(?:\w+\s+){0,2}?(?:registers?|lists?|inventor(?:y|ies)|records?|stock(?!s)|tally|account|count|book)\b"
    r"|\btakes?\s+stock\b|\b(?:shall|must|will)\s+(?:register|inventory|count|list)\s+(?=(?:all\s+|each\s+of\s+)?(?:its|the|their)\b)",
    re.IGNORECASE,
)
"""How a side puts on paper what it has."""
_HANDED = re.compile(
    r"\b(?:hand|giv|gave|transmit|submit|deliver|send|sent|forward|furnish|provid|lodg|present|communicat|declar|notif|suppl|deposit|fil(?:e|es|ed)\b"
    r"|report|show|pass|open\s+to|cop(?:y|ies)|access|inspect|copied|receiv|annex|exchang|mission|commission|monitor|publish)\w*",
    re.IGNORECASE,
)
_DECLARES = re.compile(r"\bdeclares?\s+(?!to\b)", re.IGNORECASE)
_TO_WHOM = re.compile(r"\bto\s+(?:the|each|one|its|both|a)\b|\b(?:mutually|publicly|in\s+public)\b", re.IGNORECASE)
_SECRET = re.compile(
    r"\bfor\s+(?:itself|themselves|its\s+own|their\s+own)|\b(?:confidential|internal|secret|private|own\s+use)\b",
    re.IGNORECASE,
)


class ForNobody(Rule):
    """An inventory that its own side keeps, and nobody else gets."""

    code = "D5.to-nobody"
    title = "An inventory that nobody is given"
    reference = "Checklist D5: each party declares units, weapons, sites, minefields to whom by when"
    applies_to = "duties of the parties to list their arms, units or mines"
    fix = "Say to whom it is handed over, and by when: '... and shall hand it to the Commission by D+2'."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            match = _DRAWS_UP.search(sentence.exact)
            if match is None and not _TO_WHOM.search(sentence.exact) and not draft.days(sentence):
                match = _DECLARES.search(sentence.exact)
            hits = draft.concepts(sentence)
            if match is None or sentence.form is SentenceForm.BAN or draft.in_list(sentence) or "of_arms" not in hits:
                continue
            bearers = {who for each in sentence.obligations for who in draft.bearers(each)}
            if (bearers and not bearers & draft.party_ids) or self._by_a_body(draft, sentence):
                continue
            plain = sentence.exact[: match.start()] + " " + sentence.exact[match.end() :]
            own = _SECRET.search(sentence.exact)
            if (_HANDED.search(plain) or draft.names.within(plain) - draft.party_ids) and not own:
                continue
            near = [] if own else [each for each in draft.beside(sentence) if each != sentence.exact]
            if not any(_HANDED.search(words) and _papers(words) | self._it(words) for words in near):
                yield self.on(draft, sentence, match, "This tells nobody but the side itself what it has.")

    def _by_a_body(self, draft: Draft, sentence: Sentence) -> bool:
        hits = draft.concepts(sentence)
        opening = sentence.exact[:60].split(" shall ")[0]
        return bool(draft.names.within(opening) - draft.party_ids) and "party" not in hits

    def _it(self, words: str) -> frozenset[str]:
        return frozenset(("it",)) if re.match(r"\W*(?:It|They)\b", words) else frozenset()


class Unconfirmed(Rule):
    """A withdrawal that is over when the side that withdraws says so."""

    code = "D4.unconfirmed"
    title = "A withdrawal that nobody confirms"
    reference = "Checklist D4: who declares and who confirms"
    applies_to = "sentences by which a withdrawal is told, or taken, to be complete"
    fix = "Add who inspects it and confirms it in writing, by when: 'The Commission shall confirm it by D+10.'"
    tells = r"\b(?:notif|declar|report|announc|inform|tell|told|state\b|communicat)\w*\b"
    deed = (
        r"\b(?:withdrawals?|pull-?(?:back|out)s?|disengagement|redeployment|moves?|movements?|removals?"
        r"|relocation)\b"
    )
    done = re.compile(
        rf"{tells}[^.;]{{0,80}}{deed}[^.;]{{0,30}}\b(?:complete\w*|finished|ended|carried\s+out|over|done)\b"
        rf"|{tells}[^.;]{{0,60}}\b(?:completion|end)\s+of\s+(?:its|the|their|this)\s+{deed}"
        rf"|{deed}[^.;]{{0,40}}\b(?:is|are|shall\s+be)\s+(?:deemed|considered|regarded|taken\s+as|held)\b"
        r"[^.;]{0,30}\b(?:complete\w*|finished|ended|done|carried\s+out)\b",
        re.IGNORECASE,
    )
    of_else = re.compile(
        r"\b(?:confirm|verif|inspect|certif|check|count|attest)\w*\s+(?:this|it|that|(?:each|the|both|these|all)\s+(?:lists?"
        r"|declarations?|records?|maps?|inventor(?:y|ies)|positions))\b",
        re.IGNORECASE,
    )
    """What is confirmed in another provision: not this withdrawal."""
    seen = re.compile(r"\b(?:confirm|verif|inspect|certif|check|count|attest)\w*", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.done.search(sentence.exact)
            article, dot, _ = (sentence.provision or "").partition(".")
            if match is None or not dot or self._by_a_body(draft, sentence) or self._seen(draft, sentence):
                continue
            near = (each for each in draft.operative if (each.provision or "").split(".")[0] == article)
            seen = (each for each in near if each is not sentence and self._seen(draft, each))
            if all(each.provision != sentence.provision and self.of_else.search(each.exact) for each in seen):
                why = "Only the side that withdraws says that it is done, and nobody confirms it."
                yield self.on(draft, sentence, match, why)

    def _seen(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether somebody who is no party looks at it or confirms it."""
        others = draft.names.within(sentence.exact) - draft.party_ids
        return bool(self.seen.search(sentence.exact)) and (bool(others) or "monitor" in draft.concepts(sentence))

    def _by_a_body(self, draft: Draft, sentence: Sentence) -> bool:
        bearers = {who for each in sentence.obligations for who in draft.bearers(each)}
        return bool(bearers) and not bearers & draft.party_ids


RULES: tuple[Rule, ...] = (ConfirmedEarly(), ForNobody(), Unconfirmed())
