"""For whom a weighing is made, and how its profiles are drawn."""

from __future__ import annotations

from typing import TypedDict

from parley.model import MEDIATOR, Audience, NotPermitted, WrongUsage

MOST_DRAWS = 100_000


def only_for_the_mediator(audience: Audience | None, in_process: bool = True) -> Audience:
    """The audience; raises :class:`NotPermitted` where it may not see what rests on profiles.

    Outside a process (``in_process``) nothing is ever released to others, which the sentence says.
    """
    audience = audience or Audience("mediator")
    if not audience.may_see(MEDIATOR):
        said = f"Weighing rests on the parties' profiles and is for the mediator, not for {audience}"
        more = "" if in_process else "; packages are released to others in a process folder, never from a case alone"
        raise NotPermitted(f"{said}{more}.")
    return audience


class Drawing(TypedDict, total=False):
    """How profiles are drawn; what is left out is as always."""

    draws: int
    seed: int


def drawn_with(draws: int | None, seed: int | None) -> Drawing:
    """How profiles are drawn, where that was said; :class:`WrongUsage` for a number that can't be."""
    if draws is not None and not 0 <= draws <= MOST_DRAWS:
        raise WrongUsage(f"--draws {draws} is no number from 0 to {MOST_DRAWS:,}.")
    if seed is not None and seed < 0:
        raise WrongUsage(f"--seed {seed} is below 0.")
    said = Drawing()
    if draws is not None:
        said["draws"] = draws
    if seed is not None:
        said["seed"] = seed
    return said
