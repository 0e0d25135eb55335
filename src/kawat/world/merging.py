"""Merging a name of the language model with the table phrases that overlap it.

A longer stretch wins over a shorter one within it, with these exceptions: a country or body of the
tables wins over a name of the same extent whatever the model calls it, titles and offices are cut
off persons, and a person is cut off the end of a body's name behind an office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.records import Name
from kawat.world.items import (
    BODY_KINDS,
    INNER_KINDS,
    OFFICE_KINDS,
    PLACE_KINDS,
    Item,
    is_capital,
    item_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Token
    from kawat.world.lexicon import Hit
    from kawat.world.load import World

_SHORT = 3  # letters of an abbreviation, which is no first name

_TRIMMED = frozenset({"title", "office", "group", "country", "organisation"})


def merge_name(
    tokens: Sequence[Token],
    name: Name,
    inside: list[Hit],
    world: World,
    *,
    office_before: bool,
    near: bool,
) -> list[Item]:
    """Decide between one name and the hits that overlap it."""
    held = _land_and_holder(tokens, name, inside) if office_before else []
    if held:
        return held
    if name.type in {"EVT", "LAW"}:
        return _around(name, inside)
    body = bool(inside) and (
        _is_body(tokens, name, inside[0], world) or _ends_in_body(tokens, name, inside[-1])
    )
    if name.type == "PER" and not body:
        return _merge_person(tokens, name, inside, world, office_before=office_before)
    if any(hit.first <= name.first and hit.last >= name.last for hit in inside):
        return [item_of(h) for h in inside]
    if name.type in {"ORG", "PER"}:
        return _merge_body(tokens, name, inside, office_before=near)
    return _merge_place(name, inside)


def _merge_place(name: Name, inside: list[Hit]) -> list[Item]:
    """Make a place of a model's name, or what the tables know in it."""
    if name.type == "FAC":
        first = min([name.first, *(h.first for h in inside)])
        last = max([name.last, *(h.last for h in inside)])
        lands = tuple(h.entries[0] for h in inside if h.entries[0].kind in PLACE_KINDS)
        # "Gedung Merah Putih KPK" is where the body is.
        owners = tuple(h.entries[0] for h in inside if h.entries[0].kind in BODY_KINDS)
        return [Item(kind="place", first=first, last=last, entries=lands or owners)]
    if name.type in {"GPE", "LOC"} and not inside:
        return [Item(kind="place", first=name.first, last=name.last, sure=False)]
    # A name that only adds words to places ("Kota Gaza", "Korea Selatan bagian timur").
    return [item_of(h) for h in inside]


def _land_and_holder(tokens: Sequence[Token], name: Name, inside: list[Hit]) -> list[Item]:
    """Cut "Rusia Sergey Lavrov" behind an office whatever the model calls it; empty if it isn't."""
    if name.type in {"PER", "ORG", "GPE"} or not inside or inside[0].first != name.first:
        return []
    if inside[0].last >= name.last:
        return []
    land = inside[0]
    if land.entries[0].kind != "country":
        return []
    if len(inside) > 1:
        return [item_of(h) for h in inside] if inside[1].entries[0].kind == "person" else []
    if not all(is_capital(t) and t.pos in {"PROPN", "X"} for t in tokens[land.last : name.last]):
        return []
    return [item_of(land), Item(kind="person", first=land.last, last=name.last, sure=False)]


def _around(name: Name, inside: list[Hit]) -> list[Item]:
    """Mask the name of a law or event, but not an office that only touches it.

    A body of the tables is none ("Kongres Amerika Serikat").
    """
    whole = inside[0] if len(inside) == 1 else None
    if whole is not None and whole.first <= name.first and whole.last >= name.last:
        return [item_of(whole)]
    first = min([name.first, *(h.first for h in inside)])
    touching = [h for h in inside if h.first < name.first]
    if touching and touching[0].entries[0].kind in OFFICE_KINDS:
        return [item_of(touching[0]), Item(kind="other", first=touching[0].last, last=name.last)]
    last = max([name.last, *(h.last for h in inside)])
    return [Item(kind="other", first=first, last=last)]


def _is_like_name(tokens: Sequence[Token], hit: Hit, world: World) -> bool:
    """Say whether a title may as well be a first name ("Imam", "Putri")."""
    return hit.last - hit.first == 1 and tokens[hit.first].lower in world.words["name_like"]


def _is_weak(tokens: Sequence[Token], first: int, last: int, world: World) -> bool:
    return last - first == 1 and tokens[first].lower in world.words["weak_name"]


