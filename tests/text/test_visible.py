"""What a paper hides is shown by its code; everything else stays as it is."""

import pytest

from parley.text.visible import visible, visible_name


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x1b[2Jb", "a<U+001B>[2Jb"),
        ("\u202eEnvoy\u2069", "<U+202E>Envoy<U+2069>"),
        ("half \udcff", "half <U+DCFF>"),
        ("two\tlines\nstay", "two\tlines\nstay"),
        ("\u0641\u064a \u0456 \u2019", "\u0641\u064a \u0456 \u2019"),
    ],
)
def test_commands_to_a_screen_are_shown_as_codes(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_a_name_of_a_file_stays_on_its_line() -> None:
    assert visible_name("a.txt\nNote: all is well\x1b") == "a.txt<U+000A>Note: all is well<U+001B>"
