"""What passes between the stages before coding, in the order of the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionType = Literal["PER", "ORG", "GPE", "GRP", "LOC"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the story: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """A stretch of the story with its words."""

    start: int
    end: int
    text: str


# ── input → wire ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RawStory:
    """A story as it came in.

    Attributes:
        id: Given id, or a content hash of the text.
        text: The input, unchanged.
        title: Headline where it is given apart from the text.
        published: ISO date where the input gives one.
        url: Address of the page, if given.
        outlet: Name of the outlet, if given.
        problems: What went wrong in reading; a story with an empty text always has one.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WireMarks:
    """What the wire itself says of a story, as printed there.

    Attributes:
        agency: Outlet or agency in the dateline or on the page ("ANTARA").
        dateline: Place at the start of the story ("Moskow").
        source: Medium that the story is taken from ("Anadolu").
        reporters: Who reported it.
        translators: Who translated it.
        editors: Who edited it.
        copyright: Copyright line without its sign ("ANTARA 2025").
        related: Headlines of the "Baca juga" lines.
    """

    agency: str | None = None
    dateline: str | None = None
    source: str | None = None
    reporters: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    copyright: str | None = None
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story whose body, credits and related lines are told apart.

    Attributes:
        raw: The story as it came in; ``raw.text`` is what all spans point into.
        wire: Dateline, credits, related headlines.
        published: ISO date ("2025-01-17"), or None if it can't be known.
        title: Headline: given, or found in the text.
        language: "id", "en" …, or None where the text is too short to tell.
        paragraphs: Spans of the body's paragraphs, in order: no dateline, credits or related lines.
        problems: What kept the story from being read in full.
    """

    raw: RawStory
    wire: WireMarks
    published: str | None
    title: str | None
    language: str | None
    paragraphs: tuple[Span, ...]
    problems: tuple[str, ...] = ()


# ── language ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One syntactic word of a sentence, with its analysis in Universal Dependencies.

    Attributes:
        index: Position in the sentence, from 0.
        start: Offset of its first character in the story.
        end: Offset after its last character.
        text: Surface form; clitic "-nya" is a token of its own.
        lower: Surface form in lower case.
        lemma: Root ("serang" of "menyerang").
        pos: Universal part of speech.
        head: Index of its head in the sentence; its own index at the root.
        relation: Dependency relation, with subtype ("nsubj:pass").
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the language model found: tokens ``first`` up to but not including ``last``."""

    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a story's body.

    Attributes:
        index: Position in the story, from 0.
        paragraph: Index of its paragraph.
        start: Offset of its first character in the story.
        end: Offset after its last character.
        tokens: Its tokens.
        names: Names found by the model, in order, not overlapping.
    """

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A story with its analysed sentences."""

    story: Story
    sentences: tuple[Sentence, ...]


# ── world ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a sentence that names or describes someone or somewhere.

    Attributes:
        sentence: Index of the sentence.
        first: First token of the name or description, without titles before a name.
        last: Token after the last one.
        head: Token that the rest of the sentence attaches to: where the mention is an argument.
            For "Presiden Rusia Vladimir Putin" that is "Presiden" if the parser hangs it there.
        start: Offset of the first character of the name or description in the story.
        end: Offset after the last.
        text: Its words.
        type: PER, ORG, GPE, GRP (unnamed group), LOC (place only).
        form: "name" ("Vladimir Putin"), "office" ("Presiden Rusia", "menteri itu"),
            "description" ("pengunjuk rasa", "delegasi Rusia"), "pronoun" ("ia", "-nya", "kami").
        name: Canonical or surface name.
        role: Title or office in the words of the story ("Presiden Iran"), if any.
        country: ISO 3166 alpha-3 or a code of GUIDELINES (UNO, IGO …), if known.
        sectors: Sector codes, main one first.
        extent: First and last token (half-open) with titles and appositions: all tokens that
            speak of the same one here. Contains ``first:last`` and ``head``.
        sources: Table rows and rules it came from ("world/countries.csv:IRN").
    """

    sentence: int
    first: int
    last: int
    head: int
    start: int
    end: int
    text: str
    type: MentionType
    form: Literal["name", "office", "description", "pronoun"]
    name: str
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    extent: tuple[int, int]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date in a sentence, resolved against the day of publication.

    Attributes:
        sentence: Index of the sentence.
        first: First token.
        last: Token after the last one.
        date: "2025-01-17", "2025-01" or "2025".
        date_end: Last day of a period, if it is one.
    """

    sentence: int
    first: int
    last: int
    date: str
    date_end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with coordinates (degrees, WGS 84)."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
