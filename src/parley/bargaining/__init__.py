"""Weighing: from the parties' profiles to packages, obstacles and trades. Pure: values in, values out."""

from .foreign import LARGEST_FILE, Scenario, pick_parties
from .genius import load_genius
from .load import load_case, load_profile
from .negmas import load_negmas
from .weigh import LARGEST, weigh

__all__ = [
    "LARGEST",
    "LARGEST_FILE",
    "Scenario",
    "load_case",
    "load_genius",
    "load_negmas",
    "load_profile",
    "pick_parties",
    "weigh",
]
