"""Files come in whole or in part, once, inside the rights of who brings them, and go out so that they come back."""

import io
from typing import Any

import pytest

from kith.infra import jobs
from kith.infra.jobs import JobCancelled
from kith.kernel.api import records
from kith.kernel.expr import Query
from kith.modules.exchange.errors import ImportBusy, ImportOver, NothingWritten, ObjectNotMade
from kith.modules.exchange.service import export, run, standing, starting, terminal, uploads
from kith.modules.exchange.service.files import set_aside
from kith.modules.exchange.tests.desk import FIRM_COLUMNS, FIRMS, Desk, Killed, Stop


async def test_good_rows_are_kept_and_bad_ones_set_aside_with_their_reason(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    report = await desk.run(import_id)
    assert (report["created"], report["rejected"]) == (2, 1)
    assert [r["column"] for r in report["reasons"]] == ["Mail"]
    assert await desk.all("firm") == [("Acme",), ("华星科技",)]
    async with desk.open() as ctx:
        record = await uploads.get(ctx, import_id)
        aside = b"".join([part async for part in set_aside(ctx, record)]).decode("utf-8-sig")
    head, row = aside.splitlines()
    assert head == "Company,Town,Mail,kith_row,kith_reason"
    assert row.startswith("Bad,Rome,not-a-mail,4,")


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


@pytest.mark.parametrize("end", [Killed(), ZeroDivisionError(), JobCancelled()])
async def test_what_broke_off_goes_on_without_doubles(desk, monkeypatch, end):
    monkeypatch.setattr(run, "CHUNK", 10)
    rows = "N\n" + "".join(f"Firm {i:03}\n" for i in range(35))
    import_id = await desk.upload(rows, object="firm", columns=[{"column": "N", "field": "name"}])
    with pytest.raises(type(end)):
        await desk.run(import_id, job=Stop(2, end))
    assert len(await desk.all("firm")) == 30
    report = await desk.run(import_id)
    assert report["created"] == 35
    assert len(await desk.all("firm")) == 35
    assert (await desk.state(import_id))["state"] == "done"


async def test_cancel_keeps_what_was_written_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(run, "CHUNK", 10)
    rows = "N\n" + "".join(f"Firm {i:03}\n" for i in range(35))
    import_id = await desk.upload(rows, object="firm", columns=[{"column": "N", "field": "name"}])
    with pytest.raises(JobCancelled):
        await desk.run(import_id, job=Stop(1, JobCancelled()))
    assert len(await desk.all("firm")) == 20
    assert (await desk.state(import_id))["state"] == "cancelled"


async def test_an_import_is_taken_back_whole_and_its_history_stays(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    with pytest.raises(NothingWritten):
        async with desk.open() as ctx:
            await starting.take_back(ctx, await uploads.get(ctx, import_id))
    await desk.run(import_id)
    async with desk.open() as ctx:
        await starting.take_back(ctx, await uploads.get(ctx, import_id))
    await desk.work()
    assert await desk.all("firm") == []
    record = await desk.state(import_id)
    assert (record["state"], record["created"]) == ("undone", 2)


async def test_what_is_the_same_already_counts_as_unchanged_and_is_not_written(desk):
    mapping = {"object": "firm", "columns": FIRM_COLUMNS, "mode": "upsert", "key": ["name"]}
    await desk.bring(FIRMS, **mapping)
    again = await desk.bring(FIRMS.replace("Oslo", "Bergen"), **mapping)
    figures = [again[name] for name in ("created", "updated", "unchanged", "rejected")]
    assert figures == [0, 1, 1, 1]
    async with desk.open() as ctx:
        found = await records.find(ctx, "firm", {"field": "name", "op": "eq", "value": "华星科技"})
        assert found is not None
        assert found.version == 1


async def test_a_record_that_is_there_keeps_the_day_on_which_it_was_made(desk):
    columns = [{"column": "N", "field": "name"}, {"column": "Since", "field": "created_at"}]
    mapping = {"object": "firm", "columns": columns, "mode": "upsert", "key": ["name"]}
    await desk.bring("N,Since\nAcme,2017-04-24\n", **mapping)
    report = await desk.bring("N,Since\nAcme,2020-01-01\n", **mapping)
    assert (report["unchanged"], report["rejected"]) == (1, 0)
    [(since,)] = await desk.all("firm", ("created_at",))
    assert since.startswith("2017-04-2")


async def test_an_import_that_wrote_something_is_not_mapped_anew_before_it_is_taken_back(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    await desk.run(import_id)
    async with desk.open() as ctx:
        record = await uploads.get(ctx, import_id)
        for change in (
            uploads.set_mapping(ctx, record, {"object": "firm", "columns": FIRM_COLUMNS}),
            uploads.reopen(ctx, record, {"delimiter": ";"}),
            starting.start(ctx, record, dry=True),
            starting.start(ctx, record, dry=False),
        ):
            with pytest.raises(ImportOver):
                await change


async def test_a_job_that_is_gone_leaves_no_import_at_work_for_ever(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    async with desk.open() as ctx:
        job = await starting.start(ctx, await uploads.get(ctx, import_id), dry=False)
    async with desk.open() as ctx:
        record = await uploads.get(ctx, import_id)
        assert await standing.state(ctx, record) == "running"
        with pytest.raises(ImportBusy):
            await starting.start(ctx, record, dry=False)
        await jobs.request_cancel(ctx.unit, ctx.workspace.slug, job)
        assert await standing.state(ctx, record) == "cancelled"
        await starting.start(ctx, record, dry=False)


async def test_an_import_that_ends_while_it_is_looked_at_has_not_failed(desk):
    import_id = await desk.upload(FIRMS, object="firm", columns=FIRM_COLUMNS)
    async with desk.open() as ctx:
        job = await starting.start(ctx, await uploads.get(ctx, import_id), dry=False)
        record = await uploads.get(ctx, import_id)
        await ctx.unit.execute("update kith.job set state = 'done' where id = $1", job)
        assert await standing.state(ctx, record) == "running"


async def test_the_reason_is_told_in_the_language_of_who_imports(desk):
    columns = [{"column": "Bid", "field": "name"}, {"column": "Value", "field": "amount"}]
    import_id = await desk.upload("Bid,Value\n=1+1,lots\n", object="bid", columns=columns)
    report: Any = await run.run_import(Stop(), desk.in_chinese, import_id=str(import_id))
    assert report["reasons"][0]["message"] == "“lots”不是数字。"
    async with desk.open() as ctx:
        record = await uploads.get(ctx, import_id)
        aside = b"".join([part async for part in set_aside(ctx, record)]).decode("utf-8-sig")
    assert aside.splitlines()[1] == "'=1+1,lots,2,Value: “lots”不是数字。"


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


async def test_a_mapping_may_bring_along_the_object_that_it_fills(desk, tmp_path):
    file = tmp_path / "clicks.csv"
    file.write_text("Day,Source\n2016-11-14,Social\n2016-11-15,Paid\n", "utf-8")
    options = [{"key": "social", "label": "Social"}, {"key": "paid", "label": "Paid"}]
    source = {"name": "source", "label": "Source", "kind": "choice", "options": options}
    mapping: dict[str, Any] = {
        "object": "click__c",
        "make": {"label": "Click", "fields": [source]},
        "columns": [{"column": "Source", "field": "source__c"}],
        "constants": {"name": "{Source} {Day}"},
    }
    desk = Desk(desk.contexts.database, desk.company, "ada")
    with pytest.raises(ObjectNotMade):
        await terminal.import_file(desk.open, file, mapping, dry=True, show=_quiet)
    for _ in range(2):
        report: Any = await terminal.import_file(desk.open, file, mapping, dry=False, show=_quiet)
        assert (report["created"], report["rejected"]) == (2, 0)
    async with desk.open() as ctx:
        page = await records.list(ctx, "click__c", Query(fields=(("name",), ("source__c",))))
    assert {(r["name"], r["source__c"]) for r in page.items} == {
        ("Social 2016-11-14", "social"),
        ("Paid 2016-11-15", "paid"),
    }


def _quiet(_done: int, _total: int) -> None:
    """Show nothing."""
