"""The words of Parley as frozen, typed values. No input or output happens here."""

from typing import TYPE_CHECKING

from ..doors import opened_when_used

if TYPE_CHECKING:
    from .actor import Actor, ActorKind, Affiliation, Ref, Role
    from .audience import MEDIATOR, PUBLIC, TEAM, Audience, Label
    from .bargaining import (
        AgreementZone,
        Assumption,
        BracketDecides,
        Case,
        Choice,
        FrontierRow,
        Held,
        ImprovementPath,
        Link,
        Obstacle,
        Opening,
        OptionDecided,
        PathStep,
        Profile,
        Question,
        Robustness,
        Settled,
        Solutions,
        Trade,
        Weighing,
    )
    from .buffer import Buffer
    from .comparison import Change, ChangeKind, Comparison, PartyMoves, Side
    from .criticism import Criticism
    from .daily import (
        ClaimCount,
        Daily,
        DailyAct,
        DailyCorrection,
        DailyEffort,
        DailyProvision,
        DailyRegion,
        DailyReport,
        DailyRestriction,
        DailyWeapon,
        Hindrance,
        ReportingDay,
    )
    from .decision import Decision, DecisionKind, Reviewed
    from .dividing import DividedIssue, Division, Transfer
    from .document import Credibility, Document, DocumentSummary, Reliability
    from .errors import BrokenChain, NotPermitted, NotYetHandled, ParleyError, UnusableInput, WrongUsage
    from .event import Event, EventStatus, Measure, MeasureChange, MeasureStatus, Meeting, PloverRoot, Reading
    from .framework import (
        Accepted,
        Alternative,
        Annex,
        Bracket,
        Check,
        CheckProfile,
        DateKind,
        Deadline,
        Definition,
        Expectation,
        Expected,
        Finding,
        FindingKind,
        Framework,
        Instant,
        Modality,
        Obligation,
        Party,
        Provision,
        Relation,
        Sentence,
        SentenceForm,
        Severity,
        Slot,
        Thing,
        Topic,
        Trigger,
        Understood,
        Where,
        Window,
        provision_number,
    )
    from .geometry import Shape, ShapeKind
    from .incident import IncidentLife, LifeClock, LifeStep, Stage
    from .incoming import CountBy, ReceivedFile, Recoding, SourceCluster, UnusableRow
    from .issue import Contradiction, Issue, Move, Option, Position, PositionChange, Stance, Voice
    from .monitoring import (
        GRAVITY,
        Candidate,
        Coverage,
        Effort,
        Life,
        Outcome,
        Report,
        ReportPlace,
        Revision,
        Stood,
        Tally,
        Verdict,
        Watch,
    )
    from .numbers import Number, Range, Score, Spread, exact_number, plain_number
    from .outputs.base import FilesOutput, Output
    from .outputs.every import OUTPUTS, schema
    from .outputs.ground import DailyOutput, WatchOutput
    from .outputs.papers import PositionsOutput, ReadOutput, ReviewOutput, SearchHit, SearchOutput, TalksOutput
    from .outputs.record import BriefOutput, DemoOutput, RecordOutput, Step
    from .outputs.text import CheckOutput, DiffOutput, Facet, Precedent, PrecedentsOutput, SettleOutput
    from .outputs.weighing import DivideOutput, ProposedOutput, ReleasedOutput, StabilityOutput, WeighOutput
    from .proposal import Difference, Joined, Joining, Proposal, Sureness, Telling, Version, proposal_id
    from .quantity import METRES, SECONDS, DayCount, Distance, Duration
    from .rehearsal import Clash, ClashKind, Idle, ProvisionTally, Rehearsal, Untellable, Untold
    from .releasing import ReleasedOption, ReleasedPackage
    from .remedy import Remedy
    from .review import Drawn, Judgement, Precision, Rate, Review, ReviewItem
    from .span import Span, exact_words
    from .stability import CoalitionStanding, Conflict, Equilibria, GraphOption, GraphState, Stability, Standing
    from .statement import ACT_DEFINITIONS, Act, Commitment, Condition, ConditionState, Statement, TimeExpression
    from .suspension import Suspension, SuspensionState
    from .target import Target, TargetKind
    from .time import YEARS, Every, Interval, Moment, first_instant, last_instant, near_enough, parse_moment
    from .tone import Tone, ToneCriticism, ToneEvent, TonePeriod
    from .trend import (
        Against,
        AreaStep,
        AreaTrend,
        LevelChange,
        RateComparison,
        RateRatio,
        ReportingDelay,
        Trend,
        TrendCount,
    )
    from .value import Value

