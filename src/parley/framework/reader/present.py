"""Duties in the present tense, as in translated texts: "Kestria returns the district by D+5", "... are released"."""

from __future__ import annotations

import re

from parley.model import Modality
from parley.text.acts import verb_at_start
from parley.text.wordlist import word_set

from .anyone import anyone
from .asides import ADVERB
from .clause import Clause
from .deeds import ADVERBS, CEASE, read_active
from .inferred import infer_act, infer_place, infer_trigger
from .names import FOUNDED, Names, plain_agent
from .passives import read_passive
from .slots import fill
from .subjects import subject_of
from .unlisted import unlisted_participle, unlisted_verb

_DONE = word_set(
    "release exchange withdraw return disarm dissolve pardon dismantle repair resume suspend lay-mines "
    "clear-mines deliver"
)
"""Acts whose passive in the present commands them: "all hostages are released by D+3"."""
ONLY_SAID = word_set(
    "recognise consider agree find violate begin continue complete involve hold-positions terminate express request "
    "take-action represent strengthen promote reduce increase enter-into-force bring attack fire define"
)
"""Acts whose present tense only tells or states."""
_PASSIVE = re.compile(r"\s(?:is|are)\s+(?=(?:[a-z]+ly\s+)?[a-z]+(?:ed|n|t|ee|d)\b)")
_ALLOWED = re.compile(
    r"(?:[a-z]+ly\s+)?(?:allowed|permitted|banned|barred|forbidden|prohibited|excluded|exempt(?:ed)?|"
    rf"{FOUNDED})\b"
)
"""What says what is free, barred or there, and nothing that is done."""
_CARRIED_OUT = re.compile(r"(?:carried\s+out|conducted|performed|effected|organi[sz]ed)\b")
_OPEN_RELATIVE = re.compile(
    r"\b(?:that|which|who|where|whether|if|when|as|and)\s*\Z|\b(?:that|which|who)\b[^,]{0,25}\Z", re.IGNORECASE
)
_OBJECT = re.compile(
    r"(?:\s+(?:back|over|up|out|down|off))?\s+(?:(?:the|its|their|all|any|every|each|an?|both|them|it|to)\b|\d)"
)
_DETERMINED = re.compile(r"(?:the|its|their|each|every|all|both|an?|any)\s", re.IGNORECASE)
_AND_IS = re.compile(
    r"(?:,?\s+(?:and|whereas)|;)\s+(?=(?:(?:the|all|its|their|both|any|every)\s+)(?:(?!(?:that|which|who|whose|where)\b)"
    r"[\w\-]+\s+){1,8}?(?:is|are)\s+(?!(?:in|on|at|not)\b)[a-z]+(?:ed|en|n|t)\b)"
)
"""A second thing that is done; what is so "while" the first is done is a condition."""
_LONGEST_SUBJECT = 14
"""Words: a longer subject is hardly one."""


def read_present(text: str, names: Names) -> list[tuple[Clause, int]] | None:
    """The duty of a sentence without a modal, or ``None`` if it states none or isn't understood."""
    clauses = _active(text, names) or _passive(text, names)
    for clause in clauses or ():
        infer_act(clause)
        infer_place(clause, names)
        infer_trigger(clause, names)
    return [(clause, 0) for clause in clauses] if clauses else None


def _active(text: str, names: Names) -> list[Clause] | None:
    """A subject that can act, and right behind it one verb in the third person: "Kestria returns"."""
    if re.match(r"(?:Not\s+)?[Tt]o\s", text):
        return None
    for count, gap in enumerate(re.finditer(r"\s+(?=[a-z])", text)):
        if count >= _LONGEST_SUBJECT:
            return None
        adverbs = ADVERBS.match(text, gap.end())
        at = adverbs.end() if adverbs else gap.end()
        verb = verb_at_start(text[at:])
        listed = verb is not None
        verb = verb or _third_person(text[at:])
        if not verb or (verb[0] in ONLY_SAID and not CEASE.match(text, at)):
            continue
        subject = subject_of(text[: gap.start()], names, None)
        bearer = (subject.bearer or anyone(subject.words, names)) if subject else None
        if subject is None or not bearer or subject.fronted or subject.none_of:
            continue
        known = names.is_parties(subject.words) or all(names.knows(each) for each in bearer)
        told = known or (subject.bearer is not None and plain_agent(subject.words) is not None)
        if not told and not (_DETERMINED.match(subject.words) and _OBJECT.match(text, at + verb[1])):
            return None  # "Exchange lists" is no deed of one called Exchange
        several = are_several(subject.words, bearer)
        first = re.match(r"[a-z\-]+", text[at:])
        verb_word = first.group() if first else ""
        if not first or (verb_word.endswith("s") == several and not verb_word.endswith("ss")):
            return None  # a plural verb goes with a plural subject, "the withdrawal of forces" with none
        clause = Clause(bearer=bearer, collective=names.is_parties(subject.words), modality=Modality.MUST)
        clause.said = {"bearer": [subject.part], "modality": [(at, at + verb[1])]}
        end = len(text.rstrip(" .;,"))
        body = infinitive(text[at:end], verb_word)
        after = read_active(body, at, 0, clause, names)
        if after is None or (clause.cease and not known):
            return None
        longer = len(text[at:end]) - len(body)
        after += longer
        for parts in clause.said.values():
            parts[:] = [(first + longer * (first > at), last + longer * (last > at)) for first, last in parts]
        clause.said["bearer"], clause.said["modality"] = [subject.part], [(at, at + len(verb_word))]
        if not fill(text, (at + after, end), clause, names):
            return None
        if not (told and listed) and clause.window is None:
            return None  # without a time it may only say how things are
        return [clause]
    return None


