"""The verbs of a clause: what is done, said plainly, as a noun, with a helping verb, or in the passive."""

from __future__ import annotations

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import act_named, acts_by_id, infinitive, noun_at_start, verb_at_start, verbs_of
from parley.text.inflection import inflected

from .asides import ADVERB
from .clause import REFUSED, Clause
from .giving import GIVING_FORMS
from .idioms import idiom_at
from .joined import verb_behind, with_its_like
from .names import NO, Names, plain_agent
from .objects import thing
from .phrasal import have_done, let_do, let_through, parted
from .unlisted import base_of_gerund, unlisted_noun, unlisted_participle, unlisted_verb, with_base

ADVERBS = re.compile(
    rf"(?:(?:(?:fully|wholly|in\s+whole)\s+or\s+(?:in\s+part|partially|partly)|{ADVERB}|also|at\s+all\s+times|"
    r"thereafter|there|without\s+delay|"
    r"continue\s+to|therefore|forthwith|at\s+once|"
    r"without\s+conditions?|in\s+good\s+faith|in\s+full|to\s+this\s+end|hereby|each|both|further|likewise|instead|"
    r"always|henceforth|so(?=\s+(?:inform|notify|report|advise|certify|declare|instruct|order|tell|act|state)\b)|thereupon|meanwhile|"
    r"in\s+any\s+(?:event|case)|in\s+(?:(?:its|their|his)\s+)?turn|(?:to|for)\s+th(?:at|is|ese|ose)\s+(?:ends?|purposes?)|"
    r"at\s+(?:its|their)\s+own\s+(?:expense|cost|risk)|(?:it|him|her)self|themselves|for\s+(?:its|their)\s+(?:own\s+)?part|"
    r"in\s+particular|leave\s+nothing\s+undone\s+to|(?:use|make)\s+(?:every|all)(?:\s+possible)?\s+(?:efforts?|endeavou?rs?|means)\s+to|"
    r"(?:use|make)\s+(?:its|their)\s+best\s+(?:efforts|endeavou?rs)\s+to|do\s+(?:everything|all)(?:\s+that)?\s+(?:possible|(?:is\s+)?(?:necessary|needed|required)|(?:is\s+)?(?:with)?in\s+"
    r"(?:its|their)\s+power|(?:it|they)\s+can)\s+to|take\s+(?:due\s+|special\s+|great\s+)?care\s+to|lose\s+no\s+time\s+in|make\s+haste\s+to|"
    r"make\s+a\s+point\s+of|make\s+it\s+(?:its|their)\s+(?:duty|business)\s+to|"
    r"as\s+soon\s+as\s+possible|do\s+(?:their|its)\s+(?:utmost|best)\s+to|do\s+(?:everything|all)\s+in\s+(?:their|its)\s+power\s+to|"
    r"spare\s+no\s+effort\s+to|make\s+every\s+effort\s+to|endeavou?r\s+to|(?:seek|attempt|try|strive)\s+to|then|still|"
    r"in\s+addition|first|first\s+of\s+all|so\s+far\s+as\s+possible|as\s+far\s+as\s+possible|wherever\s+possible)\s*,?\s+)+",
    re.IGNORECASE,
)
CEASE = re.compile(
    r"(?:(?:cease|(?P<stop>stop|halt|end|discontinue))(?=\s+(?:all|any|the|every|their|its)\b|\s+(?!starting\b|beginning\b|commencing\b)\w+ing\b|"
    r"\s+(?:(?!(?:to|the|of|in|on|at|and|or|if|when)\b)[a-z\-]+\s+){0,2}(?:fire|hostilit(?:y|ies)|attacks?|combat|operations|strikes|raids|flights|"
    r"overflights|propaganda|recruitment|movements|incursions|sorties|assaults|bombardments?|abductions|sabotage|provocations)\b)|refrain\s+from|abstain\s+from|"
    r"desist\s+from|put\s+an\s+end\s+to|(?P<to>put\s+a\s+stop\s+to|call\s+a\s+halt\s+to|bring\s+to\s+an?\s+(?:end|halt|stop)|make\s+an\s+end\s+of))\s+(?:(?:all|any|the|further|every|carrying\s+out|conducting|"
    r"engaging\s+in|its|their|(?:forms?|kinds?|types?|acts?)\s+of)\s+)*",
    re.IGNORECASE,
)
CEASE_TO = re.compile(r"cease\s+to\s+(?=[a-z])")
_ENSURE = re.compile(
    r"(?:ensure|see(?:\s+to\s+it)?|guarantee|take\s+(?:(?:due|special|every|great|all)\s+)*care|make\s+sure|provide)\s+that\s+(?P<who>(?:(?:its|their|all|the|any|"
    r"no)\s+)?(?:[\w\-]+\s+){0,8}?(?:forces|units|troops|personnel|groups|formations|militias|elements|volunteers|"
    r"commanders|fighters|soldiers|affiliates|allies|members|officials|authorities)(?:\s+under\s+(?:its|"
    r"their)\s+(?:effective\s+)?(?:command|control|influence|authority|orders|direction)"
    r"(?:\s+(?:and|or)\s+(?:command|control|influence|authority|orders|direction))?"
    r"|\s+(?:allied|affiliated|associated|aligned|loyal|answerable|subordinate|belonging|subject|friendly)\s+(?:with|to)\s+(?:it|them))?)\s+(?P<not>(?:do|does|shall|will)\s+not\s+)?(?:shall\s+|will\s+)?",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:take|undertake|perform)\s+(?:(?:any|all|no|the|such|other|its|their|every|an?|further|"
    r"this)\s+)*(?:[a-z\-]+\s+){0,2}?"
    r"(?:actions?|measures?|steps?|decisions?|initiatives?|activit(?:y|ies)|acts?|duties|tasks?|functions?|works?)\b"
)
_GERUND = re.compile(
    r"(?!(?:meeting|building|evening|morning|crossing|beginning|being|having)\b)[a-z]{3,}ing(?=\s+(?:of|the|any|all|its|their|[a-z]+s)\b)"
)
_REFRAINED = re.compile(
    r"[a-z][a-z\-]{2,}(?:\s+(?!(?:of|in|on|at|to|by|for|from|with|against|towards?|within|along|near|under|during|until|and|or|that|which)\b)[a-z\-]+)?"
    r"(?=\s*(?:\Z|[,.;])|\s+(?:of|in|on|at|by|for|against|towards?|within|along|near|under|during|until|that|which|likely|capable|aimed)\b)"
)
"""What somebody refrains from in a noun or a gerund that no lexicon has: "armed action", "calling"."""
_SENT = re.compile(
    r"\s+(?P<whom>(?!(?:to|the\s+following)\b)(?:(?!(?:to|for|from|in|within|by|with|and)\b)[\w’'\-]+\s*){1,4}?)\s*(?=\s(?:to|for|into|in|within|by|from)\b|[,.;]|\Z)"
)
"""Who is sent: a patrol is posted somewhere, a parcel is delivered."""
_SILENCE = re.compile(
    r"(?P<hold>hold\s+(?:its|their)\s+fire)\b|"
    r"silence\s+(?:(?P<all>(?:(?:all|the|their|its)\s+)*(?:guns|weapons|arms)\b(?!\s*,|\s+(?:and|or)\b))|"
    r"(?=(?:(?:all|the|their|its|any|every)\s+)*(?:[a-z\-]+\s+){0,2}?(?:guns?|weapons?|arms|artillery|batter(?:y|ies)|mortars?|rifles|cannons?|howitzers?|tanks|"
    r"rockets?|launchers?)\b))"
)
_THAT = re.compile(
    r"(?P<verb>[a-z]+(?:\s+(?:sure|to\s+it|(?:(?:due|special|every|great|all)\s+)*care|good\s+care))?)\s+"
    r"(?!that\s+(?:same\s+)?[a-z\-]*[^\Ws](?:\s*(?:[.;]|\Z)|,?\s+(?:within|before|until|(?:not|no)\s+later|immediately|forthwith|promptly)\b))"
    r"(?P<what>(?:that|whether)\s)"
)
"""What tells that something is so; "remedy that violation within 72 hours" points at one."""
_QUALITIES = (
    r"(?:(?:the|an?|all|any|its|their|no|further|every|such|full|regular|joint|daily|weekly|new|safe|effective|"
    r"immediate|"
    r"comprehensive|unhindered|prompt|complete|early|local|free|fair|rapid|inclusive|direct|independent|hostile|"
    r"(?:forms?|kinds?|types?|manners?)\s+of)\s+)*"
)
_LIGHT = re.compile(
    r"(?P<light>complete|carry(?:ing)?\s+out|conduct|perform|effect|make|engage\s+in|ensure|launch|"
    r"take\s+part\s+in|undertake|provide\s+for|proceed\s+(?:to|with)|bring\s+about|"
    rf"accomplish|finish|commit|hold|organi[sz]e|(?P<lend>give|render|lend|offer|extend|afford|exercise|file|lodge|take|pay|put\s+in|"
    rf"issue|do))\s+{_QUALITIES}",
    re.IGNORECASE,
)
_TAKES_ORDERS = re.compile(r"(?:take|accept)\s+(?:any\s+)?(?:orders|instructions)\b")
_TALKS = re.compile(
    rf"(?:start|begin|open|launch|commence|initiate|hold|continue|resume|"
    rf"enter\s+into)\s+{_QUALITIES}(?:[\w\-]+\s+){{0,2}}?"
    r"(?P<talks>dialogue|talks|negotiations?|consultations?|discussions?)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"(?:take|adopt)\s+(?:(?!(?:no|over|up|part|place)\b)[a-z\-]+,?\s+){0,6}?(?:measures|steps|action|actions|precautions?|pains)\s+"
    r"(?:(?:necessary|required|needed|aimed\s+at)\s+)?(?:in\s+order\s+)?to\s+",
    re.IGNORECASE,
)
_SAFETY = re.compile(
    r"(?P<verb>ensure|guarantee|provide\s+for|maintain|respect)\s+(?:the\s+)?(?:full\s+|personal\s+|physical\s+)?"
    r"(?:safety|security|protection|dignity|integrity)(?:(?:\s*,\s*|\s+and\s+)(?:the\s+)?(?:safety|security|"
    r"protection|dignity|well-being|"
    r"privileges|immunity|freedom\s+of\s+movement))*\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_MORE_NOUNS = re.compile(r"(?:any|the|all|other|further)\s+(?:other\s+)?(?:[a-z]+(?:al|ive|ed)\s+)?")
_BEHIND_NOUN = re.compile(r"\s*(?:[,;.]|\Z)|\s+(?:to|of|for|on|in|at|with|within|from|by|against|until|before|and)\b")
_JOINED_VERB = re.compile(r"\s*,?\s+(?:and|or)\s+|\s*,\s*(?!\s|(?:including|involving|using)\b)")


def light_verb(words: str) -> tuple[str, int] | None:
    light = _LIGHT.match(words) or CEASE.match(words)
    return ("light", light.end()) if light else None


def read_active(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """Read the verbs that open ``body`` from ``at`` on; returns where the object begins, ``None`` if not "
    "understood."""
    for form in _FORMS:
        found = form(body, base, at, clause, names)
        if found is not None:
            return found if found >= 0 else None
    return None


def _ceased(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "cease all shelling", "refrain from laying mines", "silence the guns", "cease to levy tolls"."""
    to = CEASE_TO.match(body, at)
    if to:
        if clause.modality is not Modality.MUST:
            return REFUSED
        clause.modality, clause.cease = Modality.MUST_NOT, True
        clause.said["modality"].append((base + at, base + to.end()))
        found = read_active(body, base, to.end(), clause, names)
        return REFUSED if found is None else found
    silence = _SILENCE.match(body, at)
    if silence and clause.modality is Modality.MUST:
        clause.modality, clause.cease = Modality.MUST_NOT, True
        whole = silence["all"] or silence["hold"]
        guns = silence.end() if whole else at + len("silence")
        clause.said["act"] = [(base + at, base + guns)]
        clause.deeds.append(("fire", "open fire" if whole else "fire"))
        return guns
    cease = CEASE.match(body, at)
    if not cease:
        return None
    if clause.modality is not Modality.MUST:
        return None if cease["stop"] else REFUSED  # "may halt its payments" is what it says
    shared = re.compile(r"\0*").match(body, cease.end())  # where the noun before it stood
    begin = _noun_behind(body, shared.end() if shared else cease.end())
    stop = acts_from(body, base, begin, clause, nouns=True) if begin is not None else None
    if stop is None or begin is None:
        gerund = None if cease["stop"] else _GERUND.match(body, shared.end() if shared else cease.end())
        noun = unlisted_noun(body[shared.end() :]) if shared and not gerund and not cease["stop"] else None
        if noun and shared:  # "refrain from the sale of arms"
            begin, stop = shared.end(), shared.end() + noun[1]
            clause.deeds.append((noun[0], f"carry out {body[begin:stop]} of"))
        other = (
            _REFRAINED.match(body, shared.end())
            if shared and not (gerund or noun or cease["stop"] or cease["to"])
            else None
        )
        if other:  # "abstain from any counter-measure"
            begin, stop = other.span()
            clause.deeds.append((other.group(), f"carry out {other.group()}"))
        if gerund:
            begin, stop = gerund.span()
            clause.deeds.append((base_of_gerund(gerund.group()), base_of_gerund(gerund.group())))
    if stop is None or begin is None:
        return None if cease["stop"] or cease["to"] else REFUSED
    kept_from = cease.group().lower().startswith(("refrain", "abstain"))  # "before D-day" ends these, and begins an end
    clause.modality, clause.cease = Modality.MUST_NOT, not kept_from
    clause.said["modality"].append((base + at, base + cease.end()))
    clause.said["act"] = [(base + begin, base + stop)]
    of = re.compile(r"\s+of\s+").match(body, stop)
    if of and clause.deeds[-1][1].startswith("carry out ") and not clause.deeds[-1][1].endswith(" of"):
        clause.deeds[-1] = clause.deeds[-1][0], f"{clause.deeds[-1][1]} of"
    return of.end() if of else stop


def _ensured(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "ensure that its forces do not fire"."""
    ensured = _ENSURE.match(body, at)
    if not ensured:
        return None
    if clause.modality is not Modality.MUST:
        return REFUSED
    none = NO.match(ensured["who"])
    if none and ensured["not"]:
        return REFUSED
    if none or ensured["not"]:
        clause.modality = Modality.MUST_NOT
        clause.said["modality"].append((base + at, base + ensured.end()))
    clause.through = NO.sub("any ", ensured["who"]).strip()
    found = read_active(body, base, ensured.end(), clause, names)
    if found is None or found < 0:
        return REFUSED
    clause.deeds[:] = [(act, with_base(said, said.split()[0])) for act, said in clause.deeds]  # "none of them opens"
    return found


def _ensured_that(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "ensure that no child is left behind", "determine whether ...": what follows is what is ensured, as it "
    "stands."""
    that = _THAT.match(body, at)
    verb = verb_at_start(body[at:], base=True) if that else None
    if that and that["verb"].endswith(" care"):
        verb = ("ensure", len(that["verb"]))
    elif that and that["verb"] == "see":
        verb = ("verify" if that["what"].startswith("whether") else "ensure", len("see"))
    if not that or not verb or body[at : at + verb[1]] != that["verb"]:
        return None
    clause.deeds.append((verb[0], that["verb"]))
    clause.said["act"] = [(base + at, base + at + verb[1])]
    clause.object = thing(body[that.start("what") :], names)
    clause.said["object"] = [(base + that.start("what"), base + len(body))]
    return len(body)


def _stepped(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "take all measures to protect" is to protect."""
    steps = _STEPS.match(body, at)
    found = read_active(body, base, steps.end(), clause, names) if steps else None
    return found if steps and found is not None else None


def _phrased(body: str, base: int, at: int, clause: Clause, _names: Names) -> int | None:
    """ "ensure the safety and dignity of", "launch an inclusive dialogue on": one act in several words."""
    for pattern, act in ((_SAFETY, "protect"), (_TALKS, "negotiate")):
        phrase = pattern.match(body, at)
        if phrase:
            words = phrase.group().strip()
            if act == "protect":  # what is ensured is the thing: "the safety of aid workers"
                verb = phrase["verb"]
                clause.said["act"] = [(base + at, base + at + len(verb))]
                clause.deed_parts.append(clause.said["act"][0])
                clause.deeds.append((act, verb))
                return at + len(verb)
            said = re.sub(r"\s+(?:of|for)\Z", "", words)
            clause.said["act"] = [(base + at, base + at + len(said))]
            clause.deed_parts.append(clause.said["act"][0])
            on = re.compile(r"\s+(?:on|about|regarding|concerning)\s+").match(body, phrase.end())
            clause.deeds.append((act, f"{words} {on.group().strip()}" if on else words))
            return on.end() if on else phrase.end()
    return None


def _helped(body: str, base: int, at: int, clause: Clause, names: Names) -> int | None:
    """ "carry out the withdrawal of": a helping verb and a noun that names the act."""
    light = _LIGHT.match(body, at)
    phrase = verb_at_start(body[at:], base=True)
    if light and phrase and at + phrase[1] > light.end("light") and phrase[0] != "hold":
        return None  # "make good the damage"
    if not light or (light["lend"] and not _lends(body, light.end())) or _TAKES_ORDERS.match(body, at):
        return None
    if any(first == 0 for first, *_ in names.actors_in(body[light.end() : light.end() + 100])):
        return None  # "give the Order of the Lamp a list": a name
    term = next((each for each in names.terms_in(body[light.end() :]) if each[0] == 0), None)
    act = act_named(term[2]) if term else None
    if act:
        clause.deeds.append((act, light["light"]))
        clause.said["act"] = [(base + at, base + light.end("light"))]
        return light.end("light")
    begin = _noun_behind(body, light.end())
    stop = acts_from(body, base, begin, clause, nouns=True) if begin is not None else None
    if stop is None:
        return None
    clause.said["act"] = [(base + at, base + stop)]
    if light["light"] == "hold":  # "hold village meetings": these are the thing, whatever act they are
        clause.said["act"] = [(base + at, base + light.end("light"))]
    of = re.compile(r"\s+of\s+").match(body, stop)
    if not of or any(said.startswith("carry out ") for _, said in clause.deeds):
        clause.phrase = body[at : of.end() if of else stop].strip()
    return of.end() if of else stop


def _lends(body: str, at: int) -> bool:
    """Whether "give", "render" and their like only lend a noun its verb: "render assistance to"."""
    begin = _noun_behind(body, at)
    noun = noun_at_start(body[begin:]) if begin is not None else None
    return bool(noun and begin is not None and _BEHIND_NOUN.match(body, begin + noun[1]))


def _plainly(body: str, base: int, at: int, clause: Clause, _names: Names) -> int | None:
    """ "withdraw", "monitor and verify": verbs of the lexicon."""
    if _idiom(body, at) is not None:
        return None
    stop = acts_from(body, base, at, clause, nouns=False)
    if stop is not None:
        clause.said["act"] = [(base + at, base + stop)]
        if clause.deeds[-1][1] in ("send", "dispatch") and (whom := _SENT.match(body, stop)):
            clause.deeds[-1] = ("deploy", clause.deeds[-1][1]) if plain_agent(whom["whom"]) else clause.deeds[-1]
    return stop


_OPEN_PHRASE = re.compile(r"\s(?:on|in|to|at|under)\Z")
"""A phrase of the lexicon that a noun may close: "keep on | foot"."""


def _idiom(body: str, at: int) -> tuple[str, int] | None:
    """What means more than its verb that the lexicon has: "go out", "keep to", "take pride in"."""
    listed = verb_at_start(body[at:], base=True)
    idiom = idiom_at(body[at:]) if listed else None
    if (
        not listed
        or not idiom
        or (" " in body[at : at + listed[1]] and not _OPEN_PHRASE.search(body, at, at + listed[1]))
    ):
        return None
    if listed[0] == "take-action":
        return None if _ACTION.match(body, at) else idiom
    return idiom if idiom[1] > listed[1] else None


def _idiomatic(body: str, base: int, at: int, clause: Clause, _names: Names) -> int | None:
    idiom = _idiom(body, at)
    return _joined(body, base, at, idiom, clause) if idiom else None


def _unlisted(body: str, base: int, at: int, clause: Clause, _names: Names) -> int | None:
    """A verb that the lexicon doesn't have, of somebody who is named or behind "it is forbidden to"."""
    return one_unlisted(body, base, at, clause) if clause.bearer or clause.unaddressed else None


def one_unlisted(body: str, base: int, at: int, clause: Clause) -> int | None:
    """Take the verb at ``at``, or the participle of a passive, as an act of its own, and those joined to it; returns
    where they end."""
    found = unlisted_participle(body[at:]) if clause.passive else unlisted_verb(body[at:], behind_modal=True)
    return _joined(body, base, at, found, clause) if found else None


_FORMS = (
    _ceased,
    _ensured,
    _ensured_that,
    parted,
    *GIVING_FORMS,
    let_do,
    let_through,
    have_done,
    _stepped,
    _phrased,
    _helped,
    _plainly,
    _idiomatic,
    _unlisted,
)
"""In the order in which they are tried."""


def _noun_behind(body: str, at: int) -> int | None:
    """Where the act's noun stands behind a helping verb and up to two qualities: "carry out [long verbal] "
    "attacks"."""
    for _ in range(3):
        if noun_at_start(body[at:]):
            return at
        word = re.compile(r"(?!(?:of|in|on|to|for|by|from|with|and|or|that|which|who)\b)[a-z\-]+\s+").match(body, at)
        if not word:
            return None
        at = word.end()
    return None


def acts_from(body: str, base: int, at: int, clause: Clause, nouns: bool) -> int | None:
    """The acts joined by "and", "or" and commas from ``at`` on; returns where they end."""
    if not nouns:
        gerund = not clause.deeds and re.match(r"[a-z]+ing\b", body[at:])
        first = verb_at_start(body[at:], base=not clause.passive and not gerund)
        return _joined(body, base, at, first, clause) if first else None

    def find(words: str) -> tuple[str, int] | None:
        word = _MORE_NOUNS.match(words) if clause.deeds else None
        found = noun_at_start(words[word.end() :]) if word else None
        return (found[0], found[1] + word.end()) if word and found else noun_at_start(words)

    found = find(body[at:])
    if not found:
        return None
    while True:
        act, length = found
        length = with_its_like(body, at + length) - at
        plain = _nominal(act, body[at : at + length])
        if clause.deeds and clause.deeds[-1][0] == act and clause.deed_parts:  # "recruitment and enlistment" are one
            said = clause.deeds[-1][1]
            clause.deeds[-1] = act, f"{said} {'or' if clause.either else 'and'} {plain}"
            clause.deed_parts[-1] = (clause.deed_parts[-1][0], base + at + length)
        else:
            clause.deeds.append((act, plain))
            clause.deed_parts.append((base + at, base + at + length))
        at += length
        joint = _JOINED_VERB.match(body, at)
        following = find(body[joint.end() :]) if joint else None
        if not joint or not following:
            firing = len(clause.deeds) == 1 and re.match(r"[a-z]+ing\s", body[at - length : at])
            return _without_its_thing(body, base, at - length, at, clause) if firing else at
        clause.either = clause.either or "or" in joint.group()
        at, found = joint.end(), following


_FORWARD_OF = re.compile(r"\s+(?:forward|ahead)\Z")


def _joined(body: str, base: int, at: int, first: tuple[str, int], clause: Clause) -> int:
    """The verb ``first`` at ``at`` and those joined to it, each an act; returns where they end."""
    begin, found = at, (first[0], at, at + first[1])
    ahead = _FORWARD_OF.search(body, at, at + first[1])
    if ahead and body.startswith(" of ", at + first[1]) and (plain := verb_at_start(body[at : ahead.start()])):
        found = plain[0], at, ahead.start()  # "move | forward of the road"
    while True:
        act, start, end = found
        words = body[start:end]
        clause.deeds.append((act, _base_form(act, words) if re.match(r"[a-z]+ing\b", words) else words))
        clause.deed_parts.append((base + start, base + end))
        following = verb_behind(body, end, clause.passive)
        if not following:
            end = _without_its_thing(body, base, start, end, clause)
            clause.said["act"] = [(base + begin, base + end)]
            return end
        clause.either = clause.either or re.search(r"\b(?:or|nor)\b", body[end : following[1]]) is not None
        found = following


_ITS_THING = re.compile(r"(?P<verb>[a-z]+)\s+[a-z]+(?:s|ery|tion|ment)")
_ROW = re.compile(
    r"(?:\s*,\s+(?:(?:and|or)\s+)?|\s+(?:and|or|nor)\s+)"
    r"(?!(?:in|on|at|by|from|to|into|within|until|before|after|during|for|with|without|across|over|near|along|against|if|unless|when|not|shall)\b)(?=[a-z])"
)
"""Behind a phrase: more of the things that it ends with."""


def _without_its_thing(body: str, base: int, start: int, end: int, clause: Clause) -> int:
    """ "Fire mortars | or artillery": what the phrase of the lexicon is done to opens a row, and is the thing."""
    phrase = _ITS_THING.fullmatch(body, start, end)
    row = _ROW.match(body, end) if phrase and not clause.passive else None
    if not phrase or not row or not verb_at_start(phrase["verb"]):
        return end
    stop = phrase.end("verb")
    verb = phrase["verb"]
    clause.deeds[-1] = clause.deeds[-1][0], base_of_gerund(verb) if verb.endswith("ing") else verb
    clause.deed_parts[-1] = base + start, base + stop
    return stop


def _base_form(act: str, gerund: str) -> str:
    """The verb of the lexicon that a gerund is of: "clear mines" of "clearing mines"; "string" is none, nor of one."""
    return next((verb for verb in verbs_of(act) if gerund.lower() in inflected(verb)), gerund)


def _nominal(act: str, noun: str) -> str:
    """What is done, for an act that a noun names: "withdrawal" is "withdraw", "military flights" are carried out."""
    entry = acts_by_id()[act]
    plain = noun.lower()
    if plain in entry.verbs:
        return plain
    if act == "take-action":
        return f"carry out {noun}"
    if not entry.verbs or (plain == entry.nouns[0] and " " not in infinitive(act)):
        return infinitive(act)
    gerund = next((verb for verb in (*entry.verbs, *entry.clauses) if plain in inflected(verb)), None)
    return gerund or f"carry out {noun[0].lower()}{noun[1:]}"
