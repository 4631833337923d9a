"""The demo's invented logs of reports and patrols, made from a seed: ``python tests/demo_reports.py`` writes them.

Three weeks of shelling before D-day and three weeks after it, as two sides claim them and as monitors heard and saw
them. What comes after D-day is so chosen that it breaks nothing: no verdict of the demo's story hangs on these rows.
Traps: the last days before D-day are worse than the weeks before; nobody of the monitors went out on some days; both
sides tell of the same nights; claims turn out, a week later, to have been of days before D-day.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

FOLDER = Path(__file__).parents[1] / "src" / "parley" / "data" / "demo" / "reports"
T = TypeVar("T")
SEED = 20260413
ZONE = dt.timezone(dt.timedelta(hours=3))
D_DAY = dt.datetime(2026, 4, 13, 6, tzinfo=ZONE)
FIRST = dt.date(2026, 3, 23)
LAST = dt.date(2026, 5, 3)
COLUMNS = [
    "id",
    "event_earliest",
    "event_latest",
    "reported",
    "act",
    "object",
    "count",
    "actor",
    "counterpart",
    "claimant",
    "latitude",
    "longitude",
    "radius_m",
    "place",
    "about",
    "corrects",
    "life",
    "found_by",
    "document",
    "note",
]
EFFORT = ["by", "means", "place", "earliest", "latest", "share", "acts"]


class Sector(NamedTuple):
    """A sector of the monitors: how often something is reported there, and its villages on either side of the line."""

    name: str
    weight: float
    west: tuple[tuple[str, float, float], ...]
    east: tuple[tuple[str, float, float], ...]


SECTORS = (
    Sector("North Sector", 0.15, (("Arrel", -41.31, 90.02),), (("Quell", -41.38, 90.16),)),
    Sector(
        "Tolmere Sector", 0.3, (("Tolmere", -41.65, 90.01),), (("Sorn Ridge", -41.57, 90.2), ("Vantry", -41.62, 90.12))
    ),
    Sector(
        "Vashkel Sector", 0.4, (("Harrowell", -41.75, 89.91), ("Dunmere", -41.93, 89.75)), (("Vashkel", -41.8, 90.17),)
    ),
    Sector("South Sector", 0.15, (("Orrin Mill", -42.22, 89.78),), (("Lastholm", -42.3, 89.99),)),
)
POSTS = {
    "North Sector": "Arrel",
    "Tolmere Sector": "Tolmere",
    "Vashkel Sector": "Harrowell",
    "South Sector": "Lastholm",
}
NOT_OUT = {dt.date(2026, 3, 29), dt.date(2026, 4, 5), dt.date(2026, 4, 24), dt.date(2026, 4, 25)}
"""Days on which no patrol of the monitors went out: what they tell of these days is nothing, and no calm."""


class Chance:
    """Draws from a seed by ``random()`` alone, the one method whose numbers Python promises to keep."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def below(self, limit: float) -> float:
        return self._random.random() * limit

    def between(self, low: float, high: float) -> float:
        return low + self.below(high - low)

    def one(self, of: Sequence[T], weights: Sequence[float] | None = None) -> T:
        if weights is None:
            return of[int(self.below(len(of)))]
        left = self.below(sum(weights))
        for each, weight in zip(of, weights, strict=True):
            left -= weight
            if left < 0:
                return each
        return of[-1]

    def number(self, mean: float) -> int:
        """A count about ``mean``, as events that know nothing of each other come."""
        return sum(self.below(1) < mean / 40 for _ in range(40))


Row = dict[str, str]


def tables(seed: int = SEED) -> dict[str, str]:
    """Every file by name, as the demo ships it."""
    chance = Chance(seed)
    claims = {party: [*before(chance, party), *overflights(chance, party)] for party in ("KES", "ORL")}
    claims["ORL"] += misdated(chance)
    heard = [*observed(chance), *sightings(chance), *restrictions(chance), *clearances(chance)]
    return {
        "log-kestria.csv": as_csv(COLUMNS, numbered("KL", claims["KES"])),
        "log-orlavia.csv": as_csv(COLUMNS, numbered("OL", claims["ORL"])),
        "log-monitors.csv": as_csv(COLUMNS, numbered("ML", heard)),
        "patrols.csv": as_csv(EFFORT, patrols(chance)),
    }


def before(chance: Chance, claimant: str) -> Iterable[Row]:
    """What a side claims of the three weeks before D-day: the run-up to it is worse than what went before."""
    other = "ORL" if claimant == "KES" else "KES"
    for day in days(FIRST, D_DAY.date() - dt.timedelta(days=1)):
        worse = 2.2 if (D_DAY.date() - day).days <= 4 else 1.0
        for _ in range(chance.number(3.4 * worse)):
            sector = chance.one(SECTORS, [each.weight for each in SECTORS])
            place = chance.one(sector.west if claimant == "KES" else sector.east)
            act, weapon = chance.one(
                (("shell", "mortar"), ("shell", "howitzer"), ("shell", "multiple rocket launcher"),
                 ("fire", "small arms"), ("fire", "heavy machine gun"), ("strike", "unmanned aircraft")),
                (4, 2, 1, 3, 1.5, 1.5),
            )  # fmt: skip
            counted = str(1 + int(chance.below(24))) if act == "shell" and chance.below(1) < 0.6 else "undetermined"
            yield event(chance, day, claimant, act, weapon, counted, other, place, 200 + 50 * int(chance.below(9)))


