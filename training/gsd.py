"""UD Indonesian-GSD train, from the style of UD 2.0/2.1 into the current one.

The dev sentences exist in both styles. Words are cut as the tokenizer cuts them; what remains is
a relabelling, learned from the dev sentences with backoff from the word to its class, and the heads
of punctuation, which follow a rule. ``python -m training.gsd`` measures it by cross-validation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from training.paths import data
from training.treebanks import Tree, Word, gsd, read_conllu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Key = tuple[Any, ...]

_CLITICS = frozenset({"nya", "lah", "kah", "pun", "ku", "mu"})
_PRONOUN = "Number=Sing|Person=3|PronType=Prs"
_FEWEST = 2


def old_train() -> list[Tree]:
    """The train part, in the old style, without its duplicates."""
    trees = read_conllu(data("treebank/ud-gsd/id-ud-train.r2.0-r2.1.conllu"))
    return list({tree.text: tree for tree in trees}.values())


def old_dev() -> list[Tree]:
    """The dev part, in the old style."""
    return read_conllu(data("treebank/ud-gsd/r2.1/id-ud-dev.conllu"))


# ── the same words ───────────────────────────────────────────────────────────────────────────────


def _spans(forms: list[str]) -> list[tuple[int, int]]:
    spans, position = [], 0
    for form in forms:
        spans.append((position, position + len(form)))
        position += len(form)
    return spans


def recut(tree: Tree, tokenizer: Callable[[str], Any]) -> Tree | None:
    """Cut a tree as the tokenizer cuts its text: join reduplications, split clitics.

    Args:
        tree: A tree in the old style.
        tokenizer: The tokenizer of the pipeline.

    Returns:
        The tree over the new words; None where the two don't fit together.
    """
    doc = [t for t in tokenizer(tree.text) if not t.is_space]
    if "".join(t.text for t in doc) != "".join(w.form for w in tree.words):
        return None
    old_spans = _spans([w.form for w in tree.words])
    new_spans = _spans([t.text for t in doc])
    owner: dict[int, int] = {}  # old word → the new word that takes its place
    parts: list[list[int]] = []
    for k, (lo, hi) in enumerate(new_spans):
        inside = [i for i, (a, b) in enumerate(old_spans) if a < hi and lo < b]
        parts.append(inside)
        for i in inside:
            owner.setdefault(i, k)
    words = []
    for k, token in enumerate(doc):
        inside = parts[k]
        main = next((i for i in inside if tree.words[i].head not in inside), inside[0])
        old = tree.words[main]
        space = bool(token.whitespace_)
        if owner[main] != k:
            words.append(_clitic(token.text, owner[main], words[owner[main]], space))
            continue
        head = k if old.head == main else owner[old.head]
        words.append(Word(token.text, "_", old.pos, "_", head, old.relation, space))
    words = _menurutnya(words)
    return Tree(tree.id, tree.text, words) if _is_tree(words) else None


def _is_tree(words: list[Word]) -> bool:
    """Whether every word reaches the one root."""
    roots = [i for i, word in enumerate(words) if word.head == i]
    if any(words[word.head].relation == "punct" for word in words):
        return False
    paths = [_path(words, i) for i in range(len(words))]
    return len(roots) == 1 and all(not path or path[-1] == roots[0] for path in paths)


def _clitic(form: str, at: int, host: Word, space: bool) -> Word:
    if form.lower() not in _CLITICS:
        return Word(form, form, host.pos, "_", at, "flat", space)
    if form.lower() != "nya":
        return Word(form, form, "PART", "_", at, "advmod:emph", space)
    if host.pos == "VERB":
        relation = "obl" if host.form.lower().startswith("di") else "obj"
    else:
        relation = "nmod:poss" if host.pos in {"NOUN", "PROPN"} else "det"
    pos = "DET" if relation == "det" else "PRON"
    return Word(form, form, pos, _PRONOUN if pos == "PRON" else "_", at, relation, space)


def _menurutnya(words: list[Word]) -> list[Word]:
    """Let the clitic of a preposition ("menurutnya", "kepadanya") take the preposition's place."""
    for i, word in enumerate(words[1:], 1):
        host = words[i - 1]
        hangs = word.form.lower() == "nya" and host.pos == "ADP" and word.head == i - 1
        if hangs and host.head != i - 1:
            word.head, word.relation, word.pos = host.head, "obl", "PRON"
            host.head, host.relation = i, "case"
    return words


