"""Several papers that tell of one thing: what is proposed as one, why, and on what the papers differ."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import paper, reading_of
from parley.model import Joined, Joining, Proposal, Reading, Sureness, Target, TargetKind, Telling
from parley.reading import propose

CASES = tomllib.loads((Path(__file__).parents[2] / "golden/tellings/cases.toml").read_text(encoding="utf-8"))["case"]
Told = dict[str, str]


def proposals(*papers: tuple[str, str]) -> tuple[Proposal, ...]:
    """What is proposed of papers, each given by its day and its text."""
    days = [(dt.date.fromisoformat(day), text) for day, text in papers]
    return propose([(paper(text, day), reading_of(text, day)) for day, text in days])[0]


def the_proposal(*papers: tuple[str, str]) -> Proposal:
    (proposal,) = proposals(*papers)
    return proposal


def case_papers(case: dict[str, Any]) -> list[tuple[str, str]]:
    return [(day, text) for day, text in case["papers"].values()]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_what_is_proposed_is_what_a_person_wrote_down_before(case: dict[str, Any]) -> None:
    found = proposals(*case_papers(case))
    ids = {name: paper(text).id for name, (_, text) in case["papers"].items()}

    def tells(telling: Telling, told: Told) -> bool:
        return any(ids[name] == telling.document and word in telling.spans[0].exact for name, word in told.items())

    wanted = case.get("one", [])
    assert [(p.kind, len(p.tellings)) for p in found] == [(one["kind"], len(one["told"])) for one in wanted]
    for proposal, one in zip(found, wanted, strict=True):
        assert all(tells(telling, one["told"]) for telling in proposal.tellings)
        assert {difference.about for difference in proposal.differences} >= set(one["differ"])


MONDAY = ("2031-03-04", "Kestrian forces shelled the bridge at Ostra on Monday, killing two guards.")
SAME = ("2031-03-05", "On Monday Kestrian forces shelled the bridge at Ostra and killed two guards.")
TUESDAY = ("2031-03-05", "On Tuesday Kestrian forces shelled the bridge at Ostra and killed two guards.")


class TestWhatIsProposed:
    def test_says_why_and_how_sure(self) -> None:
        shelling = next(p for p in proposals(MONDAY, SAME) if p.tellings[0].spans[0].exact == "shelled")
        assert shelling.sure is Sureness.LIKELY
        assert "same actor (Kestria)" in shelling.why
        assert "the dates agree (2031-03-03)" in shelling.why
        assert shelling.differences == ()

    def test_shows_where_the_papers_differ_and_is_less_sure(self) -> None:
        shelling = next(p for p in proposals(MONDAY, TUESDAY) if p.tellings[0].spans[0].exact == "shelled")
        assert shelling.sure is Sureness.POSSIBLE
        (difference,) = shelling.differences
        assert difference.about == "date"
        assert [version.words for version in difference.versions] == ["2031-03-03", "2031-03-04"]

    def test_tells_who_tells_it(self) -> None:
        told = ("2031-03-05", "Orlavia said that Kestrian forces shelled the bridge at Ostra on Monday.")
        shelling = the_proposal(("2031-03-04", "Kestrian forces shelled the bridge at Ostra on Monday."), told)
        assert [telling.told_by.id if telling.told_by else None for telling in shelling.tellings] == [None, "ORL"]

    def test_comes_in_the_order_of_the_papers_days_whatever_their_order(self) -> None:
        assert proposals(SAME, MONDAY) == proposals(MONDAY, SAME)

    def test_several_mentions_in_one_paper_are_one_telling(self) -> None:
        twice = ("2031-03-04", f"{MONDAY[1]} Kestrian forces shelled the bridge at Ostra, said the mayor.")
        shelling = next(p for p in proposals(twice, SAME) if p.tellings[0].spans[0].exact == "shelled")
        assert len(shelling.tellings) == 2
        assert len(shelling.tellings[0].also) == 1

    def test_a_meeting_is_no_event_beside(self) -> None:
        first = ("2031-03-04", "Kestria and Orlavia will meet in Ostra on March 12.")
        second = ("2031-03-05", "Kestria and Orlavia will hold talks in Ostra on March 12.")
        assert the_proposal(first, second).kind is TargetKind.MEETING


class TestWhatIsNot:
    @pytest.mark.parametrize(
        "other",
        [
            ("2031-03-05", "Orlavian forces shelled the bridge at Ostra on Monday."),
            ("2031-03-05", "Kestrian forces shelled the port of Drava on Monday."),
            ("2031-03-29", "Kestrian forces shelled the bridge at Ostra on Friday."),
            ("2031-03-05", "Kestrian forces left the bridge at Ostra on Monday."),
        ],
    )
    def test_another_doer_town_day_or_deed(self, other: tuple[str, str]) -> None:
        assert proposals(("2031-03-04", "Kestrian forces shelled the bridge at Ostra on Monday."), other) == ()

    def test_the_same_two_sides_and_no_more(self) -> None:
        first = ("2031-03-04", "Kestria accused Orlavia of hiding rockets.")
        assert proposals(first, ("2031-03-05", "Kestria accused Orlavia of a theft.")) == ()

    def test_one_paper_alone(self) -> None:
        assert proposals(("2031-03-04", f"{MONDAY[1]} {SAME[1]}")) == ()


def joined(*groups: list[str]) -> list[Joining]:
    return [Joining(groups=tuple(map(tuple, groups)), by="A. Clerk")]


class TestWhatPeopleDecided:
    def papers(self) -> list[tuple[Any, Reading]]:
        texts = [MONDAY, SAME, ("2031-03-05", "Orlavian forces shelled a Kestrian post at Drava on Tuesday.")]
        days = [(dt.date.fromisoformat(day), text) for day, text in texts]
        return [(paper(text, day), reading_of(text, day)) for day, text in days]

    def test_holds_against_any_likeness(self) -> None:
        papers = self.papers()
        found, _ = propose(papers)
        apart = joined(*([target] for target in found[0].targets))
        again, notes = propose(papers, apart)
        assert [p.decided for p in again if p.targets == found[0].targets] == [Joined.APART]
        assert notes == ()

    def test_joins_what_nothing_but_a_person_would(self) -> None:
        papers = self.papers()
        shelled = [(d.id, next(e for e in r.events if e.spans[0].exact == "shelled")) for d, r in papers]
        targets = [str(Target.of(TargetKind.EVENT, id, event.spans)) for id, event in shelled]
        again, _ = propose(papers, joined(targets))
        (whole,) = [p for p in again if len(p.tellings) == 3]
        assert (whole.decided, whole.decided_by) == (Joined.ONE, "A. Clerk")
        assert {difference.about for difference in whole.differences} >= {"who", "date"}


@settings(deadline=None)
@given(st.lists(st.sampled_from([MONDAY, SAME, TUESDAY, ("2031-03-09", "Talks between Kestria and Orlavia failed.")])))
def test_no_paper_and_no_thing_is_in_two_proposals(papers: list[tuple[str, str]]) -> None:
    found = proposals(*dict.fromkeys(papers))
    members = [member for proposal in found for member in proposal.members]
    assert len(members) == len(set(members))
    for proposal in found:
        assert len({telling.document for telling in proposal.tellings}) == len(proposal.tellings) >= 2
