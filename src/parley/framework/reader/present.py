"""Verbs in the present tense: what stands for "shall" and the verb, which of them command and which only tell.

"Closes" is "shall close" where the lexicon has the verb and it is no statement ("wants", "recognises").
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .deeds import CEASE
from .founded import FOUNDED
from .idioms import idiom_at
from .names import plain_agent
from .phrasal import lets_do, lets_through, parted_at
from .states import state_at
from .unlisted import QUALITY, is_past, unlisted_verb, with_base

DONE = word_set(
    "release exchange withdraw return disarm dissolve pardon dismantle repair resume suspend lay-mines "
    "clear-mines deliver"
)
"""Acts whose passive in the present commands them: "all hostages are released by D+3"."""
ONLY_SAID = word_set(
    "recognise consider agree find violate begin continue complete involve hold-positions terminate express request "
    "take-action represent strengthen promote reduce increase enter-into-force attack fire define"
)
"""Acts whose present tense only tells or states."""
ALLOWED = re.compile(
    r"(?:[a-z]+ly\s+)?(?:allowed|permitted|banned|barred|forbidden|prohibited|excluded|exempt(?:ed)?|"
    rf"{FOUNDED})\b"
)
"""What says what is free, barred or there, and nothing that is done."""
CARRIED_OUT = re.compile(r"(?:carried\s+out|conducted|performed|effected|organi[sz]ed)\b")
_NOT = re.compile(r"do(?P<es>es)?\s+not\s+(?=[a-z]{2,})")
_NEVER = re.compile(r"(?:never|no\s+longer)\s+(?=[a-z]{2,})")
_WORD = re.compile(r"[a-z][a-z\-]*[a-z](?=[\s,.;]|\Z)")
_AUXILIARIES = word_set(
    "is has does are have do was were had did should would could might ought can may shall must will been being"
)
_BEGINS_OR_ENDS = re.compile(
    r"(?:begin|start|stop|cease|end)(?=\s*\Z|[,.;]|\s+(?:at|on|in|from|by|within|after|before|no\s+later)\b)"
)
SO_FAR = re.compile(
    rf"(?:stay|remain|keep)\s+{PATTERN}\s+(?:km|m|kilomet\w+|met\w+|miles?|paces|steps|nautical)\b", re.IGNORECASE
)
"""How far somebody or something is to keep."""
_DURING = re.compile(r"(?:stay|remain)\s+(?:for|until|till|there|at\s+least)\b|take\s+place\b")
_DECIDES = re.compile(r"(?:decide|rule|adjudicate)(?!\s+(?:that|to)\b)")
LASTS = re.compile(
    r"\b(?:agreement|truce|cease-?fire|armistice|protocol|accord|treaty|period|phase|stage|term|pause|paper|"
    r"text|points|rules?)\b",
    re.IGNORECASE,
)
"""What begins by itself, and by nobody's duty."""
FOLLOWS = re.compile(
    r"(?:\s+(?:back|over|up|out|down|off|on|away|in))?\s+(?:(?:the|its|their|his|all|any|every|each|an?|both|them|it|him|her|to|"
    r"no|nothing|new|other|two|three|four|five|six|seven|eight|nine|ten|by|with|at|on|in|from|within|for|of|what|which|how|whether|"
    r"where|those|others|anyone|anybody|everyone|along|through|around|under|near|into|across|over|before|after|again|until|neither|only|nobody|half|such)\b|\d|[A-Z])"
)
_ENDS = re.compile(r"\s+[a-z\-]+[^\Ws]s\b|\s*(?:\Z|[.;,])")
_OF_THEIRS = re.compile(
    r"(?:keep|bear|hold|have|maintain|retain|carry)\s+(?:its|their|the|an?)\s+(?:own\s+)?(?:views?|opinions?|names?|titles?|rights?|"
    r"claims?|position|status|seats?|majority|hopes?|beliefs?|character)\b|come\s+(?:from|of)\b"
)
"""What somebody has, and does nothing with, and where somebody is from."""
_TONGUE = re.compile(
    r"speak\s+(?!with\b|to\b|through\b|by\b|only\b|before\b|about\b|for\b|on\b|at\b|in\b)|pay\s+(?:[a-z]+\s+)?(?:tribute|homage|attention|heed)\b|"
    r"take\s+(?:[a-z]+\s+)?(?:note|notice|account|pride|heart|comfort)\b|bear\s+(?:in\s+mind|witness)\b|give\s+thanks\b|lay\s+stress\b|"
    r"set\s+great\s+store\b|(?:act|serve)\s+as\b|place\s+(?:[a-z]+\s+)?(?:trust|confidence|hope)\b"
)
"""What is said or felt, in the words of a deed."""
_COMMITS = re.compile(
    r"commit\s+(?:an?|any|another|the)\s+(?:[\w\-]+\s+){0,2}?(?:violation|breach|offence|infringement|crime|wrong)\b",
    re.I,
)
"""What somebody does who breaks the text, and is not to do: "a Party that refuses access commits a breach"."""
_SEES_TO = re.compile(
    r"(?:see\s+to|hold\s+(?:up|back|off|out)|come\s+(?:to|together)|look\s+(?:after|for|into)|stand\s+(?:guard|watch|by)|hold\s+(?:its|their)\s+fire)\b"
)
_ASKS = re.compile(r"ask\s+(?:the|its|their|his|her|an?|both|each|[A-Z])")
"""What is done, and not only said, beside another deed."""
_STATED = word_set(
    "want wish hope believe think know understand expect prefer need own possess hold control have claim support "
    "oppose welcome regret condemn deplore recall stress emphasise emphasize underline reiterate proclaim commend "
    "congratulate appreciate thank greet favour desire trust fear doubt admit deny live dwell inhabit number "
    "love hate mourn remember feel see suffer value regard consider face border adjoin declare state say "
    "affirm reaffirm confirm recognise recognize acknowledge accept agree consent intend mean urge appeal "
    "encourage demand reject seek aim strive exist express attach rejoice look stand lie belong consist comprise "
    "contain include depend remain resemble form lose forfeit deserve incur vouch rely"
)
"""Verbs of what somebody thinks, says or is: no duty without a time."""
_NO_VERB = re.compile(
    rf"{PATTERN}|half|aircraft|away|back|home|ashore|aboard|abroad|together|apart|aside|alone|alike|instead|everywhere|anywhere|"
    r"today|tomorrow|tonight|alongside|likewise|overnight|upstream|downstream|inland|"
    r"highway|motorway|railway|plateau|valley|peninsula|canal|lagoon|island|province|district|region|village|town|city|monastery|airport|airfield|"
    r"hospital|road|street|causeway|lighthouse|reservoir|river|lake|mountain|forest|gate|gorge|delta|basin|estuary",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(
    r"\b(?:on|in|at|along|from|of|near|to|by|over|across|through|behind|between)\s+the\s+[A-Z][\w’'\-]*\s+\Z"
)
"""Behind the name of a thing stands what it is: "the roadblocks on the Tavel | ridge"."""
_PLURAL_END = re.compile(
    r"(?:[^\Ws]s|men|women|children|people|police|they|\b[A-Z][\w’'\-]*|\bboth|\bsick|\bwounded|\bdead|\bfallen|\bmissing|ly)\s+\Z"
)
"""Right behind these a verb in the plural may stand that the lexicon hasn't."""
_AS_THEY_LIKE = re.compile(
    r"(?:go|move|travel|come|walk|fish|sail)\s+(?:about\s+)?(?:where(?:ver)?|when(?:ever)?|as)\s+(?:they|it|he|she)\b"
)
BARRED = frozenset({"fire", "attack", "violate", "hold-positions", "increase", "request"})
"""Of the acts that are only told those that nobody is to do: "no shots are fired", "no money is asked"."""
_FINITE_BEHIND = re.compile(r"\s+(?:to\s+be|is|are|was|were|has|have|had|shall|must|may|will|can|cannot|do|does)\b")
_GAINS = re.compile(
    rf"(?:get|receive|have)\s+(?:{PATTERN}|an?|\d+)\s+(?:more|further|extra|additional)\b", re.IGNORECASE
)
"""What somebody gets is theirs to use: "gets five more days"."""


@dataclass(frozen=True)
class Deed:
    """A verb in the present tense, where it stands, and the words that are put in its place ("shall", "close").

    One without words only states something. ``several`` is whether its doers are several, ``None`` where that can't be
    told; ``listed`` whether the lexicon has the verb. ``sure`` is a duty without a time, too, ``likely`` one in a text
    that is written so; ``barred`` what nobody is to do.
    """

    start: int
    end: int
    words: tuple[str, ...] = ()
    several: bool | None = None
    sure: bool = False
    likely: bool = False
    listed: bool = False
    barred: bool = False


_REMEMBERS = re.compile(
    r"recalls?\s+(?:that\b|(?:its|their|all|the)\s+(?:[\w\-]+\s+){0,2}?(?:obligations?|commitments?|undertakings?|agreements?|accords?|protocols?|"
    r"resolutions?|principles?|conventions?|charter|declarations?)\b)"
)
"""What is only called to mind."""
_GOES = re.compile(r"[a-z]+\s+(?:go|come|run|stay|lie|stand|remain|sit|leave|keep|fall|begin|start)\s")
"""A verb right behind it: "the breech blocks | go to the store"."""


def verb_of(
    text: str, at: int, several: bool | None, none: bool = False, joined: bool = False, closed: bool = False
) -> Deed | None:
    """The verb that begins there, if it agrees in number; ``sure`` where the lexicon has it and it is no statement.

    What nobody does (``none``) is barred, and what is barred may be fire or an attack. What is ``joined`` to another
    verb has no subject before it. Behind a subject that no noun can go on (``closed``: "nobody", "each Party") a verb
    has to stand, so that its object may be any noun.
    """
    if _REMEMBERS.match(text, at) or _GOES.match(text, at) or QUALITY.match(text, at):
        return None  # "escort the convoys | close to the pipeline"
    denied = _NOT.match(text, at)
    if denied:
        rest = text[denied.end() :]
        listed = verb_at_start(rest, base=True)
        barred = listed is not None and listed[0] in BARRED
        if several is not None and (denied["es"] is None) != several:
            return None
        if not barred and not _does(rest, listed, text, denied.end()):
            return None
        return _deed(at, at + len(text[at : denied.end()].rstrip()), ("shall not",), rest, listed)
    never = _NEVER.match(text, at)
    begin = never.end() if never else at
    word = _WORD.match(text, begin)
    if not word or word.group() in _AUXILIARIES - {"has", "have", "does"}:
        return None
    third = word.group().endswith("s") and not word.group().endswith("ss")
    if (several is not None and third == several) or _NO_VERB.fullmatch(word.group()):
        return None
    inflected = is_past(word.group()) or (
        verb_at_start(word.group()) is not None and not verb_at_start(word.group(), base=True)
    )
    bare = not third and not verb_at_start(text[begin:], base=True)
    noun = bare and not joined and (not _PLURAL_END.search(text, 0, begin) or _OF_A_NAME.search(text, 0, begin))
    if (inflected and not third) or (several and noun):
        return None  # "flights of military aircraft over Tarn"
    base = "have" if word.group() == "has" else with_base(word.group(), word.group()) if third else word.group()
    rest = base + text[word.end() :]
    if _GAINS.match(rest) or _AS_THEY_LIKE.match(rest):
        return Deed(at, word.end(), ("may", base), likely=True)
    listed = verb_at_start(rest, base=True)
    if third and plain_agent(word.group()) and (not listed or text.startswith(" to ", word.end())):
        return None  # "by the sector | commanders", "and Orlavia | doctors to Velm"
    if word.group() == "does" and idiom_at(f"do{text[word.end() :]}"):  # "does the same"
        return Deed(at, word.end(), ("shall", "do"), None, likely=True)
    if _COMMITS.match(rest):
        return Deed(at, word.end(), listed=True)
    if _FINITE_BEHIND.match(text, word.end()):
        return None  # "the members on the river post are relieved"
    barred = none and listed is not None and listed[0] in BARRED
    surely = (
        closed
        and third
        and not _COMMITS.match(rest)
        and (_any_verb(rest) or (joined and _ASKS.match(rest) is not None))
    )
    if word.group() in _AUXILIARIES or not (barred or surely or _does(rest, listed, text, begin)):
        return Deed(at, word.end()) if listed and not noun_at_start(word.group()) else None
    return _deed(at, word.end(), ("shall never" if never else "shall", base), rest, listed)


def _deed(start: int, end: int, words: tuple[str, ...], rest: str, listed: tuple[str, int] | None) -> Deed:
    first = re.match(r"[a-z\-]+", rest)
    stated = first is not None and first.group() in _STATED and not state_at(rest, 0)
    stated = stated or _OF_THEIRS.match(rest) is not None or _TONGUE.match(rest) is not None
    stated = stated and not _SEES_TO.match(rest)
    known = listed is not None or _by_its_object(rest)
    return Deed(start, end, words, None, known and not stated, not stated, known)


def _says_more(idiom: tuple[str, int], listed: tuple[str, int] | None) -> bool:
    """Whether a light verb means more with what stands behind it than the lexicon has of it."""
    return listed is None or idiom[1] > listed[1] or (listed[0] in ("take-action", "define") and idiom[1] == listed[1])


def _by_its_object(rest: str) -> bool:
    """Whether the words behind make a deed of the verb: "lets the boats pass", "pulls its guns back"."""
    return lets_do(rest) or lets_through(rest) or parted_at(rest, 0) is not None


def _any_verb(rest: str) -> bool:
    """Whether a verb that the lexicon hasn't opens ``rest``, whatever noun stands behind it: "cut wood"."""
    return unlisted_verb(rest, behind_modal=True) is not None and not verb_at_start(rest, base=True)


def _does(rest: str, listed: tuple[str, int] | None, text: str, at: int) -> bool:
    """Whether ``rest`` opens with a verb of something done, in the base form."""
    idiom = idiom_at(rest)
    if _by_its_object(rest) or _DURING.match(rest) or SO_FAR.match(rest) or (idiom and _says_more(idiom, listed)):
        return True
    if listed:
        begins = _DECIDES.match(rest) or (_BEGINS_OR_ENDS.match(rest) and not LASTS.search(text, 0, at))
        return not (listed[0] in ONLY_SAID and not CEASE.match(rest) and not state_at(rest, 0) and not begins)
    unlisted = idiom or unlisted_verb(rest)
    return unlisted is not None and (FOLLOWS.match(rest, unlisted[1]) or _ENDS.match(rest, unlisted[1])) is not None
