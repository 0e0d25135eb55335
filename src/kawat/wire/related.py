"""Related lines ("Baca juga: …") and page furniture: what stands in a page but not in its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kawat.records import Span
from kawat.wire.data import alternatives, checked
from kawat.wire.headline import headline_end, is_headline
from kawat.wire.lines import BRACKETS, closing

# A headline is shorter than this; a longer line has the story going on behind the headline.
_HEADLINE = 170
_MOST_LINES = 3
_LONGEST_BRACKET = 300
_LINK_LIST = re.compile(r'[-*•] ?(?P<head>[^\n]{8,200}?)\{target="_self"\}')
# Scraped pages that lost the words of the link leave its colon.
_LOST_LABEL = re.compile(r"(?<=[.!?\"”])[ \xa0]{1,2}: ?(?P<head>[A-ZÀ-Þ0-9'‘][^\n]{11,150})$")
_BULLET = re.compile(r"[-*•–]\s*|\d{1,2}[.)]\s+")
_INITIALS = re.compile(r"\s*[(\[][a-z]{2,6}(?:/[a-z]{2,6})?[)\]][a-z0-9 \-]{0,200}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A related line: its headline as printed and all it covers, label and brackets included."""

    headline: str
    span: Span


def find_related(text: str, lines: Sequence[Span]) -> tuple[Related, ...]:
    r"""Find the related lines, also those inside a paragraph of a scraped page.

    Args:
        text: The story.
        lines: Its lines, in order.

    >>> text = "Kapal itu tiba.\nBaca juga: Kapal lain karam\nAwaknya selamat."
    >>> from kawat.wire.lines import lines_of
    >>> [related.headline for related in find_related(text, lines_of(text))]
    ['Kapal lain karam']
    """
    found: list[Related] = []
    for index, line in enumerate(lines):
        if found and found[-1].span.end >= line.end:
            continue
        here = list(_in_line(text, line))
        found += here
        label = _label_only(text, line)
        if label:
            found += _below(text, lines[index + 1 :])
    return tuple(found)


