"""What is told of sentences in other words: asked for less firmly, the same, or with words that nothing reads."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence

from parley.model import ChangeKind, Obligation, Sentence, SentenceForm

from .amounts import Amount, same_beside
from .likeness import words_of
from .meaning import Step, called
from .scope import softening


def softened(old: Sentence, new: Sentence) -> Step | None:
    """A duty that became an endeavour ("shall endeavour to", "as far as possible"), or the other way."""
    before, after = softening(old.exact), softening(new.exact)
    if before == after or not new.obligations or any(called(each) == "permission" for each in new.obligations):
        return None
    came, went = [each for each in after if each not in before], [each for each in before if each not in after]
    if bool(came) == bool(went):
        return None
    told = f"made weaker: “{came[0]}” was added" if came else f"made firmer: “{went[0]}” was taken out"
    return Step(ChangeKind.MODALITY, None, None, f"What is asked was {told}", -1 if came else 1)


def same_or_not(old: Sentence, new: Sentence, one: Sequence[Amount], other: Sequence[Amount]) -> str:
    """What is said of two wordings in which nothing that Parley reads differs."""
    if SentenceForm.NOT_READ in (old.form, new.form):
        which = "one of the two wordings" if old.form is not new.form else "these sentences"
        return f"The words changed, and Parley does not understand {which}: compare them."
    if not new.obligations:
        return "The words changed."
    if not same_beside(one, other):
        return "The words changed, and numbers in them stand beside other words: compare them."
    swapped = _beside_parts(old, new)
    if swapped:
        return f"{swapped}, which no part holds that Parley reads: compare them."
    return "The words changed; what Parley understands of them is the same."


def _beside_parts(old: Sentence, new: Sentence) -> str | None:
    """Telling words that came, went or became others beside the parts of the duties: "by consensus", "by majority"."""
    held_by = [
        {word for each in sentence.obligations for slot in _slots(each) for word in words_of(slot)}
        for sentence in (old, new)
    ]
    one, other = words_of(old.exact), words_of(new.exact)
    if Counter(one) == Counter(other) or held_by[0] != held_by[1]:
        return None
    runs = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [(one[a:b], other[c:d]) for tag, a, b, c, d in runs if tag != "equal"]
    if len(changed) != 1:
        return None
    left, right = changed[0]
    if not any(len(word) > 3 and word not in held_by[0] and word not in _SAYING for word in (*left, *right)):
        return None
    was, now = " ".join(left), " ".join(right)
    if was and now:
        return f"“{was}” became “{now}”"
    return f"“{now}” was added" if now else f"“{was}” was taken out"


_SAYING = frozenset(
    {"shall", "must", "will", "undertakes", "undertake", "agrees", "agree", "that", "this", "agreement"}
)
"""Words that say the same duty in another way."""


def _slots(each: Obligation) -> Iterator[str]:
    for name in _PARTS:
        slot = getattr(each, name)
        if slot is not None:
            yield slot.words


_PARTS = ("bearer", "modality", "act", "object", "place", "window", "trigger", "exception", "counterpart", "verifier")
