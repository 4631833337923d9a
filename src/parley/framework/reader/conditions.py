"""What a provision hangs on, and who else is in it: triggers, exceptions, counterparts."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Trigger
from parley.text import durations
from parley.text import patterns as re
from parley.text.acts import is_reported, noun_at_start, verb_at_start
from parley.text.numbers import PATTERN, parse_number

from .found import BESIDE, Found
from .names import Names
from .relations import SPATIAL

_EXCEPTION = re.compile(
    r"(?:,\s*)?\b(?:except(?:ing)?(?:\s+(?:in|for|that|as|where|when|to|with|by|on|at|during))?|"
    r"with\s+the\s+(?:(?:sole|only|single)\s+)?exception\s+of|with\s+the\s+reservation\s+that|"
    r"other\s+than|save(?:\s+(?:in|for|where|as|that|only))?|excluding|exclusive\s+of|apart\s+from|aside\s+from|barring|leaving\s+aside|but\s+for(?=\s+(?:the|its|their|those|an?|\d+|any|such)\s)|"
    r"not\s+(?:counting|including)|but\s+not(?!\s+(?:[a-z]+ed|later|earlier|sooner|before|after)\b)|"
    r"(?<=,\s)and\s+not(?=\s+(?:by|to|in|on|at|with|for|through)\s))\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    r",\s*(?P<what>(?:(?!\b(?:shall|must|may|will)\b)[^,;]){3,80}?)\s+(?:excepted|excluded|apart)(?=\s*(?:,|\Z|\0))"
)
_LATE_TIME = re.compile(
    r",\s*(?=(?:from|by|until|as of|within \d|along)\b)"
    r"|\s+(?=(?:by|(?:no|not)\s+later\s+than)\s+(?:D[+\-]|\d|noon|midnight|the\s+(?:end|close|expiry|first|last)\b))"
)
_TRIGGER = re.compile(
    r"(?:^|,\s*|\s+|\()(?P<only>only\s+)?(?P<kind>(?:if|unless|when|where),?\s+and\s+(?:only\s+(?:if|when|where),?|(?:for\s+)?(?:as|so)\s+long\s+as|until|when|to\s+the\s+extent\s+that)|if|having(?:\s+(?:been|once))?(?=\s+[a-z]+(?:ed|d|t|n|de)\b)|failing(?!\s+which)|pending|in\s+default\s+of|in\s+the\s+absence\s+of|absent(?=\s+(?:an?|such|any)\b)|for\s+(?:as|so)\s+long\s+as|should(?=\s+(?:(?:an?|any|the|either|one|such)\b|(?:[a-z\-]+\s+){1,4}(?:be|resume|break\s+out|occur|arise|fail|happen|continue|begin|persist|recur)\b))|(?-i:Should)(?=\s+[a-z])|when|whenever|"
    r"unless|while|whilst|(?<!at\s)once(?!\s+(?:only|more|again|by|every|each|per|in|within|during|at|for|an?\s+(?:hour|day|week|fortnight|month|quarter|year))\b)|as\s+long\s+as|"
    r"so\s+long\s+as|"
    r"as\s+soon\s+as|provided(?:\s+that)?(?=\s+(?:no|the|an?|its|their|it|they|all|any|each|such|this|both|neither)\b)|provided\s+that|"
    r"on\s+the\s+understanding\s+that|on\s+condition\s+that|subject\s+to|in\s+the\s+event\s+(?:of|that)|"
    r"in\s+the\s+case\s+(?:of|that)|in\s+case(?:\s+(?:of|that)\b)?|"
    r"in\s*so\s*far\s+as|to\s+the\s+extent\s+that|"
    r"on(?=\s+(?:(?:receiving|learning|hearing|being|discovering|finding|completing|reaching|detecting|observing|taking|leaving|entering|arriving|"
    r"returning|departing)\b|(?:the\s+)?(?:discovery|arrival|demand|completion|conclusion|presentation|production|delivery|ratification|expiry)\s))|"
    r"where|wherever|without(?!\s+(?:delay|prejudice|conditions?|exception|distinction|hindrance|restriction))|"
    r"immediately\s+upon|upon|"
    r"(?:immediately\s+)?(?<!look\s)after|following|on\s+receipt\s+of|(?:at|on|upon)\s+the\s+(?:request|proposal|suggestion|recommendation|initiative|instance|demand|invitation|application|motion)\s+of|"
    r"(?<!from\s)(?<!until\s)(?<!till\s)(?<!at\s)(?<!to\s)(?<!of\s)(?<!by\s)(?<!before\s)(?<!after\s)the\s+(?:moment|instant)(?=\s+(?:the|an?|its|"
    r"their|it|they|any|both|all|each|either)\s)|"
    r"with\s+the\s+(?:(?:prior|express|written|joint)\s+)*(?:consent|approval|permission|authori[sz]ation|assent)\s+of|before|prior\s+to|"
    r"during|until)\s+(?P<event>\S.*?)"
    r"(?=$|,|;|\)|\s+(?:and|but)\s+(?:in\s+(?:any|no)\s+(?:case|event)|at\s+the\s+latest|(?:no|not)\s+later\s+than)\b)",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\s(?:lasts?|continues?|endures?|holds?|persists?|goes?\s+on|(?:is|are|remains?)\s+in\s+(?:force|effect|operation|being|progress|session))\Z",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    r"(?:the|any|each|every|such|its|their)\s+(?:[a-z\-]+\s+){0,2}[a-z\-]+(?:\s+of\s+(?:(?:the|its|an?)\s+)?[\w\-]+)?"
)
"""Whatever lasts: "the thaw", "the rainy season"."""
_PAPER = re.compile(
    r"(?:(?:an?|the|any|its|their|such)\s+)?(?:(?:valid|written|prior|special)\s+)?(?:pass(?:es)?|licen[cs]es?|warrants?|visas?|orders?|"
    r"mandate|certificates?|clearance|invitation|tickets?|escorts?|papers|badges?)\b"
)
"""What somebody has to have first: "without a pass"."""
_BESIDE = re.compile(rf"\s*\0|\s+{BESIDE}\b", re.IGNORECASE)
_POINT = re.compile(r"\b(?:day|hour|moment|time|date)\s+$", re.IGNORECASE)
_SITES = re.compile(
    r"\b(?:sites?|places?|areas?|points?|depots?|camps?|towns?|villages?|positions?|locations?|posts?)\s+$"
)
_AND_ASKED = re.compile(r"\w\s+and\s*\Z|\b(?:on|about|of|over|as\s+to)\s*\Z")
"""What is told or listed beside something else: "their names and where they are held"."""
_HEDGE = re.compile(r"(?:possible|appropriate|necessary|practicable|feasible|applicable|required)\b", re.IGNORECASE)
_QUIET = re.compile(
    r"(?:,\s*)?\b(?:only\s+)?(?:after|following)\s+(?:a\s+period\s+of\s+)?(?:(?!without|,)\S+\s+){1,5}(?:without|"
    r"free\s+of)\s+"
    r"(?:(?:an?|any|further|another|a\s+new)\s+)*(?P<event>\S[^,;.]*?)(?=$|[,;.])",
    re.IGNORECASE,
)
"""Quiet for a time: "after 30 days without a violation" is a trigger with ``count`` 0 and that ``period``."""
_COUNT = re.compile(
    rf"(?P<number>{PATTERN})\s+(?:or\s+more\s+)(?P<of>.+?)(?=\s+(?:in|within|over|during)\b|$)"
    rf"|(?:at\s+least|more\s+than)\s+(?P<least>{PATTERN})\s+(?!hours?|days?|weeks?|months?|minutes?|km|"
    rf"m\b)(?P<of2>.+?)(?=\s+(?:in|within|over|during)\b|$)",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d{2,3})\s+(?:(?!(?:and|or|of)\b)[\w\-]+\s+){0,2}?"
    r"(?:incidents|violations|breaches|attacks|complaints|reports|shots|shootings|shellings|crossings|overflights|refusals)(?=\s)",
    re.IGNORECASE,
)
"""So many of what is counted: "when three incidents have been reported in one week"."""
_COUNTERPART = re.compile(r"(?:,\s*)?(?<!\bup\s)\b(?P<lead>to|with|towards?|against)\s+", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:station|place|deploy|keep|send|bring|carry|move|land|hold|enter|cross|use|guard|visit|build|take)\s+[a-z]+"
)
_IN_CAPITALS = re.compile(
    r"(?P<name>(?:the\s+)?(?:[a-z]+\s+)?[A-Z][\w’'/\-]+(?:\s+(?:of\s+(?:the\s+)?|"
    r"for\s+(?:the\s+)?)?[A-Z][\w’'/\-]+){0,6})(?:\s+\([A-Z]\w*\))?"
    r"(?=\s*(?:[,;.]|\Z|\s(?:of|for|about|on|in|within|by|with|and|to|from|all|any|every|the|an?|its|their)\b))"
)
_OTHER_PARTY = re.compile(
    r"(?:(?:the\s+|an)?other\s+(?:Party|Parties|side)|each\s+other|one\s+another|(?:a|that|any|each|either|both|"
    r"the)\s+Part(?:y|ies)|"
    r"(?:both|the)\s+[Ss]ides)\b(?:\s+(?:concerned|in\s+(?:fault|question|default)|at\s+fault|affected)\b)?"
)
PLAIN_AGENT = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w/\-]*\s+){0,5}(?!and\b|or\b)[\w/\-]+"
    r"(?:\s+of\s+(?:(?:(?:the|both|each|either)\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*|(?:the|both|each|either)\s+\w+))?"
)
_SENT_BY = re.compile(
    r"(?:(?:the|an?|one|two|three|four|at\s+least\s+\w+)\s+)?(?:[a-z]+\s+)?(?:officers?|representatives?|delegates?|observers?|members?|staff|"
    r"inspectors?|monitors?|experts?|envoys?|personnel)\s+(?:of|from)\s+",
    re.IGNORECASE,
)
_DESCRIBED_AGENT = re.compile(
    r"(?:the\s+)?(?:joint|mixed|local|national|international|competent|medical|civil|neutral|special)\s+[\w\-]+"
)
_HAPPENING = re.compile(
    r"\b(?:incident|violation|breach|finding|request|receipt|entry into force|signature|signing|approval|consent|"
    r"knowledge|leave|assent|presence|complaint|breakdown|permission|authori[sz]ation|permit|agreement|notification|notice|attack|"
    r"fire|election|withdrawal|decision|report|movement|flight|arrival|completion|discovery|meeting|"
    r"emergency|accident|cease-?fire|truce)s?\b",
    re.IGNORECASE,
)


_DOING = re.compile(
    r"(?:(?:having|being)\s+[a-z]+(?:ed|en|n|t|d)\b|(?!(?:during|according|concerning|regarding)\b)[a-z]{2,}ing\s+"
    r"(?:(?:to|with|from|on|of)\s+)?(?:(?:the|an?|its|their|both|each|every|either|such|any|all|it|them|him|her)\b|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""Doing something to somebody: "receiving such a finding", "having heard both Parties"."""
