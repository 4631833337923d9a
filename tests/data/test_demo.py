"""The shipped demo: a whole process, plainly fictional, in which everything that is named exists."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import demo_reports
import parley
from parley.model import ActorKind, Credibility, Label, Life, Profile, Reliability, Role, parse_moment
from parley.reading.speakers.countries import country_named
from parley.text import act_named, open_document, slug

DEMO = Path(parley.__file__).parent / "data" / "demo"
FILES = sorted(path for path in DEMO.rglob("*") if path.is_file())
PAPERS = [path for path in FILES if path.parent.name == "documents" and not path.name.endswith(".meta.toml")]
SHARED_PAPERS = [path for path in PAPERS if path.parent.parent == DEMO]
PARTIES = ("KES", "ORL")
BOUNDS = {"latitude": (-43.0, -41.0), "longitude": (88.0, 92.0)}
"""The invented country lies in open ocean: no real place has these coordinates."""
WATCHED = ("effort.csv", "patrols.csv")


def relative(path: Path) -> str:
    return path.relative_to(DEMO).as_posix()


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DEMO / name).read_text("utf-8"))


def front_matter() -> dict[str, Any]:
    fields: dict[str, Any] = yaml.safe_load((DEMO / "framework.md").read_text("utf-8").split("---")[1])
    return fields


def brackets() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Label, and owner and option of each alternative, as written: a second reading, apart from the room's."""
    for label, inner in re.findall(r"\[#([\w-]+)\s+([^\]]+)\]", (DEMO / "framework.md").read_text("utf-8")):
        alternatives = [part.split(":", 1) for part in inner.split("|")]
        yield label, [(owner.strip(), slug(" ".join(text.split()))) for owner, text in alternatives]


def options() -> dict[str, list[str]]:
    return {label: [option for _, option in alternatives] for label, alternatives in brackets()}


