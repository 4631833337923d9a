"""Defined terms: every one that a duty uses has one definition, and every definition is used."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from parley.model import Definition, Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .draft import Draft
from .rule import Rule

_HEADS = (
    "Weapons?|Arms|Strikes?|Lines?|Zones?|Areas?|Corridors?|Violations?|Breach(?:es)?|Incidents?|Sites?|Objects?"
    "|Belts?|Strips?|Sectors?|Perimeters?|Waters"
    "|Sanctuar(?:y|ies)|Enclaves?"
    "|Infrastructure|Operations?|Systems?|Aircraft|Vessels?|Activit(?:y|ies)|Positions?|Persons|Facilit(?:y|ies)"
    "|Installations?|Assets?"
)
_TERM = re.compile(
    rf"(?<![\w.])(?:[A-Z][\w-]+[ \t\r\n]+){{1,4}}(?:{_HEADS})\b|(?<=\w[ \n])(?:{_HEADS})\b(?![ \n]+[A-Z])"
)
_OPENER = re.compile(r"(?:No|Each|The|All|Every|Any|Both|A|An|Such|This|These|In|Upon|From|If|When|Its|Their)\s+")
_ANNEXED = re.compile(
    r"[^.;]{0,60}?\b(?:shown|marked|described|listed|set\s+out|defined|given)\s+(?:in|on)\s+(?:the\s+)?(?:Annex"
    r"|Appendix|[Mm]ap)",
    re.DOTALL,
)


_CAPITALISED = re.compile(
    r"(?:\b(?:(?P<whose>its|their|own|any)|(?P<one>[Aa]n?|[Ee]very|[Ee]ach|[Nn]o)|(?P<all>all|such|these|those|other)"
    r"|(?P<the>the))\s+"
    r"|(?<=[a-z,]\s)|^)"
    r"(?P<term>(?!The\b|Each\b|No\b|Neither\b|All\b|Both\b|Every\b|Any\b|A\b|An\b|In\b|From\b|On\b|By\b|If\b"
    r"|When\b|Within\b|Its\b|Their\b|Such\b|This\b|These\b)"
    r"[A-Z][a-z]+(?:-[A-Za-z]+)*(?:[ \t\r\n]+(?:[IVX]{1,4}[ \t\r\n]+)?[A-Z][a-z]+(?:-[A-Za-z]+)*){0,3})(?![\w’'])"
)
_OFFICE = re.compile(
    r"\b(?:Minist\w+|Chiefs?|Heads?|President\w*|Secretar\w+|Command\w*|Chair\w*|Council\w*|Cabinet\w*"
    r"|Parliament\w*|Government\w*"
    r"|Army|Armies|Navy|Navies|Forces?|Generals?|Staffs?|Courts?|Assembl(?:y|ies)$|Constitution\w*|Capital|Port"
    r"|Foreign|Prime|States?|Nations|Part(?:y|ies)"
    r"|Annex\w*|Appendi\w+|^(?:Articles?|Sections?|Points?|Paragraphs?|Chapters?|Parts?|Schedules?)$|Members?"
    r"|Signator\w+|Witness\w*|Guarantors?"
    r"|Observers?|Monitors?|Mediators?|Officers?|Representatives?|Envoys?|Ambassadors?|Delegations?|Leaders?"
    r"|Police|Guards?|Unions?|Society|Societies"
    r"|Highlands|Islands|Mountains|Hills|Falls|Springs|Heights|Lakes|Plains|Woods|Fields|Mills|Stairs|Gates"
    r"|Gardens|Rocks|Sands|Straits?|Nights?"
    r"|Affairs|Rights|Conventions?|Protocols?|Laws?|Agreements?|Treat(?:y|ies)|Accords?|Principles|Resolutions?"
    r"|Mondays?|Tuesdays?|Wednesdays?"
    r"|Thursdays?|Fridays?|Saturdays?|Sundays?|Christmas|Easter|Ramadan|January|February|March|April|May|June"
    r"|July|August|September|October|November"
    r"|December|Cross|Crescent|Church\w*|Communit\w+|Agenc\w+|Organi[sz]ations?|Committees?|Commissions?|Boards?"
    r"|Teams?|Missions?|Centres?|Bureaus?"
    r"|Funds?|Banks?|Treasur\w+|Offices?|Panels?|Bod(?:y|ies)|Groups?|Movements?|Fronts?|Brigades?|Battalions?"
    r"|Militias?|Sides?|Provinces?"
    r"|Republic\w*|Kingdom|Federation)\b"
)
_LEGAL = re.compile(
    r"Internally\s+Displaced|Prisoners?\s+of\s+War|Persons?\s+with\b|Mass\s+Destruction|Good\s+Offices", re.IGNORECASE
)
"""Words that law gives a meaning."""
_STUFF = re.compile(
    r"\b(?:Craft|Equipment|Mat[eé]riel|Materials?|Stock|Hardware|Ordnance|Ammunition|Artillery|Weaponry|Personnel"
    r"|Infrastructure|Property|Cargo|Traffic|Gear|Machinery|Armaments?|Armou?r|Fuel|Goods|Arms|Shipping|Transport)$"
)
"""What stands without 'a' and is no name: "Restricted Craft"."""
_PARTICIPLE = re.compile(r"(?:[A-Z]\w+(?:ed|en)|Free|Safe|Quiet|Open|Closed|Inner|Outer|Special|Common|Joint)\b")
_PLACES = re.compile(
    r"\b(?:Coast|Shore|Bank|Belt|Strip|Sector|Perimeter|Waters?|Land|Ground|District|Territory|Side|Road|Route|Port"
    r"|Harbou?r|Village|Town|Place|Space|Sky|Airspace|Sea|Border|Boundary|Post)s?$"
)
_PAPERS = re.compile(
    r"\b(?:Register|List|Roster|Directory|Catalogue|Manual|Mechanism|Scheme|Regime|Procedure|Ground|Form|Criteria|Tariff|Timetable)$"
)
"""What a text makes itself, and has to tell of: no name of a place or of a treaty."""
_SITES = re.compile(
    r"(?:Barracks|Docks|Works|Gardens|Heights|Downs|Hills|Flats|Falls|Fields|Mills|Springs|Wells|Crossroads)$"
)
"""Plurals that names of places end in."""
_STANDS_ALONE = re.compile(
    r"\s*(?:[,.;:]|\b(?:in|at|on|of|to|from|with|within|or|and|shall|may|must|is|which|that|by|near|into)\b)"
)
"""What follows a noun that stands for itself: "a Warship in ...", and not "a Norlander officer"."""
_AGENT = re.compile(r"(?:[eo]r|ist|ian|ee|Judge|Umpire|Clerk|Elder)$")
_SITE = re.compile(
    r"\b(?:Crossing|Gate|Road|Bridge|Ford|Pass|Ferry|Corridor|Channel|Lane|Route|Pier|Quay|Causeway|Dam|Tunnel|Checkpoint)$"
)
_DRAWN = re.compile(r"\d°|\b(?:coordinates|Annex|map)\b")
_ADJECTIVE = re.compile(r"\w+(?:ed|ing|ary|ive|ous|able|[aeiou]gic|ical|ential)\b")
_PEOPLES = re.compile(r"(?:[aeiou]ns|ese|ians|is|Greeks|Turks|Arabs|Jews|Muslims|Christians)$")
_INTRODUCED = (
    r"(?:^|[.;:]\s+|\n\W*(?:\d[\d.]*\W+)?)(?:The\s+)?{0}\s+(?:runs|follows|reaches|extends)\s|"
    r"\b[Tt]he\s+{0},\s+(?:an?|two|three|four|five|six|seven|\d+)\s|"
    r"(?:[Ii]ssues?|[Dd]raws?\s+up|[Cc]ompiles?|[Ss]igns?\s+off|[Pp]repares?|[Pp]rints?)\s+(?:an?|the)\s+{0}\b|"
    r"(?:[Ss]ets?\s+up|[Ee]stablish(?:es)?|[Cc]reates?|[Ii]nstitutes?)\s+(?:the\s+){0}\b"
    r"|(?:[Cc]alled|[Kk]nown\s+as|[Ss]tyled|[Tt]ermed|[Rr]eferred\s+to\s+as)\s+(?:(?:in|throughout)\s+this\s+\w+\s+)?[\"“'‘(*]*(?:[Tt]he\s+)?[\"“'‘*]*{0}\b"
    r"|(?:^|[.;:]\s+|\n\W*(?:\d[\d.]*\W+)?)(?:The\s+)?{0}\s+(?:(?:is|are)\s+(?:an?|the|those|all|every|each|both|made\s+up|composed|drawn|named|chosen|appointed|elected"
    r"|(?:hereby\s+|herewith\s+)?(?:set\s+up|established|created|instituted|constituted|formed)"
    r"|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|[a-z]+ty|[a-z]+teen)\b|consists?\s+of|numbers?\s+\w|comprises?\s)"
    r"|\b(?:its|their)\s+{0}:\s"
    r"|\b(?:is|are|make\s+up|form)\s+(?:(?:an?|the|its|their|each\s+other[’']s)\s+)?(?:two\s+|three\s+|four\s+)?[\"“]{1}[\"”]"
    r"|\b(?:[Tt]hese|[Tt]hose|[Tt]hey|[Aa]ll\s+of\s+(?:them|these|those))\s+(?:together\s+)?(?:are|make\s+up|form)\s+(?:its|their)\s+{0}\b"
    r"|\bare\s+the\s+(?:two|three|four|five)\s+{1}\s+(?:of|to|under)\s+this\b"
)
"""How a sentence says of somebody or something what it is, where it isn't defined: "The Watchers are thirty people"."""
_NUMBERED = re.compile(
    r"(?:[A-Z][a-z]+(?:st|nd|rd|th)|First|Second|Third)\s+(?:Clauses?|Articles?|Points?|Sections?|Rules?|Paragraphs?)\Z"
)
"""How provisions are called by ordinals: "the Ninth and Tenth Clauses"."""
_DESKS = re.compile(r"\s(?:Office|Desk|Cell|Bureau|Directorate|Registry|Centre|Center|Secretariat|Inspectorate)\Z")
_OF_A_PERSON = re.compile(
    r"(?:General|Captain|Colonel|Lieutenant|Major|Brigadier|Admiral|Commodore|Commander|Judge|Justice|Dr|Professor|Ambassador|Mr|Ms|Mrs"
    r"|Minister|Bishop|Sheikh|Coordinator)\s+[A-Z]"
)
_FORCES = re.compile(
    r"(?:Combat|Assault|Strike|Mobile|Reaction|Armed|Irregular|Auxiliary|Proxy|Raiding|Sabotage|Reconnaissance"
    r"|Signal)\s+"
    r"(?:Groups|Brigades|Battalions|Militias|Teams|Troops|Guards|Forces)$"
    r"|^(?!Working|Contact|Liaison|Study|Expert|Monitor|Joint|Technical|Tracing|Youth|Women|Ethnic|Religious|Minority"
    r"|Vulnerable|Civil|Local|Support|Planning|Task|Age|Family|Relief|Repair|Medical|Two|Three|Steering)[A-Z][a-z]+\s+"
    r"(?:Groups|Brigades|Battalions|Militias|Detachments|Squads)$"
)
"""A kind of troops that is written as a term, and is no one group's name."""
_NAME_GOES_ON = re.compile(
    r"\s+(?:of|for|and)\s+(?:the\s+)?(?!(?:First|Second|Third|Fourth)\s+(?:Class|Line|Order)\b)[A-Z]|\s+\d"
    r"|\s*\(\s*[A-Z\"“]"
)


