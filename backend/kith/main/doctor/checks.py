"""The checks, in the order in which a person would look: machine, data folder, database, neighbours, front end."""

import os
import platform
import shutil
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import datetime

import asyncpg

from kith.infra.blobs import open_blobs
from kith.infra.db import Database
from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import binaries_version, find_binaries
from kith.infra.postgres.lock import find_holder
from kith.infra.settings import Settings
from kith.kernel.storage.database import check_chinese
from kith.lib import clock
from kith.lib.errors import KithError
from kith.main import assets
from kith.main.doctor.finding import Finding, note, ok, wrong
from kith.main.installation import open_installation, placed
from kith.main.upgrade import plan

Check = Callable[[Settings], AsyncIterator[Finding]]
ROOM = 1024**3
LITTLE_ROOM = 5 * ROOM
CLOCK_DRIFT = 5.0
OLDEST_SERVER = 180000


async def machine(_settings: Settings) -> AsyncIterator[Finding]:
    """Python, memory, time zones."""
    yield ok("python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if memory < ROOM:
        yield note("memory", f"{memory // 1024**2} MB", "Kith is happier with 1 GB or more.")
    if sys.getfilesystemencoding().lower() != "utf-8":
        yield wrong(
            "locale", "file names are not UTF-8 here", "Set LANG=C.UTF-8 (or any UTF-8 locale)."
        )


async def data_folder(settings: Settings) -> AsyncIterator[Finding]:
    """A folder that we may write, with room on its disk, and who holds it."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        cure = "Make it writable for you, or name another folder with KITH_DATA."
        yield wrong("data folder", f"{settings.data}: {error.strerror}", cure)
        return
    yield ok("data folder", str(settings.data))
    free = shutil.disk_usage(settings.data).free
    room = f"{free / ROOM:.1f} GB free"
    if free < ROOM:
        yield wrong("disk", room, "Make room: PostgreSQL stops when the disk is full.")
    else:
        yield note("disk", room, "Make room soon.") if free < LITTLE_ROOM else ok("disk", room)
    holder = find_holder(settings.data)
    if holder:
        yield ok("running", f"{holder.command} (process {holder.pid}) since {holder.since}")


async def embedded_server(settings: Settings) -> AsyncIterator[Finding]:
    """The programs, and the user that runs them."""
    if settings.database_url:
        yield ok("PostgreSQL", "a server given by KITH_DATABASE_URL")
        return
    try:
        account = server_account()
        binaries = find_binaries(account)
        folder = placed(settings).data
    except KithError as error:
        yield wrong("PostgreSQL", str(error), "See above.")
        return
    yield ok("PostgreSQL", f"{binaries_version()} from {binaries.root}, run as {account.name}")
    if folder != settings.data:
        text = f"{account.name} may not enter {settings.data}; the data is in {folder}"
        yield note("PostgreSQL", text)


async def database(settings: Settings) -> AsyncIterator[Finding]:
    """Reachable, new enough, able to search Chinese, allowed to make what we need, up to date."""
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
        number = int(await unit.fetchval("show server_version_num"))
        if number < OLDEST_SERVER:
            yield wrong(
                "database", f"server version {number}", "Kith needs PostgreSQL 18 or newer."
            )
            return
        may = await unit.fetchval("select has_database_privilege(current_database(), 'create')")
        if not may:
            cure = "As the database's owner: grant create on database ... to this role."
            yield wrong("database", "this role may not make schemas here", cure)
        encoding = await unit.fetchval("show server_encoding")
        if encoding != "UTF8":
            yield wrong(
                "database", f"its encoding is {encoding}", "Create it with ENCODING 'UTF8'."
            )
        yield _drift(await unit.fetchval("select clock_timestamp()"))
    try:
        async with opened.unit() as unit:
            await unit.execute("create extension if not exists pg_trgm schema public")
            await check_chinese(unit)
        yield ok("Chinese search", "trigrams of Chinese words are kept")
    except (KithError, asyncpg.PostgresError) as error:
        cure = "Create the database with LC_CTYPE 'C.UTF-8' (or another UTF-8 locale)."
        yield wrong("Chinese search", str(error), cure)
    waiting = await plan(opened)
    if waiting:
        yield note(
            "upgrade", f"{len(waiting)} steps wait", "`kith serve` or `kith upgrade` does them."
        )
    else:
        yield ok("database", "reachable, new enough, up to date")


def _drift(theirs: datetime) -> Finding:
    drift = abs((clock.now() - theirs).total_seconds())
    if drift > CLOCK_DRIFT:
        return wrong("clock", f"the database's clock differs by {drift:.0f} s", "Set both by NTP.")
    return ok("clock", "the same here and in the database")


async def neighbours(settings: Settings) -> AsyncIterator[Finding]:
    """Redis and the file store, where they are used."""
    if settings.redis_url:
        yield await _redis(settings.redis_url)
    try:
        blobs = open_blobs(placed(settings))
        await blobs.put("doctor/probe", b"probe")
        await blobs.delete("doctor/probe")
        yield ok("files", "an S3 store" if settings.files_url else "can be written and read")
    except Exception as error:  # noqa: BLE001 - each store fails in its own way, and all of them are the finding
        cure = "Check KITH_FILES_URL and its credentials (AWS_* variables)."
        yield wrong("files", f"{type(error).__name__}: {error}", cure)


async def _redis(url: str) -> Finding:
    import redis.asyncio  # noqa: PLC0415 - only where it is used
    from redis.exceptions import RedisError  # noqa: PLC0415 - only where it is used

    client = redis.asyncio.Redis.from_url(url)
    try:
        await client.ping()
    except (RedisError, OSError) as error:
        return wrong(
            "Redis", str(error), "Check KITH_REDIS_URL, or leave it out on a single machine."
        )
    finally:
        await client.aclose()
    return ok("Redis", "answers")


async def front_end(settings: Settings) -> AsyncIterator[Finding]:
    """The built web app, and a port to serve it on."""
    folder = assets.folder()
    if folder is None:
        yield wrong("web app", "it has not been built", "`./kith serve` builds it in a checkout.")
    else:
        yield ok("web app", str(folder))
    with socket.socket() as probe:
        taken = probe.connect_ex((settings.host, settings.port)) == 0
    if taken:
        yield note("port", f"{settings.port} is in use", "By this Kith, or set KITH_PORT.")
    else:
        yield ok("port", f"{settings.port} is free")


CHECKS: tuple[Check, ...] = (
    machine,
    data_folder,
    embedded_server,
    database,
    neighbours,
    front_end,
)
