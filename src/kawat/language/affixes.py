"""Indonesian affixes: from a derived form to its root, given the list of roots."""

from __future__ import annotations

from collections.abc import Iterator, Set

# prefix → what may have stood at the start of the root where the prefix melts with it
_PREFIXES = (
    ("memper", ("",)), ("diper", ("",)), ("keber", ("",)), ("pember", ("",)), ("penger", ("ger",)),
    ("menge", ("", "ke", "e")), ("penge", ("", "ke", "e")),
    ("meny", ("s", "c", "ny")), ("peny", ("s", "c", "ny")),
    ("meng", ("", "k", "g")), ("peng", ("", "k", "g")),
    ("mem", ("", "p", "m")), ("pem", ("", "p", "m")),
    ("men", ("", "t", "n")), ("pen", ("", "t", "n")),
    ("me", ("",)), ("ber", ("", "r")), ("bel", ("",)), ("be", ("", "r")),
    ("ter", ("", "r")), ("te", ("", "r")), ("per", ("", "r")), ("pel", ("",)), ("pe", ("", "r")),
    ("di", ("",)), ("ke", ("",)), ("se", ("",)),
)  # fmt: skip
_SUFFIXES = ("kan", "an", "i", "nya", "lah", "kah", "pun", "ku", "mu", "isasi", "wan", "wati")
_SHORTEST_ROOT = 3
_DEEPEST = 4


def strip_affixes(form: str, roots: Set[str]) -> str:
    """Find the root of a form.

    Args:
        form: A word in lower case.
        roots: Known roots.

    Returns:
        The known root reached by taking off the fewest affixes; of a reduplication the root that
        its halves share; the form itself if no known root is found.

    Example:
        >>> strip_affixes("penyerangan", {"serang", "erang"})
        'serang'
        >>> strip_affixes("berlarut-larut", {"larut"})
        'larut'
    """
    if form in roots:
        return form
    first, dash, second = form.partition("-")
    if dash and first and second:
        root, other = strip_affixes(first, roots), strip_affixes(second, roots)
        return root if root == other or root in second or other in first else form
    layer = [form]
    seen = {form}
    for _ in range(_DEEPEST):
        found = [word for word in layer if word in roots]
        if found:
            return max(found, key=len)
        layer = [w for word in layer for w in _stripped(word) if not (w in seen or seen.add(w))]  # type: ignore[func-returns-value]
    return form


def _stripped(word: str) -> Iterator[str]:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_ROOT:
            yield word[: -len(suffix)]
    for prefix, starts in _PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            for start in starts:
                if len(start + rest) >= _SHORTEST_ROOT:
                    yield start + rest
