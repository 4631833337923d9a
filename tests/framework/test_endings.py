"""What follows a breach, how disputes and the text end, who is promised what: each mistake in several wordings."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from pointed import HEAD, codes_of

MISTAKES = {
    "H1.one-step": [
        "If a Party breaks this agreement, the other Party is no longer bound by it.",
        "Should a Party be in default, the other is released from this agreement.",
        "A Party whose complaint is not answered may regard this agreement as ended.",
        "As soon as one Party has violated a single provision, the other regains its full freedom of action.",
        "Upon notice of an infringement hostilities may be resumed.",
        "Non-compliance by one side relieves the other of all its obligations.",
    ],
    "H2.ends-all": [
        "A single shot fired by a soldier ends this agreement.",
        "Any act of an individual contrary to this agreement is ground for its termination.",
        "If a member of a crew opens fire, this agreement lapses.",
        "The cease-fire does not survive the first incident.",
        "An attack by a lone gunman brings the cease-fire to an end.",
    ],
    "H3.level": [
        "The liaison officers settle a dispute within 3 days. If they do not settle it, the commission takes it up. "
        "If the commission does not settle it, an arbiter decides within 7 days.",
        "Disputes go to the local commanders, who have 5 days. If they fail, the commission shall settle it. "
        "Failing that, a court decides within 10 days.",
        "A dispute is settled by the brigade commanders within 48 hours. Where they cannot agree, it goes to the "
        "ministers. Where the ministers cannot agree, a judge decides within 14 days.",
    ],
    "K4.at-will": [
        "A word from either capital suffices to end the truce.",
        "Each Party remains free to resume the war when it judges that right.",
        "Either Party may terminate this agreement at any time.",
        "A Party may renounce it at its discretion, by simple declaration.",
        "Either side is at liberty to walk away from the truce when it pleases.",
        "This agreement ends as soon as either Party declares it so.",
        "To leave this agreement a Party needs neither reason nor notice.",
    ],
    "H6.same": [
        "For petty and for grave breaches alike the commander concerned is dismissed.",
        "There is one sanction for all offences: the loss of the fuel quota.",
        "Every breach, whatever its gravity, is answered by stopping all fuel for 30 days.",
        "All Violations, light or heavy, entail the closing of the Ardel channel for a month.",
        "For any Violation the Party concerned pays 10,000 crowns.",
        "The slightest infringement and the gravest are punished alike, with the closing of all crossings.",
        "No distinction is made between breaches: each costs the Party its seat in the Commission.",
    ],
    "H7.imputed": [
        "Acts by persons unknown count as acts of the Party that controls the area.",
        "A Party is responsible for any shot fired from the area it holds, whoever fired it.",
        "Whatever happens in the waters of a Party is deemed to be that Party's act.",
        "Fire whose author is unknown counts as fire of the Party from whose side it came.",
        "If nobody admits an attack, it is charged to the Party that gained by it.",
        "The blame for an explosion lies with the Party on whose ground it happened.",
    ],
    "H3.consensus": [
        "Disputes shall be settled by mutual agreement of the Parties.",
        "Disputes go to the Commission for 5 days. After that the Parties settle it by mutual consent.",
        "Disagreements go to the ministers for 8 days, and are thereafter resolved by the Parties amicably.",
        "The Parties shall work out among themselves whatever is contentious.",
        "Grievances shall be handled through diplomatic channels.",
    ],
    "H5.empty": [
        "Halvern, as guarantor power, watches over the peace.",
        "Halvern stands as guarantor of this agreement.",
        "This agreement is placed under the guarantee of Halvern.",
        "Halvern vouches for the execution of this agreement.",
        "The security of Orlavia is guaranteed by Halvern.",
        "The guarantor states shall guarantee the implementation of this agreement.",
    ],
    "I3.anothers-act": [
        "The Parties shall see to it that the Port Council of Morvane waives its fees by D+9.",
        "Kestria shall procure the lifting of the embargo by the Ostelle Senate by D+30.",
        "It is agreed that the Tarn Federation recognises both Parties by D+60.",
        "Orlavia shall bring it about that the Church of Saint Anne opens its schools by D+9.",
        "Each Party undertakes that its allies close their bases by D+9.",
    ],
    "K1.no-deadline": [
        "Both parliaments having voted for it, this agreement becomes law.",
        "This agreement takes effect upon approval by the legislatures of both Parties.",
        "This agreement enters into force on the deposit of the last instrument of ratification.",
        "This agreement becomes binding once both governments have notified each other of their approval.",
        "This agreement requires ratification by the National Assembly of Kestria.",
    ],
    "K3.lapses": [
        "The truce stands and falls with the talks in Quenland.",
        "Should the negotiations fail, this agreement ends.",
        "The cease-fire holds only as long as the talks last.",
        "Unless a political settlement is signed by D+90, this agreement expires.",
    ],
    "K5.practice": [
        "Usage between the navies may modify this agreement.",
        "The terms of this agreement may be altered by word of mouth.",
        "What the Parties do in fact takes precedence over the words of this agreement.",
        "This agreement adapts itself to events on the ground.",
    ],
    "I2.not-annexed": [  # one finding for all
        "Each Party shall light its harbours from D+9 as the Wick Accord of 1998 requires.",
        "The previous truce governs the use of the wells.",
        "The Commission shall follow Resolution 2231 when it counts the boats.",
        "Prisoners are treated as the Ardel Minutes prescribe.",
    ],
}

SOUND = [
    "This agreement stays in force for 60 days and is renewed for 30 days unless a Party objects in writing 10 days "
    "before.",
    "Upon a finding of the Commission, Halvern shall stop its grants to the Party within 5 days, and resume them on "
    "the day after the matter was put right.",
    "Disputes are discussed by the commanders for 3 days; then the chair decides, and the decision binds both Parties.",
    "If a minor Violation is not mended within 3 days, the Commission publishes it.",
    "The liaison officers settle a dispute. If they do not settle it within 3 days, the Commission takes it up. If it "
    "is not settled within 5 further days, an arbiter decides.",
    "Either Party may terminate this agreement with 14 days' notice to the other and to the Commission.",
    "What individuals do never terminates this agreement.",
    "No single violation of Article 1 ends this agreement.",
    "If the Commission has found a grave Violation and it is not remedied within 5 days, the other Party may end this "
    "agreement with 10 days' notice.",
    "This agreement ends on 4 June 2031.",
    "A soldier who breaks this agreement is tried within 30 days.",
    "The ferry stops running if an incident occurs within 2 km, until the Commission has visited the place.",
    "A grave Violation is answered by the ministers, a minor one by the local commanders.",
    "Any incident shall be entered in the record of the Commission within 2 hours.",
    "Each Party answers for the acts of its soldiers.",
    "An incident of unknown origin is nobody's Violation until a joint inquiry has closed.",
    "Disputes shall be settled by mutual agreement of the Parties within 7 days, failing which Halvern decides.",
    "Disagreements go to the ministers for 8 days and thereafter to an umpire appointed by Halvern, whose ruling binds "
    "both Parties; the state of things before stays meanwhile.",
    "Halvern guarantees this agreement. If the Commission finds a grave Violation, it shall convene the ministers "
    "within 48 hours.",
    "The Parties shall guarantee the safety of the Commission from D-day.",
    "Kestria shall ask the Security Council by D+5 to lift the embargo.",
    "Each Party shall ensure that all its commanders receive the written order by D-day.",
    "This agreement takes effect at 10:00 UTC on 20 September 2036, both Parties having signed.",
    "The cease-fire lasts until 1 May 2031 and goes on by 30 days at a time while talks last.",
    "No practice of the Parties changes this agreement.",
]


@pytest.fixture(scope="module")
def of_sound() -> dict[str, set[str]]:
    return codes_of(SOUND)


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_found_in_whatever_words(code: str) -> None:
    assert [words for words, codes in codes_of(MISTAKES[code]).items() if code not in codes] == []


def test_sound_sentences_on_the_same_matters_are_left_alone(of_sound: dict[str, set[str]]) -> None:
    assert {words: said & set(MISTAKES) for words, said in of_sound.items() if said & set(MISTAKES)} == {}


def test_the_words_of_an_end_are_quoted_with_what_brings_it_about() -> None:
    text = (
        f"{HEAD}2. Ferries run. If a Party breaks this agreement, the other Party is no longer bound by it; so be it."
    )
    [finding] = [each for each in check(parse(text)).findings if each.code == "H1.one-step"]
    assert finding.quote == "breaks this agreement, the other Party is no longer bound by it"
