"""What the project itself promises: pins, sizes, no traces of a machine."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
# Put together here so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "/wo" + "rk/", "/tm" + "p/"))
)


PINS = ("constraints.txt", "training/constraints.txt", "training/teacher-constraints.txt")


@pytest.mark.parametrize("name", PINS)
def test_pins_have_hashes_and_no_addresses(name: str) -> None:
    """Every pin is exact and hashed; none says where it is fetched from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    pins = re.split(r"\n(?=\S)", text.strip())
    for pin in pins:
        assert re.match(r"[a-z0-9-]+==\S+", pin), pin
        assert "--hash=sha256:" in pin, pin


def test_pins_cover_the_project_file() -> None:
    """Each package that pyproject.toml names is pinned: run `make pins` after a change."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE))
    names = {re.match(r"[\w-]+", name).group().lower() for name in wanted}  # type: ignore[union-attr]
    assert names <= pinned


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    """A module has at most 400 lines, a function 40 besides its docstring."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1 if ast.get_docstring(node) and len(node.body) > 1 else 0]
            assert (node.end_lineno or 0) - first.lineno < 40, f"{node.name}:{node.lineno}"


def test_files_name_no_registry_and_no_machine() -> None:
    """Nothing that is committed says where it was made or fetched from."""
    for path, text in _committed_texts():
        found = FORBIDDEN.search(text)
        assert not found, f"{path}: {found and found.group()}"


def test_every_make_task_is_explained() -> None:
    """`make help` knows each task."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, flags=re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^([a-z-]+):.*## ", text, flags=re.MULTILINE))


def _committed_texts() -> Iterator[tuple[str, str]]:
    try:
        listed = subprocess.run(
            ["git", "ls-files"],  # noqa: S607  wherever git is
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    for name in listed:
        path = ROOT / name
        if path.is_file():
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
