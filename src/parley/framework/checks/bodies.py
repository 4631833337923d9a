"""Bodies, grades and suspensions: who breaks a tie, what a grade leads to, what brings back what was suspended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parley.model import Finding, FindingKind, Modality, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .existing import A_BODY, BODY
from .phrases import phrase
from .rule import Rule
from .steps import Names


class PartiesAlone(Rule):
    code = "G1.no-chair"
    title = "A body of the parties alone, and nobody to break a tie"
    severity = Severity.BLOCKER
    reference = "Checklist G1; HRC 6.1: body composed only of parties with no chair or tie rule"
    applies_to = "sentences that say of whom a body consists"
    fix = "Add a chair from neither side, or say how a tie is broken and within how many days."
    whom = (
        "(?:(?:of|from|by|for|to|named by|appointed by|sent by|whom) (?:each|both|either|the)(?: of the)?(?: "
        "two)? (?:part(?:y|ies)|sides?)"
        "|two from each|(?:each|both|either) (?:of the )?(?:part(?:y|ies)|sides?) (?:\\w+ )?(?:has|have|sends?"
        "|names?|appoints?|seats?|is|are)"
        "|equal numbers? of|on (?:a|the) (?:basis of )?(?:parity|equal footing)|in equal (?:numbers?|parts?"
        "|shares?)|bilateral)"
    )
    seats = re.compile(
        r"\b(?:members?|representatives?|officers?|delegates?|experts?|persons|seats?|commissioners?|officials?"
        r"|envoys?|people|judges|soldiers|colonels|generals|captains|men|women|ministers|elders|lawyers|composed"
        r"|consists?|comprises?|made\s+up)\b",
        re.IGNORECASE,
    )
    makes = re.compile(
        r"\b(?:consist|compos|compris|made\s+up|members?\b|seats?\b|establish|set\s+up|form(?:ed|s)?\b|creat"
        r"|constitut|has\b|have\b|sends?\b|come\s+from)\w*",
        re.IGNORECASE,
    )
    sound = re.compile(
        r"\b(?:chair\w*|presid\w+|head\w*|casting|tie\b|neutral|third\s+(?:state|part|countr|member|person"
        r"|side)\w*|independent|observer|impartial|led\s+by|none\s+of\s+(?:them|whom)|member\s+states?"
        r"|majority|arbit\w+|deadlock|(?:of|from)\s+neither"
        r"|if\s+(?:they|the\s+members)\s+(?:do\s+not|cannot|disagree)|liaison)\b",
        re.IGNORECASE,
    )
    beside = re.compile(r"\s+(?:(?:together\s+)?with|and|alongside)\s+(?:an?|one|two|\d+)\s+(?:\w+\s+){0,2}(?=of|from)")
    looks_into = re.compile(r"\b(?:inquir(?:y|es?)|investigat\w+|looks?\s+into)\b", re.IGNORECASE)
    """What is done for one case, with officers of the parties beside it."""
    of_troops = re.compile(
        r"\b(?:members|soldiers|officers|men|fighters)\s+of\s+(?:its|their|the)\s+(?:\w+\s+)?(?:forces?|army|units?|troops|militia)"
        r"|\b(?:reliev\w+|rotat\w+)\b",
        re.IGNORECASE,
    )
    """Who relieves troops by as many others gives notice to a body, and forms none."""
    goes_on = re.compile(r"(?:It|Its|They|Their|The\s+members|Members|Who|Of\s+these)\b")

    def find(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        names = [name for one in framework.others for name in (one.id, one.name, one.name.split()[-1])]
        mentioned = draft.names
        pattern = phrase(self.whom)
        for sentence in draft.operative:
            words = sentence.exact
            body = (
                BODY.search(words)
                or A_BODY.match(words)
                or (self.goes_on.match(words) and self.consists.search(words))
                or (self.its.search(words) if self._body(draft, sentence.provision) else None)
            )
            if not (body and self.seats.search(words) and self.makes.search(words)):
                continue
            if any(each.search(words) for each in (self.looks_into, self.of_troops)) or self.acts.match(words):
                continue
            if self.beside.match(words, body.end()):
                continue  # "the Watch Team and one officer of each Party look into it": they are not of it
            match = pattern.search(words) or self._both_named(mentioned, draft, words)
            if match is None or any(name in words for name in names):
                continue
            if any(self.sound.search(each) for each in self._on_it(draft, sentence)):
                continue
            why = "Only the parties sit in it; where they differ nothing is decided."
            first = body.start("body") if "body" in body.re.groupindex else min(body.start(), match.start())
            start, end = sentence.start + first, sentence.start + match.end()
            yield self.at(draft, start, end, why, provision=sentence.provision)

    acts = re.compile(
        r"\W*(?:Its|Their|The)\s+(?:members|officers)\s+(?:shall|must|may|will|can)\s+(?:not\s+)?"
        r"(?!consist|comprise|include|come|be\s+(?:named|appointed|drawn|sent|chosen|nominated|designated|elected|picked|from|of)\b)"
    )
    """What members do, or what is done to them."""
    consists = re.compile(
        r"\b(?:consists?|composed|comprises?|made\s+up|has|have)\b[^.;]*\b(?:of|members?"
        r"|seats?)\b",
        re.IGNORECASE,
    )

    its_chair = re.compile(r"\bits\s+(?:\w+\s+)?(?:chair\w*|president|head)\b")
    its = re.compile(r"\bIts\s+(?:members|seats)\b|\bto\s+it\b")

    def _both_named(self, names: Names, draft: Draft, words: str) -> re.Match[str] | None:
        """The words on the members, where they name the two parties and nobody else."""
        match = re.search(
            r"\b(?:composed|consist\w*|made\s+up|members?|seats?|officers|delegates|representatives)\b.*",
            words,
            re.DOTALL,
        )
        ids = {party.id for party in draft.framework.parties}
        listed = ids | {one.id for one in draft.framework.others}
        return match if match and len(ids) > 1 and names.within(words) & listed == ids else None

    def _on_it(self, draft: Draft, sentence: Sentence) -> list[str]:
        """What is said of the body: in this sentence, in those that go on from it, and wherever it is named."""
        near = draft.beside(sentence)
        at = near.index(sentence.exact) if sentence.exact in near else 0
        found = [sentence.exact]
        named = BODY.search(sentence.exact)
        before = next((m for words in reversed(near[:at]) if (m := BODY.search(words))), None)
        body = self._body(draft, sentence.provision) if named is None and before is None else None
        name = " ".join((named or before).group().split()) if named or before else body  # type: ignore[union-attr]
        for words in near[at + 1 :]:
            of_it = self.goes_on.match(words) or (words == near[at + 1] and self.its_chair.search(words))
            if not of_it and not (name and name.split()[-1] in words):
                break
            found.append(words)
        elsewhere = (words for each in draft.operative if name and name in (words := " ".join(each.exact.split())))
        return found + [words for words in elsewhere if self.leads.search(self.of_another(name, words))]

    @staticmethod
    def of_another(name: str | None, words: str) -> str:
        """The words without the chairs of other bodies: "the chair of the Peace Committee" leads no Review Board."""
        return re.sub(rf"\b(?:chair|presid)\w*\s+of\s+(?:the\s+)?(?!{re.escape(name or '')})[A-Z]\w+", " ", words)

    leads = re.compile(r"\b(?:chair\w*|presid\w+|casting|tie\b|deadlock)", re.IGNORECASE)

    def _body(self, draft: Draft, provision: str | None) -> str | None:
        """The name of the body that this provision sets up."""
        words = " ".join(draft.beside_of(provision))
        return next((body.name for body in draft.framework.bodies if body.name in words), None)


class NeverMeets(Rule):
    code = "J3.never-meets"
    title = "A body that is set up and never heard of again"
    reference = "Checklist J3: first meeting, rules, secretariat and budget, with dates"
    applies_to = "sentences that set up a body"
    fix = "Say who names its members, when it first meets, and what it is to do by when."
    made = re.compile(
        r"(?:(?:By|From|On|At)\s+[^,;]{1,40},\s+)?(?:[Tt]he\s+Parties\s+(?:shall\s+)?(?:hereby\s+)?(?:set\s+up|establish|create|form|constitute)\s+)?"
        r"(?P<who>[Aa]n?\s+(?P<name>(?:[A-Z][\w’-]+\s+){1,4}?(?:Board|Committee|Commission|Council|Panel|Bureau|Tribunal|Group|Body|Court|Chamber|Secretariat|Agency))s?)\b"
        r"(?P<rest>[^.;]*)"
    )
    sets_up = re.compile(r"\b(?:sets?\s+up|establish(?:ed)?|created?|form(?:ed)?|constituted?|instituted?|founded)\b")
    by_when = re.compile(r"\bmeets?\b|\bsits?\b|\bD\s*\+|\bD-?day\b|\bevery\b|\d{4}")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.made.match(sentence.exact)
            if match is None or not self.sets_up.search(match.group()) or self.by_when.search(sentence.exact):
                continue
            last = match["name"].split()[-1]
            others = [each for each in draft.operative if each is not sentence]
            if any(re.search(rf"\b(?:{match['name']}|[Tt]he\s+{last})\b", each.exact) for each in others):
                continue
            if any(re.search(rf"\b(?:It|{last})\b", each.exact) for each in draft.close_to(sentence)
                   if each is not sentence and self.by_when.search(each.exact)):  # fmt: skip
                continue
            why = f"'{match['name']}' is set up here, and nothing says when it meets."
            yield self.on(draft, sentence, match, why)


class OneWaySuspension(Rule):
    code = "E5.one-way"
    title = "A suspension that nothing brings to an end"
    reference = "Checklist E5; HR 40: suspends, never resumes"
    applies_to = "suspensions"
    fix = "Add when it returns and by whose finding: 'and shall resume it within 3 days of ...'."
    flow = (
        "(?:deliver\\w+|payments?|suppl(?:y|ies)|aid|trade|passage|flights|release\\w*|exchange\\w*|shipments?"
        "|transit|assistance|ferr(?:y|ies)"
        "|bus(?:es)?|services?|traffic|shuttles?|dut(?:y|ies)|obligations?|commitments?|performance|cooperation"
        "|fuel|coal|power|gas"
        "|electricity|water|access|visits|transfers?|contributions?|funding|withdrawals?|convoys?|trains?"
        "|imports?|exports?)"
    )
    suspends = phrase(
        "(?:may|can|shall|will|is entitled to|is free to|are free to|has the right to|is at liberty to)"
        "(?:, [^,;.]{3,90},)? (?:\\w+ )?(?:(?:suspend|withhold|hold back|interrupt"
        "|discontinue)"
        f"|(?:stop|halt|freeze|cut off|cut|block|pause|cease|break off|keep back|refuse) (?:(?:its|the|all|any"
        f"|every) )?(?:\\w+ ){{0,2}}?{flow}"
        f"|(?:freeze|withhold|cut|reduce) (?:\\w+ ){{1,8}}?"
        "(?:allowances?|grants?|subsid\\w+|stipends?|quotas?|deposits?)"
        f"|put (?:(?:its|the|all) )?(?:\\w+ ){{0,2}}?{flow} [^.;]{{0,40}}on hold)[^.;]{{0,60}}"
        "|(?:is|are|shall be|may be|will be) (?:\\w+ )?(?:suspended|put on hold|withheld|interrupted|discontinued)"
    )
    answers = phrase(  # on a breach something is taken away that the other side had
        "(?:(?:may|can|shall|will|must|is entitled to|are entitled to|is free to|are free to|has the right to|is at "
        "liberty to|is allowed to) |(?:entitles?|allows?|permits?|authori[sz]es?|empowers?|lets?) (?:\\w+ ){1,3}?to "
        "|lets? (?:\\w+ ){1,3}?)(?:\\w+ ){0,2}?(?:{cuts}|no longer (?!be bound)\\w+) (?!(?:this|the) (?:text|agreement"
        "|cease-?\\s?fire|truce|pause|armistice|accord|memorandum|protocol|understanding|treaty|pact)|(?:all )?(?:fire"
        "|firing|hostilities)|(?:it|the) (?:violation|breach|incident)|the (?:responsible|guilty|persons?))[^.;]{0,60}"
        "|(?:(?:is|are|shall be|will be) (?:\\w+ )?(?:cut off|cut|stopped|halted|closed|cancelled|refused|denied|frozen"
        "|interrupted|revoked|kept back|held back|blocked)|(?:stops?|ceases?|halts?|lapses?) (?:running|flowing|working"
        "|sailing|coming|going|operating|to (?:run|flow|work|sail)))[^.;]{0,60}"
    )
    breach = phrase(
        "{incident}|breaks?|broken|violates?|in default|defaults?|non-?compliance|fails? to (?:comply|keep|observe"
        "|perform|honour)|does not (?:comply|keep|observe|perform|honour)|infringes?|contravenes?"
    )
    of_a_person = re.compile(
        r"\bsuspend\w*\s+(?:[\w’'-]+\s+){0,5}?from\s+(?:\w+\s+)?(?:command|dut(?:y|ies)|office|service|posts?|functions?)\b"
        r"|\bsuspend\w*\s+(?:from\s+\w+\s+)?(?:the\s+|that\s+|any\s+|every\s+)?(?:\w+\s+)?(?:officers?|persons?|commanders?|soldiers?)\b",
        re.IGNORECASE,
    )
    """A punishment, and nothing that the other side loses."""
    case = re.compile(r"\b(?:if|when(?:ever)?|where(?:ver)?|in\s+case|should)\b[^,;]*$", re.IGNORECASE)
    """What stands before words that tell in which case, and not what follows."""
    told = phrase(  # in another sentence of the same provision
        "resum\\w+|reinstat\\w+|restor\\w+"
        "|(?:suspension|withholding|interruption|stop|freeze|cut|halt|measure|ban) (?:ends|lasts|is lifted)"
        "|(?:pays?|releases?|hands?|gives?) (?:it|them|out|over|back|the (?:sum|amount|money|rest))|paid out"
        "|(?:lifts?|ends?) (?:the|its|this|that)"
        " (?:suspension|stop|halt)|(?:begins?|continues?) again|(?:re)?opens? (?:it|them) again|reopens?"
        "|(?:opens?|takes?|lets?|gives?|sends?|turns?) "
        "(?:it|them|these) (?:on |up |back |in )?again"
    )
    returns = re.compile(
        r"\b(?:resum\w+|reinstat\w+|restor\w+|lift\w*|continu\w+|until|pending|while|as\s+long\s+as|so\s+long\s+as"
        r"|for\s+(?:up\s+to\s+|at\s+(?:the\s+)?most\s+|(?:not|no)\s+(?:more|longer)\s+than\s+|a\s+maximum\s+of\s+)?\d+"
        r"|go(?:es)?\s+on\s+with|takes?\s+(?:it|them)\s+up"
        r"|for\s+the\s+(?:time|duration|period)|during|temporar\w+|for\s+\w+\s+(?:days|hours|weeks)|again"
        r"|only\s+(?:if|where|when)\b[^.;]*\bfound|ends?\s+when|return\w*|reopen\w*|up\s+to\s+\d+|pay\s+it"
        r"|(?:not|no)\s+longer\s+than)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            match = self.suspends.search(sentence.exact)
            if match is None and self.breach.search(sentence.exact):
                found = self.answers.finditer(sentence.exact)
                match = next((one for one in found if not self.case.search(sentence.exact[: one.start()])), None)
            if match is None or re.search(
                r"\b(?:no\s+party|shall\s+not|may\s+not|neither|never|nothing|(?:is|are|be)\s+not|even\s+(?:if|when"
                r"|where|while)|whether\s+or\s+not|although|whatever)\b",
                sentence.exact[max(sentence.exact.rfind(",", 0, match.start()), 0) : match.end()],
                re.IGNORECASE,
            ):
                continue
            if re.search(
                r"\b(?:stop|halt|end)\s+(?:to|of)\s+(?:the\s+|all\s+)?(?:shoot|fir|fight)"
                r"|\bsuspend\w*\s+(?:all\s+|any\s+)?(?:hostil|military|fire|attack|operation)"
                r"|\b(?:hostilities|hostile\s+acts|fighting|fire|firing|combat|operations)\b[^.;,]*\bsuspended\b",
                sentence.exact,
                re.IGNORECASE,
            ):
                continue  # that is what the text is for
            if self.of_a_person.search(sentence.exact):
                continue
            if not self.returns.search(sentence.exact) and not any(map(self.told.search, draft.beside(sentence))):
                why = f"'{' '.join(match.group().split())}', and nothing says when it comes back."
                yield self.on(draft, sentence, match, why)


_GRADE = (
    "serious|grave|minor|major|severe|substantial|flagrant|gross|light|critical|extreme|material|slight|medium|moderate"
    "|grievous|egregious|heinous|aggravated|blatant|outrageous|persistent|systematic|repeated|trivial|petty|trifling"
    "|lesser|middling|intermediate|heavy|heavier|graver|gravest|worst|big|small|bad|exceptional"
)
_BREACHES = "violations?|breach(?:es)?|infringements?|infractions?|transgressions?|contraventions?"


_GRADED = phrase(f"(?:{_GRADE}|middle) \\w+")
_BREACH = phrase(f"{_BREACHES}|{{breach}}|incidents?")
_AGAINST = phrase(
    "contrary to|against th(?:is|ese)|not in accordance|(?:breaks?|violates?|infringes?|forbids?|forbidden)"
)


def own_words(draft: Draft) -> frozenset[str]:
    """The word by which a text calls breaches, where it defines grades of it: "Heavy Offence", "Minor Lapse"."""
    last = Counter(each.term.split()[-1].rstrip("s") for each in draft.definitions if len(each.term.split()) == 2)
    nouns = {noun for noun, many in last.items() if many > 1}
    nouns |= {each.term.split()[-1].rstrip("s") for each in draft.definitions if _GRADED.fullmatch(each.term)}
    meant = {each.term.rstrip("s") for each in draft.definitions if _AGAINST.search(each.meaning)}
    return frozenset(noun for noun in nouns if noun in meant or _BREACH.fullmatch(noun))


class GradeUndefined(Rule):
    code = "B4.grade-undefined"
    title = "A grade of violation that nothing defines"
    reference = "Checklist B4: grades (minor, serious, grave), and who decides"
    applies_to = "operative sentences that grade violations"
    fix = "Add '**Serious Violation** means ...', by what was hit or how many were hurt, and who decides."

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen: set[str] = set()
        graded = self._graded(draft)
        for sentence in draft.operative:
            for match in graded.finditer(sentence.exact) if sentence.form is not SentenceForm.DEFINITION else ():
                grade = match["grade"].lower()
                if grade in seen:
                    continue
                seen.add(grade)
                if draft.named(match.group()) or self._defined(draft, graded, grade):
                    continue
                yield self.on(
                    draft,
                    sentence,
                    match,
                    f"Nothing says what makes it {grade}: every reader has a measure of their own.",
                )

    def _graded(self, draft: Draft) -> re.Pattern[str]:
        """A breach with a grade, in the text's own word for breaches too."""
        nouns = "|".join([_BREACHES, *(f"{re.escape(noun)}s?" for noun in sorted(own_words(draft)))])
        return phrase(
            f"(?P<grade>(?:(?:very|most|particularly|especially|exceptionally|extremely) )?(?:{_GRADE})) "
            f"(?:\\w+ )?(?:{nouns})"
        )

    def _defined(self, draft: Draft, graded: re.Pattern[str], grade: str) -> bool:
        says = re.compile(
            rf"(?:\A|[.;])\W*{grade}\W{{0,3}}:\s|\b{grade}\b[^.;]{{0,40}}\b(?:if|when|where|whereby|means?|otherwise|in\s+(?:all|any"
            rf"|every)\s+other)\b|\b(?:considered|deemed|called|is"
            rf"|are)\s+{grade}\b|{grade}\W{{1,4}}(?:means|is)\b"
            rf"|\botherwise\s+(?:an?\s+|the\s+)?{grade}\b|\b{grade}\s+one\b",
            re.IGNORECASE,
        )
        listed = re.compile(
            rf"(?:[\"“”]{grade}[\"“”]|\*+{grade}\*+)(?:\s*:|,?\s+(?:if|when|where|means|is|in\s+(?:every|any|all))\b)",
            re.IGNORECASE,
        )
        return (
            any(listed.search(each.exact) for each in draft.framework.sentences)
            or any(says.search(each.exact) for each in draft.framework.sentences if not graded.search(each.exact))
            or any(
                grade in definition.term.lower() or says.search(definition.meaning)
                for definition in draft.framework.definitions
            )
        )


