"""Measuring Kawat on stories that people coded themselves: what `kawat evaluate` shows.

    gold lines → GoldStory + record → StoryScore → Evaluation (figures, confusion, misses, extras)

Full stories follow the annotation guidelines, lean ones have events only. The figures are defined
as in the scorers that come with the coded stories, so that they can be compared.

>>> gold = read_gold(Path("gold.jsonl"))  # doctest: +SKIP
>>> stories = coder.code_stories(story.given for story in gold.stories)  # doctest: +SKIP
>>> evaluate(zip(gold.stories, stories)).figures["events.type"].f1  # doctest: +SKIP
Estimate(value=0.61, low=0.55, high=0.67)
"""

from kawat.evaluation.evaluating import TYPE_FIGURE, Evaluation, empty_record, evaluate
from kawat.evaluation.figures import Estimate, Figure
from kawat.evaluation.gold import (
    FullStory,
    GoldAgreement,
    GoldEntity,
    GoldEvent,
    GoldStatement,
    GoldStory,
    GoldVisit,
    GoldWire,
    LeanMention,
    LeanParty,
    LeanStory,
)
from kawat.evaluation.reading import CodedFile, GoldFile, read_coded, read_gold
from kawat.evaluation.scores import Confused, Counts, Difference

__all__ = [
    "TYPE_FIGURE",
    "CodedFile",
    "Confused",
    "Counts",
    "Difference",
    "Estimate",
    "Evaluation",
    "Figure",
    "FullStory",
    "GoldAgreement",
    "GoldEntity",
    "GoldEvent",
    "GoldFile",
    "GoldStatement",
    "GoldStory",
    "GoldVisit",
    "GoldWire",
    "LeanMention",
    "LeanParty",
    "LeanStory",
    "empty_record",
    "evaluate",
    "read_coded",
    "read_gold",
]
