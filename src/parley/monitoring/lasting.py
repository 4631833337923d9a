"""Duties that hold all the time ("shall maintain a hotline"): broken by a failure, kept as far as that is shown.

No deadline tells when such a duty is missed. A report that it failed, or that what it keeps up was cut off, breaks it
at that time; a report that it was kept shows no more than its own time; and silence shows nothing by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from parley.model import Duration, Effort, Interval, Modality, Obligation, Outcome
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_meet

from .acts import act_of, is_beside, is_out, is_up, names_act, told_by
from .bans import ALLEGED, FOUND, NOTHING, Judged, Listed, breached, doubtful
from .bearing import says_no
from .coverage import EVERYWHERE, Watched, relevant, watched
from .kinds import kinds_named
from .matching import Doing
from .names import fold
from .objects import stems
from .places import apart
from .showing import facts_shown, word_stands
from .standing import Known
from .telling import Telling, capital, events
from .truth import NO, YES, Fact, Truth, all_of, options, possible
from .undone import is_denied, undone
from .whereabouts import is_named, names_of
from .windows import in_window

_LASTING = frozenset(
    {"maintain", "protect", "respect", "ensure", "cooperate", "facilitate", "support", "coordinate", "continue",
     "hold-positions", "control", "grant-access", "monitor", "treat", "distinguish"}
)  # fmt: skip
"""Acts of the lexicon that go on: they are never done once and for all."""
_ALWAYS = re.compile(
    r"\b(?:at\s+all\s+(?:times|hours)|at\s+any\s+(?:time|hour)|without\s+(?:any\s+)?(?:interruption|pause)|permanently|continuously|"
    r"day\s+and\s+night|around\s+the\s+clock|uninterrupted(?:ly)?)\b",
    re.I,
)
_KEEPS = re.compile(r"(?:keep|continue|remain|stay|retain|go\s+on)\b", re.I)
_BY = re.compile(r"\b(?:by|before|(?:no|not)\s+later\s+than)\b", re.I)
_AGAINST = {
    "": ("suspend", "terminate", "violate", "close", "dissolve", "revoke", "cut"),
    "maintain": ("dismantle", "damage", "deny-access", "jam"),
    "grant-access": ("deny-access",),
    "facilitate": ("deny-access",),
    "cooperate": ("deny-access",),
    "support": ("deny-access",),
    "ensure": ("deny-access", "damage"),
    "place": ("withdraw",),
    "protect": ("attack", "damage", "kill", "abuse", "displace"),
    "treat": ("abuse", "kill"),
}
"""Acts that break such a duty: any of them, and those of one kind."""
_FAILS = re.compile(
    r"\b(?:br(?:oke|eak)\w*|fail(?:s|ed|ure|ing)?|refus\w*|cut\w*|disconnect\w*|shut\w*|clos(?:e|es|ed|ing|ure)|block\w*|lapse\w*|"
    r"stop\w*|halt\w*|ceas\w*|obstruct\w*|neglect\w*|disrupt\w*|(?:no|not|never)\s+(?:kept|maintain|open|protect|ensur|respect|observ|"
    r"there)\w*)\b",
    re.I,
)
"""Deeds and omissions that the lexicon has no act for."""
_FREELY = re.compile(
    r"\b(?:un(?:hindered|impeded|restricted|obstructed|hampered|limited|conditional)\w*|free(?:ly|dom)?|full|rapid|immediate|"
    r"without\s+(?:delay|hindrance|let|restriction|impediment|condition)\w*)\b",
    re.I,
)
_PROTECTING = ("protect", "treat")
_PORT = re.compile(r"\b(?:ports?|harbou?rs?)\b", re.I)
_JOINTLY = re.compile(r"\A\W*(?:the|both)\b", re.I)


def is_lasting(obligation: Obligation) -> bool:
    """Whether a duty has to be kept all the time, or until some day, and is not to be done once."""
    window, act = obligation.window, obligation.act
    if obligation.modality is None or obligation.modality.value is not Modality.MUST or act is None:
        return False
    if obligation.trigger is not None:
        return False
    if window is not None:
        value = window.value
        at_hours = value.hours is not None and value.every == Duration(days=1)  # "every day from 08:00 to 16:00"
        if value.within or (value.every and not at_hours) or value.times or _BY.search(window.words):
            return False
    return (
        act.value in _LASTING
        or bool(_KEEPS.match(act.words))
        or bool(_ALWAYS.search(" ".join(obligation.sentence.exact.split())))
    )


def tells_of(doing: Doing, entry: Known) -> Truth:
    """Whether a report may tell that the duty failed, or that it was kept, as far as its kind says."""
    return _failed(doing, entry).truth or all_of(_kept(doing, entry))


def judge_lasting(
    doing: Doing, reports: Sequence[Known], effort: Sequence[Effort], as_of: dt.datetime, zone: dt.tzinfo
) -> Judged:
    """The verdict on a duty that has to be kept all the time, over the ``reports`` that may tell of it."""
    telling = Telling(doing.names, zone, as_of)
    start, end = doing.window.start, doing.window.end
    if start is None:
        why = "It binds nobody yet: the text does not say from when it holds, and D-day is not fixed."
        return Judged(Outcome.PENDING, why, "A fixed D-day.")
    if as_of < start:
        change = "The coming of that day."
        return Judged(Outcome.PENDING, f"It holds from {telling.moment(start)}.", change, window=doing.window.interval)
    until = as_of if end is None else min(as_of, end)
    window = Interval(earliest=start, latest=until)
    kept = [entry for entry in reports if all_of(_kept(doing, entry)) is Truth.YES and entry.report.count != 0]
    failed = [(entry, all_of(_facts(doing, entry))) for entry in reports]
    failed = [(entry, truth) for entry, truth in failed if truth is not Truth.NO]
    refuted = [entry for entry, _ in failed if _is_refuted(entry, kept)]
    suspects = Listed([(entry, truth) for entry, truth in failed if not any(entry is one for one in refuted)])
    ranks = possible(options(truth, (FOUND,) if found else (ALLEGED,)) for truth, found in suspects.weights())
    if NOTHING not in ranks:
        judged = breached(doing, telling, suspects, "found" if min(ranks) == FOUND else "alleged", window)
        return replace(judged, gaps=tuple(entry.span for entry, truth in suspects.rows if truth is Truth.YES))
    if ranks != {NOTHING}:
        return doubtful(telling, suspects, partial(_doubts, doing), window)
    places = doing.place.names if doing.place else None
    watching = relevant(effort, places, doing.act)
    own = tuple(by for by in dict.fromkeys(one.by for one in watching) if doing.is_own(by))
    others = [one for one in watching if one.by not in own]
    shown = [*others, *map(_as_effort, kept)]
    seen = replace(watched(shown, start, until, zone, doing.window.hours, apart(doing.place)), itself=own)
    return _as_far_as_shown(telling, kept, refuted, seen, window)


def _as_far_as_shown(
    telling: Telling, kept: Sequence[Known], refuted: Sequence[Known], seen: Watched, window: Interval
) -> Judged:
    nothing = "No report that it failed stands"
    if refuted:
        nothing += f" ({', '.join(entry.id for entry in refuted)}: found otherwise)"
    told = f" {capital(telling.some(events(kept)))}." if kept else ""
    shown = f"it was shown, or watched, on {seen.days_watched} of {seen.days} days{seen.left_out}"
    ids = tuple(entry.id for entry in (*kept, *refuted))
    if seen.complete:
        return Judged(
            Outcome.KEPT, f"{nothing}, and {shown}.{told}", "A report that it failed, made late.", ids, window
        )
    why = f"{nothing}, but silence shows nothing: {shown}.{told}"
    bring = "A finding whether it was kept on the other days, a record of who watched then, or a report that it failed."
    return Judged(Outcome.CANNOT_TELL, why, bring, ids, window)


def _as_effort(entry: Known) -> Effort:
    """A report that it was kept, as what somebody saw of it: all of the time of which it tells."""
    by = entry.found[0].found_by if entry.found else entry.report.claimant
    return Effort(by=by or "", means="report", place=EVERYWHERE, window=entry.span.interval)


def _is_refuted(entry: Known, kept: Sequence[Known]) -> bool:
    """Whether a body found it kept for all the time at which somebody says that it failed."""
    if entry.found:
        return False
    return any(one.found and one.span.first <= entry.span.first and entry.span.last <= one.span.last for one in kept)


def _facts(doing: Doing, entry: Known) -> list[Fact]:
    return [_failed(doing, entry), in_window(entry.span, doing.window), _where(doing, entry)]


def _doubts(doing: Doing, entry: Known) -> list[Fact]:
    parts = [_failure(doing, entry), _doer(doing, entry), _thing(doing, entry)]
    facts = (*parts, in_window(entry.span, doing.window), _where(doing, entry))
    return [fact for fact in facts if fact.truth is Truth.UNKNOWN]


def _failed(doing: Doing, entry: Known) -> Fact:
    """Whether a report tells that the bearer's duty failed, whenever that was."""
    parts = [_failure(doing, entry), _doer(doing, entry), _thing(doing, entry)]
    return min(parts, key=lambda fact: fact.truth)


