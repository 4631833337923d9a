"""What no slot took: words that may hide a condition or a time, and words that only describe or add."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .found import COMPOUND, TOGETHER_WITH

_LEFT_OUT = re.compile(
    r"\b(?:if|neither|nor|when|whenever|unless|until|except|provided(?!\s+(?:for|by|in|under|with)\s)|while|(?<!look\s)after|before|(?<!at\s)once(?!\s+(?:only|more|again|by)\b)|upon|shall|must|(?-i:may)|will|"
    r"subject\s+to|no\s+later|not\s+later|"
    r"without(?!\s+(?:charge|trial|cause|papers|delay|prejudice|(?:pre)?conditions?|exception|distinction|hindrance|restriction|discrimination|"
    r"any\s+(?:formal\s+)?distinction))|"
    r"not|whether|should|deadline\s+(?:of|is|falls)|(?:outside|during)\s+(?:the\s+)?hours)\b"
    r"|__|\b[DH]\s?[+\-−]\s?\d|\bD-day\b|\d{1,2}[:.]\d{2}\b|\b\d+\s*(?:(?:working|business|clear)\s+)?(?:hours?|days?|weeks?|months?|km|kilomet|"
    r"nautical|minutes?)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|ninety)(?:-\w+)?\s+"
    r"(?:hours?|days?|weeks?|months?|minutes?)\b(?!['’])"
    r"|\b(?:as\s+of|NLT)\s+[012]\d[0-5]\d\b|\b[\w]+\s+(?:o['’]clock|in\s+the\s+(?:morning|afternoon|evening))\b|\bevery\s+(?:second|other|third|fourth)\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\s+(?:thereafter|afterwards|after\s+that)\b",
    re.IGNORECASE,
)
_JUDGES = (
    r"(?:courts?|tribunals?|judges?|magistrates?|witness(?:es)?|notar(?:y|ies)|commissions?|committees?|councils?|panels?|boards?|"
    r"arbitrators?|assembl(?:y|ies)|chambers?|governments?|part(?:y|ies))"
)
_OF_WHOM = (
    r"(?:\s+(?:of|from)\s+(?:(?:the|both|each|either|their|its)\s+)*[\w\-]+(?:\s+(?-i:[A-Z])[\w\-]+)*)*"
    r"(?=\s*(?:\Z|[,;.\0]|\s(?:and|or|for|in|at|on|within|by)\b))"
)
"""Before whom something comes is no time, where no verb follows: "brought before the courts of Tarn"."""
_DESCRIPTIVE = re.compile(
    r"\b(?:not\s+more\s+than|not\s+exceeding)\s+(?=[\w,.]+\s+(?!hours?\b|days?\b|weeks?\b|months?\b|km\b|kilomet)[a-z])|"
    r"\b(?:(?:after|upon|on|with|by)\s+)?[\w\-]+\s+(?:hours?|days?|weeks?|months?)['’]\s+(?:(?:written|prior|advance)\s+)*notice\b"
    r"|\b\d+\s*-?(?:km|kilomet\w+)[\s\-]+(?:wide\s+|long\s+)?(?:\w+\s+)?(?:zone|strip|corridor|belt)\b"
    r"|\b\d+\s*-?(?:km|kilomet\w+|m|met\w+)\s+(?:wide|long|deep)\b"
    r"|\b\d+\s*-?(?:km|kilomet\w+|m|met\w+|miles?|paces|steps)\s+(?:back|away|further\s+back|inland|upstream|downstream)(?=\s*(?:\Z|[,;.\0])|\s+(?:and|by|on)\b)"
    r"|\bof\s+(?:(?:more|less|fewer|longer)\s+than|up\s+to|at\s+(?:least|most)|(?:not|no)\s+(?:more|less)\s+than)\s+[\w\-]+\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|\b(?:who|that|which)\s+[^,;\0]{0,60}?\bbut\s+not\s+(?:yet\s+)?[a-z]+(?:ed|en|wn)\b"
    r"|\bof\s+\d+\s*-?(?:km|kilomet\w+)\s+(?:width|length|depth)\b|\bat\s+intervals\s+of\s+\d+\s*(?:km|kilomet\w+|m|met\w+)\b"
    r"|\bbut\s+not\s+limited\s+to\b|\bto\s+be\s+(?:agreed|decided|determined|settled)\s+upon\b"
    r"|\b(?:who|that|which)\s+(?:[\w\-]+\s+){0,6}?(?:did|do|does|has|have|had|is|are|was|were)\s+not\b"
    r"|\b(?:who|that|which|whom)\b[^,;]{0,80}?\b(?:was|were|is|are|has|have|had)\b[^,;]{0,80}?\b[\w\-]+\s+(?:hours?|days?)\s+"
    r"(?:before|ahead|in\s+advance|beforehand|earlier)(?=\s*(?:\Z|[,;.\0]))"
    r"|\b(?:that|which|whom)\s+(?:it|they|he|she|the\s+[\w\-]+)\s+(?:may|might|could|would)\b"
    r"|\b(?:who|that|which)\s+(?:[\w\-]+\s+){0,5}?(?:[a-z]+ed|came|went|took|left|fled|fell|built|laid|held|taken|born)\s+(?:after|before)\s+"
    r"(?:(?!(?:has|have|had|is|are|was|were|it|they)\b)[\w’'\-]+\s*){1,6}(?=\Z|[,;.\0])"
    r"|\bnot\s+exceeding\s+[\w,.]+(?=\s*(?:\Z|[,;.]))"
    r"|\bwhose\s+[\w\-]+\s+(?:may|will|shall|must)\b(?=[^,;]*\Z)"
    r"|(?<=[a-z]s )where\s+(?:it|they|he|she)\s+(?:may|might|could|would|will|shall|must)\b"
    r"|\b(?:who|that|which)\s+(?:may|might|could|would|will|shall|must)\b(?:\s+not\b)?"
    r"|\bnot\s+(?:(?:a\s+)?part(?:y|ies)?|signator(?:y|ies)|members?|covered|included|involved)\s+(?:of|to|by|in)\b"
    r"|\bby\s+(?:up\s+to\s+|another\s+|a\s+further\s+|at\s+most\s+)?[\w\-]+\s+(?:hours|days|weeks|months)\b"
    r"|\bfor\s+(?:longer|more)\s+than\s+[\w\-]+\s+(?:minutes?|hours?|days?|weeks?)\b"
    rf"|\bbefore\s+(?:(?:the|an?|its|their|any|both|two|three)\s+)?(?:[\w\-]+\s+){{0,2}}?{_JUDGES}{_OF_WHOM}"
    r"|\bagainst\s+(?:his|her|its|their)\s+will\b"
    r"|\b(?:at\s+)?(?:a\s+speed\s+of\s+)?(?:(?:no|not)\s+more\s+than|at\s+(?:the\s+)?most|up\s+to|under|below)\s+\d+\s*(?:km|kilomet\w+|miles|nautical\s+miles)\s*(?:(?:an|per)\s+hour|/\s?h)\b"
    r"|\bbefore\s+(?:(?:the|any|an?|television|film|live|all)\s+)*(?:cameras?|press|media|public|audiences?|crowds?|onlookers|spectators|journalists|reporters|microphones?)(?=\s*(?:\Z|[,;.\0])|\s+(?:or|and|at|in|on)\b)"
    r"|\b(?:appear|come|testify|speak|stand)\s+before\s+(?:it|them|him|her)(?=\s*(?:\Z|[,;.\0]))"
    rf"|\b(?:brought|laid|put|placed|taken|heard|tried)\s+before\s+(?:the\s+)?(?-i:[A-Z])\w+{_OF_WHOM}"
    r"|\bbefore\s+(?:it|them)(?=\s*(?:\Z|[,;.\0]|\s(?:and|or)\b))"
    r"|,?\s*(?:where|when|if|as)\s+(?:appropriate|necessary|possible|required|applicable|feasible|practicable)\b",
    re.IGNORECASE,
)
"""Lengths, widths, denials and possibilities that only describe a thing, and bound no duty."""

ADDITION = re.compile(
    rf",?\s+before\s+(?:(?:the|an?|its|their|any|both|two|three)\s+)?(?:[\w\-]+\s+){{0,2}}?{_JUDGES}{_OF_WHOM}.*"
    r"|,?\s+(?:including\s+(?:by|through|in|from|on|at|to)\b|without\s+prejudice\s+to|by\s+consensus|"
    r"by\s+mutual\s+(?:consent|agreement)|"
    r"(?:based\s+)?on\s+(?:the\s+)?(?:principles?|basis)\b|(?:beginning|starting)\s+(?:from|with)\b|based\s+on|in\s+order\s+to|with\s+a\s+view\s+to|"
    r"so\s+as\s+to|so\s+that|in\s+accordance\s+with|"
    r"pursuant\s+to|in\s+line\s+with|taking\s+into\s+account|on\s+equal\s+distances|in\s+parallel\s+with|"
    r"as\s+agreed\b|"
    r"in\s+a\s+timely\s+manner|in\s+the\s+implementation\s+of)\b.*"
    r"|\s+(?:by|on|upon|with|after)\s+(?:giving\s+(?:(?-i:[A-Z])\w+\s+|(?:the|each)\s+other(?:\s+Party)?\s+)?)?(?:at\s+least\s+)?[\w\-]+\s+(?:hours?|days?|weeks?|months?)['’]?\s+"
    r"(?:(?:written|prior|advance)\s+)*notice\b.*"
    r"|,\s*(?:including|in\s+particular|such\s+as|especially|primarily|particularly|among\s+them|using|"
    r"failing\s+which|giving\s+priority|under\s+the\s+(?:guidance|direction|auspices|authority)|"
    r"with)\b.*"
    r"|\s+for\s+(?:longer|more)\s+than\s+[\w\-]+\s+(?:minutes?|hours?|days?|weeks?)\b.*"
    r"|\s+by\s+(?:(?:up\s+to|at\s+most|(?:not|no)\s+more\s+than|another|a\s+further)\s+)?[\w\-]+\s+"
    r"(?:further\s+|more\s+)?(?:hours?|days?|weeks?|months?)\b(?!['’]).*",
    re.IGNORECASE | re.DOTALL,
)
"""What is added to an object and said back after it: examples, grounds, purposes."""


BESIDE_THING = re.compile(rf"(?:{COMPOUND})\b[^\0,;]*|{TOGETHER_WITH}\s*(?=\0)", re.IGNORECASE)
"""How, why and with whom something is done, behind what it is done to."""


_NOT_AFTER_WHO = (
    r"(?!(?:of|in|on|at|to|by|for|from|with|and|or|under|within|against|during|after|before|over|along|through|near|"
    r"as|who|which|that|between|among|until|since|is|are|was|were|has|have|had)\b|[a-z]+(?:ing|ed)\b)"
)
_AN_OBJECT = r"(?:the|its|their|all|any|every|each|an?|both|them|it|him|his)\b"
_ANOTHER_CLAUSE = re.compile(
    r"\band\s+(?:[a-z]+ly\s+)?(?!(?:of|to|for|with|from|by|in|on|at|between|among)\b)[a-z]+\s+(?:them|him|it)\b"
    r"|\b(?:and|but)\s+(?:none|nobody|no\s+one)\s+[a-z]+s\b"
    rf"|\b(?:and|but)\s+(?:then\s+|also\s+|thereafter\s+)*[a-z]+s(?:\s+(?:back|over|up|out|down|off))?\s+{_AN_OBJECT}"
    r"|\b(?:and|but)\s+(?:then\s+|also\s+|thereafter\s+)*[a-z]+ed\s+(?:the|its|their|all)\b"
    rf"|\b(?:and|but|while|whereas)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s+{_NOT_AFTER_WHO}[a-z]+(?:\s+(?:back|over|up|out|down))?\s+{_AN_OBJECT}"
    rf"|(?:,|\band)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s+{_AN_OBJECT}"
    r"|\b(?:and|but|while|whereas)\s+(?:(?!(?:that|which|who|whose|where)\b)[\w’'\-]+\s+){1,6}(?:is|are|was|were)\s+(?!(?:in|on|at|not|about|present)\b)[a-z]+(?:ed|en|n|t)\b"
    r"|\bit\s+(?:is|shall\s+be|remains)\s+(?:strictly\s+)?(?:forbidden|prohibited|unlawful|permitted|allowed|not)\b"
    r"|\band\s+for\s+(?:the|each|both|either)\s+[^,;]{2,60}?\s+to\s+[a-z]+"
    r"|\b(?:and|but|or)\s+(?:(?!(?:of|in|on|to|at|by|with|from|for|under|as|across|towards|besides|unless|always|plus|who|that|which)\b)[a-z\-]+\s+){0,3}?"
    r"(?!(?:as|across|towards|besides|unless|always|plus|his|its|this|thus|perhaps|others|times)\b)[a-z\-]+(?:s|men|people)\s+"
    r"(?:the|an?|its|their)\s+(?![\w\-]+\s+(?:[a-z]+ed|left|held|took|has|have|had|laid|built)\b)"
    r"|\b(?:and|but)\s+(?:no\s+one|nobody)\s+[a-z]+s\b"
    r"|,\s+(?:and|but)\s+(?:(?:those|all|every(?:one|body)|any(?:one|body))\s+who\s+(?!is\b|are\b|has\b|have\b)|they\b|these\b|it\b|whoever\b)[^,;]*?\s"
    r"(?:is|are|has|have)\s"
    r"|\bbut\s+(?:also|not(?!\s+limited\s+to)|only)\b|,\s+(?:and\s+)?(?:the\s+)?(?:others?|rest|remainder|latter)\b"
)
"""A verb of its own behind "and", or somebody else's share: words that a noun phrase doesn't have."""
_NO_NOUN = re.compile(
    r"\d[\d.,]*\s*(?:km|m|kilomet\w+|met\w+)\s+(?:wide|deep|long)\b|(?!as\s+(?:many|much)\b|at\s+(?:most|least)\b)(?:to|in|at|on|from|by|with|within|of|for|under|until|there|after|upon|along|as|if|when|between|during|before|"
    r"into|over|through|without|against|since|towards?)\b",
    re.IGNORECASE,
)


_AND_IS = re.compile(
    r"\b(?:and|but|or)\s+(?:then\s+|also\s+)?(?:is|are|has|have)\s+(?!(?:in|on|at|about|present)\b)[a-z]"
)
_WHO = re.compile(r"\b(?:that|which|who|whom|whose|where|when|if|whether|how|what)\b")


def another_clause(words: str) -> bool:
    """Whether words that are taken for a thing hold another clause: then their sentence isn't understood."""
    own = _AND_IS.search(words)
    return _ANOTHER_CLAUSE.search(words) is not None or (own is not None and not _WHO.search(words, 0, own.start()))


