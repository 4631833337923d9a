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
    "beat": "beat", "begin": "began", "blow": "blew", "break": "broke", "broadcast": "broadcast", "catch": "caught",
    "choose": "chose", "come": "came", "dig": "dug",
    "fly": "flew", "have": "had", "hide": "hid", "hit": "hit", "overfly": "overflew", "oversee": "oversaw",
    "quit": "quit", "rebuild": "rebuilt", "rewrite": "rewrote", "shed": "shed", "shoot": "shot", "sink": "sank",
    "sit": "sat", "speak": "spoke", "steal": "stole", "strike": "struck", "sweep": "swept", "teach": "taught",
    "traffic": "trafficked", "uphold": "upheld", "withhold": "withheld",
}  # fmt: skip
"""Past forms of other verbs; all their irregular forms stand with their act, or are no words of reports."""
_DOUBLES = re.compile(
    r"\A(?:[^aeiouy]|qu)*[aeiouy][^aeiouwxy]\Z|"
    r"(?:(?:ad|sub|per|com|trans|re|o)mit|(?:trans|re|con|de|in|pre)fer|pel|rol|nul|nap|quip)\Z"
)

_NOMINAL = re.compile(r"\w{0,4}(?:ing|ion|al|[ae]nce|ment|ure|age|y|ce)")
"""On what nouns end that are made of verbs."""


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
    return _regular(verb, "ed")


def gerund(verb: str) -> str:
    """The verb as a noun: "moving tanks" of "move tanks"."""
    return _regular(verb, "ing")


def _regular(verb: str, ending: str) -> str:
    """The regular form of this ending; one that is stressed on its end doubles its last letter."""
    forms = [form for form in inflected(verb) if form.split()[0].endswith(ending)]
    return forms[-1] if _DOUBLES.search(verb.partition(" ")[0].rpartition("-")[2]) else forms[0]


def is_form_of(word: str, verb: str) -> bool:
    """Whether a word is the verb in any of its forms, or a noun made of it ("apology", "apologised": "apologise")."""
    one, of = _spelt(word), _spelt(verb)
    nouns = {one, re.sub(r"ies$", "y", one), one.removesuffix("s")}
    return one in {of, past(of), *inflected(of)} or any(is_noun_of(noun, of) for noun in nouns)


def is_noun_of(noun: str, verb: str) -> bool:
    """Whether a noun is made of a verb ("seizure": "seize"), or is that verb in one word ("handover")."""
    same, stem = shared_letters(noun, verb), len(verb) - (3 if verb.endswith("ise") else 2)
    made = same >= max(min(3, len(verb)), stem) and _NOMINAL.fullmatch(noun[same:]) and " " not in noun
    return bool(made) or re.sub(r"[\s-]", "", noun) == re.sub(r"[\s-]", "", verb)


def shared_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _spelt(words: str) -> str:
    """Words without an article, in one spelling."""
    plain = re.sub(r"\A(?:an?|the|its|their)\s+", "", " ".join(words.casefold().split()))
    return re.sub(r"iz(?=e|ing\b|ation)", "is", plain)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"
