"""Mentions: persons with their offices, states, bodies, groups, places."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from kawat.records import Mention
from kawat.world import find_mentions, load_world

_SPEC = importlib.util.spec_from_file_location("world_build", Path(__file__).parent / "build.py")
assert _SPEC is not None
assert _SPEC.loader is not None
build = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(build)


def mentions_of(
    text: str, names: Sequence[tuple[str, str]] = (), verbs: Sequence[str] = (), **rest: object
) -> list[Mention]:
    """Find the mentions of one sentence, pronouns left out."""
    parse = build.make_parse((text, names), verbs=verbs, **rest)
    return [m for m in find_mentions(parse, load_world()) if m.form != "pronoun"]


@pytest.mark.parametrize(
    ("text", "names", "name", "role", "country", "sectors"),
    [
        (
            "Presiden Iran, Masoud Pezeshkian, tiba",
            [("PER", "Masoud Pezeshkian")],
            "Masoud Pezeshkian",
            "Presiden Iran",
            "IRN",
            ("GOV",),
        ),
        ("Menlu RI Sugiono tiba", [("PER", "Sugiono")], "Sugiono", "Menlu RI", "IDN", ("GOV",)),
        (
            "Menteri Energi Sergei Tsivilev tiba",
            [("PER", "Sergei Tsivilev")],
            "Sergei Tsivilev",
            "Menteri Energi",
            "IDN",
            ("GOV",),
        ),
        (
            "Ketua KPK Agus Rahardjo tiba",
            [("ORG", "KPK"), ("PER", "Agus Rahardjo")],
            "Agus Rahardjo",
            "Ketua KPK",
            "IDN",
            ("COP",),
        ),
        (
            "juru bicara Kementerian Luar Negeri China Lin Jian tiba",
            [("ORG", "Kementerian Luar Negeri China"), ("PER", "Lin Jian")],
            "Lin Jian",
            "juru bicara Kementerian Luar Negeri China",
            "CHN",
            ("GOV",),
        ),
        (
            "Igor Bogdashev, Direktur Protokol Negara di Kementerian Luar Negeri Rusia, tiba",
            [("PER", "Igor Bogdashev"), ("ORG", "Kementerian Luar Negeri Rusia")],
            "Igor Bogdashev",
            "Direktur Protokol Negara di Kementerian Luar Negeri Rusia",
            "RUS",
            ("GOV",),
        ),
        (
            "mantan Presiden Kenya Tumbo Wekesa tiba",
            [("PER", "Tumbo Wekesa")],
            "Tumbo Wekesa",
            "mantan Presiden Kenya",
            "KEN",
            ("ELI",),
        ),
        (
            "Kapolda Metro Jaya Irjen Budi Santoso tiba",
            [("PER", "Budi Santoso")],
            "Budi Santoso",
            "Kapolda Metro Jaya",
            "IDN",
            ("COP",),
        ),
        (
            "Anggota Komisi I DPR dari Fraksi PKS Lintang Wardana tiba",
            [("PER", "Lintang Wardana")],
            "Lintang Wardana",
            "Anggota Komisi I DPR dari Fraksi PKS",
            "IDN",
            ("LEG", "PTY"),
        ),
        (
            "Duta Besar Iran untuk PBB, Sohrab Daneshvar, tiba",
            [("PER", "Sohrab Daneshvar")],
            "Sohrab Daneshvar",
            "Duta Besar Iran untuk PBB",
            "IRN",
            ("GOV",),
        ),
        (
            "Presiden Partai Keadilan Sejahtera (PKS) Lintang Wardana tiba",
            [("ORG", "Partai Keadilan Sejahtera"), ("PER", "Lintang Wardana")],
            "Lintang Wardana",
            "Presiden Partai Keadilan Sejahtera (PKS)",
            "IDN",
            ("PTY",),
        ),
        (
            "seorang warga bernama Lintang Wardana tiba",
            [("PER", "Lintang Wardana")],
            "Lintang Wardana",
            "warga",
            "IDN",
            ("CVL",),
        ),
    ],
)
def test_person_gets_office_country_and_sectors(
    text: str,
    names: list[tuple[str, str]],
    name: str,
    role: str,
    country: str,
    sectors: tuple[str, ...],
) -> None:
    """A title, office or apposition and the name are one mention of a person."""
    (found,) = [m for m in mentions_of(text, names, ["tiba"]) if m.type == "PER"]
    assert (found.name, found.text, found.role) == (name, name, role)
    assert (found.country, found.sectors, found.form) == (country, sectors, "name")
    assert found.extent[0] <= found.first < found.last <= found.extent[1]
    assert found.extent[0] <= found.head < found.extent[1]


def test_unknown_name_behind_a_finished_office_is_a_person() -> None:
    """Capitalised words behind an office and its country are a name though the model missed it."""
    (found,) = mentions_of("Presiden Kenya Tumbo Wekesa tiba", (), ["tiba"])
    assert (found.text, found.role, found.country) == ("Tumbo Wekesa", "Presiden Kenya", "KEN")


def test_list_after_an_office_is_no_apposition() -> None:
    """In "Presiden Kenya, Tumbo dan Sagal" the names are others than the president."""
    text = "Presiden Kenya, Tumbo dan Sagal tiba"
    found = mentions_of(text, [("PER", "Tumbo"), ("PER", "Sagal")], ["tiba"])
    assert [(m.form, m.text) for m in found] == [
        ("office", "Presiden Kenya"),
        ("name", "Tumbo"),
        ("name", "Sagal"),
    ]


def test_office_without_name_is_a_person() -> None:
    """An office such as "Menlu AS" or "menteri itu" is a person."""
    first = mentions_of("Menlu AS tiba", (), ["tiba"])[0]
    assert (first.type, first.form, first.country) == ("PER", "office", "USA")
    second = mentions_of("menteri itu tiba", (), ["tiba"])[0]
    assert (second.text, second.role) == ("menteri itu", "menteri")


@pytest.mark.parametrize(
    ("text", "words", "kind", "country", "sectors"),
    [
        ("dua tentara Israel tiba", "tentara Israel", "GRP", "ISR", ("MIL",)),
        ("delegasi Rusia tiba", "delegasi Rusia", "GRP", "RUS", ("GOV",)),
        ("warga Palestina tiba", "warga Palestina", "GRP", "PSE", ("CVL",)),
        ("ratusan pengunjuk rasa tiba", "pengunjuk rasa", "GRP", "IDN", ("CVL",)),
        ("pasukan Houthi tiba", "pasukan Houthi", "GRP", "YEM", ("MIL",)),
        ("penyidik KPK tiba", "penyidik KPK", "GRP", "IDN", ("COP",)),
        ("militer Israel tiba", "militer Israel", "ORG", "ISR", ("MIL",)),
        ("polisi tiba", "polisi", "ORG", "IDN", ("COP",)),
        ("pengungsi Rohingya tiba", "pengungsi Rohingya", "GRP", "MMR", ("REF",)),
        ("pasukan gabungan Kenya tiba", "pasukan gabungan Kenya", "GRP", "KEN", ("MIL",)),
    ],
)
def test_group_gets_country_and_sector(
    text: str, words: str, kind: str, country: str, sectors: tuple[str, ...]
) -> None:
    """Unnamed groups and bodies have the country that is said or can be inferred."""
    found = mentions_of(text, (), ["tiba"])[0]
    assert (found.text, found.type, found.form) == (words, kind, "description")
    assert (found.country, found.sectors) == (country, sectors)


def test_one_of_a_group_is_a_person() -> None:
    """Of groups "seorang tentara" is one person, "para menteri" several."""
    assert mentions_of("seorang tentara Kenya tiba", (), ["tiba"])[0].type == "PER"
    assert mentions_of("para menteri tiba", (), ["tiba"])[0].type == "GRP"


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Moskow menolak usul itu", "GPE", "RUS"),
        ("Kremlin menolak usul itu", "GPE", "RUS"),
        ("Gedung Putih menolak usul itu", "GPE", "USA"),
        ("AS menolak usul itu", "GPE", "USA"),
        ("rapat di Moskow menolak", "LOC", "RUS"),
        ("rapat di Surabaya menolak", "LOC", "IDN"),
    ],
)
def test_capital_is_a_government_or_a_place(text: str, kind: str, country: str) -> None:
    """A capital that acts is a government; after "di" it is a place."""
    found = next(m for m in mentions_of(text, (), ["menolak"]) if m.type in {"GPE", "LOC"})
    assert (found.type, found.country) == (kind, country)


def test_word_in_small_letters_is_no_country() -> None:
    """So "as" is an axle and "mali" no state; "Chad" within a name is none either."""
    assert mentions_of("as roda patah", (), ["patah"]) == []
    (found,) = mentions_of("Chad Wahyudi tiba", [("PER", "Chad Wahyudi")], ["tiba"])
    assert (found.type, found.text) == ("PER", "Chad Wahyudi")


def test_body_of_another_state_takes_its_country() -> None:
    """So "Mahkamah Agung India" is Indian, "Pemkot Surabaya" and "DPRD DKI" are Indonesian."""
    (first,) = mentions_of("Mahkamah Agung India menolak", (), ["menolak"])
    assert (first.type, first.country, first.sectors) == ("ORG", "IND", ("JUD",))
    (second,) = mentions_of("Pemkot Surabaya menolak", (), ["menolak"])
    assert (second.type, second.country, second.sectors) == ("ORG", "IDN", ("GOV",))


def test_default_country_is_that_of_the_story() -> None:
    """The word "polisi" in a story that names Kenya alone is Kenyan, and said to be assumed."""
    parse = build.make_parse(
        ("Kenya menolak usul Kenya", ()),
        ("polisi tiba", ()),
        verbs=["menolak", "tiba"],
        dateline="Nairobi",
    )
    found = find_mentions(parse, load_world())[-1]
    assert found.country == "KEN"
    assert "world/default_country" in found.sources


def test_office_holder_is_known_by_short_name_at_the_time() -> None:
    """A surname alone gets country and sector of the term that holds on the day."""
    before = mentions_of("Prabowo tiba", [("PER", "Prabowo")], ["tiba"], published="2015-05-01")
    after = mentions_of("Prabowo tiba", [("PER", "Prabowo")], ["tiba"], published="2025-05-01")
    assert (before[0].sectors, after[0].sectors) == (("PTY",), ("GOV",))
    assert after[0].country == "IDN"
    late = mentions_of("Obama tiba", [("PER", "Obama")], ["tiba"], published="2025-05-01")
    assert (late[0].country, late[0].sectors) == ("USA", ("ELI",))


def test_short_name_takes_the_full_name_of_the_story() -> None:
    """A later "Wardana" is named as the one full name that has the word."""
    parse = build.make_parse(
        ("Bupati Bogor Lintang Wardana tiba", [("PER", "Lintang Wardana")]),
        ("Wardana menolak", [("PER", "Wardana")]),
        verbs=["tiba", "menolak"],
    )
    found = find_mentions(parse, load_world())
    assert [m.name for m in found] == ["Lintang Wardana", "Lintang Wardana"]


def test_name_in_brackets_is_a_second_mention() -> None:
    """The bracket in "Joko Widodo (Jokowi)" gives both names with one name and extent."""
    names = [("PER", "Joko Widodo"), ("PER", "Jokowi")]
    first, second = mentions_of("Presiden Joko Widodo (Jokowi) tiba", names, ["tiba"])
    assert (first.text, second.text) == ("Joko Widodo", "Jokowi")
    assert first.name == second.name
    assert first.extent == second.extent


def test_pronoun_is_a_mention() -> None:
    """The word "ia" is a person, "mereka" a group."""
    parse = build.make_parse(("ia dan mereka tiba", ()), verbs=["tiba"])
    found = find_mentions(parse, load_world())
    assert [(m.form, m.type, m.name) for m in found] == [
        ("pronoun", "PER", "ia"),
        ("pronoun", "GRP", "mereka"),
    ]


def test_spans_are_those_of_the_story() -> None:
    """Start and end of every mention give its words in the text of the story."""
    parse = build.make_parse(
        ("Presiden Kenya, Tumbo Wekesa, tiba di Surabaya", [("PER", "Tumbo Wekesa")]),
        ("Kapolres Bogor menolak", ()),
        verbs=["tiba", "menolak"],
    )
    for mention in find_mentions(parse, load_world()):
        assert parse.story.raw.text[mention.start : mention.end] == mention.text


def test_mentions_initials_are_persons() -> None:
    """Capitals with an age, and those of a list behind "berinisial", stand for persons."""
    found = mentions_of("Pasangan berinisial BQ (31) dan RT serta AS (29) tiba", [], ["tiba"])
    assert [m.name for m in found if m.type == "PER"] == ["BQ", "RT", "AS"]


def test_mentions_army_holds_for_both_states() -> None:
    """The second state of "tentara Mesir dan Turki" is its army, too."""
    found = mentions_of("tentara Mesir dan Turki tiba", [], ["tiba"])
    assert [(m.country, m.sectors) for m in found] == [("EGY", ("MIL",)), ("TUR", ("MIL",))]


def test_mentions_suspect_with_an_office_is_one_person() -> None:
    """A suspect who held an office is one person with both."""
    names = [("PER", "Rudi Wibowo")]
    found = mentions_of("tersangka mantan Menpora Rudi Wibowo tiba", names, ["tiba"])
    assert [(m.name, m.sectors) for m in found] == [("Rudi Wibowo", ("ELI", "CRM"))]


def test_mentions_arms_stand_for_their_state_only_with_its_name() -> None:
    """A state's jets are its forces; jets that are bought are nobody."""
    assert [m.sectors for m in mentions_of("jet tempur Mesir tiba", [], ["tiba"])] == [("MIL",)]
    assert mentions_of("Jet tempur dibeli", [], ["dibeli"]) == []


def test_mentions_letters_of_a_thing_are_no_body() -> None:
    """A party's letters that stand for other words in the story are no party."""
    found = mentions_of("perjanjian kerja sama (PKS) disepakati", [], ["disepakati"])
    assert found == []


def test_mentions_building_keeps_the_sector_of_its_body() -> None:
    """A place that is the house of a known body has the body's sector."""
    [found] = mentions_of("Gedung DPRD Jawa Timur", [("FAC", "Gedung DPRD Jawa Timur")])
    assert (found.type, found.name, found.sectors) == ("LOC", "DPRD Jawa Timur", ("LEG",))


def test_last_word_of_a_body_belongs_to_the_capitals_before_it() -> None:
    """Of "Mutiara FC" the model may know the last word alone, or take the first for a person."""
    names = [("ORG", "FC"), ("PER", "Slamet Hartono")]
    found = mentions_of("kata pelatih Mutiara FC Slamet Hartono", names)
    assert [(m.text, m.role) for m in found] == [("Slamet Hartono", "pelatih Mutiara FC")]
    found = mentions_of("Mutiara FC menang", [("PER", "Mutiara"), ("ORG", "FC")], ["menang"])
    assert [(m.text, m.type) for m in found] == [("Mutiara FC", "ORG")]
