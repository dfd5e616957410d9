"""Nobody sees more or less than an oracle allows that knows nothing of SQL.

Random people, profiles, owners and questions; compared are lists, counts, figures, search and single records.
"""

import random
import uuid
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from kith.kernel import access, records, search
from kith.kernel.access import profiles
from kith.kernel.context import Context
from kith.kernel.expr import Query, QueryProblem
from kith.kernel.query import compile as queries
from kith.kernel.records.errors import RecordNotFound
from kith.lib.ids import new_id
from kith.lib.json import loads
from tests.support.databases import Databases
from tests.support.oracle import Oracle
from tests.support.sharing import furnish_sharing
from tests.support.town import Town, settle

WORDS = ("amber", "basalt", "cobalt", "dahlia", "华星", "星光")
CITIES = ("Paris", "Berlin", None)
MOODS = ("good", "fair", "bad", None)
REACHES = ("none", "mine", "team", "all")
HIDEABLE = {"shop": ("city", "secret"), "visit": ("note", "count", "shop"), "line": ("price",)}


@dataclass
class Judge(Oracle):
    """The oracle, and what questions mean."""

    def understands(self, who: str, where: Any) -> bool:
        """Whether every field in the filter exists for this person."""
        match where:
            case {"and": items} | {"or": items}:
                return all(self.understands(who, item) for item in items)
            case {"not": item}:
                return self.understands(who, item)
            case {"field": "shop.city"}:
                return self.knows(who, "visit", "shop") and self.knows(who, "shop", "city")
            case {"field": field}:
                return self.knows(who, "visit", field)
            case {"children": _, "where": {"field": field}}:
                return self.knows(who, "line", "visit") and self.knows(who, "line", field)
        return True

    def holds(self, who: str, where: Any, row: Mapping[str, Any]) -> bool:  # noqa: PLR0911 - one for each question
        match where:
            case {"and": items}:
                return all(self.holds(who, item, row) for item in items)
            case {"or": items}:
                return any(self.holds(who, item, row) for item in items)
            case {"not": item}:
                return not self.holds(who, item, row)
            case {"field": "count", "value": value}:
                return row["count"] is not None and row["count"] > value
            case {"field": "mood", "value": values}:
                return row["mood"] in values
            case {"field": "owner"}:
                return row["owner"] in self.team(who)
            case {"field": "shop.city", "value": value}:
                shop = self.rows["shop"].get(row["shop"])
                return self.may(who, "shop", shop) and shop is not None and shop["city"] == value
            case {"children": _, "is": quantifier, "where": {"value": value}}:
                lines = (r for r in self.rows["line"].values() if r["visit"] == row["name"])
                found = any(r["price"] < value and self.reads(who, "line", r) for r in lines)
                return found is (quantifier == "any")
            case {"text": word}:
                return self.says(who, "visit", row, word)
        return True

    def says(self, who: str, kind: str, row: Mapping[str, Any], word: str) -> bool:
        searched = {"shop": ("name", "secret"), "visit": ("name", "note"), "line": ("name",)}[kind]
        return any(word in (row.get(f) or "") and self.knows(who, kind, f) for f in searched)


def _question(rng: random.Random, depth: int = 2) -> Any:
    if depth and rng.random() < 0.6:
        items = [_question(rng, depth - 1) for _ in range(rng.choice([1, 2, 2]))]
        return rng.choice([{"and": items}, {"or": items}, {"not": items[0]}])
    price = {"field": "price", "op": "lt", "value": rng.choice([2, 5])}
    return rng.choice(
        [
            {"field": "count", "op": "gt", "value": rng.choice([0, 2])},
            {"field": "mood", "op": "in", "value": rng.sample(MOODS[:3], 2)},
            {"field": "owner", "op": "in", "value": {"my_team": True}},
            {"field": "shop.city", "value": rng.choice(CITIES[:2])},
            {"children": "line.visit", "is": rng.choice(["any", "none"]), "where": price},
            {"text": rng.choice(WORDS)},
        ]
    )


@pytest.fixture(scope="module")
async def town(databases: Databases) -> AsyncIterator[Town]:
    """Eight more people, and records for everybody."""
    async with settle(databases) as found:
        async with found.company.open() as ctx:  # somebody has to stay an administrator
            await ctx.unit.execute(
                f'insert into {ctx.workspace.schema}."user" (id, name, profile, active, created_at, updated_at)'
                " values ($1, 'Root', 'admin', true, now(), now())",
                new_id(),
            )
        yield found