_WORDS = {
    ".actor": "Actor ActorKind Affiliation Ref Role",
    ".audience": "MEDIATOR PUBLIC TEAM Audience Label",
    ".bargaining": (
        "AgreementZone Assumption BracketDecides Case Choice FrontierRow Held ImprovementPath Link Obstacle "
        "Opening OptionDecided PathStep Profile Question Robustness Settled Solutions Trade Weighing"
    ),
    ".buffer": "Buffer",
    ".comparison": "Change ChangeKind Comparison PartyMoves Side",
    ".criticism": "Criticism",
    ".daily": (
        "ClaimCount Daily DailyAct DailyCorrection DailyEffort DailyProvision DailyRegion DailyReport "
        "DailyRestriction DailyWeapon Hindrance ReportingDay"
    ),
    ".decision": "Decision DecisionKind Reviewed",
    ".dividing": "DividedIssue Division Transfer",
    ".document": "Credibility Document DocumentSummary Reliability",
    ".errors": "BrokenChain NotPermitted NotYetHandled ParleyError UnusableInput WrongUsage",
    ".event": "Event EventStatus Measure MeasureChange MeasureStatus Meeting PloverRoot Reading",
    ".framework": (
        "Accepted Alternative Annex Bracket Check CheckProfile DateKind Deadline Definition Expectation Expected "
        "Finding FindingKind Framework Instant Modality Obligation Party Provision Relation Sentence SentenceForm "
        "Severity Slot Thing Topic Trigger Understood Where Window provision_number"
    ),
    ".geometry": "Shape ShapeKind",
    ".incident": "IncidentLife LifeClock LifeStep Stage",
    ".incoming": "CountBy ReceivedFile Recoding SourceCluster UnusableRow",
    ".issue": "Contradiction Issue Move Option Position PositionChange Stance Voice",
    ".monitoring": (
        "GRAVITY Candidate Coverage Effort Life Outcome Report ReportPlace Revision Stood Tally Verdict Watch"
    ),
    ".numbers": "Number Range Score Spread exact_number plain_number",
    ".outputs.base": "FilesOutput Output",
    ".outputs.every": "OUTPUTS schema",
    ".outputs.ground": "DailyOutput WatchOutput",
    ".outputs.papers": "PositionsOutput ReadOutput ReviewOutput SearchHit SearchOutput TalksOutput",
    ".outputs.record": "BriefOutput DemoOutput RecordOutput Step",
    ".outputs.text": "CheckOutput DiffOutput Facet Precedent PrecedentsOutput SettleOutput",
    ".outputs.weighing": "DivideOutput ProposedOutput ReleasedOutput StabilityOutput WeighOutput",
    ".proposal": "Difference Joined Joining Proposal Sureness Telling Version proposal_id",
    ".quantity": "METRES SECONDS DayCount Distance Duration",
    ".rehearsal": "Clash ClashKind Idle ProvisionTally Rehearsal Untellable Untold",
    ".releasing": "ReleasedOption ReleasedPackage",
    ".remedy": "Remedy",
    ".review": "Drawn Judgement Precision Rate Review ReviewItem",
    ".span": "Span exact_words",
    ".stability": "CoalitionStanding Conflict Equilibria GraphOption GraphState Stability Standing",
    ".statement": "ACT_DEFINITIONS Act Commitment Condition ConditionState Statement TimeExpression",
    ".suspension": "Suspension SuspensionState",
    ".target": "Target TargetKind",
    ".time": "YEARS Every Interval Moment first_instant last_instant near_enough parse_moment",
    ".tone": "Tone ToneCriticism ToneEvent TonePeriod",
    ".trend": "Against AreaStep AreaTrend LevelChange RateComparison RateRatio ReportingDelay Trend TrendCount",
    ".value": "Value",
}
"""In which module each word is defined."""

