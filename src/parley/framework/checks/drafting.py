"""Drafting quality that can be computed: exceptions wider than rules, "should", what nobody can see, units, tables."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .instants import DAY
from .phrases import phrase
from .rule import Rule
from .steps import stems

_EXCEPT = re.compile(
    r"\b(?:except\w*|unless|save\s+(?:for|that|where|as|in)|exempt\w*|does\s+not\s+apply|other\s+than)\b", re.I
)


_PLAIN_RULES = (
    "ban prohibition rule duty limit restriction spite exempt exception departure derogation notwithstanding way"
)


class ExceptionAtWill(Rule):
    code = "L3.at-will"
    title = "An exception as wide as its rule"
    reference = "Checklist L3: exception wider than its rule"
    applies_to = "exceptions of duties and bans"
    fix = "Name the case in which it does not hold, who finds that it has come, and who is told."
    will = phrase("{exception_at_will}")
    own_wish = re.compile(r"\b(?:anyone|persons?|people|he\s+or\s+she|prisoners?)\b", re.IGNORECASE)
    """Whose wish it is, where people are moved."""
    body = re.compile(
        r"\b(?:Commission|Committee|Centre|Center|Board|Team|Mission|Office|Council|chair|court"
        r"|body)\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if sentence.form is SentenceForm.DEFINITION:
                continue  # "a Bad Breach is one, other than a Grave Breach, in which ..."
            for match in self.will.finditer(sentence.exact):
                if self.body.search(match.group()) or self.own_wish.search(match.group()):
                    continue  # somebody else than who is bound decides
                why = f"'{' '.join(match.group().split())}' lets whoever is bound decide whether the rule holds at all."
                yield self.on(draft, sentence, match, why)


class ExceptionToNothing(Rule):
    code = "L3.no-rule"
    title = "An exception that nothing makes"
    reference = "Checklist L3: exception to a rule that does not exist"
    applies_to = "sentences that speak of 'the exception for ...'"
    fix = "Write the rule with its exception, or take this sentence out."
    spoken = re.compile(
        r"\b[Tt]h(?:e|is|at)\s+(?:exception|exemption|derogation|waiver|dispensation|privilege|exclusion)s?\s+"
        r"(?:(?:(?:which|that)\s+[^.;,]{2,40}?\s+)?(?:granted|given|made|accorded|allowed|conceded|provided|foreseen|reserved"
        r"|grants?|gives?|makes?|accords?|allows?|concedes?|provides?|reserves?)\s+)?"
        r"(?:(?:in|under|of|by)\s+(?:[Aa]rticle|[Pp]aragraph|[Pp]oint|[Ss]ection)\s+[\d.()a-z]+\s+)?"
        r"(?:(?:for|to|of|in\s+favour\s+of|in\s+respect\s+of|on\s+behalf\s+of|as\s+regards|concerning|enjoyed\s+by|held\s+by)\s+"
        r"(?P<what>[^.;,]*?)|(?:which|that)\s+(?P<whose>[^.;,]*?)\s+(?:enjoys?|have|has|holds?))\s+"
        r"(?:do|does|is|are|shall|may|hold|appl|end|cover|extend|last|expire|stay|remain|cease|lapse)",
        re.DOTALL,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.spoken.finditer(sentence.exact):
                named = "what" if match["what"] else "whose"
                what = stems(match[named])
                made = any(
                    _EXCEPT.search(other.exact) and what & stems(other.exact)
                    for other in draft.operative
                    if other.start != sentence.start and not self.spoken.search(other.exact)
                )
                if what and not made:
                    start, end = sentence.start + match.start(), sentence.start + match.end(named)
                    why = f"No sentence of the text makes an exception for {' '.join(match[named].split())}."
                    yield self.at(draft, start, end, why, provision=sentence.provision)
            yield from self._from_another(draft, sentence)
            yield from self._from_no_rule(draft, sentence)

    from_rule = re.compile(
        r"\b(?:exceptions?|except(?:ed|s)|exempt\w*|derogat\w+|notwithstanding|despite|in\s+spite\s+of|dispensations?|departures?|deviat\w+)\s+"
        r"(?:(?:to|from|of)\s+)?(?:the|this|that|any)\s+(?:(?:general|night|daily)\s+)?"
        r"(?:(?P<own>curfew|embargo|moratorium|blockade|quarantine)\b"
        r"|(?:bans?|prohibitions?|rules?|limits?|limitations?|restrictions?)\s+(?:on|of|against|for|concerning|about)\s+(?:the\s+)?"
        r"(?P<what>[a-z][\w-]+)(?P<rest>[^.;,]{0,50}))",
        re.IGNORECASE,
    )

    def _from_no_rule(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """ "As an exception to the ban on fishing by night": where nothing bans fishing."""
        match = self.from_rule.search(sentence.exact)
        what = stems(match["own"] or match["what"]) if match else frozenset()
        others = (each for each in draft.operative if each is not sentence)
        if match and what and not any(what & stems(each.exact) and self._rules(draft, each) for each in others):
            said = " ".join(match.group().split()[:8])
            yield self.on(draft, sentence, match, f"No other sentence has the rule to which '{said} ...' makes one.")

    ruling = re.compile(
        r"\b(?:no|not|neither|nobody|none|only|forbidden|prohibited|banned|cease|stop|refrain|limit\w*|most|curfew|embargo)\b",
        re.I,
    )

    def _rules(self, draft: Draft, sentence: Sentence) -> bool:
        return bool(
            sentence.form is SentenceForm.BAN or self.ruling.search(f"{draft.introduction(sentence)} {sentence.exact}")
        )

    def _from_another(self, draft: Draft, sentence: Sentence) -> Iterator[Finding]:
        """ "As an exception to the curfew in Article 9": where Article 9 has no curfew."""
        hits = draft.concepts(sentence)
        if not ("exempts" in hits and "rule_noun" in hits and "article" in hits):
            return
        rule, article = hits["rule_noun"][0], hits["article"][0]
        first, last = min(rule[0], article[0]), max(rule[1], article[1])
        number = re.search(r"\d+", sentence.exact[slice(*article)])
        there = [
            each
            for each in draft.operative
            if number
            and each.provision
            and re.match(rf"{number.group()}(?!\d)", each.provision)
            and each is not sentence
        ]
        before = sentence.exact[max(0, rule[0] - 25) : rule[0]] if rule[0] < article[0] else ""
        words = sentence.exact[rule[0] : article[0]] if rule[0] < article[0] else sentence.exact[first:last]
        named = stems(f"{before} {words}") - stems(_PLAIN_RULES) - stems(sentence.exact[: max(0, rule[0] - 25)])
        own = stems(sentence.exact[slice(*rule)]) - stems(_PLAIN_RULES)
        if there and (own or named) and not any((own | named) & stems(each.exact) for each in there):
            said = " ".join(sentence.exact[first:last].split())
            why = f"The provision that '{said}' points to has no such rule."
            yield self.at(
                draft, sentence.start + first, sentence.start + last, why, provision=sentence.provision,
                also=(there[0].provision,),
            )  # fmt: skip


class Should(Rule):
    code = "L6.should"
    title = "'Should', where a duty is meant"
    reference = "Checklist L6: 'may' or 'should' where the heading promises a duty"
    applies_to = "operative sentences"
    fix = "Write 'shall', or move the wish to the preamble."
    wish = phrase("(?:{wish})(?! (?:\\w+ ){0,6}?(?:occur|arise|happen|fail)\\b)|{wish_of_a_party}")
    of_a_case = re.compile(
        r"(?:\b(?:if|when|in\s+case|lest|that|which|who|whether|what|how|where|once|unless|before|after)\b[^,;]*"
        r"|[.;,]\s*)$",
        re.IGNORECASE,
    )

    inverted = re.compile(
        r"\s+(?:the|an?|this|that|these|those|it|they|he|she|any|no|such|either|neither|one|each|both|there)\b"
    )
    """Behind "should": what follows is a case, and not what is wished ("... and should that fail, ...")."""
    joins = re.compile(r"\s+(?:accede|join|adhere|sign)\b")
    """Whoever is expected to join is bound by nothing yet: no duty is meant."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.wish.finditer(sentence.exact):
                before = sentence.exact[: match.start()]
                should = match.group().lower() == "should"
                opens = should and (not before.strip() or bool(self.inverted.match(sentence.exact, match.end())))
                if opens or self.of_a_case.search(before) or self.joins.match(sentence.exact, match.end()):
                    continue  # "Should a Party ...", "if it should rain", "A Party that intends to ..."
                why = f"'{match.group()}' binds nobody, so nobody can be held to it."
                yield self.on(draft, sentence, match, why)
                break