def _merge_person(
    tokens: Sequence[Token], name: Name, inside: list[Hit], world: World, *, office_before: bool
) -> list[Item]:
    """Cut titles and offices off a person's name; keep a table name that goes beyond it."""
    people = [h for h in inside if h.entries[0].kind == "person"]
    if len(people) > 1:
        return [item_of(h) for h in people]
    before: list[Item] = []
    first, last = name.first, name.last
    for k, hit in enumerate(inside):
        kind = hit.entries[0].kind
        if before and kind in BODY_KINDS and hit.last < last:
            # "General Manager PT Jasa Marga Cabang …", "Layanan Kemkeu Nufransa Wirasakti"
            rest = Name(first=first, last=last, type="ORG")
            return [*before, *_merge_body(tokens, rest, inside[k:], office_before=True)]
        if hit.first <= first and hit.last >= last:
            return [*before, _whole(tokens, hit, first, last, world)]
        if kind == "title" and hit.first > first and _is_rank(tokens, hit, world):
            return [*before, *_at_rank(tokens, first, last, inside[: k + 1])]
        if hit.first <= first:
            held = office_before or bool(before)
            area = held and kind == "place" and not _is_weak(tokens, hit.first, hit.last, world)
            if area or _is_title(tokens, name, hit, world, office_before=held):
                before.append(item_of(hit))
                first = hit.last
        elif kind == "person" and hit.last > last:
            last = hit.last
        elif hit.last > last and kind != "place":
            cut = max(first + 1, hit.first)
            return [*before, Item(kind="person", first=first, last=cut), item_of(hit)]
    named = [Item(kind="person", first=first, last=last)] if first < last else []
    return [*before, *named]


def _is_title(
    tokens: Sequence[Token], name: Name, hit: Hit, world: World, *, office_before: bool
) -> bool:
    """Say whether the first words of a model's person are no part of the name."""
    kind = hit.entries[0].kind
    if kind not in _TRIMMED or (hit.first == name.first and _is_like_name(tokens, hit, world)):
        return False
    bare = kind in {"country", "organisation"} and not office_before
    return not bare or len(tokens[hit.first].text) <= _SHORT


def _whole(tokens: Sequence[Token], hit: Hit, first: int, last: int, world: World) -> Item:
    """Make the item of a hit that covers a name; a doubtful place is a person."""
    weak = hit.entries[0].kind == "place" and _is_weak(tokens, first, last, world)
    return Item(kind="person", first=first, last=last) if weak else item_of(hit)


def _at_rank(tokens: Sequence[Token], first: int, last: int, inside: list[Hit]) -> list[Item]:
    """Cut "V/Brw Brigjen TNI", "Polda Metro Kombes Argo" at the rank, which is the last hit.

    What stands before it is a body, or masked if no table knows a word of it.
    """
    *within, rank = (h for h in inside if h.last > first)
    first = min(first, within[0].first) if within else first
    body = Name(first=first, last=rank.first, type="ORG")
    made = [Item(kind="other", first=first, last=rank.first)]
    if any(h.entries[0].kind in BODY_KINDS for h in within):
        made = _merge_body(tokens, body, within, office_before=True)
    behind = [Item(kind="person", first=rank.last, last=last)] if rank.last < last else []
    return [*made, item_of(rank), *behind]


def _is_rank(tokens: Sequence[Token], hit: Hit, world: World) -> bool:
    """Say whether a title is a rank, which no name has within it."""
    return bool(hit.entries[0].sectors) and not _is_like_name(tokens, hit, world)


def _is_body(tokens: Sequence[Token], name: Name, hit: Hit, world: World) -> bool:
    """Say whether a model's person is a body ("Pemkot Surabaya")."""
    begins = hit.first == name.first and hit.last < name.last
    return begins and hit.entries[0].kind == "head" and not _is_like_name(tokens, hit, world)


def _ends_in_body(tokens: Sequence[Token], name: Name, hit: Hit) -> bool:
    """Say whether a model's person ends with a body's letters ("Eksekusi KPK")."""
    last = hit.last == name.last and hit.first > name.first
    letters = hit.last - hit.first == 1 and len(tokens[hit.first].text) >= _SHORT
    known = hit.entries[0].kind == "organisation" and tokens[hit.first].text.isupper()
    return last and letters and known


