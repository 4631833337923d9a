"""Profiles and packages: what each party could accept, and what all of them could."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from .audience import MEDIATOR, Label
from .issue import Issue, Stance
from .numbers import Number, Score, Spread
from .value import Value

Choice = dict[str, str]
"""Option id by issue id: a package where every issue is in it, a combination otherwise."""


class Link(Value):
    """A link between issues, in one of two forms.

    ``if``/``then``: with the first the party insists on the second (a package that breaks it is out
    for this party). ``with``/``worth``: so many points more (or fewer) when all of these go together.
    """

    model_config = ConfigDict(populate_by_name=True)

    if_: Choice | None = Field(default=None, alias="if")
    then: Choice | None = None
    with_: Choice | None = Field(default=None, alias="with")
    worth: Score | None = None


class Profile(Value):
    """One party's preferences. Always confidential.

    ``scores`` are points by issue and option. ``weights`` multiply them, by issue; without weights
    they add up as they are. ``red_lines`` are options, or combinations, that the party can't
    accept. ``reserve`` is the total below which it walks away; ``None`` is unknown, and not 0.

    Where nobody knows points: ``rankings`` have by issue the options, best first, equal ones together; an option
    left out may stand anywhere. ``can_live_with`` and ``cannot`` are options by issue. ``issue_ranking`` has the
    issues by what is at stake in them, most first; ``stakes`` are the points between the worst and the best option
    of an issue without scores, ``places`` where its options stand between these two, from 0 to 1. ``assumed`` names by
    issue and option the statements that a value was guessed from: such a value is nobody's word.
    """

    id: str
    reserve: Number | None = None
    scores: dict[str, dict[str, Score]] = {}
    weights: dict[str, Number] | None = None
    rankings: dict[str, tuple[tuple[str, ...], ...]] = {}
    can_live_with: dict[str, tuple[str, ...]] = {}
    cannot: dict[str, tuple[str, ...]] = {}
    issue_ranking: tuple[tuple[str, ...], ...] = ()
    stakes: dict[str, Score] = {}
    places: dict[str, dict[str, Score]] = {}
    red_lines: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    assumed: dict[str, dict[str, tuple[str, ...]]] = {}
    audience: Label = MEDIATOR

    @property
    def assumptions(self) -> int:
        """How many of its values nobody told."""
        return sum(len(by_option) for by_option in self.assumed.values())

    def speaks_of(self, issue: str) -> bool:
        """Whether it tells anything of an issue that can be weighed."""
        ranked = any(issue in tier for tier in self.issue_ranking)
        told = (self.scores, self.rankings, self.can_live_with, self.cannot, self.stakes, self.places)
        return ranked or any(issue in each for each in told)


class Assumption(Value):
    """Where a party is supposed to place an option between its worst (0) and its best (1), and what that rests on.

    ``stance`` is what its words in ``statements`` tell; ``None`` where it said nothing. ``second_hand`` says that only
    others tell of it, ``proposed`` that the option stands in the text as its own.
    """

    issue: str
    option: str
    place: Score
    stance: Stance | None = None
    statements: tuple[str, ...] = ()
    second_hand: bool = False
    proposed: bool = False
    why: str


class Case(Value):
    """A bargaining case: issues with their options, and the parties' profiles."""

    issues: tuple[Issue, ...]
    parties: tuple[Profile, ...]


class FrontierRow(Value):
    """One vector of utilities, by party, with all the packages that reach it.

    ``tied`` is their number, as text, where there are more than are listed; ``None`` where all are. ``drawn`` has, for
    the parties that rank, what the drawn profiles make of it, in the same points; it is empty where none were drawn.
    """

    utilities: dict[str, Score]
    packages: tuple[Choice, ...]
    tied: str | None = None
    drawn: dict[str, Spread] = {}


class Solutions(Value):
    """Packages chosen by four standards of fairness; all ties are kept."""

    nash: tuple[FrontierRow, ...] = ()
    kalai_smorodinsky: tuple[FrontierRow, ...] = ()
    egalitarian: tuple[FrontierRow, ...] = ()
    utilitarian: tuple[FrontierRow, ...] = ()


class Opening(Value):
    """What giving up one smallest set of red lines, insistences and reserves would open.

    ``packages`` is how many packages, as text; ``package`` one of them: that in which the reserves of the set fall
    short by the smallest share. ``reserves`` has by party what it would get there at most, where its reserve is in the
    set: so far it would have to come down.
    """

    give_up: tuple[str, ...]
    packages: str
    package: Choice
    reserves: dict[str, Number] = {}
    why: str


class AgreementZone(Value):
    """The packages that no party would refuse.

    ``known`` is false while some party's reserve is unknown: the count is then of the packages that
    break no red line and no reserve that *is* known. ``packages`` is the count as text. Where the
    zone is empty, each of ``openings`` is a smallest set of things that, given up together, open it, and ``opened``
    tells of the first of these what each would open.
    """

    empty: bool
    known: bool
    packages: str
    why: str
    openings: tuple[tuple[str, ...], ...] = ()
    opened: tuple[Opening, ...] = ()


class Obstacle(Value):
    """Something that closes packages: a red line, an insistence or a reserve, and how many it closes."""

    issue: str | None = None
    option: str | None = None
    party: str
    why: str
    closes: str
    opens: str
    """How many packages would open if this alone were given up, as text."""
    met_by: tuple[str, ...] = ()
    """What would meet it, in words: other options, or (for a reserve) options with which every allowed package does."""


class Trade(Value):
    """A change of several issues at once from one package to another that leaves nobody worse off."""

    start: Choice
    end: Choice
    changes: dict[str, str]
    gains: dict[str, Score]
    why: str


