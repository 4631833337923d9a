"""One of each kind of thing, over two invented papers, with everything in them that is hard to write down."""

from __future__ import annotations

import datetime as dt

from parley.model import (
    Act,
    Actor,
    ActorKind,
    Affiliation,
    Audience,
    Commitment,
    Condition,
    Criticism,
    Document,
    Event,
    EventStatus,
    Interval,
    Measure,
    MeasureStatus,
    Meeting,
    PloverRoot,
    ReadOutput,
    Ref,
    Role,
    Span,
    Statement,
    TimeExpression,
)

TEXT = "=HYPERLINK(1) said, “𝔸 talks\u2028on Friday, if the\r\nprisoners; return”, \té\n"
A, B = "a" * 64, "b" * 64
KES, NOBODY = Ref(id="KES", name="Kestria"), Ref(id=None, name="@an official")
DAY = Interval(earliest=dt.date(2031, 3, 7), latest=dt.date(2031, 3, 7), said="Friday")
NOON = dt.datetime(2031, 3, 6, 12, tzinfo=dt.timezone(dt.timedelta(hours=3)))


def span(words: str, document: str = A) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words), document)


FRIDAY, IF = span("on Friday"), span("if the\r\nprisoners")
STATEMENT = Statement(
    id="a-s1",
    document=A,
    speaker=NOBODY,
    addressee=KES,
    act=Act.EXPRESS_WILLINGNESS,
    direct=True,
    commitment=Commitment.HEDGED,
    interval=DAY,
    issues=("prisoners", "ships"),
    conditions=(Condition(cue="if", words="if the\r\nprisoners", spans=(IF,)),),
    hedges=(span("said"),),
    source=(span("=HYPERLINK(1)"),),
    cue=(span("said"),),
    content=(span("𝔸 talks"), span("return")),
    doubts=("-1 of two could be meant.",),
)
WITHIN = Statement(id="a-s2", document=A, within="a-s1")
EVENT = Event(
    id="a-e1",
    document=A,
    type=PloverRoot.CONSULT,
    cameo="036",
    status=EventStatus.PLANNED,
    actor=KES,
    recipient=NOBODY,
    interval=Interval(earliest=NOON),
    place="+Lindholt",
    statement="a-s1",
    spans=(FRIDAY,),
)
READ = ReadOutput(
    audience=Audience("team"),
    head="0" * 64,
    notes=("A note.",),
    documents=(
        Document(
            id=A, path="documents/=cmd.md", text=TEXT, published=dt.date(2031, 3, 6), title='"quoted", title'
        ).summary,
        Document(id=B, path="documents/\udcff.md", text="x").summary,
    ),
    actors=(
        Actor(
            id="KES",
            name="Kestria",
            kind=ActorKind.STATE,
            aliases=("the Republic", "-K"),
            roles=(Role.PARTY, Role.HOST),
            affiliations=(Affiliation(to="HAL", post="member", interval=DAY),),
        ),
    ),
    statements=(STATEMENT, WITHIN),
    times=(TimeExpression(span=FRIDAY, timex="2031-03-07", kind="DATE", earliest=DAY.earliest, latest=DAY.latest),),
    events=(EVENT,),
    meetings=(
        Meeting(
            id="a-m1",
            document=A,
            status=EventStatus.PLANNED,
            parties=(KES, NOBODY),
            venue="Lindholt",
            window=DAY,
            convenor=KES,
            level="ministers",
            purpose="talks",
            delegates=(NOBODY,),
            agenda=("the prisoners", "the ships"),
            statements=("a-s1",),
            spans=(span("talks"),),
        ),
    ),
    measures=(
        Measure(
            id="a-x1",
            document=A,
            by=KES,
            towards=NOBODY,
            what=("all aid", "the ships"),
            status=MeasureStatus.SUSPENDED,
            since=DAY,
            until=Interval(earliest=dt.date(2031, 4, 5), latest=dt.date(2031, 4, 5), said="until April 5"),
            conditions=STATEMENT.conditions,
            statements=("a-s1",),
            spans=(span("talks"), IF),
        ),
    ),
    criticisms=(
        Criticism(
            id="a-c1",
            document=A,
            published=dt.date(2031, 3, 6),
            target=KES,
            speaker=NOBODY,
            statement="a-s1",
            interval=DAY,
            sentence=span("𝔸 talks\u2028on Friday"),
            words=(span("talks"),),
            doubts=("-1 of two could be meant.",),
        ),
    ),
)
TEXTS = {A: TEXT, B: "x"}
