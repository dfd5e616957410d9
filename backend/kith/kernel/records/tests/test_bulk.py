"""Thousands of records change as one job: in steps, to be stopped, resumed and taken back."""

import uuid
from collections.abc import Mapping
from typing import Any

import pytest

from kith.infra import jobs
from kith.infra.jobs import JobRun
from kith.kernel import records
from kith.kernel.access import NotAllowed
from kith.kernel.api import JOBS
from kith.kernel.expr import parse_filter
from kith.kernel.records import bulk
from kith.kernel.records.errors import FieldProblems
from tests.support.company import Company, log


async def _bids(company: Company, count: int, person: str = "sam") -> list[uuid.UUID]:
    async with company.open(person) as ctx:
        made = await records.create_many(ctx, "bid", [{"name": str(i)} for i in range(count)])
    return [outcome.id for outcome in made if outcome.id]


async def _start(company: Company, person: str, action: Any, **what: Any) -> JobRun:
    async with company.open(person) as ctx:
        await jobs.install(ctx.unit.connection)
        job = await bulk.start(ctx, "bid", action, **what)
    found = await jobs.ledger.begin(company.database, uuid.UUID(str(job["id"])))
    assert found is not None
    return found


async def _run(company: Company, job: JobRun, person: str) -> Mapping[str, Any]:
    result = await JOBS[job.name](job, lambda: company.open(person), **job.args)
    assert isinstance(result, dict)
    return result


async def test_a_bulk_change_reaches_what_the_actor_may_change_and_is_undone(
    company: Company,
) -> None:
    ids = await _bids(company, 5)
    others = await _bids(company, 2, "sue")
    job = await _start(company, "sam", "update", ids=[*ids, *others], values={"reason": "r"})
    result = await _run(company, job, "sam")
    assert (result["written"], result["left"]) == (5, 2)
    assert {p["code"] for p in result["problems"]} == {"records.not_found"}
    async with company.open("sam") as ctx:
        page = await records.list(ctx, "bid", {"where": {"field": "reason", "value": "r"}})
        assert page.total == 5
        undone = await records.undo(ctx, batch=uuid.UUID(result["batch"]))
        assert undone.done == 5


async def test_what_is_reached_is_fixed_when_it_is_asked_for(company: Company) -> None:
    await _bids(company, 3)
    where = parse_filter({"field": "stage", "value": "new"})
    job = await _start(company, "sam", "delete", where=where)
    await _bids(company, 2)
    result = await _run(company, job, "sam")
    assert result["written"] == 3
    async with company.open("sam") as ctx:
        assert (await records.list(ctx, "bid", {})).total == 2
    back = await _start(company, "sam", "restore", where=where)
    assert (await _run(company, back, "sam"))["written"] == 3


async def test_a_crash_leaves_no_doubles(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 2)
    ids = await _bids(company, 5)
    job = await _start(company, "sam", "update", ids=ids, values={"reason": "r"})
    opened = 0

    def failing() -> Any:
        nonlocal opened
        opened += 1
        if opened > 2:
            raise ConnectionError("the worker was killed")
        return company.open("sam")

    with pytest.raises(ConnectionError):
        await JOBS[job.name](job, failing, **job.args)
    result = await _run(company, job, "sam")
    assert result["written"] == 5
    async with company.open("sam") as ctx:
        changes = [c for c in await log(ctx) if c.action == "update"]
        assert sorted(c.record for c in changes) == sorted(ids)


async def test_a_cancelled_job_stops_and_what_it_did_can_be_undone(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 2)
    monkeypatch.setattr(jobs.ledger, "BETWEEN_REPORTS", 0)
    ids = await _bids(company, 6)
    job = await _start(company, "sam", "update", ids=ids, values={"reason": "r"})
    async with company.open("sam") as ctx:
        await jobs.request_cancel(ctx.unit, ctx.workspace.slug, job.id)
    with pytest.raises(jobs.JobCancelled):
        await _run(company, job, "sam")
    async with company.open("sam") as ctx:
        page = await records.list(ctx, "bid", {"where": {"field": "reason", "value": "r"}})
        assert page.total == 2
        assert (await records.undo(ctx, batch=uuid.UUID(job.args["batch"]))).done == 2


async def test_nonsense_and_missing_rights_are_refused_at_once(company: Company) -> None:
    async with company.open("sam") as ctx:
        with pytest.raises(FieldProblems):
            await bulk.start(ctx, "bid", "update", ids=[], values={"amount": "x"})
    async with company.open("vic") as ctx:
        with pytest.raises(NotAllowed):
            await bulk.start(ctx, "bid", "delete", ids=[])


async def test_a_large_undo_is_a_job(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.kernel.records.undoing.INLINE", 3)
    monkeypatch.setattr("kith.kernel.records.undoing.AT_ONCE", 2)
    ids = await _bids(company, 5)
    job = await _start(company, "sam", "update", ids=ids, values={"reason": "r"})
    batch = uuid.UUID((await _run(company, job, "sam"))["batch"])
    async with company.open("sam") as ctx:
        await records.update(ctx, "bid", ids[0], {"reason": "newer"})
        undone = await records.undo(ctx, batch=batch)
        assert undone.job is not None
    found = await jobs.ledger.begin(company.database, undone.job)
    assert found is not None
    result = await _run(company, found, "sam")
    assert (result["done"], result["stays"]) == (4, 1)
    async with company.open("sam") as ctx:
        page = await records.list(ctx, "bid", {"where": {"field": "reason", "op": "not_empty"}})
        assert [r.id for r in page.items] == [ids[0]]
