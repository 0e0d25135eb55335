"""Cutting a sentence into items: names and table phrases, in order, not overlapping."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.initials import with_initials
from kawat.world.items import OFFICE_KINDS, PLACE_KINDS, Item, is_capital, item_of
from kawat.world.lexicon import Entry, Hit, find_hits
from kawat.world.merging import merge_name
from kawat.world.naming import join_tails, judge_name, with_tail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Name, Sentence, Token
    from kawat.world.load import World

_OFFICE_REACH = 6  # tokens between an office and a body that belongs to it


def cut_items(sentence: Sentence, world: World) -> list[Item]:
    """Cut a sentence into items.

    Args:
        sentence: The analysed sentence.
        world: The tables.

    Returns:
        The items in order.
    """
    tokens = sentence.tokens
    hits = find_hits(tokens, world.lexicon)
    items = [
        _acting(tokens, _rank(tokens, item), world)
        for item in _with_names(tokens, hits, join_tails(tokens, sentence.names, world), world)
    ]
    items = with_initials(tokens, items, world.words["initials"], world.words["conjunction"])
    return [with_tail(tokens, item, world) for item in _with_bodies(tokens, items, world)]


def _rank(tokens: Sequence[Token], item: Item) -> Item:
    """Read "AKP Agus" as a rank rather than the party of the same letters."""
    title = item.entry("title")
    if item.kind != "organisation" or title is None or item.last >= len(tokens):
        return item
    after = tokens[item.last]
    named = is_capital(after) and after.pos == "PROPN" and not after.text.isupper()
    return replace(item, kind="title", entries=(title,)) if named else item


def _acting(tokens: Sequence[Token], item: Item, world: World) -> Item:
    """Take a place that no table knows for a person where it does something."""
    if item.sure or item.kind != "place":
        return item
    before = tokens[item.first - 1] if item.first else None
    placed = before is not None and (
        before.pos == "ADP"
        or before.text == ","
        or before.lower in world.words["place_preposition"]
        or before.lower in world.words["place_noun"]
    )
    inside = range(item.first, item.last)
    head = next((t for t in tokens[item.first : item.last] if t.head not in inside), None)
    acts = head is not None and head.relation == "nsubj" and tokens[head.head].pos == "VERB"
    named = before is not None and before.lower in world.words["naming"]
    return replace(item, kind="person") if named or (acts and not placed) else item


def _with_names(
    tokens: Sequence[Token], hits: list[Hit], names: Sequence[Name], world: World
) -> list[Item]:
    """Merge table hits and the model's names."""
    items: list[Item] = []
    k = 0
    for name in names:
        while k < len(hits) and hits[k].last <= name.first:
            items.append(item_of(hits[k]))
            k += 1
        office = _office_before(tokens, items, name, world)
        judged = judge_name(tokens, name, world, office_before=office)
        if judged is None:
            continue
        name = judged
        inside: list[Hit] = []
        while k < len(hits) and hits[k].first < name.last:
            inside.append(hits[k])
            k += 1
        items += merge_name(
            tokens, name, inside, world, office_before=office, near=_office_near(items, name)
        )
    items += [item_of(hit) for hit in hits[k:]]
    return items


def _office_before(tokens: Sequence[Token], items: list[Item], name: Name, world: World) -> bool:
    """Say whether a name stands right behind an office, or behind "timpalannya dari"."""
    if not items or items[-1].kind != "office":
        return False
    links = tokens[items[-1].last : name.first]
    return all(t.lower == "nya" or t.lower in world.words["origin"] for t in links)


def _office_near(items: list[Item], name: Name) -> bool:
    """Say whether an office stands a few words before a name."""
    near = (i for i in items[-3:] if i.kind == "office")
    return any(name.first - i.last <= _OFFICE_REACH for i in near)


def _with_bodies(tokens: Sequence[Token], items: list[Item], world: World) -> list[Item]:
    """Let words such as "Kementerian" and "Universitas" take the words that follow them."""
    joined: list[Item] = []
    k = 0
    while k < len(items):
        item = items[k]
        k += 1
        if item.entry("head") is not None:
            body, taken = _head_body(tokens, items, k, world)
            joined += body
            k += taken
            continue
        after = items[k] if k < len(items) else None
        if item.kind == "organisation" and after is not None and _is_abroad(item, after):
            land = after.entries[0]
            inner = (*item.inner, *item.entries, land)
            item = replace(item, last=after.last, inner=inner, entries=())
            k += 1
        joined.append(item)
    return joined


