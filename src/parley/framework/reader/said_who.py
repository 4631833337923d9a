"""Says who bears a clause: by the names that the text introduces, else in its own words."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.listing import listed

from .clause import Clause
from .names import NO, Names
from .view import View

_NEITHER_NOR = re.compile(r"^neither\s+(.*?)\s+nor\b", re.IGNORECASE)
_PROPER = re.compile(r"(?!The\b|Each\b|All\b|Both\b|Any\b|Every\b)[A-Z][\w\-]*\s+(?:of\s+)?[A-Z]")


def words_of(clause: Clause, view: View, slot: str) -> str:
    parts = clause.said.get(slot, [])
    return " … ".join(view.text[start:end].strip(" ,;.") for start, end in parts)


def none_of(clause: Clause, view: View, slot: str) -> str:
    """ "no convoy", "neither Party": the words of those who are all barred; empty for others."""
    words = " ".join(words_of(clause, view, slot).split())
    none = NO.match(words) or _NOBODY.match(words)
    return words[0].lower() + words[1:] if none and not _NEITHER_NOR.match(words) else ""


_NOBODY = re.compile(r"(?:nobody|no\s+one)\b", re.IGNORECASE)


def bearers_of(clause: Clause, view: View, names: Names) -> str:
    words = words_of(clause, view, "bearer")
    bearers = clause.bearer or ()
    if bearers and not clause.collective and not any(map(names.knows, bearers)):
        plain = NO.sub("any ", _NEITHER_NOR.sub(r"\1 or", " ".join(words.split())))
        plain = re.sub(r"^(?:nobody|any one)\b", "anybody", plain, flags=re.IGNORECASE)
        if plain and not re.fullmatch(r"it|they", plain, re.IGNORECASE) and "the Parties" not in bearers:
            return plain if plain[:2].isupper() or _PROPER.match(plain) else plain[0].lower() + plain[1:]
    one_of = _ONE_OF.fullmatch(words) if clause.trigger and clause.bearer == names.party_ids else None
    if one_of:
        said = listed([names.said(each) for each in names.party_ids], "or")
        return f"{'the other' if one_of['other'] else 'that'} Party ({said})"
    if clause.collective or len(bearers) < 2:
        return bearers_said(bearers, clause.collective, names)
    return _row(bearers, words, names)


def _row(bearers: tuple[str, ...], words: str, names: Names) -> str:
    """Several who are named one by one: whom no list knows with the article that the text gives them."""
    parties = names.party_ids
    many = len(parties) > 4 and set(parties) < set(bearers)
    said = [f"each of the {len(parties)} Parties"] if many else []
    for each in bearers:
        if many and each in parties:
            continue
        led = re.search(rf"\b(?P<article>{_ARTICLE})\s+{re.escape(each)}", words, re.IGNORECASE)
        article = f"{led['article'].lower()} " if led else ""
        said.append(names.said(each) if names.knows(each) else f"{article}{each}")
    return listed(said)


_ARTICLE = "the|all|any|an?|every|each|both|its|their|other|such"


_ONE_OF = re.compile(r"it|(?:that|such|(?P<other>the\s+other))\s+(?:party|side)", re.IGNORECASE)
"""What means one of the parties by what has happened."""


def bearers_said(bearers: tuple[str, ...], collective: bool, names: Names) -> str:
    """Who they are; ``collective`` says that the text called them "the Parties" or the like."""
    said = [names.said(each) for each in bearers]
    if not collective or len(said) == 1:
        return listed(said) if bearers != ("the Parties",) else "each of the Parties"
    return f"each of {listed(said)}" if len(said) <= 4 else f"each of the {len(said)} Parties"
