"""Who publishes a web page, when, and in which language: what the page says of itself, and where it says so.

What is said for programs (linked data, ``meta`` elements) counts first; after it the words that people read, and then
a note names them.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urlsplit

from lxml import etree

from parley.model.time import Moment

from ..timex import times
from .dates import day_told, moment_told
from .linked import LinkedData

_DATES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *("article:published", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date"),
    *("publicationdate", "pubdate", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date"),
)
_PUBLISHERS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_NAMED_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|info|meta|time|timestamp|published|pubdate|byline|posted|issued)(?:$|[\s_-])",
    re.I,
)
_BESIDE = re.compile(
    r"(?i)\b(?:first|published|posted|issued|released|date|dated|time|on|at|of|by|the|press|release|news|statement)\b"
    r"|[\W_]"
)
"""What may stand beside a date in a line that dates a page."""
_LONGEST_LINE = 120
_FIRST_LINES = 6
_TITLE_END = re.compile(r"\s+[|–—·•»-]\s+([^|–—·•»]{2,60}?)\s*")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?([A-Z][^.|,;:©\n]{1,58}[^\s.|,;:©])"
)


def meta_of(root: etree._Element) -> dict[str, str]:
    """``meta`` elements by their name, property, itemprop or http-equiv, lower case; the first counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def publisher_of(
    root: etree._Element, meta: dict[str, str], linked: LinkedData, headline: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """Who publishes the page, and a note where that is gathered from its title, its rights or its address."""
    said = meta.get("og:site_name") or linked.publisher() or next(filter(None, map(meta.get, _PUBLISHERS)), None)
    if said:
        return html.unescape(said), ()
    for element in found_in(root, "//*[@itemprop='publisher']"):
        within = found_in(element, ".//*[@itemprop='name']")
        if words := plain_words(within[0] if within else element) or (within and within[0].get("content")):
            return words, ()
    title = next((plain_words(each) for each in found_in(root, "//head/title")), "")
    if headline and title.startswith(headline) and (end := _last_part(title[len(headline) :])):
        return end, (f"its publisher, {end}, is named in its title alone",)
    text = "\n".join(line for each in found_in(root, "//body") for line in map(str, each.itertext()))
    if match := _RIGHTS.search(text, max(0, len(text) - 3000)):
        name = re.sub(r"(?i)\W*\ball rights.*", "", match[1]).strip()
        if name:
            return name, (f"its publisher, {name}, is named in its line of rights alone",)
    if (host := _host(root, meta)) is not None:
        return host, (f"its publisher is named nowhere; its address is of {host}",)
    return None, ()


def _last_part(words: str) -> str | None:
    match = re.fullmatch(rf"(?:.*)(?:{_TITLE_END.pattern})", words)
    return match[1] if match and any(map(str.isalpha, match[1])) else None


def published_of(
    main: etree._Element, lines: Iterable[str], meta: dict[str, str], linked: LinkedData
) -> tuple[Moment | None, tuple[str, ...]]:
    """The date that the page gives, the one of its article first; of dates that people read only one in the main part.

    ``lines`` are those of the main text. Where the date is taken from words, or can't be understood, a note says so.
    """
    candidates = [(linked.article or {}).get("datePublished"), *map(meta.get, _DATES), *linked.say("datePublished")]
    marked = found_in(main, ".//*[@itemprop='datePublished'] | .//time[@pubdate]")
    candidates += [element.get("datetime") or element.get("content") for element in marked]
    candidates += [element.get("datetime") for element in found_in(main, ".//time[@datetime]")[:1]]
    unread = [words.strip() for words in candidates if isinstance(words, str) and words.strip()]
    for words in unread:
        if (moment := moment_told(words)) is not None:
            return moment, ()
    for words in (*_named_words(main), *_dates_alone(lines)):
        if (moment := day_told(words)) is not None:
            return moment, (f"its date, {moment}, is taken from the words {words!r} on the page",)
    if unread:
        return None, (f"the page's date {unread[0][:40]!r} can't be understood; give it by hand",)
    return None, ()


def _named_words(main: etree._Element) -> Iterator[str]:
    """The words of elements of the main part that are marked as a time, or called by one, in its order."""
    for element in main.iter("time", "p", "span", "div", "li", "small", "dd"):
        called = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag == "time" or _NAMED_DATE.search(called):
            words = plain_words(element)
            if words and len(words) <= _LONGEST_LINE:
                yield words


def _dates_alone(lines: Iterable[str]) -> Iterator[str]:
    """Lines at the beginning of the text that say a date and nothing else."""
    for _, line in zip(range(_FIRST_LINES), lines, strict=False):
        found = times(line) if len(line) <= _LONGEST_LINE else ()
        if found:
            rest = line
            for time in reversed(found):
                rest = rest[: time.span.start] + rest[time.span.end :]
            if not _BESIDE.sub("", rest):
                yield line


def days_marked(main: etree._Element) -> list[dt.date]:
    """The days of the ``time`` elements of the main part, each once, in order."""
    days = set()
    for element in found_in(main, ".//time[@datetime]"):
        moment = moment_told((element.get("datetime") or "").strip())
        if moment is not None:
            days.add(moment.date() if isinstance(moment, dt.datetime) else moment)
    return sorted(days)


def language_said(root: etree._Element, meta: dict[str, str], linked: LinkedData) -> str | None:
    """ISO 639-1, as the page declares it."""
    candidates = [root.get("lang"), meta.get("content-language"), meta.get("og:locale")]
    candidates += linked.say("inLanguage")
    for words in candidates:
        match = re.match(r"([a-z]{2})(?![a-z])", words.strip().lower()) if isinstance(words, str) else None
        if match:
            return match[1]
    return None


def _host(root: etree._Element, meta: dict[str, str]) -> str | None:
    """The host of the address that the page calls its own."""
    linked = [element.get("href") for element in found_in(root, "//link[@rel='canonical']")]
    return next(filter(None, map(host_of, (*linked, meta.get("og:url")))), None)


def host_of(address: str | None) -> str | None:
    """The host of an address; ``None`` where it has none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def found_in(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds; the type of ``xpath`` itself says anything at all."""
    return cast("list[etree._Element]", element.xpath(path))


def plain_words(element: etree._Element) -> str:
    """All words under an element, with single blanks."""
    return " ".join("".join(map(str, element.itertext())).split())