def _world(rng: random.Random, people: list[str]) -> Judge:
    bosses = {p: rng.choice([None, *people[:i]]) if i else None for i, p in enumerate(people)}
    rights = {p: {kind: _rights(rng, kind) for kind in HIDEABLE} for p in people}

    def words(n: int) -> str:
        return " ".join(rng.sample(WORDS, n))

    shops = {
        f"S{i} {words(1)}": {
            "city": rng.choice(CITIES),
            "secret": words(1),
            "owner": rng.choice(people),
        }
        for i in range(3)
    }
    visits = {
        f"V{i} {words(2)}": {
            "note": rng.choice([None, words(2)]),
            "count": rng.choice([None, 1, 2, 3]),
            "mood": rng.choice(MOODS),
            "shop": rng.choice([None, *shops]),
            "owner": rng.choice(people),
        }
        for i in range(24)
    }
    lines = {
        f"L{i} {words(1)}": {"visit": rng.choice(list(visits)), "price": rng.choice([1, 3, 6])}
        for i in range(20)
    }
    rows: dict[str, dict[str, dict[str, Any]]] = {"shop": shops, "visit": visits, "line": lines}
    named = {k: {n: {"name": n, **row} for n, row in found.items()} for k, found in rows.items()}
    return Judge(bosses, rights, named, **_sharing(rng, people, [*shops], [*visits]))


def _sharing(
    rng: random.Random, people: list[str], shops: list[str], visits: list[str]
) -> dict[str, Any]:
    """Units, positions, deputies, groups, baselines, rules and shares."""
    units = {
        f"U{i}": {
            "parent": rng.choice([None, *(f"U{j}" for j in range(i))]),
            "head": rng.choice([None, None, *people]),
            "apart": rng.random() < 0.15,
        }
        for i in range(5)
    }
    groups = {f"G{i}": rng.sample(people, 2) for i in range(2)}
    holders = [*people, *units, *groups]
    profiles = [f"p_{who}" for who in people]
    records = [*(("shop", name) for name in shops), *(("visit", name) for name in visits)]
    return {
        "units": units,
        "groups": groups,
        "places": {p: rng.choice([None, *units]) for p in people},
        "positions": [
            (rng.choice(people), rng.choice([*units]), rng.choice(["member", "head"]))
            for _ in range(2)
        ],
        "deputies": [tuple(rng.sample(people, 2))] if rng.random() < 0.5 else [],
        "baselines": {
            kind: {
                "opens": rng.choice(["private", "private", "team", "read_all", "edit_all"]),
                "hierarchy": rng.random() < 0.7,
            }
            for kind in ("shop", "visit")
            if rng.random() < 0.4
        },
        "rules": [
            {
                "object": rng.choice(["shop", "visit", "visit"]),
                "level": rng.choice(["read", "edit"]),
                "to": rng.sample(holders, 2),
                "profiles": rng.sample(profiles, rng.choice([0, 0, 1])),
                "owners": rng.choice([None, rng.sample(holders, 2)]),
                "word": rng.choice([None, *WORDS]),
            }
            for _ in range(rng.choice([0, 2, 4]))
        ],
        "lenses": {who: _lens(rng) for who in people if rng.random() < 0.4},
        "shares": [
            (*rng.choice(records), rng.choice(holders), rng.choice(["read", "edit"]))
            for _ in range(4)
        ],
    }


def _rights(rng: random.Random, kind: str) -> dict[str, Any]:
    hidden = {f: "hidden" for f in HIDEABLE[kind] if rng.random() < 0.25}
    return {"read": rng.choice(REACHES), "update": rng.choice(REACHES), "fields": hidden}


def _lens(rng: random.Random) -> dict[str, tuple[str, list[str]]]:
    """On visits, on shops, or on both."""
    both: dict[str, tuple[str, list[str]]] = {
        "visit": ("mood", rng.sample([m for m in MOODS if m], 2)),
        "shop": ("city", [rng.choice(["Paris", "Berlin"])]),
    }
    return {kind: both[kind] for kind in rng.sample([*both], rng.choice([1, 2]))}


