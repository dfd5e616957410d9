"""Work is asked for inside a transaction, and its end is written down whatever it is."""

import uuid
from typing import Any

import pytest

from kith.infra import jobs
from kith.infra.db import Database
from kith.infra.db.migrate import migrate_system
from kith.infra.jobs import JobCancelled, JobRow, JobRun
from kith.infra.jobs.worker import run_pending
from kith.lib.errors import KithError


class Broken(KithError):
    """The {thing} is broken."""


@pytest.fixture
async def queue(database: Database) -> Database:
    async with database.unit() as unit:
        await migrate_system(unit)
    async with database.raw() as connection:
        await jobs.install(connection)
    return database


async def _ask(database: Database, name: str, **args: Any) -> uuid.UUID:
    async with database.unit() as unit:
        return await jobs.enqueue(unit, "acme", None, name, args)


async def _look(database: Database, job: uuid.UUID) -> JobRow:
    async with database.unit(readonly=True) as unit:
        row = await jobs.find(unit, "acme", job)
    assert row is not None
    return row


async def test_a_job_runs_and_leaves_its_result(queue: Database) -> None:
    async def double(run: JobRun) -> Any:
        await run.progress(1, 1, "doubling")
        return {"value": run.args["value"] * 2}

    job = await _ask(queue, "double", value=21)
    assert (await _look(queue, job)).state == "queued"
    await run_pending(queue, {"double": double})
    row = await _look(queue, job)
    assert (row.state, row.done, row.message, row.result) == ("done", 1, "doubling", {"value": 42})


async def test_a_rolled_back_request_never_runs(queue: Database) -> None:
    async def never(run: JobRun) -> None:
        raise AssertionError(run)

    with pytest.raises(ZeroDivisionError):
        async with queue.unit() as unit:
            await jobs.enqueue(unit, "acme", None, "never", {})
            _ = 1 / 0
    await run_pending(queue, {"never": never})
    async with queue.unit(readonly=True) as unit:
        assert await jobs.list_for(unit, "acme", None) == ()


async def test_an_error_is_told_and_a_surprise_is_not(queue: Database) -> None:
    async def told(run: JobRun) -> None:
        raise Broken(thing="mill")

    async def surprise(run: JobRun) -> None:
        raise ValueError("secret inside")

    one, two, three = (
        await _ask(queue, "told"),
        await _ask(queue, "surprise"),
        await _ask(queue, "what"),
    )
    await run_pending(queue, {"told": told, "surprise": surprise})
    assert (await _look(queue, one)).message == "The mill is broken."
    assert "secret" not in (await _look(queue, two)).message
    assert [(await _look(queue, job)).state for job in (one, two, three)] == ["failed"] * 3


async def test_a_running_job_stops_when_asked(queue: Database) -> None:
    async def slow(run: JobRun) -> None:
        async with queue.unit() as unit:
            await jobs.request_cancel(unit, "acme", run.id)
        await run.progress(5, 10)
        raise AssertionError("went on")

    job = await _ask(queue, "slow")
    await run_pending(queue, {"slow": slow})
    assert (await _look(queue, job)).state == "cancelled"


async def test_a_queued_job_that_is_cancelled_never_starts(queue: Database) -> None:
    async def never(run: JobRun) -> None:
        raise AssertionError(run)

    job = await _ask(queue, "never")
    async with queue.unit() as unit:
        await jobs.request_cancel(unit, "acme", job)
    await run_pending(queue, {"never": never})
    assert (await _look(queue, job)).state == "cancelled"


async def test_another_workspace_sees_nothing(queue: Database) -> None:
    job = await _ask(queue, "x")
    async with queue.unit(readonly=True) as unit:
        assert await jobs.find(unit, "other", job) is None


async def test_installing_twice_changes_nothing(queue: Database) -> None:
    async with queue.raw() as connection:
        await jobs.install(connection)


def test_cancelled_is_an_error_of_ours() -> None:
    assert str(JobCancelled()) == "The job was cancelled."
