"""Open points between two drafts: whose wording a bracket was settled by, what was opened, who changed its own."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.model import Alternative, Bracket, Change, ChangeKind, Framework, Issue, Option, Side
from parley.text.listing import listed

from ..brackets import paired, places_of, rival_choices
from .likeness import places_of_words, words_of
from .pairing import Pairs, Unit


@dataclass(frozen=True)
class Outcome:
    """What became of a point. ``option`` is the id of the option whose words stand at every place, if one does."""

    option: str | None
    change: Change


def settled(before: Framework, after: Framework, pairs: Pairs) -> Iterator[Outcome]:
    """Labels of the earlier draft that the later one no longer has, with whose words stand there now."""
    there = {issue.id for issue in after.issues}
    places = places_of(before.brackets)
    for issue in before.issues:
        if issue.id in there:
            continue
        fallen = [_fallen_with(before, after, pairs, place) for place in places[issue.id]]
        if None not in fallen:
            yield _fell(pairs, places[issue.id], issue, str(fallen[0]))
        else:
            stood = [place for place, with_ in zip(places[issue.id], fallen, strict=True) if with_ is None]
            yield _outcome(before, after, pairs, stood, issue)


def _fallen_with(before: Framework, after: Framework, pairs: Pairs, place: Bracket) -> str | None:
    """The label of the bracket around this one, where its wording that holds this one stands no more."""
    for outer in before.brackets:
        if not (outer.start < place.start and place.end < outer.end):
            continue
        won = _standing(before, after, pairs, outer)
        there = {each.label for each in after.brackets if each.label}
        if won is not None and outer.label not in there and not (won.start <= place.start < won.end):
            return outer.label or ""
    return None


def _fell(pairs: Pairs, places: Sequence[Bracket], issue: Issue, outer: str) -> Outcome:
    """A point within a wording that was not taken: it fell with it, and nobody gave or took anything more."""
    later = pairs.later(places[0].provision)
    held = f"the wording of #{outer}" if outer else "the wording"
    change = Change(
        provision=later.id if later else None,
        was=places[0].provision,
        kind=ChangeKind.SETTLED,
        label=issue.id,
        before=places[0].exact,
        after=None,
        meaning=f"#{issue.id} fell with {held} that held it.",
        moved={},
    )
    return Outcome(None, change)


def settled_unlabelled(before: Framework, after: Framework, pairs: Pairs) -> Iterator[Outcome]:
    """The same of brackets without a label: those that the later draft doesn't have word for word."""
    unlabelled = Counter(_key(each) for each in after.brackets if each.label is None)
    for bracket in before.brackets:
        if bracket.label is None:
            if unlabelled[_key(bracket)]:
                unlabelled[_key(bracket)] -= 1
            else:
                yield _outcome(before, after, pairs, [bracket])