__getattr__ = opened_when_used(__name__, {word: module for module, words in _WORDS.items() for word in words.split()})

__all__ = [
    "ACT_DEFINITIONS", "GRAVITY", "MEDIATOR", "METRES", "OUTPUTS", "PUBLIC", "SECONDS", "TEAM", "YEARS", "Accepted",
    "Act", "Actor", "ActorKind", "Affiliation", "Against", "AgreementZone", "Alternative", "Annex", "AreaStep",
    "AreaTrend", "Assumption", "Audience", "Bracket", "BracketDecides", "BriefOutput", "BrokenChain", "Buffer",
    "Candidate", "Case", "Change", "ChangeKind", "Check", "CheckOutput", "CheckProfile", "Choice", "ClaimCount",
    "Clash", "ClashKind", "CoalitionStanding", "Commitment", "Comparison", "Condition", "ConditionState", "Conflict",
    "Contradiction", "CountBy", "Coverage", "Credibility", "Criticism", "Daily", "DailyAct", "DailyCorrection",
    "DailyEffort", "DailyOutput", "DailyProvision", "DailyRegion", "DailyReport", "DailyRestriction", "DailyWeapon",
    "DateKind", "DayCount", "Deadline", "Decision", "DecisionKind", "Definition", "DemoOutput", "DiffOutput",
    "Difference", "Distance", "DivideOutput", "DividedIssue", "Division", "Document", "DocumentSummary", "Drawn",
    "Duration", "Effort", "Equilibria", "Event", "EventStatus", "Every", "Expectation", "Expected", "Facet",
    "FilesOutput", "Finding", "FindingKind", "Framework", "FrontierRow", "GraphOption", "GraphState", "Held",
    "Hindrance", "Idle", "ImprovementPath", "IncidentLife", "Instant", "Interval", "Issue", "Joined", "Joining",
    "Judgement", "Label", "LevelChange", "Life", "LifeClock", "LifeStep", "Link", "Measure", "MeasureChange",
    "MeasureStatus", "Meeting", "Modality", "Moment", "Move", "NotPermitted", "NotYetHandled", "Number", "Obligation",
    "Obstacle", "Opening", "Option", "OptionDecided", "Outcome", "Output", "ParleyError", "Party", "PartyMoves",
    "PathStep", "PloverRoot", "Position", "PositionChange", "PositionsOutput", "Precedent", "PrecedentsOutput",
    "Precision", "Profile", "Proposal", "ProposedOutput", "Provision", "ProvisionTally", "Question", "Range", "Rate",
    "RateComparison", "RateRatio", "ReadOutput", "Reading", "ReceivedFile", "Recoding", "RecordOutput", "Ref",
    "Rehearsal", "Relation", "ReleasedOption", "ReleasedOutput", "ReleasedPackage", "Reliability", "Remedy", "Report",
    "ReportPlace", "ReportingDay", "ReportingDelay", "Review", "ReviewItem", "ReviewOutput", "Reviewed", "Revision",
    "Robustness", "Role", "Score", "SearchHit", "SearchOutput", "Sentence", "SentenceForm", "SettleOutput", "Settled",
    "Severity", "Shape", "ShapeKind", "Side", "Slot", "Solutions", "SourceCluster", "Span", "Spread", "Stability",
    "StabilityOutput", "Stage", "Stance", "Standing", "Statement", "Step", "Stood", "Sureness", "Suspension",
    "SuspensionState", "TalksOutput", "Tally", "Target", "TargetKind", "Telling", "Thing", "TimeExpression", "Tone",
    "ToneCriticism", "ToneEvent", "TonePeriod", "Topic", "Trade", "Transfer", "Trend", "TrendCount", "Trigger",
    "Understood", "Untellable", "Untold", "UnusableInput", "UnusableRow", "Value", "Verdict", "Version", "Voice",
    "Watch", "WatchOutput", "WeighOutput", "Weighing", "Where", "Window", "WrongUsage", "exact_number", "exact_words",
    "first_instant", "last_instant", "near_enough", "parse_moment", "plain_number", "proposal_id", "provision_number",
    "schema",
]  # fmt: skip
