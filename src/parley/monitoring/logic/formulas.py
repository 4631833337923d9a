"""Each obligation as a closed formula of metric first-order temporal logic, with bounded future.

A formula holds at a time point if nothing breaks the obligation there. A *ban* is broken where a report
tells of the act; a *deadline*, at D-day, where nothing within it shows the duty done; a duty *within a time
of something*, where that happens and nothing follows in time; a duty that *returns*, at its beginning or where it was
done, if it is not done again in time. The negation of each is safe-range, so that
MonPoly, asked with ``-negate``, gives the time points at which it is broken.

    J. Chomicki: Efficient checking of temporal integrity constraints using bounded history encoding,
    ACM TODS 20 (1995). D. Basin, F. Klaedtke, S. Müller, E. Zalinescu: Monitoring metric first-order
    temporal properties, JACM 62 (2015).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.model import (
    Actor,
    Duration,
    Framework,
    Modality,
    Obligation,
    Relation,
    SentenceForm,
    Shape,
    Where,
    Window,
)
from parley.text import act_covers
from parley.text.acts import unlike, words_for

from ..acting import wording_of
from ..alleged import alleged
from ..doers import asked, bearers, unbound
from ..ever import FOREVER
from ..filled import filled_in
from ..forbids import allowed_at_hours, allowing, forbidden_act, limit_of
from ..happened_at import is_of_the_event, says_where_or_when
from ..hours import hours_held, only_then
from ..lasting import is_lasting
from ..lines import side_behind_distance
from ..matching import Doing
from ..names import Names
from ..narrowing import narrowing
from ..notyet import NotYet
from ..objects import meant_by, told_by_act, uncounted
from ..occasions import Bound, Cause, articles_broken, bound, cause, event_words
from ..plainly import at_its_place, in_one_word
from ..requests import is_on_request
from ..roles import of_a_role, role_of
from ..showing import MUTUAL
from ..terms import gives_term, terms
from ..truth import Truth
from ..unheld import unheld, unheld_ban
from ..vouching import vouched
from ..windows import Bounds
from .edges import Edge, Edges, edges, seconds_of
from .signature import ANYONE, Predicate, Says, Signature
from .syntax import atom, comment, conjunction, constant, eventually, exists, negation, once


@dataclass(frozen=True)
class Formula:
    """One obligation of one bearer: ``formula`` is closed, in MonPoly's syntax."""

    obligation: str
    provision: str | None
    bearer: str | None
    sentence: str
    formula: str


@dataclass(frozen=True)
class Left:
    """A sentence, an obligation or one bearer's part of it that is no formula, and why, as a clause."""

    provision: str | None
    obligation: str | None
    sentence: str
    why: str


@dataclass(frozen=True)
class Formulas:
    """What is a formula, what is none, and the predicates (with the acts for which each is asked)."""

    path: str
    formulas: tuple[Formula, ...]
    left: tuple[Left, ...]
    predicates: tuple[Predicate, ...]
    acts: dict[str, frozenset[str]]
    constants: tuple[str, ...]

    @property
    def text(self) -> str:
        """The formulas one after the other, each with its provision and sentence as a comment."""
        lines = [
            comment(f"Obligations of {self.path} in metric first-order temporal logic (MonPoly's syntax)."),
            comment("Each formula is closed. A monitor takes one at a time, and negated (monpoly -negate): it"),
            comment("then gives the time points at which the obligation is broken. Intervals are in seconds."),
        ]
        for each in self.formulas:
            who = f" of {each.bearer}" if each.bearer else ""
            lines += ["", comment(f"{_called(each.provision)}, obligation {each.obligation}{who}:")]
            lines += [comment(f"  {each.sentence}"), each.formula]
        if self.left:
            lines += ["", comment("No formulas:")]
        lines += [comment(f"- {_called(each.provision)}: {each.why}: {each.sentence}") for each in self.left]
        return "\n".join(lines) + "\n"

    @property
    def signature(self) -> str:
        """The predicates with the types of their arguments, and what each says."""
        lines = [f"{each.declaration} # {comment(each.meaning)[2:]}" for each in self.predicates]
        return "\n".join(lines) + "\n"


