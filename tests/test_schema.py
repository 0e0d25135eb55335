"""The JSON Schema of a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from kawat.schema import story_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

    from kawat import CodedStory, Coder


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Give a validator for records."""
    schema = story_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_schema_accepts_a_record(validator: Draft202012Validator, small_story: CodedStory) -> None:
    """A record with one of everything fits."""
    validator.validate(json.loads(small_story.to_json()))


def test_schema_accepts_real_output(
    validator: Draft202012Validator, coder: Coder, demo_files: tuple[Path, ...]
) -> None:
    """What the program prints of the bundled stories fits."""
    texts = [path.read_text(encoding="utf-8") for path in demo_files]
    for story in coder.code_stories(texts):
        validator.validate(json.loads(story.to_json()))


def test_schema_refuses_other_objects(
    validator: Draft202012Validator, small_story: CodedStory
) -> None:
    """An unknown key, a missing key and a wrong type are faults."""
    good = small_story.to_dict()
    for bad in ({**good, "extra": 1}, {**good, "text": None}, {k: good[k] for k in ("id", "text")}):
        with pytest.raises(ValidationError):
            validator.validate(json.loads(json.dumps(bad)))


def test_schema_describes_every_field() -> None:
    """Each field of each object says what it is, but for the offsets and words of a span."""
    for name, field in _fields(story_schema()):
        assert field.get("description"), name


def test_schema_command_prints_it(run_kawat: Callable[..., CompletedProcess[str]]) -> None:
    """`kawat schema` prints the same."""
    done = run_kawat("schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == story_schema()


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, made in {"CodedStory": schema, **schema["$defs"]}.items():
        if kind not in ("Span", "TextSpan"):
            for name, field in made["properties"].items():
                yield f"{kind}.{name}", field
