"""Weighing: from the parties' profiles to packages, obstacles and trades. Pure: values in, values out."""

from .conflict import load_conflict
from .divide import divide, load_division
from .foreign import LARGEST_FILE, Scenario, pick_parties
from .genius import load_genius
from .load import load_case, load_profile
from .negmas import load_negmas
from .stability import judge
from .supposing import suppose
from .weigh import LARGEST, weigh

__all__ = [
    "LARGEST",
    "LARGEST_FILE",
    "Scenario",
    "divide",
    "judge",
    "load_case",
    "load_conflict",
    "load_division",
    "load_genius",
    "load_negmas",
    "load_profile",
    "pick_parties",
    "suppose",
    "weigh",
]
