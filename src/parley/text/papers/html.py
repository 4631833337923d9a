"""The main text of a web page, and what the page says of itself.

The parser resolves nothing from outside: no network, no external entities, no unbounded depth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree
from lxml import html as lxml_html

from parley.model import UnusableInput, parse_moment
from parley.model.time import Moment

from ..wordlist import word_set
from .page import AS_TEXT, Page

_DROPPED = word_set(
    "script style noscript template nav footer aside form button select svg math iframe object embed canvas audio "
    "video dialog menu head"
)
_FURNITURE = word_set(
    "nav navbar navigation menu breadcrumb breadcrumbs sidebar share sharing social cookie cookies advert ads "
    "advertisement newsletter related comments promo skip-link"
)
_BLOCKS = word_set(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section summary table tbody td tfoot th thead tr ul br"
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)?")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{1,40})", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """The encoding that the first bytes of a page declare, as it is written there."""
    match = _CHARSET.search(data, 0, 2048)
    return match[1].decode("ascii") if match else None


def read_page(source: str, path: str, mail: bool = False) -> Page:
    """Main text (one paragraph a line), title, publisher, date and language of a page.

    A ``mail`` is all main text: it has no navigation, and its writer chose every line of it.

    Raises :class:`UnusableInput` for a page nested deeper than any paper is.
    """
    root = _parse(source, path)
    if root is None:
        return Page(text="")
    meta, linked = _meta(root), list(_linked_data(root))
    published, notes = _published(root, meta, linked)
    return Page(
        text=_text(root if mail else _main_part(root)),
        title=meta.get("og:title") or _words(root, "h1") or _words(root, "title"),
        publisher=meta.get("og:site_name") or _publisher(linked) or meta.get("publisher") or meta.get("dc.publisher"),
        published=published,
        language=_language(root, meta, linked),
        notes=notes,
    )


def _parse(source: str, path: str) -> etree._Element | None:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    data = source.removeprefix("\ufeff").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        problem = "its tags are nested more than 255 deep, which no paper needs"
        raise UnusableInput(path, problem, AS_TEXT)
    return root


def _find(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds; the type of ``xpath`` itself says anything at all."""
    return cast("list[etree._Element]", element.xpath(path))


def _all_words(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _main_part(root: etree._Element) -> etree._Element:
    """The article where one holds most of the page's paragraphs, else ``main``, else the body."""
    bodies = _find(root, "//body")
    body = bodies[0] if bodies else root
    whole = _paragraph_length(body)
    for candidates in (_find(root, "//article"), _find(root, "//main | //*[@role='main']")):
        best = max(candidates, key=_paragraph_length, default=None)
        if best is not None and 2 * _paragraph_length(best) >= whole > 0:
            return best
    return body


def _paragraph_length(element: etree._Element) -> int:
    return sum(len(_all_words(paragraph)) for paragraph in element.iter("p"))


def _is_dropped(element: etree._Element, root: etree._Element) -> bool:
    if element is root:
        return False
    tag = _tag(element)
    if not tag or tag in _DROPPED:
        return True
    if tag == "header" and not _find(element, ".//h1"):
        return True
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return tag in ("div", "section", "ul", "ol", "p") and not _FURNITURE.isdisjoint(_TOKEN.findall(names))


def _text(root: etree._Element) -> str:
    """The words under ``root``, one block a line; white space within a block is one blank."""
    lines: list[str] = []
    current: list[str] = []

    def end_line() -> None:
        line = _SPACE.sub(" ", "".join(current)).strip(" ")
        current.clear()
        if line:
            lines.append(line)

    # A walk without recursion: (element, leaving it or not).
    stack = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        block = _tag(element) in _BLOCKS
        if leaving:
            if block:
                end_line()
        elif not _is_dropped(element, root):
            if block:
                end_line()
            current.append(element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not root:
            current.append(element.tail or "")
    end_line()
    return "\n".join(lines) + ("\n" if lines else "")


def _meta(root: etree._Element) -> dict[str, str]:
    """``meta`` elements by their name, property, itemprop or http-equiv, lower case; the first counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, those within ``@graph`` among them; broken ones are passed over."""
    for element in _find(root, "//script[@type='application/ld+json']"):
        try:
            data = json.loads(_all_words(element))
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _published(
    root: etree._Element, meta: dict[str, str], linked: list[dict[str, Any]]
) -> tuple[Moment | None, tuple[str, ...]]:
    candidates = [item.get("datePublished") for item in linked]
    names = (
        "article:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "pubdate",
        "date",
    )
    candidates += [meta.get(name) for name in names]
    candidates += [element.get("datetime") for element in _find(root, "//time[@itemprop='datePublished' or @pubdate]")]
    candidates += [element.get("datetime") for element in _find(root, "(//time[@datetime])[1]")]
    unread = [words.strip() for words in candidates if isinstance(words, str) and words.strip()]
    for words in unread:
        try:
            return parse_moment(words), ()
        except ValueError:
            continue
    if unread:
        return None, (f"the page's date {unread[0][:40]!r} is not in ISO form and was not read; give it by hand",)
    return None, ()


def _language(root: etree._Element, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    candidates = [root.get("lang"), meta.get("content-language"), meta.get("og:locale")]
    candidates += [item.get("inLanguage") for item in linked]
    for words in candidates:
        match = re.match(r"([a-z]{2})(?![a-z])", words.strip().lower()) if isinstance(words, str) else None
        if match:
            return match[1]
    return None


def _words(root: etree._Element, tag: str) -> str | None:
    for element in root.iter(tag):
        words = _SPACE.sub(" ", _all_words(element)).strip()
        if words:
            return words
    return None
