"""Reading a role: an office or group word with the words that belong to it.

"mantan Menteri Luar Negeri Rusia", "juru bicara Kementerian Luar Negeri China", "dua tentara
Israel", "anggota Komisi I DPR dari Fraksi PKS". Read from tables, case and parts of speech alone,
so that an error of the parser costs nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.world.bodies import body_entry
from kawat.world.items import BODY_KINDS, OFFICE_KINDS, STATE_KINDS, Item, is_capital
from kawat.world.stretches import past_comma, past_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Sentence, Token
    from kawat.world.lexicon import Entry
    from kawat.world.load import World

_TAILS = "world/organisation_tails.csv"
_LOOK_AHEAD = 4  # lower-case words between an office and the body or name it belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence cut into items.

    Attributes:
        sentence: The sentence.
        tokens: Its tokens.
        items: Its items, in order.
        starts: Index of the item that begins at a token.
        world: The tables.
        known: Words of the story's personal names, in lower case.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    items: Sequence[Item]
    starts: dict[int, int]
    world: World
    known: frozenset[str] = frozenset()

    def at(self, token: int) -> Item | None:
        """Return the item that begins at a token."""
        k = self.starts.get(token)
        return None if k is None else self.items[k]

    def lower(self, token: int) -> str:
        """Return a token in lower case; empty outside the sentence."""
        return self.tokens[token].lower if 0 <= token < len(self.tokens) else ""

    def text(self, first: int, last: int) -> str:
        """Return the words of a stretch as a plain string, spaced as in the story."""
        parts: list[str] = []
        end = self.tokens[first].start
        for token in self.tokens[first:last]:
            if token.start > end:
                parts.append(" ")
            parts.append(token.text)
            end = token.end
        return "".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or group with its complement.

    Attributes:
        item: The office or group.
        first: First token, with number words and "mantan".
        head: First token without them.
        last: Token after the complement.
        entries: Countries and bodies in the complement that say whose it is, in order.
        former: True after "mantan".
        plural: True after a number or plural word.
        single: True after "seorang".
        pointed: True before "itu", "tersebut".
    """

    item: Item
    first: int
    head: int
    last: int
    entries: tuple[Entry, ...]
    former: bool
    plural: bool
    single: bool
    pointed: bool


def read_role(scene: Scene, item: Item) -> Role:
    """Read the role that begins with an office or group.

    Args:
        scene: The sentence.
        item: The office or group.

    Returns:
        The role; its complement may be empty.
    """
    head = _english_head(scene, item)
    first, former, plural, single = _look_back(scene, head)
    entry = item.entry("office", "group")
    last = item.last
    entries: tuple[Entry, ...] = ()
    if entry is not None and (entry.complement or entry.follows):
        office = item.entry("office")
        plain = office is not None and office.open and not office.country
        last, entries = _complement(scene, item, plain=plain)
        if last == item.last and entry.name in scene.world.words["counterpart"]:
            last, entries = _origin(scene, last)
    return Role(
        item=item,
        first=first,
        head=head,
        last=_past_local(scene, last),
        entries=entries,
        former=former,
        plural=plural or _is_doubled(scene, item),
        single=single,
        pointed=scene.lower(last) in scene.world.words["demonstrative"],
    )


def _origin(scene: Scene, last: int) -> tuple[int, tuple[Entry, ...]]:
    """Read "timpalannya dari Turki", "mitranya asal Jepang": token after it, the country."""
    i = last + (scene.lower(last) == "nya")
    i += scene.lower(i) in scene.world.words["origin"]
    land = scene.at(i)
    if land is None or land.kind not in {"country", "organisation"} or not land.entries:
        return last, ()
    return land.last, land.entries[:1]


def _is_doubled(scene: Scene, item: Item) -> bool:
    left, dash, right = scene.lower(item.first).partition("-")
    return bool(dash) and left == right


def _english_head(scene: Scene, item: Item) -> int:
    """Return where an office of English words begins: "Corporate Communications Director"."""
    words = scene.world.words
    first = item.first
    if item.entries[0].name not in words["english_office"]:
        return first
    for i in range(item.first - 1, -1, -1):
        token = scene.tokens[i]
        taken = any(one.first <= i < one.last for one in scene.items)
        if taken or not (is_capital(token) or token.lower in words["body_joiner"]):
            break
        if is_capital(token) and token.pos in {"PROPN", "X", "NOUN", "ADJ"}:
            first = i
    return first


