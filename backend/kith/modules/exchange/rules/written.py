"""How values are written into a file, so that people can read it and an import reads the same back."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from decimal import Decimal
from zoneinfo import ZoneInfo

from kith.kernel.schema import FieldDef
from kith.lib.json import Json, dumps
from kith.lib.text import fold
from kith.modules.exchange.rules.parts import ADDRESS, ID, LINKED, marked

MARK = "\ufeff"
"""Without a byte-order mark Excel reads UTF-8 as something else."""
ASIDE = ("kith_row", "kith_reason")
"""What stands beside a row that was set aside."""
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_SEPARATOR = re.compile(r"[;,；，、|\n]|^\[")
_LIKE_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Words:
    """How the reader calls options, by field and key, and where they are."""

    zone: ZoneInfo
    options: Mapping[tuple[str, str], str] = with_default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column of the file: its title, and the part of a field that it holds."""

    title: str
    path: str
    part: str = ""


def columns_for(path: str, title: str, of: FieldDef) -> tuple[OutColumn, ...]:
    """Return the file columns of one field: money brings its currency, a link its id, an address its parts."""
    plain = OutColumn(title, path)
    if of.kind in LINKED:
        return plain, OutColumn(marked(title, of.name, ID), path, ID)
    if of.kind == "money":
        return plain, OutColumn(marked(title, of.name, "currency"), path, "currency")
    if of.kind == "address":
        return tuple(OutColumn(marked(title, of.name, part), path, part) for part in ADDRESS)
    return (plain,)


def cell(value: Json, of: FieldDef, column: OutColumn, words: Words) -> Cell:
    """Return what stands in the cell."""
    if value is None:
        return None
    if column.part and isinstance(value, Mapping):
        return _plain(value.get(column.part))
    if column.part and isinstance(value, list):
        return "; ".join(str(item[column.part]) for item in value if isinstance(item, Mapping))
    return WRITERS.get(of.kind, _any)(value, of, words)


def _datetime(value: Json, _of: FieldDef, words: Words) -> Cell:
    """The wall clock of the reader; the hour that autumn brings twice says which of the two it is."""
    moment = dt.datetime.fromisoformat(str(value)).astimezone(words.zone)
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return (moment if twice else moment.replace(tzinfo=None)).isoformat(" ", "auto")


def _percent(value: Json, _of: FieldDef, _words: Words) -> Cell:
    """Spreadsheets hold 35 % as 0.35; what is that small in ours says so with its sign."""
    is_small = isinstance(value, int | float) and value and -1 <= value <= 1
    return f"{_decimal(value)}%" if is_small else _plain(value)


def _place(value: Json, _of: FieldDef, _words: Words) -> Cell:
    parts = value if isinstance(value, Mapping) else {}
    return f"{_decimal(parts.get('lat'))}, {_decimal(parts.get('lng'))}"


def _choice(value: Json, of: FieldDef, words: Words) -> Cell:
    """The label, or the key where two options are called the same."""
    key = str(value)
    label = words.options.get((of.name, key)) or key
    alike = sum(
        1 for o in of.options if fold(words.options.get((of.name, o.key), "")) == fold(label)
    )
    return label if alike == 1 else key


def _list(value: Json, of: FieldDef, words: Words) -> Cell:
    items = value if isinstance(value, list) else [value]
    read = _choice if of.options else _any
    texts = [str(read(item, of, words)) for item in items]
    return dumps(texts).decode() if any(_SEPARATOR.search(t) for t in texts) else "; ".join(texts)


def _json(value: Json, _of: FieldDef, _words: Words) -> Cell:
    return dumps(value).decode()


def _any(value: Json, _of: FieldDef, _words: Words) -> Cell:
    if isinstance(value, Mapping):
        return _plain(value.get("amount", value.get("label", value.get("name"))))
    return _plain(value)


WRITERS: Mapping[str, Callable[[Json, FieldDef, Words], Cell]] = {
    "datetime": _datetime,
    "percent": _percent,
    "place": _place,
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
        ["" if value is None else _in_text(value) for value in row] for row in rows
    )
    return out.getvalue()


def _plain(value: Json) -> Cell:
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _in_text(value: object) -> object:
    if isinstance(value, float):
        return _decimal(value)
    return defuse(value)


def _decimal(value: object) -> str:
    """Numbers without an exponent, with all their digits: 0.0000001, not 1e-07."""
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
