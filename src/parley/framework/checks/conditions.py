"""Conditions that nobody finds, and steps that wait for the other side to agree."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, FindingKind, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .draft import Draft
from .limits import Step
from .order import order_of
from .phrases import phrase
from .rule import Rule


class ConditionOfTheOther(Rule):
    code = "E4.agreement"
    title = "A step that waits for the other side's agreement"
    severity = Severity.BLOCKER
    kind = FindingKind.DEFECT
    reference = "Checklist E4: a condition only the other party can fulfil, with no remedy"
    applies_to = "operative sentences"
    fix = "Say by when it is agreed, who decides if it is not, and what holds meanwhile."
    waits = phrase(
        "(?:upon|on|subject to|pending) (?:an? |the )?(?:prior )?(?:agreement|understanding|arrangement"
        "|accord) (?:between|among)"
        " (?:them|both|the (?:two|parties|sides))"
        "|(?:upon|on|subject to|conditional on) (?:the )?(?:prior )?(?:agreement|consent|approval) (?:by|of|with|from)"
        "|(?:discussed and )?agreed(?: upon)? (?:with|by) (?:the )?representatives"
        "|with the (?:prior )?consent of the (?:side|sides|other)"
        "|(?:with|subject to|upon) the (?:prior )?(?:consent|agreement|approval|assent"
        "|blessing) of (?:the )?(?:other|opposing)"
        "(?: (?:party|side)|(?= (?:by|from)\\b|[.;,]))"
        "|(?:in accordance with|under) an agreement (?:to be|yet to be|that is to be) (?:reached|made|concluded)"
        "|(?:on|under|in) (?:terms|conditions|a (?:manner|way|form)|modalities) (?:\\w+ )?(?:acceptable|agreeable"
        "|satisfactory) to (?:the )?"
        "(?:other|both|each|two)[^.;,]{0,20}|(?:on|to|at) which (?:the )?(?:two|both|part(?:y|ies)|sides|they) "
        "(?:still |yet )*(?:have to"
        "|has to|must|will|shall|are to) agree|(?:once|when|after|if|should) (?:the )?(?:two|both|part(?:y|ies)"
        "|sides)(?: \\w+)? agree on (?:it|them|this)"
        "|agreeing on [^.;]{1,60} with (?:the )?representatives"
    )
    remedy = phrase("failing|if no agreement|in the absence of (?:an )?agreement|if there is no|otherwise")
    in_time = re.compile(r"[^.;,]{0,30}?\s+(?:by|before|not\s+later\s+than|within)\s+(?:D[+-]?\d|\d)")

    own_matter = phrase(  # what nobody but the two can do
        "amend\\w*|chang\\w*|extend\\w*|extension|prolong\\w*|renew\\w*|acced\\w*|accession|join\\w*|terminat\\w*"
        "|publish\\w*|appoint\\w*"
        "|chair|rules of procedure|visits?|inspect\\w*|monitors?|observers?|notice"
        "|(?:is|are|be|becomes?) bound (?:once|when|after|as soon as|from|upon)"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        named = self._named(draft)
        for sentence in draft.operative:
            for match in self._places(draft, sentence, named):
                if self.remedy.search(sentence.exact, match.start()) or self.in_time.match(sentence.exact, match.end()):
                    continue
                why = "One side can hold this step for ever by not agreeing."
                yield self.on(draft, sentence, match, why)

    def _places(self, draft: Draft, sentence: Sentence, named: re.Pattern[str]) -> Iterator[re.Match[str]]:
        seen: list[tuple[int, int]] = []
        binds = draft.binds(sentence)
        for pattern in (self.waits, named) if binds else (self.waits,):
            for match in pattern.finditer(sentence.exact):
                clause = re.match(r"[^,;.]*", sentence.exact[match.end() :])
                about = sentence.exact[: match.end() + (clause.end() if clause else 0)]
                if pattern is named and self.own_matter.search(about):
                    continue
                if pattern is self.waits and self._is_a_body(draft, sentence.exact[match.end() :]):
                    continue  # "upon approval by the Commission": neither side can hold it alone
                if not any(first < match.end() and match.start() < last for first, last in seen):
                    seen.append(match.span())
                    yield match

    def _is_a_body(self, draft: Draft, words: str) -> bool:
        bodies = (name for each in draft.framework.bodies for name in (each.name, each.id))
        return any(re.match(rf"\s+(?:the\s+)?{re.escape(name)}\b", words) for name in bodies)

    def _named(self, draft: Draft) -> re.Pattern[str]:
        """What waits for one party by its name, or for what the two have still to agree on."""
        names = draft.names.of_parties
        party = "|".join((*map(re.escape, names), "(?:other|opposing|opposite|adverse) (?:party|side)"))
        consent = (
            "(?:consent|agreement|approval|assent|permission|acceptance|leave|concurrence|authori[sz]ation"
            "|endorsement|clearance)"
        )
        agrees = (
            "(?:consents?|agrees?|approves?|accepts?|assents?|permits?|allows?|wishes|concurs?|objects?|opposes?"
            "|gives? (?:its|their) \\w+"
            "|does not object|raises no objection|is ready|is willing)"
        )
        agreed = (
            "(?:consented|agreed|approved|accepted|assented|permitted|allowed|concurred|objected|given "
            "(?:its|their) \\w+)"
        )
        return phrase(
            "(?:after|upon|by|once|on) (?:(?:it|they) )?(?:has |have |having )?"
            "(?:reach\\w*|conclud\\w*|com\\w+ to|obtain\\w*|agreeing(?: on)?)"
            "(?: \\w+){0,3}? "
            f"(?:understanding|agreement|accord|terms|arrangement|settlement|deal) with (?:the )?(?:{party})"
            f"|(?:with|upon|on|subject to|after|conditional on|without|pending|depending on|by|in|only with) "
            f"(?:obtaining |receiving |having |securing )?(?:the )?(?:prior |written |express |explicit |full "
            f")*{consent} (?:of|by|from|with) (?:the )?(?:{party})"
            f"|(?:with|upon|on|subject to|after|conditional on|without|pending) (?:the )?(?:{party})[’'](?:s "
            f")?{consent}"
            f"|(?:if|once|when|as soon as|as long as|provided(?: that)?|on (?:the )?condition that|unless|until"
            f"|after|where) (?:the )?(?:{party}) "
            f"(?:(?:\\w+ly |so |in writing )?{agrees}|(?:has|have) (?:not )?(?:\\w+ly )?{agreed})"
            f"|should (?:the )?(?:{party}) (?:\\w+ly |so )?(?:agree|consent|approve|accept|assent|wish|permit"
            f"|allow|concur)"
            f"|(?:acceptable|agreeable|satisfactory) to (?:the )?(?:{party})|{consent} (?:by|of) (?:the )?(?:{party})"
            f"|(?:has|have) given (?:its|their) (?:blessing|word|nod|leave|agreement|consent)"
            f"|(?:to be|yet to be|still to be) (?:\\w+ly )?(?:agreed|negotiated|settled)(?: upon| on)? (?:with"
            f"|between|by|among) (?:the )?(?:{party}|two|both|them|part(?:y|ies)|sides)"
            "|(?:as soon as|once|when|if|after|until|provided(?: that)?) (?:they|the two|(?:the |both "
            "|the two )*(?:parties|sides|governments))"
            " (?:have|has) (?:\\w+ly )?(?:reached|found|come to|arrived at|concluded|struck"
            "|settled on) (?:an? )?(?:\\w+ )?"
            "(?:understanding|agreement|accord|settlement|terms|deal|arrangement|compromise)"
            f"|(?:after|upon|on|under|by|through) (?:an? )?(?:prior )?(?:agreement|understanding|arrangement)"
            f"(?: (?:to be|that is to be|yet to be) (?:made|reached|concluded|found))? with (?:the )?(?:{party})"
            "|(?:as soon as|once|when|if|until|provided(?: that)?) (?:they|(?:the |both |the two )*(?:of them"
            "|part(?:y|ies)|sides))"
            " (?:(?:have|has) (?:\\w+ly )?(?:agreed|reached (?:an? )?(?:understanding|agreement|accord))"
            "|(?:are|is) (?:\\w+ly )?(?:agreed|satisfied|content))"
            "|(?:provided(?: that)?|if|when|once|as soon as) the other (?:agrees|consents|does not object|is satisfied)"
            "|(?:in accordance with|under|on|according to|by) (?:the |an? )?(?:agreements?|arrangements?|terms"
            "|rules|conditions|procedures?|modalities|schedule)"
            " (?:which|that) (?:they|the part(?:y|ies)|the sides|both part(?:y|ies)) (?:will|shall|are to|have "
            "yet to|may) (?:\\w+ )?(?:agree|negotiate|settle|conclude|reach)(?: up)?(?:on)?"
        )


class NobodyFinds(Rule):
    code = "E4.no-finder"
    title = "A condition that nobody determines"
    severity = Severity.BLOCKER
    reference = "Checklist E4: condition that no body determines"
    applies_to = "conditions on the situation, the atmosphere, goodwill, progress"
    fix = "Say who finds whether it is met, by when, and what holds until then."
    state = (
        r"(?:situations?|conditions?|circumstances|atmosphere|climate|tensions?|calm|environment|stability"
        r"|normality|trust|confidence"
        r"|(?:pre-?)?requisites|prerequisites|preconditions|relations?|good-?\s?will|developments?|progress"
        r"|improvements?|prospects?|mood"
        r"|opinion|population|public|picture|politics|weather|harvest|season|times?\s+of\s+peace|context|security"
        r"|order|threats?|dangers?|violence|unrest|hostility|budgets?|finances|economy|harvests?|rains?|storms?|epidemics?|readiness|political\s+will|willingness|understanding|normali[sz]ation"
        r"|stabili[sz]ation|realities|need|necessity"
        r"|peace|spirit)(?!\s+(?:zone|forces?|council|officers?|staff|strip|area|line|measures|guards?|service"
        r"|post|keep)\w*)"
    )
    condition = re.compile(
        r"\b(?:if|when(?:ever)?|once|where(?:ver)?|provided(?:\s+that)?|as\s+soon\s+as|(?:as|so)\s+long\s+as"
        r"|should|on\s+(?:the\s+)?condition\s+that|until"
        r"|in\s+case|after|insofar\s+as|to\s+the\s+extent\s+that|unless)\s+(?:there\s+(?:is|are"
        r"|has\s+been)\s+)?(?!(?:then|this|the\s+present)\b)(?:the\s+|all\s+|local\s+|general\s+|\w+\s+){0,3}?"
        rf"(?:{state}\s+(?:\w+\s+){{0,4}}?(?:is|are|has|have|so\s+permit|improv|permit|allow|return|eas|prevail"
        rf"|suit|normali|warrant|stabili|remain|stay|persist|exist"
        r"|develop|arise|demand|require|so\s+allow|endur|worsen|deteriorat)\w*"
        r"|(?:part(?:y|ies)|sides?)\s+(?:has|have|shows?|displays?)\s+(?:shown\s+|displayed\s+)?(?:its\s+"
        r"|their\s+)?(?:goodwill|good\s+will|good\s+faith|sincerity))"
        r"[^.;,]*"
        rf"|\b(?:in\s+(?:the\s+)?(?:event|case)\s+of|subject\s+to|depending\s+on|conditional\s+(?:up)?on|given"
        rf"|assuming|upon|on|with)\s+(?:an?\s+|the\s+|any\s+)?"
        rf"(?:\w+\s+)?(?:positive|favou?rable|sufficient|adequate|satisfactory|suitable|continued|further"
        rf"|significant|tangible|good|improved|general|political|security"
        rf"|local|prevailing|real)\s+{state}[^.;,]*"
        rf"|\b(?:on\s+(?:the\s+)?condition\s+that|if|provided(?:\s+that)?|when|once)\s+there\s+(?:is|are"
        rf"|has\s+been)\s+(?:\w+\s+){{0,3}}{state}[^.;,]*"
        rf"|\b(?:{state}|weather\s+of\s+\w+)\s+permitting\b|\b(?:if|when|once|where|as\s+soon\s+as)\s+(?:it"
        rf"|this)\s+(?:is|becomes|seems|appears)\s+(?:\w+\s+)?"
        r"(?:safe|possible|prudent|calm|quiet|right|politically|peaceful|secure|acceptable)[^.;,]*|\b(?:if|when"
        r"|once|as\s+soon\s+as)\s+(?:the\s+)?"
        r"(?:people|population|villagers|troops|public|authorities|country|nation|time|minds|hearts|others?"
        r"|world)\s+(?:is|are|has|have|feels?)\s+"
        r"(?:\w+\s+)?(?:ready|ripe|willing|calm|prepared|agreed|content|favou?rable|quiet)[^.;,]*"
        r"|\b(?:if|unless|provided(?:\s+that)?|as\s+long\s+as)\s+(?:no|any|new|serious)\s+(?:\w+\s+)?(?:problems?|difficult(?:y|ies)|obstacles?"
        r"|complications?|tensions?)\s+(?:\w+\s+)?(?:arises?|occurs?|emerges?|appears?|stands?)[^.;,]*"
        r"|\b(?:if|when|once|provided(?:\s+that)?|as\s+long\s+as)\s+(?:everything|all|things?)\s+(?:goes|go|runs?|stays?)\s+\w+[^.;,]*"
        r"|\b(?:in|under)\s+(?:favou?rable|normal|suitable|good)\s+(?:circumstances|conditions)\b"
        r"|\bdepending\s+on\s+(?:how|the\s+(?:course|development|progress|situation|outcome))\b[^.;,]*"
        r"|\bin\s+the\s+absence\s+of\s+(?:\w+\s+)?(?:provocations?|tensions?|hostil\w+|problems|difficulties"
        r"|objections|incidents)[^.;,]*"
        r"|\b(?:\w+\s+and\s+)?(?:weather|politics|situation|circumstances|conditions|time"
        r"|security)(?:\s+and\s+\w+)?\s+permitting\b|\b(?:when|if|once)\s+the\s+(?:time|moment)\s+(?:is"
        rf"|has)\s+(?:ripe|right|come)\b",
        re.IGNORECASE,
    )
    finder = re.compile(
        r"\b(?:found|finds?|certif\w+|confirm\w*|determin\w+|declar\w+|establish\w+|verif\w+|decid\w+|judg\w+"
        r"|announc\w+|assess\w+)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.condition.search(sentence.exact)
            if match is None or self.finder.search(sentence.exact) or sentence.form is SentenceForm.DEFINITION:
                continue
            hits = draft.concepts(sentence)
            if "displaced" in hits and "willing" in hits:
                continue  # those who come home judge for themselves whether it is safe
            said = " ".join(match.group().split())
            why = f"Nobody is to find whether it is so ('{said}'): each side will say what suits it."
            yield self.on(draft, sentence, match, why)


class OtherFirst(Rule):
    code = "E4.other-first"
    title = "A step that waits for a deed of the other side that is due on no day"
    severity = Severity.BLOCKER
    reference = "Checklist E4: a condition only the other party can fulfil, with no remedy"
    applies_to = "steps that are due only after the other side has done something"
    fix = "Give that deed a day, or say what holds if it is not done by then."
    other = re.compile(
        r"\b(?:the|its)\s+(?:other|opposing|opposite)\s+(?:Party|side)\b(?!\s+(?:is|was)\b)", re.IGNORECASE
    )
    asks = re.compile(  # what calls for an answer, and is due on no day
        r"\b(?:ask|request|notif|inform|report|declar|announc|invit|complain|object|propos|submit|call|tell|told|breach"
        r"|violat|break|broke|fail|not|attack|fire|arriv|receiv|learn|found|sign|accept|agree|consent|approv|deliver|hand|lay|laid|deposit|made|present)\w*\b",
        re.IGNORECASE,
    )
    ways = frozenset(
        {"only after", "only once", "only when", "only if", "only upon", "not before", "not until", "once", "after"}
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        order = order_of(draft)
        for step in order.steps:
            if step.ban or not step.event.actors or step.event.actors - draft.party_ids:
                continue
            if any(limit.of is None and limit.most is not None for limit in step.limits):
                continue
            for limit in step.limits:
                if limit.of is None or limit.before or limit.way not in self.ways or self.asks.search(limit.words):
                    continue
                by_other = self.other.search(limit.words) is not None
                awaited = limit.of.actors and limit.of.actors <= draft.party_ids - step.event.actors
                node = order.meant(limit.of, step)
                if not (by_other or awaited) or (node is not None and any(map(self._dated, node.steps))):
                    continue
                why = (
                    f"'{limit.words}': the other side can hold this for ever, and nothing says by when it has to do so."
                )
                yield self.at(draft, *limit.at, why, provision=step.sentence.provision)

    @staticmethod
    def _dated(step: Step) -> bool:
        return bool(step.limits)


RULES: tuple[Rule, ...] = (ConditionOfTheOther(), NobodyFinds(), OtherFirst())
