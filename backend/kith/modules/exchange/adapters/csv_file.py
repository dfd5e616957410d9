"""Delimited text, read lazily; a quotation mark that is never closed costs one row, not the rest of the file."""

import csv
import itertools
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kith.modules.exchange.adapters.rows import Row, titles
from kith.modules.exchange.errors import FileEmpty, QuoteOpen

MAX_LINES = 200
"""A quoted cell may span so many lines; beyond that the mark was a mistake."""
MAX_CELL = 1024 * 1024
csv.field_size_limit(MAX_CELL)


class CsvTable:
    """A text file with a header row."""

    def __init__(self, path: Path, encoding: str, delimiter: str) -> None:
        """Read the header; raise FileEmpty when there is none."""
        self.path, self.encoding, self.delimiter = path, encoding, delimiter
        first = next(self._all(), None)
        if first is None or not any(first.cells):
            raise FileEmpty
        self.header = titles(first.cells)

    def rows(self, after: int = 1) -> Iterator[Row]:
        """Yield the rows after row number `after`; empty lines are skipped but counted."""
        return (
            row for row in self._all() if row.number > after and (row.problem or any(row.cells))
        )

    def _all(self) -> Iterator[Row]:
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            source = _Records(file, self.delimiter)
            reader = csv.reader(source, delimiter=self.delimiter)
            width = 0
            for number in itertools.count(1):
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    cells, source.broken = [], True
                width = width or len(cells)
                if source.broken or (source.span > 1 and len(cells) != width):
                    source.keep_first_line()
                    yield Row(number, (source.text,), QuoteOpen())
                else:
                    yield Row(number, tuple(cells))


class _Records:
    """Joins physical lines while a quotation mark is open; gives up after MAX_LINES.

    `keep_first_line` puts all but the first line of the last record back: the mark in it was a mistake.
    """

    def __init__(self, file: TextIO, delimiter: str) -> None:
        self._file = file
        self._delimiter = delimiter
        self._waiting: deque[str] = deque()
        self._lines: list[str] = []
        self.broken = False

    @property
    def text(self) -> str:
        """The first line of the last record as it stands in the file."""
        return self._lines[0].rstrip("\r\n") if self._lines else ""

    @property
    def span(self) -> int:
        """How many lines the last record takes."""
        return len(self._lines)

    def keep_first_line(self) -> None:
        """Give the other lines of the last record back to the file."""
        self._waiting.extendleft(reversed(self._lines[1:]))
        del self._lines[1:]

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.broken = False
        line = self._line()
        if line is None:
            raise StopIteration
        self._lines = [line]
        if line.count('"') % 2 and _ends_open(line, self._delimiter, inside=False):
            self._join()
        text = line.replace('"', "") if self.broken else "".join(self._lines)
        return text.replace("\x00", "")

    def _join(self) -> None:
        inside = True
        while inside and len(self._lines) < MAX_LINES:
            more = self._line()
            if more is None:
                break
            self._lines.append(more)
            inside = _ends_open(more, self._delimiter, inside=True)
        self.broken = inside

    def _line(self) -> str | None:
        return self._waiting.popleft() if self._waiting else self._file.readline() or None


def _ends_open(line: str, delimiter: str, *, inside: bool) -> bool:
    """Say whether a quoted cell is still open at the end of the line.

    A mark in the middle of a bare cell means nothing, and only one before a delimiter or the line's end closes a cell.
    """
    start, after_mark = not inside, False
    for char in line.rstrip("\r\n"):
        if not inside:
            inside, start = start and char == '"', char == delimiter
        elif char == '"':
            after_mark = not after_mark
        elif after_mark:
            inside, after_mark, start = char != delimiter, False, True
    return inside and not after_mark
