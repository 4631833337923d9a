"""``parley weigh`` as its users meet it: folders of other programs, methods, pictures."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from parley.model import schema

ISSUE = """<issue index="1" name="prisoners" type="discrete" vtype="discrete">
  <item index="1" value="all" evaluation="{0}"/><item index="2" value="some" evaluation="{1}"/></issue>"""


def space(all: int, some: int) -> str:
    issue = ISSUE.format(all, some)
    return f'<utility_space><objective>{issue}<weight index="1" value="1"/></objective></utility_space>'


@pytest.fixture
def genius(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    template = f"<negotiation_template>{space(0, 0)}</negotiation_template>"
    for name, text in {
        "domain": template,
        "kestria": space(4, 1),
        "orlavia": space(2, 5),
        "halvern": space(1, 1),
    }.items():
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    return folder


def test_a_genius_folder_is_weighed_with_the_profiles_named(genius, parley):
    done = parley("weigh", genius, "--profiles", "kest", "orlavia", "--reserve", "2", "--json")
    assert done.code == 0
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("weigh")).validate(output)
    assert output["parties"] == ["kestria", "orlavia"]
    assert [row["utilities"] for row in output["frontier"]] == [
        {"kestria": 4, "orlavia": 2},
        {"kestria": 1, "orlavia": 5},
    ]
    assert output["agreement_zone"]["packages"] == "1"


def test_an_option_may_be_repeated_and_stand_anywhere_after_the_folder(genius, parley):
    done = parley("weigh", genius, "--normalise", "--profiles", "halvern", "--json", "--profiles", "orlavia")
    assert json.loads(done.out)["parties"] == ["halvern", "orlavia"]
    assert json.loads(done.out)["frontier"][0]["utilities"] == {"halvern": 1, "orlavia": 1}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{folder}", "--for", "team"], 5, "for the mediator"),
        (["{folder}", "--for", "party:KES"], 5, "released to others in a process folder, never from a case alone"),
        (["{folder}", "--for", "public"], 5, "for the mediator"),
        (["{folder}", "--profiles", "quenland"], 3, "no profile is called 'quenland'"),
        (["{folder}", "--reserve", "nan"], 2, "no number of points"),
        (["{folder}/..", "--reserve", "0"], 3, "neither a process nor a case"),
        (["{demo}", "--reserve", "0"], 2, "outside a process"),
        (["{folder}/case.json", "--method", "divide", "--for", "team"], 5, "for the mediator"),
        (["{folder}/case.json", "--method", "stability", "--for", "party:KES"], 5, "for the mediator"),
        (["{folder}", "--method", "stability"], 3, "this is a folder"),
        (["{folder}", "--method", "stability", "--reserve", "1"], 2, "not for a graph model"),
        (["{folder}", "--method", "divide", "--reserve", "1"], 2, "no reserve"),
        (["{folder}", "--method", "divide"], 3, "two can divide"),
        (["{folder}", "--method", "chance"], 2, "chance"),
        (["{folder}", "--method", "divide", "--plot", "{folder}/p.svg"], 2, "--plot draws packages"),
        (["{folder}", "--plot", "{folder}/domain.xml"], 2, "domain.xml"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments, code, words, genius, finished_demo, parley):
    done = parley("weigh", *(word.format(folder=genius, demo=finished_demo) for word in arguments))
    assert done.code == code
    assert words in done.sentence


def test_two_profiles_of_a_folder_are_divided(genius, parley):
    done = parley("weigh", genius, "--method", "divide", "--profiles", "kestria", "orlavia", "--json")
    assert done.code == 0
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("weigh-divide")).validate(output)
    assert output["issues"][0]["fractions"] == {"kestria": "1/2", "orlavia": "1/2"}
    assert output["issues"][0]["wants"] == {"kestria": "all", "orlavia": "some"}
    shown = parley("weigh", genius, "--method", "divide", "--profiles", "kestria", "orlavia")
    assert "Checked: efficient, equitable, envy-free." in shown.out


def test_a_graph_model_is_judged(tmp_path, parley):
    case = {
        "decision_makers": ["KES", "ORL"],
        "options": [{"id": "withdraw", "by": "KES"}, {"id": "lift the siege", "by": "ORL"}],
        "payoffs": {"KES": [2, 1, 4, 3], "ORL": [2, 4, 1, 3]},
    }
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    done = parley("weigh", tmp_path / "case.json", "--method", "stability", "--json")
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("weigh-stability")).validate(output)
    assert output["stable"] == {"nash": [1], "gmr": [1, 4], "smr": [1, 4], "seq": [1, 4]}
    assert "SEQ: 1 and 4" in parley("weigh", tmp_path / "case.json", "--method", "stability").out


OF_EACH_KIND = {
    "packages": {"issues": [{"id": "toll", "options": ["low"]}], "parties": [{"id": "KES", "scores": {}}]},
    "stability": {"decision_makers": ["KES"], "options": ["withdraw"], "payoffs": {"KES": [1, 2]}},
    "divide": {"issues": ["toll"], "parties": [{"id": "KES", "points": {"toll": 100}}]},
}


@pytest.mark.parametrize(
    ("method", "given"),
    [(a, b) for a in OF_EACH_KIND for b in OF_EACH_KIND if a != b and (a, b) != ("divide", "packages")],
)
def test_a_file_of_another_kind_is_told_with_the_command_that_takes_it(method, given, tmp_path, parley):
    case = tmp_path / "case.json"
    case.write_text(json.dumps(OF_EACH_KIND[given]), encoding="utf-8")
    done = parley("weigh", case, "--method", method)
    assert done.code == 3
    told = {"packages": "a bargaining case", "stability": "a graph model", "divide": "a division"}
    assert f"this is {told[given]}" in done.sentence
    assert f"use `parley weigh {case}{'' if given == 'packages' else f' --method {given}'}`" in done.sentence


@pytest.mark.parametrize(("names", "drawn"), [(["kestria", "orlavia"], "circle"), ([], "chosen nash")])
def test_packages_are_drawn_with_what_matters_to_whom(names, drawn, genius, tmp_path, parley):
    picture = tmp_path / "plot.svg"
    done = parley("weigh", genius, *(["--profiles", *names] if names else []), "--plot", picture, "--json")
    assert json.loads(done.out)["files"] == [str(picture)]
    assert json.loads(done.out)["stakes"]["kestria"] == {"prisoners": 3}
    text = picture.read_text(encoding="utf-8")
    etree.fromstring(text.encode())
    assert drawn in text
    assert "What matters most" in text
    assert "mediator alone" in text


def test_names_in_a_picture_are_text_and_nothing_else(tmp_path, parley):
    evil = "<script>alert(1)</script>"
    issue = {"id": "x", "title": evil, "options": ["a", "b"]}
    parties = [{"id": f"{evil}{n}", "scores": {"x": {"a": n, "b": 1}}} for n in range(3)]
    (tmp_path / "case.json").write_text(json.dumps({"issues": [issue], "parties": parties}), encoding="utf-8")
    for wanted in (["--profiles", parties[0]["id"], parties[2]["id"]], []):
        picture = tmp_path / f"plot{len(wanted)}.svg"
        assert parley("weigh", tmp_path / "case.json", *wanted, "--plot", picture).code == 0
        root = etree.fromstring(picture.read_bytes())
        assert not [element for element in root.iter() if str(element.tag).endswith("script")]


def test_rankings_are_weighed_in_words_and_in_the_published_form(tmp_path, parley):
    case = tmp_path / "case.json"
    told = {"rankings": {"toll": ["low", "high"]}, "can_live_with": {"toll": ["low"]}}
    issues = [{"id": "toll", "options": ["low", "high"]}]
    case.write_text(json.dumps({"issues": issues, "parties": [{"id": "KES", **told}, {"id": "ORL", **told}]}))
    done = parley("weigh", case, "--draws", "20", "--seed", "3", "--json")
    output = json.loads(done.out)
    jsonschema.Draft202012Validator(schema("weigh")).validate(output)
    assert (output["robustness"]["draws"], output["robustness"]["seed"]) == (20, 3)
    words = " ".join(parley("weigh", case, "--draws", "20").out.split())
    assert "In all profiles that fit what is known, toll = low is acceptable to all." in words
    assert parley("weigh", case, "--draws", "-1").code == 2
    assert parley("weigh", case, "--method", "divide", "--seed", "3").code == 2
    assert "name its folder" in parley("weigh", case, "--propose", "KES").err
    assert "--propose PARTY" in parley("weigh", case, "-o", tmp_path / "kes.toml").err
