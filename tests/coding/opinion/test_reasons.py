"""Features said in words."""

from __future__ import annotations

from kawat.coding.opinion.model import load_model
from kawat.coding.opinion.reasons import in_words
from kawat.tables import package_files, read_csv


def test_every_feature_of_the_weights_has_words() -> None:
    """No reason shows the bare name of a feature."""
    model = load_model()
    names = [*model.candidate.weights, *model.story.weights]
    kinds = {name.split("=")[0].rpartition("+")[2] for name in names}
    (path,) = package_files("coding/opinion", ".csv")
    assert kinds <= {row["kind"] for row in read_csv(path, columns=("kind", "words"))}


def test_crossed_feature_names_its_type() -> None:
    """A feature that holds for one type of event says so."""
    assert in_words(["REJECT+voice=passive"]) == ("as REJECT the trigger is in passive voice",)