class MayUnderDuties(Rule):
    code = "L6.may"
    title = "'May', where a duty is meant"
    reference = "Checklist L6"
    applies_to = "permissions of the parties under headings of duties and bans, or to give up something by a day"
    fix = "Write 'shall', or give the heading another name."
    heading = re.compile(
        r"\b(?:dut(?:y|ies)|obligations?|undertakings?|commitments?|prohibit(?:ed|ions?))\b", re.IGNORECASE
    )
    allows = re.compile(r"\b(?:The|Each|Both|Either|A)\s+Part(?:y|ies)\s+(?P<may>may)\b(?!\s+not\b)")

    limited = re.compile(r"\b(?:which|that|only|outside|beyond|provided|if|when|where|unless|except|as long as)\b")

    day = (
        r"(?:by|within|(?:not|no)\s+later\s+than|at\s+the\s+latest(?:\s+(?:on|by))?)\s+(?:the\s+)?"
        r"(?:D[+-]?\d|\d|[Dd]ay\b)"
    )
    gives_up = re.compile(
        rf"(?P<front>^\W*{day}[^.;]{{0,40}}?\s+)?(?<!\bno\s)(?:each|either|every|a|the|any|[^\w.;]*)\s*\bPart(?:y|ies)"
        r"(?:\s+(?:responsible|concerned|in\s+breach|at\s+fault))?\s+(?P<may>may|can|would)(?=[\s,])\s*(?!not\b)(?:in\s+addition\s+|also\s+)?"
        rf"(?P<middle>,?\s*{day}[^.;]{{0,40}}?,\s+)?"
        r"(?:withdraw(?!\s+from\s+(?:this|it)\b)|release|surrender|dismantle|declare|disarm|clear|destroy|evacuate|vacate|return(?!\s+fire)"
        r"|relieve|dismiss|punish|hand|give|deliver|provide|furnish|fence|mark|repair|pay|compensate"
        r"|lift|raise(?=\s+(?:the|its|their)\s+(?:siege|blockade|embargo))|set\s+free|free|liberate|restore|remove|(?:re-?)?open(?!\s+(?:fire|talks|negotiations))|unblock|demolish|fill\s+in|rebuild|indemnify"
        r"|bring\s+(?:the\s+|those\s+|all\s+)?(?:persons|culprits|offenders|soldiers|guilty|perpetrators))\b"
        r"(?![^.;]{0,60}\b(?:notice|objections?|repl(?:y|ies)|answers?|opinions?|views?|proposals?|evidence|comments?|reasons?"
        r"|complaints?|requests?|claims?|appeals?|reservations?|observations?|statements?|explanations?|talks|negotiations|questions?)\b)"
        r"(?=[^.;]{0,60}\b(?:its|their|the|all)\b)",
        re.IGNORECASE,
    )
    """Nobody needs leave to bear a burden, and no day by which he has it."""
    by_day = re.compile(rf"[^.;]{{0,220}}?\b{day}", re.IGNORECASE)

    def _by_a_day(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            words = draft.nameless[sentence.start]
            match = self.gives_up.search(words)
            if match and (match["front"] or match["middle"] or self.by_day.match(words, match.end())):
                start, end = sentence.start + match.start("may"), sentence.start + match.end("may")
                why = "A day by which it is done belongs to a duty, and this only allows."
                yield self.at(draft, start, end, why, provision=sentence.provision)

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = list(self._by_a_day(draft))
        yield from found
        headings = {each.id: each.heading for each in draft.framework.provisions if each.heading}
        for sentence in draft.operative:
            heading = headings.get(sentence.provision or "")
            match = self.allows.search(sentence.exact)
            if any(sentence.start <= each.start < sentence.end for each in found):
                continue
            limited = match and self.limited.search(sentence.exact, match.end())
            if limited and "prohibit" in (heading or "").lower():
                continue  # what a ban leaves free, told beside it
            if match and heading and self.heading.search(heading) and sentence.form is SentenceForm.PERMISSION:
                start, end = sentence.start + match.start("may"), sentence.start + match.end("may")
                why = f"The heading '{heading}' promises a duty, and this only allows."
                yield self.at(draft, start, end, why, provision=sentence.provision)


class NothingToSee(Rule):
    code = "L10.unseen"
    title = "A duty that no report could show kept or broken"
    reference = "Checklist L10; the acts that reports tell of"
    applies_to = "duties whose act is a thought, a feeling or an attitude"
    fix = "Write the act by which one would see it: who does or leaves what, where, by when."
    minds = phrase("{in_mind_only}")
    seen = phrase("by (?:\\w+ly )?\\w+ing|publicly|in writing|every \\w+|who commit|informed|told|in good faith")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.minds.finditer(sentence.exact):
                if self.seen.search(match["words"]):
                    continue
                words = " ".join(match["words"].split())
                tail = re.search(r"\s+(?:from|by|until)\s+D[-+].*$", words)
                end = match.end("words") - (len(tail.group()) if tail else 0)
                start = match.start("words")
                words = " ".join(sentence.exact[start:end].split())
                why = f"Nobody can see whether a Party does '{words}': no report could show it kept or broken."
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)


