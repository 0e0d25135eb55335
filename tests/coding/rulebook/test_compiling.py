"""Tests of compiling, packing and loading."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kawat.coding.rulebook import build_codebook, codebook_files, load_codebook
from kawat.coding.rulebook.compiling import compile_codebook
from kawat.coding.rulebook.packing import pack, unpack
from kawat.coding.rulebook.sources import Sources
from kawat.coding.rulebook.types import Codebook, Condition, Outcome
from kawat.errors import CodebookError
from kawat.tables import DataFile

Read = Callable[[str], Sources]
ACT = """\
- id: tangkap
  type: COERCE
  verbs: [tangkap]
  words: [menangkap]
  passive_words: [tertangkap]
  nouns: [penangkapan, {word: pemeriksaan, possessor: agent}, tangkap tangan]
  when: {patient: [{is: [PER]}, {sectors: [MIL]}]}
  roles: {recipient: []}
"""
OPERATOR = """\
- id: ancam
  type: THREATEN
  verbs: [angkat senjata]
  bare: false
  alone: false
  results: {ASSAULT: {modes: [violence]}, CONSULT: AGREE, PROTEST: none}
"""


def compiled(read: Read, text: str) -> Codebook:
    return compile_codebook(read(text), "0")


def test_compile_makes_forms_of_every_kind(read: Read) -> None:
    """Listed words, stems and nouns become forms with their voice and possessor."""
    codebook = compiled(read, ACT)
    forms = {" ".join(f.words): f for group in codebook.forms.values() for f in group}
    voices = {words: form.voice for words, form in forms.items()}
    assert voices == {
        "menangkap": "active",
        "mentangkap": "active",
        "ditangkap": "passive",
        "tangkap": "bare",
        "tertangkap": "passive",
        "penangkapan": "noun",
        "pemeriksaan": "noun",
        "tangkap tangan": "noun",
    }
    assert forms["penangkapan"].possessor == "patient"
    assert forms["pemeriksaan"].possessor == "agent"
    assert [len(form.words) for form in codebook.forms["tangkap"]] == [2, 1]


def test_compile_keeps_conditions_and_roles(read: Read) -> None:
    """A list of conditions becomes several; an empty recipient stays empty."""
    rule = compiled(read, ACT).rules["acts/try.yml:tangkap"]
    assert rule.when == (
        Condition(slot="patient", classes=("PER",)),
        Condition(slot="patient", sectors=("MIL",)),
    )
    assert (rule.actor, rule.recipient, rule.operator) == (("agent",), (), False)


def test_compile_fills_outcomes(read: Read) -> None:
    """An outcome without a type keeps the operator's; "none" codes nothing."""
    codebook = compiled(read, OPERATOR)
    rule = codebook.rules["operators/try.yml:ancam"]
    assert rule.operator
    assert not rule.alone
    assert rule.results == {
        "ASSAULT": Outcome(type="THREATEN", modes=("violence",)),
        "CONSULT": Outcome(type="AGREE"),
        "PROTEST": Outcome(type=None),
    }
    assert "angkat" not in codebook.forms


def test_compile_cuts_words_as_the_tokenizer_does(read: Read) -> None:
    """A clitic in a rule's word becomes a token of its own."""
    codebook = compiled(read, ACT.replace("words: [menangkap]", "words: [tercapainya sepakat]"))
    assert codebook.forms["tercapai"][0].words == ("tercapai", "nya", "sepakat")


def test_pack_and_unpack_give_the_same_codebook() -> None:
    """What comes out of the cache equals what was compiled, through JSON too."""
    codebook = build_codebook(codebook_files(), tolerant=True)
    assert unpack(json.loads(json.dumps(pack(codebook)))) == codebook


def test_build_refuses_a_wrong_codebook(tmp_path: Path, base: tuple[DataFile, ...]) -> None:
    """All faults of all files come in one error; tolerant building leaves them out."""
    path = tmp_path / "try.yml"
    path.write_text(ACT + ACT.replace("id: tangkap", "id: b").replace("COERCE", "COERSE") + "- {}")
    with pytest.raises(CodebookError) as raised:
        build_codebook((*base, path))
    assert len(raised.value.faults) == 3
    codebook = build_codebook((*base, path), tolerant=True)
    assert list(codebook.rules) == ["acts/try.yml:tangkap"]


def test_load_codebook_holds_the_vocabulary() -> None:
    """The shipped codebook has PLOVER's 16 types with quad class, codes and scores."""
    codebook = load_codebook()
    assert len(codebook.types) == 16
    assert {kind.quad for kind in codebook.types.values()} == {1, 2, 3, 4}
    for kind in codebook.types.values():
        scores = [kind.intensity, *(mode.intensity for mode in kind.modes.values())]
        assert all((score > 0) == (kind.quad < 3) for score in scores)
    assert codebook.light_verbs["menerima"][1].subject == "patient"
    assert codebook.light_verbs["dilakukan"][0] == "passive"
    assert codebook.composition.future["CONSULT"] == Outcome(type="AGREE")


def test_load_codebook_needs_no_pydantic_from_the_cache() -> None:
    """A program that finds the codebook in the cache starts without pydantic and YAML."""
    load_codebook()
    code = (
        "import sys; from kawat.coding.rulebook import load_codebook; load_codebook();"
        "sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
