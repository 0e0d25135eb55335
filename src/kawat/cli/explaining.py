"""`kawat explain`: the chain from the words to the record, also for what was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.records.display import shown_text

if TYPE_CHECKING:
    from kawat.cli.coding import CodedPaths
    from kawat.pipeline import Explained
    from kawat.records import CodedStory, Decision


def print_explained(coded: CodedPaths) -> int:
    """Print every decision of every story in the order of the text; give the exit code."""
    for explained in coded:
        print("\n".join(_explain(explained)))
    return coded.exit_code


def _explain(explained: Explained) -> list[str]:
    story = explained.story
    lines = [f"{shown_text(story.id)}: {story.made_by.model}, codebook {story.made_by.codebook}"]
    lines += [f"  not coded in full: {shown_text(problem)}" for problem in story.problems]
    why = {event.id: event.why for event in story.events}
    for decision in sorted(explained.decisions, key=lambda made: made.trigger.start):
        lines += _explain_decision(decision, story, why)
    if not explained.decisions:
        lines.append("  no rule of the codebook was considered")
    return lines


def _explain_decision(
    decision: Decision, story: CodedStory, why: dict[str, tuple[str, ...]]
) -> list[str]:
    trigger = decision.trigger
    around = story.text[max(0, trigger.start - 30) : trigger.end + 30]
    mark = decision.outcome or "dropped"
    lines = [
        f"  {mark:8} {shown_text(trigger.text)} [{trigger.start}:{trigger.end}] by {decision.rule}",
        f"           … {' '.join(shown_text(around).split())} …",
        f"           {decision.reason}",
    ]
    if decision.outcome in why:
        lines.append(f"           from {', '.join(why[decision.outcome])}")
    return lines
