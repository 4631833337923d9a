"""What a sentence that isn't understood would have to be like: its own words, as far as they fit a form.

The forms are those of ``docs/reference/framework-language.md``. Each candidate is read before it is shown, with its
blanks ("[who]", "[by when]") filled; where none is understood, a form alone is shown. What had to be left out of it
is told, so that nobody takes the form for the whole of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Modality, Sentence
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start
from parley.text.wordlist import word_set

from .parse import parse
from .reader.deeds import ADVERBS
from .reader.modals import MODALS

_BLANKS = {"[who]": "Each Party", "[by when]": "by D+3", "[how many]": "10", "[establish or ensure]": "establish"}
"""What is to be filled in, and with what a form is tried."""
_HEAD = "---\nparties: {AAA: Republic of Aaa, BBB: Republic of Bbb}\n---\n\n"
_MOST = 12
"""So many candidates are tried at most."""
_LONG, _REST = 240, 90
"""Characters shown at most of a form, and of what is left out."""
_TOO_LONG = 1200
"""Characters beyond which no form is sought in a sentence's own words."""
_BLANK = re.compile(r"(?:_{2,}|\[\s*\])+")
_SHOULD = re.compile(r"\b(?:should|ought\s+to|would|could)\b", re.IGNORECASE)
_BAN = re.compile(r"\b(?:prohibit|forbid|ban(?:s|ned)?\b|not\s+allowed|not\s+permitted)", re.IGNORECASE)
_NEXT = re.compile(
    r";\s+|,?\s+and\s+(?:shall|must|may|will)\s|,\s+and\s+|,\s+|\s+and\s+(?=[a-z]+\s+(?:the|its|their|it|them|all|any|an?)\b)|"
    r"\s+(?:which|who|that|if|when|unless|until|where|provided|while|in\s+which)\s|\s+\("
)
"""Where a first clause may be over."""
_SHORT_TAIL = re.compile(r"\s+(?:and|or|of|in|at|on|by|to|the|an?|for|from|with|within|as)\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?P<is>is|are)\s+(?:hereby\s+)?(?=[a-z]+(?:ed|en|wn|t|de|ld)\b)")


@dataclass(frozen=True)
class _Form:
    """A sentence with blanks, and the words of the sentence that it leaves out."""

    words: str
    rest: str = ""

    @property
    def tried(self) -> str:
        words = self.words
        for blank, filling in _BLANKS.items():
            words = words.replace(blank, filling)
        return words[:1].upper() + words[1:]


def nearest_form(words: str) -> str:
    """One sentence on why ``words`` (a sentence of a text) weren't read, and the nearest form that would be."""
    plain = re.sub(r"(?:,?\s+(?:and|or))?[\s.;:,]*\Z", "", " ".join(words.split())).strip("*_• -")
    if len(plain) > _TOO_LONG:
        return f"it is longer than {_TOO_LONG:,} characters; make it several; nearest form: “{_alone('', None)}”"
    modal = MODALS.search(plain)
    candidates = list(dict.fromkeys(form for form in _candidates(plain, modal) if form.words))[:_MOST]
    form = _first_understood([each for each in candidates if each.words != plain])
    if form is None:
        return f"{_why(plain, modal)}; nearest form: “{_alone(plain, modal)}”"
    missing = [said for blank, said in _MISSING if blank in form.words]
    said = [_why(plain, modal)]
    said += [f"it does not say {', or '.join(missing)}"] if missing else []
    said += [f"nearest form: “{_cut(form.words[:1].upper() + form.words[1:], _LONG)}”"]
    said += [f"left out and to be said apart: “{_cut(form.rest, _REST)}”"] if form.rest else []
    return "; ".join(said)


_MISSING = (
    ("[who]", "who does it"),
    ("[by when]", "by when"),
    ("[how many]", "how many"),
    ("[establish or ensure]", "what is done"),
)


