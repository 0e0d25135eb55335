"""The wheel of the language model, installed and loaded as spaCy's own models are."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME = "id_kawat_news"
# Runs in a process that has the unpacked wheel on its path and never imports Kawat by itself.
PROBE = """
import json, sys, warnings
import spacy
from spacy import displacy, util

warnings.simplefilter("error")
nlp = spacy.load("id_kawat_news")
doc = nlp("Menteri Rina Wulandari menemui para petani di Surabaya, Jumat. Ia lalu pulang.")
print(json.dumps({
    "installed": util.get_installed_models(),
    "version": util.get_package_version("id_kawat_news"),
    "meta": nlp.meta,
    "fits": util.is_compatible_version(spacy.__version__, nlp.meta["spacy_version"]),
    "problems": nlp.analyze_pipes()["problems"],
    "pipes": nlp.pipe_names,
    "without": spacy.load("id_kawat_news", exclude=["ner", "consistency"]).pipe_names,
    "tokens": [[t.text, t.pos_, t.lemma_, t.dep_, t.head.i] for t in doc],
    "sentences": [s.text for s in doc.sents],
    "names": [[e.text, e.label_] for e in doc.ents],
    "ent": displacy.render(doc, style="ent", jupyter=False),
    "dep": displacy.render(doc, style="dep", jupyter=False),
}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("package")
    script = str(ROOT / "tools" / "model_package.py")
    subprocess.run(
        [sys.executable, script, "--to", str(folder)], check=True, capture_output=True, text=True
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def seen(unpacked: Path) -> dict[str, Any]:
    """What a process sees that has the package."""
    if not any(point.name == "ind" for point in entry_points(group="spacy_languages")):
        pytest.fail("Kawat was installed before it had entry points for spaCy: run `make setup`")
    code = f"import sys; sys.path.insert(0, {str(unpacked)!r}){PROBE}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_package_loads_by_name(seen: dict[str, Any]) -> None:
    """`spacy.load` finds the package, and the components that stand in its meta file."""
    assert seen["pipes"] == seen["meta"]["pipeline"]
    assert {"morphologizer", "parser", "ner", "lemmatizer"} <= set(seen["pipes"])
    assert "ner" not in seen["without"]


def test_package_passes_the_checks_of_spacy_validate(seen: dict[str, Any]) -> None:
    """It is listed as a model, of one version, for this spaCy, and its components fit together."""
    assert NAME in seen["installed"]
    assert seen["version"] == seen["meta"]["version"]
    assert seen["fits"]
    assert not any(seen["problems"].values())


def test_package_requires_kawat_and_its_spacy(unpacked: Path) -> None:
    """Pip brings what the pipeline needs."""
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    needs = [
        line.removeprefix("Requires-Dist: ")
        for line in metadata.read_text(encoding="utf-8").splitlines()
        if line.startswith("Requires-Dist: ")
    ]
    assert [need.split("<")[0].split(">")[0] for need in needs] == ["kawat", "spacy"]
    assert (unpacked / NAME / "__init__.py").exists()
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))


def test_package_analyses_text(seen: dict[str, Any]) -> None:
    """It tags, lemmatises, parses, splits sentences and finds names."""
    words = {token[0]: token for token in seen["tokens"]}
    assert words["menemui"][1:4] == ["VERB", "temu", "ROOT"]
    assert words["petani"][1] == "NOUN"
    assert seen["tokens"][words["petani"][4]][0] == "menemui"
    assert seen["sentences"][1] == "Ia lalu pulang."
    assert ["Rina Wulandari", "PER"] in seen["names"]
    assert ["Surabaya", "GPE"] in seen["names"]


def test_package_is_drawn_by_displacy(seen: dict[str, Any]) -> None:
    """Both views of displaCy come out."""
    assert "Rina Wulandari" in seen["ent"]
    assert "PER" in seen["ent"]
    assert seen["dep"].lstrip().startswith("<svg")
    assert "nsubj" in seen["dep"]
