"""The findings that a text is expected to give, in a file beside it: a test that its drafters keep.

``framework.md`` has ``framework.findings.toml``. Each entry names the code, the provision and the quoted words;
whoever regenerates the file answers for the difference.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path

from parley.model import CheckOutput, Expectation, Expected, Finding, UnusableInput

from .atomic import cannot_write, write_atomically
from .inputs import read_bytes
from .text import FILE as FRAMEWORK

_HEAD = """# The findings that this text is expected to give; 'parley check FILE --expect' compares them.
# 'parley check FILE --regenerate' writes this file anew: answer for the difference.
"""


def file_beside(text: Path) -> Path:
    """Where the expected findings of a text lie, or of the draft of a process."""
    text = text / FRAMEWORK if text.is_dir() else text
    return text.with_name(f"{text.stem}.findings.toml")


def compare_expected(output: CheckOutput, text: Path) -> CheckOutput:
    """The output of checking ``text`` (a file, or a process folder) with what differs from the expected findings.

    Raises :class:`UnusableInput` where there is no such file, or where it can't be used.
    """
    path = file_beside(text)
    name = str(path)
    if not path.is_file():
        raise UnusableInput(name, "there are no expected findings beside the text", "make them with --regenerate")
    expected = Counter(_loaded(read_bytes(path, name), name))
    found = Counter(_key(finding) for finding in output.findings)
    missing, more = expected - found, found - expected
    unexpected: list[Finding] = []
    for finding in output.findings:
        if more[_key(finding)] > 0:
            more[_key(finding)] -= 1
            unexpected.append(finding)
    absent = tuple(sorted(missing.elements(), key=str))
    return output.replace(expectation=Expectation(path=name, missing=absent, unexpected=tuple(unexpected)))


def regenerate_expected(output: CheckOutput, text: Path) -> CheckOutput:
    """Write the findings of ``text`` as those that are expected; the output names the file.

    Raises :class:`NotPermitted` where that can't be written.
    """
    path = file_beside(text)
    entries = "".join(
        f"\n[[finding]]\ncode = {_quoted(each.code)}\n"
        + (f"provision = {_quoted(each.provision)}\n" if each.provision is not None else "")
        + (f"quote = {_quoted(each.quote)}\n" if each.quote else "")
        for each in map(_key, output.findings)
    )
    try:
        write_atomically(path, (_HEAD + entries).encode("utf-8"))
    except OSError as error:
        raise cannot_write(str(path), error) from error
    return output.replace(files=(*output.files, path.as_posix()))


def _key(finding: Finding) -> Expected:
    quote = " ".join(finding.quote.encode("utf-8", "replace").decode("utf-8").split())
    return Expected(code=finding.code, provision=finding.provision, quote=quote)


def _loaded(data: bytes, name: str) -> list[Expected]:
    try:
        rows = tomllib.loads(data.decode("utf-8")).get("finding", [])
        return [Expected(code=row["code"], provision=row.get("provision"), quote=row.get("quote", "")) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"these are no expected findings ({error})"
        raise UnusableInput(name, problem, "mend the entry, or write the file anew with --regenerate") from error


def _quoted(words: str) -> str:
    """A basic string of TOML, which JSON's escapes are too, but for the one that JSON leaves as it is."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
