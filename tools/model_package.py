"""Build the wheel of the language model, as spaCy's own models come: `make model-package`.

    python tools/model_package.py [--to dist] [--model src/kawat/language/model]

The wheel holds the pipeline and requires Kawat, which brings its language and components. With both
installed, ``spacy.load("id_kawat_news")`` gives the pipeline, without importing Kawat first.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from string import Template
from typing import Any

from kawat import __version__
from kawat.language.model import model_path, read_meta

ROOT = Path(__file__).resolve().parent.parent

PROJECT = Template("""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "$name"
version = "$version"
description = "$description"
readme = "README.md"
requires-python = ">=3.11"
license = "CC-BY-SA-4.0"
license-files = ["LICENSE"]
authors = [{ name = "$author" }]
dependencies = $requirements

[project.entry-points.spacy_models]
$name = "$name"

[tool.hatch.build.targets.wheel]
packages = ["$name"]
""")

INIT = '''\
"""$description."""

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides: Any) -> Language:
    """Load the pipeline; the overrides are those of ``spacy.load``."""
    return load_model_from_init_py(__file__, **overrides)
'''

README = Template("""\
# $name $version

$description. For [spaCy](https://spacy.io) $spacy_version; its language and components come with
Kawat.

    import spacy
    nlp = spacy.load("$name")

Components: $components. Figures, data and limits: Kawat's model card.
""")


def package_meta(model: Path) -> dict[str, Any]:
    """The pipeline's ``meta.json``, with the packages that it requires."""
    meta = read_meta(model)
    meta["requirements"] = [f"kawat>={__version__}"]
    return meta


def stage(model: Path, folder: Path) -> str:
    """Lay out the package's sources.

    Args:
        model: Folder of the pipeline.
        folder: Where to; it must be empty.

    Returns:
        The name of the package.
    """
    meta = package_meta(model)
    name = f"{meta['lang']}_{meta['name']}"
    words = {
        **{key: str(meta[key]) for key in ("version", "description", "author", "spacy_version")},
        "name": name,
        "components": ", ".join(meta["pipeline"]),
        "requirements": json.dumps([f"spacy{meta['spacy_version']}", *meta["requirements"]]),
    }
    package = folder / name
    shutil.copytree(model, package / f"{name}-{meta['version']}")
    text = json.dumps(meta, indent=2, ensure_ascii=False) + "\n"
    for place in (package, package / f"{name}-{meta['version']}"):
        (place / "meta.json").write_text(text, encoding="utf-8")
    (package / "__init__.py").write_text(Template(INIT).substitute(words), encoding="utf-8")
    (folder / "pyproject.toml").write_text(PROJECT.substitute(words), encoding="utf-8")
    (folder / "README.md").write_text(README.substitute(words), encoding="utf-8")
    shutil.copy(ROOT / "LICENSES" / "CC-BY-SA-4.0.txt", folder / "LICENSE")
    return name


def build(model: Path, target: Path) -> Path:
    """Build the wheel.

    Args:
        model: Folder of the pipeline.
        target: Folder for the wheel; made where it is missing.

    Returns:
        The wheel.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stage(model, folder)
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"the wheel can't be built: {done.stderr.strip()}")
        (built,) = (folder / "dist").glob("*.whl")
        return Path(shutil.copy(built, target / built.name))


def main() -> None:
    """Build and say where it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="folder for the wheel")
    parser.add_argument("--model", type=Path, default=model_path(), help="folder of the pipeline")
    options = parser.parse_args()
    wheel = build(options.model, options.to)
    print(f"{wheel} ({wheel.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