def taken_from(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """The option, by label, of the points of which one wording stands at every place."""
    return {each.change.label: each.option for each in outcomes if each.change.label and each.option}


def _key(bracket: Bracket) -> tuple[str, ...]:
    return words_of(bracket.exact)


def _outcome(
    before: Framework, after: Framework, pairs: Pairs, places: Sequence[Bracket], issue: Issue | None = None
) -> Outcome:
    found = [_standing(before, after, pairs, place) for place in places]
    later = pairs.later(places[0].provision)
    option = _rival(places, found) if issue else None
    ranks = {_rank(places[0], place, alternative) for place, alternative in zip(places, found, strict=True)}
    rank = ranks.pop() if len(ranks) == 1 else None
    won = None if rank is None else places[0].alternatives[rank]
    if option is not None:
        standing = next(each for each in found if each)
        won = standing.replace(owners=option.owners, text=option.text)
        later = pairs.later(places[found.index(standing)].provision)
    told, moved = _told(places, found, won, gone=later is None)
    now = won.text if won else None
    if now is None and later is not None and len(places) == 1 and not any(found):
        now = _stands_there(before, places[0], pairs.by_id[places[0].provision][0], later)
        told += f", but “{now}”" if now else ""
    change = Change(
        provision=later.id if later else None,
        was=places[0].provision,
        kind=ChangeKind.SETTLED,
        label=issue.id if issue else None,
        before=places[0].exact,
        after=now,
        meaning=f"{f'#{issue.id}' if issue else 'A bracket without a label'} is settled: {told}.",
        moved=moved,
    )
    options = issue.options if issue and option is None else ()
    option = option or next((each for each in options if won and _same(each.text, won.text)), None)
    return Outcome(option.id if option else None, change)


def _rival(places: Sequence[Bracket], found: Sequence[Alternative | None]) -> Option | None:
    """The option of paragraphs that are alternatives, all of whose words stand while those of no other do."""
    for choice in rival_choices(places):
        wanted = [each if each and each.owners else None for each in choice.wordings]
        if any(wanted) and wanted == list(found):
            return choice.option
    return None


def _told(
    places: Sequence[Bracket], found: Sequence[Alternative | None], won: Alternative | None, gone: bool
) -> tuple[str, dict[str, Side]]:
    """Whose wording stands, in words, and who gave and took by it. Where nobody's stands, all owners gave."""
    owners = sorted({owner for place in places for each in place.alternatives for owner in each.owners})
    if won is not None:
        whose = f"{listed(won.owners)}'s wording" if won.owners else "a wording without an owner"
        told = f"{whose} stands, “{won.text}”" if won.text.strip() else f"{whose} stands, which is to say nothing here"
        proposed = len(owners) == 1 and all(len(place.alternatives) == 1 for place in places)
        alone = set(owners) <= set(won.owners) and not proposed  # what one put forward, and nothing against it, stands
        return told, {} if alone else {each: Side.TOOK if each in won.owners else Side.GAVE for each in owners}
    if gone:
        return "its provision was taken out, and the point with it", {}
    if not any(found) and len(places) == len(places[0].alternatives) == 1 and owners:
        only = places[0].alternatives[0]
        return f"{listed(only.owners)}'s wording was left out, “{only.text.strip()}”", dict.fromkeys(owners, Side.GAVE)
    if not any(found):
        return "none of its wordings stands as it was", dict.fromkeys(owners, Side.GAVE)
    if None in found:
        return "a wording of it stands at some of its places, and none at others", {}
    return "different wordings of it stand at different places", {}


def _stands_there(before: Framework, place: Bracket, old: Unit, later: Unit) -> str | None:
    """The words that stand where the bracket stood, in a sentence that has all the others around it."""
    for sentence in old.sentences:
        if sentence.start <= place.start and place.end <= sentence.end:
            first = words_of(before.text[sentence.start : place.start])
            last = words_of(before.text[place.end : sentence.end])
            if not first and not last:
                return None  # the whole sentence is the point: any other sentence would fit
            for now in later.sentences:
                found = [*places_of_words(now.exact)]
                words, end = tuple(word for _, _, word in found), len(found) - len(last)
                if len(first) < end and words[: len(first)] == first and words[end:] == last:
                    return " ".join(now.exact[found[len(first)][0] : found[end - 1][1]].split())
    return None


def _rank(first: Bracket, place: Bracket, alternative: Alternative | None) -> int | None:
    """Which alternative of the label's first place goes with this one."""
    if alternative is None:
        return None
    return next((i for i in range(len(first.alternatives)) if paired(first, place, i) == alternative), None)


def _standing(before: Framework, after: Framework, pairs: Pairs, place: Bracket) -> Alternative | None:
    """The one alternative whose words stand where the bracket stood, and no other's."""
    if place.provision not in pairs.by_id:
        return None
    old, new = pairs.by_id[place.provision]
    now = _own_words(after, new)
    scored = []
    for alternative in place.alternatives:
        then = _own_words(before, old, place, alternative.text)
        match = difflib.SequenceMatcher(None, then, now, autojunk=False)
        stands = not alternative.text.strip() or _within(words_of(alternative.text), now)
        scored.append((match.ratio() if stands else 0.0, alternative))
    best = max(ratio for ratio, _ in scored)
    winners = [alternative for ratio, alternative in scored if ratio == best]
    alike = len({words_of(each.text) for each in winners}) == 1  # two owners may have put forward the same
    return winners[0] if alike and best > 0 else None


def _own_words(framework: Framework, unit: Unit, place: Bracket | None = None, instead: str = "") -> tuple[str, ...]:
    """The words of a provision's own sentences, with ``instead`` in place of one bracket."""
    parts = []
    for sentence in unit.sentences:
        start, end = sentence.start, sentence.end
        if place is not None and start <= place.start < end:
            parts += [framework.text[start : place.start], instead, framework.text[place.end : max(end, place.end)]]
        else:
            parts.append(framework.text[start:end])
    return words_of(" ".join(parts))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[at : at + size]) == tuple(part) for at in range(len(whole) - size + 1))


