"""Pipes, terminals and Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

KAWAT = str(Path(sys.executable).with_name("kawat"))
TEXT = "Polisi menangkap dua aktivis di Makassar."


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Give a file with more stories than a pipe holds."""
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": str(n), "text": f"{TEXT} {n}."}) for n in range(2000))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_closed_pipe_ends_quietly(many: Path) -> None:
    """`kawat code … | head -1` prints its line and nothing else."""
    with subprocess.Popen(
        [KAWAT, "code", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert json.loads(running.stdout.readline())["id"] == "0"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == -signal.SIGPIPE, "what a shell shows as 141"


def test_interrupt_ends_quietly(many: Path) -> None:
    """Ctrl-C stops without noise."""
    with subprocess.Popen(
        [KAWAT, "code", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, noise = running.communicate(timeout=60)
        assert (running.returncode, noise) == (130, b"")


def test_terminal_gets_the_view(tmp_path: Path) -> None:
    """On a terminal the default is the view for people, in colour."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = _on_terminal([KAWAT, "code", str(path)], stdout=True)
    assert "\x1b[" in shown
    assert "COERCE" in shown


def test_terminal_gets_a_progress_bar(many: Path, tmp_path: Path) -> None:
    """Where records go to a file, standard error shows how far it is, and leaves nothing behind."""
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(many.read_text().splitlines()[:40]), encoding="utf-8")
    shown = _on_terminal([KAWAT, "code", str(few)], stdout=False)
    assert "40/40" in shown


def _on_terminal(command: list[str], *, stdout: bool) -> str:
    """Run with a terminal on standard error, and on standard output if asked; give its text."""
    ours, theirs = pty.openpty()
    out = theirs if stdout else subprocess.DEVNULL
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    with subprocess.Popen(command, stdout=out, stderr=theirs, env=environment) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other side has gone
                break
            if not piece:
                break
            shown += piece
        assert running.wait(60) == 0
    os.close(ours)
    return shown.decode()
