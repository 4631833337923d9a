"""What is said of a zone of agreement, whichever engine counted it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.text.listing import counted, in_figures, listed


def broken_by(count: int | None, whole: int) -> str:
    """How many packages break nothing that is known (``None``: not counted), of how many."""
    if count == 0:
        every = "The only package" if whole == 1 else f"Each of the {in_figures(whole)} packages"
        return f"{every} breaks a red line or a reserve that is known."
    told = "Some packages" if count is None else counted(count, "package")
    breaks = "breaks" if count == 1 else "break"
    said = f"{told} of {in_figures(whole)} {breaks} no red line and no reserve that is known."
    return said if count is not None else f"{said} They are too many and too different to count."


def given_up(openings: Sequence[Sequence[str]]) -> str:
    """What would open an empty zone: the first of the smallest sets, and how many there are."""
    first = openings[0]
    what = "this were given up" if len(first) == 1 else "these were given up together"
    more = f" There are {len(openings)} such smallest sets." if len(openings) > 1 else ""
    return f"It would open if {what}: {listed(first)}.{more}"


def reserves_unknown(parties: Sequence[str]) -> str:
    """ "The reserve of KES is unknown", without a stop."""
    return (
        f"The reserve of {parties[0]} is unknown"
        if len(parties) == 1
        else f"The reserves of {listed(parties)} are unknown"
    )


def unknown_within(parties: Sequence[str], count: int | None) -> str:
    """What unknown reserves mean for the packages of the zone, and for the solutions."""
    refused = "it may be refused" if count == 1 else "some of these may be refused"
    whose = "that party's gains from its" if len(parties) == 1 else "these parties' gains from each one's"
    return f"{reserves_unknown(parties)}, so {refused}; the solutions count {whose} worst allowed package."


def certain_of(certain: int) -> str:
    """How many meet the known reserves in every realisation, where not all of the zone do."""
    meets = "meets" if certain == 1 else "meet"
    said = counted(certain, "package") if certain else "None"
    return f"{said} {meets} the known reserves wherever the uncertain points lie."


def acceptable(possible: int, sure: int, whole: int, parties: Sequence[str]) -> str:
    """Where parties rank: how many packages could be acceptable to all, and how many surely are."""
    could = counted(possible, "package") if possible else "No package"
    surely = "none surely is" if not sure else f"{counted(sure, 'package')} surely {'is' if sure == 1 else 'are'}"
    return (
        f"{could} of {in_figures(whole)} could be acceptable to {listed(parties)}; {surely}, in all profiles that fit "
        "what is known."
    )
