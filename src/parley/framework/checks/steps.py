"""What a clause has done, and what a phrase says has happened: "open the harbour", "the opening of the harbour"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parley.model import Framework
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.wordlist import word_set

BODY_KINDS = (
    "Board|Commission|Committee|Council|Panel|Office|Group|Team|Mission|Centre|Center|Mechanism|Bureau|Tribunal|Court"
    "|Authority|Agency|Unit|Secretariat|Cell|Corps|Fund|Conference|Service|College|Directorate|Jury"
)
"""How the names of bodies end or begin; alternatives of a pattern."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_IDLE = word_set(
    "a an the this that these those such any all every each both no of at to in on from by for with over under into "
    "out across through its their his her it them they he she him one other another own has have had been being "
    "be is but "
    "are was were will shall may must not which who whom whose where there then also only and or as so full "
    "fully duly first having least most more than up off party parties side sides state together "
    "contracting after before until"
)
_PHASES = {
    "begin": "begin", "began": "begin", "begun": "begin", "begins": "begin", "beginning": "begin",
    "start": "begin", "starts": "begin", "started": "begin", "commence": "begin", "commences": "begin",
    "commenced": "begin", "commencement": "begin", "initiate": "begin", "initiated": "begin",
    "complete": "end", "completes": "end", "completed": "end", "completion": "end", "finish": "end",
    "finished": "end", "finalise": "end", "finalised": "end", "finalized": "end", "conclude": "end",
    "concluded": "end", "conclusion": "end", "end": "end", "ends": "end", "ended": "end",
}  # fmt: skip
_LIGHT = word_set(
    "take takes taken took place carry carried hold held make made perform performed conduct conducted do done "
    "effect "
    "effected occur occurs occurred happen happens happened"
)
_IRREGULAR = {
    "given": "give", "gave": "give", "withdrawn": "withdraw", "withdrew": "withdraw", "withdrawal": "withdraw",
    "built": "build", "rebuilt": "rebuild", "left": "leave", "met": "meet", "sent": "send", "brought": "bring",
    "shown": "show", "written": "write", "paid": "pay", "told": "tell", "drawn": "draw", "chosen": "choose",
    "lit": "light", "hung": "hang", "dug": "dig", "sunk": "sink", "sold": "sell", "made": "make", "taken": "take",
    "found": "find", "held": "hold", "kept": "keep", "done": "do", "cut": "cut", "won": "win", "swept": "sweep",
    "flown": "fly", "sown": "sow", "frozen": "freeze", "broken": "break", "fed": "feed", "lent": "lend",
    "laid": "lay", "bought": "buy", "sale": "sell", "sales": "sell", "purchase": "buy", "closure": "close",
    "spent": "spend", "lifted": "lift", "got": "get", "put": "put", "set": "set", "shut": "shut", "led": "lead",
}  # fmt: skip
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "als", "al", "ed", "es", "s", "e")
_SHORTEST = 3
_VERBAL = re.compile(r"(?:ing|ed|tion|sion|ment|al|ance|ure|ery|en)s?$")
_NAMES_BEFORE = re.compile(r"\b(?:has|have|had|is|are|was|were|be|been)\b", re.IGNORECASE)


_DOER = re.compile(r"^\s*(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+)+(?=(?:has|have|had)\s+(?!been\b))")
"""Who has done it, by a name that the text does not introduce: "the Joint Table has approved the list"."""


@dataclass(frozen=True)
class Event:
    """Something that is done: ``head`` is the act's id or the stem of its verb, ``things`` the stems of what with
    and where, ``actors`` the ids or names of who does it (none: not said). ``phase`` is its begin or its end."""

    head: str
    things: frozenset[str]
    actors: frozenset[str] = frozenset()
    phase: str | None = None

    def means(self, step: Event) -> bool:
        """Whether this, as a phrase puts it, is ``step``: the same act, on no other things, by nobody else."""
        if self.head != step.head or (self.actors and step.actors and not self.actors & step.actors):
            return False
        return self.things <= step.things

    def __str__(self) -> str:
        return f"{self.head} {' '.join(sorted(self.things))}".strip()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its ending: "opened", "opening", "opens" are one, and so are "withdrawal" and "withdrawn"."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    again = plain.startswith("re") and plain[2:] in _IRREGULAR
    plain = f"re{_IRREGULAR[plain[2:]]}" if again else _IRREGULAR.get(plain, plain)
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST and not plain.endswith("ss"):
            plain = plain[: -len(ending)]
            break
    if len(plain) > _SHORTEST and plain[-1] == plain[-2] and plain[-1] not in "sl":
        plain = plain[:-1]
    return plain


def stems(words: str) -> frozenset[str]:
    """The stems of the telling words."""
    return frozenset(stem(match.group()) for match in _TOKEN.finditer(words) if match.group().casefold() not in _IDLE)


OF_MANY = frozenset(
    (
        "States", "Nations", "Peoples", "Countries", "Cities", "Towns", "Provinces", "Regions", "Islands", "Powers",
        "Governments", "Workers", "Churches",
    )
)  # fmt: skip
"""Words that end the names of many unions: "the Alliance of Northern States" is not the League of Littoral States."""


