"""Duties and rights that a noun names, and whose they are: "the task of", "undertakes the demining of"."""

from __future__ import annotations

from parley.text import patterns as re

from .layouts import BEHIND, CHARGED, NO_VERB_BEHIND, PROMISES, RESTS_WITH, WHO, Rewording

_WHOLE = (
    r"(?:(?:an?|the|all|full|complete|immediate|comprehensive|general|total|unconditional|mutual|permanent|temporary|humanitarian|lasting|"
    r"strict|nationwide|and)\s+)*"
)
_NO_FIRE = (
    r"(?:cease-?\s?fire|truce|(?:cessation|stop|halt|stopping|end|suspension)\s+(?:of|to)\s+(?:all\s+)?(?:the\s+)?"
    r"(?:fire|hostilities|fighting|combat|shooting))"
)
NAMED_DUTIES = (
    Rewording(
        "somebody's task",
        "The task of the Commission is to monitor the truce.",
        ("task", "dut", "function", "role", "mandate", "responsib", "mission"),
        re.compile(
            r"(?P<lead>(?:the\s+)?(?:main\s+|first\s+|principal\s+)?(?:tasks?|dut(?:y|ies)|functions?|role|mandate|"
            rf"responsibilit(?:y|ies)|mission)\s+of\s+)(?P<who>{WHO})\s+"
            r"(?P<modal>(?:is|are|shall\s+be|will\s+be)(?:\s+the\s+following)?\s*:?\s+to)\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "is bound to=modal"),
    ),
    Rewording(
        "has tasks",
        "The Commission has two tasks: to watch the line and to count the guns.",
        ("tasks", "duties", "functions", "jobs"),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<modal>(?:shall\s+|will\s+)?(?:has|have)\s+(?:the\s+following|[a-z]+|\d+)\s+(?:main\s+)?"
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
            rf"(?P<who>{WHO})\s+(?P<right>the\s+right\s+to)\s+(?P<done>[a-z][^.;]*)"
        ),
        ("who", "may=right", "done", "in the event of=give", "what"),
    ),
    Rewording(
        "charged with",
        "The Commission is charged with the monitoring of the truce.",
        ("charged", "tasked", "entrusted", "responsible for", "accountable for"),
        re.compile(
            rf"(?P<who>{WHO})\s+(?P<modal>{CHARGED}(?:(?:charged|tasked|entrusted)\s+with|(?:solely\s+|jointly\s+)?(?:responsible|accountable)\s+for))\s+(?P<deed>(?![a-z]+ing\s+(?!of\b))\S.*)",
            re.DOTALL,
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "to somebody it belongs to",
        "To the Commission it shall belong to trace the line.",
        ("t shall belong to ", "t belongs to ", "t falls to ", "t shall fall to "),
        re.compile(
            rf"\Ato\s+(?P<who>{WHO})\s+(?P<modal>it\s+(?:shall\s+(?:belong|fall)|belongs|falls)\s+to)\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "shall=modal"),
    ),
    Rewording(
        "somebody's right to",
        "It is the right of every prisoner to write to his family.",
        ("the right of ", "the privilege of ", "the prerogative of "),
        re.compile(
            r"\A(?P<lead>it\s+(?:is|shall\s+be))\s+(?P<modal>the\s+(?:right|privilege|prerogative)\s+of)\s+"
            rf"(?P<who>{WHO})\s+to\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "may=modal"),
    ),
    Rewording(
        "somebody's obligation to",
        "Obligation of both sides to report fires in the forest.",
        ("bligation ", "uty ", "ommitment ", "ndertaking "),
        re.compile(
            r"\A(?P<modal>(?:the\s+)?(?:obligation|duty|commitment|undertaking)\s+(?:of|on|for|by))\s+"
            rf"(?P<who>{WHO})\s+(?P<not>not\s+)?to\s+(?=[a-z]){NO_VERB_BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall=modal", "not"),
    ),
    Rewording(
        "a prohibition for somebody to",
        "Prohibition for both sides to misuse the white flag.",
        ("rohibition ", "an "),
        re.compile(
            rf"\A(?P<modal>(?:the\s+)?(?:prohibition|ban)\s+(?:for|on|of|against))\s+(?P<who>{WHO})\s+to\s+(?=[a-z]){NO_VERB_BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall not=modal"),
    ),
    Rewording(
        "there shall be a cease-fire",
        "There shall be a general cease-fire along the Line from D-day.",
        ("there ",),
        re.compile(
            rf"(?:\A|,\s+)there\s+(?P<modal>(?:shall|will|must)\s+be)\s+(?P<what>{_WHOLE})(?P<fire>{_NO_FIRE})\b(?!\s+(?:agreement|line|zone|talks))",
            re.IGNORECASE,
        ),
        ("all fire=fire", "shall cease=modal"),
    ),
    Rewording(
        "promises a cease-fire",
        "The Parties commit to a complete cease-fire from D-day.",
        ("fire", "truce", "hostilities", "fighting", "combat"),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<modal>(?:(?:hereby|also|jointly)\s+)?(?:{PROMISES}|pledges?|promises?|declares?|proclaims?|accepts?))\s+"
            rf"(?P<what>{_WHOLE})(?P<fire>{_NO_FIRE})\b(?!\s+(?:agreement|line|zone|talks))",
        ),
        ("who", "shall cease=modal", "fire=fire"),
    ),
    Rewording(
        "promises a deed",
        "Kestria undertakes the demining of the road.",
        ("undertake", "commit", "agree", "pledge", "promise"),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<modal>(?:(?:hereby|also|jointly)\s+)?(?:{PROMISES}|pledges?|promises?))\s+"
            rf"(?=(?:the|an?|all|any)\s){NO_VERB_BEHIND}(?P<deed>[^;]+)",
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "promises the absence of a deed",
        "The Parties commit to the non-use of landmines.",
        (" non-",),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<modal>(?:{PROMISES}|guarantees?|(?:shall\s+)?ensure)\s+(?:the\s+)?non-)(?=[a-z]{{3,}}\s+of\s)",
        ),
        ("who", "shall refrain from the=modal"),
    ),
    Rewording(
        "whose responsibility",
        "Responsibility for clearing mines rests with Kestria.",
        ("responsibility", "duty", "task", "burden", "care of", "charge of"),
        re.compile(
            r"(?:(?:the\s+)?(?:sole\s+|primary\s+|full\s+)?(?:responsibility|duty|task|burden|care|charge)\s+(?:for|of)\s+)(?P<deed>[^,;:]{3,200}?)"
            rf"\s+(?P<modal>{RESTS_WITH})\s+(?P<who>{WHO}){BEHIND}",
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
            rf"\s+(?P<modal>{RESTS_WITH})\s+(?P<who>{WHO}){BEHIND}",
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
            rf"(?P<modal>{CHARGED}(?:entrusted|assigned|left)\s+to|{CHARGED}incumbent\s+(?:up)?on|"
            r"(?:is|shall\s+be)\s+the\s+(?:responsibility|task|duty|business)\s+of|"
            r"(?:shall\s+|will\s+)?(?:falls?\s+to|rests?\s+with|lies?\s+with))"
            rf"\s+(?P<who>{WHO}){BEHIND}",
            re.IGNORECASE,
        ),
        ("who", "shall=modal", "deed"),
    ),
    Rewording(
        "enjoys",
        "Observers enjoy freedom of movement.",
        ("access", "passage", "freedom"),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<modal>enjoys?|has|have)\s+(?P<what>(?:(?:full|free|unimpeded|unhindered|"
            r"unrestricted|safe|complete|immediate|and)\s+)*(?:access|passage|freedom\s+of\s+movement)\b)"
        ),
        ("who", "shall=modal", "have=modal", "what"),
    ),
)