# ── the same labels ──────────────────────────────────────────────────────────────────────────────


def _keys(words: list[Word], i: int) -> Iterator[Key]:
    word = words[i]
    head = words[word.head]
    form, side = word.form.lower(), (word.head > i) - (word.head < i)
    relation, pos = word.relation, word.pos
    marked = any(w.head == i and w.relation in {"case", "mark"} for w in words)
    title = word.form[:1].isupper()
    yield 5, form, relation, pos, head.pos, side
    yield 4, form, relation, pos
    yield 3, relation, pos, head.pos, head.form.lower(), title
    yield 2, relation, pos, head.pos, side, marked, title, head.form[:1].isupper()
    yield 1, relation, pos, head.pos, side
    yield 0, relation, pos


class Relabeller:
    """Learned map from old to new part of speech and relation."""

    def __init__(self, pairs: list[tuple[Tree, Tree]]) -> None:
        self._seen: defaultdict[Key, Counter[tuple[str, str]]] = defaultdict(Counter)
        for old, new in pairs:
            if [w.form for w in old.words] != [w.form for w in new.words]:
                continue
            for i, word in enumerate(new.words):
                for key in _keys(old.words, i):
                    self._seen[key][word.pos, word.relation] += 1

    def __call__(self, tree: Tree) -> Tree:
        """Give the tree with new labels and punctuation heads."""
        words = []
        for i, word in enumerate(tree.words):
            pos, relation = self._label(tree.words, i)
            words.append(Word(word.form, "_", pos, word.feats, word.head, relation, word.space))
        return Tree(tree.id, tree.text, attach_punctuation(words))

    def _label(self, words: list[Word], i: int) -> tuple[str, str]:
        word = words[i]
        if word.head == i:
            kept: Callable[[tuple[str, str]], bool] = lambda label: label[1] == "root"  # noqa: E731
        else:
            kept = lambda label: label[1] != "root"  # noqa: E731
        for key in _keys(words, i):
            counts = self._seen.get(key)
            if counts and sum(counts.values()) >= _FEWEST:
                best = [label for label, _ in counts.most_common() if kept(label)]
                if best:
                    return best[0]
        return word.pos, word.relation


def attach_punctuation(words: list[Word]) -> list[Word]:
    """Attach punctuation as UD Indonesian-CSUI does.

    A bracket belongs to the phrase it encloses, a comma before a conjunct to the conjunct, any
    other mark to the highest word that stands next to it.
    """
    depth = _depths(words)
    partner = _brackets(words)
    root = next(k for k, w in enumerate(words) if w.head == k)
    for i, word in enumerate(words):
        if word.relation != "punct":
            continue
        left, right = _top(words, i, -1), _top(words, i, +1)
        if i in partner:
            lo, hi = sorted((i, partner[i]))
            inside = [k for k in range(lo + 1, hi) if words[k].relation != "punct"]
            word.head = next((k for k in inside if not lo < words[k].head < hi), root)
        elif left is None or right is None:
            word.head = root
        elif words[right].relation in {"conj", "cc"}:
            word.head = right if words[right].relation == "conj" else words[right].head
        else:
            word.head = left if depth[left] < depth[right] else right
        if word.head == i:
            word.head = root
    return words


