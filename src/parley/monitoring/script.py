"""A scripted week: a few lines in which somebody writes down what might happen, made into reports.

A line that begins with ``-`` is one thing; all else is there for the reader. See docs/reference/rehearsing.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn

from parley.model import (
    TEAM,
    Actor,
    Effort,
    Framework,
    Interval,
    Label,
    Life,
    Moment,
    Report,
    ReportPlace,
    UnusableInput,
    first_instant,
    last_instant,
    parse_moment,
)
from parley.text import patterns as re
from parley.text import times

from .acts import act_reported, is_out, is_up, worded
from .bearing import says_no
from .deed import deed_in
from .names import Names, fold
from .undone import undone

_DAY = r"(?:day\s+\d+|D\s*[+-]\s*\d+|D-day|\d{4}-\d\d-\d\d)"
_TIME = r"\d{1,2}:\d\d"
_ITEM = re.compile(r"[-*]\s+(?P<words>\S.*)")
_D_DAY = re.compile(r"D-day\s*:\s*(?P<moment>(?=.*\b\d{4}\b)\S.*?)\s*\.?", re.I)
_PLACE = re.compile(
    r"place\s+(?P<name>[^:]+):\s*(?P<latitude>-?\d+(?:\.\d+)?)\s*,\s*(?P<longitude>-?\d+(?:\.\d+)?)"
    r"(?:\s*,\s*within\s+(?P<radius>\d+(?:\.\d+)?)\s*(?P<unit>km|m))?\s*\.?",
    re.I,
)
_WATCHED = re.compile(
    rf"(?P<first>{_DAY})(?:\s+to\s+(?P<last>{_DAY}))?\s*:\s*watched\s+by\s+(?P<by>[^,]+)"
    r"(?:,\s*(?:at\s+|in\s+)?(?P<place>[^,]+?))?(?:,\s*for\s+(?P<acts>.+?))?\s*\.?",
    re.I,
)
_HAPPENS = re.compile(
    rf"(?P<day>{_DAY})(?:\s*,\s*(?P<start>{_TIME})(?:\s*(?:to|-)\s*(?P<end>{_TIME}))?)?"
    r"(?:\s*\((?P<name>[\w-]+)\))?\s*:\s*(?P<deed>.+)",
    re.I,
)
_SOME_TIME = re.compile(rf"{_DAY}\s*,\s*(?P<when>[^:,(]*[^:,(\s])\s*(?:\([\w-]+\)\s*)?:\s", re.I)
"""A day with something behind it that is no hour: "day 3, at dusk"."""
_UNTIL = re.compile(rf"until\s+(?P<day>{_DAY})(?:\s*,\s*(?P<start>{_TIME}))?\s*\.?", re.I)
_FORMS = (_D_DAY, _PLACE, _WATCHED, _HAPPENS, _UNTIL)
_OTHER_SIGN = re.compile(r"^\s*(?:[^\w\s]|\d+[.)])?\s*")
_CLAUSE = re.compile(
    r"(?P<key>by|against|at|reported(?:\s+by)?|found\s+by|remedied(?:,?\s+found)?\s+by|about|corrects|withdrawn|note)\b"
    r"\s*(?P<rest>.*)",
    re.I | re.S,
)
_TOLD = re.compile(rf"(?P<who>.*?)\s*(?:\bon\s+)?(?P<day>{_DAY})(?:\s*,?\s*(?:at\s+)?(?P<start>{_TIME}))?", re.I)
_FORCES = re.compile(
    r"(?:^the\s+)?(?:\bforces\s+of\s+)|['\u2019]s?\s+(?:own\s+)?(?:\w+\s+)?(?:forces|army|troops|navy|units)$", re.I
)
_TAKES_BACK = re.compile(
    r"(?P<how>withdr(?:awn|aws|awal\s+of)|retract(?:ed|s|ion\s+of)|correct(?:ed|s|ion\s+(?:of|to)))\s+(?P<id>[\w-]+)",
    re.I,
)
"""That an earlier line is taken back: "withdrawn pell", "correction of pell"."""
_DENIALS = frozenset({"denial", "denied", "denies", "deny"})

MEND = "write it as in '- day 2, 14:00: shelling at Pell, by Kestria, reported by the mission'"


@dataclass(frozen=True)
class Script:
    """The reports and the effort of a scripted week, its D-day, when it is over, and what has to be said of it."""

    reports: tuple[Report, ...]
    effort: tuple[Effort, ...]
    d_day: Moment
    until: dt.datetime
    notes: tuple[str, ...] = ()


def load_script(
    text: str,
    path: str,
    framework: Framework,
    d_day: Moment | None = None,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
    label: Label = TEAM,
) -> Script:
    """The week that ``text`` tells, its days counted from ``d_day``, else from the script's own or the framework's.

    ``day 1`` is D-day itself, ``D+1`` the day after it; hours are of ``zone``. Raises :class:`UnusableInput`
    that names the line and the mend.
    """
    return _Reader(path, framework, d_day, zone, Names(framework, actors), label).read(text)


@dataclass
class _Reader:
    path: str
    framework: Framework
    supposed: Moment | None
    zone: dt.tzinfo
    names: Names
    label: Label
    places: dict[str, ReportPlace] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    effort: list[Effort] = field(default_factory=list)
    strangers: dict[str, None] = field(default_factory=dict)
    nowhere: dict[str, None] = field(default_factory=dict)
    end: dt.datetime | None = None
    line: int = 0

    def read(self, text: str) -> Script:
        self.d_day = self.supposed
        items = [(number, match["words"]) for number, match in _items(text)]
        if self.d_day is None:
            own = [(number, m) for number, words in items if (m := _D_DAY.fullmatch(words))]
            for self.line, match in own[:1]:
                self.d_day = self._moment(match["moment"])
            self.d_day = self.d_day or self.framework.d_day
        for self.line, words in _without_dash(text):
            self._bad(
                f"'{words[:60]}' reads like a line of the script, and does not begin with a dash", "begin it with '- '"
            )
        for self.line, words in items:
            if (place := _PLACE.fullmatch(words)) is not None:
                self._place(place)
        for self.line, words in items:
            self._item(words)
        if self.d_day is None:
            self._no_d_day()
        if not self.reports and not self.effort:
            raise UnusableInput(self.path, "it tells of nothing that happens", MEND)
        spans = [one.event.latest or one.reported for one in self.reports] + [one.window.latest for one in self.effort]
        ends = [last_instant(moment, self.zone) for moment in spans if moment is not None]
        latest = max([*ends, *(one.reported for one in self.reports)])
        return Script(tuple(self.reports), tuple(self.effort), self.d_day, self.end or latest, tuple(self._notes()))

    def _notes(self) -> Iterable[str]:
        for name in self.strangers:
            yield f"{self.path}: nobody in the text is called '{name}', so what is told of it concerns no party."
        for name in self.nowhere:
            yield f"{self.path}: neither the script nor the text knows a place '{name}', so it has no coordinates."

    def _item(self, words: str) -> None:
        if _D_DAY.fullmatch(words) or _PLACE.fullmatch(words):
            return
        if (match := _UNTIL.fullmatch(words)) is not None:
            self.end = last_instant(self._at(match["day"], match["start"]), self.zone)
        elif (match := _WATCHED.fullmatch(words)) is not None:
            self._watched(match)
        elif (match := _HAPPENS.fullmatch(words)) is not None:
            self._happens(match)
        elif (match := _SOME_TIME.match(words)) is not None:
            when = match["when"]
            self._bad(
                f"'{when}' is no hour", "write hours of the clock, 17:40 or, where it is not exact, 17:30 to 18:30"
            )
        else:
            self._bad(f"'{words[:60]}' is no line of a script", MEND)

    def _place(self, match: re.Match[str]) -> None:
        latitude, longitude = float(match["latitude"]), float(match["longitude"])
        if abs(latitude) > 90 or abs(longitude) > 180:
            self._bad(f"{latitude:g}, {longitude:g} is no place", "write latitude before longitude, in degrees")
        radius = (
            float(match["radius"]) * (1000 if (match["unit"] or "").casefold() == "km" else 1)
            if match["radius"]
            else None
        )
        name = match["name"].strip()
        self.places[fold(name)] = ReportPlace(latitude=latitude, longitude=longitude, radius_m=radius, name=name)

    def _watched(self, match: re.Match[str]) -> None:
        first = self._at(match["first"], None)
        last = self._at(match["last"], None) if match["last"] else first
        acts = tuple(self._act(word.strip()) for word in re.split(r",|\band\b", match["acts"])) if match["acts"] else ()
        self.effort.append(
            Effort(
                by=self.names.shown(match["by"].strip()),
                means="as scripted",
                place=(match["place"] or "everywhere").strip(),
                window=Interval(earliest=first, latest=last),
                acts=acts,
                origin=self._origin,
                audience=self.label,
            )
        )

    def _happens(self, match: re.Match[str]) -> None:
        words, *clauses = [part.strip() for part in match["deed"].rstrip(". ").split(",")]
        start = self._at(match["day"], match["start"])
        end = self._at(match["day"], match["end"]) if match["end"] else start
        if isinstance(start, dt.datetime) and isinstance(end, dt.datetime) and end < start:
            end += dt.timedelta(days=1)  # over midnight
        head, at, place = words.partition(" at ")
        if at and self.names.knows(place):  # "fires at Orlavia"
            head, at = words, ""
        inside = words.rpartition(" in ")
        if not at and inside[0] and self._knows(inside[2]):
            head, at, place = inside
        given: dict[str, Any] = {
            "id": match["name"] or f"line-{self.line}",
            "event": Interval(earliest=start, latest=end),
            "reported": last_instant(end, self.zone),
            "origin": self._origin,
            "audience": self.label,
            **(self._taken_back(words) or self._deed(head)),
        }
        if at:
            given["place"] = self._where(place)
        for clause in _joined(clauses):
            self._clause(clause, given)
        if given.get("claimant") is None:  # a reply, a meeting, a finding: whoever does it tells of it
            given["claimant"] = given.get("found_by") or (given.get("actor") if "about" in given else None)
        if any(one.id == given["id"] and given.get("corrects") != one.id for one in self.reports):
            self._bad(f"two things are called '{given['id']}'", "give each a name of its own")
        for key in ("about", "corrects"):
            if key in given and given[key] not in {one.id for one in self.reports}:
                self._not_there(given[key])
        if given["reported"] < first_instant(start, self.zone):
            self._bad("it is reported before it happened", "give a later day behind the source, or an earlier event")
        self.reports.append(Report(**given))

    def _taken_back(self, words: str) -> dict[str, Any] | None:
        """Of a line that withdraws an earlier one, by whoever told that, unless somebody else is named."""
        match = _TAKES_BACK.fullmatch(words)
        if match is None:
            return None
        how, told = match["how"].casefold(), next((one for one in self.reports if one.id == match["id"]), None)
        if told is None:
            if how.endswith("of") and not how.startswith("correct"):
                return None  # a withdrawal of tanks
            self._not_there(match["id"])
        if how.startswith("correct"):
            self._bad(
                f"'{words}' does not tell what is so instead",
                f"write what happened, with 'corrects {told.id}' behind it",
            )
        return {"corrects": told.id, "life": Life.WITHDRAWN, "claimant": told.claimant}

    def _not_there(self, id: str) -> NoReturn:
        known = ", ".join(one.id for one in self.reports) or "none"
        self._bad(f"nothing before it is called '{id}'", f"name one of: {known}")

    def _deed(self, words: str) -> dict[str, Any]:
        told = deed_in(words, self.names)
        if told is None:
            self._bad(f"'{words.strip()}' names somebody, and no act of theirs that is known", MEND)
        given: dict[str, Any] = {"act": self._act(told.act), "object": told.object, "count": told.count}
        if given["act"] != "deny":
            given["worded"] = worded(told.act.strip())
        for role in ("actor", "counterpart"):
            if (who := getattr(told, role)) is not None:
                given[role] = self._who(who)
        return given

    def _act(self, words: str) -> str:
        told = words.strip().casefold()
        if told in _DENIALS or says_no(told):
            return "deny"
        act = act_reported(words)
        if act is None and (is_out(words) or is_up(words) or undone(words).acts):
            return words.strip()
        if act is None:
            self._bad(f"'{words.strip()}' names no act that the text's sentences know", "say it as the text does")
        return act

    def _clause(self, clause: str, given: dict[str, Any]) -> None:
        match = _CLAUSE.fullmatch(clause)
        if match is None:
            self._bad(
                f"'{clause}' says nothing that a report has",
                "begin it with by, against, reported by, found by, about, corrects, note",
            )
        key, rest = " ".join(match["key"].casefold().split()), match["rest"].strip()
        if key == "by":
            given["actor" if "act" in given else "claimant"] = self._who(rest)  # who takes back a report tells that
        elif key == "against":
            given["counterpart"] = self._who(rest)
        elif key == "at":
            given["place"] = self._where(rest)
        elif key.startswith("reported"):
            who = self._told(rest, given)
            given["claimant"] = self.names.shown(who) if who.strip() else given.get("claimant")
        elif key in ("about", "corrects", "note"):
            given[key] = rest
        elif key == "withdrawn":
            given["life"] = Life.WITHDRAWN
            if rest.casefold().startswith("by "):
                given["claimant"] = self.names.shown(self._told(rest[3:], given))
            elif rest:
                given["corrects"] = rest
        else:
            given["found_by"] = self.names.shown(self._told(rest, given))
            given["life"] = Life.FOUND if key.startswith("found") else Life.REMEDIED

    def _told(self, words: str, given: dict[str, Any]) -> str:
        """Who says so; a time behind the name is when it was reported."""
        when = _TOLD.fullmatch(words)
        if when is None:
            return words
        given["reported"] = last_instant(self._at(when["day"], when["start"]), self.zone)
        return when["who"]

    def _who(self, words: str) -> str:
        for name in (words, _FORCES.sub("", words).strip()):
            if self.names.knows(name):
                return self.names.shown(name)
        named = self.names.doers(words).names
        self.strangers |= {one: None for one in named if not self.names.knows(self.names.shown(one))}
        return words

    def _where(self, words: str) -> ReportPlace:
        name = words.strip()
        if not self._knows(name):
            self.nowhere[name] = None
        return self.places.get(fold(name)) or ReportPlace(name=name)

    def _knows(self, place: str) -> bool:
        """Whether the script says where it is, or the text speaks of it."""
        return fold(place) in self.places or fold(place) in self._text

    def _at(self, day: str, time: str | None) -> Moment:
        date = self._date(day)
        if time is None:
            return date
        hour, minute = map(int, time.split(":"))
        if (hour, minute) == (24, 0):
            return dt.datetime.combine(date, dt.time(0), self.zone) + dt.timedelta(days=1)
        if hour > 23 or minute > 59:
            self._bad(f"{time} is no time of day", "write hours and minutes, such as 14:00")
        return dt.datetime.combine(date, dt.time(hour, minute), self.zone)

    def _date(self, words: str) -> dt.date:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            moment = self._moment(words)
            return moment.date() if isinstance(moment, dt.datetime) else moment
        if self.d_day is None:
            self._no_d_day()
        number = int("".join(re.findall(r"\d+", words)) or 0)
        if words.casefold().startswith("day"):
            if number == 0:
                self._bad("there is no day 0", "call D-day 'day 1', or 'D-day'")
            number -= 1
        elif "-" in words and number:
            number = -number
        first = first_instant(self.d_day, self.zone).astimezone(self.zone).date()
        try:
            return first + dt.timedelta(days=number)
        except OverflowError:
            self._bad(f"'{words}' lies beyond the calendar", "name a nearer day")

    def _moment(self, words: str) -> Moment:
        try:
            moment = parse_moment(re.sub(r"\s+", "T", words.strip()))
        except ValueError:
            spelt = next((one for one in times(words) if (one.span.start, one.span.end) == (0, len(words))), None)
            if spelt is not None and spelt.latest is not None and spelt.earliest == spelt.latest:
                moment = spelt.latest
            else:
                self._bad_date(words)
        if isinstance(moment, dt.datetime) and moment.tzinfo is None:
            moment = moment.replace(tzinfo=self.zone)
        return moment

    def _bad_date(self, words: str) -> NoReturn:
        self._bad(f"'{words}' is no date", "write it as 2031-03-01, or 2031-03-01 06:00")

    @cached_property
    def _text(self) -> str:
        return " ".join(self.framework.text.casefold().split())

    @property
    def _origin(self) -> str:
        return f"{self.path}, line {self.line}"

    def _no_d_day(self) -> NoReturn:
        self._bad("days are counted from D-day, which is not fixed", "give --d-day DATE, or a line '- D-day: DATE'")

    def _bad(self, problem: str, mend: str) -> NoReturn:
        raise UnusableInput(self.path, problem, mend, f"line {self.line}")


def _items(text: str) -> Iterable[tuple[int, re.Match[str]]]:
    """The items of the list, each with the number of its first line; a line that is indented goes on with its item."""
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        first, words = number, lines[number]
        number += 1
        if _ITEM.fullmatch(words.rstrip()) is None:
            continue
        while number < len(lines) and lines[number][:1] in (" ", "\t") and lines[number].strip():
            words = f"{words.rstrip()} {lines[number].strip()}"
            number += 1
        match = _ITEM.fullmatch(words.rstrip())
        assert match is not None
        yield first + 1, match


def _without_dash(text: str) -> Iterable[tuple[int, str]]:
    """Lines that say what an item says, with another sign before them, or none: they would be lost."""
    for number, line in enumerate(text.splitlines(), 1):
        words = _OTHER_SIGN.sub("", line).strip()
        if _ITEM.fullmatch(line.rstrip()) is None and any(form.fullmatch(words) for form in _FORMS):
            yield number, words


def _joined(clauses: list[str]) -> Iterable[str]:
    """Clauses as they were meant: what begins with none of the words of a clause goes on with the one before."""
    found: list[str] = []
    for clause in clauses:
        goes_on = found and (_CLAUSE.fullmatch(clause) is None or found[-1].casefold().startswith("note"))
        timed = (
            found
            and re.match(rf"(?:on\s+)?(?:{_DAY}|{_TIME})", clause, re.I)
            and found[-1].casefold().startswith(("reported", "found", "remedied"))
        )
        if goes_on and (timed or found[-1].casefold().startswith("note")):
            found[-1] = f"{found[-1]}, {clause}"
        else:
            found.append(clause)
    return found
