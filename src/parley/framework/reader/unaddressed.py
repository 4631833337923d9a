"""Provisions that address nobody: "Release of all hostages", "Ensure effective monitoring", "Cease-fire in ...".

Real agreements are often lists of such measures. What is to be done is read from the noun, the
imperative or the infinitive; who bears it only where the words say so ("by both sides").
"""

from __future__ import annotations

from itertools import islice

from parley.model import Modality
from parley.text import patterns as re
from parley.text.acts import act_covers, acts, acts_by_id, noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .clause import Clause
from .deeds import CEASE, read_active
from .inferred import infer_act, infer_place
from .joints import row_of_verbs
from .modals import impersonal
from .names import Names
from .passives import participle
from .plain_verbs import is_plain_verb
from .sharing import share
from .slots import fill, fill_fronted
from .subjects import FRONTED
from .unlisted import base_of_gerund, is_attribute, unlisted_deed, unlisted_noun, unlisted_verb

HARM = word_set(
    "attack fire shell strike launch explode advance occupy fortify overfly reconnoitre jam lay-mines detain "
    "deny-access "
    "damage kill incite violate abuse threaten tax confiscate displace rearm cross enter"
)
"""Acts that no provision commands by naming them alone."""
_UNSAID = HARM | word_set(
    "incident refrain sign enter-into-force amend terminate remedy notify report order carry interfere harbour "
    "take-action hold-positions bring distinguish"
)
"""These neither: "Attack on ships", "Report of the Commission" may be titles."""
_DATED = word_set("meet deploy place move hold control use begin cooperate support coordinate chair find")
"""Acts that a noun commands only with a time: "Deployment of observers within 3 days"."""
_FINITE = re.compile(
    r"(?<!who )(?<!which )\b(?:shall|must|(?-i:may)|will|should|can|would|could)\b|"
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|constitutes?|counts?\s+as|amounts?\s+to|"
    r"commits?)\b"
    r"|(?<!to )(?<!and )(?<!or )"
    r"\b(?:ceases?|stops|ends|halts)(?=\s*(?:\Z|[,.;])|\s+(?:at|on|in|from|by|with|immediately|forthwith)\b)",
    re.I,
)
_IS_SOMETHING = re.compile(
    r"To\s(?:(?!\b(?:that|which|who|whom|whose|where|if|when|while|until|unless|as|what|how|whether)\b)[^;:])*?\s"
    r"(?:is|are|counts?\s+as|constitutes?|amounts?\s+to|means)\s"
)
"""What is said of a deed, and commands it not: "To sell the rails is a crime"."""
_DETERMINED = re.compile(
    r"\s*(?:[a-z]+ly\b\s*,?\s*)?(?:all|any|the|its|their|every|each|both|an?|by|no\s+later|not\s+later|on|within|"
    r"effective|safe|full|"
    r"free|new|early|joint|immediate|regular|lists?\s+of|maps?\s+of)\b"
)
_REACHING = re.compile(r"\b(?:of|to|in|by|from|on|for|within|with|between|until)\b", re.IGNORECASE)
_NO_QUALITY = re.compile(
    r"\d|\b(?:within|during|until|after|before|upon|when|if|once|as|of|in|by|on|to|for|from|at|with|no|not|without|against)\b",
    re.IGNORECASE,
)
_CEASE_FIRE = re.compile(
    r"(?:(?:the|an?|full|complete|immediate|comprehensive|general|total|unconditional|mutual|bilateral|permanent|"
    r"temporary|"
    r"humanitarian|nationwide|lasting|strict|indefinite|and)\s+|,\s*)*"
    r"(?P<what>cease-?\s?fire|truce|cessation\s+of\s+(?P<of>hostilities|fire|fighting|combat|"
    r"the\s+use\s+of\s+force|use\s+of\s+force))\b"
    r"(?P<more>\s+regime)?",
    re.IGNORECASE,
)
_AFTER_CEASE_FIRE = re.compile(
    r"\s*(?:\Z|[,.(]|(?:in|from|on|at|as|of|between|by|for|and|to|starting|with|along|throughout|across|within|"
    r"effective|beginning|until|"
    r"over|during|among)\b)",
    re.IGNORECASE,
)
"""What may stand behind "cease-fire": "truce talks" are none."""
_IMPLEMENTED = re.compile(
    r"\s*,?\s+and\s+its\s+(?:strict|full|immediate)\s+(?:implementation|observance)", re.IGNORECASE
)
_FORBID = re.compile(
    r"(?:(?:strictly\s+)?(?:prohibit|forbid|ban|exclude|(?:stop|halt|cease|end)(?!\s+of\b)|prevent|avoid|refrain(?:ing)?\s+from|"
    r"abstain(?:ing)?\s+from)"
    r"|(?:(?:immediate|complete|full|total|mutual)\s+)*(?:cessation|end|stopping|termination|ending|halting|"
    r"suspension|prohibition|renunciation|exclusion)\s+of"
    r"|(?:an?\s+)?(?:immediate\s+)?(?:end|halt|stop)\s+to)"
    r"\s+(?:(?:all|any|the|every|further|forms?\s+of|kinds?\s+of|types?\s+of|acts?\s+of(?!\s+(?:violence|"
    r"hostility)))\s+)*",
    re.IGNORECASE,
)
_OUTLAWED = re.compile(r"(?:strictly\s+)?(?:prohibit|forbid|ban|outlaw)\s")
_ADVERB = re.compile(r"\s+(?P<how>promptly|immediately|urgently|without\s+delay|forthwith)(?=[\s,])")
_VERB_JOINT = re.compile(
    r"(?:\s*,\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)(?P<again>(?:not\s+)?to\s+(?!(?:the|its|their|an?|any|all|each|every|this|that|those|these)\s))?"
)
"""Before a second verb; where "to" is said again, nothing else begins."""
_ITS_OBJECT = re.compile(r"\s*\Z|\s+[a-z]")
_SECOND = re.compile(r"\s*,?\s+(?:and|as\s+well\s+as)\s+(?=(?:the\s+)?[a-z])")
_OF_THINGS = re.compile(r"\sof\s(?!(?:the\s+)?[A-Z]|(?:both|each|either)\s)")
_ASIDE = re.compile(r"\(|;|\b(?:including|such\s+as|in\s+order\s+to|based\s+on|providing\s+for)\b")
"""From here on a noun is part of what stands before it."""
_JOINT = re.compile(r"\s*,?\s+(?:and|or)\s+(?:the\s+)?|\s*,\s*")
_OF_OR_BARE = r"\s+(?P<word>of{towards})\s+|\s+(?=(?:the|all|any|its|their)\b)"
_TOWARDS = {
    "pardon": "for|to",
    "protect": "for|to",
    "grant-access": "to|for",
    "elect": "",
    "respect": "for",
    "agree": "on",
    "negotiate": "on|about",
}
_CONDUCT = (
    r"(?:conduct(?:ing)?|carrying\s+out|holding|performance|performing|organi[sz]ing|organi[sz]ation)\s+"
    r"(?:of\s+)?(?=[a-z])"
)
"""What only says that the act behind it is done."""
_PURPOSE = re.compile(
    r"To\s[^,;]*,\s+(?:(?:the|each|both|every|either)\s+[\w\-]+(?:\s+of\s+(?:the\s+)?[\w\-]+)?|[A-Z][\w\-]+)\s+"
    r"(?!(?:and|or|of|in|on|at|to|by|with|from|for|near|along|as|that|which|who)\b|[a-z]+(?:ed|en|ing)\b)[a-z]+\s+"
    r"(?:the|an?|its|their|all|any|to|in|at|on|from|by|up|down|out|off|them|it)\b"
)
"""What somebody does, with its purpose in front: "To keep the port free of ice, the guards run the pumps"."""
_NOUNS_ONLY = frozenset(noun.lower() for act in acts() for noun in act.nouns)


