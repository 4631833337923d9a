"""Who is who: the many ways in which a text and its reports write the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from parley.text import patterns as re
from parley.text.alphabets import alphabet

from .cores import Cores, bare, core_of, words_of
from .truth import NO, NOBODY, YES, Fact, Truth
from .whoever import HEDGED, KINDS, OWN, is_hedged, leaves_open

if TYPE_CHECKING:
    from parley.model import Actor, Framework, Obligation, Party

LOOKS = frozenset({"monitor", "verify", "inspect", "investigate", "find"})
"""The acts of the lexicon by which a text gives somebody the task of looking."""
_TELLS = frozenset({"notify", "report", "publish", "share", "deliver", "find", "record"})
_OWN_FINDINGS = re.compile(
    r"\b(?:its|their)\s+(?:[a-z]+\s+)?(?:findings?|conclusions?|determinations?)\b|"
    r"\b(?:what|whatever|how|whom?|whether)\s+(?:[a-z]+\s+){0,2}?(?:it|they)\s+(?:(?:has|have|had)\s+)?(?:f(?:ound|inds?)|established?|determined?)\b",
    re.I,
)
"""What a body tells of that it found: "tell both sides what they found"."""
_FINDS = r"(?:found|finds?|confirmed|confirms?|determined|determines?|established|verified|verifies)"
_FORCES = re.compile(rf"\b{KINDS}\b")
_FORCES_OF = re.compile(rf"(?:the\s+)?{OWN}{KINDS}\s+of\s+(?P<whose>.+)")
_ITS_FORCES = re.compile(rf"(?P<whose>.+?)(?:['’]s?)?\s+{OWN}{KINDS}")
_ASIDE_NAME = re.compile(r"(?P<whose>.+?)\s*\((?P<again>[^()]+)\)")
"""What stands in brackets behind a name: "Alda (State)", as lists of events call it, "Alda (ALD)"."""
_GOVERNMENT_OF = re.compile(r"\bGovernment\s+of\s+(?:the\s+)?(?P<whose>[A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*)")
_YEARS = re.compile(r"\s*\(\d{4}\s*-\s*(?:\d{4})?\)\Z")
"""Behind an actor in lists of events: the years in which it was that."""
_JOINED = re.compile(r"\s*(?:[,;/&+]|\b(?:and|as well as|(?:together|jointly|along) with)\b)\s*", re.I)
_MARKS = re.compile(r"[,;/&+]")
_OR = re.compile(rf"\bor\b|{HEDGED}")
"""What leaves open whether it was any of those who are named."""
_SCOPE = re.compile(
    r"\b(?:of|from|against|by|in|near|between|among|for|with|to|not|neither|nor|no|versus|vs|than|but|behind|under)\b"
)
"""What may reach over the names behind it, too: "enemies of Alda and Borun"."""
_EVERY = re.compile(r"(?:all|each|every)(?: of)?(?: the)?(?: (?:\w+ )?(?:part(?:y|ies)|sides?))|all")
_BOTH = re.compile(r"(?:both|the two|two)(?: of)?(?: the)?(?: (?:parties|sides))|both|(?:the )?(?:parties|sides)")
_ASIDE = (
    r"\W*\((?:hereinafter\b|hereafter\b|henceforth\b|referred to as\b|called\b|or\b|\W)*(?:the\s+)?\W*"
    r"(?P<short>(?!(?:Annex|Appendix|Article|Chapter|Part|Section)\b)[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)[^\w\s)]*\)"
)
"""The short name behind a name: "(the Commission)", "(hereinafter “the Observers”)"."""
_WITH_ANOTHER = r"(?<!\w and )(?<!\w and the )"
"""Not "Kestria and Orlavia (the Parties)", which names both."""
_EITHER = re.compile(r"\s+or\s+", re.I)
_ONE_OF_THEM = Fact(Truth.UNKNOWN, "which of those who are named did it is not said", "who did it")
_SOME_ELSE = Fact(Truth.UNKNOWN, "not everybody who did it is named", "who else did it")


@dataclass(frozen=True)
class Doers:
    """Whom the words for a doer name ("Kestria and Orlavia": two), and whether they leave ``open`` who else did it.

    ``among``: that it was one of these, and nothing of which ("Kestria or Orlavia").
    """

    names: tuple[str, ...]
    open: bool
    among: tuple[str, ...] = ()


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """A name for comparison: case, accents, white space and a leading article do not matter."""
    words = bare(name).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _initials(everybody: Iterable[Party]) -> Iterator[tuple[str, str]]:
    """The ids of actors and bodies, each with its initials, where its name has three or more and no other has them."""
    of: dict[str, set[str]] = {}
    for one in everybody:
        of.setdefault("".join(word[0] for word in one.name.split() if word[0].isupper()), set()).add(one.id)
    yield from ((next(iter(ids)), initials) for initials, ids in of.items() if len(ids) == 1 and len(initials) >= 3)


class Names:
    """The actors and bodies of a text (and of its process): every known name leads to one key.

    A name that nobody knows is its own key, so that two reports of the same stranger still agree.
    """

    def __init__(self, framework: Framework, actors: Iterable[Actor] = ()) -> None:
        self._keys: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        everybody = (*framework.parties, *framework.others, *framework.bodies)
        for party in everybody:
            self._learn(party.id, (party.id, party.name))
        for id, initials in _initials(everybody):  # "the Joint Verification Commission" is JVC in every report
            self._learn(id, (id, initials))
        for id, short in _called_for_short(framework):
            self._learn(id, (id, short))
        self._words = {frozenset(fold(one.name).split()) for one in everybody}
        """The words of each name."""
        self._of_parties = {self._keys[fold(one.id)]: frozenset(fold(one.name).split()) for one in framework.parties}
        known = tuple(actors)
        for actor in known:
            self._learn(actor.id, (actor.id, actor.name, *actor.aliases))
        self._cores = Cores(self._keys.items())
        if (governs := self._who_governs(framework)) is not None:
            self._learn(governs, (governs, "government", "government side"))
        self._alphabets = _alphabets(" ".join(self._keys))
        self._found: dict[str, str | None] = {}
        self.alike: defaultdict[object, dict[object, Truth]] = defaultdict(dict)
        """What reports of one kind have in common with an act (:attr:`.matching.Doing.key`), as far as it was asked."""
        self._under = {(self.key(one.id), self.key(each.to)) for one in known for each in one.affiliations}
        self._told: dict[str, Doers] = {}
        self._all = tuple(party.id for party in framework.parties)
        self.parties = frozenset(self.key(party.id) for party in framework.parties)
        self.bodies = frozenset(self.key(body.id) for body in (*framework.bodies, *self._finders(framework)))
        """Who may find that something is so: the bodies that the text sets up, and who else it gives that task."""

    def _learn(self, id: str, names: Iterable[str]) -> None:
        known = [fold(name) for name in names if name.strip()]
        key = next((self._keys[name] for name in known if name in self._keys), fold(id))
        for name in known:
            self._keys.setdefault(name, key)
        self._shown.setdefault(key, id)

    def _who_governs(self, framework: Framework) -> str | None:
        """The one party that "the Government" is: that is called one, has one by the text, or alone is a state."""
        named = {each["whose"] for each in _GOVERNMENT_OF.finditer(framework.text)}
        has = {key for name in named if (key := self._whose(name)) is not None}
        for governs in (
            [one.id for one in framework.parties if "government" in fold(one.name).split()],
            [one.id for one in framework.parties if self.key(one.id) in has],
            [one.id for one in framework.parties if core_of(one.name) != words_of(one.name)],
        ):
            if governs:
                return governs[0] if len(governs) == 1 else None
        return None

    def key(self, name: str) -> str:
        folded = fold(name)
        known = self._keys.get(folded)
        if known is not None:
            return known
        several = self.doers(name).names
        if len(several) > 1:
            return " & ".join(sorted(map(self.key, several)))
        return self._known_by(folded) or folded

    def _known_by(self, folded: str) -> str | None:
        """Whose name that is, as yet unwritten: by its distinctive words, or by what is that party's own.

        Looked for once: reports repeat their names, and each is held against every party of every sentence.
        """
        if folded not in self._found:
            plain = self._cores.key(folded) if not _MARKS.search(folded) and not is_hedged(folded) else None
            self._found[folded] = plain or self._own_forces(folded) or self._by_its_own_part(folded)
        return self._found[folded]

    def _own_forces(self, folded: str) -> str | None:
        """Whose own those are: "Military Forces of Borun (2019-)", "Borun's army", "Government of Borun" are Borun."""
        words = _YEARS.sub("", folded)
        if (aside := _ASIDE_NAME.fullmatch(words)) is not None:
            whose, again = self._whose(aside["whose"]), aside["again"]
            return whose if again == "state" or whose == self._whose(again) else None
        if not _FORCES.search(folded):
            return None
        found = _FORCES_OF.fullmatch(words) or _ITS_FORCES.fullmatch(words)
        return self._whose(found["whose"]) if found else None

    def _by_its_own_part(self, folded: str) -> str | None:
        """Whose name those words are a part of, which leaves out no more than what the names of all the parties have:
        "the Dalu" of the Dalu clan, beside the Amrani clan.
        """
        part = frozenset(folded.split())
        shared = frozenset.intersection(*self._of_parties.values()) if len(self._of_parties) > 1 else frozenset()
        fits = [key for key, name in self._of_parties.items() if part <= name and name - part <= shared]
        alone = len(fits) == 1 and sum(part <= words for words in self._words) == 1
        return fits[0] if alone else None

    def _whose(self, name: str) -> str | None:
        return self._keys.get(fold(name)) or self._cores.key(name, adjective=True)

    def doers(self, words: str | None) -> Doers:
        """Whom the words for a doer name: nobody, one, or several, and whether somebody else is left open."""
        if words is None:
            return Doers((), open=True)
        if words not in self._told:
            self._told[words] = self._read(words)
        return self._told[words]

    def _read(self, words: str) -> Doers:
        folded = fold(words)
        if folded in self._keys or self._known_by(folded) is not None:
            return Doers((words,), open=False)
        if _EVERY.fullmatch(folded) or (_BOTH.fullmatch(folded) and len(self._all) == 2):
            return Doers(self._all, open=False)
        parts = [] if _OR.search(folded) else [part for part in _JOINED.split(words) if part]
        of_forces = _FORCES_OF.fullmatch(folded) or _ITS_FORCES.fullmatch(folded)
        if of_forces is not None and len(parts) != 1 and len((theirs := self.doers(of_forces["whose"])).names) > 1:
            return theirs
        if len(parts) > 1:
            return self._together(parts, slashed="/" in words)
        in_part = self._cores.may_name(words, self.parties) or self._is_part(folded)
        doubtful = in_part or leaves_open(words, folded) or not _alphabets(folded) <= self._alphabets
        return Doers(() if doubtful else (words,), open=bool(doubtful), among=self._either(words))

    def _either(self, words: str) -> tuple[str, ...]:
        """Those of whom one did it, where each of them is named without doubt."""
        parts = _EITHER.split(words)
        if len(parts) < 2 or any(_reaches_on(fold(part)) for part in parts[:-1]):
            return ()
        told = [self.doers(part) for part in parts]
        return tuple(parts) if all(one.names and not one.open for one in told) else ()

    def _is_part(self, folded: str) -> bool:
        """Whether anybody of a text may be called so in part ("the Commission", where it isn't plain which)."""
        words = set(folded.split())
        return any(words <= of for of in self._words)

    def _together(self, parts: Sequence[str], *, slashed: bool) -> Doers:
        """Whom several words in a row name; a slash beside somebody unknown may be an "or"."""
        named: dict[str, str] = {}
        left_open = False
        for part in parts:
            told = self.doers(part)
            left_open = left_open or told.open
            if told.open and _SCOPE.search(fold(part)):
                break
            named |= {self.key(name): name for name in told.names}
        return Doers(() if slashed and left_open else tuple(named.values()), open=left_open)

    def nobody(self, words: str | None) -> bool:
        """Whether a report names no doer: nobody at all, or somebody in doubt ("Borun?", "Borun or others").

        A name that nobody knows, and that has that of a party in it, is in doubt as well.
        """
        return not self.doers(words).names

    def did(self, words: str | None, who: str) -> Fact:
        """Whether the words for a doer name this one, alone or among others."""
        told = self.doers(words)
        if any(self.same(name, who) for name in told.names):
            return YES
        if told.among:
            return _ONE_OF_THEM if any(self.did(one, who) is YES for one in told.among) else NO
        if told.open and words is not None and not told.names:
            return Fact(Truth.UNKNOWN, f"whether '{words}' says that {who} did it is open", "who did it")
        return NO if not told.open else _SOME_ELSE if told.names else NOBODY

    def apart(self, one: str | None, other: str | None) -> bool:
        """Whether two words for a doer, if both are told, name nobody in common."""
        if one is None or other is None or self.same(one, other):
            return False
        return self._keys_of(one).isdisjoint(self._keys_of(other))

    def covers(self, one: str | None, other: str | None) -> bool:
        """Whether one names everybody whom the other does; who leaves it out speaks of the same."""
        return one is None or self._keys_of(other) <= self._keys_of(one)

    def _keys_of(self, words: str | None) -> set[str]:
        return set(map(self.key, self.doers(words).names))

    def knows(self, name: str) -> bool:
        return fold(name) in self._keys

    def is_kind(self, name: str) -> bool:
        """Whether it is nobody's name, but a word for a kind of thing or of people ("warship", "armed group")."""
        return not self.knows(name) and name[1:] == name[1:].lower()

    def same(self, one: str | None, other: str | None) -> bool:
        return one is not None and other is not None and self.key(one) == self.key(other)

    def is_body(self, name: str | None) -> bool:
        """Whether it is one of those who may find that something is so."""
        return name is not None and self.key(name) in self.bodies

    def under(self, one: str | None, other: str) -> bool:
        """Whether one belongs, or belonged, to the other by the process's list of actors: then it may act for it."""
        return one is not None and (self.key(one), self.key(other)) in self._under

    def shown(self, name: str) -> str:
        """The short form of a known actor, else the name as it stands."""
        return self._shown.get(self.key(name), name)

    def _finders(self, framework: Framework) -> list[Party]:
        """Of those who are no party, whom the text lets look or of whose findings it speaks: a mission was there."""
        looking: set[str] = set()
        for one in framework.obligations:
            looking.update((one.verifier.value if one.verifier else None) or ())
            if one.act is not None and (one.act.value in LOOKS or _tells_what_it_found(one)):
                looking.update((one.bearer.value if one.bearer else None) or ())
        keys = set(map(self.key, looking))
        told = " ".join([*(one.meaning for one in framework.definitions), *(one.exact for one in framework.sentences)])
        shorts: dict[str, list[str]] = defaultdict(list)
        for id, short in _called_for_short(framework):
            shorts[id].append(short)
        return [
            one for one in framework.others if self.key(one.id) in keys or _found_by(one, shorts[one.id]).search(told)
        ]


def _alphabets(words: str) -> frozenset[str]:
    return frozenset(map(alphabet, filter(str.isalpha, words)))


def _reaches_on(folded: str) -> bool:
    """Whether words may reach over the names behind them, which those for a state's forces don't."""
    return bool(_SCOPE.search(folded)) and not _FORCES_OF.fullmatch(_YEARS.sub("", folded))


def _called_for_short(framework: Framework) -> Iterator[tuple[str, str]]:
    """The ids of a text's actors and bodies, each with a name by which the text calls it for short, and no other.

    It says so in brackets behind the name or by a definition, or uses a word of the name that no other has ("the
    Commission").
    """
    called: dict[str, dict[str, str]] = {}
    everybody = {one.id: one for one in (*framework.bodies, *framework.others, *framework.parties)}
    for one in everybody.values():
        aside = re.compile(_WITH_ANOTHER + re.escape(one.name) + _ASIDE)
        shorts = [name for told in aside.finditer(framework.text) for name in (told["short"], told[0])]
        shorts += [each.term for each in framework.definitions if fold(each.meaning.strip(" .;")) == fold(one.name)]
        for short in shorts:
            called.setdefault(fold(short), {})[one.id] = short
    for each in framework.obligations:
        for words, id in _of_the_bearer(each, everybody):
            called.setdefault(fold(words), {})[id] = words
    yield from (next(iter(by.items())) for by in called.values() if len(by) == 1)


def _of_the_bearer(one: Obligation, everybody: Mapping[str, Party]) -> Iterator[tuple[str, str]]:
    """What a sentence calls its bearer, with the id of whose name that is a part of; nothing where it is of several."""
    named = (one.bearer.value or ()) if one.bearer else ()
    words = {one.bearer.words} if one.bearer and len(named) == 1 else set()
    for each in {*named, *words} - everybody.keys():
        part = set(fold(each).split())
        whose = [id for id, known in everybody.items() if part <= set(fold(known.name).split())]
        if len(whose) == 1 and (each in named or named == (whose[0],)):
            yield each, whose[0]


def _tells_what_it_found(one: Obligation) -> bool:
    """Whether its bearer is to tell what it found itself: "tell both sides what they found"."""
    tells = one.bearer is not None and one.act is not None and one.act.value in _TELLS
    return tells and _OWN_FINDINGS.search(" ".join(one.sentence.exact.split())) is not None


def _found_by(one: Party, shorts: Sequence[str]) -> re.Pattern[str]:
    """“The Mission has found”, “found by the Mission”, “the Mission's finding”, by any name that the text has for it: a
    name of several words is called by its last one, too.
    """
    names = "|".join(re.escape(name) for name in dict.fromkeys((one.name, one.id, one.name.split()[-1], *shorts)))
    return re.compile(
        rf"\b(?:{names})\s+(?:(?:has|have|had)\s+)?{_FINDS}\b|\b{_FINDS}\s+by\s+(?:the\s+)?(?:{names})\b"
        rf"|\bfindings?\s+(?:of|by)\s+(?:the\s+)?(?:{names})\b|\b(?:{names})['’]s?\s+findings?\b"
    )
