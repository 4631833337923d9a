"""What the bans of a text forbid, as it was reported: the incidents, or breaches, that set a duty off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from parley.model import Framework, Obligation

from .bans import Suspects
from .doers import bearers, done_by, unbound
from .matching import Doing
from .names import Names
from .occasions import Bound, Incident, articles_broken, bound
from .standing import Known
from .truth import NO, YES, Fact, Truth


class Forbidden:
    """The ``bans`` of a text, for each of their bearers, and what ``suspects`` finds of each."""

    def __init__(
        self, bans: Sequence[Doing], suspects: Callable[[Doing], Suspects], framework: Framework, names: Names
    ) -> None:
        self._bans, self._suspects, self._framework, self._names = bans, suspects, framework, names
        self._known: dict[tuple[tuple[str, ...], Bound], dict[str, Incident]] = {}

    def incidents(self, obligation: Obligation) -> dict[str, Incident]:
        """The reports that tell, surely or perhaps, of what a ban forbids that a duty is about, by id.

        Whoever did it, but for a party that the ban does not bind; of a breach, only what one did whom it binds.
        """
        asked = articles_broken(obligation, self._framework), bound(obligation, self._framework)
        if asked not in self._known:
            self._known[asked] = self._incidents(*asked)
        return self._known[asked]

    def _incidents(self, articles: tuple[str, ...], whose: Bound) -> dict[str, Incident]:
        found: dict[str, Incident] = {}
        bans = [one for one in self._bans if not articles or one.obligation.provision in articles]
        places: dict[str, dict[tuple[int, ...] | None, list[Doing]]] = defaultdict(lambda: defaultdict(list))
        for one in bans:
            places[one.obligation.id][None if one.place is None else one.place.chosen].append(one)
        alike = [(same, len(each) > 1) for each in places.values() for same in each.values()]
        for same, has_own_place in alike:
            doing = replace(same[0], bearer=None)
            whose_place = [one.bearer for one in same if one.bearer is not None] if has_own_place else []
            for entry, told in self._suspects(doing).pairs():
                doer = self._at_its_place(doing.obligation, entry, whose, whose_place)
                truth, known = min(told, doer.truth), found.get(entry.id)
                if truth is not Truth.NO and (known is None or truth > known.truth):
                    found[entry.id] = Incident(truth, doing, doer)
        return found

    def _at_its_place(self, ban: Obligation, entry: Known, whose: Bound, whose_place: Sequence[str]) -> Fact:
        """As :meth:`_binds`; where each party has a place of its own, that it is the doer's. Strangers have none."""
        doer = self._binds(ban, entry, whose)
        if not whose_place or self._did(entry, bearers(ban)).truth is Truth.NO:
            return doer
        return min(doer, self._did(entry, whose_place), key=lambda fact: fact.truth)

    def _binds(self, ban: Obligation, entry: Known, whose: Bound) -> Fact:
        """Whether a ban binds the doer of an act, as far as that matters."""
        actor, binds = entry.report.actor, bearers(ban)
        if whose is Bound.ANYBODY or None in binds:
            free = unbound(ban, self._framework)
            named = self._names.doers(actor)
            all_free = all(any(self._names.same(one, party) for party in free) for one in named.names)
            return NO if named.names and not named.open and all_free else YES
        if actor is None and whose is Bound.PERHAPS:
            return YES
        return self._did(entry, binds)

    def _did(self, entry: Known, some: Sequence[str | None]) -> Fact:
        """Whether one of some did what a report tells of."""
        return done_by((entry,), lambda who: any(self._names.same(who, one) for one in some), self._names)
