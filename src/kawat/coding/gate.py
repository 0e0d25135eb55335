"""The topic gate: stories about sport, markets, recipes or fiction yield no events.

Comes in: a parsed story. Goes out: the topic that closes the gate, or None. Reads
``codebook/gate.yml``. A topic closes the gate only where its words are many and of several kinds:
one "pertandingan" in a story on a boycott does not.
"""

from __future__ import annotations

from collections import Counter

from kawat.coding.rulebook.types import Codebook, WordRule
from kawat.records import Parse

MIN_KINDS = 4
MIN_SHARE = 0.02


def closed_by(parse: Parse, codebook: Codebook) -> WordRule | None:
    """Return the topic rule that keeps a story from being coded.

    Args:
        parse: The story.
        codebook: The codebook.

    Returns:
        The first topic with at least four different words and one word in fifty; None if none has.
    """
    words = [token.lower for sentence in parse.sentences for token in sentence.tokens]
    counts = Counter(words)
    joined = f" {' '.join(words)} "
    for rule in codebook.gate:
        hits = {
            word: joined.count(f" {word} ") if " " in word else counts[word] for word in rule.words
        }
        kinds = sum(1 for count in hits.values() if count)
        if kinds >= MIN_KINDS and sum(hits.values()) >= MIN_SHARE * len(words):
            return rule
    return None
