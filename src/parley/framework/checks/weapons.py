"""Classes of weapons: which weapons fall under a duty has to be a number, a type or a list."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Definition, Finding, Sentence, SentenceForm, Severity
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .draft import Draft
from .phrases import phrase
from .rule import Rule

_WEAPON = re.compile(
    r"\b(?:weapon|arms\b|armament|gun|artiller|mortar|rocket|missile|howitz|cannon|launcher|tanks?\b|drone|aircraft"
    r"|rifle|pistol"
    r"|torpedo|batter(?:y|ies)\b|bomber|warship)\w*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d+\s*-?\s*(?:mm|millimet|cm|inch|km|kilomet|m\b)|\b(?:Annex|list(?:ed)?|any calibre|all)\b", re.I
)
_BRAND = re.compile(r"\b(?:[A-Z]{1,5}-?\d+\w*|[A-Z][a-z]+-\d+\w*|[A-Z][a-z]+\s+[A-Z]\d+\w*|[“\"][A-Z][\w-]+[”\"])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_GENERIC = word_set(
    "a an the any all every each those that of by or and in for its their other whatever whether under "
    "comparable similar equivalent equal such as like example including say etc reputed well-known related known "
    "called named sold designated manufactured made built first "
    "second third newer older later new old latest modern light heavy improved single mobile type make model brand "
    "mark series family class kind sort version variant name maker generation successor design weapon system piece "
    "unit battery tank gun howitzer mortar rocket missile launcher drone aircraft vehicle rifle pistol carbine cannon "
    "torpedo ship boat vessel helicopter bomb shell artillery platform craft machine plane jet fighter bomber frigate "
    "corvette submarine carrier"
)
"""What tells no weapon from another beside its name: "a rifle of the Halberd make", "Kestrel or comparable drones"."""
_TYPE = re.compile(
    r"\b(?:tanks?|howitzers?|mortars?|launchers?|rockets?|missiles?|artillery|guns?|cannons?|vehicles?|aircraft"
    r"|drones?"
    r"|unmanned|helicopters?|vessels?|ships?|mines?)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:(?:other|any\s+other)\s+)?(?:similar|comparable|like|heavy|heavier|large|larger|big|bigger|strong|stronger"
    r"|powerful|great|modern"
    r"|offensive|dangerous)\s+"
    r"(?:\w+\s+)?(?:weapons?|systems?|arms|weaponry|equipment|guns?|artillery|products|pieces|rockets|missiles)\b",
    re.IGNORECASE,
)
_VAGUE_SIZE = phrase(
    "(?:larger|heavier|bigger|greater|longer|stronger|considerable|significant|substantial|notable|high|higher|certain"
    "|appreciable|major|upper|some|large|heavy|great|long|strong|formidable|serious) (?:\\w+ )?"
    "(?:calib\\w+|ranges?|sizes?|weights?|power|reach|force|effect|firepower|armaments?|punch|strength|bore"
    "|destructiveness)"
    "|(?:usually|commonly|generally|normally|customarily|ordinarily|widely|otherwise) (?:called|known|regarded|counted"
    "|considered|held|understood|described)\\b[^.;]*|(?:or|and) (?:similar|comparable|related|the like|such like"
    "|others?"
    "|equivalent|the rest)\\b[^.;]*|(?:and so (?:on|forth)|etc|and others?)"
    "|(?:reach(?:es)?|fires?|shoots?|carr(?:y|ies)|hits?|strikes?) (?:very |so |quite )?(?:far|hard|deep|wide"
    "|a long way|long distances"
    "|(?:over|at|to) (?:a )?(?:long|great) (?:range|distance)s?)"
    "|(?:that|which) (?:is|are|can be|may be|poses?|presents?) (?:an? )?(?:\\w+ )?(?:dangerous|deadly|destructive"
    "|threatening"
    "|powerful|harmful|lethal|effective|danger|threat)"
    "|(?:can|could|may|might) (?:do|cause|inflict|wreak) (?:much|great|heavy|serious|considerable|grave|large"
    "|major) \\w+"
    "|(?:regarded|considered|counted|deemed|thought|held|reckoned|rated|classed|classified)(?: as| to be)? "
    "(?:heavy|offensive|dangerous|powerful|strategic)|of (?:a |an )?(?:strategic|offensive|heavy|dangerous"
    "|similar) (?:nature|kind"
    "|character"
    "|type|sort)|not (?:usually|commonly|normally|ordinarily|generally) \\w+"
)
_ITEM = re.compile(
    r"[,;]\s+(?!that\s+is\b|namely\b|which\b|i\.e\.)(?:(?:and|or|as\s+well\s+as)\s+)?|\s+(?:and|or|as\s+well\s+as"
    r"|together\s+with|along\s+with)\s+(?!more\b|above\b|over\b)"
)
_OPEN_ITEM = re.compile(
    r"\b(?:similar|comparable|related|like|other\s+heavy|modern|powerful|advanced|sophisticated|strong|offensive"
    r"|dangerous"
    r"|long-range|longer-range|destructive|lethal|state-of-the-art|latest)\s+(?:[\w-]+\s+)?"
    r"(?:weapons?|systems?|arms|weaponry|equipment|guns?|artillery|pieces|rockets?|missiles?|mortars?|howitzers?"
    r"|cannons?"
    r"|launchers?|drones?|devices|means|types?)\b"
    r"|\b(?:weapons?|arms|systems?)\s+of\s+(?:equivalent|similar|comparable|like|equal)\s+\w+"
    r"|\b(?:new|other|further|any)\s+(?:kinds|types|sorts)\s+of\s+(?:weapons?|arms|systems?)\b"
    r"|\b(?:of|with)\s+(?:an?\s+)?(?:\w+\s+)?(?:long|longer|great|greater|considerable|significant|substantial|large"
    r"|larger|high)\s+"
    r"(?:\w+\s+)?(?:range|reach|calib\w+|power|size|effect)\b",
    re.IGNORECASE,
)
"""What belongs to no class that anybody could tell, in a list whose other items are told by a number."""
_BARE = re.compile(r"\b(?:artillery|guns|cannons)\b(?!\s+(?:of|above|over|with|from|larger|heavier))", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|in|at|on|for|with|from|to|carrying|bearing|holding|containing|armed"
    r"|kept|under)\b",
    re.IGNORECASE,
)
"""Where it ends what a thing is, and begins where it is or what it has: "a place where guns are kept"."""


_CARRIES = re.compile(r"(?:boat|vessel|ship|craft|vehicle|truck|train)s?$", re.IGNORECASE)
_MARK = re.compile(r"^\W*\w{1,3}[.)]\s+")


def _classes(draft: Draft) -> Iterator[tuple[Sentence, Definition, str]]:
    """Definitions of classes of weapons: the sentence, or each item of its list, the definition, and what stands there
    without the text's own terms."""
    terms = sorted({each.term for each in draft.definitions if each.term.strip()}, key=len, reverse=True)
    others = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms)) or '(?!)'})\b")  # what has a definition of its own
    for sentence in draft.operative:
        for definition in draft.definitions:
            defines = sentence.form is SentenceForm.DEFINITION or "mean" in sentence.exact
            if defines and sentence.start <= definition.span.start < sentence.end:
                meaning = definition.meaning.split("means", 1)[-1]
                last = definition.term.split()[-1]
                armed = _CARRIES.search(last) and _WEAPON.search(meaning)
                if armed or _WEAPON.search(last) or _WEAPON.search(_RELATIVE.split(meaning[:60])[0]):
                    items = draft.items_of(sentence)
                    for item in items:
                        yield item, definition, others.sub("", _MARK.sub("", item.exact))
                    if not items:
                        yield sentence, definition, others.sub("", meaning)