def _first_understood(candidates: list[_Form]) -> _Form | None:
    read = _read([each.tried for each in candidates])
    for form, sentence in zip(candidates, read, strict=True):
        if sentence is None or not sentence.obligations:
            continue
        duty = sentence.obligations[-1]
        if form.rest and not (duty.object or duty.place or duty.counterpart or duty.trigger):
            continue  # "and shall ensure": what is ensured was cut off
        due = duty.modality is not None and duty.modality.value is Modality.MUST
        if not due or duty.window or duty.trigger or _TIME.search(form.rest):
            return form
        dated = _Form(f"{form.words} [by when]", form.rest)
        return dated if all(_read([dated.tried])) else form
    return None


_TIME = re.compile(
    r"\b(?:within|by\s+(?:D\+|\d|the\s+end)|until|before|no\s+later|not\s+later|upon|after|from\s+(?:D\b|\d|that)|"
    r"day\s+\d|hours?|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
"""Words that may say when."""


def _read(sentences: list[str]) -> list[Sentence | None]:
    """Each of the sentences as it is read alone, where it is; ``None`` for others."""
    text = _HEAD + "".join(f"{number}. {words}.\n\n" for number, words in enumerate(sentences, start=1))
    found: dict[str | None, list[Sentence]] = {}
    for each in parse(text).sentences:
        found.setdefault(each.provision, []).append(each)
    return [
        own[0] if len(own := found.get(str(number), [])) == 1 and own[0].reading else None
        for number in range(1, len(sentences) + 1)
    ]


def _candidates(plain: str, modal: re.Match[str] | None) -> Iterator[_Form]:
    """Forms in the sentence's own words, the fullest first."""
    if _BLANK.search(plain):
        yield _Form(_BLANK.sub("[how many]", plain))
    bound = _SHOULD.search(plain)
    if bound:
        plain = _SHOULD.sub("shall", plain)
        yield _Form(plain)
        modal = MODALS.search(plain)
    if modal is not None:
        yield from _with_modal(plain, modal)
        return
    does = _present(plain)
    if does is not None:
        yield from _with_modal(does[0], does[1])
    start = plain[:1].lower() + plain[1:]
    if verb_at_start(start, base=True):
        for piece, rest in _shorter(start):
            yield _Form(f"[who] shall {piece}", rest)
    if noun_at_start(start):
        for piece, rest in _shorter(plain):
            yield _Form(piece, rest)
    elif _NAMED.match(start) and not _VERBAL.search(plain):
        for piece, rest in _shorter(start):
            yield _Form(f"[who] shall [establish or ensure] {piece}", rest)


_NAMED = re.compile(
    r"(?!(?:the|an?|it|its|they|two|three|if|in|on|at|by|from|for|to|until|made|done|all|each|none|no|there|what|[a-z]+ing)\b)"
    r"[a-z\-]+(?:\s(?!-)[\w\-]+){0,4}?\s(?:for|of|to|on)\s(?!.*\s[-–]\s)"
)
"""A thing alone, without a verb: "programme for the creation of jobs"."""
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did)\b")


def _with_modal(plain: str, modal: re.Match[str]) -> Iterator[_Form]:
    before, said, after = plain[: modal.start()], modal.group().strip(), plain[modal.end() :].strip()
    front, _, subject = (part.strip() for part in before.rpartition(","))
    behind = front[:1].lower() + front[1:] if _TIME.search(front) else ""
    each = _WHO_LAST.search(subject)
    if each and each.start() and _FRONT.match(subject):  # "From D-day to D+2 each Party"
        subject, front = each.group(), subject[: each.start()].strip()
        behind = front[:1].lower() + front[1:] if _TIME.search(front) else ""
    passive = after.lstrip(" ,").startswith("be ")
    for piece, rest in _shorter(after):
        for who in filter(None, [subject] if passive else [subject, "[who]"]):
            if behind:
                yield _Form(f"{who} {said} {piece} {behind}", rest)
            yield _Form(f"{who} {said} {piece}", "; ".join(filter(None, (front, rest))))


_WHO_LAST = re.compile(
    r"\b(?:it|they)\Z|\b(?:each|both|neither|every|either|no)\b(?:\s(?!it\b|they\b)[\w\-]+){0,3}\Z"
    r"|\bthe\s(?!.*\b(?:it|they|each|both|neither|every|either|no)\b)[\w\-]+(?:\s[\w\-]+){0,2}\Z"
)
_FRONT = re.compile(
    r"(?:from|for|on|in|at|by|within|during|until|after|before|under|as)\s(?!.*\b(?:that|which|who)\s)", re.IGNORECASE
)
"""Somebody at the end of what stands before the modal."""