def reopened(before: Framework, after: Framework, pairs: Pairs, agreed: Mapping[str, str]) -> Iterator[Change]:
    """Labels that only the later draft has, and labels of both whose wordings or owners changed.

    ``agreed`` has the option, by label, whose words stood in the earlier draft where the later one is open.
    """
    known = {issue.id: issue for issue in before.issues}
    earlier = {new.id: old for old, new in pairs.units}
    places = places_of(after.brackets)
    for issue in after.issues:
        place = places[issue.id][0]
        old = earlier.get(place.provision)
        at = {"provision": place.provision, "was": old.id if old else None, "label": issue.id}
        if issue.id in known:
            yield from _reworded(known[issue.id], issue, at)
        else:
            owners = sorted({owner for option in issue.options for owner in option.owners})
            told = f"#{issue.id} is open now" + (f", with wordings of {listed(owners)}" if owners else "")
            stood = next((option for option in issue.options if option.id == agreed.get(issue.id)), None)
            if stood is not None:
                whose = f", which is {listed(stood.owners)}'s" if stood.owners else ""
                told += f"; before, “{stood.text}” stood there{whose}"
            words = stood.text if stood else None
            yield Change(kind=ChangeKind.OPENED, before=words, after=place.exact, meaning=f"{told}.", **at)


def _reworded(before: Issue, after: Issue, at: dict[str, str | None]) -> Iterator[Change]:
    """Options of one label compared by owner: who changed its wording, joined another's, or let its own go."""
    old = {owner: option for option in before.options for owner in option.owners}
    new = {owner: option for option in after.options for owner in option.owners}
    steps = [(owner, old.get(owner), new.get(owner)) for owner in sorted({*old, *new})]
    steps += [("", None, option) for option in after.options if not option.owners]
    for owner, one, other in steps:
        if one is not None and other is not None and _same(one.text, other.text):
            continue
        joined = next((each for each in before.options if other and _same(each.text, other.text)), None)
        if not owner and joined is not None:
            continue
        told, moved = _step(owner, one, other, joined)
        yield Change(
            kind=ChangeKind.BRACKET,
            before=one.text if one else None,
            after=other.text if other else None,
            meaning=f"#{before.id}: {told}.",
            moved=moved,
            **at,
        )


def _step(owner: str, one: Option | None, other: Option | None, joined: Option | None) -> tuple[str, dict[str, Side]]:
    """What an owner did with its wording ``one``, which is ``other`` now; ``joined`` is whose that was before."""
    if other is None:
        return f"{owner}'s wording “{one.text if one else ''}” is no longer there", {owner: Side.GAVE}
    if not owner:
        return f"a wording without an owner was added, “{other.text}”", {}
    if joined is not None:
        others = [each for each in joined.owners if each != owner]
        whose = f", the wording of {listed(others)}" if others else ""
        moved = {owner: Side.GAVE, **dict.fromkeys(others, Side.TOOK)} if one else {}
        return f"{owner} {'came over to' if one else 'joined'} “{other.text}”{whose}", moved
    if one is None:
        return f"{owner} put forward “{other.text}”", {}
    return f"{owner} changed its wording from “{one.text}” to “{other.text}”", {}


def _same(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)
