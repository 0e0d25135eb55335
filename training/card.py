"""Write docs/model-card.md from ``scores.json``, ``meta.json`` and ``card.md``."""

from __future__ import annotations

import json
from string import Template
from typing import Any

from training.evaluate import SCORES
from training.paths import ROOT

CARD = ROOT / "docs" / "model-card.md"


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def figures(scores: dict[str, Any]) -> str:
    """The table of figures."""
    csui, gsd, own = scores["csui_test"], scores["gsd_test"], scores["own_names"]
    idner, nerui = scores["idner_test"], scores["nerui"]
    news = f"CSUI test ({csui['sentences']} sentences, {csui['words']:,} words)"
    wiki = f"GSD test ({gsd['sentences']} sentences, {gsd['words']:,} words)"
    rows = [
        _row("figure", "test set", "value", "aim"),
        "|---|---|---|---|",
        _row("part of speech (UPOS)", news, csui["upos"], ".960"),
        _row("lemma", news, csui["lemma"], ".97"),
        _row("UAS / LAS", news, f"{csui['uas']} / {csui['las']}", ".86 / .80"),
        _row(
            "the same without punctuation", news, f"{csui['uas_plain']} / {csui['las_plain']}", ""
        ),
        _row("UAS / LAS", wiki, f"{gsd['uas']} / {gsd['las']}", ".83 / .76"),
        _row("the same without punctuation", wiki, f"{gsd['uas_plain']} / {gsd['las_plain']}", ""),
        _row("names, F1", f"idner-news-2k test ({idner['names']:,} names)", idner["f1"], ".86"),
        _row(
            "names of eight types, F1",
            f"own half of the gold names ({own['documents']} stories, {own['names']:,} names)",
            own["f1"],
            ".88",
        ),
        _row(
            "names, F1", f"NER-UI, mean of five test folds ({nerui['names']:,})", nerui["f1"], ".80"
        ),
        _row(
            "tokens per second",
            "one core (processor time), all components",
            scores["tokens_per_second"],
            "15,000",
        ),
        _row("load time, import included", "cold process", f"{scores['load_seconds']} s", "0.8 s"),
        _row("size", "all files", f"{scores['megabytes']} MB", "20 MB"),
    ]
    return "\n".join(rows)


def per_part(parts: dict[str, list[float]], first: str, second: str) -> str:
    """A table of counts and scores per relation or type."""
    rows = [_row(first, "in the test set", second), "|---|---|---|"]
    return "\n".join(rows + [_row(f"`{k}`", int(n), value) for k, (n, value) in parts.items()])


def main() -> None:
    """Write the card."""
    scores = json.loads(SCORES.read_text(encoding="utf-8"))
    template = Template((ROOT / "training" / "card.md").read_text(encoding="utf-8"))
    text = template.substitute(
        model=scores["model"],
        figures=figures(scores),
        relations=per_part(scores["csui_test"]["relations"], "relation", "LAS"),
        names=per_part(scores["own_names"]["types"], "type", "F1"),
    )
    CARD.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
