"""What must stand in a text for a pattern to match there: words, one of which every match holds.

Most patterns match in few sentences, and to look for a dozen plain words is many times faster than to try a long
pattern at every character, or to compile it at all. :func:`needed` reads the words off the pattern. What it gives is
a necessary condition, so that a pattern that is asked only where it holds finds what it would have found anyway;
what it doesn't know in a pattern needs no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product

_LETTER = r"[a-zA-Z0-9 ,;:'\"/_%&=<>@#~!{}-]|\\[ -/:-@\[-`{-~]"
_TOKEN = re.compile(
    r"(?P<times>(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?)"
    rf"|(?P<letters>(?:(?:{_LETTER})(?![*+?{{]))+|{_LETTER})|(?P<space>\\s)|(?P<digit>\\d)"
    r"|(?P<never>\(\?!\))|(?P<unknown>\(\?P=\w+\)|\\(?:x..|u.{4}|U.{8}))"
    r"|(?P<nothing>[\^$]|\\[AbBZ]|\(\?[a-zA-Z]+\))"
    r"|(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|[a-zA-Z-]*:|>))?)|(?P<close>\))|(?P<or>\|)"
    r"|\[(?P<class>\^?\]?(?:\\.|[^\]\\])*)\]|\\?.",
    re.DOTALL,
)
_STRANGE = re.compile(r"\(\?(?:[a-wyz-]*x|\(|#)")
"""Flags, conditions and comments that no pattern here has, and that read otherwise."""
_MOST_EXACT = 12
"""Strings that one part of a pattern may stand for, letter by letter, before only its needed words are kept."""
_MOST_TIMES = 4
"""How often a part may be repeated and yet be told letter by letter: four digits are a year."""
_USUAL = frozenset(["the", "and", "shall", "all", "part", "party", "parties", "each", "for", "with", "day", "0"])
_FREQUENCY = {1: 2.0, 2: 0.35, 3: 0.06, 4: 0.02}
"""In how many sentences of an agreement a string of so many letters stands, roughly."""
_FREQUENCY_OF_LONGER, _FREQUENCY_OF_USUAL, _FREQUENCY_OF_SIGN = 0.01, 0.4, 0.2
_SIGNS = frozenset("()[]{}<>_°/?…§+*%")
_MOST_USUAL, _RARE = 1.9, 0.02
"""Words that stand, added up, in so many of the sentences spare hardly one of them the pattern; or nearly all."""

Strings = tuple[str, ...]
Part = tuple[Strings | None, Strings | None]
"""Of a part of a pattern: every string that it matches, written as :func:`folded` does, where they are few; and words
that it needs."""
_EMPTY: Strings = ("",)
_SPACE: Strings = (" ",)
_NOTHING: Part = (_EMPTY, None)
_UNKNOWN: Part = (None, None)
_PARTS: dict[str, Part] = {"space": (_SPACE, None), "digit": (("0",), None), "nothing": _NOTHING, "never": ((), None)}


@lru_cache(maxsize=8_192)
def needed(pattern: str, flags: int = 0) -> Strings | None:
    """Words, one of which is in :func:`folded` of any text that ``pattern`` matches in; the usual ones first.

    ``None`` where the pattern needs no word that is worth looking for.
    """
    if flags & re.VERBOSE or _STRANGE.search(pattern):
        return None
    words = _best(_alternatives(_TOKEN.finditer(pattern)))
    if words is None or _frequency(words) > _MOST_USUAL:
        return None
    return tuple(sorted(_shortest(words), key=lambda word: (-_frequency((word,)), word)))


def folded(text: str) -> str:
    """``text`` in small letters, with 0 for each digit and one blank between words, as needed words are written."""
    return folded_sentence(text) if len(text) < LONG else _of_text(text)


LONG = 1_000
"""Characters beyond which a text is no sentence."""
_ALIKE = str.maketrans({**dict.fromkeys("123456789", "0"), **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " ")})
_DIGIT, _BLANKS = re.compile(r"\d"), re.compile(r"\s+")


def _fold(text: str) -> str:
    small = text.lower()
    if not small.isascii():
        small = small.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")  # as "ignore case" takes them
        return _BLANKS.sub(" ", _DIGIT.sub("0", small))
    small = small.translate(_ALIKE)
    return _BLANKS.sub(" ", small) if "  " in small else small


folded_sentence, _of_text = lru_cache(maxsize=4_096)(_fold), lru_cache(maxsize=2)(_fold)
"""Kept, as many patterns are tried on each; the first for what is shorter than ``LONG``."""


def _frequency(words: Strings) -> float:
    return sum(
        _FREQUENCY_OF_USUAL
        if word.strip() in _USUAL
        else _FREQUENCY_OF_SIGN
        if word in _SIGNS
        else _FREQUENCY.get(len(word), _FREQUENCY_OF_LONGER)
        for word in words
    )


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    if other is None or "" in other:
        return one
    return other if one is None or _frequency(other) < _frequency(one) else one


def _shortest(words: Strings) -> list[str]:
    """Without those that hold another: where "accepts" stands, "accept" does."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return kept


