"""Stretches of time named in words: during the truce, in the first phase, until something happens, every Friday.

Each form is a row of ``FORMS``; those of seasons, feasts and hours told by a name stand in :mod:`.seasons`.
"""

from __future__ import annotations

import calendar
import datetime as dt

from parley.model import Duration, Instant, Window
from parley.text import durations
from parley.text import patterns as re

from .found import BESIDE
from .ordinals import ORDINAL
from .reckoning import moved, plain
from .relations import SPATIAL
from .seasons import SEASONS
from .stretch import MONTH, Stretch, between, led

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
HOURS_OF_LIGHT = ("dusk", "dawn", "sunrise", "sunset", "nightfall", "daybreak")
_LIGHT = (
    r"(?:(?:(?:an?|one|two|half\s+an|\d+)\s+(?:hours?|minutes)\s+(?:before|after)\s+)?"
    rf"(?:{'|'.join(HOURS_OF_LIGHT)}|first\s+light|dark))"
)
_STEP = r"(?:phase|stage|period|step|week|month|year)"
_LONG = (
    r"(?:truce|cease-?\s?fire|pause|period|phase|stage|transition|process|withdrawal|disengagement|elections?|"
    r"negotiations|talks|"
    r"lull|holidays?|night|harvest|implementation|exchange|cantonment|visit|operation|operations|fast|feast|fair|festival|mourning|trial|"
    r"journey|voyage|season|session|conference|census|ceremony|inquiry|vigil|funeral|siege|strike|campaign|"
    r"pauses|truces|lulls|talks|phases|periods|month\s+of\s+[A-Z]\w+)"
)
_END = (
    r"(?=\s*(?:[,;.:)]|$|\b(?:(?:the|each|every|no|all|both|neither|either|any)\s|in\s+order|by|at|to|unless|except|if|and\s+(?:shall|may|must)|including|"
    r"outside|within)\b))"
)


def _phase(match: re.Match[str]) -> Window:
    lengths = durations(match["length"]) if match["length"] else []
    window = between(plain(match["what"] + (match["of"] or "")))
    return Window(start=window.start, lasts=lengths[0][2]) if lengths else window


def _by_light(match: re.Match[str]) -> Window:
    usual = ("dusk", "dawn") if match["dark"] else ("dawn", "dusk")
    first, last = (match["first"] or usual[0]).lower(), (match["last"] or usual[1]).lower()
    return Window(start=Instant(event=first), end=Instant(event=last))


def _first_days(match: re.Match[str]) -> Window | None:
    lengths, which = durations(match["length"]), (match["which"] or "").lower()
    if not lengths or not (which or match["of"]):
        return None
    of = f"start of the {plain(match['of'])}" if match["of"] else None
    if of and which == "last":
        return None
    return Window(start=Instant(event=of) if of else None, lasts=lengths[0][2])


def _month(match: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    year = int(match["year"])
    if not 1 <= year <= 9999:
        return None
    first = _MONTHS[match["month"].lower()] if match["month"] else 1
    last = first if match["month"] else 12
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _end_of(match: re.Match[str]) -> Window | None:
    days = _month(match)
    return Window(end=Instant(moment=days[1])) if days else None


def _whole(match: re.Match[str]) -> Window | None:
    days = _month(match)
    return Window(start=Instant(moment=days[0]), end=Instant(moment=days[1])) if days else None


_LEAD = (
    r"(?P<lead>as\s+of|starting\s+(?:from|on)|starting|beginning\s+(?:from|on)|from|since|by|until|"
    r"not\s+later\s+than|no\s+later\s+than|before|on)"
)

_LEAD_IN = r"(?P<lead>in|during|by|until|from|before|since|as\s+of|not\s+later\s+than|no\s+later\s+than)"


def _part_of_month(match: re.Match[str]) -> Window | None:
    """Early is 1-10, mid 11-20, late 21 to the end; the halves part at the 15th."""
    days = _month(match)
    if days is None:
        return None
    last = days[1].day
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last), "first": (1, 15), "second": (16, last)}[
        (match["short"] or match["half"]).lower()
    ]
    begins, ends = Instant(moment=days[0].replace(day=first)), Instant(moment=days[0].replace(day=end))
    lead = " ".join(match["lead"].lower().split())
    if lead in ("in", "during"):
        return Window(start=begins, end=ends)
    if lead == "before":
        return Window(end=moved(begins, -1))
    return led(lead, begins if lead in ("from", "since", "as of") else ends)


