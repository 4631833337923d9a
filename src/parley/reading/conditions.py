"""What a verb hangs on: "if", "unless", "once", "until", "after" clauses and phrases, as conditions."""

from __future__ import annotations

from spacy.tokens import Token

from parley.model import Condition

from .clauses import is_verb
from .setting import Setting

CUES = frozenset({
    "after", "as long as", "before", "following", "if", "in exchange for", "in return for", "on condition",
    "on condition that", "once", "only if", "pending", "provided", "provided that", "providing", "subject to", "unless",
    "until", "upon", "when",
})  # fmt: skip


def conditions_of(verb: Token, setting: Setting, only: frozenset[str] = CUES) -> list[Condition]:
    """The conditions that stand at the verb, in reading order; a mere date is a time and not a condition."""
    found = []
    for child in sorted(verb.children, key=lambda each: each.i):
        cue = _cue(child)
        if cue is None or cue not in only or _is_time(child, setting):
            continue
        subtree = [each for each in child.subtree if not each.is_space]
        span = setting.span(subtree[0].idx, subtree[-1].idx + len(subtree[-1].text.rstrip('.,;”"')))
        words = span.exact[len(cue) :].strip() if span.exact.casefold().startswith(cue) else span.exact
        found.append(Condition(cue=cue, words=words.rstrip('.,;”" '), spans=(span,)))
    return found


def _cue(child: Token) -> str | None:
    """The words that open the condition, if this child of a verb is one."""
    if child.dep_ == "advcl" or (child.dep_ in ("ccomp", "pcomp") and is_verb(child)):
        first = next((each for each in child.subtree if not each.is_space), child)
        opening = " ".join(each.lower_ for each in child.doc[first.i : first.i + 3])
    elif child.dep_ in ("prep", "mark"):
        opening = " ".join(each.lower_ for each in child.doc[child.i : child.i + 3])
    else:
        return None
    return next((cue for cue in sorted(CUES, key=len, reverse=True) if f"{opening} ".startswith(f"{cue} ")), None)


def _is_time(child: Token, setting: Setting) -> bool:
    """ "after March 12" is a date; "after the meeting on March 12" is not."""
    objects = [each for each in child.children if each.dep_ == "pobj"]
    return child.dep_ == "prep" and any(
        each.ent_type_ in ("DATE", "TIME") or any(root.i == each.i for root, _ in setting.times_in_sentence(each))
        for each in objects
    )
