"""How things are to be: "the bridge must be passable by D+5", "the ferry shall stay in port".

A state is a duty all the same, of nobody who is named unless somebody who can act stands before it. What a thing is by
law or by nature ("independent", "binding") is none, so only states that somebody can go and see are taken.
"""

from __future__ import annotations

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .anyone import anyone, are_people
from .clause import Clause
from .craft import craft
from .leftovers import may_hide_a_condition, no_thing
from .names import Names
from .objects import thing
from .places import places
from .subjects import Subject

_QUALITIES = word_set(
    "home gone empty vacant deserted passable impassable navigable usable unusable serviceable operational open ready "
    "available accessible reachable silent dark visible intact idle afloat ashore aboard running working functioning "
    "flowing dry clean habitable stationary motionless awake shut recognisable recognizable identifiable legible"
)
_DONE = re.compile(r"[a-z\-]+ed|shut|lit|manned|unmanned")
"""What a thing may stay or remain: behind "be" it is what is done to it."""
_NO_STATE = word_set(
    "committed united determined resolved opposed devoted attached indebted concerned seized convinced"
)
_LASTING = r"(?P<last>stay|remain|stand)"
_STATE = re.compile(
    rf"(?:(?P<be>be)|{_LASTING})\s+(?:(?:once\s+more|fully|completely|wholly|entirely|permanently|always|at\s+all\s+times|again|back)\s+)*"
    r"(?P<what>[a-z\-]+)(?:\s+(?:again|once\s+more))?(?=\s*(?:[,.;]|\Z)|\s+(?:by|from|to|on|in|at|within|until|for|during|day|between|no|"
    r"not|before|after|throughout|up|twenty-four|and|as|every|each|with|unless|all|near|along|behind|inside|outside|while|when|once|under|without)\b)"
)
_OF_PEOPLE = re.compile(r"unarmed|unaccompanied|unescorted|unmasked|masked|sober|present|absent|in\s+uniform")
"""How somebody is to be by their own doing; what is open is so by anybody's."""
_STAND_NO = word_set("ready empty idle open closed silent")
"""What "stand" says of a thing: one "stands accused" of something else."""
_GONE = re.compile(
    r"(?:be|stay|remain)\s+(?:(?:back|well|completely|entirely)\s+)?(?P<out>out\s+of|clear\s+of|away\s+from|off)\s+(?=[a-z\d]|[A-Z])"
)
_FREE = re.compile(
    r"(?:be|stay|remain)\s+(?:(?:completely|entirely|wholly|fully|at\s+all\s+times|always|once\s+more|again)\s+)*(?P<free>free|empty|bare|rid)\s+(?:of|from)\s+"
    r"(?=[a-z])(?!(?:all\s+|any\s+)?(?:charge|duty|duties|cost|costs|tax|taxes|tolls?|fees?|fear|want|blame|guilt|interference|control|influence|pressure|jurisdiction)\b)"
)
"""What nothing of a kind is to be in or on: "free of wire"."""
_ROUND = re.compile(
    r"(?:be|stay|remain)\s+(?:back\s+|there\s+)?(?:on\s+duty|at\s+(?:its|their)\s+(?:posts?|moorings?|bases?)|in\s+place|on\s+alert|"
    r"back(?=\s+(?:at|in|on|by|before|within|from)\s)|up\s+and\s+running|in\s+(?:working|good)\s+order|in\s+(?:operation|service|use)|out\s+of\s+(?:use|action|service|reach|sight)|"
    r"under\s+(?:guard|lock\s+and\s+(?:key|seal)|seal)|back\s+(?:on|home)|at\s+home|at\s+anchor|on\s+board|in\s+(?:port|harbour|barracks|storage)|"
    r"on\s+the\s+ground|on\s+call|on\s+(?:(?:the\s+)?(?:site|spot|scene)|station|standby|stand-by|watch|guard|patrol|hand)|in\s+readiness|off\s+duty|at\s+readiness|"
    r"in\s+the\s+(?:hands|possession|custody|keeping)\s+of\s+(?:the\s+)?[\w\-]+(?:\s+(?:side|party|commander|commission|team|mission|post))?|off[\s\-]limits|out\s+of\s+bounds)(?:\s+again)?(?=\s|\Z|[,.;])"
)
_SO_MANY = re.compile(r"(?:not|no)\s+(?:more|less|fewer)\s|(?:up\s+to|at\s+most)\s", re.IGNORECASE)
_WHERE = re.compile(
    r"(?:remain|stay|stand(?=\s+within\s))\s+(?=(?:in|inside|within|on|at|behind|under|outside|aboard|north|south|east|west|where)\s)(?!(?:in|within)\s+(?:force|effect|touch|"
    r"contact|session|being|office|power)\b|at\s+(?:the\s+disposal|liberty|all)\b|on\s+the\s+(?:agenda|table)\b|in\s+(?:close|constant|regular|permanent|full)\b)"
)
_STAND_AT = re.compile(
    r"be\s+(?:back\s+)?(?!in\s+(?:[A-Z][a-z]+(?:ish|ese|ic)|Russian|Ukrainian|French|German)\b)"
    r"(?=(?:in|inside|within|at|behind|beyond|outside|aboard|(?:north|south|east|west)\s+of)\s+(?:its|their|the|[A-Z]|\d))"
)
"""Before the place where somebody or something is to be found."""
_FAR = (
    r"(?:(?:at\s+least|(?:no|not)\s+(?:less|closer|nearer)\s+than|more\s+than)\s+)?"
    rf"(?:a\s+|half\s+a\s+|{PATTERN}\s+)[a-z]+(?:\s+[a-z]+)?"
)
_APART = re.compile(
    rf"(?:(?:keep|stay|remain)\s+{_FAR}\s+apart|keep\s+a\s+distance\s+of\s+{_FAR}\s+(?:between\s+(?:them|each\s+other|one\s+another)"
    r"|(?=from\s+(?:each\s+other|one\s+another))))(?:\s+from\s+(?:each\s+other|one\s+another))?(?P<apart>)(?=\s|\Z|[,.;])",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?P<verb>exceed|(?:last|take|number|weigh|measure)(?=\s+(?:no\s+)?(?:longer|more|less|shorter|fewer)\s+than\s))\s+"
    r"(?P<measure>(?:(?:no\s+)?(?:longer|more|less|shorter|fewer)\s+than\s+)?(?:an?\s+)?[\w,.]*\w(?:\s+(?!(?:in|at|on|per|each|by|of|to|for|within|"
    r"and|or|without|unless|except|from|until|during)\b)[a-z\-]+){0,3}"
    rf"(?:(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+){PATTERN}\s+[a-z\-]+)*)"
)
"""How much or how long something is to be."""
_IS = re.compile(r"\s(?:is|are|was|were)\s")
_WHO = re.compile(r"\b(?:who|which|that|whose|whom)\b")
_THERE = re.compile(r"\s(?:in|at|on|along|within)\s")


