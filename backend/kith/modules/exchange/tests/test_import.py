"""Files come in whole or in part, once, inside the rights of who brings them, and go out so that they come back."""

import contextlib
import io
from typing import Any

import pytest

from kith.infra.blobs import MemoryBlobs
from kith.infra.jobs import JobCancelled
from kith.infra.jobs.worker import run_pending
from kith.kernel.api import JOBS, records
from kith.kernel.expr import Query
from kith.main.contexts import Contexts
from kith.modules.exchange.errors import ImportBusy
from kith.modules.exchange.manifest import MODULE
from kith.modules.exchange.service import export, run, starting, uploads
from kith.modules.exchange.service.files import rejected_rows
from tests.support.company import module

FIRMS = "Company,Town,Mail\nAcme,Oslo,hello@acme.example\n华星科技,上海,info@huaxing.example\nBad,Rome,not-a-mail\n"
FIRM_COLUMNS = [
    {"column": "Company", "field": "name"},
    {"column": "Town", "field": "city"},
    {"column": "Mail", "field": "email"},
]


class Stop:
    """A run that is cancelled, or dies, after some reports."""

    def __init__(self, after=10**9, error=None):
        self.left, self.error = after, error

    async def progress(self, _done, _total=None, _message=""):
        self.left -= 1
        if self.left < 0:
            raise self.error


class Desk:
    """Somebody who imports."""

    def __init__(self, database, company, person):
        self.company = company
        self.contexts = Contexts(database, company.modules, MemoryBlobs())
        self.user = company.people[person]

    def open(self):
        return self.contexts.open(self.company.workspace.slug, self.user)

    async def upload(self, text, **mapping):
        async with self.open() as ctx:
            record = await uploads.upload(ctx, "file.csv", io.BytesIO(text.encode()))
            return (await uploads.set_mapping(ctx, record, mapping)).id

    async def run(self, import_id, *, dry=False, job=None):
        return await run.run_import(job or Stop(), self.open, import_id=str(import_id), dry=dry)

    async def bring(self, text, *, dry=False, **mapping):
        return await self.run(await self.upload(text, **mapping), dry=dry)

    async def all(self, name, fields=("name",)):
        async with self.open() as ctx:
            query = {"fields": list(fields), "sort": [{"by": "name"}]}
            return [tuple(r[f] for f in fields) async for r in records.iter(ctx, name, query)]

    async def state(self, import_id):
        async with self.open() as ctx:
            return await uploads.get(ctx, import_id)


@pytest.fixture
async def desk(databases):
    async with databases.company(module(), MODULE) as company:
        yield Desk(company.database, company, "sam")


