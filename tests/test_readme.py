"""README shows what the program does: every command runs, every output is real."""

from __future__ import annotations

import doctest
import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme() -> Any:
    """Give the tool that runs README's blocks."""
    spec = importlib.util.spec_from_file_location("kawat_readme", ROOT / "tools" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_commands_run_and_print_what_readme_shows(readme: Any, tmp_path: Path) -> None:
    """`python tools/readme.py` writes the outputs anew after a change."""
    blocks = readme.find_blocks(TEXT)
    assert len(blocks) == TEXT.count("```sh") >= 3
    for block in blocks:
        done = readme.run_block(block, tmp_path)
        assert done.returncode == 0, block.commands + done.stderr
        if block.output is not None:
            assert readme.tidy(done.stdout) == block.output


def test_python_sessions_give_what_readme_shows() -> None:
    """Python shown in README runs as a doctest."""
    sessions = "\n".join(re.findall(r"^```python\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE))
    test = doctest.DocTestParser().get_doctest(sessions, {}, "README.md", "README.md", 0)
    assert len(test.examples) >= 3
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test).failed == 0


def test_scores_are_those_that_were_measured(readme: Any) -> None:
    """The table shows what `python scores/run.py --update` wrote."""
    assert "<!-- scores -->" in TEXT
    assert readme.write_scores(TEXT) == TEXT


def test_every_command_is_in_readme(run_kawat: Callable[..., CompletedProcess[str]]) -> None:
    """No command is a secret."""
    listed = re.findall(r"^│ ([a-z]+) ", run_kawat("--help").stdout, flags=re.MULTILINE)
    assert len(listed) >= 6
    assert all(f"kawat {command}" in TEXT for command in listed)


def test_links_lead_to_files() -> None:
    """What README, CONTRIBUTING and docs point to is there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"
