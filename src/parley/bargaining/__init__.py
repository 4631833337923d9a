"""Weighing: from the parties' profiles to packages, obstacles and trades. Pure: values in, values out."""

from .load import load_case, load_profile
from .weigh import LARGEST, weigh

__all__ = ["LARGEST", "load_case", "load_profile", "weigh"]
