"""Words that can't be judged: no hour, no act, no actor, no end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Finding, Sentence, Severity
from parley.text import day_counts, durations

from .draft import Draft
from .phrases import MONTHS, phrase, places
from .rule import Rule

_MONTH = f"(?:{MONTHS}|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?:of\s+)?{_MONTH}|{_MONTH}\.?\s+\d{{1,2}}"
    r"|\d{4}-\d{2}-\d{2}|day\s+\d+|\d{1,2}:\d{2})\b"
)


def says_when(sentence: Sentence) -> bool:
    """Whether the sentence names a date, a day, an hour or a length of time."""
    return words_say_when(sentence.exact)


def words_say_when(words: str) -> bool:
    return bool(durations(words) or day_counts(words) or _DATE.search(words))


class VagueTime(Rule):
    code = "B5.vague-time"
    title = "A time word without a number"
    severity = Severity.BLOCKER
    reference = "HH 1: who, when and where leave no room for creative ambiguity"
    applies_to = "sentences that bind somebody"
    fix = "Write a number and a unit: 'within 24 hours of ...' or 'by D+n'."
    words = phrase(
        "immediately|promptly|forthwith|expeditiously|urgently"
        "|as (?:soon|early|quickly) as (?:possible|practicable|feasible)"
        "|without (?:undue |further |any )?delay|in a timely manner|at the earliest(?: opportunity)?|in due course"
        "|within a reasonable (?:time|period)|in the near future|swiftly|speedily|rapidly|shortly|soon|at an "
        "early date"
        "|as a matter of (?:urgency|priority)|within the shortest (?:possible )?(?:time|period)|in good time"
        "|with (?:all )?due speed"
        "|in a timely (?:fashion|way)|as (?:soon|quickly|early) as (?:it |they |conditions |circumstances )?(?:is "
        "|are )?(?:can|able|allow|permit)"
        "|(?:straight|right) away|asap|a\\.s\\.a\\.p|without (?:hesitation|loss of time|waiting)|instantly|before "
        "long|quickly"
        "|in the (?:foreseeable future|short term|medium term|long term|meantime)|over time|when the time comes"
        "|betimes"
        "|with (?:the |all )?(?:utmost |greatest |due |possible )*(?:speed|haste|urgency|dispatch)|as a priority"
        "|(?:within|in) (?:a|the) (?:short|shortest|brief|briefest|reasonable|minimum|minimal) (?:possible )?"
        "(?:time|period|delay|while|deadline|term|space of time)s?|in the (?:shortest|briefest) (?:possible )?\\w+"
    )
    around = phrase(  # vague even beside a number or an event
        "(?:shortly|soon|some time|a while) (?:after|before)|(?:a few|some|several|a couple of) (?:hours|days"
        "|weeks|months)(?: later| after)?"
        "|(?:in|over|within|during) the (?:coming|next|following) (?:few )?(?:hours|days|weeks|months|period|time)"
        "|at (?:a|some|the|an) (?:\\w+ )?(?:suitable|convenient|appropriate|opportune|later|given|future|proper"
        "|right|favourable) "
        "(?:moment|time|date|point|stage|juncture)|when(?:ever)? (?:convenient|appropriate|opportune|suitable)"
        "|around D[+-]\\d+|about D[+-]\\d+"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for pattern in (self.around,) if says_when(sentence) else (self.around, self.words):
                for start, end, words in places(pattern, sentence.exact, sentence.start):
                    why = f"Nobody can tell when '{words}' has passed."
                    yield self.at(draft, start, end, why, provision=sentence.provision)


class CountedFromUnfound(Rule):
    code = "B5.event-nobody-finds"
    title = "A time counted from the end of something that nobody declares complete"
    severity = Severity.BLOCKER
    reference = "Checklist B5: a period needs a start that somebody finds"
    applies_to = "times counted from a process"
    fix = "Name who declares it complete, to whom and by when, or count from a date."
    processes = (
        "withdrawal|disengagement|exchange|demobili[sz]ation|disarmament|deployment|demining|release|redeployment"
        "|regrouping|evacuation|repatriation|handover|stabili[sz]ation|normali[sz]ation|tensions|crisis|fighting"
        "|unrest"
    )
    counted = re.compile(
        r"\b(?:day\s+\d+|(?:\d+|[a-z]+)\s+(?:hours|days|weeks|months)|(?:the\s+)?\w+(?:st|nd|rd|th)\s+day)\s+"
        r"(?:after|from|following|of)\s+(?:the\s+)?(?:(?:end|completion|conclusion)\s+of\s+(?:the\s+)?)?"
        rf"(?:\w+\s+)?(?P<event>{processes})\b",
        re.IGNORECASE,
    )
    declared = re.compile(r"\b(?:confirm|certif|declare|notif|record|report)\w*\b", re.IGNORECASE)
    ended = re.compile(r"\b(?:complet|end|finish|conclu)\w*\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.counted.finditer(sentence.exact):
                if " of " in f" {match.group()} " and match.group().lower().startswith("day"):
                    continue  # "day 1 of the withdrawal" counts from its beginning
                event = match["event"].lower()
                if self._is_declared(draft, event):
                    continue
                start = sentence.start + match.start()
                yield self.at(
                    draft,
                    start,
                    sentence.start + match.end(),
                    f"The time runs from the end of the {event}, and nobody is to declare that complete.",
                    provision=sentence.provision,
                )

    def _is_declared(self, draft: Draft, event: str) -> bool:
        stem = event[:7]
        return any(
            self.declared.search(sentence.exact)
            and self.ended.search(sentence.exact)
            and stem in sentence.exact.lower()
            for sentence in draft.operative
        )


class VagueVerb(Rule):
    code = "B6.vague"
    title = "A hedge in a duty"
    reference = "HH 1: no room for creative ambiguity"
    applies_to = "sentences that bind somebody"
    fix = "Say what is done, by whom, and how one sees that it was done."
    words = phrase(
        "(?:all )?(?:appropriate|necessary|adequate|suitable|specific|reasonable|required) "
        "(?:steps|measures|actions?|efforts)"
        "|(?:where|as|if|when) (?:appropriate|necessary|possible|feasible|practicable)"
        "|as far as (?:possible|practicable|feasible)|to the (?:greatest |fullest |maximum "
        "|best )?extent(?: (?:possible|feasible|practicable))"
        "|to the (?:greatest|fullest|maximum) extent|wherever (?:possible|feasible)|(?:if|as"
        "|where) (?:the )?circumstances (?:permit|allow|so permit)"
        "|endeavou?rs?|best (?:efforts|endeavou?rs)|(?:every|all reasonable|reasonable) efforts?"
        "|(?:act|cooperate|consult|negotiate|work|engage)s? (?:\\w+ ){0,4}in good faith"
        "|do(?:es)? (?:its|their|all|everything) (?:utmost|best|in (?:its|their) power|(?:they|it) can|possible)"
        "|(?:every|all possible|all) (?:effort|endeavou?r|exertion)s?|spares? no efforts?|(?:in)?so far as|insofar as"
        "|looks? (?:favou?rably|kindly|sympathetically) (?:on|at|upon)|favou?rabl[ey] consider\\w*"
        "|(?:due|sympathetic|favou?rable|serious|benevolent) (?:consideration|regard|attention)"
        "|(?:appropriate|suitable|adequate|proper|reasonable|the necessary|all necessary|requisite|satisfactory) "
        "(?:arrangements?|provisions?|precautions|conditions|solutions?|means|behaviou?r|conduct|response)"
        "|to the best of (?:its|their) (?:\\w+ )?(?:abilit\\w+|capabilit\\w+|knowledge)"
        "|within (?:the limits of )?(?:its|their) (?:means|capabilit\\w+|possibilit\\w+|power|abilit\\w+|capacity)"
        "|(?:utmost|maximum|due|mutual|greatest|all possible) (?:restraint|care|diligence|caution|flexibility)"
        "|as (?:it|they) (?:can|may|is able|are able)|as a rule|if need be|as needed|to a reasonable (?:extent"
        "|degree)"
        "|shall (?:attempt|try|tend|aspire|aim|intend|work|be prepared|be ready|stand ready|remain open|keep in "
        "mind) (?:to|towards?|at|for)"
        "|shall (?:have|pay) (?:due )?regard|uses? (?:its|their) (?:good offices|influence|good services)"
        "|in the spirit of|in principle|take due account|sympathetically"
        "|shall (?:consider|seek to|strive(?: to)?|aim to|work towards|explore)|(?:remedial|quick remedial) action"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                yield self.at(
                    draft, start, end, f"'{words}' leaves open what the duty is.", provision=sentence.provision
                )


RULES: tuple[Rule, ...] = (VagueTime(), CountedFromUnfound(), VagueVerb())
