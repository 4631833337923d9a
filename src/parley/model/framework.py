"""The framework text and its parts: articles, provisions, sentences, brackets, obligations."""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import Generic, TypeVar

from .issue import Issue
from .quantity import DayCount, Distance, Duration
from .span import Span
from .time import Moment
from .value import Value

T = TypeVar("T")


class Slot(Value, Generic[T]):
    """One part of an obligation: the words it was read from, where they stand, and what they mean."""

    words: str
    value: T
    spans: tuple[Span, ...] = ()


class Modality(enum.StrEnum):
    MUST = "must"
    MUST_NOT = "must not"
    MAY = "may"


class Instant(Value):
    """A point in time that a text names: a moment, a day counted from D-day, or an event.

    One of the three is set; ``offset`` (with ``event``) is how long after it: day 1 of a withdrawal is
    the withdrawal's own day, day 5 after it is five days later. ``time`` is the hour of a ``day`` or an
    ``event``'s day: with an offset from UTC where the text writes one, else on the clocks of the process's zone.
    """

    moment: Moment | None = None
    day: DayCount | None = None
    event: str | None = None
    offset: Duration | None = None
    time: dt.time | None = None


class Window(Value):
    """When an obligation holds or is due.

    ``start`` ("from D+14"), ``end`` ("by D+14", "until"; the whole day counts), ``within`` a time of
    the trigger ("within 24 hours"), ``lasts`` ("for 30 days"), ``every`` ("every 24 hours"), ``times`` how
    often in that time, where it is more than once ("twice a week"); ``hours`` are the hours of each day between
    which it holds ("every day from 08:00 to 16:00"), with an offset from UTC where the text writes one, else on
    the clocks of the process's zone. ``clock`` is the name that the text gives to those clocks ("Kyiv time"): how far
    they are from UTC it does not say, and nobody guesses.
    """

    start: Instant | None = None
    end: Instant | None = None
    within: Duration | None = None
    lasts: Duration | None = None
    every: Duration | None = None
    times: int | None = None
    hours: tuple[dt.time, dt.time] | None = None
    clock: str | None = None


class Relation(enum.StrEnum):
    """How a place is laid out from a named zone, line or territory; ``NEAR`` takes the place itself in.

    ``BEHIND`` is on the far side of it, seen from where somebody stands.
    """

    IN = "in"
    OUTSIDE = "outside"
    WITHIN_DISTANCE = "within distance"
    BEYOND_DISTANCE = "beyond distance"
    ACROSS = "across"
    NORTH_OF = "north of"
    SOUTH_OF = "south of"
    EAST_OF = "east of"
    WEST_OF = "west of"
    ALONG = "along"
    NEAR = "near"
    BEHIND = "behind"


class Where(Value):
    """A place rule: ``relation`` to each of the names in ``of``; ``distance`` where one is given.

    ``of`` holds defined terms or names of shapes as the text writes them ("Contact Line").
    """

    relation: Relation
    of: tuple[str, ...]
    distance: Distance | None = None


class Thing(Value):
    """What an act is done to or with: ``term`` is the defined term, if it is one; ``text`` its words.

    ``number`` is how many are meant, ``most`` how many there may be: a ban is then on more than that.
    """

    text: str
    term: str | None = None
    number: float | None = None
    most: float | None = None


class Trigger(Value):
    """What sets an obligation off, or bounds it.

    ``kind`` is the joining word ("upon", "if", "while", "unless" ...); ``event`` the defined term or
    the act from the lexicon that happens ("Confirmed Violation", "incident", "enter-into-force").
    ``count`` and ``period``: that many or more in that time.
    """

    kind: str
    event: str
    actor: str | None = None
    count: int | None = None
    period: Duration | None = None


class Obligation(Value):
    """A duty, ban or permission as read from one sentence. Every slot that wasn't read is ``None``.

    ``id`` is the provision's id with a running number (``heavy-15km/1``). ``bearer`` holds actor ids
    or names of bodies; each of them bears it. ``act`` is an act of the lexicon (``place``,
    ``withdraw``, ``report``). ``labels`` are the brackets that its sentence still holds open.
    """

    id: str
    provision: str | None
    sentence: Span
    bearer: Slot[tuple[str, ...]] | None = None
    modality: Slot[Modality] | None = None
    act: Slot[str] | None = None
    object: Slot[Thing] | None = None
    place: Slot[Where] | None = None
    window: Slot[Window] | None = None
    trigger: Slot[Trigger] | None = None
    exception: Slot[str] | None = None
    counterpart: Slot[tuple[str, ...]] | None = None
    verifier: Slot[tuple[str, ...]] | None = None
    labels: tuple[str, ...] = ()


class SentenceForm(enum.StrEnum):
    """What a sentence of a framework does."""

    DEFINITION = "definition"
    ESTABLISHMENT = "establishment"
    COMPOSITION = "composition"
    BAN = "ban"
    DUTY = "duty"
    PERMISSION = "permission"
    VERIFICATION = "verification"
    ENTRY_INTO_FORCE = "entry into force"
    DURATION = "duration"
    RESPONSIBILITY = "responsibility"
    ACCEPTANCE = "acceptance"
    STATUS = "status"
    NOT_READ = "not read"
    NOT_OPERATIVE = "not operative"


class Sentence(Value):
    """A sentence of a framework. ``reading`` is what was understood, in plain words; ``None`` if not read."""

    start: int
    end: int
    exact: str
    provision: str | None = None
    form: SentenceForm = SentenceForm.NOT_READ
    reading: str | None = None
    obligations: tuple[Obligation, ...] = ()

    @property
    def operative(self) -> bool:
        return self.form is not SentenceForm.NOT_OPERATIVE