def _is_abroad(item: Item, after: Item) -> bool:
    """Say whether a country makes a body another state's ("Mahkamah Agung India")."""
    if after.kind != "country" or after.first != item.last:
        return False
    return bool(item.inner) or _may_take(item, after.entries[0])


def _head_body(
    tokens: Sequence[Token], items: list[Item], k: int, world: World
) -> tuple[list[Item], int]:
    """Make the body that begins with a word such as "Universitas": items, and items used up.

    Without anything behind it the word is what the other tables say, or nothing.
    """
    item = items[k - 1]
    head = item.entries[0] if item.entries[0].kind == "head" else item.entry("head")
    last, inner, taken = _extend(tokens, item, items, k, world)
    if head is None or last == item.last:
        others = tuple(e for e in item.entries if e.kind != "head")
        return ([replace(item, kind=others[0].kind, entries=others)] if others else []), 0
    after = items[k + taken] if k + taken < len(items) else None
    if after is not None and after.first == last and _is_named(head, after):
        return [replace(after, first=item.first)], taken + 1
    rest = tuple(e for e in item.entries if e.kind in {"head", "organisation"})
    body = Item(kind="organisation", first=item.first, last=last, inner=(*rest, *inner))
    return [body], taken


def _is_named(head: Entry, after: Item) -> bool:
    """Say whether a body's own name follows its kind and land ("kantor berita Iran IRNA")."""
    entry = after.entry("organisation")
    return entry is not None and entry.sectors[:1] == head.sectors[:1] == ("JRN",)


def _may_take(item: Item, land: Entry) -> bool:
    entry = item.entries[0] if item.entries else None
    return entry is not None and entry.country != land.country and entry.country in {"IDN", None}


def _extend(
    tokens: Sequence[Token], item: Item, items: list[Item], k: int, world: World
) -> tuple[int, tuple[Entry, ...], int]:
    """Follow an organisation's name to its end: token after it, entries within, items used."""
    last, taken = item.last, 0
    inner: list[Entry] = []
    joiners = world.words["body_joiner"]
    while last < len(tokens):
        following = items[k + taken] if k + taken < len(items) else None
        if following is not None and following.first == last:
            kind = following.kind
            member = kind in OFFICE_KINDS and _names_members(tokens, item, following)
            if kind not in {"organisation", "head", "country", "capital", "place"} and not member:
                break
            inner.extend(following.entries[:1] or following.inner)
            last = following.last
            taken += 1
            if kind != "country":
                continue
            seat = items[k + taken] if k + taken < len(items) else None
            if seat is not None and _is_seat(tokens, item, last, seat, world):
                last = seat.last
                taken += 1
            break
        token = tokens[last]
        if is_capital(token) and token.pos not in {"VERB", "ADP", "PUNCT"}:
            last += 1
        elif (
            token.lower in joiners
            and last > item.last
            and _goes_on(tokens, items, k + taken, last + 1)
        ):
            last += 2
        else:
            break
    return last, tuple(inner), taken


def _names_members(tokens: Sequence[Token], item: Item, following: Item) -> bool:
    """Say whether a group's word is part of a body's name ("Himpunan Aktivis …")."""
    both = is_capital(tokens[item.first]) and is_capital(tokens[following.first])
    return both and following.entry("group") is not None


def _is_seat(tokens: Sequence[Token], item: Item, last: int, seat: Item, world: World) -> bool:
    """Say whether "di Amman" follows an embassy."""
    return (
        item.entries[0].name.lower() in world.words["embassy"]
        and seat.kind in PLACE_KINDS
        and seat.first == last + 1
        and tokens[last].lower == "di"
    )


def _goes_on(tokens: Sequence[Token], items: list[Item], k: int, i: int) -> bool:
    """Say whether a capitalised word that is no item of its own stands at a token."""
    free = k >= len(items) or items[k].first > i
    return i < len(tokens) and is_capital(tokens[i]) and free
