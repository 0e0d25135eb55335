"""A record as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kawat import CodedStory, InputError

if TYPE_CHECKING:
    from kawat.records import Event

# CONTRACT.md, in its order.
STORY_KEYS = [
    "schema",
    "id",
    "url",
    "outlet",
    "title",
    "language",
    "published",
    "wire",
    "text",
    "sentences",
    "entities",
    "statements",
    "events",
    "agreements",
    "visits",
    "problems",
    "made_by",
]
EVENT_KEYS = [
    "id",
    "type",
    "modes",
    "cameo",
    "quad",
    "intensity",
    "actors",
    "recipients",
    "date",
    "date_end",
    "place",
    "place_country",
    "latitude",
    "longitude",
    "geonameid",
    "status",
    "background",
    "contexts",
    "dead",
    "injured",
    "size",
    "trigger",
    "sentence",
    "also",
    "statement",
    "why",
]


def test_json_keeps_the_order_of_the_contract(small_story: CodedStory) -> None:
    """Keys come as the contract lists them, `schema` first."""
    given = json.loads(small_story.to_json())
    assert list(given) == STORY_KEYS
    assert given["schema"] == "kawat/1"
    assert list(given["events"][0]) == EVENT_KEYS
    assert given["events"][0]["trigger"] == {"start": 23, "end": 30, "text": "bertemu"}


def test_json_is_one_line(small_story: CodedStory) -> None:
    """A story with line breaks is still one line."""
    assert "\n" not in small_story.to_json()


def test_json_reads_back_equal(small_story: CodedStory) -> None:
    """Nothing is lost on the way out and back."""
    assert CodedStory.from_json(small_story.to_json()) == small_story


def test_broken_surrogates_are_escaped(small_story: CodedStory) -> None:
    """Half a surrogate pair can't be written in UTF-8: it is escaped, the text stays the same."""
    odd = replace(small_story, text="Rapat \ud83d selesai")
    line = odd.to_json()
    assert line.isascii()
    assert json.loads(line)["text"] == odd.text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "broken JSON"),
        ("[]", "kawat/1"),
        ('{"id": "a", "text": "b"}', "kawat/1"),
        ('{"schema": "kawat/1", "id": 7}', "id: Input should be a valid string"),
    ],
)
def test_from_json_names_what_is_wrong(line: str, words: str) -> None:
    """A line that is no coded story says why."""
    with pytest.raises(InputError, match=words):
        CodedStory.from_json(line)


def test_from_json_refuses_loose_types(small_story: CodedStory) -> None:
    """A number given as text is a fault, not a number."""
    given = small_story.to_dict()
    event: Event = given["events"][0]
    given["events"] = [{**event, "quad": "1"}]
    with pytest.raises(InputError, match=r"events\.0\.quad"):
        CodedStory.from_json(json.dumps(given))
