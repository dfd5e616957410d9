"""Data to ask questions about: shops, visits with every sort of value, lines; people in three levels."""

import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import parse_aggregate, parse_query
from kith.kernel.fields import ParseEnv, field_type
from kith.kernel.fields.names import link_table, quoted
from kith.kernel.query import run
from kith.kernel.schema import FieldDef, ObjectDef, ObjectRights, Option, ProfileDef, ViewDef
from kith.lib.ids import new_id
from kith.lib.json import loads
from kith.module import Module
from tests.support.company import Company
from tests.support.databases import Databases

MOODS = (Option("good", "Good"), Option("fair", "Fair"), Option("bad", "Bad"))
SHOP = ObjectDef(
    name="shop",
    label="Shop",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef("city", kind="text", label="City"),
        FieldDef("size", kind="integer", label="Size"),
        FieldDef("secret", kind="text", label="Secret", searchable=True),
        FieldDef("phone", kind="phone", label="Phone", searchable=True),
        FieldDef("chain", kind="link", label="Chain", to="shop"),
    ),
    highlights=("city",),
)
VISIT = ObjectDef(
    name="visit",
    label="Visit",
    board="mood",
    calendar="day",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True, indexed=True),
        FieldDef("note", kind="long_text", label="Note", searchable=True),
        FieldDef("count", kind="integer", label="Count"),
        FieldDef("rate", kind="number", label="Rate"),
        FieldDef("cost", kind="money", label="Cost"),
        FieldDef("day", kind="date", label="Day"),
        FieldDef("at", kind="datetime", label="At"),
        FieldDef("done", kind="checkbox", label="Done"),
        FieldDef("mood", kind="choice", label="Mood", options=MOODS),
        FieldDef("moods", kind="multi_choice", label="Moods", options=MOODS),
        FieldDef("labels", kind="tags", label="Labels"),
        FieldDef("shop", kind="link", label="Shop", to="shop"),
        FieldDef("shops", kind="links", label="Shops", to="shop"),
        FieldDef("helper", kind="user", label="Helper", to="user"),
        FieldDef("email", kind="email", label="E-mail"),
        FieldDef("where", kind="address", label="Where"),
        FieldDef("spot", kind="place", label="Spot"),
        FieldDef(
            "twice", kind="formula", label="Twice", config={"expr": "count * 2", "result": "number"}
        ),
        FieldDef(
            "far",
            kind="formula",
            label="Far",
            config={"expr": "count + shop.size", "result": "number"},
        ),
        FieldDef(
            "age",
            kind="formula",
            label="Age",
            config={"expr": "today() - day", "result": "number"},
        ),
        FieldDef("secret", kind="text", label="Secret"),
    ),
)
LINE = ObjectDef(
    name="line",
    label="Line",
    owned=False,
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef("visit", kind="parent", label="Visit", to="visit", required=True),
        FieldDef("price", kind="number", label="Price"),
    ),
)
OBJECTS = (SHOP, VISIT, LINE)
_TEAM = ObjectRights("team", create=True, update="team", delete="mine")
_HIDDEN: Mapping[str, Any] = {"secret": "hidden"}
PROFILES = (
    ProfileDef(
        "seller",
        "Seller",
        {
            "shop": ObjectRights("team", create=True, update="mine", fields=_HIDDEN),
            "visit": replace(_TEAM, fields=_HIDDEN),
            "line": _TEAM,
        },
    ),
    ProfileDef("manager", "Manager", dict.fromkeys(("shop", "visit", "line"), _TEAM)),
    ProfileDef("viewer", "Viewer", {"visit": ObjectRights("all"), "line": ObjectRights("mine")}),
)
VIEWS = (
    ViewDef("bad", "visit", "Bad ones", query={"where": {"field": "mood", "value": "bad"}}),
    ViewDef("secrets", "visit", "Secrets", query={"where": {"field": "secret", "op": "not_empty"}}),
)
MODULE = Module("town", "Town", objects=OBJECTS, profiles=PROFILES, views=VIEWS)


