"""What a sentence leaves out because it has said it: "trucks with cement are not", "a quarter to the riders".

The words that are left out are put in again; they keep the places of those that they repeat.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .conditions import agent_at
from .modals import MODALS, modality_of
from .names import Names
from .passives import participle_of
from .states import state_at
from .unlisted import unlisted_verb
from .view import View

_NOT_SO = re.compile(
    r"(?:;\s+(?:but\s+)?|,\s+(?:but|and|while|whereas)\s+)(?P<who>(?!(?:if|when|unless|where|otherwise)\b)[^,;:]{2,80}?)\s+"
    r"(?P<modal>shall|may|must|will|can|are|is)\s*(?P<not>not)[\s.;]*\Z"
)
"""A second half that only says of whom the first is not so."""
_SAID = re.compile(r"\b(?P<modal>shall|may|must|will|can|are|is)\s+(?!not\b|to\b)(?P<does>[^;:]+?)\Z")
_LOOSE = re.compile(r",?\s+(?:without|only|at\s+once|immediately|forthwith)\b.*\Z")
"""How something is done, which is not what is denied."""
_SHARE = (
    r"(?:(?:an?|one|the\s+other|two|three)\s+(?:third|quarter|half|fifth|tenth)s?|(?:the\s+other\s+)?half|the\s+(?:rest|remainder|others?|second|third|last)|"
    r"one|another|two|three|four|five|\d+)"
)
_AND_SHARE = re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?={_SHARE}\s+(?P<word>to|for|from|with|by)\s(?!D[+\-]|\d))")
_HAS_A_SHARE = re.compile(rf"\A[^,;:]*?\b{_SHARE}\b[^,;:]*?\s(?=shall|must|may|will)", re.IGNORECASE)


def not_so(view: View, _names: Names) -> View:
    """ "Trucks with flour are let through; trucks with cement are not": these are not let through."""
    half = _NOT_SO.search(view.text) if view.text.rstrip(" .;").endswith("not") else None
    said = _SAID.search(view.text[: half.start()].rstrip(" ,")) if half else None
    if not half or not said or (said["modal"] in ("are", "is")) != (half["modal"] in ("are", "is")):
        return view
    loose = _LOOSE.search(said["does"])
    first, does = (
        view.cut(0, half.start()),
        view.cut(said.start("does"), said.end("does") - len(loose[0] if loose else "")),
    )
    denied = view.cut(half.start("who"), half.end("not"))
    return first.add(view.put("; ", half.start(), half.start() + 2)).add(denied).join(does)


def shares_as_well(view: View, names: Names) -> View:
    """ "Half of the toll shall go to the mill and the rest to the school": the rest shall go there, too."""
    text, end = view.text, len(view.text.rstrip(" .;"))
    modal = MODALS.search(text) if _AND_SHARE.search(text) else None
    if not modal or MODALS.search(text, modal.end() + 1) or not _HAS_A_SHARE.match(text):
        return view
    gaps = list(_AND_SHARE.finditer(text, modal.end(), end))
    if any(gap["word"] == "by" and not agent_at(text, gap.end("word") + 1, names) for gap in gaps):
        return view  # "another third by noon"
    lead = re.compile(rf"\s{gaps[0]['word']}\s").search(text, modal.end(), gaps[0].start()) if gaps else None
    if not lead or any(gap["word"] != gaps[0]["word"] for gap in gaps):
        return view
    again = view.put(text[modal.start() : lead.start()], modal.start(), lead.start())
    whole = view.cut(0, gaps[0].start())
    for gap, last in zip(gaps, [*(gap.start() for gap in gaps[1:]), len(text)], strict=True):
        share = view.cut(gap.end(), gap.start("word"))
        whole = (
            whole.add(view.put(", and", *gap.span())).join(share).join(again).join(view.cut(gap.start("word"), last))
        )
    return whole


_JOINT = re.compile(r"\s*,\s+(?:and\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?")


def state_and_deed(view: View, _names: Names) -> View:
    """ "Patrols are to be unarmed, to move by day and to wear armbands": how they are, and what they do."""
    text = view.text
    modal = MODALS.search(text) if " be " in text else None
    state = state_at(text, modal.end() + 1) if modal and modality_of(modal, False) is not None else None
    joint = (
        _JOINT.match(text, state.end()) if state and text.startswith("be ", modal.end() + 1 if modal else 0) else None
    )
    rest = text[joint.end() :] if joint else ""
    does = verb_at_start(rest, base=True) or unlisted_verb(rest)
    if not modal or not joint or not does or rest.startswith("be ") or state_at(f"be {rest}", 0):
        return view
    again = view.put(f", and {modal.group()}", *joint.span())
    return view.cut(0, joint.start()).add(again).join(view.cut(joint.end(), len(text)))


_EXEMPT = re.compile(
    r"(?P<are>\b(?:is|are|shall\s+be|remains?|shall\s+remain)\s+(?:exempt(?:ed)?|immune)\s+from(?:\s+(?:any|all|every))?)\s+(?=[a-z])"
)


def exempt_from(view: View, _names: Names) -> View:
    """ "Members of the Commission are exempt from arrest": they shall not be arrested."""
    found = _EXEMPT.search(view.text)
    noun = noun_at_start(view.text[found.end() :]) if found else None
    if (
        not found
        or not noun
        or _OF_DUES.match(view.text, found.end())
        or not _WHOLE.match(view.text, found.end() + noun[1])
    ):
        return view
    start = found.end()
    done = view.over(participle_of(noun[0]), start, start + noun[1])
    denied = view.over("shall not be", *found.span("are"))
    return view.cut(0, found.start()).join(denied).join(done).join(view.cut(start + noun[1], len(view.text)))


_OF_DUES = re.compile(r"(?:[a-z]+\s+)?(?:dut(?:y|ies)|tax(?:es|ation)?|tolls?|customs|charges?|fees?|dues)\b")
_WHOLE = re.compile(r"\s*(?:[.;]|\Z)|\s+(?:at|in|on|for|while|during|by|within)\s")
