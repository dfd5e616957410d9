"""The same request twice makes one record; a different one under the same key is refused."""

import asyncio

import pytest

from kith.kernel import records
from kith.kernel.records.errors import FieldProblems, KeyReused
from tests.support.company import Company, log

FIRM = {"name": "F", "email": "f@example.com"}


async def test_a_repeated_request_gets_the_first_answer(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        first = await records.create_json(ctx, "firm", FIRM, "k1")
        assert await records.create_json(ctx, "firm", FIRM, "k1") == first
        with pytest.raises(KeyReused):
            await records.create_json(ctx, "firm", {"name": "G"}, "k1")
        with pytest.raises(FieldProblems):
            await records.create_json(ctx, "firm", FIRM, "k2")
        assert len(await log(ctx)) == 1
    async with company.open("sue", readonly=True) as ctx:
        await records.create_json(ctx, "firm", {"name": "G"}, "k1")


async def test_keys_hold_inside_transactions_and_with_many_to_many_fields(company: Company) -> None:
    async with company.open("sam") as ctx:
        firm = await records.create(ctx, "firm", FIRM)
        values = {"name": "B", "people": [str(firm.id)]}
        first = await records.create_json(ctx, "bid", values, "k")
        assert await records.create_json(ctx, "bid", values, "k") == first
        assert (await records.list(ctx, "bid", {})).total == 1


async def test_racing_requests_make_one_record(company: Company) -> None:
    async def send() -> bytes:
        async with company.open("sam", readonly=True) as ctx:
            return await records.create_json(ctx, "firm", FIRM, "k")

    answers = await asyncio.gather(*(send() for _ in range(4)))
    assert len(set(answers)) == 1
    async with company.open("sam", readonly=True) as ctx:
        assert len(await log(ctx)) == 1


async def test_two_writers_on_one_record_lose_nothing(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})

    async def write(field: str) -> tuple[str, ...]:
        async with company.open("sam", readonly=True) as ctx:
            return (await records.update_json(ctx, "bid", made.id, {field: field}, 1)).merged

    merged = await asyncio.gather(write("name"), write("reason"))
    async with company.open("sam", readonly=True) as ctx:
        now = await records.get(ctx, "bid", made.id)
    assert (now["name"], now["reason"], now.version) == ("name", "reason", 3)
    assert sorted(merged) in ([(), ("name",)], [(), ("reason",)])
