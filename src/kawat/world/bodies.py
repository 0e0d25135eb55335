"""What is known of an organisation, from the tables and from what is in its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.world.items import STATE_KINDS, Item
from kawat.world.lexicon import Entry

if TYPE_CHECKING:
    from collections.abc import Collection


def body_entry(item: Item, open_heads: Collection[str] = ()) -> Entry:
    """Join what the tables say of an organisation and of the phrases in its name.

    The country is that of a state in its name ("Mahkamah Agung India"), else of a body or place.
    The sectors are those of its first word ("Universitas …"), but where this says little
    ("Kelompok Houthi", "Komisi Hukum DPR") of a known body in it.

    Args:
        item: The organisation.
        open_heads: First words that say little.

    Returns:
        One entry for the whole.
    """
    known = item.entries[:1] or item.inner
    if len(known) == 1 and known[0].kind == "organisation":
        return known[0]
    own = known[0].country if known and known[0].kind == "organisation" else None
    kinds = {"country"} if own else STATE_KINDS
    states = [e.country for e in known if e.kind in kinds and e.country]
    bodies = [e for e in known if e.kind not in STATE_KINDS and e.sectors]
    if len(bodies) > 1 and bodies[0].kind == "head" and bodies[0].name in open_heads:
        bodies.sort(key=lambda e: e.kind != "organisation")
    country = states[0] if states else next((e.country for e in known if e.country), None)
    return Entry(
        kind="organisation",
        name=bodies[0].name if bodies else "",
        country=country,
        sectors=bodies[0].sectors if bodies else (),
        source=bodies[0].source if bodies else known[0].source if known else "model",
    )
