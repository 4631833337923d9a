"""Reads the sentences of a framework: what each one does, and the obligations in it.

A sentence with brackets is read once for each alternative. What all of them say alike is read; a
slot in which they differ stays ``None``. Where a sentence as a whole isn't understood it stays
``NOT_READ``: silence is better than a wrong reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parley.model import (
    Bracket,
    Definition,
    Modality,
    Obligation,
    Party,
    Provision,
    Sentence,
    SentenceForm,
    Span,
)
from parley.text import patterns as re

from ..lookalikes import look_alike_of
from ..parts import Region
from .ceilings import above_floor, under_ceiling
from .clause import Clause
from .clauses import read_clause
from .commanding import Commanded, bounded, commanded, told_of_anyone, written_so
from .elided import not_so
from .exemptions import fill_exemptions
from .fixing import fixed_periods
from .following import halved, present_halves, told_before
from .forms import Laid, definition_in, explains_terms, heading_over, inline_terms, laid_down
from .founded import body_established, unique
from .infinitives import infinitive_first
from .names import Names
from .rewording import reworded
from .saying import say
from .sharing import share
from .unaddressed import read_unaddressed
from .variants import agreed, left_open, slots_of
from .verifiers import fill_verifiers
from .view import View
from .wordings import MAX_INTRODUCTION, MAX_SENTENCE, MAX_VARIANTS, Piece, Wordings

_MAX_PROBLEMS = 20
_ITEM = re.compile(r"(?:\A|\n)[ \t]*[-*\u2022\u2013][ \t]+\Z")
"""Before an item of a list without numbers."""
_PRONOUN = re.compile(r"\s*(?:It|(?P<they>They))\s+(?:shall|must|may|will)\s+(?!be\b)")
_DUTY = re.compile(r"\b(?:shall|must|may|will|undertakes?|agrees?)\b")

_PREAMBLE = re.compile(
    r"(?:\W*(?:and\s+)?(?:further\s+|also\s+|deeply\s+)?(?:recalling|recogni[sz]ing|reaffirming|affirming|noting|"
    r"mindful|"
    r"determined|desiring|considering|acknowledging|welcoming|commending|deploring|convinced|conscious|aware|"
    r"bearing in mind|guided|emphasi[sz]ing|stressing|whereas|"
    r"having(?!\b[^.;]*,[^.;]*\b(?:shall|must|may|will)\b|\b[^,.;]*,\s+(?:(?:the|each|both|either|neither)\s|(?-i:[A-Z]))[^,;:]*\.\s*\Z)|resolved|concerned|seeking|wishing|believing|"
    r"expressing|in witness)\b)"
    r"|.*\bagreed?(?:\s+as\s+follows|\s+on\s+the\s+following)\W*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Read:
    """What reading gave: the sentences, the terms they define, the bodies they set up, and what was left unread."""

    sentences: tuple[Sentence, ...]
    definitions: tuple[Definition, ...]
    bodies: tuple[Party, ...]
    problems: tuple[str, ...]


@dataclass
class _Outcome:
    """One variant of a sentence as read; ``present`` says that its duties stand in the present tense."""

    form: SentenceForm
    reading: str | None
    clauses: list[tuple[Clause, View]] = field(default_factory=list)
    who: tuple[str, ...] | None = None
    present: bool = False


def read_sentences(
    text: str,
    flat: str,
    path: str,
    pieces: Sequence[Piece],
    *,
    parties: Sequence[Party],
    actors: Sequence[Party],
    brackets: Sequence[Bracket],
    provisions: Sequence[Provision],
) -> Read:
    """Read every piece in the order of the text. ``flat`` is the text with comments and word ids blanked."""
    others = [actor for actor in actors if actor not in parties]
    reader = _Reader(text, flat, path, pieces, Wordings(text, flat, path, pieces, brackets, parties, others))
    reader.gather(parties, actors)
    sentences = reader.read()
    sentences = fill_exemptions(fill_verifiers(sentences, provisions), provisions)
    return Read(sentences, reader.definitions, reader.bodies, reader.problems())


class _Reader:
    def __init__(self, text: str, flat: str, path: str, pieces: Sequence[Piece], wordings: Wordings) -> None:
        self._text, self._flat, self._path, self._pieces = text, flat, path, pieces
        self._wordings = wordings
        self.definitions: tuple[Definition, ...] = ()
        self.bodies: tuple[Party, ...] = ()
        self._present = False
        self._alike: dict[int, str] = {}
        self._understood: dict[tuple[int, tuple[str, ...] | None], list[_Outcome]] = {}

    def gather(self, parties: Sequence[Party], actors: Sequence[Party]) -> None:
        """First pass: the terms and bodies of the whole text, so that an earlier sentence knows a later one."""
        definitions: list[Definition] = []
        bodies: list[Party] = []
        sentences: list[str] = []
        self._defining: dict[int, int] = {}
        self._under: dict[int, str] = {}
        heading = ""
        for index, piece in enumerate(self._pieces):
            raw = self._flat[piece.start : piece.end]
            heading = heading_over(raw, heading, piece.region is Region.HEADING)
            if piece.region is Region.HEADING or self._unreadable(index):
                continue
            view = self._wordings.view(index)
            sentences.append(view.text)
            if piece.region is Region.BODY or "means" in raw or explains_terms(heading):
                definition = definition_in(view, raw, heading, piece.start, self._path)
                self._under[index] = heading
                if definition:
                    self._defining[index] = len(definitions)
                    definitions.append(definition)
                elif piece.intro in self._defining:
                    # a definition that runs on in a list
                    of = self._defining[piece.intro]
                    meaning = f"{definitions[of].meaning} {view.text}".strip()
                    definitions[of] = definitions[of].replace(meaning=meaning)
            body = body_established(view.text)
            if body:
                known = next((actor for actor in actors if actor.name.endswith(body.name)), None)
                bodies.append(known or body)
            for term in inline_terms(raw) if piece.region is Region.BODY else ():
                span = Span.of(self._text, piece.start, piece.end, self._path)
                definitions.append(Definition(term=term, meaning=view.text, span=span))
        self.definitions = tuple({each.term: each for each in reversed(definitions)}.values())[::-1]
        self.bodies = unique(bodies)
        periods = fixed_periods(self.definitions, sentences)
        self._names = Names(parties, actors, self.bodies, self.definitions, periods, text="\n".join(sentences))

    def read(self) -> tuple[Sentence, ...]:
        sentences: list[Sentence] = []
        counts: dict[str, int] = {}
        outcomes = self._outcomes()
        duties = [outcome[0].present for outcome in outcomes if outcome[0].clauses]
        if written_so(sum(duties), len(duties)):
            self._present = True
            outcomes = self._outcomes()
        for index, (piece, outcome) in enumerate(zip(self._pieces, outcomes, strict=True)):
            obligations = self._obligations(index, outcome, counts)
            sentences.append(
                Sentence(
                    start=piece.start,
                    end=piece.end,
                    exact=self._text[piece.start : piece.end],
                    provision=piece.provision,
                    form=outcome[0].form,
                    reading=self._said(index, outcome),
                    obligations=obligations,
                )
            )
        return self._introductions(sentences)

    def _outcomes(self) -> list[list[_Outcome]]:
        """What each piece says, in the order of the text: "it" and "they" mean who was spoken of before."""
        found: list[list[_Outcome]] = []
        pronoun: tuple[str, ...] | None = None
        just_said = pronoun
        for index, piece in enumerate(self._pieces):
            if index and piece.provision != self._pieces[index - 1].provision:
                pronoun = just_said if self._goes_on(index, just_said) else None
            outcome = self._understood.get((index, pronoun)) or self._outcome(index, pronoun)
            if outcome[0].form is not SentenceForm.NOT_READ:
                self._understood[index, pronoun] = outcome  # a second look is at the others
            found.append(outcome)
            just_said = _antecedent(found[-1], self._names)
            pronoun = None if outcome[0].form is SentenceForm.NOT_READ else just_said or pronoun
        return found

    def _goes_on(self, index: int, said: tuple[str, ...] | None) -> bool:
        """Whether a provision that begins with "It" or "They" speaks of who bore the sentence right before it."""
        word = _PRONOUN.match(self._wordings.view(index).text)
        if said is None or word is None or self._pieces[index - 1].region is not Region.BODY:
            return False
        if word["they"]:
            return len(said) > 1 or said[0].endswith("s")
        return len(said) == 1 and self._names.knows(said[0]) and self._names.is_body(said[0])

    def problems(self) -> tuple[str, ...]:
        """Sentences on what was left unread for its form, whatever it says."""
        found = []
        for index, piece in enumerate(self._pieces):
            why = self._unreadable(index)
            if index in self._alike:
                why = f"is borne by a look-alike of \u201c{self._alike[index]}\u201d and is not read."
            if why:
                line = self._text.count("\n", 0, piece.start) + 1
                found.append(f"{self._path}, line {line}: the sentence that begins here {why}")
                if len(found) == _MAX_PROBLEMS:
                    return (*found, f"{self._path}: later sentences may be unread for the same reasons.")
        return tuple(found)

    def _unreadable(self, index: int) -> str | None:
        if self._pieces[index].region not in (Region.BODY, Region.PREAMBLE):
            return None
        if self._wordings.too_long(index):
            return (
                f"is longer than {MAX_SENTENCE:,} characters, or the introduction of its list longer than "
                f"{MAX_INTRODUCTION}, and is not read; make it several."
            )
        hidden = self._wordings.hidden(index)
        if hidden:
            return f"holds a character that does not show (U+{ord(hidden):04X}) and is not read; take it out."
        if self._wordings.variants(index) is None:
            return f"has more than {MAX_VARIANTS} wordings and is not read; make it several."
        return None

    # --- one sentence ------------------------------------------------------------------------

    def _outcome(self, index: int, pronoun: tuple[str, ...] | None) -> list[_Outcome]:
        """The sentence read in every variant; one outcome that is not read where any of them isn't."""
        piece = self._pieces[index]
        if piece.region in (Region.HEADING, Region.CLOSING):
            return [_Outcome(SentenceForm.NOT_OPERATIVE, None)]
        silent = _Outcome(SentenceForm.NOT_READ if piece.region is Region.BODY else SentenceForm.NOT_OPERATIVE, None)
        if _PREAMBLE.match(self._flat[piece.start : piece.end][:400]):
            return [_Outcome(SentenceForm.NOT_OPERATIVE, None)]
        variants = self._wordings.variants(index)
        if variants is None or self._unreadable(index):
            return [silent]
        if index in self._defining or (piece.intro in self._defining and piece.intro is not None):
            return [self._definition(index)]
        outcomes: list[_Outcome] = []
        for which, alternative in variants:
            outcome = self._one(self._wordings.view(index, which, alternative), pronoun, self._is_title(index))
            if (
                outcome is None
                or (outcomes and not _alike(outcomes[0], outcome))
                or self._borne_by_alike(index, outcome)
            ):
                return [silent]
            outcomes.append(outcome)
        return outcomes

    def _borne_by_alike(self, index: int, outcome: _Outcome) -> bool:
        """Whether somebody bears it whose name only looks like one of the text: nobody can tell who is meant."""
        bearers = {each for clause, _ in outcome.clauses for each in clause.bearer or () if not self._names.knows(each)}
        alike = next(filter(None, (look_alike_of(each, self._names.known()) for each in sorted(bearers))), None)
        if alike:
            self._alike[index] = alike
        return alike is not None

    def _definition(self, index: int) -> _Outcome:
        words = self._wordings.own(index).text.rstrip(" .;:")
        if index in self._defining:
            raw = self._flat[self._pieces[index].start : self._pieces[index].end]
            start = self._pieces[index].start
            found = definition_in(self._wordings.view(index), raw, self._under[index], start, self._path)
            assert found is not None
            term, meaning = found.term, found.meaning.rstrip(" :;") or "what the list below says"
            return _Outcome(SentenceForm.DEFINITION, f"“{term}” means {meaning}.")
        intro = self._pieces[index].intro
        assert intro is not None
        start = self._pieces[intro].start
        of = next((each.term for each in self.definitions if each.span.start == start), "the term")
        return _Outcome(SentenceForm.DEFINITION, f"“{of}” takes in {words.removesuffix(', and').removesuffix(' and')}.")

    def _is_title(self, index: int) -> bool:
        """Whether words without a subject may be a title: they number no provision, or its sentences follow them."""
        piece = self._pieces[index]
        if piece.intro is not None or _ITEM.search(self._flat, max(0, piece.start - 8), piece.start):
            return False
        following = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        if piece.provision is None or following is None or following.provision != piece.provision:
            return piece.provision is None
        return _DUTY.search(self._flat, following.start, following.end) is not None and piece.end - piece.start < 80

    def _one(self, view: View, pronoun: tuple[str, ...] | None, title: bool) -> _Outcome | None:
        view = not_so(infinitive_first(above_floor(view)), self._names)
        laid = laid_down(view, self._names, pronoun)
        if laid:
            return self._explained(laid, view, pronoun) or self._laid(laid, view)
        halves = self._present_half(view, pronoun)
        if halves is not None:
            return halves
        duties = commanded(view, self._names, pronoun)
        read = self._commanded(duties, pronoun) or self._worded(view, pronoun, title)
        return read or self._halves(view, pronoun)

    def _commanded(self, duties: Commanded | None, pronoun: tuple[str, ...] | None) -> _Outcome | None:
        """Duties in the present tense; what may be none counts with a time alone."""
        read = self._worded(duties.view, pronoun, True) if duties else None
        if not duties or not read:
            return None
        told = duties.sure or (duties.likely and (self._present or told_of_anyone(duties.view.text)))
        if not told and not any(bounded(each, view, self._present) for each, view in read.clauses):
            return None
        if _NOR_SHALL.search(duties.view.text):
            _share_bans([clause for clause, _ in read.clauses])
        return replace(read, present=True)

    def _worded(self, view: View, pronoun: tuple[str, ...] | None, title: bool) -> _Outcome | None:
        view = reworded(under_ceiling(view, self._names), self._names)
        clauses = read_clause(view.text, self._names, pronoun)
        if not clauses and not title:
            clauses = read_unaddressed(view.text, self._names)
        return _Outcome(_form(clauses[0][0]), None, [(clause, view) for clause, _ in clauses]) if clauses else None

    def _present_half(self, view: View, pronoun: tuple[str, ...] | None) -> _Outcome | None:
        """ "Either side may ask, and the other answers within a week", "..., which answers": a half in the present."""
        for first, second, who in present_halves(view.text, self._names):
            tail = view.cut(*who).join(view.cut(second, len(view.text)))
            if commanded(tail, self._names, None) is None:
                continue
            one = self._one(view.cut(0, first), pronoun, False)
            other = self._one(tail, _antecedent([one], self._names) if one else None, False)
            if one and other and one.clauses and other.clauses and not one.reading and not other.reading:
                return _Outcome(one.form, None, one.clauses + other.clauses)
        return None

    def _halves(self, view: View, pronoun: tuple[str, ...] | None) -> _Outcome | None:
        """ "X shall be spared; it shall be unlawful to ...": two sentences, where they aren't understood as one."""
        cut = halved(view.text)
        first = self._one(view.cut(0, cut[0]), pronoun, False) if cut else None
        if not cut or not first:
            told = told_before(view.text)
            barred = self._one(view.cut(told, len(view.text)), pronoun, False) if told else None
            return replace(barred, reading=f"{view.text[:told].rpartition(',')[0]}.") if barred and told else None
        second = self._one(view.cut(cut[1], len(view.text)), _antecedent([first], self._names), False)
        if not second or not second.clauses or second.reading or (first.reading and first.clauses):
            return None
        return _Outcome(first.form if first.clauses else second.form, first.reading, first.clauses + second.clauses)

    def _explained(self, laid: Laid, view: View, pronoun: tuple[str, ...] | None) -> _Outcome | None:
        """ "The Front answers for their safety: it gives them an escort": what was laid down, and what follows."""
        cut = re.search(r":\s+(?=(?:it|they|both|each|the)\s)", view.text)
        first = laid_down(view.cut(0, cut.start()), self._names, pronoun) if cut else None
        second = self._one(view.cut(cut.end(), len(view.text)), laid.who or pronoun, False) if cut and first else None
        if not first or not second or not second.clauses or second.reading or first.tail:
            return None
        return _Outcome(second.form, first.reading, second.clauses, first.who)

    def _laid(self, laid: Laid, view: View) -> _Outcome | None:
        """What was laid down, and the duties that follow in the same sentence ("... and shall ...")."""
        outcome = _Outcome(laid.form, laid.reading, [], laid.who)
        if laid.tail is None:
            return outcome
        tail = view.cut(laid.tail, len(view.text))
        said = re.search(r"\b(?P<it>which|it)\s+\Z", view.text[: laid.tail], re.IGNORECASE)
        name = next((each.name for each in self.bodies if laid.who and each.id == laid.who[0]), "")
        if said:
            first, last = said.span("it")
        elif laid.named:
            first, last = laid.named
        else:
            first = view.text.find(name) if name in view.text[: laid.tail] else laid.tail
            last = first + max(1, len(name) if first < laid.tail else 1)
        who = (view.at[first], view.at[last - 1], tail.at[0])  # "It" stands for who is named there
        subject = View(f"It {tail.text}", who + tail.at, tail.file, tail.path)
        clauses = read_clause(subject.text, self._names, laid.who)
        if not clauses:
            return None
        outcome.clauses = [(clause, subject) for clause, _ in clauses]
        return outcome

    # --- what comes of it --------------------------------------------------------------------

    def _obligations(self, index: int, outcomes: list[_Outcome], counts: dict[str, int]) -> tuple[Obligation, ...]:
        piece = self._pieces[index]
        labels = tuple(dict.fromkeys(bracket.label or "" for bracket in self._wordings.in_play(index)))
        sentence = Span.of(self._text, piece.start, piece.end, self._path)
        found = []
        for clauses in zip(*(outcome.clauses for outcome in outcomes), strict=True):
            for deed in range(len(clauses[0][0].deeds)):
                slots = [slots_of(clause, view, deed) for clause, view in clauses]
                agreed_on = {name: agreed([each[name] for each in slots]) for name in slots[0]}
                key = piece.provision or "text"
                counts[key] = counts.get(key, 0) + 1
                found.append(
                    Obligation.model_validate(
                        {
                            "id": f"{key}/{counts[key]}",
                            "provision": piece.provision,
                            "sentence": sentence,
                            "labels": tuple(label for label in labels if label),
                            **agreed_on,
                        }
                    )
                )
        return tuple(found)

    def _said(self, index: int, outcomes: list[_Outcome]) -> str | None:
        first = outcomes[0]
        if first.reading is None and not first.clauses:
            return None
        said = [first.reading] if first.reading else []
        for number, (clause, view) in enumerate(first.clauses):
            others = [outcome.clauses[number][0] for outcome in outcomes[1:]]
            said.append(say(left_open(clause, others), view, self._names))
        brackets = self._wordings.in_play(index)
        if brackets:
            names = dict.fromkeys(f"#{each.label}" if each.label else "an unlabelled bracket" for each in brackets)
            said.append(f"Still open: {', '.join(names)}.")
        return " ".join(said)

    def _introductions(self, sentences: list[Sentence]) -> tuple[Sentence, ...]:
        """ "The Parties shall:" is read when an item of its list is."""
        for piece, sentence in zip(self._pieces, list(sentences), strict=True):
            if piece.intro is None or sentence.reading is None:
                continue
            intro = sentences[piece.intro]
            if sentence.obligations and _only_opens(intro):
                intro = intro.replace(form=SentenceForm.NOT_READ, obligations=())
            if intro.form in (SentenceForm.NOT_READ, SentenceForm.NOT_OPERATIVE):
                sentences[piece.intro] = intro.replace(
                    form=sentence.form, reading="It opens the list below; each item is read with these words before it."
                )
        return tuple(sentences)


