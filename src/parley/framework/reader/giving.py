"""What is given, told or allowed to somebody: "grant Kestria passage", "provide the Commission with", "give notice"."""

from __future__ import annotations

from parley.model import Duration, Modality, Window
from parley.text import durations
from parley.text import patterns as re
from parley.text.acts import infinitive, noun_at_start, verb_at_start

from .anyone import anyone, them
from .clause import REFUSED, Clause
from .conditions import actors_at, trigger_of
from .names import Names
from .objects import thing
from .slots import fill

_FREE = re.compile(r"\s+(?:(?:free|full|safe|unhindered|unimpeded|immediate|regular|prior|and)\s+)*")
_NOTICE = re.compile(
    r"(?:give|provide)\s+(?:(?P<to>(?!(?:at|not|no)\b)\D{2,60}?)\s+)?(?:(?:at\s+least|a\s+minimum\s+of|"
    r"(?:not|no)\s+(?:less|fewer)\s+than)\s+)?(?P<length>[\w\-]+\s+(?:hours?|days?|weeks?|months?))"
    r"(?:['’]s?)?\s+(?P<notice>(?:(?:prior|advance|written|clear)\s+)*(?:notice|warning))(?:\s+to\s+(?P<whom>(?:(?!\bof\b)[^,;]){2,60}?)(?=\s+of\s|\Z))?"
    r"(?:\s+(?:thereof|of\s+(?:this|it)(?!\w))|\s+of\s+(?P<event>(?:[^,;]|,(?=\d{3}(?!\d)))+))?",
    re.IGNORECASE,
)
_GIVING = re.compile(r"(?:grant|give|allow|provide|guarantee|afford)\s+", re.IGNORECASE)
_BROUGHT = re.compile(
    r"bring\s+(?P<what>(?:(?!\b(?:shall|must|may)\b)[^,;]){3,100}?)\s+to\s+the\s+(?P<noun>attention|notice|"
    r"knowledge)\s+of\s+"
)
_PROVIDED = re.compile(
    r"(?P<verb>provide|supply|furnish|equip|present)\s+(?P<whom>(?!for\b|to\b|with\b)[\w’'\-]+(?:\s+(?!with\b)[\w’'\-]+){0,6}?)"
    r"\s*(?:,\s*(?P<when>[^,;]{3,80}?)\s*,)?\s+with\s+",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(r"(?:the|its|their|all|each|every|both|any)\s+[\w\-]+(?:\s+[\w\-]+)?\Z")
_ENTITLED = re.compile(
    r"(?P<verb>have|enjoy|dispose\s+of)\s+(?:(?:full|free|safe|secure|unannounced|uninterrupted|continuous|timely|unhindered|unimpeded|unrestricted|unlimited|immediate|complete|prompt|direct|equal|regular|constant|"
    r"permanent|daily|weekly|round-the-clock|24-hour|day-and-night|and),?\s+)*"
    r"(?:the\s+right\s+of\s+)?(?P<noun>access|passage|entry|freedom\s+of\s+movement)(?P<to>\s+to(?=\s))?\s*"
)
_GIVEN = re.compile(
    r"(?P<whom>(?:(?!(?:at|to|and|or)\b)[\w\-]+\s+){0,5}?(?:them|it|(?!(?:and|"
    r"or)\b)[\w\-]*[^\Wsu]s)\s+)(?:(?:free|full|safe|unhindered|unimpeded|immediate|regular|written|clear|and)\s+)*"
    r"(?P<noun>passage|access|freedom\s+of\s+movement|orders|instructions)\b"
)


_QUALIFIED = (
    r"(?:(?:free|full|safe|secure|unhindered|unimpeded|unrestricted|unobstructed|unannounced|uninterrupted|continuous|timely|prompt|direct|"
    r"immediate|rapid|regular|and),?\s+)*"
)
_LETTING = re.compile(
    r"(?:(?:grant|give|allow|provide|guarantee|afford|ensure|secure|offer|accord)|(?P<deny>deny|refuse))\s+"
    rf"(?:{_QUALIFIED}(?P<passage>passage|transit)\s+(?:to|for|of)\s+(?P<of>[^,;.]{{2,90}}?)(?=\s+(?:to\s+(?:the|[A-Z])|(?:from|through|across|over|along|in|into|"
    rf"within|at|by|until|for|on)\s)|\s*(?:[,;.]|\Z))|(?!(?:an?|any)\s)(?P<whom>[^,;.]{{2,90}}?)\s+{_QUALIFIED}"
    r"(?P<noun>access|passage|transit|entry|freedom\s+of\s+movement|(?:free\s+)?movement)(?=\s+(?:to|from|through|across|over|along|"
    r"in|into|within|at|by|until|for|on|throughout)\s|\s*(?:[,;.]|\Z)))"
)
"""Who is let in or through, or is not: "grant convoys and the Mission access", "provide safe passage to convoys"."""


def _provided(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "provide the Commission, within 72 hours, with a list": what is handed over stands behind "with"."""
    provided = _PROVIDED.match(body, at)
    if not provided:
        return None
    reach = actors_at(body, provided.start("whom"), names)
    known = reach is not None and reach[0] >= provided.end("whom")
    whom = reach[1] if reach and known else names.bearers(provided["whom"])
    if not whom and not (provided["verb"] != "present" and _GIVEN_TO.match(provided["whom"])):
        return None
    inserted = provided.span("when")
    if provided["when"] and not fill(" " * base + body, (base + inserted[0], base + inserted[1]), clause, names, True):
        return None
    clause.deeds.append(("deliver", f"{provided['verb']} {provided['whom']} with"))
    clause.addressed = True
    if whom:  # and a town or a ship is only said back
        clause.counterpart = whom
        clause.said["counterpart"] = [(base + provided.start("whom"), base + provided.end("whom"))]
    clause.said["act"] = [(base + at, base + provided.end("verb"))]
    return provided.end()


def _entitled(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "have unimpeded access to", "enjoy freedom of movement": what somebody may, said as what they have."""
    entitled = _ENTITLED.match(body, at)
    if not entitled or clause.modality is not Modality.MUST or clause.passive:
        return None
    clause.modality = Modality.MAY
    noun = (base + entitled.start("noun"), base + entitled.end("noun"))
    if entitled["to"]:
        clause.deeds.append(("grant-access", entitled.group().strip()))
        clause.said["act"] = [noun]
    else:
        clause.deeds.append(("grant-access", body[at : entitled.start("noun")].strip()))
        clause.said["act"] = [(base + at, base + entitled.end("verb"))]
        clause.object, clause.said["object"] = thing(entitled["noun"], names), [noun]
    return entitled.end()


def _noticed(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "give the other Party 72 hours' notice of any rotation"."""
    notice = _NOTICE.match(body, at)
    length = durations(re.sub(r"\Aan?\s", "one ", notice["length"])) if notice else []  # "a week's notice"
    if not notice or not length:
        return None
    found = _notice(base, notice, length[0][2], clause, names)
    return REFUSED if found is None else found


def _brought(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "bring the text to the attention of their units"."""
    brought = _BROUGHT.match(body, at)
    if not brought:
        return None
    clause.deeds.append(("notify", f"bring {brought['what']} to the {brought['noun']} of"))
    clause.said["act"] = [(base + at, base + at + len("bring"))]
    clause.object = thing(brought["what"], names)
    clause.said["object"] = [(base + brought.start("what"), base + brought.end("what"))]
    return brought.end()


def _given_to(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "grant Kestria safe passage", "give them written orders"."""
    giving = _GIVING.match(body, at)
    if not giving:
        return None
    reach = actors_at(body, giving.end(), names)
    qualities = _FREE.match(body, reach[0]) if reach else None
    begin = qualities.end() if qualities else reach[0] if reach else 0
    noun = noun_at_start(body[begin:]) if reach else None
    if reach and noun:
        act = "grant-access" if noun[0] in ("move", "enter") else noun[0]  # whoever gives free movement lets through
        clause.deeds.append((act, infinitive(act)))
        clause.counterpart = reach[1]
        clause.said["counterpart"] = [(base + giving.end(), base + reach[0])]
        clause.said["act"] = [(base + at, base + giving.end()), (base + begin, base + begin + noun[1])]
        of = re.compile(r"\s+of\s+").match(body, begin + noun[1])
        return of.end() if of else begin + noun[1]
    given = _GIVEN.match(body, giving.end())
    if not given:
        return None
    found = _given(base, giving, given, clause, names)
    return REFUSED if found is None else found


def _let(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "grant humanitarian convoys and the Mission access", "deny the Mission passage", "provide safe passage to"."""
    letting = _LETTING.match(body, at)
    group = "of" if letting and letting["of"] else "whom"
    who = _several(letting[group], names) if letting else None
    if not letting or not who:
        return None
    noun = "passage" if letting["passage"] else "noun"
    act = "deny-access" if letting["deny"] else "grant-access"
    verb = letting.group().split()[0]
    clause.deeds.append((act, f"{verb} {letting[noun]} to"))
    clause.said["act"] = [(base + at, base + at + len(verb)), (base + letting.start(noun), base + letting.end(noun))]
    span = [(base + letting.start(group), base + letting.end(group))]
    to_a_place = re.compile(r"\s+to\s").match(body, letting.end())  # which is then the object
    if group == "of" or not (to_a_place or any(map(names.knows, who))):
        clause.object, clause.said["object"] = thing(letting[group], names), span
    else:
        clause.counterpart, clause.said["counterpart"] = who, span
    return letting.end()


def _several(words: str, names: Names) -> tuple[str, ...] | None:
    """Each of those who are named in a row ("humanitarian convoys and the Mission")."""
    each = [anyone(piece, names) for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", words)]
    told = tuple(dict.fromkeys(one for some in each if some for one in some))
    return told if all(each) else anyone(words, names)


def _given(base: int, giving: re.Match[str], given: re.Match[str], clause: Clause, names: Names) -> int | None:
    """ "grant relief convoys safe passage", "give them written orders": whom it is given is the object."""
    noun = noun_at_start(given["noun"])
    if noun is None:
        return None
    clause.deeds.append((noun[0], f"{giving.group().strip()} {given['noun']} to"))
    noun_at = base + given.start("noun"), base + given.end("noun")
    clause.said["act"] = [(base + giving.start(), base + giving.end()), noun_at]
    clause.object = thing(given["whom"], names)
    clause.said["object"] = [(base + given.start("whom"), base + given.end("whom") - 1)]
    return given.end()


def _notice(base: int, notice: re.Match[str], length: Duration, clause: Clause, names: Names) -> int | None:
    """ "give the other Party 72 hours' notice of any rotation"."""
    if notice["to"]:
        reach = actors_at(notice["to"], len("to ") if notice["to"].startswith("to ") else 0, names)
        known = reach is not None and reach[0] >= len(notice["to"].strip())
        whom = reach[1] if reach and known else names.bearers(notice["to"]) or them(notice["to"], names, None)
        if not whom:
            return None
        clause.counterpart = whom
        clause.said["counterpart"] = [(base + notice.start("to"), base + notice.end("to"))]
    if notice["whom"] and not notice["to"]:
        reach = actors_at(notice["whom"], 0, names)
        whom = reach[1] if reach and reach[0] >= len(notice["whom"].strip()) else names.bearers(notice["whom"])
        if not whom:
            return None
        clause.counterpart, clause.said["counterpart"] = (
            whom,
            [(base + notice.start("whom"), base + notice.end("whom"))],
        )
    given = notice["to"] or notice["whom"]
    clause.deeds.append(("notify", "give notice to" if given else "give notice"))
    clause.said["act"] = [(base + notice.start(), base + notice.start() + len(notice.group().split()[0]))]
    clause.window, clause.ahead = Window(within=length), not notice["event"]
    clause.said["window"] = [(base + notice.start("length"), base + notice.end("length"))]
    if notice["event"]:
        clause.trigger = trigger_of("before", notice["event"], names)
        clause.said["trigger"] = [(base + notice.start("event"), base + notice.end("event"))]
        clause.said["window"] = [(base + notice.start("length"), base + notice.end("event"))]
    return notice.end()


_LODGED = re.compile(r"(?P<verb>[a-z]+)\s+(?P<what>(?:an?|its|their|the)\s+[a-z]+)\s+(?P<whom>with|to|before)(?=\s)")
"""A phrase of the lexicon that names what is handed in, and says with whom."""


def _lodged(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "lodge a complaint with the Commission": what is lodged is the object."""
    lodged = _LODGED.match(body, at)
    listed = verb_at_start(body[at:], base=True) if lodged else None
    reach = actors_at(body, lodged.end() + 1, names) if lodged and listed and listed[1] == len(lodged.group()) else None
    if not lodged or not listed or not reach:
        return None
    clause.deeds.append((listed[0], lodged["verb"]))
    clause.object = thing(lodged["what"], names)
    clause.counterpart = reach[1]
    spans = lodged.span("verb"), lodged.span("what"), (lodged.start("whom"), reach[0])
    for slot, (first, last) in zip(("act", "object", "counterpart"), spans, strict=True):
        clause.said[slot] = [(base + first, base + last)]
    return reach[0]


GIVING_FORMS = (_entitled, _provided, _noticed, _brought, _given_to, _let, _lodged)
"""In the order in which they are tried."""
