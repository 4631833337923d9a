"""The words behind a verb: what its deed is done to, to whom it goes, and what is said beside it."""

from __future__ import annotations

from parley.model import Thing
from parley.text import patterns as re
from parley.text.acts import act_covers
from parley.text.numbers import PATTERN, parse_number

from .anyone import anyone
from .asides import HOW_DONE
from .clause import Clause
from .conditions import actors_at
from .names import Names
from .tails import behind_thing, given_to, gives, let_do, topic, without_recipient

_MEASURE = r"(?:mm|cm|km|kg|millimet\w+|kilomet\w+|met(?:er|re)s?|miles?|tons?|tonnes?|inch\w*|-?calib\w+)\b"
_CONTACT = (
    r"\b(?:the|its|their|his|all|any|every|each|both|those|\d[\d,]*|two|three|ten)\s+(?:[\w\-]+\s+){0,3}?"
    r"(?!(?:if|when|where|that|as|once|until|unless|while|before|after|and|or|but|than|whether|since|how|why|what|because|for|to)\b)[a-z]+\s+"
    r"(?:it|they|he|she)\s+(?!(?:shall|must|may|will)\b)[a-z]+\b[^,;\0]*\Z"
)
"""A relative clause without its pronoun: "the wharf it burned down"."""
_DONE_TO = (
    r"\b(?!(?:the|all|and|or|of|those|every|each|any|an?|its|their|both|no)\b)\w+\s+(?:[a-z]+(?<!need)(?<!us)(?<!concern)(?<!affect)(?<!involv)ed|held|"
    r"kept|lost|found|laid|built|sent|set|"
    r"put(?:\s+(?:up|down|in|out))?|made|taken|given|seen|known|drawn|brought|led|born|chosen|written|stolen|driven|shown|fighting|living|lying|situated|located|standing|found|"
    r"operating|working|travelling)\s+(?:(?:from|by)\s+(?:them|him|her|it|us|(?:the|its|their|any|either|each)\s+(?:[\w\-]+\s+)?[\w\-]+)\s+)?\Z"
)
_SOMEBODY_DOING = (
    r"\b(?:persons?|people|civilians|groups?|forces|units|organi[sz]ations|companies|vehicles|ships|those|actors|"
    r"entities)\s+[a-z]+ing\b[^,;\0]*\Z|\bfor\s+having\s[^,;\0]*\Z"
)
_VALID = r"\b(?:valid|good)\s+\Z"
TAKEN = (
    r"\bthose\s+(?:taken|held|captured|seized|built|laid|made|levied|killed|wounded|lost|arrested|detained|driven|issued|"
    r"called\s+up|sent|found|born)"
)
THOSE_TAKEN = re.compile(rf"{TAKEN}\s+\Z")
"""Before a time that tells which of them: "those taken in May"."""
DESCRIBING = re.compile(
    rf"{TAKEN}\s+\Z|\b(?:that|which|who|whom|whose)\b[^,;\0]*\Z|{_CONTACT}|{_DONE_TO}|{_SOMEBODY_DOING}|{_VALID}"
)
"""What tells more of the words before it, up to its end: a clause, or somebody who does or undergoes something."""
RELATIVE = re.compile(
    rf"{DESCRIBING.pattern}|\b(?!(?:the|all|and|or|of|those)\b)\w+\s+"
    r"(?:persons?|people|civilians|population|organs|rights|works?|in\s+need)\s+\Z"
)
"""The same, and whose place is told right behind them: "people in the Zone"."""
_ADVERBIAL = re.compile(
    r"(?:so\s+that|so\s+as|on|at|in|with|by|for|through|along|near|under|as(?!\s+(?:many|much|few)\b)|from|to|into|over|including|without|regardless|against|"
    r"between|among|during|"
    r"around|jointly|together|inside|outside|within|across|upon|beyond|behind|beneath|below|off|towards?|via|despite|"
    r"throughout|(?:north|south|east|west)(?:ward)?\s+of|above|beside|alongside|opposite|there|here|apart|down|ashore|abroad|elsewhere|aloft|upstream|downstream|"
    r"(?:no\s+)?(?:lower|higher|faster|slower|nearer|closer|farther|further|deeper|longer|shorter|later|earlier|sooner|more\s+often)\s+than|day\s+and\s+night|"
    r"(?:accompanied|escorted|followed|preceded|assisted|supported|supervised|joined|led|headed)\s+by|(?:armed|equipped|provided|laden)\s+with|"
    r"(?:only|not|solely|exclusively)\s+(?:by|in|on|at|with|along|through|under|within|for|from|to|between|during|over|near|outside))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:so|first|last|out|back|away|up|off|in|alone|free|unarmed|unescorted|together|again|once\s+more|there|then|thereafter|afterwards|instead|too|also|at\s+once|home|"
    r"(?:for\s+)?the\s+(?:first|second|last)\s+time)(?:,?\s+(?:and|but))?",
    re.IGNORECASE,
)
"""Adverbs that stand alone behind a verb, and are nothing that is done to."""
_HOW = re.compile(
    r"(?!(?:only|daily|weekly|monthly|early|elderly|family|assembly|friendly|supply|orderly|timely)\b)"
    r"(?!(?!(?:immediate|prompt|joint|simultaneous|separate|direct|personal|public)ly\b)[a-z]+ly\s+(?:[a-z]+ed|built|laid|held|taken|"
    r"made|kept|sown|grown|drawn|known|owned|born)\s+(?!(?:by|in|at|to|on|from|with|under|of|and|or)\b)[a-z])"
    r"(?:[a-z]+ly|jointly|forthwith)(?:\s+and\s+[a-z]+ly)?(?:,?\s+|\Z)(?=\S|\Z)"
)
"""How something is done; of "forcibly displaced persons" it says what they are."""
_RELATIVE_PRONOUN = re.compile(r"(?:which|who|whom|whose|where)\b")
"""What describes the words of the slot before it."""
_OF_ANY_KIND = re.compile(r"(?:of\s+)?(?:any|all|whatever)\s+(?:kinds?|types?|sorts?|nature|forms?)", re.IGNORECASE)
_AT_WHAT = re.compile(
    r"(?:on|against|upon|at)\s+(?!land\b|sea\b|the\s+territory\b|the\s+ground\b|any\s+time|all\s+times|once\b|(?:all|both|any|every)\s+(?:fronts?|sides|axes)\b)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\s+(?:to|for\s+the\s+purposes?\s+of)\s+(?=[a-z])")
