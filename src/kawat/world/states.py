"""States and places: whether a name speaks of a government or only of where something is.

"Moskow menyatakan" is a government, "di Moskow" a place. A country after "ke" or "dari" is a place
where it hangs on a verb ("berangkat ke Rusia") and a state where it hangs on a noun ("serangan ke
Iran", "permintaan dari China"); the mention keeps the preposition among its sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.world.attribution import DEFAULT, person_facts
from kawat.world.bodies import body_entry
from kawat.world.items import OFFICE_KINDS, STATE_KINDS, Item, is_capital, key_of
from kawat.world.lexicon import find_hits
from kawat.world.making import make_mention

if TYPE_CHECKING:
    from kawat.records import Mention
    from kawat.world.lexicon import Entry
    from kawat.world.roles import Scene

_ARGUMENTS = ("nsubj", "obj", "iobj", "csubj")
_SOURCE = "world/words.csv:"


def state_mention(
    scene: Scene, item: Item, default: str | None, published: str | None
) -> tuple[list[Mention], int]:
    """Make the mention of a country, capital, palace, "pemerintah …" or "negara itu".

    Args:
        scene: The sentence.
        item: The item.
        default: Country of a "pemerintah" that names none.
        published: ISO date, for "pemerintahan Trump".

    Returns:
        The mentions and the token after what was read.
    """
    if item.kind == "government":
        return _government(scene, item, default, published)
    if item.kind == "state":
        return _state_word(scene, item)
    return [_country(scene, item, item.first, item)], item.last


def _country(scene: Scene, item: Item, first: int, name: Item) -> Mention:
    """Make the mention of a country by its name, capital or palace."""
    entry = name.entries[0]
    last = name.last
    if scene.lower(last) == "(" and scene.lower(last + 2) == ")":
        alias = scene.at(last + 1)
        if alias is not None and alias.kind == "country":
            last += 3
    why = () if item is not name else _place_cue(scene, name)
    return make_mention(
        scene,
        first=first,
        last=name.last,
        type="LOC" if why and why[0] != _SOURCE + "noun" else "GPE",
        form="name",
        name=entry.name,
        country=entry.country,
        sectors=() if why and why[0] != _SOURCE + "noun" else entry.sectors,
        extent=(first, last),
        sources=(entry.source, *why),
    )


def _place_cue(scene: Scene, item: Item) -> tuple[str, ...]:
    """Say what makes a state's name a mere place; empty if nothing does."""
    token = scene.tokens[item.first]
    before = scene.lower(item.first - 1)
    words = scene.world.words
    if before in words["place_preposition"]:
        head = scene.tokens[token.head]
        on_noun = head.pos in {"NOUN", "PROPN"} and head.index < item.first - 1
        if item.kind == "country" and before in {"ke", "dari"} and on_noun:
            return (_SOURCE + "noun", _SOURCE + before)
        return (_SOURCE + before,)
    if before in words["place_noun"]:
        return (_SOURCE + before,)
    if item.kind == "country":
        return ()
    if item.kind == "seat" or _governs(scene, item):
        return ()
    return (_SOURCE + "place",)


def _governs(scene: Scene, item: Item) -> bool:
    """Say whether a capital's name stands where a government would."""
    tokens = scene.tokens
    inside = range(item.first, item.last)
    token = next(
        (t for t in tokens[item.first : item.last] if t.head not in inside), tokens[item.first]
    )
    if scene.lower(item.first - 1) in scene.world.words["state_preposition"]:
        return True
    if any(t.head == token.index and t.relation == "case" for t in tokens[: item.first]):
        return False
    if scene.lower(item.last) == "," and scene.at(item.last + 1) is not None:
        return False
    if token.relation.startswith(_ARGUMENTS):
        return True
    if item.entries[0].country == "IDN" or not token.relation.startswith("nmod"):
        return False
    head = tokens[token.head]
    return not is_capital(head) and head.lower not in scene.world.words["place_noun"]


