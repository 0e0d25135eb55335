"""Wire: bytes or text to a :class:`~kawat.records.Story`.

Readers for ``.txt`` and ``.jsonl``, and :func:`read_story`, which tells dateline, credits, related
lines, title and paragraphs apart. House styles, labels and cues are tables in ``tables/``: a new
outlet is a new row. The text is never altered; everything found points into it.

>>> story = read_story(read_text("Rabat (ANTARA) - Kapal itu tiba. (adi)"))
>>> story.wire.agency, story.wire.editors
('ANTARA', ('adi',))
"""

from kawat.wire.read import read_paths, read_text
from kawat.wire.story import read_story

__all__ = ["read_paths", "read_story", "read_text"]