@dataclass
class Town:
    """A company in which ada (admin) leads max (manager), who leads sam and sue (sellers); vic is a viewer."""

    company: Company
    ids: dict[str, uuid.UUID] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, uuid.UUID]:
        """Users by first name."""
        return self.company.people

    @asynccontextmanager
    async def open(self, person: str | None = None) -> AsyncIterator[Context]:
        """A reading context of this person."""
        async with self.company.open(person, readonly=True) as ctx:
            yield ctx

    async def add(self, object_name: str, owner: str | None = None, **values: Any) -> uuid.UUID:
        """Store a record as records would; a name may stand for the record or the person that it names."""
        async with self.company.open() as ctx:
            row = {**values, "owner": str(self.people[owner])} if owner else values
            record = await insert(ctx, object_name, {k: self._resolved(v) for k, v in row.items()})
        if isinstance(values.get("name"), str):
            self.ids[values["name"]] = record
        return record

    async def names(self, person: str | None, where: Any = None, **query: Any) -> list[str]:
        """The names of the visits that a query finds for this person."""
        page = await self.list(person, "visit", {"where": where, "sort": ["name"], **query})
        return [item["name"] for item in page["items"]]

    async def list(self, person: str | None, object_name: str, query: Any) -> Any:
        """A page."""
        async with self.open(person) as ctx:
            asked = parse_query({key: value for key, value in query.items() if value is not None})
            return loads(await run.list_json(ctx, access.reader(ctx), object_name, asked))

    async def figures(self, person: str | None, object_name: str, query: Any) -> Any:
        """Figures by group."""
        async with self.open(person) as ctx:
            asked = parse_aggregate(query)
            return loads(await run.aggregate_json(ctx, access.reader(ctx), object_name, asked))

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._resolved(item) for item in value]
        if not isinstance(value, str) or not value.startswith("@"):
            return value
        found = self.ids.get(value[1:]) or self.people[value[1:]]
        return str(found)


@asynccontextmanager
async def settle(databases: Databases, *modules: Module) -> AsyncIterator[Town]:
    """A town in a database of its own."""
    async with databases.company(*(modules or (MODULE,))) as company:
        async with company.open() as ctx:
            users = f'{quoted(ctx.workspace.schema)}."user"'
            await ctx.unit.execute(f"update {users} set name__sort = lower(name)")  # noqa: S608
        yield Town(company)


async def insert(ctx: Context, object_name: str, values: Mapping[str, Any]) -> uuid.UUID:
    """Store a record without the road that writes take."""
    env = ParseEnv(base_currency=ctx.workspace.base_currency, history=True)
    record = uuid.UUID(values["id"]) if "id" in values else new_id()
    columns: dict[str, object] = {"id": record, "created_at": ctx.now, "updated_at": ctx.now}
    schema = quoted(ctx.workspace.schema)
    links: dict[str, list[uuid.UUID]] = {}
    for name, value in values.items():
        if name in ("id", "deleted_at"):
            columns |= {} if name == "id" else {name: value}
            continue
        definition = ctx.catalog.field(object_name, name)
        kind = field_type(definition)
        plain = kind.parse(definition, value, env)
        if definition.kind == "links":
            links[name] = [uuid.UUID(item) for item in cast("list[str]", plain or [])]
            continue
        bound = zip(kind.columns(definition), kind.bind(definition, plain, env), strict=True)
        columns |= {column.name: cell for column, cell in bound}
    places = ", ".join(f"${i + 1}" for i in range(len(columns)))
    listed = ", ".join(map(quoted, columns))
    await ctx.unit.execute(
        f"insert into {schema}.{quoted(object_name)} ({listed}) values ({places})",  # noqa: S608
        *columns.values(),
    )
    for name, targets in links.items():
        await ctx.unit.execute(
            f"insert into {schema}.{quoted(link_table(object_name, name))} (source, target)"
            " select $1, unnest($2::uuid[])",
            record,
            targets,
        )
    return record