_DENIED = re.compile(r"\b(?:not|no|never|neither|nor|fails?|failed|refuses?|refused|without)\b", re.IGNORECASE)
_UNREMEDIED = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:been\s+)?(?:remedied|corrected|ended|repaired|made\s+good)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class FoundTrigger(Found):
    trigger: Trigger


@dataclass(frozen=True)
class FoundActors(Found):
    """Actors named from ``start`` (the preposition) to ``end``."""

    ids: tuple[str, ...]


def exception_in(text: str) -> Found | None:
    """From "except" (and its like) to the end, or to a time rule set off after it."""
    excepted = _EXCEPTED.search(text)
    if excepted:
        return Found(excepted.start(), excepted.end())
    match = _EXCEPTION.search(text)
    if not match:
        return None
    late = _LATE_TIME.search(text, match.start("what"))
    return Found(match.start(), late.start() if late else match.end())


def triggers(text: str, names: Names) -> list[FoundTrigger]:
    """The conditions of ``text``, each from its joining word to the comma or end that closes it."""
    found: list[FoundTrigger] = []
    at = 0
    quiet = _QUIET.search(text)
    if quiet:
        length = durations(quiet.group())
        event = quiet["event"]
        said = "one" if event == "one" else names.term(event) or _act_in(event) or event
        if length:
            found.append(
                FoundTrigger(
                    quiet.start(), quiet.end(), Trigger(kind="after", event=said, count=0, period=length[0][2])
                )
            )
            at = quiet.end()
    while True:
        match = _TRIGGER.search(text, at)
        if not match:
            return found
        at = match.end("kind")
        kind = " ".join(match["kind"].lower().split())
        if re.search(r"\beven\s+\Z", text[: match.start("kind")]):
            continue  # "even if provoked" is no condition
        if kind == "when" and _POINT.search(text, 0, match.start("kind")):
            continue  # "from the moment when" is a time
        words = match["event"]
        if (
            re.match(
                r"which\b|(?:they|it|he|she)\s+(?:(?:now|currently)\s+)?(?:is|are|was|were|stands?|lies?|lay|fell|lie|(?:want|wish|like|choose|please)(?:\s+to\s+[a-z]+)?)(?=[\s\0]*\Z|\s+(?:until|if|unless|when|by)\b)",
                words,
            )
            or (kind in ("where", "when") and _AND_ASKED.search(text, 0, match.start("kind")))
            or (kind == "where" and _SITES.search(text, 0, match.start("kind")))
        ):
            continue  # "the hours during which", "the sites where it stores them": more about a thing
        if kind in ("where", "when", "if", "unless", "as soon as", "as long as") and _HEDGE.match(words):
            continue
        if kind.startswith("for ") and LASTING.search(_BESIDE.split(words)[0]):
            continue  # "for as long as the truce lasts" is a stretch of time
        if kind.startswith("having") and text[: match.start("kind")].strip(" ,(\0"):
            continue  # "units having left the town": more about a thing
        if kind in (
            "during",
            "until",
            "before",
            "after",
            "following",
            "without",
            "prior to",
            "upon",
        ) and not (
            names_event(words, names)
            or (kind == "during" and _A_TIME.fullmatch(words.strip()))
            or (kind == "without" and _PAPER.match(words))
        ):
            continue
        start = match.start("only") if match["only"] else match.start("kind")
        if text[:start].endswith((", ", "(")):
            start -= 2 if text[:start].endswith(", ") else 1
        end = match.end()
        found.append(FoundTrigger(start, end, trigger_of(kind, words, names)))
        at = end


