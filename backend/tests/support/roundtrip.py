"""Takes records out as a file and brings them in again, as somebody does who accepts every suggestion."""

import io
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from kith.infra.blobs import MemoryBlobs
from kith.kernel.api import Context, Record, records
from kith.kernel.expr import Query
from kith.kernel.schema import ObjectDef
from kith.main.contexts import Contexts
from kith.modules.exchange.rules.guess import importable
from kith.modules.exchange.service import export, uploads
from kith.modules.exchange.service.run import run_import
from tests.support.company import Company

LIKELY = 0.72


class Quiet:
    """A run that nobody watches."""

    async def progress(self, _done: int, _total: int | None = None, _message: str = "") -> None:
        """Say nothing."""


async def there_and_back(
    company: Company, name: str, form: str, zone: str = "UTC"
) -> tuple[Sequence[Record], Sequence[Record], Any]:
    """Export all records of an object, delete them, import the file: return what was, what is, and the report."""
    contexts = Contexts(company.database, company.modules, MemoryBlobs())

    @asynccontextmanager
    async def opened() -> AsyncIterator[Context]:
        async with contexts.open(company.workspace.slug, company.people["ada"]) as ctx:
            yield replace(ctx, actor=replace(ctx.actor, timezone=zone))

    async with opened() as ctx:
        before = [record async for record in records.iter(ctx, name, {})]
        of = export.sheet(ctx, name, Query(), ())
        write = export.as_csv if form == "csv" else export.as_xlsx
        content = b"".join([part async for part in write(ctx, of)])
        for record in before:
            await records.delete(ctx, name, record.id)
        await ctx.unit.execute(f'delete from "{ctx.workspace.schema}"."{name}"')  # noqa: S608
    async with opened() as ctx:
        record = await uploads.upload(ctx, f"back.{form}", io.BytesIO(content))
        described: Any = await uploads.describe(ctx, record, name)
        columns = [
            {"column": column["name"], "format": (guess["formats"] or [None])[0], **guess}
            for column in described["columns"]
            if (guess := column["guess"])["field"] and guess["score"] >= LIKELY
        ]
        await uploads.set_mapping(ctx, record, {"object": name, "columns": columns})
    report = await run_import(Quiet(), opened, import_id=str(record.id))
    async with opened() as ctx:
        after = [record async for record in records.iter(ctx, name, {})]
    return before, after, report


def carried(definition: ObjectDef) -> list[str]:
    """Return the fields that a file brings back; what is computed, numbered or uploaded makes itself anew."""
    return [field.name for field in importable(definition)]
