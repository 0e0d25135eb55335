"""Score a pipeline on the test sets and write ``training/scores.json``.

``python -m training.evaluate [FOLDER]``; the model card is made from the file (``training.card``).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from kawat.language.model import load_language, model_path, model_version
from training import names, treebanks
from training.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.treebanks import Tree

SCORES = ROOT / "training" / "scores.json"
_LOAD = "import time; t = time.perf_counter(); from kawat.language import load_language; load_language(); print(time.perf_counter() - t)"  # noqa: E501


def _bare(nlp: Any, gold: Doc) -> Doc:
    spaces = [bool(t.whitespace_) for t in gold]
    starts = [i == 0 or t.is_sent_start is True for i, t in enumerate(gold)]
    return Doc(nlp.vocab, words=[t.text for t in gold], spaces=spaces, sent_starts=starts)


def score_trees(nlp: Any, trees: list[Tree]) -> dict[str, Any]:
    """Score tags, lemmas and trees on gold tokens, punctuation included.

    Args:
        nlp: The pipeline.
        trees: Gold trees.

    Returns:
        Shares: upos, uas, las, the two without punctuation, lemma; per relation: count, LAS.
    """
    gold = [treebanks.to_doc(nlp.vocab, tree) for tree in trees]
    counts: Counter[str] = Counter()
    relations: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for g, d in zip(gold, nlp.pipe([_bare(nlp, g) for g in gold], batch_size=64), strict=True):
        for a, b in zip(g, d, strict=True):
            head = a.head.i == b.head.i
            both = head and a.dep_ == b.dep_
            counts["words"] += 1
            counts["upos"] += a.pos == b.pos
            counts["lemma"] += a.lemma_ == b.lemma_
            counts["uas"] += head
            counts["las"] += both
            relations[a.dep_][0] += 1
            relations[a.dep_][1] += both
            if a.pos_ != "PUNCT":
                counts["plain"] += 1
                counts["uas_plain"] += head
                counts["las_plain"] += both
    total = {k: counts["plain" if "plain" in k else "words"] for k in counts}
    shares = {k: round(v / total[k], 4) for k, v in counts.items() if k not in {"words", "plain"}}
    ranked = sorted(relations.items(), key=lambda item: -item[1][0])
    return {
        "sentences": len(trees),
        "words": counts["words"],
        **shares,
        "relations": {k: [n, round(ok / n, 3)] for k, (n, ok) in ranked if n >= 30},
    }


def score_names(nlp: Any, gold: list[Doc], kind: Callable[[str], str | None]) -> dict[str, Any]:
    """Score names by exact span and type.

    Args:
        nlp: The pipeline.
        gold: Gold documents, one sentence each.
        kind: From the pipeline's types to those of the corpus; None leaves a name out.

    Returns:
        Precision, recall, F1; per type: count, F1.
    """
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for g, d in zip(gold, nlp.pipe([_bare(nlp, g) for g in gold], batch_size=64), strict=True):
        wanted = {(e.start, e.end, kind(e.label_)) for e in g.ents if kind(e.label_)}
        found = {(e.start, e.end, kind(e.label_)) for e in d.ents if kind(e.label_)}
        for k, part in enumerate((wanted, found, wanted & found)):
            for name in part:
                counts[str(name[2])][k] += 1
                counts["all"][k] += 1
    wanted_n, found_n, both = counts.pop("all", [0, 0, 0])
    return {
        "documents": len(gold),
        "names": wanted_n,
        "precision": round(both / max(1, found_n), 4),
        "recall": round(both / max(1, wanted_n), 4),
        "f1": round(2 * both / max(1, wanted_n + found_n), 4),
        "types": {k: [w, round(2 * b / max(1, w + f), 3)] for k, (w, f, b) in counts.items()},
    }


def score_nerui(nlp: Any) -> dict[str, Any]:
    """Mean F1 over the five test folds of NER-UI, which no training uses."""
    folds = []
    for fold in range(1, 6):
        gold = [names.to_doc(nlp, s) for s in names.nerui(fold)]
        folds.append(score_names(nlp, gold, names.COARSE.get))
    mean = sum(f["f1"] for f in folds) / len(folds)
    return {"names": sum(f["names"] for f in folds), "f1": round(mean, 4)}


def speed(nlp: Any) -> float:
    """Tokens per second of processor time, all components, second run over the same text."""
    docs = [t.text for t in treebanks.csui("train")]
    tokens = 0
    for _ in range(2):
        began, tokens = time.process_time(), 0
        for doc in nlp.pipe(docs, batch_size=64):
            tokens += len(doc)
        taken = time.process_time() - began
    return round(tokens / taken)


def evaluate(folder: Path) -> dict[str, Any]:
    """All figures of a pipeline."""
    nlp = load_language(folder)
    load = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    idner = [names.to_doc(nlp, s) for s in names.idner("test")]
    return {
        "model": model_version(folder),
        "csui_test": score_trees(nlp, treebanks.csui("test")),
        "gsd_test": score_trees(nlp, treebanks.gsd("test")),
        "idner_test": score_names(nlp, idner, names.COARSE.get),
        "own_names": score_names(nlp, names.gold_stories(nlp, train=False), lambda kind: kind),
        "nerui": score_nerui(nlp),
        "tokens_per_second": speed(nlp),
        "load_seconds": round(float(load.stdout), 2),
        "megabytes": round(size / 1e6, 1),
    }


def main() -> None:
    """Score the given or the packaged pipeline; only the packaged one's scores are kept."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else model_path()
    scores = evaluate(folder)
    text = json.dumps(scores, indent=1, ensure_ascii=False)
    if folder == model_path():
        SCORES.write_text(text + "\n", encoding="utf-8")
    for part, figures in scores.items():
        shown = (
            {k: v for k, v in figures.items() if k != "relations"}
            if isinstance(figures, dict)
            else figures
        )
        print(part, shown)


if __name__ == "__main__":
    main()
