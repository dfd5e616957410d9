"""Passwords, sessions, tokens and invitations let in whom they should, and nobody after that."""

import uuid

import pytest

from kith.infra.db import Database, Unit
from kith.infra.db.migrate import migrate_system
from kith.infra.identity import credentials, sessions, tokens
from kith.infra.identity.limits import Buckets, Rate
from kith.lib.ids import new_id

Place = tuple[Database, uuid.UUID]


@pytest.fixture
async def place(database: Database) -> Place:
    async with database.unit() as unit:
        await migrate_system(unit)
        workspace = await unit.fetchval(
            "insert into kith.workspace (slug, name, schema_name) values ('acme', 'Acme', 'ws_acme')"
            " returning id"
        )
    return database, workspace


async def test_a_password_is_checked_and_kept_as_argon2id(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        await credentials.set_password(unit, workspace, user, "correct horse")
        assert await credentials.check(unit, workspace, user, "correct horse")
        assert not await credentials.check(unit, workspace, user, "wrong horse")
        assert not await credentials.check(unit, workspace, new_id(), "correct horse")
        stored = await unit.fetchval("select password from kith.credential")
    assert stored.startswith("$argon2id$")


async def test_a_new_password_ends_the_other_sessions(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        here = await sessions.begin(unit, workspace, user)
        there = await sessions.begin(unit, workspace, user)
        row = await found(unit, here)
        await credentials.set_password(unit, workspace, user, "something new", keep=row.id)
        assert await sessions.find(unit, here)
        assert await sessions.find(unit, there) is None


async def test_a_session_ends_when_it_was_idle_too_long(place: Place) -> None:
    database, workspace = place
    async with database.unit() as unit:
        cookie = await sessions.begin(unit, workspace, new_id())
        await unit.execute("update kith.session set seen_at = now() - interval '31 days'")
        assert await sessions.find(unit, cookie) is None


async def test_the_database_never_sees_a_cookie_or_a_token(place: Place) -> None:
    database, workspace = place
    async with database.unit() as unit:
        cookie = await sessions.begin(unit, workspace, new_id())
        secret, _ = await tokens.create(unit, workspace, new_id(), name="n", scopes=("read",))
        dump = str(await unit.fetch("select * from kith.session"))
        dump += str(await unit.fetch("select * from kith.token"))
    assert cookie not in dump
    assert secret not in dump


async def test_a_token_carries_scopes_and_runs_out(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        secret, facts = await tokens.create(
            unit, workspace, user, name="sync", scopes=("read", "write")
        )
        found_token = await tokens.find(unit, secret)
        assert found_token is not None
        assert found_token.scopes == {"read", "write"}
        assert [t.name for t in await tokens.list_for(unit, workspace, user)] == ["sync"]
        assert secret.endswith(facts.hint)
        await unit.execute("update kith.token set expires_at = now() - interval '1 s'")
        assert await tokens.find(unit, secret) is None


async def test_a_token_can_be_deleted_by_its_owner_only(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        secret, facts = await tokens.create(unit, workspace, user, name="sync", scopes=("read",))
        assert not await tokens.delete(unit, workspace, new_id(), facts.id)
        assert await tokens.delete(unit, workspace, user, facts.id)
        assert await tokens.find(unit, secret) is None


async def test_an_invitation_works_once(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        first = await credentials.invite(unit, workspace, user)
        second = await credentials.invite(unit, workspace, user)
        assert await credentials.find_invited(unit, first) is None
        assert await credentials.find_invited(unit, second) == ("acme", user)
        await credentials.set_password(unit, workspace, user, "chosen by me")
        assert await credentials.find_invited(unit, second) is None


async def test_revoking_takes_every_way_in(place: Place) -> None:
    database, workspace = place
    user = new_id()
    async with database.unit() as unit:
        await credentials.set_password(unit, workspace, user, "correct horse")
        cookie = await sessions.begin(unit, workspace, user)
        secret, _ = await tokens.create(unit, workspace, user, name="sync", scopes=("read",))
        await credentials.revoke(unit, workspace, user)
        assert not await credentials.check(unit, workspace, user, "correct horse")
        assert await sessions.find(unit, cookie) is None
        assert await tokens.find(unit, secret) is None


def test_a_bucket_refills_with_time() -> None:
    now = 0.0
    buckets = Buckets(Rate(per_second=1, burst=2), clock=lambda: now)
    assert buckets.take("a") == 0
    assert buckets.take("a") == 0
    assert buckets.take("a") == pytest.approx(1)
    assert buckets.take("b") == 0
    now = 1.5
    assert buckets.take("a") == 0
    assert buckets.take("a") == pytest.approx(0.5)
    buckets.forgive("a")
    assert buckets.take("a") == 0


def test_buckets_forget_the_least_used() -> None:
    buckets = Buckets(Rate(per_second=0.001, burst=1), most=2, clock=lambda: 0.0)
    for key in ("a", "b", "c"):
        buckets.take(key)
    assert buckets.take("c") > 0
    assert buckets.take("a") == 0


async def found(unit: Unit, cookie: str) -> sessions.SessionRow:
    row = await sessions.find(unit, cookie)
    assert row is not None
    return row
