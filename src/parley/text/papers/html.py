"""The main text of a web page, and what the page says of itself.

The parser resolves nothing from outside: no network, no external entities, no unbounded depth.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from lxml import etree
from lxml import html as lxml_html

from parley.model import UnusableInput

from ..listing import counted
from ..wordlist import word_set
from .linked import linked_data
from .masthead import days_marked, found_in, language_said, meta_of, plain_words, published_of, publisher_of
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
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w\-]{1,40})", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0*\.?0*(?:px|pt|em|rem|%)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
_A_SENTENCE = 30
"""Of a box beside the text so many letters are worth a note."""


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
    main = root if mail else _main_part(root)
    drawn = _text(main, cited=mail)
    if mail:
        return Page(text=drawn.text, notes=drawn.notes())
    meta, linked = meta_of(root), linked_data(map(_all_words, found_in(root, "//script[@type='application/ld+json']")))
    published, dated = published_of(main, drawn.text.splitlines(), meta, linked)
    told = "".join(map(html.unescape, linked.say("headline")[:1]))
    headline = meta.get("og:title") or told or _words(main, "h1") or _words(root, "h1")
    publisher, named = publisher_of(root, meta, linked, headline)
    notes = (*dated, *named, *drawn.notes())
    text, told = drawn.text, linked.text()
    if 2 * len(text) < len(told):
        text, notes = (
            told,
            (*dated, *named, "its text is taken from its linked data, for the page itself holds less of it"),
        )
    elif len(days := days_marked(main)) > 1 and _posts(main):
        notes += (f"its posts bear dates from {days[0]} to {days[-1]}, and all are read as of {published or 'no day'}",)
    return Page(
        text=text,
        title=headline or _words(root, "title"),
        publisher=publisher,
        published=published,
        language=language_said(root, meta, linked),
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


def _all_words(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _main_part(root: etree._Element) -> etree._Element:
    """The article where one holds most of the page's paragraphs, else ``main``, else the body.

    Articles side by side and made alike are the posts of one page, and what holds them all is its main part.
    """
    bodies = found_in(root, "//body")
    body = bodies[0] if bodies else root
    whole = _paragraph_length(body)
    for candidates in (found_in(root, "//article"), found_in(root, "//main | //*[@role='main']")):
        best = max(candidates, key=_paragraph_length, default=None)
        if best is not None and (parent := best.getparent()) is not None:
            alike = [each for each in parent if each.tag == best.tag and each.get("class") == best.get("class")]
            if len(alike) > 1:
                best = next(iter(found_in(best, "ancestor::main | ancestor::*[@role='main']")), parent)
        if best is not None and 2 * _paragraph_length(best) >= whole > 0:
            return best
    return body


def _paragraph_length(element: etree._Element) -> int:
    return sum(len(_all_words(paragraph)) for paragraph in element.iter("p"))


class _Drawn(NamedTuple):
    """The text of a page, and what of its main part was left out besides furniture."""

    text: str
    hidden: int
    boxes: int

    def notes(self) -> tuple[str, ...]:
        hidden = f"hidden words stand in {counted(self.hidden, 'place')} and are left out"
        boxes = f"{counted(self.boxes, 'box', 'boxes')} beside its text left out"
        return (*((hidden,) if self.hidden else ()), *((boxes,) if self.boxes else ()))


def _posts(main: etree._Element) -> bool:
    """Whether the main part is one of several posts: articles, or list items, with a time each."""
    return len(found_in(main, ".//*[self::article or self::li or self::section or self::div][.//time[@datetime]]")) > 2


def _why_dropped(element: etree._Element, root: etree._Element, held: dict[etree._Element, int]) -> str:
    """Why an element is no part of the text: "furniture", "hidden", "box", or nothing where it is one."""
    if element is root:
        return ""
    tag = _tag(element)
    most = 2 * held.get(element, 0) > held[root]  # what holds most of the words is what the page is about
    if "hidden" in element.attrib or _UNSEEN.search(element.get("style") or ""):
        return "" if most else "hidden"
    if tag == "form" and most:
        return ""
    if tag == "aside" and not _is_furniture(element, tag):
        return "box"
    if not tag or tag in _DROPPED or (tag == "header" and not found_in(element, ".//h1")):
        return "furniture"
    if element.get("aria-hidden") == "true" or (
        element.get("role") in ("navigation", "banner", "contentinfo", "search")
    ):
        return "furniture"
    called = tag in ("div", "section", "ul", "ol", "p") and _is_furniture(element, tag)
    return "furniture" if called and not most else ""


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
    return not _FURNITURE.isdisjoint(called) and not found_in(element, ".//h1 | .//article | .//main")


def _text(root: etree._Element, cited: bool = False) -> _Drawn:
    """The words under ``root``, one block a line; white space within a block is one blank.

    With ``cited`` lines of an earlier mail get the marks (``>``) that they have in plain mails.
    """
    lines: list[str] = []
    current: list[str] = []
    depth = hidden = boxes = 0

    def end_line() -> None:
        line = _SPACE.sub(" ", "".join(current)).strip(" ")
        current.clear()
        if line:
            lines.append("> " * depth + line)

    # A walk without recursion: (element, leaving it or not).
    stack, held = [(root, False)], _words_held(root)
    while stack:
        element, leaving = stack.pop()
        block = _tag(element) in _BLOCKS
        if leaving:
            if block:
                end_line()
            depth -= cited and _is_cited(element)
        elif why := _why_dropped(element, root, held):
            hidden += why == "hidden" and bool(plain_words(element))
            boxes += why == "box" and len(plain_words(element)) >= _A_SENTENCE
        else:
            if block:
                end_line()
            depth += cited and _is_cited(element)
            current.append(element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not root:
            current.append(element.tail or "")
    end_line()
    return _Drawn("\n".join(lines) + ("\n" if lines else ""), hidden, boxes)


def _is_cited(element: etree._Element) -> bool:
    """Whether mail programs mark an earlier mail so."""
    if _tag(element) != "blockquote":
        return False
    named = found_in(element, "ancestor-or-self::*[contains(@class, 'quote')]")
    return element.get("type") == "cite" or bool(named)


def _words(root: etree._Element, tag: str) -> str | None:
    for element in root.iter(tag):
        words = _SPACE.sub(" ", _all_words(element)).strip()
        if words:
            return words
    return None
