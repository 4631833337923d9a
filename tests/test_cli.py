"""The command line as its users meet it: help, JSON by the published schemas, exit codes, one-sentence errors."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.main import get_command

from parley.cli import app
from parley.model import schema

COMMANDS = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"

ON_THE_DEMO = {
    "read": ["read", "{demo}"],
    "review": ["review", "{demo}", "--list"],
    "search": ["search", "{demo}", "prisoners"],
    "positions": ["positions", "{demo}"],
    "check": ["check", "{demo}"],
    "weigh": ["weigh", "{demo}"],
    "watch": ["watch", "{demo}"],
    "brief": ["brief", "{demo}"],
    "record": ["record", "verify", "{demo}"],
}


def verbs(command=None, prefix=()):
    command = command or get_command(app)
    for name, sub in command.commands.items():
        if hasattr(sub, "commands"):
            yield from verbs(sub, (*prefix, name))
        else:
            yield (*prefix, name), sub


def on(demo: Path, name: str) -> list[str]:
    return [word.format(demo=demo) for word in ON_THE_DEMO[name]]


@pytest.mark.parametrize(
    ("name", "command"), list(verbs()), ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_has_help_and_stands_in_the_documentation(name, command):
    assert command.help
    assert f"`parley {' '.join(name)} " in COMMANDS.read_text(encoding="utf-8")
    for parameter in command.params:
        if parameter.param_type_name == "option" and parameter.name != "help":
            assert parameter.help, f"{' '.join(name)} --{parameter.name} has no help"


def test_help_is_quick_because_nothing_heavy_is_imported():
    code = "import sys, parley.cli; print([m for m in ('spacy', 'shapely', 'jinja2', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_verbs_of_the_text_and_of_packages_load_neither_reader_nor_geometry():
    code = (
        "import sys, parley.process, parley.briefing; "
        "print([m for m in ('spacy', 'shapely', 'pyproj', 'parley.monitoring') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ON_THE_DEMO)
def test_json_is_one_document_of_the_published_shape(name, finished_demo, parley):
    done = parley(*on(finished_demo, name), "--json")
    assert done.code in (0, 1), done.err
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema(name)).validate(output)
    assert output["audience"] == ("mediator" if name == "weigh" else "team")
    assert len(output["head"]) == 64


@pytest.mark.parametrize("name", ON_THE_DEMO)
def test_people_get_text_without_escapes_where_there_is_no_terminal(name, finished_demo, parley):
    done = parley(*on(finished_demo, name))
    assert done.code in (0, 1), done.err
    assert done.out.strip()
    assert "\x1b" not in done.out


def test_the_schema_command_prints_what_the_library_gives(parley):
    assert json.loads(parley("schema", "watch").out) == schema("watch")
    assert parley("schema", "nothing").code == 2


def test_the_demo_has_a_breach_and_an_agreement_zone(finished_demo, parley):
    assert parley("watch", finished_demo).code == 1
    assert parley("weigh", finished_demo).code == 0
    assert parley("record", "verify", finished_demo).code == 0


def spans(value, document=None):
    """Every span in an output, with the document it counts in."""
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield value.get("document") or document, value
        for inner in value.values():
            yield from spans(inner, value.get("document") or document)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner, document)


def test_every_span_of_the_reading_holds_exactly_its_words(finished_demo):
    from parley import Process

    process = Process.open(finished_demo)
    texts = {document.id: document.text for document in process.documents("mediator")}
    found = list(spans(json.loads(process.read("mediator").model_dump_json())))
    assert len(found) > 500
    for document, span in found:
        assert texts[document][span["start"] : span["end"]] == span["exact"]


def test_every_span_of_the_check_holds_exactly_its_words(finished_demo):
    from parley import Process

    process = Process.open(finished_demo)
    text = process.draft("team").text
    check = process.check("team")
    assert check.sentences
    for sentence in check.sentences:
        assert text[sentence.start : sentence.end] == sentence.exact
    for finding in check.findings:
        assert text[finding.start : finding.end] == finding.quote


def test_the_cache_may_go_between_any_two_commands(demo_copy, parley):
    def everything() -> list[str]:
        outputs = []
        for name in ("read", "search", "positions", "check", "weigh", "watch", "record"):
            outputs.append(parley(*on(demo_copy, name), "--json").out)
            for cache in demo_copy.rglob(".parley"):
                shutil.rmtree(cache)
        return outputs

    assert everything() == everything()


def test_nothing_opens_a_network_connection(tmp_path, parley, monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("a network connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert parley("demo", tmp_path / "d").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["read", "{tmp}/nothing.txt"], 3, "nothing.txt"),
        (["positions", "{tmp}"], 3, "parley new"),
        (["watch", "{tmp}"], 3, "parley new"),
        (["check", "{tmp}/nothing.md"], 3, "nothing.md"),
        (["weigh", "{tmp}/nothing.json"], 3, "nothing.json"),
        (["read", "{tmp}", "--published", "yesterday"], 2, "not a date"),
        (["positions", "{demo}", "--for", "everybody"], 2, "no audience"),
        (["convert", "{demo}", "-o", "{tmp}/x.rtf"], 2, "doesn't tell the format"),
        (["convert", "{demo}"], 2, "--out"),
        (["convert", "{demo}", "-o", "{tmp}/no/x.csv"], 5, "make the folder first"),
        (["convert", "{demo}", "-o", "{tmp}/x.csv", "--published", "2031-01-01"], 2, "single papers"),
        (["convert", "{tmp}/none.txt", "-o", "{tmp}/x.csv"], 3, "none.txt"),
        (["positions", "{demo}", "--since", "lately"], 2, "no day to count from"),
        (["positions", "{demo}", "--tone", "KES", "XYZ"], 2, "no actor here"),
        (["weigh", "{demo}", "--for", "team"], 5, "mediator"),
        (["diff", "{demo}", "{tmp}/none.md"], 3, "none.md"),
        (["diff", "{demo}", "{demo}", "--for", "public"], 5, "public"),
        (["settle", "{demo}", "--take", "nothing"], 2, "LABEL=OPTION"),
        (["settle", "{demo}", "--take", "nothing=1", "--by", "me"], 2, "nothing"),
        (["review", "{demo}"], 2, "--by NAME"),
        (["review", "{demo}", "--by", "Ada", "--for", "public"], 5, "not by public"),
        (["review", "{demo}", "--list", "--issue", "x"], 2, "no issue 'x'"),
        (["demo", "{demo}"], 3, "demo"),
    ],
)
def test_an_error_is_one_sentence_with_its_exit_code(arguments, code, words, finished_demo, tmp_path, parley):
    done = parley(*(word.format(tmp=tmp_path, demo=finished_demo) for word in arguments))
    assert done.code == code
    assert words in done.sentence


def test_a_reader_that_goes_away_is_no_error():
    if os.name == "nt":
        pytest.skip("pipes end otherwise on Windows")
    command = f'"{sys.executable}" -m parley schema read | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_what_a_paper_hides_in_control_characters_is_shown(tmp_path, parley):
    paper = tmp_path / "hostile.txt"
    paper.write_text("\u202eEnvoy\u202c Tal Oren said the line \x1b[2Jholds.\n", encoding="utf-8")
    done = parley("read", paper)
    assert done.code == 0
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def test_a_name_that_is_no_unicode_is_told_as_an_escape(tmp_path, parley):
    paper = tmp_path / os.fsdecode(b"odd-\xff.txt")
    try:
        paper.write_text("Envoy Tal Oren said that the line holds.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    done = parley("read", paper, "--json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["documents"][0]["path"] == str(paper)


def test_names_in_a_case_command_neither_the_terminal_nor_its_markup(tmp_path, parley):
    case = tmp_path / "case.json"
    scores = {"[/x]\x1b[2J": {"a": 1, "[red]b": 2}}
    issues = [{"id": id, "options": list(options)} for id, options in scores.items()]
    case.write_text(json.dumps({"issues": issues, "parties": [{"id": "[/K]", "scores": scores}]}), encoding="utf-8")
    done = parley("weigh", case)
    assert done.code == 0, done.err
    assert "\x1b" not in done.out
    assert "[red]b" in done.out
    output = json.loads(parley("weigh", case, "--json").out)
    assert output["frontier"][0]["packages"] == [{"[/x]\x1b[2J": "[red]b"}]


def test_two_drafts_are_compared_for_people_and_for_programs(finished_demo, parley, tmp_path):
    draft = (finished_demo / "framework.md").read_text(encoding="utf-8")
    later = tmp_path / "later.md"
    later.write_text(draft.replace("[#heavy-distance KES: 15 | HAL: 20 | ORL: 30]", "30"), encoding="utf-8")
    done = parley("diff", finished_demo, later, "--json")
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("diff")).validate(output)
    assert [(each["kind"], each["label"], each["moved"]) for each in output["changes"]] == [
        ("settled", "heavy-distance", {"KES": "gave", "ORL": "took"})
    ]
    said = parley("diff", finished_demo, later).out
    assert "ORL's wording stands" in said
    assert "Who moved" in said
    assert "No difference" in parley("diff", later, later).out


def test_an_export_names_its_files_for_people_and_for_programs(finished_demo, parley, tmp_path):
    done = parley("convert", finished_demo, "-o", tmp_path / "x.jsonl", "--for", "public")
    assert done.code == 0
    assert str(tmp_path / "x.jsonl") in done.out.replace("\n", "")
    done = parley("convert", finished_demo, "-o", tmp_path / "tables", "--to", "csv", "--json")
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("convert")).validate(output)
    assert (output["audience"], len(output["head"])) == ("team", 64)
    assert all(Path(path).is_file() for path in output["files"])
