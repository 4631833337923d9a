"""How far a speaker stands behind the words: what the hedges in and round them make of the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from parley.model import Act, Commitment

from ..tokens import Token
from .hedges import Hedge, hedges_of, lexicon
from .permissions import is_courtesy

_DENIABLE = ("say", "tell", "claim", "suggest", "confirm", "state", "announce", "declare", "mention", "acknowledge")


def commitment(
    content: Iterable[Token],
    head: Token | None,
    act: Act,
    cue: Token | None,
    negated: bool,
    around: Iterable[Token] = (),
) -> tuple[Commitment, list[Hedge]]:
    """The commitment to some content, and the hedges in it and in the frame round it.

    ``head`` is the content's main word, or ``None`` where it is whole sentences; ``cue`` the word of saying, if
    there is one; ``around`` the words of its sentence that belong to no statement ("it seems" between commas).
    A denial counts as denied, a question as asked; of several hedges the one that weakens most decides.
    """
    tokens = list(content)
    frame = _frame(cue, tokens) if cue is not None else []
    heads = [head.i] if head is not None else []
    own = {token.i: token for token in (*tokens, *frame)}
    beside = {token.i: token for token in around if token.i not in own}
    everything = [token for _, token in sorted((own | beside).items())]
    found = list(hedges_of(everything, heads, _verbs(cue) if cue is not None else (), beside))
    if cue is not None and _weakens(cue, act, tokens) and not any(cue in each.tokens for each in found):
        found.append(Hedge((cue,), possible=False))
        found.sort(key=lambda each: each.tokens[0].i)
    return how_firm(act, found, negated and cue is not None and cue.lemma_.lower() in _DENIABLE), found


def how_firm(act: Act, found: Sequence[Hedge], unsaid: bool = False) -> Commitment:
    """What an act and its hedges make of the content; ``unsaid`` where the saying itself is negated."""
    if act is Act.DENY or unsaid:
        return Commitment.DENIED
    if act is Act.ASK:
        return Commitment.ASKED
    if any(each.possible for each in found):
        return Commitment.POSSIBLE
    return Commitment.HEDGED if found else Commitment.ASSERTED


def _verbs(cue: Token) -> set[int]:
    """The cue, and the verbs through which it is said: "*is said* to have *promised*"."""
    verbs = {cue.i}
    while (cue.dep_ == "xcomp" or (cue.dep_ == "ccomp" and cue.head.lemma_ == "let")) and cue.head.i != cue.i:
        cue = cue.head
        verbs.add(cue.i)
    return verbs


def _frame(cue: Token, content: Sequence[Token]) -> list[Token]:
    """The words that hang on the cue beside its source, its content and clauses of their own."""
    inside = {token.i for token in content}
    found: list[Token] = []
    for place in _verbs(cue):
        verb = cue.doc[place]
        found.append(verb)
        for child in verb.children:
            if child.i not in inside and child.dep_ not in ("nsubj", "nsubjpass", "advcl", "relcl", "ccomp", "conj"):
                found += [token for token in child.subtree if token.i not in inside]
            elif child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("i", "we", "it"):
                found.append(child)
    return found


def _weakens(cue: Token, act: Act, content: Sequence[Token]) -> bool:
    """Whether the word of saying is itself a hedge: "hinted that ...", "felt that ...", not "..., they reckoned"."""
    lemma = cue.lemma_.lower()
    if lemma in _words("weak_cues"):
        return True
    own = any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in cue.children)
    if is_courtesy(cue) or (own and lemma in ("suggest", "imply", "fear", "worry")):
        return False
    opens = bool(content) and content[0].i > cue.i
    return opens and lemma in _words("thinking_cues") and act not in (Act.PROPOSE, Act.DEMAND, Act.REQUEST, Act.ASK)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(lexicon()[kind]).split())