def _only_names(draft: Draft, words: str) -> bool:
    """Whether nothing but names tells these weapons from others: "a Katla or a Tempest rocket system"."""
    tokens = [match.group() for match in _WORD.finditer(words)]
    names = [each for each in tokens if each[:1].isupper()]
    plain = (each.lower() for each in tokens if each[:1].islower())
    if not names or draft.names.within(words):
        return False
    return all({each, each.removesuffix("s"), re.sub(r"ies$", "y", each)} & _GENERIC for each in plain)


class BrandOnly(Rule):
    code = "B3.brand-only"
    title = "Weapons by their brand only"
    severity = Severity.BLOCKER
    reference = "Checklist B3: brand names only"
    applies_to = "definitions of weapons, and duties about weapons that are told by a name"
    fix = "Add the calibre, the range or the type that the names stand for, or an annex that lists them all."
    in_duty = re.compile(
        r"(?<=[a-z,]\s)(?P<brand>[A-Z][\w-]*\w)\s+(?:[a-z]+\s+)?"
        r"(?:launchers?|missiles?|rockets?|drones?|howitzers?|batter(?:y|ies)|tanks?|mortars?|guns?|rifles?|boats?"
        r"|helicopters?|torpedoes)\b"
        r"|\b(?:its|their|all|any|no|of)\s+(?P<model>[A-Z]{1,5}-?\d{1,3}s?|[A-Z][a-z]+-\d+s?)\b"
        r"|\b(?:have|keep|hold|station|deploy|fire|place|bring|use|withdraw|remove|haul|tow)\s+(?:back\s+|away\s+)?"
        r"(?P<bare>[A-Z][a-z]+s)(?:\s*(?:,|or|and|nor)\s+[A-Z][a-z]+s)*(?=\s+(?:near|in|within|into|inside|at|on|from"
        r"|by|against|across|over|to)\b|\s*[.,;])"
        r"|\b(?:its|their)\s+(?P<several>[A-Z][a-z]+s)(?:,\s+[A-Z][\w-]+s)*,?\s+and\s+(?:its\s+"
        r"|their\s+)?[A-Z][a-z]+s\b"
    )
    no_brand = re.compile(r"D-?\d+$|\w+(?:ians?|ese|ish|ern)$|(?:Sector|Zone|Point|Day|Annex|Heavy|Light)s?$")

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence, definition, meaning in _classes(draft):
            if _NUMBER.search(meaning):
                continue
            if _only_names(draft, meaning) or (_BRAND.search(meaning) and not _TYPE.search(meaning)):
                why = f"'{definition.term}' holds for what is called so: the next model falls outside."
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
        yield from self._in_duties(draft)

    def _in_duties(self, draft: Draft) -> Iterator[Finding]:
        names = draft.names
        for sentence in draft.duties:
            match = self.in_duty.search(sentence.exact)
            if match is None or _NUMBER.search(sentence.exact):
                continue
            brand = match["brand"] or match["model"] or match["bare"] or match["several"]
            if match["bare"] and draft.capitalised[brand] > 1:
                continue  # a word that the text writes so elsewhere is no weapon's
            terms = {word for each in draft.definitions for word in each.term.split()}
            known = draft.named(brand) or names.within(brand) or {brand, brand.rstrip("s")} & terms
            own = any(brand[:4] == word[:4] for one in draft.framework.parties for word in one.name.split())
            if not known and not own and not self.no_brand.match(brand):
                yield self.on(draft, sentence, match, f"'{brand}' is a name: the next model falls outside.")


