"""What is done to a thing and what goes by itself: "X shall be withdrawn", "the withdrawal shall begin"."""

from __future__ import annotations

from dataclasses import replace

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import acts_by_id, noun_at_start, verb_at_start
from parley.text.inflection import inflected
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .anyone import anyone, are_people, plain_thing
from .clause import Clause
from .craft import craft, premises
from .deeds import ADVERBS, acts_from, one_unlisted, read_active
from .idioms import idiom_at
from .leftovers import may_hide_a_condition, no_thing
from .names import Names
from .objects import thing
from .places import places
from .subjects import Subject, without_none
from .unlisted import is_state, unlisted_verb

_PARTICIPLE_LIGHT = re.compile(
    r"(?:completed|carried\s+out|conducted|performed|effected|made|accomplished|finished|held)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\s+(?!(?:operation|activit|action|mission|flight|work|measure|campaign|visit|attempt|run)(?:s|ies|y)?\b)"
    r"[a-z]{3,}[^\Ws]s\b"
)
"""Behind a deed's noun that only tells more of another noun."""
_ENDED = re.compile(r"completed|finished|accomplished")
_TELLS = re.compile(r"(?:informed|notified|told|advised|warned|alerted|contacted|apprised|briefed|kept\s+informed)\b")
"""What is done to somebody who learns something, and not to the thing that is made known."""
_IMPERSONAL = re.compile(r"\b(?:that|if|whether|to\s+[a-z]+)\b")
"""What follows "it shall be understood" and its like: "it" is no thing there."""
_STATED_AND = re.compile(
    r"(?P<is>[^,;:]+?)\s+(?:is|are)\s+(?:no\s+longer\s+)?(?:an?|the|ours|theirs|free)\b(?:(?!\b(?:who|that|which|if|when|unless)\b)[^,;:])*?\s+and\Z|"
    r"(?P<what>(?:(?!\b(?:who|that|which|and|or|if|when)\b)[^,;:])+?)\s+(?:comes?|takes?|has|have|replaces?|begins?|lasts?|stands?|belongs?)\s"
    r"(?:(?!\b(?:who|that|which|if|when|unless)\b)[^,;:])+?\s+and\Z"
)
"""What something is or has, before what shall be done to it."""
_ANOTHER_SAYS = re.compile(r"\band\s*\Z|\A(?:who|whoever|he\s+who)\s[^,;]*,\s+and\s", re.IGNORECASE)
_FIRST_TO_BE = re.compile(r"(?:the|among\s+the)\s+first\s+to\s+be\s+")
_TIMES = re.compile(r"(?:days?|hours?|weeks?|months?|nights?|period)\Z", re.IGNORECASE)
"""What is counted to reckon a time: "Sundays shall not be counted"."""
_NEAR_A_LINE = re.compile(
    r"\b(?:within|closer\s+than|nearer\s+than|less\s+than|more\s+than|beyond)\s+\d+\s*(?:km|kilomet\w+|m|met\w+)(?:\s+(?:of|to|from)\b|\Z)"
)
_MORE_OF_IT = re.compile(
    r"\s(?:that|which|who|whom|whose)\s[^,;]*|"
    r"\s(?:[a-z]+(?:ed|en|wn|aid|ilt|ght|und|ug|eld|eft|ost)|set|put|cut)(?:\s+(?:in|up|out|over|back))?\s+(?:after|before|since|on|during|between)\s[^,;]*"
)
"""A relative clause tells which thing it is, and its time is not the duty's: "weapons that are found after D+12"."""
_FIRES = re.compile(r"(?:(?:cease|hold|open|return)\s+)?fire\b")
_SUCH = re.compile(r"^(?:no|the|all|any|every|each)\s+", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"(?:(?P<begin>begin|start|commence|resume|restart)|(?P<leave>leave|exit|depart|withdraw)|"
    r"(?P<reach>reach|arrive\s+at)(?=\s)|(?P<go>travel|pass|proceed|move)(?=\s+(?:by|through|along|over|across|via|in|on|from|to|freely|only)\b|\s*(?:\Z|[,.;])))\b"
)


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
    first = _FIRST_TO_BE.match(body, at)
    if first:
        clause.manner, at = f"{clause.manner} first".strip(), first.end()
    object_words, object_part = subject.words, subject.part
    stated = _STATED_AND.fullmatch(object_words)
    if stated and not may_hide_a_condition(object_words):  # "the list takes the place of the first and [shall be]"
        end = stated.end("is" if stated["is"] else "what")
        object_words, object_part = object_words[:end], (object_part[0], object_part[0] + end)
    if _ANOTHER_SAYS.search(object_words):
        return None  # "who kills a man pays, and his family [shall not be touched]": two sentences
    if re.fullmatch(r"it", object_words, re.IGNORECASE) and _IMPERSONAL.search(body, at):
        return None
    care = _CARE_TAKEN.match(body, at) if _CARE.fullmatch(object_words) else None
    if care:  # "care shall be taken by commanders in the field that crops come to no harm"
        return _care_taken(body, base, care, clause, subject, names)
    if _PERMISSION.match(object_words):
        return None  # who is allowed what stands elsewhere
    if re.match(r"(?:an?\s+|the\s+)?(?:[a-z]+\s+)?(?:ban|prohibition)\b", object_words, re.IGNORECASE):
        return None  # what is banned stands elsewhere
    given = re.compile(r"given\s+to\s+").match(body, at)
    noun = noun_at_start(re.sub(r"^(?:due|special|full|particular)\s+", "", object_words, flags=re.IGNORECASE))
    if given and noun:  # "consideration shall be given to the needs of children"
        clause.passive, clause.unaddressed = False, True
        clause.said["act"] = [(base + given.start(), base + given.start() + len("given"))]
        notice = re.match(
            r"(?P<notice>(?:[a-z]+\s+)?(?:notice|notification|warning))\s+of\s+", object_words, re.IGNORECASE
        )
        if notice:  # "notice of any rotation shall be given to the Commission"
            clause.deeds.append((noun[0], f"give {notice['notice'].lower()} of"))
            clause.object = thing(object_words[notice.end() :], names)
            clause.said["object"] = [(object_part[0] + notice.end(), object_part[1])]
            return given.start() + len("given")
        clause.deeds.append((noun[0], f"give {object_words[0].lower()}{object_words[1:]} to"))
        return given.end()
    if re.match(r"nothing\s", object_words, re.IGNORECASE):
        return None  # "nothing in this Article"
    if subject.none_of:
        object_words = without_none(object_words)
        object_words = re.sub(r"\snor\s", " or ", object_words)
    lead = re.match(r"(?:(?:the|all|any|every|each|this|that|such|an?)\s+)*", object_words, re.IGNORECASE)
    skip = lead.end() if lead else 0
    completed = _PARTICIPLE_LIGHT.match(body, at)
    phrase = verb_at_start(body[at:]) if completed else None
    if completed and phrase and phrase[0] != "hold" and at + phrase[1] > completed.end():
        completed = None  # "sightings shall be made known"
    found = noun_at_start(object_words[skip:]) if completed else None
    if found and _OF_ANOTHER.match(object_words, skip + found[1]):
        found = None  # "death sentences shall not be carried out"
    if completed and found and completed.group() == "held" and " of " not in object_words:
        clause.deeds.append((found[0], "held"))  # "elections by secret ballot shall be held"
        clause.said["act"], stop = [(base + at, base + completed.end())], completed.end()
    elif completed and found:
        clause.deeds.append((found[0], participle_of(found[0])))
        clause.said["act"] = [(object_part[0] + skip, object_part[0] + skip + found[1])]
        if _ENDED.match(completed.group()):  # what is completed stands before it, and that it shall be is said here
            clause.said["act"] = [(base + completed.start(), base + completed.end())]
        of = re.compile(r"\s+of\s+").match(object_words, skip + found[1])
        begin = of.end() if of else skip + found[1]
        several = " " in acts_by_id()[found[0]].verbs[0]
        if not object_words[begin:] and " " in completed.group() and " of " not in object_words:
            # both its words: "transfers shall take place"
            clause.said["act"].append((base + completed.start(), base + completed.end()))
        if not object_words[begin:] or several:  # "elections will be held", "demining of the road is carried out"
            clause.named, clause.phrase = object_words[:begin].strip(), completed.group()
        object_words, object_part = object_words[begin:], (object_part[0] + begin, object_part[1])
        stop = completed.end()
    else:
        if re.match(r"free\b(?!\s+to\s+go)|clear\s+of\b", body[at:]):
            return None  # how things are to be, and nobody's release
        stop_at = acts_from(body, base, at, clause, nouns=False)
        if stop_at is None:
            stop_at = one_unlisted(body, base, at, clause)
        if stop_at is None or (body.startswith("counted", at) and _TIMES.search(object_words)):
            return None
        stop = _without_preposition(body, at, stop_at, clause)
        clause.said["act"] = [(base + at, base + stop)]
    if re.fullmatch(r"one|person|body|nobody", object_words, re.IGNORECASE):
        if not subject.none_of or clause.modality is not Modality.MUST_NOT:
            return None
        clause.named = "anybody"  # "no one shall be punished"
        return stop
    told = names.bearers(object_words) if all(_TELLS.match(said) for _, said in clause.deeds) else None
    if told:  # "the Commission shall be informed": it is told, and not what is told
        clause.counterpart, clause.said["counterpart"] = told, [object_part]
        of = _OF_WHAT.match(body, stop)
        if of:
            clause.object, clause.said["object"] = (
                thing(of["what"], names),
                [(base + of.start("what"), base + of.end("what"))],
            )
            act, said = clause.deeds[-1]
            clause.deeds[-1], stop = (act, f"{said} {of['of']}"), of.end()
    elif object_words.strip() and object_words != "which":
        plain = _MORE_OF_IT.sub("", _NEAR_A_LINE.sub("", object_words))
        hidden = may_hide_a_condition(plain) or no_thing(object_words)
        if hidden or len(object_words) > 300:
            return None
        clause.object = thing(object_words, names)
        clause.said["object"] = [object_part]
    elif object_words == "which" and not text[: subject.part[0]].strip():
        return None
    return stop