def no_thing(words: str) -> bool:
    """Whether words in front of a verb can be no noun phrase: they begin with a preposition, or tell more."""
    return _NO_NOUN.match(words) is not None or another_clause(words)


def may_hide_a_condition(words: str) -> bool:
    """Whether words that no slot took may bound the duty: then it is better not read at all."""
    return _LEFT_OUT.search(_DESCRIPTIVE.sub("", words)) is not None


REASON = re.compile(
    r"\b(?:by\s+reason\s+of|on\s+account\s+of|because\s+of|on\s+(?:the\s+)?grounds\s+of|for\s+(?:reasons\s+of|having|what\s+(?:was|were|he|she|it|they)))\s+"
    r"(?P<what>(?:(?!\b(?:by|within|until|unless|except|no\s+later|not\s+later)\b)[^,;\0])+)"
)
"""Why something is done or not done: its times and places are not the deed's."""
BY_VOTE = re.compile(
    rf"(?:(?:an?|the|at\s+least)\s+)?(?:{PATTERN}\s+)?(?:[\w\-]+\s+)?(?:votes?|majority|unanimity|consensus|lot|ballot|acclamation)\b"
)
"""How something is decided, and by nobody who is named."""
AS_IT_IS = re.compile(
    r"\bwith\s+(?:(?:the|its|their|all)\s+)?[a-z\-]+\s+[a-z]+(?:ed|en|wn)(?:\s+and\s+[a-z]+(?:ed|en|wn))?\Z"
)
"""How a thing is left: "parked with barrels lowered and covered"."""
AND_DOES = re.compile(r"\band\s+(?P<verb>[a-z]+)\s+(?:both|all|the|its|their|any|every|each|no)\s")
"""Behind what is done to something: what the same does to something else."""
OWED_TO = re.compile(
    r"\w\s+(?:owed|owing|due|payable|belonging|addressed|attached|assigned|allotted|loyal|known|entrusted|granted|promised)\s+to\s\Z"
)
"""What is already somebody's: "to" says whose it is, and not to whom it goes."""
