"""What `import kawat` gives and costs."""

from __future__ import annotations

import subprocess
import sys

import kawat


def test_import_loads_nothing() -> None:
    """`import kawat` brings in no library and reads no file of its own."""
    code = "import sys, kawat; print(*sorted(m for m in sys.modules if m.startswith('kawat')))"
    code += "; print('spacy' in sys.modules, 'numpy' in sys.modules, 'pydantic' in sys.modules)"
    printed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    assert printed.split() == ["kawat", "False", "False", "False"]


def test_all_names_are_there() -> None:
    """`__all__` is true, and `dir` shows it."""
    for name in kawat.__all__:
        assert getattr(kawat, name) is not None
        assert name in dir(kawat)


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that Kawat hasn't is an error like any other."""
    assert not hasattr(kawat, "kode")
