"""Whom he, she, it and they mean: by gender and number, by who was the subject, sentence by sentence backwards."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from parley.model import ActorKind, Ref

from ..attribution.quotes import Cover, find_quotations
from ..concordance import concordance, tokens_of
from ..grammar import NOUN_SUBJECT, is_main_subject, is_subject, own_subject
from ..tokens import Token
from .cast import Cast, Meant, Resolved
from .descriptions import OFFICES, OFFICIALS, is_plural
from .groups import group
from .mentions import Person
from .names import folded, people_words, surname

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
_BODIES = frozenset({"office", "team"})
_FOLK = people_words("folk") - _BODIES
_MEN, _WOMEN = people_words("male") | {"boy", "man"}, people_words("female") | {"girl", "woman"}
_REACH = 3
"""A pronoun is followed back over this many sentences; further off is guessing."""
_FARTHEST = 30
"""And over no more than these, however long a story stays with the same pronoun: a paper costs what it is long."""
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
_ONE = ("NN", "NNP")  # "The President", as read-outs write it, is one president too


class Pronouns:
    """The pronouns of one document. Resolved in reading order, each looks back at those before it."""

    def __init__(self, cast: Cast, meant: Meant) -> None:
        self._cast, self._meant = cast, meant
        self._known: dict[int, Resolved | None] = {}
        self._unnamed: dict[int, Token] = {}
        """By pronoun: the noun of the person without a name whom it means."""
        self._people = {person.name: person for person in cast.persons}
        self._shared = sorted(cast.shared)
        self._quoted = Cover((each.start, each.end) for each in find_quotations(cast.text) if each.is_whole)
        words = concordance(cast.doc)
        self._his, self._hers = words.places(forms=HE), words.places(forms=SHE)
        self._personal = words.places(forms=HE | SHE | OFFICES)
        self._weigh_genders()
        for _ in range(2):  # once more where the first reading took one person for a man and for a woman
            for token in tokens_of(cast.doc, forms=PRONOUNS):
                self.resolve(token)
            if not self._settle_genders():
                break

    def resolve(self, token: Token) -> Resolved | None:
        """Whom the pronoun means; ``None`` where two could be meant alike, or nobody is in reach."""
        if token.i not in self._known:
            self._known[token.i] = None  # while it is being looked for
            self._known[token.i] = self._look(token)
        return self._known[token.i]

    def _look(self, token: Token) -> Resolved | None:
        word = token.lower_
        if word in HE | SHE:
            asked = _who_is_asked(token)
            return self._person(token, word in HE) if asked is None else self._as_asked(token, asked)
        return self._body(token) if word in IT else self._group(token)

    # ---- he, she

    def _as_asked(self, token: Token, asked: Token) -> Resolved | None:
        """ "Asked whether he would resign, Ivo Tarn said": "he" is hardly whoever was named before."""
        resolved = self.resolve(asked) if asked.lower_ in PRONOUNS else self._meant(asked)
        if resolved is None or self._kind(resolved) is not ActorKind.PERSON:
            return None
        known = self._people.get(resolved.ref.name)
        if known is not None and known.male is (token.lower_ in SHE):
            return None
        return Resolved(resolved.ref, f"'{token.text}' is taken to be {resolved.ref.name}, who was asked.")

    def _person(self, token: Token, male: bool) -> Resolved | None:
        """The nearest person of that gender; a sentence's own subject before other subjects, these before others."""
        cast = self._cast
        here = at = cast.sentence_of(token)
        reach, another = _REACH, False
        while at >= 0 and reach and here - at < _FARTHEST:
            first, last = cast.bounds(at)
            stop = token.i if at == here else last
            found = self._standing(first, stop, token, male)
            if all(rank for rank, _ in found) and (unnamed := self._unnamed_subject(first, stop, token, male)):
                return self._as_unnamed(token, unnamed)
            if found:
                best = min(rank for rank, _ in found)
                chosen = {person.name: person for rank, person in found if rank == best}
                if len(chosen) > 1 or (best and another):
                    return None
                ((name, person),) = chosen.items()
                others = {each.name for _, each in found} - {name}
                doubt = f"'{token.text}' is taken to be {name}, named just before." if others else None
                return Resolved(cast.note_person(person).ref, doubt)
            another = another or self._is_about_another(first, stop, male)
            at -= 1
            told = self._quoted.covers(cast.doc[first].idx) and self._quoted.covers(cast.doc[last - 1].idx)
            if not told and not _within(self._his if male else self._hers, first, last):
                reach -= 1  # where the same pronoun stands, or somebody is quoted, the story is of the same person
        return None

    def _standing(self, first: int, last: int, token: Token, male: bool) -> list[tuple[int, Person]]:
        """Who could be meant between two tokens: 0 for the sentence's own subject, 1 for other subjects, 2 else."""
        found: list[tuple[int, Person]] = []
        barred = _subject_of_its_verb(token)
        for word, person in (*self._persons_between(first, last), *self._bearers_between(first, last, male)):
            if word.lower_ in (SHE if male else HE):
                continue
            if barred is not None and barred.i == word.i:
                barred_person = person.name
                found = [each for each in found if each[1].name != barred_person]
                continue
            if person.male in (None, male) and not self._is_in_others_words(word, token):
                found.append((0 if is_main_subject(word) else 1 if is_subject(word) else 2, person))
        return found

    def _unnamed_subject(self, first: int, stop: int, token: Token, male: bool) -> Token | None:
        """Whom the sentence is about, where that is a person without a name ("An Orlavian officer shook his head"):
        whoever was named before, "he" is hardly somebody else than this one."""
        barred = _subject_of_its_verb(token)
        for subject in self._cast.doc[first:stop]:
            if subject.dep_ not in NOUN_SUBJECT or not is_main_subject(subject) or subject.i == token.i:
                continue
            if (barred is not None and barred.i == subject.i) or self._is_quoted_apart(subject, token):
                return None
            if subject.lower_ in HE | SHE:
                return self._unnamed.get(subject.i) if (subject.lower_ in HE) is male else None
            if subject.ent_type_ == "PERSON" and subject.i not in self._cast.person_at and not self._names(subject):
                return subject  # "Orde has an ally in Ana Kov. She ...": a name that nobody here bears in full
            somebody = subject.tag_ in _ONE and _may_be(subject, male) and not self._names(subject)
            return subject if somebody and not self._may_be_named(subject) else None
        return None

    def _is_about_another(self, first: int, stop: int, male: bool) -> bool:
        """Whether a sentence's own subject is somebody of whom nobody tells who it is ("the candidate said"): the one
        before may be meant by it if that one acted there, but hardly who was only mentioned."""
        subjects = (each for each in self._cast.doc[first:stop] if each.dep_ in NOUN_SUBJECT and is_main_subject(each))
        return any(each.tag_ in _ONE and _may_be(each, male) and not self._names(each) for each in subjects)

    def _may_be_named(self, subject: Token) -> bool:
        """ "The negotiator", of whom nobody has told yet, may be another word for whoever was named before."""
        article = next((each for each in subject.children if each.dep_ == "det"), None)
        if article is None or article.lower_ != "the" or subject.text[:1].isupper() or self._meant(subject) is not None:
            return False
        return concordance(self._cast.doc).places(forms={subject.lower_})[0] == subject.i

    def _names(self, subject: Token) -> bool:
        """Whether a person's name is, or stands within, the words of a subject, or its office has one holder here."""
        owners = {each.i for child in subject.children if child.dep_ == "poss" for each in child.subtree}
        if any(each.i in self._cast.person_at and each.i not in owners for each in subject.subtree):
            return True  # "Sand's neighbour" is not Sand
        resolved = self._meant(subject)
        return resolved is not None and resolved.ref.id is not None

    def _as_unnamed(self, token: Token, subject: Token) -> Resolved | None:
        """The one without a name, as far as the text tells whose it is; "her adviser ... she" leaves both open."""
        self._unnamed[token.i] = subject
        told = None if any(each.lower_ in HE | SHE for each in subject.children) else self._meant(subject)
        if told is None or told.ref.of is None:
            return None
        return Resolved(told.ref, f"'{token.text}' is taken to be '{subject.text}', told of just before.")

    def _persons_between(self, first: int, last: int) -> Iterator[tuple[Token, Person]]:
        cast = self._cast
        mentions = cast.between(first, last)
        for mention in mentions:
            yield cast.doc[mention.first : mention.last].root, mention.person
        for i in _within(self._personal, first, last):
            token = cast.doc[i]
            resolved = None
            if token.lower_ in HE | SHE:
                resolved = self._known.get(i)
            elif not mentions and token.lower_ in OFFICES and token.tag_ in _ONE and i not in cast.claimed:
                resolved = self._meant(token)
            if resolved is not None and resolved.ref.id is not None:
                given = cast.given.get(resolved.ref.id)
                known = self._people.get(resolved.ref.name)
                if known is not None or (given is not None and given.kind is ActorKind.PERSON):
                    yield token, known or Person(resolved.ref.name, given=given)

    def _bearers_between(self, first: int, last: int, male: bool) -> Iterator[tuple[Token, Person]]:
        """Of a surname that several bear, as the sentence's own subject, the one whom "she" can mean: "Orde" after Ada
        and Jon Orde."""
        for i in _within(self._shared, first, last):
            token = self._cast.doc[i]
            if not is_main_subject(token):
                continue
            bearers = [each for each in self._cast.persons if folded(surname(each.name)) == folded(token.text)]
            alike = [each for each in bearers if each.male in (None, male)]
            if len(alike) == 1:
                yield token, alike[0]

    def _is_in_others_words(self, name: Token, pronoun: Token) -> bool:
        """Whether only one of the two is quoted, in one sentence, or the name alone is, in any: of "“Dane is angry. Kov
        is not,” he said" neither is he."""
        if self._quoted.covers(name.idx) and not self._quoted.covers(pronoun.idx):
            return True
        return pronoun.sent == name.sent and self._is_quoted_apart(name, pronoun)

    def _is_quoted_apart(self, one: Token, other: Token) -> bool:
        """Whether one stands inside a quotation and the other outside: who says "he" is not he."""
        between = self._cast.doc[min(one.i, other.i) : max(one.i, other.i)]
        return sum(token.is_quote and token.text not in ("'", "’") for token in between) % 2 == 1

    def _weigh_genders(self) -> None:
        """Who alone was spoken of in the sentences around is whom the pronoun there means: it tells the gender."""
        cast = self._cast
        votes: dict[str, set[bool]] = {}
        for token in tokens_of(cast.doc, forms=HE | SHE):
            at = cast.sentence_of(token)
            first = cast.bounds(max(0, at - 2))[0]
            near = {mention.person.name for mention in cast.between(first, token.i)}
            here = cast.between(cast.bounds(at)[0], token.i)
            last = cast.doc[here[-1].last - 1] if here else token
            if len(near) == 1 and is_subject(last) and here and not self._is_quoted_apart(last, token):
                votes.setdefault(near.pop(), set()).add(token.lower_ in HE)
        for name, told in votes.items():
            if self._people[name].male is None and len(told) == 1:
                self._people[name].male = next(iter(told))

    def _settle_genders(self) -> bool:
        """Nobody is "he" and "she" in one paper: whom both were taken to mean is what most say, else the first.

        Returns whether anybody was, so that the pronouns have to be resolved anew.
        """
        told: dict[str, Counter[bool]] = {}
        for i, resolved in self._known.items():
            word = self._cast.doc[i].lower_
            if resolved is not None and word in HE | SHE and resolved.ref.name in self._people:
                told.setdefault(resolved.ref.name, Counter())[word in HE] += 1
        settled = {name: counts for name, counts in told.items() if len(counts) > 1}
        for name, counts in settled.items():
            most, least = max(counts.values()), min(counts.values())
            self._people[name].male = counts.most_common(1)[0][0] if most >= 2 * least else next(iter(counts))
        if settled:
            self._known.clear()
            self._unnamed.clear()
        return bool(settled)

    # ---- it, they

    def _body(self, token: Token) -> Resolved | None:
        """The state or body that is this sentence's subject before it, or was that of the sentence before."""
        for subject in self._subjects_before(token, 1, itself=token.lower_ == "its"):
            if is_plural(subject) or (subject.lower_ in PRONOUNS and subject.lower_ not in IT):
                return None
            resolved = self._meant(subject)
            kind = self._kind(resolved)
            if resolved is not None and resolved.ref.name.casefold() in people_words("channels"):
                continue
            if resolved is None or kind is ActorKind.PERSON or not (resolved.ref.id or resolved.ref.of):
                return None
            if resolved.ref.id is None and subject.lower_ in OFFICES | OFFICIALS - _BODIES:
                return None  # somebody, though not named: no "it"
            return Resolved(resolved.ref, _named_just_before(token, resolved.ref))
        return None

    def _group(self, token: Token) -> Resolved | None:
        """The several, or the body, of whom the sentences before spoke; a nearer plural that is nobody bars them."""
        for subject in self._subjects_before(token, 2, itself=False):
            several = [child for child in subject.children if child.dep_ == "conj"]
            resolved = self._meant(subject)
            if several:
                resolved = group(token.text, [each for s in (subject, *several) if (each := self._meant(s))])
            if is_plural(subject) or several or subject.lower_ in THEY:
                if resolved is None or not (resolved.ref.id or resolved.ref.members or resolved.ref.of):
                    return None
                if several and len(resolved.ref.members) < 1 + len(several):
                    return None
                return Resolved(resolved.ref, _named_just_before(token, resolved.ref))
            if not is_subject(token) or not is_main_subject(subject) or self._is_name_of_state(subject):
                continue  # one state is "it"
            if resolved is not None and resolved.ref.id and self._kind(resolved) is not ActorKind.PERSON:
                return Resolved(resolved.ref, _named_just_before(token, resolved.ref))
        return None

    def _is_name_of_state(self, token: Token) -> bool:
        actor = self._cast.at(token)
        return actor is not None and actor.kind is ActorKind.STATE

    def _kind(self, resolved: Resolved | None) -> ActorKind | None:
        actor = self._cast.with_id(resolved.ref.id) if resolved is not None else None
        return actor.kind if actor is not None else None

    def _subjects_before(self, token: Token, reach: int, itself: bool) -> Iterator[Token]:
        """Subjects, a sentence's own before those of its clauses: of the sentence itself, then of those before it."""
        at = self._cast.sentence_of(token)
        for sentence in range(at if itself else at - 1, max(-1, at - 1 - reach), -1):
            first, last = self._cast.bounds(sentence)
            words = [t for t in self._cast.doc[first : min(last, token.i)] if t.dep_ in NOUN_SUBJECT and t.i != token.i]
            main = [t for t in words if is_main_subject(t)]
            yield from (*main[:1], *(t for t in words if t not in main))
            if any(not t.is_space for t in words) and sentence < at and not main:
                return


