"""What somebody has to answer for: "shall ensure that no armed group shells", "shall not allow its forces to", a truce.

Such a sentence forbids what its inner clause names, or what breaks a truce. Where its own forces did what it was to see
to, the bearer broke its word; what it merely must not allow, and what others did, is for a body to lay at its door.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.model import Modality, Obligation, Thing
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .names import Names
from .truth import NO, YES, Fact, Truth

_ALLOWS = re.compile(r"(?:allow|permit|let\b|tolerat|condon|suffer|authori[sz]|acquiesc|countenanc|enabl)", re.I)
_PREVENTS = re.compile(r"(?:prevent|prohibit|forbid|ban\b|restrain|deter|dissuad|stop|bar\b|keep)", re.I)
_ENSURES = re.compile(r"(?:ensur|assur|guarant|make\s+(?:sure|certain)|see\s+to\s+it)", re.I)
_HONOURS = re.compile(
    r"(?:(?:strictly|fully)\s+)?(?:observ|respect|uphold|honou?r|maintain|keep|abid|compl|adher|preserv|implement)",
    re.I,
)
_TRUCE = re.compile(
    r"\W*(?:(?:with|to|by)\s+)?(?:the|this|that|an?|its)?\s*(?:[\w-]+\s+){0,3}?"
    r"(?:cease-?\s?fire|truce|armistice|cessation\s+of\s+(?:all\s+)?(?:hostilities|fire))\b"
    r"(?!\s+(?:line|zone|area|agreement|commission|committee|monitor|mechanism|violation)s?\b)",
    re.I,
)
_LOOKER = re.compile(r"\b(?:commission|committee|mission|monitors|observers|team|body|mechanism|council)\b", re.I)
_DENIED = re.compile(r"\b(?:no|not|none|never|nobody|neither|nor|without)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:armed\s+(?:group|band|person)|militia|gang|civilian|bandit|irregular|third|non-state)", re.I
)
_ANOTHERS = re.compile(r"\b(?:other|another)\s+(?:part(?:y|ies)|sides?)\b", re.I)
_INNER = re.compile(
    r"(?P<who>.*?)\b(?:to|(?<!away\s)(?<!back\s)from|refrains?\s+from|(?:is|are|be)(?:\s+not)?|(?:do|does|shall|will|must|may)\s+not)\s+(?P<deed>\w.*)",
    re.I,
)
_FIRST = re.compile(r"\W*(?:that\s+)?(?:(?:no|the|any|all|every|further|new|such|acts?\s+of)\s+)*", re.I)
_WORD = re.compile(r"[\w'’-]+")
_BEFORE_NOUNS = word_set(
    "its their his the a an any no some all of under from in on at by for with to against such every each"
)


@dataclass(frozen=True)
class Vouched:
    """``surely``: what its own forces do breaks it; else a body has to find whether the bearer has to answer for it."""

    surely: bool

    def doer(self, actor: str | None, bearer: str, parties: Iterable[str], names: Names) -> Fact:
        """Whether what somebody did is held against the bearer."""
        did = names.did(actor, bearer)
        if (did is YES and self.surely) or did.truth is Truth.UNKNOWN:
            return did
        others = {names.key(one) for one in parties if not names.same(one, bearer)} | names.bodies
        strangers = [one for one in names.doers(actor).names if names.key(one) not in others]
        if not strangers:
            return NO
        answers = f"whether {bearer} has to answer for {'it' if did is YES else names.shown(strangers[0])}"
        return Fact(Truth.UNKNOWN, f"{answers} is not said", f"a finding {answers}")


def vouched(one: Obligation) -> tuple[Obligation, Vouched | None] | None:
    """The ban that such a sentence amounts to, and how its bearer answers for others; ``None`` where it is no such one.

    Who honours a truce answers for its own side, as under any ban.
    """
    if one.modality is None or one.act is None or one.labels or (one.object and one.object.value.most is not None):
        return None  # how many there may be is a limit, whoever put them there
    words, must = one.act.words.strip(), one.modality.value is Modality.MUST
    if must and _HONOURS.match(words) and one.object is not None and _TRUCE.match(one.object.value.text):
        looks = one.bearer is not None and _LOOKER.search(one.bearer.words)
        return None if looks else (_ban(one, "incident", ""), None)
    rest = _rest(one)
    allows = one.modality.value is Modality.MUST_NOT and _ALLOWS.match(words)
    ensures = must and _ENSURES.match(words) and _DENIED.search(rest)
    prevents = must and one.act.value != "maintain" and _PREVENTS.match(words)  # not "keep the road open"
    if not (allows or ensures or prevents):
        return None
    inner = _inner(rest)
    if inner is None or inner[1] == one.act.value or _ANOTHERS.search(inner[0]):
        return None
    who, act, thing = inner
    return _ban(one, act, thing), Vouched(surely=not allows and _OTHERS.search(who) is None)


def _ban(one: Obligation, act: str, thing: str) -> Obligation:
    assert one.modality is not None
    assert one.act is not None
    what = None if one.object is None or not thing else one.object.replace(value=Thing(text=thing))
    forbidden = one.modality.replace(value=Modality.MUST_NOT)
    return one.replace(modality=forbidden, act=one.act.replace(value=act), object=what)


def _rest(one: Obligation) -> str:
    """What the sentence says behind its act, without its place and its time."""
    if one.act is None or not one.act.spans:
        return ""
    start = max(span.end for span in one.act.spans)
    rest = one.sentence.exact[start - one.sentence.start :]
    for slot in (one.place, one.window):
        rest = rest.replace(slot.words, " ") if slot is not None else rest
    return " ".join(rest.split()).strip(" .;")


def _inner(rest: str) -> tuple[str, str, str] | None:
    """Whose deed it is, which act, and on what: of "its forces to shell Orlavia"."""
    first = _FIRST.match(rest)
    begins = first.end() if first else 0
    named = noun_at_start(rest[begins:])
    if named is not None:  # "the shelling of Orlavia by its forces"
        thing = rest[begins + named[1] :]
        return thing, named[0], _thing(thing)
    for found in _parts(rest):
        who, deed = found
        act = verb_at_start(deed) or noun_at_start(deed)
        if act is not None and act[0] != "grant-access":
            return who, act[0], _thing(deed[act[1] :])
    return None


def _parts(rest: str) -> Iterator[tuple[str, str]]:
    """Where the inner deed may begin, each with what stands before it."""
    inner = _INNER.match(rest)
    while inner is not None:
        yield inner["who"], inner["deed"]
        inner = _INNER.match(inner["deed"])
    before = "no"
    for word in _WORD.finditer(rest):
        if before not in _BEFORE_NOUNS and not word[0].endswith(("ed", "ing")):
            yield rest[: word.start()], rest[word.start() :]
        before = word[0].casefold()


def _thing(words: str) -> str:
    """What the deed is done to, without its preposition."""
    return re.sub(r"\A\W*(?:(?:of|on|at|upon|against)\s+)?|\s+(?:by|from)\s.*\Z", "", words).strip(" ,.;")
