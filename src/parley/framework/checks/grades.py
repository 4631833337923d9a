"""What counts as a violation, and how grave it is: definitions that leave it to a side, or say nothing to go by."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Definition, Finding, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .bodies import own_words
from .draft import Draft
from .phrases import phrase
from .rule import Rule

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOTHING_TO_GO_BY = word_set(
    "a an the any all every each that which who whose of in on to by for from with as at or and if is are was "
    "were be been being has have it its their this these those such so very more most less least quite rather "
    "particularly especially not no than other one some certain party parties side sides both either neither "
    "concerned commission committee body panel board opinion view eyes judgement judgment may might can could "
    "would should will shall considered considers consider regarded regards regard deemed deems deem felt feels "
    "feel found finds held holds thought thinks judged judges called calls treated seen sees appears seems "
    "considering cause causes caused causing harm cannot overlooked tolerated ignored accepted forgiven big bad "
    "worse worst little much injured aggrieved accused accuser other whose weighty gravely importance important "
    "gravity grave serious seriousness severe severity minor major lesser "
    "greater great small slight light heavy weight significance significant consequence consequences substantial "
    "considerable material nature kind degree character trifling trivial petty exceptional extreme moderate "
    "middling ordinary common particular special effect effects impact extent shock shocks shocking conscience "
    "outrageous intolerable unacceptable inexcusable undermine undermines undermining spirit letter purpose "
    "object aim trust confidence peace process act acts action actions conduct behaviour omission deed deeds "
    "whatever anything something scale size order category class level sort"
)
"""Words by which nobody can tell one violation from another."""


class GradeWithoutMeasure(Rule):
    code = "B4.grade-vague"
    title = "A grade of violation without a measure"
    reference = "Checklist B4: grades (minor, serious, grave), and who decides"
    applies_to = "definitions of grades"
    fix = (
        "Say by what it is known: 'by which a person is killed', '... property is destroyed', 'more than n days late'."
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        own = own_words(draft)
        for each in draft.definitions:
            words = each.term.split()
            if len(words) > 1 and words[-1].rstrip("s") in own and self._is_empty(each, words[-1].rstrip("s")):
                why = f"Nothing in it tells a '{each.term}' from another: each side will grade it as it likes."
                yield self.on_definition(draft, each, why)

    other_grades = re.compile(r"\b(?:every|any|all)\s+(?:other|remaining)\b|\bneither\b|\bnot\s+an?\b", re.IGNORECASE)
    aside = re.compile(r",?\s*\bother\s+than\s+[^,;.]*,?")

    def _is_empty(self, each: Definition, noun: str) -> bool:
        meaning = self.aside.sub(" ", each.meaning.replace(each.term, " ").split("means", 1)[-1])
        if self.other_grades.search(meaning):
            return False
        by_whom = self.leaves_to.search(meaning) or ViolationByOpinion.of_a_side.search(meaning)
        rest = [word for word in _WORD.findall(meaning) if word.rstrip("s") != noun]
        return bool(by_whom) or (bool(rest) and all(word.lower() in _NOTHING_TO_GO_BY for word in rest))

    leaves_to = phrase(
        "(?:may|can|might) (?:consider|regard|deem|hold|judge|find|declare|call|treat)(?: it"
        "| them)?(?: as)? (?:to be )?"
        "(?:serious|grave|minor|major|severe|so|such)"
    )


class ViolationByOpinion(Rule):
    code = "B4.opinion"
    title = "A violation is what a side takes for one"
    severity = Severity.SERIOUS
    reference = "Checklist B4: definition, grades, and who decides"
    applies_to = "definitions of violations"
    fix = "Say 'an act or omission contrary to Articles ... which the ... has found'."
    of_a_side = phrase(
        "(?:an?|the|each|either|any|every|one|one of the|another|both|that) (?:\\w+ ){0,2}?(?:part(?:y|ies)|sides?"
        "|governments?|commanders?)"
        "(?: \\w+)? (?:itself |themselves )?(?:regards?|considers?|deems?|holds?|thinks?|believes?|feels?|finds?"
        "|takes?"
        "|judges?|sees?|views?"
        "|perceives?|resents?|objects?|complains?|calls?|understands?)"
        "|(?:gives?|offers?|causes?|affords?) (?:an?|either|the other|one) (?:party|side) (?:\\w+ )?(?:cause|reason"
        "|ground|offen[cs]e|occasion|umbrage)"
        "|(?:which|that|what) (?:it|one side|its (?:\\w+ )?(?:command(?:er)?s?|government"
        "|leaders?)) (?:\\w+ )?(?:considers?"
        "|regards?|deems?|holds?|thinks?|feels?)"
        "|in the (?:opinion|view|eyes|judge?ment) of (?:an?|the|either|one|any) (?:\\w+ )?(?:part(?:y|ies)|sides?"
        "|government)"
        "|(?:to|with) which (?:an?|either|one|the other) (?:party|side) (?:objects|disagrees|takes exception)"
    )
    anchor = phrase(
        "(?:against|contrary to|in breach of|not in accordance with|forbidden by|prohibited by|inconsistent with"
        "|incompatible with|breaks?"
        "|infring\\w+|violat\\w+|contraven\\w+|departs? from|fail\\w* to (?:perform|keep|comply|observe)|failure"
        "|disregard\\w*|non-?\\w+)"
        "[^.;]{0,40}(?:Articles?|points?|sections?|chapters?|paragraphs?|{this_text}|dut(?:y|ies)|obligations?"
        "|undertakings?)"
    )
    spirit = phrase(
        "(?:disturb|endanger|undermin|harm|threaten|hamper|jeopardi[sz]|damag|offend|disrupt|upset|poison"
        "|spoil)\\w*[^.;]{0,30}?"
        "(?:peace|calm|order|trust|confidence|relations|process|stability|quiet|goodwill|good will|feelings"
        "|atmosphere)"
        "|(?:the )?(?:spirit|aims?|purposes?|ideas?|intentions?|sense|soul) (?:and \\w+ )?of {this_text}"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        own = own_words(draft)
        for each in draft.definitions:
            if len(each.term.split()) > 1 or each.term.rstrip("s") not in own | {
                "Violation",
                "Breach",
                "Infringement",
                "Offence",
            }:
                continue
            meaning = each.meaning
            if self.of_a_side.search(meaning) or (self.spirit.search(meaning) and not self._anchored(meaning)):
                why = f"What a '{each.term}' is, is for whoever complains to say."
                yield self.on_definition(draft, each, why)
        yield from self._ungrounded(draft)

    def _anchored(self, meaning: str) -> bool:
        return self.anchor.search(self.spirit.sub(" ", meaning)) is not None

    def _ungrounded(self, draft: Draft) -> Iterator[Finding]:
        """Grades of what is nowhere defined: "a Violation by which ...", and nothing says what a Violation is."""
        terms = {each.term.rstrip("s") for each in draft.definitions}
        for each in draft.definitions:
            words = each.term.split()
            noun = words[-1].rstrip("s")
            rests = re.search(rf"\b[Aa]n?\s+{re.escape(noun)}\b", each.meaning)
            if len(words) < 2 or noun not in own_words(draft) or noun in terms or rests is None:
                continue
            if any(
                self.told(noun).search(one.exact) for one in draft.operative if one.form is not SentenceForm.DEFINITION
            ):
                return
            why = f"The grades rest on '{noun}', and the text does not say what that is."
            yield self.on_definition(draft, each, why)
            return

    @staticmethod
    def told(noun: str) -> re.Pattern[str]:
        return re.compile(
            rf"\b{re.escape(noun)}s?\W{{0,4}}\s+(?:means?|is|are|includes?|denotes?)\b|\b(?:is|are|constitutes?|called"
            rf"|counts?\s+as|deemed)\s+(?:an?\s+)?"
            rf"\W{{0,3}}{re.escape(noun)}\b",
            re.IGNORECASE,
        )


_GRADES = (
    "Grave",
    "Serious",
    "Minor",
    "Major",
    "Gross",
    "Slight",
    "Light",
    "Heavy",
    "Material",
    "Grievous",
    "Severe",
    "Lesser",
)
_MARK = r"[\"“”*]"
"""What a term stands in."""


class BaseUndefined(Rule):
    code = "B4.base-undefined"
    title = "Grades of a thing that nothing defines"
    severity = Severity.BLOCKER
    reference = "Checklist B2 and B4: a term that is used and not defined; its grades"
    applies_to = "terms of which the text defines or names grades"
    fix = (
        "Define it first, '**Violation** means conduct contrary to this text that ... has found', and then its grades."
    )
    ungraded = "".join(f"(?<!{grade} )" for grade in _GRADES)
    grade = re.compile(
        rf"\b(?P<grade>{'|'.join(_GRADES)})\s+"
        r"(?P<thing>Violation|Breach|Infringement|Infraction|Transgression|Contravention|Offence|Default)(?=s?\b|es\b)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        text = draft.framework.text
        grades: dict[str, set[str]] = {}
        for match in self.grade.finditer(text):
            grades.setdefault(match["thing"], set()).add(match["grade"])
        for thing, kinds in grades.items():
            said = re.compile(
                rf"(?<![A-Za-z] ){thing}{_MARK}*\s+(?:means?|denotes?|signif\w+|designates?|shall\s+mean|refers?)\b"
                rf"|{_MARK}{thing}(?:{_MARK}|:)"
                rf"|\b(?:an?|the|as|term|by)\s+{_MARK}*{thing}{_MARK}*\s*(?:\)|:|–|—|\b(?:means?|(?:is|are)\s+(?:an?|any|every|conduct|meant)\b))"
                rf"|\b(?:called|deemed|constitutes?|counts?\s+as|(?<!there\s)is)\s+an?\s+{_MARK}*{thing}\b(?!\s+that)"
            )
            if len(kinds) < 2 or any(each.term == thing for each in draft.definitions) or said.search(text):
                continue
            alone = re.compile(rf"{self.ungraded}\b{thing}(?:e?s)?\b")
            used = ((each, alone.search(each.exact)) for each in draft.duties)
            first = next(((sentence, match) for sentence, match in used if match), None)
            if first is not None:
                why = f"The text grades what it calls a '{thing}', and does not say what that is."
                yield self.on(draft, *first, why)


RULES: tuple[Rule, ...] = (GradeWithoutMeasure(), ViolationByOpinion(), BaseUndefined())
