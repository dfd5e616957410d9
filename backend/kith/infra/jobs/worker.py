"""Runs what was asked for: procrastinate brings the jobs, the ledger says how they end."""

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import asyncpg
import procrastinate
from procrastinate.exceptions import ProcrastinateException

from kith.infra.db import Database
from kith.infra.db.errors import DatabaseBusy, DatabaseUnavailable
from kith.infra.errors import StorageUnavailable
from kith.infra.faults import meaning
from kith.infra.jobs import ledger
from kith.infra.jobs.errors import JobBroke, JobCancelled, UnknownJob
from kith.infra.jobs.schema import SCHEMA
from kith.lib.errors import KithError

log = logging.getLogger(__name__)
Handler = Callable[[ledger.JobRun], Awaitable[Any]]
Tick = Callable[[], Awaitable[None]]

HEARTBEAT = 3.0
DEAD_AFTER = 12.0
GIVE_UP_AFTER = 3.0
AN_HOUR = 3600.0
PASSING = (DatabaseUnavailable, DatabaseBusy, StorageUnavailable)
"""What is over in a moment: the job goes back to the queue and starts again."""
ATTEMPTS = 8
TRANSIENT = (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError)
RETRY = procrastinate.RetryStrategy(
    max_attempts=ATTEMPTS, exponential_wait=2, retry_exceptions=TRANSIENT
)


class Interrupted(OSError):
    """The database or the file store went away; the job goes back to the queue."""


class WorkerStopped(OSError):
    """The worker was asked to stop; its job goes back to the queue."""


@dataclass(slots=True)
class Worker:
    """`handlers` by job name; `ticks` by cron line, each run once per tick however many workers there are."""

    database: Database
    handlers: Mapping[str, Handler]
    ticks: Mapping[str, tuple[str, Tick]]
    concurrency: int = 4

    async def run(self, *, wait: bool = True) -> None:
        """Work until cancelled; with `wait=False` until the queue is empty."""
        app = self._app()
        async with app.open_async():
            rescuer = asyncio.create_task(_rescue(app))
            try:
                await app.run_worker_async(
                    wait=wait,
                    concurrency=self.concurrency,
                    listen_notify=wait,
                    install_signal_handlers=False,
                    delete_jobs="always",
                    update_heartbeat_interval=HEARTBEAT,
                    stalled_worker_timeout=DEAD_AFTER,
                    shutdown_graceful_timeout=GIVE_UP_AFTER if wait else AN_HOUR,
                )
            finally:
                rescuer.cancel()

    def _app(self) -> procrastinate.App:
        connector = procrastinate.PsycopgConnector(
            conninfo=self.database.dsn,
            kwargs={"options": f"-c search_path={SCHEMA}", "application_name": "kith-jobs"},
            min_size=1,
            max_size=4,
        )
        app = procrastinate.App(connector=connector)
        app.task(name="kith.job", retry=RETRY)(self._run_job)
        for name, (cron, tick) in self.ticks.items():
            task = app.task(name=f"kith.tick.{name}", pass_context=False)(_ticking(tick))
            app.periodic(cron=cron)(task)
        return app

    async def _run_job(self, job: str) -> None:
        """Run one job; whatever is not a lost connection is an ending, told in the ledger."""
        run = await ledger.begin(self.database, uuid.UUID(job))
        if run is None:
            return
        state, message, result = "done", "", None
        try:
            result = await self._handler(run.name)(run)
        except JobCancelled as cancelled:
            state, message = "cancelled", str(cancelled)
        except asyncio.CancelledError:
            raise WorkerStopped from None
        except Exception as error:
            ours = _ours(error) or JobBroke(id=run.id)
            if isinstance(ours, PASSING) and run.attempt < ATTEMPTS:
                raise Interrupted from error
            if isinstance(ours, JobBroke):
                log.exception("job %s (%s) broke", run.name, run.id)
            state, message, result = "failed", str(ours), _told(ours)
        await ledger.finish(self.database, run.id, state, message, result)

    def _handler(self, name: str) -> Handler:
        handler = self.handlers.get(name)
        if handler is None:
            raise UnknownJob(name=name)
        return handler


async def run_pending(database: Database, handlers: Mapping[str, Handler]) -> None:
    """Run what is queued now and return: for tests and for commands that wait."""
    await Worker(database, handlers, {}).run(wait=False)


def _ours(error: Exception) -> KithError | None:
    """Return what went wrong in our own words: a lost connection passes, a full disk does not."""
    if isinstance(error, KithError):
        return error
    known = meaning(error)
    return DatabaseUnavailable() if known is None and isinstance(error, TRANSIENT) else known


def _told(error: KithError) -> Mapping[str, Any]:
    """Keep enough of an error to tell it again in another language."""
    return {"code": error.code, "params": {k: str(v) for k, v in error.params.items()}} | (
        error.details()
    )


def _ticking(tick: Tick) -> Callable[[int], Awaitable[None]]:
    async def run(timestamp: int) -> None:  # noqa: ARG001 - procrastinate passes it
        await tick()

    return run


async def _rescue(app: procrastinate.App) -> None:
    """Give the jobs of a killed worker to the living."""
    while True:
        try:
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER):
                log.warning("a worker was lost; its job %s starts again", job.id)
                await app.job_manager.retry_job(job)
        except ProcrastinateException as error:
            log.info("looking for lost jobs failed: %s", error)
        await asyncio.sleep(HEARTBEAT)
