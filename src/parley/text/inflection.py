"""Endings of English words as the lexicons need them: regular ones, and the irregular verbs that head phrases."""

from __future__ import annotations

import re

_VOWELS = "aeiou"
_IRREGULAR = {
    "bear": "bore borne", "bring": "brought", "build": "built", "cut": "cut", "draw": "drew drawn",
    "drive": "drove driven", "fall": "fell fallen", "find": "found", "forswear": "forswore forsworn",
    "get": "got", "give": "gave given", "go": "went gone", "hold": "held", "keep": "kept", "lay": "laid",
    "lead": "led", "leave": "left", "let": "let", "make": "made", "meet": "met", "pay": "paid", "put": "put",
    "read": "read", "run": "ran run", "see": "saw seen", "send": "sent", "set": "set", "shut": "shut",
    "stand": "stood", "take": "took taken", "tear": "tore torn", "tell": "told", "think": "thought",
    "throw": "threw thrown", "wind": "wound", "withdraw": "withdrew withdrawn", "write": "wrote written",
}  # fmt: skip
"""Forms of verbs that head many phrases ("made known"); those of one verb alone stand with it in ``acts.toml``."""


_PAST = {
    "begin": "began", "blow": "blew", "broadcast": "broadcast", "choose": "chose", "come": "came", "dig": "dug",
    "fly": "flew", "have": "had", "hide": "hid", "hit": "hit", "overfly": "overflew", "oversee": "oversaw",
    "quit": "quit", "rebuild": "rebuilt", "rewrite": "rewrote", "shed": "shed", "shoot": "shot", "sit": "sat",
    "speak": "spoke", "strike": "struck", "sweep": "swept", "teach": "taught", "traffic": "trafficked",
    "uphold": "upheld", "withhold": "withheld",
}  # fmt: skip
"""Past forms of other verbs; all their irregular forms stand with their act, or are no words of reports."""
_DOUBLES = re.compile(
    r"\A(?:[^aeiouy]|qu)*[aeiouy][^aeiouwxy]\Z|"
    r"(?:(?:ad|sub|per|com|trans|re|o)mit|(?:trans|re|con|de|in|pre)fer|pel|rol|nul|nap|quip)\Z"
)


def inflected(verb: str) -> list[str]:
    """The forms of a verb; of a phrase, its first word's. Both spellings where doubling is open."""
    first, _, rest = verb.partition(" ")
    if first.endswith(("ee", "oe", "ye")):
        forms = [f"{first}s", f"{first}d", f"{first}ing"]
        return [f"{form} {rest}" if rest else form for form in forms]
    if first.endswith("e"):
        stems = [first[:-1]]
        third = f"{first}s"
    elif first.endswith("y") and first[-2] not in _VOWELS:
        tail = f" {rest}" if rest else ""
        return [f"{first[:-1]}ies{tail}", f"{first[:-1]}ied{tail}", f"{first}ing{tail}"]
    else:
        stems = [first]
        third = f"{first}es" if first.endswith(("s", "x", "ch", "sh", "o")) else f"{first}s"
        if len(first) > 2 and first[-1] not in _VOWELS + "wxy" and first[-2] in _VOWELS:
            stems.append(first + first[-1])
    irregular = _IRREGULAR.get(first, "").split()
    forms = [third, *irregular] + [stem + ending for stem in stems for ending in ("ed", "ing")]
    return [f"{form} {rest}" if rest else form for form in forms]


def past(verb: str) -> str:
    """The past form of a verb; one that is stressed on its end doubles its last letter ("jammed", "admitted")."""
    first, _, rest = verb.partition(" ")
    irregular = _PAST.get(first) or _IRREGULAR.get(first)
    if irregular:
        return f"{irregular.split()[0]} {rest}".strip()
    regular = [form for form in inflected(verb) if form.split()[0].endswith("ed")]
    return regular[-1] if _DOUBLES.search(first.rpartition("-")[2]) else regular[0]


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"
