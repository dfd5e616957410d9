"""What one web process holds: its database, its memories, the stores beside it, what the modules brought."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Self

from kith.http.memory import Memory
from kith.http.seat import Seat
from kith.infra.blobs import Blobs
from kith.infra.bus import Bus
from kith.infra.db import Database, Unit
from kith.infra.identity.attempts import SharedBuckets
from kith.infra.identity.limits import Buckets, Rate
from kith.infra.settings import Settings
from kith.kernel.catalog import Catalog
from kith.kernel.catalog.merge import Declares
from kith.kernel.context import Context, Workspace

BURST_SECONDS = 10
GUESSES = Rate(per_second=0.1, burst=8)
GUESSES_PER_ADDRESS = Rate(per_second=1, burst=60)


class Verb(Protocol):
    """A module's business action, as far as the edge needs to know it."""

    @property
    def name(self) -> str: ...
    @property
    def object(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def run(self) -> Callable[..., Awaitable[Any]]: ...
    @property
    def params(self) -> Mapping[str, str]: ...
    @property
    def icon(self) -> str: ...
    @property
    def primary(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace and its metadata as of now."""

    workspace: Workspace
    catalog: Catalog


@dataclass(slots=True)
class Limits:
    """How much anybody may ask for. Guesses are counted over all processes, each takes its share of the rest."""

    requests: Buckets
    guesses: SharedBuckets
    guesses_per_address: Buckets

    @classmethod
    def of(cls, settings: Settings, database: Database) -> Self:
        """Return the limits that the settings ask for, shared out among the processes of this installation."""
        rate = Rate(settings.rate_limit, settings.rate_limit * BURST_SECONDS)
        return cls(
            requests=Buckets(rate.shared(settings.workers)),
            guesses=SharedBuckets(database, GUESSES),
            guesses_per_address=Buckets(GUESSES_PER_ADDRESS.shared(settings.workers)),
        )


@dataclass(slots=True)
class Site:
    """Made by the lifespan of the application, handed to every call."""

    settings: Settings
    database: Database
    blobs: Blobs
    bus: Bus
    workspaces: Memory[str, Opened]
    seats: Memory[str, Seat]
    limits: Limits
    verbs: Mapping[tuple[str, str], Verb] = field(default_factory=dict)
    assets: Path | None = None
    modules: Sequence[Declares] = ()

    @asynccontextmanager
    async def open(self, seat: Seat, *, readonly: bool = False) -> AsyncIterator[Context]:
        """Begin a transaction of the seat's own."""
        opened = await self.workspaces.get(seat.workspace)
        async with self.database.unit(readonly=readonly) as unit:
            yield self.context(seat, opened, unit)

    def context(self, seat: Seat, opened: Opened, unit: Unit) -> Context:
        """Return the first argument of everything."""
        return Context(
            actor=seat.actor,
            workspace=opened.workspace,
            unit=unit,
            catalog=opened.catalog,
            origin="api" if seat.csrf is None else "web",
            blobs=self.blobs,
        )
