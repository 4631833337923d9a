"""Times and conditions taken from the words around a verb: what bounds the deed, and what only dates a thing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from parley.model import Instant, Modality, Window
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .asides import AS_IT_STOOD, WHOM_IT_NAMES
from .clause import Clause
from .clock import clock_named
from .conditions import FoundTrigger, names_event, trigger_of, triggers
from .found import FoundWindow
from .names import Names
from .reckoning import plain
from .windows import ban_from, merged, windows
from .words import Words

_ANOTHER_S_TIME = re.compile(
    r",?\s+and\s+(?!(?:in|on|at|by|from|until|till|every|each|for|within|during|not|no|only|again|then|thereafter|once|twice|also|before|after|"
    r"renewable|ending|starting|beginning|if|unless|when|where|as|so|to|of|with)\b)[\w’'\-]+(?:\s+[\w’'\-]+){0,6}\s*\Z"
)
"""Between two times: something else that has the second."""
_DRAWS = word_set("profit benefit suffer gain derive recover")
"""What somebody does "from" an event that is no time."""
_DUE = re.compile(r"[\s,]*(?:by|(?:not|no)\s+later\s+than|on\s+or\s+before)\s", re.IGNORECASE)
_WITHIN = re.compile(r"[\s,]*within\s", re.IGNORECASE)
"""Before the time by which something is no longer to be: "by D+3 no guns shall remain"."""
_STAYS = word_set("be remain stay have keep retain maintain")
_FROM = re.compile(r"[\s,]*from\b", re.IGNORECASE)
_DATING = re.compile(r"[\s,]*(?:on|at|after|before|since|during|in|from|for|throughout|prior)\b", re.IGNORECASE)
"""What dates a thing rather than a duty, right behind a relative or a participle; "by" and "within" are the "
"duty's."""
_SINCE = re.compile(r"[\s,]*since\b", re.IGNORECASE)
"""What has been so for some time is a thing: no duty begins in the past."""
_BESIDE_EVENT = ("unless", "with the ", "subject to")
"""Cases that do not set a duty off where an event does."""
_OFTEN = re.compile(r"(?:an?|any|each|every|such|its|their)\s", re.IGNORECASE)
"""Before what may happen more than once."""
_UNTIL = re.compile(r"\b(?:until|till|through|up\s+to)\b", re.IGNORECASE)
IN_ANY_EVENT = re.compile(
    r"[\s,]*(?:(?:and|but)\s+)?(?:in\s+(?:any|no)\s+(?:event|case)|at\s+all\s+events|at\s+any\s+rate|(?:no|not)\s+later)\b"
)
"""Before the limit that holds whatever time stands before it: "before the rains, and in any event by D+45"."""
_THE_LATER = re.compile(
    r"\bwhichever\s+(?:is\s+(?:the\s+)?|comes?\s+|occurs?\s+)(?:later|last|longer)\b", re.IGNORECASE
)
"""Of two limits the one that leaves more time: a window that has both means the other."""
_TIMELIKE = ("after", "following", "before", "until", "during", "prior to")


