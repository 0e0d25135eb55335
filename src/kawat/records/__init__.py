"""The frozen types that pass between the stages, in the order of the stages.

    RawStory ─wire→ Story ─language→ Parse ─world→ Mention, TimeExpression ─coding→ CodedStory

All offsets are half-open character offsets into the text of the story, which is never altered:
``text[start:end]`` is the surface string. Token indexes count within a sentence.
"""

from kawat.records.coded import (
    Agreement,
    CodedStory,
    Decision,
    Entity,
    EntityType,
    Event,
    MadeBy,
    Statement,
    Status,
    Visit,
)
from kawat.records.stages import (
    Mention,
    MentionType,
    Name,
    Parse,
    Place,
    RawStory,
    Sentence,
    Span,
    Story,
    TextSpan,
    TimeExpression,
    Token,
    WireMarks,
)

__all__ = [
    "Agreement",
    "CodedStory",
    "Decision",
    "Entity",
    "EntityType",
    "Event",
    "MadeBy",
    "Mention",
    "MentionType",
    "Name",
    "Parse",
    "Place",
    "RawStory",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "Story",
    "TextSpan",
    "TimeExpression",
    "Token",
    "Visit",
    "WireMarks",
]
