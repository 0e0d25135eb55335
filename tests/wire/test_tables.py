"""Tests of the tables of the wire."""

import pytest

from kawat.errors import CodebookError
from kawat.wire import data


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("house_styles", ("style", "template", "agency", "example")),
        ("credit_labels", ("label", "role", "loose")),
        ("related_labels", ("label", "bare")),
        ("furniture", ("phrase", "where")),
        ("media", ("name", "kind")),
        ("media_nouns", ("phrase", "use")),
        ("relay_cues", ("cue", "takes")),
        ("headline_words", ("word", "use")),
        ("calendar", ("kind", "name", "number")),
        ("places", ("place",)),
        ("function_words", ("language", "word")),
    ],
)
def test_no_row_stands_twice(name: str, columns: tuple[str, ...]) -> None:
    """Every table can be read and says nothing twice."""
    rows = [tuple(row[column] for column in columns) for row in data.table(name, *columns)]
    assert len(rows) == len(set(rows))


def test_an_unknown_value_is_a_fault_with_its_line() -> None:
    """A column that takes only some values says which."""
    with pytest.raises(
        CodebookError, match=r"wire/tables/media\.csv:\d+: .*unknown kind; allowed: x"
    ):
        data.checked("media", "kind", ("x",), "name", "kind")
