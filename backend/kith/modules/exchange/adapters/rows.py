"""What every format is turned into."""

import datetime as dt
from collections.abc import Iterator
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


class Table(Protocol):
    """An open file: its header once, then its rows, from any row on."""

    header: tuple[str, ...]

    def rows(self, after: int = 1) -> Iterator[Row]:
        """Yield the rows whose number is greater than `after`."""
        ...