def overflights(chance: Chance, claimant: str) -> Iterable[Row]:
    """After D-day: aircraft that a side says it saw over its own land, farther from the line than the text forbids."""
    other = "ORL" if claimant == "KES" else "KES"
    for day in days(D_DAY.date() + dt.timedelta(days=1), LAST):
        if chance.below(1) < 0.55:
            longitude = chance.between(89.45, 89.7) if claimant == "KES" else chance.between(90.35, 90.6)
            place = (
                "west of Dunmere" if claimant == "KES" else "east of Sorn Ridge",
                -41.72 - chance.below(0.2),
                longitude,
            )
            row = event(chance, day, claimant, "overfly", "unmanned aircraft", "1", other, place, 1500)
            yield row | {"note": "Farther from the line than the text forbids."}


def misdated(chance: Chance) -> Iterable[Row]:
    """Shelling that Orlavia first tells of as of days after D-day, and puts right a week later: it was before."""
    for number, day in enumerate((15, 17, 20, 21, 22, 26)):
        told = dt.date(2026, 4, day)
        row = event(chance, told, "ORL", "shell", "mortar", "undetermined", "KES", SECTORS[2].east[0], 400)
        name = f"OL-9{number:02}"
        yield row | {"id": name, "note": "From a list of the municipality of Vashkel."}
        truly = moment(dt.date(2026, 4, 7 + number % 5), chance.between(1, 22))
        yield row | {
            "id": f"OL-9{number + 50:02}",
            "event_earliest": stamp(truly),
            "event_latest": stamp(truly + dt.timedelta(minutes=20)),
            "reported": stamp(moment(min(told + dt.timedelta(days=7), dt.date(2026, 5, 2)), 11 + number / 6)),
            "corrects": name,
            "note": "The municipality had written down the day of the repair; the shelling was before the cease-fire.",
        }


def observed(chance: Chance) -> Iterable[Row]:
    """What the Halvernian observers heard and saw before D-day; on days without a patrol, nothing."""
    for day in days(FIRST, D_DAY.date() - dt.timedelta(days=1)):
        if day in NOT_OUT:
            continue
        worse = 2.0 if (D_DAY.date() - day).days <= 4 else 1.0
        for _ in range(chance.number(2.6 * worse)):
            sector = chance.one(SECTORS, [each.weight for each in SECTORS])
            number = str(1 + int(chance.below(30)))
            name, latitude, longitude = chance.one((*sector.west, *sector.east))
            if chance.below(1) < 0.7:
                way = chance.one(("outgoing mortar fire", "impacts of artillery", "outgoing fire of a rocket launcher"))
                place = (f"{1 + int(chance.below(7))} km from the post at {POSTS[sector.name]}", latitude, longitude)
                row = event(chance, day, "HAL", "explode", "", number, "", place, 2500 + 500 * int(chance.below(6)))
                yield row | {"note": f"Heard from the post at {POSTS[sector.name]}; assessed as {way}."}
            else:
                row = event(chance, day, "HAL", "shell", "mortar", number, "", (name, latitude, longitude), 150)
                yield row | {"note": "Seen: fresh craters; assessed as 120 mm mortar, direction not determined."}


def sightings(chance: Chance) -> Iterable[Row]:
    """Weapons that patrols saw after D-day: before the distance applies, below the calibre, or far enough away."""
    for day in days(D_DAY.date() + dt.timedelta(days=1), LAST):
        if day in NOT_OUT or chance.below(1) < 0.35:
            continue
        party = chance.one(("KES", "ORL"))
        away = "depot west of Dunmere" if party == "KES" else "depot east of Sorn Ridge"
        number = str(2 + int(chance.below(7)))
        if day < dt.date(2026, 4, 19):
            place = ("Harrowell", -41.75, 89.9) if party == "KES" else ("Vashkel", -41.8, 90.18)
            row = event(chance, day, "JVC", "place", "122 mm howitzer", number, party, place, 50)
            yield row | {"note": "Seen by a patrol, before the distance applies."}
        elif chance.below(1) < 0.5:
            place = ("Harrowell", -41.75, 89.92) if party == "KES" else ("Vantry", -41.62, 90.12)
            row = event(chance, day, "JVC", "place", "82 mm mortar", number, party, place, 50)
            yield row | {"note": "Seen by a patrol; below the calibre that the text names."}
        else:
            place = (away, -41.9, 89.44) if party == "KES" else (away, -41.6, 90.6)
            row = event(chance, day, "JVC", "place", "152 mm howitzer", number, party, place, 50)
            yield row | {"note": "Seen by an unmanned aircraft of the Commission, in a depot that was declared."}


