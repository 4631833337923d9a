"""What a clause says, slot by slot, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model import Modality, Thing, Trigger, Where, Window

REFUSED = -1
"""What a form of a clause returns that knows these words and can't read them."""
Part = tuple[int, int]
"""From where to where in the view's text."""


@dataclass
class Clause:
    """What was read of one clause; every field that stays ``None`` was not said.

    ``deeds`` are its acts with the words for them (each stands in one of ``deed_parts``), ``phrase`` the words
    for all of them together; ``said`` the parts by slot; ``through`` whose doing it must ensure or prevent
    ("its forces"); ``aim`` what somebody is let do ("to pass"); ``ahead`` says that the window is before what is
    told ("2 days in advance"), ``addressed`` that the words for the act name the counterpart too; ``rest`` further
    words, said back as they stand. A ``passive`` says what is to be done or, with ``itself``, what is to begin or
    to leave, without saying whose doing it is. ``unaddressed`` is what has no subject at all; ``named`` the noun
    that names its act where no participle does. ``only`` says that nobody else may.
    """

    bearer: tuple[str, ...] | None = None
    collective: bool = False
    modality: Modality | None = None
    deeds: list[tuple[str, str]] = field(default_factory=list)
    deed_parts: list[Part] = field(default_factory=list)
    either: bool = False
    cease: bool = False
    manner: str = ""
    phrase: str = ""
    passive: bool = False
    itself: bool = False
    unaddressed: bool = False
    named: str = ""
    aim: str = ""
    ahead: bool = False
    addressed: bool = False
    through: str | None = None
    only: bool = False
    object: Thing | None = None
    place: Where | None = None
    window: Window | None = None
    trigger: Trigger | None = None
    exception: str | None = None
    counterpart: tuple[str, ...] | None = None
    verifier: tuple[str, ...] | None = None
    rest: list[str] = field(default_factory=list)
    said: dict[str, list[Part]] = field(default_factory=dict)
