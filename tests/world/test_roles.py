"""Long offices, offices behind a name, several offices of one person, names that share one."""

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

NAME = ("PER", "Lintang Wardana")


def mentions_of(
    text: str, names: Sequence[tuple[str, str]], verbs: Sequence[str] = (), **rest: object
) -> list[Mention]:
    """Find the mentions of one sentence."""
    parse = build.make_parse((text, names), verbs=verbs, **rest)
    return list(find_mentions(parse, load_world()))


def holder_of(
    text: str, names: Sequence[tuple[str, str]] = (), verbs: Sequence[str] = (), **rest: object
) -> Mention:
    """Find Lintang Wardana in one sentence."""
    found = mentions_of(text, (*names, NAME), verbs, **rest)
    return next(m for m in found if m.text == "Lintang Wardana")


@pytest.mark.parametrize(
    ("text", "names", "role", "sector"),
    [
        (
            "Deputi Program Kopi, Teh, dan Gula Kementerian Pertanian, Lintang Wardana, tiba",
            [("ORG", "Kementerian Pertanian")],
            "Deputi Program Kopi, Teh, dan Gula Kementerian Pertanian",
            "GOV",
        ),
        (
            "Direktur Pelabuhan Kecil, Ditjen Perhubungan Laut, Kemenhub, Lintang Wardana, tiba",
            [("ORG", "Ditjen Perhubungan Laut"), ("ORG", "Kemenhub")],
            "Direktur Pelabuhan Kecil, Ditjen Perhubungan Laut, Kemenhub",
            "GOV",
        ),
        (
            "Kepala Bagian Pengembangan Industri Kementerian Pertanian, Lintang Wardana, tiba",
            [("ORG", "Kementerian Pertanian")],
            "Kepala Bagian Pengembangan Industri Kementerian Pertanian",
            "GOV",
        ),
        (
            "Dirjen Potensi Kementerian Pertahanan Laksamana Muda TNI Lintang Wardana tiba",
            [("ORG", "Kementerian Pertahanan"), ("ORG", "TNI")],
            "Dirjen Potensi Kementerian Pertahanan",
            "GOV",
        ),
        ("Hakim Distrik AS Lintang Wardana tiba", [], "Hakim Distrik AS", "JUD"),
        (
            "salah seorang warga sekitar, Lintang Wardana, mengeluh",
            [],
            "warga sekitar",
            "CVL",
        ),
        (
            "Legal and Compliance Senior Director Gojek, Lintang Wardana, tiba",
            [("ORG", "Gojek")],
            "Legal and Compliance Senior Director Gojek",
            "BUS",
        ),
        (
            "CIO Gojek Lintang Wardana tiba",
            [("ORG", "CIO Gojek")],
            "CIO Gojek",
            "BUS",
        ),
        (
            "Kabag Umum Sekretariat DPRD Pacitan, Lintang Wardana, tiba",
            [("ORG", "DPRD Pacitan")],
            "Kabag Umum Sekretariat DPRD Pacitan",
            "LEG",
        ),
        (
            "Guru Besar Institut Pertanian Bogor dan pakar pupuk, Lintang Wardana, tiba",
            [("ORG", "Institut Pertanian Bogor")],
            "Guru Besar Institut Pertanian Bogor dan pakar pupuk",
            "EDU",
        ),
        (
            "Ketua Yayasan Melati sekaligus Direktur PT Mawar Lintang Wardana tiba",
            [("ORG", "Yayasan Melati"), ("ORG", "PT Mawar")],
            "Ketua Yayasan Melati sekaligus Direktur PT Mawar",
            "SOC",
        ),
    ],
)
def test_offices_before_a_name_are_read_to_their_end(
    text: str, names: Sequence[tuple[str, str]], role: str, sector: str
) -> None:
    """An office with commas, English words or a second office is the person's as a whole."""
    person = holder_of(text, names, verbs=("tiba", "mengeluh"))
    assert (person.role, person.sectors[:1]) == (role, (sector,))


