"""Word forms of Indonesian verbs, made from their stems.

A stem is what is left when *meN-* or *di-* is taken off ("serang", "kunjungi", "pertahankan").
Both spellings of loans are made ("mengkritik" and "mengritik"); a spelling that nobody uses does no
harm. Clitic "-nya" is a token of its own, so forms need none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.coding.rulebook.types import Voice

_VOWELS = "aeiou"
_NASAL_BEFORE = (
    # First sounds of the stem → prefix. The first that fits holds.
    (("ng", "ny", "l", "r", "w", "y", "m", "n"), "me"),
    (("b", "f", "v", "p"), "mem"),
    (("c", "d", "j", "z", "t", "s"), "men"),
    (("a", "e", "i", "o", "u", "g", "h", "k", "q", "x"), "meng"),
)
_DROPPED = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}
_SUFFIX = re.compile(r"(kan|i)$")


def active_forms(stem: str) -> tuple[str, ...]:
    """Return the *meN-* forms of a stem, usual ones and spelling variants.

    Args:
        stem: Stem in lower case, one word.

    Returns:
        The forms, without repetition.

    >>> active_forms("serang")
    ('menserang', 'menyerang')
    >>> active_forms("kritik")
    ('mengkritik', 'mengritik')
    >>> active_forms("bom")
    ('membom', 'mengebom')
    >>> active_forms("larang"), active_forms("dukung"), active_forms("undang")
    (('melarang',), ('mendukung',), ('mengundang',))
    >>> active_forms("pertahankan")
    ('mempertahankan', 'memertahankan')
    """
    prefix = next((nasal for starts, nasal in _NASAL_BEFORE if stem.startswith(starts)), "me")
    forms = [prefix + stem]
    if stem[0] in _DROPPED:
        forms.append(_DROPPED[stem[0]] + stem[1:])
    if _is_monosyllable(stem):
        forms.append("menge" + stem)
    return tuple(dict.fromkeys(forms))


def passive_forms(stem: str) -> tuple[str, ...]:
    """Return the *di-* forms of a stem.

    >>> passive_forms("tangkap")
    ('ditangkap',)
    """
    return ("di" + stem,)


def verb_forms(stem: str, *, bare: bool = True) -> tuple[tuple[tuple[str, ...], Voice], ...]:
    """Return all forms of a verb stem or of a phrase whose first word is one.

    Args:
        stem: Stem ("tangkap") or phrase ("angkat kaki"), in lower case.
        bare: Whether the stem by itself is a form; false for stems that are also nouns.

    Returns:
        Pairs of words and voice.

    >>> for words, voice in verb_forms("angkat kaki"):
    ...     print(" ".join(words), voice)
    mengangkat kaki active
    diangkat kaki passive
    angkat kaki bare
    """
    first, *rest = stem.split(" ")
    pairs: list[tuple[tuple[str, ...], Voice]] = [
        *(((form, *rest), "active") for form in active_forms(first)),
        *(((form, *rest), "passive") for form in passive_forms(first)),
    ]
    if bare:
        pairs.append(((first, *rest), "bare"))
    return tuple(pairs)


def is_act_on_patient(noun: str, stems: Sequence[str]) -> bool:
    """Say whether a bare possessor of an act noun is the patient, by the shape of the noun.

    So it is in *peN-an* ("penangkapan aktivis"), not in other shapes ("serangan tentara",
    "pertemuan menteri"). Before l, r, w and y there is no nasal: *pe-* is told from *per-* by
    the stems of the rule.

    Args:
        noun: The noun, or a phrase that begins with it.
        stems: Stems of the rule that the noun belongs to.

    >>> is_act_on_patient("penangkapan", [])
    True
    >>> is_act_on_patient("pertemuan", ["temui"]), is_act_on_patient("serangan", ["serang"])
    (False, False)
    >>> is_act_on_patient("perampasan", ["rampas"])
    True
    """
    word = noun.split(" ")[0]
    match = re.fullmatch(r"pe(.+)an", word)
    if not match:
        return False
    rest = match.group(1)
    if rest[0] in "mnlwy":
        return True
    return any(_SUFFIX.sub("", stem) == rest or stem == rest for stem in stems)


def _is_monosyllable(stem: str) -> bool:
    """Say whether a stem, or what is left without -kan or -i, has one vowel ("bom", "sahkan")."""
    root = _SUFFIX.sub("", stem) or stem
    return any(sum(letter in _VOWELS for letter in part) == 1 for part in (stem, root))
