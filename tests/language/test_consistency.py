"""Names of one story decide about each other."""

from spacy.tokens import Doc

from kawat.language.consistency import make_consistent
from kawat.language.indonesian import Indonesian


def make(words: str, labels: dict[int, str]) -> Doc:
    forms = words.split()
    tags = [labels.get(i, "O") for i in range(len(forms))]
    starts = [i == 0 or forms[i - 1] == "." for i in range(len(forms))]
    return Doc(Indonesian().vocab, words=forms, ents=tags, sent_starts=starts)


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(e.text, e.label_) for e in make_consistent(doc).ents]


def test_full_name_types_and_finds_short_form() -> None:
    """A short form that was typed wrongly or missed takes the type of the full name."""
    doc = make(
        "Rina Wulandari datang . Lalu Rina bicara . Kata Wulandari begitu .",
        {0: "B-PER", 1: "I-PER", 5: "B-ORG"},
    )
    assert names(doc) == [("Rina Wulandari", "PER"), ("Rina", "PER"), ("Wulandari", "PER")]


def test_story_without_names_is_left_alone() -> None:
    """Nothing is invented."""
    assert names(make("Warga menunggu Rina .", {})) == []


def test_even_votes_change_nothing() -> None:
    """Two uses of one form with two types both stand."""
    doc = make("Di Melati . Kata Melati begitu .", {1: "B-GPE", 4: "B-ORG"})
    assert names(doc) == [("Melati", "GPE"), ("Melati", "ORG")]


def test_name_without_letters_is_dropped() -> None:
    """A date in brackets is no name."""
    assert names(make("Rapat Rabu ( 3/2 ) .", {3: "B-ORG"})) == []