@pytest.mark.parametrize(
    ("text", "names", "role", "country", "sector"),
    [
        (
            "kata Lintang Wardana, profesor sejarah dan ilmu politik di Universitas Selasih, Seoul",
            [("ORG", "Universitas Selasih")],
            "profesor sejarah dan ilmu politik di Universitas Selasih",
            None,
            "EDU",
        ),
        (
            "Lintang Wardana, pakar ilmu politik, tiba",
            [],
            "pakar ilmu politik",
            "IDN",
            "EDU",
        ),
        (
            "Lintang Wardana, pakar ilmu politik dan mantan duta besar Peru untuk PBB, tiba",
            [],
            "pakar ilmu politik dan mantan duta besar Peru untuk PBB",
            "PER",
            "ELI",
        ),
        (
            "Lintang Wardana, pejabat Gedung Putih urusan pangan, tiba",
            [],
            "pejabat Gedung Putih urusan pangan",
            "USA",
            "GOV",
        ),
        (
            "kata Lintang Wardana, pemimpin Partai Kuning dan Jingga terkait hal itu",
            [("ORG", "Partai Kuning")],
            "pemimpin Partai Kuning dan Jingga",
            "IDN",
            "PTY",
        ),
    ],
)
def test_offices_behind_a_name_take_their_field(
    text: str, names: Sequence[tuple[str, str]], role: str, country: str | None, sector: str
) -> None:
    """A calling behind a name reaches over its field of study to its body."""
    person = holder_of(text, names, verbs=("tiba", "kata"))
    assert (person.role, person.sectors[:1]) == (role, (sector,))
    assert country in {None, person.country}


def test_body_behind_who_speaks_is_the_speakers() -> None:
    """Who speaks "dari Universitas Selasih" is of it."""
    person = holder_of(
        "kata Lintang Wardana dari Universitas Selasih",
        [("ORG", "Universitas Selasih")],
        verbs=("kata",),
        heads={"Lintang": ("kata", "nsubj")},
    )
    assert (person.role, person.sectors) == ("Universitas Selasih", ("EDU",))


def test_body_that_someone_is_taken_from_stays_the_verbs() -> None:
    """Who is fetched from a club is not spoken of as the club's."""
    person = holder_of(
        "Mereka mendatangkan Lintang Wardana dari Universitas Selasih",
        [("ORG", "Universitas Selasih")],
        verbs=("mendatangkan",),
    )
    assert person.role is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "kemarin dua peneliti dari Universitas Selasih, Lintang Wardana dan Bayu Kencana, tiba",
            2,
        ),
        (
            "kemarin dua dosen Universitas Selasih atau Unsel, Lintang Wardana dan Bayu Kencana",
            2,
        ),
        (
            "kemarin tiga dosen Universitas Selasih, Lintang Wardana dan Bayu Kencana, tiba",
            0,
        ),
    ],
)
def test_number_of_names_shares_an_office(text: str, count: int) -> None:
    """As many names as the number says hold the office that stands before them."""
    other = [("ORG", "Unsel")] if "Unsel" in text else []
    names = [("ORG", "Universitas Selasih"), *other, NAME, ("PER", "Bayu Kencana")]
    found = mentions_of(text, names, verbs=("tiba",))
    held = [m for m in found if m.form == "name" and m.type == "PER" and m.sectors == ("EDU",)]
    assert len(held) == count


@pytest.mark.parametrize(
    "text",
    [
        "Direktur Utama, Bayu Kencana, dan Kementerian Pertanian, Lintang Wardana, tiba",
        "Ketua Mawar, Melati, dan Kementerian Pertanian bertemu Lintang Wardana",
        "Ketua DPR dan Menteri Pertanian, Lintang Wardana, tiba",
    ],
)
def test_lists_are_no_long_offices(text: str) -> None:
    """Names or offices in a list are not words of one office."""
    names = [("ORG", "Kementerian Pertanian")] if "Kementerian" in text else []
    if "Bayu" in text:
        names.append(("PER", "Bayu Kencana"))
    person = holder_of(text, names, verbs=("tiba", "bertemu"))
    assert person.role is None or "," not in person.role
    assert person.role is None or " dan " not in person.role


def test_party_that_someone_leads_is_a_party() -> None:
    """The leader of a party that is not named is of a party, not of the opposition."""
    person = holder_of("pemimpin partai Lintang Wardana tiba", verbs=("tiba",))
    assert person.sectors[:1] == ("PTY",)
