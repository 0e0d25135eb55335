"""The other commands: explain, doctor, check, version, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kawat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

COMMANDS = ("code", "demo", "explain", "check", "doctor", "schema")


def test_version_is_printed(run_kawat: Run) -> None:
    """`kawat --version` says which."""
    done = run_kawat("--version")
    assert (done.returncode, done.stdout) == (0, f"kawat {kawat.__version__}\n")


def test_help_lists_every_command(run_kawat: Run) -> None:
    """`kawat` alone helps."""
    done = run_kawat()
    assert done.returncode == 0
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(run_kawat: Run, command: str) -> None:
    """Each command shows how it is called."""
    done = run_kawat(command, "--help")
    assert done.returncode == 0
    assert f"Example: kawat {command}" in done.stdout


def test_explain_tells_what_was_coded_and_why(run_kawat: Run, tmp_path: Path) -> None:
    """The chain from the word to the rule, with the reason."""
    path = tmp_path / "a.txt"
    path.write_text("Polisi menangkap dua aktivis di Makassar.", encoding="utf-8")
    done = run_kawat("explain", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "v1" in done.stdout
    assert "acts/coerce.yml:" in done.stdout


def test_explain_tells_what_was_dropped(run_kawat: Run, demo_files: tuple[Path, ...]) -> None:
    """The match report gives no event; the reasons are said."""
    (match,) = [path for path in demo_files if "olahraga" in path.name]
    done = run_kawat("explain", match)
    assert done.returncode == 0
    assert "dropped" in done.stdout


def test_doctor_finds_this_installation_whole(run_kawat: Run) -> None:
    """Versions, model, tables, codebook and a smoke story."""
    done = run_kawat("doctor")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("ok ") == 6
    assert "CONSULT" in done.stdout


def test_check_of_the_form_leaves_the_examples_out(run_kawat: Run, tmp_path: Path) -> None:
    """`kawat check --form` names each fault and fails, without running a sentence."""
    path = tmp_path / "mine.yml"
    path.write_text("- id: x\n", encoding="utf-8")
    done = run_kawat("check", "--form", path)
    assert done.returncode == 1
    assert 'x: missing key "type"' in done.stdout
    assert "0 sentences" in run_kawat("check", "--form", "acts/coerce.yml").stdout
