"""Positions: where each party stands on each option, by its own words first, with the statements behind it."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.model import (
    PUBLIC,
    TEAM,
    Act,
    Actor,
    ActorKind,
    Affiliation,
    Commitment,
    Condition,
    Document,
    Interval,
    Issue,
    Label,
    Option,
    Position,
    Reading,
    Ref,
    Role,
    Span,
    Stance,
    Statement,
)
from parley.reading import positions

KES = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, roles=(Role.PARTY,))
ORL = Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE, roles=(Role.PARTY,))
HAL = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, roles=(Role.FACILITATOR,))
BREL = Actor(id="BREL", name="Ana Brel", kind=ActorKind.PERSON, affiliations=(Affiliation(to="KES", post="minister"),))
PAPER = Actor(id="courier", name="The Courier", kind=ActorKind.ORGANISATION)
ACTORS = (KES, ORL, HAL, BREL, PAPER)

DISTANCE = Issue(
    id="distance",
    title="Distance of heavy weapons",
    keywords=("heavy weapon", "km"),
    options=(Option(id="15-km", text="15 km"), Option(id="30-km", text="30 km")),
)
PRISONERS = Issue(
    id="prisoners",
    title="Release of prisoners",
    keywords=("prisoner",),
    options=(Option(id="all", text="all"), Option(id="1000-each-of", text="1,000 each of")),
)
SHIPS = Issue(
    id="ships",
    title="Passage of ships",
    keywords=("ship",),
    options=(
        Option(id="without-inspection", text="without inspection"),
        Option(id="after-inspection-by-the-commission", text="after inspection by the Commission"),
    ),
)


def said(number: int, speaker: Actor | None, act: Act, words: str, **more: object) -> Statement:
    start = 1000 * number
    return Statement(
        id=f"s{number}",
        document="d",
        speaker=speaker.ref if speaker else None,
        act=act,
        content=(Span(start=start, end=start + len(words), exact=words),),
        **more,
    )


def cells(
    *statements: Statement,
    day: int = 1,
    audience: Label = TEAM,
    issues: tuple[Issue, ...] = (DISTANCE, PRISONERS, SHIPS),
) -> tuple[Position, ...]:
    return positions([reading(*statements, day=day, audience=audience)], issues, ACTORS)


def reading(*statements: Statement, day: int = 1, audience: Label = TEAM) -> tuple[Document, Reading]:
    document = Document(id="d", path="d.txt", text="", published=dt.date(2031, 3, day), audience=audience)
    return document, Reading(document="d", statements=statements)


def the_cell(*statements: Statement) -> Position:
    (cell,) = cells(*statements)
    return cell


class TestWhoHolds:
    def test_a_party_and_those_who_speak_for_it(self) -> None:
        for speaker in (KES, BREL):
            cell = the_cell(said(1, speaker, Act.DEMAND, "that heavy weapons be 15 km away"))
            assert (cell.party, cell.issue, cell.option) == ("KES", "distance", "15-km")

    def test_nobody_else(self) -> None:
        assert cells(said(1, HAL, Act.PROPOSE, "that heavy weapons be 15 km away")) == ()
        assert cells(said(1, None, Act.DEMAND, "that heavy weapons be 15 km away")) == ()

    def test_an_affiliation_counts_while_it_lasts(self) -> None:
        past = Interval(latest=dt.date(2030, 1, 1))
        former = BREL.replace(affiliations=(Affiliation(to="KES", interval=past),))
        statement = said(1, former, Act.DEMAND, "that heavy weapons be 15 km away")
        assert positions([reading(statement)], [DISTANCE], (KES, former)) == ()


class TestStance:
    @pytest.mark.parametrize(
        ("act", "words", "stance"),
        [
            (Act.DEMAND, "that heavy weapons be 15 km away", Stance.DEMANDS),
            (Act.PROPOSE, "15 kilometres", Stance.SUPPORTS),
            (Act.ACCEPT, "a distance of fifteen km", Stance.SUPPORTS),
            (Act.REJECT, "15 km", Stance.OPPOSES),
            (Act.EXPRESS_WILLINGNESS, "to discuss 15 km", Stance.OPEN),
            (Act.CONDITION, "15 km", Stance.CONDITIONAL),
            (Act.STATE, "that it insists on 15 km", Stance.DEMANDS),
            (Act.STATE, "that it will never accept 15 km", Stance.OPPOSES),
            (Act.STATE, "that it could perhaps accept 15 km", Stance.OPEN),
            (Act.STATE, "that it could accept 15 km, but only if the guns are counted", Stance.CONDITIONAL),
            (Act.STATE, "that 15 km is on the map", Stance.UNCLEAR),
            (Act.ACCUSE, "15 km", Stance.UNCLEAR),
        ],
    )
    def test_follows_act_and_words(self, act: Act, words: str, stance: Stance) -> None:
        assert the_cell(said(1, KES, act, f"{words} for heavy weapons")).stance is stance

    def test_a_yes_under_a_condition_is_conditional(self) -> None:
        condition = Condition(cue="if", words="if the guns are counted")
        statement = said(1, KES, Act.PROPOSE, "15 km if the guns are counted", conditions=(condition,))
        assert the_cell(statement).stance is Stance.CONDITIONAL

    @pytest.mark.parametrize("commitment", [Commitment.DENIED, Commitment.ASKED])
    def test_what_is_denied_or_asked_tells_nothing(self, commitment: Commitment) -> None:
        assert the_cell(said(1, KES, Act.ACCEPT, "15 km", commitment=commitment)).stance is Stance.UNCLEAR

    def test_nor_what_stands_inside_a_denial(self) -> None:
        denied = said(1, KES, Act.DENY, "a report that it had agreed to 15 km", commitment=Commitment.DENIED)
        inner = Span(start=1009, end=1036, exact="that it had agreed to 15 km")
        agreed = said(2, KES, Act.ACCEPT, "").replace(content=(inner,))
        assert the_cell(denied, agreed).stance is Stance.UNCLEAR

    def test_each_clause_has_its_own(self) -> None:
        words = "Kestria rejects 30 km. At 30 km nobody sleeps. We demand 15 km."
        found = {cell.option: cell.stance for cell in cells(said(1, KES, Act.STATE, words))}
        assert found == {"15-km": Stance.DEMANDS, "30-km": Stance.OPPOSES}


class TestOption:
    @pytest.mark.parametrize(
        ("words", "option"),
        [
            ("that each side release 1,000 prisoners", "1000-each-of"),
            ("that each side release one thousand prisoners", "1000-each-of"),
            ("that all the prisoners come home", "all"),
            ("that all sides release prisoners", None),
            ("that 10,000 prisoners come home", None),
            ("that ships pass without inspection", "without-inspection"),
            ("that ships pass after inspection by the Commission", "after-inspection-by-the-commission"),
            ("that ships pass after inspection by a neutral", None),
        ],
    )
    def test_is_named_by_its_figure_or_by_all_its_words(self, words: str, option: str | None) -> None:
        assert the_cell(said(1, KES, Act.DEMAND, words)).option == option


class TestTime:
    def test_the_newest_counts_and_the_older_stay_listed(self) -> None:
        readings = [
            reading(said(2, KES, Act.ACCEPT, "15 km for heavy weapons"), day=9),
            reading(said(1, KES, Act.REJECT, "15 km for heavy weapons"), day=2),
        ]
        (cell,) = positions(readings, [DISTANCE], ACTORS)
        assert cell.stance is Stance.SUPPORTS
        assert cell.statements == ("s1", "s2")
        assert cell.since == Interval(earliest=dt.date(2031, 3, 9), latest=dt.date(2031, 3, 9))

    def test_since_is_the_oldest_of_the_present_stance(self) -> None:
        readings = [
            reading(said(n, KES, act, "15 km for heavy weapons"), day=n)
            for n, act in ((1, Act.DEMAND), (3, Act.REJECT), (5, Act.DEMAND), (8, Act.DEMAND))
        ]
        (cell,) = positions(readings, [DISTANCE], ACTORS)
        assert cell.since is not None
        assert cell.since.earliest == dt.date(2031, 3, 5)

    def test_when_it_was_said_goes_before_when_it_was_printed(self) -> None:
        early = Interval(earliest=dt.date(2031, 2, 1), latest=dt.date(2031, 2, 1))
        readings = [
            reading(said(1, KES, Act.DEMAND, "15 km for heavy weapons"), day=2),
            reading(said(2, KES, Act.REJECT, "15 km for heavy weapons", interval=early), day=9),
        ]
        (cell,) = positions(readings, [DISTANCE], ACTORS)
        assert cell.stance is Stance.DEMANDS

    def test_another_option_has_a_cell_of_its_own(self) -> None:
        readings = [
            reading(said(1, KES, Act.DEMAND, "15 km for heavy weapons"), day=1),
            reading(said(2, KES, Act.ACCEPT, "30 km for heavy weapons"), day=5),
        ]
        found = positions(readings, [DISTANCE], ACTORS)
        assert [(cell.option, cell.statements) for cell in found] == [("15-km", ("s1",)), ("30-km", ("s2",))]


class TestSecondHand:
    def test_what_a_rival_tells_is_marked(self) -> None:
        outer = said(1, ORL, Act.STATE, "that Kestria accepts 15 km for heavy weapons")
        inner = Statement(
            id="s2", document="d", within="s1", speaker=KES.ref, act=Act.ACCEPT,
            content=(Span(start=1021, end=1044, exact="15 km for heavy weapons"),),
        )  # fmt: skip
        kestria = next(cell for cell in cells(outer, inner) if cell.party == "KES")
        assert kestria.second_hand
        assert kestria.statements == ("s2",)
        assert all(cell.option is None or cell.party == "KES" for cell in cells(outer, inner))

    def test_and_never_overrules_the_party_itself(self) -> None:
        own = said(1, KES, Act.REJECT, "15 km for heavy weapons")
        outer = said(2, ORL, Act.STATE, "that Kestria now accepts 15 km for heavy weapons")
        inner = said(3, KES, Act.ACCEPT, "15 km for heavy weapons", within="s2")
        found = positions([reading(own, day=1), reading(outer, inner, day=9)], [DISTANCE], ACTORS)
        kestria = next(cell for cell in found if cell.party == "KES" and cell.option == "15-km")
        assert kestria.stance is Stance.OPPOSES
        assert not kestria.second_hand
        assert kestria.statements == ("s1", "s3")

    def test_what_an_own_minister_or_a_paper_tells_is_first_hand(self) -> None:
        for teller in (BREL, PAPER):
            outer = said(1, teller, Act.STATE, "that it was a long day")
            inner = said(2, KES, Act.DEMAND, "15 km for heavy weapons", within="s1")
            assert not the_cell(outer, inner).second_hand

    def test_an_anonymous_teller_is_second_hand(self) -> None:
        words = "a senior official"
        outer = said(1, None, Act.STATE, "that it was a long day").replace(
            speaker=Ref(id=None, name=words), source=(Span(start=0, end=len(words), exact=words),)
        )
        assert the_cell(outer, said(2, KES, Act.DEMAND, "15 km for heavy weapons", within="s1")).second_hand


def test_a_cell_carries_the_labels_of_all_papers_behind_it() -> None:
    caucus = Label("party:KES")
    readings = [
        reading(said(1, KES, Act.DEMAND, "15 km for heavy weapons"), audience=PUBLIC),
        reading(said(2, KES, Act.DEMAND, "15 km for heavy weapons"), audience=caucus),
        reading(said(3, KES, Act.DEMAND, "all prisoners"), audience=PUBLIC),
    ]
    distance, prisoners = positions(readings, [DISTANCE, PRISONERS], ACTORS)
    assert distance.audience == caucus
    assert prisoners.audience == PUBLIC


def test_nothing_said_is_no_cell() -> None:
    assert positions([], [DISTANCE], ACTORS) == ()
    assert cells(said(1, KES, Act.DEMAND, "better weather")) == ()


def test_each_sentence_of_an_answer_may_take_a_stance_of_its_own() -> None:
    found = cells(said(1, KES, Act.REJECT, "Kestria rejects 30 km for heavy weapons. Our proposal is 15 km."))
    assert {cell.option: cell.stance for cell in found} == {"15-km": Stance.SUPPORTS, "30-km": Stance.OPPOSES}


def test_who_will_not_go_beyond_a_figure_stands_at_it() -> None:
    assert the_cell(said(1, KES, Act.STATE, "Heavy weapons will not be moved beyond 15 km")).stance is Stance.SUPPORTS
    assert the_cell(said(1, KES, Act.STATE, "Kestria will not move heavy weapons 30 km")).stance is Stance.OPPOSES


def by(ref: Ref, number: int = 1, words: str = "heavy weapons at 15 km") -> Statement:
    return said(number, None, Act.ACCEPT, words).replace(speaker=ref)


class TestSeveralTogether:
    BOTH = Ref(id=None, name="both sides", members=(KES.ref, ORL.ref))

    def test_what_several_say_counts_for_each(self) -> None:
        found = cells(by(self.BOTH))
        assert [(cell.party, cell.stance, cell.second_hand) for cell in found] == [
            ("KES", Stance.SUPPORTS, False),
            ("ORL", Stance.SUPPORTS, False),
        ]
        assert {voice.speaker for cell in found for voice in cell.voices} == {self.BOTH}

    def test_and_for_the_party_of_each_person_alone(self) -> None:
        two = Ref(id=None, name="the two ministers", members=(BREL.ref, HAL.ref))
        assert [cell.party for cell in cells(by(two))] == ["KES"]

    def test_what_one_of_them_tells_of_the_other_is_hearsay(self) -> None:
        outer = said(1, None, Act.STATE, "that Orlavia accepts heavy weapons at 15 km").replace(
            speaker=Ref(id=None, name="Kestria and Halvern", members=(KES.ref, HAL.ref)), source=(SOURCE,)
        )
        inner = said(2, ORL, Act.ACCEPT, "heavy weapons at 15 km", within="s1")
        orlavia = next(cell for cell in cells(outer, inner) if cell.party == "ORL")
        assert orlavia.second_hand


SOURCE = Span(start=0, end=4, exact="They")


class TestSomebodyNotNamed:
    @pytest.mark.parametrize(
        "name",
        [
            "Kestria's foreign minister",
            "The Kestrian deputy minister of defence",
            "A spokesman for the Kestrian ministry",
            "foreign minister of Kestria",
        ],
    )
    def test_speaks_for_the_party_in_an_office(self, name: str) -> None:
        cell = the_cell(by(Ref(id=None, name=name, of="KES")))
        assert (cell.stance, cell.second_hand) == (Stance.SUPPORTS, False)

    @pytest.mark.parametrize(
        "name", ["a senior Kestrian official", "A Kestrian minister", "a source close to the envoy"]
    )
    def test_else_it_is_marked_and_overrules_nothing(self, name: str) -> None:
        unnamed = by(Ref(id=None, name=name, of="KES"), number=2)
        cell = the_cell(unnamed)
        assert (cell.second_hand, [voice.unattributed for voice in cell.voices]) == (True, [True])
        own = the_cell(said(1, KES, Act.REJECT, "heavy weapons at 15 km"), unnamed)
        assert (own.stance, own.second_hand, len(own.history)) == (Stance.OPPOSES, False, 1)

    @pytest.mark.parametrize(
        "name", ["Kestria's former foreign minister", "the Kestrian analyst", "Kestria's opposition"]
    )
    def test_and_who_does_not_stand_for_it_tells_nothing_of_it(self, name: str) -> None:
        assert cells(by(Ref(id=None, name=name, of="KES"))) == ()

    @pytest.mark.parametrize("post", ["former president", "opposition leader", "president-elect"])
    def test_nor_does_a_person_whose_post_says_so(self, post: str) -> None:
        person = BREL.replace(affiliations=(Affiliation(to="KES", post=post),))
        statement = said(1, person, Act.DEMAND, "that heavy weapons be 15 km away")
        assert positions([reading(statement)], [DISTANCE], (KES, person)) == ()


class TestAnOptionAsWritten:
    BANDS = DISTANCE.replace(keywords=("heavy weapon",))
    WATCH = Issue(
        id="watch", title="Monitors", options=(Option(id="a-team", text="a joint team"), Option(id="jvc", text="JVC"))
    )

    def of(self, *words: str, issue: Issue = BANDS) -> list[tuple[str | None, Stance, int]]:
        papers = [
            said(n, KES, Act.REJECT, each).replace(issues=(issue.id,) if "weapon" in each else ())
            for n, each in enumerate(words, 1)
        ]
        return [(c.option, c.stance, len(c.statements)) for c in cells(*papers, issues=(issue, PRISONERS))]

    def test_a_figure_with_its_unit_counts_where_the_paper_spoke_of_it_before(self) -> None:
        assert self.of("15 km for heavy weapons", "30 km") == [
            ("15-km", Stance.OPPOSES, 1),
            ("30-km", Stance.OPPOSES, 1),
        ]
        assert self.of("30 km") == []
        assert self.of("30 km", "15 km for heavy weapons") == [("15-km", Stance.OPPOSES, 1)]

    def test_a_phrase_of_two_words_counts_by_itself_and_its_words_apart_do_not(self) -> None:
        assert self.of("the joint team", issue=self.WATCH) == [("a-team", Stance.OPPOSES, 1)]
        assert self.of("that the team wrote a joint paper", issue=self.WATCH) == []
