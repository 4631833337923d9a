"""What is not held against reports yet, and what a person could bring."""

from __future__ import annotations

from parley.model import Duration, Obligation, Window
from parley.text import patterns as re

from .acts import is_of_lexicon
from .due_days import due_days
from .forbids import forbidden_act, limit_of
from .lasting import is_lasting
from .matching import Doing
from .notyet import NotYet
from .roles import is_answer, is_set_off_by_notice

_KEPT_AS_A_WHOLE = frozenset({"respect", "implement", "monitor", "maintain", "cooperate"})
_A_TEXT = re.compile(
    r"\W*(?:with\s+|to\s+|by\s+)?(?:(?:all|the|this|these|its|their|present|full|every|each|any|provisions?|terms|"
    r"obligations|commitments|undertakings|requirements|conditions|of|under|in)\s+)*"
    r"(?:agreement|accord|protocol|treaty|memorandum|articles?|sections?|chapters?|paragraphs?|annex(?:es)?|provisions?|"
    r"obligations|commitments|undertakings)\b",
    re.I,
)
REWORD = "The sentence in plainer words: who shall do what, to what, by when."


_COUNT_UNREAD = NotYet("how many it allows or asks for was not read", REWORD)
_COUNTS = re.compile(
    r"\b(?:below|under|above|(?:fewer|less|more)\s+than|at\s+(?:the\s+)?(?:most|least)|up\s+to|exceed\w*|in\s+excess\s+of|"
    r"a\s+(?:maximum|minimum)\s+of|(?<!\d )to)\s+"
    r"(?!1[4-9]\b(?:\s+years)?|21\b|the\s+age|\d+(?:[.,]\d+)?[\s-]*(?:mm|cm|km|kg|tons?|tonnes?|millimet|kilomet|met(?:re|er))\w*\b)(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)|\b(?:no|not)\s+more\W*\Z",
    re.I,
)


_SO_MANY = re.compile(
    r"\s*(?:(?:not|no)\s+more\s+than|at\s+(?:the\s+)?most|up\s+to|a\s+maximum\s+of|(?:fewer|less)\s+than)\b", re.I
)
"""Of whom at most so many do something: who do it, and how often, is no duty of theirs."""
NO_DEADLINE = NotYet(
    "it has no deadline that could be missed",
    "A deadline in the text, such as 'by D+10', or a person's own judgement.",
)


def _counts_unread(obligation: Obligation) -> bool:
    """Whether its thing has a number in it that was read as none."""
    thing = obligation.object.value if obligation.object else None
    return thing is not None and thing.most is None and thing.number is None and bool(_COUNTS.search(thing.text))


def is_unlisted(ban: Obligation) -> bool:
    """Whether its act is none of the lexicon: reports may tell of it by the text's own word ("parading"), and who tells
    of it in another is not understood.
    """
    return ban.act is not None and not is_of_lexicon(forbidden_act(ban) or ban.act.value)


def unheld_ban(obligation: Obligation) -> NotYet | None:
    """Why a ban is not held against reports yet: it holds on some days ("on Sundays"), and the text's days are not."""
    window = obligation.window.value if obligation.window else Window()
    if obligation.act is not None and is_unlisted(obligation):
        return NotYet(f"'{obligation.act.words}' names no act that reports tell of", REWORD)
    lets = obligation.act is not None and obligation.act.value == "grant-access"
    if _counts_unread(obligation) or (lets and limit_of(obligation) is not None):
        return _COUNT_UNREAD  # of what is let do something, what it may do at most is not read
    some_days = window.every is not None and window.every != Duration(days=1)
    if some_days and limit_of(obligation) is None:
        return NotYet("it holds on some days only, which are not told apart yet")
    return None


def unheld(doing: Doing) -> NotYet | None:
    """Why a duty is not held against reports yet, if it is not."""
    obligation = doing.obligation
    window = obligation.window.value if obligation.window else Window()
    thing = obligation.object.value.text if obligation.object else ""
    so_many = obligation.bearer is not None and _SO_MANY.match(obligation.bearer.words)
    if _counts_unread(obligation) or so_many:
        return _COUNT_UNREAD
    if window.every is not None and obligation.object is not None and (obligation.object.value.number or 0) > 1:
        return NotYet("so many are due in each stretch of time, and only one is looked for yet")
    if doing.act == "suspend" and obligation.trigger is not None:
        return NotYet("it suspends something; when it does stands with the suspensions")
    if window.hours is not None and not is_lasting(obligation) and due_days(obligation.window) is None:
        return NotYet("it holds between hours of the day, for which reports are not read")
    if window.times is not None and due_days(obligation.window) is None:
        return NotYet(f"it is due {window.times} times in each stretch of time, and only one is looked for yet")
    if window.every is not None and obligation.trigger is not None:
        return NotYet(f"it returns, and hangs on '{' '.join(obligation.trigger.words.split())}'")
    if doing.act == "resume":
        return NotYet("it presupposes a suspension, which reports are not read for")
    if doing.act in _KEPT_AS_A_WHOLE and _A_TEXT.match(thing):
        return NotYet("it asks for no more than the provisions it points at", "See the verdicts on those provisions.")
    answers = is_answer(obligation) and is_set_off_by_notice(obligation)
    if thing.casefold().split()[:1] in (["it"], ["them"]) and not answers:
        return NotYet(f"what '{thing}' stands for was not read", REWORD)
    if window.within is not None or window.every is not None:
        return None
    if obligation.trigger is not None:
        why = f"it hangs on '{' '.join(obligation.trigger.words.split())}' without a time for it"
        return NotYet(why, "A time limit in the text, such as 'within 24 hours', or a person's own judgement.")
    if doing.window.end is None and not is_lasting(obligation):
        return NO_DEADLINE
    return None
