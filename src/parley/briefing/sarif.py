"""The findings as SARIF 2.1.0 (OASIS standard), which editors and code hosts show beside the text.

Places are lines and columns from 1 and offsets from 0, all in Unicode code points. An accepted finding is
suppressed, with its reason. ``partialFingerprints`` stay the same while the words of the sentence do, wherever it
moves.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from parley import __version__
from parley.model import CheckOutput, Finding, FindingKind, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.BLOCKER: "error", Severity.SERIOUS: "warning", Severity.MINOR: "note"}


def sarif(output: CheckOutput, text: str, path: str | None = None) -> str:
    """The findings of ``output`` as one SARIF document; ``text`` is the one in which their places count.

    ``path`` is where that lies as an editor finds it, by default what the output calls it: the text of a process
    has its folder before its name.
    """
    from parley.framework.checks.catalogue import RULES

    codes = {finding.code for finding in output.findings}
    rules = [rule for rule in RULES if rule.code in codes]
    index = {rule.code: number for number, rule in enumerate(rules)}
    starts = [sentence.start for sentence in output.sentences]
    uri = _uri(PurePath(path or output.path))
    lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    run = {
        "tool": {
            "driver": {
                "name": "Parley",
                "semanticVersion": __version__,
                "rules": [
                    {
                        "id": rule.code,
                        "shortDescription": {"text": rule.title},
                        "fullDescription": {"text": f"{rule.title} ({rule.reference})."},
                        "help": {"text": rule.fix},
                        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
                    }
                    for rule in rules
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, index, uri, text, lines, _sentence(output, starts, finding)) for finding in output.findings
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def _uri(path: PurePath) -> str:
    """As RFC 3986 has it: a path from the root with its scheme, another as it was given."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _sentence(output: CheckOutput, starts: list[int], finding: Finding) -> str:
    """The words of the sentence in which a finding begins; none for what is absent."""
    at = bisect_right(starts, finding.start) - 1
    if at < 0 or not finding.quote or finding.start >= output.sentences[at].end:
        return ""
    return output.sentences[at].exact


def _result(
    finding: Finding, index: dict[str, int], uri: str, text: str, lines: list[int], sentence: str
) -> dict[str, Any]:
    level = "note" if finding.kind is FindingKind.NOTE else _LEVELS[finding.severity]
    physical = {
        "artifactLocation": {"uri": uri},
        "region": _region(finding, text, lines),
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    places = [{"fullyQualifiedName": name, "kind": "provision"} for name in _places(finding)]
    if places:
        location["logicalLocations"] = places
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": level,
        "message": {"text": " ".join(filter(None, (finding.why, f"Write: {finding.fix}", finding.precedent)))},
        "locations": [location],
        "partialFingerprints": {"parleyFinding/v2": _fingerprint(finding, sentence)},
        "properties": {"kind": finding.kind.value, "severity": finding.severity.value},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.accepted is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.accepted.reason}]
    return result


def _region(finding: Finding, text: str, lines: list[int]) -> dict[str, Any]:
    """Where it is; the end column is that after the last letter."""
    start_line, end_line = (bisect_right(lines, at) for at in (finding.start, finding.end))
    region: dict[str, Any] = {
        "startLine": start_line,
        "startColumn": finding.start - lines[start_line - 1] + 1,
        "endLine": end_line,
        "endColumn": finding.end - lines[end_line - 1] + 1,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    if finding.quote:
        region["snippet"] = {"text": text[finding.start : finding.end]}
    return region


def _places(finding: Finding) -> Iterator[str]:
    if finding.provision is not None:
        yield finding.provision
    yield from finding.also


def _fingerprint(finding: Finding, sentence: str) -> str:
    words = "\0".join((finding.code, *(" ".join(each.split()) for each in (finding.quote, sentence))))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
