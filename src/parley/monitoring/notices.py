"""Of what a notice is: whether a report tells of one that sets a duty off ("within 48 hours of each notice").

A text gives notice of what breaks it, and of what is allowed once it was announced: of flights, convoys, exercises. A
duty to answer, to look into it or to meet is set off by the first kind, unless its words, or the sentence that the
notice is from, say of what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from parley.model import Framework, Life, Obligation
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_in

from .acts import act_of
from .doers import INCIDENT, bearers
from .forbids import forbidden_act
from .kinds import can_move, kinds_named
from .names import Names
from .objects import stems
from .standing import Known
from .truth import NO, YES, Fact, Truth

_TELLS = ("notify", "report", "publish", "share")
_COMPLAINS = re.compile(
    r"\b(?:complain\w*|protest\w*|accus\w*|denounc\w*|alleg\w*|grievance\w*|violation|breach)\b", re.I
)
_NOTICE_OF = re.compile(
    r"\b(?:notices?|notifications?|notified|notif(?:y|ies|ying)|informed|announce\w*|complaints?)\s+(?:of|about|concerning|on)\s+(?P<what>.+)",
    re.I | re.S,
)
_ANNOUNCED = re.compile(r"(?P<what>\w[\w\s-]*?)\s+(?:notifications?|notices?|announcements?)\b", re.I)
"""What is announced stands before the word for it: "flight notification"."""
_COMPLAINT = re.compile(r"\b(?:complaints?|grievances?|petitions?|protests?|accusations?)\b", re.I)
_DONE_WITH_IT = re.compile(
    r"\b(?:reject|dismiss|withdr|answer|examin|consider|discuss|repl|investigat|look|uph[oe]ld|clos|refus|ignor|regist)\w*",
    re.I,
)
_WHETHER = Fact(Truth.UNKNOWN, "whether it was a complaint is not said", "whether it was a complaint")
_OPEN = Fact(Truth.UNKNOWN, "of what it gives notice is not said", "of what it gives notice")
_PLAIN = re.compile(
    r"\b(?:written|oral|formal|official|first|second|urgent|joint|prior|advance|new|by|hotline|phone|letter)\b", re.I
)


def asks_complaint(one: Obligation) -> bool:
    """Whether a complaint sets the duty off, and no other notice."""
    words = one.trigger.words if one.trigger else one.object.value.text if one.object else ""
    return _COMPLAINT.search(words) is not None


def may_complain(entry: Known) -> bool:
    """Whether a report that names no notice may tell of a complaint all the same: "letter" of protest, "accusation"."""
    report = entry.report
    if act_of(report.act or "") not in (None, "deliver", "accuse") or report.life is not Life.ALLEGED:
        return False
    if _DONE_WITH_IT.search(report.act_said or ""):
        return False
    return _COMPLAINS.search(f"{report.act_said or ''} {report.object or ''}") is not None and (
        report.about is not None or _COMPLAINT.search(report.object or "") is not None
    )


def is_meant(one: Obligation, framework: Framework, names: Names) -> Callable[[Known, bool], Fact]:
    """Whether a notice is one of those that set the duty off; the second value: whether it is about another report."""
    words = " ".join(one.trigger.words.split()) if one.trigger else ""
    named = _NOTICE_OF.search(words)
    asked = named["what"] if named and not INCIDENT.search(named["what"]) else ""
    told_before = f"{asked} {_told_before(one, framework)}"
    forbidden = [act for each in framework.obligations if (act := forbidden_act(each)) is not None]
    elsewhere = stems(" ".join(_announced_in(framework, one)))
    own = [each for each in bearers(one) if each is not None]

    def fact(entry: Known, is_about: bool) -> Fact:
        report = entry.report
        if len(own) == 1 and names.same(report.actor, own[0]):
            return NO  # what it tells others itself is no notice to it
        what = _subject(entry)
        if may_complain(entry) and "complain" not in (report.act_said or "").casefold():
            return _WHETHER
        if is_about or not what or _COMPLAINS.search(f"{report.act_said or ''} {report.object or ''}"):
            return YES
        if stems(what) & stems(told_before) or INCIDENT.search(what):
            return YES
        acts = [act for act, _, _ in acts_in(what) if act not in _TELLS]
        if any(act_covers("attack", act) for act in acts):
            return YES
        if acts and not _may_break(acts, forbidden):
            return NO
        announced = _ANNOUNCED.match(report.act_said or "")
        if stems(what) & elsewhere or (announced and (acts or can_move(kinds_named(announced["what"])))):
            return NO
        return _OPEN

    return fact


def _subject(entry: Known) -> str:
    """Of what a report says that the notice is, in its words for the act and the thing."""
    said = entry.report.act_said or ""
    for act, first, last in reversed(acts_in(said)):
        if act in _TELLS:
            said = f"{said[:first]} {said[last:]}"
    what = _PLAIN.sub(" ", f"{said} {entry.report.object or ''}")
    return " ".join(what.split()) if stems(what) else ""


def _told_before(one: Obligation, framework: Framework) -> str:
    """The last sentence before the duty's that asks to give notice: "the notice" is one by that sentence."""
    before = takewhile(lambda each: each.id != one.id, framework.obligations)
    found = [each for each in before if each.act is not None and each.act.value in _TELLS]
    return found[-1].sentence.exact if found else ""


def _announced_in(framework: Framework, besides: Obligation) -> Iterator[str]:
    """What the text lets be done, or asks for, once it was announced: "except for flights notified"."""
    for each in framework.obligations:
        if (
            each.id != besides.id
            and each.exception is not None
            and re.search(r"\bnotif|\bnotice\b|\bannounc", each.exception.words, re.I)
        ):
            yield re.split(r"\bnotif|\bnotice\b|\bannounc", each.exception.words, flags=re.I)[0]


def _may_break(acts: Iterable[str], forbidden: Iterable[str]) -> bool:
    """Whether any of the acts may be of a kind that the text forbids."""
    banned = list(forbidden)
    return any(act_covers(ban, act) or act_covers(act, ban) for act in acts for ban in banned)