_OPEN_END = re.compile(r"following|\b(?:to|from|of|for|with|by|that|not)\s*:[\s*_]*\Z")
"""What goes on in a list for certain."""
_AMONG_THEM = re.compile(r",\s+including\b(?:\s+the\s+following\b)?")
"""Behind what is owed whole, of which a list tells some."""


_NOR_SHALL = re.compile(r"\b(?:or|nor)\s+shall\b")
"""Between deeds in the present tense that somebody is barred from: "nobody shall buy or shall sell"."""


def _share_bans(clauses: list[Clause]) -> None:
    """ "Nobody digs pits or sets snares in the square": one ban in other words, whose bounds are those of each deed."""
    if len({(clause.bearer, clause.modality) for clause in clauses}) == 1 and clauses[0].modality is Modality.MUST_NOT:
        share(clauses)


def _only_opens(intro: Sentence) -> bool:
    """Whether a duty with a list behind it says nothing without the list: "each Party shall hand to the JVC:"."""
    opens = intro.exact.rstrip(" *_").endswith(":")
    among = _AMONG_THEM.search(intro.exact) is not None
    whole = among or (any(each.object for each in intro.obligations) and not _OPEN_END.search(intro.exact))
    return opens and bool(intro.obligations) and not whole


def _form(clause: Clause) -> SentenceForm:
    if any(act in ("monitor", "verify") for act, _ in clause.deeds) and clause.modality is Modality.MUST:
        return SentenceForm.VERIFICATION
    if clause.modality is Modality.MUST_NOT:
        return SentenceForm.BAN
    return SentenceForm.PERMISSION if clause.modality is Modality.MAY else SentenceForm.DUTY


def _alike(one: _Outcome, other: _Outcome) -> bool:
    """Whether two variants of a sentence do the same, so that only slots may differ."""
    return one.form is other.form and [len(clause.deeds) for clause, _ in one.clauses] == [
        len(clause.deeds) for clause, _ in other.clauses
    ]


def _antecedent(outcomes: list[_Outcome], names: Names) -> tuple[str, ...] | None:
    """Whom "it" and "they" mean in the sentence that follows: who bears the last duty, or what it sets up."""
    first = outcomes[0]
    if first.who:
        return first.who
    last = first.clauses[-1][0] if first.clauses else None
    if last and last.bearer is None and last.object and last.passive:
        return names.bearers(last.object.text.partition(",")[0])
    return last.bearer if last else None
