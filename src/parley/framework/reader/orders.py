"""Unusual orders of a sentence, each with its pattern and the order in which "who shall do what" is laid out."""

from __future__ import annotations

from parley.text import patterns as re

from .asides import WHETHER
from .layouts import BARRED, BEFORE_PLACE, CASE, DETERMINED, GIVES_WORD, NO_VERB_BEHIND, WHO, Rewording
from .named_duties import NAMED_DUTIES
from .released import RELEASED
from .shorthand import SHORTHAND

_THE_FOLLOWING = (
    r"\A(?P<front>(?:in|inside|within|along|near|from|until|during|on|at|throughout|outside|under|over)\s[^;:]{3,100}?,?\s+)?"
    rf"(?P<lead>the\s+following(?:\s+[a-z]+)?)\s+(?P<ban>(?:is|are|shall\s+(?:be|remain)|remains?)\s+{BARRED})(?P<where>[^:;]*):\s*"
)
FORMS = (
    *NAMED_DUTIES,
    *RELEASED,
    *SHORTHAND,
    Rewording(
        "a time or place within what is refrained from",
        "Each Party shall refrain, until D+9, from moving its guns.",
        ("refrain,", "desist,", "abstain,", "proceed,"),
        re.compile(
            r"(?P<verb>\b(?:refrain|desist|abstain|proceed)),\s+(?P<when>[^,;]{3,80}),\s+(?P<rest>(?:from|to)\s+[^;]+?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("verb", "rest", "when"),
    ),
    Rewording(
        "how long what takes place is to last",
        "Inspections shall take place at the port and take no longer than six hours.",
        ("take place", "takes place"),
        re.compile(
            r"\A(?P<what>[^;:]{3,200}?)\s+(?P<modal>(?P<shall>shall|must|will)\s+take\s+place\b[^;:]*?),?\s+(?P<and>and)\s+"
            r"(?P<last>(?:last|take|exceed|number)\s+(?:no|not|at|more|less|up|fewer)\s[^;:]+)"
        ),
        ("what", "modal", "and shall=and", "last"),
    ),
    Rewording(
        "a season, and when that is",
        "In winter, that is from 1 November to 1 April, no lorry may use the bridge.",
        (" that is", "namely", "to wit", "i.e."),
        re.compile(
            r"\A(?:(?:in|during)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:winter|summer|spring|autumn|season|months|period|hours|days)),\s+"
            r"(?:that\s+is(?:\s+to\s+say)?|namely|to\s+wit|i\.e\.),?\s+(?P<when>(?:from|between|on|in|at)\s[^,;:]{3,80},)\s+(?P<rest>[^;:]+)",
            re.IGNORECASE,
        ),
        ("when", "rest"),
    ),
    Rewording(
        "how often, and on which days",
        "Twice a week, namely on Tuesday and Friday, the gates shall be opened.",
        (" that is", "namely", "to wit", "i.e."),
        re.compile(
            r"\A(?P<often>(?:once|twice|thrice|[a-z]+\s+times)\s+(?:an?|in\s+(?:each|every|the))\s+(?:week|month|year|day)),\s+"
            r"(?:that\s+is(?:\s+to\s+say)?|namely|to\s+wit|i\.e\.),?\s+(?:on|in|at)\s[^,;:]{3,80}(?P<comma>,)\s+(?P<rest>[^;:]+)",
            re.IGNORECASE,
        ),
        ("often", ",=comma", "rest"),
    ),
    Rewording(
        "what is done where something is kept",
        "Lorries are taken to the yard, where they shall be searched.",
        (", where they ", ", where it "),
        re.compile(
            r"\A(?P<who>(?!(?:if|when|once|where|unless|no|neither)\b)[^,;:]{3,80}?)\s+(?:is|are)\s+[a-z]+(?:ed|en|nt|d)\s+(?P<at>to|in|at|into)\s+"
            r"(?P<where>(?:the|its|their|[A-Z])[^,;:]{1,60}),\s+where\s+(?:they|it)\s+(?P<rest>(?:shall|must|will|may)\s[^;:]+?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("who", "rest", "at=at", "where"),
    ),
    Rewording(
        "a case between a thing and what is done to it",
        "Surplus fuel, if it leaks, shall be burnt.",
        (", shall ", ", must ", ", will ", ", may "),
        re.compile(
            r"\A(?P<thing>(?!(?i:if|when|where|once|unless|until|after|before|upon|within|from|by|no|neither|none|only|not)\b)[^,;:]{3,120}),\s+"
            r"(?P<case>(?:if|when|whenever|where|once|unless|until|after|before|upon|in\s+case|in\s+the\s+event)\s[^,;:]{3,120},)\s+"
            r"(?P<rest>(?:shall|must|will|may)\s+(?:not\s+)?be\s.*)",
            re.DOTALL,
        ),
        ("case", "thing", "rest"),
    ),
    Rewording(
        "every way in which something may be, within its sentence",
        "Mining, whether by hand or from the air, is banned.",
        (", whether ",),
        re.compile(
            rf"\A(?P<before>[^;:]{{3,300}}?)(?P<ways>,\s+(?:{WHETHER})),\s+(?P<rest>(?!(?:and|or)\b)[^;:]*?)(?=[.;]?\Z)",
            re.IGNORECASE,
        ),
        ("before", "rest", "ways"),
    ),
    Rewording(
        "a decision that",
        "It is agreed that Kestria will lift the siege.",
        (" that ",),
        re.compile(
            r"\A(?P<lead>(?:(?:also|further|moreover)\s+)?(?:(?:the\s+)?(?:[a-z]+\s+)?council\s+)?(?:decides|demands|"
            r"requires|directs|orders)\s+(?:also\s+|further\s+)?that|it\s+(?:is|was|being|has\s+been)\s+(?:(?:hereby|further|also)\s+)?"
            r"(?:agreed|understood|decided)(?:\s+between\s+the\s+(?:parties|sides))?\s+that)\s+"
            r"(?P<rest>.*\b(?:shall|must|will|may)\b.*)",
            re.IGNORECASE | re.DOTALL,
        ),
        ("rest",),
    ),
    Rewording(
        "a promise that somebody else",
        "Kestria gives its word that the mill will not be touched.",
        (" that ",),
        re.compile(
            rf"\A(?P<who>{WHO})\s+{GIVES_WORD}\s+that\s+(?P<rest>(?!(?:it|they)\b).*\b(?:shall|must|will|may)\b.*)",
            re.DOTALL,
        ),
        ("rest",),
    ),
    Rewording(
        "a guarantee that",
        "Kestria guarantees that the road will stay open.",
        (" that ",),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<verb>guarantees?|ensures?|assures?)\s+(?P<rest>that\s+.*\b(?:shall|must|will|may)\b.*)",
            re.DOTALL,
        ),
        ("who", "shall guarantee=verb", "rest"),
    ),
    Rewording(
        "a promise that the same",
        "Kestria promises that it will mend the mill.",
        (" that ",),
        re.compile(
            rf"\A(?P<who>{WHO})\s+{GIVES_WORD}\s+that\s+(?:it|they)\s+(?P<rest>(?:shall|must|will|may)\b.*)", re.DOTALL
        ),
        ("who", "rest"),
    ),
    Rewording(
        "who is not allowed in",
        "Foreign fighters are not allowed in the Zone.",
        ("allowed", "permitted", "admitted", "prohibited", "forbidden", "banned", "barred"),
        re.compile(
            rf"\A(?P<people>{WHO})\s+(?P<modal>(?:(?:is|are|shall\s+be)\s+(?:strictly\s+|also\s+)?(?:not(?=\s+(?:allowed|permitted|admitted))|(?=prohibited|forbidden|banned|barred))"
            r"|shall\s+not\s+be(?=\s+(?:allowed|permitted|admitted))))\s*(?P<allowed>allowed|permitted|admitted|prohibited|forbidden|banned|barred)"
            rf"(?:\s+from(?=\s+(?:the|its|their|any|all|every|either|both|[A-Z])\b))?(?={BEFORE_PLACE})"
        ),
        ("people", "may not=modal", "enter=allowed"),
    ),
    Rewording(
        "who is allowed in",
        "Farmers are allowed in the Zone by day.",
        ("allowed", "permitted", "admitted"),
        re.compile(
            rf"\A(?P<people>(?!(?:[Nn]o|[Nn]one|[Nn]obody|[Nn]either|[Oo]nly)\b){WHO})\s+(?P<modal>is|are|(?:shall|may|will)\s+be)\s+(?P<allowed>allowed|permitted|admitted)(?={BEFORE_PLACE})"
        ),
        ("people", "may=modal", "enter=allowed"),
    ),
    Rewording(
        "keeps at least so far from",
        "Warships shall keep at least three nautical miles from the islands.",
        ("keep ",),
        re.compile(
            r"\b(?P<keep>keep)\s+(?=(?:(?:at\s+least|(?:not|no)\s+less\s+than|more\s+than)\s+)?[\w.,]+\s+(?:nautical\s+miles|miles|kilomet|km|met|m\b)[a-z]*\s+(?:away\s+)?(?:from|off)\s)"
        ),
        ("stay=keep",),
    ),
    Rewording(
        "accepts that something be done",
        "Kestria accepts that its guns be counted.",
        (" that ",),
        re.compile(
            rf"\A(?P<lead>{WHO}\s+(?:(?:shall|will|must)\s+)?(?:accepts?|agrees?|consents?|allows?)\s+that)\s+(?P<what>(?:(?!\b(?:shall|must|will|may|if|when|until)\b)[^,;]){{3,80}}?)\s+"
            r"(?P<not>not\s+)?(?P<be>be)\s+(?=[a-z])"
        ),
        ("what", "shall=lead", "not", "be"),
    ),
    Rewording(
        "nobody but somebody is allowed in",
        "Nobody except shepherds is allowed in the Belt.",
        ("nobody ", "no one "),
        re.compile(
            r"\b(?P<no>nobody|no\s+one)\s+(?P<but>except|but|other\s+than|apart\s+from)\s+(?P<whom>(?:(?!\b(?:shall|must|will|may|is)\b)[^,;]){3,60}?)\s+"
            r"(?P<modal>is|(?:shall|may|will)\s+be)\s+(?P<allowed>allowed|permitted|admitted)(?=\s+(?:in|into|onto?|inside|within|to(?=\s(?:the|its|their|any)\s))\s)"
            r"(?P<where>[^;.]*)",
            re.IGNORECASE,
        ),
        ("no", "may=modal", "enter=allowed", "where", "except=but", "whom"),
    ),
    Rewording(
        "has so long to",
        "Kestria has ten days to clear the mines.",
        (" has ", " have "),
        re.compile(
            rf"\A(?P<front>{CASE}|(?:upon|after|following)\s+(?:such\s+an?|an?|the|any|each|every|such)\s+[a-z\-]+\s+(?=(?:the|each|either|every|both|that)\s|[A-Z]))?"
            rf"(?P<who>{WHO})\s+(?P<has>(?:shall\s+|will\s+)?(?:has|have))\s+(?:(?:no\s+more|not\s+more)\s+than\s+|up\s+to\s+)?"
            r"(?P<time>(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|"
            r"ninety)(?:-[a-z]+)?\s+(?:hours?|days?|weeks?|months?|fortnight)(?:\s+(?:from|after)\s+[^,;]{3,60}?)?)\s+(?P<to>(?:in\s+which\s+)?to)\s+"
            r"(?P<done>[a-z](?:(?!,\s+(?:and|but)\s)[^.;])*)",
            re.IGNORECASE,
        ),
        ("front", "who", "shall=has", "done", "within=to", "time"),
    ),
    Rewording(
        "has until a day to",
        "Kestria has until D+10 to clear the mines.",
        (" has until", " have until"),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?P<has>(?:shall\s+|will\s+)?(?:has|have))\s+(?P<until>until)\s+(?P<time>[^,;]{{2,60}}?)\s+"
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
            rf"\s+(?:for|to)\s+(?P<who>{WHO})\s+to\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "shall not=modal"),
    ),
    Rewording(
        "not for somebody to",
        "It is not for the soldiers to open crates.",
        ("t is not for ",),
        re.compile(rf"\A(?P<modal>it\s+is\s+not)\s+for\s+(?P<who>{WHO})\s+to\s+(?=[a-z])", re.IGNORECASE),
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
            r"\A(?P<lead>it\s+(?:is|shall\s+be))\s+(?P<modal>(?:allowed|permitted|permissible|open|lawful|competent))\s+(?:for|to)\s+"
            rf"(?P<who>{WHO})\s+to\s+(?=[a-z])",
            re.IGNORECASE,
        ),
        ("who", "may=modal"),
    ),
    Rewording(
        "such as",
        "Such weapons as cannot be moved shall be destroyed.",
        ("such ",),
        re.compile(
            r"(?:\A|,\s)(?P<such>such\s+(?:[\w\-]+\s+){1,4}?)(?P<as>as)\s+(?=(?:is|are|was|were|has|have|had|can|cannot|may|might|do|does|did|"
            r"will|shall|wish|want|desire|choose|remain|need|live|lie|stand)\b[^,;]*\s(?:shall|must|may|will)\s)",
            re.IGNORECASE,
        ),
        ("such", "that=as"),
    ),
    Rewording(
        "of which somebody shall",
        "A board of six members shall be formed, of which each Party shall name three.",
        (" of which ", " of whom ", "whereof "),
        re.compile(
            rf"(?P<of>,\s+(?:of\s+(?:which|whom)|whereof))\s+(?P<who>{WHO})\s+(?=(?:shall|must|may|will)\s+[a-z]+\s+"
            r"(?:\w+|the\s+\w+)\s*(?:[.;]|\Z))"
        ),
        (", and=of", "who"),
    ),
    Rewording(
        "there to",
        "The troops shall withdraw to the barracks, there to be disarmed.",
        (" there to ",),
        re.compile(
            r"(?P<shall>\b(?:shall|must|may|will)\s+(?:be\s|[a-z]+\s+(?:to|into|towards|on|upon|back|behind)\s)[^;]*?)"
            r"(?P<there>,\s+there)\s+(?P<to>to)\s+(?=[a-z])"
        ),
        ("shall", ", and=there", "shall there=to"),
    ),
    Rewording(
        "forbidden from being",
        "The forces are prohibited from being present in the towns.",
        (" from being ",),
        re.compile(r"(?P<lead>\b(?:prohibited|forbidden|barred|banned))\s+(?P<from>from)\s+(?P<being>being)\s+"),
        ("lead", "to=from", "be=being"),
    ),
    Rewording(
        "shall do, and somebody else shall do, the same thing",
        "Kestria shall hand over, and Orlavia shall receive, the port by D+9.",
        (", and ",),
        re.compile(
            rf"\A(?P<first>{WHO}\s+(?:shall|must|will)\s+[a-z]+(?:\s+(?:over|up|back|out|down))?),\s+(?P<and>and)\s+"
            rf"(?P<second>{WHO}\s+(?:shall|must|will)\s+[a-z]+(?:\s+(?:over|up|back|out|down))?),\s+(?P<what>{DETERMINED}\s[^;.]+)",
            re.IGNORECASE,
        ),
        ("first", "what", ", and=and", "second", "what"),
    ),
    Rewording(
        "somebody, and somebody else from a time on",
        "Kestria and, as from D+3, Orlavia shall patrol the weir.",
        (" and, ",),
        re.compile(
            rf"\A(?P<first>{WHO})\s+(?P<and>and),\s+(?P<when>(?:as\s+(?:from|of)|from|after|by|within|until|before|on|starting|beginning)\s"
            rf"[^,;]{{2,60}}),\s+(?:also\s+)?(?P<who>{WHO})\s+(?P<deed_of_both>(?:shall|must|will|may)\s[^;.]+)"
        ),
        ("first", "deed_of_both", "; and=and", "who", "deed_of_both", "when"),
    ),
    Rewording(
        "a word between and and a deed",
        "Kestria shall spare civilians and, in particular, protect schools.",
        (" and, ",),
        re.compile(
            r"\b(?P<and>and),\s+(?:in\s+particular|especially|above\s+all|inter\s+alia|moreover|furthermore),\s+"
        ),
        ("and",),
    ),
    Rewording(
        "a thing to be done",
        "Liaison officers to be exchanged by D+1.",
        (" to be ",),
        re.compile(
            rf"\A(?!(?:To|It|There|Not)\b){NO_VERB_BEHIND}(?P<what>[A-Z](?:(?!\sto\s)[^,;:.]){{2,80}}?)\s+(?P<not>not\s+)?(?P<to>to)\s+(?=be\s+[a-z]+)"
        ),
        ("what", "shall=to", "not"),
    ),
    Rewording(
        "somebody to do something",
        "Kestria to lift the siege by D+3.",
        (" to ",),
        re.compile(
            rf"\A{NO_VERB_BEHIND}(?P<party>(?:(?!\sto\s)[^,;:.]){{2,80}}?)\s+(?P<not>not\s+)?(?P<to>to)\s+"
            r"(?!(?:be|the|an?|its|their|all|any|each|every|which|whom)\b)(?=[a-z])"
        ),
        ("party", "shall=to", "not"),
    ),
    Rewording(
        "who wishes to may do so",
        "Civilians wishing to leave Tarn may do so through the northern gate.",
        (" do so",),
        re.compile(
            rf"\A(?P<who>{WHO})\s+(?:(?:who|that)\s+)?(?:wish(?:es|ing)?|want(?:s|ing)?|desir(?:e|es|ing))\s+to\s+"
            rf"(?P<what>(?!be\b){WHO})\s+(?P<modal>may|can|(?:shall|will)\s+be\s+(?:free|allowed|permitted)\s+to)\s+do\s+so\b"
        ),
        ("who", "modal", "what"),
    ),
    Rewording(
        "the following are forbidden, of deeds",
        "The following are forbidden: laying mines and flying drones.",
        ("following",),
        re.compile(rf"{_THE_FOLLOWING}(?P<what>(?!following\b)[a-z]+ing\s+(?!of\b)[^.;]+)", re.IGNORECASE),
        ("what", "is forbidden=ban", "where", "front"),
    ),
    Rewording(
        "the following are forbidden",
        "The following are forbidden: looting and arson.",
        ("following",),
        re.compile(rf"{_THE_FOLLOWING}(?P<what>[^.;]+)", re.IGNORECASE),
        ("what", "ban", "where", "front"),
    ),
    Rewording(
        "a time or place before what is forbidden",
        "It is forbidden, until D+9, to sell fuel.",
        ("t is ", "t shall "),
        re.compile(
            rf"\A(?P<it>it\s+(?:is|shall\s+be|remains)\s+{BARRED}),\s+(?P<when>[^,;:]{{3,80}}),\s+(?P<to>to)\s+(?P<rest>[a-z][^.;]*)",
            re.IGNORECASE,
        ),
        ("it", "to", "rest", "when"),
    ),
    Rewording(
        "a time or place before not",
        "Kestria shall, until D+9, not sell fuel.",
        (", not ",),
        re.compile(
            r"\b(?P<modal>shall|must|may|will),\s+(?P<when>[^,;:]{3,80}),\s+(?P<not>not)\s+(?P<rest>(?!later\b|earlier\b|more\b|less\b)[a-z][^.;]*)"
        ),
        ("modal", "not", "rest", "when"),
    ),
    Rewording(
        "there shall be established",
        "There shall be established at Velm a joint post.",
        ("there ",),
        re.compile(
            rf"\A(?P<front>(?:(?:within|in|at|on|by|from|along|for|during|until)\s[^;]*?,?\s+)?)there\s+(?P<be>(?:shall|will|must)\s+be|is|are)\s+(?P<verb>(?:hereby\s+)?"
            rf"(?:[a-z]+ed|set\s+up|kept|held|built|sent|laid|drawn\s+up))\s+"
            rf"(?P<where>(?:(?:at|in|on|along|within|near|by|under|for|between|from)\s[^,;]*?\s+)?)"
            rf"(?P<what>{DETERMINED}(?:\s+(?!(?:at|in|on|along|within|near|by|from|until|every|to|no)\b)[\w\-]+)+)",
            re.IGNORECASE,
        ),
        ("what", "be", "verb", "where", "front"),
    ),
    Rewording(
        "to somebody shall be given",
        "To the Red Circle shall be handed over the lists of all detainees.",
        (" be ",),
        re.compile(
            r"\A(?P<where>(?:To|At(?!\s+(?:the\s+)?(?:least|most)\b)|In|From|Along|On|Under|With|Into|Within)\s(?:(?!\b(?:shall|must|will|may)\b)[^,;]){3,80}?)\s+"
            r"(?P<be>(?:shall|must|will|may)\s+(?:not\s+)?be)\s+(?P<verb>[a-z]+(?:ed|en|n|t|up)(?:\s+(?:over|up|out|back|down))?)"
            rf"(?P<mid>,[^,;]{{3,60}},)?\s+(?P<what>(?!(?:every|each|all)\s+(?:[a-z]+\s+)?(?:hour|day|night|morning|evening|week|month|year)\b)"
            rf"{DETERMINED}\s[^,;.]*)",
        ),
        ("what", "be", "verb", "where", "mid"),
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
