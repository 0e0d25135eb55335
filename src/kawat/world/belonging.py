"""Offices that one person holds together, names that share one, and bodies behind a name.

"Guru Besar ITB dan pakar bahan bakar, Nama"; "Ketua Umum PKB sekaligus Wakil Ketua DPR, Nama";
"dua peneliti dari Universitas Selasih, A dan B"; "A dari Institut Kemiri".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.bodies import body_entry
from kawat.world.items import Item, is_capital
from kawat.world.lexicon import Entry
from kawat.world.roles import Role, Scene, bracket, is_employer, read_role
from kawat.world.stretches import past_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEMBER = "world/belonging"
_HEADS = "world/organisation_heads.csv"


def with_second(scene: Scene, role: Role) -> Role:
    """Add the second office that the same person holds, if there is one.

    Behind "sekaligus" that may be any; behind "dan" only a plain calling like the first
    ("Guru Besar ITB dan pakar bahan bakar"), as two offices are two persons otherwise.
    """
    words = scene.world.words
    link = scene.lower(role.last)
    together = link in words["together"]
    item = scene.at(role.last + 1)
    if role.plural or item is None or item.entry("office") is None:
        return role
    if not together and link not in words["conjunction"]:
        return role
    second = read_role(scene, item)
    if together:
        entries = role.entries or second.entries
        return replace(role, last=second.last, entries=entries)
    alike = item.entries[0].sectors == role.item.entries[0].sectors == ("EDU",)
    if not alike or not role.entries or second.entries or is_capital(scene.tokens[item.first]):
        return role
    last = max(second.last, past_nouns(scene, second.last))
    return replace(role, last=last) if scene.lower(last) == "," else role


def with_field(scene: Scene, role: Role) -> Role:
    """Take the field of study into an apposition: "X, pakar hubungan internasional, …".

    Where "dan mantan duta besar Peru" follows, the office that one held says more.
    """
    if role.entries:
        return _with_rest(scene, role)
    if not role.item.entries[0].open:
        return role
    last = past_nouns(scene, role.last)
    held = last + 2
    words = scene.world.words
    if scene.lower(last) in words["conjunction"] and scene.lower(last + 1) in words["former"]:
        item = scene.at(held)
        if item is not None and item.entry("office") is not None:
            former = read_role(scene, item)
            posts = _past_posts(scene, former.last)
            return replace(former, first=role.first, head=role.first, last=posts)
    return replace(role, last=last)


def _with_rest(scene: Scene, role: Role) -> Role:
    """Add the "dan Jingga" of "Partai Kuning dan Jingga" where the apposition ends behind it."""
    last = role.last + 2
    if scene.lower(role.last) not in scene.world.words["conjunction"] or last >= len(scene.tokens):
        return role
    rest = scene.tokens[last - 1]
    named = scene.at(last - 1) is not None or not is_capital(rest)
    ends = scene.tokens[last].pos == "PUNCT" or scene.lower(last) in scene.world.words["closing"]
    own = role.entries[-1].source.startswith(_HEADS) and ends and not named
    return replace(role, last=last) if own else role


def _past_posts(scene: Scene, last: int) -> int:
    """Return the token after the "dan PBB" of an ambassador "untuk AS dan PBB"."""
    post = scene.at(last + 1)
    if scene.lower(last) not in scene.world.words["conjunction"] or post is None:
        return last
    return post.last if post.kind in {"country", "organisation"} else last


def shared_names(scene: Scene, role: Role) -> Sequence[Item]:
    """Find the names of "dua peneliti dari Unsel, Rini Kencana dan Bayu Kencana".

    Returns:
        As many names as the number word says; empty if there are others.
    """
    words = scene.world.words
    counts = {scene.lower(i) for i in range(role.first, role.head)}
    wanted = 2 if counts & words["two"] else 3 if counts & words["three"] else 0
    names: list[Item] = []
    mark = _past_alias(scene, role.last)
    while len(names) < wanted:
        following = scene.lower(mark)
        if following != "," and following not in words["conjunction"]:
            return ()
        mark += 1 + (following == "," and scene.lower(mark + 1) in words["conjunction"])
        item = scene.at(mark)
        if item is None or (item.kind != "person" and item.entry("person") is None):
            return ()
        names.append(item)
        mark = item.last
    return tuple(names)


def _past_alias(scene: Scene, last: int) -> int:
    """Return the token after "atau Unsel", another name of the body."""
    other = scene.at(last + 1)
    if (
        scene.lower(last) not in scene.world.words["or"]
        or other is None
        or other.kind != "organisation"
    ):
        return last
    return other.last


def member_role(scene: Scene, name: Item, last: int) -> Role | None:
    """Read the body behind a name: "Rini Kencana dari Institut Kemiri".

    Args:
        scene: The sentence.
        name: The name.
        last: Token after it and its bracket.

    Returns:
        A role in the body's words; None where the body belongs to the verb ("memecat A dari B").
    """
    body = scene.at(last + 1)
    if scene.lower(last) not in scene.world.words["origin"] or body is None:
        return None
    if not is_employer(body) or not _hangs_on(scene, body, name):
        return None
    end = bracket(scene, body.last) if scene.lower(body.last) == "(" else None
    office = Entry(kind="office", name="", type="PER", source=_MEMBER, follows=True)
    return Role(
        item=Item(kind="office", first=body.first, last=body.last, entries=(office,)),
        first=body.first,
        head=body.first,
        last=end or body.last,
        entries=(body_entry(body, scene.world.words["open_head"]),),
        former=False,
        plural=False,
        single=False,
        pointed=False,
    )


def _hangs_on(scene: Scene, body: Item, name: Item) -> bool:
    """Say whether a body belongs to a name that speaks or acts ("mendatangkan A dari B" not)."""
    within = range(name.first, name.last)
    relations = {scene.tokens[i].relation for i in within}
    if "nsubj" in relations:
        return True
    hangs = any(scene.tokens[i].head in within for i in range(body.first, body.last))
    return hangs and "obj" not in relations
