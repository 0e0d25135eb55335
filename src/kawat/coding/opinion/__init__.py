"""The second opinion: a small learned model that vetoes events (docs/opinion-card.md)."""

from kawat.coding.opinion.features import set_up
from kawat.coding.opinion.judge import Opinion, Verdict, opinion, review

__all__ = ["Opinion", "Verdict", "opinion", "review", "set_up"]
