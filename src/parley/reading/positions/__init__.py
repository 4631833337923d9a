"""Positions: where each party stands on each issue, how that changed, and the tone between two actors."""