async def _furnish(town: Town, world: Judge) -> None:
    """Make the database say what the oracle was told."""
    async with town.company.open() as ctx:
        schema = ctx.workspace.schema
        await ctx.unit.execute(f"truncate {schema}.line, {schema}.visit, {schema}.shop cascade")
        for who, user in town.people.items():
            boss = world.bosses[who]
            await ctx.unit.execute(
                f'update {schema}."user" set manager = $2, profile = $3 where id = $1',
                user,
                town.people[boss] if boss else None,
                f"p_{who}",
            )
            await profiles.save(ctx, {"name": f"p_{who}", "objects": world.rights[who]})
    town.ids.clear()
    for kind in ("shop", "visit", "line"):
        for row in world.rows[kind].values():
            values = {k: v for k, v in row.items() if k not in ("owner", "shop", "visit")}
            links = {k: f"@{row[k]}" for k in ("shop", "visit") if row.get(k)}
            await town.add(kind, row.get("owner"), **values, **links)
    async with town.company.open() as ctx:
        await furnish_sharing(ctx, town, world)
        await search.rebuild_all(ctx)


async def _list(ctx: Context, where: Any) -> tuple[set[uuid.UUID], int]:
    page = loads(
        await records.list_json(ctx, "visit", {"where": where, "limit": 200, "fields": []})
    )
    assert isinstance(page, dict)
    return {uuid.UUID(item["id"]) for item in page["items"]}, page["total"]


@pytest.mark.parametrize("seed", range(4))
async def test_every_road_shows_exactly_what_the_oracle_allows(town: Town, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same world every time
    world = _world(rng, list(town.people))
    await _furnish(town, world)
    for who in town.people:
        async with town.open(who) as ctx:
            await _compare_records(town, world, ctx, who)
            await _compare_search(town, world, ctx, who)
            await _compare_edits(town, world, ctx, who)
            for _ in range(12):
                await _compare_question(town, world, ctx, who, _question(rng))


async def _compare_records(town: Town, world: Judge, ctx: Context, who: str) -> None:
    for kind, rows in world.rows.items():
        for name, row in rows.items():
            allowed = world.reads(who, kind, row)
            try:
                record = loads(await records.get_json(ctx, kind, town.ids[name]))
            except (RecordNotFound, access.NotAllowed):
                assert not allowed, (who, kind, name)
                continue
            assert allowed, (who, kind, name)
            assert isinstance(record, dict)
            assert all((f in record) is world.knows(who, kind, f) for f in HIDEABLE[kind])


async def _compare_edits(town: Town, world: Judge, ctx: Context, who: str) -> None:
    for kind, rows in world.rows.items():
        asked = queries.ids_query(ctx, access.reader(ctx), kind, Query(), action="update")
        changeable = {row["id"] for row in await ctx.unit.fetch(asked.sql, *asked.args)}
        expected = {
            town.ids[name]
            for name, row in rows.items()
            if world.reads(who, kind, row) and world.may(who, kind, row, "update")
        }
        assert changeable == expected, (who, kind)


async def _compare_search(town: Town, world: Judge, ctx: Context, who: str) -> None:
    for word in WORDS:
        found = loads(await search.search(ctx, word, ["shop", "visit", "line"], limit=50))
        assert isinstance(found, dict)
        seen = {item["id"] for group in found["groups"] for item in group["items"]}
        expected = {
            str(town.ids[name])
            for kind, rows in world.rows.items()
            for name, row in rows.items()
            if world.reads(who, kind, row) and world.says(who, kind, row, word)
        }
        assert seen == expected, (who, word)


async def _compare_question(town: Town, world: Judge, ctx: Context, who: str, where: Any) -> None:
    understood = world.knows(who, "visit", "name") and world.understands(who, where)
    try:
        seen, total = await _list(ctx, where)
    except (QueryProblem, access.NotAllowed):
        assert not understood, (who, where)
        return
    assert understood, (who, where)
    expected = {
        town.ids[name]
        for name, row in world.rows["visit"].items()
        if world.reads(who, "visit", row) and world.holds(who, where, row)
    }
    assert seen == expected, (who, where)
    assert total == len(expected)
    figures = await records.aggregate(ctx, "visit", {"where": where, "group": ["mood"]})
    groups = figures["groups"]
    assert isinstance(groups, list)
    assert sum(group["values"]["count"] for group in groups) == len(expected)
