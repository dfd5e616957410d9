"""Requests in, answers out, over a real database: signing in, and every way to be refused."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kith.http.tests.support import House, open_house


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(database_url, tmp_path) as opened:
        yield opened


async def test_health(house: House) -> None:
    answer = await house.client.get("/api/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


async def test_signing_in_tells_who_i_am(house: House) -> None:
    sam = await house.sign_in("sam")
    me = (await sam.get("/api/session")).json()
    assert me["user"]["name"] == "Sam"
    assert me["workspace"]["slug"] == "acme"
    assert not me["admin"]


async def test_a_record_goes_in_and_comes_out(house: House) -> None:
    sam = await house.sign_in("sam")
    made = await sam.post("/api/records/bid", json={"name": "Pumps", "amount": 12})
    assert made.status_code == 201, made.text
    read = await sam.get(f"/api/records/bid/{made.json()['id']}")
    assert read.json()["name"] == "Pumps"
    assert read.headers["etag"] == '"v1"'
