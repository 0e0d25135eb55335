"""Tests of the reader of long tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.errors import CodebookError, Fault
from kawat.tables import Row, package_files, read_csv, relative_name


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def faults(folder: Path, text: str | bytes, *columns: str) -> list[tuple[int, str]]:
    with pytest.raises(CodebookError) as raised:
        read_csv(write(folder, text), columns=columns or ("name", "code"))
    return [(fault.line, fault.message) for fault in raised.value.faults]


def test_read_csv_gives_rows_with_lines(tmp_path: Path) -> None:
    """Rows are mappings that know their file and line; notes above the header are skipped."""
    path = write(tmp_path, '# from a list\n# of names\nname,code\n"Laut, Selat",LS\nTeluk,\n')
    first, second = read_csv(path, columns=["code", "name"])
    assert dict(first) == {"name": "Laut, Selat", "code": "LS"}
    assert (first.line, second.line, second["code"]) == (4, 5, "")
    assert first.file == str(path)
    assert str(second.fault("no code")).endswith(":5: Teluk: no code")


def test_read_csv_names_all_faults_at_once(tmp_path: Path) -> None:
    """Every bad row of a file is in one error."""
    found = faults(tmp_path, 'name,code\nA\n B,1\nC  D,2\n"E\nF",3\n\nG,H,I\n')
    assert [line for line, _ in found] == [2, 3, 4, 5, 7, 8]
    assert "1 cells; the header has 2" in found[0][1]
    assert "white space" in found[1][1]
    assert "two spaces" in found[2][1]
    assert "line break" in found[3][1]


def test_read_csv_names_missing_and_unknown_columns(tmp_path: Path) -> None:
    """The header must have the columns that are asked for and no others."""
    found = faults(tmp_path, "name,kode,name\nA,1,2\n")
    assert [message.split(";")[0] for _, message in found] == [
        'missing column "code"',
        'unknown column "kode"',
        'column "name" stands twice',
    ]


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("a\u00a0b", "no-break"),
        ("a\u200bb", "zero width"),
        ("a\tb", "control"),
        ("a\x00b", "control"),
        ("\ufeffa", "zero width no-break"),
        ("Rene\u0301", "NFC"),
    ],
)
def test_read_csv_refuses_odd_characters(tmp_path: Path, cell: str, word: str) -> None:
    """Characters that nobody sees are faults."""
    ((line, message),) = faults(tmp_path, f"name,code\n{cell},1\n")
    assert line == 2
    assert word in message


def test_read_csv_refuses_other_encodings(tmp_path: Path) -> None:
    """A table that is not UTF-8 is refused with its line."""
    assert faults(tmp_path, b"name,code\nRen\xe9,1\n") == [
        (2, "not UTF-8; save the file in UTF-8"),
    ]


@pytest.mark.parametrize("text", ["", "# a note\n"])
def test_read_csv_refuses_empty_tables(tmp_path: Path, text: str) -> None:
    """A table without a header is a fault."""
    ((_, message),) = faults(tmp_path, text)
    assert "empty table" in message


def test_read_csv_takes_windows_line_ends(tmp_path: Path) -> None:
    """Line ends of another system are no fault."""
    (row,) = read_csv(write(tmp_path, "name,code\r\nA,1\r\n"), columns=["name", "code"])
    assert dict(row) == {"name": "A", "code": "1"}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_read_csv_never_fails_otherwise(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Whatever stands in a file, it is read or refused with faults."""
    path = write(tmp_path_factory.mktemp("csv"), text)
    rows: tuple[Row, ...] = ()
    found: tuple[Fault, ...] = ()
    try:
        rows = read_csv(path, columns=["name"])
    except CodebookError as error:
        found = error.faults
    assert all(row["name"] == row["name"].strip() for row in rows)
    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in found)


def test_relative_name_is_within_the_package() -> None:
    """Messages name files as they lie in the package."""
    names = [relative_name(path) for path in package_files("codebook", "plover.yml")]
    assert names == ["codebook/plover.yml"]