def read_unaddressed(text: str, names: Names) -> list[tuple[Clause, int]] | None:
    """The clauses of a provision without a subject; ``None`` if ``text`` is none or isn't understood."""
    end = len(text.rstrip(" .;,"))
    lead = None if _IS_SOMETHING.match(text) else impersonal(text)
    if lead and _PURPOSE.match(text):
        return None
    if lead:
        return _imperative(text, lead[1], end, lead[0], names, said=(0, len(text[: lead[1]].rstrip())))
    if _FINITE.search(text):
        return None
    return (
        _cease_fire(text, end, names)
        or _forbidden(text, end, names)
        or _imperative(text, 0, end, Modality.MUST, names)
        or _nominal(text, end, names)
        or _behind_time(text, end, names)
    )


def _behind_time(text: str, end: int, names: Names) -> list[tuple[Clause, int]] | None:
    """ "Within 7 days, release of all hostages"."""
    fronted = re.match(rf"{FRONTED.pattern}[^,]*,\s+(?=\w)", text, re.IGNORECASE)
    if not fronted:
        return None
    start = fronted.end()
    clauses = _imperative(text, start, end, Modality.MUST, names) or _nominal(text, end, names, start)
    if not clauses or not all(fill_fronted(text, (0, start), clause, names) for clause, _ in clauses):
        return None
    return clauses


