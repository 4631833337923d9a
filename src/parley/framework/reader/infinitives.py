"""An infinitive as the subject, laid out as "it is forbidden to": "To demand ransom is forbidden"."""

from __future__ import annotations

from parley.text import patterns as re

from .correlatives import joined
from .view import View

_SAID = r"(?:forbidden|prohibited|banned|unlawful|illegal|(?:not\s+)?(?:allowed|permitted|permissible|lawful))"
_FIRST = re.compile(
    rf"\A(?P<to>To)\s+(?P<done>[a-z][^.;]*?)\s+(?P<ban>(?:is|are|shall\s+be|remains?)\s+(?:(?:also|strictly|always)\s+)?(?P<said>{_SAID}))"
    r"(?P<rest>[^.;]*)"
)
_ALSO = re.compile(
    rf"(?:;|,?\s+(?:but|and|while))\s+(?P<to>to)\s+(?P<done>[a-z][^.;]*?)\s+(?P<ban>(?:is|are)(?:\s+(?P<not>not))?(?:\s+(?P<said>{_SAID}))?)(?=\s*(?:[.;]|\Z))"
)
"""A second one, which may leave out what was said of the first: "to confiscate it is not"."""


def infinitive_first(view: View) -> View:
    """ "To inspect the load is permitted; to take it is not": it is permitted to inspect it; it is not to take it."""
    first = _FIRST.match(view.text)
    if not first:
        return view
    to = view.put("to", *first.span("to"))
    parts = [view.put("It", *first.span("to")), view.cut(*first.span("ban")), to, view.cut(*first.span("done"))]
    also = _ALSO.match(view.text, first.end("said"))
    if not also:
        return joined([*parts, view.cut(first.start("rest"), len(view.text))])
    said = also["said"] or first["said"]
    ban = view.over(f"is {'not ' if also['not'] else ''}{said}", *also.span("ban"))
    it = view.over("it", *also.span("to"))
    return joined(
        [
            joined(parts).add(view.over(";", also.start(), also.start() + 1)),
            it,
            ban,
            view.cut(*also.span("to")),
            view.cut(*also.span("done")),
            view.cut(also.end(), len(view.text)),
        ]
    )
