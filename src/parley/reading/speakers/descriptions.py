"""Noun phrases that describe somebody: an office or a group, whose it is, and how definite. Grammar only.

Read from the words' order and not from the parse, which takes long titles apart in many ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..tokens import Token
from .names import people_words

OFFICES, GOVERNMENTS = people_words("offices"), people_words("governments")
OFFICIALS, HEADS, RANKS = people_words("officials"), people_words("heads"), people_words("ranks")
_PORTFOLIOS = people_words("portfolios")
_TITLED = OFFICES | OFFICIALS
SIDES, LANDS, KINDS = people_words("sides"), people_words("lands"), people_words("kinds")

_COMING = frozenset({"elect", "designate"})
_HYPHENS = frozenset({"-", "–"})
_LONGEST = 12
_WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "PRON", "DET", "ADV", "ADP"})
_NOT_ONE = frozenset({"a", "an", "another", "one", "some", "several", "many", "few", "three", "four", "five"})
_TWO = frozenset({"both", "two"})
_EACH = frozenset({"each", "either", "neither"})
_OWN = frozenset({"its", "their", "his", "her", "my", "our", "your"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", *_OWN})
_SAME = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair"}
_SAME |= {"prime-minister": "premier", "chairperson": "chair", "advisor": "adviser"}


@dataclass(frozen=True)
class Description:
    """ "Kestria's former foreign minister": a role, the words before it, and the tokens that tell whose it is.

    ``possessors`` stand in the genitive ("Kestria's", "its"), ``modifiers`` before the role, ``after`` behind
    a preposition ("of Kestria", "for the ministry").
    """

    head: Token
    role: str
    words: frozenset[str]
    possessors: tuple[Token, ...]
    modifiers: tuple[Token, ...]
    after: tuple[Token, ...]
    definite: bool
    two: bool
    plural: bool
    suffix: str = ""
    """ "elect" of "president-elect"."""

    @property
    def rank(self) -> frozenset[str]:
        return self.words & RANKS


def describe(head: Token) -> Description:
    """The description of which ``head`` is the noun."""
    return _described(head, before(head), tuple(_after(head)))


def titled(first: Token, last: Token) -> Description | None:
    """The title before a name ("Kestria's envoy Petra Lunde", "President Tress of Kestria"), if it has one."""
    i = office_of(first.doc[first.i - 1]).i if first.i else -1
    if i < 0 or first.doc[i].lower_.rstrip(".") not in OFFICES or first.doc[i].tag_ in ("NNS", "NNPS"):
        return None
    return _described(first.doc[i], before(first.doc[i]), tuple(_after(last)))


def office_of(token: Token) -> Token:
    """The office in "president-elect", of which the parser takes the last word for the noun; else the word itself."""
    if token.lower_ in _COMING and token.i > 1 and token.nbor(-1).text in _HYPHENS:
        office = token.nbor(-2)
        return office if office.lower_ in OFFICES else token
    return token


def noun_of(head: Token) -> str:
    """The noun's dictionary form; "the Ministers", as read-outs write it, is a plural too."""
    lemma = head.lemma_.lower()
    return lemma[:-1] if is_plural(head) and lemma == head.lower_ and lemma.endswith("s") else lemma


def is_plural(noun: Token) -> bool:
    """By its form too: "the Ministers" in a capital may be taken for one name."""
    single = noun.lower_.removesuffix("s")
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and single != noun.lower_ and single in _TITLED)


def possessor(head: Token) -> Token | None:
    """Whose the phrase says it is: "her", the name before "'s"."""
    run = before(head)
    genitive = [run[k - 1] for k, token in enumerate(run) if k and token.tag_ == "POS"]
    return next((token for token in run if token.lower_ in _OWN), genitive[-1] if genitive else None)


