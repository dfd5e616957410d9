"""A small company for tests: objects of every sort of relation, people in three levels, a few profiles."""

import datetime as dt
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from kith.infra import jobs
from kith.infra.db import Database
from kith.kernel import access
from kith.kernel.catalog import load
from kith.kernel.context import SYSTEM, Actor, Context
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.schema import (
    FieldDef,
    ObjectDef,
    ObjectRights,
    Option,
    ProfileDef,
    RuleDef,
    Workspace,
)
from kith.kernel.storage import workspaces
from kith.lib.clock import now
from kith.lib.ids import new_id
from kith.module import Module

FIRM = ObjectDef(
    name="firm",
    label="Firm",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True, searchable=True),
        FieldDef("city", kind="text", label="City"),
        FieldDef("email", kind="email", label="E-mail", unique=True),
        FieldDef("secret", kind="text", label="Secret"),
    ),
)
BID = ObjectDef(
    name="bid",
    label="Bid",
    board="stage",
    fields=(
        FieldDef("name", kind="text", label="Name", required=True),
        FieldDef("number", kind="auto_number", label="Number", config={"format": "B-{0:04d}"}),
        FieldDef("amount", kind="money", label="Amount"),
        FieldDef(
            "stage",
            kind="choice",
            label="Stage",
            default="new",
            options=(Option("new", "New"), Option("won", "Won"), Option("lost", "Lost")),
        ),
        FieldDef("reason", kind="text", label="Reason"),
        FieldDef("close_on", kind="date", label="Close on"),
        FieldDef("firm", kind="link", label="Firm", to="firm"),
        FieldDef("people", kind="links", label="People", to="firm"),
        FieldDef("hot", kind="checkbox", label="Hot"),
        FieldDef("labels", kind="tags", label="Labels"),
        FieldDef("data", kind="json", label="Data"),
        FieldDef(
            "total",
            kind="rollup",
            label="Total",
            config={"of": "item.bid", "op": "sum", "field": "price", "result": "number"},
        ),
        FieldDef(
            "items",
            kind="rollup",
            label="Items",
            config={"of": "item.bid", "op": "count", "result": "integer"},
        ),
    ),
    rules=(
        RuleDef(
            "lost_needs_reason",
            when={
                "and": [
                    {"field": "stage", "op": "eq", "value": "lost"},
                    {"field": "reason", "op": "empty"},
                ]
            },
            message="Say why it was lost.",
            field="reason",
        ),
    ),
)
ITEM = ObjectDef(
    name="item",
    label="Item",
    owned=False,
    fields=(
        FieldDef("name", kind="text", label="Name", required=True),
        FieldDef("bid", kind="parent", label="Bid", to="bid", required=True),
        FieldDef("price", kind="number", label="Price"),
    ),
)
CHORE = ObjectDef(
    name="chore",
    label="Chore",
    feed=("done",),
    config={"timeline": True},
    fields=(
        FieldDef("name", kind="text", label="Name", required=True),
        FieldDef("bid", kind="link", label="Bid", to="bid"),
        FieldDef("done", kind="checkbox", label="Done"),
    ),
)
OBJECTS = (FIRM, BID, ITEM, CHORE)
_MINE = ObjectRights("mine", create=True, update="mine", delete="mine", export=True, bulk=True)
_TEAM = ObjectRights("team", create=True, update="team", delete="team", export=True, bulk=True)
_SECRET: Mapping[str, Any] = {"secret": "hidden"}
SELLER = ProfileDef(
    "seller",
    "Seller",
    objects={
        "firm": ObjectRights(
            "all", create=True, update="mine", delete="mine", export=True, bulk=True, fields=_SECRET
        ),
        "bid": _MINE,
        "item": _MINE,
        "chore": _MINE,
    },
)
MANAGER = ProfileDef(
    "manager", "Manager", objects=dict.fromkeys(("firm", "bid", "item", "chore"), _TEAM)
)
VIEWER = ProfileDef("viewer", "Viewer", others=ObjectRights("all"))
ADMIN = ProfileDef("admin", "Administrator", admin=True)
PROFILES = (SELLER, MANAGER, VIEWER, ADMIN)


def module(**parts: Any) -> Module:
    """Return the company's manifest, perhaps with hooks and listeners."""
    return Module(
        name="company", label="Company", **{"objects": OBJECTS, "profiles": PROFILES, **parts}
    )


@dataclass
class Company:
    """A workspace with people: ada (admin), max (manager) over sam and sue (sellers), vic (viewer)."""

    database: Database
    workspace: Workspace
    modules: tuple[Module, ...]
    people: dict[str, uuid.UUID] = field(default_factory=dict)

    @asynccontextmanager
    async def open(
        self, person: str | None = None, *, readonly: bool = False, origin: str = "api"
    ) -> AsyncIterator[Context]:
        """A context of this person (None: Kith itself) in a unit of its own."""
        async with self.database.unit(readonly=readonly) as unit:
            workspace = await workspaces.load(unit, self.workspace.slug)
            catalog = await load(unit, workspace, self.modules)
            actor: Actor = SYSTEM
            if person is not None:
                actor = await access.load_actor(unit, workspace, self.people[person], catalog)
            yield Context(
                actor=actor, workspace=workspace, unit=unit, catalog=catalog, origin=origin
            )


async def log(ctx: Context) -> list[Change]:
    """The change log, the oldest first."""
    rows = await ctx.unit.fetch(
        f"select {COLUMNS} from {ctx.workspace.schema}._change order by id"  # noqa: S608
    )
    return [Change.of(row) for row in rows]


async def found(database: Database, *modules: Module, slug: str = "acme") -> Company:
    """Make the workspace and its people."""
    modules = modules or (module(),)
    async with database.unit() as unit:
        await jobs.install(unit.connection)
        workspace = await workspaces.create(unit, slug, "Acme", modules)
        company = Company(database, workspace, modules)
        for name, profile, boss in (
            ("ada", "admin", None),
            ("max", "manager", "ada"),
            ("sam", "seller", "max"),
            ("sue", "seller", "max"),
            ("vic", "viewer", None),
        ):
            company.people[name] = await _person(unit, workspace, company, (name, profile, boss))
    return company


async def _person(
    unit: Any,
    workspace: Workspace,
    company: Company,
    person: tuple[str, str, str | None],
) -> uuid.UUID:
    name, profile, boss = person
    record = new_id()
    await unit.execute(
        f'insert into {workspace.schema}."user" (id, name, email, profile, manager, active,'  # noqa: S608
        " created_at, updated_at) values ($1, $2, $3, $4, $5, true, $6, $6)",
        record,
        name.title(),
        f"{name}@example.com",
        profile,
        company.people.get(boss or ""),
        now() - dt.timedelta(days=1),
    )
    return record