_PREPOSITION = re.compile(r"\s+(?:in|on|over|through|across|along|into)\Z")
_OUT_OF = re.compile(r"\s+(?:out|forward|ahead)\Z")
_A_PLACE = re.compile(r"\s+(?:the|its|their|any|each|every|both|an?|this|that)\s|\s+[A-Z]")


def _without_preposition(body: str, at: int, stop: int, clause: Clause) -> int:
    """Where a participle ends whose particle leads to a place: "carried | over the bridge"; a deed's alone."""
    out = _OUT_OF.search(body, at, stop)
    if out and len(clause.deeds) == 1 and body.startswith(" of ", stop):  # "pulled | out of the tower"
        act, said = clause.deeds[0]
        plain = said[: len(said) - (stop - out.start())]
        clause.deeds[0] = (act if act in acts_by_id() else plain, plain)
        return out.start()
    led = _PREPOSITION.search(body, at, stop)
    if led is None or len(clause.deeds) != 1 or not _A_PLACE.match(body, stop):
        return stop
    act, said = clause.deeds[0]
    plain = said[: len(said) - (stop - led.start())]
    clause.deeds[0] = (act[: len(act) - (stop - led.start())] if act.endswith(led.group()) else act, plain)
    return led.start()


_OF_WHAT = re.compile(
    r"\s+(?P<of>of|about)\s+(?P<what>(?:the|an?|its|their|all|any|every|each|both|such)"
    r"(?:\s+(?!(?:at|by|within|no|not|in|on|before|after|until|if|when|that|which|who|whose|from|to)\b)[\w\-]+){1,6}?)"
    r"(?=\s*(?:\Z|[,;.])|\s+(?:at|by|within|no|not|in|on|before|after|until|if|when|\d|"
    r"(?:one|two|three|four|five|six|seven|ten|twelve|a)\s+(?:hours?|days?|weeks?))\b)"
)
"""What somebody is told of."""


