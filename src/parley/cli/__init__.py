"""The command line: one verb each, thin. What a verb does is a method or function of the same name."""

from . import start, papers, text, weighing, ground  # noqa: F401, I001  # in the order in which help lists their verbs
from .app import app
from .ending import main

__all__ = ["app", "main"]
