"""Meetings: who met or will meet whom, where, when, called by whom, on what."""
