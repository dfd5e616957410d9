"""Workbooks, read by calamine once the archive has been found harmless."""

import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from kith.modules.exchange.adapters.rows import Row, titles
from kith.modules.exchange.errors import FileEmpty, FileSuspicious, WorkbookDamaged

MAX_UNPACKED = 1024 * 1024 * 1024
MAX_RATIO = 150
MAX_ENTRIES = 5_000
_SMALL = 10 * 1024 * 1024


def check(path: Path) -> None:
    """Refuse an archive that unpacks to more than a workbook of a million rows would, before anything unpacks it."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise WorkbookDamaged from error
    total = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if (
        len(entries) > MAX_ENTRIES
        or total > MAX_UNPACKED
        or (total > _SMALL and total / packed > MAX_RATIO)
    ):
        raise FileSuspicious


class XlsxTable:
    """One sheet of a workbook; its first row with text is the header."""

    def __init__(self, path: Path, sheet: str | None = None) -> None:
        """Open the sheet; raise FileUnreadable, FileSuspicious or FileEmpty."""
        check(path)
        try:
            with CalamineWorkbook.from_path(str(path)) as book:
                self.sheets: tuple[str, ...] = tuple(book.sheet_names)
                if not self.sheets:
                    raise FileEmpty
                self._sheet = book.get_sheet_by_name(
                    sheet if sheet in self.sheets else self.sheets[0]
                )
        except CalamineError as error:
            raise WorkbookDamaged from error
        first = next(self._all(), None)
        if first is None:
            raise FileEmpty
        self._header_row = first.number
        self.header = titles(first.cells)

    def rows(self, after: int = 1) -> Iterator[Row]:
        """Yield the rows after row number `after`."""
        start = max(after, self._header_row)
        return (row for row in self._all() if row.number > start)

    def _all(self) -> Iterator[Row]:
        for number, cells in zip(count(1), self._sheet.iter_rows(), strict=False):
            row = tuple(None if cell == "" else cell for cell in cells)
            if any(cell is not None for cell in row):
                yield Row(number, row)  # type: ignore[arg-type]  # calamine also knows timedelta, told apart by rules.cells
