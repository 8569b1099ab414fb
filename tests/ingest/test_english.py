"""A text that is not in English is refused with its language; a short or mixed one is not refused lightly."""

import pytest

from reportedly.errors import InputRefused, Reason
from reportedly.ingest.english import language_of
from reportedly.ingest.text import from_text

ENGLISH = (
    "The army has left the town of Port Olm, the ministry said on Monday, and nobody was hurt when the ships went out."
)
GERMAN = (
    "Die Armee hat die Stadt verlassen, teilte das Ministerium am Montag mit. Verletzt wurde niemand, als die Schiffe "
    "ausliefen. Der Bürgermeister sprach von einem Tag, auf den die Menschen der Stadt lange gewartet hätten."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        ("Армия покинула город, сообщило министерство.", "ru"),
        ("L'armée a quitté la ville lundi, a annoncé le ministère, et personne n'a été blessé. " * 4, "fr"),
    ],
)
def test_another_language_is_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(InputRefused) as refused:
        from_text(text)
    assert (refused.value.reason, refused.value.detail) == (Reason.LANGUAGE, language)
    assert from_text(text, check_language=False).metadata.language == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Rain.",
        "Ana Veska. Port Olm.",
        f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}\n\n{GERMAN[:150]}",
        "“Die Armee ist weg,” said the mayor of the town.",
    ],
)
def test_english_is_read(text: str) -> None:
    assert from_text(text).metadata.language == "en"


def test_a_text_without_letters_has_no_language() -> None:
    assert language_of(["12345 67890"]) == ""
