"""What can be wrong in a gold story that has the right form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.coding.rulebook import load_codebook
from kawat.evaluation.gold import FullStory
from kawat.evaluation.texts import find_quote, find_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kawat.evaluation.gold import GoldEvent, GoldStory, LeanMention, LeanStory
    from kawat.records import CodedStory

_SHOWN = 60


def unfit(story: GoldStory) -> str | None:
    """Tell why a story can't be compared with anything, and what to do; None if it can.

    >>> from kawat.evaluation.gold import GoldStory, LeanStory
    >>> lean = LeanStory(id="a", sentences=((0, 20), (15, 30)), events=())
    >>> unfit(GoldStory(where="gold.jsonl:1", answers=lean, given=None))
    'sentences[1] begins before sentences[0] ends; give start and end of each in order'
    """
    answers, known = story.answers, load_codebook().types
    events: Sequence[GoldEvent | LeanMention] = answers.events
    for number, event in enumerate(events):
        if event.type not in known:
            return f"events[{number}]: unknown type {event.type!r}; types: {', '.join(known)}"
    if isinstance(answers, FullStory):
        return None if answers.text.strip() else "an empty text; give the story as it was coded"
    return _misplaced(answers, len(story.given.text) if story.given else None)


def faults_of(story: GoldStory) -> Iterator[str]:
    """Tell what is wrong in a story that is compared all the same, and what to do."""
    known = load_codebook().types
    events: Sequence[GoldEvent | LeanMention] = story.answers.events
    for number, event in enumerate(events):
        allowed = known[event.type].modes
        for mode in event.modes:
            if mode not in allowed:
                modes = ", ".join(allowed) or "none"
                yield f"events[{number}]: unknown mode {mode!r}; modes of {event.type}: {modes}"
    if isinstance(story.answers, FullStory):
        yield from _full_faults(story.answers)
    else:
        yield from _lean_faults(story.answers, story.given.text if story.given else None)


def mismatch(story: GoldStory, record: CodedStory) -> str | None:
    """Tell why a record can't be of a gold story; None if it can."""
    if story.given:
        if record.text != story.given.text:
            return f"the text is not that of {story.where}; code the very text that was coded there"
    elif not isinstance(story.answers, FullStory):
        misplaced = _misplaced(story.answers, len(record.text))
        return f"the text does not fit {story.where}: {misplaced}" if misplaced else None
    return None


def _misplaced(story: LeanStory, length: int | None) -> str | None:
    """Tell which sentence lies where none can be."""
    before = 0
    for number, (start, end) in enumerate(story.sentences):
        name = f"sentences[{number}]"
        if start < before and number:
            return (
                f"{name} begins before sentences[{number - 1}] ends; "
                "give start and end of each in order"
            )
        if not 0 <= start < end:
            return f"{name} is empty; give its start and the end after its last character"
        if length is not None and end > length:
            return f"{name} ends after the text; count characters of the text as it was coded"
        before = end
    for number, event in enumerate(story.events):
        if not 0 <= event.sentence < len(story.sentences):
            return f"events[{number}].sentence is {event.sentence}; sentences are numbered from 0"
    return None


def _full_faults(story: FullStory) -> Iterator[str]:
    ids = {entity.id for entity in story.entities}
    for number, statement in enumerate(story.statements):
        name = f"statements[{number}]"
        if not find_quote(story.text, statement.text):
            yield _not_there(f"{name}.text", statement.text)
        if statement.speaker and statement.speaker not in ids:
            yield _nobody(f"{name}.speaker", statement.speaker)
    for number, event in enumerate(story.events):
        yield from _event_faults(story, event, f"events[{number}]", ids)


def _event_faults(story: FullStory, event: GoldEvent, name: str, ids: set[str]) -> Iterator[str]:
    sentence = find_quote(story.text, event.sentence)
    if not sentence:
        yield _not_there(f"{name}.sentence", event.sentence)
    elif not find_within(story.text, sentence, event.trigger):
        yield _not_there(f"{name}.trigger", event.trigger, "its sentence")
    for number, also in enumerate(event.also):
        if not find_quote(story.text, also):
            yield _not_there(f"{name}.also[{number}]", also)
    for side, members in (("actors", event.actors), ("recipients", event.recipients)):
        for member in members:
            if member not in ids:
                yield _nobody(f"{name}.{side}", member)


def _lean_faults(story: LeanStory, text: str | None) -> Iterator[str]:
    for number, event in enumerate(story.events):
        trigger = event.trigger
        if story.sentence_at(trigger.start) != event.sentence:
            yield f"events[{number}].trigger lies outside its sentence; correct one of the two"
        if text is not None and text[trigger.start : trigger.end] != trigger.text:
            there = _shown(text[trigger.start : trigger.end])
            yield (
                f"events[{number}].trigger is {_shown(trigger.text)}, but {there} stands "
                "there; count characters of the text as it was coded"
            )


def _not_there(name: str, quote: str, where: str = "the text") -> str:
    return f"{name} is not in {where}: {_shown(quote)}; copy it character for character"


def _nobody(name: str, member: str) -> str:
    return f"{name}: no entity {member!r}; give ids of the story's entities"


def _shown(quote: str) -> str:
    return repr(quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 1]}…")
