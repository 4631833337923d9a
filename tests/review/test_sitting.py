"""A sitting, with keys from a pipe: what each key does, what is shown, and how it is gone on with."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from parley.process import Process
from parley.review import PipedKeys, Sitting
from process.conftest import NOON, write_process
from process.reviewing.conftest import PAPER, reader

Sit = Callable[..., str]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    folder = write_process(tmp_path / "process", {"documents/a.txt": PAPER})
    return Process.open(folder, reader=reader(), clock=lambda: NOON)


@pytest.fixture
def sit(process: Process) -> Sit:
    """Sit with the lines as keys; what was shown."""

    def run(*lines: str, width: int = 100, **how: object) -> str:
        shown = io.StringIO()
        console = Console(file=shown, width=width, highlight=False)
        keys = PipedKeys(io.StringIO("".join(f"{line}\n" for line in lines)), lambda words: console.print(words))
        Sitting(process.desk(), "Ada", keys, console, **how).run()  # type: ignore[arg-type]
        return shown.getvalue()

    return run


def kinds(process: Process) -> list[str]:
    return [entry.kind.value for entry in process.verify().entries]


def test_each_key_is_one_decision_saved_at_once(process: Process, sit: Sit) -> None:
    shown = sit("a", "r")
    assert kinds(process) == ["confirm", "reject"]
    assert "1 of 2 · documents/a.txt" in shown
    assert "2 decisions saved" in shown
    assert "Nothing is open." in sit()


def test_it_goes_on_where_it_stopped(process: Process, sit: Sit) -> None:
    sit("a", "q")
    assert "it rained in Lindholt" in sit("q")
    assert kinds(process) == ["confirm"]


def test_the_screen_shows_words_in_context_what_was_read_and_why_it_is_uncertain(sit: Sit) -> None:
    shown = sit("q")
    assert "[who somebody]: [what every prisoner should come home]" in shown
    assert 'somebody (nobody known), in the words "somebody"' in shown
    assert "state: says that something is so" in shown
    assert "- 'somebody' is nobody that the process or the paper names." in shown


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_terminal(sit: Sit, width: int) -> None:
    assert max(len(line) for line in sit("?", "c", "", "q", width=width).splitlines()) <= width


def test_a_correction_stays_on_the_screen_and_further_ones_add_to_it(process: Process, sit: Sit) -> None:
    shown = sit("c", "1", "KES", "c", "4", "demand", "a", "q")
    assert "decided: corrected by Ada on 2031-04-02; changed: act, speaker" in shown
    assert kinds(process) == ["correct", "correct"]
    found = next(s for s in process.read().statements if "should come" in s.content[0].exact)
    assert found.speaker is not None
    assert (found.speaker.id, found.act.value) == ("KES", "demand")


@pytest.mark.parametrize(
    ("answers", "field", "value"),
    [
        (["1", "-"], "speaker", None),
        (["1", "2"], "speaker", {"id": "ORL", "name": "Orlavian Union"}),
        (["1", "A fisherman"], "speaker", {"id": None, "name": "A fisherman"}),
        (["2", "Kestria"], "addressee", {"id": "KES", "name": "Republic of Kestria"}),
        (["3", "2031-03-06"], "interval", {"earliest": "2031-03-06", "latest": "2031-03-06", "said": None}),
        (["3", "2031-03-01..2031-03-06"], "interval", {"earliest": "2031-03-01", "latest": "2031-03-06", "said": None}),
        (["4", "1"], "act", "demand"),
        (["5", "possible"], "commitment", "possible"),
        (["8", "1"], "issues", []),
    ],
)
def test_each_field_can_be_corrected(process: Process, sit: Sit, answers: list[str], field: str, value: object) -> None:
    sit("c", *answers, "q")
    found = next(s for s in process.read().statements if "come home" in s.content[0].exact)
    assert found.model_dump(mode="json")[field] == value


def test_words_and_conditions_are_the_papers_own(process: Process, sit: Sit) -> None:
    sit("c", "6", "every ... come", "c", "7", "should come home", "q")
    [found] = [s for s in process.read().statements if s.reviewed]
    assert [span.exact for span in found.content] == ["every prisoner should come"]
    assert [(each.cue, each.words) for each in found.conditions] == [("should", "should come home")]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (["c", "17"], "none of the numbers from 1 to 9"),
        (["c", "1", "99"], "none of the numbers"),
        (["c", "3", "Friday"], "no day and no two days"),
        (["c", "4", "shout"], "none of the numbers"),
        (["c", "6", "words that stand nowhere"], "type the paper's own words"),
        (["m", "99"], "none of the numbers"),
        (["u"], "nothing to take back"),
    ],
)
def test_an_answer_that_fits_nothing_is_said_and_changes_nothing(
    process: Process, sit: Sit, answers: list[str], words: str
) -> None:
    assert words in " ".join(sit(*answers, "q").split())
    assert kinds(process) == []


def test_merging_asks_which_and_the_two_count_once(process: Process, sit: Sit) -> None:
    shown = sit("m", "1", "b", "q")
    assert "Republic of Kestria: we want every prisoner home" in shown
    assert 'counts with "we want every prisoner home"' in shown
    assert len(process.read().left_out) == 1


def test_undo_takes_back_the_last_and_shows_it_again(process: Process, sit: Sit) -> None:
    shown = sit("r", "u", "a", "q")
    assert kinds(process) == ["reject", "revoke", "confirm"]
    assert shown.count("1 of 2") == 2


def test_the_last_one_can_be_taken_back_too(process: Process, sit: Sit) -> None:
    shown = sit("a", "r", "u", "a", "q")
    assert kinds(process) == ["confirm", "reject", "revoke", "confirm"]
    assert "That was the last one. u takes back the last decision, b goes back, q ends." in shown
    assert "2 decisions saved" in shown


def test_after_the_last_one_b_goes_back_to_it(process: Process, sit: Sit) -> None:
    sit("a", "r", "b", "u", "q")
    assert kinds(process) == ["confirm", "reject", "revoke"]


def test_a_decision_of_an_earlier_sitting_is_taken_back_once_the_person_says_so(process: Process, sit: Sit) -> None:
    sit("a", "r")
    assert 'Take back your reject of 2031-04-02 on "it rained in Lindholt"? (y;' in sit("u", "n", "q")
    assert len(kinds(process)) == 2
    shown = sit("u", "y", "c", "5", "possible", "a", "u", "y", "q")
    assert kinds(process) == ["confirm", "reject", "revoke", "correct", "revoke"]
    assert "1 of 1 · documents/a.txt" in shown


def test_nobody_takes_back_what_another_person_decided_before(process: Process, sit: Sit) -> None:
    process.desk().decide(process.review().open[0].statement.id, "confirm", by="Ben")
    assert "nothing to take back" in sit("u", "q")


def test_undo_on_a_decided_one_takes_that_back(process: Process, sit: Sit) -> None:
    sit("r", "b", "u", "q")
    assert kinds(process) == ["reject", "revoke"]
    assert process.review().judgements == ()


def test_a_note_is_kept_and_shown(process: Process, sit: Sit) -> None:
    assert "note by Ada, 2031-04-02: ask the desk" in sit("n", "ask the desk", "q")
    assert len(process.review().open) == 2


def test_a_sample_marks_its_decisions_and_can_be_gone_on_with(process: Process, sit: Sit) -> None:
    sit("a", "q", sample=3, seed=5)
    assert "To look at: 2 statements, a random sample of 4" in sit("a", "a", sample=3, seed=5)
    [measured] = process.review().precision
    assert measured.sample is not None
    assert (measured.sample.size, measured.decided) == (3, 3)


def test_a_decision_made_before_is_taken_into_the_sample_as_it_stands(process: Process, sit: Sit) -> None:
    sit("r", "r")
    assert "decided outside the sample" in sit("a", "a", "a", "a", sample=4)
    measured = next(each for each in process.review().precision if each.sample)
    assert next(rate for rate in measured.rates if rate.field == "statement").right == 2


def test_what_somebody_else_decided_meanwhile_is_passed_over(process: Process) -> None:
    shown = io.StringIO()
    console = Console(file=shown, width=100)
    other = process.desk()
    ids = [item.statement.id for item in process.review().open]

    class Meanwhile(PipedKeys):
        def key(self) -> str:
            if not other.item(ids[1]).decided:
                other.decide(ids[1], "reject", by="Ben")
            return super().key()

    Sitting(process.desk(), "Ada", Meanwhile(io.StringIO("a\n"), console.print), console).run()
    assert "2 of 2: decided by somebody else in the meantime" in shown.getvalue()
    assert kinds(process) == ["reject", "confirm"]


def test_two_people_at_one_statement_do_not_overrule_each_other_unseen(process: Process) -> None:
    shown = io.StringIO()
    console = Console(file=shown, width=100)
    id = process.review().open[0].statement.id
    other = process.desk()

    class Meanwhile(PipedKeys):
        def key(self) -> str:
            if not other.item(id).decided:
                other.decide(id, "reject", by="Ben")
            return super().key()

    Sitting(process.desk(), "Ada", Meanwhile(io.StringIO("a\nq\n"), console.print), console).run()
    assert "Somebody else decided on it while you looked" in shown.getvalue()
    assert kinds(process) == ["reject"]


def test_what_a_paper_hides_reaches_no_terminal(tmp_path: Path) -> None:
    folder = write_process(tmp_path / "p", {"documents/a.txt": "some\u202ebody: the \x1b[2Jguns [/red] prisoner\n"})
    process = Process.open(folder, reader=reader(), clock=lambda: NOON)
    shown = io.StringIO()
    console = Console(file=shown, width=100)
    Sitting(process.desk(), "Ada", PipedKeys(io.StringIO("m\n\nq\n"), console.print), console).run()
    assert "\x1b" not in shown.getvalue()
    assert "\u202e" not in shown.getvalue()
    assert "[/red] prisoner" in shown.getvalue()
