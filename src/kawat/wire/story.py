"""From a story as it came in to one whose body, credits and related lines are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.records import RawStory, Span, Story, WireMarks
from kawat.wire.credits import Credits, find_credits
from kawat.wire.data import fold
from kawat.wire.dateline import Front, find_front
from kawat.wire.ending import Ending, find_ending
from kawat.wire.lines import lines_of, without
from kawat.wire.paragraphs import paragraphs_of
from kawat.wire.published import date_in_text, date_in_url, read_date
from kawat.wire.related import Related, find_furniture, find_related
from kawat.wire.relay import Relay, find_relay
from kawat.wire.tongue import language_of

# A longer text is a file of many stories; parsing it as one would take hours and gigabytes.
LONGEST_STORY = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Everything found in a text."""

    lines: tuple[Span, ...]
    credits: Credits
    related: tuple[Related, ...]
    front: Front
    ending: Ending | None
    body: tuple[Span, ...]
    title: Span | None


def read_story(raw: RawStory) -> Story:
    r"""Tell body, credits and related lines of a story apart; its text is never altered.

    Args:
        raw: The story as it came in.

    Returns:
        The story. If it can't be coded (no text, not Indonesian, too long) it has no paragraphs
        and ``problems`` says why; the problems of ``raw`` come first.

    >>> from kawat.wire.read import read_text
    >>> story = read_story(read_text("Rabat (ANTARA) - Kapal itu tiba.\nEditor: Adi Putra"))
    >>> story.wire.dateline, story.wire.editors, story.paragraphs
    ('Rabat', ('Adi Putra',), (Span(start=17, end=32),))
    """
    if not raw.text.strip() or len(raw.text) > LONGEST_STORY:
        return _unread(raw)
    page = _read_page(raw.text, raw.title)
    language, codable = language_of(raw.text, page.body)
    published, problem = _published(raw, page)
    problems = list(raw.problems)
    if problem:
        problems.append(problem)
    if not codable:
        problems.append(
            f'{raw.id}: the text is not Indonesian (language "{language}"): nothing was coded; '
            "give an Indonesian text"
        )
    elif not page.body:
        problems.append(f"{raw.id}: there is no sentence beside the credits: nothing was coded")
    title = raw.title or (raw.text[page.title.start : page.title.end] if page.title else None)
    return Story(
        raw=raw,
        wire=_marks(raw, page),
        published=published,
        title=title,
        language=language,
        paragraphs=page.body if codable else (),
        problems=tuple(problems),
    )


def _unread(raw: RawStory) -> Story:
    """Return a story that has no text, or too much."""
    problems = raw.problems
    if raw.text.strip():
        problem = (
            f"{raw.id}: {len(raw.text):,} characters are too many for one story (at most "
            f"{LONGEST_STORY:,}): nothing was coded; give one story per file or line"
        )
        problems = (*problems, problem)
    elif not problems:
        problems = (f"{raw.id}: the story has no text: nothing was coded",)
    given = read_date(raw.published) if raw.published else None
    return Story(
        raw=raw,
        wire=WireMarks(),
        published=given,
        title=raw.title,
        language=None,
        paragraphs=(),
        problems=problems,
    )


def _read_page(text: str, given_title: str | None) -> _Page:
    lines = lines_of(text)
    furniture = find_furniture(text, lines)
    related = find_related(text, lines)
    rest = tuple(without(lines, [*furniture, *(item.span for item in related)]))
    found = find_credits(text, rest)
    cuts = [*furniture, *(item.span for item in related), *found.spans]
    title = _repeated_title(text, rest, given_title)
    cuts += [title] if title else []
    front = find_front(text, tuple(without(rest, cuts)))
    cuts += front.lines
    if front.dateline:
        cuts.append(front.dateline.span)
    body = paragraphs_of(text, tuple(without(lines, cuts)))
    ending = find_ending(text, body[-1]) if body else None
    if ending:
        body = paragraphs_of(text, tuple(without(body, [ending.span])))
    return _Page(
        lines=lines,
        credits=found,
        related=related,
        front=front,
        ending=ending,
        body=body,
        title=title or front.title,
    )


def _repeated_title(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """Return the first line if it repeats the title that is given apart."""
    if not title or not lines:
        return None
    first = lines[0]
    return first if fold(text[first.start : first.end]) == fold(title) else None


def _marks(raw: RawStory, page: _Page) -> WireMarks:
    dateline, ending, lines = page.front.dateline, page.ending, page.credits
    agency = dateline.agency if dateline else None
    own = [name for name in (agency, raw.outlet) if name]
    relay = find_relay(raw.text, page.body, own=own)
    return WireMarks(
        agency=agency or relay.outlet,
        dateline=dateline.place if dateline else None,
        source=_source(lines, relay, ending),
        reporters=_unique(
            [dateline.reporter] if dateline and dateline.reporter else [],
            lines.people.get("reporter", ()),
            ending.reporters if ending else (),
        ),
        translators=_unique(lines.people.get("translator", ())),
        editors=_unique(lines.people.get("editor", ()), ending.editors if ending else ()),
        copyright=lines.copyright,
        related=_unique(item.headline for item in page.related),
    )


def _source(lines: Credits, relay: Relay, ending: Ending | None) -> str | None:
    """A line "Sumber:" says it outright, the text says it next best, closing brackets last."""
    return lines.source or relay.source or (ending.source if ending else None)


def _unique(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _published(raw: RawStory, page: _Page) -> tuple[str | None, str | None]:
    """Return the day of publication, and what is wrong with the one that the input gives."""
    problem = None
    if raw.published:
        given = read_date(raw.published)
        if given:
            return given, None
        problem = f'{raw.id}: published "{raw.published[:40]}" is no day; write it as 2025-01-17'
    front = [line for line in page.front.lines if line != page.front.title]
    if page.front.dateline:
        front.append(page.front.dateline.span)
    found = date_in_text(raw.text, page.body, front=front, notice=page.credits.copyright)
    return (date_in_url(raw.url) if raw.url else None) or found, problem
