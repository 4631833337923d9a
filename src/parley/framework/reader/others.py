"""What others do of it: "Halvern shall provide the chair, Quenland the clerk", "..., Kestria on D+5, Orlavia on D+7".

The verb is put in again before each of them; what is put in keeps the places of the words that it repeats.
"""

from __future__ import annotations

from itertools import islice

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN

from .modals import MODALS, SHALL, modality_of
from .names import Names
from .phrasal import parted_at
from .unlisted import unlisted_verb
from .view import View
from .windows import windows

_GAP = re.compile(r"(?:\s*[,;]\s+(?:and\s+)?|\s+and\s+)(?=(?:the\s+)?[A-Z])")
_THING = re.compile(
    rf"\s+(?=(?:(?:(?:no|not)\s+(?:fewer|less|more)\s+than|at\s+(?:least|most)|up\s+to)\s+)?(?:{PATTERN})(?:\s|[.;]|\Z)|"
    r"(?:the|an?|its|their|all|half)\s|(?:those|that)\s+(?:of|in|at|on|from|held|taken|made|built|laid|[a-z]{3,}ed)\s)"
)
_PREPOSITION = re.compile(r"\s+(?P<word>to|for|at|in|from|on|with|behind|along|towards?)\s")
_OWN_PREPOSITION = re.compile(r"\s+(?:to|for|at|in|from|on|with)\Z")
_PARTIES = re.compile(r"(?:(?:the|both)\s+(?:other\s+)?Part(?:y|ies)|each\s+Party)(?!\w)")
_OWN_TIME = re.compile(r"\s+(?=(?:by|on|from|until|within|after|before|not|no|at|in|to)\s)")
_MOST_GAPS = 12
_SET_OFF = re.compile(r",\s+(?=(?:by|on|within|not|no|before|until|from|at|every|during)\s)")


def others_share(view: View, names: Names) -> View:
    """ "Halvern shall pay for the buses and Quenland for the fuel": somebody else, and what they do it to."""
    text = view.text
    found = _modal_and_verb(text)
    if found is None:
        return view
    modal, stop = found
    first = text[stop:]
    if any(start <= 1 for start, _, _ in names.doers_in(first[:80])):
        return view  # "give Kestria the maps": to whom
    lead = _PREPOSITION.match(first)
    does = stop + lead.end("word") if lead else stop  # "pay for"
    said_modal = MODALS.match(text, modal)
    again = said = _again(view, said_modal, modal, does)
    whole, at, who = None, 0, view.cut(0, 0)
    last, shared = _shared_by_all(view, modal, names)
    for gap in islice(_GAP.finditer(text, stop + 2, last), _MOST_GAPS):
        reach = _actor_at(text, gap.end(), names)
        other = _PREPOSITION.match(text, reach) if reach else None
        same = lead and other and lead["word"] == other["word"]
        shares = (
            _same_lead(text, stop, gap.start(), other["word"], names) if other and not lead and whole is None else None
        )
        if (
            not reach
            or not text[stop : gap.start()].strip()
            or not (same if lead else shares or _THING.match(text, reach))
        ):
            continue
        if any(each.start <= 1 for each in windows(text[reach:], lambda _: False, names.dated)):
            continue
        half = view.cut(at, gap.start())
        if whole is None:
            whole = half.join(shared) if last < len(text.rstrip(" .;")) else half
        else:
            whole = whole.add(view.put(", and", at - 1, at)).join(_with_shared(who.join(said), half, shared, names))
        at, who = other.end("word") if lead and other else reach, view.cut(gap.end(), reach)
        said = _again(view, said_modal, modal, shares) if shares else again
    if whole is None:
        return view
    return whole.add(view.put(", and", at - 1, at)).join(
        _with_shared(who.join(said), view.cut(at, last), shared, names)
    )


def _again(view: View, said: re.Match[str] | None, modal: int, stop: int) -> View:
    """The modal and what stands behind it up to ``stop``, for somebody else."""
    shall = SHALL.get(modality_of(said, False) or Modality.MUST, "shall") if said else ""
    apart = parted_at(view.text, said.end() + 1) if said else None
    if apart and apart.verb[1] == stop:  # "pull its tanks back"
        return view.put(f"{shall} {view.text[slice(*apart.verb)]} {view.text[slice(*apart.rest)]}", modal, stop)
    return view.put(f"{shall}{view.text[said.end() if said else modal : stop]}", modal, stop)