def _called(provision: str | None) -> str:
    return f"Provision {provision}" if provision else "The text"


def formulas(
    framework: Framework, *, zone: dt.tzinfo = dt.UTC, actors: Iterable[Actor] = (), shapes: Iterable[Shape] = ()
) -> Formulas:
    """Every obligation as a formula for each of its bearers, or the reason why there is none.

    What the text's reports are read for is what :func:`parley.monitoring.watch` reads them for: for reports
    without doubt, and with all of it watched, a formula is broken at some time point if and only if the
    verdict is *breached* or *overdue*. Days are of ``zone``; while D-day is not fixed, a day has 24 hours.
    """
    shapes = tuple(shapes)
    framework = filled_in(framework, shapes)
    has_own_places = any(shape.party is not None for shape in shapes)
    return _Writer(framework, zone, Names(framework, actors), has_own_places).all()


class _Writer:
    def __init__(self, framework: Framework, zone: dt.tzinfo, names: Names, has_own_places: bool) -> None:
        self._framework, self._zone, self._names = framework, zone, names
        self._has_own_places = has_own_places
        self._signature = Signature()
        self._signature.name(Says.NOW, None, "now")

    def all(self) -> Formulas:
        done: list[Formula] = []
        left: list[Left] = []
        for sentence in self._framework.sentences:
            words = " ".join(sentence.exact.split())
            if sentence.form is SentenceForm.NOT_READ and not gives_term(sentence, self._framework, self._zone):
                left.append(Left(sentence.provision, None, words, "the sentence was not read"))
            for one in sentence.obligations:
                for bearer in bearers(one):
                    got = self._formula(one, bearer)
                    if isinstance(got, NotYet):
                        left.append(Left(one.provision, one.id, words, got.why))
                    else:
                        done.append(Formula(one.id, one.provision, bearer, words, got))
        left += self._terms()
        return Formulas(
            self._framework.path,
            tuple(done),
            tuple(dict.fromkeys(left)),
            tuple(self._signature.predicates.values()),
            {name: frozenset(acts) for name, acts in self._signature.acts.items()},
            tuple(self._signature.constants),
        )

    def _terms(self) -> Iterator[Left]:
        """What says how long the text holds: watching follows it, formulas do not."""
        for term in terms(self._framework, self._zone):
            told = [one.exact for one in self._framework.sentences if one.operative and one.provision == term.provision]
            why = "the formulas are of the text as if it had no end"
            yield Left(term.provision, None, " ".join(" ".join(told).split()), why)

    def _formula(self, one: Obligation, bearer: str | None) -> str | NotYet:
        if limit_of(one) is not None:
            return NotYet("it counts to a number, and sums are no part of first-order logic")
        if one.modality is not None and one.modality.value is Modality.MAY and not only_then(one):
            return NotYet("it is a permission, which nothing can break")
        if one.labels:
            return NotYet(f"the bracket #{one.labels[0]} is still open")
        if one.modality is None or one.act is None:
            return NotYet("whether it commands or forbids, and what, was not read")
        if of_a_role(bearer, self._names):
            return NotYet(f"who the '{bearer}' is hangs on what happened, and no predicate tells it")
        window = one.window.value if one.window else None
        act = forbidden_act(one)
        if window is not None and window.hours is not None and act is None:
            return NotYet("it holds at hours of the day, which no distance in time expresses")
        if act is None:
            return self._duty(in_one_word(one), bearer, window)
        found = self._ban(one, act, bearer, bearer)
        return found if isinstance(found, NotYet) else negation(exists("x", found))

    # -- bans ------------------------------------------------------------------------------------------

    def _ban(self, one: Obligation, act: str, doer: str | None, place_of: str | None) -> str | NotYet:
        """That x tells of the forbidden act by ``doer`` (whoever, if ``None``), where the ban holds."""
        inner = vouched(one)
        if inner is not None and inner[1] is not None:
            return NotYet("whether the bearer has to answer for what others do is for a body to find")
        if doer is not None and self._names.is_kind(doer):
            return NotYet(f"'{doer}' is nobody's name, but may be whoever's it is")
        one = one if inner is None else inner[0]
        one = at_its_place(one, self._framework)
        if one.trigger is not None:
            return NotYet(f"it hangs on '{one.trigger.words}'")
        if allowing(allowed_at_hours(self._framework), one, act):
            return NotYet("other sentences allow some of it at hours of the day")
        unheld_days = unheld_ban(one)
        if unheld_days is not None:
            return unheld_days
        held = edges(one.window.value if one.window else None, self._framework, self._zone)
        if isinstance(held, NotYet):
            return held
        parts = [self._act(act, wording_of(one, act)), *self._by(doer)]
        if one.object is not None and not told_by_act(one):
            words = meant_by(one.object.value, self._framework)
            if act_covers("attack", act):
                name = self._signature.name(
                    Says.AIMED, one.id, f"at {words}", act, about=words, act=act, obligation=one
                )
                parts.append(atom(name, "x", self._constant(doer)))
            else:
                parts.append(self._thing(one, act))
        if one.place is not None:
            where, term = one.place.value, one.object.value.term if one.object else None
            side = side_behind_distance(one.place)
            said = _place(where) if side is None else f"{_place(where)}, {side}"
            name = self._signature.name(Says.PLACE, (where, term, side), said, act, about=said, obligation=one)
            parts.append(atom(name, "x", self._constant(place_of)))
        if one.exception is not None:
            words = " ".join(one.exception.words.split())
            name = self._signature.name(
                Says.EXCEPTED, one.id, f"excepted {one.id}", act, about=words, act=act, obligation=one
            )
            parts.append(negation(atom(name, "x")))
        narrowed = narrowing(one, self._framework)
        if narrowed is not None:
            name = self._signature.name(
                Says.NARROWED, one.id, f"as in {one.id}", act, about=narrowed.words, act=act, obligation=one
            )
            parts.append(atom(name, "x"))
        hours = hours_held(one, self._zone)
        if hours is not None:
            words = " ".join(one.window.words.split()) if one.window else ""
            key = (hours.first, hours.last, hours.outside, str(hours.zone))
            name = self._signature.name(
                Says.HOURS, key, f"{'not ' if hours.outside else ''}{words}", act, about=words, act=act, obligation=one
            )
            parts.append(atom(name, "x"))
        return conjunction([*parts, *self._during(held)])

    # -- duties ----------------------------------------------------------------------------------------

    def _duty(self, one: Obligation, bearer: str | None, window: Window | None) -> str | NotYet:
        assert one.act is not None
        act = one.act.value
        held = edges(window, self._framework, self._zone)
        if isinstance(held, NotYet):
            return held
        doing = Doing(
            one, act, bearer, Bounds(end=None if held.end is None else FOREVER), None, self._framework, self._names
        )
        why = unheld(doing)
        if why is not None:
            return why
        if is_lasting(one):
            return NotYet("it holds all the time, and how far it was shown to be kept is no formula")
        if one.exception is not None:
            return NotYet(f"whether '{doing.exception.told}' applies is for a body to find" if doing.exception else "")
        if window is not None and window.within is not None:
            return self._occasion(one, act, bearer, window, held)
        if window is not None and window.every is not None:
            return self._returning(one, act, bearer, window.every, held)
        if one.object is not None and one.object.value.number:
            return NotYet("it counts to a number, and sums are no part of first-order logic")
        assert held.end is not None
        done = exists("x", self._done(one, act, bearer))
        since = self._marker(held.end.since)
        return f"{since} IMPLIES ({once(done)} OR {eventually(done, held.end.seconds)})"

    def _returning(self, one: Obligation, act: str, bearer: str | None, every: Duration, held: Edges) -> str | NotYet:
        """Broken at the beginning, or where it was done, if it is not done (again) in time."""
        if every.days or every.months:
            return NotYet("its days are told by the calendar, which no distance in time expresses")
        if held.start is None or held.end is not None:
            return NotYet("it returns until an end, and what is due only after that is not told apart")
        length, start = seconds_of(every), held.start.seconds
        begin = self._marker(held.start.since)
        done = exists("x", self._done(one, act, bearer))
        first = f"({begin} AND {negation(eventually(done, start + length, start))})"
        later = f"({conjunction([done, once(begin, start)])} AND {negation(eventually(done, length, 1))})"
        return negation(f"({first} OR {later})")

    def _done(self, one: Obligation, act: str, bearer: str | None) -> str:
        parts = [self._act(act, wording_of(one, act))]
        if bearer is not None and act in MUTUAL:
            other = atom(self._signature.name(Says.WITH, None, "with"), "x", self._constant(bearer))
            parts.append(f"({self._by(bearer)[0]} OR {other})")
        else:
            parts += self._by(bearer)
        if one.object is not None and not told_by_act(one):
            parts.append(self._thing(one, act))
        return conjunction([*parts, self._shown(one, act, bearer)])

    def _shown(self, one: Obligation, act: str, bearer: str | None, variable: str = "x") -> str:
        name = self._signature.name(Says.SHOWN, one.id, f"shown {one.id}", act, act=act, obligation=one)
        return atom(name, variable, self._constant(bearer))

    def _occasion(self, one: Obligation, act: str, bearer: str | None, window: Window, held: Edges) -> str | NotYet:
        assert window.within is not None
        if role_of(one) is not None:
            return NotYet(
                "whom it binds hangs on what happened (who was notified, or is accused): no predicate tells it"
            )
        if window.within.months:
            return NotYet("months have no fixed length", "A number of days in the text.")
        set_off = self._set_off(one, bearer)
        if isinstance(set_off, NotYet):
            return set_off
        if self._framework.d_day is None and window.start is None:
            held = Edges(None, held.end)  # nothing bounds the beginning
        follows = atom(self._signature.name(Says.FOLLOWS, None, "follows"), "y", "x")
        shown = self._shown(one, act, bearer, "y")
        answer = conjunction([self._act(act, wording_of(one, act), "y"), *self._by(bearer, "y"), shown, follows])
        in_time = eventually(exists("y", answer), seconds_of(window.within))
        return negation(exists("x", conjunction([*set_off, *self._during(held), negation(in_time)])))

    def _set_off(self, one: Obligation, bearer: str | None) -> list[str] | NotYet:
        """That x is something which sets the duty off."""
        found = cause(one, self._framework)
        if isinstance(found, NotYet):
            return found
        if is_of_the_event(one) or says_where_or_when(one, self._framework):
            return NotYet("where it has to have happened is told of bans alone")
        if one.trigger is not None and one.trigger.words.startswith("whose "):
            return NotYet("with whose things it happened is told by no predicate")
        if is_on_request(one):
            return NotYet("who asked whom, and for what, is told by no predicate")
        sort, act = found
        if asked(one, self._framework).own is Truth.UNKNOWN:
            return NotYet("whether it has to be the bearer's own doing was not read")
        if asked(one, self._framework).learnt or alleged(one) is not None:
            return NotYet("who came to know of it is told by no predicate")
        by = self._asked(one, bearer)
        if sort is Cause.ACT:
            return [self._act(act, " ".join(event_words(one, self._framework))), *by]
        incidents = [*self._incidents(articles_broken(one, self._framework), bound(one, self._framework))]
        if not incidents:
            return NotYet("no ban of the text tells what an incident is")
        incident = " OR ".join(f"({each})" for each in incidents)
        incident = f"({incident})" if len(incidents) > 1 else incidents[0]
        if sort is Cause.INCIDENT:
            return [incident, *by]
        name = self._signature.name(Says.FOUND, None, "found")
        return [atom(name, "x"), once(f"({conjunction([incident, *by])})")]

    def _asked(self, one: Obligation, bearer: str | None) -> list[str]:
        """That x is by whom, and at whom, the words ask for: see :mod:`..doers`."""
        whom = asked(one, self._framework)
        parts = self._by(whom.actor)
        if whom.party:
            parts.append(self._by_one_of([party.id for party in self._framework.parties]))
        if whom.own is Truth.YES:
            parts += self._by(bearer)
        if (whom.other or whom.suffered) and bearer is not None:
            parts.append(negation(*self._by(bearer)))
        if whom.suffered and bearer is not None:
            parts.append(atom(self._signature.name(Says.WITH, None, "with"), "x", self._constant(bearer)))
        return parts

    def _by_one_of(self, doers: Sequence[str]) -> str:
        parts = [part for doer in doers for part in self._by(doer)]
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def _incidents(self, articles: tuple[str, ...], whose: Bound) -> Iterator[str]:
        """For each ban of the text, or of these articles: that x tells of what it forbids, whoever did it, but for a
        party that the ban does not bind; of a breach, that one of those it binds did it.
        """
        found: dict[str, None] = {}
        for one in self._framework.obligations:
            act = forbidden_act(one)
            if articles and one.provision not in articles:
                continue
            if act is None or one.labels or (one.window is not None and one.window.value.hours is not None):
                continue
            for bearer in bearers(one):
                got = self._ban(one, act, None, bearer)
                if isinstance(got, str):
                    binds = [each for each in bearers(one) if each is not None]
                    if whose is Bound.ANYBODY or not binds:
                        doers = [negation(*self._by(party)) for party in unbound(one, self._framework)]
                    else:
                        doers = [self._by_one_of(binds)]
                    found[conjunction([got, *doers, *self._of_its_own_place(one, bearer, binds)])] = None
        yield from found

    def _of_its_own_place(self, ban: Obligation, bearer: str | None, binds: Sequence[str]) -> list[str]:
        """That none of the others did it, where each party may have a place of its own and this is the bearer's."""
        if ban.place is None or bearer is None or not self._has_own_places:
            return []
        mine = [negation(each) for each in self._by(bearer)]
        return [negation(conjunction([*self._by(other), *mine])) for other in binds if other != bearer]

    # -- atoms -----------------------------------------------------------------------------------------

    def _act(self, act: str, words: str, variable: str = "x") -> str:
        """That x tells of an act; of what the text's words say, where that is less, more or other than the act."""
        said = next((one.word for one in words_for(act, words) if unlike(act, one.word)), act)
        return atom(self._signature.name(Says.ACT, said, said, act, about=said, act=act), variable)

    def _by(self, doer: str | None, variable: str = "x") -> list[str]:
        if doer is None:
            return []
        return [atom(self._signature.name(Says.BY, None, "by"), variable, self._constant(doer))]

    def _thing(self, one: Obligation, act: str) -> str:
        assert one.object is not None
        words = meant_by(uncounted(one.object.value), self._framework)
        key = words.casefold(), act, one.place and one.place.value
        name = self._signature.name(Says.THING, key, f"is {words}", act, about=words, act=act, obligation=one)
        return atom(name, "x")

    def _constant(self, name: str | None) -> str:
        if name is None:
            return constant(ANYONE)
        self._signature.constants[self._names.shown(name)] = None
        return constant(self._names.shown(name))

    def _during(self, held: Edges) -> list[str]:
        """That the time point lies between the window's ends."""
        start, end = held.start, held.end
        if start is not None and end is not None and start.since is end.since:
            return [once(self._marker(start.since), start.seconds, end.seconds)]
        parts = [once(self._marker(start.since), start.seconds)] if start else []
        return parts + ([self._until(end)] if end else [])

    def _until(self, end: Edge) -> str:
        """Before an end counted from D-day lies whatever was before D-day, too."""
        if end.since is Says.EPOCH:
            return once(self._marker(end.since), 0, end.seconds)
        return negation(once(self._marker(end.since), end.seconds + 1))

    def _marker(self, since: Says) -> str:
        return atom(self._signature.name(since, None, "d_day" if since is Says.D_DAY else "epoch"))


def _place(where: Where) -> str:
    distance = f" {where.distance}" if where.distance else ""
    of = (
        ""
        if where.relation in (Relation.IN, Relation.OUTSIDE, Relation.ACROSS, Relation.BEHIND, Relation.ALONG)
        else " of"
    )
    relation = where.relation.value.removesuffix(" distance").removesuffix(" of")
    return f"{relation}{distance}{of} {' or '.join(where.of)}"