class Held(Value):
    """How far one package holds, over seeded draws from all that fits what is known.

    ``zone``, ``frontier``, ``nash`` and ``egalitarian`` are shares of the draws in which nobody would refuse it, in
    which no other beats it, and in which the standard chooses it. Regret is 1 less its share of the joint gain (the
    geometric mean of the gains) of the draw's Nash package; 1 where somebody refuses it. ``necessarily_...`` and
    ``possibly_...`` are settled without draws; ``None`` where that could not be done exactly. ``frontier`` is
    ``None`` where the frontiers of the draws are too large to list.
    """

    package: Choice
    zone: Number
    frontier: Number | None
    nash: Number
    egalitarian: Number
    mean_regret: Number
    max_regret: Number
    necessarily_in_zone: bool | None = None
    possibly_in_zone: bool | None = None
    necessarily_on_frontier: bool | None = None
    possibly_on_frontier: bool | None = None


class Settled(Value):
    """How many packages surely, and possibly, are in the zone of agreement, or on the frontier, as text.

    ``exact`` is false where packages are left that could not be told: then ``necessarily`` counts too few or
    ``possibly`` too many.
    """

    necessarily: str
    possibly: str
    exact: bool


class Question(Value):
    """What to ask next. ``words`` say whom and what; the numbers say how much the answer would change.

    ``kind`` is ``accept`` (whether it can live with options), ``points``, ``stake`` (how much an issue matters),
    ``place`` (how near an option is to the best), ``worth`` (of a link) or ``reserve``. ``worth`` is the expected
    value of knowing it: by how much the mean share of the joint gain rises that the best package reaches (0 to 1).
    ``flips`` is the share of draws in which the answer makes another package the best.
    """

    kind: str
    party: str
    issue: str | None = None
    option: str | None = None
    words: str
    worth: Number
    flips: Number


class PathStep(Value):
    """One change of one bracket that surely worsens nobody and betters somebody."""

    issue: str
    before: str
    after: str
    gains: dict[str, Score]
    why: str


class ImprovementPath(Value):
    """Single changes from ``start``, one after another, until none helps; ``next`` is a trade that leads on from there.

    No step worsens anybody, wherever uncertain points lie, or breaks a red line that wasn't broken.
    """

    start: Choice
    steps: tuple[PathStep, ...]
    end: Choice
    next: Trade | None = None
    why: tuple[str, ...]


class OptionDecided(Value):
    """What settling a bracket by this option leaves.

    ``in_zone`` and ``on_frontier`` say whether some package with it meets every known reserve, or is on the frontier;
    ``None`` is not known. ``costs`` has by party how much worse its best allowed package becomes, with ranges at
    their middle; it is empty where no allowed package has the option. ``against`` is what is held against it, in words.
    """

    option: str
    in_zone: bool | None
    on_frontier: bool | None
    costs: dict[str, Number] = {}
    against: tuple[str, ...] = ()


class BracketDecides(Value):
    """What a bracket decides: ``depends`` has by party which share of its whole range hangs on it.

    The whole range is what lies between a party's worst and best allowed package; what hangs on the bracket is how
    far its best allowed packages with each option lie apart.
    """

    issue: str
    depends: dict[str, Number] = {}
    options: tuple[OptionDecided, ...]
    why: str


class Robustness(Value):
    """How far the answer holds when all that is uncertain moves within what is known.

    ``draws`` is how many profiles were drawn with ``seed`` (0 where nothing is uncertain, or none were wanted), of
    which ``with_zone`` have packages that nobody would refuse; regret, ``nash`` and ``egalitarian`` are over these.
    ``packages`` are those with the least mean regret, ``ask`` the questions whose answers matter most.
    """

    uncertain: int
    """How many scores, worths, stakes, places and reserves are ranges or unknown."""
    nash_stable: bool | None = None
    why: str
    draws: int = 0
    with_zone: int = 0
    seed: int | None = None
    in_zone: Settled | None = None
    on_frontier: Settled | None = None
    packages: tuple[Held, ...] = ()
    ask: tuple[Question, ...] = ()


class Weighing(Value):
    """All answers of ``weigh``. ``packages`` is the count of all combinations, as text: it can be huge.

    ``frontier`` has one row per utility vector that no other dominates, over every package that
    breaks no red line, whatever the reserve. ``stakes`` are by party and issue the points between the worst and the
    best option, weighted (of ranges the outer ends; of the parties in ``ranking``, which rank instead of giving points
    of every option, the mean of the drawn profiles). ``exact`` is false where ``frontier`` is a sample; each of its
    rows is still proven. ``bound`` then says how much may be missing: for every allowed package there is a row
    that leaves no party worse off by more than this share of that party's span. ``unproven`` are sentences: that
    it is a sample, and of each solution that is not proven to be best, or not to be all, how far off it can be.
    ``assumptions`` are sentences on what nobody said: values guessed from public positions, and bounds.
    """

    issues: tuple[Issue, ...]
    parties: tuple[str, ...]
    packages: str
    frontier: tuple[FrontierRow, ...]
    exact: bool = True
    bound: Number | None = None
    unproven: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    solutions: Solutions
    agreement_zone: AgreementZone
    obstacles: tuple[Obstacle, ...] = ()
    trades: tuple[Trade, ...] = ()
    robustness: Robustness
    stakes: dict[str, dict[str, Number]] = {}
    ranking: tuple[str, ...] = ()
    path: ImprovementPath | None = None
    """From the present text, or the package that was asked about; ``None`` where there is neither."""
    decides: tuple[BracketDecides, ...] = ()
