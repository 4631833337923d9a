"""What stops: one word for it, a list of acts, and more for civilians than the law that binds anyway."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re

from .concepts import Hits, first, frames, joined
from .draft import Draft
from .phrases import phrase
from .rule import Rule

_SHIELDS = frames(("hurts~civil !repairers", "spares~civil"))
"""How people and what they live by are protected; a rule on a repair crew alone protects no hospital."""

_GENERAL = (
    "(?:hostilit(?:y|ies)|fighting|combat|violence|warfare|war|aggression"
    "|(?:hostile|military|armed|warlike|belligerent|offensive) (?:acts?|actions?|activit(?:y|ies)"
    "|operations?|measures?|conduct"
    "|force|hostilities)|acts? of (?:war|violence|force|hostility|aggression)|(?:use of )?(?:armed )?force)"
)
"""What covers every act of war and names none."""


class TwoTerms(Rule):
    code = "B1.two-terms"
    title = "Two words for one stop"
    reference = "Checklist B1; MSN: one term, and what it means here"
    applies_to = "the words by which the text calls its own stop"
    fix = "Use one of the words throughout, and say what it means here."
    kinds = {
        "cease-fire": re.compile(
            r"\b(?:the|this|our|such)\s+(?:(?!\w+s\s+cease\s)\w+\s+)?(?:cease-?\s?fire"
            r"|cessation\s+of\s+fire)\b(?!\s+(?:line|order"
            r"|zone|violation)\w*)",
            re.IGNORECASE,
        ),
        "truce": re.compile(r"\b(?:the|this|our|such)\s+(?:\w+\s+)?truce\b", re.IGNORECASE),
        "armistice": re.compile(
            r"\b(?:the|this|our|such)\s+(?:\w+\s+)?armistice\b(?!\s+(?:line|day)\b)", re.IGNORECASE
        ),
        "cessation of hostilities": re.compile(
            r"(?<!on )(?<!to respect )\b(?:the|this)\s+cessation\s+of\s+hostilities\b", re.IGNORECASE
        ),
        "pause": re.compile(r"\b(?:this|the)\s+(?:humanitarian\s+)?pause\b(?!\s+in)", re.IGNORECASE),
        "suspension of arms": re.compile(
            r"\b(?:the|this)\s+(?:suspension\s+of\s+(?:arms|hostilities|fire)|stand-?still|lull)\b", re.IGNORECASE
        ),
    }
    heads = re.compile(
        r"\b(?:(?P<cf>cease-?\s?fire)|(?P<truce>truce)|(?P<arm>armistice)|(?P<coh>cessation\s+of\s+hostilities)"
        r"|(?P<pause>pause)"
        r"|(?P<susp>suspension\s+of))\b",
        re.IGNORECASE,
    )
    by_title = {"cf": "cease-fire", "truce": "truce", "arm": "armistice", "coh": "cessation of hostilities",
                "pause": "pause", "susp": "suspension of arms"}  # fmt: skip
    defines = re.compile(
        r"means|hereinafter|\(\s*(?:the\s+)?[\"“]|followed by|lead(?:s|ing)? to|until|permanent", re.IGNORECASE
    )

    of_its_own = re.compile(r"\s+(?:of|at|signed\s+(?:at|in|on))\s+(?:\d|[A-Z])")
    """What makes it the name of another stop: "the Truce of Fenn"."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        found: dict[str, list[tuple[Sentence, re.Match[str]]]] = {}
        for sentence in draft.operative:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            for kind, pattern in self.kinds.items():
                match = pattern.search(sentence.exact)
                if match and self.of_its_own.match(sentence.exact, match.end()):
                    continue
                if (match and not draft.named(kind)) or (match and not self._other_defined(draft, kind)):
                    found.setdefault(kind, []).append((sentence, match))
        titled = self.heads.search(draft.framework.title or "")
        own = [self.by_title[titled.lastgroup]] if titled and titled.lastgroup else []
        named = [kind for kind in self.kinds if draft.named(kind)] or own
        if len(found.keys() | set(named)) < 2 or any(
            len(self._in(each)) > 1 and self.defines.search(each.exact) for each in draft.operative
        ):
            return
        main = named[0] if named else max(found, key=lambda kind: len(found[kind]))
        for kind, places in found.items():
            if kind != main:
                sentence, match = places[0]
                start, end = sentence.start + match.start(), sentence.start + match.end()
                why = f"Elsewhere the text speaks of a {main}; whether '{match.group()}' is the same it does not say."
                yield self.at(
                    draft,
                    start,
                    end,
                    why,
                    provision=sentence.provision,
                    also=[each.provision for each, _ in places[1:]],
                )

    def _in(self, sentence: Sentence) -> list[str]:
        return [kind for kind, pattern in self.kinds.items() if pattern.search(sentence.exact)]

    def _other_defined(self, draft: Draft, kind: str) -> bool:
        """Whether this kind has a definition of its own beside that of another: then the two are told apart."""
        return draft.named(kind) and any(draft.named(other) for other in self.kinds if other != kind)


