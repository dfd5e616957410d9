"""A disk that is full stops an import with words, loses nothing that was good, and lets it go on later."""

import contextlib
import resource
import signal

import pytest

from kith.infra import jobs
from kith.infra.blobs import open_blobs
from kith.infra.db.errors import DatabaseFull
from kith.infra.errors import StorageFull
from kith.infra.settings import Settings
from kith.kernel.expr import Query
from kith.modules.exchange.service import export, run, starting, uploads
from kith.modules.exchange.service.files import set_aside
from kith.modules.exchange.tests.desk import Stop

COLUMNS = [{"column": "N", "field": "name"}, {"column": "M", "field": "email"}]
BIG = "x" * 200


@contextlib.contextmanager
def no_room(after=4096):
    """Files of this process end there: the system answers as a full disk or a used-up quota would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (after, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, was)


@pytest.fixture
async def on_disk(desk, tmp_path):
    desk.contexts = type(desk.contexts)(
        desk.contexts.database, desk.contexts.modules, open_blobs(Settings(data=tmp_path))
    )
    desk.folder = tmp_path
    return desk


def _files(desk):
    return sorted(p for p in desk.folder.rglob("*") if p.is_file())


async def test_an_upload_that_does_not_fit_leaves_no_trace(on_disk):
    text = "N\n" + "".join(f"Firm {i} {BIG}\n" for i in range(100))
    with pytest.raises((StorageFull, OSError)), no_room():
        await on_disk.upload(text, object="firm", columns=COLUMNS[:1])
    assert _files(on_disk) == []
    assert await on_disk.all("import_run") == []


async def test_rows_that_cannot_be_set_aside_stop_the_import_which_then_goes_on(
    on_disk, monkeypatch
):
    monkeypatch.setattr(run, "CHUNK", 50)
    good = "".join(f"Firm {i:03},a{i}@b.example\n" for i in range(50))
    bad = "".join(f"Bad {i} {BIG},no mail\n" for i in range(50))
    text = "N,M\n" + good + bad
    import_id = await on_disk.upload(text, object="firm", columns=COLUMNS)
    original = _files(on_disk)
    # The file itself fits; the same rows with their reasons do not.
    with pytest.raises(StorageFull), no_room(len(text) + 100):
        await run.run_import(Stop(), on_disk.open, import_id=str(import_id))
    record = await on_disk.state(import_id)
    assert (record["state"], record["created"], record["rejected"]) == ("failed", 50, 0)
    assert _files(on_disk) == original
    async with on_disk.open() as ctx:
        await starting.start(ctx, record, dry=False)
    await on_disk.work()
    record = await on_disk.state(import_id)
    assert (record["state"], record["created"], record["rejected"]) == ("done", 50, 50)
    assert len(await on_disk.all("firm")) == 50
    async with on_disk.open() as ctx:
        aside = b"".join([part async for part in set_aside(ctx, record)])
    assert aside.count(b"Bad ") == 50


async def test_a_database_without_room_stops_the_import_and_blames_no_row(desk, monkeypatch):
    monkeypatch.setattr(run, "CHUNK", 10)
    import_id = await desk.upload(
        "N\n" + "".join(f"Firm {i:03}\n" for i in range(30)), object="firm", columns=COLUMNS[:1]
    )
    async with desk.open() as ctx:
        table = f'"{ctx.workspace.schema}"."firm"'
        await ctx.unit.execute(
            f'create function "{ctx.workspace.schema}".no_room() returns trigger language plpgsql as'
            " $$ begin raise exception 'no space' using errcode = '53100'; end $$"
        )
        await ctx.unit.execute(
            f"create trigger no_room before insert on {table} for each row when (new.name = 'Firm 015')"
            f' execute function "{ctx.workspace.schema}".no_room()'
        )
        job = await starting.start(ctx, await uploads.get(ctx, import_id), dry=False)
    await desk.work()
    record = await desk.state(import_id)
    assert (record["state"], record["created"], record["rejected"]) == ("failed", 10, 0)
    async with desk.open() as ctx:
        failed = await jobs.find(ctx.unit, ctx.workspace.slug, job)
        assert failed is not None
        assert failed.result["code"] == DatabaseFull.code
        await ctx.unit.execute(f"drop trigger no_room on {table}")
        await starting.start(ctx, record, dry=False)
    await desk.work()
    assert len(await desk.all("firm")) == 30
    assert (await desk.state(import_id))["state"] == "done"


async def test_a_workbook_that_does_not_fit_is_refused_before_anything_is_sent(desk):
    await desk.bring(
        "N\n" + "".join(f"Firm {i}\n" for i in range(300)), object="firm", columns=COLUMNS[:1]
    )
    async with desk.open() as ctx:
        with pytest.raises((StorageFull, OSError)), no_room():
            await anext(export.as_xlsx(ctx, export.sheet(ctx, "firm", Query(), [])))