def take_times(words: Words, names: Names, alone: bool = False) -> bool:
    """Triggers and windows: a condition may hold a time, and a window an event, so conditions come first."""
    clause = words.clause
    left = words.left
    times = windows(left, lambda event: names_event(event, names), names.dated)
    if any(_ANOTHER_S_TIME.match(left[one.end : other.start]) for one, other in pairwise(times)):
        return False  # "use the eastern berth on weekdays and the western berth on Sundays"
    lasting = list(names.dated.periods.windows(left))
    for found in triggers(words.left, names):
        if any(each.start < found.end and found.start < each.end for each in lasting):
            continue  # "while the Truce lasts": a stretch, where the text says how long that is
        so_many = found.trigger.count and found.trigger.period  # "after three breaches within 7 days"
        if (so_many or found.trigger.kind not in _TIMELIKE) and not _manner(found, clause):
            if clause.trigger:
                _say_back(words, found)
                continue
            clause.trigger = found.trigger
            words.take(found.start, found.end, "trigger")
            break
    parts = [clause.window] if clause.window else []
    latest: list[Window] = []
    if words.left != left:  # a condition took its words
        times = windows(words.left, lambda event: names_event(event, names), names.dated)
    for piece in times:
        if piece.event and clause.trigger and (counted := _counted_once(piece, words)):
            piece = replace(piece, window=counted, event=None)
        if piece.event:
            if clause.trigger and not _makes_way(words):
                return False
            clause.trigger = trigger_of(piece.joined, words.left[piece.event[0] : piece.event[1]], names)
            clause.said["trigger"] = [(words.base + piece.event[0], words.base + piece.event[1])]
        if _drawn(words, piece):
            words.hide(piece.start, piece.end)  # "shall not profit from the withdrawal of the other": no time
            continue
        told = (piece.joined == "before" and piece.event is None) or _DATING.match(words.left[piece.start :])
        if (
            (told and words.dated(piece.start))
            or (_SINCE.match(words.left, piece.start) and words.text[: piece.start].strip(" ,"))
            or AS_IT_STOOD.search(words.left[: piece.start + 6])
            or WHOM_IT_NAMES.search(words.left[: piece.start])
        ):
            words.hide(piece.start, piece.end)  # "fortifications built after 1 March": the thing is dated, not the duty
            continue
        if piece.joined == "hour" and clause.cease:
            return False  # "shall cease fire at 06:00": once, and nobody says on which day
        clause.ahead = clause.ahead or (piece.joined == "before" and piece.event is None)
        parts.append(ban_from(piece.window) if _no_longer(words, piece) else piece.window)
        latest += [piece.window] if IN_ANY_EVENT.match(words.left, piece.start) else []
        words.take(piece.start, piece.end, "window")
    for found in triggers(words.left, names):
        if _manner(found, clause):
            continue
        if found.trigger.kind in _TIMELIKE and words.dated(found.start):
            words.hide(found.start, found.end)  # "the paintings taken from them during the siege"
            continue
        if found.trigger.kind == "until":
            return False
        if clause.trigger:
            _say_back(words, found)
            continue
        clause.trigger = found.trigger
        words.take(found.start, found.end, "trigger")
    own = clause.window if alone and all(each.within for each in parts) else None  # each deed has its own limit
    if len(parts) > 1 and _THE_LATER.search(words.text):
        return False
    clause.window = (merged(parts) or own or (merged(latest) if latest else None)) if parts else None
    if clause.window and clause.cease and not _UNTIL.search(words.text):
        clause.window = ban_from(clause.window)
    if clause.window and clause.window.clock is None:
        spans = clause.said.get("window", [])
        said = " ".join(words.text[max(0, start - words.base) : end - words.base] for start, end in spans)
        clause.window = clause.window.replace(clock=clock_named(said))
    return clause.window is not None or not parts


def _counted_once(piece: FoundWindow, words: Words) -> Window | None:
    """A limit counted from what happens once, as a point: beside it the condition sets the duty off."""
    event = words.left[slice(*piece.event)] if piece.event else ""
    if piece.joined != "after" or piece.window.within is None or _OFTEN.match(event):
        return None
    return Window(end=Instant(event=plain(event), offset=piece.window.within))


def _makes_way(words: Words) -> bool:
    """Whether what bounds the deed already leaves the trigger free: "unless ..." as an exception, consent said back."""
    clause = words.clause
    if clause.trigger is None or not clause.trigger.kind.startswith(_BESIDE_EVENT) or clause.exception:
        return False
    unless = clause.trigger.kind == "unless"
    (start, end), *_ = spans = clause.said.pop("trigger")
    case = words.text[start - words.base : end - words.base].strip(" ,")
    clause.trigger = None
    if unless:
        clause.exception, clause.said["exception"] = case, spans
    else:
        clause.rest.append(case)
    return True


def _no_longer(words: Words, piece: FoundWindow) -> bool:
    """Whether a ban begins with the end of a time: "by D+3 no guns shall remain", "within a day none may stay"."""
    clause = words.clause
    if clause.modality is not Modality.MUST_NOT or clause.cease or piece.event:
        return False
    stays = any(said.split()[0] in _STAYS for _, said in clause.deeds)
    return bool(_DUE.match(words.left, piece.start) or (stays and _WITHIN.match(words.left, piece.start)))


def _drawn(words: Words, piece: FoundWindow) -> bool:
    """Whether an event right behind the verb is what somebody draws from, and no time."""
    begins = piece.window.start is not None and piece.window.start.event is not None
    behind = not words.left[: piece.start].strip(" ,") and _FROM.match(words.left, piece.start)
    return begins and behind is not None and any(said in _DRAWS for _, said in words.clause.deeds)


def _say_back(words: Words, found: FoundTrigger) -> None:
    """A second case, said back beside the first: "..., provided that they number no more than fifty"."""
    case = words.left[found.start : found.end].strip(" ,(")
    words.clause.rest.append(case[0].lower() + case[1:])
    words.blank(found.start, found.end)


def _manner(found: FoundTrigger, clause: Clause) -> bool:
    """Whether a condition only says how it is done: "may enter without notice"."""
    return found.trigger.kind == "without" and clause.modality is not Modality.MUST_NOT
