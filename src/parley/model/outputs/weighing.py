"""What ``weigh`` prints, by its methods."""

from __future__ import annotations

from ..bargaining import Assumption, Weighing
from ..dividing import Division
from ..releasing import ReleasedPackage
from ..stability import Stability
from .base import Output


class WeighOutput(Output, Weighing):
    """``files`` are the pictures that were written of it."""

    files: tuple[str, ...] = ()


class ReleasedOutput(Output):
    """What ``weigh`` prints for anybody but the mediator: the packages that were released to them, and nothing else."""

    released: tuple[ReleasedPackage, ...] = ()


class ProposedOutput(Output):
    """What ``weigh --propose`` prints: a first profile of ``party`` (``text``, in TOML), all of it assumed.

    ``path`` is the file it was written to, if one was named.
    """

    party: str
    assumptions: tuple[Assumption, ...]
    text: str
    path: str | None = None


class DivideOutput(Output, Division):
    """What ``weigh --method divide`` prints."""


class StabilityOutput(Output, Stability):
    """What ``weigh --method stability`` prints."""