def _failure(doing: Doing, entry: Known) -> Fact:
    """Whether what is reported is that such a duty failed, or what it keeps up did."""
    said = entry.report.act
    of_it = _thing(doing, entry).truth is Truth.YES
    is_told = of_it or entry.report.actor is not None  # what nobody did, to nothing that is named, tells of no duty
    if said is None:
        return Fact(Truth.UNKNOWN, "no act is named", "which act it was")
    if says_no(said):
        return NO
    act = act_of(said) or said
    if act_covers(doing.act, act):
        return YES if entry.report.count == 0 else NO
    if doing.is_of_access and act_covers("deny-access", act):
        return _held_up(doing, entry)
    against = _AGAINST.get(doing.act, ())
    fails, named = bool(_FAILS.search(said)), undone(said)
    refused = named.acts
    own = any(act_covers(doing.act, one) for one in refused - named.ahead)  # what was refused may be another act
    if is_denied(doing.act, said) or is_out(said) or (fails and (own or not refused)):
        return YES
    if any(act_covers(each, act) for each in (*_AGAINST[""], *against)):
        return YES
    unnamed = is_told and not (names_act(said) or is_up(said) or is_beside(said))
    perhaps = unnamed and (own or not refused or (fails and of_it))
    perhaps = perhaps or (of_it and any(acts_meet(each, act) for each in against))
    return Fact(Truth.UNKNOWN, f"whether '{said}' stands against it is not said", "what was done") if perhaps else NO


