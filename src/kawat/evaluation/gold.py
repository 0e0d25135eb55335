"""What people coded: the types of gold stories, as GUIDELINES and the lean form define them.

A full story carries everything a coder would record, quoted from its text. A lean one has events
only, by offsets, so that it can be passed on without the text. Keys that no figure looks
at (``place``, ``contexts`` …) may be there and are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kawat.records import Span, Status, TextSpan

if TYPE_CHECKING:
    from kawat.records import RawStory


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldWire:
    """The wire's marks as a person read them; see :class:`kawat.records.WireMarks`."""

    agency: str | None = None
    dateline: str | None = None
    source: str | None = None
    copyright: str | None = None
    reporters: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """Someone who speaks, acts, is acted on or holds an office.

    Attributes:
        id: Id within the story ("e1").
        type: PER, ORG, GPE or GRP.
        name: Fullest form in the story.
        role: Title or office in the words of the story.
        country: Country code.
        sectors: Sector codes, the main one first.
        mentions: The distinct strings that name it.
    """

    id: str
    type: Literal["PER", "ORG", "GPE", "GRP"]
    name: str
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """Reported speech: its words as quoted from the text, its kind, the id of its speaker."""

    text: str
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """One event of a full story.

    Attributes:
        trigger: The word or phrase that names it.
        sentence: The sentence that reports it, quoted from the text.
        also: Further sentences that report it.
        type: PLOVER type.
        modes: Modes of the type.
        actors: Ids of the entities that act.
        recipients: Ids of those acted on.
        date: ISO day, month or year.
        place_country: Country code of the place.
        status: Whether it happened.
        background: True for mere history.
    """

    trigger: str
    sentence: str
    type: str
    also: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    place_country: str | None = None
    status: Status = "actual"
    background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAgreement:
    """An agreement: the country codes of its parties, and how far it got."""

    parties: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldVisit:
    """A visit: the country codes of visitor and host."""

    visitor_country: str | None = None
    host_country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FullStory:
    """A story coded in full.

    Attributes:
        id: Id of the story.
        text: The story exactly as it was given to the person who coded it.
        published: Day of publication, as far as the story shows it: an answer.
        wire: The wire's marks.
        entities: Who is in it.
        statements: Who said what.
        events: Who did what to whom.
        agreements: What was agreed.
        visits: Who visits which country.
    """

    id: str
    text: str
    published: str | None = None
    wire: GoldWire = field(default_factory=GoldWire)
    entities: tuple[GoldEntity, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    visits: tuple[GoldVisit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanParty:
    """Somebody on one side of an event: of a lean one, only the country is compared."""

    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanMention:
    """One mention of an event of a lean story.

    Attributes:
        event: Number of the event within the story; mentions of one event share it.
        type: PLOVER type.
        trigger: The words that name it.
        sentence: Number of the sentence, from 0.
        modes: Modes of the type.
        actors: Who acts.
        recipients: Who is acted on.
        status: Whether it happened.
        background: True for mere history.
    """

    event: int
    type: str
    trigger: TextSpan
    sentence: int
    modes: tuple[str, ...] = ()
    actors: tuple[LeanParty, ...] = ()
    recipients: tuple[LeanParty, ...] = ()
    status: Status = "actual"
    background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanStory:
    """A story of which only the events are coded.

    Attributes:
        id: Id of the story.
        sentences: Start and end of each sentence, in order.
        events: The mentions of its events.
    """

    id: str
    sentences: tuple[tuple[int, int], ...]
    events: tuple[LeanMention, ...]

    def sentence_at(self, offset: int) -> int | None:
        """Give the number of the sentence that an offset lies in.

        >>> LeanStory(id="a", sentences=((0, 20), (21, 40)), events=()).sentence_at(25)
        1
        """
        within = (n for n, (start, end) in enumerate(self.sentences) if start <= offset < end)
        return next(within, None)

    def sentence_span(self, number: int) -> Span:
        """Give where a sentence stands."""
        start, end = self.sentences[number]
        return Span(start=start, end=end)


Kind = Literal["full", "lean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """A gold line that was read.

    Attributes:
        where: File and number of the line, for messages.
        answers: What a person coded.
        given: What a coder gets: the story without any answer. None if its text is not known.
    """

    where: str
    answers: FullStory | LeanStory
    given: RawStory | None

    @property
    def id(self) -> str:
        """Id of the story."""
        return self.answers.id

    @property
    def kind(self) -> Kind:
        """Whether the story is coded in full or lean."""
        return "full" if isinstance(self.answers, FullStory) else "lean"
