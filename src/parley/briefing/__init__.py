"""Text and pictures for people: the brief, the demo's journey, and what a terminal shows."""

from .brief import brief
from .demo import demo

__all__ = ["brief", "demo"]
