"""Every rule of the codebook, proven by its own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.checking import Proof, check_rules

RULES = """\
- id: coba-tangkap
  type: COERCE
  modes: [arrest]
  verbs: [keler]
  when: {patient: {is: [actor]}}
  hits:
    - {text: Polisi mengeler tiga demonstran ke kantor kepolisian., modes: [arrest]}
    - {text: Polisi mengeler tiga demonstran., type: AID}
  near_misses: [Sopir itu mengeler mobil tua ke bengkel.]
  known_misses: [Polisi mengeler dua demonstran ke kantor kepolisian.]
"""


@pytest.fixture(scope="module")
def proof() -> Proof:
    """Run every sentence once."""
    return check_rules()


def test_codebook_has_no_faults(proof: Proof) -> None:
    """Form, names and words of all files are right, and every rule has its examples."""
    wrong = [str(finding) for finding in proof.findings if finding.severity != "warning"]
    assert not wrong, "\n".join(wrong)


def test_every_rule_is_proven(proof: Proof) -> None:
    """Every hit is coded as it says, no near miss is coded, known misses still fail."""
    assert not proof.failures, "\n".join(map(str, proof.failures))


def test_check_rules_judges_a_file_of_its_own(tmp_path: Path) -> None:
    """A new file is proven together with the codebook, and wrong expectations are told."""
    path = tmp_path / "mine.yml"
    path.write_text(RULES, encoding="utf-8")
    proof = check_rules([path])
    assert (proof.rules, proof.sentences, proof.known_misses) == (1, 4, 1)
    lines = [(fault.line, fault.message.split(":")[0]) for fault in proof.faults]
    assert lines == [(8, "hit not coded"), (10, "known miss is coded now, move it to hits")]


def test_rule_of_the_guide_is_proven(tmp_path: Path) -> None:
    """The rule that docs/adding-a-rule.md shows passes its own check."""
    guide = Path(__file__).resolve().parents[2] / "docs" / "adding-a-rule.md"
    path = tmp_path / "mine.yml"
    path.write_text(guide.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0])
    proof = check_rules([path])
    assert (proof.rules, proof.sentences, proof.faults) == (1, 2, ())