def participle(act: str, noun: str) -> str | None:
    """ "withdrawn" for "withdrawal"; ``None`` for a noun that isn't just the act's own ("vacation")."""
    entry = acts_by_id()[act]
    plain = noun.lower()
    own = plain == entry.nouns[0] or plain in inflected(entry.verbs[0])
    return participle_of(act) if own and " " not in entry.verbs[0] else None


_CARE = re.compile(r"(?:(?:due|special|every|great|all\s+due|particular)\s+)?care", re.IGNORECASE)
_CARE_TAKEN = re.compile(r"taken\s+(?:by\s+(?P<who>[^,;]{3,80}?)\s+)?(?=that\s)")
_PERMISSION = re.compile(r"(?:the\s+)?(?:permission|leave|licence|right)\s+to\s", re.IGNORECASE)


def _care_taken(
    body: str, base: int, care: re.Match[str], clause: Clause, subject: Subject, names: Names
) -> int | None:
    who = anyone(care["who"], names) if care["who"] else None
    if care["who"] and who is None:
        return None
    clause.passive, clause.unaddressed = False, who is None
    clause.bearer = who
    if who:
        clause.said["bearer"] = [(base + care.start("who"), base + care.end("who"))]
    clause.deeds.append(("ensure", f"take {subject.words[0].lower()}{subject.words[1:]}"))
    clause.said["act"] = [subject.part, (base + care.start(), base + care.start() + len("taken"))]
    clause.object = thing(body[care.end() :], names)
    clause.said["object"] = [(base + care.end(), base + len(body))]
    return len(body)


