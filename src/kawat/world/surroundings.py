"""What the surroundings say of a mention that says too little itself.

"Polisi menangkap … di Kairo" speaks of Egypt's police in a story of any country, and "kedua negara"
of the two that were named last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.attribution import DEFAULT
from kawat.world.making import make_mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kawat.records import Mention
    from kawat.world.roles import Scene

NEAR = "world/near_place"
PAIR = "world/words.csv:pair"
_LOCAL = frozenset({"GRP", "ORG"})
_ABROAD = frozenset({("GOV",), ("REL",)})  # "negara-negara Arab", "umat Kristen" are of many states
_ARMS = frozenset({("MIL",), ("COP",), ("LEG",)})
_STATE = frozenset({*_ARMS, ("GOV",)})
_NO_STATE = frozenset({"UNO", "IGO", "EUR"})  # bodies without troops or police of their own
_BACK = 3  # sentences before a "kedua negara" in which the two are looked for
_TWO = 2


def settle_countries(
    scenes: Sequence[Scene], found: Sequence[list[Mention]]
) -> list[list[Mention]]:
    """Give unnamed groups the country of the one place that is named beside them.

    Args:
        scenes: The sentences of a story.
        found: The mentions of each sentence.

    Returns:
        The mentions; a country taken from a place has "world/near_place" among its sources.
    """
    placed = [_within(s, mentions) for s, mentions in zip(scenes, found, strict=True)]
    settled = _local(scenes, placed)
    settled = [[_placed(m, _land(mentions)) for m in mentions] for mentions in settled]
    settled = [[_spoken_of(m, mentions) for m in mentions] for mentions in settled]
    settled = [[_beside(m, settled, k) for m in mentions] for k, mentions in enumerate(settled)]
    return _of_their_kind(settled)


def _of_their_kind(found: list[list[Mention]]) -> list[list[Mention]]:
    """Give a group of no country that of the others of its kind: "pengungsi Rohingya", "pengungsi".

    Only where all of that kind in the story are of one country.
    """
    lands: dict[tuple[str, ...], set[str]] = {}
    for mention in (m for mentions in found for m in mentions):
        if mention.type == "GRP" and mention.country is not None and mention.sectors:
            lands.setdefault(mention.sectors[:1], set()).add(mention.country)
    only = {kind: next(iter(some)) for kind, some in lands.items() if len(some) == 1}
    return [
        [
            replace(m, country=only[m.sectors[:1]], sources=(*m.sources, NEAR))
            if m.type == "GRP" and m.country is None and m.sectors[:1] in only
            else m
            for m in mentions
        ]
        for mentions in found
    ]


def _within(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """Give an unknown place the country of the one that follows: "El-Fasher, Sudan"."""
    known: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: -m.first):
        land = next((m.country for m in known if m.first == mention.extent[1] + 1), None)
        place = mention.type == "LOC" and mention.country is None
        if place and land is not None and scene.lower(mention.extent[1]) in {",", "di"}:
            mention = replace(mention, country=land, sources=(*mention.sources, NEAR))
        if mention.type in {"LOC", "GPE"}:
            known.append(mention)
    return known[::-1] + [m for m in mentions if m.type not in {"LOC", "GPE"}]


def _local(scenes: Sequence[Scene], found: Sequence[list[Mention]]) -> list[list[Mention]]:
    """Give "polisi setempat" the country of the place or state that was named last."""
    last: str | None = None
    settled = []
    for scene, mentions in zip(scenes, found, strict=True):
        here = []
        for mention in sorted(mentions, key=lambda m: m.first):
            assumed = mention.form == "description" and DEFAULT in mention.sources
            if assumed and last is not None and _is_local(scene, mention):
                here.append(replace(mention, country=last, sources=(*mention.sources, NEAR)))
                continue
            here.append(mention)
            if mention.type in {"GPE", "LOC"} and DEFAULT not in mention.sources:
                last = mention.country or last
        settled.append(here)
    return settled


def _is_local(scene: Scene, mention: Mention) -> bool:
    end = mention.extent[1]
    return not scene.world.words["local"].isdisjoint((scene.lower(end - 1), scene.lower(end)))


def _beside(mention: Mention, found: Sequence[list[Mention]], k: int) -> Mention:
    """Return an unnamed group without a country with that of the nearest state named before it.

    Only in a story of several states, where none can be assumed.
    """
    unnamed = mention.form == "description" and mention.type in _LOCAL
    if not unnamed or mention.country is not None or DEFAULT not in mention.sources:
        return mention
    if mention.sectors[:1] in _ABROAD:
        return mention
    here = [m for m in found[k] if _is_state(m)]
    before = [m for m in here if m.first < mention.first] or here
    if not before and k:
        before = [m for m in found[k - 1] if _is_state(m)]
    if not before:
        return mention
    nearest = max(before, key=lambda m: m.first)
    return replace(mention, country=nearest.country, sources=(*mention.sources, NEAR))


def _spoken_of(mention: Mention, sentence: list[Mention]) -> Mention:
    """Return an unnamed body of state with the country of the officials named before it.

    "Perdana Menteri Israel mengklaim bahwa tentara …" speaks of Israel's army.
    """
    body = mention.form == "description" and mention.type in _LOCAL
    if not body or not _is_assumed(mention) or mention.sectors[:1] in _ABROAD:
        return mention
    if mention.sectors[:1] not in _ARMS and mention.country is not None:
        return mention
    before = {m.country for m in sentence if m.first < mention.first and _is_official(m)}
    if len(before) != 1 or before & _NO_STATE:
        return mention
    return replace(mention, country=before.pop(), sources=(*mention.sources, NEAR))


def _is_assumed(mention: Mention) -> bool:
    """Say whether a country is the story's own for want of a better one."""
    return DEFAULT in mention.sources and NEAR not in mention.sources