def _government(
    scene: Scene, item: Item, default: str | None, published: str | None
) -> tuple[list[Mention], int]:
    """Read "pemerintah Indonesia", "pemerintahan Presiden Trump", "pemerintah"."""
    words = scene.world.words
    following = scene.at(item.last)
    if following is None and scene.lower(item.last) in words["government_joiner"]:
        following = scene.at(item.last + 1)
    country, last = None, item.last
    sources: tuple[str, ...] = (item.entries[0].source,)
    if following is not None and following.kind in STATE_KINDS:
        mention = _country(scene, item, item.first, following)
        return [mention], mention.extent[1]
    if following is not None and following.kind == "place" and following.entries:
        # "pemerintah Surabaya": a body of the region's state.
        country, last = following.entries[0].country, following.last
    elif following is not None:
        country, last, why = _governing(scene, following, published)
        sources = (*sources, *why)
        last = max(last, item.last)
    pointed = scene.lower(last) in words["demonstrative"]
    bare = last == item.last
    if bare and not pointed and item.entries[0].name in words["abstract_government"]:
        return [], item.last
    last += pointed
    if country is None and not pointed and default is not None:
        country, sources = default, (*sources, DEFAULT)
    mention = make_mention(
        scene,
        first=item.first,
        last=last,
        type="GPE",
        form="description" if bare else "name",
        name=scene.text(item.first, last),
        country=country,
        sectors=("GOV",),
        sources=sources,
    )
    # A person in it ("pemerintahan Presiden Trump") is a mention of its own.
    return [mention], item.last if len(sources) > 1 and not bare else last


def _governing(
    scene: Scene, item: Item, published: str | None
) -> tuple[str | None, int, tuple[str, ...]]:
    """Read whose government it is by the name of its head: country, token after it, sources."""
    last = item.last if item.kind in OFFICE_KINDS | {"title"} else item.first
    name = scene.at(last)
    if name is None or name.kind != "person":
        return None, 0, ()
    terms = scene.world.people.get(key_of(scene.text(name.first, name.last)), ())
    country, _, why = person_facts(terms, published)
    return country, name.last, why


def _state_word(scene: Scene, item: Item) -> tuple[list[Mention], int]:
    """Read "negara itu", "negara Palestina", "pihak Israel"."""
    words = scene.world.words
    word = item.entries[0].name
    following = scene.at(item.last)
    if following is not None and following.kind == "country":
        mention = _country(scene, item, item.first, following)
        return [mention], mention.extent[1]
    if following is not None and following.kind == "organisation" and word in words["side"]:
        return [_side(scene, item, following)], following.last
    end = scene.lower(item.last)
    pointed = end == "nya" or end in words["demonstrative"]
    if word not in words["pointed_state"] or not pointed:
        return [], item.last
    last = item.last + (end != "nya")
    placed = scene.lower(item.first - 1) in words["place_preposition"]
    mention = make_mention(
        scene,
        first=item.first,
        last=last,
        type="LOC" if placed else "GPE",
        form="description",
        name=scene.text(item.first, last),
        sectors=("GOV",),
        sources=(item.entries[0].source,),
    )
    return [mention], last


def _side(scene: Scene, item: Item, following: Item) -> Mention:
    """Make the mention of "pihak KPK": the body itself."""
    body = body_entry(following, scene.world.words["open_head"])
    known = following.entry("organisation")
    text = scene.text(following.first, following.last)
    return make_mention(
        scene,
        first=following.first,
        last=following.last,
        type="ORG",
        form="name",
        name=known.name if known is not None else text,
        country=body.country,
        sectors=body.sectors,
        extent=(item.first, following.last),
        sources=(item.entries[0].source, body.source),
    )


def place_mention(scene: Scene, item: Item) -> list[Mention]:
    """Make the mention of a place that is no state.

    Args:
        scene: The sentence.
        item: The place.

    Returns:
        The mention, or none where a doubtful name lacks "di", "kota" or the like before it.
    """
    entry: Entry | None = item.entries[0] if item.entries else None
    words = scene.world.words
    before = scene.lower(item.first - 1)
    text = scene.text(item.first, item.last)
    if text.lower() in words["weak_name"] and before not in (
        words["place_preposition"] | words["place_noun"]
    ):
        return []
    body = _housed(scene, item)
    return [
        make_mention(
            scene,
            first=item.first,
            last=item.last,
            type="LOC",
            form="name",
            name=text if body is None else scene.text(item.first + 1, item.last),
            country=entry.country if entry is not None else None,
            sectors=body.sectors if body is not None else (),
            sources=(entry.source,) if entry is not None else (),
        )
    ]


def _housed(scene: Scene, item: Item) -> Entry | None:
    """Return the body whose building a place is ("Gedung DPRD Sulawesi Tenggara")."""
    if scene.lower(item.first) not in scene.world.words["building"]:
        return None
    hits = find_hits(scene.tokens[item.first + 1 : item.last], scene.world.lexicon)
    entries = [entry for hit in hits for entry in hit.entries[:1]]
    return next((entry for entry in entries if entry.sectors), None)
