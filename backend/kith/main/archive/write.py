"""Write an archive: one snapshot of the database, then the files, then the checksums."""

import dataclasses
import hashlib
import json
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kith.infra.blobs import Blobs
from kith.infra.db import Database, Unit
from kith.infra.postgres.tools import run_tool
from kith.infra.settings import Settings
from kith.kernel.schema import Workspace
from kith.kernel.storage.workspaces import load
from kith.lib import clock
from kith.main.archive.contents import (
    FILES,
    FORMAT,
    MANIFEST,
    ROWS,
    SCHEMA,
    Contents,
    Part,
    system_tables,
    table_sums,
)

CHUNK = 1024 * 1024


async def back_up(url: str, slug: str, target: Path, blobs: Blobs | None) -> Contents:
    """Write the workspace to `target`, whole or not at all. Without `blobs` its files stay out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.part")
    database = await Database.open(url, max_size=2)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as work:
            async with database.unit() as unit:
                contents = await _database_parts(unit, url, slug, Path(work))
            contents = await _pack(draft, contents, Path(work), blobs)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
        await database.close()
    return contents


async def back_up_before_upgrade(settings: Settings, url: str, slugs: Sequence[str]) -> Path:
    """Save every workspace's tables; an upgrade never touches files."""
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    folder = settings.data / "backups" / f"before-upgrade-{stamp}"
    for slug in slugs:
        await back_up(url, slug, folder / f"{slug}.kith", None)
    return folder


async def _database_parts(unit: Unit, url: str, slug: str, work: Path) -> Contents:
    """Everything from the database as of one moment."""
    await unit.execute("set transaction isolation level repeatable read, read only")
    snapshot = await unit.fetchval("select pg_export_snapshot()")
    workspace = await load(unit, slug)
    await _dump(url, workspace, snapshot, work / "schema")
    return Contents(
        format=FORMAT,
        kith=kith_version(),
        created_at=clock.now().isoformat(),
        workspace=await _workspace_row(unit, workspace),
        system_rows=await _system_rows(unit, workspace, work),
        tables=await table_sums(unit, workspace.schema),
    )


async def _dump(url: str, workspace: Workspace, snapshot: str, target: Path) -> None:
    arguments = (
        "--format=custom",
        "--compress=gzip:4",
        "--no-owner",
        "--no-privileges",
        f"--schema={workspace.schema}",
        f"--snapshot={snapshot}",
        f"--file={target}",
    )
    await run_tool("pg_dump", arguments, url)


async def _workspace_row(unit: Unit, workspace: Workspace) -> dict[str, object]:
    text = await unit.fetchval(
        "select to_jsonb(w)::text from kith.workspace w where id = $1", workspace.id
    )
    row: dict[str, object] = json.loads(text)
    return row


async def _system_rows(unit: Unit, workspace: Workspace, work: Path) -> dict[str, list[str]]:
    """Copy the rows that Kith keeps for this workspace; returns each table's columns."""
    columns: dict[str, list[str]] = {}
    for table, owner in (await system_tables(unit)).items():
        found = await unit.fetch(
            "select attname from pg_attribute where attrelid = ('kith.' || quote_ident($1))::regclass"
            " and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
            table,
        )
        columns[table] = [row["attname"] for row in found]
        names = ", ".join(f'"{name}"' for name in columns[table])
        await unit.connection.copy_from_query(
            f'select {names} from kith."{table}" where "{owner}" = $1',
            workspace.id,
            output=work / table,
        )
    return columns


async def _pack(draft: Path, contents: Contents, work: Path, blobs: Blobs | None) -> Contents:
    parts: list[Part] = []
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        parts.append(_add_file(archive, SCHEMA, work / "schema"))
        parts += [_add_file(archive, f"{ROWS}{name}", work / name) for name in contents.system_rows]
        if blobs is not None:
            prefix = str(contents.workspace["id"])
            async for key in blobs.list(prefix):
                parts.append(await _add_blob(archive, blobs, key, prefix))
        contents = dataclasses.replace(contents, parts=tuple(parts))
        archive.writestr(MANIFEST, json.dumps(contents.as_json(), ensure_ascii=False, indent=1))
    return contents


def _add_file(archive: zipfile.ZipFile, name: str, path: Path) -> Part:
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return Part(name, path.stat().st_size, digest.hexdigest())


async def _add_blob(archive: zipfile.ZipFile, blobs: Blobs, key: str, prefix: str) -> Part:
    name = FILES + key.removeprefix(f"{prefix}/")
    digest, size = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as target:
        async for chunk in blobs.iter(key):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Part(name, size, digest.hexdigest())


def kith_version() -> str:
    """The version that writes the archive; a checkout that was never installed has none."""
    try:
        return version("kith")
    except PackageNotFoundError:
        return "checkout"