def before(head: Token) -> list[Token]:
    """The words of the phrase that stand before its noun, the article or possessor included."""
    doc, found = head.doc, list[Token]()
    i = head.i - 1
    while i >= 0 and len(found) < _LONGEST and not doc[i + 1].is_sent_start:
        token = doc[i]
        joins = token.lower_ == "and" and _capital(doc[i + 1]) and i > 0 and _is_of_a_title(doc[i - 1])
        if joins and doc[i - 1].ent_type_ == "PERSON" != doc[i + 1].ent_type_:
            break  # "Kestrian President Aro Lint and | Orlavian Premier Sela Marn"
        hyphen = token.text in ("-", "–") and not token.whitespace_
        if not (joins or hyphen or (token.pos_ in _WITHIN and _belongs(token)) or token.lower_ in RANKS):
            break
        found.insert(0, token)
        if token.lower_ in _OWN or token.lower_ in ("the", "a", "an"):
            break
        i -= 1
    return found


_OF_ITS_OWN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "dative"})


def _is_of_a_title(token: Token) -> bool:
    """ "Foreign and Defence Minister", but not "of Kestria and Prime Minister Quist"."""
    return _capital(token) and token.dep_ not in _OF_ITS_OWN


def _belongs(token: Token) -> bool:
    if token.pos_ == "ADP":
        return False
    return token.pos_ != "PRON" or token.lower_ in _OWN


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _described(head: Token, run: Sequence[Token], after: tuple[Token, ...]) -> Description:
    genitive = [k for k, token in enumerate(run) if token.tag_ == "POS" or token.text in ("'s", "’s")]
    possessors = [run[k - 1] for k in genitive if k] + [token for token in run if token.lower_ in _OWN]
    rest = run[genitive[-1] + 1 :] if genitive else run
    words = frozenset(token.lower_ for token in rest if token.is_alpha)
    suffix = _suffix(head)
    words |= {suffix} if suffix else frozenset()
    plural = is_plural(head)
    role = noun_of(head) if plural else head.lower_.rstrip(".")
    each = not plural and role in SIDES and bool(run) and run[0].lower_ in _EACH  # "each side": the two, one by one
    if role == "minister" and "prime" in words:
        role = "premier"
    return Description(
        head=head,
        role=_SAME.get(role, role),
        words=words - {"the", "a", "an"},
        possessors=() if role == "counterpart" else tuple(possessors),  # "his Kestrian counterpart" is Kestria's
        modifiers=tuple(token for token in rest if token.pos_ in ("PROPN", "ADJ", "NOUN")),
        after=after,
        definite=each or bool(possessors) or bool(run and not words & _NOT_ONE and _points(run)),
        two=each or any(token.lower_ in _TWO for token in run),
        plural=plural or each,
        suffix=suffix,
    )


def _suffix(head: Token) -> str:
    two = head.doc[head.i + 1 : head.i + 3]
    return two[1].lower_ if len(two) == 2 and two[0].text in _HYPHENS and two[1].lower_ in _COMING else ""


def _points(run: Sequence[Token]) -> bool:
    return any(token.lower_ in _POINTING for token in run)


_OF = frozenset({"of", "for", "from"})
_INSIDE = frozenset({"in", "within", "inside", "at"})  # "a source in the delegation", but not "in Lindholt"
_TO = frozenset({"aide", "adviser", "advisor", "assistant", "deputy", "lawyer", "counsel", "counsellor"})


def _after(head: Token) -> Iterator[Token]:
    """Whose somebody is, behind a preposition: "of Kestria and Orlavia", "for the ministry", "an aide to Tress"."""
    for preposition in head.children:
        told = preposition.lower_ in _OF or (preposition.lower_ == "to" and head.lemma_.lower() in _TO)
        inside = preposition.lower_ in _INSIDE and head.lower_ in OFFICIALS
        if (told or inside) and preposition.dep_ == "prep" and preposition.i == head.i + 1:
            for named in preposition.children:
                if named.dep_ == "pobj" and (told or named.lower_ in GOVERNMENTS):
                    yield from _with_others(named)
                    if named.lower_ in _PORTFOLIOS:
                        yield from _after(named)

    following = head.doc[head.i + 1 : head.i + 3]
    if len(following) == 2 and following[0].lower_ == "of" and following[0].head.i != head.i and _capital(following[1]):
        yield following[1]  # "met President Halm of Orlavia", hung on the verb


_NEAR = 3  # "Kestria and the Union", but not "Halvern and Kestria's foreign minister Ana Brask"


def _with_others(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj" and 0 < child.i - token.i <= _NEAR:
            yield from _with_others(child)
