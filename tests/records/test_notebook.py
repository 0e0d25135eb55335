"""How a story shows itself in a notebook."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from kawat.records import TextSpan

if TYPE_CHECKING:
    from kawat import CodedStory

EVIL = '<script>alert("1")</script><img src=x onerror=alert(1)>'
KNOWN_TAGS = {"div", "style", "h4", "h5", "p", "mark", "sup", "table", "tr", "th", "td"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the base's
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1] != "style":
            self.text += data


def _read(story: CodedStory) -> _Tags:
    tags = _Tags()
    tags.feed(story._repr_html_())
    assert not tags.open
    return tags


def test_html_shows_text_marks_and_tables(small_story: CodedStory) -> None:
    """Marks carry the id of their record; every kind of record has its table."""
    html = small_story._repr_html_()
    assert '<mark class="event">bertemu</mark><sup>v1</sup>' in html
    for name in ("Who", "Events", "Statements", "Agreements", "Visits"):
        assert f"<h5>{name}</h5>" in html
    assert _read(small_story).seen == KNOWN_TAGS


def test_html_escapes_everything_from_the_story(small_story: CodedStory) -> None:
    """Nothing in a story can become markup."""
    entity = replace(small_story.entities[0], name=EVIL, role=EVIL)
    event = replace(small_story.events[0], place=EVIL, trigger=TextSpan(start=0, end=9, text=EVIL))
    evil = replace(
        small_story,
        title=EVIL,
        text=EVIL + small_story.text,
        entities=(entity, small_story.entities[1]),
        events=(event,),
        problems=(EVIL,),
        wire=replace(small_story.wire, agency=EVIL, editors=(EVIL,)),
    )
    tags = _read(evil)
    assert tags.seen == KNOWN_TAGS
    assert tags.text.count(EVIL) >= 6


def test_html_keeps_crossing_marks_well_formed(small_story: CodedStory) -> None:
    """Marks that overlap without one holding the other are cut, never crossed."""
    crossing = TextSpan(start=28, end=50, text=small_story.text[28:50])
    entity = replace(small_story.entities[0], mentions=(crossing,))
    _read(replace(small_story, entities=(entity, small_story.entities[1])))