class UndefinedTerm(Rule):
    code = "B2.undefined"
    title = "A term that a duty uses and nothing defines"
    severity = Severity.BLOCKER
    reference = "HH 1; HRC 9"
    applies_to = "sentences that bind somebody"
    fix = "Add '**Term** means ...', or use a term that is defined."

    def find(self, draft: Draft) -> Iterator[Finding]:
        seen: set[str] = set()
        known: dict[str, bool] = {"": True}
        for sentence in draft.duties:
            for start, end in self._places(draft, sentence):
                term = " ".join(sentence.exact[start:end].split())
                if term.casefold() in seen:
                    continue
                if term not in known:
                    known[term] = self._known(draft, term)
                if known[term]:
                    continue
                if _ANNEXED.match(sentence.exact, end):
                    continue  # the annex shows what it is
                seen.add(term.casefold())
                why = f"A duty rests on '{term}', and the text does not say what that is."
                yield self.at(draft, sentence.start + start, sentence.start + end, why, provision=sentence.provision)

    def _places(self, draft: Draft, sentence: Sentence) -> Iterator[tuple[int, int]]:
        words = sentence.exact
        for match in _TERM.finditer(words):
            opener = _OPENER.match(match.group())
            start = match.start() + (opener.end() if opener else 0)
            if start and not _OF_A_PERSON.match(match.group()[opener.end() if opener else 0 :]):
                yield start, match.end()
        for match in _CAPITALISED.finditer(words):
            after = words[match.end() :]
            if _OF_A_PERSON.match(match["term"]) or _NUMBERED.match(match["term"]):
                continue
            if match["the"] and _DESKS.search(match["term"]) and draft.framework.text.count(match["term"]) == 1:
                yield match.start("term"), match.end("term")  # it is set up nowhere
                continue
            named = _OFFICE.search(match["term"]) and not (_FORCES.search(match["term"]) and not match["the"])
            if named or not self._is_term(draft, match) or _NAME_GOES_ON.match(after):
                continue
            yield match.start("term"), match.end("term")

    def _is_term(self, draft: Draft, match: re.Match[str]) -> bool:
        """Whether it is written as a term and not as a name: a plural, or something that one has or has not."""
        term, last = match["term"], match["term"].split()[-1]
        plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
        if " " in term and not match["the"] and _SITES.search(term):
            return False  # "to Harrow Barracks"
        if " " not in term and "-" not in term:
            one = match["one"] and not _AGENT.search(term) and _STANDS_ALONE.match(match.string, match.end())
            return bool(one) or (plural and draft.capitalised[term] > 1 and not _PEOPLES.search(term))
        if match["the"] and _SITE.search(term) and self._is_undrawn(draft, term):
            return True
        if match["the"] and " " in term and _PAPERS.search(term):
            return not re.search(rf"\b[Aa]n?\s+(?:\w+\s+)?{re.escape(term)}\b", draft.framework.text)
        if match["whose"] or match["one"] or (_STUFF.search(term) and not match["the"]):
            return True
        if match["the"] and _PARTICIPLE.match(term) and _PLACES.search(term):
            return True  # "the Sheltered Coast": what it is sheltered from, and where, somebody has to say
        return plural and (not match["the"] or bool(_ADJECTIVE.match(term)))

    def _is_undrawn(self, draft: Draft, term: str) -> bool:
        """Whether the text says of other places of the kind where they lie, and speaks of this one more than once."""
        drawn = any(_SITE.search(each.term) and _DRAWN.search(each.meaning) for each in draft.definitions)
        if any(term in each.meaning for each in draft.definitions):
            return False  # "the road over the Long Bridge to the market"
        if re.search(rf"\b{re.escape(term)}[,:]?\s*\(?\d[\d.]*\s*°?\s*[NS]\b", draft.framework.text):
            return False  # "the Well Gate (50.22000° N 68.00000° E)"
        return drawn and len(re.findall(rf"\b{re.escape(term)}\b", draft.framework.text)) > 1

    def _known(self, draft: Draft, term: str) -> bool:
        """Defined as it stands, or with a word before it that only narrows ("serious Incidents")."""
        words = term.split()
        if self._is_grade_of_its_own(draft, words):
            return False
        parts = [words[n:] for n in range(len(words))] + [words[:n] for n in range(2, len(words))]
        if any(draft.named(" ".join(part)) for part in parts) or _LEGAL.search(term):
            return True
        listed = (*draft.framework.parties, *draft.framework.others)
        if any(re.search(rf"\b{re.escape(term)}\b", one.name) for one in listed):
            return True  # "the Compact of Seven Ports", whose ports nobody has to define
        if re.search(
            rf"\b(?:in|near|(?:town|city|village|ferry|port|people) of)\s+{re.escape(term)}\b", draft.framework.text
        ):
            return True  # a place: "an office in Los Remos"
        bodies = {word for body in draft.framework.bodies for word in body.name.split()}
        if any(term.removesuffix(ending) in bodies for ending in ("ers", "er")):
            return True  # "the Commissioners", who are the Commission's
        if _PAPERS.search(term) and any(term in heading for heading in draft.headings):
            return True  # "D. The Camp Register"
        if term in (draft.framework.title or ""):
            return True  # "these Minutes", as the text calls itself
        one = re.escape(term.removesuffix("s")) + "(?:s)?"
        if re.search(_INTRODUCED.format(re.escape(term), one), draft.framework.text):
            return True
        ends = {word.rstrip("s").casefold() for each in draft.definitions for word in each.term.split()}
        return len(words) == 1 and term.rstrip("s").casefold() in ends  # "the Arms", where Heavy Arms are defined

    def _is_grade_of_its_own(self, draft: Draft, words: list[str]) -> bool:
        """Whether several terms are told apart by the word before their last, and this is none of them: "a Formal
        Breach", where Small and Grave Breaches are defined."""
        last = words[-1].rstrip("s")
        told = [each.term.split() for each in draft.definitions if each.term.split()[-1:] == [last]]
        grades = [each for each in told if len(each) > 1]
        own = len(words) > 1 and all(word[:1].isupper() for word in words)
        return own and len(grades) >= _MANY and not any(draft.named(" ".join(words[n:])) for n in range(len(words) - 1))


