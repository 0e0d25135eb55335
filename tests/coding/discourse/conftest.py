"""A reader of short texts with mentions given by hand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from kawat.coding.discourse import Discourse, Reporting, compile_reporting, read_discourse
from kawat.language import load_language, parse_stories
from kawat.records import Mention, Parse, RawStory, Span, Story, WireMarks
from kawat.tables import package_files, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@cache
def _language() -> Any:
    return load_language()


def reporting_data() -> Any:
    """Give the plain data of ``reporting.yml``."""
    (path,) = [p for p in package_files("codebook", ".yml") if p.name == "reporting.yml"]
    return read_yaml(path).plain()


@cache
def _reporting() -> Reporting:
    return compile_reporting(reporting_data())


def parse(text: str) -> Parse:
    """Parse a text whose lines are its paragraphs."""
    paragraphs = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    story = Story(
        raw=RawStory(id="t", text=text),
        wire=WireMarks(),
        published=None,
        title=None,
        language="id",
        paragraphs=paragraphs,
    )
    (one,) = parse_stories([story], _language())
    return one


def mention(parsed: Parse, words: str, kind: str, form: str, **fields: Any) -> list[Mention]:
    """Make a mention at every place where the words stand; ``title`` widens its extent."""
    title = fields.pop("title", "")
    found = []
    for match in re.finditer(
        rf"(?<!\w){re.escape(title)}{re.escape(words)}(?!\w)", parsed.story.raw.text
    ):
        start, end = match.start() + len(title), match.end()
        sentence = next(s for s in parsed.sentences if s.start <= start and end <= s.end)
        inside = [t.index for t in sentence.tokens if t.start >= start and t.end <= end]
        wide = [t.index for t in sentence.tokens if t.start >= match.start() and t.end <= end]
        head = next((i for i in wide if sentence.tokens[i].head not in wide), wide[0])
        found.append(
            Mention(
                sentence=sentence.index,
                first=inside[0],
                last=inside[-1] + 1,
                head=head,
                start=start,
                end=end,
                text=words,
                type=kind,
                form=form,
                extent=(wide[0], inside[-1] + 1),
                **{"name": words, **fields},
            )
        )
    return found


@pytest.fixture(scope="session")
def reporting() -> Reporting:
    """Give the compiled reporting words."""
    return _reporting()


@pytest.fixture(scope="session")
def read() -> Callable[..., Discourse]:
    """Read a text: ``read(text, ("Budi", "PER"), ("presiden itu", "PER", "office"), …)``."""

    def reader(text: str, *named: Sequence[Any]) -> Discourse:
        parsed = parse(text)
        mentions: list[Mention] = []
        for words, kind, *rest in named:
            form = rest[0] if rest else "name"
            fields = rest[1] if len(rest) > 1 else {}
            mentions += mention(parsed, words, kind, form, **fields)
        mentions.sort(key=lambda m: (m.start, -m.end))
        return read_discourse(parsed, tuple(mentions), _reporting())

    return reader
