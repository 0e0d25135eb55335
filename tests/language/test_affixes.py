"""Affix rules."""

import pytest

from kawat.language.affixes import strip_affixes

ROOTS = {"serang", "tangkap", "sidik", "pukul", "kirim", "luas", "temu", "larut", "ajar", "tokoh"}


@pytest.mark.parametrize(
    ("form", "root"),
    [
        ("menyerang", "serang"),
        ("penyerangan", "serang"),
        ("ditangkap", "tangkap"),
        ("penangkapan", "tangkap"),
        ("penyidik", "sidik"),
        ("memukul", "pukul"),
        ("mengirimkan", "kirim"),
        ("memperluas", "luas"),
        ("pertemuan", "temu"),
        ("berlarut-larut", "larut"),
        ("tokoh-tokoh", "tokoh"),
        ("zamrud", "zamrud"),
    ],
)
def test_strip_affixes_finds_known_root(form: str, root: str) -> None:
    """A derived form gives its root where the root is known, else itself."""
    assert strip_affixes(form, ROOTS) == root
