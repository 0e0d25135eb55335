"""Making one mention from tokens of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kawat.records import Mention

if TYPE_CHECKING:
    from kawat.records import MentionType
    from kawat.world.roles import Scene

Form = Literal["name", "office", "description", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for the whole story.

    Attributes:
        published: ISO date or None.
        default: Country of institutions and offices that name none.
        full: Full name of a person in the story by each of its words, where only one has it.
    """

    published: str | None
    default: str | None
    full: dict[str, str]


def make_mention(
    scene: Scene,
    *,
    first: int,
    last: int,
    type: MentionType,  # noqa: A002 - the field's own name
    form: Form,
    name: str,
    role: str | None = None,
    country: str | None = None,
    sectors: tuple[str, ...] = (),
    extent: tuple[int, int] | None = None,
    sources: tuple[str, ...] = (),
) -> Mention:
    """Make a mention of some tokens; its head is read off the parse.

    The arguments are the fields of ``Mention``; ``extent`` is that of the name if not given.
    """
    extent = extent or (first, last)
    return Mention(
        sentence=scene.sentence.index,
        first=first,
        last=last,
        head=head_of(scene, *extent),
        start=scene.tokens[first].start,
        end=scene.tokens[last - 1].end,
        text=scene.text(first, last),
        type=type,
        form=form,
        name=name,
        role=role,
        country=country,
        sectors=sectors,
        extent=extent,
        sources=tuple(dict.fromkeys(sources)),
    )


def head_of(scene: Scene, first: int, last: int) -> int:
    """Return the token of a stretch that hangs outside of it; the first one if several do."""
    for token in scene.tokens[first:last]:
        if token.pos != "PUNCT" and (token.relation == "root" or not first <= token.head < last):
            return token.index
    return first