class GradeWithoutConsequence(Rule):
    code = "B4.no-consequence"
    title = "A grade of violation that leads to nothing"
    reference = "Checklist B4: grade with no consequence"
    applies_to = "definitions of grades"
    fix = "Say what follows on it, or take the grade out."

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from self._declared(draft)
        own = own_words(draft)
        for definition in draft.framework.definitions:
            words = definition.term.split()
            if len(words) != 2 or words[-1].rstrip("s") not in own:
                continue
            used = re.compile(r"\s+".join(map(re.escape, definition.term.rstrip("s").split())), re.IGNORECASE)
            if not any(used.search(each.exact) for each in draft.operative if each.form is not SentenceForm.DEFINITION):
                span = definition.span
                why = f"Nothing follows on a '{definition.term}' that does not follow on any other."
                provision = next((s.provision for s in draft.operative if s.start <= span.start < s.end), None)
                yield self.at(draft, span.start, span.end, why, provision=provision)

    declared = phrase(
        f"(?:is|are|be|deemed|considered|called|counts? as)(?: deemed| considered)? (?P<grade>{_GRADE})"
        "(?= (?:if|when|where|in)|[.;,])"
    )

    def _declared(self, draft: Draft) -> Iterator[Finding]:
        """Grades told in passing ("any other Breach is minor"): something follows on one, and nothing on another."""
        grades = {
            match["grade"].lower(): (sentence, match)
            for sentence in draft.operative
            if "breach" in draft.concepts(sentence) or "every other" in sentence.exact.lower()
            for match in self.declared.finditer(sentence.exact)
        }
        used = {
            grade: phrase(
                f"(?<!is\\san\\s)(?<!is\\sa\\s)(?<!as\\sa\\s){grade} (?:\\w+ ){{0,2}}?{{breach}}|{grade} ones?"
            )
            for grade in grades
        }
        follows = {grade for grade, pattern in used.items()
                   if any(pattern.search(each.exact) for each in draft.operative)}  # fmt: skip
        if follows and len(grades) > 1 and not draft.says(self.of_all):
            for grade in grades.keys() - follows:
                sentence, match = grades[grade]
                yield self.on(draft, sentence, match, f"Nothing follows on a breach that is {grade}.")

    of_all = phrase(f"(?:after|upon|on|for|in case of) (?:any|each|every|a) (?!{_GRADE}){{breach}}")


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
    NeverMeets(),
    OneWaySuspension(),
    GradeUndefined(),
    GradeWithoutConsequence(),
    UnevenDuties(),
)