def _present(plain: str) -> tuple[str, re.Match[str]] | None:
    """ "The Corps says by D+6 whether ...": with "shall" before the verb, where one is known."""
    being = _IS.search(plain)
    if being and being.start() < 90:
        said = f"{plain[: being.start()]}shall be {plain[being.end() :]}"
        modal = MODALS.search(said)
        return (said, modal) if modal else None
    for word in () if _VERBAL.search(plain) else re.finditer(r"(?<=\w )[a-z]{2,}s\b", plain[:90]):
        if _NO_SUBJECT.search(plain, 0, word.start()):
            continue  # "the rules"
        for base in _bases(word.group()):
            if verb_at_start(base, base=True):
                said = f"{plain[: word.start()]}shall {base}{plain[word.end() :]}"
                modal = MODALS.search(said)
                return (said, modal) if modal else None
    return None


_NO_SUBJECT = re.compile(
    r"(?:\b(?:the|an?|its|their|of|in|on|at|by|to|or|and|for|from|with|all|any|each|every|both)\s)\Z", re.I
)


def _bases(verb: str) -> tuple[str, ...]:
    found = [verb[:-1]]
    found += [f"{verb[:-3]}y"] if verb.endswith("ies") else []
    found += [verb[:-2]] if verb.endswith("es") else []
    return tuple(found)


def _shorter(words: str) -> Iterator[tuple[str, str]]:
    """``words``, and their first clause alone in ever shorter pieces, each with what is left out."""
    yield words, ""
    cuts = [each.start() for each in _NEXT.finditer(words) if each.start() > 8]
    for cut in sorted(cuts, reverse=True)[-4:]:
        piece = _SHORT_TAIL.sub("", words[:cut])
        yield piece, words[cut:].strip(" ,;()")


def _why(plain: str, modal: re.Match[str] | None) -> str:
    if _BLANK.search(plain):
        return "it holds a blank"
    if _SHOULD.search(plain):
        return "“should” binds nobody"
    if _BAN.search(plain):
        return "what it forbids was not understood"
    if modal is None:
        if noun_at_start(plain) or verb_at_start(plain[:1].lower() + plain[1:], base=True):
            return "what it names could not be told apart from its times and conditions"
        return "no word in it obliges, forbids or allows"
    rest = plain[modal.end() :].lstrip(" ,")
    adverbs = ADVERBS.match(rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    if rest.startswith("be "):
        return "who does what to what was not understood"
    verb = re.match(r"[a-z\-]+", rest)
    if verb and verb_at_start(rest) is None and verb.group() not in _NO_VERB:
        return f"“{verb.group()}” is no act that is known"
    if re.search(r"\b(?:if|when|unless|while|until|after|before|provided)\b", plain, re.IGNORECASE):
        return "its conditions and times can't be told apart"
    return "who bears it, or where one duty ends and the next begins, was not understood"


_NO_VERB = word_set("in of at on by within after before from the a an for to under upon")


def _alone(plain: str, modal: re.Match[str] | None) -> str:
    """A form without the sentence's words, by what such a sentence has to say."""
    if _BAN.search(plain) or (modal is not None and re.search(r"\bnot\b|\bno\b", modal.group(), re.IGNORECASE)):
        return "No Party shall [do what] [where] from [when]."
    if modal is not None and re.search(r"\bbe\s", plain[modal.end() :][:12]):
        return "[what] shall be [done] by [who] [by when]."
    if re.search(r"\b(?:if|when|unless|in\s+case|in\s+the\s+event)\b", plain, re.IGNORECASE):
        return "If [what happens], [who] shall [do what] within [how long]."
    return "[who] shall [do what] [to what or where] [by when]."


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words if most < _LONG else f"{words}."
    return words[: words.rfind(" ", 0, most)].rstrip(" ,;") + " …"
