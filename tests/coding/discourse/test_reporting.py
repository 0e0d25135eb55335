"""The examples of reporting.yml, and its form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from kawat.coding.schemas.reporting import Table
from kawat.tables import package_files, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from kawat.coding.discourse import Discourse, Reporting


def reporting_data() -> Any:
    """Give the plain data of ``reporting.yml``."""
    (path,) = [p for p in package_files("codebook", ".yml") if p.name == "reporting.yml"]
    return read_yaml(path).plain()


RULES = reporting_data()["verbs"]
HITS = [(rule["id"], hit) for rule in RULES for hit in rule["hits"]]
MISSES = [(rule["id"], text) for rule in RULES for text in rule["near_misses"]]
NAME = re.compile(r"(?<![\w\"] )(?<!^)(?:[A-Z]\w+ )+[A-Z]\w+")


def people(text: str, speaker: str | None) -> list[tuple[str, str]]:
    """Take the speaker as a mention; ``NAME`` stands in for the world stage elsewhere."""
    return [(speaker, "PER")] if speaker else [(m, "PER") for m in NAME.findall(text)]


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_reporting_hits_are_statements(
    read: Callable[..., Discourse], reporting: Reporting, rule: str, hit: dict[str, Any]
) -> None:
    """Each hit gives the words said, by the rule's cue, with the speaker it names."""
    discourse = read(hit["text"], *people(hit["text"], hit.get("speaker")))
    names = {e.id: e.name for e in discourse.entities}
    found = {
        s.text: (names.get(s.speaker or ""), s.cue and reporting.cues[s.cue.text.lower()].rule)
        for s in discourse.statements
    }
    assert hit["says"] in found
    speaker, cue = found[hit["says"]]
    assert cue is None or cue.endswith(f":{rule}") or rule == "nyata-nomina"
    assert hit.get("speaker") in {None, speaker}


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_reporting_near_misses_are_no_statements(
    read: Callable[..., Discourse], reporting: Reporting, rule: str, text: str
) -> None:
    """No near miss gives a statement by its rule."""
    for statement in read(text, *people(text, None)).statements:
        assert statement.cue is None or not reporting.cues[
            statement.cue.text.lower()
        ].rule.endswith(f":{rule}")


def test_reporting_table_fits_its_schema() -> None:
    """The shipped file is valid, and a wrong one is refused."""
    data = reporting_data()
    Table.model_validate(data)
    with pytest.raises(ValidationError, match="missing lists"):
        Table.model_validate({**data, "words": {}})
