"""Tests of the checks: each finds its fault, in its line, and nothing in a good rule."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kawat.coding.rulebook.checks import Finding, all_checks

Find = Callable[[str], list[Finding]]
GOOD = """\
- id: tangkap
  type: COERCE
  modes: [arrest]
  verbs: [tangkap]
  nouns: [penangkapan]
  when: {patient: {is: [actor]}}
  unless: {agent: [{words: [klub]}, {sectors: [BUS]}], clause: {words: [bola]}}
  roles: {actor: [agent], recipient: [patient, terhadap]}
  contexts: [legal]
  cameo: "173"
  hits:
    - {text: Polisi menangkap dua aktivis., modes: [arrest], actors: [IDN]}
  near_misses: [Kiper menangkap bola.]
"""


def operator(results: str) -> str:
    return f"""\
- id: ancam
  type: THREATEN
  verbs: [ancam]
  results: {results}
  hits: [Presiden mengancam akan menyerang.]
  near_misses: [Badai mengancam pesisir.]
"""


def test_checks_find_nothing_in_good_rules(find: Find) -> None:
    """A complete rule passes, and so does an operator."""
    assert find(GOOD) == []
    results = "{ASSAULT: {modes: [violence]}, COERCE/arrest: {modes: [arrest]}, CONSULT: AGREE, "
    assert find(operator(results + "PROTEST: none, other: THREATEN}")) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message"),
    [
        ("type: COERCE", "tipe: COERCE", "CB001", 2, 'unknown key "tipe"; allowed: hits, '),
        ("type: COERCE", "note: x", "CB001", 1, 'missing key "type"'),
        ("verbs: [tangkap]", "verbs: [Tangkap]", "CB001", 4, "must be words in lower case"),
        ("verbs: [tangkap]", "verbs: tangkap", "CB001", 4, "valid list: 'tangkap'"),
        ("id: tangkap", "id: Tangkap!", "CB001", 1, 'joined by "-" or "_"'),
        ("is: [actor]", "is: [aktor]", "CB001", 6, "'actor'"),
        ("actors: [IDN]", "actors: [Indonesia]", "CB001", 12, "pattern"),
        ("type: COERCE", "type: COERSE", "CB003", 2, 'did you mean "COERCE"?'),
        ("\n  modes: [arrest]", "\n  modes: [arest]", "CB004", 3, 'did you mean "arrest"?'),
        ("actors: [IDN]", "type: AGREE", "CB004", 12, 'AGREE has no mode "arrest"'),
        ("[legal]", "[legel]", "CB005", 9, 'did you mean "legal"?'),
        ("[BUS]", "[BUZ]", "CB006", 7, 'unknown sector "BUZ"'),
        ("terhadap", "terhadapi", "CB007", 8, 'did you mean "terhadap"?'),
        ("clause: {words: [bola]}", "clause: {present: true}", "CB008", 7, "needs `words`"),
        ("{is: [actor]}", "{}", "CB008", 6, "asks nothing"),
        ("{is: [actor]}", "{apart: agen}", "CB007", 6, 'did you mean "agent"?'),
        ('"173"', '"043"', "CB009", 10, "CAMEO 043 is no code for COERCE"),
        ("verbs: [tangkap]", "verbs: [tangkap, tangkap]", "CB011", 4, "stands twice"),
        ("verbs: [tangkap]", "verbs: [menggempur]", "CB012", 4, "has its prefix"),
        ("near_misses: [Kiper", "known_misses: [Kiper", "CB021", 1, "no near_misses"),
        ("Kiper menangkap bola.", "Polisi menangkap dua aktivis.", "CB022", 13, "already"),
        ("Polisi menangkap", "Polisi mengejar", "CB023", 12, "no form of the rule"),
        ("Kiper menangkap bola.", "kiper menangkap bola", "CB024", 13, "capital letter"),
    ],
)
def test_checks_find_the_fault(
    find: Find, old: str, new: str, code: str, line: int, message: str
) -> None:
    """One thing wrong gives its finding, with line and id."""
    assert old in GOOD
    found = find(GOOD.replace(old, new))
    lines = [f.fault.line for f in found if f.code == code and message in f.fault.message]
    assert lines == [line], found


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ("{ASALT: none}", "CB003"),
        ("{ASSAULT: AGRI}", "CB003"),
        ("{ASSAULT: {modes: [aerial]}}", "CB004"),
        ("{COERCE/arest: none}", "CB004"),
        ("{ASSAULT: {mode: violence}}", "CB001"),
    ],
)
def test_checks_find_wrong_results(find: Find, results: str, code: str) -> None:
    """Types and modes in an operator's table are checked."""
    assert {finding.code for finding in find(operator(results))} == {code}


def test_checks_find_duplicate_ids(find: Find) -> None:
    """The second of two equal ids is a fault that names the first."""
    (finding,) = [f for f in find(GOOD + GOOD) if f.code == "CB002"]
    assert finding.fault.line == 14
    assert "first in line 1" in finding.fault.message


def test_checks_find_shared_forms(find: Find) -> None:
    """Two rules without conditions that claim a form are a warning, with the forms."""
    plain = """\
- id: {id}
  type: COERCE
  verbs: [{stem}]
  hits: [Polisi menangkap aktivis.]
  near_misses: [Kiper menangkap bola.]
"""
    first, second = plain.format(id="a", stem="tangkap"), plain.format(id="b", stem="tangkap")
    (finding,) = find(first + second)
    assert (finding.code, finding.severity, finding.fault.line) == ("CB013", "warning", 6)
    assert "ditangkap" in finding.fault.message
    assert find(first + second.replace("  hits", "  when: {patient: {is: [PER]}}\n  hits")) == []


def test_checks_find_rules_without_words_and_hits(find: Find) -> None:
    """A rule that nothing calls, or nothing proves, is named."""
    codes = [f.code for f in find("- {id: kosong, type: COERCE}\n")]
    assert codes == ["CB010", "CB020", "CB021"]


def test_checks_are_numbered_and_explained() -> None:
    """Every check has its own number and says in a sentence what holds."""
    checks = all_checks()
    assert len({check.code for check in checks}) == len(checks)
    for check in checks:
        assert re.fullmatch(r"CB\d{3}", check.code)
        assert check.meaning.endswith(".")
