"""CSV: one table a kind, every column described, hostile cells tamed, codes as text."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

from parley.process.exports.columns import TABLES
from parley.process.exports.tables import tables
from process.exports.things import READ, TEXT, A

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "exports.md"


def rows(name: str) -> list[dict[str, str]]:
    data = tables(READ, bom=False)[f"{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_a_statement_is_one_row_with_who_what_how_firmly_and_where() -> None:
    first, second = rows("statements")
    wanted = {
        "statement": "a-s1",
        "document": A,
        "published": "2031-03-06",
        "within": "",
        "speaker_id": "",
        "speaker_name": "'@an official",
        "addressee_id": "KES",
        "act": "express-willingness",
        "direct": "true",
        "commitment": "hedged",
        "earliest": "2031-03-07",
        "said": "Friday",
        "issues": "prisoners | ships",
        "conditions": "if the\r\nprisoners",
        "source": "'=HYPERLINK(1)",
        "content": "𝔸 talks … return",
        "doubts": "'-1 of two could be meant.",
    }
    assert wanted.items() <= first.items()
    assert TEXT[int(first["start"]) :].startswith("𝔸 talks")
    assert TEXT[: int(first["end"])].endswith("return")
    assert (second["within"], second["start"], second["content"]) == ("a-s1", "", "")


def test_codes_keep_their_zeros_and_the_value_stays_a_number() -> None:
    (event,) = rows("events")
    assert (event["plover"], event["plover_filed"], event["cameo"], event["cameo_root"]) == (
        *("CONSULT", "AGREE", "036", "03"),
    )
    assert (event["goldstein"], event["earliest"]) == ("4.0", "2031-03-06T12:00:00+03:00")
    assert event["place"] == "'+Lindholt"


def test_the_other_tables() -> None:
    assert rows("meetings")[0]["parties_ids"] == "KES | "
    assert rows("meetings")[0]["parties_names"] == "Kestria | @an official"
    assert rows("measures")[0]["what"] == "all aid | the ships"
    assert rows("measures")[0]["until_earliest"] == "2031-04-05"
    assert rows("times")[0]["words"] == "on Friday"
    criticism = rows("criticisms")[0]
    assert (criticism["speaker_name"], criticism["target_id"], criticism["earliest"], criticism["published"]) == (
        *("'@an official", "KES", "2031-03-07", "2031-03-06"),
    )
    assert TEXT[int(criticism["start"]) : int(criticism["end"])] == criticism["sentence"]
    assert rows("actors")[0]["aliases"] == "the Republic | -K"
    assert [row["path"] for row in rows("documents")] == ["documents/=cmd.md", "documents/\\udcff.md"]


def test_no_cell_of_any_table_begins_like_a_formula_but_numbers() -> None:
    numbers = {(name, column.name) for name, columns in TABLES.items() for column in columns if column.type == "number"}
    for name in TABLES:
        for row in rows(name):
            for column, cell in row.items():
                assert (name, column) in numbers or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_description_names_every_table_its_columns_and_the_hash_of_its_bytes() -> None:
    files = tables(READ, bom=True)
    *names, last = files
    assert last == "datapackage.json"
    package = json.loads(files[last])
    assert (package["audience"], package["head"], package["software"]) == ("team", "0" * 64, "Parley")
    assert [resource["path"] for resource in package["resources"]] == names
    for resource in package["resources"]:
        data = files[resource["path"]]
        assert data.startswith(b"\xef\xbb\xbf")
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
    cameo = [f for r in package["resources"] for f in r["schema"]["fields"] if f["name"] == "cameo"]
    assert [field["type"] for field in cameo] == ["string"]


def test_every_column_stands_in_the_documentation() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        section = page.split(f"### {name}\n")[1].split("\n#")[0]
        for column in columns:
            assert f"| `{column.name}` | {column.type} | {column.says} |" in section
