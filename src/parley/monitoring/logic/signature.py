"""The predicates of the formulas: what each says of a report, and how a trace finds that out.

A report is a value (its id); what is measured or judged beforehand (a place within 15 km, a thing that
falls under a defined term, a case of an exception) is a predicate of its own.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from parley.model import Obligation

from .syntax import predicate_name


class Says(enum.Enum):
    """What a predicate says of the report ``x`` (and of a party ``p``, or an earlier report ``y``)."""

    D_DAY = "D-day begins"
    EPOCH = "the clock stands at nought (1970-01-01T00:00Z)"
    NOW = "the day up to which reports are known"
    ACT = "x tells of this act, or of a case of it"
    BY = "x names p as the doer"
    WITH = "x names p as the other side"
    THING = "the thing in x falls under this"
    AIMED = "what x tells of was aimed at this, as seen from p (anyone: whoever did it)"
    PLACE = "x lies there, wherever in its radius it was, by the shapes that count for p"
    EXCEPTED = "x is, or may be, of a case that the sentence excepts"
    NARROWED = "x is of the case to which the sentence's words narrow it"
    HOURS = "what x tells of was at these hours of the day"
    SHOWN = "x is a finding, or the uncontested word of somebody other than p, and tells of all of it"
    FOUND = "a body that the text names has found x, reported at this time"
    FOLLOWS = "x follows y: it is a report about it"


_ARGUMENTS: dict[Says, tuple[str, ...]] = {
    Says.D_DAY: (),
    Says.EPOCH: (),
    Says.NOW: (),
    Says.BY: ("x", "p"),
    Says.WITH: ("x", "p"),
    Says.AIMED: ("x", "p"),
    Says.PLACE: ("x", "p"),
    Says.SHOWN: ("x", "p"),
    Says.FOLLOWS: ("x", "y"),
}
ANYONE = "anyone"


@dataclass(frozen=True)
class Predicate:
    """One predicate. ``about`` is the words it stands for; ``obligation`` and ``act`` are what it is evaluated with."""

    name: str
    says: Says
    about: str = ""
    act: str | None = None
    obligation: Obligation | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        return _ARGUMENTS.get(self.says, ("x",))

    @property
    def declaration(self) -> str:
        """``by(x:string, p:string)``, as a signature has it."""
        return f"{self.name}({', '.join(f'{each}:string' for each in self.arguments)})"

    @property
    def meaning(self) -> str:
        return f"{self.says.value}: {self.about}" if self.about else self.says.value


@dataclass
class Signature:
    """The predicates that formulas use, each under one name."""

    predicates: dict[tuple[Says, object], Predicate] = field(default_factory=dict)
    acts: dict[str, set[str]] = field(default_factory=dict)
    """The acts together with which a predicate is used, by its name: of other reports nobody asks."""
    constants: dict[str, None] = field(default_factory=dict)
    """The names of parties and bodies in the formulas."""

    def name(
        self,
        says: Says,
        key: object,
        words: str,
        used_with: str | None = None,
        *,
        about: str = "",
        act: str | None = None,
        obligation: Obligation | None = None,
    ) -> str:
        """The name of the predicate that says this of ``key``; declared when it is first asked for."""
        found = self.predicates.get((says, key))
        if found is None:
            taken = {each.name for each in self.predicates.values()}
            name, number = predicate_name(words), 2
            while name in taken:
                name, number = f"{predicate_name(words)}_{number}", number + 1
            found = self.predicates[says, key] = Predicate(name, says, about, act, obligation)
        if used_with is not None:
            self.acts.setdefault(found.name, set()).add(used_with)
        return found.name
