"""Cases of Genius and its competitions (ANAC): a domain and utility spaces, each in XML, as they are written.

Utility is weight times evaluation, unscaled. As Genius does (``EvaluatorInteger``, ``EvaluatorReal``, ``IssueReal``
of genius.core): an integer issue has each of its whole numbers, worth offset + slope x (value - lower bound), and a
real one 21 values at equal steps, worth what its function says; both are cut off below 0 and above 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Any, cast

from lxml import etree

from parley.model import Issue, UnusableInput

from .foreign import (
    Found,
    Scenario,
    assemble,
    chosen,
    divided,
    issue_of,
    number,
    scale_note,
    unique_issues,
    whole_numbers,
)

_STEPS = 21
"""Values of a real issue: what Genius takes where it lists bids."""


def load_genius(
    files: Mapping[str, bytes],
    folder: str,
    profiles: Sequence[str] = (),
    reserve: Fraction | None = None,
    normalise: bool = False,
) -> Scenario:
    """The case of a folder's XML files, by name; ``folder`` is its name for messages.

    ``profiles`` picks utility spaces by file name; by default all are taken, in the order of their names.
    ``normalise`` divides each discrete issue's evaluations by their maximum, as Genius does. A party is called as
    its file, without the ending. Raises :class:`UnusableInput` for whatever can't be weighed.
    """
    names = sorted(files)
    domain: etree._Element | None = None
    domain_path = ""
    spaces: list[str] = []
    roots: dict[str, etree._Element] = {}
    broken: dict[str, UnusableInput] = {}
    for name in names:
        path = str(PurePath(folder, name))
        try:
            root = roots[name] = _parse(files[name], path)
        except UnusableInput as error:
            broken[name] = error
            spaces.append(name)
            continue
        if root.tag == "utility_space":
            spaces.append(name)
        elif root.tag == "negotiation_template":
            if domain is not None:
                problem = f"both {PurePath(domain_path).name} and {name} are domains"
                raise UnusableInput(folder, problem, "keep one of them in the folder")
            domain, domain_path = root, path
    picked = chosen(spaces, profiles, folder) if profiles else spaces
    for name in picked:
        if name in broken:
            raise broken[name]
    if not picked:
        raise UnusableInput(folder, "it has no utility space", "add an XML file whose root is <utility_space>")
    if domain is None:
        domain, domain_path = roots[picked[0]], str(PurePath(folder, picked[0]))
    issues = [_issue(element, domain_path) for element in _issues(domain, domain_path)]
    unique_issues(issues, domain_path)
    found = [_party(roots[name], issues, str(PurePath(folder, name)), reserve is None, normalise) for name in picked]
    return assemble(issues, found, reserve, normalise=False)


_DOCTYPE, _WITHOUT_DOCTYPE = "it declares a document type, as no domain does", "take the <!DOCTYPE ...> out"


def _parse(data: bytes, path: str) -> etree._Element:
    """Parse XML without entities, document types or a network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(b" \t\r\n"), parser)  # whoever writes these often begins with a blank line
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in data:  # entities fail before the whole is read; what is wrong is the declaration
            raise UnusableInput(path, _DOCTYPE, _WITHOUT_DOCTYPE) from error
        where = f"line {error.lineno}" if error.lineno else ""
        raise UnusableInput(path, "this is no sound XML", "mend it there, or export it again", where) from error
    except ValueError as error:
        raise UnusableInput(path, "this is no sound XML", "export it again") from error
    if cast("str", cast("Any", root.getroottree().docinfo).doctype):
        raise UnusableInput(path, _DOCTYPE, _WITHOUT_DOCTYPE)
    return root


