"""Which name belongs to which office: titles, commas, brackets, "bernama", "selaku"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kawat.world.belonging import with_field, with_second
from kawat.world.items import OFFICE_KINDS, Item, is_capital
from kawat.world.roles import Role, Scene, read_role

if TYPE_CHECKING:
    from kawat.world.lexicon import Entry

_LONGEST_GUESS = 5  # tokens of a name that neither the model nor a table knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name, and where what stands before it ends."""

    name: Item | None
    first: int
    titles: tuple[Entry, ...] = ()


def find_name(scene: Scene, first: int, *, guess: bool) -> Found:
    """Find the name that stands at a token, behind titles.

    Args:
        scene: The sentence.
        first: The token.
        guess: True if capitalised words that nobody knows may be a name here.

    Returns:
        The name, or None with the token after the titles.
    """
    i = first
    titles: list[Entry] = []
    item = scene.at(i)
    while (item is not None and item.kind == "title") or (scene.lower(i) == "." and i > first):
        if item is not None:
            titles.extend(item.entries[:1])
            i = item.last
        else:
            i += 1
        item = scene.at(i)
    if item is not None and (item.kind == "person" or item.entry("person") is not None):
        return Found(name=item, first=i, titles=tuple(titles))
    if item is not None and guess and is_unknown_body(item):
        # Behind a finished office the model's unknown "organisation" is a person.
        return Found(name=replace(item, kind="person"), first=i, titles=tuple(titles))
    last = i
    if guess or titles:
        while last - i < _LONGEST_GUESS and _may_be_name(scene, last):
            last += 1
            if scene.lower(last) == "-" and _may_be_name(scene, last + 1):
                last += 1
    land = scene.at(last)
    if last - i == 1 and not titles and land is not None and land.kind == "country":
        last = i  # "Diplomat Tertinggi RI"
    name = Item(kind="person", first=i, last=last, sure=False) if last > i else None
    return Found(name=name, first=i, titles=tuple(titles))


def is_unknown_body(item: Item) -> bool:
    """Say whether only the model speaks for an organisation."""
    return item.kind == "organisation" and not item.entries and not item.inner


def _may_be_name(scene: Scene, token: int) -> bool:
    if not 0 < token < len(scene.tokens):
        return False
    this = scene.tokens[token]
    kinds = scene.world.times.kinds
    if this.lower in kinds["weekday"] or this.lower in kinds["month"]:
        return False
    return is_capital(this) and this.pos in {"PROPN", "X"} and scene.at(token) is None


def may_guess(scene: Scene, role: Role) -> bool:
    """Say whether unknown capitalised words after a role may be a name."""
    entry = role.item.entry("office")
    if entry is None or role.plural:
        return False
    if role.entries or entry.country is not None:
        return True
    return not entry.open and not _is_titled(scene, role)


def _is_titled(scene: Scene, role: Role) -> bool:
    """Say whether a word for plain people has a capital within a sentence.

    "Kampung Nelayan Merah Putih" names no fisherman.
    """
    plain = role.item.entries[0].sectors[:1] in {("CVL",), ("AGR",), ("LAB",)}
    return plain and role.head > 0 and is_capital(scene.tokens[role.head])


def is_mark(scene: Scene, token: int) -> bool:
    """Say whether a comma, "bernama" or the like stands at a token."""
    return scene.lower(token) == "," or scene.lower(token) in scene.world.words["naming"]


def is_apposition(scene: Scene, role: Role, mark: int, name: Item) -> bool:
    """Say whether "Presiden Iran, Masoud Pezeshkian" is one person rather than a list."""
    if role.plural:
        return False
    if scene.lower(mark) != ",":
        return True
    specific = role.entries or role.last - role.head > 1 or mark > role.last
    after = scene.lower(name.last)
    following = scene.at(name.last + 1)
    if (after == "," or after in scene.world.words["conjunction"]) and following is not None:
        if following.kind in {"person", "title"}:
            return False
        if following.kind in OFFICE_KINDS and after != ",":
            return False
    return bool(specific) or after in {",", "(", "."}


def read_relation(
    scene: Scene, role: Role, found: Found
) -> tuple[Item, tuple[Entry, ...], int] | None:
    """Read "kakak Saipul, Samsul Hidayatullah": holder, titles, token after the office's words."""
    entry = role.item.entries[0]
    if found.name is None or role.entries:
        return None
    # "mantan anggota tim kampanye Trump, Carter Page": small words and a surname of another.
    short = found.name.last - found.name.first == 1 or found.name.entry("person") is not None
    longer = role.last > role.item.last and short
    if entry.name not in scene.world.words["relational"] and not longer:
        return None
    if not is_mark(scene, found.name.last):
        return None
    holder = find_name(scene, found.name.last + 1, guess=True)
    if holder.name is None or scene.lower(holder.name.last) in scene.world.words["conjunction"]:
        return None
    return holder.name, holder.titles, found.name.last


def read_alias(scene: Scene, name: Item) -> tuple[int, Item | None]:
    """Read the bracket after a name: token after it, and the other name in it if it is one."""
    if scene.lower(name.last) != "(":
        return name.last, None
    inner = scene.at(name.last + 1)
    if (
        inner is not None
        and scene.lower(inner.last) == ")"
        and (inner.kind == "person" or inner.entry("person") is not None)
    ):
        return inner.last + 1, inner
    if scene.lower(name.last + 1).isdigit() and scene.lower(name.last + 2) == ")":
        return name.last + 3, None
    return name.last, None


def apposed_role(scene: Scene, last: int) -> Role | None:
    """Read ", Direktur … di Kementerian …," or "(anggota DPR)" or "selaku Ketua …" after a name."""
    words = scene.world.words
    mark = scene.lower(last)
    if mark not in {",", "("} and mark not in words["apposition"]:
        return None
    first = last + 1
    while scene.lower(first) in words["former"] or scene.lower(first) in words["single"]:
        first += 1
    item = scene.at(first)
    if item is None or item.kind not in OFFICE_KINDS:
        return None
    role = with_second(scene, read_role(scene, item))
    if mark == ",":
        role = with_field(scene, role)
    if role.plural:
        return None
    if mark == "(":
        end = next(
            (
                i
                for i in range(role.last, min(role.last + 4, len(scene.tokens)))
                if scene.lower(i) == ")"
            ),
            None,
        )
        return replace(role, last=end) if end is not None else None
    found = find_name(scene, role.last, guess=may_guess(scene, role))
    if found.name is not None:
        if item.entries[0].name not in words["relational"] or role.entries:
            return None
        role = replace(role, last=found.name.last, entries=found.name.entries[:1])
    return role if mark != "," or _closes(scene, role) else None


def _closes(scene: Scene, role: Role) -> bool:
    """Say whether an apposition ends here as one does: at a mark or before its relative clause."""
    if role.last >= len(scene.tokens):
        return True
    end = scene.tokens[role.last]
    if end.lower in scene.world.words["closing"]:
        return True
    return end.pos == "PUNCT" and (
        bool(role.entries) or scene.lower(role.last + 1) not in scene.world.words["conjunction"]
    )