def restrictions(chance: Chance) -> Iterable[Row]:
    """Where the monitors were not let through, had to wait, or were let through under a condition."""
    ways = (
        ("Denied: armed men at a barrier sent the patrol back.", 4),
        ("Delayed: the patrol waited {} minutes for a call to a superior.", 4),
        ("Conditioned: let through without the unmanned aircraft that it carried.", 2),
        ("Denied: the road was said to be mined; no sign was seen.", 2),
    )
    for day in days(D_DAY.date() + dt.timedelta(days=1), LAST):
        if day in NOT_OUT or chance.below(1) < 0.3:
            continue
        party = chance.one(("KES", "ORL"), (2, 3))
        sector = chance.one(SECTORS)
        place = chance.one(sector.west if party == "KES" else sector.east)
        words = chance.one([way for way, _ in ways], [weight for _, weight in ways])
        row = event(chance, day, "JVC", "deny-access", "monitors", str(3 + int(chance.below(4))), party, place, 100)
        yield row | {"counterpart": "JVC", "note": words.format(20 + 10 * int(chance.below(16)))}


def clearances(chance: Chance) -> Iterable[Row]:
    """Explosions after D-day that had been announced: mines that were cleared."""
    for day in days(D_DAY.date() + dt.timedelta(days=3), LAST):
        if day in NOT_OUT or chance.below(1) < 0.6:
            continue
        party = chance.one(("KES", "ORL"))
        sector = chance.one(SECTORS[:3])
        place = chance.one(sector.west if party == "KES" else sector.east)
        number = str(1 + int(chance.below(9)))
        row = event(chance, day, "JVC", "clear-mines", "explosion", number, party, place, 2000)
        yield row | {
            "note": f"Heard from the post at {POSTS[sector.name]}; assessed as the clearing of mines, announced."
        }


def patrols(chance: Chance) -> Iterable[Row]:
    """Patrols by day and sector: fewer in the North, none in the South before 29 April, none at all on some days."""
    for day in days(FIRST, LAST):
        by = "HAL" if day < D_DAY.date() else "JVC"
        for sector in SECTORS:
            late = sector.name == "South Sector" and D_DAY.date() <= day < dt.date(2026, 4, 29)
            rare = sector.name == "North Sector" and chance.below(1) < 0.5
            if day in NOT_OUT or day == D_DAY.date() or late or rare:
                continue
            start = moment(day, 7 + int(chance.below(3)))
            end = start + dt.timedelta(hours=4 + int(chance.below(5)))
            yield {
                "by": by, "means": "patrol", "place": sector.name, "earliest": stamp(start), "latest": stamp(end),
                "share": f"{0.2 + 0.1 * int(chance.below(5)):.1f}", "acts": "place;withdraw;fire;shell;explode",
            }  # fmt: skip


def event(
    chance: Chance, day: dt.date, claimant: str, act: str, object: str, count: str, actor: str,
    place: tuple[str, float, float], radius_m: int,
) -> Row:  # fmt: skip
    """One report of a happening on ``day``, somewhere about ``place``; some are told only days later."""
    name, latitude, longitude = place
    start = moment(day, chance.between(0.5, 23) if claimant in ("KES", "ORL") else chance.between(8, 17))
    if start.date() == D_DAY.date():
        start = min(start, D_DAY - dt.timedelta(hours=1))
    end = start + dt.timedelta(minutes=5 + 5 * int(chance.below(8)))
    waits = chance.between(0.5, 9) if chance.below(1) < 0.9 else chance.between(30, 110)
    told = end + dt.timedelta(hours=waits)
    if claimant == "JVC":
        told = min(told, moment(day, 19))
    return {
        "event_earliest": stamp(start), "event_latest": stamp(end), "reported": stamp(max(told, end)), "act": act,
        "object": object, "count": count, "actor": actor, "counterpart": _AT.get(actor, "") if act in _AGAINST else "",
        "claimant": claimant, "latitude": f"{latitude + chance.between(-0.015, 0.015):.4f}",
        "longitude": f"{longitude + chance.between(-0.015, 0.015):.4f}", "radius_m": str(radius_m), "place": name,
        "life": "alleged",
    }  # fmt: skip


_AT = {"KES": "ORL", "ORL": "KES"}
_AGAINST = {"shell", "fire", "strike", "overfly"}
"""Acts that are done to the other side."""


def numbered(letters: str, rows: Iterable[Row]) -> list[Row]:
    """The rows in the order in which they were told, each with an id of its own."""
    ordered = sorted(rows, key=lambda row: (row["reported"], row.get("id", ""), row["event_earliest"]))
    return [{"id": f"{letters}-{number:03}"} | row for number, row in enumerate(ordered, 1)]


def days(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    return (first + dt.timedelta(days=number) for number in range((last - first).days + 1))


def moment(day: dt.date, hours: float) -> dt.datetime:
    """A time of a day, to five minutes."""
    return dt.datetime.combine(day, dt.time(), tzinfo=ZONE) + dt.timedelta(minutes=5 * int(hours * 12))


def stamp(at: dt.datetime) -> str:
    rounded = at - dt.timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return rounded.isoformat(timespec="minutes")


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


if __name__ == "__main__":
    for name, words in tables().items():
        (FOLDER / name).write_text(words, encoding="utf-8", newline="\n")
