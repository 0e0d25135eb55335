"""Running every sentence of the codebook through the coder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.checking.examples import Question, judge, questions_of
from kawat.coding.rulebook import build_codebook, codebook_files
from kawat.coding.rulebook.checks import Finding, run_checks
from kawat.coding.rulebook.sources import read_sources
from kawat.errors import Fault
from kawat.records import MadeBy
from kawat.tables import DataFile, relative_name

if TYPE_CHECKING:
    from kawat.pipeline import Explained, Resources

# The examples are short: many fit into a batch.
BATCH = 128
PUBLISHED = "2025-01-17"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The outcome of proving rules.

    Attributes:
        findings: What the checks of form, names, words and examples found.
        failures: Sentences that came out otherwise than their rule says.
        rules: How many entries were proven or tried.
        sentences: How many sentences were run.
        known_misses: How many of them are known to fail.
    """

    findings: tuple[Finding, ...]
    failures: tuple[Fault, ...]
    rules: int
    sentences: int
    known_misses: int

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that must be put right, in the order of files and lines."""
        found = [f.fault for f in self.findings if f.severity != "warning"]
        return tuple(sorted((*found, *self.failures), key=lambda f: (f.file, f.line)))

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is allowed but should be looked at."""
        return tuple(f.fault for f in self.findings if f.severity == "warning")


def check_rules(paths: Sequence[DataFile] | None = None, *, run: bool = True) -> Proof:
    """Check codebook files and run every sentence of them through the coder, in one batch.

    Rules of other files take part in the coding; faults in those are left out.

    Args:
        paths: Codebook files; None for all. A file outside the package counts as an act file, or
            as an operator file if its folder is called "operators".
        run: Whether to run the sentences; without, only form, names and words are checked.

    Returns:
        All that was found.

    Raises:
        CodebookError: The codebook can't be used at all (composition.yml or plover.yml is wrong).
        ModelError: The language model can't be loaded.
    """
    files = codebook_files(tuple(paths or ()))
    asked = {relative_name(path) for path in (files if paths is None else paths)}
    sources = read_sources(files)
    findings = tuple(f for f in run_checks(sources) if f.fault.file in asked)
    wrong = {(f.fault.file, f.fault.entry) for f in findings if f.severity == "error"}
    questions = [
        question
        for question in (questions_of(sources) if run else ())
        if question.entry.file in asked and (question.entry.file, question.entry.key) not in wrong
    ]
    answers = _answers(questions, files)
    judged = [judge(q, a) for q, a in zip(questions, answers, strict=True)]
    return Proof(
        findings=findings,
        failures=tuple(fault for fault in judged if fault is not None),
        rules=sum(1 for entry in sources.entries if entry.file in asked),
        sentences=len(questions),
        known_misses=sum(1 for question in questions if question.kind == "known_misses"),
    )


def _answers(questions: Sequence[Question], files: tuple[DataFile, ...]) -> list[Explained]:
    """Code the sentences, each as a story of its own."""
    if not questions:
        return []
    from kawat.pipeline import run as run_pipeline
    from kawat.wire import read_text

    stories = (
        read_text(question.example.text, id=str(number), published=PUBLISHED)
        for number, question in enumerate(questions)
    )
    return list(run_pipeline(stories, _resources(files), batch_size=BATCH, strict=True))


def _resources(files: tuple[DataFile, ...]) -> Resources:
    """Return the coder's resources with a codebook in which wrong entries are left out."""
    from kawat.language import load_language
    from kawat.pipeline import Resources
    from kawat.world import load_world

    codebook = build_codebook(files, tolerant=True)
    made_by = MadeBy(kawat="check", model="check", codebook=codebook.digest)
    return Resources(nlp=load_language(), world=load_world(), codebook=codebook, made_by=made_by)
