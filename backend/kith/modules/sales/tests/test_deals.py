"""Deals through the kernel: a plain change obeys the same rules as a button, and history is kept."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from kith.kernel.api import Change, Context, Record, records
from kith.kernel.records.errors import FieldProblems
from kith.lib.ids import new_id
from kith.modules.sales import service
from kith.modules.sales.errors import DealClosed, DealOpen, FieldsNeeded, LinesMissing
from kith.modules.sales.listeners import follow
from tests.support.company import Company, log


@pytest.fixture
async def ctx(company: Company) -> AsyncIterator[Context]:
    async with company.open("sam") as ctx:
        yield ctx


async def _deal(ctx: Context, **values: object) -> Record:
    return await records.create(ctx, "deal", {"name": "Rollout", **values})


async def test_a_new_deal_stands_in_the_first_stage(ctx: Context) -> None:
    deal = await _deal(ctx)
    assert (deal["stage"], deal["probability"], deal["outcome"]) == ("qualify", 10, "open")
    assert deal["stage_since"] is not None
    assert str(deal["number"]).startswith("D-")


@pytest.mark.parametrize("name", ["stage", "pipeline"])
async def test_a_deal_without_a_stage_or_a_pipeline_is_refused_by_name(
    ctx: Context, name: str
) -> None:
    with pytest.raises(FieldProblems) as refused:
        await _deal(ctx, **{name: None})
    assert set(refused.value.problems) == {name}
    deal = await _deal(ctx)
    with pytest.raises(FieldProblems) as refused:
        await records.update(ctx, deal, {name: None})
    assert set(refused.value.problems) == {name}


async def test_a_gate_asks_for_just_the_missing_fields(ctx: Context) -> None:
    deal = await _deal(ctx)
    with pytest.raises(FieldsNeeded) as refused:
        await records.update(ctx, deal, {"stage": "negotiate"})
    assert refused.value.details() == {
        "fields": {
            "amount": {"code": "sales.field_needed", "message": "Amount"},
            "expected_close": {"code": "sales.field_needed", "message": "Expected close"},
        }
    }
    moved = await records.update(
        ctx, deal, {"stage": "negotiate", "amount": 900, "expected_close": "2026-12-01"}
    )
    assert moved["probability"] == 75


async def test_a_gate_speaks_the_language_of_the_person(ctx: Context) -> None:
    chinese = replace(ctx, actor=replace(ctx.actor, locale="zh-CN"))
    deal = await _deal(ctx)
    with pytest.raises(FieldsNeeded) as refused:
        await records.update(chinese, deal, {"stage": "propose"})
    assert refused.value.params == {"stage": "方案报价", "names": "金额"}


async def test_losing_needs_a_reason_by_plain_change_too(ctx: Context) -> None:
    deal = await _deal(ctx)
    with pytest.raises(FieldsNeeded):
        await records.update(ctx, deal, {"stage": "lost"})
    lost = await service.lose(ctx, deal.id, lost_reason="price", lost_note="Too dear.")
    assert (lost["outcome"], lost["lost_reason"], lost["probability"]) == ("lost", "price", 0)
    assert lost["closed_on"] == ctx.today.isoformat()


async def test_winning_sets_amount_and_day(ctx: Context) -> None:
    deal = await _deal(ctx)
    won = await service.win(ctx, deal.id, amount=1200, closed_on="2026-11-01")
    assert (won["stage"], won["outcome"], won["closed_on"]) == ("won", "won", "2026-11-01")


async def test_a_renewal_is_won_in_its_own_pipeline(ctx: Context) -> None:
    deal = await _deal(ctx, pipeline="renewal", amount=10)
    assert deal["stage"] == "renewal_due"
    won = await service.win(ctx, deal.id)
    assert won["stage"] == "renewed"


async def test_a_closed_deal_is_reopened_only_by_its_button(ctx: Context) -> None:
    deal = await _deal(ctx, amount=10)
    with pytest.raises(DealOpen):
        await service.reopen(ctx, deal.id)
    won = await service.win(ctx, deal.id)
    with pytest.raises(DealClosed):
        await records.update(ctx, "deal", deal.id, {"stage": "propose"})
    again = await service.reopen(ctx, deal.id, "propose")
    assert (again["outcome"], again["closed_on"], again["probability"]) == ("open", None, 50)
    assert won["closed_on"] is not None


async def test_history_from_elsewhere_passes_the_gates(company: Company) -> None:
    async with company.open("ada", origin="import") as ctx:
        lost = await _deal(ctx, stage="lost", closed_on="2017-03-01")
        won = await _deal(ctx, stage="won", closed_on="2017-03-01")
    assert (lost["outcome"], lost["closed_on"]) == ("lost", "2017-03-01")
    assert (won["outcome"], won["amount"]) == ("won", None)


async def test_an_open_deal_counts_by_its_probability(ctx: Context) -> None:
    deal = await _deal(ctx, amount=1000, stage="propose")
    assert _amount(deal["weighted"]) == 500
    figures = await records.aggregate(
        ctx, "deal", {"measures": [{"op": "sum", "field": "weighted", "as": "sum"}]}
    )
    total = figures["total"]
    assert isinstance(total, dict)
    assert total["sum"] == 500


async def test_lines_take_text_and_price_from_the_product(company: Company, ctx: Context) -> None:
    async with company.open() as kith:
        product = await records.create(
            kith, "product", {"name": "Sense S1", "code": "S1", "price": 89}
        )
    deal = await _deal(ctx)
    with pytest.raises(LinesMissing):
        await service.amount_from_lines(ctx, deal.id)
    values = {"deal": str(deal.id), "product": str(product.id), "quantity": 10, "discount": 10}
    line = await records.create(ctx, "deal_line", values)
    assert line["label"] == "Sense S1"
    assert _amount(line["total"]) == 801
    changed = await records.update(ctx, line, {"quantity": 20})
    assert _amount(changed["total"]) == 1602
    priced = await service.amount_from_lines(ctx, deal.id)
    assert _amount(priced["amount"]) == 1602


async def test_a_step_of_the_close_plan_is_dated_when_done(ctx: Context) -> None:
    deal = await _deal(ctx)
    step = await records.create(ctx, "deal_step", {"deal": str(deal.id), "name": "Site survey"})
    assert step.ref("responsible") == ctx.actor.user
    done = await records.update(ctx, step, {"done": True})
    assert done["done_on"] == ctx.today.isoformat()
    assert (await records.update(ctx, done, {"done": False}))["done_on"] is None


async def test_the_stage_history_counts_each_change_once(ctx: Context) -> None:
    deal = await _deal(ctx, amount=10)
    began = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
    first = _change(ctx, deal, 1_000_001, began, "qualify")
    second = _change(ctx, deal, 1_000_002, began + dt.timedelta(days=3), "propose")
    for change in (first, first, second, first, second):
        await follow(ctx, change)
    query = {
        "where": {"field": "deal", "op": "eq", "value": str(deal.id)},
        "sort": [{"by": "entered_at"}],
    }
    passed = (await records.list(ctx, "deal_stage", query)).items
    assert [(p["stage"], p["days"]) for p in passed] == [("qualify", 3), ("propose", None)]
    assert passed[0]["left_at"] == passed[1]["entered_at"]
    assert passed[0].ref("moved_by") == ctx.actor.user


async def test_the_history_of_what_was_imported_has_the_days_of_the_file(ctx: Context) -> None:
    past = {"name": "Past", "created_at": "2017-04-24T00:00:00+00:00"}
    rows = [{**past, "stage": "won", "closed_on": "2017-05-06"}, {**past, "stage": "propose"}]
    made = await records.create_many(replace(ctx, origin="import"), "deal", rows)
    made_of = {outcome.id for outcome in made}
    changes = [c for c in await log(ctx) if c.record in made_of]
    for change in changes:
        await follow(ctx, change)
    passed = {p["stage"]: str(p["entered_at"])[:10] for p in await _history(ctx)}
    assert passed == {"won": "2017-05-06", "propose": "2017-04-24"}
    last = changes[-1]
    moved = replace(last, id=last.id + 1, after={"stage": "won"}, at=ctx.now)
    await follow(ctx, moved)
    left = [p for p in await _history(ctx) if p["left_at"] is not None]
    assert [(p["stage"], str(p["entered_at"])[:10]) for p in left] == [("propose", "2017-04-24")]


async def _history(ctx: Context) -> tuple[Record, ...]:
    return tuple((await records.list(ctx, "deal_stage", {"sort": [{"by": "created_at"}]})).items)


async def test_my_manager_sees_my_deal_and_my_neighbour_does_not(company: Company) -> None:
    async with company.open("sam") as ctx:
        deal = await _deal(ctx)
        await records.create(ctx, "deal_step", {"deal": str(deal.id), "name": "Survey"})
    for person, sees in (("max", 1), ("sue", 0), ("ada", 1)):
        async with company.open(person) as ctx:
            assert len((await records.list(ctx, "deal", {})).items) == sees
            assert len((await records.list(ctx, "deal_step", {})).items) == sees


def _amount(value: object) -> object:
    assert isinstance(value, dict)
    return value["amount"]


def _change(ctx: Context, deal: Record, number: int, at: dt.datetime, stage: str) -> Change:
    return Change(
        id=number,
        at=at,
        actor=ctx.actor.user,
        object="deal",
        record=deal.id,
        action="update",
        version=number,
        before={},
        after={"stage": stage},
        batch=new_id(),
        origin="api",
    )
