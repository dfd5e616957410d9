"""No value for any kind and any operator makes PostgreSQL fail: it is answered or refused by place."""

import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import QueryProblem, parse_aggregate, parse_query
from kith.kernel.fields import FIELD_TYPES
from kith.kernel.query import run
from kith.kernel.query.pages import _READERS
from kith.module import Module
from tests.support.databases import Databases
from tests.support.every import EVERY
from tests.support.town import Town, settle

ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    2**63,
    10**30,
    1e308,
    -1.5,
    "",
    "a",
    "%",
    "\\",
    "'; drop table x; --",
    "😀 \u202e مرحبا",
    "\ud800",
    "x" * 900,
    "2026-11-22",
    "0001-01-01",
    "9999-12-31",
    "2026-11-22T10:00:00+14:00",
    "0001-01-01T00:00:00+14:00",
    "+49 151 12345678",
    "a@example.com",
    "https://example.com/?a=%",
    "01a20000-0000-7000-8000-000000000000",
    {"rel": "this_fiscal_quarter"},
    {"rel": "last_days", "n": 100_000},
    {"me": True},
    {"my_team": True},
    {"amount": 5, "currency": "EUR"},
    {"amount": 5, "currency": "XXX"},
    {"lat": 1, "lng": 2, "km": 3},
    {"lat": 900, "lng": 2, "km": -3},
    {},
    [],
    ["a", "b"],
    [1, 2],
    [None],
    [[]],
    ["2026-01-01", "2026-12-31"],
    [{"rel": "today"}, {"rel": "tomorrow"}],
    [{"me": True}, {"my_team": True}],
    ["01a20000-0000-7000-8000-000000000000"],
]
KINDS = tuple(FIELD_TYPES)


@pytest.fixture(scope="module")
async def town(databases: Databases) -> AsyncIterator[Town]:
    async with settle(databases, Module("every", "Every", objects=(EVERY,))) as found:
        await found.add(
            "every", "ada", text="one", number=1, choice="a", tags=["x"], date="2026-01-01"
        )
        await found.add("every", "ada", text="two")
        yield found


async def _ask(ctx: Context, query: dict[str, Any]) -> bool:
    """Say whether there is an answer; a refusal must name its place."""
    try:
        await run.list_json(ctx, access.reader(ctx), "every", parse_query(query))
    except QueryProblem as problem:
        return not problem.place
    return True


@pytest.mark.parametrize("kind", KINDS)
async def test_every_value_is_answered_or_refused(town: Town, kind: str) -> None:
    answered = 0
    ops = (
        *FIELD_TYPES[kind].operators(next(f for f in EVERY.fields if f.name == kind)),
        "nonsense",
    )
    async with town.open("ada") as ctx:
        for op, value in itertools.product(ops, ODD):
            where = {"field": kind, "op": op, "value": value}
            answered += await _ask(ctx, {"where": where, "count": "none", "fields": []})
    assert answered > 0


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_is_shown_sorted_grouped_and_measured_or_refused(
    town: Town, kind: str
) -> None:
    async with town.open("ada") as ctx:
        assert await _ask(ctx, {"fields": [kind], "count": "exact"})
        for descending in (False, True):
            await _ask(ctx, {"sort": [{"by": kind, "desc": descending}], "fields": [], "limit": 1})
        hints = FIELD_TYPES[kind].hints(next(f for f in EVERY.fields if f.name == kind))
        for bucket in (None, "day", "week", "month", "quarter", "year", "fiscal_year"):
            for op in ("count", "sum", "avg", "min", "max", "count_distinct"):
                group = {"by": kind} | ({"bucket": bucket} if bucket else {})
                asked = {"group": [group], "measures": [{"op": op, "field": kind}]}
                fits = op in hints["measures"]  # type: ignore[operator]
                try:
                    await run.aggregate_json(
                        ctx, access.reader(ctx), "every", parse_aggregate(asked)
                    )
                except QueryProblem:
                    continue
                assert fits


@pytest.mark.parametrize(
    "text", ["😀", "\x01", "a' or 1=1", "华星" * 100, "%_\\", "\u202e", "a " * 400]
)
async def test_every_text_can_be_searched_for(town: Town, text: str) -> None:
    async with town.open("ada") as ctx:
        assert await _ask(ctx, {"search": text})
        assert await _ask(ctx, {"where": {"not": {"text": text}}})


def test_cursor_values_are_read_or_refused() -> None:
    texts = [
        "",
        "x",
        "1",
        "1e999999",
        "NaN",
        "9" * 400,
        "0001-01-01",
        "true",
        "2026-01-01T00:00:00+00:00",
    ]
    for read, text in itertools.product(_READERS.values(), texts):
        try:
            read(text)
        except (ValueError, ArithmeticError):
            continue