def trigger_of(kind: str, words: str, names: Names) -> Trigger:
    """What happens, in ``words``: a defined term, else an act of the lexicon, else the words themselves."""
    count, period = None, None
    counted = _COUNT.search(words) or _SO_MANY.match(words)
    if counted:
        groups = counted.groupdict()
        count = int(parse_number(groups["number"] or groups["least"])) + (
            1 if "more than" in counted.group().lower() else 0
        )
        lengths = durations(words[counted.end() :])
        period = lengths[0][2] if lengths else None
    kind = kind.removeprefix("if and ").removeprefix("when and ").removeprefix("where and ")
    kind = kind.removesuffix(" and until")  # "unless and until"
    mentioned = [id for _, _, id in names.actors_in(words)]
    return Trigger(
        kind={
            "should": "if",
            "in the event of": "if",
            "in the event that": "if",
            "in case of": "if",
            "in the case of": "if",
            "having": "after",
            "the moment": "as soon as",
            "the instant": "as soon as",
            "having been": "after",
        }.get(kind, kind),
        event=_event(words, names),
        actor=mentioned[0] if len(set(mentioned)) == 1 else None,
        count=count,
        period=period,
    )


def _event(words: str, names: Names) -> str:
    """What happens. Of what does *not* happen only a term that stays unremedied is the event; else the words are."""
    term = names.term(words)
    denied = _DENIED.search(words)
    if denied and not (term and _UNREMEDIED.search(words)):
        return words
    if term and _is_there(words, term, names):
        return _act_in(words) or words
    return term or _act_in(words) or words


