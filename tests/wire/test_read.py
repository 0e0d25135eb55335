"""Tests of reading files, folders and standard input, good and bad. All text is invented."""

import io
import json
import time
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.records import RawStory
from kawat.wire import read_paths, read_story, read_text


def read_bytes(folder: Path, name: str, data: bytes) -> list[RawStory]:
    """Write a file and read its stories."""
    path = folder / name
    path.write_bytes(data)
    return list(read_paths([path]))


def test_a_txt_file_is_one_story_with_its_line_ends(tmp_path: Path) -> None:
    """The text is the file's, carriage returns included; a byte order mark is no part of it."""
    (story,) = read_bytes(tmp_path, "a.txt", "\ufeffKapal itu tiba.\r\nAwak turun.".encode())
    assert story.text == "Kapal itu tiba.\r\nAwak turun."
    parsed = read_story(story)
    assert [story.text[p.start : p.end] for p in parsed.paragraphs] == [
        "Kapal itu tiba.",
        "Awak turun.",
    ]


def test_a_story_without_id_gets_a_hash_of_its_text(tmp_path: Path) -> None:
    """The same text has the same id wherever it comes from."""
    (story,) = read_bytes(tmp_path, "a.txt", b"Kapal itu tiba.")
    assert story.id == read_text("Kapal itu tiba.").id
    assert read_text("Kapal itu tiba.", id="x").id == "x"


def test_a_jsonl_file_holds_one_story_a_line(tmp_path: Path) -> None:
    """All fields are kept, blank lines skipped, a number is taken as id."""
    first = {"id": "a", "text": "Kapal tiba.", "title": "T", "published": "2025-01-17"}
    second = {"id": 7, "text": "Kapal pergi.", "url": "https://contoh.id", "outlet": "contoh"}
    data = f"{json.dumps(first)}\n\n{json.dumps(second)}".encode()
    stories = read_bytes(tmp_path, "a.jsonl", data)
    assert stories == [
        RawStory(id="a", text="Kapal tiba.", title="T", published="2025-01-17"),
        RawStory(id="7", text="Kapal pergi.", url="https://contoh.id", outlet="contoh"),
    ]