_TO_WHAT = re.compile(r"to\s+(?=(?:all|any|the|its|their|every|each)\s)")
_MANNER_FIRST = re.compile(rf"(?P<how>{HOW_DONE}),\s+(?=(?:the|an?|its|their|all|any|every|each)\s)")
REPORTING = ("report", "notify")
_TELLING = frozenset({"report", "notify", "consult", "negotiate", "agree", "decide"})
"""Acts whose "on" says of what."""
_NOTICE_OF = re.compile(
    rf"\s*(?:,\s*)?(?:(?:(?P<how>[a-z]+ly|{HOW_DONE}),?\s+)?(?:of|about)|(?:(?:[a-z]+ly|without\s+delay)\s+)?that)\s+",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"\s+(?:beyond|behind|in\s+front\s+of|opposite)\s+(?=the\b|its\b|their\b|[A-Z])")
_OUT_OF = re.compile(r"\s+from\s+(?=the\b|its\b|their\b|all\b|[A-Z])")
"""What says where, beside an object, of places that have no kind this reader knows."""


_TO_WHOM_WHAT = re.compile(
    r"to\s+(?P<whom>(?:the|its|their|every|each|any|all|both)\s+[\w\-]+(?:\s+(?!of\b)[\w\-]+){0,2}?(?:\s+of\s+(?:the\s+)?[A-Z][\w\-]+)?)\s+"
    rf"(?=(?:the|its|their|his|her|an?|all|any|every|such|both|copies|lists|maps|{PATTERN})\s+[\w’']|[a-z\-]+s(?:\s*,|\s+(?:of|and|by|within|on|before)\b|\s*\Z)|"
    r"(?:[a-z\-]+\s+){1,2}of\s+(?:any|all|the|its|their|every|each)\s)"
)
"""To whom something goes, before what it is: "to the mayor of Tarn | the keys of the depot"."""