def _within(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Those of some places, in order, that lie from one token to another."""
    return places[bisect.bisect_left(places, first) : bisect.bisect_left(places, last)]


def _named_just_before(token: Token, ref: Ref) -> str:
    return f"'{token.text}' is taken to be {ref.name}, named just before."


def _subject_of_its_verb(token: Token) -> Token | None:
    """Of "Lunde told her": the subject, whom an object of the same verb never means."""
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self"):
        return None
    verb = token.head.head if token.dep_ == "pobj" else token.head
    while True:
        subject = own_subject(verb)
        if subject is not None or verb.dep_ != "conj":
            return subject
        verb = verb.head  # "The Chancellor thanked the President and urged her"


def _who_is_asked(token: Token) -> Token | None:
    """Of a pronoun as the subject of a question in front ("Asked whether she would go, ..."): who answers."""
    verb = token.head
    asked = verb.head
    if token.dep_ not in NOUN_SUBJECT or asked.lower_ not in _ASKED or asked.dep_ != "advcl":
        return None
    subject = own_subject(asked.head)
    return subject if own_subject(asked) is None and subject is not None and subject.i > token.i else None


def _may_be(noun: Token, male: bool) -> bool:
    """Whether a noun is one of a person, and may be one of a man's, or a woman's."""
    word = noun.lower_
    if word in (_WOMEN if male else _MEN):
        return False
    return word in OFFICES | OFFICIALS | _FOLK | _MEN | _WOMEN
