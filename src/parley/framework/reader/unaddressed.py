"""Provisions that address nobody: "Release of all hostages", "Ensure effective monitoring", "Cease-fire in ...".

Real agreements are often lists of such measures. What is to be done is read from the noun or the
imperative; who bears it only where the words say so ("by both sides").
"""

from __future__ import annotations

import re

from parley.model import Modality
from parley.text.acts import act_covers, noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .deeds import CEASE, participle, read_active
from .names import Names
from .slots import Clause, fill, infer_place

_ACTS = word_set(
    "clear-mines deliver disarm dismantle establish exchange grant-access maintain monitor negotiate pardon protect "
    "store release repair respect resume return verify withdraw investigate elect agree adopt"
)
"""Acts that a provision commands by naming them alone; "attack" or "report" alone commands nothing."""
_FINITE = re.compile(
    r"\b(?:shall|must|may|will|should|can|would)\b|(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had)\b",
    re.I,
)
_DETERMINED = re.compile(
    r"\s*(?:[a-z]+ly\b\s*,?\s*)?(?:all|any|the|its|their|every|each|both|an?|by|no\s+later|not\s+later|on|within|effective|safe|full)\b"
)
_LEADS = re.compile(r"There\s+is\s+an\s+obligation\s+to\s+|It\s+is\s+(?:agreed|obligatory)\s+to\s+", re.IGNORECASE)
_NO_QUALITY = re.compile(r"\b(?:of|in|by|on|to|for|from|at|with|no|not|without|against)\b", re.IGNORECASE)
_CEASE_FIRE = re.compile(
    r"(?:(?:the|an?|full|complete|immediate|comprehensive|general|total|unconditional|mutual|bilateral|permanent|and)\s+|,\s*)*"
    r"(?P<what>cease-?\s?fire|truce|cessation\s+of\s+(?P<of>hostilities|fire|fighting|combat|the\s+use\s+of\s+force|use\s+of\s+force))\b"
    r"(?P<more>\s+regime)?",
    re.IGNORECASE,
)
_IMPLEMENTED = re.compile(
    r"\s*,?\s+and\s+its\s+(?:strict|full|immediate)\s+(?:implementation|observance)", re.IGNORECASE
)
_ADVERB = re.compile(r"\s+(?P<how>promptly|immediately|urgently|without\s+delay|forthwith)(?=[\s,])")
_SECOND = re.compile(r"\s*,?\s+and\s+(?=the\s+)")
_JOINT = re.compile(r"\s*,?\s+(?:and|or)\s+(?:the\s+)?|\s*,\s*")


def read_unaddressed(text: str, names: Names) -> list[tuple[Clause, int]] | None:
    """The clauses of a provision without a subject; ``None`` if ``text`` is none or isn't understood."""
    end = len(text.rstrip(" .;,"))
    lead = _LEADS.match(text)
    if lead:
        return _imperative(text, lead.end(), end, names)
    if _FINITE.search(text):
        return None
    return _cease_fire(text, end, names) or _imperative(text, 0, end, names) or _nominal(text, end, names)


def _imperative(text: str, start: int, end: int, names: Names) -> list[tuple[Clause, int]] | None:
    """ "Ensure release of all hostages": a bare verb of the lexicon before a determined object."""
    body = text[start].lower() + text[start + 1 : end]
    verb = verb_at_start(body, base=True)
    cease = CEASE.match(body)
    if not cease and not (verb and verb[0] in _ACTS) and not body.startswith(("ensure ", "launch a ", "carry out ")):
        return None
    if not start and verb and not cease and not _DETERMINED.match(body, verb[1]):
        return None  # "Exchange lists" may be a heading
    clause = Clause(modality=Modality.MUST, said={"modality": [(start, start)]})
    after = read_active(body, start, 0, clause, names)
    if after is None or not all(act in _ACTS or clause.cease for act, _ in clause.deeds):
        return None
    clause.said["modality"] = [(start, start + after)]
    adverb = _ADVERB.match(body, after)
    if adverb:
        clause.manner, after = adverb["how"], adverb.end()
    clause.unaddressed = True
    if not fill(text, (start + after, end), clause, names):
        return None
    infer_place(clause, names)
    return [(clause, start)]


