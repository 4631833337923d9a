"""Verbs that mean little alone and mean a deed with what stands right behind them: "go out", "set foot", "fall silent".

Such a verb is taken with a particle, with a bare noun or quality that ends the phrase, with a preposition, or with an
object of its own. The verb, with the particle or the bare word, is the act.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.wordlist import word_set

from .plain_verbs import is_plain_verb

_LIGHT = word_set(
    "put set take go come bring keep run see stay lie stand fall begin start have hold turn get give make lose serve "
    "change proceed draw hand cast pull push drop leave stop look"
)
_PARTICLE = (
    r"(?:up|out|off|down|back|away|in|on|over|through|ahead|forward|together|apart|aside|along|around|round|home|ashore|"
    r"aboard|abroad|inside|outside|indoors|outdoors|upstairs|downstairs|there|elsewhere|again)"
)
_PREPOSITION = (
    r"(?:to|at|in|on|from|with|within|into|onto|by|across|along|near|over|through|towards?|behind|beyond|between|under|after|"
    r"before|inside|outside|around|past|until|till|for|without|during|throughout|against|upon|among|about|off|out\s+of|as)"
)
_CLOSED = (
    rf"(?=\s*(?:\Z|[,.;])|\s+(?:{_PREPOSITION}|and|or|every|each|once|twice|again|no\s+later|not\s+later|if|when|while|"
    r"unless)\b)"
)
"""What stands behind a phrase that is whole."""
_WITH_PARTICLE = re.compile(rf"\s+(?!up\s+to\b){_PARTICLE}{_CLOSED}")
IN_BULK = (
    r"(?:fuel|flour|seed|grain|water|food|medicine|timber|cement|money|bread|salt|fodder|coal|wood|clothing|rice|milk|oil|livestock|equipment|petrol|"
    r"powder|ammunition|artillery|cattle|tobacco|liquor|alcohol|cash|straw|hay|dynamite|gunpowder|weaponry|furniture|machinery|meat|"
    r"corn|wheat|barley|sugar|tea|soap|cloth|sand|gravel)"
)
"""Things without a plural."""
_WITH_BARE = re.compile(
    rf"\s+(?!(?:{IN_BULK}|{_PREPOSITION}|{_PARTICLE}|the|an?|all|any|no|not|its|their|his|her|it|them|him|this|that|these|those|such|each|"
    r"every|both|some|one|two|three|four|five|only|so|more|less|most|least|and|or|but|if|when|than|be|been|being|effect|force|part|"
    rf"place|care|care\s+of)\b)[a-z]{{3,}}(?<!ly)(?<!ing){_CLOSED}"
)
_ROW = re.compile(
    r"(?=\s+(?!(?:up|out|off|down|back|away|care|part|place|note|effect|cover|stock|shelter)\b)[a-z]{3,}(?<!ly)(?:,\s+(?P<second>[a-z]+))?(?:,\s+[a-z]+)*,?\s+(?:and|or)\s+(?P<last>[a-z]+)\s*"
    rf"(?:[.,;]|\Z|\s{_PREPOSITION}\s))"
)
"""Bare nouns in a row are a thing ("take food, money or tobacco"), where none of them is a verb ("cover and wait")."""
_WITH_STATE = re.compile(
    r"\s+(?:to|into|in|on|under|at|out\s+of)\s+(?:an?\s+(?:end|halt|stop|close|standstill)|(?!the\b|its\b|their\b|all\b|any\b|each\b|"
    rf"every\b|this\b|that\b|it\b|them\b|once\b|least\b|most\b|force\b|effect\b)[a-z]{{3,}}(?<!s)(?<!ing)){_CLOSED}"
)
"""A noun without an article behind a preposition says what becomes of somebody: "put on trial", "come to terms"."""
_BEFORE_PLACE = re.compile(
    rf"(?=\s+{_PREPOSITION}\s)|(?=\s+(?:any\s+)?(?:nearer|closer)\s+(?:than|to)\s)|(?=\s*(?:\Z|[,.;]))"
)
_SAME = re.compile(rf"do\s+(?:the\s+same|likewise){_CLOSED}")
"""What the sentence before told of somebody else."""
_PARTICLE_OBJECT = re.compile(
    r"\s+(?:up|out|off|down|back|away|forward|aside|apart|together|over)"
    r"(?=\s+(?:(?:the|an?|all|any|every|each|its|their|his|her|such|no|both|these|those|two|three|four|five|six)\s|[a-z\-]+[^\Ws]s\b|"
    rf"(?!{_PREPOSITION}\b|and\b|or\b)[a-z]{{3,}}\s+[a-z]{{3,}}\s*(?:[.,;]|\Z)))"
)
_WITH_ONESELF = re.compile(
    r"\s+with\s+(?:them|it|him|her)(?=\s+(?:the|its|their|his|her|all|any|an?|no|two|three|[a-z\-]+s)\b)"
)
"""With these behind it a verb has an object of its own: "put forward proposals", "take with them their tools"."""
_GOES = word_set("go come run stay stand sit start begin stop leave turn change proceed")
_BEFORE_TIME = re.compile(
    r"(?=\s+(?:(?:once|twice|three\s+times)\s+(?:an?|every|each)|daily|weekly|hourly|no\s+later|not\s+later)\s)"
)
_KEEP_TO = re.compile(r"\s+to(?=\s)")
_OBJECT = re.compile(
    r"(?=\s+(?:(?:the|an?|all|any|every|each|its|their|his|her|such|no|both|these|those|this|that|them|it|others|everyone|everybody|"
    r"anyone|anybody|nobody|at\s+least|(?:new|more|further|other|fresh)\s+[a-z]+|two|three|four|five|six|seven|eight|nine|ten)\b|\d|[A-Z]|[a-z\-]+[^\Ws]s\b|people\b|men\b|women\b|children\b|"
    rf"{IN_BULK}{_CLOSED}))"
)
_SOME_THINGS = (
    rf"\s+(?!(?:{_PREPOSITION}|{_PARTICLE}|and|or|not|no|only|so|as|part|place|effect|care|note|account)\b)[a-z\-]{{3,}}(?<!ly)(?<!s)\s+"
    rf"(?!(?:{_PREPOSITION}|and|or|than)\b)(?:[a-z\-]+\s+)?(?:[a-z\-]+[^\Ws]s|men|women|people|personnel|artillery|equipment)\s+"
)
_MOVED_THINGS = re.compile(
    rf"(?={_SOME_THINGS}(?:in(?:to)?|on(?:to)?|at|inside|across|through|within|near|over|from|up\s+to|to)\s)"
)
"""Things of some kind that are brought to a place: "bring | heavy weapons into the Zone"."""
_THINGS_THERE = re.compile(rf"(?={_SOME_THINGS}(?:in|inside|within|near)\s)")
"""The same that somebody has there."""
_QUALIFIED_OBJECT = re.compile(
    r"(?=\s+(?!(?:part|place|care|note|effect|stock|shelter|cover|good|sure|known|public|clear|open|free|shut|home|out|up|down|off|back|away|in|on|over|"
    r"through|forward|aside|apart|together|along|around|ahead|to|at|by|for|from|with|of|into|onto|as|and|or|not|only|also|again|there|"
    r"before|after|until|under|near|without|within|between|against|about|idle|fast|still|silent|ready|steps?|fire)\b)[a-z]{3,}(?<!ly)\s+[a-z\-]+[^\Ws]s\b)"
)
"""Things in the plural behind what they are like: "put | red stones around the field"."""
_MOVES_THINGS = word_set("put set take bring keep run hand pull push draw cast drop")
_EACH_OTHER = re.compile(r"(?=\s+(?:each\s+other|one\s+another)\b)")
_WORD = re.compile(r"[a-z]+")
_FIXED = re.compile(rf"\s+(?:hands|sides|turns|steps|places){_CLOSED}")
_FORMS = (
    _FIXED,
    _WITH_PARTICLE,
    _PARTICLE_OBJECT,
    _WITH_ONESELF,
    _EACH_OTHER,
    _OBJECT,
    _MOVED_THINGS,
    _THINGS_THERE,
    _QUALIFIED_OBJECT,
    _WITH_BARE,
    _WITH_STATE,
    _KEEP_TO,
    _BEFORE_PLACE,
    _BEFORE_TIME,
)
"""In the order in which they are tried; what somebody just has ("have priority") is no deed."""


def _may_be_verb(word: str) -> bool:
    return verb_at_start(word, base=True) is not None or is_plain_verb(f"{word} things")


def idiom_at(words: str) -> tuple[str, int] | None:
    """The light verb that opens ``words`` with what makes a deed of it, and the length of both."""
    same = _SAME.match(words)
    if same:
        return " ".join(same.group().split()), same.end()
    verb = _WORD.match(words)
    if not verb or verb.group() not in _LIGHT:
        return None
    row = _ROW.match(words, verb.end())
    if row and not any(_may_be_verb(row[each]) for each in ("second", "last") if row[each]):
        return verb.group(), verb.end()
    for form in _FORMS:
        found = form.match(words, verb.end())
        if (
            found
            and not (form is _WITH_BARE and verb.group() == "have")
            and not (form is _QUALIFIED_OBJECT and verb.group() not in _MOVES_THINGS)
            and not (form is _KEEP_TO and verb.group() != "keep")
            and not (form is _MOVED_THINGS and verb.group() not in ("bring", "put"))
            and not (form is _THINGS_THERE and verb.group() != "have")
            and not (form is _BEFORE_TIME and verb.group() not in _GOES)
            and not (form is _PARTICLE_OBJECT and verb.group() in _GOES)
        ):
            return " ".join(words[: found.end()].split()), found.end()
    return None


_DONE = {
    "put": "put", "set": "set", "taken": "take", "brought": "bring", "kept": "keep", "held": "hold", "turned": "turn",
    "given": "give", "made": "make", "let": "let", "left": "leave", "drawn": "draw", "cast": "cast", "pulled": "pull",
    "pushed": "push", "handed": "hand", "driven": "drive", "cut": "cut", "pointed": "point", "shut": "shut",
    "called": "call", "done": "do",
}  # fmt: skip
_KEPT_DOING = re.compile(rf"\s+[a-z]{{3,}}ing{_CLOSED}")
_WHOLE = re.compile(_CLOSED)
_NEAR_PLACE = re.compile(
    r"(?=\s+(?:to|from|into|onto|across|through|over|past|off|out\s+of|before|behind|beyond|under|within|inside|outside|aboard|ashore)\s)"
)


def done_form(word: str) -> bool:
    """Whether ``word`` is the participle of a light verb, and not its base form: "made", "held"."""
    return _DONE.get(word, word) != word


def idiom_done(words: str) -> tuple[str, int] | None:
    """The same of a participle behind "be": "put on trial", "kept waiting", "let across" the line."""
    done = _WORD.match(words)
    verb = _DONE.get(done.group()) if done else None
    if not done or verb is None:
        return None
    whole = (_WHOLE,) if done.group() in ("made", "done", "given", "held") else ()
    for form in (_WITH_PARTICLE, _KEPT_DOING, _WITH_STATE, _NEAR_PLACE, *whole):
        found = form.match(words, done.end())
        if found:
            return f"{verb} {' '.join(words[done.end() : found.end()].split())}".strip(), found.end()
    return None
