"""The tables: complete, checked, quick to load."""

import time

import pytest
from babel import Locale

from kawat.world import find_place, load_world
from kawat.world.checks import COLUMNS, check_tables
from kawat.world.lexicon import ANY, CAPITAL, UPPER, case_of
from kawat.world.load import read_table


def test_every_country_of_cldr_is_there_under_its_name() -> None:
    """Each ISO territory stands in countries.csv with the Indonesian name of CLDR."""
    names = Locale("id").territories
    rows = {row["iso2"]: row for row in read_table("countries", COLUMNS["countries"])}
    regions = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    assert {code for code in names if len(code) == 2 and code.isalpha()} - regions == set(rows)
    assert {code: row["cldr"] for code, row in rows.items()} == {code: names[code] for code in rows}


def test_hundred_organisations_are_there() -> None:
    """The press's international organisations have a code and a sector."""
    rows = read_table("organisations", COLUMNS["organisations"])
    world_bodies = [row for row in rows if row["country"] in {"UNO", "EUR", "IGO", "NGO", "IMG"}]
    assert len(world_bodies) >= 100
    assert all(row["country"] and row["sectors"] for row in rows)


def test_world_loads_quickly() -> None:
    """All tables are read and compiled in a fraction of a second."""
    load_world.cache_clear()
    begin = time.process_time()
    load_world()
    assert time.process_time() - begin < 1


class Line(dict[str, str]):
    """A row as read_csv gives it."""

    file, line = "world/tables/offices.csv", 7


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("organisations", {"names": "X", "country": "ZZZ", "sectors": "GOV"}, "country 'ZZZ'"),
        ("organisations", {"names": "X", "country": "", "sectors": "GOV;AB"}, "sector 'AB'"),
        ("organisations", {"names": "", "country": "", "sectors": "GOV"}, "name is missing"),
        ("governments", {"words": "x", "kind": "y"}, "kind 'y'"),
        ("leaders", {"names": "X", "valid_from": "2020", "valid_to": ""}, "valid_from '2020'"),
        ("places", {"names": "X", "latitude": "95", "longitude": "1"}, "latitude '95'"),
        ("times", {"kind": "x", "word": "x", "value": "a"}, "value 'a'"),
    ],
)
def test_fault_of_a_row_is_told(table: str, row: dict[str, str], message: str) -> None:
    """A wrong code, choice, day or number is reported with file and line."""
    (fault,) = check_tables({table: (Line(row),)})  # type: ignore[dict-item]
    assert message in str(fault)
    assert str(fault).startswith("world/tables/offices.csv:7:")


def test_name_that_stands_twice_is_a_fault() -> None:
    """A name has one row, so that it can't contradict itself."""
    rows = (Line(words="menteri", sectors="GOV"), Line(words="raja;menteri", sectors="GOV"))
    (fault,) = check_tables({"titles": rows})  # type: ignore[dict-item]
    assert "'menteri' stands in line 7, too" in str(fault)


def test_tables_have_no_faults() -> None:
    """All tables of the package pass their checks."""
    assert check_tables({t: read_table(t, columns) for t, columns in COLUMNS.items()}) == []


def test_case_of_a_name_says_how_it_is_found() -> None:
    """Capitals only, first letter, or any case."""
    assert (case_of("AS"), case_of("Rusia"), case_of("polisi")) == (UPPER, CAPITAL, ANY)


@pytest.mark.parametrize(
    ("name", "country", "geonameid"),
    [
        ("Moskow", "RUS", 524901),
        ("Jakarta", "IDN", 1642911),
        ("Kuta, Bali", "IDN", None),
        ("Jenewa", "CHE", 2660646),
        ("Gedung Putih", "USA", None),
        ("Jawa Barat", "IDN", None),
        ("Kabupaten Bogor", "IDN", None),
        ("Yerusalem", "ISR", 281184),
    ],
)
def test_place_is_found_with_country(name: str, country: str, geonameid: int | None) -> None:
    """Capitals, cities, palaces and Indonesian regions are found by their Indonesian names."""
    place = find_place(name, load_world())
    assert place is not None
    assert place.country == country
    assert place.latitude is not None
    assert geonameid is None or place.geonameid == geonameid


def test_unknown_place_is_none() -> None:
    """What no table holds is not guessed."""
    assert find_place("Wakanda", load_world()) is None
