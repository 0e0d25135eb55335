"""Properties that hold for any text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kawat.records import Span
from kawat.wire import read_story, read_text
from kawat.wire.lines import lines_of, without

_PIECES = st.sampled_from(
    [
        "JAKARTA - ",
        "Rabat (ANTARA) - ",
        "Kapal itu tiba.",
        "Baca juga: ",
        "Baca juga",
        "Kapal Karam di Ambon",
        "Editor: ",
        "Sri Wulan",
        "Copyright © ANTARA 2025",
        "dilansir ",
        "dikutip dari laman ",
        "Reuters",
        "Jumat (17/1)",
        "Senin (99/99/9999)",
        "(adi/sri)",
        "(",
        ")",
        '"',
        "\n",
        "\r\n",
        "\u2028",
        "\xa0",
        " ",
        "Sumber:",
        "©",
        "Foto: A B/c",
        "\\",
        '- x{target="_self"}',
        'Simak Video "',
        "SRI WULAN | REUTERS",
    ]
)
_TEXTS = st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=30).map("".join))


@given(text=_TEXTS)
@example(text="")
@example(text="\n\n")
@settings(deadline=None, max_examples=300)
def test_paragraphs_are_ordered_and_apart_within_the_text(text: str) -> None:
    """Any string is read without an exception; its paragraphs hold words and don't overlap."""
    story = read_story(read_text(text))
    at = 0
    for span in story.paragraphs:
        assert at <= span.start < span.end <= len(story.raw.text)
        words = story.raw.text[span.start : span.end]
        assert words == words.strip()
        assert any(character.isalnum() for character in words)
        at = span.end
    assert story.paragraphs or story.problems
    assert len(story.raw.text) == len(text)


@given(text=_TEXTS)
@settings(deadline=None, max_examples=100)
def test_marks_are_quoted_from_the_text(text: str) -> None:
    """Every mark of the wire stands in the text, white space aside."""
    wire = read_story(read_text(text)).wire
    squeezed = " ".join(text.split())
    for mark in (wire.agency, wire.dateline, wire.source, *wire.related, *wire.editors):
        assert mark is None or " ".join(mark.split()) in squeezed


@given(
    text=st.text(alphabet="ab \n", max_size=60),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
)
@settings(deadline=None)
def test_cutting_leaves_exactly_what_is_not_cut(text: str, cuts: list[tuple[int, int]]) -> None:
    """Each character of a line is left unless a cut covers it."""
    lines = lines_of(text)
    spans = [Span(start=min(a, b), end=max(a, b)) for a, b in cuts]
    left = {i for span in without(lines, spans) for i in range(span.start, span.end)}
    cut = {i for span in spans for i in range(span.start, span.end)}
    kept = {i for line in lines for i in range(line.start, line.end)}
    assert left == kept - cut