class Alternative(Value):
    """One wording inside a bracket, with the parties that own it (none: nobody has claimed it)."""

    owners: tuple[str, ...]
    text: str
    start: int
    end: int


class Bracket(Value):
    """Text still open. ``label`` is the issue (``None`` if the bracket has none); ``exact`` includes the brackets."""

    label: str | None
    alternatives: tuple[Alternative, ...]
    start: int
    end: int
    exact: str
    provision: str | None = None


class Definition(Value):
    """``**Term** means ...``: the term, its meaning in the text's words, and where the sentence stands."""

    term: str
    meaning: str
    span: Span
    annex: str | None = None


class Provision(Value):
    """A numbered or named paragraph. ``id`` is the word id without ``#``, else the printed number."""

    id: str
    number: str | None = None
    heading: str | None = None
    start: int
    end: int

    @property
    def printed(self) -> str:
        """The number, or the id where there is none, in the one form of :func:`provision_number`."""
        return provision_number(self.number or self.id)


def provision_number(said: str) -> str:
    """One form for the numbers by which a text can call a provision: "8.2(a)" is said of what is printed "8(2)(a)"."""
    return re.sub(r"(?<=\w)\.(\d+)", r"(\1)", said)


class Annex(Value):
    """An annex the front matter lists: its letter and the file, relative to the framework's own."""

    letter: str
    path: str


class Party(Value):
    """A party or other actor that the front matter names: short name and full name."""

    id: str
    name: str


class Framework(Value):
    """A cease-fire or peace agreement as read from its text.

    ``text`` is the file as decoded; all ``start`` and ``end`` count its code points. ``d_day`` is
    D-day if it is fixed. ``issues`` are the labelled brackets: one label is one issue wherever it
    stands. ``problems`` are sentences about the text's form (front matter that can't be read, a
    bracket that does not close): parsing itself never fails.
    """

    path: str
    text: str
    title: str | None = None
    status: str = "draft"
    parties: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    d_day: Moment | None = None
    annexes: tuple[Annex, ...] = ()
    definitions: tuple[Definition, ...] = ()
    provisions: tuple[Provision, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    issues: tuple[Issue, ...] = ()
    bodies: tuple[Party, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        return tuple(obligation for sentence in self.sentences for obligation in sentence.obligations)

    def provision(self, id: str | None) -> Provision | None:
        return next((provision for provision in self.provisions if provision.id == id), None)


class FindingKind(enum.StrEnum):
    DEFECT = "defect"
    ABSENT = "absent"
    NOTE = "note"


class Severity(enum.StrEnum):
    BLOCKER = "blocker"
    SERIOUS = "serious"
    MINOR = "minor"


class Accepted(Value):
    """That a person accepts a finding as it is: when, why, and who (``None`` where the reader may not know)."""

    at: dt.datetime
    by: str | None = None
    reason: str = ""


class Finding(Value):
    """Something a drafter should look at.

    ``code`` is the checklist's ("D3") or finer ("D3.from-what"). ``quote`` is the text's words from
    ``start`` to ``end``; for what is absent they are an empty place at the start of the text, or of
    the provision where it should stand. ``also`` names other provisions concerned.
    """

    code: str
    kind: FindingKind
    severity: Severity
    provision: str | None
    also: tuple[str, ...] = ()
    start: int
    end: int
    quote: str
    why: str
    fix: str
    precedent: str | None = None
    accepted: Accepted | None = None


class CheckProfile(Value):
    """The kind of text that a text was taken for, which says what must be in it, and why that one."""

    name: str
    why: str


class Expected(Value):
    """A finding that a text is expected to give: its code, provision and quoted words (empty for what is absent)."""

    code: str
    provision: str | None = None
    quote: str = ""


class Expectation(Value):
    """How the findings differ from the expected ones, which stand in the file ``path``."""

    path: str
    missing: tuple[Expected, ...] = ()
    unexpected: tuple[Finding, ...] = ()


class Topic(Value):
    """Whether a text speaks to a topic, by its PA-X code, and where."""

    code: str
    present: bool
    provisions: tuple[str, ...] = ()


class Understood(Value):
    """How many sentences are operative, and how many of them were read."""

    operative: int
    read: int


class DateKind(enum.StrEnum):
    """What happens on a date that follows from a text."""

    D_DAY = "D-day"
    STARTS = "starts"
    STOPS = "stops"
    DUE = "due"
    ENDS = "ends"
    RETURNS = "returns"


class Deadline(Value):
    """A date that follows from the text.

    ``day`` counts from D-day, ``date`` is ``None`` until that is fixed; ``time`` is the instant where the
    text gives an hour. ``what`` is the kind with the sentence's words. ``every`` is how often it returns
    from that day on. ``latest``: the day is the last one that follows, counted from another deadline
    as if that were kept on its last day. ``counted`` is from what it counts ("30 days from signature") where
    the text doesn't say when that is: such a row has neither ``day`` nor ``date``. ``assumed`` says what was
    taken for granted to find the day.
    """

    obligation: str
    provision: str | None
    kind: DateKind = DateKind.DUE
    what: str
    bearers: tuple[str, ...] = ()
    day: DayCount | None = None
    date: dt.date | None = None
    time: Moment | None = None
    every: Duration | None = None
    latest: bool = False
    counted: str | None = None
    assumed: str | None = None


class Check(Value):
    """Everything that checking a text finds."""

    findings: tuple[Finding, ...] = ()
    profile: CheckProfile | None = None
    topics: tuple[Topic, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    understood: Understood
    timeline: tuple[Deadline, ...] = ()
