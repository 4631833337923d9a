"""Unusual orders of a sentence, each with its pattern and the order in which "who shall do what" is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re

_DETERMINED = r"(?:the|an?|all|any|every|each|no|its|their|such|two|three|four|five|six|\d[\d,]*)\b"
_BEHIND = r"(?=\s*(?:[,;.]|\Z)|\s+(?:by|from|within|until|for|as|on|in|at)\s)"
"""Where somebody's name ends."""
_WHO = r"(?:(?!\b(?:shall|must|will|may|not)\b)[^,;:]){3,80}?"
_RESTS_WITH = (
    r"(?:shall\s+|will\s+)?(?:rests?|lies?)\s+(?:solely\s+)?(?:with|on|upon)"
    r"|(?:shall\s+|will\s+)?falls?\s+(?:to|on|upon)"
)
_CASE = r"(?:(?i:if|when|whenever|where|once|should|in\s+case|in\s+the\s+event|after|upon)\s[^;]{3,200}?,\s+)"
_CHARGED = r"(?:is|are|(?:shall|will)\s+be)\s+(?:also\s+|hereby\s+|jointly\s+)?"


@dataclass(frozen=True)
class Rewording:
    """One unusual order: its pattern, and the groups in the usual order.

    A part ``"group"`` is kept, ``"words=group"`` puts in words that stand where the group does. ``who`` must name
    somebody, and ``deed`` begin with an act's noun or a verb's gerund. One of ``signs`` stands in every such sentence.
    """

    name: str
    example: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    order: tuple[str, ...]


