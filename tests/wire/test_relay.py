"""Tests of relayed media. All text is invented."""

import pytest

from kawat.wire import read_story, read_text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kapal itu tiba, seperti dilansir Reuters, Jumat (17/1).", "Reuters"),
        ("Dilansir dari laman Suara Contoh, kapal itu tiba.", "Suara Contoh"),
        ("Melansir AFP pada Jumat, kapal itu tiba.", "AFP"),
        ("Dikutip dari The Contoh Times. Pernyataan itu muncul kemarin.", "The Contoh Times"),
        ("Kapal itu tiba, sebagaimana diberitakan AFP.", "AFP"),
        ("Kapal itu tiba, dilansir AFP dan New York Post , Jumat.", "AFP dan New York Post"),
        ("Kapal itu tiba, demikian Reuters melaporkan.", "Reuters"),
        ("Kapal itu tiba, demikian laporan kantor berita Xinhua.", "Xinhua"),
        ("Kapal itu tiba, dikutip kantor berita Iran, IRNA.", "IRNA"),
        ("Kapal itu tiba, dikutip media Inggris BBC.", "BBC"),
        ("Kapal itu tiba, dilansir dari contoh.com, Jumat.", "contoh.com"),
        ("Kapal itu tiba, dikutip dariCNBC, Jumat.", "CNBC"),
        (
            "Dilansir dari siaran langsung pelantikan, berikut naskahnya.",
            "siaran langsung pelantikan",
        ),
        ("Lewat rilis yang diterima dari Sekretariat Contoh, ia tiba.", "Sekretariat Contoh"),
        ("Kapal itu tiba, katanya dalam siaran pers KBRI Contoh, Jumat.", "KBRI Contoh"),
        ("Mengutip laman Balai Contoh, kapal itu tiba.", "Balai Contoh"),
        ("Kapal itu tiba, katanya dalam keterangan tertulis, Jumat.", None),
        ("Reuters melaporkan kapal itu tiba.", "Reuters"),
        ("Kapal itu tiba, dikutip \xa0 Reuters, Jumat.", "Reuters"),
        ("Kapal itu tiba. Reuters melaporkan, seperti dikutip dari Antara.", "Antara"),
        ("Kapal itu tiba, dikutip Jumat (17/1).", None),
        ("Ia mengutip Sri Wulan dalam pidatonya.", None),
        ("Mengutip Suara Contoh, kapal itu tiba.", "Suara Contoh"),
        ("Kapal itu tiba, dikutip Suara Contoh Jumat (17/1).", "Suara Contoh"),
        ("Mengutip Sri Wulan, kapal itu tiba. Wulan melihatnya.", None),
        ("Mengutip Sri Wulan (2018), kapal itu tiba.", None),
        ("Ia dilaporkan tewas di Ambon.", None),
        ("Sri Wulan melaporkan Adi ke Polres Ambon.", None),
        ("Dikutip dari keterangan tertulis, Jumat, kapal itu tiba.", None),
        ("Seperti diberitakan sebelumnya, kapal itu tiba.", None),
        ("Kapal itu tiba, dihimpun dari berbagai sumber.", None),
        ("Kapal itu tiba, tulis Sri Wulan di akun Instagramnya.", None),
        ("Kapal itu tiba, dikutip detikINET dari Suara Contoh.", "Suara Contoh"),
        ("Kapal itu tiba, dilansir AFP dari Moskow.", "AFP"),
        ("Kapal itu tiba, dinukil dari situs Contoh \xa0 Sri Wulan tiba.", "Contoh"),
    ],
)
def test_a_cue_names_the_relayed_medium(text: str, source: str | None) -> None:
    """The medium after a cue is the source, as printed; a person or a day is none."""
    assert read_story(read_text(text)).wire.source == source


def test_an_outlet_that_names_itself_is_the_agency() -> None:
    """Of "dikutip A dari B" A is the page's own name and B the source."""
    wire = read_story(read_text("Kapal itu tiba. Dikutip detikINET dari BBC, ia cepat.")).wire
    assert (wire.agency, wire.source) == ("detikINET", "BBC")
    wire = read_story(read_text("Kapal itu tiba, tulis Sri di akun Instagramnya.")).wire
    assert wire.agency is None
    wire = read_story(read_text("Ia tiba, dalam siaran yang diterima SINDOnews pada Rabu.")).wire
    assert (wire.agency, wire.source) == ("SINDOnews", None)


def test_relaying_oneself_is_no_source() -> None:
    """A page that quotes its own outlet relays no one."""
    text = "JAKARTA, KOMPAS.com - Kapal itu tiba, dikutip dari Kompas.com, Jumat."
    assert read_story(read_text(text)).wire.source is None
    raw = read_text("Kapal itu tiba, dilansir Kompas.com.", outlet="kompas.com")
    assert read_story(raw).wire.source is None


def test_a_source_line_comes_before_a_cue() -> None:
    """A line "Sumber:" says outright what a cue lets one guess."""
    text = "Kapal itu tiba, dilansir Reuters.\nSumber: Anadolu"
    assert read_story(read_text(text)).wire.source == "Anadolu"