def _to_whom(piece: str, clause: Clause, names: Names) -> re.Match[str] | None:
    if clause.counterpart or clause.passive or not clause.deeds or not gives(clause.deeds[-1][1]):
        return None
    to = _TO_WHOM_WHAT.match(piece)
    return to if to and anyone(to["whom"], names) else None


def place_object(piece: str, begin: int, clause: Clause, names: Names) -> None:
    """The words behind the verb: its object, or an adverbial ("on land") that is said back as it stands."""
    acts = [act for act, _ in clause.deeds]
    aside = _MANNER_FIRST.match(piece)
    if aside:  # "provide, free of charge, a house"
        clause.rest.append(aside["how"])
        begin, piece = begin + aside.end(), piece[aside.end() :]
    handed = _to_whom(piece, clause, names)
    if handed:
        clause.rest.append(handed.group().strip())
        begin, piece = begin + handed.end(), piece[handed.end() :]
    if clause.deeds and _TO_SOMEBODY.search(clause.deeds[-1][1]) and (to := _whom(piece, names)):
        if to[1] and clause.counterpart is None:
            clause.counterpart, clause.said["counterpart"] = to[1], [(begin, begin + to[0])]
            piece = piece[to[0] :].strip()
            clause.rest += [piece] if piece else []
        else:
            clause.rest.append(piece)
        return
    at_what = _AT_WHAT.match(piece) if any(act_covers("attack", act) for act in acts) else None
    to_what = _TO_WHAT.match(piece) if "grant-access" in acts else None
    if at_what or to_what:
        skip = (at_what or to_what).end()  # type: ignore[union-attr]
        begin, piece = begin + skip, piece[skip:]
        if at_what and not clause.phrase and clause.deeds:
            act, said = clause.deeds[-1]
            clause.deeds[-1] = act, f"{said} {at_what.group().strip()}"  # "attacks on", "fire upon"
    elif (about := topic(piece) if _TELLING.intersection(acts) else None) and clause.object is None:
        begin, piece = begin + about.end(), piece[about.end() :]
        act, said = clause.deeds[-1]
        clause.deeds[-1] = act, f"{said} {about.group().strip()}"
    elif _ADVERBIAL.match(piece):
        clause.rest.append(piece)
        return
    if _BARE.fullmatch(piece):
        clause.rest.append(piece)
        return
    told = clause.counterpart is not None and any(act in REPORTING for act in acts)  # "let X know which road is open"
    of_deed = piece.startswith("that ") and clause.deeds[-1][1].startswith("carry out ")  # "statements that insult"
    if _OF_ANY_KIND.fullmatch(piece) or (_RELATIVE_PRONOUN.match(piece) and not told) or of_deed:
        clause.rest.append(piece)
        return
    how = _HOW.match(piece)
    if how and how.end() < len(piece) and not clause.passive:  # "cooperate fully with the Commission"
        clause.rest.append(how.group().strip(" ,"))
        begin, piece = begin + how.end(), piece[how.end() :]
        if _ADVERBIAL.match(piece.removeprefix("and ")):  # "freely and in safety"
            clause.rest.append(piece)
            return
    elif how:
        clause.rest.append(piece)
        return
    of = re.match(r"(?:of|about)\s+(?=\w)", piece)
    if of:  # "introduction into the Zone of troops"
        begin, piece = begin + of.end(), piece[of.end() :]
    if clause.counterpart is None and clause.deeds and not clause.passive:
        reach = actors_at(piece, 0, names)
        given = given_to(piece, clause.deeds[-1][1], reach[0] if reach else None)
        if given and reach:
            clause.counterpart, clause.said["counterpart"] = reach[1], [(begin, begin + reach[0])]
        elif given:
            clause.rest.append(f"to {piece[:given].strip()}")
        if given:  # "put before the Commission all claims": put them to it
            clause.deeds[-1] = (clause.deeds[-1][0], clause.deeds[-1][1].removesuffix(" before"))
        begin, piece = begin + given, piece[given:]
    pronoun = re.match(r"(?:it|them|each\s+other|one\s+another)\s+(?=\w)", piece)
    if pronoun:  # "keep it manned"
        clause.rest.append(piece[pronoun.end() :])
        piece = pronoun.group().strip()
    purpose = _PURPOSE.search(piece) if acts == ["use"] else None
    if purpose:
        clause.rest.append(piece[purpose.start() :].strip())
        piece = piece[: purpose.start()]
    where = _BEYOND.search(piece) or (_OUT_OF.search(piece) if {"withdraw", "return"} & set(acts) else None)
    if (
        where
        and not re.search(r"[\w\s]*\d[\w\s]*\Z", piece[: where.start()])
        and not RELATIVE.search(piece[: where.start()] + " ")
    ):
        clause.rest.append(piece[where.start() :].strip())
        piece = piece[: where.start()]
    piece, aim = let_do(piece, clause.deeds[-1][1]) if clause.deeds and not clause.passive else (piece, "")
    clause.aim = aim or clause.aim  # "allow relief convoys to pass through the Corridor"
    piece, whom = without_recipient(piece, acts)
    if whom:
        clause.rest.append(whom)
    if clause.counterpart is None and any(act in REPORTING for act in acts):
        reach = _told_it(piece, clause, names) or actors_at(piece, 0, names) or _the_other(piece, names)
        if reach:  # "notify the Commission of the move": the addressee stands first
            clause.counterpart = reach[1]
            clause.said["counterpart"] = [(begin, begin + reach[0])]
            of = _NOTICE_OF.match(piece, reach[0])
            skip = of.end() if of else reach[0]
            clause.rest += [of["how"]] if of and of["how"] else []
            skip += len(piece[skip:]) - len(piece[skip:].lstrip())
            begin, piece = begin + skip, piece[skip:].strip()
            if _ADVERBIAL.match(piece):  # "notify both Parties by radio"
                clause.rest.append(piece)
                piece = ""
    if clause.deeds and not clause.passive and not aim:
        piece, behind = behind_thing(piece, clause.deeds[-1][1])
        clause.rest += [behind] if behind else []
    how = None if clause.passive else _HOW_AFTER.search(piece)
    if how and not RELATIVE.search(f"{piece[: how.start()]} "):
        clause.rest.append(piece[how.start() :].strip())
        piece = piece[: how.start()]
    more = _MORE_OF_IT.search(piece)
    if more:
        clause.rest.append(piece[more.end() :].strip(" ,"))
        piece = piece[: more.start()]
    if piece:
        clause.object = thing(piece, names)
        clause.said["object"] = [(begin, begin + len(piece))]


