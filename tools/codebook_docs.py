"""Write docs/codebook.md from the codebook: every type, mode, act and operator with an example.

    python tools/codebook_docs.py [PATH]

The page is generated, not committed: the data is the source.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from kawat.coding.rulebook import codebook_files
from kawat.coding.rulebook.checks import all_checks
from kawat.coding.rulebook.schema import Act, LightVerbRule, PloverFile
from kawat.coding.rulebook.sources import Entry, Sources, read_sources

DEFAULT = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"
QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
WORDS = ("verbs", "phrases", "words", "passive_words", "nouns")


def page(sources: Sources) -> Iterator[str]:
    """Yield the lines of the page."""
    plover = sources.only(PloverFile)
    if plover is None:
        raise SystemExit("plover.yml can't be read; run `kawat check`")
    rules = list(sources.rules())
    yield "# The codebook"
    yield ""
    yield f"{len(plover.types)} types, {len(rules)} rules. Generated from `src/kawat/codebook`;"
    yield "how a rule is written: `src/kawat/codebook/README.md`, `docs/adding-a-rule.md`."
    for name in plover.types:
        yield ""
        yield from _type(name, plover, [(e, r) for e, r in rules if r.type == name])
    yield ""
    yield "## Verbs that only carry an act noun"
    yield ""
    for entry, verb in sources.of(LightVerbRule):
        words = ", ".join([*verb.verbs, *verb.words])
        yield f"- `{entry.id}`, subject is {verb.subject}: {words}"
    yield from _list("Contexts", plover.contexts)
    yield from _list("Sectors", plover.sectors)
    yield from _list("Checks", {check.code: check.meaning for check in all_checks()})


def _type(name: str, plover: PloverFile, rules: list[tuple[Entry, Act]]) -> Iterator[str]:
    entry = plover.types[name]
    yield f"## {name}"
    yield ""
    yield f"{entry.meaning}. Quad class {entry.quad}, {QUADS[entry.quad]}; CAMEO {entry.cameo};"
    yield f"intensity {entry.intensity} ({entry.source})."
    if entry.modes:
        yield ""
        yield "| mode | meaning | CAMEO | intensity |"
        yield "|---|---|---|---|"
        for mode, details in entry.modes.items():
            yield f"| {mode} | {details.meaning} | {details.cameo} | {details.intensity} |"
    if rules:
        yield ""
        yield "| rule | modes | words | example |"
        yield "|---|---|---|---|"
        for source, rule in rules:
            yield _row(source, rule)


def _row(entry: Entry, rule: Act) -> str:
    words = [getattr(item, "word", item) for key in WORDS for item in getattr(rule, key)]
    shown = ", ".join(words[:8]) + (f" and {len(words) - 8} more" if len(words) > 8 else "")
    example = rule.hits[0].text if rule.hits else ""
    cells = (f"`{entry.id}`", ", ".join(rule.modes), shown, example)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _list(title: str, items: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    for name, meaning in items.items():
        yield f"- `{name}`: {meaning}"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="Write docs/codebook.md from the codebook.")
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT, help="another file")
    path = parser.parse_args().path
    path.write_text("\n".join(page(read_sources(codebook_files()))) + "\n", encoding="utf-8")
    print(f"{path} written")


if __name__ == "__main__":
    main()
