"""What a doctor asks of a database: reachable, new enough, ours to fill, able to search Chinese, up to date."""

from collections.abc import AsyncIterator
from datetime import datetime

import asyncpg

from kith.infra.db import Database, Unit
from kith.infra.settings import Settings
from kith.kernel.storage.database import make_searchable
from kith.kernel.storage.errors import ChineseLost, ExtensionMissing
from kith.lib import clock
from kith.lib.errors import KithError
from kith.main.doctor.finding import Finding, note, ok, wrong
from kith.main.installation import open_installation
from kith.main.upgrade import plan

CLOCK_DRIFT = 5.0
OLDEST_SERVER = 180000


async def database(settings: Settings) -> AsyncIterator[Finding]:
    """Open it as a server would, and look inside."""
    try:
        with open_installation(settings, lambda _: None) as installation:
            opened = await Database.open(installation.url, max_size=2)
            try:
                async for finding in _look_inside(opened):
                    yield finding
            finally:
                await opened.close()
    except (KithError, OSError, asyncpg.PostgresError) as error:
        cure = "Check KITH_DATABASE_URL, and that the server runs and lets this role in."
        if not settings.database_url:
            cure = f"Read {settings.data / 'postgres.log'}."
        yield wrong("database", str(error) or type(error).__name__, cure)


async def _look_inside(opened: Database) -> AsyncIterator[Finding]:
    async with opened.unit(readonly=True) as unit:
        if int(await unit.fetchval("show server_version_num")) < OLDEST_SERVER:
            version = await unit.fetchval("show server_version")
            cure = "Move the database to PostgreSQL 18 or newer."
            yield wrong("database", f"this server is PostgreSQL {version}", cure)
            return
        yield _drift(await unit.fetchval("select clock_timestamp()"))
        flaws = [flaw async for flaw in _flaws(unit)]
    for flaw in flaws:
        yield flaw
    if not flaws:
        yield await _search(opened)
    waiting = await plan(opened)
    if waiting:
        cure = "`kith serve` or `kith upgrade` does them, after a backup."
        yield note("upgrade", f"{len(waiting)} steps wait", cure)
    if not flaws:
        yield ok("database", "reachable, new enough" + ("" if waiting else ", up to date"))


async def _flaws(unit: Unit) -> AsyncIterator[Finding]:
    if not await unit.fetchval("select has_database_privilege(current_database(), 'create')"):
        cure = "As the database's owner: grant create on database ... to this role."
        yield wrong("database", "this role may not make schemas here", cure)
    encoding = await unit.fetchval("show server_encoding")
    if encoding != "UTF8":
        yield wrong("database", f"its encoding is {encoding}", "Create it with ENCODING 'UTF8'.")


def _drift(theirs: datetime) -> Finding:
    drift = abs((clock.now() - theirs).total_seconds())
    if drift > CLOCK_DRIFT:
        return wrong("clock", f"the database's clock differs by {drift:.0f} s", "Set both by NTP.")
    return ok("clock", "the same here and in the database")


async def _search(opened: Database) -> Finding:
    """Make the extensions in a transaction that is then rolled back: a doctor changes nothing."""
    try:
        async with opened.raw() as connection:
            trial = connection.transaction()
            await trial.start()
            try:
                await make_searchable(Unit(connection))
            finally:
                await trial.rollback()
    except ExtensionMissing as error:
        name, reason = error.params["extension"], error.params["reason"]
        cure = f"Install PostgreSQL's contrib modules; CREATE EXTENSION {name} SCHEMA public."
        return wrong("extension", f"{name}: {reason}", cure)
    except ChineseLost as error:
        cure = "Create the database with LC_CTYPE 'C.UTF-8' (or another UTF-8 locale)."
        lost = f"Chinese words are lost, because lc_ctype is {error.params['ctype']}"
        return wrong("Chinese search", lost, cure)
    return ok("Chinese search", "trigrams of Chinese words are kept")
