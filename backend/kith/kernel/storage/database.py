"""What a database needs before it can hold workspaces: version, extensions, a character type that keeps Chinese."""

import asyncpg

from kith.infra.db import Unit
from kith.infra.db.migrate import migrate_system
from kith.kernel.storage.errors import ChineseLost, ExtensionMissing, ServerTooOld

EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")
_OLDEST = 180000


async def prepare(unit: Unit) -> None:
    """Make the database ready; does little when it already is."""
    if int(await unit.fetchval("show server_version_num")) < _OLDEST:
        raise ServerTooOld(version=await unit.fetchval("show server_version"))
    await migrate_system(unit)
    await make_searchable(unit)


async def make_searchable(unit: Unit) -> None:
    """Make the extensions that search needs, and try one of them on Chinese text."""
    await _extend(unit)
    if not await unit.fetchval("select public.show_trgm('华星')"):
        ctype = await unit.fetchval(
            "select coalesce(datlocale, datctype) from pg_database where datname = current_database()"
        )
        raise ChineseLost(ctype=ctype)


async def _extend(unit: Unit) -> None:
    rows = await unit.fetch(
        "select extname, extnamespace::regnamespace::text as place from pg_extension"
    )
    present = {row["extname"]: row["place"] for row in rows}
    for name in EXTENSIONS:
        if name not in present:
            await _create(unit, name)
        elif present[name] != "public":
            raise ExtensionMissing(extension=name, reason=f"it is in schema {present[name]}")


async def _create(unit: Unit, name: str) -> None:
    try:
        async with unit.savepoint():
            await unit.execute(f"create extension {name} schema public")
    except asyncpg.PostgresError as problem:
        raise ExtensionMissing(extension=name, reason=problem.args[0]) from problem
