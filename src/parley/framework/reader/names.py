"""Whom and what the words of a framework name: parties, other actors, bodies, defined terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parley.model import Definition, Party, Window
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .instants import Dated
from .peoples import JOINS, homes, peoples
from .periods import Periods

_GENERIC = word_set(
    "republic federation kingdom authority state states government union "
    "council administration emirate sultanate principality commonwealth dominion the of and confederation duchy canton "
    "empire realm confederacy province county khanate caliphate oblast voivodeship territory region district city"
)
_WHICH = word_set(
    "democratic people's islamic arab united free grand "
    "federal transitional interim provisional national sovereign independent socialist popular autonomous"
)
"""What stands beside such a word, and is no name either: "Free Canton of Sorvik"."""
_AGENTS = word_set(
    "commission committee commissions committees mission mechanism centre center council group secretariat board "
    "team "
    "teams panel office chair chairs chairperson chairman chairwoman co-chair co-chairs "
    "commander commanders observer observers monitor "
    "monitors envoy mediator mediators facilitator facilitators guarantor guarantors member members government "
    "governments authorities authority forces force delegation delegations leadership leaderships organisation "
    "organization organisations organizations agency agencies depositary secretary-general inspectors inspector unit "
    "units troops patrols court tribunal bank ministry ministries minister ministers signatories signatory cell "
    "headquarters staff officers officer engineers participants representatives representative president army armies "
    "navy police policemen soldiers soldier fighters fighter combatants combatant rebels rebel militia militias "
    "militants "
    "mercenaries formations formation subdivisions contingent contingents peacekeepers battalion battalions brigades "
    "detachments guards guard groups elements personnel persons person civilians refugees prisoners detainees "
    "companies "
    "company institutions institution bodies body entities entity states state countries leaders leader community "
    "communities coordinator coordinators director administrator parliament assembly council councils mediation "
    "doctors inspectorate liaison movement movements families residents inhabitants citizens journalists "
    "villagers farmers children women "
    "traders volunteers staffs employees nationals minors soldiery wing "
    "faction factions presidency secretary envoys "
    "rapporteur workers ambulances convoys vehicles ships vessels boats trucks engines pilgrims pupils patients "
    "passengers drivers crews lorries lorry cars buses launches barges tankers ferries tractors helicopters "
    "aircraft trains "
    "helicopter aeroplanes airplanes bus tanker train pilots sailors seamen fishermen miners nurses medics "
    "teachers students "
    "judges priests merchants shepherds herdsmen hunters bearers holders men crew owners owner command "
    "commands lawyers "
    "side relatives witnesses interpreters returnees wounded peasants labourers surveyors divers sappers"
)
_NO_ACTOR = re.compile(
    r"\b(?:Agreement|Protocol|Memorandum|Accord|Declaration|Articles?|Paragraphs?|Annex(?:es)?|Appendix|Sections?|"
    r"Chapters?|Provisions?|"
    r"Cease-?[Ff]ire|Truce|Zones?|Lines?|Areas?|Weapons?|Charter|Treaty|Constitution|Law|Plan|Roadmap|Road|Map|"
    r"Phase|Stage|"
    r"Day|Corridors?|Period|Cessation|Hostilities|Elections?|Nothing|This|That|These|Those|There|It|Such|Accordingly|"
    r"However|Therefore|In|On|At|From|Since|Until|Till|By|During|Throughout|Before|Between|Under|Without|Where|When|If|Any|All|No|Neither|Each|Every|Both|Only|To|For|As|Upon|Within|"
    r"After|Disputes?|"
    r"Violations?|Withdrawal|Prisoners?|Persons|Documents?|Text|Reports?|Notice|Mines?|Fire)\b"
)
"""Capitalised words that begin or end no actor's name."""
HEADS = (
    "Commission|Committee|Mission|Mechanism|Centre|Center|Council|Group|Secretariat|Board|Team|Panel|Office|Cell|Fund"
    "|Tribunal|Court|Bureau|Force|Headquarters|Service|College|Directorate|Delegation|Jury"
)
"""What a body is called for short, one of them."""
_ORGANISED = re.compile(
    rf"\b(?:{HEADS}|Nations|Union|League|Circle|Cross|Crescent|Army|Front|Organi[sz]ation|Party|Council)\b"
)
_KIND = re.compile(
    r"\b(?:Front|Movement|Union|League|Alliance|Coalition|Army|Federation|Kingdom|Republic|Mission|Circle|Brigades?|Guards?|Resistance)\b"
    r"|\A(?:[Tt]he\s+)?(?P<of>(?:[A-Z]\w+\s+){0,2}(?:Government|Authority|Administration|Council|Assembly|Command))(?=\s+of\s)"
)
"""What somebody is, and is called for short."""
_OF_ANOTHER = r"(?!\s+of\s+(?:the\s+)?[A-Z])"
"""Behind what one is called for short stands no other's name: "the Government of Orlavia" is not "the Government"."""
_ALL_PARTIES = re.compile(
    r"(?:(?:each|every|both|all|the|either|any|a|no|none|neither)\s+)?(?:of\s+)?(?:the\s+)?(?:said\s+|aforesaid\s+)?(?:two\s+|both\s+|other\s+)?"
    r"(?:(?:(?:High\s+)?Contracting\s+|signatory\s+|belligerent\s+|warring\s+)?(?:Part(?:y|ies)|sides?)|Signator(?:y|ies))"
    r"(?:\s+to\s+(?:this|the)\s+[Aa]greement|\s+concerned|\s+in\s+question)?",
    re.IGNORECASE,
)
_FORCES_OF = re.compile(
    r"(?:the\s+)?(?:\w+\s+(?:and\s+\w+\s+)?)?(?:forces|units|troops|government|authorities|commanders?|leadership|"
    r"military|"
    r"formations|contingents?|representatives|delegations?|delegates|negotiators|envoys)\s+of\s+(?P<of>.+)",
    re.IGNORECASE,
)
_THEIR_FORCES = re.compile(
    r"(?P<of>.+?)(?:['’]s?)?\s+(?:(?:armed|ground|air|naval|military)\s+)?"
    r"(?:side|forces|units|troops|government|authorities|commanders?|leadership)",
    re.IGNORECASE,
)


