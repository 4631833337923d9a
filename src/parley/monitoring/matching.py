"""Whether a report tells of what an obligation forbids or demands: its act, doer, thing, time and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from parley.model import Framework, Obligation, Thing
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import acts_in

from .access import where_fact, whom_fact
from .accounted import tells_of_keeping
from .acting import act_fact_of, wording_of
from .acts import GOING, act_meant, is_another_verb, is_unheard_of, told_by
from .announced import Announced, Reports, asks_notice, is_notice_alone
from .besides import AT_ITSELF, doer_named, is_at_itself, target_named
from .convened import is_convened
from .exceptions import Excepted
from .forbids import INTO, forbidden_act
from .leaving import goes_from, left_with
from .names import Names
from .objects import is_named_by_act, is_of, names_place, names_weapons, stems, uncounted
from .phrases import is_plural, with_article
from .places import PlaceRule
from .standing import Known
from .targets import Target, target_of
from .truth import NO, YES, Fact, Truth
from .vouching import Vouched
from .ways import AtWay, at_way, is_roadblock
from .windows import Bounds, in_window

_TELLS = ("notify", "report")
_MOVES = frozenset({"move", "enter", "cross", "overfly", "fly", "advance", "deploy", "place"})
"""Acts of which a report names what did it as its thing."""
_DONE_TO = frozenset(
    {"stop", "suspend", "detain", "board", "search", "confiscate", "loot", "take", "divert", "damage", "burn", "kill",
     "abuse", "displace", "interfere", "tax"}
)  # fmt: skip
"""What is done to somebody's things, or to them, and is no attack."""
_INTO = frozenset({"move", "enter", "cross", "advance"})
_ARRANGES = re.compile(
    r"(?:call|summon|invit|request|ask|order|arrang|schedul|announc|propos|convok|prepar|organi[sz]|set\s+up|establish|institut)",
    re.I,
)
_ARRANGED = Fact(Truth.UNKNOWN, "when what took place was arranged is not said", "when it was arranged, and by whom")


class Narrows(Protocol):
    """What narrows a ban, and no slot holds."""

    def is_met(self, entry: Known) -> Fact:
        """Whether the reported act is so."""

    @property
    def names(self) -> frozenset[str]:
        """The names by which effort can say that it watched for it."""