class GeneralStop(Rule):
    code = "C2.general-only"
    title = "A stop in general terms only"
    severity = Severity.BLOCKER
    reference = "Checklist C2; S17 art. 3: a list of acts, each with an object"
    applies_to = "the sentence that stops the fighting"
    fix = "List the acts: fire, air attack, long-range attack, forward movement, reconnaissance, sabotage, mining."
    general = phrase(
        "(?:all |any |the )*(?:hostilities|fighting|hostile acts|combat|acts of war|military (?:actions?|operations))"
        "(?: (?:between|against) [^.;,]{2,40})? (?:shall |must |will |is to |are to )?(?:ends?|ceases?|stops?"
        "|cease|is over"
        "|are over|comes? to an end|(?:is|are) (?:suspended|ended|stopped|halted))"
        "|(?:cease|stop|end|halt|suspend)(?: and desist from)? (?:all |any |every |the |its |their )*(?:acts of )?"
        "(?:hostilities|hostile acts|fighting|violence|military (?:actions?|operations|activities)|acts of war)"
        "|refrain from (?:all |any )*(?:hostilities|hostile acts|hostile actions|military actions?)"
        "|(?:cessation|suspension|end) of (?:all )?(?:hostilities|military (?:actions?|operations)|fighting)"
        "|(?:abstain|refrain|desist) from (?:all |any |every |further )*(?:acts? of )?(?:hostilit(?:y|ies)"
        "|hostile \\w+"
        "|violence|war|force|military \\w+)(?= (?:against|between)|[.,;])"
        "|(?:all |any )?hostile (?:activit(?:y|ies)|actions?|conduct)[^.;]{0,40}(?:ends?|ceases?|stops?"
        "|come to an end)"
        "|(?:weapons|arms|guns) (?:shall |will |must )?(?:fall|be|are|remain) silent"
        "|(?:part(?:y|ies)|sides?|both|all|they|forces|troops) (?:shall |will |must )?lay down (?:its|their|all)"
        " (?:arms|weapons)"
        "|(?:shall|will|must) live in peace|no (?:more|further) (?:war|fighting|hostilities)"
        "|(?:neither|no) (?:Party|side) (?:shall|may|will) use (?:armed )?force(?= against|[.,;])"
        f"|(?:cease|stop|end|halt|suspend|abstain|refrain|desist)s?\\b(?!-)[^.;:]{{0,90}}?\\b(?:all|any|every|each"
        f"|further)"
        f" (?:\\w+ ){{0,2}}?{_GENERAL}(?= (?:against|between|on|in|at|of)\\b|[.,;]|$)"
        f"|(?:neither|no|(?:shall|must|may|will) not)\\b[^.;:]{{0,60}}?\\b(?:undertakes?|carr(?:y"
        f"|ies) out|conducts?|commits?"
        f"|engages? in|performs?|initiates?|resorts? to|wages?|pursues?"
        f"|launch(?:es)?)(?: (?!against)\\w+){{0,2}}? {_GENERAL}"
        f"|(?:all|every|any|each) (?:\\w+ ){{0,2}}?{_GENERAL}\\b[^.;:]{{0,60}}?\\b(?:ends?|ceases?"
        f"|stops?|is over|are over"
        f"|comes? to an end)"
    )
    acts = re.compile(
        r"\b(?:(?P<fire>(?<!cease-)(?<!cease )fir(?:e|ing)|shoot|shell|snip)|(?P<attack>attack|strike"
        r"|bomb|assault)|(?P<raid>raid"
        r"|ambush)"
        r"|(?P<advance>advance|mov\w*\s+(?:forward|closer|nearer|beyond)|forward\s+move|captur)|(?P<recon>reconn"
        r"|scout|spy|overfl|fl(?:y|ies)\s+over)"
        r"|(?P<air>fl(?:y|ies|ying)\s+(?:[\w\-]+\s+){0,3}?(?:aircraft|drones?|planes?|helicopters?))"
        r"|(?P<sabotage>sabotage|wreck|blow\s+up|destr[ou])|(?P<mine>(?:lay\w*|new|plant\w*)\s+(?:of\s+)?mines|mining)"
        r"|(?P<abduct>abduct|hostage|kidnap|carr\w+\s+(?:\w+\s+)?off)|(?P<sexual>sexual|rap(?:e|ing)\b))\w*",
        re.IGNORECASE,
    )
    bans = re.compile(
        r"\b(?:shall\s+not|no\s+part(?:y|ies)|neither|prohibit\w*|forbid\w*|forbidden|bans?|banned|refrain\w*"
        r"|cease\w*|stop|may\s+not"
        r"|not\s+to|desist\w*|abstain\w*)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        stops = [(each, match) for each in draft.operative if (match := self._general(draft, each))]
        if not stops:
            return
        if len({kind for each in draft.operative for kind in self._forbidden(draft, each)}) < 3:
            told = (each for each in stops if each[0].form is not SentenceForm.DEFINITION)
            sentence, match = next(told, stops[0])  # what binds, and not what a word means
            why = f"'{' '.join(match.group().split())}' names no act, so each side will draw the line elsewhere."
            yield self.on(draft, sentence, match, why)

    def _general(self, draft: Draft, sentence: Sentence) -> re.Match[str] | None:
        """Where the sentence stops all that is hostile; to call the text's own stop by its name stops nothing."""
        return next((each for each in self.general.finditer(sentence.exact) if not draft.named(each.group())), None)

    on_people = frozenset({"fire", "attack", "sabotage", "abduct", "sexual"})

    def _forbidden(self, draft: Draft, sentence: Sentence) -> frozenset[str | None]:
        """The kinds of acts that a ban forbids; one that only spares people tells no side what it may not do to the
        other."""
        if not (self.bans.search(sentence.exact) or sentence.form is SentenceForm.BAN or draft.in_list(sentence)):
            return frozenset()
        kinds = frozenset(match.lastgroup for match in self.acts.finditer(sentence.exact))
        if "fire_bound" in draft.concepts(sentence) and kinds <= {"fire", "attack"}:
            return frozenset()  # how fire may be returned forbids none
        told = (sentence, *draft.items_of(sentence))
        spared = kinds <= self.on_people and any(first(_SHIELDS, joined_with(draft, sentence, each)) for each in told)
        return frozenset() if spared else kinds


def joined_with(draft: Draft, sentence: Sentence, item: Sentence) -> Hits:
    """The concepts of a sentence together with those of an item of the list that it introduces."""
    hits = draft.concepts(sentence)
    return hits if item is sentence else joined(sentence.exact, hits, draft.concepts(item))


class LawOnly(Rule):
    code = "C5.law-only"
    title = "Civilians are left to the law that binds anyway"
    reference = "Checklist C5: repeats the law only; no duty to report or repair"
    applies_to = "the only sentences that protect civilians, and those that leave named persons or things to the law"
    fix = "Name protected persons and objects, and who reports and repairs damage within how many hours."
    law = phrase(
        "(?:respect|observe|comply with|abide by|uphold"
        "|act in accordance with) (?:\\w+ ){0,3}(?:international humanitarian law"
        "|laws? of (?:war|armed conflict|nations)|Geneva Conventions|humanitarian law|law)"
        "|(?:laws? of (?:war|armed conflict|nations)|humanitarian law|international law"
        "|Geneva Conventions) (?:protects?"
        "|applies|apply|binds?|governs?|holds?|counts?|is decisive|is the rule|remains? in force)"
    )
    by_law = phrase(
        "(?:Hague|Geneva)(?: and \\w+)? (?:rules|law|laws|regulations|conventions?)|(?:contrary to"
        "|in accordance with|in conformity with|under|in line with|by|of|as) (?:\\w+ ){0,4}?"
        "(?:international (?:humanitarian )?law|laws? of (?:war|armed conflict|nations)|Geneva Conventions"
        "|humanitarian law|the law (?:requires|demands|prescribes))"
        "|(?:that|which) (?:the )?(?:laws? of war|humanitarian law|international law|law) \\w+"
        "|(?:customary|general|existing) (?:rules|law|principles)[^.;]{0,60}(?:apply|applies|hold|holds|bind|binds)"
        "|(?:as|under|by|according to|in accordance with|in conformity with|pursuant to|that|which) (?:\\w+ ){0,4}?"
        "(?:(?:conventions?|norms|standards|customs|usages|practice)(?! (?:of|in) (?:this|the present))"
        "|regulations|(?:applicable|accepted|recogni[sz]ed|relevant|general) (?:\\w+ )?(?:rules|principles|provisions)"
        "|(?:the )?law(?: of \\w+)?(?=[,.;]))"
    )
    """How people are left to the law, where the sentence speaks of them."""
    people = phrase(
        "civilians?|population|inhabitants|people of|non-?combatants|hospitals?|schools?|humanitarian|residential"
        "|medical|settlements"
    )

    told_by_law = phrase(
        "(?:treats?|protects?|spares?|respects?|deals? with|handles?|cares? for|protected|treated|spared|enjoys?"
        "|enjoy|respect|observe)[^.;]{0,60}?"
        "(?:humanitarian law|laws? of (?:war|armed conflict|nations)|international law|(?:Geneva|Hague) \\w+"
        "|customary \\w+"
        "|(?:general|usual|accepted) (?:rules|principles|standards|law)[^.;]{0,40})(?: with (?:regard"
        "|respect) to [^.;]{3,60})?"
    )
    whom = phrase(
        "(?:with (?:regard|respect) to|towards?|vis-a-vis|as regards|concerning|to) (?:the |all |its "
        "|every )?(?!part|side|monitor"
        "|the other|article)[a-z][^.;]{3,40}|^(?:the |all |every )?[\\w -]{3,40}? (?:is|are|enjoys?|shall be"
        "|shall enjoy|must be)"
        "|(?:treats?|protects?|spares?) (?:the |all |its |every )?\\w+"
    )
    more = phrase(
        "and shall|report\\w*|repair\\w*|\\d+|Annex|list\\w*|moreover|besides|also|breach\\w*|violation\\w*"
        "|in addition|under Article"
    )

    anybody = phrase("civilians?|population|inhabitants|non-?combatants|people")
    """All of whom the law speaks: what is said of them elsewhere in the text may be enough."""

    def _by_the_law_alone(self, draft: Draft) -> Iterator[Finding]:
        """Persons or things that are named and left to the law that binds anyway, whatever is said of others."""
        for sentence in draft.operative:
            match = self.told_by_law.search(sentence.exact)
            if match is None or self.anybody.search(sentence.exact) or self.more.search(sentence.exact):
                continue
            if self.whom.search(sentence.exact):
                why = "This repeats a law that binds anyway, and says neither what is done nor who reports and repairs."
                yield self.on(draft, sentence, match, why)

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = list(self._alone(draft))
        yield from found or self._by_the_law_alone(draft)

    def _alone(self, draft: Draft) -> Iterator[Finding]:
        laws = [(each, match) for each in draft.operative if (match := self._law(each.exact)) and not self._names(each)]
        if not laws or any(
            self.people.search(self.law.sub("", each.exact))
            and (not self._law(each.exact) or self._names(each))
            and first(_SHIELDS, draft.concepts(each))
            for each in draft.operative
            if each.form is not SentenceForm.DEFINITION
        ):
            return
        sentence, match = laws[0]
        why = "This repeats a law that binds anyway, and names nobody and nothing that is protected here."
        yield self.on(draft, sentence, match, why)

    objects = re.compile(
        r"\b(?:homes?|houses|villages|clinics?|hospitals?|schools?|wells?|power\s+(?:stations?|plants?|lines?)"
        r"|waterworks|dams?|bridges|markets?"
        r"|churches|mosques|temples|ports?|pumps?|mills?|crops)\b",
        re.IGNORECASE,
    )

    def _names(self, sentence: Sentence) -> bool:
        """Whether it names objects that are spared, whatever it says of the law beside."""
        return len({match.group().lower() for match in self.objects.finditer(sentence.exact)}) > 1

    def _law(self, words: str) -> re.Match[str] | None:
        if found := self.law.search(words):
            return found
        return (self.by_law.search(words) or self.bare.search(words)) if self.people.search(words) else None

    _people = "(?:the )?(?:local )?(?:civilians|civilian population|non-?combatants|population|inhabitants|people)"
    _goods = (
        "(?: and (?:of )?(?:their|its|all|the)? ?(?:civilian )?(?:property|objects|goods|belongings|lives|dignity))?"
    )
    bare = phrase(
        f"(?:protects?|respects?|spares?|(?:ensures?|guarantees?|provides?(?: for)?|cares? for|sees? to|safeguards?) "
        f"the (?:safety|security|protection|well-?being|life) of) {_people}{_goods}(?=[.;,]|$)"
        f"|^(?:[^,.]{{3,40}}, )?{_people}{_goods} (?:(?:shall|must|will|are to|is to) be |(?:is|are) |enjoys? )"
        f"(?:protected|respected|spared|safe|protection|respect)(?=[.;]|$)"
    )
    """All that the law asks for anyway, in one word and with no object named."""


RULES: tuple[Rule, ...] = (TwoTerms(), GeneralStop(), LawOnly())
