"""Join the sentences of a story that report the same event.

Comes in: candidates in the order of the story. Goes out: groups, one a distinct event, led by the
candidate that names its parties best. GUIDELINES: each distinct event once; several accusations or
demands of one speaker in one speech are one event. A story mostly tells of one deed of a kind
between the same sides, under ever new descriptions ("polisi", "petugas", "aparat"), so deeds are
compared by country and words by who says them; on both halves of lean.dev this gave .02 in F1 over
comparing by entity. Police and courts speak by many mouths, but as one: their words are compared as
deeds are. Reads ``codebook/details.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kawat.coding.details import Setting
from kawat.coding.drafts import Draft
from kawat.coding.rulebook.types import PloverType
from kawat.records import Entity

PAIR = 2
# Actors alone, or the countries of actors and of recipients.
Sides = tuple[frozenset[str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A draft with its setting and modes."""

    draft: Draft
    setting: Setting
    modes: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """Joins candidates of one story.

    Attributes:
        entities: Id → entity of the story.
        types: The PLOVER types.
        one_voice: Sectors that speak as one.
        by_actor: Types whose reports are compared by actor alone.
        alike: Modes that one and the same event may have in turn.
        by_addressee: Types of words that are another event to each addressee.
    """

    entities: Mapping[str, Entity]
    types: Mapping[str, PloverType]
    one_voice: frozenset[str] = frozenset()
    by_actor: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    by_addressee: frozenset[str] = frozenset()

    def join(
        self, candidates: Sequence[Candidate]
    ) -> tuple[tuple[tuple[Candidate, ...], ...], tuple[Candidate, ...]]:
        """Group candidates that report the same event.

        Args:
            candidates: Candidates in the order of the story.

        Returns:
            Groups in the order of their first candidate, each led by its best; and the nouns
            without parties that repeat nothing.
        """
        groups: list[_Group] = []
        waiting: list[Candidate] = []
        for candidate in candidates:
            if not self._joined(groups, candidate):
                if candidate.draft.bare:
                    waiting.append(candidate)
                else:
                    sides = self._sides(candidate.draft)
                    groups.append(_Group(candidates=[candidate], sides={sides}))
        # "Sebelum penggeledahan itu …": a noun may well come before the report that it repeats.
        loose = tuple(c for c in waiting if not self._joined(groups, c))
        return tuple(_led(group.candidates) for group in groups), loose

    def _joined(self, groups: Sequence[_Group], candidate: Candidate) -> bool:
        """Add a candidate to the latest group that can take it; say whether there is one."""
        sides = self._sides(candidate.draft)
        for group in reversed(groups):
            if group.takes(candidate, sides, self.alike):
                group.add(candidate, sides)
                return True
        return False

    def _sides(self, draft: Draft) -> Sides:
        """Give what two reports of one event must share, as far as both name it.

        Of words the speaker must be the same one, of deeds the countries on either side. No known
        country is one of its own: it mostly is another party.
        """
        if self.types[draft.type].verbal:
            speakers = frozenset(map(self._voice, draft.actors))
            heard = draft.recipients if draft.type in self.by_addressee else ()
            return (speakers, frozenset(map(self._kind, heard)))
        recipients = () if draft.type in self.by_actor else draft.recipients
        return (self._countries(draft.actors), self._countries(recipients))

    def _voice(self, id_: str) -> str:
        """Return who speaks: the entity, or its office where all of that speak as one."""
        entity = self.entities[id_]
        if self.one_voice.isdisjoint(entity.sectors[:1]):
            return id_
        return self._kind(id_)

    def _kind(self, id_: str) -> str:
        """Return the country and sector of a party: "warga" and "masyarakat" are alike."""
        entity = self.entities[id_]
        return " ".join((str(entity.country), *entity.sectors[:1]))

    def _countries(self, ids: Iterable[str]) -> frozenset[str | None]:
        return frozenset(self.entities[id_].country for id_ in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Reports of one event, growing.

    Attributes:
        candidates: The reports, in the order of the story.
        sides: Their distinct sides: a long story has many reports, but few of these.
    """

    candidates: list[Candidate]
    sides: set[Sides]

    def takes(self, new: Candidate, sides: Sides, alike: frozenset[str]) -> bool:
        """Say whether a candidate can report the same event.

        Within one sentence a second word of the same kind repeats the first, whoever the parser
        takes for its sides.
        """
        first = self.candidates[0]
        if first.draft.type != new.draft.type or first.draft.status != new.draft.status:
            return False
        modes = next((known.modes for known in self.candidates if known.modes), ())
        if not _same_mode(modes, new.modes, alike):
            return False
        if any(known.draft.sentence == new.draft.sentence for known in self.candidates):
            return True
        return _compatible_dates(first, new) and all(_overlap(known, sides) for known in self.sides)

    def add(self, new: Candidate, sides: Sides) -> None:
        """Take a candidate in."""
        self.candidates.append(new)
        self.sides.add(sides)


def _same_mode(one: Sequence[str], other: Sequence[str], alike: frozenset[str]) -> bool:
    if not one or not other or not set(one).isdisjoint(other):
        return True
    return not alike.isdisjoint(one) and not alike.isdisjoint(other)


def _overlap(one: Sides, other: Sides) -> bool:
    return all(not a or not b or _meet(a, b) for a, b in zip(one, other, strict=True))


def _meet(one: frozenset[str | None], other: frozenset[str | None]) -> bool:
    """Say whether two sides can be one: who meets two others in turn meets them twice."""
    if len(one) >= PAIR and len(other) >= PAIR:
        return one <= other or other <= one
    return not one.isdisjoint(other)


def _led(told: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Put the first candidate that names both sides in front; the others in order."""
    group = sorted(told, key=lambda c: c.draft.trigger.start)
    lead = max(group, key=lambda c: min(len(c.draft.actors) + len(c.draft.recipients), PAIR))
    return (lead, *(c for c in group if c is not lead))


def _compatible_dates(one: Candidate, other: Candidate) -> bool:
    a, b = one.setting.date, other.setting.date
    if a is None or b is None:
        return one.setting.background == other.setting.background or other.draft.bare
    return a.startswith(b) or b.startswith(a)
