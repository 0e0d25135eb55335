"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kawat import Coder
from kawat.records import (
    Agreement,
    CodedStory,
    Entity,
    Event,
    MadeBy,
    Span,
    Statement,
    TextSpan,
    Visit,
    WireMarks,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
KAWAT = Path(sys.executable).with_name("kawat")


@pytest.fixture(scope="session")
def run_kawat() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the installed command as a person would, without a terminal."""

    def run(
        *arguments: object, given: str | bytes = "", **options: Any
    ) -> subprocess.CompletedProcess[str]:
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [str(KAWAT), *map(str, arguments)],
            input=data,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "80"},
            **options,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture(scope="session")
def coder() -> Coder:
    """Give one coder for all tests: loading is what costs. A failing stage raises."""
    return Coder(strict=True)


@pytest.fixture
def demo_files() -> tuple[Path, ...]:
    """Give the bundled stories."""
    return tuple(sorted((ROOT / "src" / "kawat" / "data" / "demo").glob("*.txt")))


@pytest.fixture
def small_story() -> CodedStory:
    """Give a small record made by hand, with one of everything."""
    text = 'Hanoi (ANTARA) - Ratna bertemu Khai. "Kami sepakat," kata Ratna.\n\nEditor: Wening'

    def span(words: str) -> TextSpan:
        start = text.index(words)
        return TextSpan(start=start, end=start + len(words), text=words)

    met, said = span("bertemu"), span("Kami sepakat")
    return CodedStory(
        id="cerita-1",
        url=None,
        outlet=None,
        title="Ratna bertemu Khai",
        language="id",
        published="2025-03-11",
        wire=WireMarks(agency="ANTARA", dateline="Hanoi", editors=("Wening",)),
        text=text,
        sentences=(Span(start=17, end=36), Span(start=37, end=64)),
        entities=(
            Entity(
                id="e1",
                type="PER",
                name="Ratna",
                role="Menteri",
                country="IDN",
                sectors=("GOV",),
                mentions=(span("Ratna"),),
            ),
            Entity(
                id="e2",
                type="PER",
                name="Khai",
                role=None,
                country="VNM",
                sectors=(),
                mentions=(span("Khai"),),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                start=said.start,
                end=said.end,
                text=said.text,
                kind="direct",
                speaker="e1",
                cue=span("kata"),
            ),
        ),
        events=(
            Event(
                id="v1",
                type="CONSULT",
                modes=("visit",),
                cameo="042",
                quad=1,
                intensity=4.0,
                actors=("e1",),
                recipients=("e2",),
                date="2025-03-11",
                date_end=None,
                place="Hanoi",
                place_country="VNM",
                latitude=21.0,
                longitude=105.8,
                geonameid=1581130,
                status="actual",
                background=False,
                contexts=("diplomatic",),
                dead=None,
                injured=None,
                size=None,
                trigger=met,
                sentence=Span(start=17, end=36),
                also=(),
                statement=None,
                why=("acts/consult.yml:temu",),
            ),
        ),
        agreements=(
            Agreement(
                id="a1",
                name="kesepakatan",
                parties=("IDN", "VNM"),
                status="to_be_signed",
                date=None,
                signatories=("e1",),
                evidence=(said,),
            ),
        ),
        visits=(
            Visit(
                id="t1",
                visitor="e1",
                visitor_country="IDN",
                host_country="VNM",
                place="Hanoi",
                arrival="2025-03-11",
                status="actual",
                evidence=(met,),
            ),
        ),
        problems=(),
        made_by=MadeBy(kawat="0.1.0", model="id_kawat_news-0.1.0", codebook="0123abcd"),
    )
