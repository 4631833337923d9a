"""Parley: a framework for peace."""

__version__ = "0.1.0"
