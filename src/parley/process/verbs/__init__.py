"""The verbs of a process by what they are about; :class:`parley.process.Process` has them all."""

from .papers import PaperVerbs
from .text import TextVerbs
from .watching import WatchingVerbs
from .weighing import WeighingVerbs

__all__ = ["PaperVerbs", "TextVerbs", "WatchingVerbs", "WeighingVerbs"]