_TO_SOMEBODY = re.compile(r"\b(?:appeal|turn|apply|complain|speak|talk|write|account|answer)\s+to\Z")
"""Verbs of turning to somebody, who is nothing that is done to."""


def _whom(piece: str, names: Names) -> tuple[int, tuple[str, ...] | None] | None:
    """To whom somebody turns: how far the name reaches and who it is, or nobody whom the text names."""
    reach = actors_at(piece, 0, names)
    return reach or ((len(piece), None) if anyone(piece, names) else None)


_HOW_AFTER = re.compile(
    r"(?<!ed)\s+(?:(?:jointly|together|(?!(?:only|daily|weekly|monthly|early|elderly|family|assembly|friendly|supply|orderly|timely|ally|reply|fly|police)\b)[a-z]{2,}ly)"
    r"(?=\s*\Z|\s+(?:under|in|with|by|through|and)\s)|under\s+the\s+(?:direct\s+)?(?:direction|supervision|auspices|guidance|chairmanship|aegis|eyes|observation|control|command|authority|cover|protection)\s)"
    r"|(?<!report)(?<!reports)\s+(?:(?:at|in|on|from)\s+(?:any|each|every)|with\s+(?:at\s+(?:most|least)|(?:no|not)\s+(?:more|less|fewer)\s+than|up\s+to)|"
    r"as\s+an?|for\s+(?:as|so)\s+long|for\s+the\s+(?:first|second|next|last|whole|rest|duration)|in\s+(?:two|three|four|several|equal)|"
    r"(?:lower|higher|deeper|faster|slower|closer|nearer)\s+than|by\s+[a-z]+ing|on\s+the\s+(?:day|night|morning|evening))\s"
)
"""How something is done, behind what it is done to."""
_MORE_OF_IT = re.compile(
    r"(?<!\bthose)(?<!\ball)(?<!\bpersons),\s+(?=(?:which|who|whom|whose|where)\b|(?:all|each|both|some|most|none|one|the\s+(?:first|second|last))\s+of\s+(?:which|whom)\b)"
)
"""Where a relative clause behind a comma begins: it says more of the thing, and is none of its words."""
_TELLS = re.compile(r"(?:tell|inform|notify|advise|apprise|acquaint|brief|warn|alert|remind|forewarn)s?\b")
_WHOM_OF_WHAT = re.compile(
    r"(?P<whom>(?:(?:the|its|their|all|both|each|every|any|such)\s+)*(?:(?!(?:of|about|that|to|in|and|or)\b)[\w\-’']+\s+){0,3}?[\w\-’']+(?:\s+of\s+(?:the\s+)?[A-Z][\w\-]*)?"
    r"(?:\s+(?:concerned|affected))?)(?P<and>,?\s+(?:and|or)\s+(?P<more>(?:the|its|their|all|both)\s+(?:(?!of\b)[\w\-]+\s+){0,3}?[\w\-]+))?"
    r"(?=\s+(?:(?:at\s+once|immediately|in\s+writing|in\s+advance|promptly|forthwith|beforehand),?\s+)?(?:of|about|that|how|whether|what)\s)"
)
"""Who is told something, before what it is."""


