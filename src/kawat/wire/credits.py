"""Credit lines: who reported, translated and edited a story, its source and copyright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kawat.records import Span
from kawat.wire.data import alternatives, credit_labels, fold, media
from kawat.wire.lines import closing, trimmed

_LONGEST = 160
_PEOPLE = frozenset({"reporter", "translator", "editor"})
_NAME = (
    r"(?:[A-ZÀ-Þ@][\w.'’\-]*|(?:van|bin|binti|de|da)\b|al-\w+|(?!dan\b)[a-z]{2,4}(?=[\s,|)\]/]|$))"
)
_NAMES = re.compile(rf"{_NAME}(?:(?: |, ?|/| / | & | dan ){_NAME}){{0,11}}\.?")
_SPLIT = re.compile(r"\s*[,;&/]\s*|\s+dan\s+")
_COPYRIGHT_WORDS = re.compile(r"(?i)copyrights?|hak cipta|©|\(c\)|all rights reserved\.?|:")
_COPYRIGHT = re.compile(
    r"(?:COPYRIGHT|Copyright|Hak [Cc]ipta)\s*(?:©|\([cC]\))?[^\n]{0,80}|©[^\n]{0,80}"
)
_YEAR_END = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True, kw_only=True)
class Credits:
    """What the credit lines say, and where they are.

    Attributes:
        people: Role ("reporter", "translator", "editor") → names as printed, in order.
        source: Source as printed in a line of its own.
        copyright: Copyright without its sign ("ANTARA 2025").
        spans: All credit lines and stretches.
    """

    people: dict[str, dict[str, None]] = field(default_factory=dict)
    source: str | None = None
    copyright: str | None = None
    spans: list[Span] = field(default_factory=list)

    def add(self, role: str, value: str) -> None:
        """Take over what stands after a label of this role."""
        if role == "source":
            medium, _, rest = value.partition("/")
            if rest and fold(medium) in media():
                value = medium
                self.add("reporter", rest)
            self.source = self.source or value.strip(' .,;|\\"”“') or None
        elif role in _PEOPLE:
            names, relayed = people(value)
            self.people.setdefault(role, {}).update(dict.fromkeys(names))
            self.source = self.source or relayed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """A label found in the text: ``start:end`` with its colon."""

    start: int
    end: int
    role: str


def find_credits(text: str, lines: Sequence[Span]) -> Credits:
    r"""Find the credit lines, also glued ones and those in brackets at the end of a paragraph.

    Args:
        text: The story.
        lines: Its lines, in order.

    >>> text = "Kapal itu tiba.\nPewarta: Sri Wulan BEditor: Adi Putra\nCopyright © ANTARA 2025"
    >>> from kawat.wire.lines import lines_of
    >>> credits = find_credits(text, lines_of(text))
    >>> list(credits.people["editor"]), credits.copyright
    (['Adi Putra'], 'ANTARA 2025')
    """
    found = Credits()
    for index, line in enumerate(lines):
        end = _copyright(text, line, found)
        labels = list(_labels(text, line))
        for position, label in enumerate(labels):
            limit = end if label.end <= end else line.end
            if position + 1 < len(labels):
                limit = labels[position + 1].start
            _take(text, label, limit, found)
        if labels and labels[-1].end >= end and index + 1 < len(lines):
            _take_next_line(text, labels[-1], lines[index + 1], found)
    return found


def people(value: str) -> tuple[list[str], str | None]:
    """Return the names in the value of a credit, and a medium that stands among them.

    >>> people("Sri Wulan dan Adi Putra/Reuters")
    (['Sri Wulan', 'Adi Putra'], 'Reuters')
    """
    value = re.split(r"[|()\[\]©]", value, maxsplit=1)[0]
    names: list[str] = []
    medium = None
    for part in _SPLIT.split(value):
        name = part.strip(' .,;:-–—\\"“”\xa0')
        if not any(character.isalpha() for character in name):
            continue
        if fold(name) in media():
            medium = medium or name
        elif len(name.split()) <= 6:
            names.append(name)
    return names, medium


def _labels(text: str, line: Span) -> Iterator[_Label]:
    """Yield the labels of a line that are followed by a credit."""
    credit_line = False
    for match in _label_pattern().finditer(text, line.start, line.end):
        before = text[line.start : match.start()].rstrip(" ([*•-–—|\xa0")
        role = _roles()[fold(match["label"])]
        if not before or credit_line:
            if line.end - match.end() > _LONGEST and not credit_line:
                return
        elif not _glued(text, line, match, role):
            continue
        # Behind one credit a further label may be glued to the name: "A BEditor: C".
        credit_line = credit_line or not before or role in _PEOPLE
        yield _Label(start=match.start(), end=match.end(), role=role)
    if not credit_line:
        yield from _loose(text, line)


def _glued(text: str, line: Span, match: re.Match[str], role: str) -> bool:
    """Tell whether a label inside a paragraph begins a credit: after a sentence, before names."""
    if match["label"].islower():
        return False
    before = text[max(line.start, match.start() - 3) : match.start()].rstrip()
    if not before.endswith((".", "!", "?", '"', "”", "(", "[", "|", ")")):
        glue = text[match.start() - 1].isalnum() and role == "source"
        if not glue:
            return False
    if role in {"photo", "other", "source"}:
        value = text[match.end() : line.end]
        return len(value) <= 80 and "." not in value.rstrip(".) ")[:-5]
    return bool(_NAMES.match(text, match.end()))


def _loose(text: str, line: Span) -> Iterator[_Label]:
    """Yield the label of a line that has no colon but is a credit as a whole ("Oleh Sri")."""
    match = _loose_pattern().match(text, line.start, line.end)
    if match and _NAMES.fullmatch(text, match.end(), line.end):
        words = text[match.end() : line.end].split()
        if len(words) <= 5:
            role = _roles()[fold(match["label"])]
            yield _Label(start=match.start(), end=match.end(), role=role)


def _take(text: str, label: _Label, limit: int, found: Credits) -> None:
    """Take over one credit and the span it covers."""
    value = text[label.end : limit]
    bracket = text[label.start - 1 : label.start]
    closed = closing(text, label.end, label.end + _LONGEST, bracket)
    if closed is not None:
        value = text[label.end : min(limit, closed)]
        found.spans.append(Span(start=label.start - 1, end=closed + 1))
    elif label.role in _PEOPLE and (names := _NAMES.match(value)):
        stop = _past_suffix(value, names.end())
        found.spans.append(Span(start=label.start, end=label.end + stop))
        value = names.group()
    else:
        found.spans.append(Span(start=label.start, end=limit))
    found.add(label.role, " ".join(value.split()))


def _past_suffix(value: str, end: int) -> int:
    """Return the end of a value with what is no name but stands in its line or bracket."""
    rest = value[end:]
    if len(rest) <= 40 and not re.search(r"[.!?]\s+\S", rest):
        return len(value)
    return end


def _take_next_line(text: str, label: _Label, line: Span, found: Credits) -> None:
    """Take over a name that stands below its label."""
    value = text[line.start : line.end]
    if label.role in _PEOPLE and len(value) <= 60 and _NAMES.fullmatch(value):
        found.spans.append(line)
        found.add(label.role, value)


def _copyright(text: str, line: Span, found: Credits) -> int:
    """Take over a copyright notice: a line of its own, or one with its sign inside a line.

    Returns:
        Where the rest of the line ends: before the notice.
    """
    match = _COPYRIGHT.search(text, line.start, line.end)
    if not match:
        return line.end
    notice = match.group()
    year = _YEAR_END.search(notice)
    signed = "©" in notice or "(c)" in notice.lower()
    alone = match.start() == line.start
    named = not notice.startswith("©")
    if not (alone and (signed or year)) and not (named and signed and year):
        return line.end
    end = len(notice)
    # A year at the end closes the notice; what is glued to it belongs to the page.
    if year and _COPYRIGHT_WORDS.sub("", notice[: year.start()]).strip():
        end = year.end()
    found.spans.append(trimmed(text, match.start(), match.start() + end))
    value = " ".join(_COPYRIGHT_WORDS.sub(" ", notice[:end]).split())
    found.copyright = found.copyright or value.strip(" .,;|-–—") or None
    return match.start()


@cache
def _roles() -> dict[str, str]:
    return {fold(row["label"]): row["role"] for row in credit_labels()}


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = [row["label"] for row in credit_labels() if row["role"] != "copyright"]
    forms = [form for label in labels for form in (label, label.upper(), label.lower())]
    return re.compile(rf"(?P<label>{alternatives(forms)})\s{{0,3}}[:：]\s{{0,3}}")


@cache
def _loose_pattern() -> re.Pattern[str]:
    labels = [
        row["label"]
        for row in credit_labels()
        if row["loose"] == "true" and row["role"] != "copyright"
    ]
    return re.compile(rf"(?P<label>{alternatives(labels)})\s+")
