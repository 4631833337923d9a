"""Markdown: the text as it stands, without the front matter, which tells title, date, publisher and language."""

from __future__ import annotations

from typing import Any

from ..front_matter import split_front_matter
from .page import Page

_DATES = ("published", "date", "published_at", "publication_date", "pubdate", "issued")
_PUBLISHERS = ("publisher", "publication", "outlet", "source", "site_name", "site")


def read_markdown(text: str) -> Page:
    """The page; a date that can't be understood gets a note. Without front matter the text stays to the letter."""
    found = split_front_matter(text)
    if found is None:
        return Page(text)
    values = {str(key).lower(): value for key, value in found[0].items()}
    said = _words(values, _DATES)
    published = None
    notes: tuple[str, ...] = ()
    if said is not None:
        from .dates import moment_told  # the calendar of words is loaded when there is a date to understand

        published = moment_told(said)
        if published is None:
            notes = (f"the date {said[:40]!r} of its front matter can't be understood; give it by hand",)
    language = _words(values, ("language", "lang"))
    return Page(
        found[1],
        title=_words(values, ("title", "headline")),
        publisher=_words(values, _PUBLISHERS),
        published=published,
        language=language[:2].lower() if language else None,
        notes=notes,
    )


def _words(values: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The words under the first of some keys that has any."""
    return next((v.strip() for k in keys if isinstance(v := values.get(k), str) and v.strip()), None)