class UnitMissing(Rule):
    code = "L8.missing"
    title = "A distance without a unit"
    reference = "Checklist L8: units missing"
    applies_to = "numbers measured from a line, a zone or a border"
    fix = "Write the unit: '20 km from the Contact Line'."
    bare = phrase("{without_unit}")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.bare.finditer(sentence.exact):
                if re.match(r"[.,]\d", sentence.exact[match.end() :]):
                    continue  # the number goes on: "2.5 km"
                if re.search(r"\d[:.]\Z", sentence.exact[: match.start()]):
                    continue  # minutes: "00:01 East Karo Time"
                if re.match(r"\d{1,3}[.,]\d{2,}\s", match.group()):
                    continue  # a position: "41.020 north, 22.330 east"
                why = f"'{' '.join(match.group().split())}' does not say of what: km, m or nautical miles."
                yield self.on(draft, sentence, match, why)


class UnusualUnit(Rule):
    code = "L8.unusual"
    title = "A unit that the rest of the text does not use"
    severity = Severity.MINOR
    reference = "Checklist L8: units mixed"
    applies_to = "distances in yards, feet, versts and the like"
    fix = "Write it in km or m."
    other = re.compile(
        r"\b(?:\d[\d,.]*|an?(?=\s+(?:bowshot|gunshot|league|verst|day|furlong))|one|two|three|four|five|six|ten|twelve|twenty|half\s+a"
        r"|a\s+hundred)\s+(?:yards?|feet|foot|versts?|leagues?|cubits?|arpents?|poles|perches|hands|inches|rods?|stone.?s\s+throws?|furlongs?|cables?|fathoms?|paces|cable\s+lengths?"
        r"|ells?|rods|bowshots?|gunshots?|stadia|chains|days?[’\x27]?\s+marche?s?|hours[’\x27]?\s+march)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.other.finditer(sentence.exact):
                why = f"'{match.group()}' is measured in another unit than the text's other distances."
                yield self.on(draft, sentence, match, why)


class InForceAfterDDay(Rule):
    code = "K1.after-d-day"
    title = "D-day before the text is in force"
    severity = Severity.BLOCKER
    reference = "Checklist C1 and K1: start before entry into force"
    applies_to = "texts that fix D-day and a date of entry into force"
    fix = "Let it enter into force on D-day or before."
    enters = re.compile(
        r"\b(?:enters?|comes?|entry)\s+into\s+force\b|\bin\s+force\s+(?:from|as\s+of)\b|\btakes?\s+effect\b",
        re.IGNORECASE,
    )

    length = re.compile(r"\b(?:lasts?|remains?|continues?|stays?|holds?|runs?|expires?|ends?)\b", re.IGNORECASE)
    """From here on it is told how long it is in force, and no longer from when."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.enters.search(sentence.exact)
            if not match or not (draft.about_the_text(sentence) or sentence.exact.startswith(("It ", "In force"))):
                continue
            for start, end, first, _ in draft.days(sentence):
                if self.length.search(sentence.exact[match.end() : start]):
                    break  # "and lasts 180 days from D-day"
                if 0 <= start - match.end() < 50 and first >= DAY:
                    day = " ".join(sentence.exact[start:end].split())
                    days = first // DAY
                    why = f"The text is in force only from {day}, {days} day{'s' if days > 1 else ''} after D-day."
                    at = sentence.start
                    yield self.at(draft, at + start, at + end, why, provision=sentence.provision)
                    yield from self._at_d_day(draft, sentence, day)
                    break

    def _at_d_day(self, draft: Draft, enters: Sentence, day: str) -> Iterator[Finding]:
        """The definition of D-day, which may be what is wrong."""
        for each in draft.definitions:
            if re.fullmatch(r"D-?day|Day\s+D", each.term, re.IGNORECASE):
                why = f"The text is in force only from {day}, after this day."
                yield self.at(draft, each.span.start, each.span.end, why, also=(enters.provision,))


RULES: tuple[Rule, ...] = (
    ExceptionAtWill(),
    ExceptionToNothing(),
    Should(),
    MayUnderDuties(),
    NothingToSee(),
    UnitMissing(),
    UnusualUnit(),
    InForceAfterDDay(),
)
