"""What an obligation means for reports: its act, bearer, window, place and hours, and what narrows or allows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from parley.model import Framework, Obligation, Window

from .access import of_access
from .announced import Reports
from .doers import bearers
from .forbids import allowed_at_hours, allowing, forbidden_act
from .hours import Hours, hours_held, only_then
from .lapsing import Lapsing
from .lasting import is_lasting
from .lines import is_over_line, over_line
from .matching import Doing, Narrows
from .named_place import Named, at_named
from .names import Names
from .narrowing import is_kind_of_place, narrowing, taken_from
from .notyet import NotYet
from .on_line import on_line
from .places import PlaceRule, Places
from .plainly import at_its_place, done_at_its_thing, in_one_word
from .roles import of_a_role
from .sun import Sunlit, by_the_sun
from .unheld import REWORD
from .vouching import vouched
from .ways import at_way
from .whereabouts import place_of
from .windows import Bounds, bounds


class Meanings:
    """Every obligation of a text as what reports are held against."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        places: Places,
        as_of: dt.datetime,
        zone: dt.tzinfo,
        lapsing: Callable[[], Lapsing],
        reports: Reports,
    ) -> None:
        self._framework, self._names, self._places = framework, names, places
        self._as_of, self._zone, self._lapsing = as_of, zone, lapsing
        self._reports = reports
        self._narrowed: dict[str, tuple[Narrows, ...]] = {}
        self.named: Named = {}
        """The places of the text that reports alone know."""

    def doing(self, obligation: Obligation, bearer: str | None) -> Doing | NotYet:
        """What has to be known to judge, or what is missing."""
        if obligation.modality is None:
            return NotYet("whether it commands or forbids was not read", REWORD)
        act = forbidden_act(obligation)
        if act is None and obligation.act is None:
            return NotYet("its act was not read", REWORD)
        inner = vouched(obligation)
        if inner is not None:
            obligation = inner[0]
        else:
            obligation = in_one_word(obligation) if act is None else obligation
            obligation = of_access(obligation, self._framework, self._names)
        if of_a_role(bearer, self._names):
            return who_is(bearer or "")
        if act is not None and obligation.trigger is not None:
            return NotYet(f"it hangs on '{' '.join(obligation.trigger.words.split())}'")
        lasts = act is None and is_lasting(obligation.replace(trigger=None))
        window = self.bounds(obligation, of_the_day=act is not None or lasts)
        if window.open is None:
            window = self._as_it_held(obligation, window, is_ban=act is not None)
        if window.open is not None:
            return window.open
        place: PlaceRule | None = None
        if act is not None:
            obligation = at_its_place(obligation, self._framework)
        if act is not None and obligation.place is not None and not is_over_line(obligation.place, self._places):
            term = obligation.object.value.term if obligation.object else None
            rule = self._places.rule(obligation.place, bearer, term)
            if isinstance(rule, NotYet):
                rule = on_line(obligation.place, self._places, bearer, term) or rule
            if isinstance(rule, NotYet):
                rule = at_named(obligation.place, self._places, self.named) or rule
            if isinstance(rule, NotYet) and not is_kind_of_place(obligation.place):
                return rule
            place = None if isinstance(rule, NotYet) else rule  # a kind of place narrows the ban, see narrowing
        if act is None and not lasts:
            place = place_of(done_at_its_thing(obligation), bearer, self._places)
        if lasts and obligation.place is not None:
            rule = self._places.rule(obligation.place, bearer, None)
            place = None if isinstance(rule, NotYet) else rule
        duty = obligation.act.value if obligation.act else ""
        allowed: tuple[Doing, ...] = ()
        narrowed: tuple[Narrows, ...] = ()
        if act is not None or lasts:
            hours = self._hours(obligation, place)
            if isinstance(hours, NotYet):
                return hours
            window = replace(window, hours=hours)
        if act is not None:
            allowed = tuple(self._allowed(obligation, act, bearer))
            narrowed = self._narrowing(obligation)
        answers = None if inner is None else inner[1]
        how = allowed, narrowed, answers, (), self._reports
        return Doing(obligation, act or duty, bearer, window, place, self._framework, self._names, *how)

    def _narrowing(self, ban: Obligation) -> tuple[Narrows, ...]:
        """What narrows a ban, looked for once for all who bear it."""
        if ban.id not in self._narrowed:
            line = over_line(ban.place, self._framework, self._places)
            found = (narrowing(ban, self._framework), line, at_way(ban), taken_from(ban))
            self._narrowed[ban.id] = tuple(one for one in found if one is not None)
        return self._narrowed[ban.id]

    def bounds(self, obligation: Obligation, *, of_the_day: bool) -> Bounds:
        """The window in instants, without the hours of the day at which it holds, be they those of the sun."""
        window = obligation.window.value if obligation.window else None
        if of_the_day and window is not None and by_the_sun(window):
            window = window.replace(start=None, end=None)
        return bounds(window, self._framework.d_day, self._zone)

    def _hours(self, obligation: Obligation, place: PlaceRule | None) -> Hours | Sunlit | NotYet | None:
        """The hours of the day at which it holds; those of the sun are of its place, or of all that is drawn."""
        words = by_the_sun(obligation.window.value if obligation.window else None)
        if words is None:
            return hours_held(obligation, self._zone)
        box = self._places.box(None if place is None else place.chosen)
        if box is None:
            why = f"when it is {words[0]} depends on the place, and no shape of the annexes tells where that is"
            return NotYet(why, "Hours of the clock in the text, or a shape in annexes/.")
        lit = Sunlit(*words, box, self._zone)
        return lit.turned() if only_then(obligation) else lit

    def _as_it_held(self, obligation: Obligation, window: Bounds, *, is_ban: bool) -> Bounds:
        """The window as far as the text held; a deadline is not earlier for that, but after it nobody can tell.

        What has to be so as long as the text holds ("shall maintain a hotline") is not due by its end.
        """
        clipped = self._lapsing().clip(obligation.provision, window)
        if is_lasting(obligation):
            return clipped
        if not is_ban and window.end is None and _is_standing(obligation):
            return window if clipped.open is None else clipped
        has_deadline = (
            not is_ban and window.end is not None and (obligation.window is None or not obligation.window.value.every)
        )
        if clipped is window or not has_deadline:
            return clipped
        held = self._lapsing().held(obligation.provision)
        assert held is not None
        why = f"it was due only after the term: {held.why[:1].lower()}{held.why[1:-1]}"
        return window if held.until >= self._as_of else replace(window, open=NotYet(why, held.bring))

    @cached_property
    def _allowed_at_hours(self) -> list[Obligation]:
        return allowed_at_hours(self._framework)

    def _allowed(self, obligation: Obligation, act: str, bearer: str | None) -> Iterator[Doing]:
        """What sentences allow of a forbidden act at hours of the day, each for those to whom it is allowed."""
        for one in allowing(self._allowed_at_hours, obligation, act):
            window = self.bounds(one, of_the_day=True)
            assert one.act is not None
            for whose in bearers(one):
                if whose is not None and bearer is not None and not self._names.same(whose, bearer):
                    continue
                term = one.object.value.term if one.object else None
                place = None if one.place is None else self._places.rule(one.place, whose, term)
                hours = None if isinstance(place, NotYet) else self._hours(one, place)
                if window.open is None and not isinstance(place, NotYet) and not isinstance(hours, NotYet):
                    held = replace(window, hours=hours)
                    yield Doing(one, one.act.value, whose, held, place, self._framework, self._names)


def who_is(bearer: str) -> NotYet:
    """That a sentence binds somebody of whom no report tells under that name."""
    return NotYet(f"reports do not tell who the '{bearer}' is", "A party by its name in the text.")


def _is_standing(obligation: Obligation) -> bool:
    """Whether a duty has neither a time within which it is due nor one at which it returns."""
    window = obligation.window.value if obligation.window else Window()
    return window.within is None and window.every is None
