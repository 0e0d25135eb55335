"""Tests of the strict reader of rule files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.errors import CodebookError
from kawat.tables import read_yaml


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.yml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(CodebookError) as raised:
        read_yaml(write(folder, text))
    return [(fault.line, fault.message) for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("010", "010"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("True", "True"),
        ("2024-01-01", "2024-01-01"),
        ("3.5", "3.5"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("~", "~"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ('"12"', "12"),
        ("'true'", "true"),
        ("seratus", "seratus"),
    ],
)
def test_read_yaml_converts_only_the_plain(tmp_path: Path, written: str, value: object) -> None:
    """Text stays text, but for plain whole numbers, true, false and null."""
    assert read_yaml(write(tmp_path, f"key: {written}\n")).plain() == {"key": value}


def test_read_yaml_keeps_lines(tmp_path: Path) -> None:
    """Every value knows its line, and a path leads to it."""
    node = read_yaml(write(tmp_path, "- id: a\n  hits:\n    - text: x\n    - y\n- id: b\n"))
    assert node.plain() == [{"id": "a", "hits": [{"text": "x"}, "y"]}, {"id": "b"}]
    assert node.find_line((0, "hits")) == 2
    assert node.find_line((0, "hits", 1)) == 4
    assert node.find_line((0, "hits", 9, "text")) == 2
    assert node.find_line((1, "id")) == 5


def test_read_yaml_names_all_faults_at_once(tmp_path: Path) -> None:
    """Every fault of a file is in one error."""
    text = "a: 1\nb:\na: 2\nc: ' x'\nd: &x [1]\ne: *x\nf: !!int '5'\n7: g\n"
    found = faults(tmp_path, text)
    assert [line for line, _ in found] == [2, 3, 4, 6, 8]
    assert found[1][1] == 'the key "a" stands twice; first in line 1'
    assert "empty value" in found[0][1]


@pytest.mark.parametrize("text", ["a: [1\n", "a: b: c\n", "\ta: 1\n", "", "# nothing\n"])
def test_read_yaml_refuses_what_is_no_yaml(tmp_path: Path, text: str) -> None:
    """Wrong syntax gives one fault with its line."""
    assert len(faults(tmp_path, text)) == 1


def test_read_yaml_refuses_code(tmp_path: Path) -> None:
    """A tag that would make an object is refused."""
    ((_, message),) = faults(tmp_path, "a: !!python/name:os.system x\n")
    assert "tags" in message
