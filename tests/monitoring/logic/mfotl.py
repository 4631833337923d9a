"""Metric first-order temporal logic, slowly and plainly: a parser of MonPoly's syntax and the textbook semantics.

D. Basin, F. Klaedtke, S. Müller, E. Zalinescu, JACM 62 (2015), section 2, read off line by line: a trace is
a row of time points with times that do not fall, each with what holds at it. A trace that goes on after
its last time point makes some answers open; those are ``None``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Fact = tuple[str, tuple[str, ...]]
Formula = tuple[object, ...]
_TOKEN = re.compile(r'\s*(?:(#[^\n]*)|("[^"]*")|([A-Za-z_]\w*)|(\d+)|([\[\](),.*=]))')
_UNARY = ("ONCE", "EVENTUALLY", "PAST_ALWAYS", "ALWAYS")


@dataclass(frozen=True)
class Point:
    time: int
    facts: frozenset[Fact]


def read_log(text: str) -> list[Point]:
    """``@time name (a,b) (c,d) other ()``, one time point a line."""
    points = []
    for line in text.splitlines():
        time, _, rest = line.removeprefix("@").partition(" ")
        facts = set()
        for name, rows in re.findall(r"(\w+)((?: \([^)]*\))+)", rest):
            facts |= {(name, tuple(filter(None, row.split(",")))) for row in re.findall(r"\(([^)]*)\)", rows)}
        points.append(Point(int(time), frozenset(facts)))
    return points


def read_formula(text: str) -> Formula:
    """The formula of MonPoly's grammar, as far as ours use it. Fails on anything else, and on a free variable."""
    tokens: list[str] = []
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        assert found, text[at : at + 40]
        at = found.end()
        if not found[1]:
            tokens.append(found[0].strip())
    parser = _Parser(tokens)
    formula = parser.implication()
    assert not parser.tokens, parser.tokens
    assert not free(formula), free(formula)
    return formula


class _Parser:
    """AND binds before OR before IMPLIES; quantifiers and temporal operators take what stands in parentheses."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def take(self, wanted: str | None = None) -> str:
        token = self.tokens.pop(0)
        assert wanted in (None, token), (wanted, token, self.tokens[:8])
        return token

    def implication(self) -> Formula:
        left = self.joined("OR", lambda: self.joined("AND", self.single))
        if self.tokens[:1] == ["IMPLIES"]:
            self.take()
            return ("OR", ("NOT", left), self.implication())
        return left

    def joined(self, operator, part) -> Formula:
        found = part()
        while self.tokens[:1] == [operator]:
            self.take()
            found = (operator, found, part())
        return found

    def single(self) -> Formula:
        token = self.take()
        if token == "(":
            found = self.implication()
            self.take(")")
            return found
        if token == "NOT":
            return ("NOT", self.single())
        if token == "EXISTS":
            variable = self.take()
            self.take(".")
            return ("EXISTS", variable, self.single())
        if token in _UNARY:
            self.take("[")
            least = int(self.take())
            self.take(",")
            most = self.take()
            self.take("]")
            return (token, least, None if most == "*" else int(most), self.single())
        assert re.fullmatch(r"[a-z]\w*", token), token
        self.take("(")
        terms = []
        while (term := self.take()) != ")":
            if term != ",":
                terms.append(term)
        return ("ATOM", token, tuple(terms))


def free(formula: Formula) -> set[str]:
    match formula:
        case ("ATOM", _, terms):
            return {term for term in terms if not term.startswith('"')}
        case ("EXISTS", variable, part):
            return free(part) - {variable}
        case ("NOT", part) | ("ONCE" | "EVENTUALLY", _, _, part):
            return free(part)
        case (_, left, right):
            return free(left) | free(right)
    raise AssertionError(formula)


def holds(formula: Formula, trace: list[Point], at: int, values: dict[str, str] | None = None) -> bool | None:
    """Whether the formula holds at a time point; ``None`` where what comes after the trace decides."""
    values = values or {}
    match formula:
        case ("ATOM", name, terms):
            row = tuple(term.strip('"') if term.startswith('"') else values[term] for term in terms)
            return (name, row) in trace[at].facts
        case ("NOT", part):
            found = holds(part, trace, at, values)
            return None if found is None else not found
        case ("AND", left, right):
            return _all(holds(part, trace, at, values) for part in (left, right))
        case ("OR", left, right):
            return _any(holds(part, trace, at, values) for part in (left, right))
        case ("EXISTS", variable, part):
            domain = {each for point in trace for _, row in point.facts for each in row}
            return _any(holds(part, trace, at, {**values, variable: each}) for each in sorted(domain))
        case ("ONCE", least, most, part):
            now = trace[at].time
            return _any(
                holds(part, trace, i, values) for i in range(at + 1) if _within(now - trace[i].time, least, most)
            )
        case ("EVENTUALLY", least, most, part):
            now = trace[at].time
            found = _any(
                holds(part, trace, i, values)
                for i in range(at, len(trace))
                if _within(trace[i].time - now, least, most)
            )
            over = most is not None and trace[-1].time - now > most
            return found if found or over else None
    raise AssertionError(formula)


def refused(formula: Formula) -> Formula | None:
    """The part for which MonPoly would refuse to monitor where this closed formula does not hold, if any.

    Its rule (Basin and others 2015, section 5, as its ``is_monitorable`` applies it): negated formulas have no free
    variable but those of what stands before them in the same AND, both sides of an OR have the same free variables, and
    the future is bounded.
    """
    return _refused(_pushed(("NOT", formula)))


def _refused(formula: Formula) -> Formula | None:
    match formula:
        case ("ATOM", _, _):
            return None
        case ("NOT", part):
            return formula if free(part) else _refused(part)
        case ("AND", left, ("NOT", part)):
            return _refused(left) or (_refused(part) if free(part) <= free(left) else formula)
        case ("AND", left, right):
            return _refused(left) or _refused(right)
        case ("OR", left, right):
            return _refused(left) or _refused(right) if free(left) == free(right) else formula
        case ("EVENTUALLY", _, None, _):
            return formula
        case ("EXISTS", _, part) | ("ONCE" | "EVENTUALLY", _, _, part):
            return _refused(part)
    raise AssertionError(formula)


def _pushed(formula: Formula) -> Formula:
    """Negations moved inwards through AND and OR, doubled ones taken away, as is done before the rule is applied."""
    match formula:
        case ("NOT", ("NOT", part)):
            return _pushed(part)
        case ("NOT", ("AND" | "OR" as operator, left, right)):
            other = "OR" if operator == "AND" else "AND"
            return (other, _pushed(("NOT", left)), _pushed(("NOT", right)))
        case ("NOT", part):
            return ("NOT", _pushed(part))
        case ("AND" | "OR" as operator, left, right):
            return (operator, _pushed(left), _pushed(right))
        case (*outside, part) if formula[0] != "ATOM":
            return (*outside, _pushed(part))
    return formula


def _within(distance: int, least: int, most: int | None) -> bool:
    return distance >= least and (most is None or distance <= most)


def _any(values) -> bool | None:
    found = list(values)
    return True if True in found else None if None in found else False


def _all(values) -> bool | None:
    found = list(values)
    return False if False in found else None if None in found else True
