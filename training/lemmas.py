"""The tables of the lemmatizer, learned from the treebanks and UniMorph."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from training.paths import data

if TYPE_CHECKING:
    from training.treebanks import Tree

_FEWEST = 3
_UNCHANGED = frozenset({"PROPN", "X", "NUM", "SYM", "PUNCT"})


def unimorph() -> list[tuple[str, str]]:
    """Pairs of form and lemma of UniMorph Indonesian (CC BY-SA)."""
    pairs = []
    for line in data("reference/unimorph-ind/ind").read_text(encoding="utf-8").splitlines():
        lemma, form, _ = line.split("\t")
        if " " not in form and "-" not in form:
            pairs.append((form.lower(), lemma.lower()))
    return pairs


def tables(trees: list[Tree]) -> tuple[dict[str, str], set[str]]:
    """Learn forms and roots.

    Args:
        trees: Treebanks with lemmas, the in-domain one first.

    Returns:
        Form (or form/POS where the part of speech decides) → lemma, and the roots.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_pos: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    roots: Counter[str] = Counter()
    for tree in trees:
        for word in tree.words:
            if word.pos in _UNCHANGED or word.lemma != word.lemma.lower():
                continue
            form = word.form.lower()
            counts[form][word.lemma] += 1
            by_pos[form, word.pos][word.lemma] += 1
            roots[word.lemma] += 1
    forms = {form: c.most_common(1)[0][0] for form, c in counts.items()}
    for (form, pos), c in by_pos.items():
        lemma, n = c.most_common(1)[0]
        if lemma != forms[form] and n >= _FEWEST:
            forms[f"{form}/{pos}"] = lemma
    known = set(roots)
    for form, lemma in unimorph():
        known.add(lemma)
        forms.setdefault(form, lemma)
    return forms, known