def _past_local(scene: Scene, last: int) -> int:
    """Return the token after "sekitar" where a name follows ("warga sekitar, Rini")."""
    if scene.lower(last) not in scene.world.words["nearby"]:
        return last
    after = scene.at(last + 1 + (scene.lower(last + 1) == ","))
    named = after is not None and after.kind in {"person", "title"}
    return last + 1 if named else last


def _look_back(scene: Scene, head: int) -> tuple[int, bool, bool, bool]:
    """Find number words and "mantan" before a role: first token, former, plural, single."""
    words = scene.world.words
    first = head
    former = plural = single = False
    while first > 0:
        token = scene.tokens[first - 1]
        if token.lower in words["former"]:
            former = True
        elif token.lower in words["plural"] or (token.pos == "NUM" and token.lower != "satu"):
            plural = True
        elif token.lower in words["single"]:
            single = True
        elif token.lower not in words["unit"] and token.lower not in words["side"]:
            break
        first -= 1
    # "orang", "anggota" count only between a number and the word they count.
    while first < head and scene.lower(first) in words["unit"]:
        first += 1
    return first, former, plural, single


def _complement(scene: Scene, item: Item, *, plain: bool) -> tuple[int, tuple[Entry, ...]]:
    """Follow the words that belong to an office to their end.

    Args:
        scene: The sentence.
        item: The office or group.
        plain: True if capitalised words that are no name may belong to it ("Menteri Energi").
    """
    last = item.last
    entries: list[Entry] = []
    closed = False
    while last < len(scene.tokens):
        step = _step(scene, item, last, closed=closed, plain=plain, entries=entries)
        if step is None:
            break
        last, closed = step
    if any(e.kind in BODY_KINDS and e.sectors for e in entries):
        # "Program Pengembangan Industri Kementerian …" is the ministry's.
        entries = [e for e in entries if e.kind != "group" or e.country]
    return last, tuple(entries)


def _step(
    scene: Scene, item: Item, last: int, *, closed: bool, plain: bool, entries: list[Entry]
) -> tuple[int, bool] | None:
    """Take one more piece of a complement: token after it, and whether plain words are over."""
    token = scene.tokens[last]
    following = scene.at(last)
    if token.lower == "(":
        end = bracket(scene, last)
        return None if end is None else (end, closed)
    if token.lower == ",":
        return _step_comma(scene, last, closed=closed, plain=plain)
    if following is not None:
        return _step_item(scene, following, closed=closed, plain=plain, entries=entries)
    words = scene.world.words
    if token.lower in words["joiner"] and last > item.first:
        return _step_joiner(scene, item, last, entries=entries, closed=closed)
    if closed:
        return None
    if not plain:
        return _step_between(scene, last)
    if is_capital(token):
        verbal = token.pos in {"VERB", "ADP", "AUX", "SCONJ"}
        return None if verbal or token.lower in scene.known else (last + 1, False)
    if token.lower in words["body_joiner"] and last > item.last:
        return _step_and(scene, last + 1)
    field = past_field(scene, last)
    return (field, False) if field is not None else _step_lower(scene, last)


def _step_comma(scene: Scene, last: int, *, closed: bool, plain: bool) -> tuple[int, bool] | None:
    """Go on behind a comma within an office ("…, dan Alat Tani Kementerian …, Nama")."""
    after = past_comma(scene, last, closed=closed) if plain or closed else None
    if after is None:
        return None
    following = scene.at(after)
    return after, following is None or following.kind != "organisation"


def _step_and(scene: Scene, after: int) -> tuple[int, bool] | None:
    """Go on behind "dan" with a capitalised word ("Penindakan dan Eksekusi KPK")."""
    if after >= len(scene.tokens):
        return None
    following = scene.at(after)
    if following is not None:
        unknown = following.kind == "organisation" and not following.entries
        return (after, False) if unknown else None
    both = is_capital(scene.tokens[after]) and is_capital(scene.tokens[after - 2])
    return (after + 1, False) if both else None


