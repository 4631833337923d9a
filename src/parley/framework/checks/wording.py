"""Words that can't be judged: no hour, no act, no actor, no end."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, Severity
from parley.text import day_counts, durations
from parley.text import patterns as re

from .draft import Draft
from .phrases import MONTHS, phrase, places
from .rule import Rule

_MONTH = f"(?:{MONTHS}|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?:of\s+)?{_MONTH}|{_MONTH}\.?\s+\d{{1,2}}"
    r"|\d{4}-\d{2}-\d{2}|[Dd]ay\s+\d+|\d{1,2}:\d{2})\b"
)


def says_when(sentence: Sentence) -> bool:
    """Whether the sentence names a date, a day, an hour or a length of time."""
    return words_say_when(sentence.exact)


def words_say_when(words: str) -> bool:
    return bool(durations(words) or day_counts(words) or _DATE.search(words))


_NO_NUMBER = (
    r"(?:(?!(?:\d+|\w+\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|all|any|every|each|same|this|that"
    r"|these|which|whose|such|half|both|agreed|said|whole|entire|set|fixed|given|stated)\b)[\w’'-]+ ){0,4}"
)
"""Up to four words between a preposition and its noun, none of which says how much or which."""


class VagueTime(Rule):
    code = "B5.vague-time"
    title = "A time word without a number"
    severity = Severity.BLOCKER
    reference = "HH 1: who, when and where leave no room for creative ambiguity"
    applies_to = "sentences that bind somebody"
    fix = "Write a number and a unit: 'within 24 hours of ...' or 'by D+n'."
    words = phrase(
        # adverbs, alone or in a comparison
        "{speedily}|as (?:{speedily}|{speedy}|quickly|swiftly|soon|speedily|rapidly) as (?:possible|practicable"
        "|feasible|(?:it|they|each|conditions?"
        "|circumstances?"
        "|\\w+) (?:can|may|is able|are able|allows?|permits?)|(?:is |are )?(?:can|able|allow|permit)\\w*)"
        "|(?:the )?(?:sooner|earlier) the better|a\\.s\\.a\\.p|(?:straight|right) away|betimes"
        "|before (?:very |too )?long"
        "|(?:all in|in) good time|over time|in stages"
        "|at (?:suitable|convenient|appropriate|reasonable|proper|adequate|certain) intervals"
        "|when the (?:time|day|hour|moment) (?:comes|has come"
        "|arrives)|for the present|one day|some day|some ?time"
        # a noun of speed behind a preposition; one of time only with a word that leaves it open
        f"|(?:at|in|within|with|without|on|over|during|after|by|upon) (?:all (?:due |possible "
        f")?)?{_NO_NUMBER}{{speed_noun}}"
        f"|(?:at|in|within|with|on|over|after|by|upon) {_NO_NUMBER}{{some_time}} (?:\\w+ )?{{time_noun}}"
        "|(?:in|during|before|by|after|over) (?:the |early |late |mid-?|next |this )*(?:spring|summer|autumn|winter)"
        "|in a (?:timely|prompt|speedy|swift|quick|rapid|expeditious) (?:manner|fashion|way)"
        "|(?:timely|prompt|early|speedy|due) (?:\\w+ )?(?:notice|warning|announcement)|without (?:losing"
        "|wasting) (?:\\w+ )?time"
        # as long as somebody likes
        "|(?:when|once|whenever|as soon as|at such time as)(?: it is| this is| it becomes| they are)? {convenient}"
        "|(?:when|once|as|as soon as|whenever|if|where) (?:the )?(?:time|season|weather|schedule|workload|calendar"
        "|harvest|tide|budget|staff|means|seasons) (?:so )?(?:permits?|allows?|comes|is ripe|suits?)"
    )
    around = phrase(  # vague even beside a number or an event
        "(?:shortly|soon|some time|a while|a little|not long|just|immediately|promptly|directly) (?:after|before"
        "|following)(?! (?:the|a|an|each|every|its|their) \\w+)|(?:shortly|soon|some time|a while|a little|not long) "
        "(?:after|before|following)|(?:a few|some|several|a couple of|a number of|a matter of|a handful of) (?:hours"
        "|days|weeks|months|years)(?: later| after)?"
        "|(?:in|over|within|during) the (?:(?:coming|next|following|first|early|last) )?(?:few )?(?:hours|days|weeks"
        "|months|period|time) (?:to come|following|after|around|ahead)"
        "|(?:in|over|within|during) the (?:coming|next|following) (?:few )?(?:hours|days|weeks|months|period|time)"
        "|at (?:a|some|the|an) (?:\\w+ )?(?:{convenient}|appropriate) (?:moment|time|date|point|stage|juncture"
        "|hour|occasion)"
        "|(?:shall|must|will|(?:is|are) to|undertakes? to),? (?:one|some) (?:fine )?day,? (?!(?:before|after|of|in"
        "|ahead|later|prior|from|each|per|at|only|or|and)(?!\\w))[a-z]+"
        "|when(?:ever)? {convenient}|(?:around|about|roughly|approximately|circa) D[+-]\\d+"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            timed = says_when(sentence)
            stops_then = self.stops_at_once.search(sentence.exact) if self._hour_is_told(draft, sentence) else None
            for pattern in (self.around, self.words):
                for start, end, words in places(pattern, sentence.exact, sentence.start):
                    if timed and pattern is self.words and not self._apart(sentence.exact, start - sentence.start):
                        continue
                    at = start - sentence.start
                    if stops_then and stops_then.start() <= at < stops_then.end():
                        continue
                    why = f"Nobody can tell when '{words}' has passed."
                    yield self.at(draft, start, end, why, provision=sentence.provision)

    stops_at_once = phrase(
        "(?:immediately|at once|forthwith|instantly|without (?:any )?delay) (?:freeze|stop|cease|halt|suspend|desist"
        "|refrain|stand still|hold)s?"
        "|(?:freeze|stop|cease|halt|suspend|desist|refrain|stand still|hold (?:its |their )?fire)s?(?: [\\w-]+){0,4} "
        "(?:immediately|at once|forthwith|instantly|without (?:any )?delay)"
    )
    """What takes no time: to stop, or to stand still."""
    begins = phrase("(?:effect|start|begin|commence|cease|stop|force|from|as of)\\w*")

    def _hour_is_told(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether the sentence before says at which hour it all begins, from which what is done at once is done."""
        before = draft.just_before(sentence)
        if before is None or not self.begins.search(before.exact):
            return False
        return bool("clock" in draft.concepts(before) and (_DATE.search(before.exact) or day_counts(before.exact)))

    joins = re.compile(r"(?:,?\s+and|,?\s+but|;)\s+")
    deed = re.compile(
        r"(?:shall\s+|must\s+)?(?!(?:at|in|within|by|on|for|of|to|with|not|no|from|after"
        r"|before)\s)[a-z]+\s+(?:\w+\s+)?(?:it|them|this|that|its|their|the|any|all|each|such)\b"
    )
    """A verb and what it is done to: a deed of its own, for which the time of another deed says nothing."""

    def _apart(self, words: str, at: int) -> bool:
        """Whether what stands there belongs to a second deed, which has no time though the sentence has one."""
        joins = list(self.joins.finditer(words))
        first = max((each.end() for each in joins if each.end() <= at), default=0)
        after = next((each for each in joins if each.start() >= at), None)
        clause = words[first : after.start() if after else len(words)]
        if words_say_when(clause):
            return False
        return (
            bool(self.deed.match(clause)) if first else after is not None and bool(self.deed.match(words, after.end()))
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
        "|regrouping|evacuation|repatriation|handover|stabili[sz]ation|normali[sz]ation|tensions?|crisis|fighting"
        "|unrest|calm|(?:public|civil|and)\\s+order|confidence|trust|floods?|harvest|season|winter|storms?|rains?"
        "|monsoon"
        "|drought|frosts?|snows?|spring|summer|autumn|ploughing|sowing|mourning|epidemic|emergency|reconstruction"
        "|rebuilding"
        "|restoration|clearance|clearing|cleaning|repairs?|transition|mobili[sz]ation|dust|tempers|situation"
        "|hostilities|disturbances?|pacification|reconciliation|dismantling|relocation|reorgani[sz]ation|integration"
        "|mop-?up|mopping|disarming|stationing|clean-?up|pull-?back|pull-?out|draw-?down|stand-?down|thaw|sweep"
        "|regroupment|salvage"
        "|return|move|transfer|delivery|storage|cooling|easing|quieting|settling|improvement|departure|removal"
        "|construction|resettlement|training"
    )
    nature = (
        r"rains?|(?:rainy|wet|dry|fishing|sowing|planting|grazing|tourist|holiday|hunting|growing)\s+season|monsoons?|snows?"
        r"|snow-?melt|frosts?|ice|drought|epidemic|outbreak|harvest(?:ing)?|sowing|planting|floods?|flood-?waters?"
        r"|(?:high|low)\s+water|storms?|gales?|cyclones?|fog|heat|cold|winter|spring|summer|autumn|thaw|heatwave|wildfires?"
        r"|festivities|mourning|epidemics?|fever|river|waters?|weather"
    )
    """What comes and goes by itself, and nobody declares ended."""
    counted = re.compile(
        r"\b(?:\d+|(?!(?:the|those|these|such|all|during)\b)[a-z]+)\s+(?:hours?|days?|weeks?|months?)\s+(?:after|from|following|of)"
        r"\s+(?:(?:the|a|its|this)\s+)?(?:\w+\s+)?(?:(?:end|close|onset|beginning|start|first|last|passing|melting|breaking"
        r"|break-?up|abatement|abating|lifting|ebbing|subsiding|subsidence|retreat|receding|arrival|coming|cessation|easing|waning"
        rf"|fall|falling|rise|return|bringing\s+in)\s+)?(?:(?:of|in)\s+)?(?:(?:the|this|all)\s+)?(?:\w+(?:['\u2019]s)?\s+)?(?P<nature>{nature})\b"
        r"|\b(?:day\s+\d+|(?:\d+|(?!(?:the|those|these|such|all|during)\b)[a-z]+)\s+(?:minutes|hours?|days?"
        r"|weeks?|months?)|(?:the\s+)?\w+(?:st|nd|rd|th)"
        r"\s+day)\s+"
        r"(?:after|from|following|of)\s+(?:(?:the|a|its|their|all)\s+)?(?:(?:full\s+|final\s+)?(?:end|completion"
        r"|conclusion|finishing|termination|achievement|passing|close|return|restoration|end)\s+(?:of|to)\s+(?:the\s+"
        r"|all\s+)?)?"
        rf"(?:\w+\s+)?(?P<event>{processes})\b"
        r"|\b(?:\d+|[a-z]+)\s+(?:hours?|days?|weeks?|months?)\s+(?:after|from|following|of)\s+the\s+(?:end|completion"
        r"|conclusion|close)\s+of\s+(?:the\s+|all\s+)?(?:\w+\s+)?(?P<work>(?!meeting|hearing|sitting"
        r"|finding)\w{4,}ing)\b"
        r"|\b(?:\d+|[a-z]+)\s+(?:hours?|days?|weeks?|months?)\s+(?:after|from|following)\s+(?:the\s+|all\s+|its\s+"
        r"|their\s+)?(?P<what>(?:[\w’'-]+\s+){1,5}?)(?:has|have|is|are)\s+(?:been\s+)?(?:fully\s+|all\s+)?(?:gone|left"
        r"|at\s+an\s+end|finished|complete|completed|over|done|ended|subsided|settled|returned|calmed|quietened"
        r"|normali[sz]ed"
        r"|withdrawn|dispersed|restored|ready|emptied|vacated|evacuated|cleared|removed|dismantled|demolished|repaired"
        r"|rebuilt|relieved|melted|harvested|stopped|ceased|passed|abated|eased|set\s+in|dried(?:\s+(?:out|up))?|receded|brought\s+in|pulled\s+(?:back|down|out))\b",
        re.IGNORECASE,
    )
    declared = re.compile(r"\b(?:confirm|certif|declare|notif|record|report)\w*\b", re.IGNORECASE)
    ended = re.compile(r"\b(?:complet|end|finish|conclu)\w*\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            for match in self.counted.finditer(sentence.exact):
                if " of " in f" {match.group()} " and match.group().lower().startswith("day"):
                    continue  # "day 1 of the withdrawal" counts from its beginning
                event = (match["nature"] or match["event"] or match["work"] or match["what"].split()[-1]).lower()
                before = sentence.exact[: match.start()]
                last = draft.just_before(sentence)
                if self.handed_in.search(before) or (last is not None and self.handed_in.search(last.exact)):
                    continue  # "a declaration delivered to Halvern. It is bound from the day after the delivery"
                told = words_say_when(before) and event[:7] in "".join(before.lower().split())
                if told or self._is_declared(draft, event):
                    continue  # "shall hand over its plans by D+5 and mark the fields within 9 days of the handover"
                start = sentence.start + match.start()
                yield self.at(
                    draft,
                    start,
                    sentence.start + match.end(),
                    f"The time runs from {self._from_what(match)}, and nobody is to declare that complete.",
                    provision=sentence.provision,
                )

    def _from_what(self, match: re.Match[str]) -> str:
        if match["nature"]:
            return f"'{' '.join(match.group().split())}'"
        if not match["what"]:
            return f"the end of the {(match['event'] or match['work']).lower()}"
        return f"when '{' '.join(match.group()[match.start('what') - match.start() :].split())}'"

    handed_in = re.compile(
        r"\b(?:declaration|notice|notification|instrument|letter|request|report|statement|complaint"
        r"|reply)s?\b[^.;]{0,60}\b"
        r"(?:delivered|handed|transferred|transmitted|returned|deposited)\b",
        re.IGNORECASE,
    )
    """A paper is handed in at once, and whoever gets it knows when."""

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
        # what is done has only a quality
        "(?:all )?{suitable} (?:\\w+ )?{measures}"
        "|{measures} (?:that |which |as )?(?:it|they|each|\\w+ party) (?:itself )?(?:finds?|deems?|considers?"
        "|thinks?|judges?"
        "|holds?|sees?|believes?) [^.;,]{3,30}"
        "|(?:remedial|quick remedial) action|(?:due|sympathetic|favou?rable|serious|benevolent|careful|full) "
        "(?:consideration|regard|attention|thought)"
        "|(?:utmost|maximum|due|mutual|greatest|all possible|every|full|great|more|necessary|reasonable) (?:restraint"
        "|care|diligence|caution|flexibility|moderation|prudence|vigilance|tact|discretion)"
        "|(?:exercises?|shows?|displays?|observes?|practi[sc]es?|uses?|demonstrates?|act with|proceed with) (?:\\w+ "
        "){0,2}(?:restraint|moderation|care|prudence|caution|flexibility|goodwill|good will|good faith|understanding"
        "|tact|leniency|patience)"
        "|(?:act|acts|cooperate|consult|negotiate|work|engage|behave|conduct (?:itself|themselves)|deal|proceed)s? "
        "(?:\\w+ ){0,4}?(?:in good faith|responsibly|prudently|reasonably|properly|appropriately|sensibly|decently"
        "|constructively|correctly|with (?:\\w+ )?(?:restraint|care|moderation|tact))"
        "|an? (?:reasonable|adequate|sufficient|suitable|appropriate|moderate|fair|limited|sensible|acceptable"
        "|proportionate|decent) (?:number|amount|quantity|level|distance|share|sum|part|size|strength|degree|price)"
        # as far as it goes
        "|(?:where|as|if|when|whenever|wherever|unless|so far as|as far as|insofar as|inasmuch as|provided|to the "
        "extent) (?:it is |this is |that is |they are |it proves |this proves |this is found |found |deemed |thought "
        "|judged |considered |it )?(?:not )?{practicable}"
        "|(?:where|if|when|wherever|as far as|so far as) (?:this|that|it) (?:can|may) be (?:done|managed"
        "|arranged|helped|borne)"
        "|(?:where|if|when|whenever|as far as|so far as|to the extent that|to the extent) (?:it|they) (?:can"
        "|could|is able|are able|manages?"
        "|has the means|have the means|finds? the means|see(?:s)? a way)(?= (?:do so|to\\b|spare)|[,.;])"
        "|should (?:it|they) (?:have the means|be able|manage)"
        "|do(?:es)? (?:what(?:ever)?|all that) (?:is|may be|it takes|lies in (?:its|their) power)"
        "|(?:to|at) a minimum(?! of)|avoids? (?:any |all )?(?:unnecessary|undue|excessive|unreasonable) \\w+"
        "|supports? the (?:idea|thought|aim) of"
        "|(?:each (?:party|side)|the (?:parties|sides)) (?:\\w+ly )?(?:tr(?:y|ies)|attempts?|strives?) to"
        "|(?:in)?so far as|insofar as|inasmuch as|as far as (?:it|they|this|its|their|the) \\w+|to the (?:\\w+ "
        ")?(?:extent|degree|limit)(?: \\w+)? (?:{practicable}|of)|to the (?:greatest|fullest|maximum|utmost|best"
        "|largest) (?:extent|degree)|to (?:a|some) (?:reasonable |certain |fair )?(?:extent|degree)"
        "|(?:if|as|where|when|so far as|as far as|should) (?:the |its |their |local )?{circumstances} (?:so "
        ")?(?:permits?"
        "|allows?|suffices?|admits?)|(?:the |local |available )?{circumstances}(?: and \\w+)? permitting"
        "|within (?:the (?:limits|bounds|framework) of )?(?:its|their|the) (?:\\w+ )?(?:means|capabilit\\w+"
        "|possibilit\\w+|power|abilit\\w+|capacit\\w+|resources|limits of the possible)"
        "|to the best of (?:its|their) (?:\\w+ )?(?:abilit\\w+|capabilit\\w+|knowledge|powers?)"
        "|as (?:it|they|best) (?:best )?(?:can|may|is able|are able)|as best (?:it|they) can|if need be|as needed"
        "|as (?:a|the) (?:\\w+ )?rule|in (?:general|principle|the main|the spirit of|most cases)|generally|normally"
        "|ordinarily|usually|by and large|on the whole(?! of)"
        "|as (?:far as|much as) (?:possible|\\w+ is)|wherever possible"
        "|(?:to the extent|as far as|in the manner|such [\\w ]{1,20}? as) (?:that )?{whoever_acts} (?:itself "
        "|themselves )?(?:"
        "finds?|deems?|considers?|thinks?|judges?|sees?|chooses?|wish(?:es)?|(?:may|might|can) (?:allow|permit|see"
        "|think"
        "|consider|find|deem|choose|select|wish|determine))(?: {as_it_suits})?"
        "|[\\w-]+ (?:which|that) {whoever_acts} (?:itself |themselves )?"
        "(?:finds?|deems?|considers?|thinks?|judges?|sees?) {as_it_suits}"
        "|in (?:a|an|any) (?:suitable|appropriate|proper|convenient|fitting|satisfactory|adequate|reasonable"
        "|becoming) (?:manner|way|form"
        "|fashion)|(?:enough|sufficient|adequate|ample) (?!for\\b|to\\b|that\\b)[a-z]+s"
        # the duty is to try, to want or to think
        "|endeavou?rs?|best (?:efforts|endeavou?rs)|(?:every|all|all reasonable|all possible|reasonable|sincere"
        "|serious|genuine|an|some|such|great|the necessary|joint|common) (?:efforts?|endeavou?rs?|exertions?|attempts?)"
        "|do(?:es)? (?:its|their|all|everything|what|whatever|as much as) (?:utmost|best|in (?:its|their) power"
        "|(?:that "
        ")?(?:they|it) (?:can|is able)|possible|reasonably possible)|spares? no (?:efforts?|pains)"
        "|looks? (?:favou?rably|kindly|sympathetically) (?:on|at|upon)|favou?rabl[ey] consider\\w*"
        "|{has_to} (?:also |duly |jointly |each |at least )?(?:attempt|try|tend|aspire|aim|intend|be prepared|be ready"
        "|stand ready|remain open|keep in mind|strive|seek|hope|wish|lean|incline|undertake efforts|work|labour|look"
        "|press|push|contribute) (?:to|towards?|at|for)\\b(?! (?:the|a|an|its|their) (?:{body}|sites?|places?"
        "|ports?)\\b| (?:settle|resolve)\\b[^.;]*within (?:\\d|\\w+ days))"
        "|{has_to} (?:also |duly |jointly )?"
        "(?:consider|explore|contemplate|examine the possibility|study the possibility"
        "|envisage|weigh|ponder|reflect on|give thought|bear in mind|have in mind|favou?r|encourage|promote|welcome"
        "|think about|look into(?! (?:it|them|this|that|(?:the|each|every|any|such) \\w+)(?!\\w)[^.;]*(?:report|writ"
        "|tell|find|decid|submit|publish|within|together|jointly|with (?:one|two|an?|the|its) )))"
        "|(?:bear|keep) [^.;,]{3,60}? in mind"
        "|shall (?:have|pay) (?:due )?regard|(?:uses?|exerts?|employs?) (?:its|their) (?:\\w+ )?(?:good offices"
        "|influence|good services)|take due account|(?:takes?|having) (?:due |full )?account of|sympathetically"
        "|is (?:urged|encouraged|invited|expected|asked) to|are (?:urged|encouraged|invited|expected|asked) to"
    )
    lacking = re.compile(r"\b(?:failing|lacking|absent|without|in\s+(?:the\s+)?absence\s+of)\s+$", re.IGNORECASE)
    """What follows is the case that it was not done, and no duty."""
    told_for = re.compile(
        r"\b(?:report|inform|notif|refer|transmit|submit|communicat|forward|bring|tell)\w*\b[^.;]*\bfor\s+(?:their\s+|its\s+|any\s+|all\s+)?$",
        re.IGNORECASE,
    )
    """What follows is the aim of a report."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            for start, end, words in places(self.words, sentence.exact, sentence.start):
                if self.lacking.search(sentence.exact[: start - sentence.start]):
                    continue
                why = f"'{words}' leaves open what the duty is."
                if self.told_for.search(sentence.exact[: start - sentence.start]):
                    why = f"'{words}' is only what this is told for: nobody is bound to any act."
                yield self.at(draft, start, end, why, provision=sentence.provision)


RULES: tuple[Rule, ...] = (VagueTime(), CountedFromUnfound(), VagueVerb())