def _issues(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements of all issues, in their order; whatever isn't additive is refused."""
    for element in root.iter("ufun", "hyperRectangle", "utility_space"):
        if element.tag != "utility_space" or "nonlinear" in (element.get("type") or "").casefold():
            raise UnusableInput(path, "its utilities are no weighted sums", "give additive utility spaces")
    return list(root.iter("issue"))


def _issue(element: etree._Element, path: str) -> Issue:
    name = (element.get("name") or "").strip()
    if not name:
        raise UnusableInput(path, "an issue has no name", 'write <issue name="...">', f"line {element.sourceline}")
    kind = _kind(element, path)
    if kind == "discrete" or element.find("item") is not None:
        return issue_of(name, [_value(item, path, name) for item in element.findall("item")], path)
    low, high = _bounds(element, path, f"issue {name}")
    if kind == "integer":
        return issue_of(name, whole_numbers(low, high, path, f"issue {name}"), path)
    return issue_of(name, [_shown(value) for value in _steps(low, high)], path)


def _kind(element: etree._Element, path: str) -> str:
    kind = (element.get("vtype") or element.get("etype") or element.get("type") or "discrete").casefold()
    if kind not in ("discrete", "integer", "real"):
        where = f"issue {element.get('name')}"
        raise UnusableInput(
            path, f"issues of type '{kind}' can't be weighed", "make it discrete, integer or real", where
        )
    return kind


def _value(item: etree._Element, path: str, issue: str) -> str:
    value = item.get("value")
    if value is None:
        where = f"issue {issue}, line {item.sourceline}"
        raise UnusableInput(path, "an item has no value", 'write <item value="...">', where)
    return value.strip()


def _bounds(element: etree._Element, path: str, where: str) -> tuple[Fraction, Fraction]:
    ranges = element.find("range")
    ends = []
    for name in ("lowerbound", "upperbound"):
        written = element.get(name) or (ranges.get(name) if ranges is not None else None)
        if written is None:
            raise UnusableInput(path, f"the issue has no {name}", f'write <range {name}="...">', where)
        ends.append(number(written, path, f"{where}, {name}"))
    if ends[0] > ends[1]:
        raise UnusableInput(path, "its lower bound is above its upper bound", "turn the two around", where)
    return ends[0], ends[1]


def _steps(low: Fraction, high: Fraction) -> list[Fraction]:
    return [low + (high - low) * step / (_STEPS - 1) for step in range(_STEPS)] if low < high else [low]


def _shown(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else repr(float(value))


def _party(root: etree._Element, issues: Sequence[Issue], path: str, own: bool, normalise: bool) -> Found:
    """A utility space over the domain's issues; ``own`` is whether its own reservation value is to be used."""
    party = PurePath(path).stem
    by_name = {(element.get("name") or "").strip(): element for element in _issues(root, path)}
    weights = {item.get("index"): item.get("value") for item in root.iter("weight")}
    strange = [name for name in by_name if name not in {issue.id for issue in issues}]
    if strange:
        raise UnusableInput(path, f"its issue '{strange[0]}' is not in the domain", "name issues as the domain does")
    scores: dict[str, dict[str, Fraction]] = {}
    weighted: dict[str, Fraction] = {}
    for issue in issues:
        where = f"issue {issue.id}"
        element = by_name.get(issue.id)
        if element is None:
            raise UnusableInput(path, f"it says nothing of issue '{issue.id}'", "add that <issue>")
        weight = weights.get(element.get("index"))
        if weight is None:
            raise UnusableInput(path, "the issue has no weight", "add its <weight index=... value=...>", where)
        weighted[issue.id] = number(weight, path, f"{where}, weight")
        row = _scores(element, issue, path, where)
        listed_values = element.find("item") is not None
        scores[issue.id] = divided(row) if normalise and listed_values else row
    reserve = None
    notes: tuple[str, ...] = ()
    written = root.find("reservation")
    if written is not None and own:
        reserve = number(written.get("value"), path, "reservation")
        most = sum((weighted[issue] * max(row.values()) for issue, row in scores.items()), Fraction(0))
        notes = scale_note(party, reserve, most)
    discount = root.find("discount_factor")
    if discount is not None and number(discount.get("value", "1"), path, "discount_factor") not in (0, 1):
        notes += (f"{party}: its discount factor is left aside, for weighing knows no rounds.",)
    return Found(party, scores, weighted, reserve, notes)


def _scores(element: etree._Element, issue: Issue, path: str, where: str) -> dict[str, Fraction]:
    """The evaluation of each of the issue's options."""
    items = element.findall("item")
    if items:
        given: dict[str, Fraction] = {}
        for item in items:
            value = _value(item, path, issue.id)
            if value in given:
                raise UnusableInput(path, f"the value '{value}' is evaluated twice", "keep one of the two", where)
            written = item.get("evaluation")
            if written is None:
                raise UnusableInput(path, f"the value '{value}' has no evaluation", "give it one", where)
            given[value] = number(written, path, f"{where}, {value}")
        options = {option.id for option in issue.options}
        missing = [id for id in options if id not in given] or [id for id in given if id not in options]
        if missing:
            problem = f"the value '{min(missing)}' is in only one of the profile and the domain"
            raise UnusableInput(path, problem, "list the same values in both", where)
        return {option.id: given[option.id] for option in issue.options}
    low, high = _bounds(element, path, where)
    real = _kind(element, path) == "real"
    values = _steps(low, high) if real else [Fraction(value) for value in whole_numbers(low, high, path, where)]
    names = [_shown(value) for value in values]
    if names != [option.id for option in issue.options]:
        raise UnusableInput(path, "its range is not the domain's", "give both the same bounds", where)
    evaluate = _function(element, low, path, where)
    return {
        name: min(max(evaluate(value), Fraction(0)), Fraction(1)) for name, value in zip(names, values, strict=True)
    }


def _function(element: etree._Element, low: Fraction, path: str, where: str) -> Any:
    """What a value of an integer or real issue is worth, before it is cut off."""
    evaluator = element.find("evaluator")
    if evaluator is None:
        raise UnusableInput(path, "the issue has no evaluator", "add its <evaluator>", where)

    def parameter(name: str) -> Fraction:
        return number(evaluator.get(name), path, f"{where}, evaluator, {name}")

    if evaluator.get("slope") is not None:
        slope, offset = parameter("slope"), parameter("offset")
        return lambda value: offset + slope * (value - low)
    kind = (evaluator.get("ftype") or "").casefold()
    if kind in ("constant", "linear"):
        offset = parameter("parameter0")
        slope = parameter("parameter1") if kind == "linear" else Fraction(0)
        return lambda value: offset + slope * value
    if kind == "triangular":
        left, right, top = parameter("parameter0"), parameter("parameter1"), parameter("parameter2")

        def triangle(value: Fraction) -> Fraction:
            if left <= value < top:
                return (value - left) / (top - left)
            return 1 - (value - top) / (right - top) if top <= value < right else Fraction(0)

        return triangle
    mend = "use linear, constant or triangular, or list the values as items"
    raise UnusableInput(path, f"an evaluator of type '{kind}' can't be weighed", mend, where)