def _step_item(
    scene: Scene, following: Item, *, closed: bool, plain: bool, entries: list[Entry]
) -> tuple[int, bool] | None:
    """Take an item into a complement, if its kind may stand there."""
    kind = following.kind
    if kind in STATE_KINDS or kind == "place":
        if closed and kind == "place":
            return None
        entries.extend(following.entries[:1])
        return following.last, True
    if kind == "organisation":
        if (closed or not plain) and not following.entries and not following.inner:
            return None
        entries.append(body_entry(following, scene.world.words["open_head"]))
        return following.last, bool(following.entries or following.inner)
    if kind in {"government", "state"}:
        return following.last, True
    if closed or kind in {"person", "title"}:
        return None
    if kind == "other":
        return (following.last, True) if plain else None
    if kind in OFFICE_KINDS:
        return _step_office(scene, following, plain=plain, entries=entries)
    return None


def _step_office(
    scene: Scene, following: Item, *, plain: bool, entries: list[Entry]
) -> tuple[int, bool] | None:
    """Take an office or group into a complement ("juru bicara militer")."""
    entry = following.entries[0]
    if plain and entry.name in scene.world.words["counterpart"]:
        return following.last, False  # "Kepala Bagian Mitra Humas"
    bare = entry.kind == "group" and entry.type != "ORG" and not entry.sectors
    if bare or not (plain or entry.country):
        return None
    entries.append(entry)
    return following.last, False


def _step_joiner(
    scene: Scene, item: Item, last: int, *, entries: list[Entry], closed: bool
) -> tuple[int, bool] | None:
    """Take "untuk PBB", "dari Fraksi PKS", "di Kementerian Luar Negeri", "bidang Hukum"."""
    words = scene.world.words
    word = scene.lower(last)
    after = scene.at(last + 1)
    group = item.entries[0].kind == "group"
    if after is not None and is_employer(after) and word in words["body_preposition"]:
        entries.append(body_entry(after, words["open_head"]))
        return after.last, True
    if (
        word == "untuk"
        and after is not None
        and after.kind in STATE_KINDS | {"organisation", "place"}
    ):
        return (after.last, True) if not group else None
    if (
        word in words["origin"]
        and after is not None
        and (after.kind == "country" or (group and after.kind in {"place", "capital"}))
    ):
        entries.extend(after.entries[:1])
        return after.last, True
    if word == "di" and after is not None and after.kind in STATE_KINDS | {"place"} and not group:
        follows = scene.at(after.last)
        if follows is not None and follows.kind in {"person", "title"}:
            return after.last, True
    if word in {"bidang", "urusan"} and last + 1 < len(scene.tokens) and not closed:
        unknown = after is not None and after.kind == "organisation" and not after.entries
        return after.last if after is not None and unknown else last + 1, False
    return None


def is_employer(body: Item) -> bool:
    """Say whether an item is a body that one is an officer of; a hall is none ("… Center")."""
    if body.kind != "organisation":
        return False
    if len(body.inner) != 1 or not body.inner[0].source.startswith(_TAILS):
        return True
    return body.inner[0].sectors != ("SOC",)


def _step_between(scene: Scene, last: int) -> tuple[int, bool] | None:
    """Take one or two adjectives or nouns before a country or body ("pasukan gabungan AS")."""
    for i in range(last, min(last + 3, len(scene.tokens))):
        following = scene.at(i)
        if following is not None:
            good = following.kind == "country" or (
                following.kind == "organisation" and bool(following.entries)
            )
            return (i, False) if good and i > last else None
        token = scene.tokens[i]
        origin = token.lower in scene.world.words["origin"]
        if (token.pos not in {"NOUN", "ADJ"} and not origin) or is_capital(token):
            return None
    return None


def _step_lower(scene: Scene, last: int) -> tuple[int, bool] | None:
    """Take lower-case nouns on the way to a body or name ("pengamat militer dari UI Connie")."""
    i = last
    while i < min(last + _LOOK_AHEAD, len(scene.tokens)):
        following = scene.at(i)
        if following is not None and i > last:
            good = following.kind in {"person", "title", "organisation", *STATE_KINDS}
            return (i, False) if good else None
        token = scene.tokens[i]
        if token.lower in scene.world.words["body_preposition"] and i > last:
            after = scene.at(i + 1)
            return (i, False) if after is not None and after.kind in BODY_KINDS else None
        if token.pos not in {"NOUN", "ADJ", "PROPN"} or is_capital(token):
            return None
        i += 1
    return None


def bracket(scene: Scene, first: int) -> int | None:
    """Return the token after a short bracket with a capital in it; None if it is none."""
    for i in range(first + 1, min(first + 7, len(scene.tokens))):
        if scene.lower(i) == ")":
            return i + 1 if i > first + 1 and is_capital(scene.tokens[first + 1]) else None
    return None