def _imperative(
    text: str, start: int, end: int, modality: Modality, names: Names, said: tuple[int, int] | None = None
) -> list[tuple[Clause, int]] | None:
    """ "Ensure release of all hostages": a bare verb of the lexicon before an object that can be no title."""
    body = text[start:end][:1].lower() + text[start + 1 : end]  # an alternative may have no words
    verb = verb_at_start(body, base=True) or (unlisted_verb(body, behind_modal=True) if said else None)
    cease = CEASE.match(body)
    if said is None and verb and _agent(text, start + verb[1], end, names):
        return None  # "Release by Kestria of all sailors": a noun
    if said is None and _OUTLAWED.match(body):
        return None  # "Prohibit the sale of": a ban, or nothing
    lets = said is not None and body.startswith("let ")
    if not (verb or cease or lets) and not body.startswith(("ensure ", "launch a ", "carry out ", "start a ")):
        return None
    if said is None and verb and not cease and not _commands(body, verb[1]):
        return None  # "Exchange lists" may be a heading
    clause = Clause(modality=modality, unaddressed=said is not None, said={"modality": [said or (start, start)]})
    after = read_active(body, start, 0, clause, names)
    if after is None:
        return None
    if said is None and clause.modality is not Modality.MUST_NOT and any(act in HARM for act, _ in clause.deeds):
        return None
    if said is None:
        clause.said["modality"] = [(start, start + after)]
    adverb = _ADVERB.match(body, after)
    if adverb:
        clause.manner, after = adverb["how"], adverb.end()
    clause.unaddressed = True
    close = _next_verb(body, after) if said else None  # "it is forbidden to dig trenches or lay mines"
    stop = start + close.start() if close else end
    later = _imperative(text, start + close.end(), end, modality, names, said) if close else []
    if later is None or not fill(text, (start + after, stop), clause, names):
        return None
    infer_act(clause)
    infer_place(clause, names)
    share([clause, *(each for each, _ in later)])
    return [(clause, start), *later]


def _next_verb(body: str, start: int) -> re.Match[str] | None:
    """The joint before a second verb with an object of its own."""
    row = row_of_verbs(body, 0, len(body))
    if row:  # "collect fees, search women or confiscate telephones"
        return next((joint for joint in _VERB_JOINT.finditer(body, start) if joint.end() in row), None)
    for joint in islice(_VERB_JOINT.finditer(body, start), 8):
        if is_attribute(body[joint.end() :]):
            continue  # "rockets or signal guns"
        verb = verb_at_start(body[joint.end() :], base=True) or unlisted_deed(body[joint.end() :])
        stated = body[start : joint.start()].strip(" ,")
        if joint["again"] and stated and (verb or unlisted_verb(body[joint.end() :], behind_modal=True)):
            return joint
        if (
            verb
            and stated
            and _ITS_OBJECT.match(body, joint.end() + verb[1])
            and (not noun_at_start(body[joint.end() :]) or is_plain_verb(body[joint.end() :]))
        ):
            return joint
        if verb and stated and re.compile(r"\s+(?:the|an?|its|their|all|any)\s").match(body, joint.end() + verb[1]):
            return joint
    return None


def _commands(body: str, stop: int) -> bool:
    """Whether a verb in the imperative opens ``body``: its object is determined, or the verb can't be a noun."""
    if _DETERMINED.match(body, stop):
        return True
    is_noun = body[:stop].lower() in _NOUNS_ONLY
    return not is_noun and len(body.split()) >= 4 and _REACHING.search(body, stop) is not None


