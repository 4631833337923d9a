"""The review in the terminal: a person goes through what is uncertain, by keyboard."""

from .keys import Keys, PipedKeys, TerminalKeys, keys_of
from .sitting import Sitting

__all__ = ["Keys", "PipedKeys", "Sitting", "TerminalKeys", "keys_of"]