def _best(part: Part) -> Strings | None:
    return _rarer(part[1], part[0])


def _alternatives(tokens: Iterator[re.Match[str]]) -> Part:
    """What stands up to the end of a group, or of the pattern."""
    parts, end = list[Part](), "or"
    while end == "or":
        part, end = _row(tokens)
        parts.append(part)
    exact = [one for one, _ in parts if one is not None]
    if len(parts) == 1 or (len(exact) == len(parts) and sum(map(len, exact)) <= _MOST_EXACT):
        return (tuple(chain.from_iterable(exact)) if exact else None), parts[0][1] if len(parts) == 1 else None
    words = [best for part in parts if (best := _best(part)) is not None]
    return None, tuple(chain.from_iterable(words)) if len(words) == len(parts) else None


def _row(tokens: Iterator[re.Match[str]]) -> tuple[Part, str]:
    """One thing after the other, and what ends it: "or", "close", or nothing at the end of the pattern."""
    row, part = _Row(), _NOTHING
    for token in tokens:
        kind = token.lastgroup
        if kind == "times":
            part = _repeated(part, token.group())
            continue
        row.join(part)
        if kind in ("or", "close"):
            return row.part, kind
        if row.is_rare:
            return (None, row.words), _rest(chain((token,), tokens))
        part = _part(token, tokens)
    row.join(part)
    return row.part, ""


class _Row:
    """What is known of a row: the strings that its last parts make together, and the rarest words of those before."""

    def __init__(self) -> None:
        self.run: Strings = _EMPTY
        self.words: Strings | None = None
        self.whole, self.is_rare = True, False

    def join(self, part: Part) -> None:
        if part is _NOTHING:
            return
        exact, words = part
        self._need(words)
        if exact is not None and len(exact) == len(self.run) == 1:  # most are, and this is what takes longest
            joined = self.run[0] + exact[0]
            self.run = (joined.replace("  ", " ") if "  " in joined else joined,)
            return
        if exact is not None and len(self.run) * len(exact) <= _MOST_EXACT:
            self.run = tuple((one + other).replace("  ", " ") for one in self.run for other in exact)
            return
        self._need(self.run)
        self.run, self.whole = exact or _EMPTY, False

    def _need(self, words: Strings | None) -> None:
        if words is not None and (rarer := _rarer(self.words, words)) is not self.words and rarer is not None:
            self.words, self.is_rare = rarer, _frequency(rarer) <= _RARE

    @property
    def part(self) -> Part:
        return (self.run, self.words) if self.whole else (None, _rarer(self.words, self.run))


def _rest(tokens: Iterator[re.Match[str]]) -> str:
    """What ends a row whose words are rare enough: the rest of it is passed over."""
    depth = 0
    for token in tokens:
        kind = token.lastgroup
        if kind == "open":
            depth += 1
        elif kind in ("or", "close") and depth == 0:
            return kind
        elif kind == "close":
            depth -= 1
    return ""


_ESCAPED = re.compile(r"\\(.)")


def _part(token: re.Match[str], tokens: Iterator[re.Match[str]]) -> Part:
    kind, written = token.lastgroup, token.group()
    if kind == "letters":
        return (_fold(_ESCAPED.sub(r"\1", written) if "\\" in written else written),), None
    if kind == "open":
        return _group(written, _alternatives(tokens))
    if kind == "class":
        return _class(token["class"])
    return _PARTS.get(kind or "", _UNKNOWN)


def _group(opened: str, part: Part) -> Part:
    """A group; what must follow it is needed and takes no place, and what stands before may lie outside a search."""
    if opened == "(?=":
        return _EMPTY, _best(part)
    return _NOTHING if opened in ("(?!", "(?<=", "(?<!") else part


def _repeated(part: Part, times: str) -> Part:
    least, most = _TIMES.get(times[0]) or _counted(times)
    exact = part[0]
    if exact == _SPACE:
        return (_SPACE if least else (*_EMPTY, *_SPACE)), None  # as many as there are, they are written as one
    if exact is not None and most <= _MOST_TIMES and len(exact) ** most <= _MOST_EXACT:
        often = range(least, most + 1)
        return tuple(_fold("".join(each)) for number in often for each in product(exact, repeat=number)), None
    return None, _best(part) if least else None


_ENDLESS = 1_000
_TIMES = {"?": (0, 1), "*": (0, _ENDLESS), "+": (1, _ENDLESS)}


def _counted(times: str) -> tuple[int, int]:
    least, comma, most = times.strip("{}?+").partition(",")
    return int(least or 0), int(most or (_ENDLESS if comma else least or 0))


_PLAIN = re.compile(r"(?:[a-zA-Z0-9 ,;:'\"/_.()|]|\\[s\-])+")


def _class(written: str) -> Part:
    """A class of characters: those that are told one by one, 0 where they are digits, else unknown."""
    if written in (r"\d", "0-9"):
        return ("0",), None
    if not _PLAIN.fullmatch(written):
        return _UNKNOWN
    return tuple(dict.fromkeys(_fold(written.replace(r"\s", " ").replace(r"\-", "-")))), None