def state_at(body: str, at: int) -> re.Match[str] | None:
    """The words for a state that begin at ``at``: "be passable again", "stay out of", "remain" before a place."""
    forms = (_APART, _MEASURED, _ROUND, _GONE, _FREE, _WHERE)
    found = next(filter(None, (form.match(body, at) for form in forms)), None)
    if found:
        return found
    plain = _STATE.match(body, at)
    done = plain is not None and plain["last"] and _DONE.fullmatch(plain["what"]) and plain["what"] not in _NO_STATE
    if not plain or not (plain["what"] in _QUALITIES or done or _OF_PEOPLE.fullmatch(plain["what"])):
        return None
    return None if plain["last"] == "stand" and plain["what"] not in _STAND_NO else plain


def stands_at(body: str, at: int, names: Names) -> re.Match[str] | None:
    """ "be" at ``at`` before a place: "shall be behind the Blue Line"."""
    somewhere = _STAND_AT.match(body, at)
    there = somewhere and any(each.start == 0 for each in places(body[somewhere.end() :], names, ["place"]))
    return somewhere if there else None


def _act(state: re.Match[str]) -> str | None:
    """The act that makes a thing so: what stays open is accessible, what remains closed is closed."""
    what = state.groupdict().get("what") or ""
    found = verb_at_start(what) if what == "open" or _DONE.fullmatch(what) else None
    return found[0] if found else None


def read_state(
    body: str, base: int, state: re.Match[str], clause: Clause, subject: Subject, names: Names
) -> int | None:
    """Read what is to be so of ``subject``; returns where the words behind it begin, ``None`` if not understood."""
    words = subject.thing
    if re.fullmatch(r"it|they|he|she|which|one|this|that|nothing", words, re.IGNORECASE) and not clause.bearer:
        return None
    if _IS.search(words) and not _WHO.search(words):
        return None  # "the market is open on Fridays, but soldiers [stay out of it]"
    many = _SO_MANY.match(subject.words)
    if many and (clause.modality is Modality.MUST or many.group().lower().startswith("not")):
        return None  # how many may be there is a limit
    groups = state.groupdict()
    if groups.get("free") and (clause.bearer or are_people(words)):
        return None  # how people are free is their right
    said = groups.get("verb") or " ".join(state.group().split())
    if groups.get("measure") and clause.bearer and _THERE.search(words):
        return None  # how many of somebody there may be somewhere is a ceiling
    what = groups.get("what")
    whose = not groups.get("measure") and not groups.get("free") and (not what or _OF_PEOPLE.fullmatch(what))
    own = (anyone(subject.words, names) or craft(subject.words)) if whose else None
    gone = groups.get("out")
    away = places(f"from {body[state.end() :]}", names, ["withdraw"]) if gone else []
    cleared = gone == "clear of" and not away  # "clear of snow" is no place that somebody has left
    if cleared and not clause.bearer and not are_people(words):
        own = None
    who = clause.bearer or own  # a thing is open or empty by somebody's doing
    if who:
        clause.bearer, clause.said["bearer"] = who, [subject.part]
    elif may_hide_a_condition(words) or no_thing(words) or len(words) > 300:
        return None
    else:
        clause.passive = clause.itself = True
        clause.object, clause.said["object"] = thing(words, names), [subject.part]
    act = "keep-apart" if groups.get("apart") is not None else None if cleared else "withdraw" if gone else _act(state)
    clause.deeds.append((act or said, said))
    clause.rest += [groups["measure"]] if groups.get("measure") else []
    clause.said["act"] = [(base + state.start(), base + state.start() + len(said))]
    if not away or away[0].start != 0:
        return state.end()
    stop = away[0].end - len("from ") + state.end()
    clause.place, clause.said["place"] = away[0].where, [(base + state.end(), base + stop)]
    return stop
