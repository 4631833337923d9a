"""The lexicon of acts: which words of agreements and of incident reports name which act.

The words stand in ``acts.toml`` beside this file. Nothing here knows grammar beyond the
endings of English verbs and nouns (``inflection.py``).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from .inflection import inflected, plural
from .wordlist import word_set

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_OWN_WORD = re.compile(
    r"up\s+to\s+(?=\d|[a-z]+\s)|as\s+(?:many|much|few|soon|far|long)\b"
    r"|under\s+(?:(?:two|three|double|joint|armed|constant|close)\s+)?(?:locks?|seals?|keys?|guard|cover|escort)\b"
    r"|(?:on|at|upon)\s+(?:once\b|\d|D[+\-]|D-day|noon|midnight|the\s+(?:day|date|eve|morning|first|same)\b|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\s+\d)",
    re.IGNORECASE,
)
"""Where the last word of a phrase belongs to what follows: "keep up to 40 policemen", "stop firing on 3 June"."""
_NAMED_OF = re.compile(r"\s*[Tt]he\s+[A-Z]\w*\s+of\s+(?:the\s+)?[A-Z]")
"""Somebody's name: who "gives | the Order of the Lamp its lists" gives no order."""
_DENIAL = {"no", "not", "without", "never"}
_LONGEST_PHRASE = 6
"""Words in the longest phrase of the lexicon; a test holds it to that."""


