"""Who stands in a subject's place though no list knows them: "the marines of both sides", "its owner".

A verb that somebody must do has somebody as its subject. Any noun phrase is taken for one whose head is no thing, no
deed and nothing that has no hands ("period", "withdrawal", "document").
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start
from parley.text.wordlist import word_set

from .leftovers import another_clause, may_hide_a_condition, no_thing
from .names import Names

_THINGS = word_set(
    "accord act agenda agreement aid all ammunition amnesty amount annex anything appendix area argument arm "
    "armistice armistices arms arrears article artillery asset atmosphere award balance ban bank barrage barricade "
    "barricades barrier basis battle belt blame blockade bomb border bottom breach bread bridge budget building "
    "bunker bunkers burden bush cable calendar camp camps capital cargo case cause cease cease-fire ceasefire center "
    "centre ceremony certificate chapter charge chart check checkpoint checkpoints circumstance claim clause clock "
    "coast code collection compliance condition conditions conduct conflict consensus consent content contents "
    "convention copy corridor cost costs crime crisis crop crops curfew currency custody custom customs damage danger "
    "data date dates day days dead deadline deal debris debt debts decree deed default delay demand depot detail "
    "dialogue difference difficulty direction dispute distance district doctrine document documents dossier doubt "
    "draft drone drones duties duty edge effect effects election elections embargo embassy emblem end energy "
    "equipment error escalation event events everything evidence exercise expense expenses explosive explosives "
    "facility fact facts fairway fee fees field fields finding findings fire five flag flags flight floor fog "
    "following food foodstuffs form formula fortification fortifications four framework front frontier fuel fund "
    "funds gap gas gate gear goal good goods grain grave ground guarantee gun guns harbour hardware harm harvest "
    "heading height help here history home homes hospital hostilities hostility hour hours house houses howitzer "
    "howitzers idea impact inch incident income influence instrument interest interests interval island issue issues "
    "it item items joint journey key kilometer kilometre knowledge label lack lake land language law laws length "
    "lengths lesson letter level levels liability line lines link list lists load loan loot loss losses luggage lull "
    "machinery mail maintenance map maps margin mark market material materials materiel matter matters maximum means "
    "measure measures mechanism medicine medicines meeting memorandum message metre mile mine minefield mines minimum "
    "minute minutes missile missiles mode moment money month months monument mood mortar mortars motive mud munitions "
    "name names need needs news night none norm note nothing notice number numbers oath object objection offence "
    "offense oil one opinion order orders ordnance outcome outset outskirts package pact page paper papers paragraph "
    "part parts passage path pause peace percentage period permit phase picture piece pipe pipeline place places plan "
    "plant point points policy port position positions post posts power practice premises present price principle "
    "principles prison problem procedure procedures process product profit program programme promise proof property "
    "proportion proposal protocol provision provisions purpose quality quantity question quo quorum quota radius "
    "railway range rank rate ratio reason receipt record records reference regime region register remains report "
    "reports requirement reserve residue resource resources rest result results return revenue rifle rifles right "
    "rights risk river road roadblock roadblocks roads rocket rockets roof room route routes row rule rules ruling "
    "rumour safety salary scale schedule school sea seal season seat section sector security share shell shells "
    "shelter shore shot siege sign signal signals silence site sites situation size soil some something sort source "
    "sovereignty space spirit stage stages standard statement status step steps stock stockpile stocks stone store "
    "stores strait street strip structure stuff style subject such sum sums supplies surface system table tank tanks "
    "target task tasks tax taxes technique telephone tent tents term terms territory text texts that theft theme "
    "there these thing things this those threat three time times title titles toll tolls tone tool tools topic total "
    "town trace track trade traffic treaty trench trenches truce truces trust truth turn two type unanimity urgency "
    "use value version vicinity view village villages violence vote votes wage wages wall war warhead warning waste "
    "water waters waterway wave way ways weapon weaponry weapons weather week weeks weight well wells wharf what "
    "which width widths will wire word words work works wreck wreckage year years zone zones quarter quarters half "
    "halves shares remainder copies"
)
_ABSTRACT = re.compile(
    r"[a-z\-]+(?:tion|sion|ment|ness|ity|ance|ence|ancy|ency|ism|sis|ing|ture|dure|sure|drawal|newal|oval|rival|posal|ledge)s?"
)
_BEINGS = word_set(
    "government governments regiment regiments detachment detachments delegation delegations population populations "
    "administration administrations organisation organisations organization organizations nation nations mission "
    "missions legation legations authority authorities community communities minority minorities majority "
    "municipality municipalities "
    "university universities entity entities section-leader being beings king kings contingent contingents party "
    "parties division divisions battalion battalions federation federations coalition coalitions association "
    "associations "
    "institution institutions corporation corporations arrival arrivals ambulance ambulances audience audiences "
    "escort escorts guard guards patrol patrols transport transports watch command relief sentinel militia "
    "generation companions garrison garrisons"
)
"""Words that look like names of things and deeds, and name people."""
_DETERMINER = (
    r"(?:(?:not\s+one|not\s+a\s+single|the|a|an|each|every|all|any|both|either|neither|no|none|its|their|his|her|other|such|those|these|another|most|some|"
    r"certain|several|many|as\s+many|half|up\s+to|at\s+least|not\s+more\s+than|\d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|twenty|thirty|forty|fifty|a\s+hundred)\s+(?:of\s+(?:the\s+|its\s+|their\s+|these\s+|those\s+)?)?)*"
)
_PHRASE = re.compile(rf"(?P<lead>{_DETERMINER})(?P<rest>[A-Za-z][\w’'&/\-. ()]*(?:,\s[\w’'&/\-. ]+)*)\Z", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:of|for|in|from|on|at|to|with|without|under|who|that|which|whose|whom|by|within|inside|outside|near|along|aboard|over|but|"
    r"before|after|until|since|against|between|among|amongst|below|above|across|behind|beyond|beside|around|upon|during|through|north|south|east|west|"
    r"not|then|there|herein|thereof|in\s+question|concerned|present|responsible|aforesaid|commanding|whatsoever|whosoever|else|"
    r"[a-z]{2,}(?:ed|ing)|held|taken|born|known|bound|kept|left|lost|found|sent|made|set|shut|driven|drawn|given|flown|hidden|brought|"
    r"caught|hurt|shot|broken|chosen|seen|shown|paid|led|met|sold|told|forced|going|able|ready|due|"
    r"liable|subject|willing|loyal|allied|abroad|ashore|afloat|home|nearby|elsewhere)\b"
)
"""What stands behind the head of a noun phrase."""
_NO_PHRASE = re.compile(
    r"\b(?:shall|must|will|is|are|was|were|has|have|had|does|do|be|been|if|when|unless|because|although|as|than)\b"
)
BEHIND_HEAD = re.compile(
    r"\s+(?:of|from|in|at|for|to|with|without|on|under|along|who|that|which|whose|whom|concerned|responsible)(?:\s|\Z)"
)
_PEOPLE = re.compile(
    r"(?:[a-z]{3,}(?:er|or|ist|ian|ant|ee|eer|smith|folk|hand|wright)s?|(?:[a-z\-]*(?:man|woman|men|women))|people|children|"
    r"famil(?:y|ies)|chiefs?|elders|crews?|guards?|guides?|pilots?|nurses?|priests?|monks?|cooks?|police|nobody|no\s+one|everyone|everybody|anyone|anybody)\Z",
    re.IGNORECASE,
)
_ANOTHER_BEGINS = re.compile(r"\w\s+(?:the|each|every|both|neither|nobody|no)\s", re.IGNORECASE)
_OBJECT_OF = re.compile(r"\b(?:whom|which|that)\s+[^,;]{2,60}?\s(?:shall|must|may|will)\s+[a-z]+\b")
"""Somebody of whom somebody else has a duty: "an umpire whom the chief justice shall appoint"."""
_MANY = re.compile(
    r"(?:\w*[^\Ws]s|men|women|children|people|police|personnel|crew|cattle|infantry|cavalry|troops|youth|media)\Z",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"(?:(?P<none>neither|none)|each|either|both|any|all)(?:\s+(?:one\s+)?of\s+(?:them|the\s+two|these|those))?"
    r"|(?:the\s+)?others?|(?:the\s+)?(?:former|latter)(?:\s+(?:two|both))?|they\s+(?:both|all)|one\s+or\s+both\s+of\s+them",
    re.IGNORECASE,
)


def them(words: str, names: Names, pronoun: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Who "each of them", "neither" and "the other" are: those last spoken of, if several, else the parties."""
    if not _THEM.fullmatch(words.strip(" ,")):
        return None
    return pronoun if pronoun and len(pronoun) > 1 else names.party_ids


