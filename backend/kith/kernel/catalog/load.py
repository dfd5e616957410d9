"""Reads a workspace's catalog, and keeps the last one until its version changes."""

import uuid
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import asyncpg

from kith.infra.db import Unit
from kith.kernel.catalog.assemble import assemble
from kith.kernel.catalog.catalog import Catalog
from kith.kernel.catalog.merge import Declares
from kith.kernel.catalog.rows import FieldRow, ObjectRow
from kith.kernel.schema import Workspace
from kith.lib.json import loads

_KEPT = 500


@dataclass(frozen=True, slots=True)
class _Entry:
    settings: tuple[int, str, str]
    modules: tuple[Declares, ...]
    catalog: Catalog


_cache: OrderedDict[uuid.UUID, _Entry] = OrderedDict()
"""By workspace. Versions are moments in time (see `bump`), so a catalog kept here cannot be mistaken for another."""


async def load(unit: Unit, workspace: Workspace, modules: Sequence[Declares]) -> Catalog:
    """Return the catalog at `workspace.catalog_version`; read it only when it is not the one kept."""
    settings = (workspace.catalog_version, workspace.base_currency, workspace.timezone)
    entry = _cache.get(workspace.id)
    if entry and entry.settings == settings and entry.modules == tuple(modules):
        _cache.move_to_end(workspace.id)
        return entry.catalog
    catalog = await read(unit, workspace, modules)
    _cache[workspace.id] = _Entry(settings, tuple(modules), catalog)
    while len(_cache) > _KEPT:
        _cache.popitem(last=False)
    return catalog


async def read(unit: Unit, workspace: Workspace, modules: Sequence[Declares]) -> Catalog:
    """Read the catalog as this transaction sees it, past the cache."""
    objects = await unit.fetch(
        f"select name, custom, data::text, removed_at from {workspace.schema}._object"
        " order by position, created_at, name"
    )
    fields = await unit.fetch(
        f"select object, name, kind, custom, data::text, removed_at from {workspace.schema}._field"
        " order by position, created_at, name"
    )
    return assemble(
        modules,
        [ObjectRow(r["name"], r["custom"], _data(r), r["removed_at"] is not None) for r in objects],
        [
            FieldRow(
                r["object"],
                r["name"],
                r["kind"],
                r["custom"],
                _data(r),
                r["removed_at"] is not None,
            )
            for r in fields
        ],
        workspace,
    )


def standard(modules: Sequence[Declares], workspace: Workspace | None = None) -> Catalog:
    """Return the catalog of a workspace that no admin has changed yet."""
    blank = Workspace(uuid.UUID(int=0), "blank", "Blank", "ws_blank")
    return assemble(modules, [], [], workspace or blank)


async def bump(unit: Unit, workspace_id: uuid.UUID) -> int:
    """Give the catalog a new version, and tell every process.

    The version is the present moment in microseconds: it never repeats, even after a backup was restored.
    """
    return int(
        await unit.fetchval(
            "with bumped as (update kith.workspace set catalog_version = greatest(catalog_version + 1,"
            " (extract(epoch from clock_timestamp()) * 1000000)::bigint) where id = $1"
            " returning slug, catalog_version), told as (select pg_notify('kith', json_build_object("
            "'ws', slug, 'catalog', catalog_version)::text) from bumped)"
            " select catalog_version from bumped left join told on true",
            workspace_id,
        )
    )


def _data(row: asyncpg.Record) -> dict[str, object]:
    value = loads(row["data"])
    return value if isinstance(value, dict) else {}
