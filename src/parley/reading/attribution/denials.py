""" "Denied shelling the town, as Orlavia claims": what is denied is what the other claims, each a statement."""

from __future__ import annotations

from dataclasses import replace

from parley.model import Act

from ..tokens import Doc, Token
from .found import Attribution, ranges
from .nesting import indices

_CLAIMING = frozenset({"allege", "assert", "charge", "claim", "contend", "insist", "maintain", "suggest"})


def claims_denied(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """The same attributions: of a denial and an "as X claims" behind it, what is denied, without the words that name
    X, is the content of both; the claim is the paper's own telling and stands within nothing."""
    claims = {
        each.cue_head: each
        for each in found
        if each.kind == "inserted" and each.cue_head is not None and _is_as_clause(doc[each.cue_head])
    }
    if not claims:
        return found
    kept = dict(enumerate(found))
    for place, denial in enumerate(found):
        if denial.act is not Act.DENY or denial.cue_head is None or denial.direct:
            continue
        below = {token.i for token in doc[denial.cue_head].subtree}
        for claim in claims.values():
            if claim.cue_head not in below or not denial.content:
                continue
            aside = frozenset(token.i for token in doc[claim.cue_head or 0].subtree)
            content = frozenset(indices(doc, denial.content)) - aside
            last = max(content, default=0)
            content -= {last} if doc[last].text == "," else set()
            if content:
                kept[place] = replace(denial, content=ranges(doc, content))
                told = replace(claim, content=ranges(doc, content), content_heads=denial.content_heads)
                kept[found.index(claim)] = told
    return list(kept.values())


def _is_as_clause(verb: Token) -> bool:
    return verb.lemma_ in _CLAIMING and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.lefts)