_MANY = 2
"""So many terms that differ by their first word are grades or kinds of one thing."""
_COUNTED = re.compile(r"(?:(?:by|on|from|until)\s+)?(?:[Dd]ay\s+)?(?:(?<=ay\s)|[A-Z]\s?)[+-]\s?\w+")
"""How days are counted: "D+n", or one of them that stands for all ("D+5 is the fifth day after D-day, and so on")."""


_DAYS_COUNTED = re.compile(r"\b(?:[Dd]ay\s|[A-Z]\s?)[+-]\s?\d+\b")


class UnusedTerm(Rule):
    code = "B2.unused"
    no_term = re.compile(r"\bmeans\s+(?:consent|assent|yes|no|agreement|refusal|approval)\b", re.IGNORECASE)
    """What silence is taken for, which is a rule and no definition."""
    title = "A definition that nothing uses"
    severity = Severity.MINOR
    reference = "Checklist B2"
    applies_to = "definitions"
    fix = "Use the term where it is meant, or take the definition out."

    def find(self, draft: Draft) -> Iterator[Finding]:
        text = draft.framework.text
        for definition in _defined(draft):
            pattern = re.compile(_forms(definition.term).pattern, re.IGNORECASE)
            outside = (m for m in pattern.finditer(text) if not _within(definition, m.start()))
            counted = _COUNTED.fullmatch(definition.term) and _DAYS_COUNTED.search(text, definition.span.end)
            of_hours = len(definition.term) == 1 and re.search(rf"\d{re.escape(definition.term)}\b", text)
            if not any(outside) and not (counted or of_hours) and not self.no_term.search(definition.meaning):
                why = f"'{definition.term}' is defined and stands nowhere else."
                yield self.on_definition(draft, definition, why)


