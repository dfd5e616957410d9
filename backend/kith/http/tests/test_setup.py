"""A new installation is set up by whoever has the token from its terminal, once, and only while nobody can sign in."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from kith.infra.identity import setup
from tests.support.databases import Databases
from tests.support.house import House, open_house

WISH: dict[str, Any] = {
    "company": "Harbour & Sons",
    "locale": "zh-CN",
    "timezone": "Asia/Shanghai",
    "currency": "CNY",
    "name": "Lin Yue",
    "email": "yue@example.org",
    "password": "correct horse battery",
}


@pytest.fixture
async def fresh(databases: Databases, tmp_path: Path) -> AsyncIterator[House]:
    """A house in which nobody can sign in."""
    async with open_house(databases, tmp_path) as house:
        async with house.company.database.unit() as unit:
            await unit.execute("delete from kith.credential")
        yield house


async def offered(house: House) -> str:
    async with house.company.database.unit() as unit:
        token = await setup.offer(unit)
    assert token is not None
    return token


async def test_the_token_makes_an_administrator_who_is_signed_in(fresh: House) -> None:
    client = fresh.client
    assert (await client.get("/api/hello")).json()["setup"] is True
    token = await offered(fresh)
    assert (await client.post("/api/setup/check", json={"token": token})).status_code == 204
    answer = await client.post("/api/setup", json={**WISH, "token": token})
    assert answer.status_code == 200, answer.text
    me = (await client.get("/api/session")).json()
    assert me["admin"]
    assert (me["user"]["locale"], me["user"]["timezone"]) == ("zh-CN", "Asia/Shanghai")
    assert me["workspace"]["name"] == "Harbour & Sons"
    assert (await client.get("/api/hello")).json()["setup"] is False


async def test_it_works_once(fresh: House) -> None:
    token, other = await offered(fresh), await offered(fresh)
    await fresh.client.post("/api/setup", json={**WISH, "token": token})
    for each in (token, other):
        again = await fresh.client.post("/api/setup", json={**WISH, "token": each})
        assert again.status_code == 403
        assert again.json()["code"] == "setup.closed"


async def test_a_guess_opens_nothing(fresh: House) -> None:
    await offered(fresh)
    for path, body in (("/api/setup/check", {}), ("/api/setup", WISH)):
        answer = await fresh.client.post(path, json={**body, "token": "guess"})
        assert answer.json()["code"] == "setup.closed"


async def test_a_weak_password_is_refused_and_the_token_stays_good(fresh: House) -> None:
    token = await offered(fresh)
    weak = await fresh.client.post(
        "/api/setup", json={**WISH, "token": token, "password": "12345678"}
    )
    assert weak.json()["code"] == "session.password_weak"
    assert (await fresh.client.post("/api/setup/check", json={"token": token})).status_code == 204


async def test_where_somebody_can_sign_in_no_token_is_given(house: House) -> None:
    async with house.company.database.unit() as unit:
        assert await setup.offer(unit) is None
