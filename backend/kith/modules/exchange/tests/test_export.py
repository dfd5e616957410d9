"""An export is a job: watched, stopped, fetched by who asked for it and by nobody else."""

import datetime as dt
from dataclasses import replace

import pytest

from kith.infra import jobs
from kith.kernel.access import NotAllowed
from kith.lib.ids import moment_of, new_id
from kith.modules.exchange.adapters.opened import detect, open_table
from kith.modules.exchange.errors import ExportNotFound
from kith.modules.exchange.service import exporting
from kith.modules.exchange.tests.desk import Desk

ROWS = "N\n" + "".join(f"Firm {i:03}\n" for i in range(450))
COLUMNS = [{"column": "N", "field": "name"}]
QUERY = {"where": {"field": "name", "op": "starts", "value": "Firm 1"}, "sort": [{"by": "name"}]}


@pytest.fixture
async def filled(desk):
    desk.user = desk.company.people["ada"]
    await desk.bring(ROWS, object="firm", columns=COLUMNS)
    return desk


async def _fetched(desk, job):
    async with desk.open() as ctx:
        name, chunks = await exporting.fetch(ctx, job)
        return name, b"".join([part async for part in chunks])


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_what_the_list_shows_is_in_the_file(filled, tmp_path, form):
    async with filled.open() as ctx:
        job = await exporting.ask(ctx, "firm", QUERY, ["name"], form)
    await filled.work()
    name, content = await _fetched(filled, job)
    path = tmp_path / name
    path.write_bytes(content)
    table = open_table(path, detect(path))
    assert table.header == ("id", "Name")
    assert [row.cells[1] for row in table.rows()] == [f"Firm {i}" for i in range(100, 200)]
    async with filled.open() as ctx:
        done = await jobs.find(ctx.unit, ctx.workspace.slug, job)
        assert done is not None
        assert (done.done, done.total) == (100, 100)


async def test_an_export_that_is_stopped_leaves_no_file(filled):
    class Stopped:
        id = new_id()

        async def progress(self, done, _total=None, _message=""):
            if done:
                raise jobs.JobCancelled

    with pytest.raises(jobs.JobCancelled):
        await exporting.run_export(
            Stopped(), filled.open, object="firm", query={}, paths=[], form="csv"
        )
    async with filled.open() as ctx:
        assert [key async for key in ctx.blobs.list(f"{ctx.workspace.id}/export/")] == []


async def test_only_who_asked_fetches_and_only_who_may_asks(filled):
    async with filled.open() as ctx:
        job = await exporting.ask(ctx, "firm", {}, ["name"], "csv")
    await filled.work()
    sam = Desk(filled.contexts.database, filled.company, "sam", filled.contexts.blobs)
    async with sam.open() as ctx:
        with pytest.raises(ExportNotFound):
            await exporting.fetch(ctx, job)
    vic = Desk(filled.contexts.database, filled.company, "vic", filled.contexts.blobs)
    async with vic.open() as ctx:
        with pytest.raises(NotAllowed):
            await exporting.ask(ctx, "firm", {}, ["name"], "csv")
    async with filled.open() as ctx:
        with pytest.raises(ExportNotFound):
            await exporting.fetch(ctx, new_id())


async def test_a_file_that_nobody_fetches_is_gone_after_a_day(filled):
    async with filled.open() as ctx:
        job = await exporting.ask(ctx, "firm", {}, ["name"], "csv")
    await filled.work()
    async with filled.open() as ctx:
        assert await exporting.forget(ctx) == {"removed": 0}
        later = replace(ctx, now=moment_of(job) + dt.timedelta(days=1, minutes=1))
        assert await exporting.forget(later) == {"removed": 1}
