"""What a file says of itself in its properties, as far as it can be believed.

Programs fill these in by themselves: a title that is the name of an old file, an author who once
installed the program, the date of a template. What can't be believed is left out; what is taken is said.
"""

from __future__ import annotations

import datetime as dt
import re

from parley.model.time import Moment

_NO_TITLE = re.compile(
    r"(?i)\s*(?:microsoft word\b.*"
    r"|(?:untitled|unbenannt|sans titre|document|doc|slide|presentation|folie|scan|title)[\s_-]*\d*"
    r"|(?:powerpoint|word) (?:presentation|document)"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|pptx?|txt|wpd))\s*"
)
_NOBODY = re.compile(
    r"(?i)\s*(?:.*\b(?:user|admin|administrator|owner|besitzer|python-docx|microsoft|word|pdf|latex|tex|office"
    r"|libreoffice|unknown|author|anonymous|default|writer|creator|scanner|scan)\b.*|\W*)\s*"
)
_FIRST_YEAR = 1991
"""Before it nobody wrote such files: an earlier date is that of a clock that was never set."""
_TEMPLATE = dt.datetime(2013, 12, 23, 23, 15, tzinfo=dt.UTC)
"""When the template of python-docx was made: a paper that it writes says so of itself, whoever is its author."""
_ONE_SITTING = dt.timedelta(days=2)


def believable_title(said: str | None) -> str | None:
    """A title that a person gave; no file's name and no program's stopgap."""
    words = " ".join((said or "").split())
    if len(words) < 4 or len(words) > 300 or _NO_TITLE.fullmatch(words) or not any(map(str.isalpha, words)):
        return None
    return words


def author_note(said: str | None) -> tuple[str, ...]:
    """Who the properties name as author: a note, for whoever typed a paper isn't who speaks in it."""
    name = " ".join((said or "").split())
    if len(name) > 100 or _NOBODY.fullmatch(name):
        return ()
    return (f"its properties name {name} as author, which is not taken for its publisher",)


def believable_date(
    created: str | None, changed: str | None, author: str | None = None
) -> tuple[Moment | None, tuple[str, ...]]:
    """The day of a file's properties, and notes; both are ISO 8601.

    It is taken where the file was made and last changed within two days; else nobody can tell which of
    the days, if any, is that of the paper, and a note names them.
    """
    first, last = _moment(created), _moment(changed)
    of_template = (author or "").strip().lower() == "python-docx" or {first, last} <= {None, _TEMPLATE}
    if of_template:
        return None, ()
    if first and last and abs(_naive(last) - _naive(first)) > _ONE_SITTING:
        when = f"made on {first.date()} and changed on {last.date()}"
        return None, (f"its properties say that it was {when}; give its date by hand",)
    day = last or first
    if day is None:
        return None, ()
    return day.date(), (f"its date, {day.date()}, is that of the file's properties",)


def _moment(said: str | None) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat((said or "").strip())
    except ValueError:
        return None
    return moment if _FIRST_YEAR <= moment.year <= 2999 else None


def _naive(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=None)