_MOVED = re.compile(
    r"\b(?:weapons?|arms|guns?|tanks?|howitzers?|artillery|mortars?|missiles?|equipment|vehicles?|hardware|materiel|drones?|"
    r"aircraft|ammunition|mines?|batter(?:y|ies)|launchers?)\b"
)
_WITH_GEAR = re.compile(r"\s(?:[a-z]{3,}ing|armed|equipped|with|without|who|whose)\s")
"""What stands behind it tells what somebody has: "persons bearing arms"."""
_STATING = word_set(
    "enter-into-force involve continue incident agree consider recognise find represent increase extend"
)
"""Acts whose verbs may say how things are: somebody whom no list knows may be nobody who does them."""


def read_somebody(body: str, base: int, at: int, clause: Clause, subject: Subject, names: Names) -> int | None:
    """The deed of a subject that no list knows: of whoever stands there, or of a thing that goes by itself."""
    if re.fullmatch(r"it|they|he|she|which|who|that", subject.words, re.IGNORECASE):
        return None  # nobody tells who that is
    states = _STATES.match(body, at) if _PAPER.match(subject.words) else None
    if states:  # "the notice shall state the date": what a paper says, and no party's duty
        return _stated(body, base, at, states, clause, subject, names)
    fires = _FIRES.match(body, at) is not None and _MOVED.search(subject.words) is not None
    ceases = re.compile(r"cease\b(?!\s+fire\b)").match(body, at) and not subject.none_of
    ceases = ceases and not names.bearers(subject.words)
    if (
        ceases
        and not fires
        and "," not in subject.words
        and not may_hide_a_condition(subject.words)
        and not no_thing(subject.words)
    ):
        return _itself(body, base, at, at + len("cease"), clause, subject, names)  # "broadcasts shall cease"
    goes = _OF_ITSELF.match(body, at) is not None and not subject.none_of
    gear = _MOVED.search(_WITH_GEAR.split(subject.words)[0])
    who = None if gear else anyone(subject.words, names)
    if who is None and not goes:
        who = craft(subject.words)
    if who is None and fires and not may_hide_a_condition(_NEAR_A_LINE.sub("", subject.words)):
        who = (_SUCH.sub("", subject.words),)  # "all batteries shall cease fire"
    if who is None:
        who = premises(subject.words, body[at:])
        kept = (
            replace(clause, rest=list(clause.rest), said=dict(clause.said), deeds=list(clause.deeds)) if who else clause
        )
        itself = read_of_itself(body, base, at, clause, subject, names)
        if itself is not None or who is None:
            return itself
        vars(clause).update(vars(kept))
    clause.bearer, clause.said["bearer"] = who, [subject.part]
    after = read_active(body, base, at, clause, names)
    moves = _OF_ITSELF.match(body, at)
    if moves and moves["go"] and len(clause.deeds) == 1:  # "the convoy may proceed"
        clause.deeds[0] = ("move", clause.deeds[0][1])
    stating = any(act in _STATING for act, _ in clause.deeds) and not are_people(subject.words)
    return None if stating else after


