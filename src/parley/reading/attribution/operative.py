"""Operative paragraphs: "The Council, ... 1. Condemns the attack; 2. Calls upon X to leave;" are what the Council says.

The body that speaks stands once, alone on a line before the paragraphs, and each numbered one begins with its verb.
Form and verbs after the United Nations Editorial Manual Online, on resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Act

from ..tokens import Doc
from .found import Attribution

_BODY = re.compile(
    r"^[ \t]*(The [A-Z][\w’'-]*(?: (?:of the |of |on |for |and )?[A-Z][\w’'-]*){0,7}),[ \t]*$", re.MULTILINE
)
_VERBS = {
    "Calls upon": Act.DEMAND,
    "Calls on": Act.DEMAND,
    "Demands": Act.DEMAND,
    "Urges": Act.DEMAND,
    "Requests": Act.REQUEST,
    "Invites": Act.REQUEST,
    "Condemns": Act.CRITICISE,
    "Deplores": Act.CRITICISE,
    "Decides": Act.ANNOUNCE,
    "Reaffirms": Act.STATE,
    "Stresses": Act.STATE,
    "Emphasizes": Act.STATE,
    "Underlines": Act.STATE,
    "Recalls": Act.STATE,
    "Endorses": Act.ACCEPT,
    "Commends": Act.PRAISE,
}
_PARAGRAPH = re.compile(
    r"^[ \t]*\d{1,3}\.[ \t]+(?:(?:Strongly|Also|Further|Again) )?("
    + "|".join(_VERBS)
    + r")(?: (?:also|further|again|strongly))?\s+((?:[^\n]|\n(?![ \t]*\n|[ \t]*\d{1,3}\.))+)",
    re.MULTILINE,
)


def operative_paragraphs(doc: Doc) -> Iterator[Attribution]:
    """What a body says in the numbered paragraphs under its name; nothing where no line names it."""
    text = doc.text
    bodies = list(_BODY.finditer(text))
    for paragraph in _PARAGRAPH.finditer(text) if bodies else ():
        body = next((each for each in reversed(bodies) if each.end() <= paragraph.start()), None)
        words = paragraph.group(2).rstrip(" \t;.,\n")
        named = doc.char_span(*body.span(1), alignment_mode="expand") if body is not None else None
        if body is None or named is None or not words:
            continue
        start = paragraph.start(2)
        content = doc.char_span(start, start + len(words), alignment_mode="expand")
        yield Attribution(
            source=(body.span(1),),
            cue=(paragraph.span(1),),
            content=((start, start + len(words)),),
            act=_VERBS[paragraph.group(1)],
            direct=False,
            source_head=named.root.i,
            content_heads=(content.root.i,) if content is not None else (),
            kind="operative",
        )
