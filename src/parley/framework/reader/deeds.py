"""The verbs of a clause: what is done, said plainly, as a noun, with a helping verb, or in the passive."""

from __future__ import annotations

import re

from parley.model import Duration, Modality, Window
from parley.text import durations
from parley.text.acts import act_named, acts, inflected, noun_at_start, verb_at_start

from .conditions import actors_at, trigger_of
from .leftovers import may_hide_a_condition
from .names import Names
from .places import places
from .slots import Clause, thing
from .subjects import Subject

ADVERBS = re.compile(
    r"(?:(?:(?!apply|supply|comply|fly|rely)[a-z]+ly|also|at\s+all\s+times|thereafter|without\s+delay|continue\s+to|therefore|forthwith|at\s+once|"
    r"in\s+good\s+faith|in\s+full|to\s+this\s+end|hereby|each|both|further|likewise|instead|always|henceforth|in\s+particular|"
    r"as\s+soon\s+as\s+possible|do\s+their\s+utmost\s+to|make\s+every\s+effort\s+to|endeavou?r\s+to|then|still|in\s+addition)\s*,?\s+)+",
    re.IGNORECASE,
)
CEASE = re.compile(
    r"(?:(?:cease|stop|halt|discontinue|end)(?=\s+(?:all|any|the)\b|\s+\w+ing\b|\s+(?:fire|hostilities|attacks|combat))|refrain\s+from|abstain\s+from|"
    r"desist\s+from|put\s+an\s+end\s+to)\s+(?:(?:all|any|the|further|every|carrying\s+out|conducting|engaging\s+in|its|their)\s+)*",
    re.IGNORECASE,
)
_ENSURE = re.compile(
    r"(?:ensure|see\s+to\s+it|guarantee)\s+that\s+(?P<who>(?:its|their|all|the|no)\s+(?:[\w\-]+\s+){0,8}?(?:forces|units|troops|personnel|"
    r"commanders|fighters|soldiers|affiliates|allies|members|officials|authorities)(?:\s+under\s+(?:its|their)\s+(?:command|control)"
    r"(?:\s+(?:and|or)\s+(?:command|control))?)?)\s+(?P<not>(?:do|does|shall|will)\s+not\s+)?(?:shall\s+|will\s+)?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:give|provide)\s+(?:(?P<to>(?!at\b)\D{2,60}?)\s+)?(?:(?:at\s+least|not\s+less\s+than)\s+)?(?P<length>[\w\-]+\s+(?:hours?|days?|weeks?|months?))"
    r"['’]?\s+(?P<notice>(?:(?:prior|advance|written)\s+)*notice)(?:\s+of\s+(?P<event>[^,;]+))?",
    re.IGNORECASE,
)
_GIVING = re.compile(r"(?:grant|give|allow|provide|guarantee|afford)\s+", re.IGNORECASE)
_QUALITIES = (
    r"(?:(?:the|an?|all|any|its|their|no|further|every|such|full|regular|joint|daily|weekly|new|safe|effective|immediate|"
    r"comprehensive|unhindered|prompt|complete|early|local|free|fair|rapid|inclusive|direct|independent|hostile|"
    r"(?:forms?|kinds?|types?|manners?)\s+of)\s+)*"
)
_LIGHT = re.compile(
    r"(?P<light>complete|carry(?:ing)?\s+out|conduct|perform|effect|make|engage\s+in|ensure|launch|take\s+part\s+in|undertake|"
    rf"accomplish|finish|commit|hold|organi[sz]e)\s+{_QUALITIES}",
    re.IGNORECASE,
)
_TALKS = re.compile(
    rf"(?:start|begin|open|launch|commence|initiate|hold|continue|resume|enter\s+into)\s+{_QUALITIES}(?:[\w\-]+\s+){{0,2}}?"
    r"(?P<talks>dialogue|talks|negotiations?|consultations?|discussions?)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"(?:take|adopt)\s+(?:(?:all|the|any|specific|necessary|appropriate|required|effective|urgent|possible|immediate|concrete|joint|"
    r"practical|and|other)\s+)*(?:measures|steps|action|actions)\s+(?:(?:necessary|required|needed|aimed\s+at)\s+)?(?:in\s+order\s+)?to\s+",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"bring\s+(?P<what>(?:(?!\b(?:shall|must|may)\b)[^,;]){3,100}?)\s+to\s+the\s+(?P<noun>attention|notice|knowledge)\s+of\s+"
)
_SAFETY = re.compile(
    r"(?:ensure|guarantee|provide\s+for|maintain|respect)\s+(?:the\s+)?(?:full\s+|personal\s+|physical\s+)?"
    r"(?:safety|security|protection|dignity|integrity)(?:(?:\s*,\s*|\s+and\s+)(?:the\s+)?(?:safety|security|protection|dignity|well-being|"
    r"privileges|immunity|freedom\s+of\s+movement))*\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_PARTICIPLE_LIGHT = re.compile(
    r"(?:completed|carried\s+out|conducted|performed|effected|made|accomplished|finished|held)\b", re.IGNORECASE
)
_OF_ITSELF = re.compile(r"(?:(?P<begin>begin|start|commence)|(?P<leave>leave|exit|depart|withdraw))\b")
_MORE_NOUNS = re.compile(r"(?:any|the|all|other|further)\s+(?:other\s+)?(?:[a-z]+(?:al|ive|ed)\s+)?")
_JOINED_VERB = re.compile(r"\s*,?\s+(?:and|or)\s+|\s*,\s*")
_GIVEN = re.compile(
    r"(?P<whom>(?:(?!(?:at|to|and|or)\b)[\w\-]+\s+){0,5}?(?:them|it|(?!(?:and|or)\b)[\w\-]*[^\Wsu]s)\s+)(?:(?:free|full|safe|unhindered|unimpeded|immediate|regular|written|clear|and)\s+)*"
    r"(?P<noun>passage|access|freedom\s+of\s+movement|orders|instructions)\b"
)


def light_verb(words: str) -> tuple[str, int] | None:
    light = _LIGHT.match(words) or CEASE.match(words)
    return ("light", light.end()) if light else None


def read_active(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """Read the verbs that open ``body`` from ``at`` on; returns where the object begins."""
    cease = CEASE.match(body, at)
    if cease:
        if clause.modality is not Modality.MUST:
            return None
        stop = _acts_from(body, base, cease.end(), clause, nouns=True)
        if stop is None:
            return None
        clause.modality, clause.cease = Modality.MUST_NOT, True
        clause.said["modality"].append((base + at, base + cease.end()))
        clause.said["act"] = [(base + cease.end(), base + stop)]
        of = re.compile(r"\s+(?:of|on|against|at)\s+").match(body, stop)
        return of.end() if of and of.group().strip() == "of" else stop
    ensured = _ENSURE.match(body, at)
    if ensured:
        if clause.modality is not Modality.MUST:
            return None
        if ensured["not"]:
            clause.modality = Modality.MUST_NOT
            clause.said["modality"].append((base + at, base + ensured.end()))
        clause.through = ensured["who"].strip()
        return read_active(body, base, ensured.end(), clause, names)
    notice = _NOTICE.match(body, at)
    length = durations(notice["length"]) if notice else []
    if notice and length:
        return _notice(base, notice, length[0][2], clause, names)
    steps = _STEPS.match(body, at)
    if steps:  # "take all measures to protect" is to protect
        return read_active(body, base, steps.end(), clause, names)
    for pattern, act in ((_SAFETY, "protect"), (_TALKS, "negotiate")):
        phrase = pattern.match(body, at)
        if phrase:
            clause.deeds.append((act, phrase.group().strip()))
            clause.said["act"] = [(base + at, base + len(body[: phrase.end()].rstrip()))]
            clause.deed_parts.append(clause.said["act"][0])
            on = re.compile(r"\s+(?:on|about|regarding|concerning)\s+").match(body, phrase.end())
            if on:
                clause.deeds[-1] = act, f"{phrase.group().strip()} {on.group().strip()}"
            return on.end() if on else phrase.end()
    brought = _BROUGHT.match(body, at)
    if brought:
        clause.deeds.append(("notify", f"bring {brought['what']} to the {brought['noun']} of"))
        clause.said["act"] = [(base + at, base + at + len("bring"))]
        clause.object = thing(brought["what"], names)
        clause.said["object"] = [(base + brought.start("what"), base + brought.end("what"))]
        return brought.end()
    giving = _GIVING.match(body, at)
    reach = actors_at(body, giving.end(), names) if giving else None
    if giving and reach:
        qualities = re.compile(r"\s+(?:(?:free|full|safe|unhindered|unimpeded|immediate|regular|prior|and)\s+)*").match(
            body, reach[0]
        )
        begin = qualities.end() if qualities else reach[0]
        found = noun_at_start(body[begin:])
        if found:
            clause.deeds.append((found[0], _infinitive(found[0])))
            clause.counterpart = reach[1]
            clause.said["counterpart"] = [(base + giving.end(), base + reach[0])]
            clause.said["act"] = [(base + at, base + giving.end()), (base + begin, base + begin + found[1])]
            of = re.compile(r"\s+of\s+").match(body, begin + found[1])
            return of.end() if of else begin + found[1]
    given = _GIVEN.match(body, giving.end()) if giving else None
    if giving and given:
        return _given(base, giving, given, clause, names)
    light = _LIGHT.match(body, at)
    if light:
        term = next((each for each in names.terms_in(body[light.end() :]) if each[0] == 0), None)
        act = act_named(term[2]) if term else None
        if act:
            clause.deeds.append((act, light["light"]))
            clause.said["act"] = [(base + at, base + light.end("light"))]
            return light.end("light")
        begin = _noun_behind(body, light.end())
        if begin is not None:
            stop = _acts_from(body, base, begin, clause, nouns=True)
            assert stop is not None
            clause.said["act"] = [(base + at, base + stop)]
            of = re.compile(r"\s+of\s+").match(body, stop)
            if not of or any(said.startswith("carry out ") for _, said in clause.deeds):
                clause.phrase = body[at : of.end() if of else stop].strip()
            return of.end() if of else stop
    stop = _acts_from(body, base, at, clause, nouns=False)
    if stop is not None:
        clause.said["act"] = [(base + at, base + stop)]
    return stop


def _noun_behind(body: str, at: int) -> int | None:
    """Where the act's noun stands behind a helping verb and up to two qualities: "carry out [long verbal] attacks"."""
    for _ in range(3):
        if noun_at_start(body[at:]):
            return at
        word = re.compile(r"(?!(?:of|in|on|to|for|by|from|with|and|or|that|which|who)\b)[a-z\-]+\s+").match(body, at)
        if not word:
            return None
        at = word.end()
    return None


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
        if not reach or reach[0] < len(notice["to"].strip()):
            return None
        clause.counterpart = reach[1]
        clause.said["counterpart"] = [(base + notice.start("to"), base + notice.end("to"))]
    clause.deeds.append(("notify", "give notice to" if notice["to"] else "give notice"))
    clause.said["act"] = [
        (base + notice.start(), base + notice.start() + 4),
        (base + notice.start("notice"), base + notice.end("notice")),
    ]
    clause.window = Window(within=length)
    clause.said["window"] = [(base + notice.start("length"), base + notice.end("length"))]
    if notice["event"]:
        clause.trigger = trigger_of("before", notice["event"], names)
        clause.said["trigger"] = [(base + notice.start("event"), base + notice.end("event"))]
        clause.said["window"] = [(base + notice.start("length"), base + notice.end("event"))]
    return notice.end()


def _acts_from(body: str, base: int, at: int, clause: Clause, nouns: bool) -> int | None:
    """The acts joined by "and", "or" and commas from ``at`` on; returns where they end."""

    def find(words: str) -> tuple[str, int] | None:
        if nouns:
            word = _MORE_NOUNS.match(words) if clause.deeds else None
            found = noun_at_start(words[word.end() :]) if word else None
            return (found[0], found[1] + word.end()) if word and found else noun_at_start(words)
        gerund = not clause.deeds and re.match(r"[a-z]+ing\b", words)
        return verb_at_start(words, base=not clause.passive and not gerund)

    found = find(body[at:])
    if not found:
        return None
    while True:
        act, length = found
        words = body[at : at + length]
        plain = _nominal(act, words) if nouns else words
        if clause.deeds and clause.deeds[-1][0] == act and clause.deed_parts:  # "recruitment and enlistment" are one
            said = clause.deeds[-1][1]
            clause.deeds[-1] = act, f"{said} {'or' if clause.either else 'and'} {plain}"
            clause.deed_parts[-1] = (clause.deed_parts[-1][0], base + at + length)
        else:
            clause.deeds.append((act, plain))
            clause.deed_parts.append((base + at, base + at + length))
        at += length
        joint = _JOINED_VERB.match(body, at)
        following = find(body[joint.end() :]) if joint else None
        if not joint or not following:
            return at
        clause.either = clause.either or "or" in joint.group()
        at, found = joint.end(), following


def _nominal(act: str, noun: str) -> str:
    """What is done, for an act that a noun names: "withdrawal" is "withdraw", "military flights" are carried out."""
    entry = next(each for each in acts() if each.id == act)
    plain = noun.lower()
    if plain in entry.verbs:
        return plain
    if plain == entry.nouns[0] or not entry.verbs:
        return _infinitive(act)
    gerund = next((verb for verb in entry.verbs if plain in inflected(verb)), None)
    return gerund or f"carry out {noun[0].lower()}{noun[1:]}"


def _infinitive(act: str) -> str:
    return next((each.verbs[0] for each in acts() if each.id == act and each.verbs), act)


def read_passive(
    text: str, body: str, base: int, at: int, clause: Clause, subject: Subject, names: Names
) -> int | None:
    """ "X shall be withdrawn [by Y]": X is the object, Y bears it, or nobody is named."""
    clause.passive = True
    clause.bearer = None
    clause.collective = False
    clause.said.pop("bearer", None)
    adverbs = ADVERBS.match(body, at)
    if adverbs:
        clause.manner, at = adverbs.group().strip(" ,"), adverbs.end()
    object_words, object_part = subject.words, subject.part
    if subject.none_of:
        object_words = re.sub(r"^(?:no|none of|neither)\s+", "", object_words, flags=re.IGNORECASE)
    lead = re.match(r"(?:(?:the|all|any|every|each|this|that|such|an?)\s+)*", object_words, re.IGNORECASE)
    skip = lead.end() if lead else 0
    completed = _PARTICIPLE_LIGHT.match(body, at)
    found = noun_at_start(object_words[skip:]) if completed else None
    if completed and found:
        clause.deeds.append((found[0], participle_of(found[0])))
        clause.said["act"] = [(base + at, base + completed.end())]
        of = re.compile(r"\s+of\s+").match(object_words, skip + found[1])
        begin = of.end() if of else skip + found[1]
        if not object_words[begin:]:  # "elections will be held"
            clause.named, clause.phrase = object_words, completed.group()
        object_words, object_part = object_words[begin:], (object_part[0] + begin, object_part[1])
        stop = completed.end()
    else:
        stop_at = _acts_from(body, base, at, clause, nouns=False)
        if stop_at is None:
            return None
        clause.said["act"] = [(base + at, base + stop_at)]
        stop = stop_at
    if re.fullmatch(r"one|person|body|nobody", object_words, re.IGNORECASE):
        return None
    told = names.bearers(object_words) if {act for act, _ in clause.deeds} == {"notify"} else None
    if told:  # "the Commission shall be informed": it is told, and not what is told
        clause.counterpart, clause.said["counterpart"] = told, [object_part]
    elif object_words.strip() and object_words != "which":
        if may_hide_a_condition(object_words) or len(object_words) > 300:
            return None
        clause.object = thing(object_words, names)
        clause.said["object"] = [object_part]
    elif object_words == "which" and not text[: subject.part[0]].strip():
        return None
    return stop


def participle(act: str, noun: str) -> str | None:
    """ "withdrawn" for "withdrawal"; ``None`` for a noun that isn't just the act's own ("vacation")."""
    entry = next(each for each in acts() if each.id == act)
    plain = noun.lower()
    own = plain == entry.nouns[0] or plain in inflected(entry.verbs[0])
    return participle_of(act) if own and " " not in entry.verbs[0] else None


def read_of_itself(body: str, base: int, at: int, clause: Clause, subject: Subject, names: Names) -> int | None:
    """ "The withdrawal shall begin by D+2", "all foreign units are to leave the Zone": nobody is said to see to it."""
    verb = _OF_ITSELF.match(body, at)
    if not verb or clause.modality is not Modality.MUST or may_hide_a_condition(subject.words) or subject.none_of:
        return None
    begins = verb["leave"] is None
    if begins != (noun_at_start(re.sub(r"^(?:the|this|that|such)\s+", "", subject.words, flags=re.I)) is not None):
        return None
    clause.passive = clause.itself = True
    clause.deeds.append(("begin" if begins else "withdraw", verb.group()))
    clause.said["act"] = [(base + verb.start(), base + verb.end())]
    clause.object = thing(subject.words, names)
    clause.said["object"] = [subject.part]
    gone = None if begins else places(f"from{body[verb.end() :]}", names, ["withdraw"])
    if gone and gone[0].start == 0:  # "leave the Zone" is "withdraw from the Zone"
        clause.place = gone[0].where
        stop = gone[0].end - len("from") + verb.end()
        clause.said["place"] = [(base + verb.end(), base + stop)]
        return stop
    return verb.end()


def participle_of(act: str) -> str:
    """The past participle said back for an act that a noun named."""
    each = next(each for each in acts() if each.id == act)
    irregular = [form for form in each.forms if form.endswith(("n", "ne", "t", "d"))]
    verb = each.verbs[0]
    same = next((form for form in irregular if form[:4] == verb[:4]), None)
    return same or (
        f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if re.search(r"[^aeiou]y\Z", verb) else f"{verb}ed"
    )
