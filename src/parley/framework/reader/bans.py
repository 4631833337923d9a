"""Bans and permissions that name the act with a noun: "overflights of the Zone are prohibited", "a ban on firing"."""

from __future__ import annotations

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .anyone import anyone, are_people
from .clause import Clause
from .craft import craft
from .inferred import infer_place
from .instants import instants
from .joined import with_its_like
from .leftovers import may_hide_a_condition, no_thing
from .named_deeds import ENDS_DEED, deed_at, each_has_its_own, row_of_deeds
from .names import Names
from .objects import thing
from .sharing import share
from .slots import fill, fill_fronted
from .subjects import FRONTED
from .unlisted import base_of_gerund, unlisted_noun

_FORBIDDEN = re.compile(
    r"\s+(?:(?:is|are|shall\s+be)\s+(?:considered|deemed|regarded(?:\s+as)?|held\s+to\s+be)\s+[^,;]{3,40}?,?\s+and\s+)?(?:(?P<ban>(?:is|are|shall\s+be|remains?)\s+(?:(?:strictly|likewise|equally|also|further|hereby|absolutely|expressly|"
    r"categorically|altogether)\s+)*(?:prohibited|forbidden|banned|outlawed|"
    r"excluded|inadmissible|impermissible|not\s+(?:permitted|allowed|permissible|admitted|tolerated))|"
    r"(?:shall|may|must)\s+not\s+be\s+(?:permitted|allowed))|(?P<cease>(?:shall|must|will|(?:is|"
    r"are)\s+to)\s+(?:immediately\s+)?(?:cease|stop|end|come\s+to\s+an?\s+(?:end|halt)|be\s+(?:halted|stopped|ended|discontinued|"
    r"brought\s+to\s+an\s+end))(?=\s*(?:[,.;]|\Z|"
    r"\s(?:from|at|on|by|in|within|immediately|upon|along|until|throughout|over|as|forthwith|everywhere|across|for|during|between)\b)))|(?P<may>(?:is|are|"
    r"shall\s+be)\s+(?:only\s+)?(?:permitted|allowed|permissible)(?:\s+(?:only|again|once\s+more))?))(?!\s+to\s+(?!(?:all|any|both|every|each|the|either|anybody|anyone|everyone|everybody|its|their)\b))"
)
_BAN_ON = re.compile(
    r"(?:there\s+(?:is|shall\s+be)\s+)?(?:an?\s+)?(?:(?:general|complete|total|mutual)\s+)?(?P<ban>ban|"
    r"prohibition)\b(?P<mid>.{0,120}?)"
    r"\s*(?:(?:is|shall\s+be)\s+(?:to\s+be\s+)?(?:introduced|imposed|placed)\s+)?\b(?:on|"
    r"(?<=prohibition )of)\s+(?P<what>.+)",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"\s+(?:to|for)\s+(?P<who>[^,;]{3,80}?)(?=\s*[,;]|\s*\Z|\s+(?:in|at|on|within|near|until|from|before|after|during|who|between)\s)"
)
_AND_A_BAN = re.compile(
    r",?\s+(?:as\s+well\s+as|and)\s+(?:an?\s+)?(?P<ban>ban|prohibition)\s+(?=(?:on|of)\s)|"
    r"(?:,|,?\s+and)\s+(?P<no>no)\s+(?=[a-z])",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*(?:there\s+(?:(?:shall|will|must|may)\s+be|(?:is|are)\s+to\s+be)\s+)?no\s", re.IGNORECASE)
_NO_SUCH = re.compile(
    r"(?P<ban>There\s+(?:(?:shall|will|must|may)\s+be|(?:is|are)\s+to\s+be)\s+no)\s+(?P<what>[^;]+)"
    r"|(?P<ban2>No)\s+(?P<what2>[^,;]{3,200}?)\s+(?:shall|may|must|will)\s+(?:take\s+place|be\s+(?:permitted|"
    r"allowed|tolerated|carried\s+out|conducted|undertaken)|occur)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"(?P<ban>[Nn]o(?:\s+more|\s+further)?)\s+(?P<what>[a-z][^;:]+)(?P<ban2>)(?P<what2>)")
"""A point that only names what is forbidden: "No recruitment of children"."""
_GOES_ON_AS_ROW = re.compile(
    r",\s+(?!(?:including|such|whether|except|in|on|at|by|from|for|within)\b)[^,]*?,?\s+(?:and|or)\s+the\s+[^,]*?\sof\s"
)
"""Behind a deed's noun: more of a row, of which the last has a thing of its own."""
_OF_THINGS = re.compile(r"\sof\s+(?:[a-z\-]+\s+){0,2}?[a-z]+s\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|does|do|shall|must|may|will|can|cannot|need|to\s+be)\b")
_QUALIFIED = re.compile(
    r"(?P<first>[\w\-]+)(?:,\s+[\w\-]+)*,?\s+(?:and|or|and/or)\s+(?P<last>[\w\-]+)\s+(?P<head>operations?|"
    r"actions?|activities|acts|flights|attacks|strikes|movements|missions)\b",
    re.IGNORECASE,
)
"""Several qualities before one noun: "offensive, reconnaissance and sabotage operations"."""
_DETERMINERS = re.compile(
    r"(?:(?:the|all|any|every|an?|forms? of|types? of)\s+)*",
    re.IGNORECASE,
)
_UNDER_THIS = re.compile(
    r"\A(?:under|by|in|according\s+to)\s+(?:this|the\s+present)\s+(?:accord|agreement|truce|pact|treaty|protocol|article|"
    r"memorandum),?\s+(?=\w)",
    re.IGNORECASE,
)
"""What a ban rests on, said before it."""
_OWN_OBJECT = re.compile(
    r",\s+(?:and\s+)?(?:[a-z]+ing|[a-z]+(?:ion|al|ment|ure))\s+of\b|\band\s+(?:the\s+)?(?:[a-z]+ing|[a-z]+(?:ion|al|ment|ure))\s+of\b"
)
"""Another deed with an object of its own: "expulsion of villagers, burning of crops and poisoning of wells"."""
_STOPS = re.compile(r"\b(?:stop|end|halt)\Z")
_GOES_ON = word_set(
    "attack fire shell strike launch explode overfly incite recruit reconnoitre jam detain abuse tax violate lay-mines "
    "displace damage kill rearm fortify confiscate"
)
"""What a sentence ends by saying that it shall stop; troops that shall stop only halt."""
_HEAD = re.compile(
    r"(?:(?:the|all|any|such)\s+)?(?:[\w\-]+\s+){0,4}?(?:[\w\-]*[^\Ws]s|(?:alcohol|liquor|ammunition|artillery|aircraft|equipment|wire|propaganda|traffic|shipping|"
    r"fishing|timber|fuel|weaponry|machinery|graffiti|livestock|cattle|currency|money|music|literature|petrol|gunpowder|dynamite))"
    r"(?:\s+(?:of|over|on|by|from|against|with|at|in)\s[^,;]+)?\Z",
    re.IGNORECASE,
)
"""Things in the plural or in bulk: "drones of all kinds", "alcohol"."""
_IS_BANNED = re.compile(r"(?:prohibited|forbidden|banned|outlawed|not\s+(?:permitted|allowed|admitted|tolerated))\s*\Z")
_FIRST_COMMA = re.compile(rf"(?:{FRONTED.pattern})[^,]*,\s+", re.IGNORECASE)
_MORE = re.compile(
    r"\s*,?\s+(?:and|or)\s+(?P<what>(?:(?:any|all|the|other|forms?\s+of|types?\s+of)\s+)*)", re.IGNORECASE
)
_LISTED = re.compile(r",\s+(?!(?:and|or|including|especially|in\s+particular)\b)")
_WORD = re.compile(r"[\w\-]+\s+")
_NONE = re.compile(r"No\s+", re.IGNORECASE)
_AGREES = re.compile(r"\s+are\b")
_QUALITY = re.compile(
    r"\s*(?:[\w\-]+(?:,\s*|\s+(?:and|or)\s+))*[A-Za-z]+ing\s+(?:[\w\-]+\s+)?(?!activities\b|acts\b)[a-z]+s\s*",
    re.IGNORECASE,
)
"""What only describes things: a gerund with an object is one deed, and goes with "is"."""
_TRAILING_JOINT = re.compile(r"\s*,?\s*(?:(?:and|or|nor|as\s+well\s+as)\s+)?(?:the\s+|any\s+|all\s+)*\Z")
_BARE_GERUND = re.compile(
    r"(?!(?:nothing|anything|everything|something|building|meeting|evening|morning|crossing)\b)[a-z]{3,}ing(?=\s*\Z|\s+(?:in|at|on|within|near|along|off|from|between|north|south|"
    r"east|west|forward|beyond|behind|over|after|before|during|without|while|outside|inside|by|under|across)\b)",
    re.IGNORECASE,
)
"""What is forbidden in one word that no lexicon has: "bathing"."""
_GERUND_OF = re.compile(
    r"(?P<verb>(?!(?:following|remaining|existing|meaning|being|beginning)\b)[a-z]{3,}ing)(?=\s+of\s)"
)
_OF = re.compile(
    r"\s+of\s+|(?<=interference)\s+with\s+|(?<=attacks)\s+(?:on|against)\s+|(?<=attack)\s+(?:on|against)\s+"
)


def read_ban(text: str, names: Names) -> list[Clause] | None:
    """Bans, or a permission, that nobody in particular bears; ``None`` if ``text`` is none or isn't understood."""
    text = _UNDER_THIS.sub(lambda lead: " " * len(lead.group()), text, count=1)
    end = len(text.rstrip(" .;,"))
    joints = [joint for joint in _AND_A_BAN.finditer(text, 0, end) if joint["ban"] or _BARS.match(text)]
    first, *others = [joint.start() for joint in joints] or [end]
    found = [_forbidden(text, len(text) - len(text.lstrip()), first, names)]
    for start, stop in zip([first, *others], [*others, end], strict=True):
        joint = _AND_A_BAN.match(text, start, end)
        if joint:
            found.append(_forbidden(text, joint.start("ban" if joint["ban"] else "no"), stop, names))
    if any(each is None for each in found):
        return None
    read = [clause for each in found for clause in each or ()]
    if joints and joints[0]["no"]:  # "No shelling and no overflights in the Zone"
        share(read)
    return read


def _forbidden(text: str, start: int, end: int, names: Names) -> list[Clause] | None:
    """One ban: "X is prohibited", "no X shall take place", "there is a ban on X"; one for each deed with its thing."""
    if re.match(r"It\s+(?:is|shall)\b", text):
        return None  # "it is forbidden to": a verb follows
    match = _FORBIDDEN.search(text, start, end)
    none = _NO_SUCH.match(text, start, end) or _point(text, start, end)
    if none:
        clause = Clause(modality=Modality.MUST_NOT)
        clause.said["modality"] = [none.span("ban" if none["ban"] else "ban2")]
        what = none.span("what" if none["ban"] else "what2")
        understood = (
            _banned(text, *what, clause, names)
            or (_one_deed(text[slice(*what)]) and not none["ban2"] and _deed_banned(text, *what, clause))
            or (none["ban"] is not None and _deed_somewhere(text, *what, clause, names))
        ) and fill(text, (none.end(), end), clause, names)
    elif match and match.start() <= start + 300:
        fronted = _FIRST_COMMA.match(text, start)
        begin = _behind_date(text, start, match.start())
        if begin == start and fronted and fronted.end() < match.start():
            begin = fronted.end()
        front = begin
        none_such = _NONE.match(text, begin, match.start())
        clause = Clause(modality=Modality.MAY if match["may"] and not none_such else Modality.MUST_NOT)
        clause.said["modality"] = [_said(match)]
        if none_such:
            if not match["may"]:
                return None
            clause.said["modality"].insert(0, none_such.span())
            begin = none_such.end()
        things = _AGREES.match(match.group()) and _QUALITY.fullmatch(text, begin, match.start())
        clause.cease = match["cease"] is not None
        row = row_of_deeds(text, begin, match.start()) if match["ban"] else None
        if row and each_has_its_own(text, row, match.start()):
            return _each_to_its_own(text, row, match, end, (start, front), names)
        understood = (
            (
                _row(text, row, match.start(), clause, names)
                if row
                else (not things and _banned(text, begin, match.start(), clause, names))
                or (
                    _IS_BANNED.search(match.group()) is not None
                    and (
                        _deed_banned(text, begin, match.start(), clause)
                        or _things_banned(text, begin, match.start(), match.end(), clause, names)
                    )
                )
                or (none_such is not None and _not_allowed(text, begin, match.span("may"), clause, names))
            )
            and fill(text, (_to_whom(text, match.end(), end, clause, names), end), clause, names)
            and (front == start or fill_fronted(text, (start, front), clause, names))
            and (not _STOPS.search(match.group()) or clause.deeds[0][0] in _GOES_ON)
        )
    else:
        match = _BAN_ON.fullmatch(text, start, end)
        if not match:
            return None
        clause = Clause(modality=Modality.MUST_NOT)
        clause.said["modality"] = [match.span("ban")]
        understood = _banned(text, match.start("what"), end, clause, names) and fill(
            text, match.span("mid"), clause, names, alone=True
        )
    if not understood:
        return None
    infer_place(clause, names)
    return [clause]


def _point(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "No recruitment of children": a point that names a deed at its head and holds no verb."""
    point = _NO_MORE.match(text, start, end)
    if not point or _FINITE.search(point["what"]):
        return None
    words = point["what"]
    head = any(noun_at_start(each) for each in (words, words.partition(" ")[2])) or _one_deed(words)
    head = head or any(each.match(words) for each in (_GERUND_OF, _BARE_GERUND)) or unlisted_noun(words) is not None
    deed = deed_at(words, 0, len(words))
    head = head or (deed is not None and ENDS_DEED.match(words, deed[2]) is not None)
    verbs = (
        verb_at_start(each) and not noun_at_start(each)
        for each in re.findall(r"\s([a-z]+)\b", _OF_THINGS.sub("", words))
    )
    return point if head and not any(verbs) else None


def _one_deed(words: str) -> bool:
    """Whether the words are no more than the noun of a deed: "reprisals"."""
    deed = deed_at(words, 0, len(words))
    return deed is not None and not words[deed[2] :].strip()


def _deed_somewhere(text: str, start: int, end: int, clause: Clause, names: Names) -> bool:
    """ "There shall be no parades in the square": a deed told by its noun, and what bounds it."""
    deed = deed_at(text, start, end)
    if deed is None or not _deed_banned(text, start, end, clause):
        return False
    words = text[deed[1] : deed[2]]
    clause.deeds[-1] = deed[0], f"carry out {words[0].lower()}{words[1:]}"
    return fill(text, (deed[2], end), clause, names)


def _to_whom(text: str, start: int, end: int, clause: Clause, names: Names) -> int:
    """Who is barred or allowed, behind "to" or "for" ("forbidden to all fighters"); returns where the words go on."""
    to = _TO_WHOM.match(text, start, end)
    named = to is not None and (names.bearers(to["who"]) is not None or are_people(to["who"]))
    who = anyone(to["who"], names) if to and named else None
    who = ("everybody",) if to and to["who"] == "all" else who
    if not to or not who:
        return start
    clause.bearer, clause.collective = who, names.is_parties(to["who"])
    clause.said["bearer"] = [to.span("who")]
    return to.end()


def _behind_date(text: str, start: int, end: int) -> int:
    """Where the words behind "From noon on 3 March 2031" begin, with no comma before them."""
    date = next(iter(instants(text[start:end])), None) if FRONTED.match(text, start) else None
    more = re.compile(r"\s+(?=(?:all|any|every|each|the|no|both)\s)").match(text, start + date.end) if date else None
    return more.end() if more else start


def _not_allowed(text: str, start: int, may: tuple[int, int], clause: Clause, names: Names) -> bool:
    """ "No new checkpoints are allowed": of things that no act is named of."""
    words = text[start : may[0]].strip()
    if may_hide_a_condition(words) or no_thing(words) or clause.deeds:
        return False
    clause.passive = True
    clause.deeds.append(("grant-access", text[may[0] : may[1]].split()[1]))
    clause.said["act"] = [may]
    clause.object, clause.said["object"] = thing(words, names), [(start, start + len(words))]
    return True


def _said(ban: re.Match[str]) -> tuple[int, int]:
    """Where the words of a ban stand, without the blank before them."""
    return ban.end() - len(ban.group().lstrip()), ban.end()


_AND = re.compile(r"\b(?:and|or)\b|,")


def _deed_banned(text: str, start: int, end: int, clause: Clause) -> bool:
    """ "Reprisals are forbidden", "discrimination on grounds of religion is banned": one deed, told by its noun."""
    deed = deed_at(text, start, end)
    if clause.deeds or deed is None or not ENDS_DEED.match(text, deed[2], end) or _AND.search(text, start, end):
        return False
    words = text[start:end].strip()
    clause.deeds.append((deed[0], f"carry out {words[0].lower()}{words[1:]}"))
    clause.said["act"] = [(start, deed[2])]
    return True


def _things_banned(text: str, start: int, end: int, said: int, clause: Clause, names: Names) -> bool:
    """ "Drones are banned over Tarn", "threatening posters are banned": nobody may use what no deed is named of."""
    words = text[start:end].strip(" ,")
    plain = words[0].lower() + words[1:] if words else ""
    known = names.bearers(words) if names.actors_in(words) else names.bearers(plain)
    somebody = known and not craft(plain)
    if clause.deeds or not _HEAD.match(plain) or somebody or may_hide_a_condition(words) or no_thing(words):
        return False
    clause.deeds.append(("use", "use"))
    clause.said["act"] = [(end + len(text[end:]) - len(text[end:].lstrip()), said)]
    clause.object, clause.said["object"] = thing(plain, names), [(start, start + len(words))]
    return True


def _each_to_its_own(
    text: str,
    row: list[tuple[str, int, int, int]],
    match: re.Match[str],
    end: int,
    front: tuple[int, int],
    names: Names,
) -> list[Clause] | None:
    """ "Poisoning of wells and burning of crops are prohibited": each deed is done to something of its own."""
    clauses = []
    for number, (act, first, stop, behind) in enumerate(row):
        following = row[number + 1][1] if number + 1 < len(row) else match.start()
        close = first + len(_TRAILING_JOINT.sub("", text[first:following]))
        said = f"{text[first].lower()}{text[first + 1 : behind]}".strip()
        clause = Clause(modality=Modality.MUST_NOT, deeds=[(act, f"carry out {said}")])
        clause.said = {"modality": [_said(match)], "act": [(first, stop)]}
        understood = fill(text, (behind, close), clause, names)
        understood = understood and fill(text, (_to_whom(text, match.end(), end, clause, names), end), clause, names)
        if not understood or (front[0] < front[1] and not fill_fronted(text, front, clause, names)):
            return None
        infer_place(clause, names)
        clauses.append(clause)
    return clauses


def _row(text: str, row: list[tuple[str, int, int, int]], end: int, clause: Clause, names: Names) -> bool:
    """A row of deeds: they share what the last is done to, unless one before it has an object of its own."""
    *others, last = row
    clause.either = True
    for act, first, _, _ in others:
        follows = next(each[1] for each in row if each[1] > first)
        words = _TRAILING_JOINT.sub("", text[first:follows])
        clause.deeds.append((act, words if clause.deeds else f"carry out {words[0].lower()}{words[1:]}"))
        clause.deed_parts.append((first, first + len(words)))
    of = text[last[2] : last[3]].strip()
    named = text[last[1] : last[2]]
    own = any(behind > stop for _, _, stop, behind in others) or re.search(r"\bthe\s\Z", text[: last[1]]) is not None
    until = end if own else last[2]
    clause.deeds.append((last[0], text[last[1] : until].strip() if own else f"{named} {of}".strip()))
    clause.deed_parts.append((last[1], until))
    clause.said["act"] = [(row[0][1], until)]
    return own or fill(text, (last[3], end), clause, names)


def _banned(text: str, start: int, end: int, clause: Clause, names: Names) -> bool:
    """Read the noun phrase from ``start`` to ``end``: its act, what it is done to, and the slots in it."""
    joint = _OWN_OBJECT.search(text, start, end)
    if joint:
        first_of_all = _DETERMINERS.sub("", text[start : joint.start()], count=1)
        own = noun_at_start(first_of_all)
        if own and first_of_all.startswith(" of ", own[1]):
            return False
    determiners = _DETERMINERS.match(text, start, end)
    first = head = determiners.end() if determiners else start
    qualified = _QUALIFIED.match(text, head, end)
    act = noun_at_start(f"{qualified['first']} {qualified['head']}") if qualified else None
    if qualified and act and act[1] > len(qualified["first"]):
        clause.said["act"] = [qualified.span()]
        clause.deeds.append((act[0], f"carry out {qualified.group()}"))
        return fill(text, (qualified.end(), end), clause, names)
    found = noun_at_start(text[head:end])
    for _ in range(3):  # "hostile military flights": qualifying words stand before the act
        step = None if found else _WORD.match(text, head, end)
        if not step or step.group().strip() in ("of", "in", "by"):
            break
        head = step.end()
        found = noun_at_start(text[head:end])
    if found and head > first and re.match(r"[a-z]+ing\b", text[head:]) and re.search(r"[^\Ws]s\s\Z", text[first:head]):
        return False  # "broadcasts calling for violence": what describes the thing is no deed
    gerund = None if found else _GERUND_OF.match(text, first, end)
    if gerund:  # "the mounting of weapons": a verb that the lexicon doesn't have
        head, found = first, (base_of_gerund(gerund["verb"]), len(gerund["verb"]))
    elif not found and (bare := _BARE_GERUND.match(text[first:end])):
        head, found = first, (base_of_gerund(bare.group().lower()), bare.end())
    elif not found and (deed := unlisted_noun(text[first:end])):
        head, found = first, deed  # "the sale of explosives"
    if not found:
        return False
    stop = with_its_like(text[:end], head + found[1])
    of = _OF.match(text, stop, end)
    noun = text[first:stop]
    said = noun if noun.isupper() else noun[0].lower() + noun[1:]
    clause.said["act"] = [(head, stop)]
    clause.deeds.append((found[0], f"carry out {said} of" if of else f"carry out {said}"))
    while not of and (listed := _LISTED.match(text, stop, end)):  # "abduction, extortion and ..."
        another = noun_at_start(text[listed.end() : end])
        if not another:
            break
        stop = listed.end() + another[1]
        clause.deeds.append((another[0], text[listed.end() : stop]))
        clause.said["act"].append((listed.end(), stop))
    more = None if of else _MORE.match(text, stop, end)
    other = noun_at_start(text[more.end() : end], whole=True) if more else None
    if more and other and re.search(r"\bthe\b", more["what"]) and _OF.match(text, more.end() + other[1], end):
        return False  # "abduction and the imposition of taxes": the last has an object of its own
    if more and other:  # "the use of all types of weapons and any form of offensive action"
        words = text[more.start("what") : more.end() + other[1]]
        stop = more.end() + other[1]
        of = _OF.match(text, stop, end)
        clause.deeds.append((other[0], f"{words} of" if of else words))
        clause.either = True
        clause.said["act"].append((more.start("what"), stop))
        clause.deed_parts = list(clause.said["act"])
    if not of and _GOES_ON_AS_ROW.match(text, stop, end):
        return False  # "torture, enforced disappearance and the public display of captives"
    return fill(text, (of.end() if of else stop, end), clause, names)