class OpenClass(Rule):
    code = "B3.unbounded"
    title = "A class of weapons that nothing bounds"
    severity = Severity.BLOCKER
    reference = "Checklist B3: a class with no lower bound"
    applies_to = "definitions of weapons"
    fix = "Write from which calibre or range on ('of 100 mm or more'), or list the weapons in an annex."

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence, definition, meaning in _classes(draft):
            if _NUMBER.search(meaning):
                if self._only_up_to(definition.term, meaning):
                    why = f"'{definition.term}' ends at a number and begins nowhere."
                    yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
                elif (open_item := self._open_item(meaning)) is not None:
                    why = f"'{open_item}' has no calibre, no range and no list, so nobody can tell what belongs to it."
                    yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)
                continue
            if _BRAND.search(meaning) and not _TYPE.search(meaning):
                continue
            if _OPEN.search(meaning) or _BARE.search(meaning) or _VAGUE_SIZE.search(meaning):
                why = (
                    f"'{definition.term}' has no calibre, no range and no list, so nobody can tell what belongs to it."
                )
                yield self.at(draft, sentence.start, sentence.end, why, provision=sentence.provision)

    light = re.compile(r"\b(?:light|small|side|hand|personal|police|permitted|allowed|short)\b", re.IGNORECASE)
    upper = re.compile(
        r"\b(?:up\s+to|at\s+most|(?:no|not)\s+(?:more|larger|greater)\s+than|less\s+than|below|under|smaller\s+than"
        r"|not\s+exceeding)"
        r"\s+(?:an?\s+calibre\s+of\s+)?\d+(?:\.\d+)?\s*-?\s*(?:mm|millimet|cm|inch)\w*|\d\s*-?\s*(?:mm|millimet\w+"
        r"|cm)\s+(?:or|and)\s+(?:less|below|under|smaller)"
    )

    def _only_up_to(self, term: str, meaning: str) -> bool:
        """Whether a class of heavy arms has an upper bound alone: "a gun of a calibre of up to 200 mm"."""
        return (
            not self.light.search(term)
            and bool(self.upper.search(meaning))
            and not _NUMBER.search(self.upper.sub("", meaning))
        )

    large = re.compile(
        r"\b(?:large|big|heavy|medium)\s+(?:guns?|howitzers?|mortars?|cannons?|artillery|rockets?|launchers?)\b"
    )

    def _open_item(self, meaning: str) -> str | None:
        """The item of a list of weapons that nothing bounds, beside others that have their number."""
        parts = (each for each in re.split(r";", meaning) if ";" in meaning and not _NUMBER.search(each))
        if (large := next((match for each in parts if (match := self.large.search(each))), None)) is not None:
            return " ".join(large.group().split())
        items = (each for each in _ITEM.split(meaning) if not _NUMBER.search(each))
        found = (match for each in items if (match := _OPEN_ITEM.search(each)))
        return next((" ".join(match.group().split()) for match in found), None)


