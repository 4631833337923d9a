"""Times that name their day, month or year: dates, months, years, decades, seasons, quarters, feasts."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import Days, season_value
from .lexicon import (
    FULL_MONTH,
    MONTH,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    SHORT_MONTH,
    YEAR,
    S,
    any_of,
    month_number,
    part_in,
)
from .lists import year_before, year_to_come, year_to_end
from .nearest import month_of, quarter_year, season_year, year_for
from .reading import Rule, Situation, TimeReading, dated, undated

_IN = (
    "(?i:"
    + any_of(
        "in into since by until till from of during through throughout before after for between below above than a an "
        "year fiscal financial circa his her its their our"
    )
    + r"|the(?!\s(?:beginning|start|middle|end|close)\b))"
)
_THINGS = any_of(
    "people persons troops soldiers men women children civilians prisoners detainees meters metres km kilomet\\w+ "
    "miles feet tons tonnes dollars euros pounds percent per deaths dead casualties members refugees rounds violations "
    "hours days workers residents homes fighters others local police jobs students shells times units "
    "resolutions? GMT UTC model "
    "Audi BMW Buick Cadillac Chevrolet Chrysler Dodge Fiat Ford Honda Hyundai Jeep Lada Land Mazda Mercedes Mitsubishi "
    "Nissan Oldsmobile Opel Peugeot Pontiac Renault Subaru Suzuki Toyota Volkswagen Volvo"
)
_COUNTED = rf"(?!\s{{1,8}}(?i:{_THINGS})\b)"
"""Not before what is counted, or a make of car: "2000 people" and "a 1998 Toyota" date nothing."""
_RELATION = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "the": None,
    "next": "next",
    "coming": "next",
    "following": "next",
}


def _month_year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    month, relation = month_number(match["month"]), match["relation"]
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{month:02d}", part=part_in(match))
    if situation.published is None:
        return undated(f"XXXX-{month:02d}")
    year = situation.published.year + {"last": -1, "this": 0, "next": 1}[relation.lower()]
    return dated(f"{year:04d}-{month:02d}", anchor=situation.anchor, part=part_in(match))


_UNSURE_MONTHS = frozenset({"march", "may", "april", "june", "august"})  # verbs and names of people, too


def _month(match: re.Match[str], situation: Situation) -> TimeReading | None:
    words, relation, cue = match["month"].lower(), match["relation"], match["cue"]
    sure = words not in _UNSURE_MONTHS or relation or part_in(match) or (cue and not _is_somebody(match, situation))
    sure = sure or _AND_MONTH.match(situation.text, match.end("t"))
    if not sure and not _describes(match, situation):
        return None
    month = month_number(words)
    published = situation.published
    if published is None:
        return undated(f"XXXX-{month:02d}")
    if relation:
        year = month_of(month, _RELATION[relation.lower()] or "this", published).year
    elif said := year_to_come(situation.text, match.end("t"), month):
        return dated(f"{said:04d}-{month:02d}", part=part_in(match))
    else:
        near = year_before(situation, match.start("t"))
        near = near or year_to_end(situation, *match.span("t"), (month, None))
        near = near or year_for(month, None, published, situation.cue(*match.span("t")))
        if near is None:
            return None
        year = near
    return dated(f"{year:04d}-{month:02d}", anchor=situation.anchor, part=part_in(match))


_ARTICLE = re.compile(r"(?:\b(?:a|an|the|this|his|her|its|their)|['’]s|s['’])\s\Z", re.IGNORECASE)
_AND_MONTH = re.compile(rf"\s(?:and|or|to|through)\s{FULL_MONTH}(?!\w|\s[A-Z])")
_NOUN = re.compile(
    r"\s(?!(?:on|for|of|in|to|at|by|from|and|or|was|is|has|had|said|told|against|through|towards?)\b)[a-z]"
)


def _describes(match: re.Match[str], situation: Situation) -> bool:
    """ "an August speech", "the May vote"; not "the March on Lindholt"."""
    before = _ARTICLE.search(situation.text, max(0, match.start("t") - 8), match.start("t"))
    return before is not None and _NOUN.match(situation.text, match.end("t")) is not None


def _is_somebody(match: re.Match[str], situation: Situation) -> bool:
    """ "by June Carter", "for August Meier": a name follows, and nothing but "in" or "since" speaks for a month."""
    follows = re.match(r"\s[A-Z][a-z]", situation.text[match.end() : match.end() + 3])
    return follows is not None and match["cue"].lower() not in ("in", "since", "until", "till", "during", "through")


def _year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    said = match["cue"] or match["fy"] or part_in(match) or _POSSESSIVE.match(situation.text, match.end())
    said = said or (_BEFORE.search(situation.text, max(0, match.start("t") - 40), match.start("t")) is not None)
    said = said or _is_work(match, situation) or _is_year(match, situation)
    if not said and not _follows_a_year(situation, match.start("t")):
        return None
    if (
        match["year"].endswith("00")
        and (match["cue"] or "").lower() != "year"
        and _PLURAL.match(situation.text, match.end())
    ):
        return None  # "of 2000 villages": a round number of something
    if _FISCAL.search(situation.text, max(0, match.start("t") - 20), match.start("t")):
        year = int(match["year"])  # begins in that year or in the one before, by each country's custom
        return TimeReading(timex=match["year"], days=(dt.date(year - 1, 1, 1), dt.date(min(year + 1, 9999), 12, 31)))
    return dated(match["year"], part=part_in(match))


_BEFORE = re.compile(r"\b(?:back|prior|compared|relative|relating|return(?:ed|s)?)\sto\s\Z")
_ONE = re.compile(r"\b(?:[Aa]n?|[Oo]ne)\s[a-z-]{3,20}\s\Z")
_SINGULAR = re.compile(r"\s[a-z-]{1,20}[a-rt-z]\b")


def _is_work(match: re.Match[str], situation: Situation) -> bool:
    """ "an influential 1998 paper"; not "an additional 1998 tents"."""
    one = _ONE.search(situation.text, max(0, match.start("t") - 28), match.start("t"))
    return one is not None and _SINGULAR.match(situation.text, match.end()) is not None


def _is_year(match: re.Match[str], situation: Situation) -> bool:
    """ "the landmark 1933 law", "said 2016 has seen": one thing follows, or a verb, and no number stands beside."""
    if not 1900 <= int(match["year"]) <= 2099 or match["year"].endswith("00"):
        return False
    if _QUANTITY.search(situation.text, max(0, match.start("t") - 24), match.start("t")):
        return False
    return _ONE_THING.match(situation.text, match.end()) is not None


_QUANTITY = re.compile(
    r"(?:\b(?:no\.?|nos\.|numbers?|resolutions?|room|unit|section|pages?|articles?|paragraphs?|flight|route|highway|"
    r"block|order|case|law|decree|directive|about|some|nearly|almost|over|under|least|most|approximately|around|roughly|"
    r"another|additional|extra|further|total|exactly|to|only|these|those|all|up|is|are|was|were|has|have|had|and|or)"
    r"|[^\s\w'’\"“]|\d)\s{1,8}\Z|\n\s{0,8}\Z",
    re.IGNORECASE,
)
"""Before a number that counts or labels something; no year is looked for after a figure or a mark, either."""
_NOT_NOUN = (
    r"(?!(?:in|at|on|of|or|and|from|to|by|for|with|per|as|than|but|were|are|more|each|when|while|who|that|which|since)\b"
    r"|[a-z-]+ed\b)"
)
_ONE_THING = re.compile(
    r"\s(?:(?:has|will|saw|comes|came|brought|marks|marked|began|ended)\b"
    rf"|{_NOT_NOUN}[a-z-]{{2,20}}(?:[a-rt-z]|ss)\b(?!\s[a-z-]{{1,20}}[a-rt-z]s\b))"
)


_POSSESSIVE = re.compile(r"['’]s\s[a-z]")
_FISCAL = re.compile(r"\b(?:fiscal|financial)(?:\s{1,8}year)?\s{1,8}\Z|\bFY\s?\Z", re.IGNORECASE)
_PLURAL = re.compile(r"\s{1,8}(?!(?:was|is|has|as|its|his|this|plus|versus|unless|besides|towards)\b)[a-z]{2,}s\b")
_AND = re.compile(r"(?:['’]s)?(?:,|,?\s(?:and|or|to|through))?\s")


def _follows_a_year(situation: Situation, offset: int) -> bool:
    """ "1559 and 1701" are years only if the first is one; "(1559)" and "Kestria's 1559 budget" are."""
    if situation.text[max(0, offset - 3) : offset].endswith(("(", "'s ", "’s ")):
        return True
    told = situation.told
    return (
        told is not None
        and (told.timex or "").isdigit()
        and _AND.fullmatch(situation.text, situation.told_at, offset) is not None
    )


def _years(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    first, last = int(match["first"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first - first % 100
    if not first < last <= first + 100:
        return None
    days: Days = (dt.date(first, 1, 1), dt.date(last, 12, 31))
    return TimeReading(timex=f"{first:04d}/{last:04d}", days=days)


_TO_COME = 10
"""Years ahead that two figures may still mean: '45 is 1945 to a paper of 1999, '04 is 2004."""


def _short_year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "in '76", "the summer of '97", "March '98"."""
    groups = match.groupdict()
    if groups.get("also") and not _follows_a_year(situation, match.start("t")):
        return None
    if _PLURAL.match(situation.text, match.end()) and not (groups.get("season") or groups.get("month")):
        return None  # a quotation that begins with a number
    two = int(match["two"])
    if situation.published is None:
        return undated(f"XX{two:02d}")
    latest = situation.published.year + _TO_COME
    year = latest - (latest - two) % 100
    season, month = groups.get("season"), groups.get("month")
    value = f"-{SEASONS[season.lower()]}" if season else f"-{month_number(month):02d}" if month else ""
    return dated(f"{year:04d}{value}", part=part_in(match))


