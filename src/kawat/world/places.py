"""Looking up a place by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.world.items import key_of

if TYPE_CHECKING:
    from kawat.records import Place
    from kawat.world.load import World


def find_place(name: str, world: World) -> Place | None:
    """Find a place: a city, an Indonesian region, a country, a capital's palace.

    A name of several parts is looked up by its parts, the first first ("Kuta, Bali").

    Args:
        name: Name as the news writes it.
        world: The tables.

    Returns:
        The place with country and coordinates, or None if the tables don't hold it. A country has
        no coordinates.

    >>> from kawat.world import load_world
    >>> find_place("Moskow", load_world()).country
    'RUS'
    """
    found = world.places.get(key_of(name))
    if found is not None:
        return found
    for part in name.replace("/", ",").split(","):
        words = part.split()
        # "Kabupaten Tangerang Selatan bagian utara" is looked up by what it begins with.
        for last in range(len(words), 0, -1):
            found = world.places.get(key_of(" ".join(words[:last])))
            if found is not None and (last == len(words) or words[0][0].isupper()):
                return found
    return None
