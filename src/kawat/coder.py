"""The way in for programs: a coder that is made once and codes many stories.

The command line, and whatever carries Kawat into other systems, call this and nothing deeper.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from kawat.errors import InputError
from kawat.records import MadeBy, RawStory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kawat.pipeline import Explained, Resources
    from kawat.records import CodedStory

_KEYS = frozenset({"id", "text", "title", "published", "url", "outlet"})


class Coder:
    """Codes stories. Loads model and tables on first use, and once.

    A coder may be shared by threads. It pickles as its settings only, so that worker processes
    carry it cheaply and load for themselves.

    Args:
        batch_size: How many stories are parsed together; more is faster and takes more memory.
        strict: Raise when coding a story fails, instead of noting it in ``problems``.

    Raises:
        ValueError: ``batch_size`` is less than 1.

    Example:
        >>> coder = Coder()
        >>> story = coder.code("Polisi menangkap dua aktivis di Makassar.", published="2025-01-17")
        >>> [(event.type, event.trigger.text) for event in story.events]
        [('COERCE', 'menangkap')]
    """

    def __init__(self, *, batch_size: int = 16, strict: bool = False) -> None:
        if batch_size < 1:
            raise ValueError(f"batch_size is {batch_size}; give 1 or more")
        self.batch_size = batch_size
        self.strict = strict
        self._lock = Lock()
        self._resources: Resources | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(batch_size={self.batch_size}, strict={self.strict})"

    def __getstate__(self) -> dict[str, Any]:
        return {"batch_size": self.batch_size, "strict": self.strict}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    @property
    def made_by(self) -> MadeBy:
        """Versions of program, model and codebook that this coder puts into its records."""
        return self.load().made_by

    def code(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        id: str | None = None,  # noqa: A002  the record's own name for it
        url: str | None = None,
        outlet: str | None = None,
    ) -> CodedStory:
        """Code one story.

        Args:
            text: The story, as the wire printed it.
            published: ISO date of publication; found in the text if not given.
            title: Headline, if it is known apart from the text.
            id: Id to keep; else a content hash of the text.
            url: Address of the page.
            outlet: Name of the outlet.

        Returns:
            The record; ``problems`` says why a story could not be coded.

        Raises:
            InputError: An argument is not a text.
            ModelError: The language model can't be loaded.
            CodebookError: The codebook or a table is wrong.
        """
        given = {"text": text, "published": published, "title": title}
        return next(self.code_stories([given | {"id": id, "url": url, "outlet": outlet}]))

    def code_stories(
        self, stories: Iterable[RawStory | str | Mapping[str, str | None]]
    ) -> Iterator[CodedStory]:
        """Code stories lazily, a batch at a time, in input order.

        Args:
            stories: Texts, mappings with the arguments of :meth:`code` as keys, or stories read
                by ``kawat.wire``.

        Yields:
            One record for each story.

        Raises:
            InputError: A story is none of these; a mapping has no text, an unknown key, or
                something else than a text under a key.
        """
        for explained in self.explain_stories(stories):
            yield explained.story

    def explain_stories(
        self, stories: Iterable[RawStory | str | Mapping[str, str | None]]
    ) -> Iterator[Explained]:
        """Code stories like :meth:`code_stories`, with every rule that was considered."""
        from kawat.pipeline import run

        raws = (_as_raw(story) for story in stories)
        return run(raws, self.load(), batch_size=self.batch_size, strict=self.strict)

    def load(self) -> Resources:
        """Load model, tables and codebook now rather than at the first story."""
        with self._lock:
            if self._resources is None:
                self._resources = _load_resources()
            return self._resources


@cache
def default_coder() -> Coder:
    """Give the coder that :func:`kawat.code` uses."""
    return Coder()


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,  # noqa: A002  the record's own name for it
    url: str | None = None,
    outlet: str | None = None,
) -> CodedStory:
    """Code one story with a coder that is made on first use: see :meth:`Coder.code`.

    Example:
        >>> import kawat
        >>> story = kawat.code("Polisi menangkap dua aktivis.", published="2025-01-17")
        >>> story.events[0].type
        'COERCE'
    """
    return default_coder().code(
        text, published=published, title=title, id=id, url=url, outlet=outlet
    )


def _as_raw(story: RawStory | str | Mapping[str, str | None]) -> RawStory:
    from kawat.wire import read_text

    if isinstance(story, RawStory):
        return story
    if isinstance(story, str):
        return read_text(story)
    if not isinstance(story, Mapping):
        raise InputError(f"a story is a text or a mapping, not {type(story).__name__}")
    unknown = sorted(map(str, story.keys() - _KEYS))
    text = story.get("text")
    if unknown or text is None:
        fault = f"unknown key {unknown[0]!r}" if unknown else "no text"
        raise InputError(
            f"a story given as a mapping has {fault}; keys: {', '.join(sorted(_KEYS))}"
        )
    for key, value in story.items():
        if not isinstance(value, str | None):
            raise InputError(f"{key} of a story is {type(value).__name__}; give it as str")
    return read_text(text, **{key: story.get(key) for key in _KEYS - {"text"}})


def _load_resources() -> Resources:
    from kawat import __version__
    from kawat.coding.rulebook import load_codebook
    from kawat.language import load_language, version_of
    from kawat.pipeline import Resources
    from kawat.world import load_world

    nlp, codebook = load_language(), load_codebook()
    made_by = MadeBy(kawat=__version__, model=version_of(nlp.meta), codebook=codebook.digest)
    return Resources(nlp=nlp, world=load_world(), codebook=codebook, made_by=made_by)