_WHERE = (
    r"\b(?:in|inside|within|into|at|on|over|near|through|across|along|of|from)\s+(?:the\s+|any\s+part\s+of\s+the\s+)?"
)


def _is_there(words: str, term: str, names: Names) -> bool:
    """Whether a defined term is where something happens, and not what: "there is firing in the City"."""
    meaning = next((each for each in names.definitions if each.term == term), None)
    if meaning is None or not (
        meaning.annex or re.search(rf"\b(?:{SPATIAL})\b", f"{term} {meaning.meaning[:60]}", re.IGNORECASE)
    ):
        return False
    return re.search(_WHERE + re.escape(term) + r"(?!\w)", words, re.IGNORECASE) is not None


def names_event(words: str, names: Names) -> bool:
    """Whether ``words`` name something that happens: a defined event, a noun of happening, an act."""
    if _HAPPENING.search(words) or _DOING.match(words) or _act_in(words) or _they_do(words):
        return True
    term = names.term(words)
    if term is None:
        return False
    meaning = next((each.meaning for each in names.definitions if each.term == term), "")
    return bool(_HAPPENING.search(term) or _HAPPENING.search(meaning[:80]) or _act_in(meaning))


_THEY = re.compile(
    r"(?:the|its|their|his|both|all|any)\s+(?:[\w\-]+\s+){0,2}?[\w\-]*[^\Ws]s\s+(?=[a-z])", re.IGNORECASE
)
_OF_THEIRS = re.compile(r"(?:\s+(?:up|out|over|back|in|down|off))?\s+(?:the|its|their|his|all|any|it|them)\b")


