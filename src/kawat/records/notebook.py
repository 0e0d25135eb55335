"""A coded story as HTML, for notebooks. Everything that comes from the story is escaped."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from kawat.records.display import Grid, Mark, grids, heading, marks, shown_text, tags

if TYPE_CHECKING:
    from kawat.records.coded import CodedStory

# Colours that read on light and dark pages; no names that could meet those of the page.
_STYLE = """
.kawat-story {max-width: 50em; line-height: 1.5}
.kawat-story .kawat-text {white-space: pre-wrap}
.kawat-story mark {color: inherit; background: none}
.kawat-story mark.entity {border-bottom: 2px solid #4a90d9}
.kawat-story mark.statement {background: rgba(120, 160, 90, .18)}
.kawat-story mark.event, .kawat-story mark.also {background: rgba(230, 150, 30, .4)}
.kawat-story sup {opacity: .7; font-size: .7em}
.kawat-story td, .kawat-story th {text-align: left; vertical-align: top}
.kawat-story .kawat-problem {color: #c0392b}
"""


def to_html(story: CodedStory) -> str:
    """Give a fragment of HTML: heading, text with marks and ids, tables, problems."""
    title = f"<h4>{escape(shown_text(story.title))}</h4>" if story.title else ""
    problems = "".join(
        f'<p class="kawat-problem">{escape(shown_text(problem))}</p>' for problem in story.problems
    )
    return (
        f'<div class="kawat-story"><style>{_STYLE}</style>{title}'
        f"<p>{escape(heading(story))}</p>{problems}"
        f'<div class="kawat-text">{_marked(shown_text(story.text), marks(story))}</div>'
        f"{''.join(map(_table, grids(story)))}</div>"
    )


def _marked(text: str, found: tuple[Mark, ...]) -> str:
    """Cut the text wherever a mark begins or ends: marks may overlap, elements may not."""
    shown = dict(tags(found))
    cuts = sorted({0, len(text), *(m.start for m in found), *(m.end for m in found)})
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        kinds = dict.fromkeys(m.kind for m in found if m.start <= start and end <= m.end)
        piece = escape(text[start:end])
        pieces.append(f'<mark class="{" ".join(kinds)}">{piece}</mark>' if kinds else piece)
        if end in shown:
            pieces.append(f"<sup>{escape(shown[end])}</sup>")
    return "".join(pieces)


def _table(grid: Grid) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in grid.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in grid.rows
    )
    return f"<h5>{escape(grid.name)}</h5><table><tr>{head}</tr>{body}</table>"
