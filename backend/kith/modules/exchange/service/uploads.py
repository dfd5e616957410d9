"""Takes a file in, finds out how it is written, and says what its columns seem to mean."""

import hashlib
import itertools
import tempfile
import uuid
from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from kith.kernel.api import Context, Record, records
from kith.kernel.expr import Compare, Query, Sort
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json
from kith.lib.text import fold
from kith.modules.exchange.adapters.opened import Format, detect, open_table
from kith.modules.exchange.adapters.rows import Cell
from kith.modules.exchange.errors import FileEmpty, FileTooLarge, ImportNotFound
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.rules.guess import guess_columns
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.rules.written import ASIDE
from kith.modules.exchange.service import standing
from kith.modules.exchange.service.files import blobs, local_copy, original_key

SAMPLES = 200
SHOWN = 5
MAX_BYTES = 500 * 1024 * 1024
MAX_ROWS = 1_000_000
LOCALES = ("en", "zh-CN")


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look at a file shows."""

    format: Format
    header: tuple[str, ...]
    samples: tuple[tuple[Cell, ...], ...]
    rows: int


async def upload(ctx: Context, name: str, file: BinaryIO) -> Record:
    """Keep the file and describe it; raise FileUnreadable, FileSuspicious, FileEmpty or FileTooLarge."""
    with tempfile.TemporaryDirectory(prefix="kith-import-") as folder:
        path = Path(folder) / "original"
        await to_thread(_save, file, path)
        seen = await to_thread(look, path, None)
        values: dict[str, Json] = {
            "name": name[:200] or "file",
            "format": asdict(seen.format) | {"sheets": list(seen.format.sheets)},
            "header": {"columns": list(seen.header), "samples": _shown(seen.samples)},
            "signature": signature(seen.header),
            "rows": seen.rows,
        }
        record = await records.create(ctx, IMPORT, values)
        await blobs(ctx).put(original_key(ctx, record.id), _chunks(path))
    return record


def look(path: Path, form: Format | None) -> Look:
    """Open a file, read its first rows and count the rest."""
    form = form or detect(path)
    table = open_table(path, form)
    rows = table.rows()
    samples = tuple(row.cells for row in itertools.islice(rows, SAMPLES) if row.problem is None)
    count = len(samples) + sum(1 for _ in rows)
    if count == 0:
        raise FileEmpty
    if count > MAX_ROWS:
        raise FileTooLarge(limit=f"{MAX_ROWS:,} rows")
    return Look(form, table.header, samples, count)


async def reopen(ctx: Context, record: Record, changes: dict[str, Json]) -> Record:
    """Read the file another way (encoding, delimiter, sheet) because the user knows better."""
    await standing.check_free(ctx, record)
    form = _format(record, changes)
    with tempfile.TemporaryDirectory(prefix="kith-import-") as folder:
        path = await local_copy(ctx, record, Path(folder))
        seen = await to_thread(look, path, form)
    values: dict[str, Json] = {
        "format": asdict(form) | {"sheets": list(form.sheets)},
        "header": {"columns": list(seen.header), "samples": _shown(seen.samples)},
        "signature": signature(seen.header),
        "rows": seen.rows,
    }
    return await records.update(ctx.as_system(), IMPORT, record.id, values)


async def describe(ctx: Context, record: Record, object_name: str | None) -> dict[str, Json]:
    """Return the file as the wizard shows it: columns with samples and, for an object, what each seems to mean."""
    header, samples = _header(record)
    guesses: list[Json] = [None] * len(header)
    if object_name:
        of = ctx.catalog.object(object_name)
        guesses = [
            asdict(g)
            for g in guess_columns(
                header, samples, of, _names(ctx, of), ctx.actor.locale, ctx.today
            )
        ]
    form = record["format"] if isinstance(record["format"], dict) else {}
    return {
        "id": str(record.id),
        "name": record["name"],
        "state": await standing.state(ctx, record),
        "object": object_name or record.get("object"),
        "rows": record["rows"],
        "position": record.get("position"),
        "mapping": record.get("mapping"),
        "remembered": await remembered(ctx, record, object_name),
        "report": record.get("report"),
        "batch": record.get("batch"),
        "job": record.get("job"),
        "format": form,
        "encoding": form.get("encoding"),
        "delimiter": form.get("delimiter"),
        "sheets": form.get("sheets"),
        "columns": [
            {
                "name": title,
                "samples": [row[i] for row in samples[:SHOWN] if i < len(row)],
                "guess": guess,
            }
            for i, (title, guess) in enumerate(zip(header, guesses, strict=True))
        ],
    }


async def remembered(ctx: Context, record: Record, object_name: str | None) -> Json:
    """Return the mapping last used for a file with these columns, if there is one."""
    where = Compare(("signature",), "eq", record["signature"])
    query = Query(
        where=where, sort=(Sort(("created_at",), descending=True),), limit=10, count="none"
    )
    page = await records.list(ctx, IMPORT, query)
    for earlier in page.items:
        if (
            earlier.id != record.id
            and earlier.get("mapping")
            and object_name in (None, earlier.get("object"))
        ):
            return earlier["mapping"]
    return None


async def set_mapping(ctx: Context, record: Record, data: Json) -> Record:
    """Check a mapping and keep it with the import."""
    await standing.check_free(ctx, record)
    name = str(data.get("object") or "") if isinstance(data, dict) else ""
    mapping = parse_mapping(data, ctx.catalog.object(name))
    values: dict[str, Json] = {"object": name, "mapping": mapping.to_json(), "report": None}
    return await records.update(ctx.as_system(), IMPORT, record.id, values)


async def get(ctx: Context, import_id: uuid.UUID) -> Record:
    """Return an import of the actor; raise ImportNotFound."""
    record = await records.find(ctx, IMPORT, import_id)
    if record is None:
        raise ImportNotFound
    return record


def signature(header: Sequence[str]) -> str:
    """Return a short mark that two files with the same columns share; what was set aside comes back as it was."""
    titles = sorted(fold(title) for title in header if title not in ASIDE)
    return hashlib.sha256("\x1f".join(titles).encode()).hexdigest()[:32]


def _names(ctx: Context, of: ObjectDef) -> Callable[[FieldDef], list[str]]:
    def names(field: FieldDef) -> list[str]:
        return [
            field.label,
            *(ctx.catalog.label(f"field.{of.name}.{field.name}", locale) for locale in LOCALES),
        ]

    return names


def _header(record: Record) -> tuple[list[str], list[list[Json]]]:
    header = record["header"]
    if not isinstance(header, dict):
        return [], []
    return list(header["columns"]), list(header["samples"])


def _format(record: Record, changes: dict[str, Json]) -> Format:
    known = dict(record["format"]) if isinstance(record["format"], dict) else {}
    allowed = {k: v for k, v in changes.items() if k in ("encoding", "delimiter", "sheet") and v}
    merged = known | allowed
    return Format(
        kind=str(merged["kind"]),
        encoding=merged.get("encoding"),
        delimiter=merged.get("delimiter"),
        sheets=tuple(merged.get("sheets") or ()),
        sheet=merged.get("sheet"),
    )


def _shown(samples: Sequence[Sequence[Cell]]) -> Json:
    return [[None if cell is None else str(cell)[:200] for cell in row] for row in samples]


def _save(file: BinaryIO, path: Path) -> None:
    size = 0
    with path.open("wb") as out:
        while chunk := file.read(1024 * 1024):
            size += len(chunk)
            if size > MAX_BYTES:
                raise FileTooLarge(limit="500 MB")
            out.write(chunk)


async def _chunks(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while chunk := await to_thread(file.read, 1024 * 1024):
            yield chunk
