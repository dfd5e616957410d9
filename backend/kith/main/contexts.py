"""A context for work that no request asked for: jobs, listeners, commands."""

import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from kith.infra.blobs import Blobs
from kith.infra.db import Database
from kith.kernel.access.actors import load_actor
from kith.kernel.catalog.load import load as load_catalog
from kith.kernel.context import SYSTEM, Context
from kith.kernel.storage import workspaces
from kith.module import Module

Open = Callable[[], AbstractAsyncContextManager[Context]]


@dataclass(frozen=True, slots=True)
class Contexts:
    """Opens transactions in the name of a person, or of Kith itself."""

    database: Database
    modules: Sequence[Module]
    blobs: Blobs | None = None

    @asynccontextmanager
    async def open(
        self, workspace: str, user: uuid.UUID | None = None, *, origin: str = "job"
    ) -> AsyncIterator[Context]:
        """Begin a transaction in a workspace; a person who left may no longer act."""
        async with self.database.unit() as unit:
            found = await workspaces.load(unit, workspace)
            catalog = await load_catalog(unit, found, self.modules)
            actor = SYSTEM if user is None else await load_actor(unit, found, user, catalog)
            yield Context(
                actor=actor,
                workspace=found,
                unit=unit,
                catalog=catalog,
                origin=origin,
                blobs=self.blobs,
            )

    def opener(self, workspace: str, user: uuid.UUID | None, origin: str) -> Open:
        """The same as a function without parameters, for jobs that need many transactions."""
        return lambda: self.open(workspace, user, origin=origin)

    async def slugs(self) -> list[str]:
        """Every workspace of the database."""
        async with self.database.unit(readonly=True) as unit:
            return [found.slug for found in await workspaces.all_workspaces(unit)]
