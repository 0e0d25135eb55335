"""Tests of telling languages apart. All text is invented."""

import pytest

from kawat.wire import read_story, read_text

_ENGLISH = (
    "The minister said on Friday that the ship would leave the port with all of its crew, "
    "and that there was no reason for the city to be afraid of it."
)


def test_an_english_story_is_not_coded() -> None:
    """It has no paragraphs, and the problem names the language and what to do."""
    story = read_story(read_text(_ENGLISH, id="a1"))
    assert (story.language, story.paragraphs) == ("en", ())
    expected = (
        'a1: the text is not Indonesian (language "en"): nothing was coded; give an Indonesian'
    )
    assert story.problems == (f"{expected} text",)


@pytest.mark.parametrize(
    "text",
    [
        f'Menteri itu mengatakan "{_ENGLISH}" di Medan pada Jumat dan akan pergi lagi.',
        "Menteri itu tiba.",
        "PSSI, UEFA, FIFA, AFC.",
        "Kapal.",
        "Polisi tangkap dua warga Ambon.",
    ],
)
def test_indonesian_is_not_refused(text: str) -> None:
    """Long English quotations, short texts and texts without small words are coded."""
    story = read_story(read_text(text))
    assert story.language in {"id", None}
    assert story.paragraphs
    assert story.problems == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "De minister heeft gezegd dat het schip van de stad niet aan de kust en er nog was.",
            "nl",
        ),
        ("部长周五表示, 这艘船将离开港口。 " * 4, "und"),
        ("министр сказал что корабль покинет порт в пятницу вместе со всем экипажем", "und"),
    ],
)
def test_other_languages_are_not_coded(text: str, language: str) -> None:
    """A language of the table is named; another is undetermined."""
    story = read_story(read_text(text))
    assert (story.language, story.paragraphs, len(story.problems)) == (language, (), 1)
