"""Which mentions are one entity, and what pronouns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.coding.discourse import speaker_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kawat.coding.discourse import Discourse


def test_read_discourse_joins_surname_and_full_name(read: Callable[..., Discourse]) -> None:
    """A part of a name is the same person, and the fullest form is the name."""
    discourse = read(
        "Ani Lestari tiba. Lestari bertemu Budi Santoso. Budi diam.",
        ("Ani Lestari", "PER", "name", {"role": "Menteri Perdagangan", "country": "IDN"}),
        ("Budi Santoso", "PER"),
        ("Lestari", "PER"),
        ("Budi", "PER"),
    )
    assert [e.name for e in discourse.entities] == ["Ani Lestari", "Budi Santoso"]
    assert discourse.entities[0].role == "Menteri Perdagangan"


def test_read_discourse_gives_office_its_holder(read: Callable[..., Discourse]) -> None:
    """The words "Menteri itu" mean the person with that role, not another."""
    discourse = read(
        "Ani Lestari dan Budi Santoso tiba. Menteri itu bertemu warga.",
        ("Ani Lestari", "PER", "name", {"role": "Menteri Perdagangan"}),
        ("Budi Santoso", "PER", "name", {"role": "Gubernur"}),
        ("Menteri itu", "PER", "office"),
    )
    ani = next(e for e in discourse.entities if e.name == "Ani Lestari")
    assert "Menteri itu" in [m.text for m in ani.mentions]


def test_read_discourse_joins_state_capital_and_acronym(read: Callable[..., Discourse]) -> None:
    """A state with its capital is one entity; so is a name with its acronym."""
    discourse = read(
        "Norwegia menolak usul itu. Oslo menyerang Badan Ikan Laut (BIL). BIL menjawab Oslo.",
        ("Norwegia", "GPE", "name", {"country": "NOR"}),
        ("Oslo", "GPE", "name", {"country": "NOR"}),
        ("Badan Ikan Laut", "ORG"),
        ("BIL", "ORG"),
    )
    assert [e.name for e in discourse.entities] == ["Norwegia", "Badan Ikan Laut"]


def test_read_discourse_resolves_first_person_in_quotes(read: Callable[..., Discourse]) -> None:
    """The word "Saya" in a quote is its speaker."""
    text = '"Saya menolak usul itu," kata Budi Santoso.'
    discourse = read(text, ("Saya", "PER", "pronoun"), ("Budi Santoso", "PER"))
    (budi,) = [e.id for e in discourse.entities if e.name == "Budi Santoso"]
    assert discourse.mention_entity == (budi, budi)
    statement = speaker_of(discourse, text.index("menolak"))
    assert statement is not None
    assert statement.speaker == budi
    assert speaker_of(discourse, text.index("Budi")) is None


def test_read_discourse_follows_the_last_speaker(read: Callable[..., Discourse]) -> None:
    """The words "ia" and "dia" mean the person who spoke last."""
    text = (
        "Ani Lestari menyebut jalan itu rusak. Ia menambahkan, jembatan juga rusak.\n"
        "Menurut dia, perbaikan butuh waktu lama."
    )
    discourse = read(text, ("Ani Lestari", "PER"))
    assert {s.speaker for s in discourse.statements} == {discourse.entities[0].id}
    assert len(discourse.statements) == 3


def test_read_discourse_keeps_mere_mentions_as_minor(read: Callable[..., Discourse]) -> None:
    """Who is only mentioned is a minor entity, with an id of its own."""
    discourse = read(
        "Budi Santoso menyebut jembatan di kantor Badan Ikan Laut itu rusak.",
        ("Budi Santoso", "PER"),
        ("Badan Ikan Laut", "ORG"),
    )
    assert [e.name for e in discourse.entities] == ["Budi Santoso"]
    assert [e.name for e in discourse.minor] == ["Badan Ikan Laut"]
    assert discourse.mention_entity == ("e1", None)
    assert discourse.mention_minor == (None, "e2")


def test_read_discourse_takes_description_for_person_in_focus(
    read: Callable[..., Discourse],
) -> None:
    """A description that points back is the person who spoke last."""
    discourse = read(
        "Budi Santoso mengatakan jalan itu rusak. Pria itu menambahkan, jembatan juga rusak.",
        ("Budi Santoso", "PER"),
        ("Pria itu", "PER", "description"),
    )
    assert discourse.mention_entity == ("e1", "e1")
    assert {s.speaker for s in discourse.statements} == {"e1"}


def test_read_discourse_takes_government_for_state(read: Callable[..., Discourse]) -> None:
    """A state's government is the state, under the state's name."""
    discourse = read(
        "Pemerintah Norwegia menolak usul itu. Norwegia menutup perbatasan.",
        ("Pemerintah Norwegia", "ORG", "name", {"country": "NOR"}),
        ("Norwegia", "GPE", "name", {"country": "NOR"}),
    )
    assert [e.type for e in discourse.entities] == ["GPE"]


def test_read_discourse_finds_unmarked_part_of_name(read: Callable[..., Discourse]) -> None:
    """A surname that the world stage left unmarked still names its speaker."""
    discourse = read(
        '"Jalan itu rusak," kata Budi Santoso.\n"Jembatan juga rusak," ujar Santoso.',
        ("Budi Santoso", "PER"),
    )
    assert [s.speaker for s in discourse.statements] == ["e1", "e1"]


def test_read_discourse_reads_a_text_without_words(read: Callable[..., Discourse]) -> None:
    """A story without body gives nothing and fails at nothing."""
    discourse = read("")
    assert (discourse.entities, discourse.statements, discourse.quoted) == ((), (), ())


def test_read_discourse_joins_short_first_names_and_slips(read: Callable[..., Discourse]) -> None:
    """The beginning of a first name and a name with one wrong letter are the same person."""
    discourse = read(
        "Enggartama Lukito tiba. Enggar bertemu Siti Rahayu. Siti Rahaya diam.",
        ("Enggartama Lukito", "PER"),
        ("Enggar", "PER"),
        ("Siti Rahayu", "PER"),
        ("Siti Rahaya", "PER"),
    )
    assert [e.name for e in discourse.entities] == ["Enggartama Lukito", "Siti Rahayu"]


def test_read_discourse_joins_assumed_governments(read: Callable[..., Discourse]) -> None:
    """A government whose country is only assumed is one entity wherever it is named."""
    assumed = {"country": "NOR", "sources": ("world/default_country",)}
    discourse = read(
        "Pemerintah menolak usul itu. Warga menekan pemerintah.",
        ("Pemerintah", "GPE", "description", assumed),
        ("pemerintah", "GPE", "description", assumed),
    )
    assert len({*discourse.mention_entity, *discourse.mention_minor} - {None}) == 1
