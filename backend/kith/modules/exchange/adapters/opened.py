"""From a file on disk to a table, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.modules.exchange.adapters.csv_file import CsvTable
from kith.modules.exchange.adapters.rows import Table
from kith.modules.exchange.adapters.xlsx_file import XlsxTable
from kith.modules.exchange.errors import FileEmpty, FileUnreadable, OldWorkbook
from kith.modules.exchange.rules.encoding import SAMPLE, find_delimiter, find_encoding

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Format:
    """How to open the file again: found once, kept with the import, shown to the user and theirs to correct."""

    kind: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()
    sheet: str | None = None


def detect(path: Path) -> Format:
    """Return the format of a file; raise FileUnreadable, FileSuspicious or FileEmpty."""
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        raise FileEmpty
    if head.startswith(_OLD_EXCEL):
        raise OldWorkbook
    if head.startswith(_ZIP):
        table = XlsxTable(path)
        return Format("xlsx", sheets=table.sheets, sheet=table.sheets[0])
    encoding = find_encoding(_chunks(path))
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(SAMPLE)
    if "\x00" in sample:
        raise FileUnreadable
    return Format("csv", encoding=encoding, delimiter=find_delimiter(sample))


def open_table(path: Path, form: Format) -> Table:
    """Open the file as the format says."""
    if form.kind == "xlsx":
        return XlsxTable(path, form.sheet)
    return CsvTable(path, form.encoding or "utf-8", form.delimiter or ",")


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            yield chunk