_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
_DECADES |= {"nineties": 9}


_SOMEBODYS = re.compile(r"\b(?:his|her|their|my|our|your)\s\Z", re.IGNORECASE)


def _decade(match: re.Match[str], situation: Situation) -> TimeReading | None:
    if match["full"]:
        if re.search(r"['’]s\Z", match.group()) and not re.match(r"(?i:the|early|mid|late)\b", match.group()):
            return dated(match["full"] + "0")  # "2030's budget"; but "the 1990's"
        value = match["full"]
    elif match["short"]:
        # "in his 30s" and "in her mid-30s" are ages: the short form has an apostrophe, an article or a part before it.
        owned = _SOMEBODYS.search(situation.text, max(0, match.start() - 8), match.start())
        if owned or not (part_in(match) or re.match(r"(?i:the\s)|['’]", match.group())):
            return None
        if situation.published and 2000 + 10 * int(match["short"]) <= situation.published.year:
            return undated(None)  # "the '20s" of which century?
        value = f"19{match['short']}"
    else:
        value = f"19{_DECADES[match['word'].lower()]}"
    return dated(value, part=part_in(match))


SEASON_YEAR = rf"(?:(?:1[5-9]|20)\d\d[-–/]\d\d(?!\d)|{YEAR})"
"""A winter may bear two years: "the winter of 2029-30"."""

