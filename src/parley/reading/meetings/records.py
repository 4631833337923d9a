"""The meeting of which a paper is the record: minutes name it in their heading, and who was there in a list.

"MINUTES OF THE FOURTH MEETING ...", "Held at the Customs House, Varn, on 4 March 2031", "Present: Ms. Holm (Kestria),
..., Amb. Moran (Chair)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import EventStatus, Ref

from ..events.setting import Setting, unique
from ..minuted import heading
from ..tokens import Token
from .mention import Mention
from .table import has_side

_PRESENT = re.compile(
    r"(?im)^[ \t*_#-]*(?:also )?(?:present|participants|(?:in )?attendance|attended by|delegations)\b[^\n:]{0,30}:"
    r"(?P<list>[^\n]*(?:\n(?!\s*\n)[^\n]+)*)"
)
_HELD = re.compile(r"\b[Hh]eld (?:at|in) (?P<place>(?:the )?[A-Z][\w’'-]*(?:,? (?:of |the )?[A-Z][\w’'-]*){0,5})")
_CHAIR = re.compile(r"\b(?:chair(?:man|woman|person)?|presiding|facilitator|mediator)\b", re.IGNORECASE)
_IN_CHAIR = re.compile(
    r"(?im)^[ \t*_#-]*(?:in the chair|chair(?:man|woman|person)?|chaired by|presiding(?: officer)?|facilitator"
    r"|mediator)[ \t]*:[ \t]*(?P<who>[^\n(,]+)"
)
_BEHIND = re.compile(r"\s*(?:\([^)\n]{0,60}\))?")
_HEADING = 600
"""So many characters of minutes tell when and where; then the points of the agenda begin."""


def recorded(setting: Setting) -> Mention | None:
    """The meeting that the paper records, if it is minutes that say who was there, or where and when."""
    text = setting.document.text
    title = heading(text)
    if title is None:
        return None
    listed = _PRESENT.search(text)
    head = min(listed.start() if listed else _HEADING, _HEADING)
    mention = Mention(spans=[setting.span(*title)], statements=[], status=EventStatus.HAPPENED, definite=True)
    held = _HELD.search(text, 0, head)
    mention.venue = held["place"].strip(" ,") if held is not None else None
    mention.window = next(
        (when for token in _opening(setting, head) for _, when in setting.times_in_sentence(token)), None
    )
    mention.convenor = _in_chair(setting, listed.end() if listed else head)
    if listed is not None:
        _seat_listed(mention, setting, *listed.span("list"))
    return mention if listed is not None or held is not None else None


def as_recorded(mention: Mention, token: Token, record: Mention) -> None:
    """In minutes "the meeting" is the one recorded, whoever in the chair "opened" it, and "the next" is of the same."""

    def sits(ref: Ref) -> bool:
        return ref != record.convenor and (ref.id is not None or _CHAIR.search(ref.name) is None)

    mention.parties = list(filter(sits, mention.parties))
    mention.delegates = list(filter(sits, mention.delegates))
    if any(child.lower_ == "next" for child in token.lefts):
        mention.another = mention.again = True
        mention.only_known = mention.silent  # the heading "Next meeting" tells of none
    elif mention.definite and mention.status is EventStatus.HYPOTHETICAL and not mention.again:
        mention.silent = True


def _opening(setting: Setting, end: int) -> Iterator[Token]:
    """The first token of each sentence of the heading."""
    for sentence in setting.doc.sents:
        if sentence.start_char >= end:
            return
        yield setting.doc[sentence.start]


def _in_chair(setting: Setting, end: int) -> Ref | None:
    """Who is named in a line of the heading of its own: "Chair: Ms. Ilse Brandt (Norrmark)"."""
    line = _IN_CHAIR.search(setting.document.text, 0, end)
    if line is None:
        return None
    named = setting.doc.char_span(*line.span("who"), alignment_mode="expand") or ()
    return next((ref for token in named for ref in setting.refs(token) if ref.id is not None), None)


def _seat_listed(mention: Mention, setting: Setting, start: int, end: int) -> None:
    """Who is listed sits there for whom the list, or the paper, tells; who is in the chair calls it."""
    text, passed = setting.document.text, start
    for entity in setting.doc.ents:
        if not passed <= entity.start_char < end or entity.label_ not in ("PERSON", "GPE", "NORP", "ORG"):
            continue
        refs = setting.refs(entity.root)
        line = text[text.rfind("\n", 0, entity.start_char) + 1 : entity.end_char]
        if mention.convenor is not None and _IN_CHAIR.match(line):
            continue  # who is named in the line of the chair, and whose
        if entity.label_ == "PERSON" and _CHAIR.search(_item(text, entity.start_char, entity.end_char)):
            mention.convenor = mention.convenor or next(iter(refs), None)
            passed = entity.end_char + len(_bracket(text, entity.end_char))  # "(Halvern, chair)"
            continue
        _seat_one(mention, setting, refs, entity.label_ == "PERSON")
    mention.delegates = [ref for ref in mention.delegates if ref != mention.convenor]


def _item(text: str, start: int, end: int) -> str:
    """The item of a list in which a name stands: what is before it since the last comma, and behind it in brackets."""
    before = re.split(r"[,;\n]", text[max(0, start - 60) : start])[-1]
    return before + _bracket(text, end)


def _bracket(text: str, at: int) -> str:
    behind = _BEHIND.match(text, at)
    return behind.group() if behind is not None else ""


def _seat_one(mention: Mention, setting: Setting, refs: tuple[Ref, ...], person: bool) -> None:
    for ref in refs:
        if person and ref.id is not None:
            mention.delegates = list(unique([*mention.delegates, ref]))
        if has_side(ref, setting):
            mention.parties = list(unique([*mention.parties, setting.represented(ref)]))