FORMS = (
    Rewording(
        "a time or place within what is refrained from",
        "Each Party shall refrain, until D+9, from moving its guns.",
        ("refrain,", "desist,", "abstain,"),
        re.compile(
            r"(?P<verb>\b(?:refrain|desist|abstain)),\s+(?P<when>[^,;]{3,80}),\s+(?P<rest>from\s+[^;]+?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("verb", "rest", "when"),
    ),
    Rewording(
        "a decision that",
        "It is agreed that Kestria will lift the siege.",
        (" that ",),
        re.compile(
            r"\A(?P<lead>(?:(?:also|further|moreover)\s+)?(?:(?:the\s+)?(?:[a-z]+\s+)?council\s+)?(?:decides|demands|"
            r"requires|directs|orders)\s+(?:also\s+|further\s+)?that|it\s+(?:is|was|has\s+been)\s+(?:(?:hereby|further|also)\s+)?"
            r"(?:agreed|understood|decided)(?:\s+between\s+the\s+(?:parties|sides))?\s+that)\s+"
            r"(?P<rest>.*\b(?:shall|must|will|may)\b.*)",
            re.IGNORECASE | re.DOTALL,
        ),
        ("rest",),
    ),
    Rewording(
        "somebody's task",
        "The task of the Commission is to monitor the truce.",
        ("task", "dut", "function", "role", "mandate", "responsib", "mission"),
        re.compile(
            r"(?P<lead>(?:the\s+)?(?:main\s+|first\s+|principal\s+)?(?:tasks?|dut(?:y|ies)|functions?|role|mandate|"
            rf"responsibilit(?:y|ies)|mission)\s+of\s+)(?P<who>{_WHO})\s+"
            r"(?P<modal>(?:is|are|shall\s+be|will\s+be)(?:\s+the\s+following)?\s*:?\s+to)\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "shall=modal"),
    ),
    Rewording(
        "has tasks",
        "The Commission has two tasks: to watch the line and to count the guns.",
        ("tasks", "duties", "functions", "jobs"),
        re.compile(
            rf"\A(?P<who>{_WHO})\s+(?P<modal>(?:shall\s+|will\s+)?(?:has|have)\s+(?:the\s+following|[a-z]+|\d+)\s+(?:main\s+)?"
            r"(?:tasks|duties|functions|jobs))\s*:\s*(?P<to>to)\s+(?=[a-z])"
        ),
        ("who", "is bound to=modal"),
    ),
    Rewording(
        "gives somebody the right to",
        "Two attacks in a week give Kestria the right to halt its withdrawal.",
        (" the right to ",),
        re.compile(
            r"\A(?P<what>(?:(?!\b(?:shall|must|will|may|if|when)\b)[^,;]){3,120}?)\s+(?P<give>gives?)\s+"
            rf"(?P<who>{_WHO})\s+(?P<right>the\s+right\s+to)\s+(?P<done>[a-z][^.;]*)"
        ),
        ("who", "may=right", "done", "in the event of=give", "what"),
    ),
    Rewording(
        "nobody but somebody is allowed in",
        "Nobody except shepherds is allowed in the Belt.",
        ("nobody ", "no one "),
        re.compile(
            r"\b(?P<no>nobody|no\s+one)\s+(?P<but>(?:except|but|other\s+than|apart\s+from)\s+(?:(?!\b(?:shall|must|will|may|is)\b)[^,;]){3,60}?)\s+"
            r"(?P<modal>is|(?:shall|may|will)\s+be)\s+(?P<allowed>allowed|permitted|admitted)(?=\s+(?:in|into|onto?|inside|within|to(?=\s(?:the|its|their|any)\s))\s)"
            r"(?P<where>[^;.]*)",
            re.IGNORECASE,
        ),
        ("no", "may=modal", "enter=allowed", "where", "but"),
    ),
    Rewording(
        "charged with",
        "The Commission is charged with monitoring the truce.",
        ("charged", "tasked", "entrusted", "responsible for", "accountable for"),
        re.compile(
            rf"(?P<who>{_WHO})\s+(?P<modal>{_CHARGED}(?:(?:charged|tasked|entrusted)\s+with|(?:solely\s+|jointly\s+)?(?:responsible|accountable)\s+for))\s+(?P<deed>\S.*)",
            re.DOTALL,
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "has so long to",
        "Kestria has ten days to clear the mines.",
        (" has ", " have "),
        re.compile(
            rf"\A(?P<front>{_CASE})?(?P<who>{_WHO})\s+(?P<has>(?:shall\s+|will\s+)?(?:has|have))\s+(?:(?:no\s+more|not\s+more)\s+than\s+|up\s+to\s+)?"
            r"(?P<time>(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|"
            r"ninety)(?:-[a-z]+)?\s+(?:hours?|days?|weeks?|months?)(?:\s+(?:from|after)\s+[^,;]{3,60}?)?)\s+(?P<to>(?:in\s+which\s+)?to)\s+"
            r"(?P<done>[a-z](?:(?!,\s+(?:and|but)\s)[^.;])*)"
        ),
        ("front", "who", "shall=has", "done", "within=to", "time"),
    ),
    Rewording(
        "has until a day to",
        "Kestria has until D+10 to clear the mines.",
        (" has until", " have until"),
        re.compile(
            rf"\A(?P<who>{_WHO})\s+(?P<has>(?:shall\s+|will\s+)?(?:has|have))\s+(?P<until>until)\s+(?P<time>[^,;]{{2,60}}?)\s+"
            r"(?P<to>(?:in\s+which\s+)?to)\s+(?P<done>[a-z][^.;]*)"
        ),
        ("who", "shall=has", "done", "by=until", "time"),
    ),
    Rewording(
        "forbidden for somebody to",
        "It is forbidden for soldiers to enter the market.",
        ("t is ", "t shall be "),
        re.compile(
            r"\A(?P<lead>it\s+(?:is|shall\s+be))\s+(?P<modal>(?:strictly\s+)?(?:forbidden|prohibited|not\s+(?:allowed|permitted|permissible|open)))"
            rf"\s+(?:for|to)\s+(?P<who>{_WHO})\s+to\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "shall not=modal"),
    ),
    Rewording(
        "not for somebody to",
        "It is not for the soldiers to open crates.",
        ("t is not for ",),
        re.compile(rf"\A(?P<modal>it\s+is\s+not)\s+for\s+(?P<who>{_WHO})\s+to\s+(?=[a-z])", re.IGNORECASE),
        ("who", "shall not=modal"),
    ),
    Rewording(
        "a thing and what is to be done",
        "Maps of the mines: to be handed over by D+3.",
        (": to be ", ": not to be "),
        re.compile(r"\A(?P<what>[A-Z][^,;:.]{2,100}?)\s*:\s+(?P<not>not\s+)?(?P<to>to)\s+(?=be\s)"),
        ("what", "shall=to", "not"),
    ),
    Rewording(
        "allowed for somebody to",
        "It is permitted for farmers to enter the fields.",
        ("t is ", "t shall be "),
        re.compile(
            r"\A(?P<lead>it\s+(?:is|shall\s+be))\s+(?P<modal>(?:allowed|permitted|permissible|open|lawful))\s+(?:for|to)\s+"
            rf"(?P<who>{_WHO})\s+to\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "may=modal"),
    ),
    Rewording(
        "the following are forbidden",
        "The following are forbidden: laying mines and flying drones.",
        ("following",),
        re.compile(
            r"\A(?P<lead>the\s+following(?:\s+[a-z]+)?)\s+(?P<ban>(?:is|are|shall\s+be)\s+(?:strictly\s+)?(?:forbidden|prohibited|banned|not\s+"
            r"(?:allowed|permitted)))(?P<where>[^:;]*):\s*(?P<what>[^.;]+)",
            re.IGNORECASE,
        ),
        ("what", "ban", "where"),
    ),
    Rewording(
        "whose responsibility",
        "Responsibility for clearing mines rests with Kestria.",
        ("responsibility", "duty", "task"),
        re.compile(
            r"(?:(?:the\s+)?(?:sole\s+|primary\s+|full\s+)?(?:responsibility|duty|task)\s+(?:for|of)\s+)(?P<deed>[^,;:]{3,200}?)"
            rf"\s+(?P<modal>{_RESTS_WITH})\s+(?P<who>{_WHO}){_BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "whose duty to",
        "The duty to clear the mines lies with Kestria.",
        ("responsibility", "duty", "task"),
        re.compile(
            r"(?:the\s+)?(?:sole\s+|primary\s+|full\s+)?(?:responsibility|duty|task)\s+to\s+(?P<done>[^,;:]{3,200}?)"
            rf"\s+(?P<modal>{_RESTS_WITH})\s+(?P<who>{_WHO}){_BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall=modal", "done"),
    ),
    Rewording(
        "entrusted to",
        "Monitoring of the truce is entrusted to the Commission.",
        (
            "entrusted",
            "assigned",
            " left to",
            "incumbent",
            "responsibility",
            "the task",
            "the duty",
            "the business",
            " fall",
            " rest",
            " lie",
        ),
        re.compile(
            r"(?P<deed>[^,;:]{3,200}?)\s+"
            rf"(?P<modal>{_CHARGED}(?:entrusted|assigned|left)\s+to|{_CHARGED}incumbent\s+(?:up)?on|"
            r"(?:is|shall\s+be)\s+the\s+(?:responsibility|task|duty|business)\s+of|"
            r"(?:shall\s+|will\s+)?(?:falls?\s+to|rests?\s+with|lies?\s+with))"
            rf"\s+(?P<who>{_WHO}){_BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "there shall be established",
        "There shall be established at Velm a joint post.",
        ("there ",),
        re.compile(
            rf"\A(?P<front>(?:(?:within|in|at|on|by|from|along|for|during|until)\s[^;]*?,?\s+)?)there\s+(?P<be>(?:shall|will|must)\s+be|is|are)\s+(?P<verb>(?:hereby\s+)?"
            rf"(?:[a-z]+ed|set\s+up|kept|held|built|sent|laid|drawn\s+up))\s+"
            rf"(?P<where>(?:(?:at|in|on|along|within|near|by|under|for|between|from)\s[^,;]*?\s+)?)"
            rf"(?P<what>{_DETERMINED}(?:\s+(?!(?:at|in|on|along|within|near|by|from|until|every|to|no)\b)[\w\-]+)+)",
            re.IGNORECASE,
        ),
        ("what", "be", "verb", "where", "front"),
    ),
    Rewording(
        "to somebody shall be given",
        "To the Red Circle shall be handed over the lists of all detainees.",
        (" be ",),
        re.compile(
            r"\A(?P<where>(?:To|At|In|From|Along|On|Under|With|Into|Within)\s(?:(?!\b(?:shall|must|will|may)\b)[^,;]){3,80}?)\s+"
            r"(?P<be>(?:shall|must|will|may)\s+(?:not\s+)?be)\s+(?P<verb>[a-z]+(?:ed|en|n|t|up)(?:\s+(?:over|up|out|back|down))?)"
            rf"(?P<mid>,[^,;]{{3,60}},)?\s+(?P<what>{_DETERMINED}\s[^,;.]*)",
        ),
        ("what", "be", "verb", "where", "mid"),
    ),
    Rewording(
        "enjoys",
        "Observers enjoy freedom of movement.",
        ("access", "passage", "freedom"),
        re.compile(
            rf"\A(?P<who>{_WHO})\s+(?P<modal>enjoys?|has|have)\s+(?P<what>(?:(?:full|free|unimpeded|unhindered|"
            r"unrestricted|safe|complete|immediate|and)\s+)*(?:access|passage|freedom\s+of\s+movement)\b)"
        ),
        ("who", "shall=modal", "have=modal", "what"),
    ),
    Rewording(
        "what is barred",
        "Kestria shall refrain from the following acts: looting and arson.",
        ("following",),
        re.compile(
            r"(?P<lead>\b(?:from|of|against)\s+)(?P<drop>(?:all\s+|any\s+of\s+)?the\s+following\s+(?:[a-z]+\s+)?(?:acts|actions|"
            r"activities|practices|things)?\s*:\s*)(?=[a-z])"
        ),
        ("lead",),
    ),
    Rewording(
        "undertakes the following",
        "Kestria undertakes: to stop shelling and to open the road.",
        (":",),
        re.compile(
            r"(?P<lead>\b(?:(?:refrain|abstain|desist)\s+from|undertakes?|agrees?|pledges?|promises?|commits?\s+(?:itself|themselves)|shall|must|will))"
            r"(?P<drop>(?:\s+(?:as\s+follows|the\s+following))?\s*:)(?=\s+(?:not\s+)?[a-z])"
        ),
        ("lead",),
    ),
)
"""In the order in which they are tried; each is used at most once in a sentence."""
