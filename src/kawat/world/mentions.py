"""Finding everyone and everywhere that a story names or describes.

Each sentence is cut into items (tables and names); this module reads them from left to
right and makes mentions: titles, offices and appositions around a name give one mention.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.apposition import find_name
from kawat.world.attribution import DEFAULT, story_country
from kawat.world.bodies import body_entry
from kawat.world.cutting import cut_items
from kawat.world.items import OFFICE_KINDS, STATE_KINDS, Item
from kawat.world.known import settle_names
from kawat.world.making import Frame, make_mention
from kawat.world.persons import read_office, read_person
from kawat.world.roles import Scene, bracket
from kawat.world.states import place_mention, state_mention
from kawat.world.surroundings import pairs_of, settle_countries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kawat.records import Mention, Parse
    from kawat.world.lexicon import Entry
    from kawat.world.load import World


_FORCES = frozenset({("MIL",), ("COP",), ("REB",), ("SPY",)})


def find_mentions(parse: Parse, world: World) -> tuple[Mention, ...]:
    """Find the mentions of a story.

    Args:
        parse: The analysed story.
        world: The tables of ``load_world``.

    Returns:
        Mentions in the order of the text. A country or sector that is only assumed from the story
        has "world/default_country" among its sources.
    """
    raw = [cut_items(sentence, world) for sentence in parse.sentences]
    cut, known = settle_names(parse.sentences, raw, world)
    scenes = [
        Scene(
            sentence=sentence,
            tokens=sentence.tokens,
            items=items,
            starts={item.first: k for k, item in enumerate(items)},
            world=world,
            known=known,
        )
        for sentence, items in zip(parse.sentences, cut, strict=True)
    ]
    frame = Frame(
        published=parse.story.published,
        default=story_country(parse, cut, world),
        full=_full_names(scenes),
    )
    read = settle_countries(scenes, [_read_sentence(scene, frame) for scene in scenes])
    return tuple(
        mention
        for mentions, pairs in zip(read, pairs_of(scenes, read), strict=True)
        for mention in sorted(_joined(mentions, pairs), key=lambda m: (m.first, m.last))
    )


def _joined(mentions: list[Mention], pairs: list[Mention]) -> list[Mention]:
    """Put "kedua pemimpin" for both in the place of a mention of the same words."""
    taken = {i for m in pairs for i in range(*m.extent)}
    return [*(m for m in mentions if not taken & set(range(*m.extent))), *pairs]


def _full_names(scenes: Sequence[Scene]) -> dict[str, str]:
    """Map each word of the story's full names to the one full name that has it."""
    found: dict[str, list[str]] = {}
    for scene in scenes:
        for item in scene.items:
            if item.kind == "person" and item.last - item.first > 1:
                name = scene.text(item.first, item.last)
                for token in scene.tokens[item.first : item.last]:
                    found.setdefault(token.lower, []).append(name)
    people = scenes[0].world.people if scenes else {}
    return {word: _fullest(word, names, people) for word, names in found.items()}


def _fullest(word: str, names: list[str], people: Mapping[str, tuple[Entry, ...]]) -> str:
    """Choose whose name a word is: who is known by it ("Trump"), else the first, in full."""
    usual = {entry.name for entry in people.get(word, ())}
    first = next((name for name in names if name in usual), names[0])
    return max((name for name in names if first in name), key=len)


def _read_sentence(scene: Scene, frame: Frame) -> list[Mention]:
    """Make the mentions of one sentence."""
    found = _pronouns(scene)
    done = 0
    for item in scene.items:
        if item.first < done:
            continue
        made, last = _read_item(scene, item, frame)
        found.extend(made)
        done = max(done, last)
    return _with_shared_heads(scene, _without_classifiers(scene, found))


def _with_shared_heads(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Read the second state of "tentara Thailand dan Kamboja" as its army, too."""
    heads = {
        m.extent[1]: m
        for m in found
        if m.type in {"ORG", "GRP"}
        and m.form == "description"
        and m.sectors[:1] in _FORCES
        and (item := scene.at(m.last - 1)) is not None
        and item.kind == "country"
    }
    shared = []
    for mention in found:
        head = heads.get(mention.extent[0] - 1)
        joined = scene.lower(mention.extent[0] - 1) in scene.world.words["conjunction"]
        if head is not None and joined and mention.type == "GPE" and mention.form == "name":
            noun = scene.text(head.first, head.last - 1)
            mention = replace(
                mention,
                type=head.type,
                form=head.form,
                name=f"{noun} {mention.text}",
                sectors=head.sectors,
            )
        shared.append(mention)
    return shared


def _without_classifiers(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Leave out the "orang" of "tiga orang pimpinan KPK": it only counts who follows."""
    words = scene.world.words["classifier"]
    counted = {(m.extent[0], m.first) for m in found}
    return [m for m in found if m.text.lower() not in words or (m.extent[0], m.last) not in counted]


def _read_item(scene: Scene, item: Item, frame: Frame) -> tuple[list[Mention], int]:
    """Make the mentions of an item and what belongs to it: mentions, token after it all."""
    if item.kind in OFFICE_KINDS:
        return read_office(scene, item, frame)
    if item.kind == "person":
        return read_person(scene, item, item.first, None, frame)
    if item.kind == "title":
        found = find_name(scene, item.first, guess=True)
        if found.name is None:
            return [], item.last
        return read_person(scene, found.name, item.first, None, frame, titles=found.titles)
    if item.kind == "organisation":
        return [_body_mention(scene, item, frame)], item.last
    if item.kind in STATE_KINDS or item.kind in {"government", "state"}:
        return state_mention(scene, item, frame.default, frame.published)
    if item.kind == "place":
        return place_mention(scene, item), item.last
    return [], item.last


def _pronouns(scene: Scene) -> list[Mention]:
    entries = scene.world.pronouns
    return [
        make_mention(
            scene,
            first=token.index,
            last=token.index + 1,
            type=entries[token.lower].type,
            form="pronoun",
            name=token.lower,
            sources=(entries[token.lower].source,),
        )
        for token in scene.tokens
        if token.lower in entries
    ]


def _body_mention(scene: Scene, item: Item, frame: Frame) -> Mention:
    whole = body_entry(item, scene.world.words["open_head"])
    country, sectors = whole.country, whole.sectors
    sources: tuple[str, ...] = (whole.source,)
    entry = item.entries[0] if item.entries else None
    text = scene.text(item.first, item.last)
    foreign = entry is not None and frame.default not in {None, entry.country}
    if foreign and text.lower() in scene.world.words["generic_body"]:
        country = None  # "Mahkamah Konstitusi" in a story from Seoul is the one there
    if country is None and frame.default is not None:
        country, sources = frame.default, (*sources, DEFAULT)
    last = item.last
    buildings = scene.world.words["building"]
    housed = scene.lower(item.first - 1) in buildings
    inside = scene.lower(item.first) in buildings
    if scene.lower(last) == "(":
        end = bracket(scene, last)
        last = end if end is not None else last
    return make_mention(
        scene,
        first=item.first,
        last=item.last,
        type="LOC" if housed or inside else "ORG",
        form="name",
        name=_body_name(item) or text,
        country=country,
        sectors=sectors,
        extent=(item.first - housed, last),
        sources=sources,
    )


def _body_name(item: Item) -> str:
    """Return the usual name of a body of the tables, also of another state; empty for others."""
    entry = item.entry("organisation")
    if entry is not None:
        return entry.name
    if [e.kind for e in item.inner] == ["organisation", "country"]:
        return " ".join(e.name for e in item.inner)  # "Kemlu Rusia"
    return ""