def _held_up(doing: Doing, entry: Known) -> Fact:
    """Whether who was held up was denied access: a delay may be none, but of "unhindered" access it is the end."""
    report = entry.report
    if _FREELY.search(doing.obligation.sentence.exact):
        return YES
    return told_by("deny-access", report.act or "", report.object, report.worded, "deny access")


def _where(doing: Doing, entry: Known) -> Fact:
    """Whether it was where the duty has to be kept; a report that gives no place leaves that to its thing."""
    slot, place = doing.obligation.place, entry.report.place
    if slot is None or ((place.name is None and place.latitude is None) and not doing.is_of_access):
        return YES
    if doing.place is not None:
        fact = YES if doing.is_of_access and is_named(slot, doing, entry) else doing.place.fact(entry)
        on_the_way = fact.truth is Truth.NO and slot.words.startswith("to ")  # who is kept from a place is before it
        return Fact(Truth.UNKNOWN, f"that was {doing.place.measured(entry)}", "where it was") if on_the_way else fact
    named = names_of(slot, doing.names)
    if not named or fold(place.name or "") in map(fold, named):
        return YES
    return Fact(Truth.UNKNOWN, f"no annex shows where {named[0]} is", f"a shape of {named[0]} in annexes/")


def _doer(doing: Doing, entry: Known) -> Fact:
    if doing.bearer is None:
        return YES
    return doing.names.did(entry.report.actor, doing.bearer)


def _thing(doing: Doing, entry: Known) -> Fact:
    """Whether it is the thing that the duty keeps up. What breaks besides, and shares no word with it, is another;
    but whom an attack hurt who has to be protected, a word may leave open.
    """
    fact, slot, said = doing.of_it(entry), doing.obligation.object, entry.report.object
    if doing.is_of_access or slot is None or said is None or fact.truth is Truth.YES:
        return fact
    if (
        stems(said) <= stems(doing.obligation.sentence.exact)
        and (at := _at_its_place(slot.value.text, entry)) is not NO
    ):
        return at
    shared = bool(stems(said) & stems(slot.value.text))
    if fact.truth is Truth.NO and shared:  # "observers" where the text says "the free movement of observers"
        return Fact(Truth.UNKNOWN, f"whether '{said}' is {slot.value.text} is not said", "what it was")
    return fact if shared or doing.act in _PROTECTING else NO


def _at_its_place(thing: str, entry: Known) -> Fact:
    """Whether what befell those for whom a thing is kept up befell them there: at a place that has its name ("grain
    ships", at Amsar, of "the port of Amsar"), or by words for a thing of its kind ("harbour shut").
    """
    names = re.findall(r"\b[A-Z][\w'’-]*", thing)
    if any(fold(name) == fold(entry.report.place.name or "") for name in names):
        return YES
    told = entry.report.act_said or ""
    alike = kinds_named(thing) & kinds_named(told) or (_PORT.search(thing) and _PORT.search(told))
    return Fact(Truth.UNKNOWN, f"whether that was {thing} is not said", "what it was") if alike else NO


def _kept(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make a report show the duty kept: that somebody did so, or that the thing works."""
    if entry.report.act is None or not is_up(entry.report.act):
        return [*facts_shown(doing, entry), _where(doing, entry)]
    words = doing.obligation.bearer.words if doing.obligation.bearer else "the"
    jointly = entry.report.actor is None and bool(_JOINTLY.search(words))
    return [YES if jointly else _doer(doing, entry), _thing(doing, entry), word_stands(doing, entry)]