class UndefinedClass(Rule):
    code = "B3.undefined"
    title = "A class of weapons that nothing defines"
    severity = Severity.BLOCKER
    reference = "Checklist B3: by calibre, range, type; list or annex"
    applies_to = "sentences that bind somebody"
    fix = "Define it by calibre, range or type, or list the weapons in an annex."
    named = re.compile(
        r"\b(?P<class>(?:heavy|heavier|larger|bigger|stronger|medium(?:\s+and\s+heavy)?|(?:light\s+and\s+)?heavy"
        r"|long-range|longer-range|medium-range|short-range|offensive|strategic|siege|coastal|shore|theatre"
        r"|operational"
        r"|(?:shore|surface|ground|air|ship|coast)-to-(?:ship|air|surface|ground|shore|sea)"
        r"|tactical|large|large-calibre"
        r"|high-calibre|sophisticated|advanced|modern|prohibited|forbidden|banned|restricted|dangerous|lethal"
        r"|major|big|far-reaching|unconventional"
        r"|indiscriminate|precision|special|assault|war|powerful|serious|strong|sensitive|military|deadly|potent"
        r"|dual-use|light(?=\s+weapons)|destructive|destabili[sz]ing|[a-z]+-[a-z]+ed"
        r"|anti-(?:ship|tank|aircraft|air|armou?r|missile|submarine|vessel)|air[- ]defen[cs]e|heavy\s+machine|cruise"
        r"|ballistic)\s+"
        r"(?:(?:military|strike|attack|combat|battlefield|guided)\s+)?"
        r"(?:weapons?|weapons?\s+systems?|weaponry|armaments?|arms|artillery|rockets?|missiles?|ammunition"
        r"|munitions|ordnance|guns|(?:weapon|missile|rocket)\s+systems?|(?<=range\s)systems?"
        r"|(?<=heavy\s)systems?|(?<=offensive\s)systems?|pieces|projectiles"
        r"|military\s+equipment|combat\s+equipment|military\s+hardware|(?<=heavy\s)equipment|(?<=heavy\s)materiel"
        r"|(?<=heavy\s)(?:machinery|technology|techniques?|technics))"
        r"|(?:means|instruments|tools)\s+of\s+(?:[\w-]+\s+)?(?:destruction|warfare|war|attack|combat|bombardment"
        r"|strike|annihilation)"
        r"|(?:military|combat|fighting|battle)\s+(?:equipment|hardware|technology|techniques?|technics|materiel"
        r"|means|machinery)"
        r"|(?:barrel(?:led)?|tube|field|rocket|reactive|self-propelled)\s+artillery"
        r"|armou?red\s+(?:personnel|fighting|combat|troop)\s+(?:carriers?|vehicles?)|infantry\s+fighting\s+vehicles?"
        r"|(?:powerful|strong|modern|larger|bigger|heavier|heavy|advanced|sophisticated)\s+(?:\w+\s+)?"
        r"(?:mortars|cannons?|howitzers|launchers|drones)"
        r"|(?:weapons?|arms|armaments?|artillery|guns?|rockets?|missiles?|mortars?|systems"
        r"|ammunition)\s+of\s+(?:an?\s+)?(?:\w+\s+)?"
        r"(?:strategic|offensive|heavy|larger?|great(?:er)?|big|significant|considerable|substantial|long|high|higher"
        r"|certain"
        r"|dangerous|serious|notable)\s+(?:\w+\s+)?(?:nature|kind|character|type|calib\w+|range|size|power|reach"
        r"|destructiveness))\b",
    )
    told = re.compile(
        r"\d+\s*-?\s*(?:mm|millimet)|\brange\s+(?:of|above|over|exceed\w*|greater|more|beyond|up)[^.;]{0,25}\d"
        r"|\bcalib\w*\s+(?:of|above|over|from|exceed\w*|greater|larger|more)[^.;]{0,20}\d|\b(?:Annex|listed|list\s+of"
        r"|following|namely|such\s+as"
        r"|specified|above|"
        r"mentioned|these|those|its\s+remaining)\b|\b(?:larger|heavier|bigger|greater|longer"
        r"|higher)\b[^.;]{0,30}?\bthan\s+"
        r"(?:the\s+(?:one|weapon|gun|arm)s?|those|that|what|it|any|were|was)\b",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        terms = {" ".join(definition.term.lower().split()) for definition in draft.framework.definitions}
        seen: set[str] = set()
        for sentence in draft.duties:
            if sentence.form is SentenceForm.DEFINITION:
                continue
            for match in self.named.finditer(sentence.exact):
                words = " ".join(match["class"].lower().split())
                if words in seen or any(words.rstrip("s") in term or term in words for term in terms):
                    continue
                seen.add(words)
                if draft.named(words) or self.told.search(sentence.exact):
                    continue
                why = f"A duty rests on '{match.group()}', and the text does not say which weapons these are."
                yield self.on(draft, sentence, match, why)


_KIND = re.compile(
    r"\b(?P<own>machine|anti-[a-z]+|air[- ]defen[cs]e|coastal|naval|sniper|landing|patrol"
    r"|armou?red(?:\s+(?:personnel|fighting|combat|troop))?)?"
    r"\s*(?P<head>tanks?|guns?|cannons?|howitzers?|mortars?|launchers?|rockets?|missiles?|artillery|carriers?"
    r"|vehicles?"
    r"|helicopters?|aircraft"
    r"|drones?|boats?|vessels?|ships?|mines?|(?<=ed\s)(?:cars?|trucks?|trains?)|rifles?|pistols?|torpedoes"
    r"|flamethrowers?|radars?|bombs?|grenades?)\b",
    re.IGNORECASE,
)
_ALIKE = (
    {"gun", "cannon", "artillery", "howitzer"},
    {"rocket", "launcher", "missile"},
    {"boat", "vessel", "ship", "craft"},
)


class KindOutside(Rule):
    code = "B3.outside-class"
    title = "A kind of weapon outside the class that a duty is about"
    severity = Severity.BLOCKER
    reference = "Checklist B3: a class in a duty outside the list"
    applies_to = "lists of what belongs to a defined class of weapons"
    fix = "Add the kind to the definition, with its calibre or range, or take it out of the list."

    def find(self, draft: Draft) -> Iterator[Finding]:
        meanings: dict[str, str] = {}
        for _, definition, words in _classes(draft):
            meanings[definition.term] = f"{meanings.get(definition.term, '')} {words}"
        for sentence in draft.operative if meanings else ():
            lead = draft.introduction(sentence)
            if sentence.form is SentenceForm.DEFINITION or "mean" in lead:
                continue
            for term, meaning in meanings.items():
                if _names_class(lead, term) and _KIND.search(meaning):
                    yield from self._outside(draft, sentence, term, meaning, meanings)

    def _outside(
        self, draft: Draft, sentence: Sentence, term: str, meaning: str, meanings: dict[str, str]
    ) -> Iterator[Finding]:
        known = [(match["own"] or "", _one(match["head"])) for match in _KIND.finditer(meaning)]
        for match in _KIND.finditer(sentence.exact):
            own, head = match["own"] or "", _one(match["head"])
            like = next((each for each in _ALIKE if head in each), {head})
            inside = any(other in like and (not own or own.lower() == its.lower()) for its, other in known)
            if not inside and not any(_names_class(sentence.exact, each) for each in meanings):
                words = " ".join(match.group().split())
                yield self.on(
                    draft, sentence, match, f"'{words}' are no '{term}': its definition does not take them in."
                )


def _names_class(words: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term.rstrip('s'))}s?(?!\w)", words) is not None


def _one(noun: str) -> str:
    return noun.lower().removesuffix("es" if noun.lower() == "torpedoes" else "s")


RULES: tuple[Rule, ...] = (BrandOnly(), OpenClass(), UndefinedClass(), KindOutside())
