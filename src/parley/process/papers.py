"""The papers of a compartment: which files they are, what their ``.meta.toml`` says, for whom they are.

A paper that can't be used is never lost: it is named in a note, and the rest is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.model import (
    MEDIATOR,
    PUBLIC,
    TEAM,
    Audience,
    Credibility,
    Document,
    Label,
    ParleyError,
    Reliability,
)

from .compartments import Compartment
from .inputs import MAX_BYTES, read_bytes
from .names import list_files
from .toml import open_section

if TYPE_CHECKING:
    from parley.text import Drawn

Released = Mapping[str, frozenset[str]]
"""The audiences to which decisions released a shared file, by the file's name."""

META = ".meta.toml"
_LANGUAGE = re.compile("[a-z]{2}")
"""ISO 639-1."""


@dataclass(frozen=True)
class Paper:
    """A file among the documents, not yet opened; ``meta`` is what is known of it besides its text."""

    path: Path
    name: str
    label: Label
    meta: dict[str, Any] = field(default_factory=dict)

    def open(self, drawn: Drawn | None = None) -> Document:
        """The document; raises :class:`UnusableInput` naming the file and the mend."""
        from parley.text import open_document

        data = read_bytes(self.path, self.name, MAX_BYTES)
        return open_document(data, self.name, **self.meta, audience=self.label, drawn=drawn)


def papers_for(
    compartment: Compartment, audience: Audience, released: Released
) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """The papers of ``compartment`` that ``audience`` may see, and notes about what can't be used.

    A paper's label is its compartment's; in the shared folder its ``.meta.toml`` may say another,
    and ``released`` opens single papers, by name, to further audiences. Where the label can't be
    told because the ``.meta.toml`` can't be read, the paper is the mediator's alone.
    """
    listing = list_files(compartment.root, compartment.documents)
    metas = {path for path in listing.files if path.name.endswith(META)}
    used: set[Path] = set()
    papers: list[Paper] = []
    problems: list[str] = []
    kept_back = 0
    for path in listing.files:
        if path in metas:
            continue
        beside = metas & {path.with_name(path.name + META), path.with_name(path.stem + META)}
        used |= beside
        name = compartment.name(path)
        meta, label, problem = _meta(compartment, max(beside, key=lambda meta: len(meta.name), default=None))
        if compartment.party is None:
            label = widened(label, name, audience, released)
        if audience.may_see(label):
            papers.append(Paper(path, name, label, meta))
            problems += [problem] if problem else []
        else:
            kept_back += problem is not None
    if not (compartment.party or audience.may_see(TEAM)):
        return tuple(papers), tuple(problems)  # what else lies in the folder is the team's to know
    if kept_back:
        problems.append(
            f"Documents kept back, for their {META} files can't be read: {kept_back}; the mediator's output names them."
        )
    orphans = [
        f"{compartment.name(meta)}: describes no paper; name it as the paper and {META}." for meta in metas - used
    ]
    return tuple(papers), (*listing.notes, *problems, *sorted(orphans))


def widened(label: Label, name: str, audience: Audience, released: Released) -> Label:
    """The label of a shared file called ``name`` for ``audience``, once releases are counted."""
    to = released.get(name, frozenset())
    if "public" in to:
        return PUBLIC
    return Label(audience) if audience in to else label


def _meta(compartment: Compartment, path: Path | None) -> tuple[dict[str, Any], Label, str | None]:
    """What a ``.meta.toml`` says, the paper's label, and a sentence if something in it can't be used."""
    if path is None:
        return {}, compartment.label, None
    name = compartment.name(path)
    label = compartment.label if compartment.party else MEDIATOR  # until its own words are known
    try:
        section = open_section(read_bytes(path, name), name)
        said = section.label("audience")
        if compartment.party is None:
            label = said or compartment.label
        elif said is not None:
            label = compartment.label | said  # a caucus paper can be narrowed, never opened
        meta: dict[str, Any] = {key: section.words(key) for key in ("title", "publisher", "language")}
        meta |= {key: section.moment(key) for key in ("published", "retrieved")}
        if meta["language"] and not _LANGUAGE.fullmatch(meta["language"]):
            raise section.fault("language", f"'{meta['language']}' is no language code", 'write two letters, as "en"')
        meta["reliability"] = section.choice("reliability", Reliability, section.words("reliability"))
        meta["credibility"] = section.choice("credibility", Credibility, section.words("credibility"))
        section.done()
    except ParleyError as error:
        return {}, label, f"{error} Until then the paper is read without it."
    return {key: value for key, value in meta.items() if value is not None}, label, None
