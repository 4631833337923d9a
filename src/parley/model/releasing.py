"""What the mediator shows to others of a weighing: packages, in words, and nothing of what they rest on."""

from __future__ import annotations

from .value import Value


class ReleasedOption(Value):
    """One bracket of a released package: ``title`` and ``text`` are its words on the day of the release."""

    issue: str
    title: str
    option: str
    text: str


class ReleasedPackage(Value):
    """A package that the mediator released, its options in the order of the text.

    ``to`` is the audience and ``id`` the beginning of the decision's hash, by which it is revoked; both are
    ``None`` in what is made for anybody but the mediator.
    """

    options: tuple[ReleasedOption, ...]
    to: str | None = None
    id: str | None = None
