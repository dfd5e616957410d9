"""A job whose worker was killed starts again elsewhere, under the same id."""

import asyncio
import subprocess
import sys
import uuid

import pytest

from kith.infra import jobs
from kith.infra.db import Database
from kith.infra.db.migrate import migrate_system
from kith.infra.jobs import JobRun
from kith.infra.jobs import worker as workers
from kith.infra.jobs.worker import Worker

pytestmark = pytest.mark.server
MORTAL = (sys.executable, "-m", "kith.infra.jobs.tests.mortal")


@pytest.fixture
def quick_rescue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a worker for dead after a second."""
    monkeypatch.setattr(workers, "DEAD_AFTER", 1.0)
    monkeypatch.setattr(workers, "HEARTBEAT", 0.2)


@pytest.fixture
async def asked(database: Database) -> uuid.UUID:
    """A job that nobody has begun."""
    async with database.unit() as unit:
        await migrate_system(unit)
    async with database.raw() as connection:
        await jobs.install(connection)
    async with database.unit() as unit:
        return await jobs.enqueue(unit, "acme", None, "long", {})


async def _finish(database: Database) -> tuple[uuid.UUID, int]:
    """Let a living worker finish it, and return which job it was and how often it was tried."""
    ran: asyncio.Queue[tuple[uuid.UUID, int]] = asyncio.Queue()

    async def finish(run: JobRun) -> None:
        ran.put_nowait((run.id, run.attempt))

    living = asyncio.create_task(Worker(database, {"long": finish}, {}).run())
    result = await asyncio.wait_for(ran.get(), 30)
    living.cancel()
    await asyncio.gather(living, return_exceptions=True)
    return result


@pytest.mark.usefixtures("quick_rescue")
async def test_a_lost_job_is_done_by_the_living(database: Database, asked: uuid.UUID) -> None:
    mortal = subprocess.Popen([*MORTAL, database.dsn], stdout=subprocess.PIPE, text=True)
    assert mortal.stdout is not None
    assert mortal.stdout.readline() == "begun\n"
    mortal.kill()
    mortal.communicate()
    assert await _finish(database) == (asked, 2)
    async with database.unit(readonly=True) as unit:
        row = await jobs.find(unit, "acme", asked)
    assert row is not None
    assert row.state == "done"


@pytest.mark.usefixtures("quick_rescue")
async def test_a_job_of_a_worker_that_stops_goes_back_to_the_queue(
    database: Database, asked: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "GIVE_UP_AFTER", 0.2)
    begun = asyncio.Event()

    async def endless(_run: JobRun) -> None:
        begun.set()
        await asyncio.Event().wait()

    stopping = asyncio.create_task(Worker(database, {"long": endless}, {}).run())
    await begun.wait()
    stopping.cancel()
    await asyncio.gather(stopping, return_exceptions=True)
    assert await _finish(database) == (asked, 2)