def _told_it(piece: str, clause: Clause, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """Whom "tell the villagers of every strike" means: those who are told it, known to the text or not."""
    told = _WHOM_OF_WHAT.match(piece) if clause.deeds and _TELLS.match(clause.deeds[-1][1]) else None
    if not told or clause.passive or _NOT_TOLD.search(told["whom"]):
        return None
    if _OF_OTHERS.search(told["whom"]) and _OF_WHOM.match(piece, told.end()):
        return None  # "inform the families of the deceased": of whom they are
    if clause.deeds[-1][1].startswith("notif") and _ANY.match(told["whom"]):
        return None  # "notify any change of more than 500 men"
    found: list[str] = []
    for words in filter(None, (told["whom"], told["more"])):
        ids = names.bearers(words) or ((_ARTICLE.sub("", words),) if anyone(words, names) else None)
        if ids is None:
            return None
        found += ids
    return told.end(), tuple(dict.fromkeys(found))


_NOT_TOLD = re.compile(
    r"\b(?:everything|anything|something|nothing|fallen|dead|deceased|missing|wounded|killed|next|rest|number|names?|details?)\Z"
)
"""What somebody is told, or of whom: no one hears it."""
_OF_OTHERS = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|parents|wives|heads?|chairs?|chairman|commanders?|members|representatives|leaders?|chiefs?|owners?|crews?|"
    r"[Hh]eads?\s+of\s+(?:[Ss]tate|[Gg]overnment)|"
    r"captains?|governors?|mayors?|people|inhabitants|population|government|side|officers?)\Z"
)
_OF_WHOM = re.compile(r"\s+of\s+(?!(?:every|any|all|each|its|this|these|such|an?|what|their)\b)")
_ANY = re.compile(r"(?:any|every|each|all|both)\s")
_ARTICLE = re.compile(r"\A(?:the|its|their|all|both|each|every|any)\s+")
_THE_OTHER = re.compile(r"the\s+others?(?=\s+(?:of|about|that|at|in|within|by|on)\b)")


def _the_other(piece: str, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """Whom "inform the other of the name" means: the parties, of whom each is the other's other."""
    other = _THE_OTHER.match(piece)
    return (other.end(), names.party_ids) if other else None


def thing(words: str, names: Names) -> Thing:
    text = " ".join(words.split()).strip(" ,")
    number = re.match(
        r"(?:(?:all|the|its|their|at least|no fewer than|a minimum of|(?:mortal )?remains of|bodies of|"
        r"(?:an?\s+)?(?:(?:first|second|third|last|next|further|another|initial|final)\s+)?"
        r"(?:group|batch|tranche|total) of)\s+)*"
        rf"(?P<number>{PATTERN})\s(?!\s*{_MEASURE})",
        text,
        re.IGNORECASE,
    )
    value = None
    if number and number["number"].lower() not in ("a", "an"):
        value = float(parse_number(number["number"]))
    return Thing(text=text, term=names.term(text), number=value)
