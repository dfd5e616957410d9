"""How values are written into a file, so that people can read it and an import reads the same back."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kith.kernel.schema import FieldDef
from kith.lib.json import Json, dumps

MARK = "\ufeff"
"""Without a byte-order mark Excel reads UTF-8 as something else."""
ASIDE = ("kith_row", "kith_reason")
"""What stands beside a row that was set aside."""
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_LIKE_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
Cell = str | int | float | bool | None
ADDRESS = ("street", "city", "region", "postal", "country")


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column of the file: its title, and the part of a field that it holds."""

    title: str
    path: str
    part: str = ""


def columns_for(path: str, title: str, of: FieldDef) -> tuple[OutColumn, ...]:
    """Return the file columns of one field: money brings its currency, a link its id."""
    if of.kind == "money":
        return OutColumn(title, path), OutColumn(f"{title} ({of.name}.currency)", path, "currency")
    if of.kind in ("link", "parent", "user"):
        return OutColumn(title, path), OutColumn(f"{title} ({of.name}.id)", path, "id")
    return (OutColumn(title, path),)


def cell(value: Json, of: FieldDef, column: OutColumn, zone: ZoneInfo) -> Cell:
    """Return what stands in the cell."""
    if column.part and isinstance(value, Mapping):
        return _plain(value.get(column.part))
    if value is None:
        return None
    return WRITERS.get(of.kind, _any)(value, of, zone)


def _datetime(value: Json, _of: FieldDef, zone: ZoneInfo) -> Cell:
    moment = dt.datetime.fromisoformat(str(value)).astimezone(zone)
    return moment.replace(tzinfo=None).isoformat(" ", "seconds")


def _address(value: Json, _of: FieldDef, _zone: ZoneInfo) -> Cell:
    parts = value if isinstance(value, Mapping) else {}
    return ", ".join(str(parts[name]) for name in ADDRESS if parts.get(name))


def _choice(value: Json, of: FieldDef, _zone: ZoneInfo) -> Cell:
    option = of.option(str(value))
    return option.label if option else str(value)


def _list(value: Json, of: FieldDef, zone: ZoneInfo) -> Cell:
    items = value if isinstance(value, list) else [value]
    read = _choice if of.options else _any
    return "; ".join(str(read(item, of, zone)) for item in items)


def _json(value: Json, _of: FieldDef, _zone: ZoneInfo) -> Cell:
    return dumps(value).decode()


def _any(value: Json, _of: FieldDef, _zone: ZoneInfo) -> Cell:
    if isinstance(value, Mapping):
        return _plain(value.get("amount", value.get("label", value.get("name"))))
    return _plain(value)


WRITERS: Mapping[str, Callable[[Json, FieldDef, ZoneInfo], Cell]] = {
    "datetime": _datetime,
    "address": _address,
    "choice": _choice,
    "multi_choice": _list,
    "links": _list,
    "tags": _list,
    "json": _json,
}


def defuse(value: object) -> object:
    """Put an apostrophe before what a spreadsheet would run as a formula; import takes it off again."""
    return f"'{value}" if isinstance(value, str) and _DANGEROUS.match(value) else value


def keep(value: object) -> object:
    """A workbook runs no texts; only one that looks defused gets another apostrophe, which import takes off."""
    return f"'{value}" if isinstance(value, str) and _LIKE_DEFUSED.match(value) else value


def lines(rows: Sequence[Sequence[object]]) -> str:
    """Return rows as CSV text that no spreadsheet runs."""
    out = io.StringIO()
    csv.writer(out).writerows(
        ["" if value is None else defuse(value) for value in row] for row in rows
    )
    return out.getvalue()


def _plain(value: Json) -> Cell:
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
