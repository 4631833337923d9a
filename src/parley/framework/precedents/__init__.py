"""Precedents: the same duty in other agreements, found by what it means."""

from .find import meant_by, precedents

__all__ = ["meant_by", "precedents"]
