"""Who verifies what: a verification provision fills the ``verifier`` of the obligations it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.model import Obligation, Provision, Sentence, SentenceForm, Slot
from parley.text.acts import noun_at_start

from .conditions import articles_named

_ALL = re.compile(
    r"\b(?:(?:compliance|adherence)\s+with|implementation\s+of|observance\s+of|respect\s+for)\s+(?:this|the)\s+"
    r"(?:[Aa]greement|[Ff]ramework|[Cc]ease-?fire|[Tt]ruce)|\bthis\s+[Aa]greement\b|\bthe\s+cease-?fire\Z",
)
_THIS = re.compile(r"\b(?:this|the\s+preceding|the\s+foregoing)\s+(?:Article|article|provision|paragraph)\b")


def fill_verifiers(sentences: Sequence[Sentence], provisions: Sequence[Provision]) -> tuple[Sentence, ...]:
    """The sentences with the verifiers that other sentences of the text name; one already read stays."""
    by_number: dict[str, Provision] = {}
    for provision in provisions:
        by_number.setdefault(provision.number or provision.id, provision)
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
    by_number: dict[str, Provision],
) -> list[int]:
    """The sentences whose obligations a verification names: by articles, the whole text, or what stands before it."""
    words = obligation.object.value.text if obligation.object else ""
    numbers = articles_named(words) or articles_named(sentence.exact)
    if numbers:
        held = [by_number[number] for number in numbers if number in by_number]
        return [
            at
            for at, each in enumerate(sentences)
            if any(provision.start <= each.start < provision.end for provision in held)
        ]
    if _ALL.search(words):
        return [at for at, each in enumerate(sentences) if each.obligations and each.provision != sentence.provision]
    same = [
        at for at in range(index) if sentences[at].provision == sentence.provision and sentence.provision is not None
    ]
    if _THIS.search(words):
        return same
    acts = {each.act.value for at in same for each in sentences[at].obligations if each.act}
    heads = re.sub(r"^(?:the|this|such|each|every)\s+", "", words, flags=re.IGNORECASE)
    return same if any(_heads(heads, act) for act in acts) else []


def _heads(words: str, act: str) -> bool:
    found = noun_at_start(words)
    return found is not None and found[0] == act


def _with_verifier(sentence: Sentence, slot: Slot[tuple[str, ...]]) -> Sentence:
    obligations = tuple(
        each if each.verifier or _verifies(each) else each.replace(verifier=slot) for each in sentence.obligations
    )
    return sentence.replace(obligations=obligations)
