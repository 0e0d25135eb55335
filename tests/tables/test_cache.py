"""Tests of the cache of compiled data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.tables import cached


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("KAWAT_CACHE", str(folder))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\n")
    return path


class Builder:
    """Counts how often it builds."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> dict[str, object]:
        self.calls += 1
        return {"words": ("a", "é"), "calls": self.calls}


def test_cached_builds_once(folder: Path, file: Path) -> None:
    """The second call reads what the first one wrote; both give the same."""
    build = Builder()
    first = cached("test", [file], build)
    assert first == {"words": ["a", "é"], "calls": 1}
    assert cached("test", [file], build) == first
    assert build.calls == 1
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_cached_builds_anew_after_a_change(file: Path) -> None:
    """A changed file or another name is another value."""
    build = Builder()
    cached("test", [file], build)
    file.write_text("a: 2\n")
    cached("test", [file], build)
    cached("other", [file], build)
    assert build.calls == 3


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"0\n{}"])
def test_cached_survives_damage(folder: Path, file: Path, damage: bytes) -> None:
    """A damaged cache file is replaced."""
    build = Builder()
    cached("test", [file], build)
    (entry,) = folder.iterdir()
    entry.write_bytes(damage)
    assert cached("test", [file], build) == {"words": ["a", "é"], "calls": 2}
    assert cached("test", [file], build) == {"words": ["a", "é"], "calls": 2}


def test_cached_works_without_a_folder(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written, or the cache is off, the value is built."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    for setting in (str(blocked / "cache"), ""):
        monkeypatch.setenv("KAWAT_CACHE", setting)
        assert cached("test", [file], Builder()) == {"words": ["a", "é"], "calls": 1}


def test_cached_passes_errors_on(folder: Path, file: Path) -> None:
    """What the builder raises is raised, and nothing is kept."""

    def build() -> None:
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        cached("test", [file], build)
    assert not folder.exists()
