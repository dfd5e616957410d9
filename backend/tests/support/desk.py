"""Opens contexts in a workspace, one transaction each, and runs the jobs that were asked for."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from kith.infra.db import Database
from kith.infra.jobs import JobRun
from kith.infra.jobs.worker import run_pending
from kith.kernel.catalog import load
from kith.kernel.context import SYSTEM, Context
from kith.kernel.storage import workspaces


@dataclass(frozen=True)
class Desk:
    """A workspace to work in, as Kith itself."""

    database: Database
    slug: str
    modules: Sequence[Any]
    jobs: Mapping[str, Callable[..., Any]]

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Context]:
        """Begin a transaction with the catalog as it is now."""
        async with self.database.unit() as unit:
            workspace = await workspaces.load(unit, self.slug)
            catalog = await load(unit, workspace, self.modules)
            yield Context(SYSTEM, workspace, unit, catalog)

    async def work(self) -> None:
        """Run every job that waits."""
        await run_pending(
            self.database, {name: self._handler(run) for name, run in self.jobs.items()}
        )

    def _handler(self, job: Callable[..., Any]) -> Callable[[JobRun], Any]:
        async def run(started: JobRun) -> Any:
            return await job(started, self.open, **started.args)

        return run