_HAVE_DONE = re.compile(r"have\s+(?:been\s+)?[a-z]+(?:ed|en|wn|ne|t|id)\b")


def _they_do(words: str) -> bool:
    """Whether several do something: "its consuls take up their posts"."""
    they = _THEY.match(words)
    if they and _HAVE_DONE.match(words, they.end()):
        return True  # "the delegations have agreed on a text"
    verb = re.match(r"[a-z]+", words[they.end() :]) if they else None
    does = verb_at_start(verb.group(), base=True) if verb else None
    return verb is not None and does is not None and bool(they and _OF_THEIRS.match(words, they.end() + verb.end()))


_BURSTS = re.compile(r"(?:the|an?|each|every|any|its|their)\s+[\w\-]*[^s\s]\s+[a-z]+s", re.IGNORECASE)
"""Somebody or something and a verb in the present: "the dam bursts" is no burst."""


def _act_in(words: str) -> str | None:
    """The act that heads a short phrase: "a finding of the Commission", "the entry into force of ..."."""
    rest = re.sub(
        r"^(?:(?:the|an?|any|each|every|its|their|such|his|another|prior|\d+|one|two|three|four|five|or more)\s+)*",
        "",
        words,
    )
    rest = re.sub(
        r"^(?:date|moment|day|end|completion|receipt|start|beginning)\s+of\s+(?:the\s+|an?\s+|any\s+)?", "", rest
    )
    if _BURSTS.fullmatch(words):
        return None
    done = re.search(r"\b(?:has|have|had|is|are|was|were)\s+(?:not\s+)?(?:been\s+)?(?P<verb>\w+)", words)
    for _ in range(3):
        found = noun_at_start(rest)
        if found and is_reported(found[0]):
            return found[0]
        rest = rest.partition(" ")[2]
        if not rest or rest.startswith(("of ", "by ", "that ")):
            break
    verb = verb_at_start(done["verb"]) if done else None
    return verb[0] if verb and is_reported(verb[0]) else None