_OF_WHAT = re.compile(r"\s{1,8}in\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]")
""" "The fall in prices"."""

_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def _century(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    number = int(match["number"]) if match["number"] else _CENTURIES[match["word"].lower()]
    return dated(f"{number - 1:02d}", part=part_in(match)) if 1 < number <= 22 else None


def _season(match: re.Match[str], situation: Situation) -> TimeReading | None:
    season = SEASONS[match["season"].lower()]
    if match["year"]:
        return dated(season_value(season, int(match["year"][:4])), part=part_in(match))
    relation = match["relation"]
    # "the fall of the town" and "a spring" are no seasons: "in the", "last" and the like make one.
    if not match["cue"] and (relation or "the").lower() == "the":
        return None
    follows = situation.text[match.end("season") : match.end("season") + 14]
    if re.match(r"\s{1,8}of\b", follows) or (
        _RELATION.get((relation or "the").lower()) is None and _OF_WHAT.match(follows)
    ):
        return None
    published = situation.published
    if published is None:
        return undated(f"XXXX-{season}")
    related = _RELATION[relation.lower()] if relation else None
    year = season_year(season, related, published, situation.tense(*match.span("t")))
    return dated(season_value(season, year), anchor=situation.anchor, part=part_in(match))


def _quarter(match: re.Match[str], situation: Situation) -> TimeReading | None:
    letter = match["letter"] or ("Q" if match["what"].lower() == "quarter" else "H")
    number = int(match["short"]) if match["short"] else ORDINALS[match["ordinal"].lower()]
    if letter == "H" and number > 2:
        return None
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{letter}{number}")
    if not match["relation"] and letter == "H" and "-" not in match.group():
        return None  # the second half of what? but "first-half exports" are a year's
    if situation.published is None or _FISCAL.search(situation.text, max(0, match.start() - 12), match.start()):
        return undated(f"XXXX-{letter}{number}")
    if match["relation"]:
        year = situation.published.year + {"last": -1, "next": 1}.get(match["relation"].lower(), 0)
    else:
        year = quarter_year(number, situation.published, situation.tense(*match.span()))
    return dated(f"{year:04d}-{letter}{number}", anchor=situation.anchor)


_DECADE = re.compile(
    rf"(?<!\w)(?:the{S})?{PART}(?:the{S})?(?:(?P<full>(?:1[5-9]|20)\d)0['’]?s|['’]?(?P<short>[2-9])0['’]?s(?!\w)"
    r"|(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
)
_QUARTER = re.compile(
    rf"\b(?:the{S})?(?:(?P<letter>[QH])(?P<short>[1-4])|(?P<ordinal>(?i:first|second|third|fourth|[1-4](?:st|nd|rd|th)))[\s\-]{{1,8}}(?P<what>(?i:quarter|half)))"
    rf"(?![\s\-]{{1,8}}(?i:finals?|hour|time|(?:of{S}(?:the|a|that){S})(?:game|match))\b)(?:{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<relation>(?i:last|this|next|the)){S}year))?(?!\w)"
)

RULES = (
    Rule(
        re.compile(
            rf"\b{PART}(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{S}(?:of{S})?(?P<relation>(?i:last|this|next)){S}year)(?!\w)"
        ),
        _month_year,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?P<cue>(?i:in|into|since|by|until|till|from|of|during|through|throughout|before|after|for|between|and|began|begins|ended|entered)){S})?"
            rf"(?P<t>{PART}(?:(?P<relation>(?i:last|(?<=\bthis\s)past|(?<=\bthe\s)past|previous|this|next|coming)){S})?(?P<month>{FULL_MONTH}|{SHORT_MONTH}))(?![\w]|\s[A-Z][a-z]+\s(?:said|told))"
        ),
        _month,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w$€£#.,:/\-+])(?:(?P<cue>{_IN}){S}|(?P<fy>FY\s?))?(?P<t>{PART}(?P<year>{YEAR}))(?![\w%])(?!-\w){_COUNTED}"
        ),
        _year,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/\-$#])(?P<first>(?:1[5-9]|20)\d\d)\s?[-–/]\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w\-/]|[.,]\d)"
        ),
        _years,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            rf"\b(?i:in|since|until|till|by|from|between|before|after|during|through|(?P<also>and|or|to)){S}(?P<t>{PART}['’‘`](?P<two>\d\d))(?![\w'’]|[.,]\d){_COUNTED}"
        ),
        _short_year,
        triggers.SHORT_YEARS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?i:the){S})?{PART}(?:(?P<season>(?i:{SEASON}))|(?P<month>{MONTH})){S}(?:of{S})?['’‘`](?P<two>\d\d)(?![\w'’]|[.,]\d)"
        ),
        _short_year,
        triggers.SHORT_YEARS,
    ),
    *(Rule(_DECADE, _decade, trigger) for trigger in (triggers.DECADES, triggers.NUMBERED_DECADES)),
    Rule(
        re.compile(
            rf"\b(?:the{S})?{PART}(?:the{S})?(?:(?P<number>\d\d)(?:st|nd|rd|th)|(?P<word>(?i:eighteenth|nineteenth|twentieth|twenty-first)))[\s\-]century\b"
        ),
        _century,
        triggers.CENTURIES,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?P<cue>(?i:in|by|since|until|during|before|over|through|throughout|into|for(?={S}the)|(?:much|most|rest|all)(?:{S}of)?(?={S}the))){S})?"
            rf"(?P<t>{PART}(?:(?P<relation>(?i:last|past|previous|this|next|coming|the)){S})?(?P<season>(?i:{SEASON}))(?:{S}of)?(?:{S}(?P<year>{SEASON_YEAR}))?)(?!\w)"
        ),
        _season,
        triggers.SEASONS,
    ),
    *(Rule(_QUARTER, _quarter, trigger) for trigger in (triggers.QUARTERS, triggers.NUMBERED_QUARTERS)),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