def _cut_at_title(tokens: Sequence[Token], name: Name, inside: list[Hit]) -> list[Item] | None:
    """Cut "Metro Jaya Irjen Budi Santoso" at its title; None if there is none."""
    for k, hit in enumerate(inside):
        kind = hit.entries[0].kind
        if hit.first <= name.first or hit.last >= name.last:
            continue
        if kind == "office" and tokens[hit.first - 1].pos == "CCONJ":
            # "Dewan Keamanan dan Sekretaris Jenderal PBB"
            rest = Name(first=name.first, last=hit.first - 1, type=name.type)
            body = _merge_body(tokens, rest, inside[:k], office_before=False)
            return [*body, *(item_of(h) for h in inside[k:])]
        if kind != "title":
            continue
        before = Name(first=name.first, last=hit.first, type=name.type)
        return [
            *_merge_body(tokens, before, inside[:k], office_before=False),
            item_of(hit),
            Item(kind="person", first=hit.last, last=name.last),
        ]
    return None


def _two_bodies(tokens: Sequence[Token], name: Name, inside: list[Hit]) -> list[Item] | None:
    """Cut "Kementerian Pertahanan dan Komisi I DPR" between bodies of the tables; None if one."""
    lead = inside[0] if len(inside) > 1 else None
    if lead is None or lead.first != name.first or lead.entries[0].kind != "organisation":
        return None
    if lead.last + 1 >= name.last or tokens[lead.last].pos != "CCONJ":
        return None
    rest = Name(first=lead.last + 1, last=name.last, type="ORG")
    return [item_of(lead), *_merge_body(tokens, rest, inside[1:], office_before=False)]


def _trailing_person(tokens: Sequence[Token], inside: list[Hit], last: int) -> int:
    """Find where a person begins in "BPS Suhariyanto" behind an office; 0 if nowhere."""
    if not inside:
        return 0
    if inside[-1].entries[0].kind not in {"organisation", "country"} or inside[-1].last >= last:
        return 0
    first = inside[-1].last
    return first if all(is_capital(t) for t in tokens[first:last]) else 0


def _merge_body(
    tokens: Sequence[Token], name: Name, inside: list[Hit], *, office_before: bool
) -> list[Item]:
    """Make an organisation of a model's name, its known parts kept as what is within it."""
    lead = inside[0] if inside else None
    if lead is not None and lead.first <= name.first:
        if lead.last >= name.last or lead.entries[0].kind == "seat":
            return [item_of(h) for h in inside]
        if _is_office(tokens, lead, name):
            # "Direktur PT Timah": the office is no part of the organisation's name.
            place = len(inside) > 1 and inside[1].first == lead.last
            if place and inside[1].entries[0].kind in PLACE_KINDS:
                return [item_of(h) for h in inside]
            tail = Name(first=lead.last, last=name.last, type=name.type)
            return [item_of(lead), *_merge_body(tokens, tail, inside[1:], office_before=True)]
    cut = _cut_at_title(tokens, name, inside) or _two_bodies(tokens, name, inside)
    if cut is not None:
        return cut
    end = inside[-1] if inside else None
    if end is not None and _is_full_name(end, name):
        # "Universitas Andalas Feri Amsari": a person of the tables ends the body's name.
        rest = Name(first=name.first, last=end.first, type="ORG")
        body = _merge_body(tokens, rest, inside[:-1], office_before=office_before)
        return [*body, item_of(end)]
    person = _trailing_person(tokens, inside, name.last) if office_before else 0
    if person:
        behind = Item(kind="person", first=person, last=name.last, sure=False)
        return [*(item_of(h) for h in inside), behind]
    return _whole_body(name, inside)


def _is_office(tokens: Sequence[Token], lead: Hit, name: Name) -> bool:
    office = lead.entries[0].kind in {"office", "title"}
    return office and lead.last < name.last and is_capital(tokens[lead.last])


def _is_full_name(hit: Hit, name: Name) -> bool:
    person = hit.entries[0].kind == "person" and hit.last - hit.first > 1
    return person and hit.first > name.first


def _whole_body(name: Name, inside: list[Hit]) -> list[Item]:
    """Make one organisation of a name and the bodies that reach beyond it."""
    first = min([name.first, *(h.first for h in inside if h.entries[0].kind in BODY_KINDS)])
    last = name.last
    after: list[Item] = []
    if inside and inside[-1].last > name.last:
        hit = inside[-1]
        if hit.entries[0].kind in BODY_KINDS | PLACE_KINDS:
            last = hit.last
        else:
            after = [item_of(hit)]
            last = max(name.first + 1, hit.first)
    inner = tuple(
        e for h in inside if h.last > name.first for e in h.entries[:1] if e.kind in INNER_KINDS
    )
    return [Item(kind="organisation", first=first, last=last, inner=inner), *after]
