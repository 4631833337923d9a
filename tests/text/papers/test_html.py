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


FERRY_TALK = "The ferry will run again on Monday, said the harbour master, and the road to the harbour is open as well."


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


class TestWhen:
    @pytest.mark.parametrize(
        "head",
        [
            '<meta name="date" content="Thu, 06 Mar 2031 10:00:00 GMT">',
            '<meta property="article:published_time" content="March 6, 2031">',
            '<meta name="parsely-pub-date" content="2031-03-06T10:00:00Z">',
            '<meta name="DC.Date" content="20310306">',
        ],
    )
    def test_what_the_head_says_counts_however_it_is_written(self, head: str):
        page = opened(FERRY, head)
        assert (str(page.published)[:10], page.notes) == ("2031-03-06", ())

    @pytest.mark.parametrize(
        "words",
        [
            "<time>6 March 2031</time>",
            "<time pubdate>March 6, 2031 at 10:15 a.m.</time>",
            '<p class="byline">By Ana Brel | 06.03.2031 14:00</p>',
            '<div class="post-meta">Updated 7 March 2031</div><div class="published">Published 6 March 2031</div>',
            "<p>Press release of 6 March 2031</p>",
        ],
    )
    def test_else_the_words_that_people_read_do_and_a_note_says_so(self, words: str):
        page = opened(FERRY.replace("<figure>", f"{words}<figure>"))
        assert str(page.published) == "2031-03-06"
        assert [note for note in page.notes if note.startswith("its date, 2031-03-06, is taken from the words '")]

    @pytest.mark.parametrize(
        "words", ["<time>06/03/2031</time>", "<time>two hours ago</time>", "<p>On 6 March 2031 the bridge fell.</p>"]
    )
    def test_words_that_can_mean_several_days_or_tell_of_one_date_nothing(self, words: str):
        assert opened(FERRY.replace("<figure>", f"{words}<figure>")).published is None

    def test_a_live_page_says_from_when_its_posts_are_and_as_of_when_they_are_read(self):
        posts = "".join(
            f'<article class="post"><time datetime="2031-03-0{day}T10:00">10:00</time><p>{FERRY_TALK}</p></article>'
            for day in (6, 6, 5)
        )
        page = opened(
            f"<main><h1>Live</h1>{posts}</main>", linked={"@type": "LiveBlogPosting", "datePublished": "2031-03-05"}
        )
        said = "its posts bear dates from 2031-03-05 to 2031-03-06, and all are read as of 2031-03-05"
        assert page.notes == (said,)


class TestByWhom:
    @pytest.mark.parametrize(
        ("head", "body", "publisher", "where"),
        [
            ("<title>The ferry runs again | Towns | Lindholt Courier</title>", "", "Lindholt Courier", "title"),
            (
                "",
                "<footer>© 2029-2031 Lindholt Courier. All rights reserved.</footer>",
                "Lindholt Courier",
                "line of rights",
            ),
        ],
    )
    def test_the_title_or_the_line_of_rights_names_it_and_a_note_says_so(self, head, body, publisher, where):
        page = opened(FERRY.replace("All rights reserved.", "") + body, head)
        assert (page.publisher, page.notes) == (
            publisher, (f"its publisher, {publisher}, is named in its {where} alone",),
        )  # fmt: skip

    def test_a_title_that_only_has_a_dash_in_it_names_nobody(self):
        assert opened("<article><h1>Talks</h1><p>We met.</p></article>", "<title>Talks</title>").publisher is None

    def test_marked_words_and_old_wrappings_of_linked_data_are_read(self):
        marked = FERRY.replace(
            "<figure>", '<div itemprop="publisher"><meta itemprop="name" content="Courier"></div><figure>'
        )
        assert opened(marked).publisher == "Courier"
        wrapped = '//<![CDATA[\n{"@type": "NewsArticle", "provider": {"name": "Wire"}}\n//]]>'
        script = f'<script type="application/ld+json">{wrapped}</script>'
        assert opened(FERRY, script).publisher == "Wire"


class TestWhatIsLeftOut:
    def test_words_that_nobody_sees_are_left_out_and_said(self):
        hidden = '<p style="display: none">Kestria agreed.</p><p style="font-size:0px">X.</p><p hidden>Y.</p>'
        page = opened(FERRY.replace("<figure>", f'{hidden}<p style="font-size: 0.9em">Small.</p><figure>'))
        assert "agreed" not in page.text
        assert "Small." in page.text
        assert page.notes == ("hidden words stand in 3 places and are left out",)

    def test_a_box_beside_the_text_is_said(self):
        page = opened(
            FERRY.replace("<figure>", "<aside><p>The ministry alone was asked, and was silent.</p></aside><figure>")
        )
        assert page.notes == ("1 box beside its text left out",)

    def test_a_form_or_a_hidden_part_around_the_whole_page_costs_no_text(self):
        for around in ('<form id="all">{}</form>', '<div style="display:none">{}</div>'):
            assert opened(around.format(f"<h1>B</h1><p>{FERRY_TALK}</p>")).text == f"B\n{FERRY_TALK}\n"

    def test_an_article_that_stands_in_linked_data_alone_is_read_from_there(self):
        page = opened("<p>Loading.</p>", linked={"@type": "NewsArticle", "articleBody": f"{FERRY_TALK}\n\nIt snowed."})
        assert page.text == f"{FERRY_TALK}\nIt snowed.\n"
        assert page.notes == ("its text is taken from its linked data, for the page itself holds less of it",)
        assert page.language == "en"
