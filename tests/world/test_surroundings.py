"""What a name is by its own words, by the rest of the story, and by what stands beside it."""

import importlib.util
from pathlib import Path

import pytest

from kawat.records import Mention
from kawat.world import find_mentions, load_world

_SPEC = importlib.util.spec_from_file_location("world_build", Path(__file__).parent / "build.py")
assert _SPEC is not None
assert _SPEC.loader is not None
build = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(build)


def story_of(*sentences: tuple[str, list[tuple[str, str]]], **rest: object) -> list[Mention]:
    """Find the mentions of some sentences, pronouns left out."""
    parse = build.make_parse(*sentences, **rest)
    return [m for m in find_mentions(parse, load_world()) if m.form != "pronoun"]


@pytest.mark.parametrize(
    ("text", "names", "kind", "name", "sectors"),
    [
        ("Sinar Baru Technologies Ltd tiba", "Sinar Baru Technologies Ltd", "ORG", None, ("BUS",)),
        ("Borneo Army tiba", "Borneo Army", "ORG", None, ("MIL",)),
        ("Toyota Kijang tiba", "Toyota Kijang", None, None, ()),
        ("Seruan itu tiba", "Seruan", None, None, ()),
        ("Eksekusi ditunda", "Eksekusi", None, None, ()),
        ("Beliau tiba", "Beliau", None, None, ()),
        ("Polda Metro Jaya Kombes Rahmat Sujana tiba", None, "PER", "Rahmat Sujana", ("COP",)),
    ],
)
def test_words_of_a_name_say_what_it_is(
    text: str, names: str | None, kind: str | None, name: str | None, sectors: tuple[str, ...]
) -> None:
    """A company's or army's name is a body, a car or an act nobody, a rank cuts a name."""
    words = names or text.removesuffix(" tiba")
    found = story_of((text, [("PER", words)]), verbs=["tiba", "ditunda"])
    assert [(m.type, m.name, m.sectors) for m in found][-1:] == (
        [(kind, name or words, sectors)] if kind else []
    )


def test_former_state_is_its_successor() -> None:
    """The Soviet Union is coded as Russia and does not take a neighbour's country."""
    found = story_of(("Uni Soviet menuduh Norwegia", [("ORG", "Uni Soviet")]), verbs=["menuduh"])
    assert [m.country for m in found] == ["RUS", "NOR"]


def test_counterpart_takes_the_country_that_follows() -> None:
    """In "mitranya dari Jepang" the counterpart is Japanese; a trade partner is nobody."""
    found = story_of(
        ("Menlu RI menemui mitra nya dari Jepang", []),
        ("Warga menolak mitra dagang", []),
        verbs=["menemui", "menolak"],
    )
    assert [(m.role or m.text, m.country) for m in found] == [
        ("Menlu RI", "IDN"),
        ("mitra nya dari Jepang", "JPN"),
        ("Warga", "IDN"),
    ]


def test_heading_noun_is_no_part_of_a_name() -> None:
    """A word that the story writes small is cut off a name at the start of a heading."""
    found = story_of(
        ("Vonis Budi Santoso", [("PER", "Vonis Budi Santoso")]),
        ("Hakim membacakan vonis Budi Santoso", [("PER", "Budi Santoso")]),
        verbs=["membacakan"],
    )
    assert [m.text for m in found if m.type == "PER"] == ["Budi Santoso", "Budi Santoso"]


def test_acronym_of_a_thing_is_nobody() -> None:
    """An acronym in brackets behind small words is masked wherever the story has it."""
    found = story_of(
        ("Warga menolak surat utang (SUT)", [("ORG", "SUT")]),
        ("SUT ditunda", [("ORG", "SUT")]),
        verbs=["menolak", "ditunda"],
    )
    assert [m.text for m in found] == ["Warga"]


def test_group_takes_the_country_of_the_place_beside_it() -> None:
    """Police in a sentence about Cairo are Egypt's, whatever the story's own country is."""
    found = story_of(
        ("Norwegia dan Swedia berunding di Oslo", []),
        ("Polisi menahan warga di Kairo", []),
        verbs=["berunding", "menahan"],
    )
    (police,) = [m for m in found if m.text == "Polisi"]
    assert police.country == "EGY"


def test_both_states_are_two_mentions() -> None:
    """The words "kedua negara" speak of the two states named last, in their order."""
    found = story_of(
        ("Norwegia menemui Swedia", []), ("Kedua negara sepakat", []), verbs=["menemui", "sepakat"]
    )
    assert [(m.text, m.country) for m in found[2:]] == [
        ("Kedua negara", "NOR"),
        ("Kedua negara", "SWE"),
    ]


def test_both_states_are_nobody_among_three() -> None:
    """Where three states were named, "kedua negara" is left out."""
    found = story_of(
        ("Norwegia dan Jerman menemui Swedia", []),
        ("Kedua negara sepakat", []),
        verbs=["menemui", "sepakat"],
    )
    assert len(found) == 3


def test_area_of_a_commander_is_no_name() -> None:
    """In "Kapolsek Karangjati, Kompol …" the first capital word is the police district."""
    (found,) = story_of(
        (
            "Kapolsek Karangjati, Kompol Rahmat Sujana tiba",
            [("PER", "Kapolsek Karangjati"), ("PER", "Kompol Rahmat Sujana")],
        ),
        verbs=["tiba"],
    )
    assert (found.name, found.role) == ("Rahmat Sujana", "Kapolsek Karangjati")


