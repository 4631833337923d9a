"""The main text of a web page, and what the page says of itself.

The parser resolves nothing from outside: no network, no external entities, no unbounded depth.
"""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from parley.model import UnusableInput, parse_moment
from parley.model.time import Moment

from ..wordlist import word_set
from .linked import LinkedData, linked_data
from .page import AS_TEXT, Page

_DROPPED = word_set(
    "script style noscript template nav footer aside form button select svg math iframe object embed canvas audio "
    "video dialog menu head"
)
_FURNITURE = word_set(
    "nav navbar navigation menu breadcrumb breadcrumbs sidebar share sharing social cookie cookies advert ads "
    "advertisement newsletter related comments promo skip-link consent gdpr recommended subscribe signup tags "
    "read-more"
)
"""What classes and ids call the parts of a page that are no part of its article."""
_BLOCKS = word_set(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section summary table tbody td tfoot th thead tr ul br"
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_NAMES = re.compile(r"[A-Za-z][A-Za-z-]*")
_FIRST = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
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
    main = _main_part(root)
    meta, linked = _meta(root), linked_data(map(_all_words, _find(root, "//script[@type='application/ld+json']")))
    published, notes = _published(main, meta, linked)
    headlines = linked.say("headline")[:1]
    publisher = meta.get("og:site_name") or linked.publisher() or meta.get("publisher") or meta.get("dc.publisher")
    publisher = publisher or meta.get("application-name")
    if publisher is None and not mail and (publisher := _host(root, meta)) is not None:
        notes = (*notes, f"its publisher is named nowhere; its address is of {publisher}")
    return Page(
        text=_text(root if mail else main),
        title=meta.get("og:title")
        or "".join(headlines)
        or _words(main, "h1")
        or _words(root, "h1")
        or _words(root, "title"),
        publisher=publisher,
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
    """The article where one holds most of the page's paragraphs, else ``main``, else the body.

    Articles side by side and made alike are the posts of one page, and what holds them all is its main part.
    """
    bodies = _find(root, "//body")
    body = bodies[0] if bodies else root
    whole = _paragraph_length(body)
    for candidates in (_find(root, "//article"), _find(root, "//main | //*[@role='main']")):
        best = max(candidates, key=_paragraph_length, default=None)
        if best is not None and (parent := best.getparent()) is not None:
            alike = [each for each in parent if each.tag == best.tag and each.get("class") == best.get("class")]
            if len(alike) > 1:
                best = next(iter(_find(best, "ancestor::main | ancestor::*[@role='main']")), parent)
        if best is not None and 2 * _paragraph_length(best) >= whole > 0:
            return best
    return body


def _paragraph_length(element: etree._Element) -> int:
    return sum(len(_all_words(paragraph)) for paragraph in element.iter("p"))


def _is_dropped(element: etree._Element, root: etree._Element, held: dict[etree._Element, int]) -> bool:
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
    if tag not in ("div", "section", "ul", "ol", "p") or not _is_furniture(element, tag):
        return False
    return 2 * held.get(element, 0) <= held[root]  # else the name says something of the whole page


def _words_held(root: etree._Element) -> dict[etree._Element, int]:
    """How long the words of paragraphs are, or where the page has none all words, under each element with any."""
    held: dict[etree._Element, int] = {root: 0}
    for element in list(root.iter("p")) or list(root.iter()):
        length = len(_all_words(element)) if _tag(element) == "p" else len(element.text or "")
        above: etree._Element | None = element
        while length and above is not None:
            held[above] = held.get(above, 0) + length
            above = above.getparent() if above is not root else None
    return held


def _is_furniture(element: etree._Element, tag: str) -> bool:
    """By what its class or id is called, as a whole ("share") or, of what is no paragraph, by its first word
    ("share-buttons"); unless it holds a headline or an article."""
    names = [
        part.strip("-")
        for name in _NAMES.findall(f"{element.get('class', '')} {element.get('id', '')}")
        for part in name.split("--")
    ]
    called = {name.lower() for name in names}
    if tag != "p":
        called |= {match[0].lower() for name in names if (match := _FIRST.match(name))}
    return not _FURNITURE.isdisjoint(called) and not _find(element, ".//h1 | .//article | .//main")


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
    stack, held = [(root, False)], _words_held(root)
    while stack:
        element, leaving = stack.pop()
        block = _tag(element) in _BLOCKS
        if leaving:
            if block:
                end_line()
        elif not _is_dropped(element, root, held):
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


def _host(root: etree._Element, meta: dict[str, str]) -> str | None:
    """The host of the address that the page calls its own."""
    linked = [element.get("href") for element in _find(root, "//link[@rel='canonical']")]
    for address in (*linked, meta.get("og:url")):
        try:
            host = urlsplit(address or "").hostname
        except ValueError:
            continue
        if host:
            return host.removeprefix("www.")
    return None


def _published(main: etree._Element, meta: dict[str, str], linked: LinkedData) -> tuple[Moment | None, tuple[str, ...]]:
    """The date that the page gives, the one of its article first; of dates in its text only one in the main part."""
    candidates = [(linked.article or {}).get("datePublished")]
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
    candidates += linked.say("datePublished")
    marked = _find(main, ".//time[@itemprop='datePublished' or @pubdate]")
    candidates += [element.get("datetime") for element in (*marked, *_find(main, ".//time[@datetime]")[:1])]
    unread = [words.strip() for words in candidates if isinstance(words, str) and words.strip()]
    for words in unread:
        try:
            return parse_moment(words), ()
        except ValueError:
            continue
    if unread:
        return None, (f"the page's date {unread[0][:40]!r} is not in ISO form and was not read; give it by hand",)
    return None, ()


def _language(root: etree._Element, meta: dict[str, str], linked: LinkedData) -> str | None:
    candidates = [root.get("lang"), meta.get("content-language"), meta.get("og:locale")]
    candidates += linked.say("inLanguage")
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
