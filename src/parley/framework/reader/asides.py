"""What stands beside a deed and bounds it in neither time nor place: manners, what dates a thing; and whole cases."""

from __future__ import annotations

from parley.model import Trigger
from parley.text import durations
from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .conditions import trigger_of
from .names import Names

ADVERB = (
    r"(?!(?:(?:re)?(?:ap|sup)ply|comply|(?:over)?fly|rely|reply|ally|rally|tally|multiply|imply|bully|ply)\b)[a-z]+ly"
)
"""An adverb by its ending, and none of the verbs that end so."""
_SOMEBODY = (
    r"(?:(?:the|an?|both|all|its|their|any|each|every|one|two|three|other)\s+)*(?:[\w’'\-]+\s+){0,2}?[\w’'\-]+"
    r"(?:\s+(?:of|from|for)\s+(?:(?:the|both|each|either)\s+)?[\w’'\-]+(?:\s+(?-i:[A-Z])\w+)?)?"
)
_FREELY = r"of\s+(?:its|their|his|her)\s+own\s+(?:free\s+)?(?:will|accord|choice|volition)"
HOW_DONE = (
    r"(?:at\s+all\s+(?:times|hours)|(?:twenty-four|24)\s+hours\s+a\s+day|by\s+(?:day\s+(?:and|or)|night\s+(?:and|or))\s+(?:by\s+)?(?:night|day)|at\s+(?:any|every)\s+(?:(?:one|given)\s+)?(?:time|hour|moment)|"
    r"in\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|several|successive|equal)\s+(?:equal\s+|successive\s+)?(?:stages?|steps?|instal?ments?|lots|groups|batches)|"
    rf"in\s+(?:batches|groups|lots|convoys|parties|shifts|teams|pairs)(?:\s+of\s+(?:(?:at\s+most|up\s+to|not\s+more\s+than|no\s+more\s+than|about|at\s+least)\s+)?{PATTERN}(?!\s+(?:hours?|days?|weeks?|minutes?)\b)(?:\s+(?:persons|people|men|prisoners|vehicles|lorries|trucks|detainees|each))?)?|on\s+an?\s+[a-z]+(?:-[a-z]+)*\s+basis|"
    r"at\s+once|on\s+the\s+spot|around\s+the\s+clock|day\s+and\s+night|without\s+(?:delay|hindrance|restriction|conditions?)|"
    r"free\s+of\s+(?:all\s+)?(?:charge|cost)|in\s+whole(?:\s+or\s+in\s+part)?|wholly\s+or\s+(?:partly|partially)|in\s+part|at\s+no\s+(?:cost|charge)|immediately|promptly|forthwith|without\s+undue\s+delay|in\s+full|in\s+advance(?!\s+of\b)|"
    r"in\s+good\s+faith|in\s+writing|face\s+to\s+face|side\s+by\s+side|one\s+(?:after|by)\s+(?:the\s+other|one)|in\s+turns?|by\s+turns|by\s+mutual\s+consent|on\s+a\s+voluntary\s+basis|in\s+a\s+[a-z]+\s+manner|"
    rf"with\s+respect|{_FREELY}|at\s+(?:its|their)\s+own\s+(?:expense|cost|risk)|in\s+any\s+(?:event|case)|"
    r"as\s+soon\s+as\s+(?:possible|practicable|feasible)|(?:as|so|in\s+so)\s+far\s+as\s+(?:possible|practicable|feasible)|"
    r"as\s+a\s+(?:general\s+)?rule|in\s+principle|to\s+the\s+(?:(?:fullest|greatest|maximum|widest|full)\s+)?extent\s+(?:possible|practicable|feasible)|"
    rf"to\s+the\s+best\s+of\s+(?:its|their|his)\s+(?:ability|abilities|knowledge)|in\s+the\s+(?:sole\s+)?presence\s+of\s+{_SOMEBODY}|"
    r"in\s+(?:good\s+order|strict\s+(?:secrecy|confidence)))"
)
BY_WHAT = (
    r"(?:land|sea|air|road|rail|river|water|radio|telephone|phone|letter|post|mail|courier|hand|vehicle|truck|lorry|car|boat|ship|ferry|"
    r"bus|train|helicopter|plane|satellite|loudspeaker|leaflet|cable|raft|barge|canoe|bicycle|motorcycle|sledge|horse|cart|tank|drone)\b"
)
MEANS = rf"(?:by\s+{BY_WHAT}|on\s+(?:foot|horseback|skis|(?:the\s+)?ice)|online|in\s+vehicles|in\s+person)"
"""How somebody or something comes or is told: "on foot, by vehicle and by helicopter"."""
_MEDIUM = (
    r"(?:(?:up)?on\s+(?:land|water|(?:the\s+)?(?:rivers?|lakes?|seas?|ground))|at\s+sea|(?:in|through)\s+(?:the\s+)?(?:air|space|cyberspace)|"
    r"under\s+(?:the\s+)?(?:water|sea)|by\s+(?:(?:any\s+)?(?:cyber|electronic|other|any|whatever)\s+means|land|sea|air|day|night)|"
    r"(?:whether\s+)?(?:openly\s+or\s+in\s+secret|directly\s+or\s+(?:indirectly|through\s+(?:the\s+)?(?:third|other)\s+(?:persons|parties|countries|states)|through\s+(?:others|intermediaries|proxies)))|in\s+(?:radio\s+and\s+)?computer\s+networks)"
)
MEDIA = re.compile(
    rf"(?:,\s*|\s+){_MEDIUM}(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as\s+well\s+as)\s+){_MEDIUM})+(?!\s+of\b)(?!\w)",
    re.IGNORECASE,
)
"""Two elements or more in a row, which name no place: "on land, on the river and in the air"."""
ALWAYS = re.compile(
    r",?\s+(?:(?:by\s+)?day\s+and\s+(?:by\s+)?night|(?:by\s+)?night\s+and\s+(?:by\s+)?day|(?:a)?round\s+the\s+clock|(?:twenty-four|24)\s+hours\s+a\s+day|"
    r"seven\s+days\s+a\s+week)(?!\w)",
    re.IGNORECASE,
)
"""What is done without a pause."""
MANNERS = re.compile(
    rf"(?:{HOW_DONE}|{_MEDIUM})(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as\s+well\s+as|just\s+as|and\s+also)\s+)(?:{HOW_DONE}|{_MEDIUM}|{BY_WHAT}(?=\s*,|\s+(?:and|or)\b)))*",
    re.IGNORECASE,
)
"""How something is done, and in which element: it bounds no duty in time or place."""
MANNER_BEHIND = re.compile(
    rf",?\s+(?:{HOW_DONE}(?:\s+and\s+{HOW_DONE})*|{MEANS}(?:(?:\s*,\s*(?:(?:and|or)\s+)?|,?\s+(?:and|or|as\s+well\s+as)\s+)(?:{MEANS}|by\s+[a-z]{{3,}}(?<!ing)|{BY_WHAT}))*)"
    r"(?:,?\s+(?:and|but))?\Z",
    re.IGNORECASE,
)
"""The same behind an object, and how somebody comes."""
WHOM_IT_NAMES = re.compile(
    r"\b(?:whom|which|that)\s+(?:it|they|he|she)\s+(?:names?|appoints?|designates?|chooses?|nominates?|elects?|sends?)[\s,]*\Z"
)
"""Who is named by a day ("an umpire whom it appoints by D+3"); what it "holds by D+10" is not dated so."""
AS_IT_STOOD = re.compile(
    r"\b(?:positions|places|locations|strengths?|holdings|stocks)\b[^,;\0]*[\s,]*\b(?:as\s(?:of|at)|as\s+they\s+are\s+at|(?:held|occupied|manned|reached|were|was|are|is|had|have|stand|stood)\s+(?:at|on))\b.{0,5}\Z"
)
"""What a thing was like at a time: "the positions of both Parties as of noon on D-day"."""
WITHOUT = re.compile(
    r",?\s*\bwithout\s+(?:any\s+|the\s+|prior\s+|previous\s+|further\s+)*(?!(?:being|having)\b)[^,;\0]*"
)
"""How something is done or allowed, and no condition, except of a ban."""


