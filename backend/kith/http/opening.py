"""Opens what a web process needs, in order, and closes it in the opposite order."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from kith.http import doors
from kith.http.memory import Memory
from kith.http.site import Limits, Opened, Site, Verb
from kith.infra.blobs import open_blobs
from kith.infra.bus import open_bus
from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.kernel import catalog
from kith.kernel.catalog.merge import Declares
from kith.kernel.storage import workspaces

# A signal says when metadata changed; this is for the signal that got lost.
_REMEMBERED = 30.0
_MOST_CONNECTIONS = 12


@asynccontextmanager
async def open_site(
    settings: Settings,
    modules: Sequence[Declares],
    verbs: Mapping[tuple[str, str], Verb],
    assets: Path | None = None,
) -> AsyncIterator[Site]:
    """Open the database, the files and the bus."""
    if settings.database_url is None:
        raise RuntimeError("a web process needs KITH_DATABASE_URL; `kith serve` sets it")
    async with AsyncExitStack() as stack:
        database = await Database.open(settings.database_url, max_size=_MOST_CONNECTIONS)
        stack.push_async_callback(database.close)
        bus = await open_bus(settings, settings.database_url)
        stack.push_async_callback(bus.close)
        opened = _workspaces(database, modules)
        yield Site(
            settings=settings,
            database=database,
            blobs=open_blobs(settings),
            bus=bus,
            workspaces=opened,
            seats=doors.new_memory(database, opened),
            verbs=verbs,
            assets=assets,
            modules=modules,
            limits=Limits.of(settings, database),
        )


def _workspaces(database: Database, modules: Sequence[Declares]) -> Memory[str, Opened]:
    async def load(slug: str) -> Opened:
        async with database.unit(readonly=True) as unit:
            workspace = await workspaces.load(unit, slug)
            return Opened(workspace, await catalog.load(unit, workspace, modules))

    return Memory(load, seconds=_REMEMBERED)
