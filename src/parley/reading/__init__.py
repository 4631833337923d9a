"""From text to statements, events, meetings and measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Actor, Document, Issue, Reading
from parley.text import times
from parley.text.language import why_unread

from .events.events import find_events
from .events.plover import filed_as
from .events.setting import Setting
from .measures.measures import find_measures
from .meetings.meetings import find_meetings
from .pipeline import parse
from .positions.positions import positions
from .positions.tone import goldstein, tone
from .positions.voices import parties_of
from .speakers.speakers import Resolver
from .statements.criticism import find_criticism
from .statements.issues import content_stems, tag_issues
from .statements.own_voice import act_of
from .statements.statements import find_statements
from .tellings.proposals import propose
from .unread import unread_notes

__all__ = [
    "Resolver",
    "act_of",
    "content_stems",
    "filed_as",
    "goldstein",
    "parse",
    "parties_of",
    "positions",
    "propose",
    "read",
    "tone",
]


def read(document: Document, actors: Sequence[Actor] = (), issues: Sequence[Issue] = ()) -> Reading:
    """All that Parley reads from one document; pure, and the same for the same document.

    ``actors`` are the process's own: their names and aliases overrule what the pipeline takes a word
    for. A document in a language that isn't English yields no statements and a note that says so.
    """
    if (why := why_unread(document.language, document.text)) is not None:
        return Reading(document=document.id, notes=(why,))
    published = document.published.date() if isinstance(document.published, dt.datetime) else document.published
    doc = parse(document.text)
    found = times(document.text, published, document.id)
    resolver = Resolver(doc, actors, document.publisher)
    statements = tag_issues(find_statements(doc, document, found, resolver), issues)
    setting = Setting(doc, document, statements, found, resolver)
    return Reading(
        document=document.id,
        statements=statements,
        times=found,
        events=find_events(setting),
        meetings=find_meetings(setting),
        measures=find_measures(setting),
        criticisms=find_criticism(setting),
        actors=resolver.actors,
        notes=unread_notes(doc, statements),
    )
