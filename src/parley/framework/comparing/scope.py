"""Whether one wording of a thing takes in more than another: "all weapons" and "heavy weapons", "tanks and guns".

Only what the words show is told: one row of things within the other, or the same thing with words beside it that
narrow it. Everything else ("weapons", "arms") stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .likeness import words_of

_ROW = re.compile(r"\s*(?:,\s*(?:and|or)\s+|,\s*|;\s*|\s+and/or\s+|\s+(?:and|or|as\s+well\s+as)\s+)", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|of|in|from|for|on|at|with|by|under)\b", re.IGNORECASE)
_MARKS = re.compile(r"[*_“”\"]+")
_ALL = frozenset({"all", "any", "every", "each", "whatever", "no"})
_PLAIN = frozenset({"the", "its", "their", "a", "an", "his", "those", "these", "such", "remaining", "of"})
_TURNING = frozenset(
    {"not", "non", "except", "excluding", "without", "other", "than", "but", "including", "especially"}
)
"""Words that may turn what stands beside them round, or add examples: then nothing is told."""
_NUMBER = re.compile(rf"\A(?:(?:up\s+to|at\s+least|about|another|the\s+first)\s+)?(?:{PATTERN})\b", re.IGNORECASE)
WIDER, NARROWER = "wider", "narrower"


def scope(before: str, after: str) -> str | None:
    """``wider`` or ``narrower``, as ``after`` takes in more or less than ``before``; ``None`` where that is open."""
    one, other = _MARKS.sub("", before), _MARKS.sub("", after)
    if _TURNING & set(words_of(one)) ^ _TURNING & set(words_of(other)):
        return None
    if _takes_in(one, other):
        return NARROWER
    return WIDER if _takes_in(other, one) else None


def _takes_in(wide: str, narrow: str) -> bool:
    """Whether each thing of ``narrow`` is one of ``wide``, or such a one with more said of it; and not the same."""
    row, few = _row(wide), _row(narrow)
    if not row or not few or len(few) > len(row):
        return False
    if not all(any(_same(whole, part) or _is_of(whole, part) for whole in row) for part in few):
        return False
    return len(few) < len(row) or any(all(_is_of(whole, part) for whole in row) for part in few)


def _row(words: str) -> list[str]:
    """The things that are named one by one; what a relative clause holds belongs to the thing before it."""
    relative = _RELATIVE.search(words)
    head, tail = (words[: relative.start()], words[relative.start() :]) if relative else (words, "")
    found = [each.strip() for each in _ROW.split(head) if each.strip()]
    if found and tail:
        found[-1] = f"{found[-1]} {tail}"
    return found


def _same(one: str, other: str) -> bool:
    return _core(one) == _core(other) and _is_all(one) == _is_all(other)


def _is_of(whole: str, part: str) -> bool:
    """Whether ``part`` is of the things that ``whole`` names: the same with more words, or a number of all of them."""
    wide, narrow = _core(whole), _core(part)
    if _TURNING & {*words_of(whole), *words_of(part)} or not wide or _NUMBER.match(whole):
        return False
    if wide == narrow:
        return _is_all(whole) and _NUMBER.match(part) is not None
    more = list(narrow)
    for word in wide:
        if word not in more:
            return False
        more.remove(word)
    return bool(more) and (not _JOINTS & set(more) or bool(_WHO & set(more)))


_JOINTS, _WHO = frozenset({"and", "or"}), frozenset({"who", "which", "that", "whom", "whose"})


def _is_all(words: str) -> bool:
    return bool(_ALL & set(words_of(words)[:2]))


def _core(words: str) -> tuple[str, ...]:
    """The words that say what it is, each in the singular as far as an ending tells."""
    plain = words_of(_NUMBER.sub("", words.strip()))
    return tuple(_singular(word) for word in plain if word not in _ALL and word not in _PLAIN)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_ABOVE = re.compile(
    r"\b(?:above|over|more\s+than|at\s+least|exceeding|greater\s+than|larger\s+than|beyond)\s+\Z", re.IGNORECASE
)
_BELOW = re.compile(
    r"\b(?:below|under|less\s+than|fewer\s+than|up\s+to|at\s+most|within|not\s+exceeding|no\s+more\s+than)\s+\Z",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"[\w\s.]{0,24}?\b(?:and|or)\s+(?:above|more|greater|larger|over|longer|higher)\b", re.IGNORECASE)


def threshold(words: str, start: int, end: int, more: bool) -> str | None:
    """What a larger (``more``) or smaller number at ``start`` makes of a meaning: "guns above 82 mm" takes in more."""
    if _ABOVE.search(words, 0, start) or _OR_MORE.match(words, end):
        return NARROWER if more else WIDER
    if _BELOW.search(words, 0, start):
        return WIDER if more else NARROWER
    return None


_SOFT = re.compile(
    r"\b(?:(?:endeavou?r|strive|seek|aim|try|tries|attempt)s?\s+to|"
    r"(?:makes?|undertakes?|uses?|exerts?|do(?:es)?)\s+(?:all|every|its|their)\s+(?:(?:best|possible|reasonable|utmost)\s+)*"
    r"(?:efforts?|endeavou?rs?|best|utmost)(?:\s+to)?|(?:as|so)\s+far\s+as\s+(?:is\s+)?(?:possible|practicable|feasible)|"
    r"(?:where|when|wherever|whenever|if)\s+(?:possible|feasible|practicable|appropriate)|as\s+appropriate|"
    r"to\s+the\s+extent\s+(?:possible|practicable|feasible)|in\s+principle)\b",
    re.IGNORECASE,
)
"""Words that make of a duty an endeavour."""


def softening(words: str) -> Sequence[str]:
    """The words by which a sentence asks for an effort, or for as much as is possible, and not for the thing itself."""
    return [" ".join(each.group().casefold().split()) for each in _SOFT.finditer(words)]
