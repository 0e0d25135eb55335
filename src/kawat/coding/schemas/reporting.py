"""The form of ``reporting.yml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kawat.coding.rulebook.schema import Id, Strict, Word

_LISTS = frozenset(
    {
        "addressee",
        "adverbs",
        "agent",
        "askers",
        "circumstances",
        "clitic",
        "complementizers",
        "coordinators",
        "days",
        "deictic",
        "lone",
        "determiners",
        "encounters",
        "examples",
        "existential",
        "first_person",
        "governments",
        "humans",
        "interrogatives",
        "linkers",
        "local",
        "means",
        "meanwhile",
        "modifiers",
        "negations",
        "occasions",
        "one",
        "papers",
        "participles",
        "particles",
        "people",
        "plural",
        "prospective",
        "reflexive",
        "relative",
        "relatives",
        "relay_links",
        "relays",
        "requesters",
        "singular",
        "subordinators",
    }
)


class Said(Strict):
    """A text with the words that are said in it, and the name of the speaker if it has one."""

    text: Annotated[str, Field(min_length=1)]
    says: Annotated[str, Field(min_length=1)]
    speaker: str | None = None

    @model_validator(mode="after")
    def _quotes_text(self) -> Said:
        if self.says not in self.text:
            raise ValueError("`says` must stand in `text` word for word")
        return self


class Verb(Strict):
    """Words that report speech and behave alike."""

    id: Id
    active: list[Word] = Field(default_factory=list)
    bare: list[Word] = Field(default_factory=list)
    passive: list[Word] = Field(default_factory=list)
    nouns: list[Word] = Field(default_factory=list)
    prepositions: list[Word] = Field(default_factory=list)
    complement: Literal["any", "clause", "bahwa", "request"]
    hits: Annotated[list[Said], Field(min_length=1)]
    near_misses: Annotated[list[str], Field(min_length=1)]


class Table(Strict):
    """The whole file."""

    verbs: Annotated[list[Verb], Field(min_length=1)]
    words: dict[str, list[Word]]

    @model_validator(mode="after")
    def _consistent(self) -> Table:
        missing = sorted(_LISTS - self.words.keys())
        unknown = sorted(self.words.keys() - _LISTS)
        if missing or unknown:
            raise ValueError(f"words: missing lists {missing}, unknown lists {unknown}")
        ids = [verb.id for verb in self.verbs]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"verbs: these ids stand twice: {', '.join(twice)}")
        return self
