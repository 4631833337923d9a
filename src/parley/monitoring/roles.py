"""Which party a sentence means by what happened: the Party notified, the accused Party, whoever answers a notice."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from parley.model import Framework, Obligation
from parley.text import patterns as re

from .acts import act_meant, act_of
from .doers import done_by
from .itself import Itself, itself
from .names import Names
from .replies import is_reply
from .standing import Known
from .truth import NO, YES, Fact, Truth

_PARTY = r"(?:part(?:y|ies)|sides?)"
_NOTICE = r"(?:notices?|notifications?|communications?|messages?|complaints?|it|they)"
"""What is given to a party."""


class Role(enum.Enum):
    """What a party is in the happening that sets its duty off."""

    TARGET = "to whom it was given or done"
    GIVER = "who gave the notice"
    ACCUSED = "who is said to have done it"


_ROLES = {
    Role.TARGET: re.compile(
        rf"\b(?:notified|informed|addressed|receiving|recipient|addressee)\s+{_PARTY}\b|"
        rf"\b{_PARTY}\s+(?:so\s+|thus\s+)?(?:notified|informed|addressed|receiving)\b|"
        rf"\b{_PARTY}\s+(?:that|which|who)\s+(?:(?:has|have)\s+)?(?:receive[sd]?|(?:is|are|was|were|been|being)\s+"
        rf"(?:so\s+)?(?:notified|informed|addressed))\b|"
        rf"\b{_PARTY}\s+(?:to|on|upon)\s+(?:which|whom)\s+(?:\w+\s+)*?{_NOTICE}\b|"
        rf"\b(?:injured|aggrieved|wronged|attacked)\s+{_PARTY}\b|"
        r"\A\W*(?:the\s+|an?\s+|each\s+|every\s+)?(?:recipient|addressee)\b",
        re.I,
    ),
    Role.GIVER: re.compile(
        rf"\b(?:notifying|complaining|reporting|informing)\s+{_PARTY}\b|"
        rf"\b{_PARTY}\s+(?:giving|serving|sending|making)\s+(?:\w+\s+)*?{_NOTICE}\b|"
        rf"\b{_PARTY}\s+(?:that|which|who)\s+(?:has\s+)?(?:g[ai]ve[sn]?|serve[sd]?|sen[dt]s?|ma[dk]es?|notifie[sd]|"
        rf"complain(?:s|ed))\b",
        re.I,
    ),
    Role.ACCUSED: re.compile(
        rf"\b(?:accused|alleged|offending|violating|infringing|responsible|breaching|defaulting)\s+{_PARTY}\b|"
        rf"\b{_PARTY}\s+(?:accused|concerned|responsible|at\s+fault|in\s+(?:breach|default|violation))\b|"
        rf"\b{_PARTY}\s+(?:(?:whose|the)\s+\w+\s+|(?:that|which)\s+)(?:(?:is|are|was|were|has|have|been|held|found|"
        rf"said|alleged|to)\s+)*(?:committed|caused|fired|violated|breached|responsible|accused|did|done)\b",
        re.I,
    ),
}
_NOTICES = re.compile(r"\b(?:notified|notifies|notices?|notifications?)\b", re.I)
_SOME_PARTY = re.compile(rf"\b{_PARTY}\b|\b(?:recipient|addressee)\b|\A(?:the\s+)?governments?(?:\s+side)?\Z", re.I)
_RECEIVED = re.compile(r"\b(?:receipt|receiv\w+|(?:being|been|is|are|was|when|once|if)\s+(?:so\s+)?notified)\b", re.I)

_TO_WHOM = Fact(Truth.UNKNOWN, "to whom it was given or done is not said", "to whom it was given or done")
_WHOSE = Fact(Truth.UNKNOWN, "which incident the notice is about is not said", "which incident the notice is about")
_BY_WHOM = Fact(Truth.UNKNOWN, "who gave the notice is not said", "who gave the notice")


def role_of(obligation: Obligation) -> Role | None:
    """What its bearer is in the happening, as the sentence says, or as it follows from an answer to a notice."""
    told = _said_of_the_bearer(obligation)
    if told is Role.ACCUSED and itself(obligation) is Itself.SUFFERED:
        return None  # "the Party that is fired upon"
    if told is not None or not is_set_off_by_notice(obligation):
        return told
    received = obligation.trigger is not None and _RECEIVED.search(obligation.trigger.words)
    return Role.TARGET if received or is_answer(obligation) else None


def is_answer(obligation: Obligation) -> bool:
    """Whether what it demands is a reply."""
    thing = obligation.object.value.text if obligation.object else ""
    return is_reply(thing) or (obligation.act is not None and is_reply(obligation.act.words))


def is_set_off_by_notice(obligation: Obligation) -> bool:
    """Whether its time is counted from a notice: one that it names, or the one that it answers."""
    trigger, thing = obligation.trigger, obligation.object.value.text if obligation.object else ""
    if trigger is not None:
        return act_meant(trigger.value.event) == "notify" or _NOTICES.search(trigger.words) is not None
    if is_answer(obligation):
        return _NOTICES.search(thing) is not None or _said_of_the_bearer(obligation) is Role.TARGET
    return re.match(r"(?:each|every|any|all)\b", thing, re.I) is not None and act_meant(thing) == "notify"


def of_a_role(bearer: str | None, names: Names) -> bool:
    """Whether a bearer is no party by its name, but some party by what happened ("Party notified"), or a government."""
    return bearer is not None and not names.knows(bearer) and _SOME_PARTY.search(bearer) is not None


def _said_of_the_bearer(obligation: Obligation) -> Role | None:
    words = _of_the_bearer(obligation)
    return next((role for role, pattern in _ROLES.items() if pattern.search(words)), None)


def _of_the_bearer(obligation: Obligation) -> str:
    """The bearer's words with what follows them up to the verb: "the Party to which it is addressed"."""
    bearer, act = obligation.bearer, obligation.act
    if bearer is None:
        return ""
    sentence, start, end = obligation.sentence, bearer.spans[0].start, bearer.spans[-1].end
    verb = [span.start for span in act.spans if span.start >= end] if act else []
    return " ".join(sentence.exact[start - sentence.start : (verb or [sentence.end])[0] - sentence.start].split())


def plays(
    role: Role, bearer: str | None, event: Sequence[Known], about: Sequence[Known], framework: Framework, names: Names
) -> Fact:
    """Whether the bearer has that role in a happening; ``about``: the incident, which for a notice is another."""
    if bearer is None:
        return YES
    if role is Role.ACCUSED:
        return done_by(about, lambda who: names.same(who, bearer), names) if about else _WHOSE
    report = event[0].root.report
    giver = report.actor or report.claimant
    if role is Role.GIVER:
        given = names.did(giver, bearer)
        return _BY_WHOM if given.truth is Truth.UNKNOWN else given
    if names.did(giver, bearer) is YES:
        return NO
    if report.counterpart is not None:
        told = names.did(report.counterpart, bearer)
        return _TO_WHOM if told.truth is Truth.UNKNOWN else told
    if names.key(bearer) not in names.parties:
        return YES
    others = [one.id for one in framework.parties if not names.same(one.id, giver)]
    by_a_party = len(others) < len(framework.parties)
    is_notice = report.act is not None and act_of(report.act) == "notify"
    return YES if is_notice and by_a_party and len(others) == 1 else _TO_WHOM
