"""Bodies, grades and suspensions: who breaks a tie, what a grade leads to, what brings back what was suspended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Finding, FindingKind, Modality, SentenceForm, Severity

from .draft import Draft
from .phrases import phrase
from .rule import Rule


class PartiesAlone(Rule):
    code = "G1.no-chair"
    title = "A body of the parties alone, and nobody to break a tie"
    severity = Severity.BLOCKER
    reference = "Checklist G1; HRC 6.1: body composed only of parties with no chair or tie rule"
    applies_to = "sentences that say of whom a body consists"
    fix = "Add a chair from neither side, or say how a tie is broken and within how many days."
    of_parties = phrase(
        "(?:consists?|consisting|composed|has|have|made up|comprises?|formed|committee|commission|board|council"
        "|mechanism|group|body"
        "|team|centre) (?:only |solely )?"
        "(?:of |by |from )?(?:[^.;]{0,40} )?(?:(?:members?|representatives?|officers?|delegates?|experts?"
        "|persons)[^.;]{0,30} )?"
        "(?:of|from|by|named by|appointed by) (?:each|both|either|the) (?:of the )?(?:part(?:y|ies)|sides?)"
    )
    sound = re.compile(
        r"\b(?:chair\w*|presid\w+|head\w*|casting|tie\b|neutral|third|independent|observer|impartial|led\s+by"
        r"|majority|arbit\w+|deadlock"
        r"|if\s+(?:they|the\s+members)\s+(?:do\s+not|cannot|disagree)|liaison)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        names = [name for one in draft.framework.others for name in (one.id, one.name, one.name.split()[-1])]
        for sentence in draft.operative:
            match = self.of_parties.search(sentence.exact)
            if match is None or not re.search(
                r"\b(?:member|representative|officer|delegate|expert|person)s?\b", sentence.exact, re.I
            ):
                continue
            body = self._body(draft, sentence.provision)
            near = [sentence.exact, *draft.beside(sentence)]
            near += [each.exact for each in draft.operative if body and body in each.exact]
            if any(self.sound.search(words) for words in near):
                continue
            if any(name in words for words in near[: 1 + len(draft.beside(sentence))] for name in names):
                continue
            why = "Only the parties sit in it; where they differ nothing is decided."
            yield self.on(draft, sentence, match, why)

    def _body(self, draft: Draft, provision: str | None) -> str | None:
        """The name of the body that this provision sets up."""
        words = " ".join(draft.beside_of(provision))
        return next((body.name for body in draft.framework.bodies if body.name in words), None)


class OneWaySuspension(Rule):
    code = "E5.one-way"
    title = "A suspension that nothing brings to an end"
    reference = "Checklist E5; HR 40: suspends, never resumes"
    applies_to = "suspensions"
    fix = "Add when it returns and by whose finding: 'and shall resume it within 3 days of ...'."
    suspends = phrase(
        "(?:may|can|shall|will|is entitled to|is free to) (?:\\w+ )?(?:suspend|withhold|hold back|interrupt"
        "|stop (?:its |the "
        "|all )?"
        "(?:deliver\\w+|payments?|supply|supplies|aid|trade|passage|flights|release\\w*|exchange\\w*|shipments?"
        "|transit|assistance))[^.;]{0,60}"
        "|(?:is|are|shall be|may be|will be) (?:\\w+ )?suspended"
    )
    returns = re.compile(
        r"\b(?:resum\w+|reinstat\w+|restor\w+|lift\w*|continu\w+|until|while|as\s+long\s+as|so\s+long\s+as"
        r"|for\s+(?:up\s+to\s+|at\s+most\s+)?\d+"
        r"|for\s+the\s+(?:time|duration|period)|during|temporar\w+|for\s+\w+\s+(?:days|hours|weeks)|again"
        r"|ends?\s+when|return\w*|up\s+to\s+\d+|pay\s+it|not\s+longer|no\s+longer)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.suspends.search(sentence.exact)
            if match is None or re.search(
                r"\b(?:no\s+party|shall\s+not|may\s+not|neither)\b", sentence.exact, re.IGNORECASE
            ):
                continue
            if re.search(
                r"\bsuspend\w*\s+(?:all\s+|any\s+)?(?:hostil|military|fire|attack|operation)",
                sentence.exact,
                re.IGNORECASE,
            ):
                continue  # that is what the text is for
            if not any(self.returns.search(words) for words in [sentence.exact, *draft.beside(sentence)]):
                why = f"'{' '.join(match.group().split())}', and nothing says when it comes back."
                yield self.on(draft, sentence, match, why)


_GRADE = "serious|grave|minor|major|severe|substantial|flagrant|gross|light"


class GradeUndefined(Rule):
    code = "B4.grade-undefined"
    title = "A grade of violation that nothing defines"
    reference = "Checklist B4: grades (minor, serious, grave), and who decides"
    applies_to = "operative sentences that grade violations"
    fix = "Add '**Serious Violation** means ...', by what was hit or how many were hurt, and who decides."
    graded = phrase(f"(?P<grade>{_GRADE}) (?:\\w+ )?(?:violations?|breach(?:es)?|infringements?)")

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen: set[str] = set()
        for sentence, lower in draft.lowered:
            if "violation" not in lower and "breach" not in lower and "infring" not in lower:
                continue
            match = self.graded.search(sentence.exact)
            if match is None or match["grade"].lower() in seen or sentence.form is SentenceForm.DEFINITION:
                continue
            grade = match["grade"].lower()
            seen.add(grade)
            if draft.named(match.group()) or self._defined(draft, grade):
                continue
            why = f"What makes it {grade} is for each side to say."
            yield self.on(draft, sentence, match, why)

    def _defined(self, draft: Draft, grade: str) -> bool:
        says = re.compile(
            rf"\b{grade}\b[^.;]{{0,40}}\b(?:if|when|where|means?|otherwise)\b|\b(?:considered|deemed|called|is"
            rf"|are)\s+{grade}\b|{grade}\W{{1,4}}(?:means|is)\b",
            re.IGNORECASE,
        )
        return any(
            says.search(each.exact) for each in draft.framework.sentences if not self.graded.search(each.exact)
        ) or any(
            grade in definition.term.lower() or says.search(definition.meaning)
            for definition in draft.framework.definitions
        )


class GradeWithoutConsequence(Rule):
    code = "B4.no-consequence"
    title = "A grade of violation that leads to nothing"
    reference = "Checklist B4: grade with no consequence"
    applies_to = "definitions of grades"
    fix = "Say what follows on it, or take the grade out."
    grade = phrase(f"(?:{_GRADE}) (?:violation|breach|incident)s?")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for definition in draft.framework.definitions:
            if not self.grade.fullmatch(definition.term):
                continue
            used = re.compile(r"\s+".join(map(re.escape, definition.term.rstrip("s").split())), re.IGNORECASE)
            if not any(used.search(each.exact) for each in draft.operative if each.form is not SentenceForm.DEFINITION):
                span = definition.span
                why = f"Nothing follows on a '{definition.term}' that does not follow on any other."
                provision = next((s.provision for s in draft.operative if s.start <= span.start < s.end), None)
                yield self.at(draft, span.start, span.end, why, provision=provision)


class UnevenDuties(Rule):
    code = "L9.uneven"
    title = "Duties that one party has and another has not"
    kind = FindingKind.NOTE
    severity = Severity.MINOR
    reference = "Checklist L9: shown, never scored as wrong"
    applies_to = "the duties and bans of the parties"
    fix = "Nothing, if it is meant; the table of who must do what shows all of it."

    def find(self, draft: Draft) -> Iterator[Finding]:
        ids = [party.id for party in draft.framework.parties]
        alone: dict[str, list[str]] = {id: [] for id in ids}
        first = None
        for sentence, each in draft.obligations:
            bears = draft.bearers(each) & set(ids)
            if not each.modality or each.modality.value is Modality.MAY or "the Parties" in draft.bearers(each):
                continue
            if bears and len(bears) < len(ids):
                first = first or sentence
                for id in bears:
                    alone[id].append(sentence.provision or "?")
        counts = {id: list(dict.fromkeys(provisions)) for id, provisions in alone.items()}
        if first is None or len({len(provisions) for provisions in counts.values()}) == 1:
            return
        told = "; ".join(f"{id}: {', '.join(provisions) or 'none'}" for id, provisions in counts.items())
        why = f"Beside what all must do, each alone has duties in these provisions: {told}."
        also = [provision for provisions in counts.values() for provision in provisions]
        yield self.at(draft, first.start, first.end, why, provision=first.provision, also=also)


RULES: tuple[Rule, ...] = (
    PartiesAlone(),
    OneWaySuspension(),
    GradeUndefined(),
    GradeWithoutConsequence(),
    UnevenDuties(),
)