_NOBODY_OF = re.compile(
    r"(?:nobody|no\s+one)\s+(?P<more>(?:from|in|on|of|with|without|under|else|outside|inside|over)\b(?:(?!\b(?:shall|must|may|will|is|are)\b)[^,;])*)",
    re.IGNORECASE,
)


def anyone(words: str, names: Names) -> tuple[str, ...] | None:
    """Somebody in any words, as the text has them; ``None`` for what can't act, and for what is no noun phrase."""
    words = words.strip(" ,")
    known = names.bearers(words)
    if known:
        return known
    if re.fullmatch(r"nobody|no\s+one", words, re.IGNORECASE):
        return ("anybody",)
    if of := _NOBODY_OF.fullmatch(words):  # "nobody from either side"
        return (f"anybody {of['more']}",)
    if re.fullmatch(r"everybody|everyone", words, re.IGNORECASE):
        return ("everybody",)
    pieces = re.split(
        r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|as\s+well\s+as)\s+(?=(?:the|a|an|all|any|its|their|every|each|[a-z]+s\b|[A-Z]))",
        words,
    )
    if "," in words and not re.search(r"\b(?:and|or|nor)\b", words):
        return None
    if len(pieces) > 1 and (several := [_somebody(piece, names) for piece in pieces]) and all(several):
        return tuple(dict.fromkeys(each for one in several if one for each in one))
    return _somebody(words, names)