def _with_shared(does: View, half: View, shared: View, names: Names) -> View:
    """A half with the time that all share, unless it has its own: "By D+5 A shall leave Sel, and B Tarn by D+7"."""
    timed = windows(half.text, lambda _: False, names.dated)
    return does.join(half) if timed else does.join(half).join(shared)


def _same_lead(text: str, start: int, gap: int, word: str, names: Names) -> int | None:
    """Where the words end that somebody else shares: "mark its posts | with red and B with white"."""
    if any(stop >= gap - start for _, stop, _ in names.doers_in(text[start:gap])):
        return None  # "open the border to Orlavia and Halvern to traffic"
    leads = list(re.compile(rf"\s{word}\s").finditer(text, start + 1, gap))
    if len(leads) != 1 or re.search(r"\bbetween\b", text[start:gap]) or not text[start : leads[0].start()].strip():
        return None
    return leads[0].start()


def _shared_by_all(view: View, modal: int, names: Names) -> tuple[int, View]:
    """Where the halves end, and the time that stands in front of all of them or, behind a comma, at their end."""
    text = view.text
    end = len(text.rstrip(" .;"))
    tail = next((comma for comma in reversed(list(_SET_OFF.finditer(text, modal, end)))), None)
    timed = tail is not None and windows(text[tail.end() : end], lambda _: False, names.dated)
    if tail and timed and not windows(text[modal : tail.start()], lambda _: False, names.dated):
        return tail.start(), view.cut(tail.end(), end)
    first = next((start for start, stop, _ in names.doers_in(text[:modal]) if not text[stop:modal].strip()), 0)
    front = text[:first].strip(" ,")
    if front and windows(front, lambda _: False, names.dated):
        return end, view.put(front[0].lower() + front[1:], 0, len(front))
    return end, view.cut(0, 0)


def each_in_turn(view: View, names: Names) -> View:
    """ "The Parties shall leave Sel, Kestria by D+5 and Orlavia by D+7": each does it at its own time or place."""
    text, end = view.text, len(view.text.rstrip(" .;"))
    found = _modal_and_verb(text)
    if found is None or not names.is_parties(text[: found[0]]):
        return view
    modal, stop = found
    first = next((gap for gap in _GAP.finditer(text, stop, end) if gap.group().startswith(",")), None)
    gaps = [first, *_GAP.finditer(text, first.end(), end)] if first else []
    reaches = [_actor_at(text, gap.end(), names) for gap in gaps]
    if len(gaps) < 2 or not all(reach and _OWN_TIME.match(text, reach) for reach in reaches):
        return view
    does = view.put(text[modal : gaps[0].start()], modal, gaps[0].start())
    whole: View | None = None
    for gap, reach, last in zip(gaps, reaches, [*(gap.start() for gap in gaps[1:]), len(text)], strict=True):
        assert reach is not None
        half = view.cut(gap.end(), reach).join(does).join(view.cut(reach, last))
        whole = half if whole is None else whole.add(view.put(", and", *gap.span())).join(half)
    return whole or view


def _modal_and_verb(text: str) -> tuple[int, int] | None:
    """Where the only modal begins, and where its verb ends; a passive has no such."""
    modal = MODALS.search(text)
    if not modal or MODALS.search(text, modal.end() + 1):
        return None
    rest = text[modal.end() :]
    skipped = len(rest) - len(rest.lstrip())
    verb = verb_at_start(rest.lstrip(), base=True) or unlisted_verb(rest.lstrip())
    if not verb:
        return None
    words = rest.lstrip()[: verb[1]]
    return modal.start(), modal.end() + skipped + len(_OWN_PREPOSITION.sub("", words))  # "pay | for the buses"


def _actor_at(text: str, at: int, names: Names) -> int | None:
    """Where the actor ends who is named at ``at``, or the parties."""
    parties = _PARTIES.match(text, at)
    if parties:
        return parties.end()
    return next((at + stop for start, stop, _ in names.doers_in(text[at : at + 80]) if start == 0), None)
