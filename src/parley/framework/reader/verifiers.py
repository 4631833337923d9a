"""Who verifies what: a verification provision fills the ``verifier`` of the obligations it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parley.model import Obligation, Provision, Sentence, SentenceForm, Slot, provision_number
from parley.text import patterns as re
from parley.text.acts import noun_at_start
from parley.text.citing import by_heading, heading_key, provisions_cited

_ALL = re.compile(
    r"\b(?:(?:compliance|adherence)\s+with|implementation\s+of|observance\s+of|respect\s+for)\s+(?:this|the)\s+"
    r"(?:[Aa]greement|[Ff]ramework|[Cc]ease-?fire|[Tt]ruce)|\bthis\s+[Aa]greement\b|\bthe\s+cease-?fire\Z",
)
_JOINED = re.compile(r",?\s+and\s+|,\s+")
_OF_WHAT = re.compile(r"of\s+(?:(?:the|all|any|its|their)\s+)*(?P<what>.+)", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|the\s+preceding|the\s+foregoing)\s+(?:Article|article|provision|paragraph)\b")


def fill_verifiers(sentences: Sequence[Sentence], provisions: Sequence[Provision]) -> tuple[Sentence, ...]:
    """The sentences with the verifiers that other sentences of the text name; one already read stays."""
    by_number = by_heading(provisions)
    for provision in provisions:
        by_number.setdefault(provision.printed, [provision])
    verified: dict[int, Slot[tuple[str, ...]]] = {}
    for index, sentence in enumerate(sentences):
        if sentence.form is SentenceForm.VERIFICATION or any(_verifies(each) for each in sentence.obligations):
            for obligation in sentence.obligations:
                if _verifies(obligation) and obligation.bearer:
                    for at in _named(index, sentence, obligation, sentences, by_number):
                        verified.setdefault(at, obligation.bearer)
    return tuple(
        _with_verifier(sentence, verified[index]) if index in verified else sentence
        for index, sentence in enumerate(sentences)
    )


def _verifies(obligation: Obligation) -> bool:
    return obligation.act is not None and obligation.act.value in ("monitor", "verify")


def _named(
    index: int,
    sentence: Sentence,
    obligation: Obligation,
    sentences: Sequence[Sentence],
    by_number: dict[str, list[Provision]],
) -> list[int]:
    """The sentences whose obligations a verification names: by articles, the whole text, or what stands before it."""
    words = obligation.object.value.text if obligation.object else ""
    cited = list(provisions_cited(words)) or list(provisions_cited(sentence.exact))
    if cited:
        held = [part for each in cited for number in each.numbers for part in _called(each.kind, number, by_number)]
        return [at for part in held for at in _beginning_in(part, sentences)]
    if _ALL.search(words):
        return [at for at, each in enumerate(sentences) if each.obligations and each.provision != sentence.provision]
    same = [
        at for at in range(index) if sentences[at].provision == sentence.provision and sentence.provision is not None
    ]
    if _THIS.search(words):
        return same
    deeds = [deed for part in _JOINED.split(words) if (deed := _deed(part))]
    acts = {each.act.value for at in same for each in sentences[at].obligations if each.act}
    if any(act in acts for act, _ in deeds):
        return same
    return [
        at
        for at, each in enumerate(sentences)
        if each.obligations and any(_is_deed(one, *deed) for deed in deeds for one in each.obligations)
    ]


def _beginning_in(part: Provision, sentences: Sequence[Sentence]) -> range:
    """The sentences, in the order of the text, that begin in a provision."""
    first, end = (bisect_left(sentences, place, key=lambda each: each.start) for place in (part.start, part.end))
    return range(first, end)


def _called(kind: str, number: str, by_number: dict[str, list[Provision]]) -> list[Provision]:
    """The provisions that a reference calls: what stands under a heading of this kind, else what has the number."""
    return by_number.get(heading_key(kind, number)) or by_number.get(provision_number(number), [])


def _deed(words: str) -> tuple[str, str | None] | None:
    """The act that a noun names, and what is done to: "the withdrawal of heavy weapons" is of "heavy weapons"."""
    words = re.sub(r"^(?:the|this|such|each|every)\s+", "", words.strip(), flags=re.IGNORECASE)
    found = noun_at_start(words)
    of = _OF_WHAT.match(words[found[1] :].strip(" ,")) if found else None
    return (found[0], of["what"].casefold() if of else None) if found else None


def _is_deed(obligation: Obligation, act: str, what: str | None) -> bool:
    """Whether a duty elsewhere is the deed: the same act, of what is called by the same words."""
    if what is None or obligation.object is None or obligation.act is None or obligation.act.value != act:
        return False
    return obligation.modality is not None and what in obligation.object.value.text.casefold()


def _with_verifier(sentence: Sentence, slot: Slot[tuple[str, ...]]) -> Sentence:
    obligations = tuple(
        each if each.verifier or _verifies(each) else each.replace(verifier=slot) for each in sentence.obligations
    )
    return sentence.replace(obligations=obligations)