class Words(NamedTuple):
    """Words for an act, as those of :class:`LexiconAct`."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


NO_WORDS = Words()


@dataclass(frozen=True)
class LexiconAct:
    """One act: its id, its verbs and nouns in base form, and the ids of its cases, some of them ``loosely``.

    ``reported`` is false where agreements speak of it first of all ("implement"): reports are searched for it only
    where they name nothing else, and so for ``clauses``, the verbs of an act that agreements use for it ("fall back").
    ``told`` are words that only reports use; an act without other words is one of reports alone. ``by`` are the acts by
    which a report tells of this one, too, where they are done with a kind of thing in ``using`` or to one in ``to``
    (both empty: always); done to another kind than those in ``to`` it is not this act. ``weaker``, ``stronger`` and
    ``akin`` are rows of those of its words that don't say just this act (:func:`unlike`).
    """

    id: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    forms: tuple[str, ...]
    includes: tuple[str, ...]
    reported: bool = True
    clauses: tuple[str, ...] = ()
    told: Words = NO_WORDS
    loosely: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    using: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    weaker: tuple[tuple[str, ...], ...] = ()
    stronger: tuple[tuple[str, ...], ...] = ()
    akin: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ActFound:
    """An act in a row of words: its id, the words ``first`` to ``last`` (exclusive), and which part of speech.

    ``word`` is the verb in its base form, or the noun, as the lexicon has it.
    """

    act: str
    first: int
    last: int
    noun: bool
    word: str


_UNLIKE = ("weaker", "stronger", "akin")
"""How words of an act may differ from its id."""


@lru_cache(maxsize=1)
def acts() -> tuple[LexiconAct, ...]:
    """Every act of the lexicon, in the order of ``acts.toml``."""
    return tuple(
        LexiconAct(
            id=row["id"],
            verbs=tuple(row["verbs"]),
            nouns=tuple(row["nouns"]),
            forms=tuple(row.get("forms", ())),
            includes=tuple(row.get("includes", ())),
            loosely=tuple(row.get("loosely", ())),
            reported=row.get("reported", True),
            clauses=tuple(row.get("clauses", ())),
            told=Words(**{name: tuple(words) for name, words in row.get("told", {}).items()}),
            by=tuple(row.get("by", ())),
            using=tuple(row.get("with", ())),
            to=tuple(row.get("to", ())),
            **{name: tuple(map(tuple, row.get(name, ()))) for name in _UNLIKE},
        )
        for row in _table()["act"]
    )


@lru_cache(maxsize=1)
def acts_by_id() -> dict[str, LexiconAct]:
    """The acts of the lexicon by their ids."""
    return {act.id: act for act in acts()}


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))


def act_named(words: str, *, told: bool = False) -> str | None:
    """The act that a verb, a noun or a short description names: ``shelling`` is ``shell``.

    The whole of ``words`` counts first, then the phrases in it, longest first ("a drone strike on
    the depot" is ``strike``). ``None`` where no act is named, where two are and neither is a case
    of the other, and where the words deny it ("no shelling"). Acts that only agreements speak of are
    not looked for, unless a report ``told`` so and named nothing else ("road closed"); its words may
    be such as only reports use ("cows stolen").
    """
    row = _words(words)
    if not row or _DENIAL.intersection(row):
        return None
    whole = (_told_phrases().get(row) or _all_phrases().get(row)) if told else _meant_phrases().get(row)
    if whole:
        return whole.act or None
    named = {found.act for found in (_told_in(row) if told else _find(row, _meant_phrases()))}
    special = [act for act in named if all(act_covers(other, act) for other in named)]
    return special[0] if len(special) == 1 else None


def acts_in(words: str) -> list[tuple[str, int, int]]:
    """The acts that a report's words name: those of which reports tell first of all, any where there is none of these.

    The longest phrases first, each with its first and last character (exclusive).
    """
    marks = list(_WORD.finditer(words))
    row = tuple(_fold(mark.group()) for mark in marks)
    return [(one.act, marks[one.first].start(), marks[one.last - 1].end()) for one in _told_in(row)]


def _told_in(row: tuple[str, ...]) -> list[ActFound]:
    told = [one for one in _find(row, _told_phrases()) if one.act]
    return told or [one for one in _find(row, _all_phrases()) if one.act]


def words_for(act: str, words: str) -> tuple[ActFound, ...]:
    """The words of the lexicon for an act that stand in ``words``, a clause's or a report's."""
    row = _words(words)
    return tuple(one for known in (_phrases(), _own_phrases()) for one in _find(row, known) if one.act == act)


def word_alone(words: str) -> ActFound | None:
    """The lexicon's word that ``words`` are, as a whole, in some form; of acts that reports tell of."""
    row = _words(words)
    entry = _told_phrases().get(row)
    return None if entry is None or not entry.act else ActFound(entry.act, 0, len(row), entry.noun, entry.word)


def is_told(words: str) -> bool:
    """Whether reports are searched for these words first of all, and not only for want of any other act."""
    return _words(words) in _told_phrases()


def unlike(act: str, word: str) -> str | None:
    """How what a word of an act says differs from the act: "weaker", "stronger", "akin"; ``None``: not at all.

    A raid is an attack, but not every attack a raid: "raid" is stronger. Whoever inspects visits, but a visit may be no
    inspection: "visit" is weaker. Neither what was seized has to be occupied nor the other way round: "seize" is akin.
    """
    return _unlike().get((act, word), (None, 0))[0]


def same_meaning(act: str, one: str, other: str) -> bool:
    """Whether two words of an act say the same: no row of the lexicon tells them apart."""
    return _unlike().get((act, one)) == _unlike().get((act, other))


@lru_cache(maxsize=1)
def _unlike() -> dict[tuple[str, str], tuple[str | None, int]]:
    """For the words of acts that don't say just the act: how they differ from it, and the row that they stand in."""
    return {
        (act.id, word): (name, row)
        for act in acts()
        for name in _UNLIKE
        for row, words in enumerate(getattr(act, name))
        for word in words
    }


def act_covers(general: str, special: str) -> bool:
    """Whether ``special`` is a case of ``general`` (every act is one of itself): a strike is an attack."""
    return special == general or special in _covered().get(general, frozenset())


def act_entails(special: str, general: str) -> bool:
    """Whether the word for ``special`` says that it was ``general``, too: a strike was an attack, a crossing may be."""
    return special == general or special in _covered(loosely=False).get(general, frozenset())


def may_tell(told: str, act: str) -> bool:
    """Whether a report that calls what was done ``told`` may have told of this act: a strike of a flight, no flight
    of a strike.
    """
    wide = _table()["wide"]
    return told in wide["acts"] or act in (*wide["acts"], *wide["asked"]) or told in _table()["may_be"].get(act, ())


def acts_meet(one: str, other: str) -> bool:
    """Whether two acts may be two words for one happening, so that neither rules the other out (entry, crossing)."""
    return may_tell(one, other) or may_tell(other, one)


def done_to(act: str) -> tuple[str, ...]:
    """The kinds of thing that an act is done to alone: mines are laid."""
    known = acts_by_id().get(act)
    return known.to if known else ()


def means_of(word: str) -> str | None:
    """The kind of thing with which an act so called is done: "air strike" with aircraft."""
    return next((kind for kind, words in _table()["means"].items() if word in words), None)


def is_reported(act: str) -> bool:
    """Whether incident reports tell of this act: "implement" is a word of agreements only."""
    known = acts_by_id().get(act)
    return known is not None and known.reported


def verb_at_start(words: str, base: bool = False) -> tuple[str, int] | None:
    """The act whose verb opens ``words``, and how many of its characters that verb takes.

    ``base`` asks for the base form, as it follows "shall"; otherwise any form will do.
    """
    return _at_start(words, _base_verbs() if base else _phrases(noun=False))


def noun_at_start(words: str, whole: bool = False) -> tuple[str, int] | None:
    """The act whose noun or gerund opens ``words``, and how many of its characters that noun takes.

    With ``whole`` that of a phrase with its thing in it ("taking of hostages") takes the thing too.
    """
    return _at_start(words, _phrases(noun=True), whole)


def _at_start(words: str, phrases: dict[tuple[str, ...], _Entry], whole: bool = False) -> tuple[str, int] | None:
    marks = []
    for mark in _WORD.finditer(words):
        marks.append(mark)
        if len(marks) == _LONGEST_PHRASE:
            break
    folded = tuple(_fold(mark.group()) for mark in marks)
    for length in range(len(marks), 0, -1):
        row = folded[:length]
        if row not in phrases or (length > 1 and _OWN_WORD.match(words, marks[length - 1].start())):
            continue
        if length > 1 and "," in words[marks[0].end() : marks[length - 1].start()]:
            continue  # "moved, | off Cape Tarn"
        if length > 2 and _NAMED_OF.match(words, marks[0].end()):
            continue
        if row[-1] == "out" and len(marks) > length and marks[length].group() == "of" and row[:-1] in phrases:
            continue  # "moved | out of the district"
        return phrases[row].act, marks[(length if whole else _verb_alone(row)) - 1].end()
    return None


_THINGS = word_set(
    "mines explosives charges devices traps troops spies scouts trenches bunkers earthworks fortifications wire drones "
    "bombs weapons ammunition hostages taxes tolls dues duties fees levies graves"
)
"""What the lexicon's phrases name with their verb, though it is done to them: "lay mines", "taking of hostages"."""
_KEPT = word_set(
    "register record records list log inventory diary file ledger tally census account book cost "
    "costs expense expenses names safety security rules damage loss losses"
)
"""What is kept, made or borne is the thing, with what it is of: "keep | a list of all depots", "bear | the cost of"."""
_QUALITIES = word_set("new all the more of its their any booby explosive")


def _verb_alone(row: tuple[str, ...]) -> int:
    """How many words of a phrase are its verb: of "lay new mines" and "keep a list of" one, of "pull back" all."""
    thing = row[:-1] if row[-1] == "of" else row
    if len(row) > 2 and thing[-1] in _KEPT and (row[-1] == "of" or thing[-2] == "the"):
        return len(thing) - (2 if thing[-2] in ("a", "an", "the", "its", "their") else 1)
    return 1 if len(row) > 1 and row[-1] in _THINGS and _QUALITIES.issuperset(set(row[1:-1]) - {"of"}) else len(row)


def names_thing(verb: str, thing: str) -> bool:
    """Whether the lexicon's phrase for an act has this thing in it: "lay" and "mines (or other devices)"."""
    first = re.sub(r"\A(?:any|all|more)\s+", "", re.split(r"\s+(?:or|and)\s+|,", thing)[0])
    row = _words(f"{verb} {first}")
    of = (row[0], "of", *row[1:]) if row else ()
    return any(each in _phrases() and _verb_alone(each) == 1 < len(each) for each in (row, of))


def _find(row: tuple[str, ...], phrases: dict[tuple[str, ...], _Entry]) -> list[ActFound]:
    """The acts in a row of words, the longest of the ``phrases`` at each place."""
    found = []
    first = 0
    while first < len(row):
        for length in range(min(_LONGEST_PHRASE, len(row) - first), 0, -1):
            entry = phrases.get(row[first : first + length])
            if entry:
                found.append(ActFound(entry.act, first, first + length, entry.noun, entry.word))
                first += length - 1
                break
        first += 1
    return found


@dataclass(frozen=True)
class _Entry:
    act: str
    noun: bool
    word: str


@lru_cache(maxsize=1)
def _meant_phrases() -> dict[tuple[str, ...], _Entry]:
    """The phrases of the acts that reports tell of first of all."""
    told = {act.id for act in acts() if act.reported}
    return {phrase: entry for phrase, entry in _phrases().items() if entry.act in told}


@lru_cache(maxsize=1)
def _told_phrases() -> dict[tuple[str, ...], _Entry]:
    """The same for a report, with those that only reports use and those that are no act."""
    return _meant_phrases() | _own_phrases() | _no_act()


def without_no_act(words: str) -> str:
    """A report's words without those that are no act, though one of them alone is ("to traffic")."""
    return _no_act_words().sub(" ", words)


@lru_cache(maxsize=1)
def _no_act_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_table()['no_act']['words'])})\b", re.I)


