"""Floors under the scores: kept in one file, raised as scores rise, lowered only on purpose."""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
# Another processor may round a sum otherwise and turn a parse; this is less than one story's worth.
SLACK = 0.005
LOWER_IS_BETTER = frozenset({"lean.idle_per_100"})
# Shares of what was found: finding more, and harder cases, may lower them without any loss.
OF_WHAT_WAS_FOUND = frozenset(
    {
        "stories.entities.country.f1",
        "stories.entities.sector.f1",
        "stories.entities.role.f1",
        "stories.events.mode.f1",
        "stories.events.date.f1",
        "stories.events.place_country.f1",
        "plover_examples.actor",
        "plover_examples.recipient",
    }
)

Figures = dict[str, float]


class Floors:
    """The floors, and the gold stories that they hold for."""

    def __init__(self) -> None:
        kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
        self.fingerprints: dict[str, str] = kept.get("fingerprints", {})
        self.figures: Figures = kept.get("figures", {})

    def changed(self, fingerprints: dict[str, str]) -> list[str]:
        """Name the sets whose stories are not those that the floors were measured on."""
        return sorted(s for s, f in fingerprints.items() if self.fingerprints.get(s) != f)

    def broken(self, figures: Figures) -> list[str]:
        """Tell which figures are below their floor."""
        return [
            f"{name} is {figures[name]:.4f}, floor {floor:.4f}"
            for name, floor in self.figures.items()
            if name in figures and _worse(name, figures[name], floor, _slack(name))
        ]

    def save(self, figures: Figures, fingerprints: dict[str, str], *, regress: bool) -> list[str]:
        """Raise the floors to the figures; lower one only with ``regress``.

        Returns:
            The names of the floors that were kept since the figure is lower.
        """
        kept = []
        floors = dict(self.figures)
        for name, value in figures.items():
            if name in floors and _worse(name, value, floors[name], 0) and not regress:
                kept.append(name)
            else:
                floors[name] = value
        self.fingerprints = {**self.fingerprints, **fingerprints}
        self.figures = dict(sorted(floors.items()))
        held = {"fingerprints": self.fingerprints, "figures": self.figures}
        FILE.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
        return kept


def _worse(name: str, value: float, floor: float, slack: float) -> bool:
    if name in LOWER_IS_BETTER:
        return value > floor + 100 * slack
    return value < floor - slack


def _slack(name: str) -> float:
    return 10 * SLACK if name in OF_WHAT_WAS_FOUND else SLACK