class Names:
    """Who is named in a phrase: the parties, others and bodies of a text, by id, name or its last word."""

    def __init__(self, framework: Framework) -> None:
        called: dict[str, str] = {}
        for each in (*framework.parties, *framework.others, *framework.bodies):
            last = each.name.split()[-1]
            if last in OF_MANY and not re.search(rf"\b[Tt]he\s+{last}\b", framework.text):
                last = each.name
            for name in (each.id, each.name, last if last[:1].isupper() else each.name):
                called.setdefault(name, each.id)
        for each in (*framework.parties, *framework.others):
            for match in re.finditer(
                rf"{re.escape(each.name)}\s*\(\s*(?:hereinafter\s+)?(?:the\s+)?[\"“]?(?:the\s+)?([^\"”)\n]{{2,40}})[\"”]?\s*\)",
                framework.text,
            ):
                called.setdefault(match[1].strip(), each.id)
        for each in (*framework.parties, *framework.others):
            for match in re.finditer(
                rf"[\"“*]{{1,2}}(?:[Tt]he\s+)?(?P<term>[A-Z][^\"”*\n]{{1,40}})[\"”*]{{1,2}}\s+(?:is|are|means?)\s+(?:the\s+)?"
                rf"(?:[a-z]+\s+){{0,4}}{re.escape(each.name)}\b",
                framework.text,
            ):
                called.setdefault(match["term"].strip(), each.id)
        for party in framework.parties:
            for word in party.name.split():
                alone = sum(word in other.name.split() for other in framework.parties) == 1
                if word[:1].isupper() and alone and re.search(rf"\b{re.escape(word)}\b(?!\s+[A-Z])", framework.text):
                    called.setdefault(word, party.id)
                    if word.endswith("an"):
                        called.setdefault(word[:-1], party.id)  # the "Orlavian Union" is called Orlavia
        self._ids = called
        self._all = frozenset(party.id for party in framework.parties)
        names = sorted(called, key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:the\s+)?({'|'.join(map(re.escape, names))})(?:['’]s)?(?!\w)") if names else None
        )
        self._every = re.compile(
            r"\b(?:the|both|each|no|neither|either|all|any|every)\s+(?:of\s+the\s+)?(?:(?:two|high"
            r"|contracting)\s+)*(?:part(?:y|ies)"
            r"|sides?)\b|\b(?:each|both|neither|either|none)\s+of\s+them\b",
            re.IGNORECASE,
        )

    @property
    def ids(self) -> frozenset[str]:
        """The ids of everybody who has a name here."""
        return frozenset(self._ids.values())

    @property
    def words(self) -> dict[str, str]:
        """The names that are one word, each with the id of whom it names."""
        return {name: id for name, id in self._ids.items() if " " not in name}

    @property
    def of_parties(self) -> tuple[str, ...]:
        """Every name by which a party is called, the longest first."""
        return tuple(sorted((name for name, id in self._ids.items() if id in self._all), key=len, reverse=True))

    def within(self, words: str) -> frozenset[str]:
        """The ids of everybody that ``words`` name; all parties for "the Parties"."""
        found = (
            frozenset(self._ids[match[1]] for match in self._pattern.finditer(words)) if self._pattern else frozenset()
        )
        return found | self._all if self._every.search(words) else found

    def without(self, words: str) -> str:
        """``words`` without the names, blanks in their place."""
        return self._pattern.sub(lambda match: " " * len(match.group()), words) if self._pattern else words


def event_in(phrase: str, names: Names, base: bool = False) -> Event | None:
    """The event that a phrase tells of: "Orlavia has released the prisoners", "the opening of the harbour".

    ``base`` says that the phrase opens with a verb in its base form, as after "shall". ``None`` where nothing
    but names and pronouns is left.
    """
    tokens = [match.group() for match in _TOKEN.finditer(_DOER.sub("", names.without(phrase)))]
    phase = next((_PHASES[token.casefold()] for token in tokens if token.casefold() in _PHASES), None)
    rest = [token for token in tokens if token.casefold() not in _PHASES]
    kept = [i for i, token in enumerate(rest) if token.casefold() not in _IDLE]
    if not base and any(rest[i].casefold() not in _LIGHT for i in kept):
        kept = [i for i in kept if rest[i].casefold() not in _LIGHT]
    if not kept:
        return None
    first = kept[0] if base else _head(rest, kept, bool(_NAMES_BEFORE.search(phrase)))
    head, taken = _act(rest, first, base)
    things = frozenset(stem(rest[i]) for i in kept if not first <= i < first + taken)
    actors = frozenset() if base else names.within(phrase)
    return Event(head, things, actors, phase)


def _act(tokens: list[str], first: int, base: bool) -> tuple[str, int]:
    """The act that opens the words from ``first``, by the lexicon or by its stem, and how many words it takes."""
    words = " ".join(tokens[first : first + 6])
    found = verb_at_start(words, base) or verb_at_start(words) or noun_at_start(words)
    if found is None:
        return stem(tokens[first]), 1
    return found[0], len(_TOKEN.findall(words[: found[1]]))


def _head(tokens: list[str], kept: list[int], verbal: bool) -> int:
    """Which of the telling words is the act: what follows "has been", else the first known one, else one that
    ends like the name of an act."""
    if verbal:
        for i, token in enumerate(tokens):
            if token.casefold() in ("has", "have", "had", "been", "is", "are", "was", "were"):
                after = next((j for j in kept if j > i), None)
                if after is not None:
                    return after
    for i in kept:
        words = " ".join(tokens[i : i + 6])
        if verb_at_start(words) or noun_at_start(words):
            return i
    return next((i for i in kept if _VERBAL.search(tokens[i])), kept[0])