@lru_cache(maxsize=1)
def _no_act() -> dict[tuple[str, ...], _Entry]:
    """The phrases that are no act, though one of their words is ("close to the line")."""
    return {_words(phrase): _Entry("", True, phrase) for phrase in _table()["no_act"]["words"]}


@lru_cache(maxsize=1)
def _all_phrases() -> dict[tuple[str, ...], _Entry]:
    """Every phrase for an act that a report may use."""
    return _phrases(noun=False) | _phrases(noun=True) | _phrases() | _own_phrases() | _no_act()


@lru_cache(maxsize=1)
def _own_phrases() -> dict[tuple[str, ...], _Entry]:
    """The phrases that only reports use."""
    return _table_of(_claims_of({act.id: act.told for act in acts()}))


@lru_cache(maxsize=3)
def _phrases(noun: bool | None = None) -> dict[tuple[str, ...], _Entry]:
    """Phrase to act, with ``noun`` of that part of speech, in clauses."""
    claims = _claims(clauses=noun is not None)
    return _table_of(claims if noun is None else [claim for claim in claims if claim[1].noun == noun])


_Claim = tuple[tuple[str, ...], _Entry]


def _table_of(claims: list[_Claim]) -> dict[tuple[str, ...], _Entry]:
    """The first act to claim a phrase keeps it."""
    table: dict[tuple[str, ...], _Entry] = {}
    for phrase, entry in claims:
        table.setdefault(phrase, entry)
    return table