def _somebody(words: str, names: Names) -> tuple[str, ...] | None:
    known = names.bearers(words)
    if known:
        return known
    phrase = _PHRASE.match(words)
    if not phrase or len(words) > 160:
        return None
    rest = phrase["rest"].strip()
    cut = _AFTER.search(f" {rest}", 1)
    head = rest[: cut.start() - 1] if cut else rest
    after = rest[len(head) :]
    own = re.search(r"\b(?:who|that|which|whose|whom)\b", after)
    told = FOUND_TO.sub("found", after[: own.start()] if own else after)
    if not head or _NO_PHRASE.search(head) or _NO_PHRASE.search(told) or another_clause(words):
        return None
    if _ANOTHER_BEGINS.search(head):
        return None  # "a week | the Board"
    if may_hide_a_condition(_OBJECT_OF.sub("", after)):
        return None
    last = head.split()[-1]
    if not can_act(last) or not (phrase["lead"] or _MANY.search(last) or last[0].isupper()):
        return None
    return (" ".join(rest.split()),)


FOUND_TO = re.compile(r"\bfound\s+(?:(?:by|in)\s+(?:[\w\-]+\s+){1,6})?to\s+(?:be|have(?:\s+been)?)\b")
"""What a body says of somebody: "a Party found to have broken this truce"."""
_NUMBERED = re.compile(r"(?<=[a-z])\s+(?:\d{1,3}|[A-Z])(?:(?:,\s+(?:\d{1,3}|[A-Z]))*,?\s+and\s+(?:\d{1,3}|[A-Z]))?\Z")
"""Behind things that have numbers or letters: "Gates 1, 3 and 4", "Pier C"."""
_LISTED = re.compile(r",(?!\s+(?:from|including|whether|such\s+as|except|of)\b)")


def plain_thing(words: str) -> bool:
    """Whether ``words`` are a noun phrase whose head is a thing or a deed: what somebody sees to, and does nothing."""
    words = _NUMBERED.sub("", words.strip(" ,"))
    phrase = _PHRASE.match(words)
    if not phrase or len(words) > 160 or no_thing(words) or _LISTED.search(words):
        return False
    rest = phrase["rest"].strip()
    cut = _AFTER.search(f" {rest}", 1)
    head = rest[: cut.start() - 1] if cut else rest
    own = re.search(r"\b(?:who|that|which|whose|whom)\b", rest)
    told = rest[: own.start()] if own else rest
    if not head or _NO_PHRASE.search(told) or may_hide_a_condition(_OBJECT_OF.sub("", rest[len(head) :])):
        return False
    return not can_act(head.split(",")[0].split()[-1])


def can_act(head: str) -> bool:
    """Whether the head of a noun phrase can be somebody who does something."""
    plain = head.lower().strip("’'")
    if plain in _BEINGS:
        return True
    single = plain[:-1] if plain.endswith("s") else plain
    if plain in _THINGS or single in _THINGS or _ABSTRACT.fullmatch(plain):
        return False
    noun = noun_at_start(plain)
    return noun is None or noun[1] < len(plain)


_INSTRUMENT = re.compile(
    r"(?:speaker|poster|banner|computer|transmitter|receiver|launcher|container|trailer|detonator|generator|jammer|scanner|printer|sensor|"
    r"motor|mortar|charger|letter|paper|number|order|river|border|shelter|corridor|barrier|counter|power|water|matter|quarter|cover|"
    r"fire-?cracker|hammer|cutter|sticker|marker|radar|tower|burner|trigger|silencer|cylinder|altar)s?\Z",
    re.IGNORECASE,
)
"""Things whose names end like those of people."""


def are_people(words: str) -> bool:
    """Whether the head of ``words`` is by its ending a word for people, who do what they do because they have to."""
    head = BEHIND_HEAD.split(words)[0]
    last = head.split()[-1].lower() if head.split() else ""
    return (_PEOPLE.search(head) is not None and not _INSTRUMENT.search(head)) or last in _BEINGS
