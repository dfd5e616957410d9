"""One text for all queries of one shape; parts of statements for those who write."""

from dataclasses import replace
from typing import Any

import pytest

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import parse_filter, parse_query
from kith.kernel.query import compile as queries
from kith.kernel.query.rights import Trusted
from kith.kernel.schema import Lens, Sharing
from tests.support.town import Town


def _sql(ctx: Context, query: Any) -> str:
    return queries.list_query(ctx, access.reader(ctx), "visit", parse_query(query)).sql


async def test_values_never_change_the_text(town: Town) -> None:
    async with town.open("ada") as ctx:
        first = _sql(ctx, {"where": {"field": "count", "op": "in", "value": [1]}})
        second = _sql(ctx, {"where": {"field": "count", "op": "in", "value": [2, 3, 4]}})
        other = _sql(ctx, {"where": {"field": "count", "op": "gt", "value": 1}})
    assert first is second
    assert other != first


async def test_people_with_the_same_rights_share_a_text_and_others_do_not(town: Town) -> None:
    async with town.open("sam") as ctx:
        sam = _sql(ctx, {})
        args = queries.list_query(ctx, access.reader(ctx), "visit", parse_query({})).args
    async with town.open("sue") as ctx:
        sue = _sql(ctx, {})
    async with town.open("ada") as ctx:
        ada = _sql(ctx, {})
    assert sam is sue
    assert sam != ada
    assert [town.people["sam"]] in args


async def test_many_shapes_do_not_fill_the_memory(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr(queries, "_KEPT", 3)
    async with town.open("ada") as ctx:
        ctx.catalog.memo.pop("query.texts", None)
        for limit in range(1, 8):
            _sql(ctx, {"limit": limit})
        kept = ctx.catalog.memo["query.texts"]
    assert isinstance(kept, dict)
    assert len(kept) == 3


async def test_a_condition_joins_what_it_needs_inside_itself(town: Town) -> None:
    wheres: list[tuple[Any, list[str]]] = [
        ({"field": "count", "op": "gt", "value": 2}, ["Gamma 50%", "Zeta gone", "Épsilon"]),
        ({"field": "shop.chain.city", "value": "berlin"}, ["Alpha"]),
        ({"children": "line.visit", "is": "count", "op": "eq", "value": 2}, ["Alpha"]),
        ({"not": {"field": "shop.city", "op": "not_empty"}}, ["Zeta gone", "delta", "Épsilon"]),
    ]
    async with town.open() as ctx:
        for where, expected in wheres:
            made = queries.condition(
                ctx, Trusted(ctx.catalog), "visit", parse_filter(where), row="t", start=2
            )
            rows = await ctx.unit.fetch(
                f"select name from {ctx.workspace.schema}.visit t where $1 > 0 and ({made.sql}) order by name",
                1,
                *made.args,
            )
            assert [row["name"] for row in rows] == expected
        assert queries.condition(ctx, Trusted(ctx.catalog), "visit", None, row="t").sql == "true"


async def test_a_row_becomes_a_record_wherever_it_comes_from(town: Town) -> None:
    async with town.open("max") as ctx:
        made = queries.record(
            ctx,
            access.reader(ctx),
            "visit",
            (("name",), ("shop",), (["shop", "city"][0], "city")),
            row="w",
            start=2,
        )
        text = await ctx.unit.fetchval(
            f"with w as (select * from {ctx.workspace.schema}.visit where name = $1)"
            f" select ({made.expression})::text from w {made.joins}",
            "Alpha",
            *made.args,
        )
    assert '"label" : "Corner"' in text
    assert '"shop.city" : "Paris"' in text


async def test_wide_records_are_built_in_parts(town: Town) -> None:
    page = await town.list("ada", "visit", {"where": {"field": "name", "value": "Alpha"}})
    wide = {
        f"helper.{a}.{b}"
        for a in ("manager", "created_by", "updated_by")
        for b in ("name", "email", "title", "phone", "active", "locale", "timezone")
    }
    fields = sorted({*page["items"][0], *wide} - {"id", "version"})
    assert len(fields) > 40
    again = await town.list(
        "ada", "visit", {"where": {"field": "name", "value": "Alpha"}, "fields": fields}
    )
    assert page["items"][0].items() <= again["items"][0].items()
    assert again["items"][0]["helper.manager.name"] == "Max"
    assert set(again["items"][0]) == {*fields, "id", "version"}


async def test_a_stream_gives_every_record_in_order(town: Town) -> None:
    async with town.company.open("ada") as ctx:
        query = parse_query({"sort": ["name"], "fields": ["name"]})
        made = queries.stream_query(ctx, access.reader(ctx), "visit", query)
        rows = [row[0] async for row in ctx.unit.stream(made.sql, *made.args)]
    assert len(rows) == 5
    assert b'"name" : "Alpha"' in rows[0]


async def test_ids_are_those_that_the_action_reaches(town: Town) -> None:
    async with town.open("sam") as ctx:
        rights, query = access.reader(ctx), parse_query({})
        found = {}
        for action in ("read", "update", "delete"):
            made = queries.ids_query(ctx, rights, "shop", query, action=action)
            found[action] = [row[0] for row in await ctx.unit.fetch(made.sql, *made.args)]
        among = queries.ids_query(
            ctx, rights, "visit", query, among=[town.ids["Beta"], town.ids["Gamma 50%"]]
        )
        few = [row[0] for row in await ctx.unit.fetch(among.sql, *among.args)]
    assert found == {"read": [town.ids["华星商店"]], "update": [town.ids["华星商店"]], "delete": []}
    assert few == [town.ids["Beta"]]


async def test_the_lens_narrows_every_read(town: Town) -> None:
    async with town.open("ada") as ctx:
        worn = Sharing("lens", lenses=(Lens({"visit": {"field": "mood", "value": "good"}}),))
        lens = replace(ctx, actor=replace(ctx.actor, sharing=worn))
        rights = access.reader(lens)
        page = queries.list_query(lens, rights, "visit", parse_query({"fields": ["name"]}))
        assert b'"total" : 2' in await ctx.unit.fetchval(page.sql, *page.args)
        one = queries.get_query(lens, rights, "visit", town.ids["Beta"])
        assert await ctx.unit.fetchval(one.sql, *one.args) is None


@pytest.mark.parametrize(
    ("sort", "walked"),
    [
        ([], True),
        (["id"], True),
        (["name"], True),
        ([{"by": "name", "desc": True}], False),
        (["mood"], False),
        (["twice"], False),
        (["day"], False),
        (["shop"], False),
        (["shop.name"], False),
        (["name", "day"], False),
    ],
    ids=str,
)
async def test_an_index_is_walked_only_where_there_is_one(
    town: Town, sort: list[Any], *, walked: bool
) -> None:
    async with town.open("sam") as ctx:
        assert ("WITH near AS" in _sql(ctx, {"sort": sort})) is walked
    async with town.open("ada") as ctx:
        assert "WITH near AS" not in _sql(ctx, {"sort": sort})
