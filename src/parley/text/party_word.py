"""What a text calls its parties, where it has a word of its own: "each a Contracting Side", "is called a Family".

The parties of a text whose names all have one word ("Ostani clan", "Belghar clan") go by it as well: "neither clan".
"""

from __future__ import annotations

from collections.abc import Sequence

from . import patterns as re
from .wordlist import word_set

_PREAMBLE = 8_000
_OWN_WORD = re.compile(
    r"\b[Ee]ach\s+(?:(?:one\s+)?of\s+(?:them|which|the\s+two|these|the\s+above)\s+)?(?:(?:is|being)\s+)?(?:here\w*\s+)?"
    r"(?:(?:called|named|termed|styled|known\s+as|referred\s+to\s+as)\s+)?(?:an?|the)\s+[\"“*]*"
    r"(?P<one>[A-Z][a-z]+(?:[ \n][A-Z][a-z]+)?)[\"”*]*(?=[ \n]*[,.;)])"
    r"|\b(?:together|jointly|collectively|both|are|hereinafter|hereafter)\s+(?:(?:called|named|termed|styled|referred\s+to\s+as)\s+)?"
    r"(?:together\s+)?the\s+[\"“*]*(?P<many>[A-Z][a-z]+(?:[ \n][A-Z][a-z]+)?s)[\"”*]*(?=[ \n]*[,.;)])"
)
"""How a text says what it calls its parties: "each a Contracting Side", "each of the two is called a Family"."""
_NO_PARTY = r"(?<!of )(?<!of\n)"
_NAMES_ONE = r"(?!\s+(?:of\s+)?(?:[Tt]he\s+)?[A-Z])"
"""A "State" that is none of the parties: "Head of State", "State Duma", "State of Alda"."""
_KINDS = word_set("clan tribe family faction movement emirate sultanate duchy canton principality khanate")
_STATES = word_set("Republic Kingdom Federation Confederation State")
"""What several are alike, and each is called for short; the latter in capitals alone."""
_ONE_OF = "each every neither either no a an any one other another that such two"
_SEVERAL = f"{_ONE_OF} both all the of these those"
"""Before what is no part of a name: "neither | clan", "both of the | clans", and not "the Ostani | clan"."""


def word_for_parties(flat: str, parties: Sequence[str] = (), others: Sequence[str] = ()) -> re.Pattern[str] | None:
    """A text's own word for a party, one (``one``) or several; ``None`` where it is "Party" or none is given.

    ``parties`` and ``others`` are the names of the parties and of everybody else whom the text knows.
    """
    match = _OWN_WORD.search(flat[:_PREAMBLE])
    if match is None:
        return _shared_word(parties, others)
    many = match["many"] or ""
    word = " ".join((match["one"] or re.sub(r"s$", "", re.sub(r"ies$", "ys", many))).split())
    if word in ("Party", "Member", "Signatory", "Signatary"):
        return None
    *front, last = word.split()
    if word == "State":  # "each State Party" is one, "the Head of State" is none
        return re.compile(
            rf"(?<![\w-]){_NO_PARTY}(?:(?P<one>State(?:\s+Party)?)|States(?:\s+Parties)?)(?![\w-]){_NAMES_ONE}"
        )
    return _pattern("".join(f"{re.escape(each)}\\s+" for each in front), last)


def _shared_word(parties: Sequence[str], others: Sequence[str]) -> re.Pattern[str] | None:
    """The word for what all of the parties are, by their names; none where anybody else is one, too."""
    names = [frozenset(name.split()) for name in parties]
    shared = frozenset.intersection(*names) if len(names) > 1 else frozenset()
    kinds = sorted(word for word in shared if word.lower() in _KINDS or word in _STATES)
    if len(kinds) != 1 or any(kinds[0].lower() in name.lower() for name in others):
        return None
    word = kinds[0] if kinds[0] in _STATES else f"[{kinds[0][0].upper()}{kinds[0][0].lower()}]{kinds[0][1:]}"
    return _pattern("", word, _behind(_ONE_OF), _NAMES_ONE, _behind(_SEVERAL))


def _behind(words: str) -> str:
    """Right behind one of these words."""
    return "(?:{})".format("|".join(f"(?<=\\b[{word[0].upper()}{word[0]}]{word[1:]}\\s)" for word in words.split()))


def _pattern(front: str, last: str, before: str = "", behind: str = "", before_many: str = "") -> re.Pattern[str]:
    stem, one, many = (last[:-1], "y", "ies") if last.endswith("y") else (last, "", "s")
    words = rf"{before}(?P<one>{front}{stem}{one})|{before_many or before}{front}{stem}{many}"
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-]){behind}")


def with_party(words: str, own: re.Pattern[str]) -> str:
    """The words with "Party" for the text's own word for one, and of the same length: a shorter word is a "side"."""

    def plain(match: re.Match[str]) -> str:
        size = len(match.group())
        longest = ("Party", "side") if match["one"] else ("Parties", "sides")
        fitting = next((each for each in longest if len(each) <= size), None)
        return match.group() if fitting is None else fitting.rjust(size)

    return own.sub(plain, words)
