"""Direct quotations and the words that bring them: before, after, or in the middle."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..concordance import concordance
from ..grammar import PASSIVE_SUBJECT, cue_tokens, lemma_of, source_tokens, subject_of
from ..tokens import Doc, Token
from .asides import named_beside
from .cues import quotation_act
from .quotes import Quotation

_DASHES = ("—", "–", "―", "--", "-")
_NOMINAL = ("PROPN", "NOUN", "PRON", "NUM")
_DATED = ("DATE", "TIME")
_BESIDE = ("at", "in", "on", "via")
_GOING_ON = frozenset({"add", "continue", "go on", "conclude"})
_ANSWERS = frozenset({"answer", "comment", "conclusion", "rejoinder", "remark", "reply", "response", "verdict"})
_HEARD = frozenset({"cite", "hear", "overhear", "quote", "record", "report"})
"""What is done to who speaks: "he was quoted as saying"."""
_WINDOW = 30
"""Tokens beside a quotation in which its cue is looked for."""
_ENDS_OPEN = re.compile(r"[,?!…—–-][\"“”‘’'»›\s]*$|\w\s?[\"“”‘’'»›]*$")


@dataclass
class Quoted:
    """Quotations with one cue. Members are token indices; ``cue`` and ``source`` may be empty."""

    quotations: list[Quotation]
    cue: frozenset[int] = frozenset()
    source: frozenset[int] = frozenset()
    verb: Token | None = None
    source_head: int | None = None
    addressee: frozenset[int] = field(default_factory=frozenset)
    presumed: bool = False
    """Whether a paragraph that names no speaker was taken to go on with the one before it."""
    doubt: str = ""


class QuotationReader:
    """Walks the quotations of a document in order."""

    def __init__(self, doc: Doc, quotations: Sequence[Quotation]) -> None:
        self._doc = doc
        self._text = doc.text
        self._quotations = [
            quotation for quotation in quotations if quotation.is_whole or self._is_utterance(quotation)
        ]
        self._token_starts = concordance(doc).starts
        self.alone: list[Quotation] = []
        """After :meth:`read`: whole sentences in marks, within a paragraph, that no cue brings."""

    def read(self) -> list[Quoted]:
        found: list[Quoted] = []
        for number, quotation in enumerate(self._quotations):
            previous = self._quotations[number - 1] if number else None
            following = self._quotations[number + 1] if number + 1 < len(self._quotations) else None
            if found and (found[-1].quotations[-1] is previous or self._is_beside_cue(found[-1], previous)):
                last = found[-1]
            else:
                last = None
            quoted = self._read_one(quotation, previous, following, last)
            if quoted is not None:
                if last is not None:
                    self._lend_addressee(last, quoted)
                if (
                    last is not None
                    and quoted.verb is not None
                    and last.verb is not None
                    and quoted.verb.i == last.verb.i
                ):
                    last.quotations.append(quotation)
                else:
                    found.append(quoted)
        return found

    def _lend_addressee(self, last: Quoted, quoted: Quoted) -> None:
        """ "...," Larsen told the chair. "...," he added: said to the chair too, for who adds goes on."""
        if last.verb is None or quoted.verb is None or quoted.addressee or not last.addressee:
            return
        if lemma_of(quoted.verb) in _GOING_ON and self._same_paragraph(last.quotations[-1], quoted.quotations[0]):
            quoted.addressee = last.addressee

    def _read_one(
        self, quotation: Quotation, previous: Quotation | None, following: Quotation | None, last: Quoted | None
    ) -> Quoted | None:
        before = self._segment_before(quotation, previous)
        if self._is_part_of_clause(quotation, before):
            return None
        after = self._segment_after(quotation, following)
        quoted = self._after(quotation, after) or self._before(quotation, before)
        if quoted is not None:
            return quoted
        if last is not None and last.cue and self._same_paragraph(last.quotations[-1], quotation):
            if self._asks(last.quotations[-1]) and not self._asks(quotation):
                last.doubt = "After the question somebody else may answer; the text does not say who."
            last.quotations.append(quotation)  # it goes on
            return None
        if self._stands_alone(quotation):
            if last is not None and last.cue and self._is_next_paragraph(last.quotations[-1], quotation):
                last.quotations.append(quotation)
                last.presumed = True
                return None
            return Quoted([quotation])
        if self._is_sentence(quotation) and not self._is_inside(quotation):
            self.alone.append(quotation)
        return None

    def _is_beside_cue(self, last: Quoted, title: Quotation | None) -> bool:
        """Words held up in the sentence of the cue do not break what goes on: he said on “Morning Talk.” “And ...”"""
        if last.verb is None or title is None:
            return False
        sentence = last.verb.sent
        return sentence.start_char <= title.start and title.end <= sentence.end_char and last.verb.idx < title.start

    # ---- where to look

    def _index(self, position: int) -> int:
        return bisect.bisect_left(self._token_starts, position)

    def _segment_before(self, quotation: Quotation, previous: Quotation | None) -> list[Token]:
        """The words of the same sentence before the quotation; of the paragraph before where it ends in a colon."""
        end = self._index(quotation.start)
        floor = self._index(previous.end) if previous is not None else 0
        start = end
        while start > floor and end - start < _WINDOW:
            token = self._doc[start - 1]
            if token.is_space and "\n" in token.text and not self._ends_in_colon(start - 1):
                break
            if token.text in (".", "!", "?") and start != end and not token.is_space:
                break
            if token.text in (".", "!", "?"):
                break
            start -= 1
        return [token for token in self._doc[start:end] if not token.is_space and token.text != ">"]

    def _ends_in_colon(self, index: int) -> bool:
        while index > 0 and self._doc[index].is_space:
            index -= 1
        return self._doc[index].text == ":"

    def _segment_after(self, quotation: Quotation, following: Quotation | None) -> list[Token]:
        start = self._index(quotation.end)
        ceiling = self._index(following.start) if following is not None else len(self._doc)
        tokens: list[Token] = []
        for token in self._doc[start : min(ceiling, start + _WINDOW)]:
            if (token.is_space and "\n" in token.text) or token.text in (".", "!", "?", ";"):
                break
            if not token.is_space:
                tokens.append(token)
        return tokens

    def _same_paragraph(self, first: Quotation, second: Quotation) -> bool:
        return "\n" not in self._text[first.end : second.start]

    def _is_next_paragraph(self, first: Quotation, second: Quotation) -> bool:
        return "\n" not in self._text[first.end : second.start].rstrip("\r\n\t ")

    def _stands_alone(self, quotation: Quotation) -> bool:
        """A paragraph of its own, from its first mark to its last."""
        paragraph = self._text.rfind("\n", 0, quotation.start) + 1
        end = self._text.find("\n", quotation.end)
        rest = self._text[paragraph : quotation.start] + self._text[quotation.end : end if end >= 0 else None]
        return quotation.words >= 6 and not rest.strip()

    def _is_inside(self, quotation: Quotation) -> bool:
        """Whether a sentence goes on round it, before or after its marks."""
        before = self._text[: quotation.start].rstrip(" \t")[-1:]
        after = self._text[quotation.end :].lstrip(" \t")[:1]
        return before not in (".", "!", "?", "”", '"', "»", "'") or not (after in ("", "\n", "\r") or after.isupper())

    def _is_utterance(self, quotation: Quotation) -> bool:
        """A short quotation that ends as a sentence or clause does ("Yes," he said)."""
        inner = self._text[quotation.start : quotation.end].rstrip("\"”‘’'»› ")
        return quotation.words >= 1 and inner[-1:] in (",", "!", "?", ".")

    def _is_part_of_clause(self, quotation: Quotation, before: list[Token]) -> bool:
        """Words quoted in the middle of somebody else's sentence ("said it was 'a grave mistake'")."""
        if not before or before[-1].text in (":", ",", "—", "--", "-", "–", "("):
            if before and before[-1].text == ",":
                inner = self._text[quotation.start : quotation.end].strip("\"“”„‚‘’'«»‹›` ")
                return not inner[:1].isupper() and not quotation_verb(before) and not self._tail_opens(quotation)
            return False
        last = before[-1]
        if self._is_sentence(quotation) and (verb := quotation_verb(before)) is not None:
            told = {i for child in verb.rights if child.dep_ in ("dobj", "dative") for i in source_tokens(child)}
            if last.i in told and all(each.i in told for each in before if each.i > verb.i):
                return False  # asked the crowd "Who are they?"
        return not (last.pos_ in ("VERB", "AUX") and quotation_act(lemma_of(last)))

    def _is_sentence(self, quotation: Quotation) -> bool:
        inner = self._text[quotation.start : quotation.end].strip("\"“”„‚‘’'«»‹›` ")
        return quotation.is_whole and inner[:1].isupper() and inner[-1:] in (".", "!", "?", ",")

    def _asks(self, quotation: Quotation) -> bool:
        return "?" in self._text[max(quotation.start, quotation.end - 3) : quotation.end]

    def _tail_opens(self, quotation: Quotation) -> bool:
        return bool(_ENDS_OPEN.search(self._text[max(quotation.start, quotation.end - 4) : quotation.end]))

    # ---- cues

    def _after(self, quotation: Quotation, tokens: list[Token]) -> Quoted | None:
        """ "...," said X. / "...," X said. / "..." — X"""
        if signed := self._signed(quotation, tokens):
            return signed
        while tokens and tokens[0].text in (",", "—", "–", "--", "-"):
            tokens = tokens[1:]
        if answer := self._as_answer(quotation, tokens):
            return answer
        if not tokens or not self._tail_opens(quotation) or tokens[0].dep_ == "cc":
            return None  # rejected "a siege" and urged ...: what goes on is no cue of the words before
        for place, token in enumerate(tokens[:22]):
            if token.pos_ not in ("VERB", "AUX") and token.lower_ != "said":
                continue
            if token.tag_ in ("VBG", "VB") and not any(child.dep_ == "aux" for child in token.lefts):
                continue
            if quotation_act(lemma_of(token)) is None:
                if place > 8:
                    return None
                continue
            return self._with_source(quotation, token, tokens, place)
        return None

    def _as_answer(self, quotation: Quotation, tokens: list[Token]) -> Quoted | None:
        """ "..." was X's answer."""
        if not tokens or tokens[0].lemma_ != "be":
            return None
        answer = next((token for token in tokens[:8] if token.lemma_.lower() in _ANSWERS), None)
        named = next((c for c in answer.lefts if c.dep_ == "poss" and c.i > tokens[0].i), None) if answer else None
        if answer is None or named is None:
            return None
        source = source_tokens(named)
        return Quoted([quotation], frozenset({tokens[0].i, answer.i}), source, None, named.i)

    def _signed(self, quotation: Quotation, tokens: list[Token]) -> Quoted | None:
        """A name after a dash, with nothing else in its line."""
        if (
            not 2 <= len(tokens) <= 10
            or tokens[0].text not in _DASHES
            or "\n" in self._text[quotation.end : tokens[0].idx]
        ):
            return None
        end = tokens[-1].idx + len(tokens[-1].text)
        line = self._text.find("\n", end)
        rest = self._text[end : line if line >= 0 else None]
        words = [token for token in tokens[1:] if not token.is_punct]
        if (
            rest.strip(" .\r\t")
            or not words
            or words[0].pos_ != "PROPN"
            or any(t.pos_ in ("VERB", "AUX") for t in words)
        ):
            return None
        source = frozenset(token.i for token in tokens[1:])
        return Quoted([quotation], frozenset({tokens[0].i}), source, None, words[0].i)

    def _with_source(self, quotation: Quotation, verb: Token, tokens: list[Token], place: int) -> Quoted | None:
        own = {token.i for token in tokens}
        if passive := self._put_to(quotation, verb, own):
            return passive
        cue = frozenset(cue_tokens(verb) & own)
        subject = subject_of(verb)
        if subject is None or subject.i not in own:
            nominal = [token for token in tokens[:place] if token.pos_ in _NOMINAL]
            later = [token for token in tokens[place + 1 :] if token.pos_ in _NOMINAL]
            if nominal:
                words = frozenset(t.i for t in tokens[:place] if t.i not in cue)
                return Quoted([quotation], cue, words, verb, nominal[0].i, self._addressee(verb, own))
            if not later:
                return None
            subject = later[0]
            while subject.dep_ in ("compound", "amod", "poss", "det", "nmod") and subject.head.i in own:
                subject = subject.head
            if subject.i == verb.i:
                subject = later[0]
        source = frozenset(source_tokens(subject, verb) & own - cue)
        return Quoted([quotation], cue, source, verb, subject.i, self._addressee(verb, own - source))

    def _before(self, quotation: Quotation, tokens: list[Token]) -> Quoted | None:
        """X said, "..." / X said: "..." / X: "..." """
        if not tokens:
            return None
        colon = tokens[-1].text == ":"
        verb = quotation_verb(tokens)
        if verb is None and colon:
            verbs = [t for t in tokens if t.pos_ == "VERB" and t.dep_ in ("ROOT", "conj", "ccomp")]
            verb = verbs[-1] if verbs else None
        own = {token.i for token in tokens}
        if verb is not None:
            if passive := self._put_to(quotation, verb, own):
                return passive
            subject = subject_of(verb)
            if subject is None or (subject.i not in own and verb.tag_ != "VBG"):
                nominal = [t for t in tokens if t.i < verb.i and t.pos_ in _NOMINAL and t.ent_type_ not in _DATED]
                nominal = nominal or [t for t in tokens if t.i == verb.i + 1 and t.pos_ in ("PROPN", "PRON")]
                subject = nominal[-1] if nominal else subject
            source = source_tokens(subject, verb) if subject is not None else frozenset()
            cue = cue_tokens(verb)
            return Quoted(
                [quotation],
                cue,
                source - cue,
                verb,
                subject.i if subject is not None else None,
                self._addressee(verb, own),
            )
        for token in tokens:
            if token.lower_ == "in" and (beside := named_beside(token)) is not None:
                opening, name = beside
                return Quoted([quotation], opening, source_tokens(name) - opening, None, name.i)
        if colon and len(tokens) <= 8 and any(token.pos_ in _NOMINAL for token in tokens):
            words = [token for token in tokens if not token.is_punct]
            head = next(token for token in words if token.pos_ in _NOMINAL)
            apart = next((t.i for t in tokens if t.i > head.i and t.text == "," and t.nbor().lower_ in _BESIDE), None)
            named = frozenset(t.i for t in words if apart is None or t.i < apart)  # "Larsen, in a post:"
            return Quoted([quotation], frozenset({tokens[-1].i}), named, None, head.i)
        return None

    def _put_to(self, quotation: Quotation, verb: Token, own: set[int]) -> Quoted | None:
        """ "...," Larsen was asked by the paper: put to Larsen, by whoever "by" names, else by nobody known."""
        if verb.lemma_ in _HEARD or not any(child.dep_ == "auxpass" for child in verb.lefts):
            return None
        subject = next((child for child in verb.lefts if child.dep_ in PASSIVE_SUBJECT and child.i in own), None)
        by = next((child for child in verb.rights if child.dep_ == "agent" and child.i in own), None)
        agent = next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None
        source = frozenset(source_tokens(agent) & own) if agent is not None else frozenset[int]()
        told = frozenset(source_tokens(subject) & own) if subject is not None else frozenset[int]()
        cue = frozenset(cue_tokens(verb) & own) - told
        return Quoted([quotation], cue, source, verb, agent.i if agent is not None else None, told)

    def _addressee(self, verb: Token, own: set[int]) -> frozenset[int]:
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child.i in own and child.pos_ in _NOMINAL and child.lower_ != "it":
                return source_tokens(child) & own
        return frozenset()


def quotation_verb(tokens: Sequence[Token]) -> Token | None:
    """The verb of saying nearest to the quotation that ends ``tokens``."""
    for token in reversed(tokens):
        if token.pos_ == "VERB" and quotation_act(lemma_of(token)):
            return token
    return None