def own_words(name: str) -> list[str]:
    """The words of a name that are its own: of "Republic of Kestria" only "Kestria"."""
    words = re.sub(r"\(.*?\)", "", name).split()
    own = [word for word in words if word.lower() not in _GENERIC]
    if len(own) == len([word for word in words if word.lower() not in JOINS]):
        return own
    return [word for word in own if word.lower() not in _WHICH] or words


def called(name: str, text: str = "") -> str:
    """How a name is said in a sentence: "Republic of Kestria" is "Kestria", and "Civil Council" is nothing shorter.

    "Tarn Federation" is "Tarn" where the text says so.
    """
    words = own_words(name)
    if len(words) != 1 or words[0].endswith(("ian", "ish", "ese")):
        return name
    alone = rf"(?<!\w)(?<![Tt]he )(?<!-){re.escape(words[0])}(?![\w-]| [A-Z])"
    of = re.search(rf"\bof\s+(?:the\s+)?{re.escape(words[0])}\Z", name)
    return words[0] if of or name == words[0] or re.search(alone, text.replace(name, "")) else name


def _aliases(actor: Party) -> set[str]:
    """Names for an actor: its id, its name, and the one word of its name that is its own, as noun and adjective."""
    name = re.sub(r"^(?:the|The)\s+", "", actor.name)
    found = {actor.id, name}
    words = own_words(name)
    if len(words) == 1 and len(words[0]) >= 4:
        word = words[0]
        found.add(word)
        if word.endswith("an"):
            found.update((word[:-1], f"{word}s"))
        elif word.endswith("a"):
            found.update((f"{word}n", f"{word}ns"))
        else:
            found.update((f"{word}ian", f"{word}ians"))
    return found


NO = re.compile(r"^(?:(?:none|neither)\s+(?=of\b)|(?:no|not\s+(?:one|a\s+single)|neither)\s+)", re.IGNORECASE)
"""Before those who are all barred: "none [of its units]", "no [Party]"."""
_EACH_OF = re.compile(r"^(?:both|each|either|neither|any|none|no)\s+(?:of\s+(?:the\s+)?)?", re.IGNORECASE)
_ALL_OF = re.compile(
    r"^(?:(?:each|every|both|all|either|neither|any|none|no|the|an?)\s+)*(?:of\s+)?(?:(?:the|these|those)\s+)?(?:(?:two|three|four|said)\s+)?",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"^(?:(?:each|either|any|one|all|both)(?:\s+one)?\s+of(?:\s+the\s+following)?:?|both|either)\s+", re.IGNORECASE
)
"""What stands before those of whom a term means each."""
_CLOSED_ROW = re.compile(
    r"\s(?:and|or)\s[^,]+,\s+(?!(?:and|or|as\s+well\s+as)\s)(?!.*\s(?:and|or|as\s+well\s+as)\s)", re.IGNORECASE
)


