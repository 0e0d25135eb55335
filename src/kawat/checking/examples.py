"""Examples of the codebook as questions to a coder, and the judging of its answers.

Comes in: entries with their sentences, and what was coded of each. Goes out: a fault for each
sentence that came out otherwise than its rule says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kawat.coding.rulebook import schema
from kawat.coding.rulebook.sources import Entry, Sources

if TYPE_CHECKING:
    from kawat.errors import Fault
    from kawat.pipeline import Explained
    from kawat.records import CodedStory, Event

Kind = Literal["hits", "near_misses", "known_misses"]
KINDS: tuple[Kind, ...] = ("hits", "near_misses", "known_misses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One sentence of a rule, with what should come of it.

    Attributes:
        entry: The entry it stands in.
        kind: The list it stands in.
        number: Its place in the list.
        example: The sentence and what is expected.
    """

    entry: Entry
    kind: Kind
    number: int
    example: schema.Hit

    def fault(self, message: str) -> Fault:
        """Return a fault at this sentence."""
        return self.entry.fault(message, self.kind, self.number)


def questions_of(sources: Sources) -> Iterator[Question]:
    """Yield every sentence of every entry."""
    for entry in sources.entries:
        if isinstance(entry.model, schema.Examples):
            for kind in KINDS:
                for number, example in enumerate(getattr(entry.model, kind)):
                    yield Question(entry=entry, kind=kind, number=number, example=example)


def judge(question: Question, answer: Explained) -> Fault | None:
    """Say what is wrong with what was coded of a sentence; None if nothing is.

    Args:
        question: The sentence and its rule.
        answer: What was coded of it, with the decisions.

    Returns:
        A fault at the sentence's line.
    """
    text = question.example.text
    if question.kind == "near_misses":
        wrong = _wrongly_coded(question, answer)
        return question.fault(f'near miss coded: "{text}"; got {wrong}') if wrong else None
    missing = _missing(question, answer)
    if question.kind == "hits":
        return question.fault(f'hit not coded: "{text}"; {missing}') if missing else None
    if missing is None:
        return question.fault(f'known miss is coded now, move it to hits: "{text}"')
    return None


def _missing(question: Question, answer: Explained) -> str | None:
    """Say what a hit lacks, nearest event first; None if an event is as it should be."""
    model, story = question.entry.model, answer.story
    if isinstance(model, schema.GateRule):
        gated = any(d.rule == question.entry.id for d in answer.decisions)
        return None if gated else "the gate stayed open"
    own = [e for e in story.events if _is_by(question.entry, e)]
    lacks = [list(_differences(question, story, event)) for event in own]
    if [] in lacks:
        return None
    if lacks:
        nearest = min(lacks, key=lambda lack: len(lack))
        return f"the event differs: {'; '.join(nearest)}"
    return f"got {_describe(answer, question.entry.id)}"


def _wrongly_coded(question: Question, answer: Explained) -> str | None:
    """Describe the event that a near miss must not give; None if there is none."""
    model, story = question.entry.model, answer.story
    if isinstance(model, schema.GateRule):
        gated = any(d.rule == question.entry.id for d in answer.decisions)
        return "a closed gate" if gated else None
    expected = question.example.type
    for event in story.events:
        if event.status != "actual" or (expected and event.type != expected):
            continue
        if _is_by(question.entry, event):
            return _event_text(story, event)
    return None


def _is_by(entry: Entry, event: Event) -> bool:
    """Say whether an entry had its part in an event."""
    model = entry.model
    if isinstance(model, schema.ModeRule):
        return model.mode in event.modes
    if isinstance(model, schema.ContextRule):
        return model.context in event.contexts
    if isinstance(model, schema.Act):
        return entry.id in event.why
    # Composition and light verbs leave no id of their own: any event counts.
    return True


def _differences(question: Question, story: CodedStory, event: Event) -> Iterator[str]:
    """Yield what is otherwise than the example says."""
    example, model = question.example, question.entry.model
    type_ = example.type
    if type_ is None and isinstance(model, schema.Act) and not isinstance(model, schema.Operator):
        type_ = model.type
    if type_ is not None and event.type != type_:
        yield f"type {event.type}, not {type_}"
    if example.modes is not None and set(event.modes) != set(example.modes):
        yield f"modes {_listed(event.modes)}, not {_listed(example.modes)}"
    if example.status is not None and event.status != example.status:
        yield f"status {event.status}, not {example.status}"
    for name, wanted, ids in (
        ("actors", example.actors, event.actors),
        ("recipients", example.recipients, event.recipients),
    ):
        if wanted is not None:
            got = _countries(story, ids)
            if set(got) != set(wanted):
                yield f"{name} {_listed(got)}, not {_listed(wanted)}"


def _countries(story: CodedStory, ids: Iterable[str]) -> list[str]:
    """Return the countries of entities; the name in small letters where there is none."""
    entities = {entity.id: entity for entity in story.entities}
    return [entities[i].country or entities[i].name.lower() for i in ids if i in entities]


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(names)}]"


def _event_text(story: CodedStory, event: Event) -> str:
    modes = f" {_listed(event.modes)}" if event.modes else ""
    actors = _listed(_countries(story, event.actors))
    recipients = _listed(_countries(story, event.recipients))
    status = "" if event.status == "actual" else f" {event.status}"
    why = ", ".join(event.why)
    return f'{event.type}{modes}{status} "{event.trigger.text}" {actors} → {recipients} by {why}'


def _describe(answer: Explained, rule: str) -> str:
    """Describe what came instead, and why the rule itself was dropped if it was."""
    story = answer.story
    got = "; ".join(_event_text(story, event) for event in story.events) or "nothing"
    reasons = [
        f'"{d.trigger.text}" dropped: {d.reason}' for d in answer.decisions if d.rule == rule
    ]
    closed = [d.reason for d in answer.decisions if d.rule.startswith("gate.yml")]
    hint = "; ".join((*reasons, *closed)) or "the rule was not considered"
    return f"{got} ({hint})"
