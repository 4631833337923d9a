"""``process.toml``: what a process is called, its clock and zone, its actors, and the key words of its issues.

Every audience's outputs rest on this file: it is no place for secrets.
"""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo

from parley.model import (
    MEDIATOR,
    PUBLIC,
    TEAM,
    Actor,
    ActorKind,
    Affiliation,
    Interval,
    Issue,
    Label,
    Option,
    Role,
    UnusableInput,
    first_instant,
)
from parley.model.value import Value

from .names import fault_of, printable
from .toml import Section, did_you_mean, open_section
from .zones import zone_named

FILE = "process.toml"

_ID = re.compile(r"\w(?:[\w.\-]*\w)?")
"""What the short name of an actor and the label of a bracket are made of."""
_PLAIN = "use letters and digits, with '-', '_' or '.' between them"
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Settings(Value):
    """What ``process.toml`` says.

    ``audience`` is the label of whatever in the shared folder doesn't say another; ``as_of`` a clock
    that stands still, for an archived or fictional process; ``notice`` is printed on every output.
    ``reporting_hour`` is the local hour at which the monitors' reporting day ends.
    """

    title: str
    time_zone: str = "UTC"
    audience: Label = TEAM
    as_of: dt.datetime | None = None
    notice: str | None = None
    reporting_hour: dt.time | None = None
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def zone(self) -> dt.tzinfo:
        zone = zone_named(self.time_zone)
        assert zone is not None, "checked when the settings were read"
        return zone


def load_settings(data: bytes, path: str = FILE) -> Settings:
    """Read ``process.toml``; raises :class:`UnusableInput` naming the line, what is wrong, and the mend."""
    whole = open_section(data, path)
    whole.only("process", "actors", "issues")
    process = whole.section("process")
    title = process.needed("title", "Talks between A and B")
    time_zone = process.words("time_zone") or "UTC"
    zone = zone_named(time_zone)
    if zone is None:
        raise _unknown_zone(process, time_zone)
    audience = process.label("audience") or TEAM
    if audience not in (PUBLIC, TEAM, MEDIATOR):
        raise process.fault(
            "audience", f"'{audience}' is one party", "use public, team or mediator; a party's own lies in caucus"
        )
    as_of = process.moment("as_of")
    notice = process.words("notice")
    reporting_hour = _hour(process)
    process.done()
    return Settings(
        title=title,
        time_zone=time_zone,
        audience=audience,
        as_of=None if as_of is None else first_instant(as_of, zone),
        notice=notice,
        reporting_hour=reporting_hour,
        actors=_actors(whole.sections("actors")),
        issues=tuple(_issue(id, section) for id, section in whole.section("issues").named_sections()),
    )


def hour_named(words: str) -> dt.time | None:
    """The hour of ``19:30``; ``None`` for anything else."""
    return dt.time.fromisoformat(words) if _HOUR.fullmatch(words) else None


def _hour(process: Section) -> dt.time | None:
    words = process.words("reporting_hour")
    if words is None:
        return None
    hour = hour_named(words)
    if hour is None:
        raise process.fault("reporting_hour", f"'{printable(words)}' is no hour", 'write it as "19:30"')
    return hour


def _unknown_zone(process: Section, name: str) -> UnusableInput:
    if not zoneinfo.available_timezones():
        mend = "this computer has no table of time zones: write a fixed offset such as +03:00, or install 'tzdata'"
    else:
        near = did_you_mean(name, sorted(zoneinfo.available_timezones()))
        mend = near if near.startswith("did") else "use a name such as Africa/Nairobi, or an offset such as +03:00"
    return process.fault("time_zone", f"the time zone '{name}' is not known", mend)


def _actors(sections: list[Section]) -> tuple[Actor, ...]:
    actors: dict[str, Actor] = {}
    belongs: list[tuple[Section, str]] = []
    for section in sections:
        id = section.needed("id", "ABC")
        if id in actors:
            raise section.fault("id", f"two actors have the id '{id}'", "give each its own, or make them one")
        if not _ID.fullmatch(id) or fault_of(id):
            raise section.fault("id", f"the id '{printable(id)}' is no short name", _PLAIN)
        if id.casefold() in (other.casefold() for other in actors):
            raise section.fault("id", f"the id '{id}' is another's but for its case", "give each its own")
        name = section.needed("name", "Republic of Aland")
        kind = section.choice("kind", ActorKind, section.needed("kind", "state"))
        assert kind is not None
        roles = [section.choice("roles", Role, role) for role in section.list_of_words("roles")]
        affiliations = []
        for entry in section.sections("affiliations"):
            affiliations.append(_affiliation(entry))
            belongs.append((entry, affiliations[-1].to))
        actors[id] = Actor(
            id=id,
            name=name,
            kind=kind,
            aliases=section.list_of_words("aliases"),
            roles=tuple(role for role in roles if role is not None),
            affiliations=tuple(affiliations),
        )
        section.done()
    for entry, to in belongs:
        if to not in actors:
            raise entry.fault("to", f"no actor has the id '{to}'", did_you_mean(to, actors))
    return tuple(actors.values())


def _affiliation(section: Section) -> Affiliation:
    to, post = section.needed("to", "ABC"), section.words("post")
    since, until = section.moment("from"), section.moment("until")
    section.done()
    try:
        interval = Interval(earliest=since, latest=until) if since or until else None
    except ValueError:
        raise section.fault("until", "the affiliation ends before it begins", "exchange from and until") from None
    return Affiliation(to=to, post=post, interval=interval)


def _issue(id: str, section: Section) -> Issue:
    if not _ID.fullmatch(id):
        raise section.fault(None, f"'{printable(id)}' is no label of a bracket", _PLAIN)
    options = []
    for name, option in section.section("options").named_sections():
        text, keywords = option.words("text"), option.list_of_words("keywords")
        option.done()
        options.append(Option(id=name, text=text or name, keywords=keywords))
    issue = Issue(
        id=id,
        title=section.words("title") or id,
        keywords=section.list_of_words("keywords"),
        options=tuple(options),
    )
    section.done()
    return issue
