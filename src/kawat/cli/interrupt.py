"""Ctrl-C that is not lost: compiled code below may swallow the exception that it raises."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


class Interrupt:
    """A handler of SIGINT that raises KeyboardInterrupt and remembers that it did.

    Attributes:
        seen: Whether the signal has come.
    """

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen = False

    def __call__(self, *_: object) -> None:
        """Remember the signal and raise."""
        self.seen = True
        raise KeyboardInterrupt


def interruptible(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items until an interrupt has come, also one whose exception was lost.

    Args:
        items: What to go through.

    Yields:
        The items.

    Raises:
        KeyboardInterrupt: Once the signal has come.

    >>> list(interruptible("ab"))
    ['a', 'b']
    """
    for item in items:
        if getattr(signal.getsignal(signal.SIGINT), "seen", False):
            raise KeyboardInterrupt
        yield item