def _is_official(mention: Mention) -> bool:
    sure = mention.form != "description" and DEFAULT not in mention.sources
    state = mention.sectors[:1] in _STATE and mention.type != "LOC"
    return sure and state and mention.country is not None


def _is_state(mention: Mention) -> bool:
    sure = mention.form == "name" and DEFAULT not in mention.sources
    return sure and mention.country is not None and mention.type in {"GPE", "LOC"}


def _land(mentions: list[Mention]) -> str | None:
    """Return the country of the places of a sentence, if they are all in one."""
    lands = {m.country for m in mentions if m.type == "LOC" and m.country is not None}
    return next(iter(lands)) if len(lands) == 1 else None


def _placed(mention: Mention, land: str | None) -> Mention:
    """Return a mention with the country of the place beside it, if its own is only assumed."""
    unnamed = mention.form == "description" and mention.type in _LOCAL
    if not unnamed or land is None or not _is_assumed(mention) or mention.country == land:
        return mention
    if mention.country is None and mention.sectors[:1] in _ABROAD:
        return mention
    return replace(mention, country=land, sources=(*mention.sources, NEAR))


def pairs_of(scenes: Sequence[Scene], found: Sequence[list[Mention]]) -> Iterator[list[Mention]]:
    """Read "kedua negara", "kedua pemimpin": one mention for each of the two states.

    Args:
        scenes: The sentences of a story.
        found: The mentions of each.

    Yields:
        For each sentence its mentions of both, which have the same tokens; none where not exactly
        two states were named nearby.
    """
    for k, scene in enumerate(scenes):
        made: list[Mention] = []
        for first, last in _pair_words(scene):
            states = _last_two(found, k, first)
            made += [_half(scene, first, last, code) for code in states]
        yield made


def _pair_words(scene: Scene) -> Iterator[tuple[int, int]]:
    """Find "kedua negara" with "itu" or "tersebut": first token, token after it."""
    words = scene.world.words
    pair_words = words["pair"]
    for token in (t for t in scene.tokens if t.lower in pair_words):
        first, head = token.index, token.index + 1
        pair = f"{scene.lower(head)} {scene.lower(head + 1)}"
        last = head + (2 if pair in words["pair_noun"] else scene.lower(head) in words["pair_noun"])
        pointed = scene.lower(last) in words["demonstrative"]
        bare = token.lower == "kedua"
        ends = last >= len(scene.tokens) or scene.at(last) is None
        if last > head and ends and (bare or pointed):
            yield first, last + pointed


def _last_two(found: Sequence[list[Mention]], k: int, first: int) -> tuple[str, ...]:
    """Return the two states named in the nearest words before that name at least two.

    Where a third one speaks of them ("Rusia mendesak kedua negara"), the two of the sentence
    before are meant.
    """
    named: dict[str, None] = {}
    for back in range(k, max(-1, k - _BACK - 1), -1):
        here: dict[str, None] = {}
        for mention in sorted(found[back], key=lambda m: -m.first):
            if back == k and mention.first >= first:
                continue
            state = mention.type in {"GPE", "PER"} and DEFAULT not in mention.sources
            if state and mention.country is not None and mention.sectors[:1] == ("GOV",):
                here[mention.country] = None
        third = len(named) == 1 and len(here) == _TWO and not named.keys() & here.keys()
        named = here if third else {**named, **here}
        if len(named) >= _TWO:
            break
    return tuple(named)[::-1] if len(named) == _TWO else ()


def _half(scene: Scene, first: int, last: int, code: str) -> Mention:
    return make_mention(
        scene,
        first=first,
        last=last,
        type="GPE",
        form="description",
        name=scene.world.countries.get(code, code),
        country=code,
        sectors=("GOV",),
        sources=(PAIR,),
    )
