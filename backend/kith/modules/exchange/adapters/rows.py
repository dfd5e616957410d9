"""What every format is turned into."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kith.modules.exchange.errors import RowProblem

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a person counts (the header is row 1), its cells, or why it cannot be used."""

    number: int
    cells: tuple[Cell, ...]
    problem: RowProblem | None = None


def titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the titles of columns, each of its own: one without a title is called by its number."""
    found: list[str] = []
    times = Counter[str]()
    for number, cell in enumerate(cells, 1):
        title = ("" if cell is None else str(cell).strip()) or f"#{number}"
        times[title] += 1
        found.append(title if times[title] == 1 else f"{title} ({times[title]})")
    return tuple(found)


class Table(Protocol):
    """An open file: its header once, then its rows, from any row on."""

    header: tuple[str, ...]

    def rows(self, after: int = 1) -> Iterator[Row]:
        """Yield the rows whose number is greater than `after`."""
        ...