def test_body_at_the_end_of_a_name_is_part_of_the_office() -> None:
    """A model's person that ends with "KPK" belongs to the office before the real name."""
    (found,) = story_of(
        (
            "Deputi Penindakan dan Eksekusi KPK Rahmat Sujana tiba",
            [("PER", "Eksekusi KPK"), ("PER", "Rahmat Sujana")],
        ),
        verbs=["tiba"],
    )
    assert (found.name, found.role) == ("Rahmat Sujana", "Deputi Penindakan dan Eksekusi KPK")


def test_group_takes_the_state_named_before_it_where_none_is_assumed() -> None:
    """In a story of many states an unnamed group is of the state that was named last."""
    found = story_of(
        ("Norwegia menemui Swedia", []),
        ("Jerman menemui Kanada", []),
        ("Mesir menahan demonstran", []),
        verbs=["menemui", "menahan"],
    )
    (crowd,) = [m for m in found if m.text == "demonstran"]
    assert crowd.country == "EGY"


def test_states_in_a_group_take_no_state_named_before_them() -> None:
    """The words "negara-negara Arab" speak of many states, not of the one named last."""
    found = story_of(
        ("Norwegia menemui Swedia", []),
        ("Jerman menemui Kanada", []),
        ("Mesir menemui negara-negara Arab", []),
        verbs=["menemui"],
    )
    assert found[-1].country is None


def test_two_bodies_in_one_name_are_two() -> None:
    """Where the model takes "Kementerian A dan Komisi B" for one body, the tables know better."""
    found = story_of(
        (
            "Rapat Kementerian Pertahanan dan KPK selesai",
            [("ORG", "Kementerian Pertahanan dan KPK")],
        ),
        verbs=["selesai"],
    )
    assert [m.text for m in found if m.type == "ORG"] == ["Kementerian Pertahanan", "KPK"]


def test_body_of_state_is_the_officials_own() -> None:
    """Whoever speaks for a state and says "militer" means its own army."""
    found = story_of(
        ("Warga Jakarta menolak Gubernur Jawa Barat", []),
        ("Presiden Mesir mengatakan militer menahan warga", []),
        verbs=["menolak", "mengatakan", "menahan"],
    )
    (army,) = [m for m in found if m.text == "militer"]
    assert army.country == "EGY"


def test_local_body_is_of_the_place_named_last() -> None:
    """A "polisi setempat" is that of the place named last, whatever the story's country."""
    found = story_of(
        ("Warga Indonesia ditahan di Kamboja", []),
        ("KBRI menghubungi polisi setempat", []),
        verbs=["ditahan", "menghubungi"],
        heads={"Kamboja": ("ditahan", "obl"), "di": ("Kamboja", "case")},
    )
    assert [m.country for m in found if "setempat" in m.text] == ["KHM"]


def test_unknown_place_is_in_the_one_that_follows() -> None:
    """A place of no table takes the country that is named right behind it."""
    found = story_of(("Tentara menyerang Zarbuq, Suriah", [("GPE", "Zarbuq")]), verbs=["menyerang"])
    assert [m.country for m in found if m.text == "Zarbuq"] == ["SYR"]


def test_group_of_no_country_is_like_its_kind() -> None:
    """Refugees of no country are those that the story names elsewhere."""
    found = story_of(
        ("Pengungsi Rohingya tiba", []),
        ("Norwegia dan Swedia menerima para pengungsi", []),
        verbs=["tiba", "menerima"],
    )
    assert {m.country for m in found if m.sectors[:1] == ("REF",)} == {"MMR"}


def test_money_and_cameras_are_nobody() -> None:
    """The dollar of a state is not that state, a camera no broadcaster."""
    found = story_of(("Polisi menyita dolar AS dan CCTV", []), verbs=["menyita"])
    assert [m.text for m in found] == ["Polisi"]


@pytest.mark.parametrize(
    ("name", "country", "sectors"),
    [
        ("RSF", "SDN", ("REB",)),
        ("Jaringan Haqqani", "AFG", ("REB",)),
        ("Partai Bhumjaithai", "THA", ("PTY",)),
        ("Departemen Kehakiman AS", "USA", ("COP",)),
        ("lembaga anti rasuah", "IDN", ("COP",)),
        ("Badan Musyawarah DPR", "IDN", ("LEG",)),
        ("LSM", "IDN", ("SOC",)),
    ],
)
def test_bodies_of_the_tables_have_state_and_sector(
    name: str, country: str, sectors: tuple[str, ...]
) -> None:
    """A body is found by each of its names, with its state and its sector."""
    (found,) = story_of((f"{name} menolak", []), verbs=["menolak"])
    assert (found.country, found.sectors) == (country, sectors)


def test_classifier_gives_way_to_who_is_counted() -> None:
    """In "tiga orang pimpinan KPK" the leaders are meant, not some people."""
    found = story_of(("Sebanyak 3 orang pimpinan KPK mundur", []), verbs=["mundur"])
    assert [(m.text, m.sectors) for m in found] == [("pimpinan KPK", ("COP",))]


def test_region_behind_an_office_is_no_part_of_the_name() -> None:
    """The words "Gubernur Kalteng" are the office of whom the model names with the region."""
    found = story_of(
        ("Gubernur Kalteng Sugih Sabar menolak", [("PER", "Kalteng Sugih Sabar")]),
        verbs=["menolak"],
    )
    assert [(m.name, m.role) for m in found] == [("Sugih Sabar", "Gubernur Kalteng")]
