"""Workspaces: made, found, renamed, dropped."""

import re
from collections.abc import Sequence
from pathlib import Path

import asyncpg

from kith.infra.db import Unit
from kith.infra.db.migrate import Series, migrate
from kith.kernel.catalog import standard
from kith.kernel.catalog.merge import Declares
from kith.kernel.schema import Workspace
from kith.kernel.storage.apply import apply
from kith.kernel.storage.database import prepare
from kith.kernel.storage.errors import BadSlug, UnknownWorkspace, WorkspaceExists
from kith.kernel.storage.plan import plan
from kith.lib.json import dumps, loads

MIGRATIONS = Path(__file__).parent / "migrations"
_SLUG = re.compile(r"[a-z][a-z0-9_]{0,39}")
COLUMNS = (
    "id, slug, name, schema_name, base_currency, locale, timezone, fiscal_start,"
    " settings::text as settings, catalog_version"
)
"""The columns of kith.workspace that `from_row` reads."""


async def create(  # noqa: PLR0913 - the settings of a workspace, all optional
    unit: Unit,
    slug: str,
    name: str,
    modules: Sequence[Declares] = (),
    *,
    base_currency: str = "USD",
    locale: str = "en",
    timezone: str = "UTC",
    fiscal_start: int = 1,
    settings: dict[str, object] | None = None,
) -> Workspace:
    """Create a workspace with the tables of its system and standard objects."""
    if not _SLUG.fullmatch(slug):
        raise BadSlug(slug=slug[:60])
    await prepare(unit)
    row = await unit.fetchrow(
        "insert into kith.workspace (slug, name, schema_name, base_currency, locale, timezone,"
        " fiscal_start, settings, catalog_version)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb,"
        " (extract(epoch from clock_timestamp()) * 1000000)::bigint)"
        f" on conflict do nothing returning {COLUMNS}",
        slug,
        name,
        f"ws_{slug}",
        base_currency,
        locale,
        timezone,
        fiscal_start,
        dumps(settings or {}).decode(),
    )
    if row is None:
        raise WorkspaceExists(slug=slug)
    workspace = from_row(row)
    await migrate(unit, system_tables(workspace.schema))
    await apply(unit, await plan(unit, workspace, standard(modules, workspace)))
    await unit.execute(f"select {workspace.schema}._guard_admins()")
    return workspace


async def load(unit: Unit, slug: str) -> Workspace:
    """Return the workspace with this short name."""
    row = await unit.fetchrow(f"select {COLUMNS} from kith.workspace where slug = $1", slug)
    if row is None:
        raise UnknownWorkspace(slug=slug[:60])
    return from_row(row)


async def all_workspaces(unit: Unit) -> list[Workspace]:
    """Return every workspace of this database."""
    return [
        from_row(row)
        for row in await unit.fetch(f"select {COLUMNS} from kith.workspace order by slug")
    ]


async def rename(unit: Unit, slug: str, new_slug: str, name: str | None = None) -> Workspace:
    """Give a workspace another short name, and its schema with it."""
    workspace = await load(unit, slug)
    if not _SLUG.fullmatch(new_slug):
        raise BadSlug(slug=new_slug[:60])
    try:
        async with unit.savepoint():
            await unit.execute(
                "update kith.workspace set slug = $2, name = coalesce($3, name), schema_name = $4,"
                " catalog_version = catalog_version + 1 where id = $1",
                workspace.id,
                new_slug,
                name,
                f"ws_{new_slug}",
            )
    except asyncpg.UniqueViolationError:
        raise WorkspaceExists(slug=new_slug) from None
    await unit.execute(f"alter schema {workspace.schema} rename to ws_{new_slug}")
    return await load(unit, new_slug)


async def drop(unit: Unit, slug: str) -> None:
    """Remove a workspace with everything in it, for good."""
    workspace = await load(unit, slug)
    await unit.execute(f"drop schema {workspace.schema} cascade")
    await unit.execute("delete from kith.workspace where id = $1", workspace.id)


def from_row(row: asyncpg.Record) -> Workspace:
    """Return the workspace that a row with `COLUMNS` holds."""
    settings = loads(row["settings"])
    return Workspace(
        id=row["id"],
        slug=row["slug"],
        name=row["name"],
        schema=row["schema_name"],
        base_currency=row["base_currency"],
        locale=row["locale"],
        timezone=row["timezone"],
        fiscal_start=row["fiscal_start"],
        settings=settings if isinstance(settings, dict) else {},
        catalog_version=row["catalog_version"],
    )


def system_tables(schema: str) -> Series:
    """Return the migrations of the tables in a workspace that stand for no object."""
    return Series(MIGRATIONS, schema)
