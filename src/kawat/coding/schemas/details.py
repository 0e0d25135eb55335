"""The form of ``details.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kawat.coding.rulebook.schema import Country, Strict, TypeName, Words

Types = Annotated[list[TypeName], Field(min_length=1)]


class Table(Strict):
    """The whole file."""

    earlier: Words
    year_words: Words
    no_places: Words
    speech_words: Words
    place_ends: Words
    goal_types: Types
    at_recipient: Types
    at_actor: Types
    home: list[Country]
    one_sided: Types
    one_voice: list[str]
    by_actor: Types
    by_addressee: Types
    spoken: Types
    answers: Types
    addressed: Types
    addressee: Words
    hosted: Types
    unhosted: Words
    means: Words
    sure_actors: list[str]
    relaying: list[str]
    marches: Types
    marchers: list[str]
    inquiries: Words
    law: list[str]
    charges: Types
    charged: Words
    suspect: list[str]
    plain: list[str]
    individuals: Words
    alike: Words
