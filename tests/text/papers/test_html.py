"""Web pages as newspapers and ministries make them: the article, its title, date and publisher, and nothing beside."""

from __future__ import annotations

import json

import pytest

from parley.model import Document
from parley.text import open_document


def opened(body: str, head: str = "", linked: object = None) -> Document:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    page = f'<!DOCTYPE html><html lang="en"><head>{head}{script}</head><body>{body}</body></html>'
    return open_document(page.encode(), "page.html")


GRAPH = {
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "Site", "datePublished": "2019-01-01"},
        {"@type": "NewsMediaOrganization", "@id": "#us", "name": "The Lindholt Courier"},
        {
            "@type": ["NewsArticle"],
            "headline": "The ferry runs again",
            "datePublished": "2031-03-06T08:30:00+01:00",
            "publisher": {"@id": "#us"},
        },
    ]
}
FERRY = """
<div class="consent-banner"><p>We and our partners use cookies, and would like you to accept them all.</p></div>
<header><h1 class="logo">The Lindholt Courier</h1></header>
<div class="wrapper has-sidebar social-on"><main><article class="story">
<header><h1>The ferry runs again</h1></header>
<div class="share-buttons"><span>Share</span></div>
<figure><img src="x"><figcaption>The harbour of Lindholt.</figcaption></figure>
<p>The ferry will run again on Monday, the harbour master said.</p>
<blockquote><p>We are ready,</p><blockquote><p>and have waited long.</p></blockquote></blockquote>
<div class="RelatedArticles"><h3>Read more</h3><ul><li>Bridge shut</li></ul></div>
<table><tr><th>Day</th><td>Monday</td></tr></table>
<aside><p>Sign up for our newsletter.</p></aside>
<p class="share-price">Kestria pays for the fuel.</p>
<section class="story__newsletter"><p>Get our mail.</p></section>
</article></main></div>
<div class="comments"><p>First!</p></div>
<footer><p>All rights reserved.</p></footer>"""


def test_of_a_news_page_the_article_is_read_and_nothing_beside():
    assert opened(FERRY).text.splitlines() == [
        "The ferry runs again",
        "The harbour of Lindholt.",
        "The ferry will run again on Monday, the harbour master said.",
        "We are ready,",
        "and have waited long.",
        "Day",
        "Monday",
        "Kestria pays for the fuel.",
    ]


def test_what_a_graph_says_of_the_article_counts_and_not_what_it_says_of_the_site():
    page = opened(FERRY, linked=GRAPH)
    assert (page.title, page.publisher) == ("The ferry runs again", "The Lindholt Courier")
    assert page.published is not None
    assert page.published.isoformat() == "2031-03-06T08:30:00+01:00"


@pytest.mark.parametrize("linked", [[], 3, {"@graph": 3}, {"@type": 3, "publisher": [3], "@id": []}, "x", [None]])
def test_linked_data_of_any_shape_breaks_nothing(linked):
    assert opened(FERRY, linked=linked).publisher is None


def test_the_heading_of_the_article_is_its_title_and_not_that_of_the_site():
    assert opened(FERRY, "<title>The ferry runs again | Courier</title>").title == "The ferry runs again"
    head = '<meta property="og:title" content="A ferry"><meta property="og:site_name" content="Courier">'
    assert (opened(FERRY, head).title, opened(FERRY, head).publisher) == ("A ferry", "Courier")


def test_where_no_publisher_is_named_the_host_of_its_address_is_and_a_note_says_so():
    page = opened(FERRY, '<link rel="canonical" href="https://www.courier.example/2031/ferry">')
    assert page.publisher == "courier.example"
    assert page.notes == ("its publisher is named nowhere; its address is of courier.example",)
    assert opened(FERRY, '<link rel="canonical" href="http://[">').publisher is None
    assert opened(FERRY, '<link rel="canonical" href="/ferry">').publisher is None


def test_the_first_time_in_the_article_dates_it_and_one_beside_does_not():
    ticker = '<div><time datetime="2031-04-01">now</time></div>'
    dated = FERRY.replace("<figure>", '<time datetime="2031-03-06">6 March</time><figure>')
    assert str(opened(ticker + dated).published) == "2031-03-06"
    assert opened(ticker + FERRY).published is None


def test_all_posts_of_a_live_page_are_read():
    posts = ["The envoy of Halvern arrived.", "The doors opened, and both delegations went in by the garden.", "Snow."]
    body = "".join(f'<article class="post"><h2>Post {n}</h2><p>{words}</p></article>' for n, words in enumerate(posts))
    teaser = '<article class="teaser"><h2>Bread dearer</h2><p>Bread costs more.</p></article>'
    page = opened(
        f"<main><h1>The talks, live</h1><div>{body}</div></main>{teaser}",
        linked=[{"@type": "BreadcrumbList"}, {"@type": "LiveBlogPosting", "datePublished": "2031-03-06"}],
    )
    assert [line for line in page.text.splitlines() if not line.startswith("Post")] == ["The talks, live", *posts]
    assert (page.title, str(page.published)) == ("The talks, live", "2031-03-06")


@pytest.mark.parametrize("paragraph", ["p", "div"])
def test_a_name_that_says_something_of_the_whole_page_costs_no_text(paragraph):
    body = f'<div class="comments-closed"><{paragraph}>The ministry regrets the closure.</{paragraph}></div>'
    assert opened(body).text == "The ministry regrets the closure.\n"