def counterparts(text: str, names: Names, plain: bool = False) -> list[FoundActors]:
    """Whom something is done to or with: "to the Commission", "with Kestria", "towards the other Party".

    ``plain`` takes those too whom the text never introduces: "to the inspectors".
    """
    found = []
    for lead in _COUNTERPART.finditer(text):
        reach = actors_at(text, lead.end(), names)
        if reach is None and lead["lead"].lower() == "to" and _TO_DO.match(text, lead.end()):
            continue  # "allow them to station troops"
        if reach is None and lead["lead"].lower() in ("to", "with"):
            reach = _named_body(text, lead.end(), names)
            if reach is None and plain and lead["lead"].lower() == "to":
                reach = _plain_group(text, lead.end(), names)
        if reach:
            found.append(FoundActors(lead.start(), reach[0], reach[1]))
    return found


def _named_body(text: str, start: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """A body in capitals that the text never introduces: "to the Regional Council", "with UNOM"."""
    match = _IN_CAPITALS.match(text, start)
    ids = names.bearers(match["name"]) if match else None
    return (match.end(), ids) if match and ids else None


_GROUP = re.compile(
    r"(?P<who>(?:the\s+|its\s+|their\s+|all\s+)?(?:relevant\s+|competent\s+)?(?:[\w’'\-]+\s+){0,4}?[\w’'\-]+"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w\-]*(?:\s+[A-Z][\w\-]*)*)?)(?=\s*(?:[,;.\0]|\Z|\s(?:about|within|by|any|all|"
    r"every|the|an?|its|their)\b))"
)


def _plain_group(text: str, start: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """A group or office that the text never introduces: "to the inspectors", "to members of the Council"."""
    match = _GROUP.match(text, start)
    ids = names.bearers(match["who"]) if match else None
    return (match.end(), ids) if match and ids else None


def actors_at(text: str, start: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """The actors that the words from ``start`` on name ("Kestria and the Commission"), and where they end."""
    ids: list[str] = []
    at = start
    while True:
        other = _OTHER_PARTY.match(text, at)
        if other:
            ids.extend(names.party_ids)
            end = other.end()
        else:
            actor = next((each for each in names.actors_in(text[at : at + 160]) if each[0] == 0), None)
            following = text[at + actor[1] : at + actor[1] + 1] if actor else ""
            if not actor or following == "-" or re.match(r"\s+(?:forces|territory|side)\b", text[at + actor[1] :]):
                break
            ids.append(actor[2])
            end = at + actor[1]
        at = end
        more = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+").match(text, end)
        if not more or not ids:
            break
        following_actor = next(
            (each for each in names.actors_in(text[more.end() : more.end() + 160]) if each[0] == 0), None
        )
        if not following_actor and not _OTHER_PARTY.match(text, more.end()):
            break
        at = more.end()
    if not ids:
        return None
    return end, tuple(dict.fromkeys(ids))


def agent_at(text: str, start: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """As :func:`actors_at`, or a body that the text never introduces ("the OSCE")."""
    reach = actors_at(text, start, names)
    if reach:
        return reach
    sent = _SENT_BY.match(text, start)
    if sent and (reach := actors_at(text, sent.end(), names)):
        return reach
    plain = PLAIN_AGENT.match(text, start)
    ids = names.bearers(plain.group()) if plain else None
    if plain and ids:
        return plain.end(), ids
    described = _DESCRIBED_AGENT.match(text, start)
    ids = names.bearers(described.group()) if described else None
    return (described.end(), ids) if described and ids else None
