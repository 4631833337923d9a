"""The verbs of a process, each over a folder of invented papers."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, BrokenChain, DecisionKind, NotPermitted, UnusableInput, WrongUsage
from parley.process import Process, Reader

Make = Callable[..., Path]
Opened = Callable[[Path], Process]
MEDIATOR = Audience("mediator")
NOTICE = "Everything here is invented."

PAPERS = {
    "documents/a.md": "Republic of Kestria demands every prisoner.\n",
    "documents/b.md": "Orlavian Union would give 500 prisoners.\n",
}


def profile(**scores: int) -> str:
    return "reserve = 3\n[scores.prisoners]\n" + "".join(
        f"{name.replace('_', '-')} = {n}\n" for name, n in scores.items()
    )


PROFILES = {
    "caucus/KES/profile.toml": profile(all=9, **{"500-each-of-their": 4}),
    "caucus/ORL/profile.toml": profile(all=4, **{"500-each-of-their": 8}),
}
REPORTS = {
    "reports/incidents.csv": "id,event_earliest,event_latest,reported,act,actor,claimant\n"
    "r-1,2031-04-03T10:00,2031-04-03T11:00,2031-04-03T12:00,fire,ORL,KES\n",
}


class TestReading:
    def test_gives_papers_statements_actors_the_notice_and_the_head(self, make: Make, opened: Opened) -> None:
        process = opened(make(PAPERS))
        decision = process.decide("confirm", "x", by="Ada")
        output = process.read()
        assert [document.path for document in output.documents] == ["documents/a.md", "documents/b.md"]
        assert [statement.speaker.id for statement in output.statements if statement.speaker] == ["KES", "ORL"]
        assert [statement.issues for statement in output.statements] == [("prisoners",), ("prisoners",)]
        assert [actor.id for actor in output.actors] == ["KES", "ORL"]
        assert (output.audience, output.head, output.notes) == ("team", decision.hash, (NOTICE,))

    def test_tells_how_far_it_has_come(self, make: Make) -> None:
        steps: list[tuple[int, int]] = []
        reader = Reader("x", lambda document, *_: _nothing(document.id))
        Process.open(make(PAPERS), reader=reader, progress=lambda done, total: steps.append((done, total))).read()
        assert steps == [(1, 2), (2, 2)]

    def test_says_which_party_of_the_text_no_actor_stands_for(self, make: Make, opened: Opened) -> None:
        folder = make()
        text = folder / "framework.md"
        text.write_text(text.read_text().replace("ORL: Orlavian Union", "ORV: Orlavian Union"))
        assert any("the party ORV, and process.toml no actor with this id" in n for n in opened(folder).read().notes)

    def test_of_an_empty_process_is_empty(self, make: Make, opened: Opened) -> None:
        folder = make()
        (folder / "framework.md").unlink()
        assert opened(folder).read().documents == ()

    def test_searches_every_paper_and_shows_the_line(self, make: Make, opened: Opened) -> None:
        output = opened(make(PAPERS)).search("PRISONER")
        assert [(hit.path, hit.exact) for hit in output.hits] == [
            ("documents/a.md", "prisoner"),
            ("documents/b.md", "prisoner"),
        ]
        assert output.hits[0].line == "Republic of Kestria demands every prisoner."
        with pytest.raises(WrongUsage, match="no word to look for"):
            opened(make(PAPERS)).search("…")


class TestTheText:
    def test_is_the_draft_until_something_is_settled(self, make: Make, opened: Opened) -> None:
        process = opened(make())
        assert process.framework() == process.draft()
        assert process.taken() == {}

    def test_issues_are_its_brackets_with_the_words_of_the_settings(self, make: Make, opened: Opened) -> None:
        (prisoners,) = opened(make()).issues()
        assert (prisoners.id, prisoners.title, prisoners.keywords) == (
            "prisoners",
            "Exchange of prisoners",
            ("prisoner",),
        )
        assert [option.id for option in prisoners.options] == ["all", "500-each-of-their"]

    def test_an_option_that_the_text_has_not_is_named_and_not_added(self, make: Make, opened: Opened) -> None:
        folder = make()
        settings = folder / "process.toml"
        settings.write_text(settings.read_text() + 'options.al = { text = "al", keywords = ["x"] }\n')
        process = opened(folder)
        assert [option.id for option in process.issues()[0].options] == ["all", "500-each-of-their"]
        (note,) = [note for note in process.read().notes if note != NOTICE]
        assert "option 'al' of #prisoners, which the text does not have; did you mean 'all'" in note

    def test_settled_is_clean_and_the_choice_is_a_decision(self, make: Make, opened: Opened) -> None:
        folder = make()
        before = (folder / "framework.md").read_bytes()
        output = opened(folder).settle({"prisoners": "KES"}, by="Ada", reason="both can live with it")
        assert "shall exchange all prisoners by D+21" in output.text
        assert (output.taken, output.open) == ({"prisoners": "all"}, ())
        process = opened(folder)
        (decision,) = process.verify().entries
        assert (decision.kind, decision.subject, decision.by) == (DecisionKind.SETTLE, "prisoners", "Ada")
        assert decision.detail == {"option": "all", "text": "all"}
        assert output.head == decision.hash == process.read().head
        assert process.framework().text == output.text
        assert process.framework().path == "framework.md (as settled)"
        assert process.taken() == {"prisoners": "all"}
        assert (folder / "framework.md").read_bytes() == before

    def test_a_newer_choice_replaces_an_older(self, make: Make, opened: Opened) -> None:
        process = opened(make())
        process.settle({"prisoners": "all"}, by="Ada")
        process.settle({"#prisoners": "2"}, by="Ada")
        assert process.taken() == {"prisoners": "500-each-of-their"}
        assert "500 each of their prisoners" in process.framework().text

    def test_a_choice_can_be_tried_without_recording_it(self, make: Make, opened: Opened) -> None:
        process = opened(make())
        assert "exchange all prisoners" in process.settle({"prisoners": "all"}, record=False).text
        assert process.taken() == {}
        assert not (process.folder / "decisions.jsonl").exists()

    @pytest.mark.parametrize(
        ("choices", "by", "said"),
        [
            ({"prisoner": "all"}, "Ada", "no bracket #prisoner; did you mean 'prisoners'"),
            ({"prisoners": "al"}, "Ada", "#prisoners has no option 'al'; did you mean 'all'"),
            ({"prisoners": "all"}, " ", "say who decides"),
        ],
    )
    def test_what_it_does_not_offer_is_not_settled(
        self, make: Make, opened: Opened, choices: dict[str, str], by: str, said: str
    ) -> None:
        process = opened(make())
        with pytest.raises(WrongUsage, match=said):
            process.settle(choices, by=by)
        assert process.taken() == {}

    def test_a_choice_that_the_text_no_longer_offers_is_said_and_left_open(self, make: Make, opened: Opened) -> None:
        folder = make()
        opened(folder).settle({"prisoners": "all"}, by="Ada")
        text = folder / "framework.md"
        text.write_text(text.read_text().replace("KES: all", "KES: every one of the"))
        process = opened(folder)
        assert process.taken() == {}
        output = process.settle({}, record=False)
        assert output.open == ("prisoners",)
        assert any(
            "Decision 1 took 'all' for #prisoners, which framework.md no longer offers" in n for n in output.notes
        )

    def test_that_is_missing_is_missed_only_where_it_is_needed(self, make: Make, opened: Opened) -> None:
        folder = make(PAPERS)
        (folder / "framework.md").unlink()
        process = opened(folder)
        assert len(process.read().documents) == 2
        with pytest.raises(UnusableInput, match=r"framework\.md: this process has no text yet; write it"):
            process.check()

    def test_is_checked_as_written(self, make: Make, opened: Opened) -> None:
        output = opened(make()).check()
        assert output.path == "framework.md"
        assert output.understood.operative >= 2
        text = opened(make()).draft().text
        assert all(text[finding.start : finding.end] == finding.quote for finding in output.findings)


class TestWeighing:
    def test_weighs_the_options_of_the_text_with_the_profiles_of_the_caucuses(self, make: Make, opened: Opened) -> None:
        output = opened(make(PROFILES)).weigh()
        assert (output.packages, output.parties) == ("2", ("KES", "ORL"))
        assert len(output.frontier) == 2
        assert output.audience == "mediator"
        assert output.notes == (NOTICE,)

    def test_the_path_starts_from_the_text_as_settled_or_from_a_package_that_is_named(
        self, make: Make, opened: Opened
    ) -> None:
        process = opened(make(PROFILES))
        path = process.weigh().path
        assert path is not None
        assert path.start == {"prisoners": "all"}
        assert path.why[0] == "Open brackets count as the option that stands first: #prisoners all."
        process.settle({"prisoners": "ORL"}, by="Ada")
        settled = process.weigh().path
        assert settled is not None
        assert settled.start == {"prisoners": "500-each-of-their"}
        named = process.weigh(start={"#prisoners": "KES"}).path
        assert named is not None
        assert named.start == {"prisoners": "all"}
        assert len(named.why) == len(settled.why) == 1

    def test_says_what_it_leaves_out(self, make: Make, opened: Opened) -> None:
        folder = make({"caucus/KES/profile.toml": PROFILES["caucus/KES/profile.toml"]})
        settings = folder / "process.toml"
        settings.write_text(settings.read_text() + "[issues.ports]\n")
        weighed = opened(folder).weigh()
        assert "#ports is not weighed, for no profile scores it." in weighed.notes
        said = "ORL has no profile: the packages are weighed without it, as if it accepted every one."
        assert weighed.assumptions[0] == said

    def test_says_who_has_a_profile_and_is_no_party_of_the_text(self, make: Make, opened: Opened) -> None:
        folder = make(PROFILES)
        (folder / "caucus/ORL").rename(folder / "caucus/OLR")
        said = opened(folder).weigh().assumptions
        assert [each.split()[0] for each in said[:2]] == ["ORL", "OLR"]
        assert "is no party of the text" in said[1]

    def test_without_profiles_says_where_to_write_them(self, make: Make, opened: Opened) -> None:
        with pytest.raises(UnusableInput, match=r"no party has a profile; write caucus/PARTY/profile\.toml"):
            opened(make()).weigh()

    def test_names_the_file_of_a_faulty_profile(self, make: Make, opened: Opened) -> None:
        with pytest.raises(UnusableInput, match=r"^caucus/KES/profile\.toml"):
            opened(make({"caucus/KES/profile.toml": "reserv = 3\n"})).weigh()


class TestWatching:
    def test_holds_the_reports_against_the_text_as_of_the_processes_clock(self, make: Make, opened: Opened) -> None:
        output = opened(make(REPORTS)).watch()
        assert output.as_of == dt.datetime(2031, 5, 1, tzinfo=dt.timezone(dt.timedelta(hours=3)))
        assert {verdict.provision for verdict in output.verdicts} >= {"cease-fire"}
        assert any("a draft and binds nobody yet" in note for note in output.notes)

    def test_takes_another_time_in_the_processes_zone(self, make: Make, opened: Opened) -> None:
        output = opened(make(REPORTS)).watch(as_of=dt.datetime(2031, 4, 2, 12))
        assert output.as_of.isoformat() == "2031-04-02T12:00:00+03:00"

    def test_takes_other_reports(self, make: Make, opened: Opened, tmp_path: Path) -> None:
        other = tmp_path / "none.csv"
        other.write_text(REPORTS["reports/incidents.csv"].splitlines()[0] + "\n")
        watch = opened(make(REPORTS)).watch(reports=[other])
        assert not any("r-1" in verdict.reports for verdict in watch.verdicts)

    def test_a_faulty_report_stops_it_and_is_named(self, make: Make, opened: Opened) -> None:
        rows = REPORTS["reports/incidents.csv"].replace("2031-04-03T12:00", "some day")
        with pytest.raises(UnusableInput, match=r"^reports/incidents\.csv, row 2"):
            opened(make({"reports/incidents.csv": rows})).watch()

    def test_a_rehearsal_supposes_a_d_day_and_says_so(self, make: Make, opened: Opened) -> None:
        folder = make(REPORTS)
        text = folder / "framework.md"
        text.write_text(text.read_text().replace("d_day: 2031-04-01T06:00+03:00\n", ""))
        notes = opened(folder).watch(rehearse=True).notes
        assert any("No D-day is fixed; 2031-04-03, the day of the first report, was supposed." in n for n in notes)


class TestRehearsals:
    WEEK = "- day 2, 10:00 (shots): fire, by SUD, against NOR, reported by NOR\n- until day 4\n"

    def test_a_scripted_week_takes_the_place_of_the_reports(self, make: Make, opened: Opened) -> None:
        folder = make({**REPORTS, "week.md": self.WEEK})
        output = opened(folder).watch(script=folder / "week.md")
        assert (output.rehearsal.script, output.rehearsal.supposed) == ("week.md", False)
        assert output.as_of.date() == dt.date(2031, 4, 4)
        assert not {id for verdict in output.verdicts for id in verdict.reports} - {"shots"}

    def test_a_d_day_can_be_supposed(self, make: Make, opened: Opened) -> None:
        output = opened(make(REPORTS)).watch(rehearse=True, d_day=dt.date(2031, 3, 1))
        assert (output.rehearsal.d_day, output.rehearsal.supposed) == (dt.date(2031, 3, 1), True)
        assert any("D-day is supposed to be 2031-03-01; the text's own is 2031-04-01" in note for note in output.notes)

    def test_a_d_day_is_supposed_in_a_rehearsal_alone(self, make: Make, opened: Opened) -> None:
        with pytest.raises(WrongUsage, match="give --rehearse, too"):
            opened(make(REPORTS)).watch(d_day=dt.date(2031, 3, 1))


class TestDecisions:
    def test_are_listed_and_counted(self, make: Make, opened: Opened) -> None:
        process = opened(make())
        process.decide("merge", "a", by="Ada", detail={"into": "b"})
        process.decide(DecisionKind.REJECT, "c", by="Bob", reason="misread")
        output = process.verify()
        assert (output.decisions, output.holds, [entry.subject for entry in output.entries]) == (2, True, ["a", "c"])

    @pytest.mark.parametrize(
        ("kind", "detail", "said"),
        [("approve", {}, "'approve' is no decision; use one of confirm"), ("release", {"to": "all"}, "is no audience")],
    )
    def test_of_no_known_kind_are_refused(
        self, make: Make, opened: Opened, kind: str, detail: dict[str, str], said: str
    ) -> None:
        with pytest.raises(WrongUsage, match=said):
            opened(make()).decide(kind, "x", by="Ada", detail=detail)

    def test_with_words_that_no_file_can_hold_are_refused(self, make: Make, opened: Opened) -> None:
        with pytest.raises(WrongUsage, match="not valid Unicode"):
            opened(make()).decide("confirm", "x", by="Ada \udcff")

    def test_a_broken_chain_stops_every_verb_and_names_the_line(self, make: Make, opened: Opened) -> None:
        folder = make(PAPERS)
        opened(folder).decide("confirm", "x", by="Ada")
        chain = folder / "decisions.jsonl"
        chain.write_bytes(chain.read_bytes().replace(b"Ada", b"Eve"))
        for verb in (Process.read, Process.verify, Process.framework):
            with pytest.raises(BrokenChain, match=r"^decisions\.jsonl, line 1: this entry was changed"):
                verb(opened(folder))

    def test_an_earlier_head_has_to_be_in_the_chain(self, make: Make, opened: Opened) -> None:
        process = opened(make())
        head = process.decide("confirm", "x", by="Ada").hash
        process.decide("confirm", "y", by="Ada")
        assert process.verify(head=head).holds
        with pytest.raises(BrokenChain, match="without the entry ffff"):
            process.verify(head="f" * 64)


def test_a_folder_that_may_not_be_written_can_be_read(make: Make, opened: Opened) -> None:
    folder = make(PAPERS)
    expected = opened(make(PAPERS, "other")).read()
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("whoever runs this may write everywhere")
        process = opened(folder)
        read = process.read()
        assert read.statements == expected.statements
        assert len(read.notes) == len(expected.notes) + 1
        assert len(process.search("prisoner").hits) == 2
        with pytest.raises(NotPermitted, match=r"^decisions\.jsonl: this can't be written"):
            process.settle({"prisoners": "all"}, by="Ada")
        with pytest.raises(NotPermitted, match=r"^out/x: this can't be written"):
            process.write_out("x", "y")
    finally:
        folder.chmod(0o755)


def _nothing(document: str) -> object:
    from parley.model import Reading

    return Reading(document=document)


class TestAFinalText:
    """What was agreed is said once, of the very words."""

    def test_is_recorded_of_its_words_and_binds(self, make: Make, opened: Opened) -> None:
        folder = make()
        output = opened(folder).settle({"prisoners": "all"}, by="Ada", final=True)
        assert "status: final" in output.text
        assert opened(folder).framework().status == "final"
        assert not any("draft" in note for note in opened(folder).watch().notes)
        assert opened(folder).draft().status == "draft"

    def test_counts_as_a_draft_again_once_a_word_was_changed(self, make: Make, opened: Opened) -> None:
        folder = make()
        opened(folder).settle({"prisoners": "all"}, by="Ada", final=True)
        draft = folder / "framework.md"
        draft.write_text(draft.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
        assert opened(folder).framework().status == "draft"
        assert any("changed since decision" in note for note in opened(folder).watch().notes)

    def test_has_no_open_bracket(self, make: Make, opened: Opened) -> None:
        with pytest.raises(WrongUsage, match="settle prisoners too"):
            opened(make()).settle({}, by="Ada", final=True)