def find_furniture(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    r"""Find what a page adds around its story: invitations, legal notes, embedded media.

    Args:
        text: The story.
        lines: Its lines, in order.

    >>> text = "Kapal itu tiba.\n- - -\nAwaknya selamat."
    >>> from kawat.wire.lines import lines_of
    >>> [(span.start, span.end) for span in find_furniture(text, lines_of(text))]
    [(16, 21)]
    """
    found: list[Span] = []
    for line in lines:
        label = _label_only(text, line)
        if label or _furniture_line().match(text, line.start, line.end):
            found.append(line)
            continue
        if not any(text[i].isalnum() for i in range(line.start, line.end)):
            found.append(line)
            continue
        for match in _furniture_inside().finditer(text, line.start, line.end):
            before = text[max(line.start, match.start() - 3) : match.start()].rstrip()
            bracket = text[match.start()] == "["
            if (
                bracket
                or match.start() == line.start
                or before.endswith((".", "!", "?", '"', "”", ")"))
            ):
                found.append(Span(start=match.start(), end=match.end()))
    return tuple(found)


def _in_line(text: str, line: Span) -> Iterator[Related]:
    """Yield the related headlines of one line."""
    if match := _LINK_LIST.fullmatch(text, line.start, line.end):
        yield Related(headline=match["head"].strip(), span=line)
        return
    done = line.start
    for match in _label_pattern().finditer(text, line.start, line.end):
        if match.start() < done or not _begins(text, line, match.start()):
            continue
        bracket = text[match.start() - 1 : match.start()] if match.start() > line.start else ""
        start = match.end()
        end = _end(text, line, start, bracket)
        cut = end + 1 if bracket in BRACKETS and text[end : end + 1] in {")", "]"} else end
        head = _headline(text, start, end)
        if head:
            begin = match.start() - (1 if bracket in BRACKETS else 0)
            yield Related(headline=head, span=Span(start=begin, end=cut))
            done = cut
    if done == line.start:
        yield from _other_forms(text, line)


def _other_forms(text: str, line: Span) -> Iterator[Related]:
    """Yield a related headline without a labelled colon."""
    if match := _bare_pattern().match(text, line.start, line.end):
        head = _headline(text, match.end(), line.end)
        quoted = head != text[match.end() : line.end].strip()
        if head and len(head) <= _HEADLINE and (quoted or not head.endswith(".")):
            yield Related(headline=head, span=line)
            return
    tail = max(line.start, line.end - _HEADLINE - 20)
    if match := _LOST_LABEL.search(text, tail, line.end):
        head = _headline(text, match.start("head"), line.end)
        if not head.endswith((".", ",")):
            yield Related(headline=head, span=Span(start=match.start(), end=line.end))
    for match in _video_pattern().finditer(text, line.start, line.end):
        head = match["head"].strip()
        yield Related(headline=head, span=Span(start=match.start(), end=match.end()))


def _begins(text: str, line: Span, start: int) -> bool:
    """Tell whether a label stands where a related line begins, not inside a sentence."""
    if start == line.start:
        return True
    before = text[max(line.start, start - 4) : start].rstrip(" \xa0")
    if before.endswith((".", "!", "?", '"', "”", "’", "'", ")", "(", "[", ">", "-", "•", "*")):
        return True
    # Glued to the word before it ("…SentosaBaca juga:"), or behind another headline.
    return text[start].isupper()


def _end(text: str, line: Span, start: int, bracket: str) -> int:
    """Return where the headline ends that begins at ``start``."""
    closed = closing(text, start, min(line.end, start + _LONGEST_BRACKET), bracket)
    if closed is not None:
        return closed
    following = _label_pattern().search(text, start, min(line.end, start + 400))
    limit = following.start() if following and _begins(text, line, following.start()) else line.end
    video = _video_pattern().search(text, start, min(limit, start + 400))
    if video:
        limit = video.start()
    return headline_end(text, start, limit)


def _headline(text: str, start: int, end: int) -> str:
    """Return a headline without its quotation marks and the initials of the page."""
    head = _INITIALS.sub("", text[start:end].strip(" \t\xa0\\|-–>"))
    head = head.removesuffix('{target="_self"}').strip()
    if (
        len(head) > 2
        and (head[0], head[-1]) in {('"', '"'), ("“", "”")}
        and head.count(head[0]) <= 2
    ):
        head = head[1:-1].strip()
    return head if sum(character.isalpha() for character in head) >= 4 else ""


def _label_only(text: str, line: Span) -> bool:
    """Tell whether a line holds a label and nothing else."""
    match = _label_pattern().match(text, line.start, line.end) or _bare_pattern().match(
        text + "\n" if line.end == len(text) else text, line.start, line.end + 1
    )
    return bool(match) and match is not None and match.end() >= line.end


def _below(text: str, lines: Sequence[Span]) -> Iterator[Related]:
    """Yield the headlines below a label that stands alone: those of a list, or of a few lines."""
    for index, line in enumerate(lines[:10]):
        bullet = _BULLET.match(text, line.start, line.end)
        words = text[line.start : line.end]
        if words.endswith((".", '."', ".”", '"', "”", ":")) or len(words) > _HEADLINE:
            return
        if not bullet and index and (index > _MOST_LINES or not is_headline(words)):
            return
        head = _headline(text, bullet.end() if bullet else line.start, line.end)
        if not head:
            return
        yield Related(headline=head, span=line)


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = [row["label"] for row in _labels()]
    pattern = alternatives(labels)
    return re.compile(
        rf"\b(?P<label>(?i:{pattern}))[ \xa0]?[:：][ \xa0]{{0,3}}|(?<=[a-z0-9.!?])"
        rf"(?P<glued>{pattern}):[ \xa0]{{0,3}}"
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    labels = [row["label"] for row in _labels() if row["bare"] == "true"]
    return re.compile(rf"(?P<label>(?i:{alternatives(labels)}))(?:[ \xa0]+|$|(?=\n))")


@cache
def _video_pattern() -> re.Pattern[str]:
    """A label and a headline in quotation marks, anywhere: 'Simak Video "…"'."""
    labels = [row["label"] for row in _labels() if row["bare"] == "true"]
    return re.compile(
        rf"(?P<label>(?i:{alternatives(labels)}))[:]?[ \xa0]{{1,3}}"
        r"[\"“](?P<head>[A-ZÀ-Þ0-9][^\n\"”]{4,160})[\"”]"
    )


@cache
def _labels() -> tuple[dict[str, str], ...]:
    return tuple(
        dict(row) for row in checked("related_labels", "bare", ("true", "false"), "label", "bare")
    )


@cache
def _furniture() -> tuple[dict[str, str], ...]:
    places = ("line", "start", "inside", "bracket")
    return tuple(dict(row) for row in checked("furniture", "where", places, "phrase", "where"))


@cache
def _furniture_line() -> re.Pattern[str]:
    whole = alternatives(row["phrase"] for row in _furniture() if row["where"] == "line")
    start = alternatives(row["phrase"] for row in _furniture() if row["where"] == "start")
    return re.compile(rf"(?:{whole})$|(?i:{start})")


@cache
def _furniture_inside() -> re.Pattern[str]:
    phrases = alternatives(row["phrase"] for row in _furniture() if row["where"] == "inside")
    brackets = alternatives(row["phrase"] for row in _furniture() if row["where"] == "bracket")
    sentence = rf"(?i:{phrases})[^.!?\n]{{0,200}}(?:[.!?](?=\s|$)|$|>{{2,}})"
    return re.compile(rf"{sentence}|(?:{brackets})[^\]\n]{{0,100}}\]")
