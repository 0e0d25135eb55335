"""Reading long tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kawat.errors import CodebookError, Fault
from kawat.tables._characters import decode, spacing_fault
from kawat.tables._paths import DataFile, relative_name


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row(Mapping[str, str]):
    """One row of a table: column → cell, empty cells as "".

    Attributes:
        cells: The cells by column.
        file: Path of the table within the package ("world/countries.csv").
        line: Line number of the row, from 1.
    """

    cells: Mapping[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def fault(self, message: str, entry: str = "") -> Fault:
        """Return a fault at this row, for checks that the reader can't know.

        Args:
            message: What is wrong and what is allowed.
            entry: Key of the row; default: its first cell.
        """
        key = entry or next(iter(self.cells.values()), "")
        return Fault(file=self.file, line=self.line, entry=key, message=message)


def read_csv(path: DataFile, *, columns: Sequence[str]) -> tuple[Row, ...]:
    """Read a table: UTF-8, comma-separated, the first line names the columns.

    Lines that start with ``#`` above the header are notes (where the facts come from).

    Args:
        path: The table.
        columns: The columns it must have, in any order, and no others.

    Returns:
        Its rows, in order.

    Raises:
        CodebookError: With every fault of the file: odd characters, stray white space, missing,
            doubled or unknown columns, too few or too many cells, a line break in a cell.
    """
    file = relative_name(path)
    text, found = decode(path.read_bytes())
    faults = [Fault(file=file, line=line, entry="", message=what) for line, what in found]
    if faults:
        raise CodebookError(tuple(faults))
    lines = text.split("\n")
    notes = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    body = lines[notes : -1 if lines[-1] == "" else None]
    rows = _rows(file, notes, body, columns, faults)
    if faults:
        raise CodebookError(tuple(faults))
    return rows


def _rows(
    file: str, notes: int, body: list[str], columns: Sequence[str], faults: list[Fault]
) -> tuple[Row, ...]:
    """Return the rows below the notes; add what is wrong to ``faults``."""

    def fault(line: int, message: str, entry: str = "") -> None:
        faults.append(Fault(file=file, line=line, entry=entry, message=message))

    rows: list[Row] = []
    header: list[str] = []
    reader = csv.reader((f"{line}\n" for line in body), strict=True)
    line = notes + 1
    try:
        for cells in reader:
            if not header:
                header = cells
                for wrong in _header_faults(header, columns):
                    fault(line, wrong)
                if faults:
                    return ()
            elif message := _row_fault(cells, header):
                fault(line, message, cells[0].partition("\n")[0] if cells else "")
            else:
                mapping = dict(zip(header, cells, strict=True))
                rows.append(Row(cells=mapping, file=file, line=line))
            line = notes + reader.line_num + 1
    except csv.Error as error:
        fault(line, f"{error}; a cell with a comma or a quotation mark stands in quotation marks")
    if not header and not faults:
        fault(1, f"empty table; the first line names the columns: {', '.join(columns)}")
    return tuple(rows)


def _header_faults(header: list[str], columns: Sequence[str]) -> list[str]:
    """Say what is wrong with the column names."""
    allowed = ", ".join(columns)
    faults = [f'missing column "{name}"' for name in columns if name not in header]
    faults += [
        f'unknown column "{name}"; allowed: {allowed}' for name in header if name not in columns
    ]
    faults += [
        f'column "{name}" stands twice' for name in dict.fromkeys(header) if header.count(name) > 1
    ]
    return faults


def _row_fault(cells: list[str], header: list[str]) -> str | None:
    """Say what is wrong with a row; None if nothing is."""
    if not cells:
        return "empty line; delete it"
    if len(cells) != len(header):
        return f"{len(cells)} cells; the header has {len(header)}"
    for name, cell in zip(header, cells, strict=True):
        if "\n" in cell:
            return f'line break in column "{name}"; a cell stands on one line'
        if message := spacing_fault(cell):
            return f'{message} in column "{name}": {cell!r}'
    return None