def _brackets(words: list[Word]) -> dict[int, int]:
    """Pairs of brackets, both ways."""
    pairs, opened = {}, []
    for i, word in enumerate(words):
        if word.form in {"(", "["}:
            opened.append(i)
        elif word.form in {")", "]"} and opened:
            j = opened.pop()
            if i - j > 1:
                pairs[i], pairs[j] = j, i
    return pairs


def _depths(words: list[Word]) -> list[int]:
    depths = []
    for i in range(len(words)):
        depth, at = 0, i
        while words[at].head != at and depth < len(words):
            at, depth = words[at].head, depth + 1
        depths.append(depth)
    return depths


def _top(words: list[Word], i: int, step: int) -> int | None:
    """The highest word of the phrase that stands next to ``i`` on one side."""
    at = i + step
    while 0 <= at < len(words) and words[at].relation == "punct":
        at += step
    if not 0 <= at < len(words):
        return None
    for _ in words:
        if words[at].head == at or (words[at].head - i) * step <= 0:
            break
        at = words[at].head
    return at


def _path(words: list[Word], at: int) -> list[int]:
    path = []
    while words[at].head != at and len(path) < len(words):
        at = words[at].head
        path.append(at)
    return path


def converted_train(tokenizer: Callable[[str], Any], models: list[Tree]) -> list[Tree]:
    """The train part in the current style.

    Args:
        tokenizer: The tokenizer of the pipeline.
        models: Trees with features, from which its words get theirs.
    """
    relabel = Relabeller(_pairs(tokenizer))
    cut = (recut(tree, tokenizer) for tree in old_train())
    trees = [relabel(tree) for tree in cut if tree]
    fill_features(trees, models)
    return trees


def _feature_keys(word: Word) -> Iterator[Key]:
    lower = word.form.lower()
    yield word.pos, lower
    yield word.pos, lower[:3], lower[-2:], "-" in lower
    yield word.pos, lower[:2], "-" in lower
    yield (word.pos,)


def fill_features(trees: list[Tree], models: list[Tree]) -> None:
    """Give words without features those of the most alike words: same form, affixes, class."""
    seen: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for tree in models:
        for word in tree.words:
            for key in _feature_keys(word):
                seen[key][word.feats] += 1
    for tree in trees:
        for word in tree.words:
            counts = next((seen[k] for k in _feature_keys(word) if k in seen), Counter({"_": 1}))
            word.feats = counts.most_common(1)[0][0]


def _pairs(tokenizer: Callable[[str], Any]) -> list[tuple[Tree, Tree]]:
    pairs = zip(old_dev(), gsd("dev"), strict=True)
    return [(cut, new) for old, new in pairs if (cut := recut(old, tokenizer))]


def measure(tokenizer: Callable[[str], Any], folds: int = 5) -> dict[str, float]:
    """Cross-validate the conversion on the dev sentences, over the words that both styles share."""
    pairs = _pairs(tokenizer)
    total: Counter[str] = Counter()
    for fold in range(folds):
        relabel = Relabeller([p for k, p in enumerate(pairs) if k % folds != fold])
        for k, (old, new) in enumerate(pairs):
            if k % folds == fold and [w.form for w in old.words] == [w.form for w in new.words]:
                for name, tree in (("old", old), ("converted", relabel(old))):
                    total += _agreement(name, tree, new)
    return {k: v / total[k.split()[0] + " words"] for k, v in total.items() if "words" not in k}


def _agreement(name: str, tree: Tree, new: Tree) -> Counter[str]:
    counts: Counter[str] = Counter()
    for a, b in zip(tree.words, new.words, strict=True):
        counts[f"{name} words"] += 1
        counts[f"{name} UPOS"] += a.pos == b.pos
        counts[f"{name} UAS"] += a.head == b.head
        counts[f"{name} LAS"] += a.head == b.head and a.relation == b.relation
    return counts


if __name__ == "__main__":
    from kawat.language.indonesian import Indonesian

    for figure, value in sorted(measure(Indonesian().tokenizer).items()):
        print(f"{figure} {value:.4f}")
