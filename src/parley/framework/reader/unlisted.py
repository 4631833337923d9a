"""Verbs that the lexicon doesn't have: behind "shall" a word in the base form is one, whatever it means.

Their act is the verb itself ("ferry", "fence off"). They are taken only where the grammar leaves no other reading:
right behind a modal of somebody who is named, or as the participle of a passive, and never where the word is one that
states how things are ("depend"), or that means little without the words behind it ("take", "bring").
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.numbers import PATTERN
from parley.text.wordlist import word_set

from .idioms import done_form, idiom_at, idiom_done
from .plain_verbs import is_plain_verb

_NO_DEED = word_set(
    "be is are was were has had does did should would could might "
    "have do make take give get come go put bring keep let bear set turn run see stand fall lie lay hold cause "
    "depend number consist comprise contain include mean constitute prevail remain become seem appear belong result "
    "suffice need want wish intend hope believe think know understand expect prefer apply pertain relate refer "
    "concern affect prejudice derogate imply entail rely rest amount differ expire lapse last exist enjoy benefit "
    "suffer lose serve strive try attempt aim tend fail cease begin start proceed deem regard construe interpret "
    "presume suppose only even just so as not no nor and or both either neither also then again thus hence soon "
    "too very more less most at in on by to of for with from into upon over under within without between during "
    "until after before except save pending following barring notwithstanding despite failing "
    "the a an all any each every this that these those its their his her such same it they "
    "them he she who whom which whose what where when while if unless once whether because since although though there "
    "but how why whatever however whichever whoever wherever whenever regardless irrespective excluding apart aside "
    "here now first second third fourth fifth sixth seventh eighth ninth tenth last once twice thrice "
    "other others another certain several various many few own similar respective additional former latter "
    "none nobody someone anyone everyone everybody somebody anybody "
    "near beside behind beyond across along around about above below beneath off out down up opposite via per "
    "through throughout towards toward against among amid aboard inside "
    "outside since like unlike excepting owing"
)
_STATES = word_set(
    "deemed considered regarded based limited bound entitled obliged composed made done guided governed concerned "
    "related affected understood construed interpreted called known located situated followed succeeded satisfied "
    "convinced prejudiced authorised authorized permitted allowed prohibited forbidden required needed presumed "
    "counted calculated computed reckoned committed convened advised supposed expected intended determined "
    "inspired devoted dedicated aimed aligned linked tied attached annexed appended divided defined described "
    "listed set mixed sacred naked used interested involved engaged justified warranted qualified disposed "
    "inclined prepared led fed bred need speed indeed exceed succeed proceed "
    "unharmed unhurt uninjured undamaged unarmed untouched unmolested unescorted unannounced"
)
IRREGULAR = {
    "beaten": "beat", "begun": "begin", "bent": "bend", "bitten": "bite", "blown": "blow", "borne": "bear",
    "bought": "buy", "bound": "bind", "broken": "break", "burnt": "burn", "caught": "catch", "chosen": "choose",
    "clothed": "clothe", "cut": "cut", "dealt": "deal", "drawn": "draw", "driven": "drive", "drunk": "drink",
    "dug": "dig", "eaten": "eat", "fed": "feed", "flown": "fly", "flung": "fling", "forgiven": "forgive",
    "fought": "fight", "frozen": "freeze", "ground": "grind", "grown": "grow", "heard": "hear", "hidden": "hide",
    "housed": "house", "seen": "see",
    "hung": "hang", "hurt": "hurt", "lent": "lend", "lit": "light", "mistaken": "mistake", "mown": "mow",
    "overseen": "oversee", "overthrown": "overthrow", "paid": "pay", "read": "read", "ridden": "ride", "rung": "ring",
    "rewritten": "rewrite", "sealed": "seal", "sewn": "sew", "shaken": "shake", "shorn": "shear", "shown": "show",
    "shut": "shut", "slain": "slay", "slit": "slit", "sold": "sell", "sought": "seek", "sown": "sow", "spared": "spare",
    "spent": "spend", "spilt": "spill", "split": "split", "spoken": "speak", "spread": "spread", "stolen": "steal",
    "strewn": "strew", "strung": "string", "sunk": "sink", "swept": "sweep", "sworn": "swear", "taught": "teach",
    "thrown": "throw", "torn": "tear", "trodden": "tread", "undone": "undo", "upheld": "uphold", "withheld": "withhold",
    "worn": "wear", "woven": "weave", "wrecked": "wreck", "written": "write", "wrung": "wring",
}  # fmt: skip
_PARTICLE = r"(?:\s+(?:up(?!\s+to\s+(?:\d|[a-z]+\s))|off|out|down|back|away|together|apart|aside|forward))?"
_DETERMINED = (
    r"(?:(?:the|an?|all|any|every|each|its|their|his|her|such|no|both|these|those|this|that|them|it|him|others|anyone|anybody|everyone|nothing|nobody|anything|everything|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"(?:four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|twelve|eleven|a\s+hundred)\b|\d|[A-Z])"
)
_VERB = re.compile(
    rf"(?P<verb>(?:(?:re|un|co|de|over|counter|pre|dis)-)?[a-z]{{3,}}(?:-[a-z]+)?)(?P<particle>{_PARTICLE})"
    r"(?=\s|\Z|[,.;])"
)
_AFTER = re.compile(
    rf"\s*(?:\Z|[,.;])|\s+(?:{_DETERMINED}|(?:in|at|on|to|from|with|by|within|until|for|"
    r"across|along|near|over|through|towards?|before|after|between|under|every|without|and|or|into|inside|outside|onto|behind|beyond|"
    r"around|past|against|during|throughout|until|upon|up(?=\s+to\s)|among|together|there|again|anywhere|twice|once|"
    r"who|whom|what|which|why|how|whether|where|when)\b|[a-z][\w\-]*s\b|"
    r"[a-z][a-z\-]*\s+[a-z][\w\-]*s\b)"
)
_BARE_OBJECT = re.compile(
    rf"\s+so(?=\s*(?:\Z|[,.;])|\s+(?:in|within|to|at|by|on|at\s+least|\d+|{PATTERN})\b)|"
    r"\s+(?!(?:so|be|been|not|also|then|thus|still|even|only)\b)[a-z][a-z\-]{2,}(?<!ly)(?=\s*(?:\Z|[,.;])|\s+(?:or|and|to|from|into|in|on|at|of|for|with|"
    r"over|across|near|along|within|by|against|under|between|without|until|before|after|during|throughout|as|every|each|daily|twice|once|if|"
    r"when|while|unless|except)\b)"
    r"|\s+(?:[a-z\-]+\s+){1,2}(?:water|food|fuel|oil|gas|grain|flour|fodder|firewood|timber|wood|livestock|cattle|meat|bread|milk|medicine|ammunition|"
    r"equipment|machinery|clothing|bedding|cement|steel|coal|sand|gravel|fish|fruit|salt|cash|currency|money|mail|luggage|cargo|freight|electricity|power|land)\b"
)
_NO_BASE = re.compile(
    r"(?!(?:receive|deprive|survive|arrive|revive|drive|dive|(?:re)?apply|(?:re)?supply|reply|ply|rely|multiply|ally|bring|ring|sing|"
    r"enable|disable|witness|bless|press|stress|address|ration|caution|implement|cement|embed|shed|seed|feed|live|relive|forgive|contrive|table|cable|"
    r"document|comment|lament|torment|supplement|experiment|augment|mention|question|auction|petition|requisition|partition|sling|fling|swing|wring|"
    r"heed|weed|bleed|breed)\b)"
    r"[a-z]+(?:ly|ing|ed|ous|ful|ive|able|ible|less|ary|ness|ment|tion|sion|men)(?:-[a-z]+)?"
)
_PARTICIPLE = re.compile(
    rf"(?P<verb>[a-z]{{2,}}(?:-[a-z]+)*?(?:ed)|(?:re)?(?:{'|'.join(IRREGULAR)}))(?P<particle>{_PARTICLE})(?=\s|\Z|[,.;])"
)
_SILENT_E = re.compile(
    r"(?:[cvzu]|(?<!on)g|[nrl]s|[bcdfgkptz]l|[^e]at|is|ur|arantin)\Z|\A[^aeiou]*(?:[aiou]|ui)[bdfklmnprst]\Z"
)
"""Stems that lost an "e" with their ending: "fenc", "vacat", "stor"."""
_ONE_L = re.compile(r"(?:comp|exp|prop|imp|rep|disp|canc|sign|contro|patro|trave|mode|lab|lev|fue|sha)e?a?l?l\Z")
_OBJECT = re.compile(rf"\s+{_DETERMINED}")


_UPON = re.compile(
    r"(?:deliberate|confer|comment|embark|insist|act|rely|draw(?=\s+(?:up)?on\s+(?:the|its|their|an?|all|any|[A-Z])))\s+(?:up)?on(?=\s+\w)"
)
"""Verbs whose object stands behind "upon"."""


_CITED = re.compile(
    r"(?:sub-?)?(?:paragraph|article|section|chapter|clause|page|point|item|rule|annex)\s+(?:\d|[A-Z]\b|\([a-z\d])"
)
"""What is cited, and no verb: "Article 9, paragraph 5"."""


def unlisted_verb(words: str, behind_modal: bool = False) -> tuple[str, int] | None:
    """The verb in the base form that opens ``words``, and its length; ``None`` where it may be something else.

    ``behind_modal`` says that a verb must stand there, so that its object may be any noun ("pump oil or waste").
    """
    if _CITED.match(words):
        return None
    upon = _UPON.match(words)
    if upon:
        return upon.group(), upon.end()
    found = _VERB.match(words)
    if found is None:
        return idiom_at(words)  # "do the same"
    if _NO_BASE.fullmatch(found["verb"]) or verb_at_start(words, base=True):
        return None
    if found["verb"] in _NO_DEED:
        return idiom_at(words)
    if not _AFTER.match(words, found.end()) and not (behind_modal and _BARE_OBJECT.match(words, found.end())):
        return None
    return found.group(), found.end()


_HISSES = re.compile(r"(?:ss|x|ch|sh|zz)es\Z")


def with_base(body: str, verb: str) -> str:
    """The words with the verb as it stands behind "shall"."""
    if not verb.endswith("s") or verb.endswith("ss"):
        return body
    if re.fullmatch(r"(?:un)?[a-z]ies", verb):  # "ties", "lies"
        return verb[:-1] + body[len(verb) :]
    for ending, plain in (("ies", "y"), ("es", "e"), ("es", ""), ("s", "")):
        if verb.endswith(ending) and verb_at_start(verb[: -len(ending)] + plain + body[len(verb) :], base=True):
            return verb[: -len(ending)] + plain + body[len(verb) :]
    ending, plain = ("ies", "y") if verb.endswith("ies") else ("es", "") if _HISSES.search(verb) else ("s", "")
    return verb[: -len(ending)] + plain + body[len(verb) :]


def is_past(word: str) -> bool:
    """Whether ``word`` is the irregular past of a verb, and no base form: "made", "held"."""
    return IRREGULAR.get(word, word) != word or done_form(word)


def is_state(words: str) -> bool:
    """Whether the verb that opens ``words`` only says how things are: "apply to", "depend on"."""
    verb = _VERB.match(words)
    return verb is not None and verb["verb"] in _NO_DEED and idiom_at(words) is None


_ATTRIBUTE = re.compile(
    r"(?:mortar|garrison|travel|entry|exit|identity|water|power|oil|gas|fuel|food|health|market|school|phone|farm|bank|staff|hand|pipe|dam|plant|garden|pump|milk|aid|booby|contact|convoy|record|spare|police|open|complete|separate|correct|telephone|close|mine|guard|lower|upper|clear|clean|free|(?:tax|search)(?!\s+(?:women|men|people|persons|civilians|passengers|houses|homes|farmers|travellers)\b)|supply|fire|repair|transport|patrol|"
    r"train|rescue|relief|border|second|light|dry|waste|sample|pilot|escort|survey|cable|radio|film|test|trade|work|"
    r"signal|dress|live|watch|store|rest|house|ship|head|base|field|share|land|air|arms|gun|rear|direct|slow|warm|wet|narrow|level)"
    r"\s+(?!(?:old|new|existing|other|further|more|fresh|own|additional|"
    r"the|an?|all|any|every|each|its|their|his|her|such|both|these|those|this|that|them|it|him|others|to|from|in|at|on|by|with|for|of|"
    r"into|within|between|until|before|after|during|along|across|near|over|under|through|without|no|and|or|nor|what|which|who|how|whether|where|when|if|up|out|off|down|back)\b)[a-z]"
)
"""A word that may be a verb, before a bare noun: there it tells more of the noun, as in "aid workers"."""
_WITH_COMPOUND = re.compile(
    r"(?:search|tax|guard|repair|escort|patrol|test|record|mine|ship|store|survey|transport|train|film|watch|bomb|jam|target|raid|block|tap|board)\s+"
    r"[a-z\-]+(?<!s)\s+[a-z\-]+[^\Ws]s(?=\s*(?:[,.;]|\Z)|\s+(?:in|on|at|or|and|from|to|by|within|near|along|of|under|without|with)\b)"
)
"""A verb before two nouns: "search hospital ships"."""


QUALITY = re.compile(r"(?:free|clear|empty|rid|short|full)\s+(?:of|from)\s|close\s+to\s")
"""What tells how or where something is, and is no verb: "free of charge", "close to the mill"."""


def has_compound(words: str) -> bool:
    """Whether what may be a verb stands before two nouns, and is one: "search hospital ships"."""
    return _WITH_COMPOUND.match(words) is not None


def is_attribute(words: str) -> bool:
    """Whether what might be a verb is an attribute of the next noun ("police stations") or a quality ("free of")."""
    return (_ATTRIBUTE.match(words) is not None and not has_compound(words)) or QUALITY.match(words) is not None


_PLURAL = re.compile(r"[^s]s\Z")
_WITH_PREPOSITION = re.compile(
    r"(?:wait|listen|look|care|apply|ask|answer|account|vouch|apologi[sz]e|refuel|comply|cooperate|refrain|abstain)\s+(?:for|to|at|after|with|from)\s"
)
"""Verbs that need no object, and the preposition behind them: "put down its weapons and wait for the team"."""


def unlisted_deed(words: str) -> tuple[str, int] | None:
    """The same for a verb behind "and", which could be a noun as well: its own object has to follow."""
    found = unlisted_verb(words, behind_modal=True)
    if not found or noun_at_start(words) or _PLURAL.search(words, 0, found[1]):
        return None
    if _WITH_PREPOSITION.match(words):
        return found
    return found if is_plain_verb(words) or _OBJECT.match(words, found[1]) else None


_NUMBERED = re.compile(
    r"counted(?=\s*(?:\Z|[,.;])|\s+(?:by|at|on|when|every|each|daily|before|again|there|and|near|along|inside|beside|behind|aboard|in(?!\s+(?:hours|days|weeks|months)\b))\b)"
)
"""What is counted by somebody, and not reckoned from a day or among others."""


_READ_AS = re.compile(
    r"(?:seen\s+(?!by\b)|read\s+(?:as|with|together|in\s+(?:the\s+light|conjunction|connection)|subject)\b)"
)
"""How a text is to be understood."""


def unlisted_participle(words: str) -> tuple[str, int] | None:
    """The participle that opens ``words`` behind "be": its verb in the base form, and its length."""
    found = _PARTICIPLE.match(words)
    if verb_at_start(words):
        return None
    if not found or (found["verb"] in _STATES and not _NUMBERED.match(words)) or _READ_AS.match(words):
        return idiom_done(words)
    return f"{_base(found['verb'])}{found['particle']}", found.end()


_DEED_NOUNS = {
    "sale": "sell", "theft": "steal", "growth": "grow", "purchase": "buy", "hire": "hire", "export": "export",
    "import": "import", "breeding": "breed", "pursuit": "pursue", "slaughter": "slaughter", "murder": "murder",
    "trade": "trade", "burial": "bury", "loan": "lend", "gift": "give", "loss": "lose", "abuse": "abuse",
}  # fmt: skip
_DEED_NOUN = re.compile(
    r"(?:[a-z]{3,}(?:ation|ition|ution|ction|sion|ption|rtion|sal|val|rial|ilment|ishment|ement|age|sure)|"
    rf"{'|'.join(_DEED_NOUNS)})(?=\s+(?:of|from|to|by|in|into|on|at)\s)"
)


def unlisted_noun(words: str) -> tuple[str, int] | None:
    """The noun of a deed that opens ``words`` where something is forbidden ("the sale of"): its act, and its length."""
    found = _DEED_NOUN.match(words)
    return (_DEED_NOUNS.get(found.group(), found.group()), found.end()) if found else None


def base_of_gerund(gerund: str) -> str:
    """ "mount" for "mounting"."""
    return _base(f"{gerund.removesuffix('ing')}ed")


def _base(participle: str) -> str:
    """ "mend" for "mended", "prune" for "pruned"."""
    if participle in IRREGULAR:
        return IRREGULAR[participle]
    if participle.removeprefix("re") in IRREGULAR:
        return f"re{IRREGULAR[participle.removeprefix('re')]}"
    stem = participle[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if re.search(r"([bdgklmnprt])\1\Z", stem) and (not stem.endswith("ll") or _ONE_L.search(stem)):
        return stem[:-1]
    return f"{stem}e" if _SILENT_E.search(stem) else stem
