"""Tests that an object inherits: `class TestDeal(ObjectSuite): object = DEAL` and it is tried from every side."""

from collections.abc import AsyncIterator, Mapping
from itertools import count
from typing import Any, ClassVar

import pytest

from kith.kernel import access
from kith.kernel.access import NotAllowed
from kith.kernel.access.rights import rights_on
from kith.kernel.api import Context, Record, feed, records
from kith.kernel.fields import FIELD_TYPES
from kith.kernel.fields.registry import LINK_KINDS
from kith.kernel.records.errors import NotYours, RecordNotFound
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import loads
from kith.main.loader import load
from kith.module import Module
from kith.modules.exchange.manifest import MODULE as EXCHANGE
from tests.support.company import Company, log
from tests.support.databases import Databases
from tests.support.roundtrip import carried, there_and_back
from tests.support.specimens import EXCLUDING, FINDING, operand, values
from tests.support.sync import verify_action

PEOPLE = ("ada", "max", "sam", "sue", "vic")
_NUMBERS = count(1)


class ObjectSuite:
    """`skip` names fields that a plain value cannot fill; `extra` holds what this object needs beside the samples."""

    object: ClassVar[ObjectDef]
    modules: ClassVar[tuple[Module, ...] | None] = None
    skip: ClassVar[tuple[str, ...]] = ()
    extra: ClassVar[Mapping[str, Any]] = {}

    @pytest.fixture(scope="class")
    @classmethod
    async def company(cls, databases: Databases) -> AsyncIterator[Company]:
        """One workspace for all tests of the class: with the standard modules, or with `modules`."""
        async with databases.company(*(cls.modules or load())) as copied:
            yield copied

    @property
    def name(self) -> str:
        return self.object.name

    async def sample(self, ctx: Context, **more: Any) -> dict[str, Any]:
        """Values for a new record; no two samples share what is unique."""
        definition = ctx.catalog.object(self.name)
        return {**await values(ctx, definition, next(_NUMBERS), self.skip), **self.extra, **more}

    async def make(self, company: Company, person: str | None = "ada", **more: Any) -> Record:
        """A record, made by this person from what an administrator prepared."""
        async with company.open("ada") as ctx:
            given = await self.sample(ctx, **more)
        async with company.open(person) as ctx:
            return await records.create(ctx, self.name, given)

    async def test_every_field_keeps_what_is_written(self, company: Company) -> None:
        made = await self.make(company)
        async with company.open("ada") as ctx:
            stored = next(c for c in await log(ctx) if c.record == made.id)
            again = await records.get(ctx, self.name, made.id)
            assert dict(again) == dict(made)
            for field, value in stored.after.items():
                member = ctx.catalog.field(self.name, field)
                assert _plain(member, again[field]) == value, field

    async def test_a_change_is_logged_undone_and_told(self, company: Company) -> None:
        made = await self.make(company)
        field, value = self.probe()
        async with company.open("ada") as ctx:
            await records.update(ctx, made, {field: value})
            entry = next(c for c in reversed(await log(ctx)) if c.record == made.id)
            assert (entry.before[field], entry.after[field]) == (made[field], value)
            told: Any = loads(await feed.timeline_json(ctx, self.name, made.id))
            assert field in [c["field"] for c in told["items"][0]["changes"]]
            assert (await records.undo(ctx, change=entry.id)).done == 1
            assert (await records.get(ctx, self.name, made.id))[field] == made[field]

    async def test_the_bin_gives_back_what_it_took(self, company: Company) -> None:
        made = await self.make(company)
        async with company.open("ada") as ctx:
            await records.delete(ctx, self.name, made.id)
            with pytest.raises(RecordNotFound):
                await records.get(ctx, self.name, made.id)
            binned: Any = loads(await feed.bin_json(ctx))
            assert str(made.id) in [item["id"] for item in binned["items"]]
            back = await records.restore(ctx, self.name, made.id)
            same = set(back) - {"version", "updated_at", "updated_by"}
            assert {n: back[n] for n in same} == {n: made[n] for n in same}

    async def test_every_operator_finds_and_excludes(self, company: Company) -> None:
        made = await self.make(company)
        async with company.open("ada", readonly=True) as ctx:
            stored = next(c for c in await log(ctx) if c.record == made.id).after
            for member in ctx.catalog.object(self.name).fields:
                for op in FIELD_TYPES[member.kind].operators(member):
                    if member.name in stored:
                        await self._try(ctx, made, member, op, stored[member.name])

    async def test_each_profile_reaches_what_it_says(self, company: Company) -> None:
        for owner in ("sam", "sue"):
            made = await self._owned(company, owner)
            for person in PEOPLE:
                async with company.open(person) as ctx:
                    await self._reach(ctx, made, company)

    async def test_old_state_and_events_make_the_fresh_state(self, company: Company) -> None:
        made = await self._owned(company, "sam")
        field, value = self.probe()

        async def change(ctx: Context) -> None:
            await records.update(ctx, self.name, made.id, {field: value})

        async def remove(ctx: Context) -> None:
            await records.delete(ctx, self.name, made.id)

        async def give(ctx: Context) -> None:
            await records.update(ctx, self.name, made.id, {"owner": str(company.people["sue"])})

        for action in (change, *([give] if self.object.owned else []), remove):
            await verify_action(company, action, (self.name,))

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    async def test_what_is_exported_imports_back_the_same(
        self, databases: Databases, form: str
    ) -> None:
        modules = self.modules or load()
        exchange = () if self.modules is None else (EXCHANGE,)
        async with databases.company(*modules, *exchange) as company:
            for _ in range(2):
                await self.make(company)
            before, after, report = await there_and_back(company, self.name, form)
            assert report["reasons"] == []
            assert (report["created"], len(after)) == (2, len(before))
            async with company.open("ada") as ctx:
                fields = carried(ctx.catalog.object(self.name))
            was, now = (
                sorted(found, key=lambda r: str(r["created_at"])) for found in (before, after)
            )
            lost = {
                f: (old[f], new[f])
                for old, new in zip(was, now, strict=True)
                for f in fields
                if old[f] != new[f]
            }
            assert not lost, lost

    async def _owned(self, company: Company, person: str) -> Record:
        owner = {"owner": str(company.people[person])} if self.object.owned else {}
        return await self.make(company, **owner)

    async def _try(self, ctx: Context, made: Record, member: FieldDef, op: str, value: Any) -> None:
        condition = {"field": member.name, "op": op, "value": operand(op, value, member.kind)}
        if condition["value"] is None:
            del condition["value"]
        this = {"field": "id", "op": "eq", "value": str(made.id)}
        page = await records.list(ctx, self.name, {"where": {"and": [this, condition]}})
        if op in FINDING:
            assert page.total == 1, (member.name, op)
        if op in EXCLUDING:
            assert page.total == 0, (member.name, op)

    async def _reach(self, ctx: Context, made: Record, company: Company) -> None:
        rights = rights_on(ctx.actor.profile, ctx.catalog, self.name)
        sees = _reaches(rights.read, made, ctx, company)
        changes = sees and _reaches(rights.update, made, ctx, company)
        if not access.can(ctx, self.name, "read"):
            with pytest.raises(NotAllowed):
                await records.list(ctx, self.name, {})
            return
        if sees is None:
            return
        assert await records.is_visible(ctx, self.name, made.id) == sees, ctx.actor.name
        field, value = self.probe()
        if field not in access.writable(ctx, self.name):
            return
        if changes:
            await records.update(ctx, self.name, made.id, {field: value})
        else:
            with pytest.raises((NotAllowed, NotYours, RecordNotFound)):
                await records.update(ctx, self.name, made.id, {field: value})

    def probe(self) -> tuple[str, Any]:
        """A field that anybody who may change the record may fill, and another value for it."""
        for kind, value in (("text", "Another"), ("long_text", "Another"), ("date", "2027-01-02")):
            for member in self.object.fields:
                if member.kind == kind and member.name not in self.skip and not member.readonly:
                    return member.name, value
        choice = next(f for f in self.object.fields if f.kind == "choice")
        return choice.name, choice.options[1].key


def _reaches(reach: str, made: Record, ctx: Context, company: Company) -> bool | None:
    """Say whether the reach holds for the record; None when that depends on more than its owner."""
    if reach in ("all", "none"):
        return reach == "all"
    owner = made.ref("owner")
    if owner is None:
        return None
    return owner == ctx.actor.user if reach == "mine" else owner in ctx.actor.team


def _plain(member: FieldDef, shown: Any) -> Any:
    """Return a shown value in plain form."""
    if member.kind in LINK_KINDS:
        return shown and shown["id"]
    if member.kind == "links":
        return [item["id"] for item in shown]
    if member.kind == "money" and isinstance(shown, Mapping):
        return {key: shown[key] for key in ("amount", "currency")}
    return shown
