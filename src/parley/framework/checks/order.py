"""What comes before what: time limits that can't all be kept, and steps that are due before what they wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from parley.model import Finding, Severity
from parley.text import patterns as re

from .brought import acts_called, brought_before, tells_of_end, told_over
from .draft import Draft
from .instants import DAY
from .limits import Limit, Step
from .network import Constraint, smallest_clash
from .rule import Rule
from .steps import Event, stem

_DEFINITE = re.compile(
    r"\b(?:shall|must|will)\s+(?:\w+\s+){1,2}(?:the|these|those|them|it)\b"
    r"|^(?:the|these|those|this)\s+\w+(?:\s+\w+)?\s+(?:is|are)\b",
    re.IGNORECASE,
)
"""A deed on things that were spoken of before."""

_D_DAY = "D-day"
_MOVES = frozenset(
    head
    for verb in (
        "withdraw",
        "move",
        "bring",
        "take",
        "take-action",
        "pull",
        "lead",
        "transfer",
        "remove",
        "haul",
        "tow",
    )
    for head in (verb, stem(verb))
)
"""What drafters call one and the same deed, where it is done to the same things."""
_CONFIRMS = frozenset(
    {"verify", "inspect", "confirm", "certifi", "count", "check", "monitor", "observe", "compare", "compar"}
)


@dataclass(eq=False)
class Node:
    """One thing that happens, as one or several sentences speak of it."""

    event: Event
    steps: list[Step] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    """Those in which it is spoken of."""

    @property
    def begin(self) -> tuple[int, str]:
        return id(self), "begin"

    @property
    def end(self) -> tuple[int, str]:
        return id(self), "end"


class Order:
    """The steps of a text as nodes, each with its limits and with what it waits for."""

    def __init__(self, draft: Draft) -> None:
        brackets = [(each.start, each.end) for each in draft.framework.brackets]
        self.nodes: list[Node] = []
        self._by_head: dict[str, list[Node]] = {}
        self._by_provision: dict[str | None, list[Node]] = {}
        self.of_step: dict[int, Node] = {}
        self.steps = [
            step
            for step in draft.steps
            if not step.may and not any(step.at[0] < end and start < step.at[1] for start, end in brackets)
        ]
        for step in self.steps:
            self._place(step)

    def _place(self, step: Step) -> None:
        event = step.event
        alike = self._by_head.setdefault(event.head, [])
        node = next((each for each in alike if self._same(each, step)), None)
        if node is None:
            node = Node(Event(event.head, event.things, event.actors))
            self.nodes.append(node)
            alike.append(node)
        node.steps.append(step)
        node.articles.add(step.article)
        self.of_step[id(step)] = node
        self._by_provision.setdefault(step.sentence.provision, []).append(node)

    @staticmethod
    def _same(node: Node, step: Step) -> bool:
        one, other = node.event, step.event
        if one.actors and other.actors and not one.actors & other.actors:
            return False
        if one.things == other.things:
            return True
        near = step.article in node.articles
        back = step.event.phase is not None or _DEFINITE.search(step.words)
        return near and bool(other.things) and other.things < one.things and bool(back)

    def meant(self, event: Event, step: Step) -> Node | None:
        """The one node that a phrase in ``step`` speaks of, if it is clear which."""
        own = self.of_step.get(id(step))
        here = [node for node in self._by_head.get(event.head, ()) if node is not own]
        fitting = [node for node in here if event.means(node.event)]
        if not fitting and event.head in _MOVES and len(event.things) > 1:
            kin = [node for head in sorted(_MOVES) for node in self._by_head.get(head, ()) if node is not own]
            fitting = [node for node in kin if replace(event, head=node.event.head).means(node.event)]
        near = [node for node in here if step.article in node.articles]
        if not fitting:
            fitting = [
                node
                for node in near
                if node.event.things
                and node.event.things < event.things
                and not (event.actors and node.event.actors and not event.actors & node.event.actors)
            ]
        for choice in (
            [node for node in fitting if node.event.things == event.things and event.things],
            [node for node in fitting if node in near],
            fitting,
        ):
            if len(choice) == 1:
                return choice[0]
            if choice:
                return None
        return None

    def provisions(self, number: str) -> list[Node]:
        """The nodes of the provision of this number or id, its paragraphs included."""
        return [
            node
            for provision, nodes in self._by_provision.items()
            if provision is not None and (provision == number or provision.startswith((f"{number}(", f"{number}.")))
            for node in nodes
        ]


def order_of(draft: Draft) -> Order:
    """The order of a draft, made once for all its rules."""
    known = draft.notes.get("order")
    if not isinstance(known, Order):
        known = draft.notes["order"] = Order(draft)
    return known


class Clash(Rule):
    code = "E2.clash"
    title = "Time limits that can't all be kept"
    severity = Severity.BLOCKER
    reference = "Checklist E2; Dechter, Meiri and Pearl 1991"
    applies_to = "limits in days, hours and dates, and what each step waits for"
    fix = "Move one of these limits, or take out what makes the one step wait for the other."

    def find(self, draft: Draft) -> Iterator[Finding]:
        order = order_of(draft)
        constraints, places = _constraints(order)
        for _ in range(10):  # a text with more clashes than that has to be written anew
            clash = smallest_clash(constraints)
            if not clash:
                return
            told = sorted({(each.at, each.words) for each in clash})
            last = max(told)[0]
            if _window_of_one(told, places):
                constraints = [each for each in constraints if each.at != last]
                continue  # "from D+9 until D+4" is told by the rule on windows
            others = [places[at].sentence.provision for at, _ in told]
            over = -sum(each.minutes for each in clash)
            why = f"These can't all be kept: {'; '.join(words for _, words in told)}. They miss by {_span(over)}."
            yield self.at(draft, *last, why, provision=places[last].sentence.provision, also=others)
            constraints = [each for each in constraints if each.at != last]


def _window_of_one(told: Sequence[tuple[tuple[int, int], str]], places: dict[tuple[int, int], Step]) -> bool:
    return len({places[at].at for at, _ in told}) == 1


def _constraints(order: Order) -> tuple[list[Constraint], dict[tuple[int, int], Step]]:
    found: list[Constraint] = []
    places: dict[tuple[int, int], Step] = {}
    for node in order.nodes:
        found.append(Constraint(node.end, node.begin, 0))
        for step in node.steps:
            owner = step.sentence.provision or step.sentence.start
            if step.lasts and not step.ban:
                at = step.at
                places[at] = step
                words = f"{_named(step)} takes {_span(step.lasts)}"
                found.append(Constraint(node.end, node.begin, -step.lasts, owner, at, words))
            for limit in step.limits:
                places[limit.at] = step
                found += _of_limit(order, node, step, limit, owner)
    return found, places


def _of_limit(order: Order, node: Node, step: Step, limit: Limit, owner: str | int) -> Iterator[Constraint]:
    if step.ban and limit.most is not None:
        return
    words = f"{_where(step)}'{step.words}' ({limit.words})"
    if limit.of is None:
        if limit.provisions:
            return
        first = node.end if step.event.phase == "end" else node.begin
        last = node.begin if step.event.phase == "begin" else node.end
        if limit.least is not None:
            yield Constraint(first, _D_DAY, -limit.least, owner, limit.at, words)
        if limit.most is not None:
            yield Constraint(_D_DAY, last, limit.most, owner, limit.at, words)
        return
    other = order.meant(limit.of, step)
    if other is None or other is node or limit.way in ("if",):
        return
    if limit.before:
        yield Constraint(other.begin, node.end, -(limit.least or 0), owner, limit.at, words)
        return
    done = other.begin if limit.of.phase == "begin" else other.end
    yield Constraint(node.begin, done, -(limit.least or 0), owner, limit.at, words)
    if limit.most is not None:
        yield Constraint(done, node.end, limit.most, owner, limit.at, words)


class DueBeforeWhatItWaitsFor(Rule):
    code = "E2.order"
    title = "A step that is due before what it waits for"
    reference = "Checklist E2 and D5: confirmation due before the declaration"
    applies_to = "deadlines of steps that wait for another step with a deadline"
    fix = "Let the step be due later than what it waits for, or bring that forward."

    def find(self, draft: Draft) -> Iterator[Finding]:
        order = order_of(draft)
        for step in order.steps:
            due = self._its_due(order, step)
            if due is None:
                continue
            for other, why_waits in self._awaited(order, step):
                rightly = [limit for each in other.steps if not each.ban and (limit := each.due)]
                if not rightly or other is order.of_step[id(step)]:
                    continue
                latest = min(rightly, key=lambda limit: limit.most or 0)
                if (latest.most or 0) > (due.most or 0) + (DAY if (due.most or 0) % DAY else 0):
                    first = next(each for each in other.steps if latest in each.limits)
                    why = (
                        f"{why_waits} '{first.words}', which may rightly come as late as {_bare(latest)}; "
                        f"this is due {_bare(due)} already."
                    )
                    yield self.at(
                        draft, *due.at, why, provision=step.sentence.provision, also=(first.sentence.provision,)
                    )
                    late = f"'{step.words}' waits for this, and is due {_bare(due)} already."
                    yield self.at(
                        draft, *latest.at, late, provision=first.sentence.provision, also=(step.sentence.provision,)
                    )
                    break

    def _its_due(self, order: Order, step: Step) -> Limit | None:
        """The deadline of a step; where it only says what it waits for, that of the same deed elsewhere."""
        if not step.ban and (due := step.due) is not None:
            return due
        if not any(limit.of is not None for limit in step.limits):
            return None
        alike = (limit for each in order.of_step[id(step)].steps if not each.ban and (limit := each.due))
        return min(alike, key=lambda limit: limit.most or 0, default=None)

    def _awaited(self, order: Order, step: Step) -> Iterator[tuple[Node, str]]:
        for limit in step.limits:
            if limit.of is not None and not limit.before and (other := order.meant(limit.of, step)):
                yield other, f"'{limit.words}' makes it wait for"
        days = sum(limit.of is None and limit.most is not None for limit in step.limits)
        deed = brought_before(order.steps, step) if days == 1 else None
        if deed is not None:
            yield order.of_step[id(deed)], "It can be done only after"
        over = told_over(order.steps, step) if days == 1 else None
        if over is not None:
            yield order.of_step[id(over)], "It can be declared complete only after"
        if days == 1 and (stem(step.event.head) in _CONFIRMS or step.event.head in _CONFIRMS or tells_of_end(step)):
            for thing in sorted(step.event.things):
                kin = [
                    other
                    for other in order.nodes
                    if self._is_called(other.event.head, thing) and not all(each.item for each in other.steps)
                ]
                here = [
                    other
                    for other in kin
                    if any(each.sentence.provision == step.sentence.provision for each in other.steps)
                ]
                for other in here if step.sentence.provision is not None and here else kin:
                    if self._is_its(other, step, thing, len(kin) == 1):
                        yield other, "It can be confirmed or declared complete only after"

    @staticmethod
    def _is_called(head: str, thing: str) -> bool:
        return head in (thing, _ACT_OF.get(thing)) or head in acts_called(thing)

    def _is_its(self, other: Node, step: Step, thing: str, alone: bool) -> bool:
        """Whether the deed that is confirmed is this one: in the same article, on these things, or the only one."""
        rest = step.event.things - {thing}
        near = step.article in other.articles
        return near or (rest <= other.event.things if rest else alone)


_ACT_OF = {
    "declaration": "declare", "declar": "declare", "releas": "release", "exchang": "exchange", "clear": "clear-mines",
    "demin": "clear-mines", "disarma": "disarm",
}  # fmt: skip
"""From the stem of a noun to the act that it names, where they differ."""


def _named(step: Step) -> str:
    return f"{_where(step)}'{step.words}'"


def _where(step: Step) -> str:
    return f"{step.sentence.provision}: " if step.sentence.provision else ""


def _bare(limit: Limit) -> str:
    return limit.words


def _span(minutes: int) -> str:
    """ "3 days", "36 hours", "1 minute"."""
    for unit, length in (("day", DAY), ("hour", 60), ("minute", 1)):
        if minutes % length == 0:
            number = minutes // length
            return f"{number} {unit}{'s' if number != 1 else ''}"
    return f"{minutes} minutes"


RULES: tuple[Rule, ...] = (Clash(), DueBeforeWhatItWaitsFor())