_PAPER = re.compile(
    r"(?:(?:the|an?|each|every|any|all|such|its|their|this|these|those)\s+)?(?:[a-z\-]+\s+){0,2}?(?:notices?|notifications?|lists?|reports?|registers?|records?|logs?|"
    r"certificates?|requests?|complaints?|decisions?|awards?|minutes|letters?|maps?|plans?|orders?|permits?|pass(?:es)?|documents?|statements?|protocols?|"
    r"forms?|messages?|tickets?|labels?|signs?|inventor(?:y|ies)|manifests?|schedules?|tables?|applications?|claims?|warrants?|files?)"
    r"(?:\s+of\s+(?:(?:the|an?|each|every|any|all|its|their)\s+)?[\w\-]+(?:\s+[\w\-]+)?)?",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?P<verb>state|contain|indicate|specify|list|include|give|show|bear|name|mention|set\s+out|describe|explain|cite|identify|record|quote)\s+(?=\S)"
)
"""What a paper does by its words."""


def _stated(
    body: str, base: int, at: int, states: re.Match[str], clause: Clause, subject: Subject, names: Names
) -> int | None:
    what = body[states.end() :].strip(" ,.;")
    if not _PAPER.fullmatch(subject.thing) or re.search(r"\b(?:if|unless|except|shall|must|may|will)\b|;", what):
        return None
    clause.bearer, clause.said["bearer"] = (subject.thing[0].lower() + subject.thing[1:],), [subject.part]
    clause.deeds.append((states["verb"], states["verb"]))
    clause.said["act"] = [(base + at, base + states.end("verb"))]
    clause.object, clause.said["object"] = thing(what, names), [(base + states.end(), base + states.end() + len(what))]
    return len(body)


def read_of_itself(body: str, base: int, at: int, clause: Clause, subject: Subject, names: Names) -> int | None:
    """ "The withdrawal shall begin by D+2", "all foreign units are to leave the Zone": nobody is said to see to "
    "it."""
    verb = _OF_ITSELF.match(body, at)
    if not verb or clause.modality is Modality.MUST_NOT or subject.none_of:
        return _without_object(body, base, at, clause, subject, names)
    if may_hide_a_condition(subject.words):
        return None
    begins = verb["begin"] is not None
    noun = noun_at_start(re.sub(r"^(?:the|this|that|such)\s+", "", subject.words, flags=re.I)) is not None
    if begins != noun or (clause.modality is Modality.MAY and not begins):
        return _without_object(body, base, at, clause, subject, names)
    clause.passive = clause.itself = True
    act = (
        verb.group()
        if verb["reach"]
        else "resume"
        if verb.group() in ("resume", "restart")
        else "begin"
        if begins
        else "move"
        if verb["go"]
        else "withdraw"
    )
    clause.deeds.append((act, verb.group()))
    clause.said["act"] = [(base + verb.start(), base + verb.end())]
    clause.object = thing(subject.words, names)
    clause.said["object"] = [subject.part]
    to = "at" if verb["reach"] else "from"
    gone = None if begins or verb["go"] else places(f"{to}{body[verb.end() :]}", names, ["withdraw", "place"])
    if gone and gone[0].start == 0:  # "leave the Zone" is "withdraw from the Zone", and what reaches it is at it
        clause.place = gone[0].where
        stop = gone[0].end - len(to) + verb.end()
        clause.said["place"] = [(base + verb.end(), base + stop)]
        return stop
    return verb.end()


