"""The checks, in the order in which a person would look: machine, data folder, database, neighbours, front end."""

import os
import platform
import shutil
import socket
import sys
from collections.abc import AsyncIterator, Callable

from kith.infra.blobs import open_blobs
from kith.infra.errors import DataFolderUnusable
from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import binaries_version, find_binaries
from kith.infra.postgres.lock import find_holder
from kith.infra.postgres.placement import make_folder
from kith.infra.settings import Settings
from kith.lib.errors import KithError
from kith.main import assets
from kith.main.doctor.database import database
from kith.main.doctor.finding import Finding, note, ok, wrong
from kith.main.installation import placed

Check = Callable[[Settings], AsyncIterator[Finding]]
ROOM = 1024**3
LITTLE_ROOM = 5 * ROOM


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
        make_folder(settings.data)
    except DataFolderUnusable as error:
        cure = "Make it writable for you, or name another folder with KITH_DATA."
        text = f"{settings.data}: {error.params['reason']}"
        yield wrong("data folder", text, cure, final=True)
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
