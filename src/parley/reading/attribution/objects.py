"""How far an object reaches: what hangs on the verb by the parser and is the object's by sense, and the reverse."""

from __future__ import annotations

from ..grammar import subtree
from ..tokens import Token

_OF_OBJECT = frozenset(
    {"across", "along", "around", "between", "from", "near", "over", "through", "throughout", "within"}
)
_COMPARING = frozenset({"against", "down", "fewer", "more", "up"})


def without_remark(noun: Token) -> frozenset[int]:
    """ "ordered a halt, a step that others called a siege": what is said of the halt after a comma is the paper's."""
    remarks = (child for child in noun.rights if child.dep_ == "appos" and noun.doc[child.left_edge.i - 1].text == ",")
    return subtree(noun, [each.i for each in remarks if any(child.dep_ == "relcl" for child in each.rights)])


def rest_of_object(verb: Token, noun: Token) -> frozenset[int]:
    """ "ordered a freeze on transit through the Gulf", "reported 41 breaches in April, down from 67": right after an
    object the place and the comparison are its own; what follows of a day is the saying's."""
    found: set[int] = set()
    end = max(subtree(noun))
    counted = any(each.dep_ == "nummod" for each in noun.children)
    for child in verb.rights:
        if child.i <= end or child.is_punct:
            continue
        begins, word = min(subtree(child)), child.lower_
        placed = child.dep_ == "prep" and word in _OF_OBJECT and not is_dated(child)
        here = begins == end + 1 and (placed or (word == "in" and counted))
        if not here and not (begins == end + 2 and word in _COMPARING and counted):
            break
        found |= {*range(end + 1, begins), *subtree(child)}
        end = max(subtree(child))
    return frozenset(found)


def is_dated(preposition: Token) -> bool:
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children)
