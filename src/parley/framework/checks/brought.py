"""What one step brings and the next one looks at: charts that are published, a road that is inspected, delegates who
meet. The second can't come before the first, though no "after" says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parley.text import patterns as re
from parley.text.acts import acts

from .limits import Step
from .steps import stem, stems

LOOKS = frozenset(
    {"verify", "inspect", "confirm", "certify", "certifi", "count", "check", "compare", "compar", "publish", "find",
     "decid", "decide", "investigate", "approve", "examin", "examine", "review", "assess", "acknowledg", "test",
     "weigh", "audit", "accept", "spend", "distribut", "allocat", "grant-access",
     "reopen", "evaluate", "evaluat", "translat", "translate", "analys"}
)  # fmt: skip
"""What is done to a thing once it is there."""
_LASTS = frozenset(
    {"maintain", "keep", "hold-positions", "protect", "refrain", "grant-access", "remain", "use", "stay", "respect",
     "monitor", "allow", "facilitate", "support", "cooperate", "guard", "operate"}
)  # fmt: skip
"""What goes on, and brings nothing that was not there before."""
_FREES = frozenset({"release", "exchange", "return", "transfer", "repatriate"})
_BEFOREHAND = frozenset({"verify", "check", "examine", "examin", "review", "compare", "compar"})
"""What is done with names and lists before those on them go home."""
_OBJECT = re.compile(
    r"\b(?:shall|must|will|undertakes?\s+to|is\s+to|are\s+to)\s+\w+(?:\s+(?:in|over|up|out|back|down|off|away)\b)?"
    r"(?P<object>.*?)"
    r"(?=\s(?:to|from|at|in|into|on|by|not|no|between|within|with|of|for|which|that|whom|after|before)\s|[,;.]|$)",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(r"\b(?:shall|must|will)\s+(\w+)", re.IGNORECASE)
_SUBJECT = re.compile(r"\A(.*?)\b(?:shall|must|will|is\s+to|are\s+to)\b", re.IGNORECASE | re.DOTALL)
_IT = re.compile(r"\b(?:it|them|these|those)\b", re.IGNORECASE)
_TELLS = frozenset({"notify", "report", "announce", "record", "request", "agree", "find", "verify", "define"})
"""Acts of words: a declaration is no notice."""
_NOUN = re.compile(r"(?:ing|tion|sion|ment|al|ance|ure|ery|return|release|exchange|repair|transfer|hand-?over)s?$")


def object_of(step: Step) -> frozenset[str]:
    """What the deed of a step is done to, before any "to", "from" or "by"."""
    match = _OBJECT.search(step.words)
    return stems(match["object"]) & step.event.things if match else frozenset()


def subject_of(step: Step) -> frozenset[str]:
    """Who or what is to do it, in the words before "shall"."""
    match = _SUBJECT.match(step.words)
    return stems(match[1]) if match else frozenset()


def brought_before(steps: Sequence[Step], step: Step) -> Step | None:
    """The step just before this one in its provision that brings what this one is about; ``None`` for none."""
    here = [each for each in steps if each.sentence.provision == step.sentence.provision and not each.item]
    at = next((n for n, each in enumerate(here) if each is step), 0)
    if at == 0 or step.item or step.ban:
        return None
    deed = here[at - 1]
    if deed.ban or deed.may or deed.event.head in _LASTS or not deed.event.actors:
        return None
    things = object_of(deed)
    if not things or (deed.event.head in _FREES and step.event.head in _BEFOREHAND):
        return None
    things |= {stem(each) for each in _VERB.findall(deed.words)}
    if (step.event.head not in LOOKS and stem(step.event.head) not in LOOKS) or step.event.actors & deed.event.actors:
        return None
    of_it = not step.event.things and _IT.search(step.words)
    about = of_it or step.event.things & things or done_in(step, deed.event.head)
    return deed if about else None


@lru_cache(maxsize=1)
def _named() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for act in acts():
        for noun in act.nouns if act.id not in _TELLS else ():
            if _NOUN.search(noun) and " " not in noun:
                found.setdefault(stem(noun), set()).add(act.id)
    return {noun: frozenset(ids) for noun, ids in found.items()}


def acts_called(noun: str) -> frozenset[str]:
    """The acts that a noun names, by its stem: "removal", "return"."""
    return _named().get(noun, frozenset())


def done_in(step: Step, head: str) -> bool:
    """Whether a step speaks of this deed as done: "verify that the towers have been dismantled"."""
    own = {stem(verb) for act in acts() if act.id == head for verb in act.verbs if " " not in verb} | {stem(head)}
    done = re.findall(r"\b\w+(?:ed|wn|en|ught|ept|aid)\b|\bleft\b", step.words)
    return any(stem(word) in own for word in done)


_DECLARES = frozenset({"notify", "report", "announce", "declare", "declar", "inform", "state", "communicate"})
_OVER = re.compile(
    r"\b(?:completion|conclusion|end|close)\s+of\b|\b(?:is|are|was|were|has|have)\s+(?:been\s+)?(?:fully\s+)?(?:completed?"
    r"|over|ended|finished|concluded|done|carried\s+out)\b",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(r"\bthat\b[^.;]{0,80}?\b(?:has|have|are|is)\b", re.IGNORECASE)
_THE_WORK = re.compile(
    r"\b(?:(?:this|that|the|these|its)\s+(?:works?|tasks?|operations?|step|measures?)|this|it|them)\b", re.IGNORECASE
)


def tells_of_end(step: Step) -> bool:
    """Whether a step is to tell somebody that another one is over."""
    told = step.event.head in _DECLARES or stem(step.event.head) in _DECLARES
    return told and not step.ban and _OVER.search(step.words) is not None


def told_over(steps: Sequence[Step], step: Step) -> Step | None:
    """The step before this one in its provision, if this one is to say that it is done."""
    told = step.event.head in _DECLARES or stem(step.event.head) in _DECLARES
    if not told or step.ban or step.item:
        return None
    here = [each for each in steps if each.sentence.provision == step.sentence.provision and not each.item]
    at = next((n for n, each in enumerate(here) if each is step), 0)
    deed = here[at - 1] if at else None
    if deed is None or deed.ban or deed.may or deed.event.head in _LASTS:
        return None
    over = _OVER.search(step.words)
    if over:
        return deed if _THE_WORK.match(step.words, over.end() + 1) else None
    return deed if _HAS_DONE.search(step.words) and done_in(step, deed.event.head) else None
