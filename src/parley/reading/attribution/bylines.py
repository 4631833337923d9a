"""Headlines that name their speaker last: "Road 'open', Kestria says", "Truce in danger - Commission"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..speakers.names import people_words
from .cues import lexicon
from .headlines import Lead, is_digest

_HEADLINE = re.compile(r"[ \t]{0,8}(?:#{1,6}[ \t]+)?(\S[^\n\r]{8,200}?)[ \t*_#]*$", re.M)
_SAYS = (
    re.compile(r"^(?P<said>\S.*\S), ?(?P<name>[^,]{2,48}) (?P<verb>[a-z]+)$"),
    re.compile(r"^(?P<said>\S.*\S), ?(?P<verb>[a-z]+) (?P<name>[^,]{2,48})$"),
)
_DASH = re.compile(r"^(?P<said>\S.*\S) (?P<dash>[-–—]) (?P<name>[^-–—:]{2,48})$")
_SIGNING = frozenset(
    {"daily", "gazette", "herald", "mirror", "monitor", "news", "post", "press", "radio", "television", "times"}
    | {"tribune", "wire"}
)
"""The last words of papers and stations, which sign their pages after a dash."""
_SPEAKING = (people_words("offices") | people_words("institutions") | people_words("governments")) - _SIGNING
_OTHERS = frozenset(
    {"army", "chief", "court", "diplomats", "experts", "mediators", "monitors", "negotiators", "officials", "police"}
    | {"rebels", "sources", "spokesman", "spokeswoman", "spokesperson", "study", "survey", "report", "witnesses"}
)
"""Who is named last in headlines, besides those in an office."""
_DOUBT = "The last words of a headline are taken for who speaks."


def closing_names(text: str) -> Iterator[Lead]:
    """The paper's first line, if it is a headline that ends in its speaker; each line of a list of headlines.

    After a dash only an office or a body counts, for a newspaper signs its pages in the same way.
    """
    first = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    every = is_digest(text)
    for match in _HEADLINE.finditer(text) if every else filter(None, (_HEADLINE.match(text, first),)):
        if match[1][-1] not in ".!?:;" and (every or text[match.end() :].strip()):
            yield from _closing_name(match)


def _closing_name(headline: re.Match[str]) -> Iterator[Lead]:
    line, begin = headline[1], headline.start(1)
    for pattern in _SAYS:
        said = pattern.match(line)
        if said is not None and _brings(said["verb"]) and _is_name(said["name"]):
            yield _lead(begin, said, "verb", "")
            return
    if (said := _DASH.match(line)) and _name_speaks(said["name"]):
        yield _lead(begin, said, "dash", _DOUBT)


def _lead(begin: int, match: re.Match[str], cue: str, doubt: str) -> Lead:
    source, mark, said = match.span("name"), match.span(cue), match.span("said")
    return Lead(
        (begin + source[0], begin + source[1]),
        (begin + mark[0], begin + mark[1]),
        ((begin + said[0], begin + said[1]),),
        turn=False,
        doubt=doubt,
    )


def _brings(verb: str) -> bool:
    """ "says", "warns", "say"."""
    cues = lexicon()
    return any(form in cues["inserted"] or form in cues["quotation"] for form in (verb, verb.removesuffix("s")))


def _is_name(words: str) -> bool:
    return len(words.split()) <= 6 and (words[0].isupper() or _name_speaks(words))


def _name_speaks(words: str) -> bool:
    last = words.split()[-1].casefold().removesuffix("'s")
    return len(words.split()) <= 5 and bool({last, last.removesuffix("s")} & (_SPEAKING | _OTHERS))