async def test_good_rows_are_kept_and_bad_ones_set_aside_with_their_reason(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    report = await desk.run(import_id)
    assert (report["created"], report["rejected"]) == (2, 1)
    assert [r["column"] for r in report["reasons"]] == ["Mail"]
    assert await desk.all("firm") == [("Acme",), ("华星科技",)]
    async with desk.open() as ctx:
        aside = b"".join([part async for part in rejected_rows(ctx, import_id)]).decode()
    assert aside.startswith("Bad,Rome,not-a-mail,4,")


async def test_a_dry_run_tells_the_same_and_changes_nothing(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    tried = await desk.run(import_id, dry=True)
    assert await desk.all("firm") == []
    assert tried == await desk.run(import_id)


async def test_a_key_updates_what_is_there_and_the_last_of_a_double_row_wins(desk):
    await desk.bring("N,C\nAcme,Oslo\n", object="firm", columns=[{"column": "N", "field": "name"}])
    again = "N,C\nACME,Bergen\nNew,Paris\nnew,Lyon\n"
    columns = [{"column": "N", "field": "name"}, {"column": "C", "field": "city"}]
    report = await desk.bring(again, object="firm", columns=columns, mode="upsert", key=["name"])
    assert (report["created"], report["updated"]) == (1, 2)
    assert await desk.all("firm", ("name", "city")) == [("ACME", "Bergen"), ("new", "Lyon")]


async def test_a_key_in_create_mode_refuses_doubles_of_the_file_and_of_the_workspace(desk):
    mapping = {"object": "firm", "columns": [{"column": "N", "field": "name"}], "key": ["name"]}
    await desk.bring("N\nAcme\n", **mapping)
    report = await desk.bring("N\nacme\nBeta\nBeta\n", **mapping)
    assert (report["created"], report["rejected"]) == (1, 2)
    codes = {r["code"] for r in report["reasons"]}
    assert codes == {"exchange.already_there", "exchange.duplicate_in_file"}


async def test_without_a_key_likely_doubles_are_reported(desk):
    mapping = {"object": "firm", "columns": [{"column": "N", "field": "name"}]}
    await desk.bring("N\nAcme\n", **mapping)
    report = await desk.bring("N\nacme\nBeta\nbeta\n", dry=True, **mapping)
    assert [(d["row"], d.get("first")) for d in report["duplicates"]] == [(2, None), (4, 3)]


async def test_links_are_found_by_name_and_created_when_asked(desk):
    await desk.bring("N\nAcme\n", object="firm", columns=[{"column": "N", "field": "name"}])
    text = 'Bid,Firm,Value\nFirst,acme,"$1,200"\nSecond,Newcomer,30万\n'
    columns: list[dict[str, object]] = [
        {"column": "Bid", "field": "name"},
        {"column": "Value", "field": "amount"},
        {"column": "Firm", "field": "firm"},
    ]
    refused = await desk.bring(text, object="bid", columns=columns, dry=True)
    assert [r["code"] for r in refused["reasons"]] == ["exchange.link_missing"]
    columns[2]["create_missing"] = True
    tried = await desk.bring(text, object="bid", columns=columns, dry=True)
    assert tried["missing"] == {"Firm": {"Newcomer": 1}}
    await desk.bring(text, object="bid", columns=columns)
    bids = await desk.all("bid", ("name", "amount", "firm"))
    assert [(b[0], b[1]["amount"], b[2]["label"]) for b in bids] == [
        ("First", 1200, "Acme"),
        ("Second", 300000, "Newcomer"),
    ]


async def test_after_a_crash_it_goes_on_without_doubles(desk, monkeypatch):
    monkeypatch.setattr(run, "CHUNK", 10)
    rows = "N\n" + "".join(f"Firm {i:03}\n" for i in range(35))
    import_id = await desk.upload(rows, object="firm", columns=[{"column": "N", "field": "name"}])
    monkeypatch.setattr(run, "_end", _died)
    with pytest.raises(ZeroDivisionError):
        await desk.run(import_id, job=Stop(2, ZeroDivisionError()))
    assert len(await desk.all("firm")) == 30
    monkeypatch.undo()
    report = await desk.run(import_id)
    assert report["created"] == 35
    assert len(await desk.all("firm")) == 35


async def _died(*_):
    """Nobody cleans up after kill -9."""


async def test_cancel_keeps_what_was_written_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(run, "CHUNK", 10)
    rows = "N\n" + "".join(f"Firm {i:03}\n" for i in range(35))
    import_id = await desk.upload(rows, object="firm", columns=[{"column": "N", "field": "name"}])
    with contextlib.suppress(JobCancelled):
        await desk.run(import_id, job=Stop(1, JobCancelled()))
    assert len(await desk.all("firm")) == 20
    assert (await desk.state(import_id))["state"] == "cancelled"


async def test_an_import_is_taken_back_whole_and_its_history_stays(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    with pytest.raises(ImportBusy):
        async with desk.open() as ctx:
            await starting.take_back(ctx, await uploads.get(ctx, import_id))
    await desk.run(import_id)
    async with desk.open() as ctx:
        await starting.take_back(ctx, await uploads.get(ctx, import_id))
    handlers = {name: _handler(job, desk) for name, job in JOBS.items()}
    await run_pending(desk.contexts.database, handlers)
    assert await desk.all("firm") == []
    record = await desk.state(import_id)
    assert (record["state"], record["created"]) == ("undone", 2)


def _handler(job, desk):
    async def handle(running):
        return await job(running, desk.open, **running.args)

    return handle


async def test_an_import_stays_inside_the_rights_of_who_runs_it(desk):
    columns = [*FIRM_COLUMNS[:1], {"column": "Town", "field": "secret"}]
    report = await desk.bring(FIRMS, object="firm", columns=columns)
    assert (report["created"], report["rejected"]) == (0, 3)
    assert {r["code"] for r in report["reasons"]} == {"records.unknown_field"}


async def test_what_is_exported_imports_back_the_same(desk):
    text = 'N,A,L\n"=2+3, a formula",1200.5,"x; y"\nPlain,,\n'
    columns = [
        {"column": "N", "field": "name"},
        {"column": "A", "field": "amount"},
        {"column": "L", "field": "labels"},
    ]
    await desk.bring(text, object="bid", columns=columns)
    before = await desk.all("bid", ("name", "amount", "labels", "stage"))
    async with desk.open() as ctx:
        of = export.sheet(ctx, "bid", Query(), [])
        out = b"".join([part async for part in export.as_csv(ctx, of)]).decode("utf-8-sig")
        record = await uploads.upload(ctx, "back.csv", io.BytesIO(out.encode()))
        described = await uploads.describe(ctx, record, "bid")
        guesses = [(c["name"], c["guess"]) for c in _columns(described) if c["guess"]["field"]]
        await _empty(ctx, "bid")
    back = [
        {"column": name, "field": g["field"], "part": g["part"], "match": g["match"]}
        for name, g in guesses
        if g["field"] != "owner"
    ]
    report = await desk.bring(out, object="bid", columns=back)
    assert report["reasons"] == []
    assert "'=2+3" in out
    assert await desk.all("bid", ("name", "amount", "labels", "stage")) == before


def _columns(described) -> Any:
    return described["columns"]


async def _empty(ctx, name):
    for record in [r async for r in records.iter(ctx, name, {})]:
        await records.delete(ctx, name, record.id)