def test_a_folder_gives_its_files_sorted(tmp_path: Path) -> None:
    """Folders are read down, in the order of the paths, other files left alone."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text("Kapal dua tiba.", encoding="utf-8")
    (tmp_path / "a.TXT").write_text("Kapal satu tiba.", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "d.jsonl").write_text('{"text": "Kapal tiga tiba."}', encoding="utf-8")
    words = [story.text.split()[1] for story in read_paths([tmp_path])]
    assert words == ["satu", "dua", "tiga"]


def test_a_given_day_holds_for_stories_without_one(tmp_path: Path) -> None:
    """The day of the command line fills gaps and overrides nothing."""
    lines = '{"text": "Kapal tiba."}\n{"text": "Kapal pergi.", "published": "2024-02-03"}'
    path = tmp_path / "a.jsonl"
    path.write_text(lines, encoding="utf-8")
    stories = list(read_paths([path], published="2025-01-17"))
    assert [story.published for story in stories] == ["2025-01-17", "2024-02-03"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Kapal itu tiba.\nAwak turun.", ["Kapal itu tiba.\nAwak turun."]),
        (b'{"text": "Kapal tiba."}\n{"text": "Kapal pergi."}\n', ["Kapal tiba.", "Kapal pergi."]),
        (b'\n\n{"text": "Kapal tiba."}', ["Kapal tiba."]),
        (b'\xef\xbb\xbf{"text": "Kapal tiba."}', ["Kapal tiba."]),
        (b"", [""]),
    ],
)
def test_standard_input_is_told_by_its_beginning(data: bytes, texts: list[str]) -> None:
    """What begins with a brace is JSONL, anything else one story."""
    stories = list(read_paths(["-"], stdin=io.BytesIO(data)))
    assert [story.text for story in stories] == texts
    assert bool(stories[0].problems) == (data == b"")


def test_line_numbers_of_standard_input_count_blank_lines() -> None:
    """A message names the line as an editor shows it."""
    data = b'\n\n{"text": "Kapal tiba."}\n{"text": 1}\n'
    stories = list(read_paths(["-"], stdin=io.BytesIO(data)))
    assert stories[1].problems[0].startswith("standard input:4:")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "{path}: the file is empty; give a text"),
        (b" \n\t\n", "{path}: the file is empty; give a text"),
        (b"\x89PNG\r\n\x00\x01", "{path}: not a text (binary data); give a text in UTF-8"),
        (b"\xc4\xd5\xe6\xff" * 50, "{path}: not UTF-8 (200 broken bytes); save the text in UTF-8"),
    ],
)
def test_a_file_that_is_no_text_gives_its_problem(
    tmp_path: Path, data: bytes, problem: str
) -> None:
    """The story is there, empty, and says what is wrong and what to do."""
    (story,) = read_bytes(tmp_path, "a.txt", data)
    assert story.text == ""
    assert story.problems == (problem.format(path=tmp_path / "a.txt"),)
    read = read_story(story)
    assert (read.paragraphs, read.problems) == ((), story.problems)


def test_a_few_broken_bytes_are_replaced(tmp_path: Path) -> None:
    """A text that is UTF-8 but for a byte or two is read, and the problem said."""
    (story,) = read_bytes(tmp_path, "a.txt", b"Kapal itu \x93tiba\x94 di Ambon." * 20)
    assert story.text == ""
    (story,) = read_bytes(tmp_path, "b.txt", b"Kapal itu \x93tiba\x94 di Ambon.")
    assert story.text == "Kapal itu \ufffdtiba\ufffd di Ambon."
    assert "2 bytes are not UTF-8" in story.problems[0]


def test_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    """A text saved as Unicode by an old editor is read."""
    (story,) = read_bytes(tmp_path, "a.txt", "Kapal itu “tiba”.".encode("utf-16"))
    assert (story.text, story.problems) == ("Kapal itu “tiba”.", ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": "Kapal', "broken JSON (column 10: unterminated string starting at)"),
        (b"Kapal itu tiba.", "broken JSON (column 1: expecting value)"),
        (b'["Kapal"]', "not an object"),
        (b'{"id": "a"}', "no text"),
        (b'{"id": "a", "text": ""}', "an empty text"),
        (b'{"id": "a", "text": null}', "an empty text"),
        (b'{"id": "a", "text": 3}', "a text not in quotes"),
        (b'{"id": "a", "text": "Kapal\\u0000"}', "not a text (binary data)"),
        (b"{}", "no text"),
        (b"\x00\x01", "not a text (binary data)"),
        (b"[" * 100_000, "broken JSON"),
        (b'{"text": "Kapal tiba.", "title": 3}', '"title" is not a text'),
        (b'{"text": "Kapal \\ud800 tiba."}', "half characters"),
    ],
)
def test_a_bad_line_gives_its_problem_and_the_others_are_read(
    tmp_path: Path, line: bytes, problem: str
) -> None:
    """File and line stand before the problem; the story after it is whole."""
    data = b'{"text": "Kapal satu."}\n' + line + b'\n{"text": "Kapal tiga."}\n'
    first, second, third = read_bytes(tmp_path, "a.jsonl", data)
    assert (first.text, third.text) == ("Kapal satu.", "Kapal tiga.")
    assert len(second.problems) == 1
    assert second.problems[0].startswith(f"{tmp_path / 'a.jsonl'}:2: {problem}")
    second.text.encode()


def test_an_empty_jsonl_file_gives_its_problem(tmp_path: Path) -> None:
    """A file without a line is a story without a text."""
    (story,) = read_bytes(tmp_path, "a.jsonl", b"\n\n")
    assert story.problems == (f"{tmp_path / 'a.jsonl'}: the file is empty; give one story a line",)


def test_bad_paths_are_errors_before_the_first_story(tmp_path: Path) -> None:
    """Nothing is read if a path is wrong; the message says what to do."""
    (tmp_path / "a.txt").write_text("Kapal tiba.", encoding="utf-8")
    (tmp_path / "leer").mkdir()
    for bad, words in [
        ("nirgends.txt", "no such file or folder; check the path"),
        ("nirgends", "no such file or folder; check the path"),
        ("leer", "no .txt or .jsonl file in this folder; give one that has some"),
        ("a.docx", "only .txt and .jsonl can be read; convert the file"),
        ("a\x00.txt", "give the path of a file or folder"),
    ]:
        with pytest.raises(InputError, match=words.replace(".", r"\.")):
            read_paths([tmp_path / "a.txt", tmp_path / bad])


def test_stories_are_read_one_at_a_time() -> None:
    """The second line is not looked at before the first story is taken."""
    stream = io.BytesIO(b'{"text": "Kapal tiba."}\n' * 3)
    stories = read_paths(["-"], stdin=stream)
    assert stream.tell() == 0
    next(stories)
    assert stream.tell() < 3 * 24


def test_a_long_line_is_quick_and_not_coded() -> None:
    """Five megabytes without a line end are refused, as long stories are, within a second."""
    begin = time.perf_counter()
    story = read_story(read_text("Kapal itu tiba di Ambon. " * 200_000, id="a"))
    assert time.perf_counter() - begin < 1
    assert story.paragraphs == ()
    assert story.problems[0].startswith("a: 5,000,000 characters are too many for one story")


@pytest.mark.parametrize(
    "piece", ["Baca juga: Kapal ", "dilansir Suara ", "Editor: Sri ", "(", "A, "]
)
def test_reading_takes_linear_time(piece: str) -> None:
    """A text that only repeats what the wire looks for is read in seconds."""
    begin = time.perf_counter()
    read_story(read_text(piece * (100_000 // len(piece))))
    assert time.perf_counter() - begin < 2
