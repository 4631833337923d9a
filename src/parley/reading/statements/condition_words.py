"""The words by which English puts a condition, and those that look like them."""

from __future__ import annotations

HANGING = frozenset(
    f"{word} {how}{on}"
    for how in ("", "only ", "solely ", "entirely ", "wholly ", "exclusively ", "largely ", "above all ")
    for word in (
        "conditional", "conditioned", "contingent", "dependent", "depend", "depends", "depended", "depending", "hang",
        "hangs", "hinge", "hinges", "hinged", "hinging", "predicated", "premised",
    )
    for on in ("on", "upon")
)  # fmt: skip
IN_RETURN = frozenset({"in exchange for", "in return for", "only in exchange for", "only in return for"})
TERMS = frozenset(
    f"on {the}{word} that"
    for the in ("", "the ", "the sole ", "the strict ", "the clear ", "the express ", "the one ")
    for word in ("assumption", "basis", "condition", "proviso", "understanding")
) | {"with the proviso that", "with the understanding that", "it being understood that", "it being agreed that",
     "subject to the proviso that", "subject to the condition that"}  # fmt: skip
FOLLOWED = frozenset(
    f"{on} {word} of"
    for on in ("on", "upon")
    for word in (
        "acceptance", "approval", "arrival", "completion", "confirmation", "delivery", "payment", "proof",
        "ratification", "receipt", "release", "signature",
    )
)  # fmt: skip
IN_STATEMENTS = HANGING | IN_RETURN | TERMS | FOLLOWED | {
    "absent", "as and when", "as long as", "as soon as", "assuming that", "assuming", "barring", "but for",
    "except if", "failing", "given", "granted that", "granting that", "if and only if", "if and when", "if ever",
    "if", "if, and only if", "if, but only if", "if, however", "in case of", "in case", "in the absence of",
    "in the event of", "in the event that", "in the event", "not before", "not unless", "not until",
    "on condition of", "once", "only after", "only against", "only as long as", "only if", "only on condition that",
    "only once", "only so long as", "only when", "pending", "presuming that", "presuming", "provided always that",
    "provided only that", "provided that", "provided", "providing that", "providing", "save if", "so long as",
    "subject always to", "subject in all cases to", "subject only to", "subject solely to", "subject to",
    "from the moment that", "from the moment", "on the day that", "the hour that", "the very day", "the very moment",
    "supposing that", "supposing", "the day", "the instant", "the minute", "the moment that",
    "the moment", "unless and until", "unless", "suppose", "upon", "when and if",
}  # fmt: skip
"""Cues of conditions in what somebody says. "Once" and "provided" count only where they open a clause."""

MOMENTS = frozenset({
    "from the moment that", "from the moment", "on the day that", "the hour that", "the very day", "the very moment",
    "the day", "the instant", "the minute", "the moment", "the moment that",
})  # fmt: skip

OF_MEASURES = (IN_STATEMENTS - MOMENTS - {"absent", "given"}) | {
    "after", "before", "following", "on condition", "pending", "until", "upon", "when",
}  # fmt: skip
"""Cues of what a measure hangs on: what comes first or last counts too."""

OPEN = frozenset({
    "as long as", "if", "in case", "on condition that", "on the condition that", "once", "only if", "provided",
    "provided that", "providing", "providing that", "so long as", "unless", "until",
})  # fmt: skip
"""Cues after which a verb in the present tense tells what may be, and not what is."""

PHRASES = HANGING | IN_RETURN | FOLLOWED | {
    "absent", "barring", "but for", "failing", "following", "given", "in case of", "in the absence of",
    "in the event of", "on condition of", "only against", "pending", "subject always to", "subject in all cases to",
    "subject only to", "subject solely to", "subject to", "upon",
}  # fmt: skip
"""Cues that open a noun phrase and no clause."""
EITHER = frozenset({"after", "before", "not before", "not until", "only after", "until"})
"""Cues that open either."""
UNMISTAKABLE = TERMS | MOMENTS | {
    "as long as", "as soon as", "assuming that", "assuming", "except if", "if and only if", "if and when", "in case",
    "in the event that", "in the event", "not before", "not unless", "not until", "only if", "only once",
    "only when", "provided always that", "provided only that", "provided that", "provided", "providing that",
    "so long as", "unless and until", "unless",
}  # fmt: skip
"""Cues that are believed even where the parser makes no clause of what follows them."""
SHORT = frozenset(
    f"if {word}"
    for word in (
        "accepted", "adopted", "agreed", "appropriate", "approved", "asked", "attacked", "confirmed", "convicted",
        "desired", "feasible", "invited", "necessary", "needed", "possible", "practicable", "provoked", "ratified",
        "requested", "required", "signed", "true", "wanted",
    )
)  # fmt: skip
"""Whole conditions of two words: what follows them is no part of them."""
NO_CONDITIONS = frozenset({
    "as if", "at least as long as", "at once", "at the moment", "even if", "even once", "even when",
    "for as long as", "for the moment", "given that", "if anything", "if at all", "if i am honest",
    "if i am not mistaken", "if i could", "if i had to bet", "if i had to choose", "if i had to guess", "if i may",
    "if i might", "if i recall correctly", "if i remember rightly", "if memory serves", "if not", "if nothing else",
    "if only", "if so", "if truth be told", "if we are honest", "if we are not mistaken", "if you ask me",
    "if you could", "if you like", "if you please", "if you will", "if you would", "in any event", "not only if",
    "if i may be", "if it is no trouble", "if it is no great trouble", "if it is not asking too much",
    "if it is not too great an", "if it is not too much", "if it please", "if it pleases",
    "if it would not be too much",
    "if it's not too much", "if it isn't too much", "if it isn't too great an", "if it's not too great an",
    "if one may", "if we may", "if we might", "if you do not mind", "if you don't mind", "if you will allow",
    "if you will be so", "if you will excuse", "if you will forgive", "if you will pardon", "if you'll allow",
    "if you'll excuse", "if you'll forgive", "if you'll pardon", "if you would be so", "if you would not mind",
    "if you wouldn't mind",
    "of the day", "on condition of anonymity", "on the day", "once again", "once more", "subject to change",
    "subject to correction", "subject to the usual", "the day after", "the day before", "the day when",
    "to this day", "what if",
})  # fmt: skip
"""What holds in any case, a wish, and "if" of style."""
WITHHOLDING = frozenset({"refuse", "decline", "withhold", "postpone", "defer", "wait"})
NEGATIVE = frozenset({"no", "not", "nobody", "none", "nothing", "never", "neither", "nor"})
ON_TOP = frozenset({"if", "once", "suppose", "supposing"})
"""Cues believed at the beginning of a sentence, whatever the parser makes of it."""
WITH_UPON = frozenset({
    "agree", "base", "bring", "call", "confer", "decide", "depend", "draw", "embark", "fall", "impose", "insist",
    "look", "prevail", "put", "rely", "seize", "touch",
})  # fmt: skip
OPENING_ONLY = frozenset({"suppose", "barring", "given", "granted that", "granting that", "presuming", "supposing"})
"""Words that put a condition only where they open a clause."""
OTHERS = frozenset({
    "assuming", "if", "leaving", "once", "only", "provided", "regardless", "setting", "subject", "unless", "whatever",
    "whenever", "whether", "whoever",
})  # fmt: skip
WITH_UNTIL = IN_STATEMENTS | {"before", "until"}
