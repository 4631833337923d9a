"""What counts as uncertain, in which order it is shown, and what a random sample draws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Act, Commitment, Condition, Ref, Span, Statement, WrongUsage
from parley.process import Filters, Process
from parley.process.reviewing import why_uncertain
from process.reviewing.conftest import PAPER, Lines

Make = Callable[..., Path]
CERTAIN = Statement(id="s", document="d", speaker=Ref(id="KES", name="Kestria"))


@pytest.fixture
def process(make: Make, lines: Lines) -> Process:
    return lines(make({"documents/a.txt": PAPER, "documents/b.txt": "Kestria: no prisoner is left\n"}))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"doubts": ("'he' may be either.",)}, "'he' may be either."),
        ({"speaker": None}, "Nobody was found who says it."),
        ({"speaker": Ref(id=None, name="They")}, "'They' is nobody that the process or the paper names."),
        (
            {"commitment": Commitment.POSSIBLE, "issues": ("x",)},
            "It is on #x, and it is taken as no more than possible.",
        ),
        ({"act": Act.CONDITION}, "It is taken to set a condition, and no condition was found."),
    ],
)
def test_what_a_person_should_look_at_is_said(changes: dict[str, object], words: str) -> None:
    assert why_uncertain(CERTAIN.replace(**changes)) == (words,)


def test_what_nothing_hangs_on_is_certain_however_it_is_put() -> None:
    assert why_uncertain(CERTAIN) == ()
    assert why_uncertain(CERTAIN.replace(commitment=Commitment.POSSIBLE)) == ()
    assert why_uncertain(CERTAIN.replace(act=Act.CONDITION, conditions=(Condition(cue="if", words="if so"),))) == ()


def test_several_of_whom_the_text_tells_are_somebody() -> None:
    both = (Ref(id="KES", name="Kestria"), Ref(id="ORL", name="Orlavia"))
    assert why_uncertain(CERTAIN.replace(speaker=Ref(id=None, name="both sides", members=both))) == ()
    some = Ref(id=None, name="both", members=(both[0], Ref(id=None, name="Senn")))
    assert why_uncertain(CERTAIN.replace(speaker=some)) == ("'both' is nobody that the process or the paper names.",)


def test_the_hedge_is_quoted() -> None:
    hedge = Span(start=0, end=7, exact="perhaps", document="d")
    [why] = why_uncertain(CERTAIN.replace(commitment=Commitment.POSSIBLE, issues=("x",), hedges=(hedge,)))
    assert why.endswith("('perhaps').")


def words(process: Process, **how: object) -> list[str]:
    return [item.statement.content[0].exact for item in process.review(**how).open]  # type: ignore[arg-type]


def test_the_uncertain_come_first_by_how_much_hangs_on_them(process: Process) -> None:
    assert words(process) == ["every prisoner should come home", "it rained in Lindholt"]
    whole = words(process, certain=True)
    assert whole[:3] == ["we want every prisoner home", "the prisoner lists are ready", "no prisoner is left"]
    assert len(whole) == 5


def test_what_is_decided_is_not_asked_again(process: Process) -> None:
    first = process.review().open[0]
    process.desk().decide(first.statement.id, "reject", by="Ada")
    output = process.review()
    assert [item.statement.content[0].exact for item in output.open] == ["it rained in Lindholt"]
    assert (output.statements, output.uncertain) == (5, 2)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(issue="prisoners"), 4),
        (Filters(party="KES"), 2),
        (Filters(paper="b.txt"), 1),
        (Filters(paper="documents/a.txt", party="ORL"), 2),
    ],
)
def test_filters_leave_what_they_name(process: Process, filters: Filters, count: int) -> None:
    assert process.review(filters=filters, certain=True).statements == count


@pytest.mark.parametrize("filters", [Filters(issue="x"), Filters(party="HAL"), Filters(paper="c.txt")])
def test_a_filter_that_fits_nothing_there_is_says_what_there_is(process: Process, filters: Filters) -> None:
    with pytest.raises(WrongUsage, match=r"there are: |No paper is called"):
        process.review(filters=filters)


def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another(process: Process) -> None:
    assert words(process, sample=3, seed=1) == words(process, sample=3, seed=1)
    assert words(process, sample=3, seed=1) == words(process, sample=5, seed=1)[:3]
    assert len({tuple(words(process, sample=3, seed=seed)) for seed in range(8)}) > 1
    assert sorted(words(process, sample=9)) == sorted(words(process, certain=True))
    with pytest.raises(WrongUsage, match="at least one"):
        process.desk().sample(Filters(), 0, 1)


def test_each_statement_is_drawn_about_as_often_as_another(process: Process) -> None:
    desk = process.desk()
    drawn = [item.statement.id for seed in range(100) for item in desk.review(sample=2, seed=seed).open]
    assert all(20 < drawn.count(id) < 60 for id in set(drawn))  # 40 expected
    assert len(set(drawn)) == 5


def test_a_statement_decided_before_is_looked_at_again_where_the_sample_draws_it(process: Process) -> None:
    desk = process.desk()
    whole = desk.review(sample=5, seed=1).open
    desk.decide(whole[0].statement.id, "confirm", by="Ada")
    assert len(desk.review(sample=5, seed=1).open) == 5
    desk.decide(whole[0].statement.id, "confirm", by="Ada", sample=desk.sample(Filters(), 5, 1))
    assert len(desk.review(sample=5, seed=1).open) == 4


def test_what_says_the_same_is_found_by_its_words(process: Process) -> None:
    desk = process.desk()
    [item] = [item for item in desk.review().open if "should come" in item.statement.content[0].exact]
    assert desk.alike(item.statement.id)[0].content[0].exact == "we want every prisoner home"
    assert item.statement.id not in [each.id for each in desk.alike(item.statement.id)]


def test_the_context_is_the_paragraph_around(process: Process) -> None:
    for item in process.review(certain=True).open:
        assert item.statement.content[0].exact in item.context.exact
        assert item.context.exact.count("\n") < 5
