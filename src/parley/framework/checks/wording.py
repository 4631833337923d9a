"""Words that can't be judged: no hour, no act, no actor, no end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Finding, Modality, Obligation, Sentence, SentenceForm, Severity
from parley.text import day_counts, durations
from parley.text.acts import noun_at_start, verb_at_start

from .draft import Draft
from .phrases import phrase, places
from .rule import Rule

_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?:of\s+)?[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2}"
    r"|\d{4}-\d{2}-\d{2}|day\s+\d+)\b"
)


def _says_when(sentence: Sentence) -> bool:
    words = sentence.exact
    return bool(durations(words) or day_counts(words) or _DATE.search(words))


_PARTICIPLE = (
    r"(?:\w{2,}ed|given|taken|made|held|kept|set|put|sent|built|found|brought|(?:with)?drawn|shown|done|paid|met"
    r"|led|left"
    r"|chosen|written|frozen|begun|laid|told|borne|cut|shut|sought|won|lent|let)"
)


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
        "|within a reasonable (?:time|period)|in the near future|swiftly|speedily|rapidly|shortly|soon|at an early date"
        "|as a matter of (?:urgency|priority)|within the shortest (?:possible )?(?:time|period)|in good time"
        "|with (?:all )?due speed"
        "|in a timely (?:fashion|way)|as (?:soon|quickly|early) as (?:it |they |conditions |circumstances )?(?:is "
        "|are )?(?:can|able|allow|permit)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            if _says_when(sentence):
                continue
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                yield self.at(
                    draft, start, end, f"Nobody can tell when '{words}' has passed.", provision=sentence.provision
                )


class CountedFromUnfound(Rule):
    code = "B5.event-nobody-finds"
    title = "A time counted from the end of something that nobody declares complete"
    severity = Severity.BLOCKER
    reference = "Checklist B5: a period needs a start that somebody finds"
    applies_to = "times counted from a process"
    fix = "Name who declares it complete, to whom and by when, or count from a date."
    processes = (
        "withdrawal|disengagement|exchange|demobili[sz]ation|disarmament|deployment|demining|release|redeployment"
        "|regrouping|evacuation|repatriation|handover|stabili[sz]ation|normali[sz]ation|tensions|crisis|fighting|unrest"
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
        "|do (?:its|their) (?:utmost|best)"
        "|in the spirit of|in principle|take due account|sympathetically"
        "|shall (?:consider|seek to|strive(?: to)?|aim to|work towards|explore)|(?:remedial|quick remedial) action"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                yield self.at(
                    draft, start, end, f"'{words}' leaves open what the duty is.", provision=sentence.provision
                )


class PassiveWithoutActor(Rule):
    code = "B7.passive"
    title = "A duty that nobody bears"
    severity = Severity.BLOCKER
    reference = "Checklist B7: every duty has a bearer"
    applies_to = "sentences that bind somebody"
    fix = "Name who does it: 'Each Party shall ...', 'The Commission shall ...'."
    passive = re.compile(
        rf"\b(?:shall|must|will|(?:is|are)\s+to)\s+be\s+(?:\w+ly\s+)?(?P<done>{_PARTICIPLE})\b", re.IGNORECASE
    )
    no_act = phrase(
        "considered|deemed|composed|based|located|situated|bound|binding|entitled|guided|governed|interpreted"
        "|construed|understood"
        "|regarded|treated|extended|renewed|prolonged|terminated|amended|interrupted|authentic|kept|called|known"
        "|defined|counted"
        "|calculated|discussed|observed|affected|prejudiced|applied|limited|conditional|permanent|present"
    )
    between = re.compile(r"\b(?:between|among)\s+(?:the\s+)?(?:sides?|[Pp]art(?:y|ies)|signatories)\b")
    by = re.compile(r"\bby\s+(?:the\s+|both\s+|each\s+|all\s+)?(?:\w+\s+)?(?:sides?|part(?:y|ies)|(?!D\b|D-?day)[A-Z])")
    ban = re.compile(r"\b(?:bans?|prohibitions?)\b", re.IGNORECASE)  # whoever could do it is bound by it
    ours = (SentenceForm.DUTY, SentenceForm.BAN, SentenceForm.NOT_READ)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            borne = [each.bearer is not None for each in sentence.obligations]
            if sentence.form not in self.ours or (borne and all(borne)):
                continue
            for match in self.passive.finditer(sentence.exact):
                done = match["done"].lower()
                if any(each.bearer and each.act and done in each.act.words.lower() for each in sentence.obligations):
                    continue
                ban = done in ("introduced", "imposed") and self.ban.search(sentence.exact[: match.start()])
                if ban or self.no_act.fullmatch(done) or self._has_agent(sentence.exact, match):
                    continue
                why = f"The sentence does not say by whom something is {done}."
                yield self.on(draft, sentence, match, why)

    def _has_agent(self, words: str, match: re.Match[str]) -> bool:
        after = words[match.end() : match.end() + 200]
        before = words[: match.start()]
        if re.search(r"\b(?:when|whether|until|how|what)\s+(?:\w+\s+){0,3}$", before):
            return True  # it is told when that will be, not that it shall be
        told = self.by.search(after) or self.between.search(after)
        return bool(told or re.search(r"\bby\s+(?:the\s+)?[A-Z]\w+\s*$", before))


class NoBearer(Rule):
    code = "B7.no-bearer"
    title = "A task without anybody to do it"
    severity = Severity.BLOCKER
    reference = "Checklist B7: every duty has a bearer"
    applies_to = "provisions that open with the act itself"
    fix = "Name who does it: 'Each Party shall ...'."
    agent = re.compile(r"\bby\s+(?:the\s+)?(?:both\s+|each\s+|all\s+)?(?:sides?|[Pp]art(?:y|ies)|government|[A-Z])")
    imperative = re.compile(
        r"(?:Ensure|Adopt|Launch|Intensify|Guarantee|Provide|Create|Establish|Set\s+up|Begin|Start)\b"
    )
    heading = re.compile(r"[^.,;:]{1,40}:\s")  # "Start: D+3.", "Return of fire: only on order"
    finite = re.compile(
        r"\b(?:is|are|was|were|does|do|has|have|shall|will|may|must|can"
        r"|begins?|starts?|lasts?|holds?|ends?|stays?|remains?)\b"
    )
    nominal = re.compile(r"\w+(?:\s+\w+)?\s+(?:out\s+)?(?:of|on)\b")

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = [sentence for sentence in draft.operative if self._is_found(draft, sentence)]
        if found:  # one finding: such texts are written so from the first line to the last
            first = found[0]
            end = first.start + len(" ".join(first.exact.split(" ")[:6]))
            others = [sentence.provision for sentence in found[1:]]
            why = "The sentence says what is to happen and not who makes it happen."
            yield self.at(draft, first.start, end, why, provision=first.provision, also=others)

    def _is_found(self, draft: Draft, sentence: Sentence) -> bool:
        if sentence.provision is None or draft.in_list(sentence) or not self._unborne(draft, sentence):
            return False
        return not self.agent.search(sentence.exact) and self._opens_with_act(sentence.exact)

    def _unborne(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it was not read and isn't worded as a duty, or was read as one that nobody bears."""
        if sentence.form is SentenceForm.DUTY:
            return bool(sentence.obligations) and all(each.bearer is None for each in sentence.obligations)
        return sentence.form is SentenceForm.NOT_READ and not draft.binds(sentence)

    def _opens_with_act(self, words: str) -> bool:
        if words.startswith("To ") and self.finite.search(words):
            return False  # "To refuse access is a Breach."
        words = re.sub(r"^To\s+([a-z])", lambda match: match[1].upper(), words)
        if self.heading.match(words):
            return False
        if self.imperative.match(words):
            return True
        if not words[:1].isupper() or " " not in words or words.startswith("Annex"):
            return False
        noun = noun_at_start(words)
        if noun is not None:
            return bool(self.nominal.match(words)) and not self.finite.search(words)
        verb = verb_at_start(words)
        first = words.split()[0].lower()
        if first.endswith("s") and not first.endswith("ss"):
            return False  # a plural ("Monitors may go ..."), and not a verb that orders
        return verb is not None and words[: verb[1]].split()[0].lower() == first and verb[0] != "place"


