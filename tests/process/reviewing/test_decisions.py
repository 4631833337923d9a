"""Decisions on statements: what they change, how they outlive the reader, and what forgetting leaves of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from parley.model import (
    Actor,
    Audience,
    BrokenChain,
    Criticism,
    DecisionKind,
    Document,
    Issue,
    NotPermitted,
    Reading,
    Statement,
    WrongUsage,
)
from parley.process import Process, Reader
from parley.text import Drawn
from process.reviewing.conftest import PAPER, Lines, read_lines, reader

Make = Callable[..., Path]
MEDIATOR = Audience("mediator")


@pytest.fixture
def folder(make: Make) -> Path:
    return make({"documents/a.txt": PAPER})


def statement(process: Process, words: str, audience: str = "team") -> Statement:
    output = process.read(Audience(audience))
    return next(s for s in (*output.statements, *output.left_out) if words in s.content[0].exact)


def decide(process: Process, words: str, kind: str, audience: str = "team", **how: object) -> str:
    found = statement(process, words, audience)
    desk = process.desk(Audience(audience))
    return desk.decide(found.id, kind, by="Ada", **how).hash  # type: ignore[arg-type]


def test_a_confirmed_statement_says_so_and_has_no_doubts_left(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "rained", "confirm")
    found = statement(lines(folder), "rained")
    assert found.reviewed is not None
    assert (found.reviewed.kind, found.reviewed.by, found.doubts) == (DecisionKind.CONFIRM, "Ada", ())


def test_a_corrected_statement_has_the_new_values_everywhere_and_says_what_they_were(
    folder: Path, lines: Lines
) -> None:
    assert [cell.statements for cell in lines(folder).positions().cells if cell.party == "KES"] == [
        (statement(lines(folder), "we want").id,)
    ]
    decide(lines(folder), "should come", "correct", changes={"speaker": {"id": "KES", "name": "Republic of Kestria"}})
    found = statement(lines(folder), "should come")
    assert found.speaker is not None
    assert found.speaker.id == "KES"
    assert found.reviewed is not None
    assert found.reviewed.was == {"speaker": {"id": None, "name": "somebody"}}
    [cell] = [cell for cell in lines(folder).positions().cells if cell.party == "KES"]
    assert found.id in cell.statements


def test_an_issue_that_a_person_took_away_rests_on_the_statement_no_more(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "correct", changes={"issues": {"add": [], "remove": ["prisoners"]}})
    assert statement(lines(folder), "lists").issues == ()
    assert [cell for cell in lines(folder).positions().cells if cell.party == "ORL"] == []


def test_a_rejected_statement_is_listed_apart_and_speaks_for_nobody(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "reject")
    output = lines(folder).read()
    assert [s.content[0].exact for s in output.left_out] == ["the prisoner lists are ready"]
    assert len(output.statements) == 3
    assert "Statements that a person rejected, and that count for nothing: 1." in output.notes
    assert [cell for cell in lines(folder).positions().cells if cell.party == "ORL"] == []


def test_of_a_rejected_statement_no_criticism_is_left_and_of_a_corrected_one_it_is_by_whom_a_person_says(
    folder: Path, lines: Lines
) -> None:
    def reproachful(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
        reading = read_lines(document, actors, issues)
        orlavia = next(actor.ref for actor in actors if actor.id == "ORL")
        found = [
            Criticism(id=f"c{n}", document=document.id, target=orlavia, statement=each.id, sentence=each.content[0])
            for n, each in enumerate(reading.statements)
        ]
        return reading.replace(criticisms=tuple(found))

    process = lines(folder, Reader("reproachful", reproachful))
    decide(process, "we want", "reject")
    right = {"speaker": {"id": "KES", "name": "Republic of Kestria"}, "interval": {"earliest": "2031-03-06"}}
    decide(process, "should come", "correct", changes=right)
    assert [each.id for each in process.read().criticisms] == ["c1", "c2", "c3"]
    (told,) = process.positions(tone=("KES", "ORL")).tone.criticisms
    assert (told.criticism, told.interval.earliest.isoformat()) == ("c1", "2031-03-06")


def test_what_was_told_within_a_rejected_statement_is_not_held_as_the_partys_own_words(
    folder: Path, lines: Lines
) -> None:
    def nested(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
        reading = read_lines(document, actors, issues)
        first, *others = reading.statements
        inner = next(s for s in others if "lists" in s.content[0].exact).replace(within=first.id)
        return reading.replace(statements=(first, inner))

    process = lines(folder, Reader("nested", nested))
    assert [cell.second_hand for cell in process.positions().cells if cell.party == "ORL"] == [True]
    decide(process, "we want", "reject")
    assert [cell.second_hand for cell in process.positions().cells if cell.party == "ORL"] == [True]


def test_merged_statements_count_once(folder: Path, lines: Lines) -> None:
    speaker = {"speaker": {"id": "KES", "name": "Republic of Kestria"}}
    decide(lines(folder), "should come", "correct", changes=speaker)
    kept = statement(lines(folder), "we want")
    decide(lines(folder), "should come", "merge", into=kept.id)
    output = lines(folder).read()
    [merged] = output.left_out
    assert merged.reviewed is not None
    assert merged.reviewed.same_as == kept.id
    [cell] = [cell for cell in lines(folder).positions().cells if cell.party == "KES"]
    assert cell.statements == (kept.id,)
    reviewed = statement(lines(folder), "we want").reviewed
    assert reviewed is not None
    assert reviewed.also == (merged.id,)


def test_a_merge_in_a_circle_leaves_both(folder: Path, lines: Lines) -> None:
    one, other = statement(lines(folder), "we want"), statement(lines(folder), "should come")
    here, there = lines(folder).desk(), lines(folder).desk()
    here.decide(one.id, "merge", by="Ada", into=other.id)
    with pytest.raises(WrongUsage, match="itself rejected or merged away"):
        there.decide(other.id, "merge", by="Ben", into=one.id)


def test_taking_back_is_a_further_decision_and_the_one_before_stands_again(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "confirm")
    rejected = decide(lines(folder), "lists", "reject")
    lines(folder).desk().revoke(rejected, by="Ben")
    reviewed = statement(lines(folder), "lists").reviewed
    assert reviewed is not None
    assert reviewed.kind is DecisionKind.CONFIRM
    kinds = [entry.kind.value for entry in lines(folder).verify().entries]
    assert kinds == ["confirm", "reject", "revoke"]
    with pytest.raises(WrongUsage, match="taken back already"):
        lines(folder).desk().revoke(rejected, by="Ben")


def test_a_note_says_something_and_decides_nothing(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "note", note="Ask the desk officer.")
    assert statement(lines(folder), "lists").reviewed is None
    [judgement] = lines(folder).review().judgements
    assert (judgement.kind, judgement.note) == (DecisionKind.NOTE, "Ask the desk officer.")


def test_a_decision_outlives_a_reader_that_takes_a_little_less_or_says_otherwise(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "should come", "correct", changes={"act": "demand"})
    found = statement(lines(folder, reader("lines-2", shift=5)), "should come")
    assert found.act.value == "demand"
    assert found.content[0].exact == "every prisoner should come home"  # as the person saw it


def test_a_decision_that_finds_its_statement_no_more_is_told(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "should come", "reject")
    nothing = Reader("nothing", lambda document, *_: Reading(document=document.id))
    output = lines(folder, nothing).read()
    assert output.notes[-1] == (
        "documents/a.txt: a decision of 2031-04-02 by Ada no longer finds its statement: "
        "'every prisoner should come home'; look at it again with review."
    )
    [judgement] = lines(folder, nothing).review().judgements
    assert judgement.statement is None


def test_two_statements_that_fit_equally_well_get_no_decision(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "should come", "reject")

    def halves(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
        reading = read_lines(document, actors, issues)
        whole = next(s for s in reading.statements if "should come" in s.content[0].exact)
        twice = [whole.replace(id=f"x-{n}", content=(_part(document, whole, n),)) for n in (0, 1)]
        return reading.replace(statements=tuple(twice))

    output = lines(folder, Reader("halves", halves)).read()
    assert len(output.statements) == 2
    assert "no longer finds its statement" in output.notes[-1]


def _part(document: Document, whole: Statement, number: int):  # type: ignore[no-untyped-def]
    from parley.model import Span

    start, end = whole.content[0].start, whole.content[0].end
    middle = (start + end) // 2
    bounds = (start, middle) if number == 0 else (end - (middle - start), end)
    return Span(start=bounds[0], end=bounds[1], exact=document.text[bounds[0] : bounds[1]], document=document.id)


@pytest.mark.parametrize("place", ["documents", "caucus/KES/documents"])
def test_a_forgotten_paper_leaves_no_word_in_what_was_decided_on_it(make: Make, lines: Lines, place: str) -> None:
    folder = make({f"{place}/w.txt": "zqwitness: the zqguns stand at the mill\n"})
    process = lines(folder)
    changes = {"speaker": {"id": None, "name": "zqname"}}
    decide(process, "zqguns", "correct", "mediator", changes=changes, note="zqnote")
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"zqname" in everything
    process.forget(f"{place}/w.txt", by="Ada", reason="asked for it")
    for path in folder.rglob("*"):
        assert path.is_dir() or b"zq" not in path.read_bytes().lower(), path
    assert lines(folder).read(MEDIATOR).statements == ()
    assert lines(folder).read(MEDIATOR).notes == ("Everything here is invented.",)


def test_the_chain_holds_no_word_of_a_paper(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "correct", changes={"act": "demand"}, note="zqnote")
    chain = (folder / "decisions.jsonl").read_text("utf-8")
    assert "lists" not in chain
    assert "zqnote" not in chain
    assert "demand" not in chain


@pytest.mark.parametrize("spoil", ["delete", "change"])
def test_words_of_a_decision_that_were_changed_break_the_chain(folder: Path, lines: Lines, spoil: str) -> None:
    decide(lines(folder), "lists", "reject")
    [record] = (folder / "decisions").iterdir()
    if spoil == "delete":
        record.unlink()
    else:
        record.write_text(record.read_text("utf-8").replace("lists", "lasts"), "utf-8")
    with pytest.raises(BrokenChain, match=r"decisions/.*: what decision 1 of decisions\.jsonl says was changed or is"):
        lines(folder).read()


def test_line_ends_that_an_editor_changed_in_the_words_cost_nothing(folder: Path, lines: Lines) -> None:
    decide(lines(folder), "lists", "reject")
    [record] = (folder / "decisions").iterdir()
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    assert len(lines(folder).read().left_out) == 1


def test_a_caucus_keeps_its_decisions_to_itself(make: Make, lines: Lines) -> None:
    words = "Orlavia: the zqprisoner lists are ready\n"
    folder = make({"documents/a.txt": PAPER, "caucus/ORL/documents/note.txt": words})
    before = [lines(folder).read(Audience(audience)) for audience in ("team", "public", "party:KES")]
    decide(lines(folder), "zqprisoner", "reject", "mediator")
    assert not (folder / "decisions.jsonl").exists()
    assert [lines(folder).read(Audience(a)) for a in ("team", "public", "party:KES")] == before
    assert len(lines(folder).read(Audience("party:ORL")).left_out) == 1
    outside = [path for path in folder.rglob("*") if path.is_file() and "caucus" not in path.parts]
    assert [path for path in outside if b"zqprisoner" in path.read_bytes()] == []


def test_statements_of_two_compartments_are_never_merged(make: Make, lines: Lines) -> None:
    folder = make({"documents/a.txt": PAPER, "caucus/ORL/documents/note.txt": "Orlavia: the lists were ready\n"})
    into = statement(lines(folder), "lists are").id
    with pytest.raises(WrongUsage, match="they stay apart"):
        decide(lines(folder), "lists were", "merge", "mediator", into=into)


def test_who_decided_is_told_to_those_for_whom_the_chain_is(make: Make, lines: Lines) -> None:
    folder = make({"documents/a.txt": PAPER, "documents/a.meta.toml": 'audience = "public"\n'})
    decide(lines(folder), "lists", "confirm")
    for audience, by in (("team", "Ada"), ("mediator", "Ada"), ("public", None), ("party:KES", None)):
        reviewed = statement(lines(folder), "lists", audience).reviewed
        assert reviewed is not None
        assert reviewed.by == by


def test_a_mediators_paper_gives_the_team_no_sign_of_what_was_decided_on_it(make: Make, lines: Lines) -> None:
    secret = {"documents/m.txt": "Orlavia: the zqlists are ready\n", "documents/m.meta.toml": 'audience = "mediator"\n'}
    folder = make({"documents/a.txt": PAPER, **secret})
    without = lines(make({"documents/a.txt": PAPER}, "without")).read()
    into = statement(lines(folder), "zqlists", "mediator").id
    decide(lines(folder), "lists are", "merge", "mediator", into=into)
    seen = lines(folder).read()
    assert seen.replace(head="") == without.replace(head="")
    assert "zqlists" not in json.dumps(lines(folder).verify().model_dump(mode="json"))


@pytest.mark.parametrize("audience", ["public", "party:KES"])
def test_reviewing_is_for_the_team_and_the_mediator(folder: Path, lines: Lines, audience: str) -> None:
    with pytest.raises(NotPermitted, match="reviewed by the team or the mediator"):
        lines(folder).review(Audience(audience))


@pytest.mark.parametrize(
    ("kind", "how", "words"),
    [
        ("confirm", {"changes": {"act": "demand"}}, "says what changes"),
        ("correct", {}, "says what changes"),
        ("correct", {"changes": {"act": "shout"}}, "can't be a correction of act"),
        ("correct", {"changes": {"id": "x"}}, "can't be a correction of id"),
        ("correct", {"changes": {"content": [{"start": 0, "end": 3, "exact": "zzz"}]}}, "don't stand in the paper"),
        ("merge", {}, "into what"),
        ("merge", {"into": "nothing"}, "no statement 'nothing'"),
    ],
)
def test_what_can_not_be_decided_is_refused_and_nothing_is_written(
    folder: Path, lines: Lines, kind: str, how: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongUsage, match=words):
        decide(lines(folder), "lists", kind, **how)
    assert not (folder / "decisions").exists()
    assert not (folder / "decisions.jsonl").exists()


def test_nobody_decides_without_a_name(folder: Path, lines: Lines) -> None:
    found = statement(lines(folder), "lists")
    with pytest.raises(WrongUsage, match="say who decides"):
        lines(folder).desk().decide(found.id, "confirm", by=" ")


def test_two_people_decide_at_once_and_nothing_is_lost(folder: Path, lines: Lines) -> None:
    ids = [each.id for each in lines(folder).read().statements]
    desks = [lines(folder).desk() for _ in range(2)]

    def work(place: int) -> None:
        for id in ids:
            desks[place].decide(id, "confirm", by=("Ada", "Ben")[place])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, range(2)))
    standing = lines(folder).desk().after().standing
    assert sorted((each.entry.by, each.statement.id) for each in standing if each.statement) == sorted(
        (by, id) for by in ("Ada", "Ben") for id in ids
    )


class TestAnotherTextOfTheSamePaper:
    """A later version of the text reader draws another text from the same file."""

    PAGE = (
        "<html lang='en'><body><div><p>Kestria: the road is open</p><p>Orlavia: the road is open</p>"
        "<p>Orlavia: it rained in Lindholt all day long</p></div></body></html>"
    )

    @pytest.fixture
    def page(self, make: Make) -> Path:
        return make({"documents/a.html": self.PAGE})

    @staticmethod
    def drawn(monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
        from parley.process import papers

        opened = papers.Paper.open

        def otherwise(self: papers.Paper, drawn: Drawn | None = None) -> Document:
            document = opened(self, drawn)
            return document.replace(text=change(document.text))

        monkeypatch.setattr(papers.Paper, "open", otherwise)

    @pytest.mark.parametrize("more", ["Menu\n", "A line that stands before all others, as long as they are.\n" * 3])
    def test_what_two_say_in_the_same_words_stays_apart(
        self, page: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch, more: str
    ) -> None:
        second = lines(page).read().statements[1]
        lines(page).desk().decide(second.id, "reject", by="Ada")
        self.drawn(monkeypatch, lambda text: more + text)
        (left,) = lines(page, reader("lines-2")).read().left_out
        assert left.speaker is not None
        assert left.speaker.id == "ORL"
        assert left.content[0].exact == "the road is open"

    def test_other_white_space_costs_no_decision(
        self, page: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        decide(lines(page), "rained", "correct", changes={"act": "predict"})
        self.drawn(monkeypatch, lambda text: "Menu\n" + text.replace(" in ", "  in\t"))
        found = statement(lines(page, reader("lines-2")), "rained")
        assert (found.act.value, found.content[0].exact) == ("predict", "it rained  in\tLindholt all day long")
