"""Whether every word that stands beside an act in a report is accounted for, so that the act was done without doubt.

Accounted for are the words of the acts themselves, things, names, numbers with their units, words that join others, and
those that say no more than how, when or how much (``accounted.toml``). Any other word may say that it was no such deed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from parley.text import patterns as re
from parley.text.acts import noun_at_start, word_alone
from parley.text.numbers import WORDS, parse_number
from parley.text.wordlist import word_set

from .kinds import is_weapon, kind_words, kinds_of, stem

_NUMBER = re.compile(rf"\d\w*|[^\W\d_]{{1,4}}-?\d[\w-]*|{WORDS}", re.I)
"""Also what a weapon is called: "T-72"."""
_COUNT = re.compile(rf"\d+|{WORDS}", re.I)
_NOTHING = re.compile(
    r"\W*(?:(?:no|not|never|without|none|nil)\b(?:\s+yet\b)?|nothing\b(?:\s+to\s+report\b)?|"
    r"(?:(?:all|situation|was|is|remain\w*|generally|relatively)\s+)*(?:calm|quiet)\b)",
    re.I,
)
_KEEPS = re.compile(
    r"\W*(?:(?:we|they|it|he|our\s+\w+|the\s+\w+|all\s+sides|both\s+sides)\s+)?(?:(?:has|have|had|is|are|was|were|also|always|fully|strictly|"
    r"faithfully|scrupulously)\s+)*(?:(?:in\s+)?(?:full\s+)?complian(?:ce|t)|kept|keep(?:s|ing)?|compl(?:y|ies|ied|ying)|respect(?:ed|s|ing)?|"
    r"observ(?:ed|es|ing)|honou?r(?:ed|s|ing)?|adher(?:ed|es|ing)|abid(?:ed|es|ing)|stuck|st(?:ood|ands)|upheld|fulfilled|carried\s+out|"
    r"implemented|met)\s+(?:(?:to|with|by|in|out)\s+)?(?:(?:all|every|each|the|its|our|their|this|whole|of|full|strictly|fully)\s+)*"
    r"(?:articles?|sections?|points?|paragraphs?|provisions?|agreement|accord|truce|cease-?\s?fire|deal|terms?|word|promises?|"
    r"obligations?|commitments?|undertakings?|dut(?:y|ies)|rules?|bargain|pledges?)\b",
    re.I,
)
_KEPT = re.compile(
    r"\W*(?:(?:the|our|its)\s+)?(?:article|section|point|paragraph|agreement|accord|truce|cease-?\s?fire|deal)(?:\s+[\w()]+)?\s+"
    r"(?:(?:is|was|being|has|have|been|fully|strictly)\s+)*(?:kept|respected|observed|honou?red|upheld|complied\s+with|carried\s+out|holding)\b",
    re.I,
)
_BUT = re.compile(
    r"\b(?:not|never|no\s+longer|but|except|until|partly|in\s+part|some|most|violat\w*|br(?:eak|oke)\w*|breach\w*|fail\w*|end\w*)\b",
    re.I,
)
_SOME_OF = re.compile(rf"\b(?:\d+|{WORDS})\s+(?:out\s+)?of\s+(?:(?:the|its|their)\s+)?(?:\d+|{WORDS})\b", re.I)
_PREDICATE = re.compile(r"\w+(?:ed|ing|ly|ete|ial|able|ible|way)\Z", re.I)
"""The form of words that tell what became of something, and are seldom names."""
_TOLD = re.compile(
    r"\b(?:confirm|document|record|observ|verifi|report|heard|seen|not|sight|spott|detect)(?:ed)?\s*\Z", re.I
)
_SUFFERED = re.compile(
    r"\w+(?:ed|en|wn)|(?:\w+\s)?(?:burnt|shot|hit|cut|caught|sunk|struck|built|dug|shut)(?:\s(?:dead|down|up|off))?",
    re.I,
)
_BEARS_ARMS = re.compile(
    r"rebels?|insurgents?|militants?|governments?|opposition|enem(?:y|ies)|attackers?|mock|dummy|fake|decoy|simulated|staged|"
    r"feigned|false|former|own|only|never|almost|nearly|not|reportedly|allegedly",
    re.I,
)
"""Who may have done it as well, and what makes another deed of it."""
_ARTICLES = word_set("a an the its their his her this that these those each every both any")
_OF = (None, "of", "on", "against")
_WITH = ("with", "by")
"""What leads to a thing that an act is done to, or with; any other such word leads to a place."""
Stretch = tuple[int, int]
"""From one character to another, exclusive."""


def unaccounted(said: str, acts: Sequence[Stretch], thing: str | None = None) -> tuple[str, ...]:
    """The words beside these acts that are not accounted for; those of the ``thing`` that is reported are."""
    mixed = any(one.islower() for one in said)
    named = frozenset(map(stem, _parts(thing.casefold()))) if thing else frozenset()
    words = list(_words_beside(said, acts))
    left = []
    is_led = False
    for number, (word, start) in enumerate(words):
        low = word.casefold()
        is_behind = is_led or any(last <= start for _, last in acts)
        is_led = is_led or low not in _words("links")
        ahead = words[number + 1] if number + 1 < len(words) else ("", len(said))
        act_ahead = any(start < first < ahead[1] for first, _ in acts)
        if mixed and is_behind and word[0].isupper() and not _PREDICATE.match(word):
            continue
        if low == "by":
            known = act_ahead or _is_means(ahead[0].casefold()) or only_tells(said[:start])
        elif low == "to":
            known = not act_ahead
        elif low in _words("behind"):
            known = is_behind or (low in _words("ahead") and _heads_noun(said, start + len(word), acts))
        else:
            known = _is_known(re.sub(r"['’]s?\Z", "", low), named) or (
                thing is not None and _suffers(said, start, acts)
            )
        if not known:
            left.append(word)
    return tuple(left)


def _heads_noun(said: str, end: int, acts: Sequence[Stretch]) -> bool:
    """Whether an act that is named by a noun stands behind these words ("held | naval exercise"), as what was held."""
    behind = next((word_alone(said[first:last]) for first, last in sorted(acts) if first >= end), None)
    return behind is not None and behind.noun


def _suffers(said: str, start: int, acts: Sequence[Stretch]) -> bool:
    """Whether a word stands right before a participle, as what that was done to ("welder | arrested")."""
    word = re.match(r"[a-z-]+", said[start:])
    first, last = next((stretch for stretch in acts if stretch[0] > start), (0, 0))
    if word is None or said[start + word.end() : first] != " " or _BEARS_ARMS.fullmatch(word[0]):
        return False
    return _SUFFERED.fullmatch(said[first:last]) is not None


def strange_in(reported: str, meant: str) -> tuple[str, ...]:
    """The words for a thing that leave open whether it is what was meant: neither accounted for nor words of that.

    What begins with a word for a place ("near a hospital") is another thing, there.
    """
    reported = _without_name(reported)
    words = [word for word, _ in _words_beside(reported, ())]
    if words and words[0].casefold() in _words("links") and words[0].casefold() not in _ARTICLES:
        return (words[0],)
    return unaccounted(reported, (), meant)


_NAME = re.compile(r"(?:(?-i:[A-Z])[\w'’-]+\s+)+(?=(?-i:[a-z]))")


def _without_name(thing: str) -> str:
    """The words for a thing without a name in front of them: "Kolda | substation", but "Dummy tanks"."""
    name = _NAME.match(thing)
    if name is None or any(_PREDICATE.match(one) or one.casefold() in _words("no_name") for one in name[0].split()):
        return thing
    return thing[name.end() :]


def only_tells(said: str) -> bool:
    """Whether who stands behind words that end so, and "by", only tells of it: "withdrawal verified" by the Mission."""
    return _TOLD.search(said) is not None


def says_nothing(said: str) -> bool:
    """Whether words that name no act say that nothing was done, or seen: "no movement", "not done", "all quiet"."""
    opens = _NOTHING.match(said)
    return opens is not None and not unaccounted(said, [opens.span()])


def tells_of_keeping(said: str) -> bool:
    """Whether words say that the text was kept, and so of nothing that it forbids: "kept Article 3 in full"."""
    return (_KEEPS.match(said) or _KEPT.match(said)) is not None and _BUT.search(said) is None


def befalls(said: str) -> bool:
    """Whether words are of what people do among themselves, or of what befalls a place: "flood", "wedding held"."""
    words = [word.casefold() for word, _ in _words_beside(said, ())]
    while words and words[-1] in _words("behind"):
        words.pop()
    return bool(words) and _hyphened(words[-1]) in _stems("beside") and "of" not in words


def in_part(said: str) -> bool:
    """Whether words for an act that was done leave open whether all of it was, or for good."""
    words = (word for word, _ in _words_beside(said, ()))
    return bool(_SOME_OF.search(said)) or any(
        word.endswith("%") or _hyphened(word) in _words("in_part") for word in words
    )


def is_aside(word: str, behind: bool, heads: bool) -> bool:
    """Whether a word of the lexicon may be no act beside another: "mine", "patrol", or ``behind`` it "observed".

    What ``heads`` something ("crossing of the line") is no thing there, but may say how: "start of shelling".
    """
    lists = ("plain", "in_part") if heads else ("behind",) if behind else ()
    parts = _parts(word.casefold())
    return all(
        any(part in _words(name) for name in lists) or (not heads and _is_known(part, frozenset())) for part in parts
    )


@dataclass(frozen=True)
class Thing:
    """A thing in words for an act, and how many of it; ``in_front`` of the noun that it stands before it is in the
    singular, however many there are ("drone flights").
    """

    words: str
    count: int | None = None
    in_front: bool = False


def thing_beside(said: str, acts: Sequence[Stretch]) -> Thing | None:
    """Of what thing the words beside, or in, those for acts tell: the first that is named, and not as a place."""
    for words, led, at in _groups(said, acts):
        is_count = bool(_COUNT.fullmatch(words[0]) and words[1:]) and stem(words[1].casefold()) not in _words("units")
        named = words[1:] if is_count else words
        before = next((stretch for stretch in acts if stretch[0] > at), None)
        in_front = led is None and before is not None and noun_at_start(said[slice(*before)]) is not None
        if in_front:
            named = named[next((i for i, one in enumerate(named) if not _is_manner(one)), len(named)) :]
        thing = " ".join(named)
        is_its = led in _OF or (led in _WITH and is_weapon(thing))
        if thing and is_its and is_thing(named[-1]) and (kinds_of(thing) or not in_front):
            return Thing(thing, int(parse_number(words[0])) if is_count else None, in_front)
    inside = (_thing_in_front(said[first:last].split()) for first, last in acts)
    return next((Thing(words, in_front=True) for words in inside if words), None)


def _thing_in_front(words: Sequence[str]) -> str:
    """The thing with which the words for an act begin: "gas" of "gas cut off"; none: an empty string."""
    end = next((end for end in range(len(words) - 1, 0, -1) if is_thing(words[end - 1])), 0)
    front = " ".join(words[:end])
    return front if kinds_of(front) else ""


def _groups(said: str, acts: Sequence[Stretch]) -> Iterator[tuple[list[str], str | None, int]]:
    """The words beside acts that stand together, with what leads to them ("of") and where the last of them begins."""
    group: list[str] = []
    led: str | None = None
    end = 0
    for word, start in _words_beside(said, acts):
        between, low = said[end:start], word.casefold()
        is_link = low in _words("links") or low in ("by", "to") or low in _words("behind")
        if group and (is_link or between.strip()):
            yield group, led, end
            group = []
        if between.strip():
            led = None
        if is_link:
            led = led if low in _ARTICLES else low
        else:
            group.append(word)
        end = start + len(word)
    if group:
        yield group, led, end


def is_thing(word: str) -> bool:
    """Whether a word names a thing, or somebody, that acts are done to, or with."""
    return (bool(kinds_of(word)) and not word.startswith("anti-")) or stem(word.casefold()) in _stems("things")


def _is_manner(word: str) -> bool:
    return word.casefold() in _words("plain") and stem(word.casefold()) not in kind_words()


def without_compounds(said: str) -> str:
    """The words with crosses for what is no act, whatever its parts are: "cease-fire", "cross-border"."""
    return _compound().sub(lambda match: "x" * len(match[0]), said)


def says_how(word: str) -> bool:
    """Whether a word says no more than how, when or how much it was, or joins others: it names nobody and nothing."""
    lists = ("plain", "in_part", "links", "units")
    return any(one in _words(name) for one in (word.casefold(), stem(word.casefold())) for name in lists)


def _is_means(word: str) -> bool:
    """Whether what stands behind "by" names nobody: "by drone", "by 20 soldiers"."""
    return is_weapon(word) or stem(word) in _words("means") or _NUMBER.fullmatch(word) is not None


def _is_known(word: str, named: frozenset[str]) -> bool:
    if word.endswith("%") or _NUMBER.fullmatch(word) or _hyphened(word) in _known():
        return True
    parts = _parts(word)
    joins = _words("links") - {"and", "in", "of", "the"} if len(parts) > 1 else frozenset()  # "near-complete"
    known = _known().union(named)
    return all((stem(part) in known and part not in joins) or _NUMBER.fullmatch(part) for part in parts)


def _words_beside(said: str, acts: Sequence[Stretch]) -> Iterator[tuple[str, int]]:
    """The words that are none of the acts', each with its first character."""
    left = "".join(" " if any(first <= at < last for first, last in acts) else one for at, one in enumerate(said))
    for match in _word().finditer(left):
        yield match[0], match.start()


def _parts(words: str) -> list[str]:
    return re.findall(r"[^\W_]+|\?", words)


def _hyphened(word: str) -> str:
    return stem("-".join(word.casefold().split()))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lists = ("plain", "in_part", "links", "things", "where", "units")
    return kind_words().union(*map(_stems, lists))


@lru_cache(maxsize=16)
def _stems(name: str) -> frozenset[str]:
    """The words of a list without their plural endings."""
    return frozenset(map(stem, _words(name)))


def _words(name: str) -> frozenset[str]:
    """The words of a list of ``accounted.toml``."""
    return _table()[name]


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(files(__package__).joinpath("accounted.toml").read_text("utf-8"))
    return {name: word_set(words) for name, words in lists.items()}


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    told = sorted(
        (word for name in ("plain", "in_part", "things", "beside") for word in _words(name) if "-" in word), key=len
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(word.replace('-', '[- ]') for word in reversed(told))})s?(?!\w)", re.I)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_compound().pattern}|[^\W_]+(?:['’-][^\W_]+)*(?:\s*%)?|\?", re.I)
