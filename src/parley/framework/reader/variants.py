"""What the wordings of one sentence say alike: slots that agree, and what is said back as still open."""

from __future__ import annotations

from typing import Any

from parley.model import Slot, Thing
from parley.text import patterns as re

from .clause import Clause, Part
from .view import View

_PHRASE = re.compile(r"(?P<verb>[a-z]+)\s+(?:the|an?|full|all)\s.*\s", re.DOTALL)


def slots_of(clause: Clause, view: View, deed: int) -> dict[str, Slot[object] | None]:
    """The obligation's slots for one of the clause's acts."""
    values: dict[str, object] = {
        "bearer": clause.bearer,
        "modality": clause.modality,
        "act": clause.deeds[deed][0],
        "object": clause.object,
        "place": clause.place,
        "window": clause.window,
        "trigger": clause.trigger,
        "exception": clause.exception,
        "counterpart": clause.counterpart,
        "verifier": clause.verifier,
    }
    said = clause.said
    if len(clause.deeds) > 1 and len(clause.deed_parts) == len(clause.deeds):
        said = {**said, "act": [clause.deed_parts[deed]]}
    if len(said.get("act", ())) == 1:
        said = {**said, "act": [_verb_of(view, said["act"][0])]}
    return {name: None if value is None else view.slot(value, *said.get(name, [])) for name, value in values.items()}


def _verb_of(view: View, part: Part) -> Part:
    """Of a phrase that takes in a thing of its own the verb says the act: "ensure | the safety and dignity (of)"."""
    phrase = _PHRASE.match(view.text[slice(*part)])
    return (part[0], part[0] + phrase.end("verb")) if phrase else part


def agreed(slots: list[Slot[object] | None]) -> Slot[object] | None:
    first = slots[0]
    if all((slot.value if slot else None) == (first.value if first else None) for slot in slots):
        return first
    return None


def left_open(clause: Clause, others: list[Clause]) -> Clause:
    """The clause without what the other variants say differently."""

    def same(name: str) -> bool:
        return all(getattr(each, name) == getattr(clause, name) for each in others)

    changes: dict[str, Any] = {
        name: None
        for name in ("bearer", "object", "place", "window", "trigger", "exception", "counterpart", "verifier")
        if not same(name)
    }
    if "object" in changes:
        changes["object"] = Thing(text="what is still open")
    deeds = clause.deeds if same("deeds") else [("", "do what is still open")]
    said = {name: parts for name, parts in clause.said.items() if name not in changes}
    rest = [*(clause.rest if same("rest") else []), *(_OPEN[name] for name in _OPEN if name in changes)]
    return Clause(**{**vars(clause), **changes, "deeds": deeds, "said": said, "rest": rest})


_OPEN = {
    "bearer": "(by whom is still open)",
    "place": "(where is still open)",
    "counterpart": "(towards whom is still open)",
    "window": "(when is still open)",
    "trigger": "(on what condition is still open)",
    "exception": "(with what exception is still open)",
}
"""What is said for a part that the wordings say differently: without it the sentence would ask for more, or less."""
