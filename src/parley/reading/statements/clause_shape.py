"""Person, mood, tense and voice of what is said: what of its grammar bears on the act."""

from __future__ import annotations

from collections.abc import Sequence

from ..tokens import Token
from .phrasebook import OWN, plain

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_ADDRESSED = frozenset({"you", "your", "yours"})
_SIDES = frozenset({"its", "their", "his", "her"})
_NEGATIVE = frozenset({"no", "never", "neither", "nor", "nobody", "none", "nothing"})


def is_negated(verb: Token) -> bool:
    """Whether a clause is negative: "did not", "nobody came", "at no time", "by no means"."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in _NEGATIVE:
            return True
        if child.dep_ in (*_SUBJECTS, "prep", "dobj", "attr", "npadvmod"):
            below = [child, *child.children, *(each for grand in child.children for each in grand.children)]
            if any(each.lower_ in _NEGATIVE and each.dep_ != "pobj" for each in below):
                return True
    return False


def shape_of(sentence: Sequence[Token], cue: Sequence[Token], content: Sequence[Token], main: Token | None) -> set[str]:
    """Features of a statement: ``person=own``, ``form=will``, ``negated``, ``question``, ``no cue`` and the like.

    ``main`` is the word that heads ``content``; ``sentence`` and ``content`` are without spaces.
    """
    found: set[str] = set()
    words = [token.lower_ for token in content]
    if "?" in words or (sentence and "?" in (each.text for each in sentence[-2:])):
        found.add("question")
    if not OWN.isdisjoint(words):
        found.add("own voice")
    if not _ADDRESSED.isdisjoint(words):
        found.add("addressed")
    if "please" in words or "kindly" in words:
        found.add("polite")
    if not cue:
        found.add("no cue")
    if sentence and not sentence[-1].is_punct:
        found.add("headline")
    if any(token.is_quote for token in sentence):
        found.add("quotes")
    if main is None:
        return found | {"no main"}
    subject = next((child for child in main.children if child.dep_ in _SUBJECTS), None)
    found |= {f"person={_person(main, sentence, cue, content)}", f"form={_form(main, subject)}"}
    if is_negated(main):
        found.add("negated")
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in main.children):
        found.add("passive")
    if main.lemma_ == "be":
        found.add("copula")
    return found


def _person(main: Token, sentence: Sequence[Token], cue: Sequence[Token], content: Sequence[Token]) -> str:
    """Whose deed the main verb tells: the speaker's ("own", told "back"), the other's ("you"), somebody's, nobody's."""
    subject = next((child for child in main.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return "back" if cue and main.tag_ == "VB" and _form(main, None) == "to" else "none"
    word = subject.lower_
    if word in OWN or any(child.dep_ == "poss" and child.lower_ in OWN for child in subject.children):
        return "own"
    if word == "you":
        return "you"
    if word == "it" and cue and subject.dep_ == "nsubj" and main.lemma_ != "be":
        return "back"  # "the committee said it would free them"
    if word in ("it", "there", "this", "that"):
        return "it"
    if word in ("he", "she", "they"):
        return "back" if cue else "other"
    # "Kestria would sign, its minister said": whoever speaks is of the subject's side.
    inside = {token.i for token in content}
    of_its = any(t.lower_ in _SIDES and t.dep_ == "poss" and t.i not in inside for t in sentence)
    return "back" if of_its and subject.pos_ in ("PROPN", "NOUN") else "other"


def _form(verb: Token, subject: Token | None) -> str:
    """A modal, or else the tense: present, progressive, perfect, past, infinitive, imperative, or no verb."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    for child in auxiliaries:
        if child.tag_ == "MD":
            return plain(child)
    if verb.pos_ not in ("VERB", "AUX"):
        return "no verb"
    if any(child.lemma_ == "have" for child in auxiliaries):
        return "perfect"
    done = next((child for child in auxiliaries if child.lemma_ == "do"), None)
    if done is not None:  # "did not start"
        return "past" if done.tag_ == "VBD" else "present" if subject is not None else "imperative"
    if verb.tag_ == "VB" or (verb.tag_ == "VBP" and subject is None and not auxiliaries):
        if any(child.lower_ == "to" for child in auxiliaries):
            return "to"
        return "subjunctive" if subject is not None else "imperative"
    if verb.tag_ == "VBG":
        return "progressive"
    first = auxiliaries[0] if auxiliaries else verb
    return "past" if first.tag_ in ("VBD", "VBN") else "present"
