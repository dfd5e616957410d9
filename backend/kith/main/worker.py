"""The background worker: jobs that were asked for, jobs by the clock, and listeners after the fact."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import uvloop

from kith.infra import jobs
from kith.infra.blobs import open_blobs
from kith.infra.db import Database
from kith.infra.db.errors import DatabaseUnavailable
from kith.infra.jobs import JobRun
from kith.infra.jobs.worker import Handler, Tick, Worker
from kith.infra.settings import Settings
from kith.kernel import api
from kith.lib.errors import KithError
from kith.main import samples
from kith.main.contexts import Contexts
from kith.main.delivery import Work, deliver
from kith.main.loader import load
from kith.module import Job, Module

log = logging.getLogger(__name__)
FIRST_WAIT = 0.5
LONGEST_WAIT = 5.0


def run(settings: Settings) -> None:
    """Work until SIGTERM or Ctrl-C."""
    with contextlib.suppress(asyncio.CancelledError, KeyboardInterrupt):
        uvloop.run(_run(settings))


async def _run(settings: Settings) -> None:
    _cancel_on_signals()
    wait = FIRST_WAIT
    while True:
        try:
            await work(settings)
        except (OSError, KithError) as error:
            log.warning("the worker lost the database (%s); trying again", error)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def work(settings: Settings) -> None:
    """Run jobs and listeners side by side; when one of them fails, all stop and start again."""
    if settings.database_url is None:
        raise DatabaseUnavailable
    database = await Database.open(settings.database_url, max_size=6)
    try:
        modules = load()
        contexts = Contexts(database, modules, open_blobs(settings))
        work = Work()
        async with asyncio.TaskGroup() as group:
            group.create_task(Worker(database, handlers(contexts, work), ticks(contexts)).run())
            group.create_task(deliver(contexts, work))
            if settings.redis_url:
                from kith.main.relay import relay  # noqa: PLC0415 - 6 MB that one node never needs

                group.create_task(relay(settings.database_url, settings.redis_url))
    finally:
        await database.close()


def handlers(contexts: Contexts, work: Work | None = None) -> Mapping[str, Handler]:
    """Every job that this Kith knows, by name; long ones are counted in `work`."""
    work = work or Work()
    known = {name: _long(contexts, job, work) for name, job in {**api.JOBS, **samples.JOBS}.items()}
    for module, job in _jobs(contexts.modules):
        known[f"{module}.{job.name}"] = (
            _long(contexts, job.run, work) if job.long else _short(contexts, job.run)
        )
    return known


def ticks(contexts: Contexts) -> Mapping[str, tuple[str, Tick]]:
    """Jobs by the clock: each tick asks for the job once per workspace."""
    lines = {f"{module}.{job.name}": job.cron for module, job in _jobs(contexts.modules)}
    return {
        name: (cron, _tick(contexts, name)) for name, cron in {**api.CRON, **lines}.items() if cron
    }


def _jobs(modules: Sequence[Module]) -> Iterator[tuple[str, Job]]:
    for module in modules:
        for job in module.jobs:
            yield module.name, job


def _short(contexts: Contexts, handler: Any) -> Handler:  # noqa: ANN401 - a module's own signature
    async def run_in_one_transaction(run: JobRun) -> Any:  # noqa: ANN401 - any JSON
        async with contexts.open(run.workspace, run.actor) as ctx:
            return await handler(ctx, **run.args)

    return run_in_one_transaction


def _long(contexts: Contexts, handler: Any, work: Work) -> Handler:  # noqa: ANN401 - see JobRun
    async def run_in_steps(run: JobRun) -> Any:  # noqa: ANN401 - any JSON
        with work.going_on():
            return await handler(run, contexts.opener(run.workspace, run.actor, "job"), **run.args)

    return run_in_steps


def _tick(contexts: Contexts, name: str) -> Tick:
    async def ask() -> None:
        for slug in await contexts.slugs():
            async with contexts.database.unit() as unit:
                await jobs.enqueue(unit, slug, None, name, {}, lock=f"{name}:{slug}")

    return ask


def _cancel_on_signals() -> None:
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        if task is not None:
            loop.add_signal_handler(number, task.cancel)
