"""Who is bound and who signs: actors in no list, forces left out, 'both' of more than two, a signature missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parley.model import Finding, FindingKind, Modality, Sentence, Severity
from parley.text import patterns as re

from .actors import of_a_line
from .draft import Draft
from .introduced import short_name
from .rule import Rule
from .strangers import strangers

_COMMON = frozenset(
    (
        "Republic", "Kingdom", "State", "Union", "Federation", "Federal", "Government", "Authority", "Democratic",
        "Islamic", "United", "People's", "Army", "Front", "Movement", "Forces", "Council", "Party",
    )
)  # fmt: skip
"""Words that many names have: they alone don't tell who signs."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "de"})


class UnlistedActor(Rule):
    code = "A1.unlisted"
    title = "A duty of somebody in no list"
    severity = Severity.BLOCKER
    reference = "Checklist A1: a name in a duty that is in no list"
    applies_to = "duties of named actors, and of armed groups, in texts that list their parties"
    fix = "Add it to the parties, or to the others with its acceptance; or name the Party that answers for it."
    office = re.compile(
        r"\b(?:Chair|Head|President|Minister|Secretar|Commander|Governor|Representative|Ambassador|Envoy|Member"
        r"|Monitor"
        r"|Observer|Signator|Guarantor|Witness|Depositary|Mediator|Facilitator|State|Government)\w*"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        if len(draft.framework.parties) < 2 or not draft.framework.text.lstrip("\ufeff").startswith("---"):
            return  # in prose alone nobody can tell who is in a list and who is not
        seen: set[str] = set()
        for sentence, each in draft.obligations:
            if each.bearer is None or each.modality is None or each.modality.value is Modality.MAY:
                continue
            for name in each.bearer.value:
                at = sentence.exact.find(name)
                named = self._is_name(name) or self.alone.fullmatch(name)
                if name in seen or at < 0 or not named or self._known(draft, name):
                    continue
                seen.add(name)
                start = sentence.start + at
                why = f"'{name}' has a duty and is neither a party, nor one of the others, nor a body of this text."
                yield self.at(draft, start, start + len(name), why, provision=sentence.provision)

        yield from self._unread(draft, seen)
        yield from self._small(draft)
        yield from self._armed(draft)
        for sentence, start, end, name in strangers(draft):
            if name not in seen and not self._introduced(draft, name):
                seen.add(name)
                why = f"'{name}' has a part in this and is nobody whom the text lists or sets up."
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)

    alone = re.compile(
        r"(?:Federation|Republic|Kingdom|Union|League|Alliance|Coalition|Front|Movement|Confederation|Bloc|Junta|Emirate"
        r"|Government|Army|Militia|Authority|Administration)"
    )
    """A kind of actor for a name: "the Federation", where no party is one."""
    lead = r"(?:(?:By|From|On|At|Within|Until|After|Before)\s+[^,.;]{1,40}?,?\s+)?"
    armed = re.compile(
        rf"{lead}(?P<who>(?:(?:[Tt]he|[Aa]ll|[Aa]ny|[Ee]very|[Oo]ther|[Tt]hose"
        rf"|[Cc]ertain)\s+){{0,3}}(?i:(?:[\w’'-]+\s+){{0,2}}?(?:"
        r"(?:armed|irregular|para-?military|self-?defen[cs]e|home-?guard|private\s+(?:military|security)|partisan|rebel"
        r"|insurgent|guerr?illa|vigilante|mercenary|jihadist|separatist)\s+(?:[a-z-]+\s+)?(?:groups?|formations?"
        r"|elements?"
        r"|units?|bands?|compan(?:y|ies)|forces|actors?|factions?|detachments?|levies|fighters?|militias?|squads?"
        r"|columns?"
        r"|organi[sz]ations?|contractors|gangs?|youths?|networks?|battalions?|brigades?)"
        r"|(?:local|tribal|village|communal|community|clan|foreign|city|town|desert|hill|mountain)\s+(?:militias?"
        r"|levies"
        r"|fighters|bands|gangs|combatants|warriors)"
        r"|(?:[a-z-]+\s+)?(?:clans|tribes|brigades|irregulars|insurgents|rebels|warlords|chieftains|reservists"
        r"|villagers|townspeople|townsfolk|deserters|smugglers)"
        r"|(?:village|town|city|local|tribal|desert|harbou?r|island)\s+(?:guards?|watch(?:men)?|wardens|volunteers)"
        r"|militias?|partisans|paramilitaries|mercenaries|vigilantes|guerr?illas|gunmen"
        r"|those(?=\s+who\s+(?:fought|fight|took\s+up\s+arms|bear\s+arms|hold\s+the|control\s+the)\b))"
        r"|(?:groups|bands|factions|gangs)(?=\s+(?:that|who|which)\s+(?:hold|control|operate|dominate|roam|fight"
        r"|rule)\b)))"
        r"(?P<which>(?:\s+[^.;:]{2,80}?)?)\s+"
        r"(?P<duty>(?:shall|must|will|undertakes?\s+to|agrees?\s+to|(?:is|are|has|have)\s+to)(?!\s+(?:not\s+)?be\s+(?!out\b|gone\b|back\b|at\b|in\b"
        r"|clear\b))|may\s+not)\b"
    )
    """Who bears arms, and is told by where or how: "the armed groups active along the river shall ..."."""
    someones = re.compile(
        r"\b(?:[Pp]art(?:y|ies)|[Ss]ides?|its|their|whose|command(?:ed)?|Annex|acced\w*|join\w*|adher\w*|sign\w*"
        r"|monitors?"
        r"|observers?|may|if|where)\b"
    )

    def _armed(self, draft: Draft) -> Iterator[Finding]:
        """Those who bear arms, belong to no party by the words and are answered for by none."""
        for sentence in draft.operative:
            match = self.armed.match(draft.plain(sentence))
            if match is None or self.someones.search(match["who"] + match["which"]):
                continue
            if sentence.exact[: match.start("who")].rstrip().endswith(" of"):
                continue  # "the commanders of the two brigades": theirs is the duty
            if self._listed(draft, sentence, match) or (match["who"].startswith("No ") and not match["which"]):
                continue  # that none may do so is a rule of a place
            who = " ".join((match["who"] + match["which"]).split())
            start = sentence.start + match.start("who")
            why = f"'{who}' have a duty, and no party of this text is said to answer for them."
            yield self.at(draft, start, sentence.start + match.end("which"), why, provision=sentence.provision)

    def _listed(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether they are called by the name of somebody listed, or the text tells elsewhere whose they are."""
        words = match["who"] + match["which"]
        if draft.names.within(words) or any(each.term in words for each in draft.definitions):
            return True
        core = " ".join(match["who"].lower().split()[-2:]).removeprefix("the ").removeprefix("all ")
        which = match["which"].lower().split()
        return any(
            core in each.exact.lower()
            and self.answered.search(each.exact)
            and (not which or which[-1] in each.exact.lower())
            for each in draft.operative
            if each is not sentence
        )

    answered = re.compile(
        r"\b(?:answers?|responsible|command\w*|belongs?|part\s+of|under\s+(?:the\s+)?(?:control|orders))\b"
    )

    band = re.compile(
        r"(?:(?:By|From|On|Within|Until|After)\s+[^,.;]{1,30},?\s+)?(?P<who>[Tt]he\s+(?:[\w’'-]+\s+){0,2}?"
        r"(?:militia|band|brigade|battalion|regiment|squadron|volunteers|guard|flotilla|fighters|rebels|partisans)s?"
        r"\s+(?:of|from)\s+(?!the\b|each\b|both\b|either\b|its\b|their\b)[A-Z][\w’'-]+)\s+"
        r"(?:shall|must|will|is\s+to|are\s+to|has\s+to|have\s+to)\b"
    )
    """A band that is told by its place: "the militia of Ruel shall ..."."""

    def _small(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.operative:
            match = self.band.match(sentence.exact)
            if match is None or self._known(draft, " ".join(match["who"].split()[1:])):
                continue
            start = sentence.start + match.start("who")
            why = f"'{match['who']}' has a duty and is neither a party, nor one of the others, nor a body of this text."
            yield self.at(draft, start, sentence.start + match.end("who"), why, provision=sentence.provision)

    opens = re.compile(
        r"(?:(?:By|From|On|Within|Until|After)\s+[^,.;]{1,30},?\s+)?(?:[Tt]he\s+)?(?P<who>(?!Part|Neither\b"
        r"|Either\b|Every\b|Such\b|That\b|Those\b|None\b|Nothing\b|This\b|These\b|Its\b|Their\b|The\b|Each\b"
        r"|No\b|All\b|Both\b|Any\b|By\b"
        r"|From\b|Articles?\b|Annex"
        r"|Section)[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)+)(?:,[^,;.]{3,60},)?\s+"
        r"(?:shall|must|will|is\s+to|are\s+to|has\s+to|have\s+to|undertakes?\s+to"
        r"|agrees?\s+to)\b(?!\s+(?:be\s+(?:\w+ed|paid|built|kept|held|open)|not\s+be))"
    )
    """What opens a sentence and is written as a name; "of" may stand inside it ("the State of Corvia")."""

    def _unread(self, draft: Draft, seen: set[str]) -> Iterator[Finding]:
        """Duties of somebody not listed in sentences that weren't read."""
        for sentence in draft.operative:
            match = self.opens.match(sentence.exact) if not sentence.obligations else None
            if match is None:
                continue
            name = " ".join(match["who"].split())
            known = any(part in seen or self._known(draft, part) for part in (name, name.split(" of ")[0]))
            if (
                known
                or re.search(r"[Ll]ine$|Zone$|Area$|\b(?:Parties|Sides|Signatories)$", name)
                or (self.office.search(name) and " of " not in name)
            ):
                continue
            seen.add(name)
            start = sentence.start + match.start("who")
            why = f"'{name}' has a duty and is neither a party, nor one of the others, nor a body of this text."
            yield self.at(draft, start, sentence.start + match.end("who"), why, provision=sentence.provision)

    points = re.compile(
        r"(?:By|From|On|At|Within|Until|After|Before|In|Its|Their|Each|Such|Other|That|This|These|Those|Any|Another"
        r"|Every|Either|Both|All"
        r"|Same)\b"
    )

    country = re.compile(r"(?:Government|State)\s+of\s+(?:the\s+)?(?!Part)[A-Z]")
    """Who is told by a country: "the Government of Harland" has no more than the office in common with a party."""

    def _is_name(self, name: str) -> bool:
        """Whether it is written as a name is: every word large, and more than the one that opens a sentence."""
        if self.points.match(name) or re.search(r"\bof (?:the|each|either) Part", name):
            return False
        large = all(word[:1].isupper() for word in name.split() if word.lower() not in _SMALL)
        return (
            large
            and "'s " not in name  # "the Bureau's Board" is the Bureau's
            and (" " in name or (name.isupper() and len(name) > 1))
            and (self.country.match(name) is not None or not self.office.search(short_name(name)))
        )

    def _known(self, draft: Draft, name: str) -> bool:
        framework = draft.framework
        listed = (*framework.parties, *framework.others, *framework.bodies)
        if name in draft.party_ids or draft.named(name):
            return True
        last = name.split()[-1]
        quoted = rf"\b(?:is|are|called)\s+(?:(?:its|their|the|an?)\s+)?(?:\w+\s+)?[\"“]{re.escape(name)}[\"”]"
        if re.search(quoted, draft.framework.text):
            return True  # "Together these are its \"Armed Personnel\"."
        if " of " in name and not self.country.match(name) and not draft.names.within(name.split(" of ", 1)[1]):
            last = short_name(name)  # "the Alliance of Northern States" is no League of States
        if self._introduced(draft, name) or self._is_place(draft, name) or self._heads(draft, name):
            return True
        return any(last in (one.id, *one.name.split()) or one.id in name.split() for one in listed) or any(
            last in definition.term.split() for definition in framework.definitions
        )

    def _is_place(self, draft: Draft, name: str) -> bool:
        """Whether the text does things there: "at Mill Gate"."""
        words = re.escape(name).replace(r"\ ", r"\s+")
        return re.search(rf"\b(?:at|in|near|around)\s+{words}\b", draft.framework.text) is not None

    def _heads(self, draft: Draft, name: str) -> bool:
        """Whether a heading is about it, or it is a person who leads something: "Colonel Hemmel leads it"."""
        words = re.escape(name).replace(r"\ ", r"\s+")
        leads = re.compile(rf"(?:\A|[.;,]\s){words}\s+(?:leads|heads|commands|chairs|presides|is\s+(?:its|the)\s)")
        return any(re.search(rf"\b{words}\b", each) for each in draft.headings) or any(
            leads.search(each.exact) for each in draft.operative
        )

    def _introduced(self, draft: Draft, name: str) -> bool:
        """Whether the text itself brings it in, under this name or one that goes on from it or ends with it: it is "a
        Joint Table", a title of an article, or the Mission "of" one that is listed."""
        words = re.escape(name).replace(r"\ ", r"\s+")
        listed = (*draft.framework.parties, *draft.framework.others, *draft.framework.bodies)
        of_whom = "|".join(re.escape(one.name) for one in listed)
        brought = re.compile(
            rf"\b(?i:an?)\s+(?:[A-Z]\w+\s+){{0,2}}{words}\b"
            rf"|\b{words}\s+(?:[A-Z]\w+\s+)?(?:of|from|sent\s+by)\s+(?:the\s+)?(?:{of_whom})\b"
            rf"|\b{words}\b[^.;]{{0,40}}\b(?i:is|are|be)\s+(?i:hereby\s+)?(?i:{self.founded})\b"
            rf"|\b{words}(?:,\s[^;]{{2,120}},)?\s+(?:appointed|named|chosen|elected|forms|comes\s+into\s+being"
            rf"|consists|comprises|numbers)\b"
            rf"|\b{words},\s+(?:made\s+up|composed|consisting|a|an|two|three|four|five|[A-Z][a-z]+)\s"
            rf"|\b(?i:{self.found})\s+(?i:the\s+|their\s+|its\s+)?(?:[A-Z]\w+\s+){{0,2}}{words}\b"
            rf"|\b{words}\s+{self.composed}"
        )
        if any(brought.search(each.exact) for each in draft.operative):
            return True
        opens = re.compile(rf"\W*(?:The\s+)?{words}\b")
        its = re.compile(rf"\W*(?:It|They)\s+{self.composed}")
        return any(opens.match(one.exact) and its.match(other.exact) for one, other in pairwise(draft.operative))

    founded = r"established|founded|formed|created|constituted|set\s+up|instituted"
    composed = (
        r"(?:has|have|consists?\s+of|comprises?|(?:is|are)\s+(?:made\s+up|composed)\s+of|numbers?)\s+(?:\w+\s+){1,3}?"
        r"(?:members?|persons|judges|experts|jurists|officers|observers|monitors)\b"
    )
    """What tells of whom a body is made, and so that there is one."""
    found = r"establish(?:es)?|founds?|forms?|creates?|constitutes?|sets?\s+up|institutes?|sends?|deploys?"


class BothOfMany(Rule):
    code = "A1.both"
    title = "'Both' of more than two parties"
    severity = Severity.BLOCKER
    reference = "Checklist A1: 'both sides' with more than two parties"
    applies_to = "texts with more than two parties"
    fix = "Write 'the Parties' or 'each Party', or name the two."
    both = re.compile(
        r"\b(?:both|either)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:two\s+)?(?:(?:high|contracting|signatory)\s+)*(?:sides"
        r"|parties)\b"
        r"|\b(?:the|these)\s+two\s+(?:(?:high|contracting|signatory)\s+)*(?:sides|parties)\b(?!\s+(?:which|that|who"
        r"|named|concerned|to)\b)"
        r"|\bthe\s+oppos(?:ing|ite)\s+(?:side|party)\b"
        r"|\b(?:sides|parties)\s+(?:(?:shall|must|will|may|are\s+to)\s+)?both\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        count = len(draft.framework.parties)
        for sentence in draft.operative if count > 2 else ():
            match = self.both.search(draft.plain(sentence))
            if match and not of_a_line(sentence.exact, match):
                said = " ".join(sentence.exact[match.start() : match.end()].split())
                why = f"There are {count} parties, and '{said}' does not say which of them."
                yield self.on(draft, sentence, match, why)


class SignatureMissing(Rule):
    code = "A3.signature"
    kind = FindingKind.ABSENT
    title = "A party or third party without a signature"
    reference = "Checklist A3; VCLT 7: who signs for whom, in which capacity"
    applies_to = "signatures that a text ends with"
    fix = "Add 'For the ...: name, office', with full powers where the office alone does not give them."
    block = re.compile(
        r"^[ \t>*_]*(?:Signed\b[^\n]*|Signatures?\b[^\n]*|In\s+(?:faith|witness|testimony)\s+whereof[^\n]*"
        r"|(?:for|on\s+behalf\s+of)\s+(?:the\s+)?[A-Z][^\n]*)",
        re.MULTILINE | re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        framework = draft.framework
        last = max((provision.start for provision in framework.provisions), default=0)
        blocks = [match for match in self.block.finditer(framework.text, last) if self._names_a_signer(draft, match)]
        if not blocks or not framework.text.lstrip("\ufeff").startswith("---"):
            return
        start = blocks[0].start()
        words = framework.text[start:]
        for party in framework.parties:
            lines = (match["who"] for match in self.signer.finditer(words))
            if not self._signs(words, party.id, party.name) and party.id not in draft.names.within("; ".join(lines)):
                yield self.at(draft, start, start, f"The text does not say who signs for {party.name}.")

        yield from self._strangers(draft, start, words)

    signer = re.compile(
        r"(?<!Minister\s)(?<!Ministry\s)(?<!Secretary\s)(?<!State\s)\b[Ff]or\s+(?:the\s+)?"
        r"(?P<who>[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*)*)"
        r"(?=\s*(?:[,:;.]|by\b|its\b|her\b|his\b|\n|$))"
    )

    def _strangers(self, draft: Draft, start: int, words: str) -> Iterator[Finding]:
        """Who signs and is neither a party nor one of the others."""
        listed = (*draft.framework.parties, *draft.framework.others, *draft.framework.bodies)
        for match in self.signer.finditer(words):
            if re.search(r"[A-Z][a-z]+\s*$", words[: match.start()]):
                continue  # "Commissioner for Peace"
            known = draft.names.within(match["who"]) or any(
                self._signs(match["who"], one.id, one.name) for one in listed
            )
            if not known:
                who = " ".join(match["who"].split())
                why = f"'{who}' signs and is neither a party nor one of the others."
                found = self.at(draft, start + match.start("who"), start + match.end("who"), why)
                yield found.replace(kind=FindingKind.DEFECT)

    def _names_a_signer(self, draft: Draft, match: re.Match[str]) -> bool:
        listed = (*draft.framework.parties, *draft.framework.others)
        return any(self._signs(match.group(), one.id, one.name) for one in listed)

    def _signs(self, words: str, id: str, name: str) -> bool:
        if re.search(rf"\b(?:{re.escape(id)}|{re.escape(name)})\b", words):
            return True
        own = [part for part in name.split() if part.lower() not in _SMALL and part not in _COMMON]
        return any(re.search(rf"\b{re.escape(part)}\b", words) for part in own)


class SignatureWithoutOffice(Rule):
    code = "A3.capacity"
    title = "A signature without an office"
    reference = "Checklist A3; VCLT 7: who signs for whom, in which capacity"
    applies_to = "lines that a text ends with and that say who signs for a party"
    fix = "Add the office, or full powers: 'For the ...: name, office'."
    line = re.compile(
        r"^[ \t>*_]*(?:(?:[Ff]or|[Oo]n\s+behalf\s+of)\s+[^:\n]{3,120}:"
        r"|[A-Z][^,:\n]{3,60},\s+(?:for|on\s+behalf\s+of)\s[^,\n]+)(?P<rest>[^\n]*)$",
        re.MULTILINE,
    )
    blank = re.compile(r"[\s_.…*]*")
    office = re.compile(
        r",\s*\S|\b(?:as|its|their|his|her|the)\b|\(\s*[a-z]|\b[Ff]ull\s+powers\b"
        r"|\b(?:General|Colonel|Brigadier|Major|Captain|Commander|Admiral|Marshal|Minister|President|Chair\w*|Speaker"
        r"|Director|Chief|Head|Secretary|Ambassador|Envoy)\b"
    )
    nobodys = re.compile(
        r"\b(?:in\s+(?:his|her|an?|their)\s+(?:own|personal|private)\s+(?:capacity|name)|(?:an?\s+)?(?:friend|private\s+(?:citizen|person)"
        r"|sympathi[sz]er|volunteer|interpreter|guest|bystander|relative)\b|without\s+(?:full\s+powers|(?:an?\s+)?mandate|authority)"
        r"|no\s+(?:office|function|mandate)|to\s+be\s+(?:confirmed|named|determined|announced)|(?:unofficial|informal)ly\b)",
        re.IGNORECASE,
    )
    """What gives nobody the power to bind a party."""
    no_name = re.compile(r"\(\s*(?:an?\s+)?(?:names?|signator|representative|to\s+be)\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Where some sign with their office, and one without."""
        last = max((provision.start for provision in draft.framework.provisions), default=0)
        parties = draft.names.within
        lines = [m for m in self.line.finditer(draft.framework.text, last) if parties(m.group()) & draft.party_ids]
        bare = [each for each in lines if self._is_bare(each["rest"])]
        empty = [each for each in lines if self.blank.fullmatch(each["rest"])]
        if len(bare) + len(empty) < len(lines):  # a form to be filled in has no name at all
            bare += empty
        for each in bare if len(bare) < len(lines) else ():
            why = "It is not said in which capacity this is signed, so nobody can tell whether it binds."
            yield self.at(draft, each.start(), each.end(), why)

    def _is_bare(self, rest: str) -> bool:
        if self.nobodys.search(rest):
            return True
        named = self.blank.fullmatch(rest) is None
        return named and (self.office.search(rest) is None or self.no_name.search(rest) is not None)


class RegularsOnly(Rule):
    code = "A2.regulars"
    title = "Forces that are the regular ones alone"
    severity = Severity.SERIOUS
    reference = "Checklist A2: all forces under command or control, allied and irregular ones too"
    applies_to = "definitions of whom a party has to answer for"
    fix = "Write 'all forces under its command or control, regular, allied or irregular'."
    forces = re.compile(
        r"\b(?:Forces?|Troops|Formations?|Army|Armies|Combatants?|Fighters?|Soldiers?|Military|Units?)\b"
    )
    regular = re.compile(
        r"\b(?:regular|standing|uniformed|enlisted|salaried)\b|\bon\s+(?:the|its)\s+(?:establishment|payroll|strength)\b",
        re.I,
    )
    others = re.compile(
        r"\b(?:irregulars?|all(?:y|ied|ies)|militias?|volunteers?|prox(?:y|ies)|private|hired|paramilitar\w+|auxiliar\w+"
        r"|mercenar\w+|bands?|whether|partisans?|affiliated|reserv\w+|police|groups?|anyone|everyone|every\s+person|all\s+(?:armed\s+)?persons)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in draft.definitions:
            if (
                self.forces.search(each.term)
                and self.regular.search(each.meaning)
                and not self.others.search(each.meaning)
            ):
                why = (
                    f"'{each.term}' are the regular ones alone: allies, irregulars and hired men are bound by nothing."
                )
                yield self.on_definition(draft, each, why)


RULES: tuple[Rule, ...] = (UnlistedActor(), BothOfMany(), SignatureMissing(), SignatureWithoutOffice(), RegularsOnly())