class TwiceDefined(Rule):
    code = "B2.double"
    title = "A term with two definitions"
    severity = Severity.BLOCKER
    reference = "Checklist B2: every term has one definition"
    applies_to = "definitions"
    fix = "Keep one of the two, or give them two names."
    opens = re.compile(
        r"(?:\*\*|[\"“])(?P<term>[^*\"”\n]{2,60})(?:\*\*|[\"”])[\"”]?\s+(?:means|shall\s+mean|denotes|signifies"
        r"|designates|stands\s+for)\b[^;]*"
    )
    says = re.compile(r"\b(?:mean|denote|designate|signif|stand)")
    again = (
        r"(?:\*\*|[\"“])(?:{0})(?:\*\*|[\"”])[^.;]{{0,40}}?\b(?:is|are|denotes?|designates?|refers?\s+to|covers?"
        r"|comprises?"
        r"|(?:shall\s+be|is|are)\s+(?:understood|taken|read))\b[^.;]*"
        r"|\b[Tt]he\s+(?:term|word|expression)s?\s+(?:\*\*|[\"“])?(?:{0})(?:\*\*|[\"”])?[^.;]{{0,20}}?\b(?:means?"
        r"|refers?|denotes?"
        r"|covers?|stands?|is\b|are\b)[^.;]*"
        r"|\b[Bb]y\s+(?:an?\s+|the\s+)?(?:{0})\s+(?:(?:is|are|shall\s+be)\s+(?:meant|understood)|(?:the\s+)?(?:Parties"
        r"|they)\s+(?:mean|understand))\b[^.;]*"
        r"|\b(?:{0})\s+(?:within|in)\s+the\s+(?:meaning|sense)\s+of\s+this\s+[^.;]*?\b(?:is|are|means?)\b[^.;]*"
        r"|\b[Ff]or\s+the\s+purposes?\s+of\s+[^.;,]{{3,40}},\s+(?:an?\s+|the\s+)?[\"“]?(?:{0})[\"”]?\s+(?:means?|is"
        r"|are)\b[^.;]*"
    )
    """How else a term that has its definition is told once more."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from self._defined_again(draft)
        yield from self._told_again(draft)
        yield from self._with_article(draft)

    def _with_article(self, draft: Draft) -> Iterator[Finding]:
        """ "A Depot is understood to be ...", where Depot is defined already."""
        known = {each.term.casefold(): each for each in _defined(draft)}
        for each in known.values():
            plain = known.get(re.sub(r"^(?:the|an?)\s", "", each.term.casefold()))
            if plain is not None and plain is not each:
                why = f"'{plain.term}' is defined a second time; which of the two counts can't be told."
                yield self.on_definition(draft, each, why)

    def _told_again(self, draft: Draft) -> Iterator[Finding]:
        """A defined term that another sentence says once more what it is, in other words than "means"."""
        known: dict[str, int] = {}
        for each in _defined(draft):
            known.setdefault(each.term, each.span.start)
        forms = "|".join(_forms(term).pattern for term in sorted(known, key=len, reverse=True))
        again = re.compile(self.again.format(forms or "(?!)"))
        for sentence in draft.operative:
            match = None if self.opens.search(sentence.exact) else again.search(sentence.exact)
            own = any(sentence.start <= start < sentence.end for start in known.values())
            if match and not own and not self.told_elsewhere.search(match.group()):
                why = "This says a second time what a defined term is; which of the two counts can't be told."
                yield self.on(draft, sentence, match, why)

    told_elsewhere = re.compile(r"\b(?:is|are)\s+(?:not|defined|described|listed|used|set\s+(?:up|out)|established)\b")

    def _defined_again(self, draft: Draft) -> Iterator[Finding]:
        first: dict[str, tuple[Sentence, re.Match[str]]] = {}
        for sentence in draft.operative:
            if sentence.form is not SentenceForm.DEFINITION and not self.says.search(sentence.exact):
                continue
            for match in self.opens.finditer(sentence.exact):
                term = " ".join(match["term"].split()).casefold()
                if term in first:
                    why = f"'{match['term']}' is defined twice; which of the two counts can't be told."
                    yield self.on(draft, *first[term], why)
                    yield self.on(draft, sentence, match, why)
                first.setdefault(term, (sentence, match))


class CircularTerm(Rule):
    code = "B2.circular"
    title = "Definitions that rest on one another"
    reference = "Checklist B2: a definition refers to itself or in a ring"
    applies_to = "definitions"
    fix = "Say in one of them what it is in words that need no definition."

    def find(self, draft: Draft) -> Iterator[Finding]:
        definitions = {definition.term: definition for definition in _defined(draft)}
        uses = {
            term: {other for other in definitions if _rests_on(definition, other)}
            for term, definition in definitions.items()
        }
        while uses:
            try:
                TopologicalSorter(uses).prepare()
                return
            except CycleError as error:
                ring = list(reversed(error.args[1]))
                start = min(ring, key=lambda term: definitions[term].span.start)
                definition = definitions[start]
                why = f"The definitions run in a ring: {' -> '.join(ring)}."
                others = [draft.provision_of(definitions[term].span) for term in ring]
                yield self.on_definition(draft, definition, why, also=others)
                uses[ring[0]].discard(ring[1])


def _rests_on(definition: Definition, term: str) -> bool:
    """Whether the meaning needs the term; what is a special kind of what the word names does not: "the radio net"."""
    if len(term) == 1:
        return False  # "Z means UTC, and every time is Z"
    own = term == definition.term and term[:1].islower()
    meaning = _means(definition, term)
    # "the Camp Register" and "the aid group Green Lamp Relief" are names, in which the term says nothing of its meaning
    found = (match.start() for match in _forms(term).finditer(meaning) if not _NAME_GOES_ON.match(meaning, match.end()))
    return any(not (own and _KIND_OF.search(meaning[:at])) for at in found)


_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]+")
_KIND_OF = re.compile(r"\b(?!(?:the|an?|its|their|this|that|any|each|every|such|of|in|by|and|or|to)\s)[a-z-]{3,}\s\Z")
_BESIDES = re.compile(
    r"\b(?:(?:that|which|who)\s+(?:is|are)\s+(?:not|no)|other\s+than|except|unlike|(?:calls?|names?"
    r"|describes?)(?:\s+it)?(?:\s+as)?)"
    r"\s+(?:an?\s+|the\s+)?(?=[A-Z])[^,;.]*"
)
"""What a definition tells a thing from, and what is called by the term elsewhere, is nothing that it rests on."""


_TELLS_NOTHING = word_set(
    "a an the any all every each such time times period day days state place area zone thing act one person means mean "
    "is are be that which"
)
"""What is left of a definition that only tells what a thing is not."""
_AGAIN = re.compile(r"[\"“][^\"“”]{2,60}[\"”]\s+(?:means|includes)\s*:?")
"""What introduces a list and stands before each of its items again."""


_SAYS_WHAT = (
    r"(?:(?:shall|is|are)\s+(?:to\s+)?(?:be\s+)?(?:understood|taken|deemed|held)\s+(?:to\s+|as\s+)|shall\s+)?"
    r"(?:means?|mean(?:ing)?|includes?|including|denotes?|covers?|comprises?|signif(?:y|ies))\b"
)


def _means(definition: Definition, other: str) -> str:
    """What a definition says a term means; of its own term only what stands before further sentences about it."""
    own = re.escape(definition.term)
    meaning = re.sub(rf"\b{own}\W*\s+{_SAYS_WHAT}\s*:?", "", definition.meaning.removeprefix(definition.term))
    meaning = _AGAIN.sub("", meaning)
    besides = _BESIDES.sub("", meaning)
    if set(re.findall(r"[^\W\d_]+", besides.casefold())) - _TELLS_NOTHING:
        meaning = besides  # "a time that is not a Tense Period" says nothing but what it is not
    if (
        other == definition.term
    ):  # "the Cove of Marisol", "the Joint Findings Board": names of which it is the short one
        meaning = re.sub(rf"\b{own}\s+of\s+(?:the\s+)?(?=[A-Z])|\b(?:[A-Z][\w-]*\s+)+{own}\b", "", meaning)
    return re.split(r"[;.:]\s", meaning)[0] if other == definition.term else meaning


def _forms(term: str) -> re.Pattern[str]:
    *others, last = (re.escape(word) for word in term.split())
    stem = re.sub(r"(?:ies|y)$", "", last)
    ending = "(?:y|ies)" if stem != last else "(?:e?s)?"
    stem = stem if stem != last else re.sub(r"s$", "", last)
    return re.compile(r"(?<!\w)" + r"\s+".join([*others, stem + ending]) + r"(?!\w)")


def _defined(draft: Draft) -> list[Definition]:
    """The definitions that say what a term means, and not short names given in passing ("(the Commission)")."""
    saying = {s.start for s in draft.framework.sentences if s.form is SentenceForm.DEFINITION}
    known = set(draft.framework.definitions)
    return [
        definition
        for definition in draft.definitions
        if re.search(r"\w", definition.meaning)  # "What the words mean" is a heading
        if definition not in known or any(definition.span.start <= start < definition.span.end for start in saying)
    ]


def _within(definition: Definition, at: int) -> bool:
    return definition.span.start <= at < definition.span.end


RULES: tuple[Rule, ...] = (UndefinedTerm(), UnusedTerm(), TwiceDefined(), CircularTerm())
