"""The last resort of the command line."""

from __future__ import annotations

import sys

import pytest

from kawat import cli
from kawat.errors import CodebookError, Fault


def _break(*_: object) -> int:
    raise ZeroDivisionError("tidak\nbisa")


def test_unexpected_fault_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of Kawat itself is said as such, without a traceback."""
    monkeypatch.setattr(cli, "_run", _break)
    monkeypatch.delenv("KAWAT_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    noise = capsys.readouterr().err
    assert noise.startswith("kawat: ZeroDivisionError: tidak bisa; ")
    assert noise.count("\n") == 1


def test_debugging_shows_the_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """With KAWAT_DEBUG the traceback comes through."""
    monkeypatch.setattr(cli, "_run", _break)
    monkeypatch.setenv("KAWAT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main()


def test_interrupt_has_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C before the commands are loaded ends as quietly as later."""

    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupt)
    monkeypatch.setattr(sys, "argv", ["kawat"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 130


def test_many_faults_are_one_line() -> None:
    """Of a broken codebook the first fault is shown, and where the others are found."""
    faults = tuple(
        Fault(file="codebook/acts/meet.yml", line=line, entry="temu", message="no\ntype")
        for line in (3, 9, 12)
    )
    assert cli.error_line(CodebookError(faults)) == (
        "codebook/acts/meet.yml:3: temu: no type (and 2 more; kawat check lists them)"
    )
