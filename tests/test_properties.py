"""What holds for any text at all: no crash, offsets that quote, a record that reads back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat import CodedStory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kawat import Coder

# Words that open every stage's doors, between them anything at all.
PIECES = (
    "Jakarta (ANTARA) - ",
    "Presiden Prancis Luc Moreau",
    "Menlu RI",
    "polisi",
    "menangkap",
    "mengancam akan menyerang",
    "bertemu dengan",
    "pertemuan antara",
    "menandatangani nota kesepahaman",
    "berkunjung ke Hanoi",
    '"Kami menolak,"',
    "kata dia",
    "ujarnya",
    "menurut",
    "yang",
    "dan",
    "oleh",
    "12 orang tewas",
    "Senin (13/1/2025)",
    "Rp2 miliar",
    ".\n\n",
    "\r\n",
    "Baca juga: ",
    "Editor: ",
    "(ant/dim)",
    "Copyright © ANTARA 2025",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_any_text_gives_a_sound_record(coder: Coder, text: str) -> None:
    """No text makes a stage raise; all that quotes is found where it is said to stand."""
    story = coder.code(text, published="2025-01-17")
    assert len(story.text) == len(text)
    for quoted in _quotes(json.loads(story.to_json())):
        assert story.text[quoted["start"] : quoted["end"]] == quoted["text"]
    assert CodedStory.from_json(story.to_json()) == story
    assert story._repr_html_().endswith("</div>")


def _quotes(value: Any) -> Iterator[dict[str, Any]]:
    """Find every object with offsets and words, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            yield value
        for inner in value.values():
            yield from _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)