def _cease_fire(text: str, end: int, names: Names) -> list[tuple[Clause, int]] | None:
    """ "Immediate and comprehensive cease-fire in ... from ...": a ban on fire that binds whoever is in it."""
    match = _CEASE_FIRE.match(text)
    if not match or not _AFTER_CEASE_FIRE.match(text, match.end()):
        return None
    clause = Clause(modality=Modality.MUST_NOT, unaddressed=True)
    act = "attack" if match["of"] and "fire" not in match["of"].lower() else "fire"
    clause.deeds.append((act, {"fire": "open fire", "attack": "carry out attacks"}[act]))
    clause.said = {"modality": [match.span()], "act": [match.span("what")]}
    implemented = _IMPLEMENTED.match(text, match.end())
    strict = _IMPLEMENTED.search(text, match.end())
    begin = implemented.end() if implemented else match.end()
    blanked = text if implemented or not strict else _without(text, strict.start(), strict.end())
    if not fill(blanked, (begin, end), clause, names) or not (clause.place or clause.window):
        return None
    return [(clause, 0)]


def _forbidden(
    text: str, end: int, names: Names, said: tuple[int, int] | None = None, start: int = 0
) -> list[tuple[Clause, int]] | None:
    """ "Prohibit the use of drones", "Cessation of hostile propaganda": a ban on what the noun names.

    ``said`` is where it is forbidden, for the nouns that follow the first.
    """
    lead = _FORBID.match(text, 0, end)
    head = (
        _head(text, start or lead.end(), end, every=True) or _unlisted(text, start or lead.end(), end) if lead else None
    )
    if not lead or head is None:
        return None
    found, begin, first, stop = head
    clause = Clause(modality=Modality.MUST_NOT, unaddressed=True)
    clause.said = {"modality": [said or lead.span()], "act": [(first, stop)]}
    of = re.compile(r"\s+of\s+").match(text, stop, end)
    noun = text[begin:stop]
    clause.deeds = [(act, f"carry out {noun} of" if of else f"carry out {noun}") for act, _ in found[:1]]
    clause.deeds += [(act, f"{word} of" if of else word) for act, word in found[1:]]
    close = next(
        (cut.start() for cut in _SECOND.finditer(text, stop, end) if _has_object(text, cut.end(), end, every=True)), end
    )
    if not fill(text, (of.end() if of else stop, close), clause, names):
        return None
    infer_act(clause)
    infer_place(clause, names)
    joint = _SECOND.match(text, close, end)
    if joint is None:
        return [(clause, 0)]
    more = _forbidden(text, end, names, lead.span(), joint.end())  # "... and the burning of crops"
    return [(clause, 0), *more] if more else None


def _nominal(text: str, end: int, names: Names, start: int = 0) -> list[tuple[Clause, int]] | None:
    """ "Withdrawal of all foreign forces", "Setting up the zone and the withdrawal of weapons"."""
    clauses: list[tuple[Clause, int]] = []
    while start < end:
        head = _head(text, start, end)
        if head is None:
            return None
        found, begin, first, stop = head
        close = end
        until = _ASIDE.search(text, stop, end)
        if not any(act_covers("monitor", act) or act == "verify" for act, _ in found):
            close = next(
                (
                    cut.start()
                    for cut in _SECOND.finditer(text, stop, until.start() if until else end)
                    if _has_object(text, cut.end(), end)
                ),
                end,
            )
        clause = _named(text, found, begin, first, stop, close, names)
        if clause is None:
            return None
        clauses.append((clause, first))
        cut = _SECOND.match(text, close)
        start = cut.end() if cut else close
    return clauses or None


