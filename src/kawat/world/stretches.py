"""How far the words of a long office reach: commas, "dan" and fields of study up to its body.

"Kepala Bagian Benih, Pupuk, dan Alat Tani Kementerian Pertanian, Nama"; "profesor hukum dan
ilmu pemerintahan di Universitas Selasih".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.world.items import BODY_KINDS, OFFICE_KINDS, STATE_KINDS, Item, is_capital

if TYPE_CHECKING:
    from kawat.world.roles import Scene

_LONGEST = 20  # tokens from a comma within an office to its body
_FIELD = 8  # tokens of a field of study
_AREAS = STATE_KINDS | {"place"}
_NAMING = frozenset({"person", "title"})


def past_comma(scene: Scene, comma: int, *, closed: bool) -> int | None:
    """Find where an office goes on behind a comma: its body, or the area around its place.

    Only where a name stands behind it all, so that lists of bodies and offices are none.

    Args:
        scene: The sentence.
        comma: The comma.
        closed: True if a body or place of the office stands before it.

    Returns:
        The token where the body begins or the areas end; None if the office ends before.
    """
    if scene.lower(comma) != ",":
        return None
    after = scene.at(comma + 1)
    if after is not None and closed and after.kind in _AREAS:
        end = _past_areas(scene, comma)
        return end if _is_named(scene, end) else None
    body = _known_body(scene, comma + 1) if closed else _far_body(scene, comma + 1)
    if body is None:
        return None
    end = body.last
    while scene.lower(end) == "," and (more := _known_body(scene, end + 1)) is not None:
        end = more.last
    return body.first if _is_named(scene, _past_bracket(scene, end)) else None


def past_nouns(scene: Scene, first: int) -> int:
    """Return the token after lower-case nouns joined by "dan": "hukum dan ilmu pemerintahan"."""
    i = first
    while i < min(first + _FIELD, len(scene.tokens)):
        at = i + (scene.lower(i) in scene.world.words["conjunction"] and i > first)
        item = scene.at(at)
        if item is not None:
            if at == i or item.kind not in OFFICE_KINDS or is_capital(scene.tokens[at]):
                break
            i = item.last
        elif at < len(scene.tokens) and _is_field(scene, at):
            i = at + 1
        else:
            break
    return i


def past_field(scene: Scene, first: int) -> int | None:
    """Return the token after a field of study if the body stands behind it ("di", "dari")."""
    end = past_nouns(scene, first)
    if end == first or scene.lower(end) not in scene.world.words["body_preposition"]:
        return None
    body = scene.at(end + 1)
    return end if body is not None and body.kind in BODY_KINDS else None


def _is_field(scene: Scene, token: int) -> bool:
    this = scene.tokens[token]
    former = this.lower in scene.world.words["former"]
    return this.pos in {"NOUN", "ADJ"} and not is_capital(this) and not former


def _known_body(scene: Scene, token: int) -> Item | None:
    """Return a body of the tables at a token."""
    item = scene.at(token)
    if item is None or item.kind != "organisation":
        return None
    return item if item.entries or item.inner else None


def _far_body(scene: Scene, first: int) -> Item | None:
    """Find the body that ends a list of capitalised words; None if anything else comes first."""
    i = first
    while i < min(first + _LONGEST, len(scene.tokens)):
        body = _known_body(scene, i)
        if body is not None:
            return body
        item = scene.at(i)
        token = scene.tokens[i]
        if item is not None:
            if item.kind not in {"group", "organisation"} or not is_capital(token):
                return None
            i = item.last
            continue
        joins = token.lower == "," or token.lower in scene.world.words["body_joiner"]
        if not joins and (not is_capital(token) or token.pos == "VERB"):
            return None
        i += 1
    return None


def _past_areas(scene: Scene, comma: int) -> int:
    """Return the token after ", Kecamatan Sukaraja, Kabupaten Bogor"."""
    end = comma
    while scene.lower(end) == ",":
        area = scene.at(end + 1)
        if area is None or area.kind not in _AREAS:
            break
        end = area.last
    return end


def _past_bracket(scene: Scene, token: int) -> int:
    """Return the token after the short form in brackets behind a body."""
    if scene.lower(token) == "(" and scene.lower(token + 2) == ")":
        return token + 3
    return token


def _is_named(scene: Scene, end: int) -> bool:
    """Say whether a name stands at a token or behind a comma there."""
    item = scene.at(end + (scene.lower(end) == ","))
    return item is not None and (item.kind in _NAMING or item.entry("person") is not None)
