"""Who does what in the present tense: the subject of a clause, and the verb that agrees with it.

"The guards close the gate", "whoever is fired upon takes cover", "the lists are not shown to anyone". Whether such
words are a duty or only tell how things are is judged by who it is and what is done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.citing import provisions_cited
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .agents import agents_described
from .anyone import BEHIND_HEAD, FOUND_TO, anyone, are_people, plain_thing, them
from .conditions import agent_at
from .craft import craft
from .deeds import ADVERBS
from .joined import participle
from .leftovers import no_thing
from .names import Names, one_phrase, plain_agent
from .places import places
from .present import ALLOWED, BARRED, CARRIED_OUT, DONE, FOLLOWS, LASTS, ONLY_SAID, SO_FAR, Deed, verb_of
from .states import state_at
from .subjects import FRONTED, IF_SOMEBODY, NO_ONE, WHATEVER, YEAR_AND, subject_of
from .windows import after_time

_MOST_WORDS = 10
"""Of a subject."""
_MOST_GAPS = 60
_BE = re.compile(r"(?:is|are)\s+(?P<not>(?:not|never|no\s+longer)\s+)?(?=[a-z]{2,})")
_DEPENDENT = re.compile(
    r"(?:if|when|whenever|where|wherever|while|whereas|unless|until|once|as|because|since|although|though|whether|provided|"
    r"that|which|who|whom|whose|what)\b",
    re.IGNORECASE,
)
"""What opens a clause that states no duty."""
_FOR_EACH = re.compile(r"for\s+(?:each|every)\s", re.IGNORECASE)
_ANOTHER_DOES = re.compile(
    r"[^,;:]*,\s+(?:the|each|every|both|it|they|he|she|its|their|no|neither|nobody|[A-Z][\w\-]*)\s+(?!(?:and|or)\b)"
)
"""What is done of each thing stands behind a comma: "for each boat the League returns, the Council pays"."""
_OPEN = re.compile(
    r"\b(?:of|by|with|from|to|for|in|(?<!\bthen )(?<!\bnow )(?<!\bday )on|at|between|among|against|under|after|before|"
    r"until|than|as|if|when|where|while|unless|once|that|which|who|whom|whose|whoever|and|or|nor|not|shall|must|may|will|can|"
    r"helps?|lets?|makes?|sees?|hears?)\s*\Z",
    re.IGNORECASE,
)
"""Behind these words no subject begins, and with them none ends."""
_DONE_AT = re.compile(r"\b(?:is|are|was|were)\s+[a-z]+(?:ed|t)\s+(?:at|upon|on)\s*\Z")
"""What was done to somebody, whole with its preposition: "whoever is shot at"."""
_DETERMINED = re.compile(
    rf"(?:the|each|every|all|both|any|no|its|their|those|these|(?:that|this|either)(?=\s+[a-z]+\Z)|{PATTERN}|at\s+least|several|half|most)\s",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:nobody|no\s+one|everybody|everyone)(?:\s+else|\s+(?:under|over|in|from|of|on|at|with|without|who|but|except)\s[\w\s\-]+)?",
    re.IGNORECASE,
)
_A_PARTY = re.compile(r"(?:an?|any|either)\s+(?:party|side)\s+(?:that|which|who|whose|found)\s", re.IGNORECASE)
"""A party of which more is told: "a Party that the Commission finds guilty"."""
_ONE = re.compile(r"an?\s", re.IGNORECASE)
"""Before anybody of a kind: "a driver [shows his card]"."""
_NOBODY = re.compile(r"nobody|no\s+one|everybody|everyone", re.IGNORECASE)
_WHOEVER = re.compile(
    r"(?:whoever|(?-i:Who)(?=\s+[a-z]+[^\Ws]s\s)|any(?:one|body)\s+who|every(?:one|body)\s+who|he\s+who|(?P<many>those|all)\s+who|(?:an?|any)\s+person\s+who)\s+"
    r"(?=[a-z]+\s+\S)",
    re.IGNORECASE,
)
"""Somebody who is nobody yet, told by what they do: "whoever finds a mine [marks it]"."""
_RELATIVE = re.compile(r"\b(?:who|that|which|whom|whose|whoever)\b", re.IGNORECASE)
_RELATIVE_OPEN = re.compile(
    r"\b(?:who|that|which|whoever)\s*\Z|\b(?:whom|which|that)\s+(?:(?:the|its|their|an?|both|each|either)\s+)?[\w\-]+\s*\Z|"
    r"\b(?:where|whether|if|when|as|and|or|nor)\s*\Z",
    re.IGNORECASE,
)
"""Where a verb would be that of a relative clause."""
_FINITE = re.compile(
    r"\b(?:to\s+be|is|are|was|were|has|have|had|does|do|did|should|would|could|can|not)\b", re.IGNORECASE
)
_SOMEBODY_WITHIN = re.compile(
    r"(?<!\bof)(?<!\bto)(?<!\bby)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<=\w)\s+(?:nobody|no\s+one|everybody|everyone|neither)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:[Ww]e|you|I)\s+[a-z]")
_CAN = re.compile(r"\b(?:can|cannot|could)\s")
_NO_HEAD = re.compile(
    r"(?:\A|\s)(?:the|an?|its|their|his|all|any|every|each|both|no|this|that|these|those|such|new|further|additional|"
    r"more)\Z",
    re.IGNORECASE,
)
_OPEN_VERB = re.compile(
    r"\b(?:all|these|those|both|several|many)\s+(?!(?:people|men|women|children|police|personnel|staff|crew)\Z)[a-z\-]+(?<!s)\Z|"
    r"\b(?:the|its|their|every|each|any)\s+(?!(?:hospital|capital|canal|arsenal|cathedral|journal|admiral|corporal|festival|official|tribunal|signal|general|material|terminal|trial|cable|executive|"
    r"archive|representative|relative)\Z)[a-z]+(?:nal|cal|ral|tal|ial|ous|ful|able|ible|ive)\Z|"
    r"\s(?:stays?|remains?|takes?|gives?|makes?|comes?|goes|puts?|brings?)\Z"
)
"""What a noun follows, and no subject ends with: "the new tariff takes | effect", "all illegal | tolls"."""
_BEFORE_IT = re.compile(r"\s*(?:before|after)\s", re.IGNORECASE)
_TAKES_PLACE = re.compile(r"takes?\s+place\b")
_TOLD_IN = re.compile(
    r"[a-z]+(?:\s+(?:with|out|down|up|forth))?\s+(?:in|on|by|under)\s+(?:(?:an?|the|this|that|its|their|another)\s+)?"
    r"(?:[a-z]+\s+)?(?:paper|annex(?:es)?|appendix|map|list|protocol|document|agreement|article|paragraph|chapter|point|rules?|law|laws)\b"
    r"|(?:given|stated|expressed|told|measured|written|counted|shown|quoted|reckoned|reported)\s+in\s+(?:UTC|GMT|Zulu|local|universal|kilomet\w+|km|met\w+|nautical|miles|days|hours|degrees|figures|tonnes)\b",
    re.IGNORECASE,
)
"""What is told or shown elsewhere: "are dealt with in a separate paper"."""
_RENEWED = re.compile(r"(?:renewed|extended|prolonged|concluded|signed|made|terminated|ended)\b")
_PUT_TO = re.compile(r"[a-z]+(?:\s+(?:over|back|up|out))?\s+(?:to|before|with)\s+")
"""What is done with somebody: "put to the Commission"."""
_NO_SUBJECT = re.compile(
    r"(?:[a-z]+(?:ed|en)\s+by|no\s+(?:later|earlier|sooner|longer|more|less|fewer)|it|they|he|she|of|we|you|in|inside|within|outside|on|at|from|by|near|along|under|between|behind|beyond|across|until|"
    r"during|throughout|after|before|upon|for|with|without|into|through|towards?|as|to)(?:\s|\Z)",
    re.IGNORECASE,
)
"""What begins so is no name of whoever does something: "It deploys along the ...", "Inside the walls ..."."""
_AND = re.compile(r"\b(?:and|or|nor)\b")
_ITS_OBJECT = re.compile(
    r"(?:\s+(?:back|over|up|out|down|off|on|away|in))?\s+(?:the|its|their|his|all|any|every|each|an?|both|them|it|him|her|no|what|"
    r"how|whether|those|others|one|two|three|\d)\b|\s+[A-Z]"
)
"""Behind a verb: what it is done to."""
_SAYS_WHAT = re.compile(rf"(?:\s+free)?(?:{FOLLOWS.pattern})|\s*(?:\Z|[,.;])")
_PROPER = re.compile(r"[A-Z][\w’'\-]*")
"""A word that any sentence may begin with, and no name."""
_NUMBER = re.compile(rf"(?:\d|\b{PATTERN})\Z", re.IGNORECASE)
_AGE = re.compile(
    r"\A(?:[A-Z][a-z]+\s+)?[A-Z][a-z]{2,}s?\s+\d{1,3}(?:(?:,\s+\d{1,3})*,?\s+and\s+\d{1,3})?\Z|\b(?:point|article|paragraph|rule|clause|item|section|annex)s?\s+\d+\Z|\b(?:no\s+one|(?:under|over|below|above)\s+[a-z\-]+)\Z",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"|.*,\s+", re.DOTALL)
_SEVERAL_THINGS = re.compile(
    r"(?-i:[A-Z])[a-z]+(?:\s+(?-i:[A-Z])[a-z]+)?\s+\d{1,3}(?:(?:,\s+\d{1,3})*,?\s+and\s+\d{1,3})?\Z|(?:the|an?|all|every|each|both|any|no)\s|(?:[\w\-]+\s+){0,3}[a-z]+s(?=\s|\Z)",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:[\w\-’']+\s+){0,3}(?:[a-z\-]*[^\Ws]s|men|women|children|people|police)(?=\s|\Z)", re.IGNORECASE)
_MANY_AT_ONCE = re.compile(r"(?:both|all|those|these|half|most|some|several|many)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:s|people|police|men|women|children|cattle|wounded|sick|dead)\Z")
_BY = re.compile(
    r"\bby\s+(?!(?:D[+\-]|\d|noon|midnight|dusk|dawn|then|now|day|night|the\s+(?:end|close|expiry|first|last)\b))"
)
_HARM = word_set(
    "attack fire shell strike launch explode advance cross enter occupy fortify lay-mines detain deny-access "
    "endanger harbour control damage kill threaten displace violate abuse jam interfere hold-positions represent "
    "chair impose hold use"
)
"""Acts that a text tells, where it says by whom or to what they are done."""


def first_deed(text: str, start: int, names: Names, pronoun: tuple[str, ...] | None) -> Deed | None:
    """The first verb from ``start`` on that somebody does or that is done to something; ``None`` if there is none.

    That of somebody known counts before anybody's, and this before what a thing does by itself.
    """
    found: list[_Found] = []
    for gap in islice(re.finditer(r"\s+(?=[a-z])", text[start:]), _MOST_GAPS):
        end, at = start + gap.start(), start + gap.end()
        adverbs = ADVERBS.match(text, at)
        at = adverbs.end() if adverbs else at
        if _BE.match(text, at):
            if _BEFORE_IT.match(text, start) and "," not in text[start:end]:
                continue  # "Before the order of local councils is proclaimed": that is the front's own verb
            done = _done(text, start, end, at, names, pronoun)
            if done:
                found.append(_Found(1, start, True, done))
            continue
        if not verb_of(text, at, None, True, closed=True):
            continue
        who = _who(text, start, end, names, pronoun)
        none = who is not None and NO_ONE.match(text, who.first) is not None
        verb = verb_of(text, at, who.several, none, closed=who.closed) if who else None
        if verb and who and start and who.level and not verb.listed and not _ITS_OBJECT.match(text, verb.end):
            continue  # "the bridge, the station and the grain silos by Thursday"
        if who and verb and who.several is None and not who.closed and not _SAYS_WHAT.match(text, verb.end):
            continue  # "the Ostani release points": a noun
        if who and verb and (verb.words or who.level == 0):
            held = _TAKES_PLACE.match(text, verb.start) is not None
            sure = held or (verb.sure and who.level == 0)
            likely = verb.likely and (who.people or _stays(verb, text))
            deed = Deed(verb.start, verb.end, verb.words, who.several, sure, likely, barred=none)
            found.append(_Found(who.level, who.first, verb.listed, deed, who.closed))
    if not found:
        return None
    best = min(found, key=lambda each: (each.level, each.deed.start))
    deed = next((each.deed for each in found if _rather(each, best, text)), best.deed)
    return deed if deed.words else None


def _stays(verb: Deed, text: str) -> bool:
    """Whether a thing is to stay as it is or where it is: "the gates stay shut", "weapons stay 2 km away"."""
    rest = f"{verb.words[-1]}{text[verb.end :]}" if verb.words else ""
    return state_at(rest, 0) is not None or SO_FAR.match(rest) is not None


@dataclass(frozen=True)
class _Found:
    """A verb whose subject begins at ``first``, and whether the lexicon has it; ``closed`` as with its doer."""

    level: int
    first: int
    listed: bool
    deed: Deed
    closed: bool = False


_TOLD_OF_WHOM = re.compile(r"\b(?:that|which|who)\s+(?:(?:has|have|had)\s+)?[a-z]+\s+\Z")
"""A relative clause of a verb alone: what stands behind it is its object."""


def _rather(one: _Found, best: _Found, text: str) -> bool:
    """Whether the verb of ``best`` is a noun in the subject of ``one``: "The guard who sees lights at sea reports"."""
    if not one.listed or one.first != best.first or one.deed.start <= best.deed.start or best.closed:
        return False
    if not best.listed or _TOLD_OF_WHOM.search(text, best.first, best.deed.start):
        return True  # "The side that planted mines lifts them"
    within = _OF_ONE.search(text, best.first, best.deed.start)
    return (
        within is not None and text[best.deed.end : one.deed.start].isspace()
    )  # "employees of the water station enter"


_OF_ONE = re.compile(r"\s(?:of|at|in|from|on)\s+(?:the|an?|its|their|each|every)\s+(?:[\w\-]+\s+)?[\w\-]*[^\Ws]\s+\Z")
"""Behind a single thing in a longer name a verb in the plural may be a noun of the same name."""


@dataclass(frozen=True)
class _Doer:
    """Who does it: ``level`` 0 is somebody known, 1 anybody, 2 a thing; where the words for them begin.

    ``closed`` are words that no noun can go on: "nobody", "each Party", a name.
    """

    level: int
    several: bool | None
    people: bool = True
    first: int = 0
    closed: bool = False


def _who(text: str, start: int, end: int, names: Names, pronoun: tuple[str, ...] | None) -> _Doer | None:
    """Whose name ends at ``end``; ``None``: it is no known name, or no subject."""
    open_ended = _OPEN.search(text, start, end) and not _DONE_AT.search(text, start, end)
    if open_ended or (_NUMBER.search(text, start, end) and not _AGE.search(text, start, end)):
        return None  # "the truce ends 60 days after D-day"
    begins = [start, *(start + each.end() for each in re.finditer(r"\s+", text[start:end]))]
    blocked = False
    for first in begins if len(begins) <= _MOST_WORDS else [start, *begins[-_MOST_WORDS:]]:
        words, before = text[first:end].strip(), text[start:first]
        doer = _doer(words, before, names, pronoun)
        if not doer:
            continue
        clause = re.split(r"[,;:]\s+", before)[-1]
        if _NO_HEAD.search(before.rstrip()):
            continue
        dependent = _DEPENDENT.match(clause) and not _is_time(clause, names)
        dependent = dependent or (_FOR_EACH.match(clause) is not None and _ANOTHER_DOES.match(text, end) is not None)
        opened = dependent or _OPEN.search(before)
        if _WE.search(clause):
            return None  # "We ask the | doctors"
        if not opened and _CAN.search(clause):
            return None  # "The chair can call the guards"
        if not opened and (not blocked or names.actor_id(words) or _ANYBODY.fullmatch(words)):
            return replace(doer, first=first)
        blocked = blocked or "," not in words  # "on the first day of every month | Halvern"
        if opened and dependent:
            return None
    return None


def _is_front(before: str, names: Names) -> bool:
    """Whether no more than a time or a place stands in front: "Between Gate 2 and Gate 3 [the lane stays shut]"."""
    words = before.rstrip()
    if not FRONTED.match(words):
        return False
    return _is_time(words, names) or any(
        each.start == 0 and each.end == len(words) for each in places(words, names, ["place"])
    )


def _is_time(clause: str, names: Names) -> bool:
    """Whether a clause is no more than a time: "Until 30 September 2031 [no soldier enters]"."""
    return after_time(f"{clause.rstrip()} ", 0, names.dated) == len(clause.rstrip())


def _doer(words: str, before: str, names: Names, pronoun: tuple[str, ...] | None) -> _Doer | None:
    case = IF_SOMEBODY.fullmatch(f"{before}{words}") if words in ("he", "she") else None
    if case:  # "If a man crosses the river, he leaves his rifle at the gate"
        return _Doer(1, False) if anyone(case["who"], names) else None
    if re.fullmatch(r"it|they", words, re.IGNORECASE):
        several = words.lower() == "they"
        return _Doer(0, several) if pronoun and several == (len(pronoun) > 1 or _plural(pronoun[0])) else None
    whoever = _WHOEVER.match(words)
    if whoever and "," in words:
        return None
    if whoever:
        return _Doer(0, whoever["many"] is not None) if _BEGINS.fullmatch(before) else None
    if (
        _NO_SUBJECT.match(words)
        or YEAR_AND.match(words)
        or not _is_phrase(words)
        or ("," in words and not _AND.search(words))
    ):
        return None
    ids = names.bearers(words) or them(words, names, pronoun)
    capital = _PROPER.fullmatch(words) and not before and not names.knows(ids[0] if ids else "")
    if ids and not (capital and plain_agent(words) is None):
        number = are_several(words, ids, names)
        named = names.actor_id(words) is not None and number is not None
        return _Doer(0, number, closed=named or names.is_parties(words))
    opens = _BEGINS.fullmatch(before) is not None or _is_front(before, names)
    many = opens and _MANY.match(words) and not re.match(r"(?:no|every)(?:body|\s?one)\b", words, re.IGNORECASE)
    told = _A_PARTY.match(words) and not _RELATIVE_OPEN.search(words)
    one = opens and _ONE.match(words) and are_people(words)
    anybody = _ANYBODY.fullmatch(words) or _DETERMINED.match(words) or many or told or one
    ids = anyone(words, names) if anybody else None
    if ids:
        people = are_people(words) or craft(words) is not None
        return _Doer(1, are_several(words, ids, names), people, closed=_NOBODY.fullmatch(words) is not None)
    if opens and _SEVERAL_THINGS.match(words) and plain_thing(words) and not LASTS.search(words):
        return _Doer(2, are_several(words, (words,), names), False)
    return None


def _plural(words: str) -> bool:
    return re.search(r"[^\Ws]s\Z", words.split(" of ")[0]) is not None


def _is_phrase(words: str) -> bool:
    """Whether ``words`` may be one noun phrase, with what a relative clause tells of it."""
    told = _RELATIVE.search(words)
    phrase = FOUND_TO.sub("found", words[: told.start()] if told else words)
    cited = list(provisions_cited(phrase.strip()))
    if cited and cited[0].start == 0 and cited[-1].end == len(phrase.strip()):
        return True  # "Article 2", "paragraphs 1 and 3 of Article 4"
    if _SOMEBODY_WITHIN.search(phrase):
        return False  # "During | the fair nobody"
    return not (_FINITE.search(phrase) or _NO_HEAD.search(words) or _OPEN_VERB.search(words)) and one_phrase(phrase)


def are_several(words: str, bearer: tuple[str, ...], names: Names) -> bool | None:
    """Whether the verb of a subject stands in the plural: "each Party buries", "the Parties bury"; ``None``: either."""
    head = BEHIND_HEAD.split(words)[0]
    last = head.split()[-1] if head.split() else words
    if re.match(r"(?:each|every|either|neither|an?|one|nobody|whoever|no\s+one)\b", words, re.IGNORECASE):
        return False
    if _MANY_AT_ONCE.match(words) or re.search(r"\sand\s", head):
        return True
    if len(bearer) > 1:
        if re.search(r"(?:Party|[Ss]ide|other|army)\Z", last):
            return False
        return None if last[0].isupper() and not last.endswith("s") else True  # "no Militia": a term for some of them
    if last[0].isupper() and last.endswith("s") and names.knows(bearer[0]):
        return None  # "the United Nations"
    if last in names.peoples and re.match(r"the\s", words, re.IGNORECASE):
        return None  # "the Ostani give", "the Ostani gives"
    if re.fullmatch(r"crew|personnel|infantry|cavalry|staff|militia|media|escort|garrison|youth", last):
        return None
    return _PLURAL.search(last) is not None


def _done(text: str, start: int, end: int, at: int, names: Names, pronoun: tuple[str, ...] | None) -> Deed | None:
    """ "The bodies are [not] handed over": what is done to a thing or to somebody, whose name ends at ``end``."""
    be = _BE.match(text, at)
    if not be or _RELATIVE_OPEN.search(text, start, end):
        return None
    adverbs = ADVERBS.match(text, be.end())
    rest = text[adverbs.end() if adverbs else be.end() :]
    done = participle(rest)
    subject = subject_of(text[start:end], names, pronoun) if done else None
    barred = be["not"] is not None or (subject is not None and NO_ONE.match(subject.words) is not None)
    if ALLOWED.match(rest) or _TOLD_IN.match(rest) or not done or _only_told(done[0], rest, barred):
        return None
    whatever = subject is not None and WHATEVER.fullmatch(subject.words) is not None and be.group().startswith("is")
    if subject is None or (_DEPENDENT.match(subject.words) and not whatever) or no_thing(subject.words):
        return None
    if not whatever and not _is_phrase(subject.words):
        return None
    if LASTS.search(subject.words) and _RENEWED.match(rest):
        return None
    listed = verb_at_start(rest) is not None
    agent = _by_whom(text, at, names)
    plain = listed and done[0] not in _HARM
    sure = CARRIED_OUT.match(rest) is not None or (plain and (done[0] in DONE or agent is True))
    put = _PUT_TO.match(text, len(text) - len(rest))
    handed = put is not None and agent_at(text, put.end(), names) is not None
    phrasal = not listed and _PHRASAL.match(rest) is not None
    limited = listed and _ONLY.match(rest) is not None
    likely = ((plain or phrasal) and agent is not False) or barred or handed or limited
    words = "shall not be" if be["not"] else "shall be"
    several = be.group().startswith("are")
    return Deed(at, at + len(be.group().rstrip()), (words,), several, sure, likely)


_ONLY = re.compile(r"[a-z]+(?:\s+(?:up|out|off|down))?\s+only\s")
"""What is done only so, is done by a rule: "are held only behind the hills"."""
_PHRASAL = re.compile(r"[a-z]+(?:ed|t|n|g)\s+(?:off|up|down|out|away|back|together)\b(?!\s+of\b)")
"""A participle with its particle is done by somebody: "are switched off"."""
_DONE_ALL_THE_SAME = re.compile(
    r"(?:taken(?!\s+(?:into|as|for|note|notice|to\s+(?:be|mean)|place|part|that)\b)|decided|ruled\s+upon|adjudicated|settled|stopped|halted|started|begun|completed|finished|reduced|increased)\b(?!\s+(?:that|by\s+which)\b)"
)
"""What is done, though the verb of whoever does it only tells."""


def _only_told(act: str, rest: str, barred: bool) -> bool:
    return act in ONLY_SAID and not _DONE_ALL_THE_SAME.match(rest) and not (barred and act in BARRED)


def done_as_well(text: str, at: int) -> Deed | None:
    """ "... and are paid every Friday": a second thing that is done to the same."""
    be = _BE.match(text, at)
    adverbs = ADVERBS.match(text, be.end()) if be else None
    rest = text[adverbs.end() if adverbs else be.end() :] if be else ""
    done = participle(rest) if rest else None
    if not be or not done or ALLOWED.match(rest) or _TOLD_IN.match(rest) or _only_told(done[0], rest, bool(be["not"])):
        return None
    plain = verb_at_start(rest) is not None and done[0] not in _HARM
    words = "shall not be" if be["not"] else "shall be"
    likely = plain or be["not"] is not None
    return Deed(at, at + len(be.group().rstrip()), (words,), be.group().startswith("are"), plain, likely)


def _by_whom(text: str, start: int, names: Names) -> bool | None:
    """Whether somebody does it whom the words behind "by" name, up to the next clause; ``None``: nothing is said."""
    stop = re.compile(r"[;:]|,\s|\sand\s").search(text, start)
    reach = text[start : stop.start() if stop else len(text)]
    for by in _BY.finditer(reach):
        at = start + by.end()
        agent = agent_at(text, at, names) or agents_described(text[: start + len(reach)], at, names)
        words = text[at : agent[0]] if agent else ""
        return agent is not None and (names.bearers(words) is not None or are_people(words))
    return None
