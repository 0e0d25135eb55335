"""Who and where: from names and words to persons, bodies, states, groups, places and days.

The tables in ``tables/`` hold the facts; see ``tables/README.md`` for their columns and sources.
"""

from kawat.world.load import World, load_world
from kawat.world.mentions import find_mentions
from kawat.world.places import find_place
from kawat.world.times import find_times

__all__ = ["World", "find_mentions", "find_place", "find_times", "load_world"]