def rows(name: str) -> list[dict[str, str]]:
    with (DEMO / "reports" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reports() -> list[dict[str, str]]:
    names = sorted(path.name for path in (DEMO / "reports").glob("*.csv"))
    return [row for name in names if name not in WATCHED for row in rows(name)]


def positions_of(geometry: dict[str, Any]) -> list[list[float]]:
    nested = geometry["coordinates"]
    return nested if geometry["type"] == "LineString" else [point for ring in nested for point in ring]


# Plainly fictional ------------------------------------------------------------------------------------


def test_the_notice_says_that_everything_is_invented() -> None:
    notice = toml("process.toml")["process"]["notice"]
    assert "Fictional" in notice
    assert "invented" in notice


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_no_file_names_a_real_country_people_or_capital(path: Path) -> None:
    words = re.findall(r"[^\W\d_]+", path.read_text("utf-8"))
    named = [*words, *(" ".join(pair) for pair in itertools.pairwise(words))]
    assert not [name for name in named if country_named(name)]


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_files_are_small_utf_8_texts_with_plain_line_ends(path: Path) -> None:
    data = path.read_bytes()
    assert len(data) < 24_000
    assert b"\r" not in data
    assert data.decode("utf-8").endswith("\n")


# Actors and papers ------------------------------------------------------------------------------------


def test_actors_have_known_kinds_and_roles_and_belong_to_actors() -> None:
    actors = toml("process.toml")["actors"]
    ids = [actor["id"] for actor in actors]
    assert len(ids) == len(set(ids))
    for actor in actors:
        assert ActorKind(actor["kind"])
        assert all(Role(role) for role in actor.get("roles", ()))
        assert all(affiliation["to"] in ids for affiliation in actor.get("affiliations", ()))
    assert tuple(actor["id"] for actor in actors if "party" in actor.get("roles", ())) == PARTIES


def test_no_name_of_an_actor_is_anothers() -> None:
    names = [name for actor in toml("process.toml")["actors"] for name in (actor["name"], *actor["aliases"])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", PAPERS, ids=relative)
def test_every_paper_says_who_published_it_when_and_how_far_to_trust_it(path: Path) -> None:
    meta = tomllib.loads(path.with_name(path.stem + ".meta.toml").read_text("utf-8"))
    assert meta["publisher"]
    assert Reliability(meta["reliability"])
    assert Credibility(meta["credibility"])
    if path in SHARED_PAPERS:
        assert parse_moment(meta["published"]).isoformat() == path.name[:10]
        assert Label.parse(meta["audience"]) in ("public", "team")
    else:
        assert parse_moment(meta["published"])
        assert "audience" not in meta, "a caucus is its folder; nothing opens it"


@pytest.mark.parametrize("path", PAPERS, ids=relative)
def test_every_paper_opens_as_english_without_a_doubt(path: Path) -> None:
    document = open_document(path.read_bytes(), path.name)
    assert document.language == "en"
    assert not document.notes


def test_the_papers_come_in_several_forms_and_each_caucus_has_one() -> None:
    assert {path.suffix for path in SHARED_PAPERS} == {".txt", ".md", ".html"}
    assert {path.parent.parent.name for path in PAPERS} == {"demo", *PARTIES}


@pytest.mark.parametrize("party", ["Kestria", "Orlavia"])
@pytest.mark.parametrize("words", ["15 km", "30 km", "all prisoners", "Gulf of Senn", "30 days"])
def test_each_open_point_is_spoken_of_in_several_papers_about_each_party(party: str, words: str) -> None:
    texts = [open_document(path.read_bytes(), path.name).text for path in SHARED_PAPERS]
    assert sum(words in text and party in text for text in texts) >= 2


# The text and its brackets ----------------------------------------------------------------------------


def test_every_bracket_has_a_label_and_only_known_owners() -> None:
    known = {**front_matter()["parties"], **front_matter()["others"]}
    text = (DEMO / "framework.md").read_text("utf-8").split("---", 2)[2]
    assert text.count("[") == len(list(brackets()))
    for _, alternatives in brackets():
        assert all(owner in known for owner, _ in alternatives)
        assert set(PARTIES) <= {owner for owner, _ in alternatives}


def test_a_label_that_stands_twice_offers_the_same_choice() -> None:
    found = list(brackets())
    labels = [label for label, _ in found]
    assert labels.count("heavy-distance") == 2
    assert all(alternatives == dict(found)[label] for label, alternatives in found)


def test_provisions_have_word_ids_and_run_without_a_gap() -> None:
    text = (DEMO / "framework.md").read_text("utf-8")
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    ids = re.findall(r"\{#([\w-]+)\}", text)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(ids) == len(set(ids)) == len(numbers)


def test_process_issues_add_words_to_the_brackets_and_nothing_else() -> None:
    issues = toml("process.toml")["issues"]
    assert {label: sorted(issue["options"]) for label, issue in issues.items()} == {
        label: sorted(found) for label, found in options().items()
    }
    for issue in issues.values():
        assert issue["title"]
        assert issue["keywords"]
        for id, option in issue["options"].items():
            assert slug(option["text"]) == id
            assert option["keywords"]


@pytest.mark.parametrize("party", PARTIES)
def test_profiles_score_every_option_and_name_no_other(party: str) -> None:
    profile = Profile.model_validate({"id": party, **toml(f"caucus/{party}/profile.toml")})
    assert {label: sorted(scores) for label, scores in profile.scores.items()} == {
        label: sorted(found) for label, found in options().items()
    }
    choices = [*profile.red_lines, *(link.with_ or {} for link in profile.links)]
    assert choices
    assert all(option in options()[label] for choice in choices for label, option in choice.items())


def test_the_story_takes_one_option_of_every_bracket() -> None:
    settle = toml("story.toml")["settle"]
    assert settle["by"]
    assert settle["reason"]
    assert set(settle["take"]) == set(options())
    assert all(option in options()[label] for label, option in settle["take"].items())


# Annexes ----------------------------------------------------------------------------------------------


def test_annexes_are_features_within_the_invented_land() -> None:
    for letter, path in front_matter()["annexes"].items():
        feature = json.loads((DEMO / path).read_text("utf-8"))
        assert feature["properties"]["annex"] == letter
        assert f"**{feature['properties']['name']}** means" in (DEMO / "framework.md").read_text("utf-8")
        points = positions_of(feature["geometry"])
        assert len(points) >= 40
        for longitude, latitude in points:
            assert within("longitude", longitude)
            assert within("latitude", latitude)


def test_the_line_does_not_cross_itself_and_the_zone_is_one_sound_area() -> None:
    from shapely.geometry import shape

    line, zone = (
        shape(json.loads((DEMO / path).read_text("utf-8"))["geometry"]) for path in front_matter()["annexes"].values()
    )
    assert line.is_simple
    assert zone.is_valid
    assert line.touches(zone) or line.distance(zone) < 1e-6


# Reports ----------------------------------------------------------------------------------------------


def within(axis: str, value: float) -> bool:
    low, high = BOUNDS[axis]
    return low <= value <= high


def test_report_ids_are_unique_over_all_files() -> None:
    ids = [report["id"] for report in reports()]
    assert 55 <= len(ids) == len(set(ids))


def test_reports_follow_and_correct_only_reports_that_exist() -> None:
    known = {report["id"]: report for report in reports()}
    for report in known.values():
        for pointer in ("about", "corrects"):
            if report[pointer]:
                assert known[report[pointer]]["reported"] <= report["reported"]


def test_reports_use_the_lexicon_of_acts_and_known_names() -> None:
    actors = {actor["id"] for actor in toml("process.toml")["actors"]} | {""}
    for report in reports():
        assert act_named(report["act"]) or report["act"] == "deny"
        assert {report["actor"], report["counterpart"], report["claimant"], report["found_by"]} <= actors
        assert report["claimant"]
        assert Life(report["life"])
        assert bool(report["found_by"]) == (report["life"] in ("found", "remedied"))
        assert not report["document"] or (DEMO / report["document"]).is_file()


def test_reports_lie_within_the_invented_land_and_say_how_precise_they_are() -> None:
    for report in reports():
        assert bool(report["latitude"]) == bool(report["longitude"]) == bool(report["radius_m"])
        if report["latitude"]:
            assert within("latitude", float(report["latitude"]))
            assert within("longitude", float(report["longitude"]))
            assert float(report["radius_m"]) > 0


def test_what_is_reported_happened_first_and_every_time_has_its_zone() -> None:
    for report in reports():
        earliest, latest, reported = (
            dt.datetime.fromisoformat(report[name]) for name in ("event_earliest", "event_latest", "reported")
        )
        assert earliest.tzinfo is not None
        assert earliest <= latest <= reported


def test_effort_has_a_share_and_watches_acts_of_the_lexicon() -> None:
    for effort in (row for name in WATCHED for row in rows(name)):
        assert 0 < float(effort["share"]) <= 1
        assert effort["earliest"] < effort["latest"]
        assert all(act_named(act) for act in effort["acts"].split(";"))


def test_the_logs_are_what_their_script_makes_of_its_seed() -> None:
    made = demo_reports.tables()
    assert {name: (DEMO / "reports" / name).read_text("utf-8") for name in made} == made
    assert sum(name not in WATCHED for name in made) == 3
    assert 300 <= sum(len(rows(name)) for name in made if name not in WATCHED) <= 500


def test_the_sectors_are_regions_and_the_borders_are_claims_of_a_party() -> None:
    from parley.model import ShapeKind
    from parley.monitoring import load_shapes

    sectors, borders = (
        load_shapes((DEMO / "annexes" / name).read_bytes(), name) for name in ("sectors.geojson", "borders.geojson")
    )
    assert {shape.kind for shape in sectors} == {ShapeKind.REGION}
    assert {shape.name for shape in sectors} == {sector.name for sector in demo_reports.SECTORS}
    assert [(shape.kind, shape.party) for shape in borders] == [(ShapeKind.BORDER, party) for party in PARTIES]


# The traps that docs/reference/demo.md tells of -------------------------------------------------------


def test_the_traps_are_there() -> None:
    found = reports()
    d_day, as_of = (
        dt.datetime.fromisoformat(str(moment))
        for moment in (front_matter()["d_day"], toml("process.toml")["process"]["as_of"])
    )
    when = [
        tuple(dt.datetime.fromisoformat(report[name]) for name in ("event_earliest", "event_latest", "reported"))
        for report in found
    ]
    assert any(earliest < d_day < latest for earliest, latest, _ in when), "an event astride D-day"
    assert any(reported - latest > dt.timedelta(days=5) for _, latest, reported in when), "a late report"
    assert any(reported > as_of for *_, reported in when), "a report that nobody has yet"
    assert any(report["corrects"] and report["life"] == "alleged" for report in found), "a corrected report"
    assert any(report["life"] == "withdrawn" for report in found), "a withdrawn report"
    assert any(report["count"] == "undetermined" for report in found), "a count that nobody could tell"
    assert any(report["claimant"] == report["actor"] for report in found), "a claim by the bearer alone"
    assert {"found", "remedied", "under inquiry"} <= {report["life"] for report in found}


def test_the_guns_at_dunmere_stand_between_the_distances_that_the_parties_want() -> None:
    """At 22 km: 15 and 20 would allow them, 30 forbids them; so the choice decides what is a breach."""
    from pyproj import Transformer
    from shapely.geometry import LineString, Point

    ashore = Transformer.from_crs("EPSG:4326", "+proj=aeqd +lat_0=-42 +lon_0=90 +datum=WGS84", always_xy=True).transform
    line = json.loads((DEMO / front_matter()["annexes"]["A"]).read_text("utf-8"))["geometry"]
    separation = LineString([ashore(longitude, latitude) for longitude, latitude in positions_of(line)])
    guns = [report for report in reports() if report["act"] == "place" and report["found_by"] == "JVC"]
    assert guns
    for report in guns:
        metres = Point(*ashore(float(report["longitude"]), float(report["latitude"]))).distance(separation)
        assert 21_500 < metres < 22_500
