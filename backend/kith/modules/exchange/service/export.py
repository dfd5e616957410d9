"""Writes records into CSV or XLSX as a stream, inside the reader's rights."""

import tempfile
from asyncio import to_thread
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import xlsxwriter

from kith.kernel.api import Context, access, records
from kith.kernel.expr import Path as FieldPath
from kith.kernel.expr import Query
from kith.kernel.schema import FieldDef
from kith.lib.json import Json
from kith.modules.exchange.rules.parts import marked
from kith.modules.exchange.rules.written import (
    MARK,
    OutColumn,
    Words,
    cell,
    columns_for,
    keep,
    lines,
)

PAGE = 200
MAX_SHEET_ROWS = 1_048_575
Told = Callable[[int], Awaitable[None]]
"""Hears how many rows are written; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is exported: the query and its columns, each with the field that it shows."""

    object: str
    query: Query
    columns: tuple[tuple[OutColumn, FieldDef], ...]
    words: Words


def sheet(ctx: Context, object_name: str, query: Query, paths: Sequence[str]) -> Sheet:
    """Plan an export; without paths every readable field is written, so that an import brings all of it back."""
    of = ctx.catalog.object(object_name)
    readable = access.readable(ctx, object_name)
    wanted = [p for p in paths if p != "id"] or [
        f.name for f in of.all_fields() if f.name in readable
    ]
    columns: list[tuple[OutColumn, FieldDef]] = [
        (OutColumn("id", "id"), FieldDef("id", kind="text", label="id"))
    ]
    fields_of = {path: _field_at(ctx, object_name, path) for path in wanted}
    titles = {path: _title(ctx, object_name, path) for path in wanted}
    called = Counter(titles.values())
    for path, field in fields_of.items():
        alike = called[titles[path]] > 1 and "." not in path
        title = marked(titles[path], path) if alike else titles[path]
        columns += [(column, field) for column in columns_for(path, title, field)]
    fields: tuple[FieldPath, ...] = tuple(tuple(p.split(".")) for p in wanted)
    exact = replace(query, fields=fields, limit=PAGE, count="none")
    words = Words(ZoneInfo(ctx.actor.timezone), _options(ctx, object_name, fields_of))
    return Sheet(object_name, exact, tuple(columns), words)


async def as_csv(ctx: Context, of: Sheet, told: Told | None = None) -> AsyncIterator[bytes]:
    """Yield the file in pieces of one page each."""
    yield (MARK + lines([[column.title for column, _ in of.columns]])).encode()
    waiting: list[Sequence[object]] = []
    async for row in _rows(ctx, of, told):
        waiting.append(row)
        if len(waiting) >= PAGE:
            yield lines(waiting).encode()
            waiting.clear()
    yield lines(waiting).encode()


async def as_xlsx(ctx: Context, of: Sheet, told: Told | None = None) -> AsyncIterator[bytes]:
    """Yield the workbook; it is written to disk row by row first, because a workbook's end describes its beginning."""
    with tempfile.TemporaryDirectory(prefix="kith-export-") as folder:
        path = Path(folder) / "export.xlsx"
        book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False}
        )
        page = book.add_worksheet(of.object[:31])
        bold = book.add_format({"bold": True})
        page.write_row(0, 0, [column.title for column, _ in of.columns], bold)
        page.freeze_panes(1, 0)
        number = 0
        async for row in _rows(ctx, of, told):
            number += 1
            if number > MAX_SHEET_ROWS:
                break
            for i, value in enumerate(row):
                _write_cell(page, number, i, value)
        await to_thread(book.close)
        with path.open("rb") as file:
            while chunk := await to_thread(file.read, 256 * 1024):
                yield chunk


def _title(ctx: Context, object_name: str, path: str) -> str:
    label = f"field.{object_name}.{path}"
    return path if "." in path else ctx.catalog.label(label, ctx.actor.locale)


def _options(
    ctx: Context, object_name: str, fields: Mapping[str, FieldDef]
) -> dict[tuple[str, str], str]:
    """How the reader calls the options of each field; those of another object are found by its own labels."""
    return {
        (field.name, option.key): option.label
        if "." in path
        else ctx.catalog.label(f"option.{object_name}.{field.name}.{option.key}", ctx.actor.locale)
        for path, field in fields.items()
        for option in field.options
    }


def _field_at(ctx: Context, object_name: str, path: str) -> FieldDef:
    *links, last = path.split(".")
    for link in links:
        object_name = ctx.catalog.field(object_name, link).to or object_name
    return ctx.catalog.field(object_name, last)


async def _rows(
    ctx: Context, of: Sheet, told: Told | None
) -> AsyncIterator[list[str | int | float | bool | None]]:
    done = 0
    async for record in records.iter(ctx, of.object, of.query):
        yield [
            str(record.id)
            if column.path == "id"
            else cell(_value(record, column.path), field, column, of.words)
            for column, field in of.columns
        ]
        done += 1
        if told is not None and done % PAGE == 0:
            await told(done)


def _value(record: object, path: str) -> Json:
    return record.get(path)  # type: ignore[attr-defined]  # a Record is a Mapping


def _write_cell(page: object, row: int, column: int, value: object) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, column, value)  # type: ignore[attr-defined]
    elif isinstance(value, int | float):
        page.write_number(row, column, value)  # type: ignore[attr-defined]
    elif value is not None:
        page.write_string(row, column, str(keep(value))[:32_767])  # type: ignore[attr-defined]
