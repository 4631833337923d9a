"""What a text calls its parties, where it has a word of its own: "each a Contracting Side", "is called a Family"."""

from __future__ import annotations

from parley.text import patterns as re

_PREAMBLE = 8_000
_OWN_WORD = re.compile(
    r"\b[Ee]ach\s+(?:(?:one\s+)?of\s+(?:them|which|the\s+two|these|the\s+above)\s+)?(?:(?:is|being)\s+)?(?:here\w*\s+)?"
    r"(?:(?:called|named|termed|styled|known\s+as|referred\s+to\s+as)\s+)?(?:an?|the)\s+[\"“*]*"
    r"(?P<one>[A-Z][a-z]+(?:[ \n][A-Z][a-z]+)?)[\"”*]*(?=[ \n]*[,.;)])"
    r"|\b(?:together|jointly|collectively|both|are|hereinafter|hereafter)\s+(?:(?:called|named|termed|styled|referred\s+to\s+as)\s+)?"
    r"(?:together\s+)?the\s+[\"“*]*(?P<many>[A-Z][a-z]+(?:[ \n][A-Z][a-z]+)?s)[\"”*]*(?=[ \n]*[,.;)])"
)
"""How a text says what it calls its parties: "each a Contracting Side", "each of the two is called a Family"."""


def word_for_parties(flat: str) -> re.Pattern[str] | None:
    """A text's own word for a party, one (``one``) or several; ``None`` where it is "Party" or none is given."""
    match = _OWN_WORD.search(flat[:_PREAMBLE])
    if match is None:
        return None
    many = match["many"] or ""
    word = " ".join((match["one"] or re.sub(r"s$", "", re.sub(r"ies$", "ys", many))).split())
    if word.split()[-1] in ("Party", "State", "Member") and " " not in word:
        return None
    *others, last = (re.escape(each) for each in word.split())
    stem, ends = (last[:-1], ("y", "ies")) if last.endswith("y") else (last, ("", "s"))
    front = "".join(f"{each}\\s+" for each in others)
    return re.compile(rf"(?<![\w-])(?:(?P<one>{front}{stem}{ends[0]})|{front}{stem}{ends[1]})(?![\w-])")
