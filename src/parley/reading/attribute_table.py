"""The pipeline's attribute rules, looked up in tables.

spaCy's attribute ruler runs each of its some two hundred patterns over each token: a seventh of the pipeline's
time. Nearly all ask one token for its form, tag or relation; so here each rule is filed under one value that its
first token must have, and a token meets only the rules filed under its own values. What they set is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc

_ASKED = ("LOWER", "TAG", "DEP", "IS_SPACE")
"""What a rule may ask of a token; it is filed under the first of these for which it names values."""
_ASKED_COLUMNS = [LOWER, TAG, DEP, IS_SPACE]
_SET_COLUMNS = [POS, MORPH, LEMMA, TAG, DEP]


class _Test(NamedTuple):
    column: int
    values: frozenset[int]
    within: bool
    """Whether the token's value must be one of these, or must not."""


class _Effect(NamedTuple):
    target: int
    """Which token of the pattern is changed: counted from the first, or, if negative, from the last."""
    changes: tuple[tuple[int, int], ...]
    """Columns of what is set, and their new values."""


class _Rule(NamedTuple):
    number: int
    """Its place among the ruler's: later rules overrule earlier ones."""
    tests: Sequence[tuple[_Test, ...]]
    """For each token of the pattern what it must be."""


class AttributeTable:
    """Sets on each token of a document what the rules of an attribute ruler set. Made by :meth:`of`.

    Patterns that ask for more than values (a regular expression, a repetition) are left to spaCy's matcher.
    """

    def __init__(self, rules: Sequence[_Rule], effects: Sequence[_Effect], others: Matcher) -> None:
        self._effects, self._others = effects, others
        self._filed: list[dict[int, list[_Rule]]] = [{} for _ in _ASKED]
        for rule in rules:
            key = next(test for test in rule.tests[0] if test.within)
            for value in key.values:
                self._filed[key.column].setdefault(value, []).append(rule)
        self._forms = frozenset(
            value for rule in rules for test in rule.tests[0] if not test.column for value in test.values
        )
        self._opened: dict[tuple[int, ...], tuple[_Rule, ...]] = {}
        """The rules whose first token fits, by that token's values; a form that no rule asks for first is 0 in them, so
        that there are no more than the rules make."""

    @classmethod
    def of(cls, ruler: AttributeRuler) -> Self | None:
        """The table of a ruler's rules; None where one sets something that none of the columns here holds."""
        if not all(set(attributes) <= set(_SET_COLUMNS) for attributes in ruler.attrs):
            return None
        effects = [
            _Effect(index, tuple((_SET_COLUMNS.index(attribute), value) for attribute, value in attributes.items()))
            for index, attributes in zip(ruler.indices, ruler.attrs, strict=True)
        ]
        rules, others = [], Matcher(ruler.vocab)
        for number, told in enumerate(ruler.patterns):
            patterns: Any = told["patterns"]
            for pattern in patterns:
                tests = [_tests(token, ruler.vocab.strings) for token in pattern]
                if all(tests) and any(test.within for test in tests[0]):
                    rules.append(_Rule(number, tests))
                else:
                    others.add(str(number), [pattern])
        return cls(rules, effects, others)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        found = self._found(doc)
        found.sort()
        columns = doc.to_array(_SET_COLUMNS).T.tolist()
        for number, start, end in found:
            target, changes = self._effects[number]
            place = start + target if target >= 0 else end + target
            for column, value in changes:
                columns[column][place] = value
        told: Any = np.array(columns, dtype="uint64").T
        return doc.from_array(_SET_COLUMNS, told)

    def _found(self, doc: Doc) -> list[tuple[int, int, int]]:
        """Numbers of rules, and the tokens from which and up to which they hold."""
        names = doc.vocab.strings
        others = self._others(doc, allow_missing=True) if len(self._others) else []
        found = [(int(names[key]), start, end) for key, start, end in others]
        asked = list(zip(*doc.to_array(_ASKED_COLUMNS).T.tolist(), strict=True))
        for i, values in enumerate(asked):
            for rule in self._opened_by(values):
                if len(rule.tests) == 1 or _holds(rule.tests, asked, i):
                    found.append((rule.number, i, i + len(rule.tests)))
        return found

    def _opened_by(self, values: tuple[int, ...]) -> tuple[_Rule, ...]:
        if values[0] not in self._forms:
            values = (0, *values[1:])
        rules = self._opened.get(values)
        if rules is None:
            near = (rule for filed, value in zip(self._filed, values, strict=True) for rule in filed.get(value, ()))
            rules = self._opened[values] = tuple(rule for rule in near if _holds(rule.tests[:1], (values,), 0))
        return rules


def _tests(token: Mapping[str, Any], strings: StringStore) -> tuple[_Test, ...]:
    """What one token of a pattern must be; nothing where it asks for more than values."""
    tests: list[_Test] = []
    for attribute, wanted in token.items():
        asked = dict(wanted) if isinstance(wanted, dict) else {"IN": [wanted]}
        if attribute not in _ASKED or len(asked) != 1 or not asked.keys() <= {"IN", "NOT_IN"}:
            return ()
        ((how, words),) = asked.items()
        values = frozenset(int(word) if isinstance(word, bool) else strings.add(word) for word in words)
        tests.append(_Test(_ASKED.index(attribute), values, how == "IN"))
    return tuple(sorted(tests, key=lambda test: test.column))


def _holds(pattern: Sequence[tuple[_Test, ...]], asked: Sequence[Sequence[int]], i: int) -> bool:
    if i + len(pattern) > len(asked):
        return False
    for place, tests in enumerate(pattern, start=i):
        token = asked[place]
        for column, values, within in tests:
            if (token[column] in values) is not within:
                return False
    return True
