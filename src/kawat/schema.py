"""The JSON Schema of a coded story, made from the types in :mod:`kawat.records`.

Descriptions come from the docstrings of the types, so that they are written once.
"""

from __future__ import annotations

import inspect
import re
from typing import Any

from kawat import records
from kawat.records.serialise import SCHEMA


def story_schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of the object that ``kawat code --format jsonl`` prints."""
    from pydantic import TypeAdapter

    made = TypeAdapter(records.CodedStory).json_schema(mode="serialization")
    types: dict[str, dict[str, Any]] = made.pop("$defs")
    for name, schema in types.items():
        _describe(schema, getattr(records, name))
    _describe(made, records.CodedStory)
    made["properties"] = {
        "schema": {"const": SCHEMA, "description": "Name and version of this format."},
        **made["properties"],
    }
    made["required"] = list(made["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "$defs": types,
    }


def _describe(schema: dict[str, Any], kind: type) -> None:
    """Close an object's schema and put the words of the docstring where they belong."""
    summary, attributes = _read_docstring(inspect.getdoc(kind) or "")
    schema["description"] = summary
    schema["additionalProperties"] = False
    # A field with a default is printed all the same.
    schema["required"] = list(schema["properties"])
    for name, field in schema["properties"].items():
        field.pop("title", None)
        field.pop("default", None)
        if name in attributes:
            field["description"] = attributes[name]


def _read_docstring(text: str) -> tuple[str, dict[str, str]]:
    """Split a Google docstring into its first part and its attributes."""
    summary, _, listed = text.partition("\nAttributes:\n")
    items = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", listed, flags=re.MULTILINE)
    return _one_line(summary), {name: _one_line(words) for name, words in items}


def _one_line(text: str) -> str:
    return " ".join(text.split())
