"""Speech after dashes: read where the paragraph names who speaks, and nowhere else."""

from __future__ import annotations

from reading.papers import statements, words

HALL = """In the hall the two generals stood apart.

— We have no orders, said General Otto Brandt of Kestria. — When they come, I will open the gate myself.

— And if they never come? asked Major Ivo Salk of Orlavia.

— Then it stays shut.

— You promised us that families could pass, Salk insisted.
"""


def test_who_the_paragraph_names_said_all_of_it() -> None:
    told = [(each.speaker.name, words(each, "content"), each.direct) for each in statements(HALL) if each.speaker]
    assert told == [
        ("Otto Brandt", ["We have no orders", "When they come, I will open the gate myself."], True),
        ("Ivo Salk", ["And if they never come?"], True),
        ("Ivo Salk", ["You promised us that families could pass"], True),
    ]


def test_a_list_of_news_is_no_speech() -> None:
    text = (
        "The day in brief:\n\n— Kestria freed 40 prisoners, the ministry said.\n\n— The road was shut, Orlavia said.\n"
    )
    assert [each.direct for each in statements(text)] == [False, False]


def test_who_is_named_by_office_alone_is_heard_too() -> None:
    text = "— Will you come? a reporter asked.\n\n— Yes, if the prisoners come home, the minister replied.\n"
    assert [(words(each, "source"), words(each, "content")) for each in statements(text)] == [
        (["a reporter"], ["Will you come?"]),
        (["the minister"], ["Yes, if the prisoners come home"]),
    ]