@dataclass
class Names:
    """Everything the text gives a name to, and how to find it in other words."""

    parties: Sequence[Party]
    actors: Sequence[Party]
    bodies: Sequence[Party] = ()
    definitions: Sequence[Definition] = ()
    periods: Mapping[str, Window] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    peoples: dict[str, str] = field(default_factory=dict)
    _at_home: dict[str, str] = field(default_factory=dict)
    text: str = ""
    """The text itself, which shows the names that take no article ("Open Hand Relief")."""

    def __post_init__(self) -> None:
        claims: dict[str, set[str]] = {}
        short: set[str] = set()
        for actor in self.actors:
            for alias in _aliases(actor):
                claims.setdefault(alias, set()).add(actor.id)
            kind = _KIND.search(actor.name)
            if kind:  # "the Tessel Front" is "the Front", where no other is one
                short.add(kind["of"] or kind.group())
                claims.setdefault(kind["of"] or kind.group(), set()).add(actor.id)
        self.peoples = dict(peoples(self.parties))
        """The parties that are called by a people's name alone: "the Ostani" of the Ostani clan."""
        self._at_home = dict(homes(self.parties, self.actors))
        """Parties that do what their home is said to do; what is sent there or lies there is at a place."""
        for people, id in self.peoples.items():
            claims.setdefault(people, set()).add(id)
        for body in self.bodies:
            for alias in (body.id, body.name):
                claims.setdefault(alias, set()).add(body.id)
            head = re.search(rf"(?:{HEADS})\Z", body.name)
            if head:
                claims.setdefault(head.group(), set()).add(body.id)
        self._ids = {alias: ids.pop() for alias, ids in claims.items() if len(ids) == 1}
        self._names = {each.id: called(each.name, self.text) for each in (*self.bodies, *self.actors)}
        longest = sorted(self._ids, key=len, reverse=True)
        aliases = "|".join(re.escape(alias) + (_OF_ANOTHER if alias in short else "") for alias in longest)
        the = r"(?:[Tt]he\s+(?:(?:afore)?said\s+)?)?"
        self._actor = re.compile(rf"{the}(?P<alias>{aliases or '(?!)'})(?!\w)(?:['’]s?)?")
        self._terms = {each.term: each for each in self.definitions}
        forms = "|".join(_plural_pattern(term) for term in sorted(self._terms, key=len, reverse=True))
        self._term = re.compile(rf"(?<!\w)(?:{forms or '(?!)'})(?!\w)")
        self._by_form = {_singular(form): term for term in self._terms for form in (_in_a_sentence(term), term)}
        self._groups = dict(self._grouped())
        others = (*self._terms, *(each.name for each in (*self.bodies, *self.actors)))
        self.dated = replace(Dated.of(self.definitions), periods=Periods(self.periods, others))

    @property
    def party_ids(self) -> tuple[str, ...]:
        """The ids of all parties; where the text names none, the words "the Parties" stand for them."""
        return tuple(party.id for party in self.parties) or ("the Parties",)

    def said(self, id: str) -> str:
        """The name to say for an id; bodies with their article, unless the text leaves it out."""
        if id not in self._said:
            name = self._names.get(id, id)
            takes_article = (" " in name and not name.startswith("the ")) or any(id == body.id for body in self.bodies)
            self._said[id] = f"the {name}" if takes_article and not self._bare(name) else name
        return self._said[id]

    def _bare(self, name: str) -> bool:
        """Whether the text says the name mostly without an article; "a Joint Body is established" says neither."""
        before = [piece[-12:].split()[-1:] for piece in self.text.split(name)[:-1] if not piece[-1:].strip()]
        words = [each[0].strip('(“"').lower() if each else "" for each in before]
        led = [word for word in words if word not in ("a", "an", "this")]
        return len(led) > 2 * led.count("the")

    def knows(self, id: str) -> bool:
        """Whether ``id`` is an actor or body that the text introduces, and not just its words."""
        return id in self._names

    def known(self) -> tuple[str, ...]:
        """The names and ids of all actors and bodies that the text introduces."""
        return tuple(words for each in (*self.actors, *self.bodies) for words in (each.name, each.id))

    def is_body(self, id: str) -> bool:
        """Whether ``id`` is a body or organisation rather than a country."""
        name = self._names.get(id, id)
        return any(id == body.id for body in self.bodies) or _ORGANISED.search(name) is not None

    def actor_id(self, words: str) -> str | None:
        """The id of the one actor or body that ``words`` name, ``None`` for anything else."""
        match = self._actor.fullmatch(words.strip())
        return self._ids[match["alias"]] if match else None

    def actors_in(self, words: str) -> list[tuple[int, int, str]]:
        """Every mention of an actor or body as ``(start, end, id)``."""
        return [
            (match.start(), match.end(), self._ids[match["alias"]])
            for match in self._actor.finditer(words)
            if match.start("alias") == 0 or not words[match.start("alias") - 1].isalnum()
        ]

    def doers_in(self, words: str) -> list[tuple[int, int, str]]:
        """The same with parties that their home stands for ("Hadra opens the bridge and Sorrun the ford")."""
        found = self.actors_in(words)
        for home, id in self._at_home.items():
            found += [(each.start(), each.end(), id) for each in re.finditer(rf"\b{re.escape(home)}(?!\w)", words)]
        return sorted(found) if self._at_home else found

    def is_parties(self, words: str) -> bool:
        """Whether ``words`` are "the Parties", "each Party", "no Party" and the like."""
        return _ALL_PARTIES.fullmatch(words.strip()) is not None

    def _grouped(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The terms that mean some of those whom the text names: "Militia means the Quay Brigade or the Hill Guard"."""
        for each in self.definitions:
            meaning = _ONE_OF.sub("", each.meaning.strip(" .;"))
            found = None if self.is_parties(each.term) or self.is_parties(meaning) else self._row(meaning)
            if found and all(map(self.knows, found)):
                yield _singular(each.term), found

    def bearers(self, words: str) -> tuple[str, ...] | None:
        """Who "Kestria and Orlavia", "Each Party" or "the Commission" are; ``None`` where the words name no one."""
        words = words.strip(" ,")
        if not words or len(words) > 300 or re.match(r"(?:only|not|nor)\b", words, re.IGNORECASE):
            return None
        if self.is_parties(words):
            return self.party_ids
        if self._groups and (group := self._groups.get(_singular(_ALL_OF.sub("", words)))):
            return group
        one = self._bearer(words)
        row = self._row(words) if one is None or (" and " in words and not self.knows(one)) else None
        if one and not (row and any(map(self.knows, row))):
            return self.party_ids if self.is_parties(one) else (one,)
        return row

    def _row(self, words: str) -> tuple[str, ...] | None:
        """Those whom "Kestria and the Commission" names, if each of them is somebody."""
        nor = re.fullmatch(r"neither\s+(?P<one>.+?)\s+nor\s+(?P<other>.+)", words, re.IGNORECASE)
        words = f"{nor['one']} and {nor['other']}" if nor else words
        if _CLOSED_ROW.search(words):
            return None  # "an armed group or person, the Commission": the row is over before the comma
        pieces = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|\s+as well as\s+", words) if piece]
        if len(pieces) < 2:
            return None
        found: list[str] = []
        for piece in pieces:
            if self.is_parties(piece):
                found.extend(self.party_ids)
                continue
            name = self._bearer(piece) or (piece if found and _GEAR.search(piece) else None)
            if name is None:
                return None
            found.append(name)
        return tuple(dict.fromkeys(found))

    def _bearer(self, words: str) -> str | None:
        plain = _EACH_OF.sub("", words.strip())
        id = self._doer_id(plain)
        if id:
            return id
        for pattern in (_FORCES_OF, _THEIR_FORCES):
            forces = pattern.fullmatch(plain)
            id = self._doer_id(forces["of"]) if forces else None
            if id:
                return id
            if forces and self.is_parties(forces["of"]):
                return forces["of"]
        return plain_agent(plain) or self._proper(plain)

    def _doer_id(self, words: str) -> str | None:
        return self.actor_id(words) or self._at_home.get(words)

    def _proper(self, words: str) -> str | None:
        """A name in capitals that the text doesn't introduce ("the Northern Council"); a defined term is none."""
        name = re.sub(r"^[Tt]he\s+", "", words)
        if not _PROPER.fullmatch(name) or _NO_ACTOR.search(name) or self.terms_in(name):
            return None
        return name

    def term(self, words: str) -> str | None:
        """The longest defined term that stands in ``words``, singular or plural."""
        found = max(self._term.finditer(words), key=lambda match: len(match.group()), default=None)
        return self._by_form.get(_singular(found.group())) if found else None

    def terms_in(self, words: str) -> list[tuple[int, int, str]]:
        """Every defined term in ``words`` as ``(start, end, term)``."""
        return [
            (match.start(), match.end(), self._by_form[_singular(match.group())])
            for match in self._term.finditer(words)
            if _singular(match.group()) in self._by_form
        ]


def plain_agent(words: str) -> str | None:
    """A body, an office or a group the text never introduces ("the chair of the Commission"), in its own words.

    Its head, the word before "of", "with", "who" and their like, has to be one that can act.
    """
    plain = re.sub(r"^(?:the|a|an|each|every|all|any|other|such)\s+", "", words.strip(), flags=re.IGNORECASE)
    if not plain or _PREPOSED.match(plain) or len(plain) > 160 or not re.fullmatch(r"[\w’'&/\-. ()]+", plain):
        return None
    head = _AFTER_HEAD.split(plain)[0].split()
    if (
        not head
        or not one_phrase(" ".join(head))
        or re.search(r"\b(?:shall|must|will|is|this|these)\b", " ".join(head))
    ):
        return None
    if _DEED_BY.match(plain) or re.match(
        r"(?:withdrawal|release|return|movement|disarmament|use|exchange|number|list|lists|names)\b", plain, re.I
    ):
        return None
    if head[-1].lower() in _AGENTS or re.fullmatch(r"[A-Z][A-Z/\-]{2,}", head[-1]):
        return plain
    return None


def one_phrase(words: str) -> bool:
    """Whether ``words`` can be one noun phrase: no article stands in one unless a preposition leads to it."""
    return all(each["before"].lower() in _BEFORE_DETERMINER for each in _DETERMINER.finditer(f"{words} "))


_BEFORE_DETERMINER = word_set(
    "of by with from to for in on at between among against under after before over near along than and or nor all "
    "both half only not the no its their within without across behind beyond inside outside aboard these those "
    "any point points article articles paragraph paragraphs section sections rule rules chapter chapters annex"
)
_DETERMINER = re.compile(
    r"(?P<before>[\w\-’']+)\s+(?=(?:the|its|their|his|an?|every|each|all|any|two|three|four|five|six|seven|eight|nine|ten|both|no|them|him|"
    r"\d+)\s)",
    re.IGNORECASE,
)
_PREPOSED = re.compile(
    r"(?:upon|on|in|at|from|by|within|until|under|with|without|after|before|during|for|if|when|where|while|once|unless|to|of|"
    r"as|between|along|throughout|following|there)\b",
    re.IGNORECASE,
)
"""What begins no name of somebody."""
_GEAR = re.compile(r"\b(?:equipment|weapons|weaponry|vehicles|hardware|materiel|aircraft)\Z")
"""What leaves together with those who can act: "foreign units, their equipment and mercenaries"."""
_DEED_BY = re.compile(r"[\w\-]+(?:ance|ence|ion|ment|al|ing|ure)\s+by\b", re.IGNORECASE)
"""A deed and whose it is, which is nobody: "issuance by the leadership"."""
_AFTER_HEAD = re.compile(
    r"\s+(?:of|for|in|from|on|at|to|with|without|under|who|that|which|whose|not|made|established|responsible|present|"
    r"currently|operating|holding|carrying|concerned|separated|held|detained|composed|consisting|belonging|"
    r"appointed|listed|mentioned|referred|loyal|allied|"
    r"along)(?:\s+|\Z)|\s*\("
)
_PROPER = re.compile(
    r"[A-Z][\w’'/\-]+(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[A-Z][\w’'/\-]+){0,6}"
    r"(?:\s+\([A-Z][\w/\-]*\))?"
)


def _singular(term: str) -> str:
    """A key that the singular and the plural of a term share."""
    words = (re.sub(r"(?<=ch|sh|ss)es\Z|(?<=x)es\Z", "", word) for word in term.split())
    return " ".join(re.sub(r"(?:ies?|y)\Z", "i", re.sub(r"(?<=[^s])s\Z", "", word)) for word in words)


def _in_a_sentence(term: str) -> str:
    """A term as it may stand in a sentence: "Heavy weapons", where only the first letter is a capital, is no name."""
    first, *others = term.split(" ")
    opens = others and all(word.islower() for word in others) and first.istitle()
    return term[0].lower() + term[1:] if opens else term


def _plural_pattern(term: str) -> str:
    if (plain := _in_a_sentence(term)) != term:
        return rf"(?:{term[0]}|{plain[0]}){_plural_pattern(plain)[1:]}"
    *others, last = term.split()
    stem = re.sub(r"(?:ies|y)\Z", "", last) if re.search(r"(?:ies|y)\Z", last) else re.sub(r"(?<=[^s])s\Z", "", last)
    ending = r"(?:y|ies)" if stem != last and re.search(r"(?:ies|y)\Z", last) else r"(?:es|s)?"
    return r"\s+".join([*(re.escape(word) for word in others), re.escape(stem) + ending])