def _so_long(match: re.Match[str]) -> Window | None:
    lengths = durations(re.sub(r"\Aan?\s", "one ", match["length"]))  # "a day ahead"
    return Window(within=lengths[0][2]) if lengths else None


FORMS = (
    Stretch(
        "in a phase",
        "In the first phase, lasting 42 days, ...",
        re.compile(
            rf"(?:,\s*)?\b(?:in|during|at|throughout|within|in\s+the\s+course\s+of|for(?=\s+the\s+(?:first|next|initial)\s+(?:week|month|year)\b))\s+(?P<what>(?:the\s+)?(?:{ORDINAL}|next|initial|"
            rf"transitional|interim|"
            rf"current|pre-\w+)\s+{_STEP}|{_STEP}\s+(?:one|two|three|four|\d|I{{1,3}}|[A-C])\b)(?P<of>\s+of\s+(?:the|"
            rf"this)\s+[\w\-]+)?"
            rf"(?:,?\s+(?:lasting|of)\s+(?P<length>[\w\-]+\s+(?:hours|days|weeks|months)),?)?",
            re.IGNORECASE,
        ),
        _phase,
    ),
    Stretch(
        "for the duration of anything",
        "For the duration of their mandate ...",
        re.compile(
            rf"(?:,\s*)?\b(?:during(?!\s+(?:the|its|their)\s+(?:(?:first|last|next|initial|opening)\s+)?[\w\-]+\s+(?:hours|days|weeks|months|years)\b)(?:\s+the\s+(?:whole|entirety|course)\s+of)?|for\s+(?:the\s+)?(?:(?:(?:entire|whole|full)\s+)?(?:duration|length(?!\s+of\s+(?:(?:the|its|their)\s+)?(?:[\w\-]+\s+)?(?:{SPATIAL})\b))|"
            r"(?:entire|whole|full)\s+(?:time|term)|whole|rest|remainder)\s+of)\s+"
            rf"(?P<what>(?:(?:the|this|that|its|their|his|her|any|each)\s+)?(?:(?!and|or|of|to|in)[\w\-]+\s+){{0,3}}?(?!(?:and|or|nor|then)\b)[\w\-]+(?:\s+(?:of|at|on|in)\s+(?:the\s+)?[\w\-]+)?){_END}",
            re.IGNORECASE,
        ),
        lambda match: between(plain(match["what"])),
    ),
    Stretch(
        "during something",
        "During the truce ...",
        re.compile(
            r"(?:,\s*)?\b(?:(?:during|throughout)(?:\s+the\s+(?:whole|entirety|course)\s+of)?|for\s+the\s+(?:(?:entire|whole|full)\s+)?(?:duration|period|length|rest|remainder)\s+of|"
            r"in\s+the\s+course\s+of|"
            r"within|in)\s+(?P<what>(?:the|this|that|its|their|said)\s+(?:(?!and|or|of|to|in)[\w\-]+\s+){0,3}?"
            rf"{_LONG}(?:\s+of\s+(?:the\s+)?[\w\-]+(?:\s+[\w\-]+)?)?){_END}",
            re.IGNORECASE,
        ),
        lambda match: (
            None
            if re.match(r",?\s*(?:in|within)\s", match.group(), re.IGNORECASE)
            and not re.match(r",?\s*(?:in|within)\s+this\s|,?\s*in\s+the\s+course", match.group(), re.IGNORECASE)
            else between(plain(match["what"]))
        ),
    ),
    Stretch(
        "for as long as it lasts",
        "... for as long as the truce lasts",
        re.compile(
            r"(?:,\s*)?\bfor\s+(?:as|so)\s+long\s+as\s+(?P<what>(?:(?:the|this|that|its|their)\s+)?[^,;.\0]{2,60}?)\s+"
            r"(?:lasts?|continues?|endures?|holds?|persists?|goes?\s+on|(?:is|are|remains?)\s+in\s+(?:force|effect|operation|being|progress|session))"
            rf"(?=\s*(?:[,;.\0]|\Z)|\s+{BESIDE}\b)",
            re.IGNORECASE,
        ),
        lambda match: between(" ".join(match["what"].split())),
    ),
    Stretch(
        "the first days of something",
        "For the first ten days of the truce ...",
        re.compile(
            r"(?:,\s*)?\b(?:for|during|in|over|throughout)\s+(?:the|its|their)\s+(?:(?P<which>first|initial|opening|last)\s+)?"
            r"(?P<length>[\w\-]+\s+(?:hours|days|weeks|months|years))"
            rf"(?:\s+(?:of|after)\s+(?P<of>(?:the|each|every|any)\s+(?:{ORDINAL}\s+{_STEP}|[\w\-]+)))?(?!\w)",
            re.IGNORECASE,
        ),
        _first_days,
    ),
    Stretch(
        "for the life of the text",
        "... for the duration of this agreement",
        re.compile(
            r"(?:,\s*)?\b(?:throughout|for\s+the\s+(?:(?:entire|whole|full)\s+)?(?:duration|period|life|length)\s+of)\s+"
            r"(?P<what>(?:the|this)\s+(?:present\s+)?(?:agreement|accord|arrangement|armistice|memorandum|protocol))"
            r"(?![\w\-])",
            re.IGNORECASE,
        ),
        lambda match: between(plain(match["what"])),
    ),
    Stretch(
        "by the light of day",
        "... between dusk and dawn",
        re.compile(
            rf"(?:,\s*)?\b(?:between|from)\s+(?P<first>{_LIGHT}|(?:noon|midday|midnight)(?=\s+\w+\s+{_LIGHT}))\s+(?:and|to|until|till)\s+"
            rf"(?P<last>{_LIGHT}|(?<!noon\s)(?:noon|midday|midnight)(?<!noon\sand\smidnight))(?!\w)"
            r"|(?:,\s*)?\b(?P<dark>after\s+dark|(?<!\bor\s)(?<!\band\s)(?:at|by)\s+night(?!\s+(?:and|or)\s+(?:(?:at|by)\s+)?day\b)|during\s+the\s+(?:hours\s+of\s+darkness|night))(?!\w)"
            r"|(?:,\s*)?\b(?:in\s+(?:full\s+)?daylight|during\s+(?:the\s+hours\s+of\s+)?daylight(?:\s+hours)?|by\s+day(?!\s+(?:and|or)\s+(?:(?:at|by)\s+)?night\b))(?!\w)",
            re.IGNORECASE,
        ),
        _by_light,
    ),
    Stretch(
        "by the end of a year or month",
        "... by the end of March 2031",
        re.compile(
            rf"(?:,\s*)?\b(?:by|until|before|not\s+later\s+than|no\s+later\s+than)\s+(?:the\s+end\s+of\s+|"
            rf"end-)(?:(?P<month>{MONTH})\s+)?(?P<year>\d{{4}})\b"
        ),
        _end_of,
    ),
    Stretch(
        "in a month",
        "... in March 2031",
        re.compile(
            rf"(?:,\s*)?(?<!beginning\s)(?<!starting\s)(?<!commencing\s)\b(?:in|during|within|throughout|in\s+the\s+course\s+of)\s+(?:the\s+month\s+of\s+)?(?P<month>{MONTH})\s+(?:of\s+)?(?P<year>\d{{4}})\b"
        ),
        _whole,
    ),
    Stretch(
        "in the months of every year, or of the next",
        "... from May to September, ... in the course of June",
        re.compile(
            rf"(?:,\s*)?\b(?:(?:from|between)\s+(?P<first>{MONTH})\s+(?:to|until|till|and)\s+(?P<last>{MONTH})"
            rf"|(?<!beginning\s)(?<!starting\s)(?<!commencing\s)(?i:in|during|within|throughout|in\s+the\s+course\s+of)\s+(?:the\s+months?\s+of\s+)?(?P<months>{MONTH}(?:(?:\s+and\s+|\s+or\s+|"
            rf"\s+to\s+){MONTH})?))(?!\w)(?!,?\s+(?:of\s+)?\d)"
        ),
        lambda match: (
            between(match["months"], named=True)
            if match["months"]
            else Window(start=Instant(event=f"start of {match['first']}"), end=Instant(event=f"end of {match['last']}"))
        ),
    ),
    Stretch(
        "until something happens",
        "... until a permanent cease-fire is agreed",
        re.compile(
            r"(?:,\s*)?\b(?:until|till|up\s+to(?=\s+the\s+(?:decision|completion|conclusion|ruling|verdict|award|arrival|election|end)\b)|and\s+ending\s+(?:after|with|on|"
            r"upon))\s+(?P<event>(?!further\s+notice)(?![^,;]*\b(?:D[+-]|\d{4}))(?:(?:the|an?|its|their|all|both|none|nobody|nothing|no|"
            r"such|it|they|that|those|these|each|every)\b[^,;()\0]{3,120}?|(?:[a-z\-]+\s+){1,4}?(?:has|have|is|are)\s+(?:been\s+)?[a-z]+[^,;()\0]{0,80}?))(?=\s*(?:[,;()\0]|\Z)|"
            r"\s+(?:if|when(?:ever)?|where|in\s+case|in\s+the\s+event|as\s+soon\s+as|unless|provided|once|should|only\s+(?:with|after|if|when))\b)",
            re.IGNORECASE,
        ),
        lambda match: Window(end=Instant(event=" ".join(match["event"].rstrip(" .").split()))),
    ),
    Stretch(
        "before the first of something",
        "... before the first frost",
        re.compile(
            r"(?:,\s*)?\b(?:before|ahead\s+of|prior\s+to)\s+(?P<event>the\s+(?:first|next|coming|onset\s+of)\s+[\w\-]+)"
            rf"(?=\s*(?:[,;.)\0]|\Z)|\s+{BESIDE}\b)",
            re.IGNORECASE,
        ),
        lambda match: Window(end=Instant(event=plain(match["event"]))),
    ),
    Stretch(
        "before something begins or ends",
        "... before the harvest begins",
        re.compile(
            r"(?:,\s*)?\b(?:before|ere)\s+(?P<event>(?:the|its|their|any|each|an?)\s+(?:[\w\-]+\s+){1,4}?(?:is\s+(?:out|over|up|done)|"
            r"are\s+(?:out|over)|begins?|starts?|ends?|opens?|closes?|expires?|sets?\s+in|comes?\s+to\s+an\s+end|falls?|rises?|lapses?|comes?|arrives?|leaves?|departs?|returns?|meets?|sits?|decides?|answers?|"
            r"runs?\s+out)|(?:it|they|he|she)\s+(?!may\b)[a-z]+[^,;.\0]{0,80}|"
            r"(?:(?:any|some|every)(?:one|body)\s+|(?:the|its|their|any|each|an?|both|all)\s+(?:[\w\-]+\s+){1,5}?)(?:has|have|is|are)\s+(?:been\s+)?[a-z]+[^,;.\0]{0,60})"
            r"(?=\s*(?:[,;.)\0]|\Z))",
            re.IGNORECASE,
        ),
        lambda match: Window(end=Instant(event=plain(match["event"]))),
    ),
    Stretch(
        "every other month",
        "... bi-monthly",
        re.compile(r"(?:,\s*)?\bbi-?\s?(?P<unit>weekly|monthly)\b", re.IGNORECASE),
        lambda match: Window(every=Duration(days=14) if match["unit"].lower() == "weekly" else Duration(months=2)),
    ),
    Stretch(
        "per day",
        "... per day",
        re.compile(
            r"(?:,\s*)?\b(?:per|(?:once|twice|(?:\w+\s+)?times|(?<=s))\s+(?:a|every|each))\s+(?P<unit>hour|day|week|month)\b",
            re.IGNORECASE,
        ),
        lambda match: Window(
            every={"hour": Duration(minutes=60), "day": Duration(days=1), "week": Duration(days=7)}.get(
                match["unit"].lower(), Duration(months=1)
            )
        ),
    ),
    Stretch(
        "on the day of something",
        "... on the day of the election",
        re.compile(
            rf"(?:,\s*)?\b{_LEAD}\s+the\s+(?:day|date|(?P<eve>eve))\s+of\s+(?P<event>(?:the|its|their|each|every|any)\s+[\w\-]+"
            rf"(?:\s+of\s+(?:the|this)\s+[\w\-]+)?){_END}",
            re.IGNORECASE,
        ),
        lambda match: led(match["lead"], Instant(event=f"{match['eve'] or 'day'} of {match['event']}")),
    ),
    Stretch(
        "after what was said before",
        "After that, ...",
        re.compile(
            r"(?:,\s*)?\b(?P<join>after|before)\s+th(?:at|is)"
            r"(?=\s*(?:[,;.\0]|\Z))",
            re.IGNORECASE,
        ),
        lambda match: (
            Window(start=Instant(event="then"))
            if match["join"].lower() == "after"
            else Window(end=Instant(event="then"))
        ),
    ),
    Stretch(
        "those hours",
        "During those hours ...",
        re.compile(
            r"(?:,\s*)?\b(?:during|throughout|within|in)\s+(?P<what>(?:those|these|such|the\s+said|the\s+same|that|this)\s+"
            r"(?:hours?|days?|nights?|weeks?|months?|years?|times?|periods?|intervals?))(?!\s+(?:of|that|in|when|as)\b)(?!\w)",
            re.IGNORECASE,
        ),
        lambda match: between(" ".join(match["what"].split())),
    ),
    Stretch(
        "hours that somebody tells",
        "... at the hours announced by the JVC",
        re.compile(
            r"(?:,\s*)?\b(?:in|during|at|for|within|on)\s+(?:the\s+)?(?P<what>(?:hours|times|days|dates|periods)\s+"
            r"(?:(?:that|which)\s+[^,;.\0]{2,60}?\s+(?:has|have|had|announces?|fixes|fixed|sets?|names?|proclaims?)\b|"
            r"announced|agreed|fixed|notified|named|set|proclaimed)\b[^,;.\0]*)",
            re.IGNORECASE,
        ),
        lambda match: between(" ".join(match["what"].split())),
    ),
    Stretch(
        "a part of a month",
        "... in the first half of March 2031",
        re.compile(
            rf"(?:,\s*)?\b{_LEAD_IN}\s+(?:(?P<short>early|mid|late)(?:-|\s+)|the\s+(?P<half>first|second)\s+half\s+of\s+)"
            rf"(?P<month>{MONTH})\s+(?P<year>\d{{4}})\b"
        ),
        _part_of_month,
    ),
    Stretch(
        "until somebody says otherwise",
        "... until further notice",
        re.compile(r"(?:,\s*)?\buntil\s+further\s+(?:notice|orders?|instructions)(?!\w)", re.IGNORECASE),
        lambda _: Window(end=Instant(event="there is further notice")),
    ),
    Stretch(
        "so long in advance",
        "... at least 48 hours in advance",
        re.compile(
            r"(?:,\s*)?\b(?:(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than|at\s+a\s+minimum)\s+)?(?P<length>[\w\-]+\s+(?:hours?|days?|weeks?))\s+"
            r"(?:in\s+advance(?!\s+of)|beforehand|ahead(?!\s+of)|prior(?!\s+to)|(?:before|earlier)(?=\s*(?:[,;.\0]|\Z)))(?!\w)",
            re.IGNORECASE,
        ),
        _so_long,
    ),
)


def stretches(text: str) -> list[tuple[int, int, Window, str]]:
    """Every stretch in ``text``: from where to where, its window, and "before" where it is so long in advance."""
    found = []
    lead = len(text) - len(text.lstrip())
    text = text[:lead] + text[lead : lead + 1].lower() + text[lead + 1 :]  # "By the end of 2031 each Party ..."
    for form in (*FORMS, *SEASONS):
        for match in form.pattern.finditer(text):
            window = form.window(match)
            if window is not None:
                found.append(
                    (match.start(), match.end(), window, "before" if form.name == "so long in advance" else "")
                )
    return found
