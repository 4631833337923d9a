"""What every output says of itself."""

from __future__ import annotations

from ..value import Value


class Output(Value):
    """What every output says of itself.

    ``audience`` is for whom it was made. ``head`` is the hash of the last decision in the chain (64
    zeros for none), ``None`` where no process was involved. ``notes`` are sentences for the reader.
    """

    audience: str = "team"
    head: str | None = None
    notes: tuple[str, ...] = ()


class FilesOutput(Output):
    """The files a command wrote."""

    files: tuple[str, ...] = ()
