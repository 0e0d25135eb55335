"""Errors that Kawat raises on purpose.

    KawatError
    ├── CodebookError   a table or rule file is wrong (all faults of all files at once)
    ├── InputError      a path or an input line can't be read as a story
    └── ModelError      the language model is missing or does not fit

Every message says what is wrong, where, and what to do. The command line prints it as one line.
"""

from __future__ import annotations

from dataclasses import dataclass


class KawatError(Exception):
    """Root of all errors that Kawat raises on purpose."""


class InputError(KawatError):
    """A path or an input line can't be read as a story."""


class ModelError(KawatError):
    """The language model is missing, damaged or of another version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a data file.

    Attributes:
        file: Path of the file, relative to the package.
        line: Line number, from 1.
        entry: Id of the rule or key of the row, empty if there is none.
        message: What is wrong and what is allowed.
    """

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        entry = f" {self.entry}:" if self.entry else ""
        return f"{self.file}:{self.line}:{entry} {self.message}"


class CodebookError(KawatError):
    """The codebook or a table is wrong; carries every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