def are_several(words: str, bearer: tuple[str, ...]) -> bool:
    """Whether the verb of a subject stands in the plural: "each Party buries", "the Parties bury"."""
    if re.match(r"(?:each|every|either|neither|any|no|an?)\s", words, re.IGNORECASE):
        return False
    head = re.split(r"\s+(?:of|from|in|at|for|to|with|who|that|which)\s", words)[0]
    return len(bearer) > 1 or re.search(r"s\Z|people\Z|police\Z|men\Z", head) is not None


def _third_person(words: str) -> tuple[str, int] | None:
    """A verb in the third person that the lexicon doesn't have, with an object that can be no other noun's."""
    found = re.match(r"[a-z]{3,}s(?=\s)", words)
    if not found or not _OBJECT.match(words, found.end()) or words.startswith(" to ", found.end()):
        return None
    base = infinitive(found.group(), found.group())
    return (base, found.end()) if unlisted_verb(base + words[found.end() :]) else None


def infinitive(body: str, verb: str) -> str:
    """The words with the verb as it stands behind "shall"."""
    if not verb.endswith("s") or verb.endswith("ss"):
        return body
    for ending, plain in (("ies", "y"), ("es", "e"), ("es", ""), ("s", "")):
        if verb.endswith(ending) and verb_at_start(verb[: -len(ending)] + plain + body[len(verb) :], base=True):
            return verb[: -len(ending)] + plain + body[len(verb) :]
    ending, plain = ("ies", "y") if verb.endswith("ies") else ("es", "") if _HISSES.search(verb) else ("s", "")
    return verb[: -len(ending)] + plain + body[len(verb) :]


_HISSES = re.compile(r"(?:[sx]|ch|sh|zz)es\Z")


def _passive(text: str, names: Names) -> list[Clause] | None:
    """ "All hostages are released by D+3": only of acts that a text hardly tells."""
    for modal in _PASSIVE.finditer(text[:300]):
        if _OPEN_RELATIVE.search(text[: modal.start()]):
            continue
        verb = verb_at_start(re.sub(rf"^{ADVERB}\s+", "", text[modal.end() :]))
        done = _CARRIED_OUT.match(text, modal.end())
        if not done and not verb and not unlisted_participle(text[modal.end() :]):
            return None
        told = not done and (not verb or verb[0] not in _DONE)  # without a time it may only say how things are
        if (verb and verb[0] in ONLY_SAID) or _ALLOWED.match(text, modal.end()):
            return None
        subject = subject_of(text[: modal.start()], names, None)
        if subject is None or subject.fronted or subject.none_of:
            return None
        clause = Clause(modality=Modality.MUST, said={"modality": [(modal.start() + 1, modal.end() - 1)]})
        joint = _AND_IS.search(text, modal.end())
        end = joint.start() if joint else len(text.rstrip(" .;,"))
        after = read_passive(text, text[modal.end() : end], modal.end(), 0, clause, subject, names)
        if after is None or not fill(text, (modal.end() + after, end), clause, names):
            return None
        if told and not _timed(text, modal.end(), clause):
            return None
        later = _passive(" " * joint.end() + text[joint.end() :], names) if joint else []
        return None if later is None else [clause, *later]
    return None


def _timed(text: str, start: int, clause: Clause) -> bool:
    """Whether what is done has a time of its own, and no case on which it may only tell what follows."""
    if clause.window is None or clause.trigger is not None:
        return False
    return re.search(r",\s+(?:which|who)\b", text[start : min(first for first, _ in clause.said["window"])]) is None
