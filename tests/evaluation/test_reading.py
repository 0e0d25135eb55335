"""Reading gold and coded files: every fault is said with its line, and costs no other line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kawat.errors import InputError
from kawat.evaluation import empty_record, read_coded, read_gold

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Polisi menangkap dua aktivis di Makassar."
ARREST = {"type": "COERCE", "trigger": "menangkap", "sentence": TEXT}
FULL = {"id": "a", "text": TEXT, "events": [ARREST]}
MENTION = {
    "event": 0,
    "type": "COERCE",
    "trigger": {"start": 7, "end": 16, "text": "menangkap"},
    "sentence": 0,
}
LEAN = {"id": "a", "sentences": [[0, 41]], "events": [MENTION]}


def _write(path: Path, *lines: object) -> Path:
    made = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "b", "text": "Polisi', "broken JSON"),
        ('["b"]', "not an object"),
        ({"text": TEXT}, 'no "id"'),
        ({"id": "b"}, "no text; give it"),
        ({"id": "b", "text": " "}, "empty text"),
        ({"id": "z", "text": TEXT}, "there already"),
        ({"id": "b", "text": TEXT, "events": [{**ARREST, "type": "MEET"}]}, "unknown type 'MEET'"),
        ({"id": "b", "text": TEXT, "events": [{"type": "AID"}]}, "no events[0].trigger; give it"),
        ({"id": "b", "text": TEXT, "events": [{**ARREST, "status": "maybe"}]}, "'hypothetical'"),
        ({**LEAN, "id": "b", "text": TEXT}, "one kind in one file"),
    ],
)
def test_line_that_cant_be_used_is_left_out_and_said(
    tmp_path: Path, line: object, said: str
) -> None:
    """File, number, what is wrong; the lines around it are read."""
    first, last = {**FULL, "id": "z"}, {**FULL, "id": "y"}
    path = _write(tmp_path / "gold.jsonl", first, line, "", last)
    gold = read_gold(path)
    assert [story.id for story in gold.stories] == ["z", "y"]
    (fault,) = gold.faults
    assert fault.startswith(f"{path}:2: ")
    assert said in fault


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"recipient": ["e1"]}, "unknown key 'recipient'; did you mean 'recipients'?"),
        ({"modes": ["bicara"]}, "unknown mode 'bicara'; modes of COERCE: "),
        ({"trigger": "ditangkap"}, "events[0].trigger is not in its sentence"),
        ({"sentence": "Polisi diam."}, "events[0].sentence is not in the text"),
        ({"also": ["Polisi diam."]}, "events[0].also[0] is not in the text"),
        ({"actors": ["e7"]}, "events[0].actors: no entity 'e7'"),
    ],
)
def test_story_with_a_small_fault_is_compared_all_the_same(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    """What a person should correct is said; the story is kept."""
    path = _write(tmp_path / "gold.jsonl", {**FULL, "events": [{**ARREST, **change}]})
    gold = read_gold(path)
    assert len(gold.stories) == 1
    assert gold.faults[0].startswith(f"{path}:1: ")
    assert said in gold.faults[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sentences": [[0, 20], [10, 41]]}, "sentences[1] begins before"),
        ({"sentences": [[0, 99]]}, "ends after the text"),
        ({"sentences": [[4, 4]]}, "is empty"),
        ({"events": [{**MENTION, "sentence": 3}]}, "numbered from 0"),
        ({"sentences": [[0, 6], [7, 41]]}, "outside its sentence"),
        (
            {"events": [{**MENTION, "trigger": {"start": 0, "end": 6, "text": "menangkap"}}]},
            "but 'Polisi' stands there",
        ),
    ],
)
def test_offsets_of_a_lean_story_are_checked(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    """Offsets that can't be right are never compared in silence."""
    gold = read_gold(_write(tmp_path / "gold.jsonl", {**LEAN, "text": TEXT, **change}))
    assert said in gold.faults[0]


def test_sound_lines_have_no_faults(tmp_path: Path) -> None:
    """A person's own keys, and keys without a value, are no faults."""
    line = {**FULL, "note": "lama", "title": None, "events": [{**ARREST, "date": None, "dead": 2}]}
    assert read_gold(_write(tmp_path / "gold.jsonl", line)).faults == ()


def test_texts_of_lean_stories_come_from_a_file(tmp_path: Path) -> None:
    """Text, title and date of the file go to the coder; a story without a text is said."""
    texts = _write(
        tmp_path / "texts.jsonl", {"id": "a", "text": TEXT, "title": "T", "published": "2025-01-17"}
    )
    path = _write(tmp_path / "gold.jsonl", LEAN, {**LEAN, "id": "b"})
    gold = read_gold(path, texts=texts)
    (given,) = [story.given for story in gold.stories]
    assert given is not None
    assert (given.text, given.title, given.published) == (TEXT, "T", "2025-01-17")
    assert "--texts FILE" in gold.faults[0]


@pytest.mark.parametrize(
    ("dates", "given"),
    [
        ({"published": "2025-01-17"}, "2025-01-17"),
        ({"published": "2025-01-17", "given_published": "2025-01-18"}, "2025-01-18"),
        ({"published": "2025-01-17", "given_published": None}, None),
    ],
)
def test_coder_gets_the_date_of_the_page(
    tmp_path: Path, dates: dict[str, str | None], given: str | None
) -> None:
    """Where the page's date is told apart, `published` is an answer and is not given away."""
    (story,) = read_gold(_write(tmp_path / "gold.jsonl", {**FULL, **dates})).stories
    assert story.given is not None
    assert story.given.published == given


def test_record_of_another_text_is_not_compared(tmp_path: Path) -> None:
    """Offsets into another text would only look like misses."""
    gold = read_gold(_write(tmp_path / "gold.jsonl", FULL, {**FULL, "id": "b"}))
    good, other = empty_record("b", TEXT), empty_record("a", TEXT + "!")
    further = empty_record("c", TEXT)
    lines = [record.to_json() for record in (other, good, further, good)]
    coded = read_coded(_write(tmp_path / "coded.jsonl", *lines, "{"), gold.stories)
    assert [(story.id, record) for story, record in coded.pairs] == [("b", good)]
    assert coded.unasked == 1
    twice, broken, mismatch = coded.faults
    assert "coded.jsonl:4: b is coded twice" in twice
    assert "coded.jsonl:5: not a coded story" in broken
    assert "coded.jsonl:1: the text is not that of" in mismatch


def test_lean_story_needs_no_text_if_it_is_coded(tmp_path: Path) -> None:
    """The record has the text; one that is too short for the sentences is refused."""
    gold = read_gold(_write(tmp_path / "gold.jsonl", LEAN), need_texts=False)
    for text, pairs in ((TEXT, 1), ("Polisi.", 0)):
        path = _write(tmp_path / "coded.jsonl", empty_record("a", text).to_json())
        coded = read_coded(path, gold.stories)
        assert (len(coded.pairs), len(coded.faults)) == (pairs, 1 - pairs)


def test_file_that_cant_be_opened_is_an_input_error(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(InputError, match=r"missing\.jsonl"):
        read_gold(tmp_path / "missing.jsonl")
