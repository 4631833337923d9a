"""What can go wrong, named for what the user did, each with its exit code.

Every message is one sentence that names the file (or the value), the place in it and the mend.
"""

from __future__ import annotations


class ParleyError(Exception):
    """Base of all errors a user can meet; ``exit_code`` is what the command line ends with."""

    exit_code = 3


class WrongUsage(ParleyError):
    """The command or call was asked for something that it does not offer."""

    exit_code = 2


class UnusableInput(ParleyError):
    """An input cannot be used as it stands.

    ``path`` is the file as the user named it, ``where`` a place in it ("line 3", "column radius_m"),
    ``problem`` what is wrong, ``mend`` what to do about it.
    """

    exit_code = 3

    def __init__(self, path: object, problem: str, mend: str, where: str = "") -> None:
        self.path, self.where, self.problem, self.mend = str(path), where, problem, mend
        place = f"{self.path}, {where}" if where else self.path
        super().__init__(f"{place}: {problem}; {mend}.")


class NotYetHandled(UnusableInput):
    """The input is sound, but larger or richer than this version can work on."""


class BrokenChain(ParleyError):
    """The chain of decisions does not hold: an entry was changed, moved, added or cut."""

    exit_code = 4


class NotPermitted(ParleyError):
    """The audience asked for may not see this, or the folder may not be written."""

    exit_code = 5