@lru_cache(maxsize=2)
def _claims(clauses: bool) -> list[_Claim]:
    return _claims_of(
        {act.id: Words((*act.verbs, *act.clauses) if clauses else act.verbs, act.nouns, act.forms) for act in acts()}
    )


def _claims_of(words: dict[str, Words]) -> list[_Claim]:
    """Every phrase with what it would name, base forms before inflected, nouns before verbs."""
    claims: list[_Claim] = []
    for act, said in words.items():
        claims += [(_words(word), _Entry(act, True, word)) for word in said.nouns]
        claims += [(_words(word), _Entry(act, False, word)) for word in said.verbs]
    for act, said in words.items():
        claims += [(_words(plural(word)), _Entry(act, True, word)) for word in said.nouns]
        for verb in said.verbs:
            for form in inflected(verb):
                row = _words(form)
                claims.append((row, _Entry(act, False, verb)))
                if form.partition(" ")[0].endswith("ing"):
                    claims.append((row, _Entry(act, True, verb)))
        claims += [(_words(word), _Entry(act, False, word)) for word in said.forms]
    return claims


@lru_cache(maxsize=1)
def _base_verbs() -> dict[tuple[str, ...], _Entry]:
    table: dict[tuple[str, ...], _Entry] = {}
    for act in acts():
        for verb in (*act.verbs, *act.clauses):
            table.setdefault(_words(verb), _Entry(act.id, False, verb))
    return table


@lru_cache(maxsize=1)
def _parted() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, entry in _base_verbs().items():
        if len(phrase) > 1:
            table.setdefault(phrase[0], []).append((" ".join(phrase[1:]), entry.act))
    return {verb: tuple(sorted(rest, key=lambda each: -len(each[0]))) for verb, rest in table.items()}


def parted_verbs(verb: str) -> tuple[tuple[str, str], ...]:
    """What the lexicon's phrases add to ``verb``, each with its act, the longest first: "back" and "out" to "pull"."""
    return _parted().get(verb, ())


@lru_cache(maxsize=2)
def _covered(*, loosely: bool = True) -> dict[str, frozenset[str]]:
    direct = {act.id: [one for one in act.includes if loosely or one not in act.loosely] for act in acts()}

    def below(act: str, seen: frozenset[str]) -> frozenset[str]:
        for special in direct[act]:
            if special not in seen:
                seen = below(special, seen | {special})
        return seen

    return {act: below(act, frozenset()) for act in direct}


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(map(_fold, _WORD.findall(phrase)))


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def verbs_of(act: str) -> tuple[str, ...]:
    """The verbs of an act in base form; none for a word that is no act of the lexicon."""
    known = acts_by_id().get(act)
    return known.verbs or known.told.verbs if known else ()


def infinitive(act: str) -> str:
    """The verb to say for an act, or its id where it has none."""
    return next(iter(verbs_of(act)), act)


def noun_of(act: str) -> str:
    """The noun to say for an act, "meeting" for ``meet``; a word that is no act of the lexicon as it stands."""
    known = acts_by_id().get(act)
    return known.nouns[0] if known and known.nouns else act
