"""Domains and utility spaces of Genius, as they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parley.bargaining import load_genius
from parley.model import UnusableInput

DISCRETE = """<issue index="1" name="prisoners" type="discrete" vtype="discrete">
  <item index="1" value="all" {all}/><item index="2" value="some" {some}/></issue>"""
INTEGER = """<issue index="2" name="days" type="integer" vtype="integer" lowerbound="30" upperbound="33">{evaluator}
  </issue>"""
REAL = """<issue index="3" name="share" type="real" vtype="real"><range lowerbound="0" upperbound="10"/>{evaluator}
  </issue>"""
WEIGHTS = '<weight index="1" value="0.5"/><weight index="2" value="0.3"/><weight index="3" value="0.2"/>'


def domain(*issues: str) -> bytes:
    inner = "".join(issue.format(all="", some="", evaluator="") for issue in issues)
    objective = f'<objective index="0" name="root">{inner}</objective>'
    return f"<negotiation_template><utility_space>{objective}</utility_space></negotiation_template>".encode()


def space(*issues: str, reservation: str = "", weights: str = WEIGHTS) -> bytes:
    inner = "".join(issues) + weights
    return f'<utility_space>{reservation}<objective index="0" name="root">{inner}</objective></utility_space>'.encode()


PRISONERS = DISCRETE.format(all='evaluation="8"', some='evaluation="2"')
DAYS = INTEGER.format(evaluator='<evaluator ftype="linear" offset="0.1" slope="0.4"/>')
SHARE = REAL.format(evaluator='<evaluator ftype="triangular" parameter0="0" parameter1="10" parameter2="4"/>')


def files(**more: bytes) -> dict[str, bytes]:
    return {
        "domain.xml": domain(DISCRETE),
        "kestria.xml": space(PRISONERS, reservation='<reservation value="1.5"/>'),
        "orlavia.xml": space(PRISONERS),
    } | {f"{name}.xml": data for name, data in more.items()}


def points(scenario, party: int = 0) -> dict[str, dict[str, Fraction]]:
    profile = scenario.case.parties[party]
    return {issue: {option: score.low for option, score in row.items()} for issue, row in profile.scores.items()}


def test_evaluations_and_weights_stand_as_written_and_a_reserve_that_is_not_given_is_unknown():
    scenario = load_genius(files(), "folder")
    assert [party.id for party in scenario.case.parties] == ["kestria", "orlavia"]
    assert points(scenario) == {"prisoners": {"all": 8, "some": 2}}
    assert scenario.case.parties[0].weights == {"prisoners": Fraction("0.5")}
    assert [party.reserve for party in scenario.case.parties] == [Fraction("1.5"), None]


def test_a_reserve_can_be_set_for_all_and_evaluations_divided_by_their_maximum():
    scenario = load_genius(files(), "folder", reserve=Fraction(2), normalise=True)
    assert [party.reserve for party in scenario.case.parties] == [2, 2]
    assert points(scenario) == {"prisoners": {"all": 1, "some": Fraction(1, 4)}}


def test_a_reserve_on_another_scale_than_the_points_is_told():
    spaces = files(kestria=space(PRISONERS, reservation='<reservation value="0.5"/>'))
    assert any("scale of 0 to 1" in note for note in load_genius(spaces, "folder").notes)
    assert load_genius(spaces, "folder", normalise=True).notes == ()


def test_profiles_are_picked_by_any_part_of_their_names_in_the_order_asked():
    scenario = load_genius(files(halvern=space(PRISONERS)), "folder", ["halv", "kestria"])
    assert [party.id for party in scenario.case.parties] == ["halvern", "kestria"]


def test_a_blank_line_before_the_declaration_does_no_harm():
    declared = b"\n<?xml version='1.0'?>" + space(PRISONERS)
    assert len(load_genius(files(kestria=declared), "folder").case.parties) == 2


def test_a_damaged_profile_that_nobody_asked_for_is_in_nobodys_way():
    spaces = files(broken=b"<utility_space>")
    assert len(load_genius(spaces, "folder", ["kestria", "orlavia"]).case.parties) == 2
    with pytest.raises(UnusableInput, match=r"broken\.xml, line 1: this is no sound XML"):
        load_genius(spaces, "folder")


def test_an_integer_issue_has_each_whole_number_counted_from_its_lower_bound_and_cut_off_at_1():
    scenario = load_genius({"d.xml": domain(INTEGER), "k.xml": space(DAYS)}, "folder", normalise=True)
    tenth = Fraction(1, 10)
    assert points(scenario) == {"days": {"30": tenth, "31": 5 * tenth, "32": 9 * tenth, "33": 1}}


def test_a_real_issue_has_21_values_at_equal_steps():
    scores = points(load_genius({"d.xml": domain(REAL), "k.xml": space(SHARE)}, "folder"))["share"]
    assert len(scores) == 21
    assert [scores[value] for value in ("0", "0.5", "4", "7", "10")] == [0, Fraction(1, 8), 1, Fraction(1, 2), 0]


BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><utility_space><x>&b;</x></utility_space>'


@pytest.mark.parametrize(
    ("more", "wanted", "words"),
    [
        ({"kestria": BOMB}, (), "document type"),
        ({"kestria": b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///x">]><utility_space y="&a;"/>'}, (), "document type"),
        ({"kestria": b"\xff\xfe nothing"}, (), "no sound XML"),
        ({"kestria": space(PRISONERS, weights="")}, (), "issue prisoners: the issue has no weight"),
        ({"kestria": space(DISCRETE.format(all='evaluation="x"', some=""))}, (), "'x' is no number"),
        ({"kestria": space(DISCRETE.format(all='evaluation="1e999999"', some=""))}, (), "is no number"),
        ({"kestria": space(DISCRETE.format(all='evaluation="1"', some=""))}, (), "'some' has no evaluation"),
        ({"kestria": space(PRISONERS.replace('"some"', '"few"'))}, (), "'some' is in only one"),
        ({"kestria": space(PRISONERS.replace("prisoners", "mines"))}, (), "'mines' is not in the domain"),
        ({"kestria": space("")}, (), "it says nothing of issue 'prisoners'"),
        ({"kestria": b'<utility_space type="nonlinear"/>'}, (), "no weighted sums"),
        ({"other": domain(DISCRETE)}, (), "are domains"),
        ({"domain": domain(DISCRETE, DISCRETE)}, (), "two issues are called 'prisoners'"),
        ({"domain": domain(INTEGER.replace('"33"', '"3000000"'))}, (), "and the most is"),
        ({"domain": domain(REAL.replace('"real"', '"colour"'))}, (), "type 'colour'"),
        ({}, ("k", "quenland"), "no profile is called 'quenland'"),
        ({}, ("a",), "'a' fits kestria.xml and orlavia.xml"),
        ({}, ("kestria", "kest"), "a second time"),
    ],
)
def test_whatever_cannot_be_weighed_is_named_with_its_place(more, wanted, words):
    with pytest.raises(UnusableInput) as caught:
        load_genius(files(**more), "folder", wanted)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