def _named(
    text: str, found: list[tuple[str, str]], begin: int, first: int, stop: int, close: int, names: Names
) -> Clause | None:
    """The duty that a noun phrase names: its acts ``found``, what they are done to, and the slots around them."""
    clause = Clause(modality=Modality.MUST, passive=True, unaddressed=True)
    clause.said = {"modality": [(first, stop)], "act": [(first, stop)]}
    at = first
    for _, noun in found:
        at = text.index(noun, at)
        clause.deed_parts.append((at, at + len(noun)))
    agent = _agent(text, stop, close, names)
    if agent:  # "withdrawal by both sides of all mortars"
        clause.bearer, part = agent
        clause.collective, clause.said["bearer"] = names.is_parties(text[slice(*part)]), [part]
        stop = part[1]
    towards = _TOWARDS.get(found[-1][0], "")
    of = re.compile(_OF_OR_BARE.format(towards=f"|{towards}" if towards else "")).match(text, stop)
    if not of and not (found[-1][0] == "elect" and stop == close):
        return None
    words = [participle(act, noun) if act in acts_by_id() else None for act, noun in found]
    plain = [word for word in words if word]
    if len(plain) < len(words) or first > begin or not of or of["word"] not in (None, "of"):
        noun = f"{text[begin:stop]} {(of['word'] if of else '') or ''}".strip()
        clause.named, plain = noun[0].lower() + noun[1:], ["carried out"] * len(words)
    clause.deeds = [(act, said) for (act, _), said in zip(found, plain, strict=True)]
    if not of:
        return clause
    clause.passive = False  # its object stands behind it, as that of a verb does
    understood = fill(text, (of.end(), close), clause, names)
    clause.passive = True
    if not understood or clause.object is None:
        return None
    if any(act in _DATED or act not in acts_by_id() for act, _ in found) and not clause.window:
        return None
    infer_act(clause)
    infer_place(clause, names)
    return clause


def _agent(text: str, start: int, end: int, names: Names) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """Who does what a noun names, before what it is done to: "by both sides of all mortars"."""
    by = re.compile(r"\s+by\s+").match(text, start, end)
    found = None
    if not by:
        return None
    for of in re.compile(r"\s+of\s+").finditer(text, by.end(), end):
        words = text[by.end() : of.start()]
        who = None if _OF_THINGS.search(words) else names.bearers(words)
        if who:
            found = who, (by.end(), of.start())
    return found


def _has_object(text: str, start: int, end: int, every: bool = False) -> bool:
    """Whether a noun phrase of its own begins: "... and the withdrawal of weapons"."""
    head = _head(text, start, end, every)
    return head is not None and re.compile(r"\s+(?:of|the|all|any|its|their)\b").match(text, head[3], end) is not None


def _head(text: str, start: int, end: int, every: bool = False) -> tuple[list[tuple[str, str]], int, int, int] | None:
    """The act nouns that open ``text``, as ``(act, noun)``; where their qualities begin, and they begin and end.

    ``every`` takes any act, else only those that a provision commands by their name.
    """
    quality = re.compile(rf"(?:{_CONDUCT})?(?:(?:the|an?|all)\s+)?", re.IGNORECASE).match(text, start, end)
    begin = at = quality.end() if quality else start
    found = None
    for _ in range(4):
        found = noun_at_start(text[at:end]) or _gerund_of(text[at:end])
        if found:
            break
        word = re.compile(r"[\w\-]+,?\s+(?:and\s+)?").match(text, at, end)
        if not word or _NO_QUALITY.search(word.group()):
            return None
        at = word.end()
    named: list[tuple[str, str]] = []
    first = stop = at
    while found:
        named.append((found[0], text[at : at + found[1]]))
        stop = at + found[1]
        joint = _JOINT.match(text, stop, end)
        found = noun_at_start(text[joint.end() : end]) if joint else None
        at = joint.end() if joint else stop
    if not named or not (every or all(act not in _UNSAID for act, _ in named)):
        return None
    return named, begin, first, stop


def _gerund_of(words: str) -> tuple[str, int] | None:
    """A verb that the lexicon has not, as its own noun: "dredging of the channel"."""
    gerund = re.match(r"(?P<verb>[A-Za-z][a-z]{2,}ing)(?=\s+of\s+(?:the|all|any|every|each|its|their)\s)", words)
    return (base_of_gerund(gerund["verb"].lower()), gerund.end()) if gerund else None


_GERUND_OF = re.compile(r"(?:the\s+)?(?P<verb>(?!(?:being|meaning|remaining)\b)[a-z]{3,}ing)(?=\s+of\s)")


def _unlisted(text: str, start: int, end: int) -> tuple[list[tuple[str, str]], int, int, int] | None:
    """The same of a deed that the lexicon doesn't have: "the sale of explosives"."""
    found = unlisted_noun(text[start:end])
    gerund = None if found else _GERUND_OF.match(text, start, end)
    if gerund:  # "the selling of captured rifles"
        return [(base_of_gerund(gerund["verb"]), gerund["verb"])], start, gerund.start("verb"), gerund.end()
    return ([(found[0], text[start : start + found[1]])], start, start, start + found[1]) if found else None


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + "\0" * (end - start) + text[end:]
