"""Rows of gerunds from which somebody is kept: "shall refrain from boarding, seizing or diverting ships"."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import acts_by_id, verb_at_start
from parley.text.inflection import inflected

from .correlatives import joined
from .names import Names
from .unlisted import base_of_gerund
from .view import View

_KEPT_FROM = re.compile(
    r"\b(?P<lead>(?P<shall>shall|must|will)\s+(?:refrain|abstain|desist)\s+from|to\s+(?:refrain|abstain|desist)\s+from|"
    r"(?P<are>is|are)\s+(?:strictly\s+)?(?:prohibited|barred|forbidden|banned)\s+from)\s+"
    r"(?P<row>[a-z]+ing(?:,\s+[a-z]+ing)*,?\s+(?:and|or)\s+[a-z]+ing)"
    r"(?=\s+(?:(?:the|an?|its|their|any|all|each|every|no|such|other|those|these)\s|(?!(?:of|in|on|at|by|for|against|with|from|within|along|to|near)\s)[a-z\-]+(?:\s+[a-z\-]+)?s\b|[A-Z]))"
)
_GERUND = re.compile(r"[a-z]+ing\b")


def kept_from(view: View, _names: Names) -> View:
    """ "shall refrain from boarding, seizing or diverting ships": it shall not do the one, the second or the third."""
    match = _KEPT_FROM.search(view.text)
    if not match:
        return view
    denied = f"{match['shall']} not" if match["shall"] else "shall not" if match["are"] else "not to"
    parts = [view.cut(0, match.start()), view.put(denied, *match.span("lead"))]
    at = match.start("row")
    for gerund in _GERUND.finditer(view.text, *match.span("row")):
        verb = verb_at_start(gerund.group())
        base = infinitive_of(verb[0], gerund.group()) if verb else None
        parts += [view.cut(at, gerund.start()), view.put(base or base_of_gerund(gerund.group()), *gerund.span())]
        at = gerund.end()
    return joined([part for part in [*parts, view.cut(at, len(view.text))] if part.text])


def infinitive_of(act: str, done: str) -> str | None:
    """The verb of the lexicon that a participle is of: "remove" of "removed"."""
    entry = acts_by_id()[act]
    return next(
        (verb for verb in (*entry.verbs, *entry.clauses) if done in inflected(verb)),
        entry.verbs[0] if done in entry.forms else None,
    )
