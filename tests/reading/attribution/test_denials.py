"""Who goes on after a clause, and who claims what another denies."""

from __future__ import annotations

import pytest

from parley.model import Act
from reading.papers import statements, words


@pytest.mark.parametrize(
    ("text", "said", "further", "act"),
    [
        (
            "Orlavia said that the road was open, citing its army, and vowed to keep it so.",
            "that the road was open",
            "to keep it so",
            Act.COMMIT,
        ),
        (
            "Orlavia said that Kestria had fired first, citing radar tracks, and vowed to seal the border.",
            "that Kestria had fired first, citing radar tracks",
            "to seal the border",
            Act.COMMIT,
        ),
        (
            "Orlavia replied that the lists were complete and asked for a new date.",
            "that the lists were complete",
            "a new date",
            Act.REQUEST,
        ),
    ],
)
def test_what_no_thing_does_the_speaker_does(text: str, said: str, further: str, act: Act) -> None:
    own = {words(each, "content")[0]: each for each in statements(text) if each.within is None}
    assert list(own) in ([said, further], [further, said])
    assert {each.speaker.id for each in own.values()} == {"ORL"}
    assert own[further].act is act


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kestria denied that it had shelled the town, as Orlavia claims.", "that it had shelled the town"),
        ("Kestria denied shelling the town, as Orlavia has claimed.", "shelling the town"),
        ("Kestria denied shelling the town, as Orlavia alleges.", "shelling the town"),
    ],
)
def test_what_is_denied_is_the_claim_of_another(text: str, content: str) -> None:
    denial, claim = statements(text)
    assert (denial.speaker.id, denial.act, words(denial, "content")) == ("KES", Act.DENY, [content])
    assert (claim.speaker.id, claim.within, words(claim, "content")) == ("ORL", None, [content])


def test_as_somebody_said_of_no_denial_tells_the_whole() -> None:
    (said, *_) = statements("Kestria left the talks, as Orlavia claims.")
    assert (said.speaker.id, words(said, "content")) == ("ORL", ["Kestria left the talks"])


@pytest.mark.parametrize(
    "text",
    [
        "Vance said that it was time for Kestria and Orlavia to say yes.",
        "Vance said that Kestrian troops had to be ready to repel violations.",
        "Vance said that the office would help find what was available.",
    ],
)
def test_what_others_should_say_or_be_they_have_not_said(text: str) -> None:
    assert len(statements(text)) == 1
