"""Pipelines and stages are options: an admin adds, changes and retires them at run time."""

import pytest

from kith.kernel.api import Context, design, records
from kith.lib.errors import KithError
from kith.modules.sales import service
from kith.modules.sales.errors import FieldsNeeded
from tests.support.company import Company


@pytest.fixture
async def company(company: Company) -> Company:
    """The company after its admin has put a trial between needs and proposal, and retired the negotiation."""
    async with company.open("ada") as ctx:
        await design.change_field(ctx, "deal", "stage", {"options": _with_trial(ctx)})
    return company


async def test_a_new_stage_has_its_own_probability_and_gate(company: Company) -> None:
    async with company.open("sam") as ctx:
        deal = await records.create(ctx, "deal", {"name": "Rollout"})
        with pytest.raises(FieldsNeeded) as refused:
            await service.move(ctx, deal.id, "trial")
        assert list(refused.value.labels) == ["expected_close"]
        moved = await records.update(ctx, deal, {"stage": "trial", "expected_close": "2026-12-01"})
        assert (moved["probability"], moved["outcome"]) == (40, "open")


async def test_the_history_knows_the_new_stage(company: Company) -> None:
    async with company.open() as kith:
        field = kith.catalog.field("deal_stage", "stage")
        assert field.option("trial") is not None
        assert kith.catalog.label("option.deal_stage.stage.trial", "zh-CN") == "Trial"


async def test_a_retired_stage_takes_in_no_more_deals(company: Company) -> None:
    async with company.open("sam") as ctx:
        deal = await records.create(ctx, "deal", {"name": "Rollout", "amount": 10})
        with pytest.raises(KithError):
            await service.move(ctx, deal.id, "negotiate")


def _with_trial(ctx: Context) -> list[dict[str, object]]:
    options: list[dict[str, object]] = [
        {
            "key": option.key,
            "label": option.label,
            "color": option.color,
            "retired": option.key == "negotiate",
            "config": dict(option.config),
        }
        for option in ctx.catalog.field("deal", "stage").options
    ]
    trial: dict[str, object] = {
        "key": "trial",
        "label": "Trial",
        "color": "amber",
        "config": {"pipeline": "new_business", "probability": 40, "needs": ["expected_close"]},
    }
    return [*options[:2], trial, *options[2:]]
