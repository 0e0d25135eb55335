"""The library: one coder, many stories."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import kawat
from kawat import Coder, InputError
from kawat.wire import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = (
    "Polisi menangkap dua aktivis di Makassar.",
    "Presiden Prancis bertemu dengan Presiden Indonesia di Paris.",
    "Cuaca di Bandung cerah sepanjang hari.",
)


def test_code_gives_typed_records(coder: Coder) -> None:
    """One call gives the record; its offsets point into the text unchanged."""
    story = coder.code(SENTENCES[0], published="2025-01-17", title="Aksi", id="a", url="u")
    assert (story.id, story.url, story.title, story.published) == ("a", "u", "Aksi", "2025-01-17")
    assert story.text == SENTENCES[0]
    (event,) = story.events
    assert event.type == "COERCE"
    assert story.text[event.trigger.start : event.trigger.end] == event.trigger.text == "menangkap"
    assert story.made_by == coder.made_by


def test_module_function_codes_the_same(coder: Coder) -> None:
    """`kawat.code` is the coder's `code`."""
    assert kawat.code(SENTENCES[0]) == coder.code(SENTENCES[0])


def test_code_stories_takes_texts_mappings_and_stories(coder: Coder) -> None:
    """All three forms of a story give the same record."""
    forms = [SENTENCES[0], {"text": SENTENCES[0]}, read_text(SENTENCES[0])]
    first, *others = coder.code_stories(forms)
    assert others == [first, first]


def test_code_stories_keeps_the_order() -> None:
    """Records come in the order of the stories, across batches and bad stories."""
    texts = [f"{sentence} Laporan ke-{number}." for number in range(4) for sentence in SENTENCES]
    texts[5] = ""
    coded = Coder(batch_size=3, strict=True).code_stories(texts)
    assert [story.text for story in coded] == texts


def test_code_stories_is_lazy() -> None:
    """The first record comes before the last story is read."""
    read = []

    def endless() -> Iterator[str]:
        number = 0
        while True:
            number += 1
            read.append(number)
            yield f"Rapat ke-{number} digelar di Jakarta."

    coded = Coder(batch_size=2).code_stories(endless())
    assert next(coded).text.startswith("Rapat ke-1 ")
    assert len(read) < 20


def test_same_story_gives_the_same_bytes(coder: Coder, demo_files: tuple[Path, ...]) -> None:
    """Input, version and codebook decide the record: not the batch, not the neighbours."""
    texts = [path.read_text(encoding="utf-8") for path in demo_files]
    together = [story.to_json() for story in Coder(batch_size=5).code_stories(texts)]
    alone = [coder.code(text).to_json() for text in texts]
    assert together == alone


def test_coder_pickles_without_its_model(coder: Coder) -> None:
    """A coder travels to a worker as its settings, and codes the same there."""
    coder.load()
    packed = pickle.dumps(coder)
    assert len(packed) < 1000
    again = pickle.loads(packed)  # noqa: S301  our own bytes
    assert (again.batch_size, again.strict) == (coder.batch_size, coder.strict)
    assert again.code(SENTENCES[1]) == coder.code(SENTENCES[1])


def test_coder_serves_threads(coder: Coder) -> None:
    """Threads that share a coder get the records that one thread gets."""
    expected = [coder.code(text) for text in SENTENCES]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(5):
            assert list(pool.map(coder.code, SENTENCES)) == expected


@pytest.mark.parametrize("given", [{"text": "a", "judul": "b"}, {"id": "a"}])
def test_mapping_with_wrong_keys_is_refused(coder: Coder, given: dict[str, str]) -> None:
    """A misspelt key is said, not dropped."""
    with pytest.raises(InputError, match="keys: id, outlet, published, text, title, url"):
        list(coder.code_stories([given]))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": 5}, "text of a story is int"),
        ({"text": "a", "published": date(2025, 1, 17)}, "published of a story is date"),
        (b"Polisi", "a text or a mapping, not bytes"),
        (None, "a text or a mapping, not NoneType"),
    ],
)
def test_story_of_a_wrong_type_is_refused(coder: Coder, given: Any, message: str) -> None:
    """What can't be a story is said at once, not by a fault deep down."""
    with pytest.raises(InputError, match=message):
        list(coder.code_stories([given]))


def test_batches_hold_a_story_at_least() -> None:
    """Batches of nothing would lose every story without a word."""
    with pytest.raises(ValueError, match="batch_size is 0"):
        Coder(batch_size=0)