def _cease_fire(text: str, end: int, names: Names) -> list[tuple[Clause, int]] | None:
    """ "Immediate and comprehensive cease-fire in ... from ...": a ban on fire that binds whoever is in it."""
    match = _CEASE_FIRE.match(text)
    if not match:
        return None
    clause = Clause(modality=Modality.MUST_NOT, unaddressed=True)
    act = "attack" if match["of"] and "fire" not in match["of"].lower() else "fire"
    clause.deeds.append((act, {"fire": "open fire", "attack": "carry out attacks"}[act]))
    clause.said = {"modality": [match.span()], "act": [match.span("what")]}
    implemented = _IMPLEMENTED.match(text, match.end())
    strict = _IMPLEMENTED.search(text, match.end())
    begin = implemented.end() if implemented else match.end()
    blanked = text if implemented or not strict else _without(text, strict.start(), strict.end())
    if not fill(blanked, (begin, end), clause, names) or not (clause.place or clause.window):
        return None
    return [(clause, 0)]


def _nominal(text: str, end: int, names: Names) -> list[tuple[Clause, int]] | None:
    """ "Withdrawal of all foreign forces", "Setting up the zone and the withdrawal of weapons"."""
    clauses: list[tuple[Clause, int]] = []
    start = 0
    while start < end:
        head = _head(text, start, end)
        if head is None:
            return None
        acts, begin, first, stop = head
        close = end
        if not any(act_covers("monitor", act) or act == "verify" for act, _ in acts):
            close = next((cut.start() for cut in _SECOND.finditer(text, stop, end) if _head(text, cut.end(), end)), end)
        clause = Clause(modality=Modality.MUST, passive=True, unaddressed=True)
        clause.said = {"modality": [(first, stop)], "act": [(first, stop)]}
        towards = {"pardon": "for", "protect": "for|to", "grant-access": "to", "elect": ""}.get(acts[-1][0], "")
        of = re.compile(
            rf"\s+(?P<word>of{'|' + towards if towards else ''})\s+|\s+(?=(?:the|all|any|its|their)\b)"
        ).match(text, stop)
        if not of:
            return None
        words = [participle(act, noun) for act, noun in acts]
        plain = [word for word in words if word]
        if len(plain) < len(words) or first > begin or of["word"] not in (None, "of"):
            noun = f"{text[begin:stop]} {of['word'] or ''}".strip()
            clause.named, plain = noun[0].lower() + noun[1:], ["carried out"] * len(words)
        clause.deeds = [(act, said) for (act, _), said in zip(acts, plain, strict=True)]
        clause.passive = False  # its object stands behind it, as that of a verb does
        understood = fill(text, (of.end(), close), clause, names)
        clause.passive = True
        if not understood or clause.object is None:
            return None
        infer_place(clause, names)
        clauses.append((clause, first))
        cut = _SECOND.match(text, close)
        start = cut.end() if cut else close
    return clauses or None


def _head(text: str, start: int, end: int) -> tuple[list[tuple[str, str]], int, int, int] | None:
    """The act nouns that open ``text``, as ``(act, noun)``; where their qualities begin, and they begin and end."""
    quality = re.compile(r"(?:(?:the|an?|all)\s+)?").match(text, start, end)
    begin = at = quality.end() if quality else start
    for _ in range(4):
        found = noun_at_start(text[at:end])
        if found:
            break
        word = re.compile(r"[\w\-]+\s+(?:and\s+)?").match(text, at, end)
        if not word or _NO_QUALITY.search(word.group()):
            return None
        at = word.end()
    acts: list[tuple[str, str]] = []
    first = at
    while found:
        acts.append((found[0], text[at : at + found[1]]))
        stop = at + found[1]
        joint = _JOINT.match(text, stop, end)
        found = noun_at_start(text[joint.end() : end]) if joint else None
        at = joint.end() if joint else stop
    if not acts or not all(act in _ACTS for act, _ in acts):
        return None
    return acts, begin, first, stop


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + "\0" * (end - start) + text[end:]