_NO_OBJECT = re.compile(
    r"(?!\s+in\s+(?:force|effect)\b)(?=\s*(?:\Z|[,.;])|\s+(?:at|in|on|to|from|with|within|into|by|across|along|near|over|through|towards?|behind|beyond|between|under|"
    rf"{PATTERN}\s+(?:km|m|kilomet\w+|met\w+|miles?|paces|steps)\s+(?:away\s+)?(?:from|off)|"
    r"after|before|inside|outside|around|past|until|till|for|without|during|throughout|against|upon|among|off|out|up|again|every|each|"
    r"twice|once|(?:no|not)\s+(?:later|earlier|sooner|longer|before|until|more\s+often)|only|freely|daily|weekly|if|when|while|unless|as|and|forthwith|immediately|altogether|entirely)\b)"
)
_OF_THE_TEXT = re.compile(
    r"\b(?:agreement|protocol|accord|treaty|memorandum|article|annex|paragraph|provision|section|clause|text|declaration|document)s?\b",
    re.IGNORECASE,
)
_GOES = word_set("begin resume continue move withdraw return")
"""Acts that a thing does by itself in the lexicon's sense; of others its verb is the act: talks "open" for nobody."""


_SAYS_WHOSE = re.compile(r"(?:fall|lie|rest|stand|come|run)\s+(?:to|on|upon|with|within|under|from|for)\b")
"""Where a thing belongs ("the costs fall on Kestria"), and nothing that happens to it."""


def _without_object(body: str, base: int, at: int, clause: Clause, subject: Subject, names: Names) -> int | None:
    """ "Talks shall open on D+40", "the guns shall fall silent": a thing, and a verb that is done to nothing."""
    listed = verb_at_start(body[at:], base=True)
    verb = unlisted_verb(body[at:]) if not listed else idiom_at(body[at:]) or listed
    stop = at + verb[1] if verb else at
    words = subject.thing
    goes = listed is not None and listed[0] in _GOES
    if not verb or (not goes and is_state(body[at:])) or not plain_thing(words) or _OF_THE_TEXT.search(words):
        return None
    said = body[at:stop]
    if listed and listed[0] in _STATING and not goes:
        return None
    if " " not in said and _SAYS_WHOSE.match(body, at):
        return None
    act = listed[0] if listed and goes else said
    return _itself(body, base, at, stop, clause, subject, names, act)


def _itself(
    body: str, base: int, at: int, stop: int, clause: Clause, subject: Subject, names: Names, act: str = ""
) -> int | None:
    """Take what stands from ``at`` to ``stop`` as what the subject does by itself."""
    if not _NO_OBJECT.match(body, stop):
        return None
    clause.passive = clause.itself = True
    clause.deeds.append((act or body[at:stop], body[at:stop]))
    clause.said["act"] = [(base + at, base + stop)]
    words = subject.thing
    clause.object, clause.said["object"] = thing(words, names), [subject.part]
    return stop


def participle_of(act: str) -> str:
    """The past participle said back for an act that a noun named."""
    each = acts_by_id()[act]
    irregular = [form for form in each.forms if form.endswith(("n", "ne", "t", "d"))]
    verb = each.verbs[0]
    same = next((form for form in irregular if form[:4] == verb[:4]), None)
    return same or (
        f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if re.search(r"[^aeiou]y\Z", verb) else f"{verb}ed"
    )
