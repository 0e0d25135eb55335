"""Bytes to text: UTF-8 as a rule, and a clear word where it is not."""

from __future__ import annotations

import codecs

# A text with more broken bytes than this share is of another encoding, or none at all.
_MOST_BROKEN = 0.01
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> tuple[str, str | None]:
    r"""Return the text of a file, line ends unchanged, and what is wrong with it.

    Args:
        data: All bytes of the file. A byte order mark is no part of the text.

    Returns:
        The text, empty if it can't be read at all; and the problem, or None.

    >>> decode("Kapal “itu” tiba.".encode())
    ('Kapal “itu” tiba.', None)
    >>> decode(b"\x89PNG\x00\x00")
    ('', 'not a text (binary data); give a text in UTF-8')
    """
    if data.startswith(_UTF16):
        return _utf16(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        return "", "the file is empty; give a text"
    if b"\x00" in data:
        return "", "not a text (binary data); give a text in UTF-8"
    try:
        return data.decode(), None
    except UnicodeDecodeError:
        return _mostly(data)


def _utf16(data: bytes) -> tuple[str, str | None]:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return "", "broken UTF-16; save the text in UTF-8"
    return (text, None) if text.strip() else ("", "the file is empty; give a text")


def _mostly(data: bytes) -> tuple[str, str | None]:
    """Decode what is nearly UTF-8, broken bytes replaced."""
    text = data.decode(errors="replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if broken > max(2, _MOST_BROKEN * len(data)):
        return "", f"not UTF-8 ({broken} broken bytes); save the text in UTF-8"
    bytes_are = "byte is" if broken == 1 else "bytes are"
    return text, f"{broken} {bytes_are} not UTF-8, shown as \ufffd; save the text in UTF-8"
