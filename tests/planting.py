"""Clean texts with one defect planted at a time, for the test of the checks and for their benchmark.

Each clean text of ``tests/golden/planted`` has a file beside it with the words that the common sentences take
there ([slots], [style]) and the defects that only this text can have ([[plant]]). ``inserts.toml`` holds the
common ones. Planted words are marked «thus»; ``span`` names them where they stood in the clean text already.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

from parley.framework import check, parse
from parley.model import Finding, FindingKind, Shape, ShapeKind

HERE: Final = Path(__file__).parent / "golden" / "planted"


@dataclass(frozen=True)
class Plant:
    """One defect in one text. ``codes`` are those that name it rightly; ``kind`` is how it may be reported:
    ``defect`` (at one of ``spans``), ``absent`` (of the whole text) or ``either``."""

    text: str
    codes: tuple[str, ...]
    case: str
    kind: str
    planted: str
    spans: tuple[tuple[int, int], ...]
    shapes: tuple[Shape, ...]

    @property
    def words(self) -> str:
        return " ... ".join(" ".join(self.planted[start:end].split()) for start, end in self.spans)


@dataclass(frozen=True)
class Clean:
    """A clean text, its shapes and its file of plants."""

    name: str
    text: str
    shapes: tuple[Shape, ...]
    data: dict[str, Any]


def clean_texts(folder: Path = HERE) -> list[Clean]:
    texts = []
    for path in sorted(folder.glob("*.toml")):
        if path.stem == "inserts":
            continue
        [text] = [each for each in sorted(folder.glob(f"{path.stem}.*")) if each.suffix in (".md", ".txt")]
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        texts.append(Clean(path.stem, text.read_text(encoding="utf-8"), _shapes(data), data))
    return texts


def plants(clean: Clean, folder: Path = HERE, seed: int = 1, wordings: int = 2) -> Iterator[Plant]:
    """The defects for this text; ``seed`` decides in which wordings, and where, the common ones stand."""
    common = tomllib.loads((folder / "inserts.toml").read_text(encoding="utf-8"))
    random = Random(f"{seed} {clean.name}")
    style = clean.data["style"]
    for entry in common.get("insert", ()):
        if entry["case"] in style.get("skip", ()):
            continue
        for words in random.sample(entry["words"], min(wordings, len(entry["words"]))):
            host = random.choice(style["hosts"])
            yield _planted(clean, entry, host, host + style.get("insert", " ") + _filled(words, clean))
    for entry in common.get("definition", ()):
        for terms in entry["terms"]:
            yield _defined(clean, entry, _filled(terms, clean))
    for entry in clean.data.get("plant", ()):
        yield _planted(clean, entry, entry["old"], entry["new"])


def found(plant: Plant, before: list[Finding]) -> tuple[bool, list[Finding]]:
    """Whether the defect is reported where it stands, and all findings that the clean text hadn't."""
    known = {(each.code, each.quote) for each in before}
    after = check(parse(plant.planted, plant.text), plant.shapes).findings
    new = [each for each in after if (each.code, each.quote) not in known]
    return any(_names(each, plant) for each in new), new


def findings(clean: Clean) -> list[Finding]:
    return list(check(parse(clean.text, clean.name), clean.shapes).findings)


def _names(finding: Finding, plant: Plant) -> bool:
    if not any(finding.code == code or finding.code.startswith(f"{code}.") for code in plant.codes):
        return False
    if finding.kind is FindingKind.ABSENT:
        return plant.kind != "defect"
    if plant.kind == "either" and not plant.spans:
        return True  # what is taken out has no words left to lie on
    return plant.kind != "absent" and any(finding.start < end and start < finding.end for start, end in plant.spans)


def _planted(clean: Clean, entry: dict[str, Any], old: str, new: str) -> Plant:
    text = _replaced(clean, clean.text, old, new)
    for other, instead in entry.get("also", ()):
        text = _replaced(clean, text, other, instead)
    if "cut" in entry:
        first, last = entry["cut"]
        start = text.index(first)
        text = text[:start] + text[text.index(last, start) + len(last) :]
    if "span" in entry:
        marked = _places(text, entry["span"])
    else:
        text, marked = _unmarked(text, entry.get("kind", "defect"))
    drawn = _shapes(entry)
    shapes = (*(each for each in clean.shapes if each.name not in {new.name for new in drawn}), *drawn)
    return Plant(
        clean.name,
        tuple(entry["code"].split()),
        entry["case"],
        entry.get("kind", "defect"),
        text,
        tuple(marked),
        shapes,
    )


def _defined(clean: Clean, entry: dict[str, Any], terms: str) -> Plant:
    style = clean.data["style"]
    definitions = [style["definition"] % tuple(line.split(": ", 1)) for line in terms.split("\n")]
    marked = "".join(re.sub(r"^(\s*)(.*)$", r"\1«\2»", each, flags=re.DOTALL) for each in definitions)
    after = style["definitions_after"] + style["definitions_before"]
    plant = _planted(clean, entry, after, style["definitions_after"] + marked + style["definitions_before"])
    if "use" not in entry:
        return plant
    host = style["hosts"][0]
    use = _filled(entry["use"].replace("{term}", terms.split(": ", 1)[0]), clean)
    text = _replaced(clean, plant.planted, host, host + style.get("insert", " ") + use)
    spans = tuple((text.index(words), text.index(words) + len(words)) for words in
                  (plant.planted[start:end] for start, end in plant.spans))  # fmt: skip
    return Plant(plant.text, plant.codes, plant.case, plant.kind, text, spans, plant.shapes)


def _filled(words: str, clean: Clean) -> str:
    style, slots = clean.data["style"], clean.data["slots"]

    def fill(match: re.Match[str]) -> str:
        name, _, number = match[1].partition(" ")
        if not number:
            return str(slots[name])
        phrase = str(style[name.lower()]) % min(int(number), style.get("latest", int(number)))
        return phrase[0].upper() + phrase[1:] if name[0].isupper() else phrase

    return re.sub(r"\{([^}]+)\}", fill, words)


def _replaced(clean: Clean, text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"{clean.name}: {old!r} stands {text.count(old)} times in the text and has to stand once")
    return text.replace(old, new)


def _unmarked(text: str, kind: str) -> tuple[str, list[tuple[int, int]]]:
    pieces = re.split(r"([«»])", text)
    bare, marked, start = "", [], 0
    for piece in pieces:
        if piece == "«":
            start = len(bare)
        elif piece == "»":
            marked.append((start, len(bare)))
        else:
            bare += piece
    if not marked and kind == "defect":
        raise ValueError(f"no planted words are marked in {text[-80:]!r}")
    return bare, marked


def _places(text: str, words: str | list[str]) -> list[tuple[int, int]]:
    """Every place of any of these words."""
    wanted = "|".join(map(re.escape, [words] if isinstance(words, str) else words))
    return [match.span() for match in re.finditer(wanted, text)]


def _shapes(data: dict[str, Any]) -> tuple[Shape, ...]:
    """Shapes as the text's file has them: a ring of [x, y] for a zone, a row of them for a line."""
    shapes = []
    for each in data.get("shape", ()):
        ring = each["kind"] == "zone"
        geometry = {"type": "Polygon" if ring else "LineString",
                    "coordinates": [each["points"]] if ring else each["points"]}  # fmt: skip
        shapes.append(Shape(name=each["name"], kind=ShapeKind(each["kind"]), geometry=geometry, annex=each["annex"]))
    return tuple(shapes)
