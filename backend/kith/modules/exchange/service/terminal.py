"""Import and export from the command line: the same roads as the wizard, without a queue in between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kith.kernel.api import access, design
from kith.kernel.expr import parse_query
from kith.lib.json import Json
from kith.modules.exchange.errors import ObjectNotMade
from kith.modules.exchange.service import export, uploads
from kith.modules.exchange.service.files import set_aside
from kith.modules.exchange.service.run import Open, run_import

Show = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Foreground:
    """Stands where a queued job's run would: shows progress at the terminal."""

    show: Show

    async def progress(self, done: int, total: int | None = None, message: str = "") -> None:  # noqa: ARG002 - the shape of a job's
        """Show how far it is."""
        self.show(done, total or done)


async def import_file(
    open: Open,  # noqa: A002
    path: Path,
    mapping: Json,
    *,
    dry: bool,
    show: Show,
    rejected: Path | None = None,
) -> Json:
    """Import one file and return the report; rows that were set aside go into `rejected`.

    A mapping may carry the object that it needs: `make` is what the settings would send. It is made if it is not there.
    """
    mapping = await _made(open, mapping, dry=dry)
    async with open() as ctx:
        with path.open("rb") as file:
            record = await uploads.upload(ctx, path.name, file)
        record = await uploads.set_mapping(ctx, record, mapping)
    report = await run_import(Foreground(show), open, import_id=str(record.id), dry=dry)
    if rejected is not None and not dry:
        async with open() as ctx:
            with rejected.open("wb") as out:
                async for part in set_aside(ctx, record):
                    out.write(part)
    return report


async def _made(open: Open, mapping: Json, *, dry: bool) -> Json:  # noqa: A002
    """Make the object that the mapping brings along, and return the mapping without it."""
    if not isinstance(mapping, Mapping) or "make" not in mapping:
        return mapping
    rest = {name: value for name, value in mapping.items() if name != "make"}
    name, spec = str(rest.get("object")), mapping["make"]
    async with open() as ctx:
        if name in ctx.catalog.objects:
            return rest
        if dry:
            raise ObjectNotMade(object=name)
        access.check_admin(ctx)
        await design.add_object(ctx, {**cast("Mapping[str, Json]", spec), "name": name})
    return rest


async def export_file(open: Open, object_name: str, path: Path, query: Json) -> int:  # noqa: A002
    """Export what the query finds into a file (CSV, or XLSX by its ending); return the number of bytes."""
    size = 0
    unfinished = path.with_name(f"{path.name}.part")
    try:
        async with open() as ctx:
            access.check(ctx, object_name, "export")
            of = export.sheet(ctx, object_name, parse_query(query or {}), ())
            write = export.as_xlsx if path.suffix.lower() == ".xlsx" else export.as_csv
            with unfinished.open("wb") as out:
                async for part in write(ctx, of):
                    size += out.write(part)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return size
