"""The columns of reports and of effort: their names, the names that other sources give them, what they hold."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Holds(enum.StrEnum):
    """What the cells of a column hold; decides how they are read and which mix-ups can be recognised."""

    WORDS = "words"
    TIME = "time"
    COUNT = "count"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    METRES = "metres"
    SHARE = "share"
    LIFE = "life"
    TALLY = "tally"


@dataclass(frozen=True)
class Column:
    """One column: its name, what its cells hold, whether a row can do without it, and its aliases.

    ``aliases`` are names in use elsewhere: by ACLED (``event_id_cnty``, ``sub_event_type``) and by
    the UCDP Georeferenced Event Dataset (``date_start``, ``side_a``).
    """

    name: str
    holds: Holds
    required: bool = False
    aliases: tuple[str, ...] = ()


REPORT = (
    Column("id", Holds.WORDS, True, ("event_id_cnty", "event_id", "relid")),
    Column("event_earliest", Holds.TIME, True, ("event_date", "date_start", "date")),
    Column("event_latest", Holds.TIME, False, ("date_end",)),
    Column("time_precision", Holds.COUNT),
    Column("reported", Holds.TIME, False, ("timestamp",)),
    Column("act", Holds.WORDS, False, ("sub_event_type",)),
    Column("object", Holds.WORDS),
    Column("count", Holds.COUNT),
    Column("tally", Holds.TALLY),
    Column("actor", Holds.WORDS, False, ("actor1", "side_a")),
    Column("counterpart", Holds.WORDS, False, ("actor2", "side_b")),
    Column("claimant", Holds.WORDS, False, ("source", "source_office")),
    Column("latitude", Holds.LATITUDE, False, ("lat",)),
    Column("longitude", Holds.LONGITUDE, False, ("lon", "lng", "long")),
    Column("radius_m", Holds.METRES),
    Column("place", Holds.WORDS, False, ("location", "where_coordinates")),
    Column("region", Holds.WORDS, False, ("admin1", "adm_1")),
    Column("about", Holds.WORDS),
    Column("corrects", Holds.WORDS),
    Column("life", Holds.LIFE),
    Column("found_by", Holds.WORDS),
    Column("document", Holds.WORDS, False, ("source_article",)),
    Column("note", Holds.WORDS, False, ("notes",)),
)

EFFORT = (
    Column("by", Holds.WORDS, True),
    Column("means", Holds.WORDS, True),
    Column("place", Holds.WORDS, True),
    Column("earliest", Holds.TIME, True),
    Column("latest", Holds.TIME, True),
    Column("share", Holds.SHARE),
    Column("acts", Holds.WORDS),
)
