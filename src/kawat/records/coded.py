"""What `kawat code` prints of a story, in the order of the contract's object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from kawat.records.stages import Span, TextSpan, WireMarks

EntityType = Literal["PER", "ORG", "GPE", "GRP"]
Status = Literal["actual", "negated", "hypothetical"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone who speaks, acts, is acted on or holds an office in the story.

    Attributes:
        id: Id within the story ("e1").
        type: PER person, ORG organisation, GPE state or its government, GRP unnamed group.
        name: Fullest form in the story, without title.
        role: Title or office in the words of the story ("Menteri Energi").
        country: ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, MNC, IMG, ISM; None if not shown.
        sectors: Sector codes, the main one first ("GOV").
        mentions: Where the story names or describes it.
    """

    id: str
    type: EntityType
    name: str
    role: str | None
    country: str | None
    sectors: tuple[str, ...]
    mentions: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Reported speech.

    Attributes:
        id: Id within the story ("s1").
        start: Offset of its first character in the story.
        end: Offset after its last character.
        text: Its words, without quotation marks, cue and speaker.
        kind: "direct" within quotation marks, "indirect", or "mixed": indirect with a quoted part.
        speaker: Id of the entity that speaks; None if anonymous.
        cue: The reporting word ("ujar").
    """

    id: str
    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str | None
    cue: TextSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One PLOVER 2.0 event of the story.

    Attributes:
        id: Id within the story ("v1").
        type: One of the 16 PLOVER types.
        modes: Modes of the type, empty if none is shown.
        cameo: Nearest CAMEO code, as text ("042").
        quad: Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
            4 material conflict.
        intensity: PLOVER conflict–cooperation score, −10 to +10.
        actors: Ids of the entities that act.
        recipients: Ids of those acted on.
        date: ISO day, month or year; None if unknown.
        date_end: Last day of a period.
        place: Where it happened, as named in the story.
        place_country: Country code of the place.
        latitude: Degrees north.
        longitude: Degrees east.
        geonameid: GeoNames id of the place.
        status: "actual", "negated" or "hypothetical".
        background: True if older than 30 days at publication, or mere history.
        contexts: At most three PLOVER contexts.
        dead: Deaths stated for this event.
        injured: Injured stated for this event.
        size: Participants or money, in the words of the story.
        trigger: The word or phrase that names the event.
        sentence: The sentence of the trigger.
        also: Triggers in further sentences that report the same event.
        statement: Id of the statement that it was said in, if any.
        why: Ids of the rules and table rows it came from.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    quad: int
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    date_end: str | None
    place: str | None
    place_country: str | None
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    status: Status
    background: bool
    contexts: tuple[str, ...]
    dead: int | None
    injured: int | None
    size: str | None
    trigger: TextSpan
    sentence: Span
    also: tuple[TextSpan, ...]
    statement: str | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A treaty, pact, memorandum, ceasefire or contract, and how far it got.

    Attributes:
        id: Id within the story ("a1").
        name: Its name or description in the words of the story.
        parties: Country codes of the parties.
        status: Latest stage that the story gives: proposed, negotiating, to_be_signed, signed,
            ratified, in_force, suspended, violated, terminated or rejected.
        date: ISO day, month or year of that stage; None if unknown.
        signatories: Ids of the entities that sign.
        evidence: The words that show it.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    status: str
    date: str | None
    signatories: tuple[str, ...]
    evidence: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Travel of an official to another country.

    Attributes:
        id: Id within the story ("t1").
        visitor: Id of the entity that travels.
        visitor_country: Country code of the visitor.
        host_country: Country code of the country visited.
        place: Where to, as named in the story.
        arrival: ISO date of the arrival; None if unknown.
        status: "actual", "planned", "ended" or "cancelled".
        evidence: The words that show it.
    """

    id: str
    visitor: str
    visitor_country: str | None
    host_country: str | None
    place: str | None
    arrival: str | None
    status: Literal["actual", "planned", "ended", "cancelled"]
    evidence: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Versions that made a record; the same three give the same bytes.

    Attributes:
        kawat: Version of the program.
        model: Name and version of the language model.
        codebook: Digest of the codebook.
    """

    kawat: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One rule that was considered at one place, for `kawat explain`.

    Attributes:
        rule: Id of the rule ("acts/meet.yml:bertemu").
        trigger: Where it was considered.
        outcome: Id of the event it became, or None if it was dropped.
        reason: Why it was coded so, or dropped, in one sentence.
    """

    rule: str
    trigger: TextSpan
    outcome: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStory:
    """Everything Kawat records of one story, in the order in which it is printed.

    Attributes:
        id: Given id, or a content hash of the text.
        url: Address of the page, if given.
        outlet: Name of the outlet, if given.
        title: Headline: given, or found in the text.
        language: "id", "en" …; None where the text is too short to tell.
        published: ISO date of publication: given, or shown by the text; else None.
        wire: Dateline, credits and related headlines.
        text: The input, unchanged; all offsets count characters of it, half-open.
        sentences: Sentences of the body, in order.
        entities: Who speaks, acts, is acted on or holds an office.
        statements: Who said what.
        events: Who did what to whom.
        agreements: What was agreed and how far it got.
        visits: Who visits which country.
        problems: Why the story could not be coded, or not in full; empty if all went well.
        made_by: Versions that made the record.
    """

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    language: str | None
    published: str | None
    wire: WireMarks
    text: str
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    visits: tuple[Visit, ...]
    problems: tuple[str, ...]
    made_by: MadeBy

    def to_dict(self) -> dict[str, Any]:
        """Give the object of the contract: plain dicts, lists, strings and numbers."""
        from kawat.records.serialise import to_dict

        return to_dict(self)

    def to_json(self) -> str:
        """Give one line of JSON, as ``kawat code --format jsonl`` prints it."""
        from kawat.records.serialise import to_json

        return to_json(self)

    @staticmethod
    def from_json(line: str | bytes) -> CodedStory:
        """Read a line that :meth:`to_json` wrote.

        Raises:
            InputError: The line is no coded story.
        """
        from kawat.records.serialise import from_json

        return from_json(line)

    def _repr_html_(self) -> str:
        """Show the story in a notebook: marked text, then tables."""
        from kawat.records.notebook import to_html

        return to_html(self)