@dataclass(frozen=True)
class Doing:
    """An act that somebody must not do (or must): what is needed to hold reports against it."""

    obligation: Obligation
    act: str
    bearer: str | None
    window: Bounds
    place: PlaceRule | None
    framework: Framework
    names: Names
    allowed: tuple[Doing, ...] = ()
    """What other sentences allow of it."""
    narrowed: tuple[Narrows, ...] = ()
    """What narrows it, if it is a ban: a duty done elsewhere too is still done."""
    vouched: Vouched | None = None
    """How the bearer answers for what others do, if the sentence is about that."""
    other_days: tuple[Bounds, ...] = ()
    """When other sentences ask for the same, if it has days of its own: see :mod:`.dated`."""
    reports: Reports | None = None
    """The reports of some acts, where what was announced is excepted."""

    def suspects(self, kinds: Mapping[tuple[object, ...], Sequence[Known]]) -> list[tuple[Known, Truth]]:
        """The reports that, if true, surely or perhaps tell of the forbidden act by this bearer, in their order.

        What every report of a kind has in common is looked at once, and cheap facts before dear ones.
        """
        found: list[tuple[Known, Truth]] = []
        known = self.names.alike[self.key]
        for kind, rows in kinds.items():
            common = known.get(kind)
            if common is None:
                common = known[kind] = self.common(rows[0])
            if common is Truth.NO:
                continue
            for entry in rows:
                truth = in_window(entry.span, self.window).truth
                if truth is not Truth.NO:
                    found.append((entry, min(common, truth)))
        if self.place is not None:
            found = _also(found, self.place.truths([entry for entry, _ in found]))
            found = [row for row in found if not self.hangs_on_place(row[0]) or self.place.truth(row[0]) is Truth.YES]
        if self.exception is not None:
            found = _also(found, [self.exception.spares_not(entry).truth for entry, _ in found])
        for narrows in self.narrowed:
            found = _also(found, [narrows.is_met(entry).truth for entry, _ in found])
        if self.allowed:
            found = _also(found, [self.not_allowed(entry).truth for entry, _ in found])
        return sorted(found, key=lambda row: row[0].number)

    @property
    def key(self) -> tuple[object, ...]:
        """Acts of one key have the same in common with every report: see :meth:`common`."""
        thing, act, whom = self.obligation.object, self.obligation.act, self.obligation.counterpart
        how = self._is_ban, self.place is None, self.vouched
        return self.act, self.bearer, thing and thing.value, act and act.words, whom and whom.value, *how

    def common(self, entry: Known) -> Truth:
        """What every report of a kind has in common: doer, act, number and thing."""
        least = Truth.YES
        for fact in (self._number, self.act_fact, self._doer, self.target_fact):
            least = min(least, fact(entry).truth)
            if least is Truth.NO:
                break
        return least

    def may_hold(self, entry: Known) -> bool:
        """Whether a table's count may be one of such acts, whenever, and however many it is: of none, too."""
        facts = [self._doer(entry), self.act_fact(entry), self.target_fact(entry)]
        if self.place is not None:
            facts.append(self.place.fact(entry))
        return all(fact.truth is not Truth.NO for fact in facts)

    def doubts(self, entry: Known) -> list[Fact]:
        """What is not known of a report, for the few that a verdict tells of."""
        facts = [self._doer(entry), self.act_fact(entry), self._time(entry), self.target_fact(entry)]
        if self.place is not None:
            facts.append(self.place.fact(entry))
        if self.exception is not None:
            facts.append(self.exception.spares_not(entry))
        facts += [narrows.is_met(entry) for narrows in self.narrowed]
        if self.allowed:
            facts.append(self.not_allowed(entry))
        return [fact for fact in facts if fact.truth is Truth.UNKNOWN]

    def not_allowed(self, entry: Known) -> Fact:
        """Whether no sentence that allows the act at some hours covers what a report tells."""
        covered = [(one, one.covers(entry)) for one in self.allowed]
        if any(truth is Truth.YES for _, truth in covered):
            return NO
        perhaps = next((one for one, truth in covered if truth is Truth.UNKNOWN), None)
        if perhaps is None:
            return YES
        why = f"it may be what provision {perhaps.obligation.provision or 'of the text'} allows"
        return Fact(Truth.UNKNOWN, why, "a more exact time, place or kind")

    def covers(self, entry: Known) -> Truth:
        """Whether a report tells of this act, by this bearer, at this time, place and of a thing of this name.

        A thing that is only of the same kind may be another than the one that is allowed.
        """
        place = YES if self.place is None else self.place.fact(entry)
        thing = self.obligation.object
        called = thing is None or stems(thing.value.text) <= stems(entry.report.object or "")
        return min(self.common(entry), self._time(entry).truth, place.truth, Truth.YES if called else Truth.UNKNOWN)

    def is_own(self, name: str) -> bool:
        """Whether it is the doer itself who is named; where the sentence names nobody, any party may be."""
        whose = [party.id for party in self.framework.parties] if self.bearer is None else [self.bearer]
        return any(self.names.same(name, one) for one in whose)

    def where(self, entry: Known) -> str:
        """What was measured, for a sentence."""
        return "" if self.place is None else self.place.measured(entry)

    @property
    def seen_at(self) -> frozenset[str] | None:
        """The names by which effort can say that it watched where it would be; ``None``: none but "everywhere"."""
        if self.place is not None:
            return self.place.names
        return frozenset().union(*(one.names for one in self.narrowed)) or None

    @cached_property
    def exception(self) -> Excepted | None:
        slot = self.obligation.exception
        if slot is None:
            return None
        told = self.reports is not None and asks_notice(slot.words)
        announced = Announced(slot.words, self.act, self.names, self.reports) if told and self.reports else None
        return Excepted(slot.words, self.act, announced)

    @cached_property
    def _things(self) -> dict[str | None, Fact]:
        return {}

    def thing_fact(self, reported: str | None) -> Fact:
        """Whether a thing that was reported is the thing of the sentence; looked at once for each name."""
        slot = self.obligation.object
        if slot is None:
            return YES
        if self.counts_acts:
            return YES
        if reported not in self._things:
            named = is_named_by_act(self.obligation, reported)
            self._things[reported] = YES if named else is_of(reported, uncounted(slot.value), self.framework)
        return self._things[reported]

    @cached_property
    def counts_acts(self) -> bool:
        """Whether a number is given of the act itself ("no more than three flights") and not of things."""
        slot = self.obligation.object
        if slot is None or slot.value.most is None:
            return False
        return any(act_meant(word) == self.act for word in slot.value.text.split()[-2:])

    def act_fact(self, entry: Known) -> Fact:
        if self._is_ban and (is_notice_alone(entry, self.act) or tells_of_keeping(entry.report.act_said or "")):
            return NO
        if not self._is_ban and is_convened(self.obligation, entry.report.act_said or ""):
            return YES
        fact = max((self._fact_of(act, entry) for act in self._acts), key=lambda one: one.truth)
        if fact.truth is Truth.UNKNOWN and (self._says_nothing(entry) or self._would_guess_both(entry)):
            return NO
        whom = left_with(entry.report.act_said) if self.act == "deliver" and not self._is_ban else None
        if whom is not None and fact is not YES:  # who left with his rifles handed none over
            return YES if self.names.knows(whom) else Fact(Truth.UNKNOWN, f"who '{whom}' is is not known", "with whom")
        if self._is_ban and self.act in _INTO and fact.truth is Truth.UNKNOWN and self.is_told_leaving(entry):
            return NO
        if fact is NO and self.was_arranged(entry) is not NO:
            return _ARRANGED
        if fact is NO and not self._is_ban and is_another_verb(entry.report.act_said or "", entry.report.object):
            return Fact(Truth.UNKNOWN, f"what '{entry.report.act_said}' was is not said", "what was done")
        harms = fact is YES and act_covers("attack", self.act)
        return AT_ITSELF if harms and is_at_itself(entry.report, entry.actor, self.names) else fact

    def is_told_leaving(self, entry: Known) -> bool:
        """Whether a report's words are of going from the very place of the sentence: "came down from the Saddle"."""
        slot = self.obligation.place
        names = () if slot is None else (*slot.value.of, *(self.place.names if self.place else ()))
        return goes_from(entry.report.act_said, names)

    @cached_property
    def arranged(self) -> frozenset[str]:
        """The acts that a duty asks to arrange ("call an emergency meeting"): what took place was arranged before."""
        act, slot = self.obligation.act, self.obligation.object
        if self._is_ban or act is None or not _ARRANGES.match(act.words):
            return frozenset()
        words = " ".join([*act.words.split()[1:], slot.value.text if slot else ""])
        return frozenset(named for named, _, _ in acts_in(words))

    def was_arranged(self, entry: Known) -> Fact:
        """Whether a report tells of what had to be arranged."""
        report, slot = entry.report, self.obligation.object
        if not self.arranged or report.act is None:
            return NO
        if not self.arranged.intersection(act for act, _, _ in acts_in(report.act)):
            return NO
        if slot is not None and stems(report.act) <= stems(slot.value.text):
            return YES
        told = (told_by(act, report.act, report.object, report.worded, happened=True) for act in self.arranged)
        return max(told, key=lambda fact: fact.truth, default=NO)

    @cached_property
    def _acts(self) -> tuple[str, ...]:
        """The act, and to enter a place for a ban on bringing something into it; who has to bring it may deliver it."""
        if not self._is_ban and self.act.split()[0] == "bring":
            return (self.act, "deliver", "deploy")
        place = self.obligation.place
        brings = self._is_ban and self.act == "deploy" and place is not None and INTO.match(place.words)
        return (self.act, "enter") if brings else (self.act,)

    def _fact_of(self, act: str, entry: Known) -> Fact:
        wording, report = self.wording if act == self.act else "", entry.report
        if self._is_ban and is_roadblock(self.obligation, act, entry):
            return YES
        fact = act_fact_of(act, entry, wording, happened=self._is_ban)
        if fact.truth is not Truth.UNKNOWN or self._way is None or not AtWay.is_told(report.act_said or ""):
            return fact
        return told_by(act, report.act or "", self._way.words, report.worded, wording, happened=True)

    @cached_property
    def _way(self) -> AtWay | None:
        return at_way(self.obligation) if self._is_ban else None

    def _would_guess_both(self, entry: Known) -> bool:
        """Whether a report names nothing that was used, nor any use of it: no ambush is a use of children."""
        slot = self.obligation.object
        if (
            slot is not None
            and act_covers("fire", entry.report.act or "")
            and names_weapons(slot.value, self.framework)
        ):
            return False
        return self.act == "use" and self._is_ban and slot is not None and entry.report.object is None

    def _says_nothing(self, entry: Known) -> bool:
        """Whether a report gives no act that anybody knows, and nobody as its doer, and is not told of what is banned:
        of its thing or, where it has none, at its place.
        """
        slot = self.obligation.object
        if not self._is_ban or not is_anybodys(entry) or self.hangs_on_place(entry):
            return False
        if slot is None:
            return True
        said = stems(entry.report.act or "") & stems(slot.value.text)
        return not said and (entry.report.object is None or self.thing_fact(entry.report.object).truth is not Truth.YES)

    def hangs_on_place(self, entry: Known) -> bool:
        """Whether only its place can make such a report one of what is banned."""
        return self._is_ban and self.place is not None and self.obligation.object is None and is_anybodys(entry)

    @cached_property
    def wording(self) -> str:
        return wording_of(self.obligation, self.act)

    @cached_property
    def _is_ban(self) -> bool:
        return forbidden_act(self.obligation) is not None

    def _doer(self, entry: Known) -> Fact:
        if self.bearer is None:
            return YES
        if self.vouched is not None:
            parties = [party.id for party in self.framework.parties]
            return self.vouched.doer(entry.actor, self.bearer, parties, self.names)
        did = self.did(entry, self.bearer)
        if self.names.is_kind(self.bearer) and did is not YES:
            return self._of_its_kind(entry, self.bearer)
        named = () if did is YES else self.names.doers(entry.actor).names
        under = next((one for one in named if self.names.under(one, self.bearer)), None)
        if under is None:
            return did
        acts = f"whether {self.names.shown(under)} acted for {self.bearer}"
        return Fact(Truth.UNKNOWN, f"{acts} is not said", f"a finding {acts}")

    def did(self, entry: Known, who: str) -> Fact:
        """Whether a report says that this one did it, of whom the words for the act may say so, too."""
        did, named = self.names.did(entry.actor, who), doer_named(entry.report.act_said)
        if did is NO and named is not None and self.names.did(named, who) is not NO:
            return Fact(Truth.UNKNOWN, f"'{entry.report.act_said}' names another than the report does", "who did it")
        return did

    def by_some_of_its_kind(self, entry: Known, kind: str) -> Fact:
        """Whether a duty of a kind of things or people ("snipers shall leave") was done by any: of all nobody tells."""
        told = is_of(entry.report.object, Thing(text=kind), self.framework)
        if told.truth is Truth.NO and entry.report.object is not None:
            return NO
        return Fact(Truth.UNKNOWN, f"whether every {kind} that is meant did it is not said", "who did it")

    def _of_its_kind(self, entry: Known, kind: str) -> Fact:
        """Whether what did it is of a kind ("no warship shall enter"): only what moves is a report's thing."""
        if self.act in _MOVES and self.obligation.object is None:
            return is_of(entry.report.object, Thing(text=kind), self.framework)
        by = kind if is_plural(kind) else with_article(kind)
        return Fact(Truth.UNKNOWN, f"whether it was done by {by} is not said", "what did it")

    def _number(self, entry: Known) -> Fact:
        """None seen is not a breach."""
        return NO if entry.report.count == 0 else YES

    def _time(self, entry: Known) -> Fact:
        return in_window(entry.span, self.window)

    @cached_property
    def is_of_access(self) -> bool:
        """Whether it lets somebody in or through, or forbids to hold somebody up."""
        return self.obligation.counterpart is not None and self.act in ("grant-access", "deny-access")

    def of_it(self, entry: Known) -> Fact:
        """Whether a report is of the thing of the sentence; of access, whether it befell whom the sentence lets in."""
        if self.is_of_access:
            return self._let_in(entry)
        fact, slot = self.thing_fact(entry.report.object), self.obligation.object
        if fact is YES or slot is None:
            return fact
        if self.tells_somebody and self.names.same(entry.report.counterpart, slot.value.text):
            return YES
        if self.is_of_a_place and entry.report.object is None and self._is_there(slot.value.text, entry):
            return YES
        wanted = stems(slot.value.text)  # "list submitted" of "minefields", where the act tells a part of the thing
        place = entry.report.place.name or ""
        named = place if place[:1].isupper() else ""
        own = stems(entry.report.object or "")
        told = stems(f"{entry.report.act_said or ''} {named}") | own
        return YES if wanted <= told and not (fact is NO and wanted <= own) else fact

    @cached_property
    def tells_somebody(self) -> bool:
        """Whether whom it tells something stands in the place of its thing: "shall inform the Group"."""
        slot = self.obligation.object
        return self.act in _TELLS and slot is not None and self.names.knows(slot.value.text)

    def _is_there(self, thing: str, entry: Known) -> bool:
        """Whether a report was made of the place itself that a duty is about: by its name, or measured inside it."""
        inside = not self._is_ban and self.place is not None and self.place.fact(entry).truth is Truth.YES
        return inside or names_place(thing, entry.report.place.name)

    @cached_property
    def is_of_a_place(self) -> bool:
        """Whether its thing has a name, and so may be a place ("shall patrol the Buffer Zone")."""
        slot = self.obligation.object
        if slot is None or re.search(r"\b[A-Z]", slot.value.text) is None:
            return False
        return not names_weapons(slot.value, self.framework)  # "Heavy Weapons" lie at places, and are none

    def _let_in(self, entry: Known, *, alone: bool = True) -> Fact:
        whom = whom_fact(self.obligation, entry, self.names, self.framework, own=alone)
        where = where_fact(self.obligation, entry, self.framework, named=alone)
        return min(whom, where, key=lambda fact: fact.truth)

    def target_fact(self, entry: Known) -> Fact:
        """The thing forbidden: a weapon (the report's object), or that at which an attack is aimed."""
        if self.is_of_access:  # reports of one kind have neither claimant nor place in common
            return self._let_in(entry, alone=False)
        slot, target = self.obligation.object, self._target
        if slot is None or target is None:
            return YES
        weapons = not target.at and names_weapons(slot.value, self.framework)
        if not act_covers("attack", self.act) or self.act in GOING or weapons:
            if self._is_ban and is_roadblock(self.obligation, self.act, entry):
                return YES
            known = self._way is not None and not is_unheard_of(entry.report.act or "")
            if known and AtWay.is_held_up(entry.report.object):
                return YES
            fact = self.thing_fact(entry.report.object)
            if not (self._is_ban and target.at and self.act in _DONE_TO) or fact is NO:
                return fact
            other = target_named(entry.report, self.names)
            whose = target.taken(entry.report.object, other, self.bearer, self.names)
            return min(fact, whose, key=lambda one: one.truth)
        other = target_named(entry.report, self.names)
        if other is not None and self.names.same(other, slot.value.text):
            return YES
        whose = target.owner(other, self.bearer, self.names)
        return NO if whose is NO else min(whose, self._hit(entry.report.object, other), key=lambda fact: fact.truth)

    @cached_property
    def _target(self) -> Target | None:
        return target_of(self.obligation, self.names)

    def _hit(self, reported: str | None, other: str | None) -> Fact:
        """Whether what was attacked is such a thing as the sentence forbids to attack."""
        slot, target = self.obligation.object, self._target
        if slot is None or target is None:
            return YES
        meant = slot.value.replace(text=target.thing or slot.value.text)
        return target.hit(reported, other, lambda one: is_of(one, uncounted(meant), self.framework).truth)


def is_anybodys(entry: Known) -> bool:
    """Whether a report has a word for its act that nobody knows, and nobody as its doer.

    One without any word is another matter: it may be a row that could not be read.
    """
    act = entry.report.act
    return entry.actor is None and act is not None and is_unheard_of(act)


def whenever(doing: Doing) -> Doing:
    """The same before its window, too: what was done before the text began is what the rest is compared with."""
    return replace(doing, window=replace(doing.window, start=None, open=None))


def _also(found: list[tuple[Known, Truth]], truths: list[Truth]) -> list[tuple[Known, Truth]]:
    """The reports of which a further fact may hold, too."""
    return [
        (entry, min(truth, also)) for (entry, truth), also in zip(found, truths, strict=True) if also is not Truth.NO
    ]