_EITHER_WAY = r"(?:(?:by|on|in|at|from|through|under|for|to|as|with|against)\s+)?(?!(?:and|or)\b)[^,;\0]{2,60}?"
WHETHER = (
    r"whether\s+(?=[^,;\0]*\bor\b)[^,;\0]*"
    rf"|whether\s+{_EITHER_WAY}(?:,\s+{_EITHER_WAY}){{1,5}},?\s+or\s+{_EITHER_WAY}(?=\s*(?:\Z|[,;.\0]))"
)
"""Every way in which something may be: "whether by hand, by vehicle or from the air"."""
_TIMING = (
    "(?:re)?starting|beginning|commencing|ending|lasting|running|counting|concerning|regarding|failing|following|pending|"
    "barring|saving|during|covering"
)
CONCESSION = re.compile(
    r",?\s*\b(?:regardless|irrespective)\s+of\b[^,;\0]*?(?=\s+(?:by|within|until|from|before|on|(?:no|not)\s+later\s+than)\s+(?:D[+\-]|\d|"
    r"the\s+(?:end|close)|[a-z]+\s+(?:hours|days|weeks|months))|[,;\0]|\Z)"
    r"|,?\s*\b(?:even\s+(?:if|when|where|while|though|after)|although|whether\s+or\s+not|"
    r"even\s+(?:temporarily|briefly|partly|in\s+part|by\s+night|at\s+night|for\s+a\s+(?:short|limited)\s+time|without)|"
    r"however\s+(?:long|many|often|great|small)|no\s+matter\s+(?:who|what|"
    r"whether|how))\b[^,;\0]*"
    r"|,?\s*\bwhenever\s+(?:it|they|he|she)\s+(?:chooses?|wish(?:es)?|likes?|pleases?|wants?)(?:\s+to)?(?=[\s.]*(?:\Z|[,;\0]))"
    r"|,\s*not\s+even\s[^,;\0]*"
    r"|,?\s+or\s+(?:earlier|sooner|later|longer)\s+(?:if|where|when|should|as)\b[^,;\0]*"
    r"|,\s+(?:(?:the|all|due|full|an?|its|their|each|no)\s+)?(?:[\w\-]+\s+){1,6}?being\s+[a-z]+(?:ed|en|n|t)\b[^;\0]*\Z"
    rf"|,\s+(?!(?:including|excluding|{_TIMING})\b)[a-z]{{3,}}ing\s+(?:the|its|their|his)\s+[^,;\0\d]{{2,40}}(?:,\s+[^,;\0\d]{{2,40}}){{1,3}},?\s+and\s+[^,;\0\d]{{2,40}}\Z"
    r"|,\s+(?!(?:including|excluding|(?:re)?starting|beginning|commencing|ending|lasting|running|counting|concerning|regarding|failing|"
    r"following|pending|barring|saving|during|according|covering|comprising|consisting)\b)[a-z]{3,}ing\s+(?:the|its|their|no|an?|all|any|it|them|only|each|every|nothing|up\s+to|at\s+most|both)\b[^,;\0]{0,80}\Z"
    rf"|,?\s+{PATTERN}\s+at\s+a\s+time(?!\w)|,\s+{PATTERN}\s+(?:of|from|for)\s+(?:each|either|every)\s+[\w\-]+(?=\s*(?:\Z|[,;.\0]))"
    r"|,?\s+(?:face\s+to\s+face|side\s+by\s+side|shoulder\s+to\s+shoulder|from\s+house\s+to\s+house|door\s+to\s+door)(?!\w)"
    r"|,?\s*\b(?:weather|ice|tides?|circumstances)\s+permitting\b"
    r"|,\s+[a-z]+\s+[a-z]{2,}ing(?:\s+and\s+[a-z]+\s+[a-z]{2,}ing)?(?=[\s.]*\Z)"
    rf"|(?:\A\s*|,\s*)(?:{WHETHER})|,\s*{_FREELY}(?=\s*(?:\Z|[,;.\0]))"
    r"|(?:\A\s*|,\s*)(?:(?:for|from|under|by|of|in|with|on|to)\s+)?(?:whatever|whichever|whoever)\s[^,;\0]*"
    r"|,?\s+(?:and\s+)?as\s+(?:often|long|many\s+times)\s+as\s+(?:it|they|he|she)\s+(?:may\s+)?(?:consider|deem|think|see|find|judge|wish|like|please)"
    r"(?:s|es)?(?:\s+(?:it\s+)?(?:necessary|fit|needful|appropriate|useful|right|proper|advisable))?(?=\s*(?:\Z|[,;\0]))",
    re.IGNORECASE,
)
"""What changes nothing of a duty: "even if provoked", "drums beating and colours flying"."""
ASIDE = re.compile(
    r"(?:in|under|with|for|as|by|through|on|at|among|towards|together\s+with|in\s+addition\s+to|according\s+to|alongside)\s[^,;\0]{3,120}",
    re.IGNORECASE,
)
"""An adjunct by its preposition: where it stands alone between commas and hides no condition it is only said back."""
TIMELIKE = re.compile(
    r"\b(?:minutes?|hours?|days?|nights?|mornings?|evenings?|weeks?|months?|years?|dates?|times?|moments?|dusk|dawn|noon|midnight|phases?|"
    r"seasons?|spring|summer|autumn|winter|beginning|start|end|close|expiry|occasions?|first|last|next)\b|\d",
    re.IGNORECASE,
)
"""Words of a time that wasn't understood."""
_CASE = re.compile(
    r"\s*(?P<kind>if|when|whenever|while|whilst|where|wherever|once|unless|for\s+as\s+long\s+as|as\s+long\s+as|so\s+long\s+as|provided\s+that|"
    r"in\s+the\s+event\s+that|failing|pending)\s+(?P<event>[^;]{3,300}?)[\s,]*\Z",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"\s*(?:for|in\s+(?:return|exchange)\s+for)\s+(?P<event>(?:each|every)\s+(?:[\w\-]+\s+){1,4}?"
    r"(?:[a-z]+(?:ed|wn|en)|set\s+free|let\s+go|sent|brought|given)\b[^,;]{0,80}?|"
    r"(?:each|every)\s+(?:[\w\-]+\s+){1,3}?(?:(?:that|which)\s+)?(?:(?:the\s+)?(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)*|(?:the|either|one|an?|its|their)\s+(?:[a-z]+\s+)?[A-Za-z]+)\s+"
    r"(?!(?:the|an?|its|their|each|every|both|and|or|of|in|at|on|to|from|by|with|for|under|no|neither)\b)[a-z]+(?:\s+(?:back|over|up|in|out|down|away|off))?|"
    r"(?:each|every)\s+(?:(?:further|full)\s+)?(?:hour|day|week|month)\s+(?:of\s+(?:delay|default|lateness|arrears)|"
    r"(?:that\s+|by\s+which\s+)?(?:the|an?|its|their|(?-i:[A-Z])\w+)\s[^,;]{3,80}))[\s,]*",
    re.IGNORECASE,
)
"""What is answered each time that something is done: "For every soldier released by Kestria,"."""
_LISTS = re.compile(r",(?=[^,]*\b(?:and|or)\b)")
"""The commas of a case belong to a list in it."""


def whole_case(text: str, part: tuple[int, int], names: Names) -> Trigger | None:
    """A case in front of a sentence, taken as a whole: a clause with a list in it, "for every soldier released"."""
    measure = _FOR_EACH.fullmatch(text, *part)
    if measure and not durations(measure["event"]):
        return trigger_of("upon", measure["event"], names)
    match = _CASE.fullmatch(text, *part)
    words = match["event"] if match else ""
    if not match or not _LISTS.search(words) or re.search(r"\b(?:shall|must|may|will)\b", words):
        return None
    return trigger_of(" ".join(match["kind"].lower().split()), words, names)