class UnnamedBody(Rule):
    code = "B7.unnamed-body"
    title = "A body that is neither named nor set up"
    severity = Severity.BLOCKER
    reference = "Checklist B7: an international mechanism with no one named"
    applies_to = "operative sentences"
    fix = "Name the body, its members and who sets it up, or an existing organisation that accepts the task."
    body = phrase(
        "an? (?:\\w+ )?(?:international|independent|neutral|impartial|third-party|appropriate|competent|suitable"
        "|special"
        "|relevant) (?:\\w+ )?(?:mechanism|body|organi[sz]ation|entity|mission|force|party|authority|committee"
        "|commission|panel)"
    )
    set_up = re.compile(r"\b(?:consist|compos|members?|chair|known\s+as|called)\w*", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if self.set_up.search(sentence.exact) or sentence.form is SentenceForm.DEFINITION:
                continue
            for start, end, words in places(self.body, sentence.exact, sentence.start):
                if sentence.exact[end - sentence.start :].lstrip().startswith(("(", "“", '"')):
                    continue  # a name follows
                why = f"'{words}' is nobody in particular, so nobody has the task."
                yield self.at(draft, start, end, why, provision=sentence.provision)


class Unbounded(Rule):
    code = "L11.unbounded"
    title = "A duty that is never overdue"
    reference = "Checklist L11: a verdict that needs the future without limit can't be closed"
    applies_to = "duties to bring something about"
    fix = "Add 'by D+n', 'within n hours of ...', or how often."
    ends = frozenset(
        {"withdraw", "exchange", "release", "disarm", "establish", "clear-mines", "return", "store", "canton", "repair"}
    )
    ended = re.compile(  # "This process is to be finished on day 5 ...", "It shall begin on D+5 and complete ..."
        r"\b(?:process|withdrawal|release|exchange|it|this|end)\b[^.;]{0,80}\b(?:complet|finish|end|conclu|done"
        r"|carried\s+out)\w*"
        r"[^.;]{0,60}(?:\bD\+\d|\bday\s+\d|\d+\s+(?:days|hours|weeks)|\d{4})",
        re.IGNORECASE,
    )
    words = phrase("eventually|ultimately|in the long term|at some point")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                yield self.at(draft, start, end, f"'{words}' has no end.", provision=sentence.provision)
        seen = set()
        for sentence, each in draft.obligations:
            if (
                self._never_overdue(each)
                and not _says_when(sentence)
                and not any(self.ended.search(words) for words in draft.beside(sentence))
                and (each.provision is None or each.provision not in seen)
            ):
                seen.add(each.provision)
                why = f"Without a time the duty to {each.act.words if each.act else 'do this'} is never overdue."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    def _never_overdue(self, each: Obligation) -> bool:
        must = each.modality is not None and each.modality.value is Modality.MUST
        open_ended = not (each.window or each.trigger or each.labels)
        return must and open_ended and each.act is not None and each.act.value in self.ends


RULES: tuple[Rule, ...] = (
    VagueTime(),
    CountedFromUnfound(),
    VagueVerb(),
    PassiveWithoutActor(),
    NoBearer(),
    UnnamedBody(),
    Unbounded(),
)
