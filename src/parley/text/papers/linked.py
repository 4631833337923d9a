"""What a web page says of itself as linked data (JSON-LD, schema.org): its article, who publishes it, when."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "PressRelease"})
_NOT_THE_PAGE = frozenset({"WebSite", "Organization", "NewsMediaOrganization", "Person", "ImageObject", "VideoObject"})

_WRAPPED = re.compile(
    r"^\s*(?://\s*)?(?:<!--|/?\*?\s*<!\[CDATA\[)(?:\s*\*/)?|(?://|/\*)?\s*(?:-->|\]\]>)(?:\s*\*/)?\s*$"
)
"""What old pages put around a script, against browsers that know none."""


@dataclass(frozen=True)
class LinkedData:
    """``article`` is the object that describes the page's article; ``others`` those that may describe the page."""

    article: dict[str, Any] | None
    others: tuple[dict[str, Any], ...]
    by_id: dict[str, dict[str, Any]]

    def say(self, key: str) -> list[str]:
        """The words under ``key``, the article's first."""
        items = [*([self.article] if self.article else []), *self.others]
        return [words.strip() for item in items if isinstance(words := item.get(key), str) and words.strip()]

    def publisher(self) -> str | None:
        """The name of who publishes the article, or else the page; followed where only its ``@id`` stands there."""
        for item in [*([self.article] if self.article else []), *self.others, *self.by_id.values()]:
            found = item.get("publisher") or item.get("sourceOrganization") or item.get("provider")
            found = found[0] if isinstance(found, list) and found else found
            if isinstance(found, dict):
                found = found.get("name") or self.by_id.get(str(found.get("@id")), {}).get("name")
            if isinstance(found, str) and found.strip():
                return found.strip()
        return None

    def text(self) -> str:
        """The text of the article as linked data have it, or of the posts of a live page; one paragraph a line."""
        article = self.article or {}
        posts = article.get("liveBlogUpdate")
        parts = [article, *(posts if isinstance(posts, list) else [posts])]
        words = []
        for number, part in enumerate(each for each in parts if isinstance(each, dict)):
            words += [part.get("headline")] if number else []
            words.append(part.get("articleBody"))
        lines = (line for each in words if isinstance(each, str) for line in html.unescape(each).splitlines())
        text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
        return f"{text}\n" if text else ""


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """What the scripts of a page say, those within ``@graph`` too; broken ones are passed over."""
    items = list(_objects(scripts))
    articles = [item for item in items if any(kind.endswith("Article") or kind in _ARTICLES for kind in _kinds(item))]
    article = articles[0] if articles else None
    others = tuple(
        item for item in items if not any(item is each for each in articles) and _NOT_THE_PAGE.isdisjoint(_kinds(item))
    )
    return LinkedData(article, others, {str(item["@id"]): item for item in items if "@id" in item})


def _objects(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        try:
            data = json.loads(_WRAPPED.sub("", script), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                within = graph if isinstance(graph, list) else [item.get("mainEntity")]
                yield from (part for part in within if isinstance(part, dict))


def _kinds(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [str(each) for each in (kind if isinstance(kind, list) else [kind]) if each]
