"""Which characters a data file may hold, and how a text cell may be spaced."""

from __future__ import annotations

import re
import unicodedata

# Control characters, no-break and other odd spaces, soft hyphen, zero-width and direction marks,
# private use, byte order mark, replacement character: none can be seen, all break look-ups.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u0378\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ue000-\uf8ff\ufeff\ufff0-\uffff]"
)


def odd_characters(text: str) -> list[tuple[int, str]]:
    """Return line number and description of every character that may not stand in a data file.

    >>> odd_characters("unjuk\N{NO-BREAK SPACE}rasa")
    [(1, 'U+00A0 (no-break space)')]
    """
    found = []
    for match in _ODD.finditer(text):
        character = match.group()
        name = unicodedata.name(character, "control character")
        line = text.count("\n", 0, match.start()) + 1
        found.append((line, f"U+{ord(character):04X} ({name.lower()})"))
    return found


def spacing_fault(text: str) -> str | None:
    """Say what is wrong with the spacing or the encoding of a text; None if nothing is.

    >>> spacing_fault("unjuk  rasa")
    'two spaces in a row'
    >>> spacing_fault("unjuk rasa") is None
    True
    """
    if text != text.strip():
        return "white space at the start or the end"
    if "  " in text:
        return "two spaces in a row"
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        return "letter and accent are two characters; write them as one (NFC)"
    return None


def decode(data: bytes) -> tuple[str, list[tuple[int, str]]]:
    """Return the text of a file with plain line ends, and what is wrong with its characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [(line, "not UTF-8; save the file in UTF-8")]
    # Windows line ends come from a checkout, not from the author.
    text = text.replace("\r\n", "\n")
    faults = [
        (line, f"{what} may not stand in a data file; delete it or write a plain space")
        for line, what in odd_characters(text)
    ]
    return text, faults
